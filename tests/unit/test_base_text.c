// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// UTF-8, UTF-16, strings and their hashes.
#include "extract/base/utf8.h"
#include "extract/base/wide.h"
#include "extract/document.h"
#include "tests/unit/check.h"

static void
words_of_a_document_by_code_points(void)
{
  IsnArena arena = { 0 };
  IsnDocument doc;
  isn_document_init(&doc, &arena);
  doc.text = ISN_STR("a نص📖 end");
  CHECK_STR(isn_document_words(&doc, (IsnSpan){ 0, 1 }), "a");
  CHECK_STR(isn_document_words(&doc, (IsnSpan){ 2, 5 }), "نص📖");
  CHECK_STR(isn_document_words(&doc, (IsnSpan){ 4, 5 }), "📖");
  CHECK_STR(isn_document_words(&doc, (IsnSpan){ 5, 99 }), " end");
  CHECK_STR(isn_document_words(&doc, (IsnSpan){ 99, 100 }), "");
  CHECK(!doc.error_stage.data);
  isn_document_fail(&doc, "tokenize", "limit exceeded");
  CHECK_STR(doc.error_stage, "tokenize");
  CHECK_STR(doc.error_message, "limit exceeded");
  isn_arena_clear(&arena);
}

static bool
is_surrogate(const uint32_t c)
{
  return c >= 0xD800 && c <= 0xDFFF;
}

static void
utf8_goes_there_and_back(void)
{
  size_t n_wrong = 0;
  for (uint32_t c = 0; c <= 0x10FFFF; ++c) {
    char bytes[4];
    const size_t n = isn_utf8_encode(c, bytes);
    size_t at = 0;
    const IsnStr s = { bytes, n };
    n_wrong += isn_utf8_valid_prefix(s) != (is_surrogate(c) ? 0 : n);
    n_wrong += isn_utf8_next(bytes, &at) != c || at != n;
    n_wrong += isn_utf8_count(s) != 1;
  }
  CHECK_EQ(n_wrong, 0);
}

/// Length of the sequence at `s` by the definition of RFC 3629, 0 if none:
/// as many continuation bytes as the first says, and the shortest form.
static size_t
defined_length(const unsigned char s[4])
{
  static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  const size_t n = s[0] < 0x80           ? 1
                   : (s[0] >> 5) == 0x6  ? 2
                   : (s[0] >> 4) == 0xE  ? 3
                   : (s[0] >> 3) == 0x1E ? 4
                                         : 0;
  uint32_t c = n < 2 ? s[0] : s[0] & (0x7Fu >> n);
  for (size_t i = 1; i < n; ++i) {
    if ((s[i] & 0xC0u) != 0x80) {
      return 0;
    }
    c = c << 6 | (s[i] & 0x3Fu);
  }
  return c > 0x10FFFF || c < least[n] || is_surrogate(c) ? 0 : n;
}

/// Every first and second byte, each sort of third and fourth.
static void
utf8_is_valid_as_defined(void)
{
  static const unsigned char others[] = { 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xFF };
  size_t n_wrong = 0;
  for (unsigned i = 0; i < 65536u * N_OF(others) * N_OF(others); ++i) {
    const unsigned rest = i >> 16;
    const unsigned char s[4] = { (unsigned char)i,
                                 (unsigned char)(i >> 8),
                                 others[rest % N_OF(others)],
                                 others[rest / N_OF(others)] };
    const size_t n = defined_length(s);
    n_wrong +=
      isn_utf8_valid_prefix((IsnStr){ (const char*)s, n ? n : 4 }) != n;
  }
  CHECK_EQ(n_wrong, 0);
}

/// Overlong forms, surrogates, too large, cut short (RFC 3629).
static void
utf8_that_is_none_is_found(void)
{
  static const char* const wrong[] = { "\xC0\x80",
                                       "\xC1\xBF",
                                       "\xE0\x80\x80",
                                       "\xE0\x9F\xBF",
                                       "\xF0\x80\x80\x80",
                                       "\xF0\x8F\xBF\xBF",
                                       "\xED\xA0\x80",
                                       "\xED\xBF\xBF",
                                       "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80",
                                       "\xF8\x88\x80\x80",
                                       "\x80",
                                       "\xBF",
                                       "\xD9",
                                       "\xD9\xD9",
                                       "\xE2\x80",
                                       "\xE2\x80\x41",
                                       "\xF0\x9F\x93",
                                       "\xF0\x9F\x41\x80",
                                       "\xFE",
                                       "\xFF" };
  for (size_t i = 0; i < N_OF(wrong); ++i) {
    for (size_t n_tail = 0; n_tail < 2; ++n_tail) {
      char text[16];
      snprintf(text, sizeof(text), "aب%s%s", wrong[i], n_tail ? "z" : "");
      CHECK_EQ(isn_utf8_valid_prefix(isn_str(text)), 3);
    }
  }
  CHECK_EQ(isn_utf8_valid_prefix((IsnStr){ NULL, 0 }), 0);
  CHECK_EQ(isn_utf8_valid_prefix(ISN_STR("a\0ب")), 4);
  CHECK_EQ(isn_utf8_count(ISN_STR("نص 📖")), 4);
  CHECK_EQ(isn_utf8_count((IsnStr){ NULL, 0 }), 0);
}

