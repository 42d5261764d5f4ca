// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file jobs.h A batch of jobs to its result, on the worker's side.
#ifndef ISN_COMMAND_JOBS_H
#define ISN_COMMAND_JOBS_H

#include "extract/command/batch.h"
#include "extract/command/worker.h"

/// Where a worker stands; its parent sees it, to know what it died of.
typedef struct {
  volatile uint32_t slot;  ///< Of the batch at work, ISN_NO_SLOT if none
  volatile uint32_t job;   ///< Its index in the batch
  volatile uint32_t stage; ///< IsnStage
} IsnWatchTower;

#define ISN_NO_SLOT UINT32_MAX

/// One worker's means, for all its batches.
typedef struct {
  const IsnReadOptions* read;
  const char* victim; ///< Id of a document to die of, for tests; or NULL
  uint32_t n_deaths;  ///< How often to die of it
  IsnWatchTower* tower;
  IsnWorker worker;
  IsnArena arena;
  IsnBuffer output;
  IsnBuffer messages;
  IsnSink sink;
  uint64_t n_unreadable;
} IsnJobs;

/// `plan` is that of the run; `jobs` must not move after it.
IsnStatus
isn_jobs_open(IsnJobs* jobs, const IsnPlan* plan, const IsnReadOptions* read);

/// Do the batch of `n_bytes` at `bytes`; `output` and `messages` hold what
/// comes of it. An error status ends the run.
IsnStatus
isn_jobs_do(IsnJobs* jobs,
            const char* bytes,
            size_t n_bytes,
            IsnResultHead* result);

void
isn_jobs_close(IsnJobs* jobs);

#endif
