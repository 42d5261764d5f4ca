// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file capitals.h «العاصمة اللبنانية» before the city's own name.
#ifndef ISN_ENTITIES_CAPITALS_H
#define ISN_ENTITIES_CAPITALS_H

#include "extract/analysis.h"

/// Take out of doc->mentions each capital that is told by its nation where its
/// name stands right behind: «العاصمة اللبنانية بيروت».
void
isn_capitals_drop(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
