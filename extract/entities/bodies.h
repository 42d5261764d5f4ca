// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file bodies.h Short names of bodies that are named in full elsewhere.
#ifndef ISN_ENTITIES_BODIES_H
#define ISN_ENTITIES_BODIES_H

#include "extract/analysis.h"
#include "extract/base/status.h"

/// Add to doc->mentions the short names of organizations that the document
/// also names for sure: a club's that is another word elsewhere («الزمالك»
/// beside «نادي الزمالك», of one gazetteer key); a foreign word that stood
/// behind its sort («شركة نوفارا»), or in brackets behind a body's name («منظمة
/// التعاون (إيابكو)»), wherever it stands alone.
IsnStatus
isn_bodies_find(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
