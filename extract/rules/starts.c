// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/starts.h"

#include <stdlib.h>

static IsnStatus
reserve(IsnAnnotated* const a, const size_t n_words)
{
  const size_t n = (a->n_units + 1) * n_words + 1;
  if (!a->sums) {
    a->sums = calloc((ISN_FILTER_NEEDS + 1u) * n_words + 1, sizeof(*a->sums));
  }
  if (n > a->starts_capacity) {
    uint64_t* const starts = realloc(a->starts, 2 * n * sizeof(*starts));
    if (!starts) {
      return ISN_ERR_NO_MEMORY;
    }
    a->starts = starts;
    a->starts_capacity = 2 * n;
  }
  return a->sums ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

/// The rules whose trigger stands somewhere.
static void
find_triggers(const IsnAnnotated* const a, uint64_t* const triggers)
{
  const IsnFilter* const f = a->signs->filter;
  const size_t n = f->n_words;
  memcpy(triggers, f->base + ISN_FILTER_TRIGGER * n, n * sizeof(*triggers));
  for (size_t u = 0; u < a->n_units; ++u) {
    const uint64_t* const row = a->units[u].sign->row + ISN_FILTER_TRIGGER * n;
    for (size_t w = 0; w < n; ++w) {
      triggers[w] |= row[w];
    }
  }
}

/// Take the demands of the places from unit `u` on out of `starts`.
static uint64_t
and_places(const IsnAnnotated* const a, const size_t u, uint64_t* const starts)
{
  const IsnFilter* const f = a->signs->filter;
  const size_t n = f->n_words;
  uint64_t any = 0;
  for (size_t k = 1; k < ISN_FILTER_PLACES; ++k) {
    const uint64_t* const row =
      (u + k < a->n_units ? a->units[u + k].sign->row : f->end) + k * n;
    any = 0;
    for (size_t w = 0; w < n; ++w) {
      any |= starts[w] &= row[w];
    }
    if (!any) {
      break;
    }
  }
  return any;
}

/// Rules that can begin at unit `u` with what stands from there on.
static void
find_at(IsnAnnotated* const a, const size_t u, const uint64_t* const triggers)
{
  const IsnFilter* const f = a->signs->filter;
  const size_t n = f->n_words;
  const uint64_t* const row = a->units[u].sign->row;
  const uint64_t* const needs = row + ISN_FILTER_PLACES * n;
  uint64_t* const starts = a->starts + u * n;
  uint64_t* const all = a->starts + a->n_units * n;
  for (size_t i = 0; i < ISN_FILTER_NEEDS * n; ++i) {
    a->sums[i] |= needs[i];
  }
  for (size_t w = 0; w < n; ++w) {
    starts[w] = row[w] & triggers[w];
  }
  if (!and_places(a, u, starts)) {
    return;
  }
  for (size_t w = 0; w < n; ++w) {
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      starts[w] &= a->sums[j * n + w];
    }
    starts[w] &= u ? ~f->at_begin[w] : ~(uint64_t)0;
    all[w] |= starts[w];
  }
}

IsnStatus
isn_starts_find(IsnAnnotated* const annotated)
{
  IsnAnnotated* const a = annotated;
  const IsnFilter* const f = a->signs->filter;
  const size_t n = f->n_words;
  IsnStatus st = ISN_SUCCESS;
  if (a->has_starts) {
    return st;
  }
  ISN_TRY(st, reserve(a, n));
  uint64_t* const triggers = a->sums + ISN_FILTER_NEEDS * n;
  uint64_t* const all = a->starts + a->n_units * n;
  find_triggers(a, triggers);
  memset(all, 0, n * sizeof(*all));
  memcpy(a->sums,
         f->base + ISN_FILTER_PLACES * n,
         ISN_FILTER_NEEDS * n * sizeof(*a->sums));
  for (size_t u = a->n_units; u-- > 0;) {
    find_at(a, u, triggers);
  }
  a->has_starts = true;
  return st;
}
