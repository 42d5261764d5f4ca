// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/signs.h"

#define MAX_SIGNS 60000u
#define MAX_BYTES ((size_t)20 << 20)
#define N_FORMS 65536u // a power of two; 1 MiB
#define N_CELLS 256u   // that memory is taken for at once

/// All signs are gone; what their memory was is kept for those to come.
static void
forget(IsnSigns* const signs)
{
  isn_arena_reset(&signs->arena);
  *signs = (IsnSigns){ .filter = signs->filter,
                       .kinds = signs->kinds,
                       .kinds_filter = signs->kinds_filter,
                       .first_kind = signs->first_kind,
                       .matcher = signs->matcher,
                       .packed = signs->packed,
                       .marked = signs->marked,
                       .arena = signs->arena };
}

void
isn_signs_clear(IsnSigns* const signs)
{
  isn_matcher_free(signs->matcher);
  isn_buffer_clear(&signs->packed);
  isn_buffer_clear(&signs->marked);
  signs->matcher = NULL;
  signs->packed = signs->marked = (IsnBuffer){ 0 };
  forget(signs);
  isn_arena_clear(&signs->arena);
}

void
isn_signs_trim(IsnSigns* const signs)
{
  if (signs->texts.n_items > MAX_SIGNS || signs->arena.n_total > MAX_BYTES) {
    forget(signs);
  }
}

static bool
init(IsnSigns* const signs)
{
  const IsnFilter* const f = signs->filter;
  signs->arena.is_hot = true;
  signs->texts.arena = signs->passed.arena = signs->cells.arena = &signs->arena;
  signs->forms = isn_arena_array(&signs->arena, N_FORMS, sizeof(IsnFormSign));
  if (signs->kinds_filter && !isn_passes_init(&signs->kinds_passes,
                                              signs->kinds_filter,
                                              &signs->arena)) {
    return false;
  }
  if (!f) {
    return true;
  }
  signs->nets = (IsnNets){ .filter = f, .arena = &signs->arena };
  return isn_passes_init(&signs->passes, f, &signs->arena);
}

// Rows ----------------------------------------------------------------------

