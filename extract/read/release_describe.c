// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/release.h"

#include "extract/base/utf8.h"
#include "extract/read/date.h"
#include "extract/read/dateline.h"
#include "extract/read/fold.h"
#include "extract/read/lead.h"

#define MAX_LEAD 3
#define MAX_HEAD_LINES 10
#define LANGUAGE_SAMPLE ((size_t)65536)

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
    n_paragraphs +=
      parts[i].kind == ISN_PART_BODY && isn_release_line_is_sentence(words);
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
    if (isn_release_line_is_sentence(words) &&
        !isn_str_ends(words, ISN_STR(":"))) {
      return false;
    }
    if (parts[i].chars.end - parts[i].chars.begin <=
          ISN_RELEASE_MAX_DATE_LINE &&
        isn_date_find(words, iso) &&
        isn_date_count_others(words) <= ISN_RELEASE_MAX_DATELINE_WORDS) {
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
