// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file str.h A view of UTF-8 bytes; it owns nothing.
#ifndef ISN_BASE_STR_H
#define ISN_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// `data` may be NULL, which means "absent" (not the same as empty).
typedef struct {
  const char* data;
  size_t n_bytes;
} IsnStr;

/// Code points or bytes [begin, end).
typedef struct {
  uint32_t begin;
  uint32_t end;
} IsnSpan;

#define ISN_STR(literal) ((IsnStr){ (literal), sizeof(literal) - 1 })

static inline IsnStr
isn_str(const char* const s)
{
  return (IsnStr){ s, s ? strlen(s) : 0 };
}

static inline bool
isn_str_equal(const IsnStr a, const IsnStr b)
{
  return a.n_bytes == b.n_bytes &&
         (!a.n_bytes || !memcmp(a.data, b.data, a.n_bytes));
}

static inline bool
isn_str_is(const IsnStr a, const char* const b)
{
  // Nearly all differ in their first letter, which has two bytes in Arabic
  if (b && b[0] && a.n_bytes &&
      (a.data[0] != b[0] || (a.n_bytes > 1 && a.data[1] != b[1]))) {
    return false;
  }
  return isn_str_equal(a, isn_str(b));
}

static inline bool
isn_str_starts(const IsnStr s, const IsnStr prefix)
{
  return s.n_bytes >= prefix.n_bytes &&
         (!prefix.n_bytes || !memcmp(s.data, prefix.data, prefix.n_bytes));
}

static inline bool
isn_str_ends(const IsnStr s, const IsnStr suffix)
{
  return s.n_bytes >= suffix.n_bytes &&
         (!suffix.n_bytes || !memcmp(s.data + s.n_bytes - suffix.n_bytes,
                                     suffix.data,
                                     suffix.n_bytes));
}

static inline IsnStr
isn_str_slice(const IsnStr s, const size_t begin, const size_t end)
{
  return (IsnStr){ s.data + begin, end - begin };
}

/// FNV-1a over 64 bits, finished so that every bit depends on every byte.
static inline uint64_t
isn_str_hash(const IsnStr s)
{
  uint64_t h = 0xCBF29CE484222325u;
  for (size_t i = 0; i < s.n_bytes; ++i) {
    h = (h ^ (unsigned char)s.data[i]) * 0x100000001B3u;
  }
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15u;
  return h ^ (h >> 29);
}

/// Whether `s` is one of `n` C strings.
static inline bool
isn_str_is_any(const IsnStr s, const char* const* const list, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (isn_str_is(s, list[i])) {
      return true;
    }
  }
  return false;
}

/// The same of an array of them.
#define ISN_IS_ONE_OF(s, list)                                                 \
  isn_str_is_any(s, list, sizeof(list) / sizeof((list)[0]))

#endif
