// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/tokenize/tokenize.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/sentences.h"
#include "extract/tokenize/utf16.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

struct IsnTokenizer {
  UBreakIterator* words;
  UBreakIterator* sentences;
  UChar* units; // the text in UTF-16, reused
  size_t units_capacity;
};

/// Where a walk through the text stands, in all three units at once.
typedef struct {
  size_t n_u16;
  uint32_t n_bytes;
  uint32_t n_chars;
} Cursor;

IsnStatus
isn_tokenizer_new(IsnTokenizer** const tokenizer, const IsnSink* const sink)
{
  UErrorCode code = U_ZERO_ERROR;
  IsnTokenizer* const t = calloc(1, sizeof(*t));
  if (!t) {
    return isn_error(sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  t->words = ubrk_open(UBRK_WORD, "ar", NULL, 0, &code);
  t->sentences = ubrk_open(UBRK_SENTENCE, "ar", NULL, 0, &code);
  if (U_FAILURE(code)) {
    isn_tokenizer_free(t);
    return isn_error(sink,
                     ISN_ERR_FOREIGN,
                     NULL,
                     "ICU cannot open its break iterators: %s",
                     u_errorName(code));
  }
  *tokenizer = t;
  return ISN_SUCCESS;
}

void
isn_tokenizer_free(IsnTokenizer* const tokenizer)
{
  if (tokenizer) {
    ubrk_close(tokenizer->words);
    ubrk_close(tokenizer->sentences);
    free(tokenizer->units);
    free(tokenizer);
  }
}

static IsnStatus
convert(IsnTokenizer* const t, const IsnStr text, int32_t* const n_units)
{
  if (text.n_bytes > INT32_MAX / 2) {
    return ISN_ERR_LIMIT;
  }
  if (t->units_capacity < text.n_bytes + 1) {
    UChar* const units = realloc(t->units, (text.n_bytes + 1) * sizeof(*units));
    if (!units) {
      return ISN_ERR_NO_MEMORY;
    }
    t->units = units;
    t->units_capacity = text.n_bytes + 1;
  }
  UErrorCode code = U_ZERO_ERROR;
  u_strFromUTF8(t->units,
                (int32_t)t->units_capacity,
                n_units,
                text.data,
                (int32_t)text.n_bytes,
                &code);
  return U_FAILURE(code) ? ISN_ERR_ENCODING : ISN_SUCCESS;
}

static void
advance(Cursor* const cursor, const UChar* const units, const size_t to)
{
  while (cursor->n_u16 < to) {
    const UChar u = units[cursor->n_u16];
    if (U16_IS_LEAD(u)) {
      cursor->n_u16 += 2;
      cursor->n_bytes += 4;
    } else {
      cursor->n_u16 += 1;
      cursor->n_bytes += u < 0x80 ? 1 : u < 0x800 ? 2 : 3;
    }
    cursor->n_chars += 1;
  }
}

/// The letters that nearly all of a text is, of which nothing need be asked.
static bool
is_plain_letter(const UChar32 c)
{
  return c >= 0x0620 && c <= 0x064A;
}

static bool
is_arabic_letter(const UChar32 c)
{
  return (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3) ||
         (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

/// To UAX #29 a joint of words, as «_» is; in French numbers, «10 000».
#define NARROW_BLANK 0x202F

/// Letters, as cutting a word sees them.
typedef enum { OTHER, ARABIC, DIGIT, JOINER } Sort;

static Sort
sort_of(const UChar u)
{
  if (is_arabic_letter(u)) {
    return ARABIC; // tatweel (0640) lies in this range too
  }
  if (u == '.' || u == ':' || u == '\'' || u == 0x2019 || u == 0x2018 ||
      u == NARROW_BLANK) {
    return JOINER;
  }
  return u_isdigit(u) ? DIGIT : OTHER;
}

/// «و.م.ع»: joiners with nothing but single letters between them.
static bool
is_abbreviation(const UChar* const units, const size_t n)
{
  size_t run = 0;
  size_t n_joiners = 0;
  for (size_t i = 0; i < n; ++i) {
    const Sort sort = sort_of(units[i]);
    if (sort == JOINER && units[i] == '.') {
      ++n_joiners;
      run = 0;
    } else if (sort != ARABIC || ++run > 1) {
      return false;
    }
  }
  return n_joiners > 0;
}

#define TA_MARBUTA 0x0629

/// «المتحدة», which some archives write without a blank behind «الأمم» and
/// «الولايات».
static const UChar united[] = { 0x0627, 0x0644, 0x0645, 0x062A,
                                0x062D, 0x062F, 0x0629 };

#define N_UNITED (sizeof(united) / sizeof(united[0]))

/// True if two words are written as one at unit `i`: nothing follows a ta
/// marbuta in a word.
static bool
is_glued(const UChar* const units, const size_t n, const size_t i)
{
  if (i < 3 || sort_of(units[i]) != ARABIC) {
    return false;
  }
  return units[i - 1] == TA_MARBUTA ||
         (i + N_UNITED == n && u_memcmp(units + i, united, N_UNITED) == 0);
}

/// Where the first piece of the word of `n` units ends.
static size_t
piece_end(const UChar* const units, const size_t n)
{
  if (sort_of(units[0]) == JOINER) {
    return 1;
  }
  Sort before = OTHER;
  for (size_t i = 0; i < n; ++i) {
    const Sort sort = sort_of(units[i]);
    const Sort after = i + 1 < n ? sort_of(units[i + 1]) : OTHER;
    if (sort == JOINER && (before == ARABIC || after == ARABIC)) {
      return i;
    }
    if (is_glued(units, n, i)) {
      return i;
    }
    if ((sort == DIGIT && before == ARABIC) ||
        (sort == ARABIC && before == DIGIT)) {
      return i;
    }
    const bool is_mark =
      !is_plain_letter(units[i]) && u_charType(units[i]) == U_NON_SPACING_MARK;
    before = is_mark ? before : sort;
  }
  return n;
}

/// What begins no word: a vowel sign without letter neither.
static bool
is_blank(const UChar32 c)
{
  if (is_plain_letter(c)) {
    return false;
  }
  const int8_t type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR ||
         type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK;
}

static IsnTokenKind
kind_of(const UChar* const units, const size_t n)
{
  IsnTokenKind kind = ISN_KIND_SYMBOL;
  if (is_plain_letter(units[0])) {
    return ISN_KIND_WORD;
  }
  for (size_t i = 0; i < n;) {
    const UChar32 c = (UChar32)isn_utf16_next(units, &i, n);
    if (u_isalpha(c)) {
      return u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_LATIN
               ? ISN_KIND_LATIN
               : ISN_KIND_WORD;
    }
    if (u_isdigit(c)) {
      kind = ISN_KIND_NUMBER;
    } else if (kind == ISN_KIND_SYMBOL && u_ispunct(c)) {
      kind = ISN_KIND_PUNCTUATION;
    }
  }
  return kind;
}

/// «و» in its own and its presentation forms, in UTF-8.
static bool
is_and(const IsnStr word)
{
  return isn_str_is(word, "و") || isn_str_is(word, "ﻭ") ||
         isn_str_is(word, "ﻮ");
}

/// «العدل و الإحسان»: whether the word [begin, end) and a «و» that is written
/// apart from it, a blank before it on the same line, are one token.
static bool
follows_and(const IsnDocument* const doc, const Cursor begin, const Cursor end)
{
  static const uint32_t min_letters = 3; // «و م ع» is an agency
  if (!doc->n_tokens || end.n_chars - begin.n_chars < min_letters) {
    return false;
  }
  const IsnToken* const last = &doc->tokens[doc->n_tokens - 1];
  const IsnStr between =
    isn_str_slice(doc->text, last->bytes.end, begin.n_bytes);
  return last->kind == ISN_KIND_WORD && isn_str_is(between, " ") &&
         is_and(isn_str_slice(doc->text, last->bytes.begin, last->bytes.end));
}

static IsnStatus
add_token(IsnDocument* const doc,
          size_t* const capacity,
          const Cursor begin,
          const Cursor end,
          const IsnTokenKind kind)
{
  IsnToken* const tokens = isn_arena_grow(
    doc->arena, doc->tokens, doc->n_tokens, capacity, sizeof(*tokens));
  if (!tokens) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->tokens = tokens;
  doc->tokens[doc->n_tokens++] = (IsnToken){ { begin.n_chars, end.n_chars },
                                             { begin.n_bytes, end.n_bytes },
                                             kind };
  return ISN_SUCCESS;
}

/// One stretch between UAX #29 boundaries: nothing, a token, or several.
static IsnStatus
add_stretch(IsnDocument* const doc,
            size_t* const capacity,
            const UChar* const units,
            Cursor* const cursor,
            const size_t end)
{
  IsnStatus st = ISN_SUCCESS;
  while (cursor->n_u16 < end) {
    const UChar* const at = units + cursor->n_u16;
    const size_t n = end - cursor->n_u16;
    const Cursor begin = *cursor;
    size_t length = 0;
    if (is_blank((UChar32)isn_utf16_next(at, &length, n))) {
      advance(cursor, units, begin.n_u16 + length);
      continue; // a word may follow: «.‏وتمول» with a mark of
                // direction
    }
    const size_t piece = is_abbreviation(at, n) ? n : piece_end(at, n);
    length = piece > length ? piece : length;
    advance(cursor, units, begin.n_u16 + length);
    const IsnTokenKind kind = kind_of(at, length);
    if (kind == ISN_KIND_WORD && follows_and(doc, begin, *cursor)) {
      IsnToken* const last = &doc->tokens[doc->n_tokens - 1];
      last->chars.end = cursor->n_chars;
      last->bytes.end = cursor->n_bytes;
    } else {
      ISN_TRY(st, add_token(doc, capacity, begin, *cursor, kind));
    }
  }
  return st;
}

static IsnStatus
find_words(IsnTokenizer* const t, IsnDocument* const doc, const int32_t n_units)
{
  IsnStatus st = ISN_SUCCESS;
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(t->words, t->units, n_units, &code);
  if (U_FAILURE(code)) {
    return ISN_ERR_FOREIGN;
  }
  size_t capacity = doc->text.n_bytes / 8 + 16;
  doc->tokens = isn_arena_array(doc->arena, capacity, sizeof(*doc->tokens));
  doc->n_tokens = 0;
  if (!doc->tokens) {
    return ISN_ERR_NO_MEMORY;
  }
  Cursor cursor = { 0, 0, 0 };
  ubrk_first(t->words);
  for (int32_t end = ubrk_next(t->words); end != UBRK_DONE;
       end = ubrk_next(t->words)) {
    ISN_TRY(st, add_stretch(doc, &capacity, t->units, &cursor, (size_t)end));
  }
  return st;
}

/// UAX #29's sentence ends as code points, in the arena.
static IsnStatus
find_breaks(IsnTokenizer* const t,
            const IsnDocument* const doc,
            const int32_t n_units,
            uint32_t** const breaks,
            size_t* const n_breaks)
{
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(t->sentences, t->units, n_units, &code);
  if (U_FAILURE(code)) {
    return ISN_ERR_FOREIGN;
  }
  size_t capacity = 0;
  Cursor cursor = { 0, 0, 0 };
  ubrk_first(t->sentences);
  for (int32_t end = ubrk_next(t->sentences); end != UBRK_DONE;
       end = ubrk_next(t->sentences)) {
    advance(&cursor, t->units, (size_t)end);
    *breaks = isn_arena_grow(
      doc->arena, *breaks, *n_breaks, &capacity, sizeof(**breaks));
    if (!*breaks) {
      return ISN_ERR_NO_MEMORY;
    }
    (*breaks)[(*n_breaks)++] = cursor.n_chars;
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_tokenize(IsnTokenizer* const tokenizer, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  int32_t n_units = 0;
  uint32_t* breaks = NULL;
  size_t n_breaks = 0;
  ISN_TRY(st, convert(tokenizer, doc->text, &n_units));
  ISN_TRY(st, find_words(tokenizer, doc, n_units));
  ISN_TRY(st, find_breaks(tokenizer, doc, n_units, &breaks, &n_breaks));
  return isn_sentences_find(doc, breaks, n_breaks);
}
