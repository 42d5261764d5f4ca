// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/sets.h"

#define MAX_CELLS ((size_t)UINT16_MAX + 1)
#define FEW_SETS 32768u // as many sets or cells as some megabytes of news have
#define OPEN_CELL 0u    // has all bits: what stands in where no cell is left

static const IsnTrigger no_triggers[1];

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
  sets->rows = isn_arena_table(arena, FEW_SETS, sizeof(*sets->rows));
  sets->rows_capacity = sets->rows ? FEW_SETS : 0;
  sets->nets = (IsnNets){ .filter = sets->filter, .arena = arena };
  // What is not used of it takes no memory
  char* const bits = isn_arena_take(arena, (MAX_CELLS + 1) * ISN_FILTER_CELL);
  const size_t over = (uintptr_t)bits % ISN_FILTER_CELL;
  sets->bits = (uint64_t*)(void*)(bits + (over ? ISN_FILTER_CELL - over : 0));
  if (!bits || !sets->rows || !isn_pool_reserve(&sets->passed, FEW_SETS) ||
      !isn_pool_reserve(&sets->cells, FEW_SETS)) {
    return false;
  }
  memset(sets->bits, 0xFF, ISN_FILTER_CELL);
  const IsnStr open = { (const char*)sets->bits, ISN_FILTER_CELL };
  return isn_pool_put_kept(&sets->cells, open) == OPEN_CELL &&
         isn_passes_init(&sets->passes, sets->filter, arena);
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
  row->triggers = no_triggers;
  if (!n) {
    return true;
  }
  IsnTrigger* const list = isn_arena_array(&sets->arena, n, sizeof(*list));
  for (uint32_t w = 0; list && w < f->n_words; ++w) {
    if (bits[at + w] != f->base[at + w]) {
      list[row->n_triggers++] = (IsnTrigger){ w, bits[at + w] };
    }
  }
  row->triggers = list;
  return list;
}

/// Number of the one place of all cells with these bits. If there is no room,
/// of one with which more rules are tried than need be.
static uint16_t
share_cell(IsnSets* const sets, const uint64_t* const bits)
{
  const IsnStr key = { (const char*)bits, ISN_FILTER_CELL };
  uint32_t number = isn_pool_find(&sets->cells, key);
  if (number == ISN_POOL_NONE && sets->cells.n_items < MAX_CELLS) {
    char* const cell =
      (char*)sets->bits + sets->cells.n_items * ISN_FILTER_CELL;
    memcpy(cell, bits, ISN_FILTER_CELL);
    number = isn_pool_put_kept(&sets->cells, (IsnStr){ cell, key.n_bytes });
  }
  return number == ISN_POOL_NONE ? OPEN_CELL : (uint16_t)number;
}

/// The row of what is in sets->passes; false without memory.
static bool
make_row(IsnSets* const sets, IsnRow* const row)
{
  const IsnFilter* const f = sets->filter;
  uint16_t* const cells =
    isn_arena_array(&sets->arena, f->n_words + 1, sizeof(*cells));
  const uint64_t* const bits = isn_passes_row(&sets->passes);
  *row = (IsnRow){ .cells = cells };
  for (size_t w = 0; cells && w < f->n_words; ++w) {
    cells[w] = share_cell(sets, bits + isn_filter_at(f, 0, w));
  }
  return cells && list_triggers(sets, row);
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
