// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/release.h"

#include "extract/base/utf8.h"
#include "extract/read/date.h"
#include "extract/read/dateline.h"
#include "extract/read/fold.h"
#include "extract/read/frame.h"
#include "extract/word_lists.h"

#define MAX_HEADLINE_CHARS 250
#define MIN_HEADLINE_WORDS 3
#define MAX_UNDATED_HEADLINE_WORDS 20
#define MAX_DATE_LINE_WORDS 6
#define MAX_LABEL_CHARS 90

typedef struct {
  IsnReleasePart* parts;
  size_t n_parts;
  size_t capacity;
  IsnStr text;
  IsnArena* arena;
} Parts;

static IsnStr
words_of(const Parts* const p, const IsnReleasePart* const part)
{
  return isn_str_slice(p->text, part->bytes.begin, part->bytes.end);
}

static size_t
n_chars_of(const IsnReleasePart* const part)
{
  return part->chars.end - part->chars.begin;
}

// Lines ----------------------------------------------------------------------

static bool
push(Parts* const p, const IsnReleasePart part)
{
  IsnReleasePart* const parts = isn_arena_grow(
    p->arena, p->parts, p->n_parts, &p->capacity, sizeof(IsnReleasePart));
  if (parts) {
    p->parts = parts;
    p->parts[p->n_parts++] = part;
  }
  return parts;
}

/// The line without the blanks around it.
static IsnStr
trim(IsnStr line)
{
  while (line.n_bytes) {
    size_t n = 0;
    if (!isn_fold_is_blank(isn_utf8_next(line.data, &n))) {
      break;
    }
    line = isn_str_slice(line, n, line.n_bytes);
  }
  while (line.n_bytes) {
    size_t last = line.n_bytes - 1;
    while (last && ((unsigned char)line.data[last] & 0xC0u) == 0x80u) {
      --last;
    }
    size_t at = last;
    if (!isn_fold_is_blank(isn_utf8_next(line.data, &at))) {
      break;
    }
    line.n_bytes = last;
  }
  return line;
}

/// One part for each line that is not blank, without the blanks around it.
static bool
split_lines(Parts* const p)
{
  const IsnStr text = p->text;
  size_t counted = 0; // bytes of which the code points are counted
  uint32_t n_chars = 0;
  for (size_t begin = 0; begin < text.n_bytes;) {
    const char* const feed =
      memchr(text.data + begin, '\n', text.n_bytes - begin);
    const size_t end = feed ? (size_t)(feed - text.data) : text.n_bytes;
    const IsnStr line = trim(isn_str_slice(text, begin, end));
    begin = end + 1;
    if (!line.n_bytes) {
      continue;
    }
    const size_t at = (size_t)(line.data - text.data);
    IsnReleasePart part = { .kind = ISN_PART_BODY };
    part.bytes = (IsnSpan){ (uint32_t)at, (uint32_t)(at + line.n_bytes) };
    n_chars += (uint32_t)isn_utf8_count(isn_str_slice(text, counted, at));
    part.chars.begin = n_chars;
    n_chars += (uint32_t)isn_utf8_count(line);
    part.chars.end = n_chars;
    counted = part.bytes.end;
    if (!push(p, part)) {
      return false;
    }
  }
  return true;
}

/// «… بقيمة 46 مليون د.ك.»: letters with a stop behind each.
static bool
is_abbreviated(const IsnStr line)
{
  size_t begin = line.n_bytes;
  size_t n_stops = 0;
  while (begin && line.data[begin - 1] != ' ') {
    n_stops += line.data[--begin] == '.';
  }
  // A letter of Arabic has two bytes
  return n_stops >= 2 && line.n_bytes - begin == n_stops * 3;
}

