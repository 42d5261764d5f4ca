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

bool
isn_index_add(IsnIndex* const index,
              const uint64_t hash,
              const uint32_t entity,
              const IsnName* const name)
{
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
  nodes[index->n_nodes] = (IsnIndexNode){ hash, entity, *bucket, *name };
  *bucket = (uint32_t)++index->n_nodes;
  return true;
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
