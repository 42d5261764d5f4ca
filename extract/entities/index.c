// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/index.h"

bool
isn_index_init(IsnIndex* const index, IsnArena* const arena, const size_t n)
{
  *index = (IsnIndex){ .arena = arena, .n_buckets = 64 };
  while (index->n_buckets < n) {
    index->n_buckets *= 2;
  }
  index->buckets =
    isn_arena_array(arena, index->n_buckets, sizeof(*index->buckets));
  return index->buckets;
}

const IsnIndexNode*
isn_index_next(const IsnIndex* const index,
               const uint64_t hash,
               const IsnIndexNode* const node)
{
  uint32_t at =
    node ? node->next : index->buckets[hash & (index->n_buckets - 1)];
  while (at && index->nodes[at - 1].hash != hash) {
    at = index->nodes[at - 1].next;
  }
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
  uint32_t* const bucket = &index->buckets[hash & (index->n_buckets - 1)];
  nodes[index->n_nodes] = (IsnIndexNode){ hash, entity, *bucket, name };
  *bucket = (uint32_t)++index->n_nodes;
  return true;
}
