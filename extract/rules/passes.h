// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file passes.h Which tests of a filter a sign passes, and what that opens.
#ifndef ISN_RULES_PASSES_H
#define ISN_RULES_PASSES_H

#include "extract/rules/filter.h"

/// One sign under way. Zero is valid: of no filter.
typedef struct IsnPasses {
  const IsnFilter* filter;
  uint64_t* tests; ///< Those passed, as bits
  uint64_t* row;   ///< What they open (see filter.h), unless `is_stale`
  bool is_stale;   ///< Tests were passed since
} IsnPasses;

/// Room for the signs of a filter, in `arena`; false without memory.
bool
isn_passes_init(IsnPasses* passes, const IsnFilter* filter, IsnArena* arena);

/// The tests that the sign with this text passes (see symbols.h).
void
isn_passes_find(IsnPasses* passes, IsnStr text);

/// The sign is of one more class: it passes those of its tests too.
void
isn_passes_add_class(IsnPasses* passes, uint32_t number);

/// The row of a unit that passes the tests, in `passes->row`.
const uint64_t*
isn_passes_row(IsnPasses* passes);

#endif
