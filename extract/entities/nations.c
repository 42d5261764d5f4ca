// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/nations.h"

#include "extract/word_lists.h"

/// A definite noun that the feminine of an adjective can agree with.
static bool
is_feminine_noun(const IsnWord* const word)
{
  return word->flags & ISN_WORD_ARTICLE &&
         (isn_str_ends(word->word, ISN_STR("ه")) ||
          isn_str_ends(word->word, ISN_STR("ات")) ||
          isn_words_has(&isn_words_feminine_plurals, word->word));
}

/// Whether nothing but a blank parts two words: no mark and no new line.
static bool
is_right_before(const IsnDocument* const doc, const uint32_t token)
{
  const size_t end = doc->tokens[token - 1].bytes.end;
  return doc->tokens[token].bytes.begin == end + 1 &&
         doc->text.data[end] == ' ';
}

/// How many mentions before one its outer mention can stand.
#define MAX_OUTER 8u

/// Whether one of the first `n` mentions, which are before it, holds `m`.
static bool
is_part(const IsnDocument* const doc, const size_t n, const IsnMention* const m)
{
  for (size_t i = n; i > 0 && n - i < MAX_OUTER; --i) {
    const IsnSpan outer = doc->mentions[i - 1].tokens;
    if (outer.begin < m->tokens.begin && outer.end >= m->tokens.end) {
      return true;
    }
  }
  return false;
}

/// «الفرق القوية السعودية والعراق»: the first of a list of countries.
static bool
begins_list(const IsnAnalysis* const analysis, const IsnMention* const next)
{
  return next->type == ISN_TYPE_PLACE && isn_str_is(next->kind, "Country") &&
         analysis->words[next->tokens.begin].n_proclitics;
}

static bool
is_adjective(const IsnDocument* const doc,
             const IsnAnalysis* const analysis,
             const size_t n_before,
             const IsnMention* const m)
{
  const uint32_t t = m->tokens.begin;
  const IsnWord* const words = analysis->words;
  return m->type == ISN_TYPE_PLACE && m->tokens.end == t + 1 && t &&
         isn_str_is(words[t].word, "السعوديه") && !words[t].n_proclitics &&
         doc->tokens[t - 1].kind == ISN_KIND_WORD && is_right_before(doc, t) &&
         is_feminine_noun(&words[t - 1]) && !is_part(doc, n_before, m);
}

/// «الصحابي الجليل», «المياه الزرقاء»: a town's name that is an adjective here,
/// and «النيل من» a verbal noun.
static bool
is_no_town(const IsnDocument* const doc,
           const IsnAnalysis* const analysis,
           const IsnMention* const m)
{
  const uint32_t t = m->tokens.begin;
  const IsnWord* const words = analysis->words;
  if (m->type != ISN_TYPE_PLACE || m->tokens.end != t + 1) {
    return false;
  }
  const bool is_behind =
    t && doc->tokens[t - 1].kind == ISN_KIND_WORD && is_right_before(doc, t);
  if (isn_str_is(words[t].word, "النيل")) {
    return t + 1 < doc->n_tokens && isn_str_is(words[t + 1].whole, "من");
  }
  return is_behind && !words[t].n_proclitics &&
         isn_words_has(&isn_words_adjectives_too, words[t].word) &&
         words[t - 1].flags & ISN_WORD_ARTICLE &&
         !isn_words_has(&isn_words_before_own_town, words[t - 1].word);
}

void
isn_nations_drop(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  size_t n = 0;
  for (size_t i = 0; doc->mentions && i < doc->n_mentions; ++i) {
    const IsnMention m = doc->mentions[i];
    const IsnMention* const next =
      i + 1 < doc->n_mentions ? &doc->mentions[i + 1] : NULL;
    if (is_no_town(doc, analysis, &m)) {
      continue;
    }
    if (!is_adjective(doc, analysis, n, &m) ||
        (next && next->tokens.begin == m.tokens.end &&
         begins_list(analysis, next))) {
      doc->mentions[n++] = m;
    }
  }
  doc->n_mentions = n;
}
