// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file again.h Short names of persons named in full elsewhere.
#ifndef ISN_ENTITIES_AGAIN_H
#define ISN_ENTITIES_AGAIN_H

#include "extract/analysis.h"
#include "extract/gazetteer/image.h"

/// Add to doc->mentions the last word of each person's name of two words or
/// more, wherever else it stands alone: «بيلان» in a document that has
/// «كاريل بيلان». One that is an ordinary word too («صالح») counts only where
/// a name can stand: behind a verb, a preposition, «أن», or at the begin.
IsnStatus
isn_again_find(IsnDocument* doc,
               const IsnAnalysis* analysis,
               const IsnImage* image);

#endif
