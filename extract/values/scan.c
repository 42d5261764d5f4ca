// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/scan.h"

#include "extract/base/utf8.h"

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
    const IsnTerm* const term = scan->cells[t].term;
    has |= term && (term->roles & ISN_TERM_RELDAY ||
                    (term->roles & ISN_TERM_DAY && scan->cells[t].has_article));
  }
  return has && isn_str_is(hit->entry->type, "+time-adverb");
}

static void
fill_hits(IsnScan* const scan)
{
  const IsnAnalysis* const analysis = scan->analysis;
  for (size_t i = 0; i < analysis->n_hits; ++i) {
    const IsnHit* const hit = &analysis->hits[i];
    const uint32_t begin = hit->tokens.begin;
    if (begin >= hit->tokens.end || hit->tokens.end > scan->doc->n_tokens) {
      continue;
    }
    IsnCell* const cell = &scan->cells[begin];
    const IsnStr type = hit->entry->type;
    if (isn_str_is(type, "Month")) {
      cell->month = cell->month ? cell->month : hit;
    } else if (isn_str_is(type, "Currency")) {
      cell->currency = cell->currency ? cell->currency : hit;
    } else if (isn_str_is(type, "Nationality")) {
      cell->is_people = true;
    } else if (!isn_str_is(type, "Weekday") && !has_day(scan, hit)) {
      const bool is_long = hit->tokens.end - begin > 1;
      for (uint32_t t = begin; is_long && t < hit->tokens.end; ++t) {
        scan->cells[t].is_covered = true;
      }
      scan->cells[hit->tokens.end - 1].is_name |= isn_str_is(type, "GivenName");
    }
  }
}

IsnStatus
isn_scan_init(IsnScan* const scan,
              const IsnAnalysis* const analysis,
              const IsnDocument* const doc)
{
  *scan = (IsnScan){ .doc = doc, .analysis = analysis };
  scan->has_today = isn_day_parse(doc->date, &scan->today);
  scan->cells = isn_arena_array(doc->arena, doc->n_tokens, sizeof(IsnCell));
  if (!scan->cells) {
    return ISN_ERR_NO_MEMORY;
  }
  IsnTermIndex index;
  isn_term_index_init(&index);
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    IsnCell* const cell = &scan->cells[i];
    const IsnWord* const word = &analysis->words[i];
    switch (doc->tokens[i].kind) {
      case ISN_KIND_WORD:
      case ISN_KIND_NUMBER:
        fill_text(cell, &index, word);
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
  fill_hits(scan);
  return ISN_SUCCESS;
}

bool
isn_scan_is_glued(const IsnScan* const scan, const uint32_t at)
{
  const IsnToken* const tokens = scan->doc->tokens;
  return at > scan->begin && at < scan->end &&
         tokens[at - 1].bytes.end == tokens[at].bytes.begin;
}
