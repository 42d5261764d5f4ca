// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/wide.h"

#include "extract/base/utf8.h"

#include <stdlib.h>

void
isn_wide_clear(IsnWide* const wide)
{
  free(wide->units);
  *wide = (IsnWide){ 0 };
}

/// Room for `n` units more.
static bool
reserve(IsnWide* const wide, const size_t n)
{
  if (wide->failed || wide->capacity - wide->n >= n) {
    return !wide->failed;
  }
  const size_t capacity = 2 * (wide->n + n) + 64;
  uint16_t* const units = realloc(wide->units, capacity * sizeof(*units));
  if (!units) {
    wide->failed = true;
    return false;
  }
  wide->units = units;
  wide->capacity = capacity;
  return true;
}

void
isn_wide_append(IsnWide* const wide, const IsnStr utf8)
{
  if (!reserve(wide, utf8.n_bytes)) {
    return;
  }
  for (size_t at = 0; at < utf8.n_bytes;) {
    const uint32_t c = isn_utf8_next(utf8.data, &at);
    if (c < 0x10000) {
      wide->units[wide->n++] = (uint16_t)c;
    } else {
      wide->units[wide->n++] = (uint16_t)(0xD7C0u + (c >> 10));
      wide->units[wide->n++] = (uint16_t)(0xDC00u + (c & 0x3FFu));
    }
  }
}

void
isn_wide_append_units(IsnWide* const wide,
                      const uint16_t* const units,
                      const size_t n)
{
  if (n && reserve(wide, n)) {
    memcpy(wide->units + wide->n, units, n * sizeof(*units));
    wide->n += n;
  }
}

void
isn_wide_write(IsnBuffer* const out, const IsnWide* const wide)
{
  for (size_t i = 0; i < wide->n; ++i) {
    uint32_t c = wide->units[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < wide->n) {
      c = 0x10000 + ((c - 0xD800) << 10) + (wide->units[++i] - 0xDC00u);
    }
    isn_buffer_append_char(out, c);
  }
}

void
isn_wide_insert(IsnWide* const wide, const size_t at, const uint16_t unit)
{
  if (reserve(wide, 1)) {
    memmove(wide->units + at + 1,
            wide->units + at,
            (wide->n - at) * sizeof(*wide->units));
    wide->units[at] = unit;
    ++wide->n;
  }
}

size_t
isn_wide_byte_of(const IsnStr utf8, const size_t unit)
{
  size_t at = 0;
  for (size_t n = 0; at < utf8.n_bytes;) {
    size_t next = at;
    n += isn_utf8_next(utf8.data, &next) < 0x10000 ? 1 : 2;
    if (n > unit) {
      break;
    }
    at = next;
  }
  return at;
}
