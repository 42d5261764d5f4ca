// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/segment.h"

#include "extract/base/utf8.h"
#include "graph/digest.h"
#include "graph/identity.h"

#define SEPARATOR 0x20u // Between words
#define NOTHING 0u      // Leaves no trace

static void
append_encoded(IsnBuffer* const out, const IsnStr bytes)
{
  static const char hex[] = "0123456789ABCDEF";
  for (size_t i = 0; i < bytes.n_bytes; ++i) {
    const unsigned char c = (unsigned char)bytes.data[i];
    isn_buffer_append_byte(out, '%');
    isn_buffer_append_byte(out, hex[c >> 4]);
    isn_buffer_append_byte(out, hex[c & 0xFu]);
  }
}

static bool
is_ascii_word(const uint32_t c)
{
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

/// Letters that may stand in an IRI and are NFC by themselves.
static bool
is_letter(const uint32_t c)
{
  return (c >= 0x0620 && c <= 0x064A && c != 0x0640) ||
         (c >= 0x066E && c <= 0x06D3 && c != 0x0670 &&
          !(c >= 0x0675 && c <= 0x0678)) ||
         (c >= 0x06FA && c <= 0x06FF) || (c >= 0x00C0 && c <= 0x024F) ||
         (c >= 0x0400 && c <= 0x0481) || (c >= 0x048A && c <= 0x052F);
}

/// Cut what stands behind `begin` if it is too long.
static void
limit(IsnBuffer* const out, const size_t begin)
{
  if (out->failed || out->n_bytes - begin <= ISN_IDENTITY_MAX) {
    return;
  }
  const IsnStr whole = isn_str_slice(isn_buffer_str(out), begin, out->n_bytes);
  const IsnDigest digest = isn_digest(whole);
  size_t cut = ISN_IDENTITY_CUT;
  while (((unsigned char)whole.data[cut] & 0xC0u) == 0x80u) {
    --cut; // Not within a character
  }
  for (size_t i = cut - 2; i < cut; ++i) {
    cut = whole.data[i] == '%' ? i : cut; // nor within an escape
  }
  out->n_bytes = begin + cut;
  isn_buffer_append_byte(out, '-');
  isn_digest_append(out, digest);
}

void
isn_segment_append_key(IsnBuffer* const out, const IsnStr key)
{
  const size_t begin = out->n_bytes;
  const size_t n_valid = isn_utf8_valid_prefix(key);
  const bool is_dots = isn_str_is(key, ".") || isn_str_is(key, "..");
  for (size_t i = 0; i < n_valid;) {
    const size_t at = i;
    const uint32_t c = isn_utf8_next(key.data, &i);
    const IsnStr bytes = isn_str_slice(key, at, i);
    if (is_ascii_word(c) || is_letter(c) ||
        (c && c < 0x80 && strchr("-._~,:@", (int)c))) {
      isn_buffer_append(out, bytes);
    } else {
      append_encoded(out, bytes);
    }
  }
  append_encoded(out, isn_str_slice(key, n_valid, key.n_bytes));
  if (is_dots) {
    // "." and ".." are steps; a bare ";" stands in no other segment
    isn_buffer_append_byte(out, ';');
  }
  limit(out, begin);
}

/// Isolated, final, initial and medial forms of single letters (U+FE80 on).
static uint32_t
fold_presentation(const uint32_t c)
{
  static const uint16_t letters[] = {
    0x621, 0x627, 0x627, 0x627, 0x627, 0x648, 0x648, 0x627, 0x627, 0x64A, 0x64A,
    0x64A, 0x64A, 0x627, 0x627, 0x628, 0x628, 0x628, 0x628, 0x629, 0x629, 0x62A,
    0x62A, 0x62A, 0x62A, 0x62B, 0x62B, 0x62B, 0x62B, 0x62C, 0x62C, 0x62C, 0x62C,
    0x62D, 0x62D, 0x62D, 0x62D, 0x62E, 0x62E, 0x62E, 0x62E, 0x62F, 0x62F, 0x630,
    0x630, 0x631, 0x631, 0x632, 0x632, 0x633, 0x633, 0x633, 0x633, 0x634, 0x634,
    0x634, 0x634, 0x635, 0x635, 0x635, 0x635, 0x636, 0x636, 0x636, 0x636, 0x637,
    0x637, 0x637, 0x637, 0x638, 0x638, 0x638, 0x638, 0x639, 0x639, 0x639, 0x639,
    0x63A, 0x63A, 0x63A, 0x63A, 0x641, 0x641, 0x641, 0x641, 0x642, 0x642, 0x642,
    0x642, 0x643, 0x643, 0x643, 0x643, 0x644, 0x644, 0x644, 0x644, 0x645, 0x645,
    0x645, 0x645, 0x646, 0x646, 0x646, 0x646, 0x647, 0x647, 0x647, 0x647, 0x648,
    0x648, 0x64A, 0x64A, 0x64A, 0x64A, 0x64A, 0x64A,
  };
  return c >= 0xFE80 && c <= 0xFEF4 ? letters[c - 0xFE80] : c;
}

static bool
is_mark(const uint32_t c)
{
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
         c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06DE) ||
         c == 0x0640 || c == 0xAD || c == 0x061C ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

static bool
is_separator(const uint32_t c)
{
  return (c < 0x80 && !is_ascii_word(c)) || (c >= 0x80 && c <= 0xBF) ||
         (c >= 0x0600 && c <= 0x061F) || (c >= 0x066A && c <= 0x066D) ||
         c == 0x06D4 || (c >= 0x2000 && c <= 0x205F) || c == 0x3000 ||
         c == 0xFD3E || c == 0xFD3F;
}

/// The code point that stands for `c` in a canonical name.
static uint32_t
fold(const uint32_t original)
{
  const uint32_t c = fold_presentation(original);
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
    case 0x06A9: // ک
      return 0x0643;
    default:
      break;
  }
  if ((c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9)) {
    return '0' + (c & 0xFu);
  }
  if (c >= 'A' && c <= 'Z') {
    return c + 32;
  }
  return is_mark(c) ? NOTHING : is_separator(c) ? SEPARATOR : c;
}

