// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file date_math.h Days of the Gregorian calendar.
#ifndef ISN_VALUES_DATE_MATH_H
#define ISN_VALUES_DATE_MATH_H

#include "extract/base/arena.h"

/// A day, or, where `day` or `month` is 0, a whole month or year.
typedef struct {
  int32_t year;
  uint8_t month; ///< 1 to 12
  uint8_t day;   ///< 1 to 31
} IsnDay;

/// Which of the years that a text leaves out is meant.
typedef enum {
  ISN_NEAR_ANY = 0, ///< The nearest
  ISN_NEAR_NEXT,    ///< «المقبل»
  ISN_NEAR_LAST,    ///< «الماضي»
  ISN_NEAR_SAME,    ///< «الجاري»
} IsnNear;

/// Days in `month` (1 to 12) of `year`.
unsigned
isn_month_days(int32_t year, unsigned month);

/// True for a day that exists, and for a month or year without a day.
bool
isn_day_is_valid(IsnDay day);

/// Days since 1970-01-01; a month or year counts as its first day.
int64_t
isn_day_to_number(IsnDay day);

IsnDay
isn_day_from_number(int64_t number);

/// 1 (Sunday) to 7.
unsigned
isn_day_weekday(IsnDay day);

/// Read "YYYY-MM-DD", whatever follows; false if it is none.
bool
isn_day_parse(IsnStr iso, IsnDay* day);

/// "YYYY-MM-DD", "YYYY-MM" or "YYYY"; `data` is NULL without memory.
IsnStr
isn_day_print(IsnArena* arena, IsnDay day);

/// The year of `month` and `day` (0: the month) seen from `today`.
int32_t
isn_day_near_year(unsigned month, unsigned day, IsnDay today, IsnNear near);

/// The day of `weekday` (1 to 7) seen from `today`: without a direction the
/// last one, today included, since news tell what has happened.
IsnDay
isn_day_near_weekday(unsigned weekday, IsnDay today, IsnNear near);

#endif
