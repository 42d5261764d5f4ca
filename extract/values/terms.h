// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file terms.h The closed set of words that quantities are made of.
#ifndef ISN_VALUES_TERMS_H
#define ISN_VALUES_TERMS_H

#include "extract/base/str.h"

/// What a word may be in a quantity; one word may be several.
typedef enum {
  ISN_TERM_UNIT = 1 << 0,    ///< 1 to 10; shape 'c': only in compounds
  ISN_TERM_TAIL = 1 << 1,    ///< «عشر» of eleven to nineteen
  ISN_TERM_TENS = 1 << 2,    ///< 20 to 90
  ISN_TERM_HUNDRED = 1 << 3, ///< 100 to 900
  ISN_TERM_SCALE = 1 << 4, ///< «ألف», «مليون», …, and their duals
  ISN_TERM_FRACTION = 1 << 5, ///< «نصف», «ربع»; value in hundredths
  ISN_TERM_ORDINAL = 1 << 6,  ///< shape 'c': in compounds, 'm': of a month
  ISN_TERM_WEEKDAY = 1 << 7,  ///< value 1 (Sunday) to 7, with the article
  ISN_TERM_RELDAY = 1 << 8, ///< «أمس», «غدا»; value in days from today
  ISN_TERM_DAY = 1 << 9,    ///< «يوم»
  ISN_TERM_DAYS = 1 << 10,  ///< «يومي», «أيام»
  ISN_TERM_MONTH = 1 << 11, ///< «شهر»
  ISN_TERM_YEAR = 1 << 12,  ///< «عام», «سنة»
  ISN_TERM_RELATIVE = 1 << 13, ///< «الماضي» -1, «الجاري» 0, «المقبل» 1
  ISN_TERM_TIME = 1 << 14,     ///< A unit of time that can be counted
  ISN_TERM_LASTING = 1 << 15,  ///< «مدة», «مدى», before a duration
  ISN_TERM_TO = 1 << 16,       ///< «إلى», «حتى»
  ISN_TERM_FROM = 1 << 17,     ///< «من»
  ISN_TERM_BETWEEN = 1 << 18,  ///< «بين»
  ISN_TERM_MATCHING = 1 << 19, ///< «الموافق»
  ISN_TERM_THIS = 1 << 20,     ///< value 1 «هذا»; 0 «ذلك», «نفس»
  ISN_TERM_IN = 1 << 21, ///< «في», «منذ», «مطلع»; value 2 «بعد»
  ISN_TERM_ERA = 1 << 22,      ///< «م» 0, «هـ» 1
  ISN_TERM_CLOCK = 1 << 23,    ///< «صباحا», behind an hour
  ISN_TERM_MODIFIER = 1 << 24, ///< value is an IsnModifier
  ISN_TERM_PREP = 1 << 25, ///< «من», «على», «عن» in «أكثر من»
  ISN_TERM_ALMOST = 1 << 26, ///< «تقريبا», behind a number
  ISN_TERM_NOTDAY = 1 << 27, ///< «العالمي» in «اليوم العالمي»;
                             ///< shape 's': «نفسه», without the article
  ISN_TERM_OF_IT = 1 << 28, ///< «منه» of a month told before: «14 منه»
  ISN_TERM_WHOLE = 1 << 29, ///< «كاملا» behind a span of time
  ISN_TERM_AHEAD = 1 << 30, ///< «تستمر»: a weekday behind it is to come
} IsnTermRole;

/// The parts of «أكثر من», «ما لا يقل عن», «ما يقارب», «نحو».
typedef enum {
  ISN_MODIFIER_MORE = 1, ///< «أكثر», with «من»
  ISN_MODIFIER_LESS,     ///< «أقل», with «من»
  ISN_MODIFIER_WHAT,     ///< «ما»
  ISN_MODIFIER_NOT,      ///< «لا»
  ISN_MODIFIER_OVER,     ///< «يزيد», «يفوق»
  ISN_MODIFIER_UNDER,    ///< «يقل»
  ISN_MODIFIER_CLOSE,    ///< «يقارب», «يناهز»
  ISN_MODIFIER_NEARLY,   ///< «نحو», «زهاء», alone
} IsnModifier;

typedef struct {
  IsnStr form; ///< Normal form, without the article
  uint32_t roles;
  int64_t value;
  char unit;  ///< TIME: Y M W D H, N (minute) or S; else 0
  char shape; ///< 's'ingular, 'd'ual, 'p'lural, 'a'ccusative, see roles
} IsnTerm;

/// All terms, in the order of their bytes.
extern const IsnTerm isn_terms[];
extern const size_t isn_n_terms;

enum { ISN_N_TERM_LETTERS = 128 };

/// Where each first letter's terms begin, which lengths and last letters they
/// have, so that nearly every word of a text is turned away after a few reads.
typedef struct {
  uint16_t begin[ISN_N_TERM_LETTERS + 1];
  uint32_t lengths[ISN_N_TERM_LETTERS]; ///< Bit n: a term of n letters
  uint64_t lasts[ISN_N_TERM_LETTERS];   ///< Bit n: a last byte of 0x80 + n
} IsnTermIndex;

void
isn_term_index_init(IsnTermIndex* index);

/// The term of normal form `form`, or NULL.
const IsnTerm*
isn_term_find(const IsnTermIndex* index, IsnStr form);

#endif
