// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/capitals.h"

static bool
is_told_by_nation(const IsnAnalysis* const analysis, const IsnMention* const m)
{
  return m->type == ISN_TYPE_PLACE && m->tokens.end - m->tokens.begin == 2 &&
         isn_str_is(analysis->words[m->tokens.begin].word, "العاصمه");
}

void
isn_capitals_drop(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  size_t n = 0;
  for (size_t i = 0; doc->mentions && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    const IsnMention* const next = i + 1 < doc->n_mentions ? m + 1 : NULL;
    if (next && next->type == ISN_TYPE_PLACE &&
        next->tokens.begin == m->tokens.end && is_told_by_nation(analysis, m)) {
      continue;
    }
    doc->mentions[n++] = *m;
  }
  doc->n_mentions = n;
}
