// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/nth.h"

#include "extract/entities/name.h"
#include "extract/entities/similar.h"
#include "extract/word_lists.h"

/// More are not told of by their order.
#define MAX_PLACES 5

/// How many mentions back those are looked for that are numbered.
#define MAX_MENTIONS_BACK 96u

/// How far back two or more are told of at once.
#define MAX_TOKENS_BACK 300u

/// Whether the mention is a definite noun and a low ordinal: «الورشة الأولى».
static bool
is_numbered(const IsnDocument* const doc,
            const IsnAnalysis* const analysis,
            const IsnMention* const mention,
            IsnName* const name)
{
  const uint32_t begin = mention->tokens.begin;
  if (mention->tokens.end != begin + 2 ||
      (mention->type != ISN_TYPE_MEETING &&
       mention->type != ISN_TYPE_OPERATION) ||
      !(analysis->words[begin].flags & ISN_WORD_ARTICLE)) {
    return false;
  }
  isn_name_read(name, doc, analysis, mention->type, mention->tokens);
  return name->n == 1 && name->ordinal >= 1 && name->ordinal <= MAX_PLACES;
}

/// Whether mention `m` names, as one of several, what `name` numbers: «عملية
/// «الفجر»», «ورشة ثانية», not «الورشة الثالثة للجنة» or «الورشة السابقة».
static bool
is_one(const IsnDocument* const doc,
       const IsnAnalysis* const analysis,
       const IsnMention* const m,
       const IsnName* const name,
       const size_t n_found)
{
  IsnName other;
  isn_name_read(&other, doc, analysis, m->type, m->tokens);
  return other.n && isn_str_equal(other.words[0], name->words[0]) &&
         (!other.ordinal ||
          (!other.is_definite && other.ordinal == (int64_t)n_found + 1)) &&
         !(other.n == 2 && isn_similar_is_of_other_time(other.words[1])) &&
         !(other.n == 1 && other.is_definite);
}

/// Whether the mention's first word begins as `noun` does, the article and an
/// ending left out: what is_one asks of few.
static bool
may_be_one(const IsnAnalysis* const analysis,
           const IsnMention* const m,
           const IsnStr noun)
{
  const IsnStr word = analysis->words[m->tokens.begin].word;
  const size_t n_article = isn_str_starts(word, ISN_STR("ال")) ? 4 : 0;
  const size_t n = noun.n_bytes > 2 ? noun.n_bytes - 2 : noun.n_bytes;
  return word.n_bytes >= n_article + n &&
         isn_str_starts(isn_str_slice(word, n_article, word.n_bytes),
                        isn_str_slice(noun, 0, n));
}

/// Those of the noun that were told of, in order, without numbers.
static size_t
find_told(const IsnDocument* const doc,
          const IsnAnalysis* const analysis,
          const IsnMention* const mention,
          const IsnName* const name,
          const size_t n_before,
          uint32_t told[MAX_PLACES])
{
  size_t n = 0;
  for (size_t i = n_before > MAX_MENTIONS_BACK ? n_before - MAX_MENTIONS_BACK
                                               : 0;
       i < n_before && n < MAX_PLACES;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    bool is_new = m->type == mention->type && m->entity != ISN_NO_ENTITY &&
                  may_be_one(analysis, m, name->words[0]) && !m->is_anaphor &&
                  m->tokens.end <= mention->tokens.begin;
    for (size_t k = 0; k < n && is_new; ++k) {
      is_new = told[k] != m->entity;
    }
    if (is_new && is_one(doc, analysis, m, name, n)) {
      told[n++] = m->entity;
    }
  }
  return n;
}

uint32_t
isn_nth_find(const IsnDocument* const doc,
             const IsnAnalysis* const analysis,
             const IsnMention* const mention,
             const size_t n_before)
{
  IsnName name;
  uint32_t told[MAX_PLACES];
  if (!is_numbered(doc, analysis, mention, &name)) {
    return ISN_NO_ENTITY;
  }
  const size_t n = find_told(doc, analysis, mention, &name, n_before, told);
  return n >= 2 && (size_t)name.ordinal <= n ? told[name.ordinal - 1]
                                             : ISN_NO_ENTITY;
}

