// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file modality.h Whether what a match says is said to have happened.
#ifndef ISN_RELATIONS_MODALITY_H
#define ISN_RELATIONS_MODALITY_H

#include "extract/relations/clauses.h"
#include "extract/rules/run.h"

/// Modality of a match, by what colours the clauses that its predicates (the
/// verbs, verbal nouns and participles of its words) stand in. What is firmly
/// announced is ISN_ASSERTED for a rule that accepts it.
IsnStatus
isn_modality_of(IsnClauses* clauses,
                const IsnMatch* match,
                const IsnAnnotationSource* source,
                IsnModality* modality);

#endif
