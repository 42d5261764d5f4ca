// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file words.h Lists of words that play a part (extract/data/lists).
#ifndef ISN_BASE_WORDS_H
#define ISN_BASE_WORDS_H

#include "extract/base/str.h"

typedef struct {
  const IsnStr* list;
  size_t n;
} IsnWords;

#define ISN_NO_WORD SIZE_MAX

/// Which of the words it is, or ISN_NO_WORD.
static inline size_t
isn_words_find(const IsnWords* const words, const IsnStr word)
{
  for (size_t i = 0; i < words->n; ++i) {
    if (isn_str_equal(words->list[i], word)) {
      return i;
    }
  }
  return ISN_NO_WORD;
}

static inline bool
isn_words_has(const IsnWords* const words, const IsnStr word)
{
  return isn_words_find(words, word) != ISN_NO_WORD;
}

/// Whether `s` begins with one of the words.
static inline bool
isn_words_begin(const IsnWords* const words, const IsnStr s)
{
  for (size_t i = 0; i < words->n; ++i) {
    if (isn_str_starts(s, words->list[i])) {
      return true;
    }
  }
  return false;
}

#endif
