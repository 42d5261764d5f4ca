// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/starts.h"

#include <stdlib.h>

/// One search. Most rules are left out at once, so what is looked at of a row
/// are the cells that still hold one.
typedef struct {
  IsnAnnotated* annotated;
  const IsnFilter* filter;
  size_t n_words;     ///< Of a row
  uint64_t* rules;    ///< A row: those that are looked for
  uint64_t used;      ///< Cells, modulo 64, that hold one
  uint64_t anywhere;  ///< The same, with rules that begin at any unit, but not
                      ///< only at the stretch's first
  uint32_t* is_known; ///< By cell: its needs were worked out
} Search;

static IsnStatus
reserve(Search* const s)
{
  IsnAnnotated* const a = s->annotated;
  const size_t n = a->n_units * s->n_words * ISN_FILTER_NEEDS;
  if (!a->rules) {
    a->rules = calloc(2 * s->n_words + 1, sizeof(*a->rules));
  }
  if (!a->triggered) {
    a->triggered = calloc(s->n_words + 1, sizeof(*a->triggered));
  }
  if (n > a->needs_capacity) {
    uint64_t* const needs = realloc(a->needs, 2 * n * sizeof(*needs));
    if (!needs) {
      return ISN_ERR_NO_MEMORY;
    }
    a->needs = needs;
    a->needs_capacity = 2 * n;
  }
  if (!a->rules || !a->triggered) {
    return ISN_ERR_NO_MEMORY;
  }
  s->rules = a->rules;
  s->is_known = (uint32_t*)(void*)(a->rules + s->n_words);
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
  memset(s->is_known, 0, s->n_words * sizeof(*s->is_known));
  for (size_t w = begin / 64; w < last; ++w) {
    uint64_t bits = members[w] & triggered[w];
    bits &= w == begin / 64 ? ~(uint64_t)0 << begin % 64 : ~(uint64_t)0;
    bits &= w == end / 64 ? ~(~(uint64_t)0 << end % 64) : ~(uint64_t)0;
    s->rules[w] = bits;
    const uint64_t free =
      bits & s->filter->base[isn_filter_at(s->filter, 0, w)] &
      ~s->filter->at_begin[w];
    s->used |= (uint64_t)(bits != 0) << w % 64;
    s->anywhere |= (uint64_t)(free != 0) << w % 64;
  }
}

/// What place `k` of a match that begins at unit `u` has for cell `w`.
static uint64_t
place(const Search* const s, const size_t u, const size_t w, const size_t k)
{
  const IsnAnnotated* const a = s->annotated;
  return u + k < a->n_units ? a->units[u + k].cells[w][k]
                            : s->filter->end[w * ISN_FILTER_PARTS + k];
}

/// Of the rules in `starts`, of cell `w`, those for which the units behind `u`
/// are what the places of a match demand.
static uint64_t
and_places(const Search* const s,
           const size_t u,
           const size_t w,
           uint64_t starts)
{
  _Static_assert(ISN_FILTER_PLACES == 4, "one AND each");
  starts &= starts ? place(s, u, w, 1) : 0;
  starts &= starts ? place(s, u, w, 2) : 0;
  starts &= starts ? place(s, u, w, 3) : 0;
  return starts;
}

/// What the units from each one on have of the needs of cell `w`, from unit `u`
/// to the last: worked out once, at the first unit where a rule may begin.
static const uint64_t*
find_needs(const Search* const s, const size_t u, const size_t w)
{
  const IsnAnnotated* const a = s->annotated;
  uint64_t* const needs = a->needs + w * a->n_units * ISN_FILTER_NEEDS;
  const size_t at = w * ISN_FILTER_PARTS + ISN_FILTER_PLACES;
  if (s->is_known[w]) {
    return needs;
  }
  uint64_t found[ISN_FILTER_NEEDS];
  memcpy(found, s->filter->base + at, sizeof(found));
  for (size_t v = a->n_units; v > u; --v) {
    const uint64_t* const cell = a->units[v - 1].cells[w];
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      found[j] |= cell[ISN_FILTER_PLACES + j];
    }
    memcpy(needs + (v - 1) * ISN_FILTER_NEEDS, found, sizeof(found));
  }
  s->is_known[w] = 1;
  return needs;
}

/// The rules of cell `w` that can begin at unit `u` with what stands from there
/// on.
static uint64_t
find_in_cell(const Search* const s, const size_t u, const size_t w)
{
  const IsnAnnotated* const a = s->annotated;
  uint64_t starts = a->units[u].cells[w][0] & s->rules[w];
  starts &= u ? ~s->filter->at_begin[w] : ~(uint64_t)0;
  starts = and_places(s, u, w, starts);
  if (starts & ~s->filter->needless[w]) {
    const uint64_t* const needs = find_needs(s, u, w) + u * ISN_FILTER_NEEDS;
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      starts &= needs[j];
    }
  }
  return starts;
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

static IsnStatus
find_at(const Search* const s, const size_t u)
{
  IsnStatus st = ISN_SUCCESS;
  IsnAnnotated* const a = s->annotated;
  uint64_t cells = u ? (a->units[u].begins | s->anywhere) & s->used : s->used;
  for (; cells; cells &= cells - 1) {
    const size_t first = (unsigned)__builtin_ctzll(cells);
    for (size_t w = first; w < s->n_words; w += 64) {
      const uint64_t bits = s->rules[w] ? find_in_cell(s, u, w) : 0;
      if (bits) {
        ISN_TRY(st, put_starts(a, u, w, bits));
      }
    }
  }
  return st;
}

static int
compare_starts(const void* const a, const void* const b)
{
  const IsnStart x = *(const IsnStart*)a;
  const IsnStart y = *(const IsnStart*)b;
  return (x > y) - (x < y);
}

/// Most stretches have two or three, nearly in order.
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

IsnStatus
isn_starts_find(IsnAnnotated* const annotated,
                const size_t begin,
                const size_t end,
                const unsigned group)
{
  IsnAnnotated* const a = annotated;
  Search s = { .annotated = a,
               .filter = a->signs->filter,
               .n_words = a->signs->filter->n_words };
  IsnStatus st = ISN_SUCCESS;
  a->n_starts = 0;
  ISN_TRY(st, reserve(&s));
  find_triggered(&s);
  choose_rules(&s, begin, end, group);
  for (size_t u = 0; s.used && u < a->n_units; ++u) {
    ISN_TRY(st, find_at(&s, u));
  }
  sort_starts(a->starts, a->n_starts);
  return st;
}
