// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/beside.h"

/// «على هامش حضوره الجلسة الختامية من أعمال المؤتمر» has six words between.
#define MAX_WORDS 8u

/// «خلال مشاركته في أعمال القمة» has two.
#define MAX_WORDS_TO_PART 4u

bool
isn_beside_is(const IsnDocument* const doc,
              const IsnAnalysis* const analysis,
              const uint32_t token)
{
  static const char* const parts[] = { "مشاركته",  "مشاركتها", "مشاركتهما",
                                       "مشاركتهم", "حضوره",    "حضورها" };
  static const char* const within[] = { "اطار", "هامش", "خلال" };
  for (uint32_t n = 1; analysis && n <= MAX_WORDS && n <= token; ++n) {
    const uint32_t t = token - n;
    if (doc->tokens[t].kind == ISN_KIND_PUNCTUATION) {
      return false;
    }
    if (isn_str_is(analysis->words[t].word, "هامش")) {
      return true;
    }
    if (n <= MAX_WORDS_TO_PART && t &&
        ISN_IS_ONE_OF(analysis->words[t].word, parts) &&
        ISN_IS_ONE_OF(analysis->words[t - 1].word, within)) {
      return true;
    }
  }
  return false;
}
