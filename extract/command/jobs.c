// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/jobs.h"

#include "extract/read/format.h"
#include "extract/read/release.h"
#include "extract/record_parts.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>

IsnStatus
isn_jobs_open(IsnJobs* const jobs,
              const IsnPlan* const plan,
              const IsnReadOptions* const read)
{
  *jobs = (IsnJobs){ .read = read,
                     .arena = { .is_hot = true },
                     .victim = getenv("ISNAD_TEST_VICTIM"),
                     .n_deaths = getenv("ISNAD_TEST_TWICE") ? 2 : 1 };
  jobs->sink = isn_messages_sink(&jobs->messages);
  return isn_worker_open(&jobs->worker, plan, &jobs->output, &jobs->sink);
}

void
isn_jobs_close(IsnJobs* const jobs)
{
  isn_worker_close(&jobs->worker);
  isn_arena_clear(&jobs->arena);
  isn_buffer_clear(&jobs->output);
  isn_buffer_clear(&jobs->messages);
}

// Reading what the parent has not -------------------------------------------

static IsnInput
input_of(const IsnJobs* const jobs, const IsnJob* const job)
{
  return (IsnInput){ .path = job->path,
                     .source = { .fd = -1, .error = job->head.error },
                     .options = jobs->read,
                     .sink = &jobs->sink };
}

static IsnRecordPlace
place_of(const IsnJob* const job)
{
  return (IsnRecordPlace){ (size_t)job->head.line, (size_t)job->head.number };
}

/// A record in the form of the input's file.
static IsnStatus
read_line(const IsnJobs* const jobs,
          const IsnJob* const job,
          IsnDocument* const doc)
{
  const IsnInput input = input_of(jobs, job);
  const IsnRecordPlace place = place_of(job);
  if (job->head.status) {
    doc->id = isn_input_record_id(&input, doc, place);
    return isn_input_fail_source(
      &input, doc, (IsnStatus)job->head.status, place.line);
  }
  const IsnStatus st = isn_input_read_record(&input, doc, job->data, place);
  return st || doc->error_stage.data ? st : isn_release_describe(doc);
}

static IsnStatus
read_record(const IsnJob* const job, IsnDocument* const doc)
{
  const char* message = "";
  const IsnStatus st = isn_record_parse(doc, job->data, &message);
  return st == ISN_ERR_NO_MEMORY ? st : ISN_SUCCESS; // the parent wrote it
}

/// A name of the document that needs no reading.
static IsnStatus
name_wreck(const IsnJobs* const jobs,
           const IsnJob* const job,
           IsnDocument* const doc)
{
  const IsnInput input = input_of(jobs, job);
  doc->id = job->head.line ? isn_input_record_id(&input, doc, place_of(job))
                           : isn_arena_copy(doc->arena, isn_str(job->path));
  return doc->id.data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

static IsnStatus
read_job(const IsnJobs* const jobs,
         const IsnJob* const job,
         IsnDocument* const doc)
{
  doc->origin = isn_str(job->path);
  doc->origin_line = (size_t)job->head.line;
  if (job->head.loss == ISN_JOB_WRECK) {
    return name_wreck(jobs, job, doc);
  }
  return job->head.kind == ISN_JOB_LINE ? read_line(jobs, job, doc)
                                        : read_record(job, doc);
}

// Doing ---------------------------------------------------------------------

/// For tests: die of this document.
static void
die_of(const IsnJobs* const jobs,
       const IsnJob* const job,
       const IsnDocument* const doc)
{
  if (jobs->victim && job->head.loss < jobs->n_deaths &&
      isn_str_is(doc->id, jobs->victim)) {
    raise(SIGKILL);
  }
}

static void
give_up(IsnJobs* const jobs, const IsnJob* const job, IsnDocument* const doc)
{
  const IsnStr message = job->head.signal
                           ? isn_arena_print(doc->arena,
                                             "its worker died (signal %d: %s)",
                                             (int)job->head.signal,
                                             strsignal(job->head.signal))
                           : ISN_STR("its worker ended before its time");
  isn_worker_give_up(&jobs->worker,
                     doc,
                     (IsnStage)job->head.stage,
                     message.data ? message.data : "its worker died");
}

static void
process(IsnJobs* const jobs, const IsnJob* const job, IsnDocument* const doc)
{
  die_of(jobs, job, doc);
  if (job->head.loss) {
    give_up(jobs, job, doc);
    return;
  }
  isn_worker_process(&jobs->worker, doc);
  if (job->head.kind == ISN_JOB_RECORD) { // it never was a line of the input
    jobs->worker.counts.n_bytes += doc->text.n_bytes;
    jobs->worker.counts.n_bytes -= doc->raw.n_bytes + 1;
  }
}

static IsnStatus
do_document(IsnJobs* const jobs, const IsnJob* const job)
{
  IsnDocument doc;
  isn_arena_reset(&jobs->arena);
  isn_document_init(&doc, &jobs->arena);
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, read_job(jobs, job, &doc));
  process(jobs, job, &doc);
  return st;
}

