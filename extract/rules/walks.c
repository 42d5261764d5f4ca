// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/walks.h"

#include "extract/rules/starts.h"

#include <stdlib.h>
#include <string.h>

/// Walks that are under way at once, each of another rule. A step waits for
/// memory longer than it works: so the walks take turns, and what one needs
/// next is brought while the others go on.
#define N_LANES 8u

/// Units whose walks are taken together, so that what is known of them stays in
/// the cache: most stretches have fewer, some a thousand times as many.
#define BLOCK_UNITS 128u

/// Marks a start that no way leads from; no rule has so high a number.
#define IMPOSSIBLE ((IsnStart)1 << 63)

/// The walks of one rule from one block, one start behind the other.
typedef struct {
  size_t start; ///< Place in the order of the one under way
  size_t end;   ///< Behind the rule's last
  uint32_t state;
  size_t unit; ///< Before which the walk is
  /// The unit behind the last that was looked at in vain; before it, a walk
  /// that is where an earlier one was fails as it did.
  size_t behind;
  uint32_t* walked; ///< By unit: where the last walk was before it
} Lane;

typedef struct {
  IsnAnnotated* annotated;
  IsnNets* nets;
  uint32_t* order; ///< Numbers of starts by block, then as they are
  size_t next;     ///< The first place in it that no lane has
  Lane lanes[N_LANES];
} Walks;

static bool
is_under_way(const Walks* const w, const Lane* const lane)
{
  return lane->state >= ISN_NET_FIRST && lane->unit < w->annotated->n_units;
}

static void
fetch_step(const Walks* const w, const Lane* const lane)
{
  if (is_under_way(w, lane)) {
    isn_net_fetch_step(
      w->nets, lane->state, w->annotated->units[lane->unit].n_set);
  }
}

/// The start at a place of the order.
static IsnStart*
start_at(const Walks* const w, const size_t place)
{
  return &w->annotated->starts[w->order[place]];
}

static size_t
block_of(const IsnStart start)
{
  return isn_start_unit(start) / BLOCK_UNITS;
}

static void
begin_walk(const Walks* const w, Lane* const lane)
{
  const IsnStart start = *start_at(w, lane->start);
  lane->unit = isn_start_unit(start);
  lane->state = isn_net_begin(w->nets, isn_start_rule(start));
  fetch_step(w, lane);
}

/// Give the lane the next starts of one rule in one block; false if there are
/// none.
static bool
take_rule(Walks* const w, Lane* const lane)
{
  const size_t n = w->annotated->n_starts;
  if (w->next == n) {
    return false;
  }
  const IsnStart first = *start_at(w, w->next);
  lane->start = w->next;
  do {
    ++w->next;
  } while (w->next < n &&
           isn_start_rule(*start_at(w, w->next)) == isn_start_rule(first) &&
           block_of(*start_at(w, w->next)) == block_of(first));
  lane->end = w->next;
  lane->behind = 0;
  begin_walk(w, lane);
  return true;
}

/// One step; a walk that is where an earlier one failed fails.
static void
step(const Walks* const w, Lane* const lane)
{
  const size_t u = lane->unit;
  const IsnUnit* const unit = &w->annotated->units[u];
  if (u < lane->behind && lane->walked[u] == lane->state) {
    lane->state = ISN_NET_FAILED;
    return;
  }
  lane->walked[u] = lane->state;
  lane->state =
    isn_net_step(w->nets, lane->state, &unit->sign->atoms, unit->n_set);
  ++lane->unit;
}

/// Note how the walk ended; whether the lane has another.
static bool
end_walk(Walks* const w, Lane* const lane)
{
  const bool is_possible = lane->state == ISN_NET_ENDED;
  if (!is_possible) {
    *start_at(w, lane->start) |= IMPOSSIBLE;
  }
  if (is_possible) {
    lane->behind = 0;
  } else if (lane->unit > lane->behind) {
    lane->behind = lane->unit;
  }
  if (++lane->start < lane->end) {
    begin_walk(w, lane);
    return true;
  }
  return take_rule(w, lane);
}

static IsnStatus
reserve(Walks* const w)
{
  IsnAnnotated* const a = w->annotated;
  const size_t n_blocks = a->n_units / BLOCK_UNITS + 2;
  const size_t n = a->n_units * N_LANES + a->n_starts + n_blocks;
  if (n > a->walked_capacity) {
    uint32_t* const walked = realloc(a->walked, 2 * n * sizeof(*walked));
    if (!walked) {
      return ISN_ERR_NO_MEMORY;
    }
    a->walked = walked;
    a->walked_capacity = 2 * n;
  }
  for (size_t i = 0; i < N_LANES; ++i) {
    w->lanes[i].walked = a->walked + i * a->n_units;
  }
  w->order = a->walked + a->n_units * N_LANES;
  return ISN_SUCCESS;
}

/// Order the starts, which are by rule and unit, by block.
static void
order_starts(const Walks* const w)
{
  const IsnAnnotated* const a = w->annotated;
  const size_t n_blocks = a->n_units / BLOCK_UNITS + 1;
  uint32_t* const begins = w->order + a->n_starts; // of blocks
  memset(begins, 0, (n_blocks + 1) * sizeof(*begins));
  for (size_t i = 0; i < a->n_starts; ++i) {
    ++begins[block_of(a->starts[i]) + 1];
  }
  for (size_t b = 1; b < n_blocks; ++b) {
    begins[b] += begins[b - 1];
  }
  for (size_t i = 0; i < a->n_starts; ++i) {
    w->order[begins[block_of(a->starts[i])]++] = (uint32_t)i;
  }
}

static void
drop_impossible(IsnAnnotated* const a)
{
  size_t n = 0;
  for (size_t i = 0; i < a->n_starts; ++i) {
    if (!(a->starts[i] & IMPOSSIBLE)) {
      a->starts[n++] = a->starts[i];
    }
  }
  a->n_starts = n;
}

IsnStatus
isn_walks_keep_possible(IsnAnnotated* const annotated, IsnNets* const nets)
{
  Walks w = { .annotated = annotated, .nets = nets };
  IsnStatus st = ISN_SUCCESS;
  size_t n = 0;
  ISN_TRY(st, reserve(&w));
  order_starts(&w);
  while (n < N_LANES && take_rule(&w, &w.lanes[n])) {
    ++n;
  }
  while (n) {
    for (size_t i = 0; i < n;) {
      Lane* const lane = &w.lanes[i];
      if (is_under_way(&w, lane)) {
        step(&w, lane);
        fetch_step(&w, lane);
        ++i;
      } else if (end_walk(&w, lane)) {
        ++i;
      } else {
        w.lanes[i] = w.lanes[--n]; // its memory goes with it
      }
    }
  }
  drop_impossible(annotated);
  return st;
}
