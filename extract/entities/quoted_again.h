// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file quoted_again.h What a quotation alone names again.
#ifndef ISN_ENTITIES_QUOTED_AGAIN_H
#define ISN_ENTITIES_QUOTED_AGAIN_H

#include "extract/analysis.h"

/// Add to doc->mentions, once they are linked, each quotation of the very words
/// that are quoted in the name of an event or initiative before it: «وتندرج
/// «كوبرا 2» في» after «عملية «كوبرا 2»».
IsnStatus
isn_quoted_again_find(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
