// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file check.h What unit tests are written with.
///
///   static void
///   folds_hamza_seats(void)
///   {
///     CHECK(isn_is_error(status));
///     CHECK_EQ(n_words, 3);
///     CHECK_STR(word, "الانتربول");
///   }
///
///   int
///   main(void)
///   {
///     RUN(folds_hamza_seats);
///     return check_end();
///   }
///
/// Prints for each test `ok NAME` or `not ok NAME` (tests/run.py counts them)
/// and how many checks it made, before it what each failed check saw. A test
/// that checks nothing has failed.
#ifndef ISN_TESTS_CHECK_H
#define ISN_TESTS_CHECK_H

#include "extract/base/str.h"

#include <stdio.h>
#include <string.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

static unsigned check_n_made;         ///< Checks made in the running test
static unsigned check_n_failed;       ///< Checks failed in the running test
static unsigned check_n_tests_failed; ///< Tests failed in this program

#define CHECK(exp)                                                             \
  do {                                                                         \
    ++check_n_made;                                                            \
    if (!(exp)) {                                                              \
      ++check_n_failed;                                                        \
      printf("  %s:%d: not so: %s\n", __FILE__, __LINE__, #exp);               \
    }                                                                          \
  } while (0)

/// As CHECK, of the case `name` (a C string) of a table.
#define CHECK_CASE(name, exp)                                                  \
  do {                                                                         \
    ++check_n_made;                                                            \
    if (!(exp)) {                                                              \
      ++check_n_failed;                                                        \
      printf("  %s:%d: %s: not so: %s\n", __FILE__, __LINE__, (name), #exp);   \
    }                                                                          \
  } while (0)

#define CHECK_EQ(got, wanted)                                                  \
  check_equal(__FILE__, __LINE__, #got, (long long)(got), (long long)(wanted))

/// `got` is an IsnStr, `wanted` a C string.
#define CHECK_STR(got, wanted)                                                 \
  check_str(__FILE__, __LINE__, #got, (got), isn_str(wanted))

/// As CHECK_STR, of the case `name` of a table.
#define CHECK_CASE_STR(name, got, wanted)                                      \
  check_str(__FILE__, __LINE__, (name), (got), isn_str(wanted))

/// The C string `got` has the C string `wanted` in it.
#define CHECK_HAS(got, wanted)                                                 \
  check_has(__FILE__, __LINE__, #got, (got), (wanted))

#define RUN(test)                                                              \
  do {                                                                         \
    check_begin();                                                             \
    test();                                                                    \
    check_tell(#test);                                                         \
  } while (0)

static inline void
check_begin(void)
{
  check_n_made = 0;
  check_n_failed = 0;
}

static inline void
check_tell(const char* const test)
{
  const bool is_ok = check_n_made && !check_n_failed;
  check_n_tests_failed += !is_ok;
  printf("%s %s (%u)\n", is_ok ? "ok" : "not ok", test, check_n_made);
  fflush(stdout);
}

static inline void
check_equal(const char* const file,
            const int line,
            const char* const what,
            const long long got,
            const long long wanted)
{
  ++check_n_made;
  if (got != wanted) {
    ++check_n_failed;
    printf("  %s:%d: %s is %lld, wanted %lld\n", file, line, what, got, wanted);
  }
}

static inline void
check_str(const char* const file,
          const int line,
          const char* const what,
          const IsnStr got,
          const IsnStr wanted)
{
  ++check_n_made;
  if (!isn_str_equal(got, wanted)) {
    ++check_n_failed;
    printf("  %s:%d: %s is «%.*s», wanted «%.*s»\n",
           file,
           line,
           what,
           (int)got.n_bytes,
           got.data ? got.data : "",
           (int)wanted.n_bytes,
           wanted.data);
  }
}

static inline void
check_has(const char* const file,
          const int line,
          const char* const what,
          const char* const got,
          const char* const wanted)
{
  ++check_n_made;
  if (!strstr(got, wanted)) {
    ++check_n_failed;
    printf(
      "  %s:%d: %s is «%s», without «%s»\n", file, line, what, got, wanted);
  }
}

/// The program's exit status.
static inline int
check_end(void)
{
  return check_n_tests_failed ? 1 : 0;
}

#endif
