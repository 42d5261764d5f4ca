// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lexical.h Lexical forms of typed literals (XML Schema 1.0 part 2).
#ifndef ISN_GRAPH_LEXICAL_H
#define ISN_GRAPH_LEXICAL_H

#include "extract/base/arena.h"
#include "graph/names.h"

/// Datatype of YYYY-MM-DD, YYYY-MM or YYYY with days that exist;
/// ISN_NAME_NONE for anything else.
IsnName
isn_lexical_date(IsnStr s);

/// True for YYYY-MM-DDThh:mm:ss with fraction and zone or without.
bool
isn_lexical_is_date_time(IsnStr s);

/// True for digits with a sign or without.
bool
isn_lexical_is_integer(IsnStr s);

/// True for digits with a sign, a point or without.
bool
isn_lexical_is_decimal(IsnStr s);

/// True for xsd:duration; ISO 8601's PnW is rewritten to days first.
bool
isn_lexical_is_duration(IsnArena* arena, IsnStr* s);

#endif