/// True if the word just written is one that its next is often joined to.
static bool
joins_next(const IsnBuffer* const out, const size_t begin)
{
  const IsnStr s = isn_str_slice(isn_buffer_str(out), begin, out->n_bytes);
  static const char* const words[] = { "عبد", "ابو" };
  for (size_t i = 0; i < 2; ++i) {
    const IsnStr word = isn_str(words[i]);
    if (isn_str_ends(s, word) &&
        (s.n_bytes == word.n_bytes ||
         s.data[s.n_bytes - word.n_bytes - 1] == '_')) {
      return true;
    }
  }
  return false;
}

static void
append_folded(IsnBuffer* const out, const IsnStr name)
{
  const size_t begin = out->n_bytes;
  bool is_pending = false;
  for (size_t i = 0; i < name.n_bytes && !out->failed;) {
    const size_t at = i;
    const uint32_t c = fold(isn_utf8_next(name.data, &i));
    if (c == NOTHING) {
      continue;
    }
    if (c == SEPARATOR) {
      is_pending = out->n_bytes > begin;
      continue;
    }
    if (is_pending && !joins_next(out, begin)) {
      isn_buffer_append_byte(out, '_');
    }
    is_pending = false;
    if (is_ascii_word(c) || is_letter(c)) {
      isn_buffer_append_char(out, c);
    } else {
      append_encoded(out, isn_str_slice(name, at, i));
    }
  }
}

void
isn_segment_append_name(IsnBuffer* const out, const IsnStr name)
{
  const size_t begin = out->n_bytes;
  if (isn_utf8_valid_prefix(name) == name.n_bytes) {
    append_folded(out, name);
  }
  if (out->n_bytes == begin) {
    // Nothing but marks and punctuation: known by its bytes
    isn_buffer_append_byte(out, '-');
    isn_digest_append(out, isn_digest(name));
  }
  limit(out, begin);
}
