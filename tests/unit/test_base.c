// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/base/utf8.h"
#include "extract/base/wide.h"
#include "extract/document.h"
#include "tests/unit/check.h"

#include <stdlib.h>


static void
statuses_have_names(void)
{
  for (int i = 0; i <= ISN_ERR_FOREIGN; ++i) {
    const char* const name = isn_status_name((IsnStatus)i);
    CHECK(name && *name && strcmp(name, "unknown status") != 0);
    for (int j = 0; j < i; ++j) {
      CHECK(strcmp(name, isn_status_name((IsnStatus)j)) != 0);
    }
    CHECK_EQ(isn_is_error((IsnStatus)i), i >= ISN_ERR_NO_MEMORY);
  }
  CHECK_STR(isn_str(isn_status_name((IsnStatus)(ISN_ERR_FOREIGN + 1))),
            "unknown status");
  CHECK_STR(isn_str(isn_status_name((IsnStatus)-1)), "unknown status");
}

static IsnStatus
try_twice(const IsnStatus first, const IsnStatus second, int* const n_tried)
{
  IsnStatus st = ISN_SUCCESS;
  *n_tried = 1;
  ISN_TRY(st, first);
  *n_tried = 2;
  ISN_TRY(st, second);
  *n_tried = 3;
  return st;
}

static void
any_status_but_success_is_passed_up(void)
{
  int n = 0;
  CHECK_EQ(try_twice(ISN_ERR_LIMIT, ISN_SUCCESS, &n), ISN_ERR_LIMIT);
  CHECK_EQ(n, 1);
  CHECK_EQ(try_twice(ISN_SUCCESS, ISN_END, &n), ISN_END);
  CHECK_EQ(n, 2);
  CHECK_EQ(try_twice(ISN_SUCCESS, ISN_SUCCESS, &n), ISN_SUCCESS);
  CHECK_EQ(n, 3);
}

static void
names_of_kinds_and_modalities(void)
{
  static const char* const kinds[] = {
    "word", "number", "punctuation", "latin", "symbol"
  };
  static const char* const modalities[] = {
    "asserted", "planned", "negated", "possible"
  };
  for (int i = 0; i < ISN_N_KINDS; ++i) {
    CHECK_STR(isn_str(isn_kind_name((IsnTokenKind)i)), kinds[i]);
  }
  for (int i = 0; i < ISN_N_MODALITIES; ++i) {
    CHECK_STR(isn_str(isn_modality_name((IsnModality)i)), modalities[i]);
  }
}

/// Names lead to their number and back; what is none leads to NONE.
static void
vocabulary_goes_there_and_back(void)
{
  for (int i = 1; i < ISN_N_TYPES; ++i) {
    CHECK_EQ(isn_type_find(isn_str(isn_type_name((IsnType)i))), i);
  }
  for (int i = 1; i < ISN_N_PROPERTIES; ++i) {
    const IsnPropertyInfo* const info = isn_property_info((IsnProperty)i);
    CHECK_EQ(isn_property_find(isn_str(info->name)), i);
    CHECK_EQ(info->objects != 0, info->value == ISN_VALUE_ENTITY);
    CHECK_EQ(info->subjects != 0, i != ISN_PROP_ABOUT);
  }
  static const char* const none[] = { "", "person", "Persons", "funds " };
  for (size_t i = 0; i < N_OF(none); ++i) {
    CHECK_EQ(isn_type_find(isn_str(none[i])), ISN_TYPE_NONE);
    CHECK_EQ(isn_property_find(isn_str(none[i])), ISN_PROP_NONE);
  }
  CHECK_STR(isn_str(isn_type_name(ISN_N_TYPES)), "");
  CHECK_STR(isn_str(isn_property_info(ISN_N_PROPERTIES)->name), "");
  CHECK_EQ(isn_type_find((IsnStr){ NULL, 0 }), ISN_TYPE_NONE);
}

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

