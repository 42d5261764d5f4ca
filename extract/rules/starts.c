// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/starts.h"

#include <stdlib.h>

/// One search: rows and the words of them that are looked at.
typedef struct {
  IsnAnnotated* annotated;
  const IsnFilter* filter;
  size_t n_words; ///< Of a row
  size_t first;   ///< Word of a row
  size_t last;    ///< Behind the last one
} Search;

static IsnStatus
reserve(IsnAnnotated* const a, const size_t n_words)
{
  const size_t n = (a->n_units + 1) * n_words + 1;
  if (!a->rules) {
    a->rules = calloc(n_words + 1, sizeof(*a->rules));
  }
  if (n > a->starts_capacity) {
    uint64_t* const starts = realloc(a->starts, 2 * n * sizeof(*starts));
    if (!starts) {
      return ISN_ERR_NO_MEMORY;
    }
    a->starts = starts;
    a->starts_capacity = 2 * n;
  }
  return a->rules ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

/// Rules [begin, end) of the group, as bits.
static void
choose_rules(const Search* const s,
             const size_t begin,
             const size_t end,
             const unsigned group,
             uint64_t* const rules)
{
  const uint64_t* const members = s->filter->groups + group * s->n_words;
  memcpy(rules, members, s->n_words * sizeof(*rules));
  rules[s->first] &= ~(uint64_t)0 << begin % 64;
  if (end % 64) {
    rules[s->last - 1] &= ~(~(uint64_t)0 << end % 64);
  }
}

/// Leave out words at both ends that hold no rules.
static void
narrow(Search* const s, const uint64_t* const rules)
{
  while (s->first < s->last && !rules[s->first]) {
    ++s->first;
  }
  while (s->last > s->first && !rules[s->last - 1]) {
    --s->last;
  }
}

/// Of `rules`, those whose trigger stands somewhere.
static void
find_triggers(const Search* const s, uint64_t* const rules)
{
  const IsnAnnotated* const a = s->annotated;
  const size_t part = ISN_FILTER_TRIGGER * s->n_words;
  for (size_t w = s->first; w < s->last; ++w) {
    uint64_t found = s->filter->base[part + w];
    for (size_t u = 0; u < a->n_units && rules[w] & ~found; ++u) {
      found |= a->units[u].sign->row[part + w];
    }
    rules[w] &= found;
  }
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
    for (size_t w = s->first; w < s->last; ++w) {
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

/// Which of `rules` can begin at unit `u` with what stands from there on.
static void
find_at(const Search* const s, const size_t u, const uint64_t* const rules)
{
  const IsnAnnotated* const a = s->annotated;
  const size_t n = s->n_words;
  const uint64_t* const row = a->units[u].sign->row;
  uint64_t* const starts = a->starts + u * n;
  uint64_t* const all = a->starts + a->n_units * n;
  uint64_t any = 0;
  for (size_t w = s->first; w < s->last; ++w) {
    starts[w] = row[w] & rules[w];
    any |= starts[w];
  }
  if (!any || !and_places(s, u, starts)) {
    return;
  }
  for (size_t w = s->first; w < s->last; ++w) {
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
  const IsnFilter* const f = a->signs->filter;
  Search s = { a, f, f->n_words, begin / 64, (end + 63) / 64 };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, reserve(a, s.n_words));
  uint64_t* const rules = a->rules;
  uint64_t* const all = a->starts + a->n_units * s.n_words;
  memset(all, 0, s.n_words * sizeof(*all));
  choose_rules(&s, begin, end, group, rules);
  narrow(&s, rules);
  find_triggers(&s, rules);
  narrow(&s, rules);
  if (s.first == s.last) {
    return st;
  }
  for (size_t u = 0; u < a->n_units; ++u) {
    find_at(&s, u, rules);
  }
  return st;
}
