// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/lexical.h"

static size_t
count_digits(const IsnStr s, const size_t at)
{
  size_t n = 0;
  while (at + n < s.n_bytes && s.data[at + n] >= '0' && s.data[at + n] <= '9') {
    ++n;
  }
  return n;
}

/// The number of exactly `n` digits at `at`, or -1.
static int
read_digits(const IsnStr s, const size_t at, const size_t n)
{
  if (count_digits(s, at) < n) {
    return -1;
  }
  int value = 0;
  for (size_t i = at; i < at + n; ++i) {
    value = value * 10 + (s.data[i] - '0');
  }
  return value;
}

static bool
is_at(const IsnStr s, const size_t at, const char c)
{
  return at < s.n_bytes && s.data[at] == c;
}

static int
days_of(const int year, const int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const bool is_leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
  return month < 1 || month > 12 ? 0
                                 : days[month - 1] + (month == 2 && is_leap);
}

IsnName
isn_lexical_date(const IsnStr s)
{
  const int year = s.data ? read_digits(s, 0, 4) : -1;
  if (year < 1) {
    return ISN_NAME_NONE;
  }
  if (s.n_bytes == 4) {
    return ISN_NAME_XSD_G_YEAR;
  }
  const int month = is_at(s, 4, '-') ? read_digits(s, 5, 2) : -1;
  if (s.n_bytes == 7) {
    return days_of(year, month) ? ISN_NAME_XSD_G_YEAR_MONTH : ISN_NAME_NONE;
  }
  const int day = is_at(s, 7, '-') ? read_digits(s, 8, 2) : -1;
  return s.n_bytes == 10 && day >= 1 && day <= days_of(year, month)
           ? ISN_NAME_XSD_DATE
           : ISN_NAME_NONE;
}

static bool
is_zone(const IsnStr s, const size_t at)
{
  if (at == s.n_bytes) {
    return true;
  }
  if (is_at(s, at, 'Z')) {
    return at + 1 == s.n_bytes;
  }
  const int hours = read_digits(s, at + 1, 2);
  const int minutes = is_at(s, at + 3, ':') ? read_digits(s, at + 4, 2) : -1;
  return at + 6 == s.n_bytes && (is_at(s, at, '+') || is_at(s, at, '-')) &&
         minutes >= 0 && minutes < 60 && hours >= 0 &&
         hours * 60 + minutes <= 14 * 60;
}

bool
isn_lexical_is_date_time(const IsnStr s)
{
  if (s.n_bytes < 19 || !is_at(s, 10, 'T') || !is_at(s, 13, ':') ||
      !is_at(s, 16, ':') ||
      isn_lexical_date(isn_str_slice(s, 0, 10)) != ISN_NAME_XSD_DATE) {
    return false;
  }
  const int hours = read_digits(s, 11, 2);
  const int minutes = read_digits(s, 14, 2);
  const int seconds = read_digits(s, 17, 2);
  size_t at = 19;
  if (is_at(s, at, '.')) {
    const size_t n_digits = count_digits(s, at + 1);
    if (!n_digits) {
      return false;
    }
    at += 1 + n_digits;
  }
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 &&
         seconds >= 0 && seconds < 60 && is_zone(s, at);
}

bool
isn_lexical_is_integer(const IsnStr s)
{
  const size_t sign = is_at(s, 0, '-') || is_at(s, 0, '+');
  const size_t n_digits = count_digits(s, sign);
  return n_digits && sign + n_digits == s.n_bytes;
}

bool
isn_lexical_is_decimal(const IsnStr s)
{
  const size_t sign = is_at(s, 0, '-') || is_at(s, 0, '+');
  const size_t n_whole = count_digits(s, sign);
  size_t at = sign + n_whole;
  size_t n_part = 0;
  if (is_at(s, at, '.')) {
    n_part = count_digits(s, at + 1);
    at += 1 + n_part;
  }
  return n_whole + n_part && at == s.n_bytes;
}

/// Move `*at` over numbers with the designators of `order`, each at most once.
static size_t
skip_parts(const IsnStr s, size_t* const at, const char* order)
{
  size_t n_parts = 0;
  for (; *order; ++order) {
    const size_t n_digits = count_digits(s, *at);
    size_t end = *at + n_digits;
    if (*order == 'S' && n_digits && is_at(s, end, '.')) {
      const size_t n_fraction = count_digits(s, end + 1);
      end += n_fraction ? 1 + n_fraction : 0;
    }
    if (n_digits && is_at(s, end, *order)) {
      *at = end + 1;
      ++n_parts;
    }
  }
  return n_parts;
}

static bool
weeks_to_days(IsnArena* const arena, IsnStr* const s)
{
  const size_t n_digits = count_digits(*s, 1);
  if (!is_at(*s, 0, 'P') || !n_digits || n_digits > 6 ||
      !is_at(*s, 1 + n_digits, 'W') || s->n_bytes != n_digits + 2) {
    return false;
  }
  *s = isn_arena_print(arena, "P%dD", 7 * read_digits(*s, 1, n_digits));
  return s->data != NULL;
}

bool
isn_lexical_is_duration(IsnArena* const arena, IsnStr* const s)
{
  if (weeks_to_days(arena, s)) {
    return true;
  }
  size_t at = is_at(*s, 0, '-');
  if (!is_at(*s, at, 'P')) {
    return false;
  }
  ++at;
  size_t n_parts = skip_parts(*s, &at, "YMD");
  if (is_at(*s, at, 'T')) {
    ++at;
    const size_t n_times = skip_parts(*s, &at, "HMS");
    n_parts = n_times ? n_parts + n_times : 0;
  }
  return n_parts && at == s->n_bytes;
}