static void
arena_memory_is_zeroed_and_aligned(void)
{
  IsnArena arena = { 0 };
  for (size_t n = 1; n < 100000; n = n * 3 + 1) {
    char* const bytes = isn_arena_alloc(&arena, n);
    CHECK(bytes != NULL);
    CHECK((uintptr_t)bytes % _Alignof(max_align_t) == 0);
    CHECK(!bytes[0] && !bytes[n - 1]);
    memset(bytes, 0xFF, n);
  }
  isn_arena_reset(&arena);
  const char* const again = isn_arena_alloc(&arena, 64);
  CHECK(!again[0] && !again[63]);
  isn_arena_clear(&arena);
}

static void
arena_gives_each_its_own_bytes(void)
{
  IsnArena arena = { 0 };
  unsigned char* given[300];
  for (size_t i = 0; i < N_OF(given); ++i) {
    given[i] = isn_arena_alloc(&arena, i * 50);
    memset(given[i], (int)(i % 251), i * 50);
  }
  for (size_t i = 1; i < N_OF(given); ++i) {
    CHECK_EQ(given[i][0], i % 251);
    CHECK_EQ(given[i][i * 50 - 1], i % 251);
  }
  CHECK(given[0] != given[1]);
  isn_arena_clear(&arena);
  CHECK(!arena.first && !arena.n_total);
}

static void
arena_reset_keeps_blocks_and_lets_huge_ones_go(void)
{
  IsnArena arena = { 0 };
  const void* const first = isn_arena_alloc(&arena, 100);
  char* const huge = isn_arena_alloc(&arena, (size_t)3 << 20);
  CHECK(huge && !huge[((size_t)3 << 20) - 1]);
  CHECK(isn_arena_alloc(&arena, (size_t)200 << 10));
  CHECK(arena.n_total >= ((size_t)3 << 20) + ((size_t)200 << 10));
  isn_arena_reset(&arena);
  CHECK_EQ(arena.n_total, 0);
  CHECK(isn_arena_alloc(&arena, 100) == first);
  // The block behind is too small for this and must not be lost
  CHECK(isn_arena_alloc(&arena, (size_t)1 << 20));
  CHECK(isn_arena_alloc(&arena, (size_t)250 << 10));
  isn_arena_reset(&arena);
  isn_arena_reset(&arena);
  CHECK(isn_arena_alloc(&arena, 1) == first);
  isn_arena_clear(&arena);
  isn_arena_reset(&arena);
  CHECK(isn_arena_alloc(&arena, 1));
  isn_arena_clear(&arena);
}

/// A huge block that was the first one.
static void
arena_begins_again_without_its_first_block(void)
{
  IsnArena arena = { 0 };
  CHECK(isn_arena_alloc(&arena, (size_t)1 << 20));
  isn_arena_reset(&arena);
  CHECK(!arena.first && !arena.current);
  CHECK(isn_arena_alloc(&arena, 10));
  isn_arena_clear(&arena);
}

static void
arena_arrays_do_not_overflow(void)
{
  IsnArena arena = { 0 };
  CHECK(!isn_arena_array(&arena, SIZE_MAX / 2, 4));
  CHECK(!isn_arena_array(&arena, SIZE_MAX, 1));
  CHECK(!isn_arena_array(&arena, (size_t)1 << 33, (size_t)1 << 33));
  CHECK(!isn_arena_alloc(&arena, SIZE_MAX));
  CHECK(!isn_arena_alloc(&arena, SIZE_MAX / 4 + 1));
  CHECK(isn_arena_array(&arena, 0, 8));
  CHECK(isn_arena_array(&arena, 8, 0));
  isn_arena_clear(&arena);
}

