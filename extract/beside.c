// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/beside.h"

#include "extract/word_lists.h"

/// «على هامش حضوره الجلسة الختامية من أعمال المؤتمر» has six words between.
#define MAX_WORDS 8u

/// «خلال مشاركته في أعمال القمة» has two.
#define MAX_WORDS_TO_PART 4u

/// «على هامش مشاركة الوزير، في الندوة»: whether somebody's part in what follows
/// is told behind «هامش» at `token`.
static bool
is_part_behind(const IsnAnalysis* const analysis, const uint32_t token)
{
  const IsnStr word = analysis->words[token + 1].word;
  return isn_str_is(word, "مشاركه") || isn_str_is(word, "حضور") ||
         isn_words_has(&isn_words_taking_part_of_it, word);
}

bool
isn_beside_is(const IsnDocument* const doc,
              const IsnAnalysis* const analysis,
              const uint32_t token)
{
  bool is_set_apart = false;
  for (uint32_t n = 1; analysis && n <= MAX_WORDS && n <= token; ++n) {
    const uint32_t t = token - n;
    if (doc->tokens[t].kind == ISN_KIND_PUNCTUATION) {
      if (is_set_apart || !isn_str_is(analysis->words[t].word, "،")) {
        return false;
      }
      is_set_apart = true;
      continue;
    }
    if (isn_str_is(analysis->words[t].word, "هامش")) {
      return !is_set_apart || is_part_behind(analysis, t);
    }
    if (is_set_apart) {
      continue;
    }
    if (n <= MAX_WORDS_TO_PART && t &&
        isn_words_has(&isn_words_taking_part_of_it, analysis->words[t].word) &&
        isn_words_has(&isn_words_alongside, analysis->words[t - 1].word)) {
      return true;
    }
  }
  return false;
}
