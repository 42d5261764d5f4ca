// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Arenas and buffers.
#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "tests/unit/check.h"

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

/// Two arrays that take turns, so that each must move, twice over.
static void
large_arrays_grow(void)
{
  enum { N = 1 << 20 };
  IsnArena arena = { 0 };
  for (int again = 0; again < 2; ++again) {
    uint32_t* numbers[2] = { NULL, NULL };
    size_t capacities[2] = { 0, 0 };
    for (uint32_t n = 0; n < N; ++n) {
      for (size_t k = 0; k < 2; ++k) {
        numbers[k] = isn_arena_grow(
          &arena, numbers[k], n, &capacities[k], sizeof(numbers[k][0]));
        numbers[k][n] = n + (uint32_t)k;
      }
    }
    size_t n_wrong = 0;
    for (uint32_t n = 0; n < N; ++n) {
      n_wrong += numbers[0][n] != n || numbers[1][n] != n + 1;
    }
    CHECK_EQ(n_wrong, 0);
    numbers[0] = isn_arena_grow(
      &arena, numbers[0], N, &capacities[0], sizeof(numbers[0][0]));
    CHECK_EQ(capacities[0], 2 * (size_t)N);
    for (uint32_t n = N; n < 2 * N; ++n) {
      n_wrong += numbers[0][n] != 0;
    }
    CHECK_EQ(n_wrong, 0);
    // No copies stay behind: these are 8 and 4 MB, and what was small once
    CHECK(arena.n_total < (size_t)14 << 20);
    isn_arena_reset(&arena);
  }
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

int
main(void)
{
  RUN(arena_memory_is_zeroed_and_aligned);
  RUN(arena_gives_each_its_own_bytes);
  RUN(arena_reset_keeps_blocks_and_lets_huge_ones_go);
  RUN(arena_begins_again_without_its_first_block);
  RUN(arena_arrays_do_not_overflow);
  RUN(arena_arrays_grow);
  RUN(large_arrays_grow);
  RUN(arena_copies_and_prints);
  RUN(buffers_append);
  RUN(buffers_grow);
  RUN(a_failed_buffer_stays_failed);
  return check_end();
}
