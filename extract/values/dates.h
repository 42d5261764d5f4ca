// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file dates.h Days, ranges of days, months and years, worded or numeric.
///
///   point  ::= [days] month [year] | numeric
///   date   ::= [opener] [day noun] [weekdays] [«الموافق»] point [to point]
///
/// dates.c reads what is said, date_point.c one point of it, date_days.c
/// weekdays and «أمس», date_back.c what points back to another date: «14 منه»;
/// date_math.c reckons what is left out.
#ifndef ISN_VALUES_DATES_H
#define ISN_VALUES_DATES_H

#include "extract/values/scan.h"

/// A date as understood; `last` is `first` where there is no range.
typedef struct {
  IsnDay first;
  IsnDay last;
  bool is_known;      ///< False: a date, but which one cannot be said
  bool is_from_today; ///< Only a weekday, or «أمس»
  bool is_hijri;      ///< Told in that calendar only
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
  bool is_back; ///< Its year is that of a date before: «من العام نفسه»
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

/// «منه», «من الشهر نفسه», «من ذات الشهر» behind a day.
uint32_t
isn_month_back_read(const IsnScan* scan, uint32_t at);

/// «نفسه», «ذاتها» behind «العام», «السنة».
uint32_t
isn_self_read(const IsnScan* scan, uint32_t at);

/// The date that words at `at` can point back to; false if there is none.
bool
isn_date_before(const IsnScan* scan, uint32_t at, IsnDay* before);

/// Give days from `at` to `days_end` the month they point back to.
uint32_t
isn_point_back_read(const IsnScan* scan,
                    uint32_t at,
                    uint32_t days_end,
                    IsnPoint* point);

/// The year that the full days of a text without today agree on.
bool
isn_year_borrow(const IsnScan* scan,
                unsigned month,
                unsigned day,
                int32_t* year);

/// Weekdays and days counted from today: «السبت الماضي», «أمس الخميس»,
/// «يومي السبت والأحد». A date may follow, which then counts.
uint32_t
isn_weekdays_read(const IsnScan* scan, uint32_t at, IsnDate* date);

#endif
