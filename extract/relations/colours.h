// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file colours.h What a unit says of the clause that it stands in.
#ifndef ISN_RELATIONS_COLOURS_H
#define ISN_RELATIONS_COLOURS_H

#include "extract/relations/walk.h"

/// What a verb's own letters say of it.
void
isn_colours_self(IsnWalk* w, uint32_t parts);

/// What is behind the unit is coloured by it.
void
isn_colours_next(IsnWalk* w, uint32_t parts, IsnMood mood);

/// A complement, come or to come, is coloured by its governor.
void
isn_colours_complement(IsnWalk* w, uint32_t parts, IsnMood mood);

/// «مصادر لم تسمها», «مصدر رفض الكشف عن اسمه»
void
isn_colours_hear_source(IsnWalk* w);

/// «إلا» and its like: what was negated before them is said after all.
void
isn_colours_take_back(IsnWalk* w);

#endif
