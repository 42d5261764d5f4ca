// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file money.h «376 مليون درهم», «€ 2,5 مليون».
#ifndef ISN_VALUES_MONEY_H
#define ISN_VALUES_MONEY_H

#include "extract/values/numbers.h"

/// A currency behind a number: its code or, of a name that several countries'
/// share, the name («درهم» gives "dirham"), as in its gazetteer key.
uint32_t
isn_currency_read(const IsnScan* scan, uint32_t at, IsnStr* code);

/// A symbol before a number: «$».
uint32_t
isn_currency_symbol_read(const IsnScan* scan, uint32_t at, IsnStr* code);

/// "376000000 AED"; `data` is NULL without memory.
IsnStr
isn_money_print(IsnArena* arena, IsnDecimal value, IsnStr code);

#endif
