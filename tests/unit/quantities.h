// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file quantities.h Texts and the quantities in them, with words and names as
/// a small gazetteer of the test's own gives them.
#ifndef ISN_TESTS_QUANTITIES_H
#define ISN_TESTS_QUANTITIES_H

#include "extract/base/buffer.h"
#include "extract/base/utf8.h"
#include "extract/tokenize/normal.h"
#include "extract/values/quantities.h"
#include "extract/values/terms.h"
#include "tests/unit/check.h"

#include <inttypes.h>

/// Text, publication date and what is expected: of each quantity its kind's
/// letter (Number, Ordinal, Date, Time span, Money), words in «», value, and
/// + for a minimum, ~ for "about", ? for a day reckoned from today only.
typedef struct {
  const char* text;
  const char* date;
  const char* expected;
} Case;

typedef struct {
  const char* name;
  const char* type;
  const char* key;
  const char* features;
} Name;

static const Name names[] = {
#define MONTH(name, number)                                                    \
  {                                                                            \
    name, "Month", "m", "month=" #number "|calendar=gregorian"                 \
  }
#define HIJRI(name, number)                                                    \
  {                                                                            \
    name, "Month", "m", "month=" #number "|calendar=islamic"                   \
  }
  MONTH("كانون الثاني", 1),
  MONTH("شباط", 2),
  MONTH("اذار", 3),
  MONTH("نيسان", 4),
  MONTH("ايار", 5),
  MONTH("حزيران", 6),
  MONTH("تموز", 7),
  MONTH("اب", 8),
  MONTH("ايلول", 9),
  MONTH("تشرين الاول", 10),
  MONTH("تشرين الثاني", 11),
  MONTH("كانون الاول", 12),
  MONTH("يناير", 1),
  MONTH("فبراير", 2),
  MONTH("مارس", 3),
  MONTH("ابريل", 4),
  MONTH("مايو", 5),
  MONTH("يونيو", 6),
  MONTH("يوليو", 7),
  MONTH("اغسطس", 8),
  MONTH("سبتمبر", 9),
  MONTH("اكتوبر", 10),
  MONTH("نوفمبر", 11),
  MONTH("ديسمبر", 12),
  MONTH("جانفي", 1),
  MONTH("فيفري", 2),
  MONTH("ففري", 2),
  MONTH("ماي", 5),
  MONTH("جوان", 6),
  MONTH("جويليه", 7),
  MONTH("اوت", 8),
  MONTH("غشت", 8),
  MONTH("يوليوز", 7),
  MONTH("شتنبر", 9),
  MONTH("نونبر", 11),
  MONTH("دجنبر", 12),
  { "الصيف", "Month", "m", "month=6|calendar=gregorian|common" },
  HIJRI("محرم", 1),
  HIJRI("ربيع الاول", 3),
  HIJRI("رمضان", 9),
  HIJRI("ذو القعده", 11),
  HIJRI("ذي الحجه", 12),
  { "درهم", "Currency", "currency:dirham", "" },
  { "درهم مغربي", "Currency", "currency:MAD", "" },
  { "دولار", "Currency", "currency:dollar", "" },
  { "دولار امريكي", "Currency", "currency:USD", "" },
  { "الدولارات", "Currency", "currency:dollar", "" },
  { "يورو", "Currency", "currency:EUR", "" },
  { "اميال", "Currency", "currency:mile", "common" },
  { "افغاني", "Currency", "currency:AFN", "" },
  { "افغاني", "Nationality", "afghan", "" },
  { "محمد", "GivenName", "n", "" },
  { "خالد", "GivenName", "n", "" },
  { "الحسن", "GivenName", "n", "" },
  { "حركه 20 فبراير", "Organization", "o", "" },
  { "مجموعه العشرين", "Organization", "o", "" },
};

enum { N_NAMES = N_OF(names) };

static IsnEntry entries[N_NAMES];

static inline IsnTokenKind
kind_of(const uint32_t c)
{
  if ((c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
      (c >= 0x6F0 && c <= 0x6F9)) {
    return ISN_KIND_NUMBER;
  }
  if ((c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D3)) {
    return ISN_KIND_WORD;
  }
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    return ISN_KIND_LATIN;
  }
  return c == '$' || c == 0x20AC || c == 0xA3 ? ISN_KIND_SYMBOL
                                              : ISN_KIND_PUNCTUATION;
}

