// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file passes.h Which tests of a filter a sign passes, and what that opens.
///
/// A sign has some dozen atoms, which make it pass hundreds of tests: so what
/// signs are told apart by is their atoms.
#ifndef ISN_RULES_PASSES_H
#define ISN_RULES_PASSES_H

#include "extract/base/buffer.h"
#include "extract/rules/filter.h"

/// One sign under way. Zero is valid: of no filter.
typedef struct IsnPasses {
  const IsnFilter* filter;
  uint32_t* atoms; ///< Those that it has, each once
  size_t n_atoms;
  uint64_t* has;   ///< The same as bits
  size_t n_tested; ///< Atoms whose tests are in `tests`
  uint64_t* tests; ///< That it passes by them, as bits
  uint64_t* row;   ///< What they open (see filter.h), unless `is_stale`
  bool is_stale;   ///< Tests were passed since
} IsnPasses;

/// Room for the signs of a filter, in `arena`; false without memory.
bool
isn_passes_init(IsnPasses* passes, const IsnFilter* filter, IsnArena* arena);

/// Bits of the features whose marks stand at `*at`, which moves behind them.
unsigned
isn_passes_features(IsnStr text, size_t* at);

/// The atoms that the sign with this text has (see symbols.h).
void
isn_passes_find(IsnPasses* passes, IsnStr text);

/// Append which of the strings that tests speak of a sign's letters are or
/// begin with: signs that are alike in this, in their marks and proclitics pass
/// the same tests.
void
isn_passes_describe(const IsnFilter* filter, IsnStr letters, IsnBuffer* out);

/// The sign is of one more class: it has those of its atoms too.
void
isn_passes_add_class(IsnPasses* passes, uint32_t number);

/// Append the atoms, packed (see filter.h).
void
isn_passes_pack(IsnPasses* passes, IsnBuffer* out);

/// The row of a unit that has the atoms, in `passes->row`.
const uint64_t*
isn_passes_row(IsnPasses* passes);

#endif
