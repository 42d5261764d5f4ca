// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file segment.h Names and keys as segments of an IRI's path.
#ifndef ISN_GRAPH_SEGMENT_H
#define ISN_GRAPH_SEGMENT_H

#include "extract/base/buffer.h"

/// A key or identifier, as it is: all that is neither a letter or digit nor
/// one of - . _ ~ , : @ is percent-encoded, "/" too. Invalid UTF-8 as bytes.
void
isn_segment_append_key(IsnBuffer* out, IsnStr key);

/// The canonical form of a name: hamza seats (أ إ آ ٱ → ا, ؤ → و, ئ ى ی → ي),
/// diacritics, tatweel, joiners and bidi marks, presentation forms of single
/// letters, Arabic and Persian digits and capital ASCII letters are folded;
/// blanks and punctuation are one "_" between words, none after عبد and أبو
/// («عبد الله» is «عبدالله»). ة and ه are kept apart, other than in matching.
void
isn_segment_append_name(IsnBuffer* out, IsnStr name);

#endif