static void
arena_arrays_grow(void)
{
  IsnArena arena = { 0 };
  uint32_t* numbers = NULL;
  size_t capacity = 0;
  for (uint32_t n = 0; n < 1000; ++n) {
    numbers = isn_arena_grow(&arena, numbers, n, &capacity, sizeof(numbers[0]));
    numbers[n] = n;
  }
  for (uint32_t n = 0; n < 1000; ++n) {
    CHECK_EQ(numbers[n], n);
  }
  CHECK(isn_arena_grow(&arena, numbers, 5, &capacity, 4) == numbers);
  // What cannot grow stays as it is
  size_t full = SIZE_MAX / 8;
  CHECK(!isn_arena_grow(&arena, numbers, full, &full, 8));
  CHECK_EQ(full, SIZE_MAX / 8);
  CHECK_EQ(numbers[999], 999);
  isn_arena_clear(&arena);
}

static void
arena_copies_and_prints(void)
{
  IsnArena arena = { 0 };
  CHECK_STR(isn_arena_print(&arena, "%s %d", "فريق", 4), "فريق 4");
  CHECK_STR(isn_arena_print(&arena, "%s", ""), "");
  const IsnStr copy = isn_arena_copy(&arena, ISN_STR("a\0b"));
  CHECK_EQ(copy.n_bytes, 3);
  CHECK(!memcmp(copy.data, "a\0b", 4));
  const IsnStr absent = isn_arena_copy(&arena, (IsnStr){ NULL, 0 });
  CHECK(absent.data && !absent.n_bytes && !absent.data[0]);
  isn_arena_clear(&arena);
}

static void
buffers_append(void)
{
  IsnBuffer buffer = { 0 };
  isn_buffer_append(&buffer, ISN_STR("نص "));
  isn_buffer_append_number(&buffer, UINT64_MAX);
  isn_buffer_append_byte(&buffer, ' ');
  isn_buffer_append_char(&buffer, 0x1F4D6);
  isn_buffer_append(&buffer, (IsnStr){ NULL, 0 });
  isn_buffer_append_number(&buffer, 0);
  isn_buffer_append_number(&buffer, 10);
  CHECK(!buffer.failed);
  CHECK_STR(isn_buffer_str(&buffer), "نص 18446744073709551615 📖010");
  isn_buffer_empty(&buffer);
  CHECK_EQ(isn_buffer_str(&buffer).n_bytes, 0);
  isn_buffer_clear(&buffer);
}

static void
buffers_grow(void)
{
  IsnBuffer buffer = { 0 };
  for (int i = 0; i < 100000; ++i) {
    isn_buffer_append_byte(&buffer, (char)('a' + i % 26));
  }
  CHECK_EQ(buffer.n_bytes, 100000);
  char* const end = isn_buffer_reserve(&buffer, (size_t)1 << 20);
  CHECK(end == buffer.data + 100000);
  CHECK(buffer.capacity >= 100000 + ((size_t)1 << 20));
  memset(end, 0, (size_t)1 << 20);
  CHECK_EQ(buffer.n_bytes, 100000);
  CHECK_EQ(buffer.data[99999], 'a' + 99999 % 26);
  isn_buffer_clear(&buffer);
  CHECK(!buffer.data && !buffer.capacity);
}

