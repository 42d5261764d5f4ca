// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Wrong patterns, and limits and needs of those that are right.
#include "tests/unit/sentence.h"

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
  sentences_end();
  return check_end();
}
