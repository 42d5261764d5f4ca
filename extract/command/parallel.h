// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file parallel.h Documents through a crew of workers, results in order.
///
///   inputs ─intake─▶ batches ─▶ workers ─▶ results ─in order─▶ output
///
/// The parent touches a document's bytes three times: it reads them, looks for
/// line ends, and writes what comes back. Batches in flight are limited, so a
/// reader downstream that is slow stops the work.
#ifndef ISN_COMMAND_PARALLEL_H
#define ISN_COMMAND_PARALLEL_H

#include "extract/command/meter.h"
#include "extract/command/output.h"

typedef struct {
  const IsnOptions* options;
  const IsnReadOptions* read;
  const IsnPlan* plan;   ///< Of the workers
  IsnWorker* serialiser; ///< Writes the graph of their records; or NULL
  IsnOutput* output;
  IsnMeter* meter;
  IsnCounts* counts;
  const IsnSink* sink;
} IsnParallel;

/// Run all inputs through `n_jobs` workers to the output.
IsnStatus
isn_parallel_run(const IsnParallel* parallel, size_t n_jobs);

#endif
