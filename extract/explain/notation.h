// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file notation.h The elements of a pattern as rule files write it: letters,
/// sets, references in braces and groups, each with its quantifier.
#ifndef ISN_EXPLAIN_NOTATION_H
#define ISN_EXPLAIN_NOTATION_H

#include "extract/rules/pattern.h"

/// Blanks of all sorts; in a pattern they end a word.
bool
isn_notation_is_blank(char c);

/// Behind the letter, set, reference or group at `at`, which is in `pattern`.
size_t
isn_notation_skip_atom(IsnStr pattern, size_t at);

/// Behind the quantifier at `at`; `at` if there is none.
size_t
isn_notation_skip_quantifier(IsnStr pattern, size_t at);

/// Whether the element is a look-ahead or -behind.
bool
isn_notation_is_look(IsnStr element);

/// Bytes of "(", "(?:", "(?>" or "(?<name>"; 0: no such group, as "(*FAIL)".
size_t
isn_notation_opener(IsnStr element);

/// Whether the element only defines groups, and stands for no words.
bool
isn_notation_is_definition(const IsnPatternScope* scope, IsnStr element);

/// Whether the element begins with the end of the word before it.
bool
isn_notation_has_blank(const IsnPatternScope* scope, IsnStr element);

/// Whether all elements of `pattern` can stand for nothing.
bool
isn_notation_is_optional(const IsnPatternScope* scope, IsnStr pattern);

#endif
