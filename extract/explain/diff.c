// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/diff.h"

/// Facts on one side from here on.
typedef struct {
  const IsnClaim* list;
  size_t n;
} Side;

static IsnStatus
add(IsnDiff* const diff,
    const IsnClaim* const before,
    const IsnClaim* const after)
{
  IsnChange* const list = isn_arena_grow(
    &diff->arena, diff->list, diff->n, &diff->capacity, sizeof(*list));
  if (!list) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnChangeKind kind = !before  ? ISN_CHANGE_ADDED
                             : !after ? ISN_CHANGE_REMOVED
                                      : ISN_CHANGE_CHANGED;
  diff->list = list;
  list[diff->n++] = (IsnChange){ kind, before, after };
  ++diff->n_of_kind[kind];
  return ISN_SUCCESS;
}

/// Claims of the same document, subject and property, at the front of a side.
static size_t
group_size(const Side* const side, const IsnClaim* const of)
{
  size_t n = 0;
  while (n < side->n && isn_str_equal(side->list[n].document, of->document) &&
         isn_str_equal(side->list[n].subject, of->subject) &&
         isn_str_equal(side->list[n].property, of->property)) {
    ++n;
  }
  return n;
}

static void
step(Side* const side, const size_t n)
{
  side->list += n;
  side->n -= n;
}

static int
compare_fronts(const Side* const a, const Side* const b)
{
  return !a->n ? 1 : !b->n ? -1 : isn_claim_compare(a->list, b->list);
}

/// Lone claims: what one side has more, put aside while the group is walked.
typedef struct {
  const IsnClaim* before;
  const IsnClaim* after;
  size_t n_before;
  size_t n_after;
} Lone;

static void
count_lone(Side left, Side right, Lone* const lone)
{
  while (left.n || right.n) {
    const int order = compare_fronts(&left, &right);
    if (order < 0) {
      lone->before = left.list;
      ++lone->n_before;
    } else if (order > 0) {
      lone->after = right.list;
      ++lone->n_after;
    }
    step(&left, order <= 0);
    step(&right, order >= 0);
  }
}

/// Whether the fronts, which say the same, are also known the same way.
static bool
is_known_alike(const Side* const left, const Side* const right)
{
  return left->n && right->n && left->list && right->list &&
         isn_str_equal(left->list->how, right->list->how);
}

/// One subject and property: what has the same object, then what has not. One
/// that is lost and one that is right are one that has changed.
static IsnStatus
compare_group(IsnDiff* const diff, Side left, Side right)
{
  Lone lone = { NULL, NULL, 0, 0 };
  count_lone(left, right, &lone);
  const bool is_pair = lone.n_before == 1 && lone.n_after == 1;
  IsnStatus st = is_pair ? add(diff, lone.before, lone.after) : ISN_SUCCESS;
  while (!st && (left.n || right.n)) {
    const int order = compare_fronts(&left, &right);
    if (!order && is_known_alike(&left, &right)) {
      ++diff->n_same;
    } else if (!order || !is_pair) {
      st = add(
        diff, order <= 0 ? left.list : NULL, order >= 0 ? right.list : NULL);
    }
    step(&left, order <= 0);
    step(&right, order >= 0);
  }
  return st;
}

IsnStatus
isn_diff_find(IsnDiff* const diff,
              const IsnClaims* const before,
              const IsnClaims* const after)
{
  *diff = (IsnDiff){ .before = before, .after = after };
  Side left = { before->list, before->n };
  Side right = { after->list, after->n };
  IsnStatus st = ISN_SUCCESS;
  while (!st && (left.n || right.n)) {
    const IsnClaim* const first =
      compare_fronts(&left, &right) <= 0 ? left.list : right.list;
    const size_t n_old = group_size(&left, first);
    const size_t n_new = group_size(&right, first);
    st = compare_group(
      diff, (Side){ left.list, n_old }, (Side){ right.list, n_new });
    step(&left, n_old);
    step(&right, n_new);
  }
  return st;
}

void
isn_diff_clear(IsnDiff* const diff)
{
  isn_arena_clear(&diff->arena);
  *diff = (IsnDiff){ .list = NULL };
}
