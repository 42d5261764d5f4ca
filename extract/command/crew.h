// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file crew.h Worker processes, their batches in shared memory.
///
///   slot:  region 2i    jobs, which the parent writes and keeps
///          region 2i+1  result, which a worker writes
///
/// Parent and worker tell each other which slot is meant over a socket pair;
/// bytes of documents never pass through it. A worker that dies is replaced,
/// and what it had is done again without the job that it died of.
#ifndef ISN_COMMAND_CREW_H
#define ISN_COMMAND_CREW_H

#include "extract/command/jobs.h"
#include "extract/command/shared.h"

#include <sys/types.h>

typedef enum {
  ISN_SLOT_FREE,
  ISN_SLOT_GIVEN, ///< To a worker
  ISN_SLOT_DONE,  ///< Its result is there
} IsnSlotState;

typedef struct {
  IsnSlotState state;
  IsnWindow jobs;
  IsnWindow result;
  size_t n_bytes;  ///< Of the jobs
  size_t n_result; ///< Bytes of the result
  unsigned n_deaths;
} IsnSlot;

#define ISN_HANDS 2 ///< Slots that a worker has at a time: at work, and next

typedef struct {
  pid_t pid;
  int socket;                ///< The parent's end; -1: there is no such worker
  uint32_t slots[ISN_HANDS]; ///< Given, in order
  size_t n_slots;
} IsnCrewWorker;

typedef struct {
  const IsnPlan* plan;
  const IsnReadOptions* read;
  const IsnSink* sink;
  IsnShared shared;
  IsnWatchTower* towers; ///< One a worker
  IsnCrewWorker* workers;
  size_t n_workers;
  IsnSlot* slots;
  size_t n_slots;
} IsnCrew;

/// Fork the workers; the knowledge of `plan` is theirs too from then on.
IsnStatus
isn_crew_open(IsnCrew* crew,
              size_t n_workers,
              const IsnPlan* plan,
              const IsnReadOptions* read,
              const IsnSink* sink);

/// Room for `n_bytes` of jobs in all in a slot; NULL without memory.
char*
isn_crew_reserve(IsnCrew* crew, uint32_t slot, size_t n_bytes);

/// Whether a worker could be given a slot more.
bool
isn_crew_has_hand(const IsnCrew* crew);

/// Give a slot, its jobs in place, to the worker that has least; there must be
/// a hand.
void
isn_crew_give(IsnCrew* crew, uint32_t slot);

/// Wait for workers, `milliseconds` at most (-1: as long as it takes), and
/// note what they have done. Replaces those that died.
IsnStatus
isn_crew_wait(IsnCrew* crew, int milliseconds);

/// The result of a slot that is done: head, messages, output.
void
isn_crew_result(const IsnCrew* crew,
                uint32_t slot,
                IsnResultHead* head,
                IsnStr* messages,
                IsnStr* output);

/// The slot may be filled anew.
void
isn_crew_release(IsnCrew* crew, uint32_t slot);

/// Let the workers end; if they must (`is_cut_short`), at once.
void
isn_crew_close(IsnCrew* crew, bool is_cut_short);

#endif
