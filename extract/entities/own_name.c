// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/own_name.h"

#include "extract/word_lists.h"

/// Whether tokens [begin, end) are a country's name or a continent's.
static bool
is_large(const IsnAnalysis* const a, const uint32_t begin, const uint32_t end)
{
  if (end == begin + 1 &&
      isn_words_has(&isn_words_continents, a->words[begin].word)) {
    return true;
  }
  for (size_t i = isn_analysis_first_hit(a, begin);
       i < a->n_hits && a->hits[i].tokens.begin == begin;
       ++i) {
    if (a->hits[i].tokens.end == end &&
        isn_str_is(a->hits[i].entry->type, "Country")) {
      return true;
    }
  }
  return false;
}

/// Whether the first word only says what, or which side, the others name.
static bool
is_sort(const IsnAnalysis* const a,
        const IsnStr kind,
        const uint32_t begin,
        const uint32_t end)
{
  const IsnStr word = a->words[begin].word;
  if (isn_words_has(&isn_words_state_or_town_nouns, word)) {
    return true;
  }
  if (isn_str_is(kind, "Country") || isn_str_is(kind, "City")) {
    return false; // «جزر القمر», «جبل علي»
  }
  return isn_words_has(&isn_words_place_nouns, word) ||
         (isn_words_has(&isn_words_sides, word) && is_large(a, begin + 1, end));
}

/// «جنوب شرق آسيا»: two sides.
static bool
is_side_of_side(const IsnAnalysis* const a,
                const uint32_t begin,
                const uint32_t end)
{
  return end > begin + 2 &&
         isn_words_has(&isn_words_sides, a->words[begin].word) &&
         isn_words_has(&isn_words_sides, a->words[begin + 1].word) &&
         is_large(a, begin + 2, end);
}

/// «العاصمة العراقية», «بلاد الرافدين»: what is no name without the noun.
static bool
is_no_name_alone(const IsnAnalysis* const a,
                 const uint32_t begin,
                 const uint32_t end)
{
  const IsnWord* const word = &a->words[begin];
  return end == begin + 1 &&
         (isn_words_has(&isn_words_no_names_alone, word->word) ||
          (isn_str_is(a->words[begin - 1].word, "العاصمه") &&
           isn_str_ends(word->word, ISN_STR("يه"))));
}

static IsnSpan
own_tokens(const IsnDocument* const doc,
           const IsnAnalysis* const a,
           const IsnMention* const m)
{
  const IsnStr kind = doc->entities[m->entity].kind;
  IsnSpan own = m->tokens;
  while (own.end > own.begin + 1 &&
         doc->tokens[own.begin + 1].kind == ISN_KIND_WORD &&
         !is_no_name_alone(a, own.begin + 1, own.end) &&
         (is_sort(a, kind, own.begin, own.end) ||
          is_side_of_side(a, own.begin, own.end))) {
    ++own.begin;
  }
  if (own.begin > m->tokens.begin && own.end > own.begin + 1 &&
      isn_words_has(&isn_words_behind_place_names,
                    a->words[own.end - 1].word)) {
    --own.end; // «مطار دبي الدولي»
  }
  return own;
}

void
isn_own_names_find(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_PLACE || m->entity >= doc->n_entities ||
        m->tokens.end < m->tokens.begin + 2) {
      continue;
    }
    const IsnSpan own = own_tokens(doc, analysis, m);
    if (own.begin > m->tokens.begin) {
      m->name.begin = analysis->words[own.begin].char_begin;
      m->name.end = own.end < m->tokens.end ? doc->tokens[own.end - 1].chars.end
                                            : m->chars.end;
    }
  }
}
