// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file symbols.h Private-use letters of the annotated sentence.
///
/// In it a mention, quantity or quotation is one letter, and a word is its
/// normal form followed by marks: one letter for each lexical class it has,
/// each followed by one for each feature. Words have one blank between them; a
/// proclitic stands before its word with a tatweel:
///
///   « وـقال‹say›‹perf› ‹Person› لـ‹Organization› : ‹Quote› »
#ifndef ISN_RULES_SYMBOLS_H
#define ISN_RULES_SYMBOLS_H

#include "extract/base/str.h"

typedef enum {
  ISN_SYMBOL_PERSON,
  ISN_SYMBOL_ORGANIZATION, ///< That is none of the next three
  ISN_SYMBOL_MINISTRY,
  ISN_SYMBOL_AGENCY, ///< A unit or an authority by its head, of no other body
  ISN_SYMBOL_LENDER, ///< A bank, a fund or a foundation: it lends and gives
  ISN_SYMBOL_PLACE,  ///< A place that is none of the next three
  ISN_SYMBOL_COUNTRY,
  ISN_SYMBOL_CITY,
  ISN_SYMBOL_REGION,
  ISN_SYMBOL_MEETING,
  ISN_SYMBOL_OPERATION,
  ISN_SYMBOL_INITIATIVE,
  ISN_SYMBOL_AGREEMENT,
  ISN_SYMBOL_NUMBER,
  ISN_SYMBOL_ORDINAL,
  ISN_SYMBOL_DATE,
  ISN_SYMBOL_DURATION,
  ISN_SYMBOL_MONEY,
  ISN_SYMBOL_QUOTE,
  ISN_N_SYMBOLS
} IsnSymbol;

#define ISN_SYMBOL_FIRST 0xE000u
#define ISN_CLASS_FIRST 0xE100u
#define ISN_CLASS_LAST 0xE7FFu
#define ISN_FEATURE_FIRST 0xE800u
#define ISN_FEATURE_LAST 0xE80Fu
#define ISN_MAX_CLASSES (ISN_CLASS_LAST - ISN_CLASS_FIRST + 1u)

/// Classes that no list gives: the shape of the word does.
typedef enum {
  ISN_SHAPE_DEFINITE, ///< "def": begins with the article
  ISN_SHAPE_UNKNOWN,  ///< "unknown": Arabic, in no list
  ISN_SHAPE_LATIN,    ///< "latin"
  ISN_SHAPE_ARABIC,   ///< "arabic": any word in Arabic letters
  ISN_SHAPE_NISBA,    ///< "nisba": ends like a relative adjective, ي or ية
  ISN_SHAPE_FEMININE, ///< "ta": ends in ta marbuta
  ISN_SHAPE_TANWIN,   ///< "alef": ends in alef, as indefinite accusatives do
  ISN_SHAPE_YEH, ///< "yeh": ends in ي where the text tells it from ى («علي»)
  ISN_N_SHAPES
} IsnShape;

#endif
