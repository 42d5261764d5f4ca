// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/scan.h"

#include "extract/base/utf8.h"

#include <string.h>

// As many cells as there are at once
#define MAX_CELLS (4 * ISN_SCAN_AHEAD)

static const IsnStr article = { "ال", 4 };

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/// Plain digits, or with the letter of an era behind them, as numbers.
static void
fill_digits(IsnCell* const cell, const IsnStr s)
{
  cell->digits = s;
  size_t n = 0;
  uint32_t value = 0;
  for (; n < s.n_bytes && n < 9 && is_digit(s.data[n]); ++n) {
    value = value * 10 + (uint32_t)(s.data[n] - '0');
  }
  const IsnStr rest = isn_str_slice(s, n, s.n_bytes);
  if (isn_str_is(rest, "م")) {
    cell->era = 'm';
  } else if (isn_str_is(rest, "ه")) {
    cell->era = 'h';
  } else if (rest.n_bytes) {
    return;
  }
  cell->n_digits = (uint8_t)n;
  cell->value = value;
}

/// A word without proclitics: a term with or without the article, or digits.
static bool
fill_word(IsnCell* const cell, const IsnTermIndex* const index, const IsnStr s)
{
  if (is_digit(s.data[0])) {
    fill_digits(cell, s);
    return true;
  }
  if (isn_str_starts(s, article) && s.n_bytes > article.n_bytes) {
    const IsnStr rest = isn_str_slice(s, article.n_bytes, s.n_bytes);
    if (is_digit(rest.data[0])) {
      fill_digits(cell, rest);
      cell->has_article = true;
      return true;
    }
    if ((cell->term = isn_term_find(index, rest))) {
      cell->has_article = true;
      return true;
    }
  }
  return (cell->term = isn_term_find(index, s)) != NULL;
}

/// Letters that «و», «ب», … leave must be enough to be no accident («لست»).
static size_t
least_rest(const uint32_t letter)
{
  switch (letter) {
    case 0x0648: // و
    case 0x0628: // ب
      return 4;
    case 0x0641: // ف
    case 0x0643: // ك
    case 0x0644: // ل
      return 6;
    default:
      return 0;
  }
}

/// What is left of `s` when a proclitic is taken off; absent if none can be.
///
/// For words that no lexicon knew, so that the tokenizer left them whole.
/// «للعام» leaves «العام»: the letter taken is then `*letter` ل.
static IsnStr
take_proclitic(const IsnStr s, uint32_t* const letter, bool* const has_article)
{
  size_t at = 0;
  *letter = isn_utf8_next(s.data, &at);
  const size_t least = least_rest(*letter);
  const IsnStr rest = isn_str_slice(s, at, s.n_bytes);
  if (!least || !rest.n_bytes ||
      (rest.n_bytes < least && !is_digit(rest.data[0]))) {
    return (IsnStr){ 0 };
  }
  if (*letter == 0x0644 && isn_str_starts(rest, ISN_STR("ل"))) {
    *has_article = true;
    return isn_str_slice(rest, 2, rest.n_bytes);
  }
  return rest;
}

/// Words and numbers of the text.
static void
fill_text(IsnCell* const cell,
          const IsnTermIndex* const index,
          const IsnWord* const word)
{
  const IsnStr s = word->word;
  if (!s.n_bytes) {
    return;
  }
  cell->has_clitic = word->n_proclitics > 0;
  cell->has_and = !strncmp(word->proclitics, "و", 2);
  if (isn_str_equal(s, article)) {
    cell->is_article = true;
    return;
  }
  if (isn_str_is(s, "و")) {
    cell->is_and = true;
    return;
  }
  if (fill_word(cell, index, s)) {
    // «للعام»: the split leaves a word without its article's alef.
    cell->has_article |= (word->flags & ISN_WORD_ARTICLE) &&
                         !isn_str_starts(s, article) && !cell->digits.data;
    return;
  }
  bool has_article = false;
  uint32_t letter = 0;
  IsnStr rest = s;
  for (unsigned i = 0; i < 2 && !has_article; ++i) {
    rest = take_proclitic(rest, &letter, &has_article);
    if (!rest.data || (i && letter == 0x0648)) {
      return; // «بوخمسين» is somebody's name: nothing comes before «و»
    }
    cell->has_and |= !i && letter == 0x0648 && !cell->has_clitic;
    if (fill_word(cell, index, rest)) {
      cell->has_article |= has_article;
      cell->has_clitic = true;
      return;
    }
  }
  cell->has_and = false;
}

/// The ASCII stand-in of a mark that the grammar knows, or 0.
static char
mark_of(const IsnStr s)
{
  static const struct {
    const char* form;
    char mark;
  } marks[] = { { "–", '-' }, { "—", '-' }, { "−", '-' }, { "‐", '-' },
                { "‑", '-' }, { "،", ',' }, { "٪", '%' }, { "€", 'E' },
                { "£", 'P' }, { "⁄", '/' } };
  if (s.n_bytes == 1) {
    return strchr("-/(),:%=$", s.data[0]) ? s.data[0] : 0;
  }
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (isn_str_is(s, marks[i].form)) {
      return marks[i].mark;
    }
  }
  return 0;
}

