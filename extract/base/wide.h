// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file wide.h UTF-16 that grows at the end: what PCRE2 and ICU read.
#ifndef ISN_BASE_WIDE_H
#define ISN_BASE_WIDE_H

#include "extract/base/buffer.h"

#include <stdint.h>

/// Zero is a valid, empty text. Owns `units`. A failed append sets `failed`,
/// and later ones do nothing.
typedef struct {
  uint16_t* units;
  size_t n;
  size_t capacity;
  bool failed;
} IsnWide;

void
isn_wide_clear(IsnWide* wide);

/// Append valid UTF-8.
void
isn_wide_append(IsnWide* wide, IsnStr utf8);

void
isn_wide_append_units(IsnWide* wide, const uint16_t* units, size_t n);

/// Append the text to `out` as UTF-8.
void
isn_wide_write(IsnBuffer* out, const IsnWide* wide);

/// Put a unit in before unit `at`.
void
isn_wide_insert(IsnWide* wide, size_t at, uint16_t unit);

/// Byte of `utf8`, which was the first that was appended, that became unit
/// `unit`.
size_t
isn_wide_byte_of(IsnStr utf8, size_t unit);

static inline void
isn_wide_empty(IsnWide* const wide)
{
  wide->n = 0;
  wide->failed = false;
}

#endif
