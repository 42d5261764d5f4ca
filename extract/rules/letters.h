// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file letters.h What kinds ask of a word's letters.
///
/// Nearly all ask for closed lists of words, beginnings and endings, and for
/// how many letters there are. Words that are alike in these, and in their
/// marks, are then of the same kinds: what was found for one holds for all.
#ifndef ISN_RULES_LETTERS_H
#define ISN_RULES_LETTERS_H

#include "extract/base/pool.h"
#include "extract/rules/formulas.h"
#include "extract/rules/pattern.h"

#define ISN_LETTER_BYTES 2u
/// A word's letters are counted up to here.
#define ISN_MAX_LETTERS_COUNTED 9u

/// Letters that the patterns' ranges agree on.
static inline bool
isn_letter_is(const uint32_t c)
{
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A);
}

/// Whether it is a class of several words, joined by _.
static inline bool
isn_letters_have_several(const IsnStr word)
{
  return word.n_bytes && memchr(word.data, '_', word.n_bytes);
}

/// Const once learned, shared by all workers. Zero is valid: nothing is asked.
typedef struct IsnLetters {
  IsnPool begins;   ///< What words begin with, or are
  IsnPool endings;  ///< What they end with
  size_t max_begin; ///< Bytes of the longest
  size_t max_ending;
  IsnFormulas formulas;
} IsnLetters;

/// Note, in the arena, what `pattern` asks of letters. False if it asks for
/// more than can be noted: then only a match tells.
///
/// `*formula` is the first step of a formula that holds of words which
/// isn_letters_read reads if, and only if, the pattern matches them;
/// ISN_NO_FORMULA if there is none.
bool
isn_letters_learn(IsnLetters* letters,
                  const IsnPatternScope* scope,
                  IsnStr pattern,
                  IsnArena* arena,
                  uint32_t* formula);

/// Append what `word` (a sign's letters) has of all that is asked for, as
/// bytes: the same for words that no pattern that was noted tells apart.
void
isn_letters_describe(const IsnLetters* letters, IsnStr word, IsnBuffer* out);

/// Find what holds of a sign (see symbols.h) whose letters stand at `place`.
/// False if formulas do not tell of it: what it has is not just letters that
/// all patterns take for such.
bool
isn_letters_read(const IsnLetters* letters,
                 IsnStr sign,
                 IsnSpan place,
                 IsnProven* proven);

#endif
