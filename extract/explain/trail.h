// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file trail.h Which rules matched where in a document, with what they
/// captured.
#ifndef ISN_EXPLAIN_TRAIL_H
#define ISN_EXPLAIN_TRAIL_H

#include "extract/rules/run.h"

/// A named group that took part in a match.
typedef struct {
  const char* name;
  IsnSpan chars;
} IsnCapture;

/// One match.
typedef struct {
  const IsnRule* rule;
  IsnSpan chars;   ///< All of it, as evidence of its facts states it
  IsnSpan mention; ///< What an entity rule makes of it
  IsnCapture* captures;
  size_t n_captures;
} IsnStep;

/// Of one document, in its arena. Zero is an empty trail.
typedef struct {
  const IsnImage* image;
  IsnStep* steps;
  size_t n_steps;
  size_t capacity;
  bool failed; ///< Without memory, so steps are missing
} IsnTrail;

/// Begin the next document.
void
isn_trail_restart(IsnTrail* trail);

/// Add a match; a function of IsnRuleWatch, the trail its handle.
void
isn_trail_note(void* handle, const IsnDocument* doc, const IsnMatch* match);

/// Whether a match of this rule could be what `fact` was made from: its words
/// are evidence, and the fact's ends are named in the groups that say them.
bool
isn_step_gave_fact(const IsnStep* step,
                   const IsnDocument* doc,
                   const IsnFact* fact);

/// Whether it could be what the mention was made from.
bool
isn_step_gave_mention(const IsnStep* step, const IsnMention* mention);

#endif
