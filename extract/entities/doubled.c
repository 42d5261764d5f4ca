// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/doubled.h"

/// Whether `m` is quoted alone, right behind `before`.
static bool
is_quoted_behind(const IsnDocument* const doc,
                 const IsnWord* const words,
                 const IsnMention* const before,
                 const IsnMention* const m)
{
  return m->tokens.begin == before->tokens.end + 1 &&
         words[before->tokens.end].flags & ISN_WORD_OPEN &&
         m->tokens.end < doc->n_tokens &&
         words[m->tokens.end].flags & ISN_WORD_CLOSE;
}

static bool
is_same_body(const IsnMention* const a, const IsnMention* const b)
{
  return a->type == ISN_TYPE_ORGANIZATION && b->type == a->type &&
         a->entity != ISN_NO_ENTITY && a->entity == b->entity;
}

/// How many mentions before one its outer mention can stand.
#define MAX_OUTER 4u

/// «استراتيجية منظمة النفط «أوبك»»: the last of `n` mentions is part of a name
/// that ends before the quotation.
static bool
is_in_other_name(const IsnDocument* const doc, const size_t n)
{
  const IsnSpan inner = doc->mentions[n - 1].tokens;
  for (size_t i = n - 1; i > 0 && n - i <= MAX_OUTER; --i) {
    const IsnSpan outer = doc->mentions[i - 1].tokens;
    if (outer.begin <= inner.begin && outer.end >= inner.end) {
      return true;
    }
  }
  return false;
}

void
isn_doubled_join(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  size_t n = 0;
  for (size_t i = 0; doc->mentions && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    IsnMention* const before = n ? &doc->mentions[n - 1] : NULL;
    if (before && is_same_body(before, m) &&
        is_quoted_behind(doc, analysis->words, before, m) &&
        !is_in_other_name(doc, n)) {
      before->tokens.end = m->tokens.end + 1;
      before->chars.end = doc->tokens[m->tokens.end].chars.end;
      continue;
    }
    doc->mentions[n++] = *m;
  }
  doc->n_mentions = n;
}
