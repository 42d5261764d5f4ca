// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/base/utf8.h"
#include "tests/unit/check.h"

#include <stdlib.h>

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
arena_arrays_do_not_overflow(void)
{
  IsnArena arena = { 0 };
  CHECK(!isn_arena_array(&arena, SIZE_MAX / 2, 4));
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
  CHECK_EQ(numbers[0], 0);
  CHECK_EQ(numbers[999], 999);
  isn_arena_clear(&arena);
}

static void
arena_prints(void)
{
  IsnArena arena = { 0 };
  CHECK_STR(isn_arena_print(&arena, "%s %d", "فريق", 4), "فريق 4");
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
  CHECK(!buffer.failed);
  CHECK_STR(isn_buffer_str(&buffer), "نص 18446744073709551615 📖");
  isn_buffer_clear(&buffer);
}

static void
a_failed_buffer_stays_failed(void)
{
  IsnBuffer buffer = { 0 };
  CHECK(!isn_buffer_reserve(&buffer, SIZE_MAX));
  isn_buffer_append(&buffer, ISN_STR("x"));
  CHECK(buffer.failed);
  CHECK_EQ(buffer.n_bytes, 0);
  isn_buffer_clear(&buffer);
}

static void
utf8_goes_there_and_back(void)
{
  static const uint32_t chars[] = { 0x01,   0x7F,   0x80,   0x7FF,   0x800,
                                    0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF };
  for (size_t i = 0; i < sizeof(chars) / sizeof(chars[0]); ++i) {
    char bytes[4];
    const size_t n = isn_utf8_encode(chars[i], bytes);
    size_t at = 0;
    CHECK_EQ(isn_utf8_valid_prefix((IsnStr){ bytes, n }), n);
    CHECK_EQ(isn_utf8_next(bytes, &at), chars[i]);
    CHECK_EQ(at, n);
  }
}

/// Overlong forms, surrogates, too large, cut short (RFC 3629).
static void
utf8_that_is_none_is_found(void)
{
  static const char* const wrong[] = { "\xC0\x80",
                                       "\xE0\x80\x80",
                                       "\xF0\x80\x80\x80",
                                       "\xED\xA0\x80",
                                       "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80",
                                       "\x80",
                                       "\xD9",
                                       "\xE2\x80",
                                       "\xF0\x9F\x93",
                                       "\xFF" };
  for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); ++i) {
    char text[16] = "ab";
    memcpy(text + 2, wrong[i], strlen(wrong[i]) + 1);
    CHECK_EQ(isn_utf8_valid_prefix(isn_str(text)), 2);
  }
  CHECK_EQ(isn_utf8_count(ISN_STR("نص 📖")), 4);
}

static void
keep_message(void* const handle, const IsnDiag* const diag)
{
  snprintf(handle, 64, "%zu %s", diag->line, diag->message);
}

static void
errors_reach_the_sink(void)
{
  char said[64] = "";
  const IsnSink sink = { keep_message, said };
  const IsnPlace place = { "x", 7, 0 };
  CHECK_EQ(isn_error(&sink, ISN_ERR_INPUT, &place, "no %s", "file"),
           ISN_ERR_INPUT);
  CHECK_STR(isn_str(said), "7 no file");
  CHECK_EQ(isn_error(NULL, ISN_ERR_INPUT, NULL, "unheard"), ISN_ERR_INPUT);
}

int
main(void)
{
  RUN(arena_memory_is_zeroed_and_aligned);
  RUN(arena_arrays_do_not_overflow);
  RUN(arena_arrays_grow);
  RUN(arena_prints);
  RUN(buffers_append);
  RUN(a_failed_buffer_stays_failed);
  RUN(utf8_goes_there_and_back);
  RUN(utf8_that_is_none_is_found);
  RUN(errors_reach_the_sink);
  return check_end();
}