/// «ورشتين», «الورشتان» of «ورشة».
static bool
is_two(const IsnStr word, const IsnStr noun)
{
  const IsnStr bare = isn_str_starts(word, ISN_STR("ال"))
                        ? isn_str_slice(word, 4, word.n_bytes)
                        : word;
  const bool is_female = isn_str_ends(noun, ISN_STR("ه"));
  const size_t n = noun.n_bytes - (is_female ? 2 : 0);
  if (bare.n_bytes <= n || !isn_str_starts(bare, isn_str_slice(noun, 0, n))) {
    return false;
  }
  const IsnStr rest = isn_str_slice(bare, n, bare.n_bytes);
  return is_female ? isn_str_is(rest, "تين") || isn_str_is(rest, "تان") ||
                       isn_str_is(rest, "تا") || isn_str_is(rest, "تي")
                   : isn_str_is(rest, "ين") || isn_str_is(rest, "ان");
}

/// «عمليات» of «عملية», «ورش» of «ورشة», behind a number.
static bool
is_several(const IsnStr word, const IsnStr noun)
{
  static const char* const broken[][2] = { { "ورشه", "ورش" },
                                           { "موتمر", "موتمرات" },
                                           { "حمله", "حملات" } };
  for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); ++i) {
    if (isn_str_is(noun, broken[i][0]) && isn_str_is(word, broken[i][1])) {
      return true;
    }
  }
  const size_t n = noun.n_bytes - (isn_str_ends(noun, ISN_STR("ه")) ? 2 : 0);
  return word.n_bytes > n && isn_str_starts(word, isn_str_slice(noun, 0, n)) &&
         isn_str_is(isn_str_slice(word, n, word.n_bytes), "ات");
}

/// Whether token `t` ends a number from three to ten: «ثلاث ورش».
static bool
is_number(const IsnAnalysis* const analysis, const uint32_t t)
{
  size_t low = 0;
  for (size_t high = analysis->n_quantities; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (analysis->quantities[middle].tokens.end <= t) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const IsnQuantity* const q =
    low < analysis->n_quantities ? &analysis->quantities[low] : NULL;
  return q && q->kind == ISN_QUANTITY_NUMBER && q->tokens.end == t + 1 &&
         q->number > 2 && q->number <= 10;
}

/// «عمليتين أمنيتين»: whether what stands behind says that no bank's or
/// surgeon's operations are meant; meetings need no such word.
static bool
is_of_field(const IsnDocument* const doc,
            const IsnAnalysis* const analysis,
            const IsnType type,
            const uint32_t behind)
{
  return type != ISN_TYPE_OPERATION ||
         (behind < doc->n_tokens &&
          isn_words_begin(&isn_words_operation_adjectives,
                          analysis->words[behind].word));
}

bool
isn_nth_is_told(const IsnDocument* const doc,
                const IsnAnalysis* const analysis,
                const IsnMention* const mention,
                const size_t n_before)
{
  IsnName name;
  if (!is_numbered(doc, analysis, mention, &name)) {
    return false;
  }
  if (isn_nth_find(doc, analysis, mention, n_before) != ISN_NO_ENTITY) {
    return true;
  }
  const uint32_t end = mention->tokens.begin;
  for (uint32_t t = end > MAX_TOKENS_BACK ? end - MAX_TOKENS_BACK : 0; t < end;
       ++t) {
    const IsnStr word = analysis->words[t].word;
    if ((is_two(word, name.words[0]) || (t && is_several(word, name.words[0]) &&
                                         is_number(analysis, t - 1))) &&
        is_of_field(doc, analysis, mention->type, t + 1)) {
      return true;
    }
  }
  return false;
}
