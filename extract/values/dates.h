// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file dates.h Days, ranges of days, months and years, worded or numeric.
///
///   point  ::= [days] month [year] | numeric
///   date   ::= [opener] [day noun] [weekdays] [«الموافق»] point [to point]
///
/// dates.c reads what is said, date_point.c one point of it, date_days.c
/// weekdays and «أمس»; date_math.c reckons what is left out.
#ifndef ISN_VALUES_DATES_H
#define ISN_VALUES_DATES_H

#include "extract/values/scan.h"

/// A date as understood; `last` is `first` where there is no range.
typedef struct {
  IsnDay first;
  IsnDay last;
  bool is_known;      ///< False: a date, but which one cannot be said
  bool is_from_today; ///< Only a weekday, or «أمس»
} IsnDate;

/// One point in time as the text words it; 0 is what it does not say.
typedef struct {
  unsigned first_day; ///< 1 to 31
  unsigned last_day;  ///< first_day where it is no range
  unsigned month;
  unsigned last_month; ///< `month` where it is no range of months
  int32_t year;
  IsnNear near; ///< Says of the year what the text says instead of it
  bool is_hijri;
  bool is_unknown; ///< It needs a publication date, and there is none
  bool is_doubtful; ///< Its month is an ordinary noun: «الصيف», «الربيع»
  bool is_sure; ///< More than a bare month's name
} IsnPoint;

/// Read a date at `at`, with «من», «بين» or «يوم» before it if they begin it.
uint32_t
isn_date_read(const IsnScan* scan, uint32_t at, IsnDate* date);

/// Read one point, from its first day to its year.
uint32_t
isn_point_read(const IsnScan* scan, uint32_t at, IsnPoint* point);

/// The year of a point: «2016», «من العام الماضي», «المقبل».
uint32_t
isn_point_year_read(const IsnScan* scan, uint32_t at, IsnPoint* point);

/// «إلى», «حتى», a dash: what parts the ends of a range.
uint32_t
isn_range_sign_read(const IsnScan* scan, uint32_t at);

/// Weekdays and days counted from today: «السبت الماضي», «أمس الخميس»,
/// «يومي السبت والأحد». A date may follow, which then counts.
uint32_t
isn_weekdays_read(const IsnScan* scan, uint32_t at, IsnDate* date);

#endif
