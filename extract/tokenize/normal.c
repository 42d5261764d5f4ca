// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/tokenize/normal.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/utf16.h"

#include <unicode/unorm2.h>

#define DROP 0u

/// Compatibility forms start here: presentation forms A and B, full width.
#define FIRST_COMPATIBLE 0xFB50u

static bool
is_dropped(const uint32_t c)
{
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 ||
         (c >= 0x0610 && c <= 0x061A) || c == 0x061C ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E8) ||
         (c >= 0x06EA && c <= 0x06ED) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF || c == 0x00AD;
}

/// Folds that change which word it might be, so a list can switch them off.
static uint32_t
fold_letter(const uint32_t c)
{
  switch (c) {
    case 0x0622: // آ
    case 0x0623: // أ
    case 0x0625: // إ
    case 0x0671: // ٱ
      return 0x0627;
    case 0x0624: // ؤ
      return 0x0648;
    case 0x0626: // ئ
    case 0x0649: // ى
    case 0x06CC: // ی
      return 0x064A;
    case 0x0629: // ة
    case 0x06C1: // ہ
    case 0x06BE: // ھ
      return 0x0647;
    case 0x06A9: // ک
    case 0x06AD: // ڭ
    case 0x06AF: // گ
      return 0x0643;
    case 0x067E: // پ
      return 0x0628;
    case 0x06A4: // ڤ
      return 0x0641;
    case 0x0686: // چ
      return 0x062C;
    default:
      return c;
  }
}

static uint32_t
fold_char(const uint32_t c, const IsnFold fold)
{
  if (c >= 0x0660 && c <= 0x0669) {
    return '0' + (c - 0x0660);
  }
  if (c >= 0x06F0 && c <= 0x06F9) {
    return '0' + (c - 0x06F0);
  }
  if (is_dropped(c)) {
    return DROP;
  }
  if (c == 0x00A0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A)) {
    return ' ';
  }
  if (fold == ISN_FOLD_LIGHT) {
    return c;
  }
  return c >= 'A' && c <= 'Z' ? c + 32 : fold_letter(c);
}

/// Compatibility form of one code point, folded; bytes written. Composed, so
/// that «ﻷ» is «لأ» and a light fold keeps its hamza.
static size_t
fold_compatible(const uint32_t c, const IsnFold fold, char* const out)
{
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2* const nfkc = unorm2_getNFKCInstance(&code);
  UChar unit[2];
  int32_t n_unit = 0;
  UChar units[32];
  U16_APPEND_UNSAFE(unit, n_unit, c);
  const int32_t n = U_FAILURE(code)
                      ? 0
                      : unorm2_normalize(nfkc, unit, n_unit, units, 32, &code);
  if (U_FAILURE(code)) {
    const uint32_t folded = fold_char(c, fold);
    return folded ? isn_utf8_encode(folded, out) : 0;
  }
  size_t n_out = 0;
  for (size_t i = 0; i < (size_t)n;) {
    const bool is_first = i == 0;
    const uint32_t part = isn_utf16_next(units, &i, (size_t)n);
    const uint32_t folded = fold_char(part, fold);
    // A blank only carries the vowel sign of «ﹰ»
    const bool is_kept = folded && !(is_first && folded == ' ');
    n_out += is_kept ? isn_utf8_encode(folded, out + n_out) : 0;
  }
  return n_out;
}

size_t
isn_normal_fold(const IsnStr s, const IsnFold fold, char* const out)
{
  size_t n = 0;
  for (size_t at = 0; at < s.n_bytes;) {
    const uint32_t c = isn_utf8_next(s.data, &at);
    if (c >= FIRST_COMPATIBLE && c != 0xFEFF) {
      n += fold_compatible(c, fold, out + n);
    } else {
      const uint32_t folded = fold_char(c, fold);
      n += folded ? isn_utf8_encode(folded, out + n) : 0;
    }
  }
  return n;
}

bool
isn_normal_is_plain(const IsnStr s)
{
  for (size_t i = 0; i < s.n_bytes; ++i) {
    if ((unsigned char)s.data[i] >= 0xEFu) {
      return false;
    }
  }
  return true;
}

IsnStr
isn_normal_copy(IsnArena* const arena, const IsnStr s, const IsnFold fold)
{
  const size_t capacity =
    isn_normal_is_plain(s) ? s.n_bytes : ISN_FOLD_CAPACITY(s.n_bytes);
  char* const out = isn_arena_alloc(arena, capacity + 1);
  return out ? (IsnStr){ out, isn_normal_fold(s, fold, out) }
             : (IsnStr){ NULL, 0 };
}
