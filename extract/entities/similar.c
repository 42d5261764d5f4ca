// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/similar.h"

#include "extract/entities/lands.h"
#include "extract/entities/person.h"
#include "extract/word_lists.h"

#include <string.h>

/// The headline and the first sentences of the body.
#define LEAD_SENTENCES 4u

/// Headlines, their second lines and the line of the date: sentences in front
/// of the first one with a full stop.
#define MAX_HEADLINES 8u

/// Whether the sentence of tokens [begin, end) ends in a full stop; the two
/// dots of a headline («برئاسة مصر.. اجتماع وزراء النقل») are none.
static bool
ends_in_stop(const IsnDocument* const doc, const IsnSpan tokens)
{
  size_t n_dots = 0;
  for (uint32_t t = tokens.end; t > tokens.begin; --t) {
    const IsnSpan bytes = doc->tokens[t - 1].bytes;
    if (!isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), ".")) {
      break;
    }
    ++n_dots;
  }
  return n_dots == 1;
}

/// A line of more words is the body's, though it has no full stop.
#define MAX_HEADLINE_WORDS 32u

static size_t
count_headlines(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_sentences && i < MAX_HEADLINES; ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    if (ends_in_stop(doc, tokens) ||
        tokens.end - tokens.begin > MAX_HEADLINE_WORDS) {
      return i ? i : 1;
    }
  }
  return 1;
}

bool
isn_similar_is_of_other_time(const IsnStr word)
{
  return isn_words_has(&isn_words_other_times, word);
}

/// «اجتماع المجلس المقبل»: whether the word behind the mention under way says
/// that it is another one.
static bool
is_other_behind(const IsnLinker* const l)
{
  const uint32_t behind = l->mention->tokens.end;
  const IsnStr word = behind < l->doc->n_tokens
                        ? l->analysis->words[behind].word
                        : (IsnStr){ NULL, 0 };
  return isn_str_starts(word, ISN_STR("ال")) &&
         isn_similar_is_of_other_time(isn_str_slice(word, 4, word.n_bytes));
}

/// «عملية «الفجر»» and «عملية «البرق»»: whether the entity was given a name in
/// quotation marks, and the mention has another.
static bool
is_called_otherwise(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  if (!isn_linker_has_own_name(l, l->mention)) {
    return false;
  }
  for (size_t i = 0; i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity == entity && isn_linker_has_own_name(l, m)) {
      return true;
    }
  }
  return false;
}

bool
isn_similar_follows_headline(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  if (doc->n_sentences < 2 || ends_in_stop(doc, doc->sentences[0].tokens)) {
    return false; // there is no headline
  }
  const size_t n_headlines = count_headlines(doc);
  const size_t n_lead = n_headlines + LEAD_SENTENCES - 1;
  const uint32_t headline_end = doc->sentences[n_headlines - 1].tokens.end;
  const size_t last =
    doc->n_sentences < n_lead ? doc->n_sentences - 1 : n_lead - 1;
  const uint32_t begin = l->mention->tokens.begin;
  if (begin < headline_end || begin >= doc->sentences[last].tokens.end) {
    return false;
  }
  // Only what the headline, and nothing since, has spoken of
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity == entity && m->tokens.begin >= headline_end) {
      return false;
    }
    if (m->tokens.begin >= begin) {
      break;
    }
  }
  return true;
}

/// «ورشة عمل إقليمية» of the headline is told in full in the body.
static bool
is_told_again(const IsnLinker* const l, const uint32_t entity)
{
  const IsnType type = l->mention->type;
  return (isn_linker_is_event(type) || type == ISN_TYPE_INITIATIVE) &&
         !is_other_behind(l) && isn_similar_follows_headline(l, entity) &&
         !is_called_otherwise(l, entity);
}

/// «دورة «إدارة الأزمات والكوارث»» after «دورة «إدارة الأزمات»»: whether the
/// mention under way goes on where the other's name, of two words at least
/// behind the noun, ends; not with a number («الفجر الجديد 2»), but for a year.
static bool
goes_on_behind(const IsnLinker* const l, const IsnMention* const shorter)
{
  IsnName name;
  isn_name_read(&name, l->doc, l->analysis, shorter->type, shorter->tokens);
  if (name.n < 3 || name.ordinal != l->name.ordinal ||
      !isn_name_begins(&l->name, &name)) {
    return false;
  }
  const IsnSpan tokens = l->mention->tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const IsnTokenKind kind = l->doc->tokens[t].kind;
    const bool is_year = l->analysis->words[t].word.n_bytes == strlen("2019");
    if (kind != ISN_KIND_WORD && kind != ISN_KIND_PUNCTUATION && !is_year) {
      return false;
    }
  }
  return true;
}

/// Whether the headline has the mention's name in quotation marks, shortened,
/// as one of the entity's.
static bool
is_named_in_full(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  if (doc->n_sentences < 2 || ends_in_stop(doc, doc->sentences[0].tokens) ||
      !isn_linker_is_event(l->mention->type) || is_other_behind(l) ||
      !isn_linker_has_own_name(l, l->mention)) {
    return false;
  }
  const uint32_t headline_end =
    doc->sentences[count_headlines(doc) - 1].tokens.end;
  for (size_t i = 0; i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= headline_end) {
      break;
    }
    if (m->entity == entity && isn_linker_has_own_name(l, m) &&
        goes_on_behind(l, m)) {
      return true;
    }
  }
  return false;
}

