// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/letters.h"
#include "tests/unit/check.h"

#include "extract/rules/regex.h"

static IsnArena arena;

/// What is learned of a pattern alone.
static bool
learn(IsnLetters* const letters,
      const char* const pattern,
      uint32_t* const formula)
{
  const IsnPatternScope scope = { .image = NULL };
  *letters = (IsnLetters){ .begins = { .arena = NULL } };
  return isn_letters_learn(letters, &scope, isn_str(pattern), &arena, formula);
}

static const char* const told[] = {
  "ال",
  "(?:كبار|كبرى)(?![ء-ي])",
  "(?:ال)?(?:حكم|لاعبة?)(?![ء-ي])",
  "(?=[ء-ي]{3})[ء-ي]+",
  "(?=[ء-غف-ي]{2}(?![ء-ي]))[ء-ي]+",
  "[ء-ي]{2,4}(?![ء-ي])",
  "(?![ء-ي]+(?:ات|ون|ها)(?![ء-ي]))[ء-ي]*",
  "[ء-ي]{3,}ات(?![ء-ي])",
  "ت[ء-ي]{3,4}(?![ء-ي])",
  "ل[ء-ي]{3,}ته(?:ا|م|ما)?(?![ء-ي])",
  "(?:و|وال)[ء-ي]+(?:ية|ين)(?![ء-ي])",
  "(?=(?!و[ء-ي]{3})|و[اولي])[ء-ي]+",
  "(?!(?:حكم|ال|دوري)(?![ء-ي_]))[ء-ي]+",
  "(?![^ ]*_)[ء-ي]+",
  "(?:(?:ما|لا)(?![ء-ي])|[ء-ي]+ه)(?![ء-ي])",
  "(?!قد|لن)(?:دوري|دورية)(?![ء-ي])(?! ل)",
  "(?:ال|و)(?:ها|هم)",
  "(?:حكم_ال|دوري_)[ء-ي]*",
  "(?!حكم_ال(?![ء-ي]))[ء-ي]*(?![ء-ي])",
  "(?!حكم(?![ء-ي]))(?=[ء-ي]{2})[ء-ي]+",
};

static const char* const untold[] = {
  "و[^اولي]",             // a set of letters, negated
  "(?=[ء-ي]+ها)",         // anywhere in the word
  "(?:ال|و)(?=ها|هم)حكم", // no beginning
  "(?<=ال)حكم",           // looks behind
  "(?:ال)+حكم",           // repeated
  "حكم.",                 // anything
  "[ء-ي]{12}",            // more than is counted
  "(?<x>حكم)\\1",         // a capture
  "[^ ]*_",               // words that end so
  "[ء-ي]++حكم",           // letters that are not given back
};

static void
knows_what_letters_tell(void)
{
  IsnLetters letters;
  uint32_t formula = 0;
  for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); ++i) {
    if (!learn(&letters, told[i], &formula)) {
      printf("  %s\n", told[i]);
    }
    CHECK(learn(&letters, told[i], &formula));
    CHECK(formula != ISN_NO_FORMULA);
  }
  for (size_t i = 0; i < sizeof(untold) / sizeof(untold[0]); ++i) {
    if (learn(&letters, untold[i], &formula)) {
      printf("  %s\n", untold[i]);
    }
    CHECK(!learn(&letters, untold[i], &formula));
    CHECK(formula == ISN_NO_FORMULA);
  }
  // Letters tell it, but no formula what stands behind a word
  CHECK(learn(&letters, "حكم(?![ء-ي])(?! ل?)", &formula));
  CHECK(formula == ISN_NO_FORMULA);
}

enum { N_WORDS = 4000, MAX_WORD = 40 };

/// Words of a few letters, so that most patterns match some of them.
static void
make_words(char words[N_WORDS][MAX_WORD])
{
  static const char* const parts[] = { "ا",   "ل",    "و",  "ي",  "ت",
                                       "ه",   "م",    "ن",  "_",  "ال",
                                       "ات",  "ون",   "ها", "ما", "كبار",
                                       "حكم", "دوري", "ک",  "ـ",  "x" };
  uint32_t seed = 1;
  for (size_t i = 0; i < N_WORDS; ++i) {
    size_t n = 0;
    words[i][0] = 0;
    for (;;) {
      seed = seed * 1664525u + 1013904223u;
      const char* const part =
        parts[(seed >> 16) % (sizeof(parts) / sizeof(parts[0]))];
      if (n + strlen(part) + 1 > MAX_WORD / 2 || (n && seed >> 28 == 0)) {
        break;
      }
      n += (size_t)snprintf(words[i] + n, MAX_WORD - n, "%s", part);
    }
  }
}

