// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/pool.h"

#define FIRST_SLOTS 64u

/// The slot that holds `bytes`, or the empty one where they would go.
static uint32_t*
find_slot(const IsnPool* const pool, const IsnStr bytes)
{
  const size_t mask = pool->n_slots - 1;
  size_t i = (size_t)isn_pool_hash(bytes) & mask;
  while (pool->slots[i] &&
         !isn_str_equal(pool->items[pool->slots[i] - 1], bytes)) {
    i = (i + 1) & mask;
  }
  return &pool->slots[i];
}

static bool
grow(IsnPool* const pool)
{
  const size_t n = pool->n_slots ? pool->n_slots * 2 : FIRST_SLOTS;
  uint32_t* const slots = isn_arena_array(pool->arena, n, sizeof(*slots));
  if (!slots) {
    return false;
  }
  pool->slots = slots;
  pool->n_slots = n;
  for (size_t i = 0; i < pool->n_items; ++i) {
    *find_slot(pool, pool->items[i]) = (uint32_t)i + 1;
  }
  return true;
}

bool
isn_pool_reserve(IsnPool* const pool, const size_t n)
{
  pool->slots = isn_arena_array(pool->arena, 2 * n, sizeof(*pool->slots));
  pool->items = isn_arena_table(pool->arena, n, sizeof(*pool->items));
  pool->n_slots = pool->slots ? 2 * n : 0;
  pool->capacity = pool->items ? n : 0;
  return pool->slots && pool->items;
}

static uint32_t
put(IsnPool* const pool, const IsnStr bytes, const bool is_kept)
{
  if (pool->n_items * 2 >= pool->n_slots && !grow(pool)) {
    return ISN_POOL_NONE;
  }
  uint32_t* const slot = find_slot(pool, bytes);
  if (!*slot) {
    IsnStr* const items = isn_arena_grow(
      pool->arena, pool->items, pool->n_items, &pool->capacity, sizeof(*items));
    const IsnStr copy = is_kept ? bytes : isn_arena_copy(pool->arena, bytes);
    if (!items || !copy.data) {
      return ISN_POOL_NONE;
    }
    pool->items = items;
    pool->items[pool->n_items++] = copy;
    *slot = (uint32_t)pool->n_items;
  }
  return *slot - 1;
}

uint32_t
isn_pool_put(IsnPool* const pool, const IsnStr bytes)
{
  return put(pool, bytes, false);
}

uint32_t
isn_pool_put_kept(IsnPool* const pool, const IsnStr bytes)
{
  return put(pool, bytes, true);
}

uint32_t
isn_pool_find(const IsnPool* const pool, const IsnStr bytes)
{
  const uint32_t number = pool->n_slots ? *find_slot(pool, bytes) : 0;
  return number ? number - 1 : ISN_POOL_NONE;
}
