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
} Search;

static IsnStatus
reserve(Search* const s)
{
  IsnAnnotated* const a = s->annotated;
  const size_t n = (a->n_units + 1) * s->n_words + 1;
  if (!a->rules) {
    a->rules = calloc(3 * s->n_words + 1, sizeof(*a->rules));
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
  const size_t part = ISN_FILTER_TRIGGER * s->n_words;
  memcpy(s->found, s->filter->base + part, s->n_words * sizeof(*s->found));
  for (size_t u = 0; u < a->n_units; ++u) {
    const IsnSign* const sign = a->units[u].sign;
    for (uint32_t i = 1; i <= sign->triggers[0]; ++i) {
      const uint32_t w = sign->triggers[i];
      s->found[w] |= sign->row[part + w];
    }
  }
  size_t n = 0;
  for (size_t i = 0; i < s->n_used; ++i) {
    const uint32_t w = s->words[i];
    s->rules[w] &= s->found[w];
    if (s->rules[w]) {
      s->words[n++] = w;
    }
  }
  s->n_used = n;
}

/// Take the demands of the places from unit `u` on out of `starts`.
static uint64_t
and_places(const Search* const s, const size_t u, uint64_t* const starts)
{
  const IsnAnnotated* const a = s->annotated;
  uint64_t any = 0;
  for (size_t k = 1; k < ISN_FILTER_PLACES; ++k) {
    const uint64_t* const row =
      (u + k < a->n_units ? a->units[u + k].sign->row : s->filter->end) +
      k * s->n_words;
    any = 0;
    for (size_t i = 0; i < s->n_used; ++i) {
      const uint32_t w = s->words[i];
      any |= starts[w] &= row[w];
    }
    if (!any) {
      break;
    }
  }
  return any;
}

/// Take out of word `w` of `starts` the rules of which something that they need
/// stands nowhere from unit `u` on.
static uint64_t
and_needs(const Search* const s,
          const size_t u,
          const size_t w,
          uint64_t starts)
{
  const IsnAnnotated* const a = s->annotated;
  for (size_t j = 0; j < ISN_FILTER_NEEDS && starts; ++j) {
    const size_t at = (ISN_FILTER_PLACES + j) * s->n_words + w;
    uint64_t found = s->filter->base[at];
    for (size_t v = u; v < a->n_units && starts & ~found; ++v) {
      found |= a->units[v].sign->row[at];
    }
    starts &= found;
  }
  return starts;
}

/// Which of the rules can begin at unit `u` with what stands from there on.
static void
find_at(const Search* const s, const size_t u)
{
  const IsnAnnotated* const a = s->annotated;
  const uint64_t* const row = a->units[u].sign->row;
  uint64_t* const starts = a->starts + u * s->n_words;
  uint64_t* const all = a->starts + a->n_units * s->n_words;
  uint64_t any = 0;
  for (size_t i = 0; i < s->n_used; ++i) {
    const uint32_t w = s->words[i];
    starts[w] = row[w] & s->rules[w];
    any |= starts[w];
  }
  if (!any || !and_places(s, u, starts)) {
    return;
  }
  for (size_t i = 0; i < s->n_used; ++i) {
    const uint32_t w = s->words[i];
    starts[w] &= u ? ~s->filter->at_begin[w] : ~(uint64_t)0;
    if (starts[w]) {
      starts[w] = and_needs(s, u, w, starts[w]);
      all[w] |= starts[w];
    }
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
