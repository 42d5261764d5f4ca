// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file fold.h Short pieces of Arabic in one spelling, to compare them.
///
/// For the fixed words of a release's frame (months, «انظر أيضا») only; the
/// text that is worked on has tokenize's normal form.
#ifndef ISN_READ_FOLD_H
#define ISN_READ_FOLD_H

#include "extract/base/str.h"

#define ISN_FOLD_SIZE 256

/// Bytes [begin, end) of what fits, folded, with a zero byte after it.
///
/// Hamza seats, alef maqsura and ta marbuta unified, vowel signs, tatweel and
/// direction marks left out, digits and Latin letters in ASCII and lower case,
/// blanks as one space. Longer pieces are cut.
size_t
isn_fold(IsnStr piece, char folded[ISN_FOLD_SIZE]);

/// The next word of `s` from `*at` on, which moves behind it; false if none.
/// Blanks (of Unicode too) separate words; punctuation belongs to them.
bool
isn_fold_next_word(IsnStr s, size_t* at, IsnStr* word);

/// Whether `c` is a blank other than a line end.
bool
isn_fold_is_blank(uint32_t c);

#endif
