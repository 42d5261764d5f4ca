// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file facts.h The facts of a document, each once.
#ifndef ISN_RELATIONS_FACTS_H
#define ISN_RELATIONS_FACTS_H

#include "extract/base/status.h"
#include "extract/document.h"

/// Finds a fact that is there already by its hash.
typedef struct {
  uint32_t* slots; ///< Fact number + 1, 0: empty; a power of two of them
  size_t n_slots;
} IsnFactSet;

/// Begin with doc->facts empty (but present); false without memory.
bool
isn_facts_init(IsnFactSet* set, IsnDocument* doc);

/// Add `fact`, or its evidence to the same fact that is there; the better
/// confidence and its rule stay. An asserted fact and a planned one differ.
IsnStatus
isn_facts_add(IsnFactSet* set,
              IsnDocument* doc,
              const IsnFact* fact,
              IsnSpan evidence);

/// Drop default facts whose subject has the property from another rule too,
/// and those that claim what another fact asserts; false without memory.
bool
isn_facts_settle(IsnDocument* doc);

#endif
