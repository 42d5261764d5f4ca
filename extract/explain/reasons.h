// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file reasons.h Each fact and mention of a document with what it came from.
#ifndef ISN_EXPLAIN_REASONS_H
#define ISN_EXPLAIN_REASONS_H

#include "extract/explain/trail.h"

typedef struct {
  const IsnRuleSet* rules;
  const IsnTrail* trail; ///< Of the document
} IsnReasons;

/// The rule of that name, or NULL.
const IsnRule*
isn_rules_named(const IsnRuleSet* rules, IsnStr name);

/// Append what a fact says, on one line.
void
isn_claim_write(IsnBuffer* out, const IsnDocument* doc, const IsnFact* fact);

/// Append each fact with its rule, sentences, evidence and captures.
void
isn_reasons_write_facts(const IsnReasons* x,
                        const IsnDocument* doc,
                        IsnBuffer* out);

/// Append each mention with its rule and captures.
void
isn_reasons_write_mentions(const IsnReasons* x,
                           const IsnDocument* doc,
                           IsnBuffer* out);

#endif
