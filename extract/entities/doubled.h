// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file doubled.h «وكالة الحدود الأوروبية «فرونتكس»»: two names, one mention.
#ifndef ISN_ENTITIES_DOUBLED_H
#define ISN_ENTITIES_DOUBLED_H

#include "extract/analysis.h"

/// Let a body's mention take in the short name of the same body that stands
/// quoted right behind it, whose own mention is taken out of doc->mentions.
/// The mentions are linked; both names stay names of the entity.
void
isn_doubled_join(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
