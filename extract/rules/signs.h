// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file signs.h What stands for a unit in the annotated sentence.
///
/// A few thousand words make up most of any text, so what a word looks like to
/// patterns, and which rules it is of use to, is worked out once and kept.
#ifndef ISN_RULES_SIGNS_H
#define ISN_RULES_SIGNS_H

#include "extract/rules/filter.h"

typedef struct IsnSign {
  IsnStr text;           ///< Proclitics, word or symbol, marks
  const uint64_t* row;   ///< See filter.h
  const uint64_t* tests; ///< That it passes, as bits
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
  uint32_t* nodes; ///< Two lists, for IsnNetWalk
} IsnSigns;

void
isn_signs_clear(IsnSigns* signs);

/// Forget all signs, if they have become too many. None of them may be in use.
void
isn_signs_trim(IsnSigns* signs);

/// The sign with this text; NULL without memory.
const IsnSign*
isn_signs_get(IsnSigns* signs, IsnStr text);

/// A match under way in a rule's net: where it can be before the next unit.
typedef struct {
  IsnSigns* signs;
  const IsnNet* net;
  uint32_t* nodes;
  uint32_t n_nodes;
  uint32_t* next; ///< Room for those behind the unit
} IsnNetWalk;

typedef enum {
  ISN_NET_FAILED, ///< No match goes on from here
  ISN_NET_GOES_ON,
  ISN_NET_ENDED, ///< One can have ended
} IsnNetStep;

/// Begin at the net of rule number `rule`; false if it has none.
bool
isn_net_begin(IsnNetWalk* walk, IsnSigns* signs, size_t rule);

/// Walk over a unit.
IsnNetStep
isn_net_step(IsnNetWalk* walk, const IsnSign* sign);

#endif