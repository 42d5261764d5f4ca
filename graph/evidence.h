// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file evidence.h Why a fact is believed: words, place, rule, confidence.
#ifndef ISN_GRAPH_EVIDENCE_H
#define ISN_GRAPH_EVIDENCE_H

#include "graph/scribe.h"

/// Write the isn:Evidence node of the statement that `fact` became.
void
isn_evidence_write(IsnScribe* scribe,
                   const IsnFact* fact,
                   IsnStr subject,
                   IsnName predicate,
                   const IsnNode* object);

#endif
