// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/date.h"

#include "extract/base/utf8.h"
#include "extract/read/fold.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX_TOKENS 64

/// Month names by month, folded; the countries are those of CLDR's locales
/// ar, ar-MA, ar-DZ, ar-TN, ar-LB, ar-SY, ar-IQ, and Libya's names to 2011.
static const struct {
  const char* name;
  int month;
} months[] = {
  { "يناير", 1 },    { "جانفي", 1 },     { "كانون الثاني", 1 },
  { "اي النار", 1 }, { "january", 1 },   { "jan", 1 },
  { "فبراير", 2 },   { "فيفري", 2 },     { "شباط", 2 },
  { "النوار", 2 },   { "february", 2 },  { "feb", 2 },
  { "مارس", 3 },     { "اذار", 3 },      { "الربيع", 3 },
  { "march", 3 },    { "mar", 3 },       { "ابريل", 4 },
  { "افريل", 4 },    { "نيسان", 4 },     { "الطير", 4 },
  { "april", 4 },    { "apr", 4 },       { "مايو", 5 },
  { "ماي", 5 },      { "ايار", 5 },      { "نوار", 5 },
  { "الماء", 5 },    { "may", 5 },       { "يونيو", 6 },
  { "يونيه", 6 },    { "جوان", 6 },      { "حزيران", 6 },
  { "الصيف", 6 },    { "june", 6 },      { "jun", 6 },
  { "يوليو", 7 },    { "يوليه", 7 },     { "يوليوز", 7 },
  { "جويليه", 7 },   { "تموز", 7 },      { "ناصر", 7 },
  { "july", 7 },     { "jul", 7 },       { "اغسطس", 8 },
  { "غشت", 8 },      { "اوت", 8 },       { "اب", 8 },
  { "هانيبال", 8 },  { "august", 8 },    { "aug", 8 },
  { "سبتمبر", 9 },   { "شتنبر", 9 },     { "ايلول", 9 },
  { "الفاتح", 9 },   { "september", 9 }, { "sep", 9 },
  { "sept", 9 },     { "اكتوبر", 10 },   { "تشرين الاول", 10 },
  { "التمور", 10 },  { "october", 10 },  { "oct", 10 },
  { "نوفمبر", 11 },  { "نونبر", 11 },    { "تشرين الثاني", 11 },
  { "الحرث", 11 },   { "november", 11 }, { "nov", 11 },
  { "ديسمبر", 12 },  { "دجنبر", 12 },    { "كانون الاول", 12 },
  { "الكانون", 12 }, { "december", 12 }, { "dec", 12 },
};

#define N_MONTHS (sizeof(months) / sizeof(months[0]))

/// A number, a month, or a word that is neither (both 0).
typedef struct {
  int number;
  int month;
  char mark; ///< '/', '-' or '.' that stands directly before it, else 0
} Token;

/// The month with which `s` begins, and the bytes of its name.
static int
month_at(const char* const s, size_t* const n_bytes)
{
  int month = 0;
  *n_bytes = 0;
  for (size_t i = 0; i < N_MONTHS; ++i) {
    if (s[0] != months[i].name[0] || s[1] != months[i].name[1]) {
      continue;
    }
    const size_t n = strlen(months[i].name);
    const bool is_end =
      !strncmp(s, months[i].name, n) &&
      (!s[n] || strchr(" /-.,|()", s[n]) || !strncmp(s + n, "،", 2));
    if (is_end && n > *n_bytes) {
      month = months[i].month;
      *n_bytes = n;
    }
  }
  return month;
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_mark(const char c)
{
  return c && strchr(" /-.,|()", c);
}

/// Bytes of a word that is no number.
static size_t
word_length(const char* const s)
{
  size_t n = 0;
  while (s[n] && !is_mark(s[n]) && !is_digit(s[n]) &&
         strncmp(s + n, "،", 2) != 0) {
    ++n;
  }
  return n;
}

/// Words that may stand within a date without being part of it.
static bool
is_filler(const char* const s, const size_t n)
{
  static const char* const fillers[] = { "من", "شهر", "عام", "سنه", "لعام" };
  for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); ++i) {
    if (strlen(fillers[i]) == n && !memcmp(s, fillers[i], n)) {
      return true;
    }
  }
  return false;
}

