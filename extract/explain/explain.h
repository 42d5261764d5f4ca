// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file explain.h Why a document gives the facts it gives, for readers.
#ifndef ISN_EXPLAIN_EXPLAIN_H
#define ISN_EXPLAIN_EXPLAIN_H

#include "extract/base/diag.h"
#include "extract/explain/attempts.h"
#include "extract/knowledge.h"

typedef struct {
  IsnTrail trail;
  const IsnKnowledge* knowledge;
  const IsnRule* rule;  ///< The one that is explained; NULL: all facts are
  IsnAttempts attempts; ///< Of that rule
  bool has_mentions;
  bool has_sentences;
  IsnSigns signs;         ///< Of the sentences that are written
  IsnAnnotated annotated; ///< Reused
  IsnRuleWatch watch;
} IsnExplain;

/// Look on at the rules of `knowledge`; `rule` is a name or NULL. `explain`
/// must not move, and be closed before the knowledge.
///
/// ISN_ERR_USAGE, reported, if there is no such rule.
IsnStatus
isn_explain_open(IsnExplain* explain,
                 IsnKnowledge* knowledge,
                 const char* rule,
                 const IsnSink* sink);

void
isn_explain_close(IsnExplain* explain);

/// Before a document goes through its stages.
void
isn_explain_begin(IsnExplain* explain);

/// After it: append its explanation to `out`. ISN_ERR_NO_MEMORY.
IsnStatus
isn_explain_write(IsnExplain* explain, const IsnDocument* doc, IsnBuffer* out);

/// After the last: append what is to be said of all.
void
isn_explain_finish(const IsnExplain* explain, IsnBuffer* out);

#endif
