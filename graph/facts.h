// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file facts.h Facts as statements and, where a property wants them, nodes.
#ifndef ISN_GRAPH_FACTS_H
#define ISN_GRAPH_FACTS_H

#include "graph/scribe.h"

/// Write a fact with its evidence; one that is only planned, possible or
/// denied becomes a claim. What cannot be written is warned about.
void
isn_facts_write(IsnScribe* scribe, const IsnFact* fact);

#endif