/// Signs that part digits inside a number (UAX #29).
static inline bool
is_sign(const uint32_t c)
{
  return c == '.' || c == ',' || c == 0x60C || c == 0x66B || c == 0x66C;
}

/// The end of the token that begins at byte `begin`.
static inline size_t
token_end(const IsnStr s, const size_t begin, const IsnTokenKind kind)
{
  size_t end = begin;
  isn_utf8_next(s.data, &end);
  while (end < s.n_bytes && kind != ISN_KIND_PUNCTUATION &&
         kind != ISN_KIND_SYMBOL) {
    size_t next = end;
    const uint32_t c = isn_utf8_next(s.data, &next);
    size_t after = next;
    if (kind == ISN_KIND_NUMBER && is_sign(c) && next < s.n_bytes &&
        kind_of(isn_utf8_next(s.data, &after)) == ISN_KIND_NUMBER) {
      end = after;
    } else if (kind_of(c) == kind) {
      end = next;
    } else {
      break;
    }
  }
  return end;
}

static inline void
split(IsnDocument* const doc)
{
  const IsnStr s = doc->text;
  doc->tokens = isn_arena_array(doc->arena, s.n_bytes + 1, sizeof(IsnToken));
  for (size_t at = 0; at < s.n_bytes;) {
    size_t next = at;
    const uint32_t c = isn_utf8_next(s.data, &next);
    if (c == ' ' || c == 0xA0 || c == '\n') {
      at = next;
      continue;
    }
    const IsnTokenKind kind = kind_of(c);
    const size_t end = token_end(s, at, kind);
    doc->tokens[doc->n_tokens++] =
      (IsnToken){ .bytes = { (uint32_t)at, (uint32_t)end }, .kind = kind };
    at = end;
  }
  doc->sentences = isn_arena_array(doc->arena, 1, sizeof(IsnSentence));
  doc->sentences[0].tokens = (IsnSpan){ 0, (uint32_t)doc->n_tokens };
  doc->n_sentences = 1;
}

/// True for a term or a name, with or without the article.
static inline bool
is_known(const IsnTermIndex* const index, const IsnStr s)
{
  if (isn_term_find(index, s) ||
      (isn_str_starts(s, ISN_STR("ال")) && s.n_bytes > 4 &&
       isn_term_find(index, isn_str_slice(s, 4, s.n_bytes)))) {
    return true;
  }
  for (size_t i = 0; i < N_NAMES; ++i) {
    if (isn_str_is(s, names[i].name)) {
      return true;
    }
  }
  return false;
}

/// Normal forms; with `splits`, proclitics are split off known words.
static inline void
fill_words(IsnAnalysis* const analysis,
           const IsnDocument* const doc,
           const bool splits)
{
  static const char* const proclitics[] = { "و", "ب", "ل", "ف", "ك" };
  IsnTermIndex index;
  isn_term_index_init(&index);
  analysis->words =
    isn_arena_array(doc->arena, doc->n_tokens + 1, sizeof(IsnWord));
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    IsnWord* const word = &analysis->words[i];
    const IsnSpan bytes = doc->tokens[i].bytes;
    word->whole = word->word =
      isn_normal_copy(doc->arena,
                      isn_str_slice(doc->text, bytes.begin, bytes.end),
                      ISN_FOLD_FULL);
    word->byte_begin = bytes.begin;
    for (size_t p = 0; p < 5 && splits && !is_known(&index, word->word); ++p) {
      const IsnStr rest = isn_str_slice(word->word, 2, word->word.n_bytes);
      if (isn_str_starts(word->word, isn_str(proclitics[p])) &&
          rest.n_bytes > 4 && is_known(&index, rest)) {
        word->word = rest;
        word->n_proclitics = 1;
        memcpy(word->proclitics, proclitics[p], 2);
        word->byte_begin += 2;
      }
    }
    if (isn_str_starts(word->word, ISN_STR("ال"))) {
      word->flags |= ISN_WORD_ARTICLE;
    }
  }
}

/// Tokens that `name` covers from token `at` on, 0 if it is not there.
static inline size_t
n_covered(const IsnAnalysis* const analysis,
          const size_t n_tokens,
          const size_t at,
          const char* const name)
{
  size_t n = 0;
  IsnStr rest = isn_str(name);
  while (rest.n_bytes) {
    if (at + n >= n_tokens) {
      return 0;
    }
    IsnStr word = analysis->words[at + n].word;
    if (!n && isn_str_starts(word, ISN_STR("ل")) && word.n_bytes > 4 &&
        !isn_str_starts(rest, word)) {
      word = isn_str_slice(word, 2, word.n_bytes);
    }
    if (!word.n_bytes || !isn_str_starts(rest, word)) {
      return 0;
    }
    rest = isn_str_slice(rest, word.n_bytes, rest.n_bytes);
    if (rest.n_bytes && rest.data[0] != ' ') {
      return 0;
    }
    rest = rest.n_bytes ? isn_str_slice(rest, 1, rest.n_bytes) : rest;
    ++n;
  }
  return n;
}

