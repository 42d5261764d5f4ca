// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/utf8.h"

size_t
isn_utf8_encode(const uint32_t c, char* const bytes)
{
  unsigned char* const b = (unsigned char*)bytes;
  if (c < 0x80) {
    b[0] = (unsigned char)c;
    return 1;
  }
  if (c < 0x800) {
    b[0] = (unsigned char)(0xC0u | (c >> 6));
    b[1] = (unsigned char)(0x80u | (c & 0x3Fu));
    return 2;
  }
  if (c < 0x10000) {
    b[0] = (unsigned char)(0xE0u | (c >> 12));
    b[1] = (unsigned char)(0x80u | ((c >> 6) & 0x3Fu));
    b[2] = (unsigned char)(0x80u | (c & 0x3Fu));
    return 3;
  }
  b[0] = (unsigned char)(0xF0u | (c >> 18));
  b[1] = (unsigned char)(0x80u | ((c >> 12) & 0x3Fu));
  b[2] = (unsigned char)(0x80u | ((c >> 6) & 0x3Fu));
  b[3] = (unsigned char)(0x80u | (c & 0x3Fu));
  return 4;
}

/// Length of the well-formed sequence at `s`, 0 if it is none (Unicode 3-7).
static size_t
sequence_length(const unsigned char* const s, const size_t n)
{
  const unsigned char c = s[0];
  if (c < 0x80) {
    return 1;
  }
  if (c < 0xC2 || c > 0xF4) {
    return 0;
  }
  const size_t length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  if (n < length) {
    return 0;
  }
  const unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
  if (s[1] < low || s[1] > high) {
    return 0;
  }
  for (size_t i = 2; i < length; ++i) {
    if ((s[i] & 0xC0u) != 0x80u) {
      return 0;
    }
  }
  return length;
}

size_t
isn_utf8_valid_prefix(const IsnStr s)
{
  const unsigned char* const data = (const unsigned char*)s.data;
  size_t i = 0;
  while (i < s.n_bytes) {
    const size_t length = sequence_length(data + i, s.n_bytes - i);
    if (!length) {
      break;
    }
    i += length;
  }
  return i;
}

size_t
isn_utf8_count(const IsnStr s)
{
  const uint64_t ones = 0x0101010101010101u;
  size_t n_inner = 0; // bytes that continue a code point: 10xxxxxx
  size_t i = 0;
  for (; i + sizeof(uint64_t) <= s.n_bytes; i += sizeof(uint64_t)) {
    uint64_t word;
    memcpy(&word, s.data + i, sizeof(word));
    n_inner += ((word >> 7 & ~(word >> 6) & ones) * ones) >> 56;
  }
  for (; i < s.n_bytes; ++i) {
    n_inner += ((unsigned char)s.data[i] & 0xC0u) == 0x80u;
  }
  return s.n_bytes - n_inner;
}
