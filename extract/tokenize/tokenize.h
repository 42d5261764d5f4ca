// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file tokenize.h Words and sentences by UAX #29, with what Arabic needs.
///
/// Words: UAX #29 by ICU, then an Arabic word is cut at a full stop, colon or
/// apostrophe inside it («المبادرة.وتمول») unless it is an abbreviation of
/// single letters («و.م.ع»), and between letters and digits («الـ39»،«2019م»).
/// Sentences: UAX #29 by ICU, but none ends inside a quotation or a bracket,
/// after an initial («رونالد ك. نوبل») or an abbreviated title («د. محمد»).
#ifndef ISN_TOKENIZE_TOKENIZE_H
#define ISN_TOKENIZE_TOKENIZE_H

#include "extract/base/diag.h"
#include "extract/document.h"

typedef struct IsnTokenizer IsnTokenizer;

IsnStatus
isn_tokenizer_new(IsnTokenizer** tokenizer, const IsnSink* sink);

void
isn_tokenizer_free(IsnTokenizer* tokenizer);

/// Fill tokens and sentences of `doc` (replacing what was there).
IsnStatus
isn_tokenize(IsnTokenizer* tokenizer, IsnDocument* doc);

#endif