bool
isn_release_line_is_sentence(IsnStr line)
{
  static const IsnStr closing[] = {
    { "\"", 1 }, { "'", 1 }, { "»", 2 }, { "”", 3 },
    { "’", 3 },  { "‘", 3 }, { ")", 1 }, { " ", 1 },
  };
  for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); ++i) {
    if (isn_str_ends(line, closing[i])) {
      line.n_bytes -= closing[i].n_bytes;
      i = (size_t)-1;
    }
  }
  if (isn_str_ends(line, ISN_STR("."))) {
    return !is_abbreviated(line);
  }
  return isn_str_ends(line, ISN_STR(":")) || isn_str_ends(line, ISN_STR("؛")) ||
         isn_str_ends(line, ISN_STR("…")) || isn_str_ends(line, ISN_STR("،"));
}

/// «٢٠ ديسمبر، ٢٠١٩», «21 أكتوبر 2011 - Media release», «20 2011 - Media …».
static bool
is_date_line(const Parts* const p, const IsnReleasePart* const line)
{
  const IsnStr words = words_of(p, line);
  if (n_chars_of(line) > ISN_RELEASE_MAX_DATE_LINE ||
      isn_release_line_is_sentence(words)) {
    return false;
  }
  char iso[11];
  const size_t n_others = isn_date_count_others(words);
  if (isn_date_find(words, iso)) {
    return n_others <= MAX_DATE_LINE_WORDS && !isn_dateline_find(words);
  }
  char folded[ISN_FOLD_SIZE];
  isn_fold(words, folded);
  return folded[0] >= '0' && folded[0] <= '9' && n_others <= 3 &&
         (strstr(folded, "release") || strstr(folded, "بيان") || !n_others);
}

// The head -------------------------------------------------------------------

/// A line like a headline or standfirst: no sentence, not too long.
static bool
is_label(const Parts* const p, const IsnReleasePart* const line)
{
  return n_chars_of(line) <= MAX_HEADLINE_CHARS &&
         !isn_release_line_is_sentence(words_of(p, line));
}

/// Leftovers at the top; the index of the first line behind them.
static size_t
mark_top(Parts* const p)
{
  size_t i = 0;
  while (i < p->n_parts && isn_frame_is_top(words_of(p, &p->parts[i]))) {
    p->parts[i++].kind = ISN_PART_LEFTOVER;
  }
  size_t end = i;
  while (i && end < p->n_parts && !is_date_line(p, &p->parts[end]) &&
         isn_frame_is_byline(words_of(p, &p->parts[end]))) {
    ++end;
  }
  for (; i < end && end < p->n_parts; ++i) {
    p->parts[i].kind = ISN_PART_LEFTOVER;
  }
  return i;
}

/// Whether a later line is a paragraph of text: a sentence, or longer.
static bool
has_body_behind(const Parts* const p, const size_t line)
{
  const size_t n_chars = n_chars_of(&p->parts[line]);
  for (size_t i = line + 1; i < p->n_parts && i < line + 8; ++i) {
    const IsnReleasePart* const part = &p->parts[i];
    if (isn_release_line_is_sentence(words_of(p, part)) ||
        n_chars_of(part) > 2 * n_chars) {
      return true;
    }
  }
  return false;
}

static size_t
mark_dates(Parts* const p, size_t i)
{
  while (i < p->n_parts && is_date_line(p, &p->parts[i])) {
    p->parts[i++].kind = ISN_PART_DATE;
  }
  return i;
}

/// A line with which the body may begin: the head ends before it.
static bool
begins_body(const Parts* const p, const size_t i)
{
  return !is_label(p, &p->parts[i]) ||
         isn_dateline_find(words_of(p, &p->parts[i]));
}

static size_t
count_words(const IsnStr line)
{
  size_t n = 0;
  IsnStr word;
  for (size_t at = 0; isn_fold_next_word(line, &at, &word);) {
    ++n;
  }
  return n;
}

