// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/annotate.h"

/// Longer sentences are no sentences (lists, tables): they are cut here, so
/// that work grows with the text and not with its square.
#define MAX_TOKENS 400u

typedef struct {
  const IsnDocument* doc;
  IsnSpan* list;
  size_t n;
  size_t capacity;
} Stretches;

static IsnStatus
add(Stretches* const s, const uint32_t begin, const uint32_t end)
{
  IsnSpan* const list =
    isn_arena_grow(s->doc->arena, s->list, s->n, &s->capacity, sizeof(*list));
  if (!list) {
    return ISN_ERR_NO_MEMORY;
  }
  s->list = list;
  s->list[s->n++] = (IsnSpan){ begin, end };
  return ISN_SUCCESS;
}

/// A sentence or a piece of a long one, then what is quoted in it.
static IsnStatus
add_piece(Stretches* const s,
          const IsnAnalysis* const analysis,
          const IsnSpan tokens)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, add(s, tokens.begin, tokens.end));
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const uint32_t begin = t;
    while (t < tokens.end && analysis->words[t].flags & ISN_WORD_QUOTED) {
      ++t;
    }
    if (t > begin) {
      ISN_TRY(st, add(s, begin, t));
    }
  }
  return st;
}

IsnStatus
isn_stretches_find(const IsnDocument* const doc,
                   const IsnAnalysis* const analysis,
                   IsnSpan** const stretches,
                   size_t* const n_stretches)
{
  IsnStatus st = ISN_SUCCESS;
  Stretches s = { doc, NULL, 0, 0 };
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    IsnSpan tokens = doc->sentences[i].tokens;
    while (tokens.begin < tokens.end) {
      const uint32_t n = tokens.end - tokens.begin;
      const uint32_t cut = tokens.begin + (n > MAX_TOKENS ? MAX_TOKENS : n);
      ISN_TRY(st, add_piece(&s, analysis, (IsnSpan){ tokens.begin, cut }));
      tokens.begin = cut;
    }
  }
  *stretches = s.list;
  *n_stretches = s.n;
  return st;
}
