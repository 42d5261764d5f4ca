// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file dateline.h The place, date and agency with which a report begins.
#ifndef ISN_READ_DATELINE_H
#define ISN_READ_DATELINE_H

#include "extract/base/str.h"

/// Bytes of the dateline with which `paragraph` begins; 0 if it has none.
///
/// «ليون (فرنسا) -», «دبي في 4 فبراير 2026 / وام /», «الرياض 12 ربيع الأول
/// 1441 هـ الموافق 9 نوفمبر 2019 م واس», «روما – (و.م.ع) 9 نونبر 2012».
size_t
isn_dateline_find(IsnStr paragraph);

#endif
