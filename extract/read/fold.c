// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/fold.h"

#include "extract/base/utf8.h"

bool
isn_fold_is_blank(const uint32_t c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' ||
         c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

/// Signs that change nothing: vowels, tatweel, direction and joining marks.
static bool
is_left_out(const uint32_t c)
{
  return (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640 ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x61C;
}

static uint32_t
fold_char(const uint32_t c)
{
  if (c >= 0x660 && c <= 0x669) {
    return '0' + (c - 0x660);
  }
  if (c >= 0x6F0 && c <= 0x6F9) {
    return '0' + (c - 0x6F0);
  }
  if (c >= 'A' && c <= 'Z') {
    return c + 32;
  }
  switch (c) {
    case 0x622: // آ
    case 0x623: // أ
    case 0x625: // إ
    case 0x671: // ٱ
      return 0x627;
    case 0x649: // ى
    case 0x6CC: // ی
      return 0x64A;
    case 0x629: // ة
      return 0x647;
    case 0x6A9: // ک
      return 0x643;
    default:
      return c;
  }
}

size_t
isn_fold(const IsnStr piece, char folded[ISN_FOLD_SIZE])
{
  size_t n = 0;
  bool is_after_blank = true;
  for (size_t at = 0; at < piece.n_bytes && n + 6 < ISN_FOLD_SIZE;) {
    const uint32_t c = isn_utf8_next(piece.data, &at);
    if (isn_fold_is_blank(c) || c == '\n') {
      if (!is_after_blank) {
        folded[n++] = ' ';
      }
      is_after_blank = true;
    } else if (!is_left_out(c)) {
      n += isn_utf8_encode(fold_char(c), folded + n);
      is_after_blank = false;
    }
  }
  while (n && folded[n - 1] == ' ') {
    --n;
  }
  folded[n] = '\0';
  return n;
}

bool
isn_fold_next_word(const IsnStr s, size_t* const at, IsnStr* const word)
{
  size_t begin = *at;
  size_t end = begin;
  while (end < s.n_bytes) {
    size_t next = end;
    const uint32_t c = isn_utf8_next(s.data, &next);
    if (!isn_fold_is_blank(c) && c != '\n') {
      end = next;
    } else if (end > begin) {
      break;
    } else {
      begin = end = next;
    }
  }
  *at = end;
  *word = isn_str_slice(s, begin, end);
  return end > begin;
}
