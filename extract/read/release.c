// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/release.h"

#include "extract/base/utf8.h"
#include "extract/read/date.h"
#include "extract/read/dateline.h"
#include "extract/read/fold.h"
#include "extract/read/frame.h"
#include "extract/read/lead.h"
#include "extract/word_lists.h"

#define MAX_HEADLINE_CHARS 250
#define MIN_HEADLINE_WORDS 3
#define MAX_UNDATED_HEADLINE_WORDS 20
#define MAX_DATE_LINE_CHARS 80
#define MAX_DATE_LINE_WORDS 6
#define MAX_DATELINE_WORDS 9
#define MAX_LABEL_CHARS 90
#define MAX_LEAD 3
#define MAX_HEAD_LINES 10
#define LANGUAGE_SAMPLE ((size_t)65536)

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

/// Whether the line ends as a sentence does, quotation marks aside.
static bool
ends_as_sentence(IsnStr line)
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
  if (n_chars_of(line) > MAX_DATE_LINE_CHARS || ends_as_sentence(words)) {
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
         !ends_as_sentence(words_of(p, line));
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
    if (ends_as_sentence(words_of(p, part)) || n_chars_of(part) > 2 * n_chars) {
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
         ends_as_sentence(words_of(p, next)) &&
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
    } else if (n_chars_of(line) > MAX_LABEL_CHARS || ends_as_sentence(words)) {
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
  return body + 1 < p->n_parts && n_chars_of(line) <= MAX_DATE_LINE_CHARS &&
         !ends_as_sentence(words) && isn_dateline_find(words) &&
         isn_date_find(words, iso) &&
         isn_date_count_others(words) <= MAX_DATELINE_WORDS;
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

// What it tells of the document -----------------------------------------------

/// Letters by script, as far as telling Arabic from the rest takes.
typedef struct {
  size_t n_arabic;
  size_t n_persian; // or Urdu
  size_t n_other;
} Letters;

static void
count_letter(Letters* const n, const uint32_t c)
{
  n->n_arabic += (c >= 0x620 && c <= 0x64A && c != 0x640) ||
                 (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
  n->n_persian += c >= 0x671 && c <= 0x6D3;
  n->n_other += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                (c >= 0xC0 && c < 0x600) || (c >= 0x900 && c < 0x2000) ||
                (c >= 0x3040 && c < 0xD800);
}

/// Most letters are Arabic, and not those of Persian or Urdu.
static bool
is_arabic(const IsnStr text)
{
  Letters n = { 0, 0, 0 };
  const size_t n_bytes =
    text.n_bytes < LANGUAGE_SAMPLE ? text.n_bytes : LANGUAGE_SAMPLE;
  for (size_t at = 0; at < n_bytes;) {
    const unsigned char first = (unsigned char)text.data[at];
    if (first == 0xD8) { // U+0600 to U+063F, most of what there is
      n.n_arabic += (unsigned char)text.data[at + 1] >= 0xA0;
      at += 2;
    } else if (first == ' ') {
      ++at;
    } else {
      count_letter(&n, isn_utf8_next(text.data, &at));
    }
  }
  return n.n_arabic > n.n_other && n.n_persian * 20 <= n.n_arabic;
}

static const IsnReleasePart*
find_part(const IsnReleasePart* const parts,
          const size_t n_parts,
          const IsnPartKind kind)
{
  for (size_t i = 0; i < n_parts; ++i) {
    if (parts[i].kind == kind) {
      return &parts[i];
    }
  }
  return NULL;
}

/// The first paragraphs' «اليوم الخميس 18 أفريل 2019», where one has it.
static bool
find_date_in_lead(const IsnDocument* const doc,
                  const IsnReleasePart* const parts,
                  const size_t n_parts,
                  char iso[11])
{
  size_t n_paragraphs = 0;
  for (size_t i = 0; i < n_parts && n_paragraphs < MAX_LEAD; ++i) {
    const IsnSpan bytes = parts[i].bytes;
    const IsnStr words = isn_str_slice(doc->text, bytes.begin, bytes.end);
    // The lines of a letterhead are no paragraphs
    n_paragraphs += parts[i].kind == ISN_PART_BODY && ends_as_sentence(words);
    if (parts[i].kind == ISN_PART_BODY && isn_lead_find_date(words, iso)) {
      return true;
    }
  }
  return false;
}

/// The date with which a line opens: its dateline's, or the day in front of
/// «بتاريخ 30-1-2024، استقبل …».
static bool
find_opening_date(const IsnStr line, char iso[11])
{
  size_t n_bytes = isn_dateline_find(line);
  IsnStr word;
  size_t at = 0;
  if (!n_bytes && isn_fold_next_word(line, &at, &word) &&
      isn_str_is(word, "بتاريخ")) {
    for (n_bytes = at;
         isn_fold_next_word(line, &at, &word) && isn_date_is_word(word);) {
      n_bytes = at;
    }
  }
  return n_bytes && isn_date_find(isn_str_slice(line, 0, n_bytes), iso);
}

/// The date of a letterhead, some lines before the text, or of the dateline
/// with which the text begins below one.
static bool
find_date_in_head(const IsnDocument* const doc,
                  const IsnReleasePart* const parts,
                  const size_t n_parts,
                  char iso[11])
{
  for (size_t i = 0; i < n_parts && i < MAX_HEAD_LINES; ++i) {
    const IsnStr words =
      isn_str_slice(doc->text, parts[i].bytes.begin, parts[i].bytes.end);
    if (parts[i].kind == ISN_PART_LEFTOVER) {
      continue;
    }
    if (find_opening_date(words, iso)) {
      return true;
    }
    // «… البلاغ التالي:» still stands above the text
    if (ends_as_sentence(words) && !isn_str_ends(words, ISN_STR(":"))) {
      return false;
    }
    if (n_chars_of(&parts[i]) <= MAX_DATE_LINE_CHARS &&
        isn_date_find(words, iso) &&
        isn_date_count_others(words) <= MAX_DATELINE_WORDS) {
      return true;
    }
  }
  return false;
}

/// The date in the date line, or else in the dateline, or else in the lead, or
/// in what stands above it.
static IsnStatus
find_date(IsnDocument* const doc,
          const IsnReleasePart* const parts,
          const size_t n_parts)
{
  static const IsnPartKind kinds[] = { ISN_PART_DATE, ISN_PART_DATELINE };
  char iso[11];
  bool is_found = doc->date.data;
  if (is_found) {
    return ISN_SUCCESS;
  }
  for (size_t i = 0; i < 2 && !is_found; ++i) {
    const IsnReleasePart* const part = find_part(parts, n_parts, kinds[i]);
    is_found =
      part &&
      isn_date_find(
        isn_str_slice(doc->text, part->bytes.begin, part->bytes.end), iso);
  }
  if (!is_found && !find_date_in_lead(doc, parts, n_parts, iso) &&
      !find_date_in_head(doc, parts, n_parts, iso)) {
    return ISN_SUCCESS;
  }
  doc->date = isn_arena_copy(doc->arena, isn_str(iso));
  return doc->date.data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

IsnStatus
isn_release_describe(IsnDocument* const doc)
{
  if (!doc->lang.data && is_arabic(doc->text)) {
    doc->lang = ISN_STR("ar");
  }
  if (doc->title.data && doc->date.data) {
    return ISN_SUCCESS;
  }
  IsnReleasePart* parts = NULL;
  size_t n_parts = 0;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_release_parts(doc->text, doc->arena, &parts, &n_parts));
  const IsnReleasePart* const headline =
    find_part(parts, n_parts, ISN_PART_HEADLINE);
  if (!doc->title.data && headline) {
    doc->title =
      isn_str_slice(doc->text, headline->bytes.begin, headline->bytes.end);
  }
  return find_date(doc, parts, n_parts);
}
