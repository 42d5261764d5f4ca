// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file coverage.h What each rule costs and gives on a corpus.
#ifndef ISN_EXPLAIN_COVERAGE_H
#define ISN_EXPLAIN_COVERAGE_H

#include "extract/base/diag.h"
#include "extract/explain/trail.h"
#include "extract/knowledge.h"

/// One rule's account.
typedef struct {
  uint64_t n_tries; ///< Sentences where all that it needs occurs
  uint64_t n_hits;  ///< Of these, sentences with a match
  uint64_t n_matches;
  uint64_t n_products; ///< Mentions and facts that a match could have made
  uint64_t n_alone;    ///< Of these, no other rule's match could have made
  uint64_t n_credited; ///< Those that carry its name in the end
  double seconds;      ///< Matching, and making what it makes
} IsnRuleAccount;

typedef struct {
  const IsnKnowledge* knowledge;
  IsnTrail trail;
  IsnRuleAccount* accounts; ///< One a rule, by its number in the set
  uint32_t* together;       ///< [a * n + b]: products of a that are also b's
  double begun;             ///< When the rule at hand was
  double all_seconds;       ///< Of the stages on all documents
  uint64_t n_documents;
  uint64_t n_bytes; ///< Of text
  IsnRuleWatch watch;
} IsnCoverage;

/// Look on at the rules of `knowledge`. `coverage` must not move, and be
/// closed before the knowledge.
IsnStatus
isn_coverage_open(IsnCoverage* coverage, IsnKnowledge* knowledge);

void
isn_coverage_close(IsnCoverage* coverage);

/// Before a document goes through its stages.
void
isn_coverage_begin(IsnCoverage* coverage);

/// After it, with the time that the stages took.
IsnStatus
isn_coverage_add(IsnCoverage* coverage, const IsnDocument* doc, double seconds);

/// Append the table of rules by time, those that gave nothing, and those whose
/// products are all another's, or others', too.
void
isn_coverage_write(const IsnCoverage* coverage, IsnBuffer* out);

#endif
