// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file literal.h Words that a pattern spells out.
#ifndef ISN_RULES_LITERAL_H
#define ISN_RULES_LITERAL_H

#include "extract/base/arena.h"

#define ISN_MAX_LITERALS 256

/// The strings that a part of a pattern can match; all of them.
typedef struct {
  IsnStr list[ISN_MAX_LITERALS]; ///< In normal form, in the arena
  size_t n;
} IsnLiterals;

/// Read the longest part of `pattern` from `*at` on that matches a closed list
/// of strings, as «(?:ال)?(?:لاعب|حكم)» does; `*at` moves behind it. False if
/// there is none.
bool
isn_literals_read(IsnLiterals* literals,
                  IsnStr pattern,
                  size_t* at,
                  IsnArena* arena);

/// Behind the bracket that closes the one at `at`.
size_t
isn_pattern_skip(IsnStr pattern, size_t at);

#endif