/// The words of the trigger part that have more than the base has.
static bool
list_triggers(IsnSigns* const signs, IsnRow* const row)
{
  const IsnFilter* const f = signs->filter;
  const size_t at = isn_filter_at(f, ISN_FILTER_TRIGGER, 0);
  const uint64_t* const bits = isn_passes_row(&signs->passes);
  size_t n = 0;
  for (size_t w = 0; w < f->n_words; ++w) {
    n += bits[at + w] != f->base[at + w];
  }
  IsnTrigger* const list = isn_arena_array(&signs->arena, n + 1, sizeof(*list));
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
next_cell(IsnSigns* const signs)
{
  if (!signs->n_free_cells) {
    char* const bytes =
      isn_arena_take(&signs->arena, (N_CELLS + 1u) * ISN_FILTER_CELL);
    if (!bytes) {
      return NULL;
    }
    const size_t over = (uintptr_t)bytes % ISN_FILTER_CELL;
    signs->free_cells = bytes + (over ? ISN_FILTER_CELL - over : 0);
    signs->n_free_cells = N_CELLS;
  }
  char* const cell = signs->free_cells;
  signs->free_cells += ISN_FILTER_CELL;
  --signs->n_free_cells;
  return cell;
}

/// The one place of all cells with these bits; NULL without memory.
static const uint64_t*
share_cell(IsnSigns* const signs, const uint64_t* const bits)
{
  const IsnStr key = { (const char*)bits, ISN_FILTER_CELL };
  const uint32_t there = isn_pool_find(&signs->cells, key);
  if (there != ISN_POOL_NONE) {
    return (const uint64_t*)(const void*)signs->cells.items[there].data;
  }
  char* const cell = next_cell(signs);
  if (!cell) {
    return NULL;
  }
  memcpy(cell, bits, ISN_FILTER_CELL);
  const uint32_t number =
    isn_pool_put_kept(&signs->cells, (IsnStr){ cell, ISN_FILTER_CELL });
  return number == ISN_POOL_NONE ? NULL : (const uint64_t*)(const void*)cell;
}

/// The row of the tests in signs->passes; false without memory.
static bool
make_row(IsnSigns* const signs, IsnRow* const row)
{
  const IsnFilter* const f = signs->filter;
  *row = (IsnRow){ .cells = isn_arena_array(
                     &signs->arena, f->n_words + 1, sizeof(*row->cells)) };
  const uint64_t* const bits = isn_passes_row(&signs->passes);
  for (size_t w = 0; row->cells && w < f->n_words; ++w) {
    const size_t at = isn_filter_at(f, 0, w);
    row->cells[w] = share_cell(signs, bits + at);
    if (!row->cells[w]) {
      return false;
    }
  }
  return row->cells && list_triggers(signs, row);
}

/// The row and tests of a sign, which it shares with all that pass the same.
static bool
find_row(IsnSigns* const signs, IsnSign* const sign, const IsnStr text)
{
  const IsnFilter* const f = signs->filter;
  isn_passes_find(&signs->passes, text);
  isn_buffer_empty(&signs->packed);
  isn_filter_pack_tests(f, signs->passes.tests, &signs->packed);
  const IsnStr key = isn_buffer_str(&signs->packed);
  IsnRow* const rows = isn_arena_grow(&signs->arena,
                                      signs->rows,
                                      signs->passed.n_items,
                                      &signs->rows_capacity,
                                      sizeof(*rows));
  const size_t n_before = signs->passed.n_items;
  const uint32_t number = rows && !signs->packed.failed
                            ? isn_pool_put(&signs->passed, key)
                            : ISN_POOL_NONE;
  if (number == ISN_POOL_NONE) {
    return false;
  }
  signs->rows = rows;
  if ((number == n_before || !rows[number].triggers) &&
      !make_row(signs, &rows[number])) {
    rows[number].triggers = NULL;
    return false;
  }
  sign->row = rows[number];
  sign->tests = signs->passed.items[number];
  sign->n_set = number;
  return true;
}

/// The text with the marks of its kinds, until the next; no data without
/// memory.
static IsnStr
mark_kinds(IsnSigns* const signs, const IsnStr text)
{
  if (!signs->kinds || !signs->kinds->n) {
    return text;
  }
  IsnStr marked = { NULL, 0 };
  isn_buffer_empty(&signs->marked);
  IsnPasses* const passes = signs->kinds_filter ? &signs->kinds_passes : NULL;
  if ((signs->matcher || !isn_matcher_new(&signs->matcher)) &&
      !isn_kinds_mark(signs->kinds,
                      signs->first_kind,
                      passes,
                      signs->matcher,
                      text,
                      &signs->marked) &&
      !signs->marked.failed) {
    marked = isn_buffer_str(&signs->marked);
  }
  return marked;
}

/// The text and a blank as UTF-16 in the arena; empty without memory.
static IsnWide
widen(IsnSigns* const signs, const IsnStr text)
{
  IsnWide wide = { 0 };
  isn_wide_append(&wide, text);
  isn_wide_append(&wide, ISN_STR(" "));
  IsnWide kept = { .units = isn_arena_take(&signs->arena,
                                           wide.n * sizeof(*wide.units)) };
  if (kept.units && !wide.failed) {
    memcpy(kept.units, wide.units, wide.n * sizeof(*wide.units));
    kept.n = kept.capacity = wide.n;
  }
  isn_wide_clear(&wide);
  return kept;
}

static IsnSign*
make_sign(IsnSigns* const signs, const IsnStr text)
{
  IsnSign* const sign = isn_arena_alloc(&signs->arena, sizeof(*sign));
  const IsnStr marked = sign ? mark_kinds(signs, text) : text;
  if (!sign || !marked.data) {
    return NULL;
  }
  *sign = (IsnSign){ .wide = widen(signs, marked) };
  if (!sign->wide.n) {
    return NULL;
  }
  const bool has_rules = signs->filter && signs->filter->n_rules;
  return !has_rules || find_row(signs, sign, marked) ? sign : NULL;
}

IsnFormSign*
isn_signs_of_form(IsnSigns* const signs, const uint64_t form)
{
  if (!signs->texts.arena && !init(signs)) {
    return NULL;
  }
  const uint64_t hash = form * 0x9E3779B97F4A7C15u;
  return signs->forms ? &signs->forms[hash >> 32 & (N_FORMS - 1u)] : NULL;
}

const IsnSign*
isn_signs_get(IsnSigns* const signs, const IsnStr text)
{
  if (!signs->texts.arena && !init(signs)) {
    return NULL;
  }
  const size_t n_before = signs->texts.n_items;
  IsnSign** const list = isn_arena_grow(
    &signs->arena, signs->signs, n_before, &signs->capacity, sizeof(*list));
  const uint32_t number =
    list ? isn_pool_put(&signs->texts, text) : ISN_POOL_NONE;
  if (number == ISN_POOL_NONE) {
    return NULL;
  }
  signs->signs = list;
  if (number == n_before || !list[number]) {
    list[number] = make_sign(signs, signs->texts.items[number]);
  }
  return list[number];
}
