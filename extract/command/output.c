// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/output.h"

#include <errno.h>
#include <string.h>

#define PIECE_BYTES ((size_t)1 << 18)

static IsnStatus
report(const IsnOutput* const output,
       const int error,
       const IsnSink* const sink)
{
  if (error == EPIPE) {
    return ISN_ERR_PIPE;
  }
  const IsnPlace place = { output->name, 0, 0 };
  return isn_error(sink,
                   ISN_ERR_OUTPUT,
                   &place,
                   "cannot write: %s; the output is not complete",
                   strerror(error));
}

IsnStatus
isn_output_open(IsnOutput* const output,
                const char* const path,
                FILE* const standard,
                const IsnSink* const sink)
{
  const bool is_standard = !path || !strcmp(path, "-");
  *output = (IsnOutput){ .file = standard, .name = "standard output" };
  if (!is_standard) {
    output->name = path;
    output->file = fopen(path, "wb");
    output->owned = true;
  }
  if (!output->file) {
    const IsnPlace place = { path, 0, 0 };
    return isn_error(sink,
                     ISN_ERR_OUTPUT,
                     &place,
                     "cannot open for writing: %s",
                     strerror(errno));
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_output_flush(IsnOutput* const output, const IsnSink* const sink)
{
  IsnBuffer* const buffer = &output->buffer;
  if (buffer->failed) {
    return isn_error(sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  const size_t n_bytes = buffer->n_bytes;
  isn_buffer_empty(buffer);
  errno = 0;
  if (n_bytes && (fwrite(buffer->data, 1, n_bytes, output->file) != n_bytes)) {
    return report(output, errno, sink);
  }
  return fflush(output->file) ? report(output, errno, sink) : ISN_SUCCESS;
}

IsnStatus
isn_output_advance(IsnOutput* const output, const IsnSink* const sink)
{
  const bool is_due =
    output->buffer.failed || output->buffer.n_bytes >= PIECE_BYTES;
  return is_due ? isn_output_flush(output, sink) : ISN_SUCCESS;
}

IsnStatus
isn_output_write(IsnOutput* const output,
                 const IsnStr bytes,
                 const IsnSink* const sink)
{
  if (output->buffer.n_bytes + bytes.n_bytes < PIECE_BYTES) {
    isn_buffer_append(&output->buffer, bytes);
    return isn_output_advance(output, sink);
  }
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_output_flush(output, sink));
  errno = 0;
  return fwrite(bytes.data, 1, bytes.n_bytes, output->file) == bytes.n_bytes
           ? ISN_SUCCESS
           : report(output, errno, sink);
}

IsnStatus
isn_output_close(IsnOutput* const output,
                 const IsnStatus st,
                 const IsnSink* const sink)
{
  IsnStatus result = st;
  if (result == ISN_SUCCESS && output->file) {
    result = isn_output_flush(output, sink);
  }
  if (output->owned && output->file && fclose(output->file) &&
      result == ISN_SUCCESS) {
    result = report(output, errno, sink);
  }
  isn_buffer_clear(&output->buffer);
  output->file = NULL;
  return result;
}
