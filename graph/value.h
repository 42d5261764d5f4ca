// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file value.h The object of a fact as a node.
#ifndef ISN_GRAPH_VALUE_H
#define ISN_GRAPH_VALUE_H

#include "graph/scribe.h"

/// IRI of entity `i`, absent if there is none.
IsnStr
isn_value_entity(const IsnScribe* scribe, uint32_t i);

/// The object of `fact` by its property's kind of value: an entity's IRI, a
/// subject's IRI, a literal with datatype or language; a sum of money as plain
/// text. False, with a warning, if it has no valid form.
bool
isn_value_node(IsnScribe* scribe, const IsnFact* fact, IsnNode* node);

/// Split "VALUE CODE" into a decimal and a currency; false if it is none.
bool
isn_value_money(IsnStr money, IsnStr* value, IsnStr* currency);

#endif
