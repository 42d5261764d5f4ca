// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file taken.h What a pattern can have taken of a unit's word so far.
///
/// «(?:وـ|و)?قال» has taken nothing or «و» where it comes to «قال»: so the word
/// is «قال» or «وقال». Where that cannot be told by a few strings, nothing is.
#ifndef ISN_RULES_TAKEN_H
#define ISN_RULES_TAKEN_H

#include "extract/rules/literal.h"

#define ISN_MAX_TAKEN 12u

/// Const once made. NULL: not known, so that letters behind it mean nothing.
typedef struct {
  IsnStr list[ISN_MAX_TAKEN]; ///< Each once; "" for nothing
  size_t n;
} IsnTaken;

/// Where a word begins.
extern const IsnTaken isn_taken_nothing;

/// Whether it is known that nothing was taken.
bool
isn_taken_is_nothing(const IsnTaken* taken);

/// What one way or the other can have taken.
const IsnTaken*
isn_taken_join(IsnArena* arena, const IsnTaken* a, const IsnTaken* b);

/// All ways to go on from `taken` by one of the strings; false if there are
/// more than ISN_MAX_LITERALS.
bool
isn_taken_words(IsnArena* arena,
                const IsnTaken* taken,
                const IsnLiterals* strings,
                IsnLiterals* words);

/// What was taken behind one of these words, as far as it went.
const IsnTaken*
isn_taken_of(IsnArena* arena, const IsnLiterals* words);

/// Behind a tatweel: the letter before it was a proclitic, none of the word's.
const IsnTaken*
isn_taken_tatweel(IsnArena* arena, const IsnTaken* taken);

#endif
