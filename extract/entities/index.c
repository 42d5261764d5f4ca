// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/index.h"

/// The slot of a hash, or the empty one where it would be.
static IsnIndexSlot*
find_slot(const IsnIndex* const index, const uint64_t hash)
{
  const size_t mask = index->n_slots - 1;
  size_t i = (size_t)(hash ^ hash >> 32) & mask;
  while (index->slots[i].newest && index->slots[i].hash != hash) {
    i = (i + 1) & mask;
  }
  return &index->slots[i];
}

static bool
reserve(IsnIndex* const index, const size_t n)
{
  const IsnIndexSlot* const old = index->slots;
  const size_t n_old = index->n_slots;
  IsnIndexSlot* const slots = isn_arena_array(index->arena, n, sizeof(*slots));
  if (!slots) {
    return false;
  }
  index->slots = slots;
  index->n_slots = n;
  for (size_t i = 0; i < n_old; ++i) {
    if (old[i].newest) {
      *find_slot(index, old[i].hash) = old[i];
    }
  }
  return true;
}

bool
isn_index_init(IsnIndex* const index, IsnArena* const arena, const size_t n)
{
  size_t n_slots = 64;
  while (n_slots < n) {
    n_slots *= 2;
  }
  *index = (IsnIndex){ .arena = arena };
  return reserve(index, n_slots);
}

const IsnIndexNode*
isn_index_next(const IsnIndex* const index,
               const uint64_t hash,
               const IsnIndexNode* const node)
{
  const uint32_t at = node ? node->next : find_slot(index, hash)->newest;
  return at ? &index->nodes[at - 1] : NULL;
}

static bool
is_same(const IsnName* const a, const IsnName* const b)
{
  bool is = a->n == b->n && a->ordinal == b->ordinal &&
            a->is_definite == b->is_definite && a->is_pointed == b->is_pointed;
  for (size_t i = 0; is && i < a->n; ++i) {
    is = isn_str_equal(a->words[i], b->words[i]);
  }
  return is;
}

const IsnName*
isn_index_keep(IsnIndex* const index,
               const uint64_t hash,
               const IsnName* const name)
{
  const IsnIndexNode* const newest = isn_index_next(index, hash, NULL);
  if (newest && is_same(newest->name, name)) {
    return newest->name;
  }
  IsnName* const kept = isn_arena_take(index->arena, sizeof(*kept));
  return kept ? memcpy(kept, name, sizeof(*kept)) : NULL;
}

bool
isn_index_add(IsnIndex* const index,
              const uint64_t hash,
              const uint32_t entity,
              const IsnName* const name)
{
  const IsnIndexNode* const newest = isn_index_next(index, hash, NULL);
  if (newest && newest->entity == entity && newest->name == name) {
    return true;
  }
  IsnIndexNode* const nodes = isn_arena_grow(index->arena,
                                             index->nodes,
                                             index->n_nodes,
                                             &index->nodes_capacity,
                                             sizeof(*nodes));
  if (!nodes) {
    return false;
  }
  index->nodes = nodes;
  if (index->n_hashes * 2 >= index->n_slots &&
      !reserve(index, index->n_slots * 2)) {
    return false;
  }
  IsnIndexSlot* const slot = find_slot(index, hash);
  index->n_hashes += !slot->newest;
  nodes[index->n_nodes] = (IsnIndexNode){ entity, slot->newest, name };
  *slot = (IsnIndexSlot){ hash, (uint32_t)++index->n_nodes };
  return true;
}
