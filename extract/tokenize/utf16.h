// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file utf16.h UTF-16 by code points, as ICU hands it out.
#ifndef ISN_TOKENIZE_UTF16_H
#define ISN_TOKENIZE_UTF16_H

#include <stddef.h>
#include <stdint.h>
#include <unicode/utf16.h>

/// The code point at `*at` of `n` units; `*at` moves behind it.
static inline uint32_t
isn_utf16_next(const UChar* const units, size_t* const at, const size_t n)
{
  const uint32_t u = units[(*at)++];
  if (U16_IS_LEAD(u) && *at < n && U16_IS_TRAIL(units[*at])) {
    const uint32_t trail = units[(*at)++];
    return 0x10000u + ((u - 0xD800u) << 10) + (trail - 0xDC00u);
  }
  return u;
}

#endif
