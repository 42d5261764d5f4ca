// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file utf8.h UTF-8 by code points (RFC 3629).
#ifndef ISN_BASE_UTF8_H
#define ISN_BASE_UTF8_H

#include "extract/base/str.h"

/// Decode the code point at `*at` of valid UTF-8 and move `*at` behind it.
static inline uint32_t
isn_utf8_next(const char* const data, size_t* const at)
{
  const unsigned char* const s = (const unsigned char*)data + *at;
  if (s[0] < 0x80) {
    *at += 1;
    return s[0];
  }
  if (s[0] < 0xE0) {
    *at += 2;
    return ((uint32_t)(s[0] & 0x1Fu) << 6) | (s[1] & 0x3Fu);
  }
  if (s[0] < 0xF0) {
    *at += 3;
    return ((uint32_t)(s[0] & 0x0Fu) << 12) | ((uint32_t)(s[1] & 0x3Fu) << 6) |
           (s[2] & 0x3Fu);
  }
  *at += 4;
  return ((uint32_t)(s[0] & 0x07u) << 18) | ((uint32_t)(s[1] & 0x3Fu) << 12) |
         ((uint32_t)(s[2] & 0x3Fu) << 6) | (s[3] & 0x3Fu);
}

/// Write `code_point` to `bytes` (room for 4); returns the bytes written.
size_t
isn_utf8_encode(uint32_t code_point, char* bytes);

/// Where the first byte that is not valid UTF-8 stands; n_bytes if none.
///
/// Surrogates, overlong forms and code points above U+10FFFF are invalid.
size_t
isn_utf8_valid_prefix(IsnStr s);

/// Code points in valid UTF-8.
size_t
isn_utf8_count(IsnStr s);

#endif
