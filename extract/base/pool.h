// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file pool.h Byte strings to small numbers, each kept once.
#ifndef ISN_BASE_POOL_H
#define ISN_BASE_POOL_H

#include "extract/base/arena.h"

/// Zero but for `arena` is an empty pool.
typedef struct {
  IsnArena* arena;
  IsnStr* items; ///< By number
  size_t n_items;
  size_t capacity;
  uint32_t* slots; ///< Number + 1, 0: empty
  size_t n_slots;  ///< A power of two
} IsnPool;

#define ISN_POOL_NONE UINT32_MAX

/// Make room in an empty pool, `n` a power of two, so that it seldom has to
/// grow; false without memory.
bool
isn_pool_reserve(IsnPool* pool, size_t n);

/// Number of `bytes`, which are copied in if they are new; ISN_POOL_NONE
/// without memory.
uint32_t
isn_pool_put(IsnPool* pool, IsnStr bytes);

/// The same for bytes that live as long as the pool: they are not copied.
uint32_t
isn_pool_put_kept(IsnPool* pool, IsnStr bytes);

/// Number of `bytes`, or ISN_POOL_NONE if they are not there.
uint32_t
isn_pool_find(const IsnPool* pool, IsnStr bytes);

/// A quick hash of short strings, eight bytes at a time; the machine's own.
static inline uint64_t
isn_pool_hash(const IsnStr s)
{
  uint64_t h = s.n_bytes * 0x9E3779B97F4A7C15u;
  size_t at = 0;
  for (; at + 8 <= s.n_bytes; at += 8) {
    uint64_t part = 0;
    memcpy(&part, s.data + at, 8);
    h = (h ^ part) * 0xFF51AFD7ED558CCDu;
    h ^= h >> 32;
  }
  uint64_t tail = 0;
  if (at < s.n_bytes) {
    memcpy(&tail, s.data + at, s.n_bytes - at);
  }
  h = (h ^ tail) * 0xC4CEB9FE1A85EC53u;
  return h ^ (h >> 29);
}

#endif
