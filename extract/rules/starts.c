// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/starts.h"

#include <stdlib.h>

/// One search. Most rules are left out at once, so what is looked at of a row
/// are the words that still hold one.
typedef struct {
  IsnAnnotated* annotated;
  const IsnFilter* filter;
  size_t n_words;  ///< Of a row
  uint64_t* rules; ///< A row: those that are looked for
  uint64_t* found; ///< A row: those whose trigger stands somewhere
  uint32_t* words; ///< Words of `rules` that are not zero
  size_t n_used;
  uint64_t anywhere;  ///< Cells, modulo 64, with rules that begin at any unit
  uint64_t* needs;    ///< By word, unit and need
  uint32_t* is_known; ///< By word: its needs were worked out
} Search;

static IsnStatus
reserve(Search* const s)
{
  IsnAnnotated* const a = s->annotated;
  const size_t n_starts = (a->n_units + 1) * s->n_words + 1;
  const size_t n = n_starts + a->n_units * s->n_words * ISN_FILTER_NEEDS;
  if (!a->rules) {
    a->rules = calloc(4 * s->n_words + 1, sizeof(*a->rules));
  }
  if (n > a->starts_capacity) {
    uint64_t* const starts = realloc(a->starts, 2 * n * sizeof(*starts));
    if (!starts) {
      return ISN_ERR_NO_MEMORY;
    }
    a->starts = starts;
    a->starts_capacity = 2 * n;
  }
  if (!a->rules) {
    return ISN_ERR_NO_MEMORY;
  }
  s->rules = a->rules;
  s->found = a->rules + s->n_words;
  s->words = (uint32_t*)(void*)(a->rules + 2 * s->n_words);
  s->is_known = (uint32_t*)(void*)(a->rules + 3 * s->n_words);
  s->needs = a->starts + n_starts;
  memset(s->is_known, 0, s->n_words * sizeof(*s->is_known));
  return ISN_SUCCESS;
}

/// Rules [begin, end) of the group.
static void
choose_rules(Search* const s,
             const size_t begin,
             const size_t end,
             const unsigned group)
{
  const uint64_t* const members = s->filter->groups + group * s->n_words;
  const size_t last = (end + 63) / 64;
  for (size_t w = begin / 64; w < last; ++w) {
    uint64_t bits = members[w];
    bits &= w == begin / 64 ? ~(uint64_t)0 << begin % 64 : ~(uint64_t)0;
    bits &= w == end / 64 ? ~(~(uint64_t)0 << end % 64) : ~(uint64_t)0;
    s->rules[w] = bits;
    if (bits) {
      s->words[s->n_used++] = (uint32_t)w;
    }
  }
}

/// Leave out rules whose trigger stands nowhere.
static void
find_triggers(Search* const s)
{
  const IsnAnnotated* const a = s->annotated;
  const size_t part = isn_filter_at(s->filter, ISN_FILTER_TRIGGER, 0);
  memcpy(s->found, s->filter->base + part, s->n_words * sizeof(*s->found));
  for (size_t u = 0; u < a->n_units; ++u) {
    const IsnRow* const row = &a->units[u].sign->row;
    for (uint32_t i = 0; i < row->n_triggers; ++i) {
      s->found[row->triggers[i].w] |= row->triggers[i].bits;
    }
  }
  size_t n = 0;
  for (size_t i = 0; i < s->n_used; ++i) {
    const uint32_t w = s->words[i];
    s->rules[w] &= s->found[w];
    if (s->rules[w]) {
      s->words[n++] = w;
      const bool is_free =
        s->rules[w] & s->filter->base[isn_filter_at(s->filter, 0, w)];
      s->anywhere |= (uint64_t)is_free << w % 64;
    }
  }
  s->n_used = n;
}

/// Of the rules in `starts`, of cell `w`, those for which the units behind `u`
/// are what the places of a match demand.
static uint64_t
and_places(const Search* const s,
           const size_t u,
           const size_t w,
           uint64_t starts)
{
  const IsnAnnotated* const a = s->annotated;
  for (size_t k = 1; k < ISN_FILTER_PLACES && starts; ++k) {
    const uint64_t* const cell = u + k < a->n_units
                                   ? a->units[u + k].sign->row.cells[w]
                                   : s->filter->end + w * ISN_FILTER_PARTS;
    starts &= cell[k];
  }
  return starts;
}

/// What the units from each one on have of the needs of cell `w`, from unit `u`
/// to the last: worked out once, at the first unit where a rule may begin.
static const uint64_t*
find_needs(const Search* const s, const size_t u, const size_t w)
{
  const IsnAnnotated* const a = s->annotated;
  uint64_t* const needs = s->needs + w * a->n_units * ISN_FILTER_NEEDS;
  const size_t at = w * ISN_FILTER_PARTS + ISN_FILTER_PLACES;
  if (s->is_known[w]) {
    return needs;
  }
  uint64_t found[ISN_FILTER_NEEDS];
  memcpy(found, s->filter->base + at, sizeof(found));
  for (size_t v = a->n_units; v > u; --v) {
    const uint64_t* const cell = a->units[v - 1].sign->row.cells[w];
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
  uint64_t starts = a->units[u].sign->row.cells[w][0] & s->rules[w];
  starts &= u ? ~s->filter->at_begin[w] : ~(uint64_t)0;
  starts = and_places(s, u, w, starts);
  if (starts) {
    const uint64_t* const needs = find_needs(s, u, w) + u * ISN_FILTER_NEEDS;
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      starts &= needs[j];
    }
  }
  return starts;
}

static void
find_at(const Search* const s, const size_t u)
{
  const IsnAnnotated* const a = s->annotated;
  const uint64_t begins = a->units[u].sign->row.begins | s->anywhere;
  uint64_t* const starts = a->starts + u * s->n_words;
  uint64_t* const all = a->starts + a->n_units * s->n_words;
  for (size_t i = 0; i < s->n_used; ++i) {
    const uint32_t w = s->words[i];
    starts[w] = begins >> w % 64 & 1u ? find_in_cell(s, u, w) : 0;
    all[w] |= starts[w];
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
  ISN_TRY(st, reserve(&s));
  memset(a->starts + a->n_units * s.n_words, 0, s.n_words * sizeof(*a->starts));
  choose_rules(&s, begin, end, group);
  if (s.n_used) {
    find_triggers(&s);
  }
  for (size_t u = 0; s.n_used && u < a->n_units; ++u) {
    find_at(&s, u);
  }
  return st;
}
