// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file near.h How near a rule came to a sentence that it does not match.
#ifndef ISN_EXPLAIN_NEAR_H
#define ISN_EXPLAIN_NEAR_H

#include "extract/explain/parts.h"
#include "extract/rules/run.h"

/// A rule, and what its pattern matches when it is cut short.
typedef struct {
  const IsnRule* rule;
  IsnPatternScope scope;
  IsnCuts cuts;
  IsnRule* shorts; ///< One a cut: the rule with that pattern, if it compiles
  bool* are_tried; ///< Compiled when first needed
} IsnNear;

/// How far it came.
typedef struct {
  const IsnCut* cut;
  const IsnRule* rule; ///< With the pattern of the cut
  IsnSpan units;       ///< That it matches
} IsnNearest;

/// Cut the pattern of `rule`. ISN_ERR_NO_MEMORY.
IsnStatus
isn_near_open(IsnNear* near,
              const IsnRuleSet* rules,
              const IsnImage* image,
              const IsnRule* rule);

void
isn_near_close(IsnNear* near);

/// Find the longest part of the pattern that matches the runner's annotation;
/// the matcher then holds its groups. False if not even a first part does.
bool
isn_near_find(IsnNear* near, const IsnRunner* runner, IsnNearest* nearest);

#endif
