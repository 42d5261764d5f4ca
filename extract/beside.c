// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/beside.h"

#include "extract/word_lists.h"

/// «على هامش حضوره الجلسة الختامية من أعمال المؤتمر» has six words between.
#define MAX_WORDS 8u

/// «خلال مشاركته في أعمال القمة» has two.
#define MAX_WORDS_TO_PART 4u

bool
isn_beside_is(const IsnDocument* const doc,
              const IsnAnalysis* const analysis,
              const uint32_t token)
{
  for (uint32_t n = 1; analysis && n <= MAX_WORDS && n <= token; ++n) {
    const uint32_t t = token - n;
    if (doc->tokens[t].kind == ISN_KIND_PUNCTUATION) {
      return false;
    }
    if (isn_str_is(analysis->words[t].word, "هامش")) {
      return true;
    }
    if (n <= MAX_WORDS_TO_PART && t &&
        isn_words_has(&isn_words_taking_part_of_it, analysis->words[t].word) &&
        isn_words_has(&isn_words_alongside, analysis->words[t - 1].word)) {
      return true;
    }
  }
  return false;
}