/// «التمرين الأمني» after «التمرين التعبوي المشترك»: what any exercise is.
static bool
is_any_exercise(const IsnName* const name)
{
  return name->n == 2 && (name->is_definite || name->is_pointed) &&
         !name->ordinal && isn_str_is(name->words[0], "تمرين") &&
         isn_words_has(&isn_words_exercise_adjectives, name->words[1]);
}

static bool
same_event(const IsnName* const a, const IsnName* const b)
{
  const bool ordinals_fit =
    !a->ordinal || !b->ordinal || a->ordinal == b->ordinal;
  if (!ordinals_fit || !isn_str_equal(a->words[0], b->words[0])) {
    return false;
  }
  if (a->n == 2 && b->ordinal && isn_similar_is_of_other_time(a->words[1])) {
    return false; // «الدورة السابقة» and «دورته الرابعة»
  }
  if (b->n == 1 && !b->ordinal) {
    return b->is_definite || b->is_pointed;
  }
  if ((a->ordinal && a->ordinal == b->ordinal) || is_any_exercise(b)) {
    return true;
  }
  if (b->ordinal && !a->ordinal && !b->is_definite && !b->is_pointed) {
    return false; // «اتفاقية قرض ثالثة» is one more
  }
  if (b->n == 1 && b->ordinal && !a->ordinal) {
    return false; // «المؤتمر الأول» was held before the one that has no number
  }
  return isn_name_covers(a, b) || (b->is_definite && isn_name_covers(b, a));
}

/// «مبادرة رسل السلام العالمية» after «مبادرة رسل السلام»; «الحملة الوطنية
/// لنصرة الأشقاء» after «الحملة الوطنية القطرية لنصرة الأشقاء في سوريا».
static bool
same_initiative(const IsnName* const a, const IsnName* const b)
{
  const IsnStr last = b->n ? b->words[b->n - 1] : (IsnStr){ NULL, 0 };
  const bool has_adjective =
    a->n >= 3 && b->n == a->n + 1 &&
    (isn_str_ends(last, ISN_STR("يه")) || isn_str_ends(last, ISN_STR("ي")));
  return (has_adjective && isn_name_begins(b, a)) ||
         (b->n >= 3 && b->is_definite &&
          isn_str_equal(a->words[0], b->words[0]) && isn_name_covers(a, b));
}

static bool
same_thing(const IsnType type, const IsnName* const a, const IsnName* const b)
{
  if (type == ISN_TYPE_PERSON) {
    return isn_person_same(a, b);
  }
  if (isn_linker_is_event(type)) {
    return same_event(a, b);
  }
  if (type == ISN_TYPE_ORGANIZATION) {
    // «الأمانة العامة» after «الأمانة العامة للإنتربول»
    return b->n >= 2 && b->is_definite && isn_name_begins(a, b);
  }
  return type == ISN_TYPE_INITIATIVE &&
         ((b->n == 1 && (b->is_definite || b->is_pointed) &&
           isn_str_equal(a->words[0], b->words[0])) ||
          (b->n >= 2 && isn_name_begins(a, b)) ||
          (b->n >= 1 && isn_name_ends(a, b)) ||
          (a->n >= 1 && isn_name_ends(b, a)) || same_initiative(a, b));
}

/// Whether the entity was said to be another in number: the seventh meeting,
/// told of before without one, is not the eighth.
static bool
has_other_ordinal(const IsnLinker* const l,
                  const uint64_t hash,
                  const uint32_t entity)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; l->name.ordinal && i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (node->entity == entity && node->name->ordinal &&
        node->name->ordinal != l->name.ordinal) {
      return true;
    }
  }
  return false;
}

/// Whether the entity was named in full otherwise: «قاسم بني خالد» is not
/// «عامر بني خالد», of whom the text said «بني خالد».
static bool
has_other_first_name(const IsnLinker* const l,
                     const uint64_t hash,
                     const uint32_t entity)
{
  if (l->mention->type != ISN_TYPE_PERSON || l->name.n < 2) {
    return false;
  }
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (node->entity == entity && !isn_name_equal(node->name, &l->name) &&
        !isn_person_same(node->name, &l->name)) {
      return true;
    }
  }
  return false;
}

bool
isn_similar_is_abroad(const IsnLinker* const l, const IsnIndexNode* const node)
{
  if (l->mention->type != ISN_TYPE_ORGANIZATION || !node->name->n) {
    return false;
  }
  const IsnStr last = node->name->words[node->name->n - 1];
  const bool has_nation =
    node->name->n == l->name.n + 1 &&
    (isn_str_ends(last, ISN_STR("يه")) || isn_str_ends(last, ISN_STR("ي")));
  return (has_nation && isn_lands_are_others(l, last)) ||
         isn_lands_differ(l, node->entity);
}

/// «المرحلة الثانية من مشروع الجسر», not «مشروع الجسر».
static bool
is_phase(const IsnName* const name)
{
  return name->n && isn_words_has(&isn_words_phases, name->words[0]);
}

uint32_t
isn_similar_find(const IsnLinker* const l, const uint64_t hash)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    const bool ordinals_fit = !node->name->ordinal || !l->name.ordinal ||
                              node->name->ordinal == l->name.ordinal;
    const bool is_same = same_thing(l->mention->type, node->name, &l->name) ||
                         (ordinals_fit && (is_told_again(l, node->entity) ||
                                           is_named_in_full(l, node->entity)));
    if (is_same && is_phase(node->name) == is_phase(&l->name) &&
        !has_other_ordinal(l, hash, node->entity) &&
        !has_other_first_name(l, hash, node->entity) &&
        !isn_similar_is_abroad(l, node)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}
