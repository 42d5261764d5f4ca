// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file codename.h What an operation or exercise is called is nobody's name.
#ifndef ISN_ENTITIES_CODENAME_H
#define ISN_ENTITIES_CODENAME_H

#include "extract/analysis.h"

/// Take out of doc->mentions the persons, places and organizations that stand
/// in a quotation of a few words which is the name of an operation, an exercise
/// or a campaign: «تمرين «أسد البحر»», «عملية أطلق عليها اسم «درع الخليج»».
void
isn_codename_drop(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
