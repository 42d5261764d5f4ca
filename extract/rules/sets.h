// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sets.h Sets of atoms that signs have, each with what it opens.
///
/// Many words are the same to all tests. What follows from their atoms alone,
/// rows of the filter and steps through nets, is worked out once a set; sets
/// outlive the signs that have them.
#ifndef ISN_RULES_SETS_H
#define ISN_RULES_SETS_H

#include "extract/rules/nets.h"
#include "extract/rules/passes.h"

/// What a sign's row has of a word of the trigger part, beyond the base.
typedef struct {
  uint32_t w;
  uint64_t bits;
} IsnTrigger;

/// The row (see filter.h) of signs that have the same atoms. Most of its cells
/// are those of many rows, which are kept once, so that they stay in the cache.
typedef struct {
  const uint16_t* cells; ///< Numbers of its cells
  const IsnTrigger* triggers;
  uint32_t n_triggers;
} IsnRow;

/// One worker's sets. Zero but for `filter` is valid.
typedef struct {
  const IsnFilter* filter;
  IsnArena arena;
  IsnPool passed;   ///< The sets, packed
  IsnBuffer packed; ///< One under way
  IsnRow* rows;     ///< By number in `passed`
  size_t rows_capacity;
  IsnPool cells;    ///< Those of rows
  uint64_t* bits;   ///< Of all cells by number, aligned to lines
  IsnPasses passes; ///< Of one sign under way
  IsnNets nets;     ///< Their steps are by sets
} IsnSets;

#define ISN_NO_SET UINT32_MAX

/// The sets are to be forgotten when there are as many sets or cells: more
/// cannot be numbered in rows and steps.
#define ISN_MANY_SETS 60000u

/// Cell `w` of a row.
static inline const uint64_t*
isn_sets_cell(const uint64_t* const bits,
              const uint16_t* const cells,
              const size_t w)
{
  return bits + (size_t)cells[w] * (ISN_FILTER_CELL / sizeof(*bits));
}

void
isn_sets_clear(IsnSets* sets);

/// Forget all sets, whose memory is kept for those to come.
void
isn_sets_forget(IsnSets* sets);

/// Number of the set of atoms that the sign with this text has; ISN_NO_SET
/// without memory. It stays until the sets are forgotten.
uint32_t
isn_sets_find(IsnSets* sets, IsnStr text);

#endif
