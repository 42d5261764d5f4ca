// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/nations.h"

#include "extract/relations/origins.h"
#include "extract/tokenize/normal.h"
#include "extract/word_lists.h"

/// Three letters.
#define MIN_STEM 6u

typedef struct {
  IsnStr stem;
  uint32_t entity;
} Nation;

typedef struct {
  const IsnAnnotationSource* source;
  uint32_t nationality;
  Nation* nations;
  size_t n;
} Nations;

/// The countries of the document, by the first and the last word of the name.
static bool
list_nations(Nations* const l, const IsnDocument* const doc)
{
  l->nations =
    isn_arena_array(doc->arena, 2 * doc->n_entities + 1, sizeof(*l->nations));
  for (uint32_t e = 0; l->nations && e < doc->n_entities; ++e) {
    if (doc->entities[e].type != ISN_TYPE_PLACE ||
        !isn_str_is(doc->entities[e].kind, "Country")) {
      continue;
    }
    const IsnStr name =
      isn_normal_copy(doc->arena, doc->entities[e].label, ISN_FOLD_FULL);
    size_t first = 0;
    size_t last = name.n_bytes;
    while (first < name.n_bytes && name.data[first] != ' ') {
      ++first;
    }
    while (last && name.data[last - 1] != ' ') {
      --last;
    }
    l->nations[l->n++] =
      (Nation){ isn_origins_stem(isn_str_slice(name, 0, first)), e };
    l->nations[l->n++] =
      (Nation){ isn_origins_stem(isn_str_slice(name, last, name.n_bytes)), e };
  }
  return l->nations;
}

static uint32_t
nation_of(const Nations* const l, const IsnStr adjective)
{
  const IsnStr stem = isn_origins_stem(adjective);
  if (stem.n_bytes < MIN_STEM || isn_str_is(stem, "عرب")) {
    return ISN_NO_ENTITY;
  }
  uint32_t found = ISN_NO_ENTITY;
  for (size_t i = 0; i < l->n; ++i) {
    if (!isn_str_equal(l->nations[i].stem, stem)) {
      continue;
    }
    // «الغينية» is of Guinea rather than of Guinea-Bissau
    const uint32_t entity = l->nations[i].entity;
    const IsnStr label = l->source->doc->entities[entity].label;
    if (!memchr(label.data, ' ', label.n_bytes)) {
      return entity;
    }
    found = found == ISN_NO_ENTITY ? entity : found;
  }
  return found;
}

/// The country that an adjective in the mention tells, or ISN_NO_ENTITY.
static uint32_t
nation_in(const Nations* const l, const IsnMention* const m)
{
  const IsnWord* const words = l->source->analysis->words;
  uint32_t nation = ISN_NO_ENTITY;
  for (uint32_t t = m->tokens.begin + 1; t < m->tokens.end; ++t) {
    if (!words[t].n_proclitics &&
        isn_word_has_class(&words[t], l->nationality)) {
      if (nation != ISN_NO_ENTITY) {
        return ISN_NO_ENTITY; // of two countries
      }
      nation = nation_of(l, words[t].word);
    }
  }
  return nation;
}

/// «العاصمة الكينية نيروبي»: the country of a town, or ISN_NO_ENTITY.
static uint32_t
nation_before(const Nations* const l, const IsnMention* const m)
{
  const IsnWord* const words = l->source->analysis->words;
  const uint32_t t = m->tokens.begin;
  return t >= 2 && !words[t].n_proclitics &&
             isn_word_has_class(&words[t - 1], l->nationality) &&
             (isn_str_is(words[t - 2].word, "العاصمه") ||
              isn_str_is(words[t - 2].word, "المدينه"))
           ? nation_of(l, words[t - 1].word)
           : ISN_NO_ENTITY;
}

/// «المجلس الوطني الفلسطيني» met in Tunis: does the name tell another nation?
static bool
is_of_other(const Nations* const l,
            const IsnMention* const m,
            const uint32_t country)
{
  const IsnWord* const words = l->source->analysis->words;
  for (uint32_t t = m->tokens.begin + 1; t < m->tokens.end; ++t) {
    if (!words[t].n_proclitics &&
        isn_word_has_class(&words[t], l->nationality) &&
        nation_of(l, words[t].word) != country) {
      return true;
    }
  }
  return false;
}

