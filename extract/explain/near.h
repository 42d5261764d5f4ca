// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file near.h How near a rule came to a sentence that it does not match.
///
/// A pattern is cut at the blanks outside brackets into parts (and before
/// that, at bars there, into alternatives); the longest row of first parts
/// that matches says how far it came.
#ifndef ISN_EXPLAIN_NEAR_H
#define ISN_EXPLAIN_NEAR_H

#include "extract/rules/run.h"

/// The first parts of one alternative.
typedef struct {
  IsnStr pattern;   ///< They, as written
  IsnStr next;      ///< The part behind them, as written
  size_t n_parts;   ///< How many they are
  size_t n_all;     ///< Parts of that alternative
  IsnRegex* regex;  ///< Compiled when first needed
  bool is_unusable; ///< It is no pattern by itself
} IsnPrefix;

typedef struct {
  const IsnRuleSet* rules;
  const IsnImage* image;
  const IsnRule* rule;
  IsnStr first;        ///< Part of the first alternative
  IsnPrefix* prefixes; ///< Longer ones first
  size_t n_prefixes;
  IsnArena arena;
} IsnNear;

/// Cut the pattern of `rule`. ISN_ERR_NO_MEMORY.
IsnStatus
isn_near_open(IsnNear* near,
              const IsnRuleSet* rules,
              const IsnImage* image,
              const IsnRule* rule);

void
isn_near_close(IsnNear* near);

/// The longest prefix that matches the runner's annotation and the units it
/// matches there; NULL if not even a first part does.
const IsnPrefix*
isn_near_find(IsnNear* near, const IsnRunner* runner, IsnSpan* units);

#endif
