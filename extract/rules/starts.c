// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/starts.h"

#include <stdlib.h>

/// One search, cell by cell: most rules are left out at once, and of a row only
/// the cells that still hold one are looked at.
typedef struct {
  IsnAnnotated* annotated;
  const IsnFilter* filter;
  const uint64_t* bits; ///< Of all cells
  size_t n_words;       ///< Of a row
  uint64_t* rules;      ///< A row: those that are looked for
  uint32_t* units;      ///< Where rules of the cell under way may begin
  uint64_t* found;      ///< Which of them, for each
  uint64_t* needs;      ///< What units have of its needs, see find_needs
  bool has_needs;       ///< They were worked out
} Search;

static IsnStatus
reserve(Search* const s)
{
  IsnAnnotated* const a = s->annotated;
  if (!a->rules) {
    a->rules = calloc(s->n_words + 1, sizeof(*a->rules));
  }
  if (!a->triggered) {
    a->triggered = calloc(s->n_words + 1, sizeof(*a->triggered));
  }
  if (a->n_units > a->needs_capacity) {
    const size_t n = 2 * a->n_units;
    uint64_t* const needs =
      realloc(a->needs, n * (ISN_FILTER_NEEDS + 2u) * sizeof(*needs));
    if (!needs) {
      return ISN_ERR_NO_MEMORY;
    }
    a->needs = needs;
    a->needs_capacity = n;
  }
  if (!a->rules || !a->triggered) {
    return ISN_ERR_NO_MEMORY;
  }
  s->rules = a->rules;
  s->needs = a->needs;
  s->found = a->needs + a->needs_capacity * ISN_FILTER_NEEDS;
  s->units = (uint32_t*)(void*)(s->found + a->needs_capacity);
  return ISN_SUCCESS;
}

/// Rules whose trigger stands somewhere in the stretch; once a stretch.
static void
find_triggered(const Search* const s)
{
  IsnAnnotated* const a = s->annotated;
  if (a->is_triggered) {
    return;
  }
  const size_t part = isn_filter_at(s->filter, ISN_FILTER_TRIGGER, 0);
  memcpy(
    a->triggered, s->filter->base + part, s->n_words * sizeof(*a->triggered));
  for (size_t u = 0; u < a->n_units; ++u) {
    const IsnRow* const row = &a->units[u].sign->row;
    for (uint32_t i = 0; i < row->n_triggers; ++i) {
      a->triggered[row->triggers[i].w] |= row->triggers[i].bits;
    }
  }
  a->is_triggered = true;
}

/// Rules [begin, end) of the group that have their trigger.
static void
choose_rules(Search* const s,
             const size_t begin,
             const size_t end,
             const unsigned group)
{
  const uint64_t* const members = s->filter->groups + group * s->n_words;
  const uint64_t* const triggered = s->annotated->triggered;
  const size_t last = (end + 63) / 64;
  memset(s->rules, 0, s->n_words * sizeof(*s->rules));
  for (size_t w = begin / 64; w < last; ++w) {
    uint64_t bits = members[w] & triggered[w];
    bits &= w == begin / 64 ? ~(uint64_t)0 << begin % 64 : ~(uint64_t)0;
    bits &= w == end / 64 ? ~(~(uint64_t)0 << end % 64) : ~(uint64_t)0;
    s->rules[w] = bits;
  }
}

/// Cell `w` of unit `u`.
static inline const uint64_t*
cell_at(const Search* const s, const size_t u, const size_t w)
{
  return isn_sets_cell(s->bits, s->annotated->units[u].cells, w);
}

/// What the units from each one on have of the needs of cell `w`, from unit `u`
/// to the last: worked out once, at the first unit where a rule may begin.
static void
find_needs(Search* const s, const size_t u, const size_t w)
{
  const IsnAnnotated* const a = s->annotated;
  const size_t at = w * ISN_FILTER_PARTS + ISN_FILTER_PLACES;
  uint64_t found[ISN_FILTER_NEEDS];
  memcpy(found, s->filter->base + at, sizeof(found));
  for (size_t v = a->n_units; v > u; --v) {
    const uint64_t* const cell = cell_at(s, v - 1, w);
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      found[j] |= cell[ISN_FILTER_PLACES + j];
    }
    memcpy(s->needs + (v - 1) * ISN_FILTER_NEEDS, found, sizeof(found));
  }
  s->has_needs = true;
}