/// A file of a folder that cannot be opened fails as a document.
static IsnStatus
do_unreadable(IsnJobs* const jobs, const IsnJob* const job, const int error)
{
  IsnDocument doc;
  isn_arena_reset(&jobs->arena);
  isn_document_init(&doc, &jobs->arena);
  const IsnInput input = input_of(jobs, job);
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_input_name(&input, &doc, isn_str(job->path)));
  ISN_TRY(
    st,
    isn_input_fail(&input, &doc, ISN_ERR_INPUT, 0, 0, "%s", strerror(error)));
  process(jobs, job, &doc);
  return st;
}

static IsnStatus
do_reader(IsnJobs* const jobs, const IsnJob* const job, IsnReader* const reader)
{
  IsnStatus st = ISN_SUCCESS;
  while (!st) {
    IsnDocument doc;
    isn_arena_reset(&jobs->arena);
    isn_document_init(&doc, &jobs->arena);
    st = isn_reader_next(reader, &doc);
    if (!st) {
      process(jobs, job, &doc);
    }
  }
  return st;
}

static IsnStatus
do_file(IsnJobs* const jobs, const IsnJob* const job)
{
  if (job->head.loss == ISN_JOB_WRECK) {
    return do_document(jobs, job);
  }
  const size_t n_before = jobs->messages.n_bytes;
  IsnReader* reader = NULL;
  IsnStatus st = isn_reader_open(&reader, job->path, jobs->read, &jobs->sink);
  const int error = errno;
  if (st == ISN_ERR_INPUT && job->head.is_from_folder) {
    jobs->messages.n_bytes = n_before; // it is not the input that failed
    return do_unreadable(jobs, job, error);
  }
  if (!st) {
    st = do_reader(jobs, job, reader);
  }
  isn_reader_close(reader);
  if (st == ISN_ERR_USAGE || st == ISN_ERR_NO_MEMORY) {
    return st; // no other file would fare better
  }
  jobs->n_unreadable += isn_is_error(st) ? 1 : 0;
  return ISN_SUCCESS;
}

static IsnStatus
do_job(IsnJobs* const jobs, const IsnJob* const job)
{
  switch ((IsnJobKind)job->head.kind) {
    case ISN_JOB_MESSAGES:
      isn_messages_tell(job->data, &jobs->sink);
      return ISN_SUCCESS;
    case ISN_JOB_FILE:
      return do_file(jobs, job);
    case ISN_JOB_LINE:
    case ISN_JOB_RECORD:
      break;
  }
  return do_document(jobs, job);
}

IsnStatus
isn_jobs_do(IsnJobs* const jobs,
            const char* const bytes,
            const size_t n_bytes,
            IsnResultHead* const result)
{
  IsnStatus st = ISN_SUCCESS;
  isn_buffer_empty(&jobs->output);
  isn_buffer_empty(&jobs->messages);
  jobs->worker.counts = (IsnCounts){ 0 };
  jobs->n_unreadable = 0;
  const uint64_t n_read = *jobs->read->n_read;
  jobs->worker.stage = jobs->tower ? &jobs->tower->stage : NULL;
  for (size_t at = 0; !st && at < n_bytes;) {
    const IsnJob job = isn_job_get(bytes + at);
    if (jobs->tower) {
      jobs->tower->stage = ISN_STAGE_READ;
    }
    st = do_job(jobs, &job);
    if (jobs->tower) {
      ++jobs->tower->job;
    }
    at += isn_job_size(&job);
  }
  isn_counts_note_memory(&jobs->worker.counts);
  *result = (IsnResultHead){ .counts = jobs->worker.counts,
                             .status = (uint32_t)st,
                             .n_message_bytes = jobs->messages.n_bytes,
                             .n_output_bytes = jobs->output.n_bytes };
  result->counts.n_unreadable += jobs->n_unreadable;
  result->counts.n_read = *jobs->read->n_read - n_read;
  return jobs->output.failed || jobs->messages.failed ? ISN_ERR_NO_MEMORY : st;
}