static inline void
fill_hits(IsnAnalysis* const analysis, const IsnDocument* const doc)
{
  analysis->hits =
    isn_arena_array(doc->arena, doc->n_tokens * 2 + 1, sizeof(IsnHit));
  for (size_t at = 0; at < doc->n_tokens; ++at) {
    size_t best = 0;
    for (size_t i = 0; i < N_NAMES; ++i) {
      const size_t n = n_covered(analysis, doc->n_tokens, at, names[i].name);
      best = n > best ? n : best;
    }
    for (size_t i = 0; i < N_NAMES && best; ++i) {
      if (n_covered(analysis, doc->n_tokens, at, names[i].name) == best) {
        entries[i] = (IsnEntry){ .type = isn_str(names[i].type),
                                 .key = isn_str(names[i].key),
                                 .features = isn_str(names[i].features) };
        analysis->hits[analysis->n_hits++] =
          (IsnHit){ .tokens = { (uint32_t)at, (uint32_t)(at + best) },
                    .entry = &entries[i],
                    .is_common = strstr(names[i].features, "common") };
      }
    }
  }
}

static inline void
print_quantity(IsnBuffer* const out,
               const IsnDocument* const doc,
               const IsnAnalysis* const analysis,
               const IsnQuantity* const q)
{
  static const char letters[] = { 'N', 'O', 'D', 'T', 'M' };
  char number[32];
  snprintf(number, sizeof(number), "%" PRId64, q->number);
  const uint32_t begin = analysis->words[q->tokens.begin].byte_begin;
  const uint32_t end = doc->tokens[q->tokens.end - 1].bytes.end;
  if (out->n_bytes) {
    isn_buffer_append(out, ISN_STR(" "));
  }
  isn_buffer_append_byte(out, letters[q->kind]);
  isn_buffer_append(out, ISN_STR("«"));
  isn_buffer_append(out, isn_str_slice(doc->text, begin, end));
  isn_buffer_append(out, ISN_STR("»"));
  isn_buffer_append(out, q->begin.data ? q->begin : isn_str(number));
  if (q->end.data) {
    isn_buffer_append(out, ISN_STR("/"));
    isn_buffer_append(out, q->end);
  }
  isn_buffer_append(out, isn_str(q->is_minimum ? "+" : ""));
  isn_buffer_append(out, isn_str(q->is_about ? "~" : ""));
  isn_buffer_append(out, isn_str(q->has_weekday_only ? "?" : ""));
}

static inline void
check_case(const Case* const c, const bool splits)
{
  IsnArena arena = { 0 };
  IsnDocument doc = { .arena = &arena,
                      .text = isn_str(c->text),
                      .date = isn_str(c->date) };
  IsnAnalysis analysis = { 0 };
  split(&doc);
  fill_words(&analysis, &doc, splits);
  fill_hits(&analysis, &doc);
  CHECK_EQ(isn_quantities_find(&analysis, &doc), ISN_SUCCESS);
  IsnBuffer out = { 0 };
  isn_buffer_append(&out, ISN_STR(""));
  for (size_t i = 0; i < analysis.n_quantities; ++i) {
    print_quantity(&out, &doc, &analysis, &analysis.quantities[i]);
  }
  CHECK_CASE_STR(c->text, isn_buffer_str(&out), c->expected);
  isn_buffer_clear(&out);
  isn_arena_clear(&arena);
}

static inline void
check_cases(const Case* const cases, const size_t n, const bool unsplit_too)
{
  for (size_t i = 0; i < n; ++i) {
    if (unsplit_too) {
      check_case(&cases[i], false);
    }
    check_case(&cases[i], true);
  }
}

/// With proclitics in the words, and split off.
#define CHECK_CASES(cases) check_cases((cases), N_OF(cases), true)

/// A proclitic that is not split off stays in the words: only the split way.
#define CHECK_SPLIT_CASES(cases) check_cases((cases), N_OF(cases), false)

#endif