/// The units where a rule of cell `w` may begin, by what these and those behind
/// them are, into s->units, and which rules into s->found; how many units. No
/// branch hangs on what is found, so that the processor waits for many units at
/// once.
static size_t
find_places(const Search* const s, const size_t w)
{
  _Static_assert(ISN_FILTER_PLACES == 4, "one AND each");
  const size_t n_units = s->annotated->n_units;
  const uint64_t* const end = s->filter->end + w * ISN_FILTER_PARTS;
  uint64_t rules = s->rules[w];
  const uint64_t* cells[ISN_FILTER_PLACES]; // of a unit and those behind it
  size_t n = 0;
  for (size_t k = 0; k + 1 < ISN_FILTER_PLACES; ++k) {
    cells[k + 1] = k < n_units ? cell_at(s, k, w) : end;
  }
  for (size_t u = 0; u < n_units; ++u) {
    const size_t last = u + ISN_FILTER_PLACES - 1;
    cells[0] = cells[1];
    cells[1] = cells[2];
    cells[2] = cells[3];
    cells[3] = last < n_units ? cell_at(s, last, w) : end;
    const uint64_t found =
      rules & cells[0][0] & cells[1][1] & cells[2][2] & cells[3][3];
    s->units[n] = (uint32_t)u;
    s->found[n] = found;
    n += found != 0;
    rules &= ~s->filter->at_begin[w];
  }
  return n;
}

/// Those rules of cell `w`, which can begin at unit `u`, whose needs stand from
/// there on.
static uint64_t
keep_needed(Search* const s, uint64_t rules, const size_t u, const size_t w)
{
  if (rules & ~s->filter->needless[w]) {
    if (!s->has_needs) {
      find_needs(s, u, w);
    }
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      rules &= s->needs[u * ISN_FILTER_NEEDS + j];
    }
  }
  return rules;
}

static IsnStatus
put_starts(IsnAnnotated* const a, const size_t u, const size_t w, uint64_t bits)
{
  if (a->n_starts + 64 > a->starts_capacity) {
    const size_t capacity = 2 * a->starts_capacity + 256;
    IsnStart* const starts = realloc(a->starts, capacity * sizeof(*starts));
    if (!starts) {
      return ISN_ERR_NO_MEMORY;
    }
    a->starts = starts;
    a->starts_capacity = capacity;
  }
  for (; bits; bits &= bits - 1) {
    const uint64_t rule = w * 64 + (unsigned)__builtin_ctzll(bits);
    a->starts[a->n_starts++] = rule << 32 | u;
  }
  return ISN_SUCCESS;
}

static int
compare_starts(const void* const a, const void* const b)
{
  const IsnStart x = *(const IsnStart*)a;
  const IsnStart y = *(const IsnStart*)b;
  return (x > y) - (x < y);
}

/// By rule, then by unit. Most cells have two or three, nearly in order.
static void
sort_starts(IsnStart* const list, const size_t n)
{
  enum { FEW = 24 };
  if (n > FEW) {
    qsort(list, n, sizeof(*list), compare_starts);
    return;
  }
  for (size_t i = 1; i < n; ++i) {
    const IsnStart start = list[i];
    size_t k = i;
    for (; k && list[k - 1] > start; --k) {
      list[k] = list[k - 1];
    }
    list[k] = start;
  }
}

static IsnStatus
find_in_cell(Search* const s, const size_t w)
{
  IsnStatus st = ISN_SUCCESS;
  IsnAnnotated* const a = s->annotated;
  const size_t n = find_places(s, w);
  const size_t n_before = a->n_starts;
  s->has_needs = false;
  for (size_t i = 0; i < n; ++i) {
    const uint64_t bits = keep_needed(s, s->found[i], s->units[i], w);
    if (bits) {
      ISN_TRY(st, put_starts(a, s->units[i], w, bits));
    }
  }
  sort_starts(a->starts + n_before, a->n_starts - n_before);
  return st;
}

IsnStatus
isn_starts_find(IsnAnnotated* const annotated,
                const size_t begin,
                const size_t end,
                const unsigned group)
{
  IsnAnnotated* const a = annotated;
  Search s = { .annotated = a,
               .filter = a->signs->sets.filter,
               .bits = a->signs->sets.bits,
               .n_words = a->signs->sets.filter->n_words };
  IsnStatus st = ISN_SUCCESS;
  a->n_starts = 0;
  ISN_TRY(st, reserve(&s));
  find_triggered(&s);
  choose_rules(&s, begin, end, group);
  for (size_t w = begin / 64; a->n_units && w < (end + 63) / 64; ++w) {
    if (s.rules[w]) {
      ISN_TRY(st, find_in_cell(&s, w));
    }
  }
  return st;
}
