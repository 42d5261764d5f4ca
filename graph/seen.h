// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file seen.h A set of 64-bit hashes, each with a number.
#ifndef ISN_GRAPH_SEEN_H
#define ISN_GRAPH_SEEN_H

#include "extract/base/arena.h"

typedef struct {
  uint64_t hash; ///< 0: free
  uint32_t value;
} IsnSeenSlot;

/// Zero is a valid, empty set. Lives in an arena.
typedef struct {
  IsnSeenSlot* slots;
  size_t n_slots; ///< A power of two
  size_t n_used;
} IsnSeen;

/// The number kept with `hash`; added with 0 if it is new. NULL without memory.
uint32_t*
isn_seen_find(IsnSeen* seen, IsnArena* arena, uint64_t hash);

/// One hash of two.
static inline uint64_t
isn_seen_mix(const uint64_t a, const uint64_t b)
{
  const uint64_t h =
    (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) * 0xD6E8FEB86659FD93u;
  return h ^ (h >> 32);
}

#endif
