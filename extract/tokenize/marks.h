// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file marks.h Which quotation marks and brackets belong together.
///
/// Arabic news quotes in «», "", “”, ’’‘‘, ‘’ and mixes directions, so a mark
/// is known by its family: inside a quotation only the same family closes it.
/// What is not closed in its paragraph opens nothing.
#ifndef ISN_TOKENIZE_MARKS_H
#define ISN_TOKENIZE_MARKS_H

#include "extract/document.h"

typedef enum {
  ISN_MARK_OPEN = 1 << 0,   ///< Opening quotation mark (each of a doubled one)
  ISN_MARK_CLOSE = 1 << 1,  ///< Closing quotation mark
  ISN_MARK_QUOTED = 1 << 2, ///< Between the two
  ISN_MARK_BRACKETED = 1 << 3, ///< Between brackets
} IsnMark;

/// Fill `marks`, one byte a token. Paragraphs end at line ends.
void
isn_marks_find(const IsnDocument* doc, uint8_t* marks);

/// True if there is a line end between tokens `i` and `i + 1`.
bool
isn_marks_paragraph_ends(const IsnDocument* doc, size_t i);

#endif
