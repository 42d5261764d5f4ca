// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file quantities.h Numbers, ordinals, dates, durations and sums.
#ifndef ISN_VALUES_QUANTITIES_H
#define ISN_VALUES_QUANTITIES_H

#include "extract/analysis.h"

/// Find all quantities of a document, sentence by sentence.
///
/// Needs analysis->words (months, currencies and weekdays come from
/// analysis->hits) and fills analysis->quantities. A year that the text does
/// not give, and «أمس» or «الأحد», are taken from doc->date; without it such a
/// date is not reported. Memory is the document's arena's.
IsnStatus
isn_quantities_find(IsnAnalysis* analysis, const IsnDocument* doc);

#endif
