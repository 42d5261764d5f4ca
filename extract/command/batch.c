// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/batch.h"

#define ALIGNMENT ((size_t)16)

static size_t
align(const size_t n_bytes)
{
  return (n_bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

size_t
isn_job_size(const IsnJob* const job)
{
  const size_t n_path = strlen(job->path) + 1;
  return align(sizeof(IsnJobHead) + n_path + job->data.n_bytes);
}

void
isn_job_put(const IsnJob* const job, char* const at)
{
  IsnJobHead head = job->head;
  head.n_path = (uint32_t)strlen(job->path) + 1;
  head.n_bytes = job->data.n_bytes;
  memcpy(at, &head, sizeof(head));
  memcpy(at + sizeof(head), job->path, head.n_path);
  if (head.n_bytes) {
    memcpy(at + sizeof(head) + head.n_path, job->data.data, head.n_bytes);
  }
}

IsnJob
isn_job_get(const char* const at)
{
  IsnJob job = { .path = at + sizeof(IsnJobHead) };
  memcpy(&job.head, at, sizeof(job.head));
  job.data = (IsnStr){ job.path + job.head.n_path, job.head.n_bytes };
  return job;
}

IsnJobHead*
isn_job_head(char* const at)
{
  return (IsnJobHead*)(void*)at;
}

/// A message as bytes: this, then source and message with their zeros.
typedef struct {
  uint32_t status;
  uint32_t severity;
  uint64_t line;
  uint64_t column;
  uint32_t n_source; ///< 0: there is none
  uint32_t n_message;
} MessageHead;

void
isn_messages_put(IsnBuffer* const messages, const IsnDiag* const diag)
{
  const IsnStr source = isn_str(diag->source);
  const IsnStr message = isn_str(diag->message);
  const MessageHead head = { (uint32_t)diag->status,
                             (uint32_t)diag->severity,
                             diag->line,
                             diag->column,
                             source.data ? (uint32_t)source.n_bytes + 1 : 0,
                             (uint32_t)message.n_bytes + 1 };
  isn_buffer_append(messages, (IsnStr){ (const char*)&head, sizeof(head) });
  isn_buffer_append(messages, (IsnStr){ source.data, head.n_source });
  isn_buffer_append(messages, (IsnStr){ message.data, head.n_message });
}

void
isn_messages_tell(const IsnStr bytes, const IsnSink* const sink)
{
  for (size_t at = 0; at + sizeof(MessageHead) <= bytes.n_bytes;) {
    MessageHead head;
    memcpy(&head, bytes.data + at, sizeof(head));
    at += sizeof(head);
    const char* const source = bytes.data + at;
    const IsnDiag diag = { (IsnStatus)head.status,
                           (IsnSeverity)head.severity,
                           head.n_source ? source : NULL,
                           head.line,
                           head.column,
                           source + head.n_source };
    if (sink->func) {
      sink->func(sink->handle, &diag);
    }
    at += (size_t)head.n_source + head.n_message;
  }
}

static void
keep(void* const messages, const IsnDiag* const diag)
{
  isn_messages_put(messages, diag);
}

IsnSink
isn_messages_sink(IsnBuffer* const messages)
{
  return (IsnSink){ keep, messages };
}
