// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sentences.h From UAX #29's sentence breaks to Arabic sentences.
#ifndef ISN_TOKENIZE_SENTENCES_H
#define ISN_TOKENIZE_SENTENCES_H

#include "extract/base/status.h"
#include "extract/document.h"

/// Group the tokens of `doc` into sentences.
///
/// `breaks`: code points where UAX #29 ends a sentence, ascending, the last at
/// the text's end. A paragraph's end always ends a sentence.
IsnStatus
isn_sentences_find(IsnDocument* doc, const uint32_t* breaks, size_t n_breaks);

/// Fill in sentence token ranges where only code points are known.
void
isn_sentences_index(IsnDocument* doc);

#endif