/// Each code point is one unit, or two above U+FFFF, and each unit is of its
/// byte.
static void
wide_text_is_utf16(void)
{
  static const uint16_t wanted[] = {
    0x0646, 0x20, 0xD83D, 0xDCD6, 0xE100, 'a'
  };
  static const size_t bytes[] = { 0, 2, 3, 3, 7, 10, 11 };
  const IsnStr text = ISN_STR("ن 📖\xEE\x84\x80"
                              "a");
  IsnWide wide = { 0 };
  isn_wide_append(&wide, text);
  CHECK_EQ(wide.n, N_OF(wanted));
  for (size_t i = 0; i < wide.n; ++i) {
    CHECK_EQ(wide.units[i], wanted[i]);
    CHECK_EQ(isn_wide_byte_of(text, i), bytes[i]);
  }
  CHECK_EQ(isn_wide_byte_of(text, wide.n), text.n_bytes);
  IsnBuffer narrow = { 0 };
  isn_wide_write(&narrow, &wide);
  CHECK(isn_str_equal(isn_buffer_str(&narrow), text));
  isn_buffer_clear(&narrow);
  for (int i = 0; i < 1000; ++i) {
    isn_wide_append_units(&wide, wanted, N_OF(wanted));
  }
  CHECK_EQ(wide.n, 1001 * N_OF(wanted));
  CHECK(!memcmp(wide.units + 1000 * N_OF(wanted), wanted, sizeof(wanted)));
  isn_wide_append_units(&wide, NULL, 0);
  isn_wide_insert(&wide, 1, 0xE200);
  CHECK_EQ(wide.units[0], wanted[0]);
  CHECK_EQ(wide.units[1], 0xE200);
  CHECK(!memcmp(wide.units + 2, wanted + 1, sizeof(wanted) - 2));
  CHECK_EQ(wide.n, 1001 * N_OF(wanted) + 1);
  isn_wide_insert(&wide, wide.n, 7);
  CHECK_EQ(wide.units[wide.n - 1], 7);
  isn_wide_empty(&wide);
  isn_wide_append(&wide, (IsnStr){ NULL, 0 });
  CHECK(!wide.failed && !wide.n);
  isn_wide_clear(&wide);
  CHECK(!wide.units && !wide.capacity);
}

static void
strings_compare(void)
{
  const IsnStr absent = { NULL, 0 };
  CHECK(isn_str_equal(absent, ISN_STR("")));
  CHECK(isn_str_is(ISN_STR("نص"), "نص"));
  CHECK(!isn_str_is(ISN_STR("نص"), "نصف"));
  CHECK(!isn_str_is(ISN_STR("a\0b"), "a"));
  CHECK(isn_str_starts(ISN_STR("النص"), ISN_STR("ال")));
  CHECK(isn_str_starts(ISN_STR("ال"), ISN_STR("ال")));
  CHECK(!isn_str_starts(ISN_STR("ا"), ISN_STR("ال")));
  CHECK(isn_str_ends(ISN_STR("النص"), ISN_STR("نص")));
  CHECK(!isn_str_ends(ISN_STR("ص"), ISN_STR("نص")));
  CHECK(isn_str_starts(absent, absent) && isn_str_ends(absent, absent));
  CHECK(isn_str_starts(ISN_STR("x"), absent));
  CHECK(!isn_str_ends(absent, ISN_STR("x")));
  CHECK_STR(isn_str_slice(ISN_STR("abcd"), 1, 3), "bc");
  CHECK_STR(isn_str_slice(ISN_STR("abcd"), 4, 4), "");
  CHECK(!isn_str(NULL).data && !isn_str(NULL).n_bytes);
}

static void
hashes_differ(void)
{
  static const char* const words[] = { "",   "a",  "b",   "ab", "ba", "ن",
                                       "نص", "صن", "نصف", "aa", "A",  "\x01" };
  for (size_t i = 0; i < N_OF(words); ++i) {
    for (size_t j = 0; j < N_OF(words); ++j) {
      CHECK_EQ(isn_str_hash(isn_str(words[i])) ==
                 isn_str_hash(isn_str(words[j])),
               i == j);
    }
  }
  CHECK(isn_str_hash((IsnStr){ NULL, 0 }) == isn_str_hash(ISN_STR("")));
}

int
main(void)
{
  RUN(words_of_a_document_by_code_points);
  RUN(utf8_goes_there_and_back);
  RUN(utf8_is_valid_as_defined);
  RUN(utf8_that_is_none_is_found);
  RUN(wide_text_is_utf16);
  RUN(strings_compare);
  RUN(hashes_differ);
  return check_end();
}