/// «بعد غد», «أول من أمس», «صباح اليوم»: adverbs that are dates all the same.
static bool
has_day(const IsnScan* const scan, const IsnHit* const hit)
{
  bool has = false;
  for (uint32_t t = hit->tokens.begin; t < hit->tokens.end; ++t) {
    const IsnCell* const cell = isn_scan_cell(scan, t);
    has |=
      cell->term && (cell->term->roles & ISN_TERM_RELDAY ||
                     (cell->term->roles & ISN_TERM_DAY && cell->has_article));
  }
  return has && isn_str_is(hit->entry->type, "+time-adverb");
}

/// The cell of token `at`, or NULL if it has none.
static IsnCell*
cell_at(const IsnScan* const scan, const uint32_t at)
{
  return at >= scan->cells_begin && at < scan->cells_end
           ? &scan->cells[at - scan->cells_begin]
           : NULL;
}

/// A name of several words, and who is called so.
static void
cover(const IsnScan* const scan, const IsnHit* const hit)
{
  const bool is_long = hit->tokens.end - hit->tokens.begin > 1;
  for (uint32_t t = hit->tokens.begin; is_long && t < hit->tokens.end; ++t) {
    IsnCell* const cell = cell_at(scan, t);
    if (cell) {
      cell->is_covered = true;
    }
  }
  IsnCell* const last = cell_at(scan, hit->tokens.end - 1);
  if (last) {
    last->is_name |= isn_str_is(hit->entry->type, "GivenName");
  }
}

static void
fill_hit(const IsnScan* const scan, const IsnHit* const hit)
{
  const IsnStr type = hit->entry->type;
  const bool is_month = isn_str_is(type, "Month");
  const bool is_currency = isn_str_is(type, "Currency");
  const bool is_people = isn_str_is(type, "Nationality");
  IsnCell* const cell = cell_at(scan, hit->tokens.begin);
  if (!is_month && !is_currency && !is_people) {
    if (!isn_str_is(type, "Weekday") && !has_day(scan, hit)) {
      cover(scan, hit);
    }
  } else if (cell) {
    cell->month = is_month && !cell->month ? hit : cell->month;
    cell->currency = is_currency && !cell->currency ? hit : cell->currency;
    cell->is_people |= is_people;
  }
}

/// Names in the tokens that have cells, or that reach into them.
static void
fill_hits(const IsnScan* const scan)
{
  const IsnAnalysis* const analysis = scan->analysis;
  size_t i = isn_analysis_first_hit(analysis, scan->cells_begin);
  while (i && analysis->hits[i - 1].tokens.end > scan->cells_begin) {
    --i;
  }
  for (; i < analysis->n_hits; ++i) {
    const IsnHit* const hit = &analysis->hits[i];
    if (hit->tokens.begin >= scan->cells_end) {
      break;
    }
    if (hit->tokens.begin < hit->tokens.end) {
      fill_hit(scan, hit);
    }
  }
}

static void
fill_token(const IsnScan* const scan, const uint32_t at, IsnCell* const cell)
{
  const IsnWord* const word = &scan->analysis->words[at];
  switch (scan->doc->tokens[at].kind) {
    case ISN_KIND_WORD:
    case ISN_KIND_NUMBER:
      fill_text(cell, &scan->terms, word);
      break;
    case ISN_KIND_PUNCTUATION:
    case ISN_KIND_SYMBOL:
      cell->mark = word->word.n_bytes ? mark_of(word->word) : 0;
      break;
    case ISN_KIND_LATIN:
    case ISN_N_KINDS:
      break;
  }
}

IsnStatus
isn_scan_init(IsnScan* const scan,
              const IsnAnalysis* const analysis,
              const IsnDocument* const doc)
{
  *scan = (IsnScan){ .doc = doc, .analysis = analysis };
  scan->has_today = isn_day_parse(doc->date, &scan->today);
  isn_term_index_init(&scan->terms);
  uint32_t longest = 0;
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    const uint32_t n = tokens.end - tokens.begin;
    longest = n > longest ? n : longest;
  }
  const size_t n_cells = longest < MAX_CELLS ? longest : MAX_CELLS;
  scan->cells = isn_arena_array(doc->arena, n_cells, sizeof(IsnCell));
  return scan->cells ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

void
isn_scan_enter(IsnScan* const scan, const size_t sentence)
{
  const IsnSpan tokens = scan->doc->sentences[sentence].tokens;
  scan->begin = scan->cells_begin = scan->cells_end = tokens.begin;
  scan->end = tokens.end;
}

void
isn_scan_move(IsnScan* const scan, const uint32_t at)
{
  if (scan->cells_end == scan->end || at + ISN_SCAN_AHEAD < scan->cells_end) {
    return;
  }
  const uint32_t begin =
    at - scan->begin > ISN_SCAN_BACK ? at - ISN_SCAN_BACK : scan->begin;
  const uint32_t n =
    scan->end - begin < MAX_CELLS ? scan->end - begin : MAX_CELLS;
  memset(scan->cells, 0, n * sizeof(*scan->cells));
  scan->cells_begin = begin;
  scan->cells_end = begin + n;
  for (uint32_t i = 0; i < n; ++i) {
    fill_token(scan, begin + i, &scan->cells[i]);
  }
  fill_hits(scan);
}

bool
isn_scan_is_glued(const IsnScan* const scan, const uint32_t at)
{
  const IsnToken* const tokens = scan->doc->tokens;
  return at > scan->begin && at < scan->end &&
         tokens[at - 1].bytes.end == tokens[at].bytes.begin;
}
