// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file hijri.h The adapter to ICU's Islamic calendar.
#ifndef ISN_VALUES_HIJRI_H
#define ISN_VALUES_HIJRI_H

#include "extract/values/date_math.h"

/// The Gregorian day of a day of the Umm al-Qura calendar (Saudi Arabia's).
///
/// Elsewhere a month may begin a day earlier or later, as the moon is seen.
/// Returns false for a day that does not exist and where ICU fails.
bool
isn_hijri_to_gregorian(IsnDay hijri, IsnDay* gregorian);

#endif
