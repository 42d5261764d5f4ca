// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/lead.h"

#include "extract/read/date.h"
#include "extract/read/fold.h"
#include "extract/values/date_math.h"

#include <stdio.h>

/// «الأحد 12 ربيع الأول 1441 هـ الموافق 10 تشرين الثاني/نوفمبر 2019 م»
#define MAX_DATE_WORDS 16

/// A word that counts days from the day of writing, folded.
typedef struct {
  const char* word;
  int n_days;
} Deictic;

static const Deictic deictics[] = {
  { "اليوم", 0 }, { "امس", -1 }, { "الامس", -1 }, { "البارحه", -1 },
  { "غدا", 1 },   { "غد", 1 },   { "الغد", 1 },   { NULL, 0 },
};

/// The weekday's number as isn_day_weekday counts, 0 for any other word.
static unsigned
weekday_of(const IsnStr word)
{
  static const char* const weekdays[] = { "الاحد",    "الاثنين", "الثلاثاء",
                                          "الاربعاء", "الخميس",  "الجمعه",
                                          "السبت" };
  char folded[ISN_FOLD_SIZE];
  isn_fold(word, folded);
  for (unsigned i = 0; i < 7; ++i) {
    if (strstr(folded, weekdays[i])) {
      return i + 1;
    }
  }
  return 0;
}

static const Deictic*
deictic_of(const char* const folded)
{
  const char* const bare = folded + strspn(folded, "(");
  const size_t n = strcspn(bare, "(),");
  for (const Deictic* d = deictics; d->word; ++d) {
    const size_t n_word = strlen(d->word);
    const bool is_end = n == n_word || !strncmp(bare + n_word, "،", 2);
    if (is_end && !strncmp(bare, d->word, n_word)) {
      return d;
    }
  }
  return NULL;
}

/// The words of a date from `at` on; the weekday among them, 0 if none.
static IsnStr
date_words(const IsnStr paragraph, const size_t at, unsigned* const weekday)
{
  size_t end = at;
  IsnStr word;
  *weekday = 0;
  for (size_t i = 0, next = at; i < MAX_DATE_WORDS; ++i) {
    if (!isn_fold_next_word(paragraph, &next, &word) ||
        !isn_date_is_word(word)) {
      break;
    }
    *weekday = *weekday ? *weekday : weekday_of(word);
    end = next;
    // «يوليو (تموز) 2024م» goes on behind its bracket
    const bool is_bracketed = isn_str_starts(word, ISN_STR("("));
    if ((isn_str_ends(word, ISN_STR(")")) && !is_bracketed) ||
        isn_str_ends(word, ISN_STR(":"))) {
      break;
    }
  }
  return isn_str_slice(paragraph, at, end);
}

/// The date in `words`, from which the writing is `n_days` away.
static bool
count_back(const IsnStr words,
           const unsigned weekday,
           const int n_days,
           char iso[11])
{
  IsnDay day;
  if (!isn_date_find(words, iso) || !isn_day_parse(isn_str(iso), &day) ||
      (weekday && isn_day_weekday(day) != weekday)) {
    return false;
  }
  day = isn_day_from_number(isn_day_to_number(day) - n_days);
  snprintf(iso,
           11,
           "%04u-%02u-%02u",
           (unsigned)day.year % 10000u,
           day.month % 100u,
           day.day % 100u);
  return true;
}

bool
isn_lead_find_date(const IsnStr paragraph, char iso[11])
{
  size_t at = 0;
  IsnStr word;
  bool is_after_first = false; // «أول أمس»
  bool is_after_like = false;  // «في مثل هذا اليوم»
  while (isn_fold_next_word(paragraph, &at, &word)) {
    char folded[ISN_FOLD_SIZE];
    isn_fold(word, folded);
    const Deictic* const deictic = deictic_of(folded);
    if (deictic && !is_after_like) {
      unsigned weekday = 0;
      const IsnStr words = date_words(paragraph, at, &weekday);
      // «أمس الأول»
      const bool is_first = is_after_first ||
                            isn_str_starts(words, ISN_STR(" الأول")) ||
                            isn_str_starts(words, ISN_STR(" الاول"));
      const int n_days = deictic->n_days * (is_first ? 2 : 1);
      if (count_back(words, weekday, n_days, iso)) {
        return true;
      }
    }
    is_after_first = !strcmp(folded, "اول") || !strcmp(folded, "بعد");
    is_after_like =
      !strcmp(folded, "مثل") || (is_after_like && !strcmp(folded, "هذا"));
  }
  return false;
}
