// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file borders.h Where the clauses of a sentence begin and end.
#ifndef ISN_RELATIONS_BORDERS_H
#define ISN_RELATIONS_BORDERS_H

#include "extract/relations/walk.h"

/// End the sentence at the unit that the walk is at; another begins behind it.
void
isn_borders_begin_sentence(IsnWalk* w);

/// A comma, a full stop or a question mark.
void
isn_borders_read_mark(IsnWalk* w, uint32_t parts);

/// A conditional particle: what stands behind it, and round it, is not said.
void
isn_borders_condition(IsnWalk* w);

/// The clause with «أن» that begins at the unit.
void
isn_borders_enter_that(IsnWalk* w, uint32_t parts);

/// What the unit does to the clause before it counts itself.
void
isn_borders_open(IsnWalk* w, uint32_t parts);

#endif
