// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file release.h The shape of a press release: what its lines are.
#ifndef ISN_READ_RELEASE_H
#define ISN_READ_RELEASE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/document.h"

typedef enum {
  ISN_PART_LEFTOVER, ///< Of the web page: «All news», «انظر أيضا», …
  ISN_PART_HEADLINE,
  ISN_PART_DATE, ///< «٢٠ ديسمبر، ٢٠١٩»
  ISN_PART_STANDFIRST,
  ISN_PART_DATELINE, ///< «تونس العاصمة -», «القاهرة … م واس»; body follows
  ISN_PART_BODY,     ///< One paragraph (without its dateline)
  ISN_PART_CAPTION,  ///< Of a picture, or a line that stands twice
} IsnPartKind;

typedef struct {
  IsnPartKind kind;
  IsnSpan chars; ///< Code points, without the blanks around
  IsnSpan bytes; ///< The same in bytes
} IsnReleasePart;

/// Code points of a line that may be a date's, and words beside the date that
/// a dateline may have.
#define ISN_RELEASE_MAX_DATE_LINE 80
#define ISN_RELEASE_MAX_DATELINE_WORDS 9

/// Whether the line ends as a sentence does, quotation marks aside.
bool
isn_release_line_is_sentence(IsnStr line);

/// The parts of `text` in order, one for each line that is not blank, the
/// dateline apart from its paragraph. A function of the text alone.
IsnStatus
isn_release_parts(IsnStr text,
                  IsnArena* arena,
                  IsnReleasePart** parts,
                  size_t* n_parts);

/// Fill what is absent of title, date and lang from the text's shape.
///
/// Ordinary news that begins with its first paragraph has no title.
IsnStatus
isn_release_describe(IsnDocument* doc);

#endif
