// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file letters.h What kinds ask of a word's letters.
///
/// Nearly all ask for closed lists of words, beginnings and endings, and for
/// how many letters there are. Words that are alike in these, and in their
/// marks, are then of the same kinds: what was found for one holds for all.
#ifndef ISN_RULES_LETTERS_H
#define ISN_RULES_LETTERS_H

#include "extract/base/pool.h"
#include "extract/rules/pattern.h"

/// Const once learned, shared by all workers. Zero is valid: nothing is asked.
typedef struct {
  IsnPool begins;   ///< What words begin with, or are
  IsnPool endings;  ///< What they end with
  size_t max_begin; ///< Bytes of the longest
  size_t max_ending;
} IsnLetters;

/// Note, in the arena, what `pattern` asks of letters. False if it asks for
/// more than can be noted: then only a match tells.
bool
isn_letters_learn(IsnLetters* letters,
                  const IsnPatternScope* scope,
                  IsnStr pattern,
                  IsnArena* arena);

/// Append what `word` (a sign's letters) has of all that is asked for, as
/// bytes: the same for words that no pattern that was noted tells apart.
void
isn_letters_describe(const IsnLetters* letters, IsnStr word, IsnBuffer* out);

#endif
