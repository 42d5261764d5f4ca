// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/date_math.h"

#include <stdlib.h>

static bool
is_leap(const int32_t year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

unsigned
isn_month_days(const int32_t year, const unsigned month)
{
  static const unsigned char days[] = { 31, 28, 31, 30, 31, 30,
                                        31, 31, 30, 31, 30, 31 };
  return month == 2 && is_leap(year) ? 29u : days[(month - 1) % 12];
}

bool
isn_day_is_valid(const IsnDay day)
{
  return day.year >= 1 && day.year <= 9999 && day.month <= 12 &&
         (day.month ? day.day <= isn_month_days(day.year, day.month)
                    : !day.day);
}

// Both ways after H. Hinnant, "chrono-compatible low-level date algorithms":
// years begin in March, so that the leap day is a year's last.
int64_t
isn_day_to_number(const IsnDay day)
{
  const int64_t month = day.month ? day.month : 1;
  const int64_t d = day.day ? day.day : 1;
  const int64_t y = day.year - (month <= 2);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t year_of_era = y - era * 400;
  const int64_t day_of_year =
    (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int64_t day_of_era =
    year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

IsnDay
isn_day_from_number(const int64_t number)
{
  const int64_t z = number + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int64_t day_of_era = z - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                               day_of_era / 36524 - day_of_era / 146096) /
                              365;
  const int64_t day_of_year =
    day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t m = (5 * day_of_year + 2) / 153;
  const int64_t month = m < 10 ? m + 3 : m - 9;
  return (IsnDay){ (int32_t)(year_of_era + era * 400 + (month <= 2)),
                   (uint8_t)month,
                   (uint8_t)(day_of_year - (153 * m + 2) / 5 + 1) };
}

unsigned
isn_day_weekday(const IsnDay day)
{
  const int64_t n = (isn_day_to_number(day) + 4) % 7; // 1970: a Thursday
  return (unsigned)((n + 7) % 7) + 1;
}

/// `n` digits at `s`, or -1.
static int
digits(const char* const s, const size_t n)
{
  int value = 0;
  for (size_t i = 0; i < n; ++i) {
    if (s[i] < '0' || s[i] > '9') {
      return -1;
    }
    value = value * 10 + (s[i] - '0');
  }
  return value;
}

bool
isn_day_parse(const IsnStr iso, IsnDay* const day)
{
  if (iso.n_bytes < 10 || iso.data[4] != '-' || iso.data[7] != '-') {
    return false;
  }
  const int year = digits(iso.data, 4);
  const int month = digits(iso.data + 5, 2);
  const int d = digits(iso.data + 8, 2);
  if (year < 1 || month < 1 || d < 1) {
    return false;
  }
  *day = (IsnDay){ year, (uint8_t)month, (uint8_t)d };
  return isn_day_is_valid(*day);
}

IsnStr
isn_day_print(IsnArena* const arena, const IsnDay day)
{
  if (day.day) {
    return isn_arena_print(
      arena, "%04d-%02u-%02u", (int)day.year, day.month, day.day);
  }
  if (day.month) {
    return isn_arena_print(arena, "%04d-%02u", (int)day.year, day.month);
  }
  return isn_arena_print(arena, "%04d", (int)day.year);
}

/// From `today` to `month` and `day` of `year`: in months if there is no day.
static int64_t
distance(const unsigned month,
         const unsigned day,
         const int32_t year,
         const IsnDay today)
{
  if (!day) {
    return (int64_t)(year - today.year) * 12 + (int)month - today.month;
  }
  const unsigned n_days = isn_month_days(year, month); // for 29 February
  const IsnDay then = { year,
                        (uint8_t)month,
                        (uint8_t)(day < n_days ? day : n_days) };
  return isn_day_to_number(then) - isn_day_to_number(today);
}

int32_t
isn_day_near_year(const unsigned month,
                  const unsigned day,
                  const IsnDay today,
                  const IsnNear near)
{
  int32_t best = today.year;
  if (near == ISN_NEAR_SAME) {
    return best;
  }
  const int64_t here = distance(month, day, today.year, today);
  if (near == ISN_NEAR_NEXT) {
    return here > 0 ? best : best + 1;
  }
  if (near == ISN_NEAR_LAST) {
    return here < 0 ? best : best - 1;
  }
  int64_t least = llabs(here);
  for (int32_t year = today.year - 1; year <= today.year + 1; ++year) {
    const int64_t there = llabs(distance(month, day, year, today));
    if (there < least) {
      least = there;
      best = year;
    }
  }
  return best;
}

IsnDay
isn_day_near_weekday(const unsigned weekday,
                     const IsnDay today,
                     const IsnNear near)
{
  const int64_t now = isn_day_to_number(today);
  const int64_t back = (isn_day_weekday(today) + 7 - weekday) % 7;
  switch (near) {
    case ISN_NEAR_NEXT:
      return isn_day_from_number(now + 7 - back);
    case ISN_NEAR_LAST:
      return isn_day_from_number(now - (back ? back : 7));
    case ISN_NEAR_ANY:
    case ISN_NEAR_SAME:
      break;
  }
  return isn_day_from_number(now - back);
}
