// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/buffer.h"

#include "extract/base/utf8.h"

#include <stdlib.h>

void
isn_buffer_clear(IsnBuffer* const buffer)
{
  free(buffer->data);
  memset(buffer, 0, sizeof(*buffer));
}

char*
isn_buffer_reserve(IsnBuffer* const buffer, const size_t n_bytes)
{
  if (buffer->failed || n_bytes > SIZE_MAX / 4) {
    buffer->failed = true;
    return NULL;
  }
  if (buffer->capacity - buffer->n_bytes < n_bytes) {
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : 4096;
    while (capacity - buffer->n_bytes < n_bytes) {
      capacity *= 2;
    }
    char* const data = realloc(buffer->data, capacity);
    if (!data) {
      buffer->failed = true;
      return NULL;
    }
    buffer->data = data;
    buffer->capacity = capacity;
  }
  return buffer->data + buffer->n_bytes;
}

void
isn_buffer_append(IsnBuffer* const buffer, const IsnStr s)
{
  char* const end = isn_buffer_reserve(buffer, s.n_bytes);
  if (end && s.n_bytes) {
    memcpy(end, s.data, s.n_bytes);
    buffer->n_bytes += s.n_bytes;
  }
}

void
isn_buffer_append_byte(IsnBuffer* const buffer, const char c)
{
  char* const end = isn_buffer_reserve(buffer, 1);
  if (end) {
    *end = c;
    ++buffer->n_bytes;
  }
}

void
isn_buffer_append_number(IsnBuffer* const buffer, uint64_t value)
{
  char digits[20];
  size_t n = sizeof(digits);
  do {
    digits[--n] = (char)('0' + value % 10);
    value /= 10;
  } while (value);
  isn_buffer_append(buffer, (IsnStr){ digits + n, sizeof(digits) - n });
}

void
isn_buffer_append_char(IsnBuffer* const buffer, const uint32_t code_point)
{
  char bytes[4];
  const size_t n = isn_utf8_encode(code_point, bytes);
  isn_buffer_append(buffer, (IsnStr){ bytes, n });
}
