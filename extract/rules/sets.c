// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/sets.h"

#define N_CELLS 256u // that memory is taken for at once

void
isn_sets_forget(IsnSets* const sets)
{
  isn_arena_reset(&sets->arena);
  *sets = (IsnSets){ .filter = sets->filter,
                     .packed = sets->packed,
                     .arena = sets->arena };
}

void
isn_sets_clear(IsnSets* const sets)
{
  isn_buffer_clear(&sets->packed);
  sets->packed = (IsnBuffer){ 0 };
  isn_sets_forget(sets);
  isn_arena_clear(&sets->arena);
}

static bool
init(IsnSets* const sets)
{
  IsnArena* const arena = &sets->arena;
  arena->is_hot = true;
  sets->passed.arena = sets->cells.arena = arena;
  sets->nets = (IsnNets){ .filter = sets->filter, .arena = arena };
  return isn_passes_init(&sets->passes, sets->filter, arena);
}

/// The words of the trigger part that have more than the base has.
static bool
list_triggers(IsnSets* const sets, IsnRow* const row)
{
  const IsnFilter* const f = sets->filter;
  const size_t at = isn_filter_at(f, ISN_FILTER_TRIGGER, 0);
  const uint64_t* const bits = isn_passes_row(&sets->passes);
  size_t n = 0;
  for (size_t w = 0; w < f->n_words; ++w) {
    n += bits[at + w] != f->base[at + w];
  }
  IsnTrigger* const list = isn_arena_array(&sets->arena, n + 1, sizeof(*list));
  for (uint32_t w = 0; list && w < f->n_words; ++w) {
    if (bits[at + w] != f->base[at + w]) {
      list[row->n_triggers++] = (IsnTrigger){ w, bits[at + w] };
    }
  }
  row->triggers = list;
  return list;
}

/// Memory for one more cell, aligned to its size; NULL if there is none.
static char*
next_cell(IsnSets* const sets)
{
  if (!sets->n_free_cells) {
    char* const bytes =
      isn_arena_take(&sets->arena, (N_CELLS + 1u) * ISN_FILTER_CELL);
    if (!bytes) {
      return NULL;
    }
    const size_t over = (uintptr_t)bytes % ISN_FILTER_CELL;
    sets->free_cells = bytes + (over ? ISN_FILTER_CELL - over : 0);
    sets->n_free_cells = N_CELLS;
  }
  char* const cell = sets->free_cells;
  sets->free_cells += ISN_FILTER_CELL;
  --sets->n_free_cells;
  return cell;
}

/// The one place of all cells with these bits; NULL without memory.
static const uint64_t*
share_cell(IsnSets* const sets, const uint64_t* const bits)
{
  const IsnStr key = { (const char*)bits, ISN_FILTER_CELL };
  const uint32_t there = isn_pool_find(&sets->cells, key);
  if (there != ISN_POOL_NONE) {
    return (const uint64_t*)(const void*)sets->cells.items[there].data;
  }
  char* const cell = next_cell(sets);
  if (!cell) {
    return NULL;
  }
  memcpy(cell, bits, ISN_FILTER_CELL);
  const uint32_t number =
    isn_pool_put_kept(&sets->cells, (IsnStr){ cell, ISN_FILTER_CELL });
  return number == ISN_POOL_NONE ? NULL : (const uint64_t*)(const void*)cell;
}

/// The row of what is in sets->passes; false without memory.
static bool
make_row(IsnSets* const sets, IsnRow* const row)
{
  const IsnFilter* const f = sets->filter;
  *row = (IsnRow){ .cells = isn_arena_array(
                     &sets->arena, f->n_words + 1, sizeof(*row->cells)) };
  const uint64_t* const bits = isn_passes_row(&sets->passes);
  for (size_t w = 0; row->cells && w < f->n_words; ++w) {
    const size_t at = isn_filter_at(f, 0, w);
    row->cells[w] = share_cell(sets, bits + at);
    if (!row->cells[w]) {
      return false;
    }
  }
  return row->cells && list_triggers(sets, row);
}

uint32_t
isn_sets_find(IsnSets* const sets, const IsnStr text)
{
  if (!sets->passed.arena && !init(sets)) {
    return ISN_NO_SET;
  }
  isn_passes_find(&sets->passes, text);
  isn_buffer_empty(&sets->packed);
  isn_passes_pack(&sets->passes, &sets->packed);
  const IsnStr key = isn_buffer_str(&sets->packed);
  const size_t n_before = sets->passed.n_items;
  IsnRow* const rows = isn_arena_grow(
    &sets->arena, sets->rows, n_before, &sets->rows_capacity, sizeof(*rows));
  const uint32_t number = rows && !sets->packed.failed
                            ? isn_pool_put(&sets->passed, key)
                            : ISN_POOL_NONE;
  if (number == ISN_POOL_NONE) {
    return ISN_NO_SET;
  }
  sets->rows = rows;
  if ((number == n_before || !rows[number].triggers) &&
      !make_row(sets, &rows[number])) {
    rows[number].triggers = NULL;
    return ISN_NO_SET;
  }
  return number;
}
