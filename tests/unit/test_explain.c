// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "check.h"

#include "extract/explain/notation.h"
#include "extract/explain/parts.h"

static IsnDefine defines[3];
static const IsnPatternScope scope = { .defines = defines, .n_defines = 3 };
static IsnCuts cuts;

static void
cut(const char* const pattern)
{
  isn_cuts_clear(&cuts);
  CHECK(!isn_cuts_find(&cuts, &scope, isn_str(pattern)));
}

static void
check_cut(const size_t i,
          const char* const pattern,
          const char* const next,
          const size_t n_here,
          const size_t n_all)
{
  CHECK(i < cuts.n);
  if (i < cuts.n) {
    CHECK_STR(cuts.list[i].pattern, pattern);
    CHECK_STR(cuts.list[i].next, next);
    CHECK_EQ(cuts.list[i].n_here, n_here);
    CHECK_EQ(cuts.list[i].n_all, n_all);
  }
}

static void
cuts_at_blanks(void)
{
  cut("{City:a} في\n  {Country|Region:b}");
  CHECK_EQ(cuts.n, 2);
  check_cut(0, "{City:a} في", "{Country|Region:b}", 2, 3);
  check_cut(1, "{City:a}", "في", 1, 3);
  CHECK_EQ(cuts.n_firsts, 1);
  CHECK_STR(cuts.firsts[0], "{City:a}");
}

static void
does_not_count_what_may_be_missing(void)
{
  cut("{say}(?: أمس)?{few}{which} {City}");
  check_cut(0, "{say}(?: أمس)?{few}{which}", "{City}", 2, 3);
  CHECK(isn_notation_is_optional(&scope, ISN_STR("{few}(?:ب)*(?!ت)")));
  CHECK(!isn_notation_is_optional(&scope, ISN_STR("{few}(?:ب)+")));
  CHECK(!isn_notation_is_optional(&scope, ISN_STR("(?:ب|ت)")));
}

static void
looks_into_groups(void)
{
  cut("{say} (?:عن {City}|(?<rest>إن {Country} بعيدة)) {Date}");
  CHECK_EQ(cuts.n, 5);
  check_cut(
    0, "{say} (?:عن {City}|(?<rest>إن {Country} بعيدة))", "{Date}", 4, 5);
  check_cut(1, "{say} (?:(?<rest>إن {Country}))", "بعيدة", 3, 5);
  CHECK_STR(cuts.list[1].group, "rest");
  check_cut(2, "{say} (?:(?<rest>إن))", "{Country}", 2, 5);
  check_cut(3, "{say} (?:عن)", "{City}", 2, 4);
  CHECK_EQ(cuts.list[3].group.n_bytes, 0);
}

static void
leaves_groups_with_quantifiers_whole(void)
{
  cut("{say} (?:عن {City} ){1,2}{Date}");
  CHECK_EQ(cuts.n, 1);
  check_cut(0, "{say}", "(?:عن {City} ){1,2}{Date}", 1, 2);
}

static void
shows_the_word_that_a_look_ahead_is_at(void)
{
  cut("{say} (?!{negation}){City}(?![ء-ي)])");
  check_cut(0, "{say} (?!{negation}){any}", "{City}(?![ء-ي)])", 1, 2);
  CHECK(cuts.list[0].is_ahead);
  check_cut(1, "{say}", "(?!{negation})", 1, 2);
  CHECK(!cuts.list[1].is_ahead);
}

static void
keeps_definitions_of_groups(void)
{
  cut("{names}(?:{office}|{rank}) (?&n)");
  check_cut(0, "{names}(?:{office}|{rank})", "(?&n)", 1, 2);
  CHECK_EQ(cuts.n_firsts, 2);
  CHECK_STR(cuts.firsts[0], "{office}");
  CHECK_STR(cuts.firsts[1], "{rank}");
}

static void
takes_each_alternative(void)
{
  cut("{City} من {Country}|\\( {Person}|");
  CHECK_EQ(cuts.n, 3);
  check_cut(0, "{City} من", "{Country}", 2, 3);
  check_cut(1, "\\(", "{Person}", 1, 2);
  check_cut(2, "{City}", "من", 1, 3);
}

int
main(void)
{
  defines[0] = (IsnDefine){ ISN_STR("few"), ISN_STR("(?: {any}){0,2}?") };
  defines[1] = (IsnDefine){ ISN_STR("which"), ISN_STR("(?: ،)? {relative}") };
  defines[2] =
    (IsnDefine){ ISN_STR("names"), ISN_STR("(?(DEFINE)(?<n>{given-name}))") };
  RUN(cuts_at_blanks);
  RUN(does_not_count_what_may_be_missing);
  RUN(looks_into_groups);
  RUN(leaves_groups_with_quantifiers_whole);
  RUN(shows_the_word_that_a_look_ahead_is_at);
  RUN(keeps_definitions_of_groups);
  RUN(takes_each_alternative);
  isn_cuts_clear(&cuts);
  return check_end();
}