static void
a_failed_buffer_stays_failed(void)
{
  IsnBuffer buffer = { 0 };
  CHECK(!isn_buffer_reserve(&buffer, SIZE_MAX));
  isn_buffer_append(&buffer, ISN_STR("x"));
  isn_buffer_append_byte(&buffer, 'x');
  isn_buffer_append_number(&buffer, 1);
  CHECK(buffer.failed);
  CHECK_EQ(buffer.n_bytes, 0);
  isn_buffer_empty(&buffer);
  isn_buffer_append(&buffer, ISN_STR("x"));
  CHECK_STR(isn_buffer_str(&buffer), "x");
  isn_buffer_clear(&buffer);
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

static void
keep_message(void* const handle, const IsnDiag* const diag)
{
  snprintf(handle,
           64,
           "%s:%zu:%zu %d %d %.30s",
           diag->source ? diag->source : "-",
           diag->line,
           diag->column,
           (int)diag->severity,
           (int)diag->status,
           diag->message);
}

static void
errors_reach_the_sink(void)
{
  char said[64] = "";
  const IsnSink sink = { keep_message, said };
  const IsnSink deaf = { NULL, said };
  const IsnPlace place = { "x", 7, 2 };
  CHECK_EQ(isn_error(&sink, ISN_ERR_INPUT, &place, "no %s", "file"),
           ISN_ERR_INPUT);
  CHECK_STR(isn_str(said), "x:7:2 0 5 no file");
  isn_warning(&sink, NULL, "%d left", 3);
  CHECK_STR(isn_str(said), "-:0:0 1 0 3 left");
  CHECK_EQ(isn_error(NULL, ISN_ERR_INPUT, NULL, "unheard"), ISN_ERR_INPUT);
  CHECK_EQ(isn_error(&deaf, ISN_ERR_LIMIT, NULL, "unheard"), ISN_ERR_LIMIT);
  isn_warning(NULL, &place, "unheard");
  CHECK_STR(isn_str(said), "-:0:0 1 0 3 left");
}

static void
keep_length(void* const handle, const IsnDiag* const diag)
{
  *(size_t*)handle = strlen(diag->message);
}

static void
long_messages_are_cut(void)
{
  char message[5000];
  size_t n = 0;
  const IsnSink sink = { keep_length, &n };
  memset(message, 'x', sizeof(message) - 1);
  message[sizeof(message) - 1] = 0;
  isn_error(&sink, ISN_ERR_INPUT, NULL, "%s", message);
  CHECK(n > 500 && n < sizeof(message));
}

static void
diagnostics_are_printed(void)
{
  static const struct {
    IsnDiag diag;
    const char* printed;
  } cases[] = {
    { { ISN_ERR_INPUT, ISN_ERROR, "a.xml", 3, 14, "no" },
      "a.xml:3:14: error: no\n" },
    { { ISN_SUCCESS, ISN_WARNING, "a.xml", 3, 0, "نعم" },
      "a.xml:3: warning: نعم\n" },
    { { ISN_SUCCESS, ISN_NOTE, "a.xml", 0, 9, "x" }, "a.xml: note: x\n" },
    { { ISN_ERR_USAGE, ISN_ERROR, NULL, 0, 0, "x" }, "isnad: error: x\n" },
    { { ISN_ERR_USAGE, ISN_ERROR, "%s", 1, 1, "%d" }, "%s:1:1: error: %d\n" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    char* data = NULL;
    size_t n = 0;
    FILE* const out = open_memstream(&data, &n);
    isn_diag_print(out, &cases[i].diag);
    fclose(out);
    CHECK_STR(((IsnStr){ data, n }), cases[i].printed);
    free(data);
  }
}

int
main(void)
{
  RUN(statuses_have_names);
  RUN(any_status_but_success_is_passed_up);
  RUN(names_of_kinds_and_modalities);
  RUN(vocabulary_goes_there_and_back);
  RUN(words_of_a_document_by_code_points);
  RUN(arena_memory_is_zeroed_and_aligned);
  RUN(arena_gives_each_its_own_bytes);
  RUN(arena_reset_keeps_blocks_and_lets_huge_ones_go);
  RUN(arena_begins_again_without_its_first_block);
  RUN(arena_arrays_do_not_overflow);
  RUN(arena_arrays_grow);
  RUN(arena_copies_and_prints);
  RUN(buffers_append);
  RUN(buffers_grow);
  RUN(a_failed_buffer_stays_failed);
  RUN(utf8_goes_there_and_back);
  RUN(utf8_is_valid_as_defined);
  RUN(utf8_that_is_none_is_found);
  RUN(wide_text_is_utf16);
  RUN(strings_compare);
  RUN(hashes_differ);
  RUN(errors_reach_the_sink);
  RUN(long_messages_are_cut);
  RUN(diagnostics_are_printed);
  return check_end();
}
