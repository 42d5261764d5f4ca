// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file signs.h What stands for a unit in the annotated sentence.
///
/// A few thousand words make up most of any text, so what a word looks like to
/// patterns, and which rules it is of use to, is worked out once and kept.
#ifndef ISN_RULES_SIGNS_H
#define ISN_RULES_SIGNS_H

#include "extract/rules/kinds.h"
#include "extract/rules/nets.h"
#include "extract/rules/passes.h"

/// What a sign's row has of a word of the trigger part, beyond the base.
typedef struct {
  uint32_t w;
  uint64_t bits;
} IsnTrigger;

/// The row (see filter.h) of signs that pass the same tests. Most of its cells
/// are those of many rows, which are kept once, so that they stay in the cache.
typedef struct {
  const uint64_t** cells; ///< By number
  const IsnTrigger* triggers;
  uint32_t n_triggers;
} IsnRow;

/// What is asked for of every unit stands first.
typedef struct IsnSign {
  uint32_t n_set; ///< Number of the set of tests that it passes
  IsnRow row;
  IsnWide wide; ///< Proclitics, word or symbol, marks of kinds and classes, and
                ///< a blank behind them; in the arena
  IsnStr tests; ///< That it passes, packed (see filter.h)
} IsnSign;

/// A sign by IsnWord.form; one form drives out another.
typedef struct {
  uint64_t form;
  const IsnSign* sign;
} IsnFormSign;

/// One worker's signs. Zero is valid: signs without rows.
typedef struct {
  const IsnFilter* filter;
  const IsnKinds* kinds;         ///< NULL: none
  uint32_t first_kind;           ///< Number of the class that the first kind is
  const IsnFilter* kinds_filter; ///< NULL: all kinds are tried
  IsnMatcher* matcher;           ///< Of kinds
  IsnArena arena;
  IsnPool texts;   ///< Without kinds
  IsnSign** signs; ///< By number in `texts`
  size_t capacity;
  IsnPool passed;   ///< Sets of tests that signs pass, packed
  IsnBuffer packed; ///< One under way
  IsnBuffer marked; ///< Text of one sign under way, with its kinds
  IsnRow* rows;     ///< By number in `passed`
  size_t rows_capacity;
  char* free_cells; ///< Memory for cells to come
  size_t n_free_cells;
  IsnPool cells;    ///< Those of rows, aligned to lines
  IsnPasses passes; ///< Of one sign under way
  IsnPasses kinds_passes;
  IsnNets nets;       ///< Their steps are by sets of tests
  IsnFormSign* forms; ///< By hash
} IsnSigns;

void
isn_signs_clear(IsnSigns* signs);

/// Forget all signs, if they have become too many. None of them may be in use.
void
isn_signs_trim(IsnSigns* signs);

/// The sign with this text; NULL without memory.
const IsnSign*
isn_signs_get(IsnSigns* signs, IsnStr text);

/// Where the sign of words of a form is kept; NULL without memory. What lies
/// there may be another form's.
IsnFormSign*
isn_signs_of_form(IsnSigns* signs, uint64_t form);

#endif