/// Ordinary news often lacks a headline: only its shape tells a first line
/// from a first paragraph, and without a date there must be less doubt.
static bool
is_headline(const Parts* const p, const size_t i, const bool has_date)
{
  if (i >= p->n_parts || begins_body(p, i) || !has_body_behind(p, i)) {
    return false;
  }
  const size_t n_words = count_words(words_of(p, &p->parts[i]));
  if (n_words < MIN_HEADLINE_WORDS) {
    return false;
  }
  const IsnReleasePart* const next = &p->parts[i + 1];
  if (has_date || is_date_line(p, next) ||
      isn_dateline_find(words_of(p, next))) {
    return true;
  }
  if (i + 2 < p->n_parts && is_label(p, next) &&
      is_date_line(p, &p->parts[i + 2])) {
    return true;
  }
  return n_words <= MAX_UNDATED_HEADLINE_WORDS &&
         isn_release_line_is_sentence(words_of(p, next)) &&
         n_chars_of(next) > n_chars_of(&p->parts[i]);
}

/// Headline, date and standfirst; the index of the body's first line.
static size_t
mark_head(Parts* const p)
{
  size_t i = mark_dates(p, mark_top(p));
  const bool has_date = i && p->parts[i - 1].kind == ISN_PART_DATE;
  if (!is_headline(p, i, has_date)) {
    return i;
  }
  p->parts[i].kind = ISN_PART_HEADLINE;
  const size_t headline = i++;
  i = mark_dates(p, i);
  // «الأمانة العامة – إدارة الإعلام» between the headline and the date
  if (!has_date && i == headline + 1 && i + 1 < p->n_parts &&
      is_label(p, &p->parts[i]) && is_date_line(p, &p->parts[i + 1])) {
    p->parts[i++].kind = ISN_PART_STANDFIRST;
    i = mark_dates(p, i);
  }
  const bool is_dated = has_date || i > headline + 1;
  if (i < p->n_parts && is_dated && !begins_body(p, i) &&
      has_body_behind(p, i) &&
      !isn_frame_is_caption(words_of(p, &p->parts[i]))) {
    p->parts[i++].kind = ISN_PART_STANDFIRST;
    i = mark_dates(p, i);
  }
  return i;
}

// The end and what stands between ---------------------------------------------

/// Leftovers from the topmost end mark that only labels follow.
static void
mark_end(Parts* const p, const size_t body)
{
  size_t top = p->n_parts;
  for (size_t i = p->n_parts; i > body + 1; --i) {
    const IsnReleasePart* const line = &p->parts[i - 1];
    const IsnStr words = words_of(p, line);
    if (isn_frame_is_end(words)) {
      top = i - 1;
    } else if (n_chars_of(line) > MAX_LABEL_CHARS ||
               isn_release_line_is_sentence(words)) {
      break;
    }
  }
  for (size_t i = top; i < p->n_parts; ++i) {
    p->parts[i].kind = ISN_PART_LEFTOVER;
  }
}

static bool
is_mark(const IsnStr word)
{
  return isn_str_is(word, "|") || isn_str_is(word, "-") ||
         isn_str_is(word, "–") || isn_str_is(word, "/");
}

/// Whether the words before the date of a last line belong to it: none, or
/// «حرر بتونس في 5 مايو 2020», «صدر في».
static bool
is_closing_date(const Parts* const p, const IsnReleasePart* const line)
{
  const IsnStr words = words_of(p, line);
  char iso[11];
  char folded[ISN_FOLD_SIZE];
  if (n_chars_of(line) > MAX_LABEL_CHARS || !isn_date_find(words, iso)) {
    return false;
  }
  isn_fold(words, folded);
  if (isn_words_begin(&isn_words_closing_date_openings, isn_str(folded))) {
    return true;
  }
  size_t at = 0;
  size_t n_others = 0;
  size_t n_words = 0;
  for (IsnStr word; isn_fold_next_word(words, &at, &word);) {
    if (is_mark(word)) {
      continue; // «13-11-2023 | 09:42»
    }
    ++n_words;
    const bool is_date = isn_date_is_word(word);
    if (is_date && n_others > 2) {
      return false;
    }
    n_others += !is_date;
    if (!is_date && n_others != n_words) {
      return false; // a place only before the date: «بيروت في 17/1/2017»
    }
  }
  return n_others <= 2;
}

