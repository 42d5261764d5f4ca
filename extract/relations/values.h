// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file values.h Literals of facts from what a group holds.
#ifndef ISN_RELATIONS_VALUES_H
#define ISN_RELATIONS_VALUES_H

#include "extract/rules/run.h"

/// Fill fact->value (and is_minimum) from the group `ref` in the form that the
/// fact's property asks for; false if the group holds no such thing.
bool
isn_values_read(const IsnAnnotationSource* source,
                const IsnMatch* match,
                const IsnRef* ref,
                IsnFact* fact);

#endif
