// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/hijri.h"

#include <unicode/ucal.h>

static const UChar utc[] = { 'U', 'T', 'C', 0 };
static const int64_t n_ms_of_day = 86400000;

bool
isn_hijri_to_gregorian(const IsnDay hijri, IsnDay* const gregorian)
{
  if (!hijri.day || !hijri.month || hijri.month > 12 || hijri.day > 30) {
    return false;
  }
  UErrorCode error = U_ZERO_ERROR;
  UCalendar* const calendar =
    ucal_open(utc, 3, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &error);
  if (U_FAILURE(error)) {
    return false;
  }
  ucal_clear(calendar);
  ucal_setAttribute(calendar, UCAL_LENIENT, 0);
  ucal_setDate(calendar, hijri.year, hijri.month - 1, hijri.day, &error);
  const double ms = ucal_getMillis(calendar, &error);
  ucal_close(calendar);
  if (U_FAILURE(error)) {
    return false;
  }
  *gregorian = isn_day_from_number(
    ((int64_t)ms - (ms < 0 ? n_ms_of_day - 1 : 0)) / n_ms_of_day);
  return true;
}
