// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file numbers.h Numbers in digits and words, with what modifies them.
#ifndef ISN_VALUES_NUMBERS_H
#define ISN_VALUES_NUMBERS_H

#include "extract/values/scan.h"

/// digits / 10^n_decimals, exactly.
typedef struct {
  int64_t digits;
  unsigned n_decimals;
} IsnDecimal;

typedef struct {
  IsnDecimal value;
  bool is_minimum;
  bool is_about;
} IsnNumber;

/// Read one token's digits: «1,000», «2,5», «10.000», «12٬500٫75».
///
/// One sign before exactly three digits parts thousands, unless a scale word
/// follows («1.250 مليون»).
bool
isn_decimal_parse(IsnStr s, bool before_scale, IsnDecimal* value);

/// The whole number that `value` is; false if it has decimals.
bool
isn_decimal_to_whole(IsnDecimal value, int64_t* whole);

/// Shortest decimal form, "2.5"; `data` is NULL without memory.
IsnStr
isn_decimal_print(IsnArena* arena, IsnDecimal value);

/// «أكثر من», «نحو», «ما لا يقل عن»: sets the flags of `number`.
uint32_t
isn_modifier_read(const IsnScan* scan, uint32_t at, IsnNumber* number);

/// A number without modifiers: sets the value of `number`. Digits may have an
/// article («ال200 مليون»): that they do count is for the caller to know.
uint32_t
isn_number_read(const IsnScan* scan, uint32_t at, IsnNumber* number);

/// «تقريبا» and «على الأقل» behind a number.
uint32_t
isn_afterthought_read(const IsnScan* scan, uint32_t at, IsnNumber* number);

/// What makes a number none that counts: «%», «في المئة», «صباحا», «:30».
uint32_t
isn_number_spoiler_read(const IsnScan* scan, uint32_t at);

/// True if the digits at `at` are a part of a name: «I-24/7», «كوفيد-19».
bool
isn_number_is_fragment(const IsnScan* scan, uint32_t at);

#endif
