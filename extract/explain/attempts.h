// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file attempts.h What became of one rule in each sentence of a document.
#ifndef ISN_EXPLAIN_ATTEMPTS_H
#define ISN_EXPLAIN_ATTEMPTS_H

#include "extract/explain/near.h"
#include "extract/explain/trail.h"

typedef struct {
  const IsnRule* rule;
  const IsnImage* image;
  IsnNear near;
  bool has_classes;
  IsnBuffer out;     ///< Of the document at hand
  size_t n_shown;    ///< Sentences in it
  size_t n_far;      ///< Sentences without even a first part of the pattern
  size_t n_idle;     ///< Documents with neither
  size_t n_captured; ///< Of the trail, before the sentence at hand
} IsnAttempts;

/// ISN_ERR_NO_MEMORY.
IsnStatus
isn_attempts_open(IsnAttempts* attempts,
                  const IsnRuleSet* rules,
                  const IsnImage* image,
                  const IsnRule* rule);

void
isn_attempts_close(IsnAttempts* attempts);

/// Before a document.
void
isn_attempts_restart(IsnAttempts* attempts);

/// The rule was tried on the runner's annotation; its matches are the steps
/// of `trail` from `n_captured` on.
void
isn_attempts_add(IsnAttempts* attempts,
                 const IsnRunner* runner,
                 const IsnDocument* doc,
                 const IsnTrail* trail,
                 size_t n_matches);

/// The rule was passed over, since something that it needs does not occur.
void
isn_attempts_skip(IsnAttempts* attempts,
                  const IsnRunner* runner,
                  const IsnDocument* doc);

/// Append what a rule needs: "[fund], and {Meeting} or {Initiative}".
void
isn_needs_write(IsnBuffer* out, const IsnImage* image, const IsnNeeds* needs);

/// Append what each way through a pattern begins with.
void
isn_firsts_write(IsnBuffer* out, const IsnCuts* cuts);

/// Append what the groups of a match captured, a line each.
void
isn_captures_write(IsnBuffer* out, const IsnDocument* doc, const IsnStep* step);

#endif