/// A day that is spelled out, and its bytes: «الثالث», «الحادي والعشرين».
static int
day_at(const char* const s, size_t* const n_bytes)
{
  static const char* const units[] = {
    "الاول",  "الثاني", "الثالث", "الرابع", "الخامس", "السادس",
    "السابع", "الثامن", "التاسع", "العاشر", "الحادي",
  };
  static const struct {
    const char* word;
    int value;
  } tails[] = { { " عشر", 10 }, { " والعشرين", 20 }, { " والثلاثين", 30 } };
  static const size_t n_units = sizeof(units) / sizeof(units[0]);
  for (size_t i = 0; i < n_units; ++i) {
    const size_t n = strlen(units[i]);
    if (strncmp(s, units[i], n) != 0) {
      continue;
    }
    for (size_t t = 0; t < sizeof(tails) / sizeof(tails[0]); ++t) {
      const size_t n_tail = strlen(tails[t].word);
      if (!strncmp(s + n, tails[t].word, n_tail) && s[n + n_tail] == ' ') {
        *n_bytes = n + n_tail;
        return tails[t].value + (i == n_units - 1 ? 1 : (int)i + 1);
      }
    }
    *n_bytes = n;
    return s[n] == ' ' && i < n_units - 1 ? (int)i + 1 : 0;
  }
  *n_bytes = strlen("العشرين");
  return !strncmp(s, "العشرين ", *n_bytes + 1) ? 20 : 0;
}

static size_t
tokenize(const char* s, Token tokens[MAX_TOKENS])
{
  size_t n_tokens = 0;
  char mark = 0;
  int day = 0;
  while (*s && n_tokens < MAX_TOKENS) {
    size_t n = 0;
    const int month = month_at(s, &n);
    if (is_digit(*s)) {
      char* end = NULL;
      const long number = strtol(s, &end, 10);
      tokens[n_tokens++] =
        (Token){ number < 10000 ? (int)number : 10000, 0, mark };
      s = end;
    } else if (month) {
      tokens[n_tokens++] = (Token){ 0, month, mark };
      s += n;
    } else if ((day = day_at(s, &n))) {
      tokens[n_tokens++] = (Token){ day, 0, mark };
      s += n;
    } else if ((n = word_length(s))) {
      if (!is_filler(s, n)) {
        tokens[n_tokens++] = (Token){ 0, 0, mark };
      }
      s += n;
    } else {
      // A blank leaves the mark: «17 / 1 / 2017»
      if (*s != ' ') {
        mark = strchr("/-.", *s) ? *s : '\0';
      }
      s += !strncmp(s, "،", 2) ? 2 : 1;
      continue;
    }
    mark = 0;
  }
  return n_tokens;
}

static bool
is_day(const Token* const t)
{
  return t->number >= 1 && t->number <= 31;
}

static bool
is_year(const Token* const t)
{
  return t->number >= 1900 && t->number <= 2100;
}

static bool
put(const int year, const int month, const int day, char iso[11])
{
  static const int n_days[] = {
    31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
  };
  if (month < 1 || month > 12 || day < 1 || day > n_days[month - 1]) {
    return false;
  }
  const int parts[] = { year / 100, year % 100, month, day };
  char* at = iso;
  for (int i = 0; i < 4; ++i) {
    *at++ = (char)('0' + parts[i] / 10 % 10);
    *at++ = (char)('0' + parts[i] % 10);
    if (i == 1 || i == 2) {
      *at++ = '-';
    }
  }
  *at = 0;
  return true;
}

/// Three numbers with the same mark between them: 2016/10/08, 8-10-2016.
static bool
match_numbers(const Token* const t, const size_t n, char iso[11])
{
  if (n < 3 || !t[1].mark || t[1].mark != t[2].mark || !t[1].number ||
      !t[2].number) {
    return false;
  }
  return (is_year(&t[0]) && put(t[0].number, t[1].number, t[2].number, iso)) ||
         (is_year(&t[2]) && put(t[2].number, t[1].number, t[0].number, iso));
}

/// «20 ديسمبر 2019», «18 تشرين الأول/أكتوبر 2011», "October 21, 2011".
static bool
match_names(const Token* const t, const size_t n, char iso[11])
{
  if (n >= 3 && is_day(&t[0]) && t[1].month) {
    const size_t year = t[2].month == t[1].month ? 3 : 2;
    return year < n && is_year(&t[year]) &&
           put(t[year].number, t[1].month, t[0].number, iso);
  }
  return n >= 3 && t[0].month && is_day(&t[1]) && is_year(&t[2]) &&
         put(t[2].number, t[0].month, t[1].number, iso);
}

