// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file own_name.h «ولاية سنار»: a place's own name, without the noun before.
#ifndef ISN_ENTITIES_OWN_NAME_H
#define ISN_ENTITIES_OWN_NAME_H

#include "extract/analysis.h"

/// Note in each mention of a place that begins in a noun of its sort («نهر»,
/// «محافظة», «قطاع») or a side («غرب أفريقيا») which of its words are the name
/// itself, as labels of newspapers have it. Rules go on with the whole mention.
void
isn_own_names_find(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
