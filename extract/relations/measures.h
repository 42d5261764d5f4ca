// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file measures.h Whose a number is: an event's, or an edition's or part's.
#ifndef ISN_RELATIONS_MEASURES_H
#define ISN_RELATIONS_MEASURES_H

#include "extract/relations/focus.h"
#include "extract/rules/run.h"

/// Whether how many or how long a match tells is not the measure of the event
/// that the fact's subject refers to.
bool
isn_measures_are_others(const IsnAnnotationSource* source,
                        const IsnMatch* match,
                        const IsnRuleFact* fact,
                        const IsnFocus* focus);

#endif
