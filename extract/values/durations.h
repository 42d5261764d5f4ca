// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file durations.h «ثلاثة أيام», «يومين», «لمدة أسبوع».
#ifndef ISN_VALUES_DURATIONS_H
#define ISN_VALUES_DURATIONS_H

#include "extract/values/numbers.h"

/// A count of one unit of time.
typedef struct {
  int64_t count;
  char unit; ///< Y M W D H, N (minute) or S
} IsnDuration;

/// The unit behind a counted number: «أيام» in «ثلاثة أيام».
uint32_t
isn_duration_unit_read(const IsnScan* scan, uint32_t at, char* unit);

/// A duration without a number before it: «يومين», «يوما واحدا», «الأيام
/// الثلاثة», and «أسبوع» after «لمدة».
uint32_t
isn_duration_read(const IsnScan* scan, uint32_t at, IsnDuration* duration);

/// As xsd:duration: "P3D", "PT2H"; `data` is NULL without memory.
IsnStr
isn_duration_print(IsnArena* arena, IsnDuration duration);

#endif
