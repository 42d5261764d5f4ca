// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file counts.h What a run has done so far: sums, so those of workers add;
/// of memory, the most.
#ifndef ISN_COMMAND_COUNTS_H
#define ISN_COMMAND_COUNTS_H

#include "extract/command/options.h"

/// Plain numbers only: workers hand it over as bytes. Zero is nothing done.
typedef struct {
  uint64_t n_documents;
  uint64_t n_failed;     ///< Documents with an error
  uint64_t n_unreadable; ///< Inputs that could not be opened or read on
  uint64_t n_bytes;      ///< Of lines, where documents are; else of their text
  uint64_t n_read;       ///< By workers, of the inputs' bytes as they lie there
  uint64_t n_mentions;
  uint64_t n_entities;
  uint64_t n_facts;      ///< Asserted ones only
  uint64_t n_limits;     ///< Sentences that a rule's pattern was too costly for
  uint64_t n_statements; ///< Lines of N-Quads or N-Triples
  uint64_t n_own; ///< Bytes of memory that one worker shares with no other
  double stage_seconds[ISN_N_STAGES]; ///< Wall time, of all workers together
} IsnCounts;

/// Add `more` to `counts`.
void
isn_counts_add(IsnCounts* counts, const IsnCounts* more);

/// Note how much memory this process has of its own now (Linux: what is
/// resident and not shared, proc(5)); 0 where the system does not tell.
void
isn_counts_note_memory(IsnCounts* counts);

/// Seconds of a clock that only goes forward.
double
isn_counts_now(void);

#endif
