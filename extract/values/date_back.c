// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/dates.h"

#include <stdlib.h>

enum {
  MOST_BACK = 60, // tokens from a date to what points back to it
  TURN = 62,      // days around new year where the year told may be the other
};

uint32_t
isn_month_back_read(const IsnScan* const scan, const uint32_t at)
{
  if (isn_scan_term(scan, at, ISN_TERM_OF_IT)) {
    return isn_scan_cell(scan, at)->has_clitic ? at : at + 1;
  }
  if (!isn_scan_indefinite(scan, at, ISN_TERM_FROM)) {
    return at;
  }
  const IsnTerm* const same = isn_scan_indefinite(scan, at + 1, ISN_TERM_THIS);
  const uint32_t noun = at + 1 + (same != NULL);
  if (!isn_scan_definite(scan, noun, ISN_TERM_MONTH)) {
    return at;
  }
  if (same) {
    return same->value ? at : noun + 1;
  }
  return isn_self_read(scan, noun + 1) == noun + 1 ? at : noun + 2;
}

uint32_t
isn_self_read(const IsnScan* const scan, const uint32_t at)
{
  const IsnTerm* const term = isn_scan_indefinite(scan, at, ISN_TERM_NOTDAY);
  return at + (term && term->shape == 's');
}

bool
isn_date_before(const IsnScan* const scan,
                const uint32_t at,
                IsnDay* const before)
{
  *before = scan->before;
  return before->month && at - scan->before_end <= MOST_BACK;
}

/// True if a day may be told at `at`: «14 منه» alone counts things.
static bool
has_room_for_day(const IsnScan* const scan, const uint32_t at)
{
  const uint32_t openers = ISN_TERM_IN | ISN_TERM_DAY | ISN_TERM_DAYS |
                           ISN_TERM_TO | ISN_TERM_FROM | ISN_TERM_BETWEEN;
  return at > scan->begin &&
         (isn_scan_indefinite(scan, at - 1, openers) ||
          isn_scan_definite(scan, at - 1, ISN_TERM_WEEKDAY) ||
          isn_range_sign_read(scan, at - 1) == at ||
          // «3 مايو و14 منه», but no «و14 منه» further on
          at - (isn_scan_cell(scan, at - 1)->is_and) == scan->before_end);
}

uint32_t
isn_point_back_read(const IsnScan* const scan,
                    const uint32_t at,
                    const uint32_t days_end,
                    IsnPoint* const point)
{
  const uint32_t end = isn_month_back_read(scan, days_end);
  if (end == days_end) {
    return days_end;
  }
  IsnDay before;
  const bool is_known = isn_date_before(scan, at, &before);
  if (isn_scan_term(scan, days_end, ISN_TERM_OF_IT) &&
      (!is_known || point->first_day <= before.day ||
       !has_room_for_day(scan, at))) {
    return days_end;
  }
  point->year = is_known ? before.year : 1;
  point->month = point->last_month = is_known ? before.month : 1;
  point->is_unknown = !is_known;
  return end;
}

bool
isn_year_borrow(const IsnScan* const scan,
                const unsigned month,
                const unsigned day,
                int32_t* const year)
{
  const IsnDay ends[] = { scan->first_full, scan->last_full };
  *year = ends[0].year;
  if (!*year || *year != ends[1].year) {
    return false;
  }
  // «3 يناير» beside a day of December is the next year's as well as not.
  for (size_t i = 0; i < 2; ++i) {
    const int32_t near = isn_day_near_year(month, day, ends[i], ISN_NEAR_ANY);
    const IsnDay there = { near, (uint8_t)month, (uint8_t)(day ? day : 15) };
    if (near != *year &&
        llabs(isn_day_to_number(there) - isn_day_to_number(ends[i])) <= TURN) {
      return false;
    }
  }
  return true;
}
