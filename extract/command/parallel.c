// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/parallel.h"

#include "extract/command/crew.h"
#include "extract/command/intake.h"
#include "extract/record.h"

/// What a batch should cost a worker: long beside the cost of handing it over,
/// short beside the wait for the last one.
#define BATCH_SECONDS 0.025
#define MIN_BATCH_BYTES ((size_t)8 << 10)
#define MAX_BATCH_BYTES ((size_t)256 << 10)
/// What a file is taken for, since the parent does not look at it.
#define FILE_BYTES ((size_t)4 << 10)
#define TICK_MILLISECONDS 200

typedef struct {
  const IsnParallel* run;
  IsnCrew crew;
  IsnIntake intake;
  IsnArena arena;     ///< Of the document that is serialised here
  uint64_t n_given;   ///< Batches; number i lies in slot i modulo n_slots
  uint64_t n_written; ///< Batches
  bool is_over;       ///< There are no more jobs
  IsnStatus intake_status;
} Parallel;

// Handing out ---------------------------------------------------------------

static size_t
batch_bytes(const Parallel* const p)
{
  const double seconds = isn_counts_now() - p->run->meter->begin;
  const double rate = (double)p->run->counts->n_bytes /
                      (double)p->crew.n_workers / (seconds > 0 ? seconds : 1);
  const double wanted = rate * BATCH_SECONDS;
  return wanted < (double)MIN_BATCH_BYTES   ? MIN_BATCH_BYTES
         : wanted > (double)MAX_BATCH_BYTES ? MAX_BATCH_BYTES
                                            : (size_t)wanted;
}

static IsnStatus
put(Parallel* const p, const uint32_t slot, const IsnJob* const job)
{
  size_t* const n_bytes = &p->crew.slots[slot].n_bytes;
  const size_t n_job = isn_job_size(job);
  char* const data = isn_crew_reserve(&p->crew, slot, *n_bytes + n_job);
  if (!data) {
    return isn_error(p->run->sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  isn_job_put(job, data + *n_bytes);
  *n_bytes += n_job;
  return ISN_SUCCESS;
}

/// Fill the next slot with jobs and give it away, if there are any.
static IsnStatus
hand_out(Parallel* const p)
{
  const uint32_t slot = (uint32_t)(p->n_given % p->crew.n_slots);
  const size_t n_wanted = batch_bytes(p);
  IsnStatus st = ISN_SUCCESS;
  for (size_t n = 0; n < n_wanted;) {
    IsnJob job;
    p->intake_status = isn_intake_next(&p->intake, &job);
    p->is_over = p->intake_status != ISN_SUCCESS;
    if (p->is_over) {
      break;
    }
    ISN_TRY(st, put(p, slot, &job));
    n += job.head.kind == ISN_JOB_FILE ? FILE_BYTES : isn_job_size(&job);
  }
  if (p->crew.slots[slot].n_bytes) {
    isn_crew_give(&p->crew, slot);
    ++p->n_given;
  }
  return st;
}

static bool
can_hand_out(const Parallel* const p)
{
  return !p->is_over && p->n_given - p->n_written < p->crew.n_slots &&
         isn_crew_has_hand(&p->crew);
}

// Writing -------------------------------------------------------------------

/// One line of the workers' records to the graph.
static IsnStatus
serialise_line(Parallel* const p, const IsnStr line)
{
  IsnWorker* const serialiser = p->run->serialiser;
  IsnDocument doc;
  isn_arena_reset(&p->arena);
  isn_document_init(&doc, &p->arena);
  const char* message = "";
  if (isn_record_parse(&doc, line, &message) == ISN_ERR_NO_MEMORY) {
    return isn_error(p->run->sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  const bool was_failed = doc.error_stage.data;
  serialiser->counts = (IsnCounts){ 0 };
  isn_worker_process(serialiser, &doc);
  IsnCounts* const counts = p->run->counts; // what workers cannot count
  counts->n_failed += was_failed ? 0 : serialiser->counts.n_failed;
  counts->stage_seconds[ISN_STAGE_RDF] +=
    serialiser->counts.stage_seconds[ISN_STAGE_RDF];
  return isn_output_advance(p->run->output, p->run->sink);
}

static IsnStatus
serialise(Parallel* const p, const IsnStr lines)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t at = 0; !st && at < lines.n_bytes;) {
    const char* const line = lines.data + at;
    const char* const end = memchr(line, '\n', lines.n_bytes - at);
    const size_t n_bytes = end ? (size_t)(end - line) : lines.n_bytes - at;
    st = serialise_line(p, (IsnStr){ line, n_bytes });
    at += n_bytes + 1;
  }
  return st;
}

static IsnStatus
write_result(Parallel* const p, const uint32_t slot)
{
  IsnResultHead head;
  IsnStr messages;
  IsnStr output;
  isn_crew_result(&p->crew, slot, &head, &messages, &output);
  isn_messages_tell(messages, p->run->sink);
  isn_counts_add(p->run->counts, &head.counts);
  const IsnStatus st =
    p->run->serialiser ? serialise(p, output)
                       : isn_output_write(p->run->output, output, p->run->sink);
  isn_crew_release(&p->crew, slot);
  return st ? st : (IsnStatus)head.status;
}

/// Write the results that are there, as far as none is missing before them.
static IsnStatus
write_results(Parallel* const p)
{
  IsnStatus st = ISN_SUCCESS;
  while (!st && p->n_written < p->n_given) {
    const uint32_t slot = (uint32_t)(p->n_written % p->crew.n_slots);
    if (p->crew.slots[slot].state != ISN_SLOT_DONE) {
      break;
    }
    st = write_result(p, slot);
    ++p->n_written;
  }
  return st;
}

static IsnStatus
work(Parallel* const p)
{
  IsnStatus st = ISN_SUCCESS;
  while (!st && !(p->is_over && p->n_written == p->n_given)) {
    while (!st && can_hand_out(p)) {
      st = hand_out(p);
    }
    if (!st && p->n_written < p->n_given) {
      st = isn_crew_wait(&p->crew, p->run->meter->err ? TICK_MILLISECONDS : -1);
    }
    if (!st) {
      st = write_results(p);
    }
    isn_meter_tick(p->run->meter, p->run->counts);
  }
  return st;
}

/// What the intake could not hand on: its last messages, and its failure.
static IsnStatus
finish_intake(Parallel* const p)
{
  isn_messages_tell(isn_buffer_str(&p->intake.messages), p->run->sink);
  p->run->counts->n_unreadable += p->intake.n_unreadable;
  return isn_is_error(p->intake_status) ? p->intake_status : ISN_SUCCESS;
}

IsnStatus
isn_parallel_run(const IsnParallel* const parallel, const size_t n_jobs)
{
  Parallel p = { .run = parallel };
  IsnStatus st = isn_crew_open(
    &p.crew, n_jobs, parallel->plan, parallel->read, parallel->sink);
  isn_intake_open(&p.intake,
                  parallel->read,
                  parallel->options->paths,
                  parallel->options->n_paths);
  if (!st) {
    st = work(&p);
  }
  isn_crew_close(&p.crew, isn_is_error(st));
  if (!st) {
    st = finish_intake(&p);
  }
  isn_intake_close(&p.intake);
  isn_arena_clear(&p.arena);
  return st;
}
