// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file claims.h The facts of a run's output, to be compared with another's.
///
/// Names of things stand for them in records, since their ids hold for one
/// document of one run; in N-Quads their IRIs do, and labels are for readers.
#ifndef ISN_EXPLAIN_CLAIMS_H
#define ISN_EXPLAIN_CLAIMS_H

#include "extract/base/arena.h"
#include "extract/base/diag.h"

/// One fact: what it says, and how it is known.
typedef struct {
  IsnStr document;
  IsnStr subject;
  IsnStr property;
  IsnStr object;
  IsnStr how; ///< Rule, confidence, …; empty in N-Quads
} IsnClaim;

/// What an IRI is called.
typedef struct {
  IsnStr iri;
  IsnStr label;
} IsnLabel;

/// Zero is empty; all strings live in its arena.
typedef struct {
  IsnArena arena;
  IsnClaim* list; ///< Sorted
  size_t n;
  size_t capacity;
  IsnLabel* labels; ///< Sorted by IRI
  size_t n_labels;
  size_t labels_capacity;
} IsnClaims;

/// Read `path` ("-": standard input): records with facts or N-Quads, line by
/// line. Errors are reported.
IsnStatus
isn_claims_read(IsnClaims* claims, const char* path, const IsnSink* sink);

void
isn_claims_clear(IsnClaims* claims);

/// Order of documents, then of what is said; `how` does not count.
int
isn_claim_compare(const IsnClaim* a, const IsnClaim* b);

/// What to call a subject or object: its label in either, or itself.
IsnStr
isn_claims_name(const IsnClaims* a, const IsnClaims* b, IsnStr term);

#endif
