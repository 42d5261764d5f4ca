// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/terms.h"

#include "extract/base/utf8.h"

static bool
is_alpha(const char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_hex(const char c)
{
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Bytes at `s` that no literal may hold: 0, 1 (a control) or 3 (EF BF BE/BF).
static size_t
forbidden(const unsigned char* const s, const size_t n_bytes)
{
  if (s[0] < 0x20) {
    return s[0] != '\t' && s[0] != '\n' && s[0] != '\r';
  }
  return s[0] == 0xEF && n_bytes > 2 && s[1] == 0xBF && s[2] >= 0xBE ? 3 : 0;
}

static size_t
find_forbidden(const IsnStr text)
{
  const unsigned char* const s = (const unsigned char*)text.data;
  for (size_t i = 0; i < text.n_bytes; ++i) {
    if ((s[i] < 0x20 || s[i] == 0xEF) && forbidden(s + i, text.n_bytes - i)) {
      return i;
    }
  }
  return text.n_bytes;
}

IsnTermState
isn_term_text(IsnArena* const arena, IsnStr* const text)
{
  if (!text->data || isn_utf8_valid_prefix(*text) < text->n_bytes) {
    return ISN_TERM_BAD;
  }
  size_t i = find_forbidden(*text);
  if (i == text->n_bytes) {
    return ISN_TERM_GOOD;
  }
  char* const to = isn_arena_alloc(arena, text->n_bytes);
  if (!to) {
    return ISN_TERM_BAD;
  }
  memcpy(to, text->data, i);
  size_t n = i;
  while (i < text->n_bytes) {
    const unsigned char* const s = (const unsigned char*)text->data + i;
    const size_t skip = forbidden(s, text->n_bytes - i);
    if (!skip) {
      to[n++] = text->data[i];
    }
    i += skip ? skip : 1;
  }
  *text = (IsnStr){ to, n };
  return ISN_TERM_CLEANED;
}

/// Length of "scheme:", 0 if there is none (RFC 3986, 3.1).
static size_t
scheme_length(const IsnStr iri)
{
  size_t i = 0;
  while (i < iri.n_bytes &&
         (is_alpha(iri.data[i]) ||
          (i && (is_digit(iri.data[i]) || memchr("+-.", iri.data[i], 3))))) {
    ++i;
  }
  return i && i < iri.n_bytes && iri.data[i] == ':' ? i + 1 : 0;
}

/// True if the scheme wants a host and there is none.
static bool
lacks_host(const IsnStr iri)
{
  const size_t begin = isn_str_starts(iri, ISN_STR("http://"))    ? 7
                       : isn_str_starts(iri, ISN_STR("https://")) ? 8
                                                                  : 0;
  if (!begin) {
    return isn_str_starts(iri, ISN_STR("http:")) ||
           isn_str_starts(iri, ISN_STR("https:"));
  }
  return begin == iri.n_bytes || memchr("/?#:", iri.data[begin], 4);
}

/// End of "scheme://authority", where [ and ] may stand around an address.
static size_t
authority_end(const IsnStr iri, const size_t scheme)
{
  if (iri.n_bytes < scheme + 2 || memcmp(iri.data + scheme, "//", 2)) {
    return scheme;
  }
  size_t i = scheme + 2;
  while (i < iri.n_bytes && !memchr("/?#", iri.data[i], 3)) {
    ++i;
  }
  return i;
}

/// Code points outside RFC 3987's ucschar, or bidi marks it forbids (4.1).
static bool
is_illegal_char(const uint32_t c)
{
  return (c >= 0x7F && c < 0xA0) || c == 0x061C ||
         (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xE000 && c <= 0xF8FF) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xFFF0 && c <= 0xFFFF) ||
         (c & 0xFFFEu) == 0xFFFEu || c >= 0xE0000;
}

/// True if the character of `n` bytes at `i` must be percent-encoded.
static bool
must_encode(const IsnStr iri,
            const size_t i,
            const size_t authority,
            const bool has_fragment)
{
  const char c = iri.data[i];
  if ((unsigned char)c >= 0x7F) {
    size_t at = i;
    return is_illegal_char(isn_utf8_next(iri.data, &at));
  }
  if (c == '%') {
    return i + 2 >= iri.n_bytes || !is_hex(iri.data[i + 1]) ||
           !is_hex(iri.data[i + 2]);
  }
  if (c == '#') {
    return has_fragment;
  }
  if (c == '[' || c == ']') {
    return i >= authority;
  }
  return c <= 0x20 || memchr("<>\"{}|^`\\", c, 9);
}

static char*
encode_byte(char* at, const unsigned char c)
{
  static const char hex[] = "0123456789ABCDEF";
  *at++ = '%';
  *at++ = hex[c >> 4];
  *at++ = hex[c & 0xFu];
  return at;
}

/// Copy to `at`, percent-encoding what must be; returns the end.
static char*
encode_iri(char* at, const IsnStr iri, const size_t authority)
{
  bool has_fragment = false;
  for (size_t i = 0; i < iri.n_bytes;) {
    size_t end = i;
    isn_utf8_next(iri.data, &end);
    const bool must = must_encode(iri, i, authority, has_fragment);
    has_fragment = has_fragment || iri.data[i] == '#';
    for (; i < end; ++i) {
      if (must) {
        at = encode_byte(at, (unsigned char)iri.data[i]);
      } else {
        *at++ = iri.data[i];
      }
    }
  }
  return at;
}

static IsnStr
trim(IsnStr s)
{
  while (s.n_bytes && (unsigned char)s.data[0] <= 0x20) {
    s = isn_str_slice(s, 1, s.n_bytes);
  }
  while (s.n_bytes && (unsigned char)s.data[s.n_bytes - 1] <= 0x20) {
    --s.n_bytes;
  }
  return s;
}

IsnTermState
isn_term_iri(IsnArena* const arena, IsnStr* const iri)
{
  if (!iri->data || isn_utf8_valid_prefix(*iri) < iri->n_bytes) {
    return ISN_TERM_BAD;
  }
  const IsnStr s = trim(*iri);
  const size_t scheme = scheme_length(s);
  if (!scheme || scheme == s.n_bytes || lacks_host(s)) {
    return ISN_TERM_BAD;
  }
  const size_t authority = authority_end(s, scheme);
  char* const begin =
    s.n_bytes < SIZE_MAX / 4 ? isn_arena_alloc(arena, 3 * s.n_bytes) : NULL;
  if (!begin) {
    return ISN_TERM_BAD;
  }
  const char* const end = encode_iri(begin, s, authority);
  const IsnStr legal = { begin, (size_t)(end - begin) };
  // A host is no place for percent signs made up here
  if (!isn_str_starts(legal, isn_str_slice(s, 0, authority))) {
    return ISN_TERM_BAD;
  }
  if (isn_str_equal(legal, *iri)) {
    return ISN_TERM_GOOD;
  }
  *iri = legal;
  return ISN_TERM_REPAIRED;
}

IsnTermState
isn_term_language(IsnArena* const arena, IsnStr* const tag)
{
  const IsnStr copy = isn_arena_copy(arena, *tag);
  if (!tag->data || !copy.data || !copy.n_bytes) {
    return ISN_TERM_BAD;
  }
  char* const s = (char*)copy.data; // The copy is ours
  size_t n_part = 0;
  bool is_first = true;
  for (size_t i = 0; i < copy.n_bytes; ++i) {
    s[i] = s[i] == '_' ? '-' : s[i];
    if (s[i] == '-') {
      if (!n_part || (is_first && n_part == 1 && s[0] != 'x' && s[0] != 'i')) {
        return ISN_TERM_BAD;
      }
      n_part = 0;
      is_first = false;
    } else if (++n_part > 8 ||
               !(is_alpha(s[i]) || (!is_first && is_digit(s[i])))) {
      return ISN_TERM_BAD;
    } else if (s[i] >= 'A' && s[i] <= 'Z') {
      s[i] = (char)(s[i] - 'A' + 'a');
    }
  }
  if (!n_part || (is_first && n_part == 1)) {
    return ISN_TERM_BAD;
  }
  const bool is_same = isn_str_equal(copy, *tag);
  *tag = copy;
  return is_same ? ISN_TERM_GOOD : ISN_TERM_REPAIRED;
}

bool
isn_term_is_arabic(const IsnStr text)
{
  for (size_t i = 0; i < text.n_bytes;) {
    const uint32_t c = isn_utf8_next(text.data, &i);
    if ((c >= 0x0620 && c <= 0x06FF && (c < 0x064B || c > 0x066F)) ||
        (c >= 0x0750 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFDFB) ||
        (c >= 0xFE70 && c <= 0xFEFC)) {
      return true;
    }
  }
  return false;
}
