// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file modality.h Whether what a match says is said to have happened.
#ifndef ISN_RELATIONS_MODALITY_H
#define ISN_RELATIONS_MODALITY_H

#include "extract/rules/run.h"

/// Modality of a match: by the words of negation, intention, postponement,
/// denial and condition inside it and in the clause before it.
IsnModality
isn_modality_of(const IsnMatch* match,
                const IsnImage* image,
                const IsnAnnotationSource* source);

#endif
