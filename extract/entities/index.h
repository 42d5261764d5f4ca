// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file index.h Entities of one document by what may refer to them.
#ifndef ISN_ENTITIES_INDEX_H
#define ISN_ENTITIES_INDEX_H

#include "extract/entities/name.h"

/// One way to refer to an entity.
typedef struct {
  uint32_t entity;
  uint32_t next; ///< Older node of the same hash + 1, 0: none
  const IsnName* name;
} IsnIndexNode;

/// The newest node of a hash.
typedef struct {
  uint64_t hash;
  uint32_t newest; ///< + 1, 0: the slot is empty
} IsnIndexSlot;

typedef struct {
  IsnArena* arena;
  IsnIndexNode* nodes;
  size_t n_nodes;
  size_t nodes_capacity;
  IsnIndexSlot* slots; ///< By hash
  size_t n_slots;      ///< A power of two
  size_t n_hashes;     ///< That have a slot
} IsnIndex;

/// Room for about `n` nodes; false without memory.
bool
isn_index_init(IsnIndex* index, IsnArena* arena, size_t n);

/// A copy of `name` that lives as long as the index: the one that its newest
/// node with `hash` has, if that is the same. NULL without memory.
const IsnName*
isn_index_keep(IsnIndex* index, uint64_t hash, const IsnName* name);

/// Add a way to refer to `entity`, unless the newest with `hash` is the same.
/// `name` must live as long as the index.
bool
isn_index_add(IsnIndex* index,
              uint64_t hash,
              uint32_t entity,
              const IsnName* name);

/// The newest node with `hash` older than `node` (NULL: the newest of all).
const IsnIndexNode*
isn_index_next(const IsnIndex* index, uint64_t hash, const IsnIndexNode* node);

/// Hash of a word in a role («last word of a person», …).
static inline uint64_t
isn_index_hash(const IsnType type, const char role, const IsnStr word)
{
  return isn_str_hash(word) ^ ((uint64_t)type << 56) ^
         ((uint64_t)(unsigned char)role << 48);
}

#endif
