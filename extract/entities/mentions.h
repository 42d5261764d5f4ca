// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file mentions.h From gazetteer hits and entity rules to mentions.
#ifndef ISN_ENTITIES_MENTIONS_H
#define ISN_ENTITIES_MENTIONS_H

#include "extract/rules/run.h"

/// Fill doc->mentions, passes of rules in order: what an earlier pass found is
/// a placeholder to the later. Mentions may nest but never overlap in part.
/// Their entity is ISN_NO_ENTITY until they are linked.
IsnStatus
isn_mentions_find(IsnRunner* runner,
                  IsnDocument* doc,
                  const IsnAnalysis* analysis);

/// Add to doc->mentions, which are linked, what only points back at something
/// named («هذا الاجتماع», «المنظمة»). isn_anaphors_link says at what.
IsnStatus
isn_anaphors_find(IsnRunner* runner,
                  IsnDocument* doc,
                  const IsnAnalysis* analysis);

#endif
