// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file relations.h From mentions and relation rules to facts.
#ifndef ISN_RELATIONS_RELATIONS_H
#define ISN_RELATIONS_RELATIONS_H

#include "extract/rules/run.h"

/// Fill doc->facts: each fact once, with the evidence of all its matches.
IsnStatus
isn_relations_find(IsnRunner* runner,
                   IsnDocument* doc,
                   const IsnAnalysis* analysis);

#endif
