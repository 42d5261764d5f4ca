// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Wrong patterns, and limits and needs of those that are right.
#include "tests/unit/sentence.h"

#include <malloc.h>

static void
wrong_patterns_are_reported(void)
{
  static const struct {
    const char* pattern;
    const char* message;
  } cases[] = {
    { "{nothing}", "0: no such class, type or definition: {nothing}" },
    { "نعم {say|nothing}",
      "7: no such class, type or definition: {say|nothing}" },
    { "{Person|say}", "0: no such class, type or definition: {Person|say}" },
    { "{}", "0: no such class, type or definition: {}" },
    { "{say|}", "0: no such class, type or definition: {say|}" },
    { "{say.nofeature}", "0: no such feature: {say.nofeature}" },
    { "{say.}", "0: no such feature: {say.}" },
    { "{say.!}", "0: no such feature: {say.!}" },
    { "ab {say", "3: no } for this {" },
    { "ab {loop}", "3: definitions nested too deep: {loop}" },
    { "{loop:x}", "0: definitions nested too deep: {loop}" },
    { "(نعم", "0: missing closing parenthesis" },
    { "نعم)", "0: unmatched closing parenthesis" },
    { "[نعم", "0: no ] for this [" },
    { "{say:}", "0: subpattern name expected" },
    { "{say:1}", "0: subpattern name must start with a non-digit" },
    { "نعم\\", "0: missing closing parenthesis" },
    { "\\C", "0: using \\C is disabled by the application" },
    { "(?<=نعم+)", "0: lookbehind assertion is not fixed length" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    CHECK(!compile(cases[i].pattern));
    CHECK_STR(isn_str(said), cases[i].message);
  }
}

static void
groups_are_limited(void)
{
  char pattern[256] = "";
  for (int i = 0; i < 63; ++i) {
    strcat(pattern, "(a)");
  }
  IsnRegex* const regex = compile(pattern);
  CHECK(regex && isn_regex_n_groups(regex) == 64);
  CHECK(regex && !isn_regex_group_name(regex, 64));
  isn_regex_free(regex);
  strcat(pattern, "(a)");
  CHECK(!compile(pattern));
  CHECK_STR(isn_str(said), "0: too many groups");
}

static void
expressions_are_matched_within_limits(void)
{
  static const struct {
    const char* pattern;
    const char* subject;
    IsnStatus status;
  } cases[] = {
    { "a+", "xaab", ISN_SUCCESS },
    { "[ن-ي]", "نص", ISN_SUCCESS },
    { "b+", "xaa", ISN_END },
    { "", "", ISN_SUCCESS },
    { "(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
    { "(?:a|aa)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
    { "(a?){30}a{30}$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnRegex* regex = NULL;
    const char* message = NULL;
    size_t offset = 0;
    CHECK_EQ(isn_regex_new(
               &regex, isn_str(cases[i].pattern), &arena, &message, &offset),
             ISN_SUCCESS);
    IsnWide subject = { 0 };
    isn_wide_append(&subject, isn_str(cases[i].subject));
    isn_matcher_read(matcher, &subject);
    CHECK_EQ(isn_matcher_try(matcher, regex, 0), cases[i].status);
    IsnSpan place;
    CHECK(!isn_matcher_group(matcher, 99, &place));
    isn_wide_clear(&subject);
    isn_regex_free(regex);
  }
}

/// Nesting that only ends with the subject needs memory, which is limited.
static void
expressions_do_not_exhaust_the_stack(void)
{
  IsnWide subject = { 0 };
  IsnRegex* regex = NULL;
  const char* message = NULL;
  size_t offset = 0;
  for (int i = 0; i < 2000000; ++i) {
    isn_wide_append(&subject, ISN_STR("("));
  }
  CHECK_EQ(
    isn_regex_new(&regex, ISN_STR("(\\((?1)*\\))"), &arena, &message, &offset),
    ISN_SUCCESS);
  isn_matcher_read(matcher, &subject);
  const IsnStatus st = isn_matcher_try(matcher, regex, 0);
  CHECK(st == ISN_END || st == ISN_ERR_LIMIT);
  isn_regex_free(regex);
  isn_wide_clear(&subject);
}

/// What no match can do without is counted, once each.
static void
patterns_need_what_every_way_has(void)
{
  static const struct {
    const char* pattern;
    size_t n_needs;
  } cases[] = {
    { "{say} {City}", 2 },
    { "{say:x} نعم {City:y}", 2 },
    { "{City|Country}", 1 },
    { "{say}? {City}", 1 },
    { "{say}* {City}", 1 },
    { "{say}{0,2} {City}", 1 },
    { "{say}|{City}", 0 },
    { "(?:{say}|نعم) {City}", 1 },
    { "(نعم) {say}|لا {say}", 0 },
    { "(?!{say}) {City}", 1 },
    { "{any} نعم", 0 },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnBuffer translated = { 0 };
    IsnNeeds needs = { 0 };
    const char* message = NULL;
    size_t offset = 0;
    CHECK(!isn_pattern_translate(&scope,
                                 isn_str(cases[i].pattern),
                                 &translated,
                                 &needs,
                                 &arena,
                                 &message,
                                 &offset));
    CHECK_CASE(cases[i].pattern, needs.n_needs == cases[i].n_needs);
    isn_buffer_clear(&translated);
  }
}

/// Bytes in use of the heap; 0 where nothing counts them (sanitizers).
static size_t
heap_bytes(void)
{
#ifdef __GLIBC__
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

/// Of more stored patterns than are kept, each matches whenever it is asked.
static void
stored_patterns_are_let_go_and_read_again(void)
{
  enum { N = 128, N_WORDS = 3500 };
  IsnBuffer pattern = { 0 };
  IsnBuffer bytes = { 0 };
  isn_buffer_append(&pattern, ISN_STR("(?<found>ab)"));
  for (uint64_t i = 0; i < N_WORDS; ++i) {
    isn_buffer_append(&pattern, ISN_STR("|x"));
    isn_buffer_append_number(&pattern, i * 7919 % 99991);
  }
  IsnRegex* made = NULL;
  const char* message = NULL;
  size_t offset = 0;
  CHECK_EQ(
    isn_regex_new(&made, isn_buffer_str(&pattern), &arena, &message, &offset),
    ISN_SUCCESS);
  CHECK_EQ(isn_regex_write(made, &bytes), ISN_SUCCESS);
  CHECK(bytes.n_bytes > (size_t)80 << 10);
  IsnMatcher* worker = NULL;
  CHECK_EQ(isn_matcher_new(&worker), ISN_SUCCESS);
  IsnWide subject = { 0 };
  isn_wide_append(&subject, ISN_STR("نعم ab"));
  isn_matcher_read(worker, &subject);
  IsnRegex* stored[N];
  for (size_t i = 0; i < N; ++i) {
    stored[i] = isn_regex_stored(isn_buffer_str(&bytes), 2);
  }
  const size_t n_before = heap_bytes();
  for (size_t i = 0; i < 3 * (size_t)N; ++i) {
    IsnSpan place = { 0, 0 };
    CHECK_EQ(isn_matcher_try(worker, stored[i % N], 0), ISN_SUCCESS);
    CHECK(isn_matcher_group(worker, 1, &place));
    CHECK(place.begin == 4 && place.end == 6);
    CHECK_STR(isn_str(isn_regex_group_name(stored[i % N], 1)), "found");
  }
  CHECK(heap_bytes() - n_before < N * bytes.n_bytes * 2 / 3);
  for (size_t i = 0; i < N; ++i) {
    isn_regex_free(stored[i]);
  }
  isn_matcher_free(worker);
  isn_regex_free(made);
  isn_wide_clear(&subject);
  isn_buffer_clear(&bytes);
  isn_buffer_clear(&pattern);
}

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(wrong_patterns_are_reported);
  RUN(groups_are_limited);
  RUN(expressions_are_matched_within_limits);
  RUN(expressions_do_not_exhaust_the_stack);
  RUN(patterns_need_what_every_way_has);
  RUN(stored_patterns_are_let_go_and_read_again);
  sentences_end();
  return check_end();
}