static bool
matches(IsnMatcher* const matcher, IsnRegex* const regex, const char* word)
{
  IsnWide subject = { 0 };
  isn_wide_append(&subject, ISN_STR(" "));
  isn_wide_append(&subject, isn_str(word));
  isn_wide_append(&subject, ISN_STR(" "));
  isn_matcher_read(matcher, &subject);
  const IsnStatus st = isn_matcher_try(matcher, regex, 1);
  isn_wide_clear(&subject);
  CHECK(st == ISN_SUCCESS || st == ISN_END);
  return st == ISN_SUCCESS;
}

static IsnRegex*
compile(const char* const pattern)
{
  const IsnPatternScope scope = { .image = NULL };
  IsnRegex* regex = NULL;
  IsnBuffer out = { 0 };
  IsnNeeds needs = { .n_needs = 0 };
  const char* message = NULL;
  size_t offset = 0;
  CHECK(!isn_pattern_translate(
    &scope, isn_str(pattern), &out, &needs, &arena, &message, &offset));
  CHECK(!isn_regex_new_anchored(
    &regex, isn_buffer_str(&out), &arena, &message, &offset));
  isn_buffer_clear(&out);
  return regex;
}

/// Words that are described alike match alike: what letters.h promises.
static void
words_described_alike_match_alike(void)
{
  static char words[N_WORDS][MAX_WORD];
  IsnMatcher* matcher = NULL;
  IsnBuffer described = { 0 };
  make_words(words);
  CHECK(!isn_matcher_new(&matcher));
  for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); ++i) {
    IsnLetters letters;
    IsnPool seen = { .arena = &arena };
    static bool is_match[N_WORDS];
    uint32_t formula = 0;
    CHECK(learn(&letters, told[i], &formula));
    IsnRegex* const regex = compile(told[i]);
    size_t n_wrong = 0;
    size_t n_matches = 0;
    for (size_t w = 0; w < N_WORDS; ++w) {
      isn_buffer_empty(&described);
      isn_letters_describe(&letters, isn_str(words[w]), &described);
      const size_t n_before = seen.n_items;
      const uint32_t number = isn_pool_put(&seen, isn_buffer_str(&described));
      const bool is = matches(matcher, regex, words[w]);
      n_matches += is;
      if (number == n_before) {
        is_match[number] = is;
      } else if (is_match[number] != is) {
        printf("  %s: %s\n", told[i], words[w]);
        ++n_wrong;
      }
    }
    CHECK_EQ(n_wrong, 0);
    CHECK(n_matches && n_matches < N_WORDS); // else the words tell nothing
    CHECK(seen.n_items < N_WORDS / 2);       // nor the descriptions
    isn_regex_free(regex);
  }
  isn_matcher_free(matcher);
  isn_buffer_clear(&described);
}

/// A formula holds of the words that its pattern matches, of all that are read.
static void
formulas_hold_where_patterns_match(void)
{
  static char words[N_WORDS][MAX_WORD];
  IsnMatcher* matcher = NULL;
  make_words(words);
  CHECK(!isn_matcher_new(&matcher));
  for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); ++i) {
    IsnLetters letters;
    IsnProven proven;
    uint32_t formula = 0;
    CHECK(learn(&letters, told[i], &formula));
    CHECK(isn_proven_init(&proven, &letters.formulas, &arena));
    IsnRegex* const regex = compile(told[i]);
    size_t n_wrong = 0;
    size_t n_read = 0;
    for (size_t w = 0; w < N_WORDS; ++w) {
      const IsnStr word = isn_str(words[w]);
      const IsnSpan all = { 0, (uint32_t)word.n_bytes };
      if (!isn_letters_read(&letters, word, all, &proven)) {
        continue;
      }
      ++n_read;
      if (isn_proven_holds(&proven, formula) !=
          matches(matcher, regex, words[w])) {
        printf("  %s: %s\n", told[i], words[w]);
        ++n_wrong;
      }
    }
    CHECK_EQ(n_wrong, 0);
    CHECK(n_read > N_WORDS / 4 && n_read < N_WORDS);
    isn_regex_free(regex);
  }
  isn_matcher_free(matcher);
}

int
main(void)
{
  RUN(knows_what_letters_tell);
  RUN(words_described_alike_match_alike);
  RUN(formulas_hold_where_patterns_match);
  isn_arena_clear(&arena);
  return check_end();
}
