// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/signs.h"

#define MAX_BYTES ((size_t)6 << 20)      // of signs
#define MAX_SET_BYTES ((size_t)16 << 20) // of sets and looks
#define FEW_SIGNS 32768u // as many as are made before they are too many
#define N_FORMS 65536u   // a power of two; 1 MiB

/// All signs are gone; what their memory was is kept for those to come.
static void
forget_signs(IsnSigns* const signs)
{
  isn_arena_reset(&signs->arena);
  signs->texts = (IsnPool){ 0 };
  signs->signs = NULL;
  signs->capacity = 0;
  signs->forms = NULL;
}

/// So are sets and looks, of which no sign may be left.
static void
forget_sets(IsnSigns* const signs)
{
  isn_sets_forget(&signs->sets);
  signs->kinds_passes = (IsnPasses){ 0 };
  signs->kinds_proven = (IsnProven){ 0 };
  signs->looks = (IsnLooks){ .key = signs->looks.key };
}

void
isn_signs_clear(IsnSigns* const signs)
{
  isn_matcher_free(signs->matcher);
  isn_buffer_clear(&signs->marked);
  isn_looks_clear(&signs->looks);
  signs->matcher = NULL;
  signs->marked = (IsnBuffer){ 0 };
  forget_signs(signs);
  isn_arena_clear(&signs->arena);
  forget_sets(signs);
  isn_sets_clear(&signs->sets);
}

void
isn_signs_trim(IsnSigns* const signs)
{
  const bool are_sets_many = signs->sets.arena.n_total > MAX_SET_BYTES ||
                             signs->sets.passed.n_items > ISN_MANY_SETS ||
                             signs->sets.cells.n_items > ISN_MANY_SETS;
  if (are_sets_many || signs->arena.n_total > MAX_BYTES) {
    forget_signs(signs);
  }
  if (are_sets_many) {
    forget_sets(signs);
  }
}

static bool
init(IsnSigns* const signs)
{
  signs->arena.is_hot = true;
  signs->texts.arena = &signs->arena;
  signs->signs =
    isn_arena_table(&signs->arena, FEW_SIGNS, sizeof(*signs->signs));
  signs->capacity = signs->signs ? FEW_SIGNS : 0;
  if (!signs->signs || !isn_pool_reserve(&signs->texts, FEW_SIGNS)) {
    return false;
  }
  signs->forms = isn_arena_array(&signs->arena, N_FORMS, sizeof(IsnFormSign));
  return signs->forms;
}

/// What kinds and looks need; false without memory.
static bool
init_kinds(IsnSigns* const signs)
{
  IsnArena* const arena = &signs->sets.arena;
  signs->looks.letters = signs->letters;
  signs->looks.filter = signs->sets.filter;
  signs->looks.arena = arena;
  return (signs->matcher || !isn_matcher_new(&signs->matcher)) &&
         (!signs->letters || signs->kinds_proven.formulas ||
          isn_proven_init(
            &signs->kinds_proven, &signs->letters->formulas, arena)) &&
         (!signs->kinds_filter || signs->kinds_passes.filter ||
          isn_passes_init(&signs->kinds_passes, signs->kinds_filter, arena));
}

/// The text with the marks of its kinds, until the next; no data without
/// memory.
static IsnStr
mark_kinds(IsnSigns* const signs, const IsnStr text, bool* const is_told)
{
  const IsnKindTools tools = {
    .matcher = signs->matcher,
    .passes = signs->kinds_filter ? &signs->kinds_passes : NULL,
    .letters = signs->letters,
    .proven = &signs->kinds_proven,
  };
  isn_buffer_empty(&signs->marked);
  const IsnStatus st = isn_kinds_mark(
    signs->kinds, signs->first_kind, &tools, text, is_told, &signs->marked);
  return st || signs->marked.failed ? (IsnStr){ NULL, 0 }
                                    : isn_buffer_str(&signs->marked);
}

/// The text and a blank as UTF-16 in the arena, with `marks` behind its
/// letters; empty without memory.
static IsnWide
widen(IsnSigns* const signs, const IsnStr text, const IsnStr marks)
{
  IsnWide wide = { 0 };
  const IsnSpan letters = isn_kinds_letters(text);
  isn_wide_append(&wide, isn_str_slice(text, 0, letters.end));
  isn_wide_append(&wide, marks);
  isn_wide_append(&wide, isn_str_slice(text, letters.end, text.n_bytes));
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

/// What is found of a text: the marks of its kinds, and the set of atoms.
typedef struct {
  IsnStr marks;
  uint32_t n_set;
} Found;

static bool
has_rules(const IsnSigns* const signs)
{
  return signs->sets.filter && signs->sets.filter->n_rules;
}

static bool
has_kinds(const IsnSigns* const signs)
{
  return signs->kinds && signs->kinds->n;
}

/// Found by trying all kinds, and kept for all signs that look like this one;
/// false without memory.
static bool
find_anew(IsnSigns* const signs,
          const IsnStr text,
          const bool has_looks,
          Found* const found)
{
  IsnStr marked = text;
  bool is_told = true;
  if (has_kinds(signs)) {
    marked = mark_kinds(signs, text, &is_told);
  }
  if (!marked.data) {
    return false;
  }
  const size_t begin = isn_kinds_letters(text).end;
  found->marks =
    isn_str_slice(marked, begin, begin + marked.n_bytes - text.n_bytes);
  found->n_set = 0;
  if (has_rules(signs)) {
    found->n_set = isn_sets_find(&signs->sets, marked);
  }
  if (has_looks && is_told && found->n_set != ISN_NO_SET) {
    isn_looks_put(&signs->looks, found->marks, found->n_set);
  }
  return found->n_set != ISN_NO_SET;
}

/// False without memory.
static bool
find(IsnSigns* const signs, const IsnStr text, Found* const found)
{
  if (has_kinds(signs) && !init_kinds(signs)) {
    return false;
  }
  const bool has_looks = has_kinds(signs) && signs->letters && has_rules(signs);
  const IsnLook* const look =
    has_looks ? isn_looks_find(&signs->looks, text) : NULL;
  if (look) {
    *found = (Found){ signs->looks.marks.items[look->n_marks], look->n_set };
    return true;
  }
  return find_anew(signs, text, has_looks, found);
}

static IsnSign*
make_sign(IsnSigns* const signs, const IsnStr text)
{
  Found found = { { NULL, 0 }, 0 };
  IsnSign* const sign = isn_arena_alloc(&signs->arena, sizeof(*sign));
  if (!sign || !find(signs, text, &found)) {
    return NULL;
  }
  *sign = (IsnSign){ .wide = widen(signs, text, found.marks) };
  if (has_rules(signs)) {
    sign->n_set = found.n_set;
    sign->row = signs->sets.rows[found.n_set];
    sign->atoms = signs->sets.passed.items[found.n_set];
  }
  return sign->wide.n ? sign : NULL;
}

IsnFormSign*
isn_signs_of_form(IsnSigns* const signs, const uint64_t form)
{
  if (!signs->forms && !init(signs)) {
    return NULL;
  }
  const uint64_t hash = form * 0x9E3779B97F4A7C15u;
  return &signs->forms[hash >> 32 & (N_FORMS - 1u)];
}

const IsnSign*
isn_signs_get(IsnSigns* const signs, const IsnStr text)
{
  if (!signs->forms && !init(signs)) {
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
