// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file buffer.h Bytes that grow at the end.
#ifndef ISN_BASE_BUFFER_H
#define ISN_BASE_BUFFER_H

#include "extract/base/str.h"

/// Zero is a valid, empty buffer. Owns `data`.
///
/// A failed append sets `failed` and later ones do nothing, so that a series
/// of appends needs one check at its end.
typedef struct {
  char* data;
  size_t n_bytes;
  size_t capacity;
  bool failed;
} IsnBuffer;

void
isn_buffer_clear(IsnBuffer* buffer);

/// Room for `n_bytes` more; returns where they go, or NULL.
char*
isn_buffer_reserve(IsnBuffer* buffer, size_t n_bytes);

void
isn_buffer_append(IsnBuffer* buffer, IsnStr s);

void
isn_buffer_append_byte(IsnBuffer* buffer, char c);

/// Decimal digits of `value`.
void
isn_buffer_append_number(IsnBuffer* buffer, uint64_t value);

/// The code point as UTF-8.
void
isn_buffer_append_char(IsnBuffer* buffer, uint32_t code_point);

static inline IsnStr
isn_buffer_str(const IsnBuffer* const buffer)
{
  return (IsnStr){ buffer->data, buffer->n_bytes };
}

static inline void
isn_buffer_empty(IsnBuffer* const buffer)
{
  buffer->n_bytes = 0;
  buffer->failed = false;
}

#endif