bool
isn_date_find(const IsnStr words, char iso[11])
{
  char folded[ISN_FOLD_SIZE];
  Token tokens[MAX_TOKENS];
  isn_fold(words, folded);
  const size_t n = strpbrk(folded, "0123456789") ? tokenize(folded, tokens) : 0;
  for (size_t i = 0; i < n; ++i) {
    if (match_names(tokens + i, n - i, iso) ||
        match_numbers(tokens + i, n - i, iso)) {
      return true;
    }
  }
  return false;
}

size_t
isn_date_count_others(const IsnStr words)
{
  char folded[ISN_FOLD_SIZE];
  Token tokens[MAX_TOKENS];
  isn_fold(words, folded);
  const size_t n = tokenize(folded, tokens);
  size_t n_others = 0;
  for (size_t i = 0; i < n; ++i) {
    n_others += !tokens[i].number && !tokens[i].month;
  }
  return n_others;
}

bool
isn_date_is_month(const IsnStr word)
{
  char folded[ISN_FOLD_SIZE];
  isn_fold(word, folded);
  // Names of two words begin with one of these
  static const char* const halves[] = { "كانون", "تشرين" };
  for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); ++i) {
    if (!strncmp(folded, halves[i], strlen(halves[i]))) {
      return true;
    }
  }
  size_t n = 0;
  return month_at(folded, &n);
}

/// Days, eras and what stands between the parts of a date, folded.
static const char* const words_of_dates[] = {
  "في",       "بتاريخ",  "الموافق", "المصادف",  "هـ",        "ه",
  "هج",       "م",       "ميلادي",  "عام",      "سنه",       "لعام",
  "من",       "شهر",     "محرم",    "صفر",      "ربيع",      "جمادي",
  "رجب",      "شعبان",   "رمضان",   "شوال",     "ذو",        "ذي",
  "القعده",   "الحجه",   "الاول",   "الثاني",   "الاولي",    "الاخره",
  "الاخر",    "الثانيه", "السبت",   "الاحد",    "الاثنين",   "الثلاثاء",
  "الاربعاء", "الخميس",  "الجمعه",  "يوم",      "الثالث",    "الرابع",
  "الخامس",   "السادس",  "السابع",  "الثامن",   "التاسع",    "العاشر",
  "الحادي",   "عشر",     "العشرين", "والعشرين", "والثلاثين", NULL,
};

/// One word between slashes, brackets and commas.
static bool
is_piece(const char* const s, const size_t n)
{
  static const char* const eras[] = { "", "ه", "هـ", "م", NULL };
  const size_t n_digits = strspn(s, "0123456789.");
  if (n_digits) {
    const size_t n_digits_here = n_digits < n ? n_digits : n;
    for (size_t i = 0; eras[i]; ++i) {
      if (strlen(eras[i]) == n - n_digits_here &&
          !memcmp(s + n_digits_here, eras[i], n - n_digits_here)) {
        return true;
      }
    }
    return false;
  }
  for (size_t i = 0; words_of_dates[i]; ++i) {
    if (strlen(words_of_dates[i]) == n && !memcmp(s, words_of_dates[i], n)) {
      return true;
    }
  }
  return isn_date_is_month(isn_str_slice(isn_str(s), 0, n));
}

bool
isn_date_is_word(const IsnStr word)
{
  char folded[ISN_FOLD_SIZE];
  isn_fold(word, folded);
  const char* s = folded;
  size_t n_pieces = 0;
  while (*s) {
    const bool is_comma = !strncmp(s, "،", 2);
    if (is_comma || strchr("/-,()[]|:=", *s)) {
      s += is_comma ? 2 : 1;
      continue;
    }
    size_t n = 0;
    while (s[n] && !strchr("/-,()[]|:=", s[n]) && strncmp(s + n, "،", 2) != 0) {
      ++n;
    }
    if (!is_piece(s, n)) {
      return false;
    }
    ++n_pieces;
    s += n;
  }
  return n_pieces;
}

/// The `n` digits at `s` as a number, or -1.
static int
take_digits(const char* const s, const size_t n)
{
  int number = 0;
  for (size_t i = 0; i < n; ++i) {
    if (!is_digit(s[i])) {
      return -1;
    }
    number = number * 10 + (s[i] - '0');
  }
  return number;
}

bool
isn_date_take_iso(const IsnStr words, char iso[11])
{
  const char* const s = words.data;
  if (words.n_bytes < 10 || s[4] != '-' || s[7] != '-') {
    return false;
  }
  const int year = take_digits(s, 4);
  return year >= 0 &&
         put(year, take_digits(s + 5, 2), take_digits(s + 8, 2), iso);
}
