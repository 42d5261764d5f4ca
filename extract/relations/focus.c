// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/focus.h"

#include "extract/analysis.h"

/// News says what it reports in its headline and first sentences.
#define LEAD_SENTENCES 8u

/// What a text reports is named in one of so many full sentences.
#define EARLY_SENTENCES 3u

#define EVENTS (ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION))

/// How far back a reference is looked for.
#define MAX_MENTIONS_BACK 200u

uint32_t
isn_focus_lead_end(const IsnDocument* const doc)
{
  const size_t n =
    doc->n_sentences < LEAD_SENTENCES ? doc->n_sentences : LEAD_SENTENCES;
  return n ? doc->sentences[n - 1].tokens.end : 0;
}

/// Mentions of an entity; those of the lead count three times.
static size_t
weight(const IsnDocument* const doc, const uint32_t entity)
{
  const size_t n =
    doc->n_sentences < LEAD_SENTENCES ? doc->n_sentences : LEAD_SENTENCES;
  const uint32_t lead_end = n ? doc->sentences[n - 1].tokens.end : 0;
  size_t sum = 0;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (doc->mentions[i].entity == entity) {
      sum += doc->mentions[i].tokens.begin < lead_end ? 3 : 1;
    }
  }
  return sum;
}

/// «على هامش القمة»: what is told did not happen at it.
static bool
is_beside(const IsnDocument* const doc, const uint32_t token)
{
  for (uint32_t t = token; doc->analysis && t > 0 && token - t < 3; --t) {
    if (isn_str_is(doc->analysis->words[t - 1].word, "هامش")) {
      return true;
    }
  }
  return false;
}

/// The token where an entity is first mentioned.
static uint32_t
first_mention(const IsnDocument* const doc, const uint32_t entity)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (doc->mentions[i].entity == entity) {
      return doc->mentions[i].tokens.begin;
    }
  }
  return (uint32_t)doc->n_tokens;
}

/// «وأكد أن الوزارة تنظم دورة»: only what somebody says mentions it.
static bool
is_reported(const IsnDocument* const doc,
            const IsnSpan tokens,
            const uint32_t token)
{
  static const char* const that[] = { "ان", "انه", "انها", "انهم", "انهما" };
  if (!doc->analysis) {
    return false;
  }
  const IsnWord* const words = doc->analysis->words;
  for (uint32_t t = tokens.begin; t < token; ++t) {
    for (size_t i = 0; i < sizeof(that) / sizeof(that[0]); ++i) {
      if (isn_str_is(words[t].word, that[i])) {
        return true;
      }
    }
  }
  return token < tokens.end && words[token].flags & ISN_WORD_QUOTED;
}

static bool
ends_in_stop(const IsnDocument* const doc, const IsnSpan tokens)
{
  if (tokens.begin == tokens.end) {
    return false;
  }
  const IsnSpan bytes = doc->tokens[tokens.end - 1].bytes;
  return isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), ".");
}

/// Whether the first mention lies in one of the first sentences, headlines and
/// the like not counted: a meeting named only later is not what is reported.
static void
find_place(IsnFocus* const focus, const IsnDocument* const doc)
{
  size_t n_before = 0;
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    if (focus->account_from < tokens.end) {
      focus->is_account_said = is_reported(doc, tokens, focus->account_from);
      focus->is_account_early =
        n_before < EARLY_SENTENCES && !(n_before && focus->is_account_said);
      return;
    }
    n_before += ends_in_stop(doc, tokens);
  }
}

void
isn_focus_find(IsnFocus* const focus, const IsnDocument* const doc)
{
  *focus = (IsnFocus){ ISN_NO_ENTITY, ISN_NO_ENTITY, 0, false, false };
  const size_t n =
    doc->n_sentences < LEAD_SENTENCES ? doc->n_sentences : LEAD_SENTENCES;
  const uint32_t lead_end = n ? doc->sentences[n - 1].tokens.end : 0;
  size_t best = 0;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= lead_end) {
      break;
    }
    if (ISN_TYPES(m->type) & EVENTS && m->entity != focus->main) {
      const size_t w = weight(doc, m->entity);
      if (w > best) {
        best = w;
        focus->main = m->entity;
      }
    }
  }
  if (focus->main != ISN_NO_ENTITY &&
      doc->entities[focus->main].type == ISN_TYPE_MEETING) {
    focus->account_from = first_mention(doc, focus->main);
    find_place(focus, doc);
    focus->account =
      is_beside(doc, focus->account_from) ? ISN_NO_ENTITY : focus->main;
  }
}

uint32_t
isn_focus_last(const IsnDocument* const doc,
               const IsnTypeSet types,
               const uint32_t token)
{
  size_t low = 0;
  for (size_t high = doc->n_mentions; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->mentions[middle].tokens.begin < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (size_t n = 0; low > 0 && n < MAX_MENTIONS_BACK; ++n) {
    const IsnMention* const m = &doc->mentions[--low];
    if (ISN_TYPES(m->type) & types && m->tokens.end <= token) {
      return m->entity;
    }
  }
  return ISN_NO_ENTITY;
}
