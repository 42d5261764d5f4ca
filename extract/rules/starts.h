// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file starts.h Where in an annotation which rules are worth a try.
#ifndef ISN_RULES_STARTS_H
#define ISN_RULES_STARTS_H

#include "extract/rules/annotate.h"

/// Find them for rules [begin, end) of a group.
///
/// `annotated->starts` then has a row of filter->n_words words for each unit
/// with a bit for each rule, and behind them one more: the rules that have any.
/// Of each row, only the words that hold bits of these rules are filled in.
IsnStatus
isn_starts_find(IsnAnnotated* annotated,
                size_t begin,
                size_t end,
                unsigned group);

/// The row of unit `u`.
static inline const uint64_t*
isn_starts_at(const IsnAnnotated* const annotated, const size_t u)
{
  return annotated->starts + u * annotated->signs->filter->n_words;
}

static inline bool
isn_starts_has(const uint64_t* const row, const size_t rule)
{
  return row[rule / 64] >> rule % 64 & 1u;
}

#endif
