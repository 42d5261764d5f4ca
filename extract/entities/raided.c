// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/raided.h"

#include "extract/word_lists.h"

/// How far before and behind the noun its sentence is looked through.
#define MAX_WORDS_BEHIND 18u
#define MAX_WORDS_BEFORE 16u

static bool
is_outcome(const IsnStr word)
{
  return isn_words_has(&isn_words_outcome_verbs, word);
}

static bool
is_catch(const IsnStr word)
{
  return isn_words_has(&isn_words_catch_words, word);
}

/// A mark that ends a clause: a full stop.
static bool
is_stop(const IsnStr word)
{
  return isn_str_is(word, ".") || isn_str_is(word, "؛");
}

static bool
led_to_catch(const IsnLinker* const l)
{
  const IsnWord* const words = l->analysis->words;
  const uint32_t end = l->mention->tokens.end;
  const uint32_t begin = l->mention->tokens.begin;
  bool has_led = begin && is_outcome(words[begin - 1].word);
  for (uint32_t t = end; t < l->doc->n_tokens && t - end < MAX_WORDS_BEHIND;
       ++t) {
    if (is_stop(words[t].word)) {
      return false;
    }
    if (has_led && is_catch(words[t].word)) {
      return true;
    }
    has_led = has_led || is_outcome(words[t].word);
  }
  return false;
}

static bool
is_time_of_catch(const IsnLinker* const l)
{
  const IsnWord* const words = l->analysis->words;
  const uint32_t begin = l->mention->tokens.begin;
  if (!begin || !isn_words_has(&isn_words_during, words[begin - 1].word)) {
    return false;
  }
  for (uint32_t t = begin - 1; t && begin - t < MAX_WORDS_BEFORE; --t) {
    if (is_stop(words[t - 1].word)) {
      return false;
    }
    if (is_catch(words[t - 1].word)) {
      return true;
    }
  }
  return false;
}

bool
isn_raided_is_told(const IsnLinker* const l)
{
  return l->mention->type == ISN_TYPE_OPERATION && l->name.n &&
         l->name.is_definite && isn_str_is(l->name.words[0], "عمليه") &&
         (led_to_catch(l) || is_time_of_catch(l));
}
