// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/unnamed.h"

#include "extract/entities/similar.h"
#include "extract/word_lists.h"

/// How far behind an event without a name its name may come.
#define MAX_WORDS_TO_NAME 120u

/// How many mentions ahead another of the noun is looked for.
#define MAX_MENTIONS_AHEAD 512u

/// «عملية ساندستورم (Sandstorm)»: whether the mention has a name of its own, in
/// quotation marks or, of an operation, a word that nobody knows.
static bool
has_code_name(const IsnLinker* const l, const IsnMention* const m)
{
  const uint32_t second = m->tokens.begin + 1;
  if (isn_linker_has_own_name(l, m)) {
    return true;
  }
  if (m->type != ISN_TYPE_OPERATION || second >= m->tokens.end) {
    return false;
  }
  const IsnWord* const word = &l->analysis->words[second];
  return !(word->flags & (ISN_WORD_KNOWN | ISN_WORD_ARTICLE)) &&
         !word->n_proclitics && !isn_str_ends(word->word, ISN_STR("يه")) &&
         l->doc->tokens[second].kind == ISN_KIND_WORD;
}

/// «وتناولت دورة «حماية الشهود»», not «كما نظمت دورة «حماية الشهود»»: whether
/// the meeting under way, which has a name, may have been told of.
static bool
may_go_on(const IsnLinker* const l)
{
  const uint32_t begin = l->mention->tokens.begin;
  const size_t s = isn_document_sentence_at(l->doc, begin);
  if (!isn_words_has(&isn_words_course_nouns, l->name.words[0]) ||
      l->name.ordinal || s >= l->doc->n_sentences) {
    return false;
  }
  const uint32_t first = l->doc->sentences[s].tokens.begin;
  for (uint32_t t = first; t < begin; ++t) {
    const IsnStr word = l->analysis->words[t].word;
    if (isn_words_has(&isn_words_also, word) ||
        isn_words_has(&isn_words_holding_verbs, word)) {
      return false;
    }
  }
  return begin == first + 1 ||
         (begin > first &&
          isn_words_has(&isn_words_inside, l->analysis->words[begin - 1].word));
}

/// «دورة تدريبية»: whether the mention tells of one without naming it, by the
/// noun of the one under way.
static bool
is_unnamed_one(const IsnLinker* const l, const IsnMention* const m)
{
  IsnName name;
  isn_name_read(&name, l->doc, l->analysis, m->type, m->tokens);
  const uint32_t behind = m->tokens.end;
  const bool is_other =
    (behind < l->doc->n_tokens &&
     isn_words_has(&isn_words_another_indef,
                   l->analysis->words[behind].word)) ||
    (name.n >= 2 && (isn_words_has(&isn_words_another_indef, name.words[1]) ||
                     isn_similar_is_of_other_time(name.words[1])));
  return name.n && !name.is_definite && !name.is_pointed && !name.ordinal &&
         !is_other && !has_code_name(l, m) &&
         isn_str_equal(name.words[0], l->name.words[0]);
}

/// «كما نظم المعهد …», «وكان الإنتربول قد نسق …», «بعد أشهر من …»: whether the
/// words before the mention in its sentence turn to something else.
static bool
is_turned_to(const IsnLinker* const l, const IsnMention* const m)
{
  enum { MAX_WORDS_BEFORE = 4 };
  const uint32_t begin = m->tokens.begin;
  const IsnWord* const words = l->analysis->words;
  const size_t s = isn_document_sentence_at(l->doc, begin);
  const uint32_t first =
    s < l->doc->n_sentences ? l->doc->sentences[s].tokens.begin : begin;
  for (uint32_t t = begin; t > first && begin - t < MAX_WORDS_BEFORE; --t) {
    if (isn_words_has(&isn_words_other_than, words[t - 1].word)) {
      return true;
    }
  }
  return first < begin && first > l->mention->tokens.begin &&
         isn_words_has(&isn_words_first_words_of_another, words[first].word);
}

