// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file ordinals.h «الرابع», «الحادية والثمانون», «الـ 39».
#ifndef ISN_VALUES_ORDINALS_H
#define ISN_VALUES_ORDINALS_H

#include "extract/values/scan.h"

/// Read an ordinal, definite or not («رابع اجتماع»).
///
/// «المئة» and tens are ordinals where they are definite («الأربعين»).
uint32_t
isn_ordinal_read(const IsnScan* scan, uint32_t at, int64_t* value);

#endif