/// «المجلس الأعلى للبيئة في مملكة البحرين»: the country that mention number `i`
/// names, right behind a body whose name tells that it is a state's, or
/// ISN_NO_ENTITY.
static uint32_t
state_behind(const Nations* const l, const IsnDocument* const doc, size_t i)
{
  // «ممثل المؤتمر الوطني في المغرب»: the delegate is there, not the body
  const IsnWord* const words = l->source->analysis->words;
  const IsnMention* const m = &doc->mentions[i];
  const uint32_t begin = m->tokens.begin;
  if (m->tokens.end - begin < 3 ||
      !isn_words_has(&isn_words_state_wide, words[begin + 1].word) ||
      isn_words_has(&isn_words_bodies_of_many_states, words[begin].word) ||
      (begin && isn_words_has(&isn_words_abroad, words[begin - 1].word)) ||
      isn_str_is(doc->entities[m->entity].kind, "international")) {
    return ISN_NO_ENTITY;
  }
  uint32_t t = m->tokens.end;
  bool is_in = false;
  if (t < doc->n_tokens && isn_str_is(words[t].word, "في")) {
    is_in = true;
    ++t;
  }
  is_in = is_in || (t < doc->n_tokens && words[t].n_proclitics &&
                    !strcmp(words[t].proclitics, "ب"));
  if (t < doc->n_tokens &&
      isn_words_has(&isn_words_state_nouns, words[t].word)) {
    ++t;
  }
  for (++i; is_in && i < doc->n_mentions && doc->mentions[i].tokens.begin <= t;
       ++i) {
    const uint32_t e = doc->mentions[i].entity;
    if (e != ISN_NO_ENTITY && doc->mentions[i].tokens.begin + 1 >= t &&
        doc->mentions[i].tokens.begin >= m->tokens.end &&
        isn_str_is(doc->entities[e].kind, "Country")) {
      return is_of_other(l, m, e) ? ISN_NO_ENTITY : e;
    }
  }
  return ISN_NO_ENTITY;
}

static IsnStatus
add_state(const Nations* const l,
          IsnFactSet* const set,
          IsnDocument* const doc,
          const size_t i)
{
  const IsnMention* const m = &doc->mentions[i];
  const IsnFact fact = { .subject = m->entity,
                         .property = ISN_PROP_UNIT_OF,
                         .object = state_behind(l, doc, i),
                         .context = ISN_NO_ENTITY,
                         .rule = ISN_STR("body-of-state"),
                         .is_default = true,
                         .confidence = 0.85 };
  return fact.object == ISN_NO_ENTITY
           ? ISN_SUCCESS
           : isn_facts_add(set, doc, &fact, m->chars);
}

IsnStatus
isn_nations_fill(IsnFactSet* const set,
                 IsnDocument* const doc,
                 const IsnAnnotationSource* const source)
{
  IsnStatus st = ISN_SUCCESS;
  Nations l = { .source = source };
  l.nationality = isn_image_find_class(source->image, ISN_STR("nationality"));
  if (!list_nations(&l, doc)) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; l.n && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity == ISN_NO_ENTITY) {
      continue;
    }
    if (m->type == ISN_TYPE_ORGANIZATION) {
      ISN_TRY(st, add_state(&l, set, doc, i));
    }
    const IsnStr kind = doc->entities[m->entity].kind;
    const bool is_ministry =
      m->type == ISN_TYPE_ORGANIZATION && isn_str_is(kind, "ministry");
    if (!is_ministry &&
        (m->type != ISN_TYPE_PLACE || !isn_str_is(kind, "City"))) {
      continue;
    }
    const IsnFact fact = {
      .subject = m->entity,
      .property = is_ministry ? ISN_PROP_UNIT_OF : ISN_PROP_IN_COUNTRY,
      .object = is_ministry ? nation_in(&l, m) : nation_before(&l, m),
      .context = ISN_NO_ENTITY,
      .rule = is_ministry ? ISN_STR("ministry-of-nation")
                          : ISN_STR("capital-of-nation"),
      .confidence = 0.85
    };
    if (fact.object != ISN_NO_ENTITY) {
      ISN_TRY(st, isn_facts_add(set, doc, &fact, m->chars));
    }
  }
  return st;
}
