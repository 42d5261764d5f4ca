// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file date.h A document's date, as releases and pages write it.
#ifndef ISN_READ_DATE_H
#define ISN_READ_DATE_H

#include "extract/base/str.h"

/// The first date in the first words of `words`, as "YYYY-MM-DD".
///
/// Day, month's name and year in any digits and under all Arab and English
/// names, or numbers (2016/10/08, 8-10-2016: the day first). Hijri dates are
/// passed over. False if there is none.
bool
isn_date_find(IsnStr words, char iso[11]);

/// The date with which an ISO 8601 date or time begins; false if it is none.
bool
isn_date_take_iso(IsnStr words, char iso[11]);

/// Words of a short line that are neither numbers nor months.
size_t
isn_date_count_others(IsnStr words);

/// Whether `word` may be a part of a date, marks around it aside: «الخميس،»,
/// «(14», «الأول/أكتوبر», «1441هـ», «الموافق».
bool
isn_date_is_word(IsnStr word);

/// Whether a month's name begins with `word`.
bool
isn_date_is_month(IsnStr word);

#endif
