// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/crew_worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/// Slots beside those at work: results that wait for one before them.
#define SLOTS_PER_WORKER 4
/// A batch whose workers die without a culprit ends the run.
#define MAX_DEATHS 8

static IsnStatus
foreign(const IsnCrew* const crew, const char* const what)
{
  return isn_error(
    crew->sink, ISN_ERR_FOREIGN, NULL, "%s: %s", what, strerror(errno));
}

// Workers -------------------------------------------------------------------

/// In the forked process: leave the others' sockets, or they never close.
static void
leave(const IsnCrew* const crew)
{
  for (size_t i = 0; i < crew->n_workers; ++i) {
    if (crew->workers[i].socket >= 0) {
      close(crew->workers[i].socket);
    }
  }
}

static IsnStatus
hire(IsnCrew* const crew, const size_t i)
{
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends)) {
    return foreign(crew, "cannot connect to a worker; try fewer --jobs");
  }
  crew->towers[i].slot = ISN_NO_SLOT;
  const pid_t pid = fork();
  if (pid < 0) {
    const IsnStatus st =
      foreign(crew, "cannot start a worker; try fewer --jobs");
    close(ends[0]);
    close(ends[1]);
    return st;
  }
  if (!pid) {
    leave(crew);
    close(ends[0]);
    isn_crew_work(crew, i, ends[1]);
  }
  close(ends[1]);
  crew->workers[i].pid = pid;
  crew->workers[i].socket = ends[0];
  crew->workers[i].n_slots = 0;
  return ISN_SUCCESS;
}

IsnStatus
isn_crew_open(IsnCrew* const crew,
              const size_t n_workers,
              const IsnPlan* const plan,
              const IsnReadOptions* const read,
              const IsnSink* const sink)
{
  *crew = (IsnCrew){ .plan = plan, .read = read, .sink = sink };
  crew->shared.fd = -1;
  crew->workers = calloc(n_workers, sizeof(*crew->workers));
  crew->n_slots = n_workers * SLOTS_PER_WORKER;
  crew->slots = calloc(crew->n_slots, sizeof(*crew->slots));
  crew->towers = isn_shared_new(n_workers * sizeof(*crew->towers));
  if (!crew->workers || !crew->slots || !crew->towers) {
    crew->n_slots = crew->slots ? crew->n_slots : 0;
    return isn_error(sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  if (isn_shared_open(&crew->shared, crew->n_slots * 2)) {
    return foreign(crew, "no memory to share with workers; try --jobs 1");
  }
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; !st && i < n_workers; ++i) {
    crew->workers[i].socket = -1;
    crew->n_workers = i + 1;
    st = hire(crew, i);
  }
  return st;
}

static void
dismiss(IsnCrewWorker* const worker, const bool is_cut_short)
{
  if (worker->socket >= 0) {
    close(worker->socket);
    if (is_cut_short) {
      kill(worker->pid, SIGKILL);
    }
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR) {
    }
    worker->socket = -1;
  }
}

void
isn_crew_close(IsnCrew* const crew, const bool is_cut_short)
{
  for (size_t i = 0; i < crew->n_workers; ++i) {
    dismiss(&crew->workers[i], is_cut_short);
  }
  for (size_t i = 0; i < crew->n_slots && crew->slots; ++i) {
    isn_shared_unmap(&crew->slots[i].jobs);
    isn_shared_unmap(&crew->slots[i].result);
  }
  isn_shared_close(&crew->shared);
  isn_shared_free(crew->towers,
                  crew->n_slots / SLOTS_PER_WORKER * sizeof(*crew->towers));
  free(crew->slots);
  free(crew->workers);
  *crew = (IsnCrew){ .shared = { .fd = -1 } };
}

// Giving --------------------------------------------------------------------

char*
isn_crew_reserve(IsnCrew* const crew, const uint32_t slot, const size_t n_bytes)
{
  return isn_shared_map(
    &crew->shared, &crew->slots[slot].jobs, (size_t)slot * 2, n_bytes);
}

/// The worker with fewest slots, or NULL if all hands are full.
static IsnCrewWorker*
find_hand(const IsnCrew* const crew)
{
  IsnCrewWorker* best = NULL;
  for (size_t i = 0; i < crew->n_workers; ++i) {
    IsnCrewWorker* const worker = &crew->workers[i];
    if (worker->n_slots < ISN_HANDS &&
        (!best || worker->n_slots < best->n_slots)) {
      best = worker;
    }
  }
  return best;
}

bool
isn_crew_has_hand(const IsnCrew* const crew)
{
  return find_hand(crew);
}

/// A worker that died before it got the note is noticed when waited for.
static void
give_to(IsnCrew* const crew, IsnCrewWorker* const worker, const uint32_t slot)
{
  crew->slots[slot].state = ISN_SLOT_GIVEN;
  worker->slots[worker->n_slots++] = slot;
  const IsnCrewNote note = { slot, 0, crew->slots[slot].n_bytes };
  (void)send(worker->socket, &note, sizeof(note), MSG_NOSIGNAL);
}

void
isn_crew_give(IsnCrew* const crew, const uint32_t slot)
{
  give_to(crew, find_hand(crew), slot);
}

// Death ---------------------------------------------------------------------

