// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file crew_worker.h The worker's end of a crew, in the forked process.
#ifndef ISN_COMMAND_CREW_WORKER_H
#define ISN_COMMAND_CREW_WORKER_H

#include "extract/command/crew.h"

/// What is told over the socket: a slot and how many bytes there are in it.
typedef struct {
  uint32_t slot;
  uint32_t status; ///< IsnStatus, of the worker's side
  uint64_t n_bytes;
} IsnCrewNote;

/// Do what comes over `socket` until it closes, then end the process.
_Noreturn void
isn_crew_work(const IsnCrew* crew, size_t worker, int socket);

#endif
