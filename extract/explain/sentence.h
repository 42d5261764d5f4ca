// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sentence.h The annotated sentence, and parts of a text, for readers.
#ifndef ISN_EXPLAIN_SENTENCE_H
#define ISN_EXPLAIN_SENTENCE_H

#include "extract/rules/annotate.h"

/// Append units [begin, end) as a reader would write them: words as they
/// stand, «{Person: يورغن شتوك}» for what is one placeholder to a pattern,
/// and behind each word «[say.perf arabic]» if `has_classes`.
void
isn_sentence_write(IsnBuffer* out,
                   const IsnAnnotated* annotated,
                   const IsnAnnotationSource* source,
                   IsnSpan units,
                   bool has_classes);

/// Append all units, a line each: code points, words and classes.
void
isn_units_write(IsnBuffer* out,
                const IsnAnnotated* annotated,
                const IsnAnnotationSource* source);

/// Name of a lexical class or a shape.
IsnStr
isn_class_name(const IsnImage* image, uint32_t number);

/// Name of an IsnSymbol, as patterns have it.
const char*
isn_symbol_name(uint32_t symbol);

/// Append `text` with each run of blanks and line ends as one blank.
void
isn_line_write(IsnBuffer* out, IsnStr text);

/// Append the words of code points `chars` on one line.
void
isn_words_write(IsnBuffer* out, const IsnDocument* doc, IsnSpan chars);

/// Append "[begin,end) «words»".
void
isn_span_write(IsnBuffer* out, const IsnDocument* doc, IsnSpan chars);

/// Append as by printf; long results are cut at some hundred bytes.
void
isn_print(IsnBuffer* out, const char* format, ...)
  __attribute__((format(printf, 2, 3)));

#endif
