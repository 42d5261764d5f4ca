// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file order.h Mentions in their order, and more of them.
#ifndef ISN_ENTITIES_ORDER_H
#define ISN_ENTITIES_ORDER_H

#include "extract/analysis.h"
#include "extract/base/status.h"
#include "extract/document.h"

/// Put the mentions from number `first` on in order: by begin, longer first.
void
isn_mentions_sort(IsnDocument* doc, size_t first);

/// Add a mention of these tokens, without a proclitic, behind all others.
IsnStatus
isn_mentions_add(IsnDocument* doc,
                 const IsnAnalysis* analysis,
                 IsnSpan tokens,
                 IsnType type,
                 IsnStr kind,
                 IsnStr rule);

/// How many mentions before one another that reaches into it can stand.
#define ISN_MAX_REACHING 8u

/// The first of the first `n` mentions, which are in order, that begins at
/// `token` or behind it; `n` if none does.
static inline size_t
isn_mentions_first(const IsnDocument* const doc,
                   const size_t n,
                   const uint32_t token)
{
  size_t low = 0;
  for (size_t high = n; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->mentions[middle].tokens.begin < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Whether none of the first `n` mentions reaches into `tokens`.
static inline bool
isn_mentions_leave(const IsnDocument* const doc,
                   const size_t n,
                   const IsnSpan tokens)
{
  const size_t next = isn_mentions_first(doc, n, tokens.begin);
  if (next < n && doc->mentions[next].tokens.begin < tokens.end) {
    return false;
  }
  for (size_t i = next; i > 0 && next - i < ISN_MAX_REACHING; --i) {
    if (doc->mentions[i - 1].tokens.end > tokens.begin) {
      return false;
    }
  }
  return true;
}

#endif
