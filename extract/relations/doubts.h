// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file doubts.h Facts that the rest of a document tells against.
#ifndef ISN_RELATIONS_DOUBTS_H
#define ISN_RELATIONS_DOUBTS_H

#include "extract/document.h"

/// Whether the fact is not to be believed beside all that was found.
bool
isn_doubts_has(const IsnDocument* doc, const IsnFact* fact);

#endif
