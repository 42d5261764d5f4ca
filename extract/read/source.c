// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024)

IsnStatus
isn_source_open(IsnSource* const source, const char* const path)
{
  memset(source, 0, sizeof(*source));
  source->fd = strcmp(path, "-") ? open(path, O_RDONLY) : STDIN_FILENO;
  return source->fd < 0 ? ISN_ERR_INPUT : ISN_SUCCESS;
}

void
isn_source_close(IsnSource* const source)
{
  if (source->fd > STDIN_FILENO) {
    close(source->fd);
  }
  isn_decoder_free(source->decoder);
  isn_buffer_clear(&source->buffer);
  memset(source, 0, sizeof(*source));
  source->fd = -1;
}

/// Let go of what was taken.
static void
compact(IsnSource* const source)
{
  const size_t n_left = source->buffer.n_bytes - source->n_taken;
  if (source->n_taken && n_left) {
    memmove(source->buffer.data, source->buffer.data + source->n_taken, n_left);
  }
  source->buffer.n_bytes = n_left;
  source->n_searched -=
    source->n_searched < source->n_taken ? source->n_searched : source->n_taken;
  source->n_taken = 0;
}

static ssize_t
read_some(const int fd, char* const bytes, const size_t n_bytes)
{
  ssize_t n = 0;
  do {
    n = read(fd, bytes, n_bytes);
  } while (n < 0 && errno == EINTR);
  return n;
}

/// Read a chunk more behind the buffer's bytes.
static IsnStatus
fill(IsnSource* const source)
{
  IsnBuffer* const buffer = &source->buffer;
  char chunk[CHUNK];
  // As much again as there is, so that a long line takes few reads
  const size_t wanted = buffer->n_bytes > CHUNK ? buffer->n_bytes : CHUNK;
  char* const end = isn_buffer_reserve(buffer, wanted);
  if (!end) {
    return ISN_ERR_NO_MEMORY;
  }
  char* const to = source->decoder ? chunk : end;
  const ssize_t n = read_some(source->fd, to, source->decoder ? CHUNK : wanted);
  if (n < 0) {
    source->error = errno;
    source->is_at_end = true;
    return ISN_ERR_INPUT;
  }
  source->is_at_end = !n;
  if (source->n_read) {
    *source->n_read += (uint64_t)n;
  }
  if (source->decoder) {
    return isn_decoder_push(
      source->decoder, (IsnStr){ chunk, (size_t)n }, !n, buffer);
  }
  buffer->n_bytes += (size_t)n;
  return ISN_SUCCESS;
}

IsnStatus
isn_source_decode(IsnSource* const source, IsnDecoder* const decoder)
{
  compact(source);
  IsnBuffer raw = source->buffer;
  memset(&source->buffer, 0, sizeof(source->buffer));
  source->n_searched = 0;
  source->decoder = decoder;
  const IsnStatus st = isn_decoder_push(
    decoder, isn_buffer_str(&raw), source->is_at_end, &source->buffer);
  isn_buffer_clear(&raw);
  return st;
}

IsnStr
isn_source_peek(IsnSource* const source, const size_t n_bytes)
{
  IsnStatus st = ISN_SUCCESS;
  while (!st && !source->is_at_end &&
         source->buffer.n_bytes - source->n_taken < n_bytes) {
    compact(source);
    st = fill(source);
  }
  const size_t n_left = source->buffer.n_bytes - source->n_taken;
  return (IsnStr){ source->buffer.data ? source->buffer.data + source->n_taken
                                       : "",
                   n_left < n_bytes ? n_left : n_bytes };
}

int
isn_source_take(IsnSource* const source, char* const bytes, const int n_bytes)
{
  if (n_bytes <= 0) {
    return 0;
  }
  if (source->n_taken == source->buffer.n_bytes) {
    compact(source);
  }
  const IsnStr next = isn_source_peek(source, 1);
  if (!next.n_bytes) {
    return source->error ? -1 : 0;
  }
  const size_t n_left = source->buffer.n_bytes - source->n_taken;
  const size_t n = n_left < (size_t)n_bytes ? n_left : (size_t)n_bytes;
  memcpy(bytes, source->buffer.data + source->n_taken, n);
  source->n_taken += n;
  return (int)n;
}

IsnStatus
isn_source_take_all(IsnSource* const source,
                    const size_t limit,
                    IsnStr* const bytes)
{
  IsnStatus st = ISN_SUCCESS;
  compact(source);
  while (!source->is_at_end) {
    ISN_TRY(st, fill(source));
    if (source->buffer.n_bytes > limit) {
      return ISN_ERR_LIMIT;
    }
  }
  *bytes = source->buffer.data ? isn_buffer_str(&source->buffer) : ISN_STR("");
  source->n_taken = source->buffer.n_bytes;
  return source->error ? ISN_ERR_INPUT : ISN_SUCCESS;
}

/// The next "\n" among the bytes not yet searched, or NULL.
static const char*
find_line_end(IsnSource* const source)
{
  const IsnBuffer* const buffer = &source->buffer;
  if (source->n_searched < source->n_taken) {
    source->n_searched = source->n_taken;
  }
  const size_t n = buffer->n_bytes - source->n_searched;
  const char* const found =
    n ? memchr(buffer->data + source->n_searched, '\n', n) : NULL;
  if (!found) {
    source->n_searched = buffer->n_bytes;
  }
  return found;
}

static IsnStr
take_to(IsnSource* const source, const char* const end, const bool has_end)
{
  const char* const begin = source->buffer.data + source->n_taken;
  IsnStr line = { begin, (size_t)(end - begin) };
  source->n_taken += line.n_bytes + has_end;
  if (line.n_bytes && line.data[line.n_bytes - 1] == '\r') {
    --line.n_bytes;
  }
  return line;
}

IsnStatus
isn_source_take_line(IsnSource* const source,
                     const size_t limit,
                     IsnStr* const line)
{
  IsnStatus st = ISN_SUCCESS;
  bool is_too_long = false;
  const char* end = NULL;
  while (!(end = find_line_end(source)) && !source->is_at_end) {
    compact(source);
    if (source->buffer.n_bytes > limit) {
      is_too_long = true;
      source->n_taken = source->buffer.n_bytes;
      compact(source);
    }
    ISN_TRY(st, fill(source));
  }
  if (!end && source->error) {
    return ISN_ERR_INPUT;
  }
  if (!end && source->n_taken == source->buffer.n_bytes) {
    return is_too_long ? ISN_ERR_LIMIT : ISN_END;
  }
  *line = take_to(source,
                  end ? end : source->buffer.data + source->buffer.n_bytes,
                  end != NULL);
  return is_too_long || line->n_bytes > limit ? ISN_ERR_LIMIT : ISN_SUCCESS;
}
