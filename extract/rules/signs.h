// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file signs.h What stands for a unit in the annotated sentence.
///
/// A few thousand words make up most of any text, so what a word looks like to
/// patterns, and which rules it is of use to, is worked out once and kept.
#ifndef ISN_RULES_SIGNS_H
#define ISN_RULES_SIGNS_H

#include "extract/rules/filter.h"

typedef struct IsnSign {
  IsnStr text;         ///< Proclitics, word or symbol, marks
  const uint64_t* row; ///< See filter.h
} IsnSign;

/// One worker's signs. Zero is valid: signs without rows.
typedef struct {
  const IsnFilter* filter;
  IsnArena arena;
  IsnPool texts;
  IsnSign** signs; ///< By number in `texts`
  size_t capacity;
  IsnPool passed;  ///< Sets of tests that signs pass, as bits
  uint64_t** rows; ///< By number in `passed`
  size_t rows_capacity;
  uint64_t* tests;  ///< Set of one sign under way
  uint32_t* stamps; ///< Nodes of a net that were seen, by `stamp`
  uint32_t stamp;
  uint32_t* stack;
} IsnSigns;

void
isn_signs_clear(IsnSigns* signs);

/// Forget all signs, if they have become too many. None of them may be in use.
void
isn_signs_trim(IsnSigns* signs);

/// The sign with this text; NULL without memory.
const IsnSign*
isn_signs_get(IsnSigns* signs, IsnStr text);

#endif
