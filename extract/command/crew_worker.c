// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/crew_worker.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>

static size_t
jobs_region(const uint32_t slot)
{
  return (size_t)slot * 2;
}

static size_t
result_region(const uint32_t slot)
{
  return (size_t)slot * 2 + 1;
}

/// A region as this process sees it, apart from the parent's window.
static char*
map(const IsnCrew* const crew,
    IsnWindow* const windows,
    const size_t region,
    const size_t n_bytes)
{
  return isn_shared_map(&crew->shared, &windows[region], region, n_bytes);
}

static IsnStatus
put_result(const IsnCrew* const crew,
           IsnWindow* const windows,
           const IsnJobs* const jobs,
           const IsnResultHead* const head,
           IsnCrewNote* const note)
{
  const size_t n_bytes =
    sizeof(*head) + jobs->messages.n_bytes + jobs->output.n_bytes;
  char* const to = map(crew, windows, result_region(note->slot), n_bytes);
  if (!to) {
    return ISN_ERR_NO_MEMORY;
  }
  memcpy(to, head, sizeof(*head));
  if (jobs->messages.n_bytes) {
    memcpy(to + sizeof(*head), jobs->messages.data, jobs->messages.n_bytes);
  }
  if (jobs->output.n_bytes) {
    memcpy(to + sizeof(*head) + jobs->messages.n_bytes,
           jobs->output.data,
           jobs->output.n_bytes);
  }
  note->n_bytes = n_bytes;
  return ISN_SUCCESS;
}

static void
do_slot(const IsnCrew* const crew,
        IsnWindow* const windows,
        IsnJobs* const jobs,
        IsnCrewNote* const note)
{
  IsnResultHead head;
  jobs->tower->job = 0;
  jobs->tower->slot = note->slot;
  const char* const bytes =
    map(crew, windows, jobs_region(note->slot), note->n_bytes);
  IsnStatus st =
    bytes ? isn_jobs_do(jobs, bytes, note->n_bytes, &head) : ISN_ERR_NO_MEMORY;
  const IsnStatus put_status =
    bytes ? put_result(crew, windows, jobs, &head, note) : st;
  note->status = (uint32_t)(st ? st : put_status);
  jobs->tower->slot = ISN_NO_SLOT;
  isn_shared_release(&windows[jobs_region(note->slot)]);
  isn_shared_release(&windows[result_region(note->slot)]);
}

static bool
receive(const int socket, IsnCrewNote* const note)
{
  ssize_t n = 0;
  do {
    n = recv(socket, note, sizeof(*note), 0);
  } while (n < 0 && errno == EINTR);
  return n == (ssize_t)sizeof(*note);
}

_Noreturn void
isn_crew_work(const IsnCrew* const crew, const size_t worker, const int socket)
{
  IsnJobs jobs;
  IsnWindow* const windows = calloc(crew->n_slots * 2, sizeof(*windows));
  const IsnStatus st = isn_jobs_open(&jobs, crew->plan, crew->read);
  jobs.tower = &crew->towers[worker];
  IsnCrewNote note;
  while (!st && windows && receive(socket, &note)) {
    do_slot(crew, windows, &jobs, &note);
    if (send(socket, &note, sizeof(note), MSG_NOSIGNAL) < 0) {
      break; // the parent is gone
    }
  }
  isn_jobs_close(&jobs);
  free(windows);
  // The parent's buffers and handlers are not this process's to flush and run
  _Exit(st || !windows);
}
