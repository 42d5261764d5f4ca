// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file worker.h One document through its stages, to the bytes that come out.
///
///   document ─▶ first stage ─▶ … ─▶ last stage ─▶ record or statements ─▶ out
///
/// A worker knows neither where documents come from nor where bytes go, so
/// that any number of them can run side by side over one knowledge.
#ifndef ISN_COMMAND_WORKER_H
#define ISN_COMMAND_WORKER_H

#include "extract/command/backend.h"
#include "extract/command/counts.h"
#include "extract/extractor.h"

typedef struct {
  IsnStage first;
  IsnStage last;
  const IsnKnowledge* knowledge; ///< May be NULL where the stages need none
  const IsnBackend* backend;
  IsnBackendOptions graph; ///< For the last stage rdf
} IsnPlan;

typedef struct {
  const IsnPlan* plan;
  IsnExtractor* extractor; ///< NULL where no stage needs it
  void* graph;             ///< NULL unless rdf is the last stage
  IsnBuffer* out;
  const IsnSink* sink;
  uint64_t n_limits;        ///< The extractor's, before the document in work
  IsnCounts counts;         ///< Of what it has processed; reset at will
  volatile uint32_t* stage; ///< Told the stage that it is in; NULL: nobody
} IsnWorker;

/// What starts the output is appended to `out`, which outlives the worker.
IsnStatus
isn_worker_open(IsnWorker* worker,
                const IsnPlan* plan,
                IsnBuffer* out,
                const IsnSink* sink);

/// Append what becomes of `doc`; false if it has or gets an error (reported).
bool
isn_worker_process(IsnWorker* worker, IsnDocument* doc);

/// Append what becomes of `doc`, whose processing in `stage` is given up for
/// the reason `message` (reported).
void
isn_worker_give_up(IsnWorker* worker,
                   IsnDocument* doc,
                   IsnStage stage,
                   const char* message);

/// Append what ends the output, and free.
IsnStatus
isn_worker_close(IsnWorker* worker);

/// Whether statements are lines of the output, so that they can be counted.
bool
isn_plan_counts_statements(const IsnPlan* plan);

#endif
