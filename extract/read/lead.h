// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lead.h The day of writing, as a report's first paragraphs tell it.
#ifndef ISN_READ_LEAD_H
#define ISN_READ_LEAD_H

#include "extract/base/str.h"

/// The day that «اليوم», «أمس» or «غدا» counts from, where its date follows:
/// «افتتح اليوم الخميس 18 أفريل 2019» was written that day, «أمس الأحد 9
/// أكتوبر 2016» the day after. False if no date follows such a word, or if it
/// is not the weekday said with it.
bool
isn_lead_find_date(IsnStr paragraph, char iso[11]);

#endif