/// The date with which a release ends, where none stood at its head.
static void
mark_closing_date(Parts* const p, const size_t body)
{
  if (p->n_parts > body + 1 && is_closing_date(p, &p->parts[p->n_parts - 1])) {
    p->parts[p->n_parts - 1].kind = ISN_PART_DATE;
  }
}

/// Lines that stand twice in a row, Latin lines between Arabic ones, «صورة:».
static void
mark_captions(Parts* const p, const size_t body)
{
  for (size_t i = body; i < p->n_parts; ++i) {
    IsnReleasePart* const line = &p->parts[i];
    if (line->kind != ISN_PART_BODY) {
      continue;
    }
    const bool is_twice =
      i + 1 < p->n_parts &&
      isn_str_equal(words_of(p, line), words_of(p, line + 1));
    if (is_twice) {
      line[0].kind = ISN_PART_CAPTION;
      line[1].kind = ISN_PART_CAPTION;
    } else if (i > body && isn_frame_is_caption(words_of(p, line))) {
      line->kind = ISN_PART_CAPTION;
    }
  }
}

/// «إربد – دائرة العلاقات العامة – 13 أيار 2024», alone in its line.
static bool
is_long_dateline(const Parts* const p, const size_t body)
{
  const IsnReleasePart* const line = &p->parts[body];
  const IsnStr words = words_of(p, line);
  char iso[11];
  return body + 1 < p->n_parts &&
         n_chars_of(line) <= ISN_RELEASE_MAX_DATE_LINE &&
         !isn_release_line_is_sentence(words) && isn_dateline_find(words) &&
         isn_date_find(words, iso) &&
         isn_date_count_others(words) <= ISN_RELEASE_MAX_DATELINE_WORDS;
}

/// Part the body's first line after its dateline.
static bool
split_dateline(Parts* const p, const size_t body)
{
  if (body >= p->n_parts || p->parts[body].kind != ISN_PART_BODY) {
    return true;
  }
  const IsnStr words = words_of(p, &p->parts[body]);
  const size_t n_bytes =
    is_long_dateline(p, body) ? words.n_bytes : isn_dateline_find(words);
  if (!n_bytes) {
    return true;
  }
  IsnReleasePart* const line = &p->parts[body];
  line->kind = ISN_PART_DATELINE;
  if (n_bytes == words.n_bytes) {
    return true;
  }
  IsnReleasePart rest = *line;
  rest.kind = ISN_PART_BODY;
  line->bytes.end = line->bytes.begin + (uint32_t)n_bytes;
  line->chars.end =
    line->chars.begin + (uint32_t)isn_utf8_count(words_of(p, line));
  // Behind the blanks that follow it
  size_t at = n_bytes;
  IsnStr word;
  isn_fold_next_word(words, &at, &word);
  const size_t n_before = (size_t)(word.data - words.data);
  rest.bytes.begin += (uint32_t)n_before;
  rest.chars.begin +=
    (uint32_t)isn_utf8_count(isn_str_slice(words, 0, n_before));
  if (!push(p, rest)) {
    return false;
  }
  memmove(&p->parts[body + 2],
          &p->parts[body + 1],
          (p->n_parts - body - 2) * sizeof(IsnReleasePart));
  p->parts[body + 1] = rest;
  return true;
}

IsnStatus
isn_release_parts(const IsnStr text,
                  IsnArena* const arena,
                  IsnReleasePart** const parts,
                  size_t* const n_parts)
{
  Parts p = { NULL, 0, 0, text, arena };
  if (!split_lines(&p)) {
    return ISN_ERR_NO_MEMORY;
  }
  const size_t body = mark_head(&p);
  mark_end(&p, body);
  mark_closing_date(&p, body);
  mark_captions(&p, body);
  if (!split_dateline(&p, body)) {
    return ISN_ERR_NO_MEMORY;
  }
  *parts = p.parts;
  *n_parts = p.n_parts;
  return ISN_SUCCESS;
}
