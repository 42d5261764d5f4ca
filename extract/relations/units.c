// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/units.h"

#include "extract/entities/generic.h"
#include "extract/tokenize/normal.h"
#include "extract/word_lists.h"

/// How far back the body is looked for.
#define MAX_MENTIONS_BACK 100u

typedef struct {
  const IsnAnnotationSource* source;
  uint32_t unit_head;
  uint32_t org_head;
} Units;

static const IsnWord*
word_at(const Units* const u, const uint32_t token)
{
  return &u->source->analysis->words[token];
}

/// «مجلس إدارة», «مجلس محافظي البنك»
static bool
is_of_board(const IsnStr word)
{
  return isn_words_has(&isn_words_board_members, word);
}

/// «لجنة», «مجلس إدارة»: what a body has.
static bool
is_unit(const Units* const u, const IsnMention* const m)
{
  const IsnWord* const first = word_at(u, m->tokens.begin);
  return m->type == ISN_TYPE_ORGANIZATION && m->entity != ISN_NO_ENTITY &&
         (isn_word_has_class(first, u->unit_head) ||
          (isn_str_is(first->word, "مجلس") &&
           is_of_board(word_at(u, m->tokens.begin + 1)->word)));
}

/// The noun alone that says whose unit it is, «الوزارة», «للبنك», or absent;
/// not «المنظمة» of «اللجنة المنظمة».
static IsnStr
owner_in(const Units* const u, const IsnMention* const m)
{
  for (uint32_t t = m->tokens.begin + 1; t < m->tokens.end; ++t) {
    const IsnWord* const word = word_at(u, t);
    // «فرع الوزارة», «مجلس إدارة البنك»; further on it is of something else
    const bool is_tied =
      word->n_proclitics
        ? !strcmp(word->proclitics, "ل") || !strcmp(word->proclitics, "ب")
        : !(word_at(u, t - 1)->flags & ISN_WORD_ARTICLE) &&
            t <= m->tokens.begin + 2;
    const bool is_alone = t + 1 == m->tokens.end ||
                          word_at(u, t + 1)->n_proclitics ||
                          isn_str_is(word_at(u, t + 1)->word, "في");
    if (is_tied && is_alone &&
        (word->flags & ISN_WORD_ARTICLE || word->cuts_article) &&
        (isn_word_has_class(word, u->org_head) ||
         isn_str_is(word->word, "الاليه")) &&
        !isn_str_is(word->word, "الشرطه")) { // «جهاز الشرطة» is the police
      return isn_normal_without_article(word->word);
    }
  }
  return (IsnStr){ NULL, 0 };
}

/// Whether a name begins with the noun: «المنظمة الدولية …» of «الإنتربول».
static bool
is_called(const IsnDocument* const doc, const IsnStr label, const IsnStr noun)
{
  const IsnStr name = isn_normal_without_article(
    isn_normal_copy(doc->arena, label, ISN_FOLD_FULL));
  return isn_str_starts(name, noun) && name.n_bytes > noun.n_bytes &&
         name.data[noun.n_bytes] == ' ';
}

/// The body of that head noun named last before mention number `i`, or else one
/// that can be called so: «المنظمة» of «الإنتربول».
static uint32_t
owner_before(const Units* const u,
             const IsnDocument* const doc,
             const size_t i,
             const IsnStr noun)
{
  uint32_t kin = ISN_NO_ENTITY;
  for (size_t j = i; j > 0 && i - j < MAX_MENTIONS_BACK; --j) {
    const IsnMention* const m = &doc->mentions[j - 1];
    if (m->type != ISN_TYPE_ORGANIZATION || m->entity == ISN_NO_ENTITY ||
        m->entity == doc->mentions[i].entity) {
      continue;
    }
    const IsnWord* const first = word_at(u, m->tokens.begin);
    if (isn_str_equal(isn_normal_without_article(first->word), noun)) {
      return m->entity;
    }
    const IsnEntity* const entity = &doc->entities[m->entity];
    if (kin == ISN_NO_ENTITY && (isn_generic_fits(entity->kind, noun) ||
                                 is_called(doc, entity->label, noun))) {
      kin = m->entity;
    }
  }
  return kin;
}

IsnStatus
isn_units_fill(IsnFactSet* const set,
               IsnDocument* const doc,
               const IsnAnnotationSource* const source)
{
  IsnStatus st = ISN_SUCCESS;
  const Units u = {
    .source = source,
    .unit_head = isn_image_find_class(source->image, ISN_STR("unit-head")),
    .org_head = isn_image_find_class(source->image, ISN_STR("org-head")),
  };
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    const IsnStr noun = m->tokens.end - m->tokens.begin > 1 && is_unit(&u, m)
                          ? owner_in(&u, m)
                          : (IsnStr){ NULL, 0 };
    if (!noun.n_bytes) {
      continue;
    }
    const IsnFact fact = { .subject = m->entity,
                           .property = ISN_PROP_UNIT_OF,
                           .object = owner_before(&u, doc, i, noun),
                           .context = ISN_NO_ENTITY,
                           .rule = ISN_STR("unit-of-told"),
                           .is_default = true,
                           .confidence = 0.8 };
    if (fact.object != ISN_NO_ENTITY) {
      ISN_TRY(st, isn_facts_add(set, doc, &fact, m->chars));
    }
  }
  return st;
}

/// «مكتب المنظمة», «مجلس أمناء المؤسسة»: no body of its own.
static bool
is_office(const IsnStr label)
{
  if (isn_words_begin(&isn_words_office_heads, label)) {
    return true;
  }
  return false;
}

IsnStatus
isn_units_employ(IsnFactSet* const set, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  uint32_t* const parents =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*parents));
  if (!parents) {
    return ISN_ERR_NO_MEMORY;
  }
  const size_t n = doc->n_facts;
  for (size_t i = 0; i < n; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (fact->property == ISN_PROP_UNIT_OF && !fact->modality &&
        doc->entities[fact->object].type == ISN_TYPE_ORGANIZATION &&
        is_office(doc->entities[fact->subject].label)) {
      parents[fact->subject] = fact->object + 1;
    }
  }
  for (size_t i = 0; i < n; ++i) {
    IsnFact fact = doc->facts[i];
    if (fact.property != ISN_PROP_WORKS_FOR || fact.modality ||
        !parents[fact.object]) {
      continue;
    }
    fact.object = parents[fact.object] - 1;
    ISN_TRY(st, isn_facts_add(set, doc, &fact, fact.evidence[0]));
  }
  return st;
}
