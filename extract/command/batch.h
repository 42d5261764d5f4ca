// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file batch.h What a parent and its workers hand each other, as bytes.
///
///   parent ─▶ jobs (documents not yet read, where that can be left) ─▶ worker
///   parent ◀─ result (counts, messages, output) ◀─ worker
#ifndef ISN_COMMAND_BATCH_H
#define ISN_COMMAND_BATCH_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/command/counts.h"

typedef enum {
  ISN_JOB_LINE,     ///< A line of records, in the form --text-field etc. state
  ISN_JOB_RECORD,   ///< A record that the parent has read, in our own form
  ISN_JOB_FILE,     ///< A file that is one document, by its path
  ISN_JOB_MESSAGES, ///< No document: what the parent had to say here
} IsnJobKind;

/// How often a worker has died over a job.
typedef enum {
  ISN_JOB_WELL,
  ISN_JOB_LOST,  ///< It is read, and goes out as failed
  ISN_JOB_WRECK, ///< It is not even read
} IsnJobLoss;

/// One job, as it lies in shared memory: path with its zero and data follow.
typedef struct {
  uint32_t kind;       ///< IsnJobKind
  uint32_t loss;       ///< IsnJobLoss; the parent changes it in place
  uint32_t stage;      ///< IsnStage in which its worker died
  int32_t signal;      ///< Of that death; 0: it ended by itself
  uint32_t status;     ///< IsnStatus of reading the record
  int32_t error;       ///< errno of that reading, or 0
  uint32_t n_path;     ///< Bytes, the zero included
  uint64_t line;       ///< From 1, or 0
  uint64_t number;     ///< Of the record, from 1; 0: its line tells it
  uint64_t n_bytes;    ///< Of the data
  uint64_t n_source;   ///< Bytes of input it stands for, 0 where not known
  bool is_from_folder; ///< FILE: cannot be opened is a failed document
} IsnJobHead;

typedef struct {
  IsnJobHead head;
  const char* path;
  IsnStr data;
} IsnJob;

/// Bytes that a job takes in a batch.
size_t
isn_job_size(const IsnJob* job);

/// Put it to `at`, which has room and is aligned for any type.
void
isn_job_put(const IsnJob* job, char* at);

/// The job at `at`; it points into the batch.
IsnJob
isn_job_get(const char* at);

/// The head in the batch, to change it.
IsnJobHead*
isn_job_head(char* at);

/// What comes of a batch; messages, then output, follow it as bytes.
typedef struct {
  IsnCounts counts;
  uint32_t status; ///< IsnStatus: an error ends the run (reported)
  uint64_t n_message_bytes;
  uint64_t n_output_bytes;
} IsnResultHead;

/// Append a message to a buffer of them.
void
isn_messages_put(IsnBuffer* messages, const IsnDiag* diag);

/// Tell `sink` all messages in `bytes`.
void
isn_messages_tell(IsnStr bytes, const IsnSink* sink);

/// A sink that appends to `messages`.
IsnSink
isn_messages_sink(IsnBuffer* messages);

#endif