/// Mark the job of a slot that its worker died of; false if there is none.
static bool
mark(IsnSlot* const slot, const IsnWatchTower* const tower, const int signal)
{
  char* at = slot->jobs.data;
  for (uint32_t i = 0; at < slot->jobs.data + slot->n_bytes; ++i) {
    IsnJobHead* const head = isn_job_head(at);
    if (i == tower->job) {
      if (head->loss == ISN_JOB_WELL) {
        head->stage = tower->stage;
        head->signal = signal;
      }
      const bool is_hopeless = head->loss == ISN_JOB_WRECK;
      head->loss += is_hopeless ? 0 : 1;
      return !is_hopeless;
    }
    const IsnJob job = isn_job_get(at);
    at += isn_job_size(&job);
  }
  return false;
}

/// Note what `worker`, which has ended, leaves; an error if it cannot go on.
static IsnStatus
bury(IsnCrew* const crew, const size_t i, const int how)
{
  const IsnCrewWorker* const worker = &crew->workers[i];
  const IsnWatchTower* const tower = &crew->towers[i];
  IsnSlot* const slot = worker->n_slots ? &crew->slots[worker->slots[0]] : NULL;
  const bool was_at_work = slot && tower->slot == worker->slots[0];
  const bool is_known =
    was_at_work && mark(slot, tower, WIFSIGNALED(how) ? WTERMSIG(how) : 0);
  if (slot && !is_known && ++slot->n_deaths > MAX_DEATHS) {
    return isn_error(crew->sink,
                     ISN_ERR_FOREIGN,
                     NULL,
                     "workers die again and again; the output is not complete");
  }
  if (!slot && !WIFSIGNALED(how)) {
    return isn_error(
      crew->sink, ISN_ERR_FOREIGN, NULL, "a worker could not begin its work");
  }
  return ISN_SUCCESS;
}

static IsnStatus
replace(IsnCrew* const crew, const size_t i)
{
  IsnCrewWorker* const worker = &crew->workers[i];
  const IsnCrewWorker old = *worker;
  int how = 0;
  close(worker->socket);
  worker->socket = -1;
  while (waitpid(old.pid, &how, 0) < 0 && errno == EINTR) {
  }
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, bury(crew, i, how));
  ISN_TRY(st, hire(crew, i));
  for (size_t s = 0; s < old.n_slots; ++s) {
    give_to(crew, worker, old.slots[s]);
  }
  return st;
}

// Results -------------------------------------------------------------------

static IsnStatus
note_done(IsnCrew* const crew,
          IsnCrewWorker* const worker,
          const IsnCrewNote* const note)
{
  IsnSlot* const slot = &crew->slots[note->slot];
  slot->state = ISN_SLOT_DONE;
  slot->n_result = note->n_bytes;
  --worker->n_slots;
  worker->slots[0] = worker->slots[1]; // it does them in order
  const bool is_mapped = isn_shared_map(
    &crew->shared, &slot->result, (size_t)note->slot * 2 + 1, note->n_bytes);
  return is_mapped && note->status != ISN_ERR_NO_MEMORY
           ? ISN_SUCCESS
           : isn_error(crew->sink,
                       ISN_ERR_NO_MEMORY,
                       NULL,
                       "out of memory in a worker");
}

static IsnStatus
listen_to(IsnCrew* const crew, const size_t i)
{
  IsnCrewNote note;
  const ssize_t n =
    recv(crew->workers[i].socket, &note, sizeof(note), MSG_DONTWAIT);
  if (n == (ssize_t)sizeof(note)) {
    return note_done(crew, &crew->workers[i], &note);
  }
  const bool is_waiting =
    n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  return is_waiting ? ISN_SUCCESS : replace(crew, i);
}

IsnStatus
isn_crew_wait(IsnCrew* const crew, const int milliseconds)
{
  struct pollfd ends[ISN_MAX_NUMBER];
  for (size_t i = 0; i < crew->n_workers; ++i) {
    ends[i] = (struct pollfd){ crew->workers[i].socket, POLLIN, 0 };
  }
  const int n = poll(ends, (nfds_t)crew->n_workers, milliseconds);
  if (n < 0) {
    return errno == EINTR ? ISN_SUCCESS
                          : foreign(crew, "cannot wait for workers");
  }
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; n && !st && i < crew->n_workers; ++i) {
    st = ends[i].revents ? listen_to(crew, i) : ISN_SUCCESS;
  }
  return st;
}

void
isn_crew_result(const IsnCrew* const crew,
                const uint32_t slot,
                IsnResultHead* const head,
                IsnStr* const messages,
                IsnStr* const output)
{
  const char* const data = crew->slots[slot].result.data;
  memcpy(head, data, sizeof(*head));
  *messages = (IsnStr){ data + sizeof(*head), head->n_message_bytes };
  *output =
    (IsnStr){ messages->data + messages->n_bytes, head->n_output_bytes };
}

void
isn_crew_release(IsnCrew* const crew, const uint32_t slot)
{
  IsnSlot* const s = &crew->slots[slot];
  isn_shared_trim(&crew->shared, &s->jobs, (size_t)slot * 2);
  isn_shared_trim(&crew->shared, &s->result, (size_t)slot * 2 + 1);
  s->state = ISN_SLOT_FREE;
  s->n_bytes = 0;
  s->n_deaths = 0;
}