/// Whether a later mention of the noun has another name: «عملية «الفجر»
/// وعملية «البرق»».
static bool
is_one_of_several(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  for (size_t i = number + 1;
       i < doc->n_mentions && i - number < MAX_MENTIONS_AHEAD;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != l->mention->type || m->is_anaphor || !has_code_name(l, m) ||
        is_turned_to(l, m)) {
      continue;
    }
    IsnName name;
    isn_name_read(&name, doc, l->analysis, m->type, m->tokens);
    if (name.n && isn_str_equal(name.words[0], l->name.words[0]) &&
        (name.ordinal != l->name.ordinal ||
         (!isn_name_covers(&name, &l->name) &&
          !isn_name_covers(&l->name, &name)))) {
      return true;
    }
  }
  return false;
}

/// «عملية أمنية في ولاية القصرين»: the place named right behind an event, in
/// its sentence, or NULL.
static const IsnMention*
place_behind(const IsnLinker* const l, const size_t event)
{
  enum { MAX_WORDS_TO_PLACE = 6 };
  const IsnDocument* const doc = l->doc;
  const IsnMention* const m = &doc->mentions[event];
  for (size_t i = event + 1; i < doc->n_mentions; ++i) {
    const IsnMention* const place = &doc->mentions[i];
    const uint32_t begin = place->tokens.begin;
    if (begin > m->tokens.end + MAX_WORDS_TO_PLACE) {
      break;
    }
    if (place->type == ISN_TYPE_PLACE && begin > m->tokens.end &&
        isn_str_is(l->analysis->words[begin - 1].word, "في")) {
      return isn_document_sentence_at(doc, begin) ==
                 isn_document_sentence_at(doc, m->tokens.begin)
               ? place
               : NULL;
    }
  }
  return NULL;
}

/// Whether two events are told to be at places of different names.
static bool
are_elsewhere(const IsnLinker* const l, const size_t a, const size_t b)
{
  const IsnMention* const x = place_behind(l, a);
  const IsnMention* const y = place_behind(l, b);
  if (!x || !y) {
    return false;
  }
  IsnName name;
  IsnName other;
  isn_name_read(&name, l->doc, l->analysis, x->type, x->tokens);
  isn_name_read(&other, l->doc, l->analysis, y->type, y->tokens);
  return !isn_name_equal(&name, &other) && !isn_name_ends(&name, &other) &&
         !isn_name_ends(&other, &name);
}

uint32_t
isn_unnamed_find(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  const uint32_t begin = l->mention->tokens.begin;
  const IsnType type = l->mention->type;
  if ((type != ISN_TYPE_OPERATION && type != ISN_TYPE_MEETING) || !l->name.n ||
      !has_code_name(l, l->mention) ||
      (type == ISN_TYPE_MEETING && !may_go_on(l)) ||
      (begin && isn_words_has(&isn_words_among_others,
                              l->analysis->words[begin - 1].word)) ||
      is_one_of_several(l, number)) {
    return ISN_NO_ENTITY;
  }
  uint32_t found = ISN_NO_ENTITY;
  for (size_t i = isn_linker_first_near(l); i < number; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != type || m->is_anaphor || m->entity == ISN_NO_ENTITY) {
      continue;
    }
    IsnName name;
    isn_name_read(&name, doc, l->analysis, type, m->tokens);
    if (type == ISN_TYPE_MEETING &&
        !(name.n && isn_str_equal(name.words[0], l->name.words[0]))) {
      continue; // «حفل», «اجتماع» beside the course
    }
    if (!is_unnamed_one(l, m) || are_elsewhere(l, i, number) ||
        (found != ISN_NO_ENTITY && m->entity != found)) {
      return ISN_NO_ENTITY;
    }
    found = m->tokens.end + MAX_WORDS_TO_NAME >= begin ? m->entity : found;
  }
  return found;
}

bool
isn_unnamed_is_named(const IsnLinker* const l,
                     const size_t number,
                     const uint32_t entity)
{
  const IsnType type = l->mention->type;
  if (entity == ISN_NO_ENTITY ||
      (type != ISN_TYPE_MEETING && type != ISN_TYPE_OPERATION) || !l->name.n ||
      !has_code_name(l, l->mention)) {
    return false;
  }
  for (size_t i = isn_linker_first_near(l); i < number; ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->entity == entity && !is_unnamed_one(l, m)) {
      return false;
    }
  }
  return true;
}
