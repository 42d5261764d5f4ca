// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file paragraphs.h A text built of paragraphs out of markup.
#ifndef ISN_READ_PARAGRAPHS_H
#define ISN_READ_PARAGRAPHS_H

#include "extract/base/arena.h"
#include "extract/base/buffer.h"

/// Paragraphs with a blank line between them; blanks in a row become one.
///
/// Zero is an empty text; freed by isn_paragraphs_clear.
typedef struct {
  IsnBuffer text;
  size_t begin;        ///< Of the paragraph at hand
  size_t n_pending;    ///< Line ends not yet written
  bool is_blank_ahead; ///< Before the next word
} IsnParagraphs;

void
isn_paragraphs_clear(IsnParagraphs* paragraphs);

/// Append words of the paragraph at hand.
void
isn_paragraphs_add(IsnParagraphs* paragraphs, IsnStr words);

/// A new line in the paragraph; a second one in a row ends it.
void
isn_paragraphs_break(IsnParagraphs* paragraphs);

/// End the paragraph, if it has begun.
void
isn_paragraphs_end(IsnParagraphs* paragraphs);

/// The paragraph from `*at` on, which moves behind it; false after the last.
bool
isn_paragraphs_next(IsnStr text, size_t* at, IsnStr* paragraph);

/// Whether `words` stand in `text`.
bool
isn_paragraphs_has(IsnStr text, IsnStr words);

/// `words` with blanks in a row as one, none around; NULL without memory.
IsnStr
isn_paragraphs_clean(IsnArena* arena, IsnStr words);

#endif
