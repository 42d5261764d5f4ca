// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file analysis.h What lexicon, gazetteers and number grammar know of the
/// tokens; a pure function of text, tokens and knowledge, never in a record.
#ifndef ISN_ANALYSIS_H
#define ISN_ANALYSIS_H

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

/// One entry of a gazetteer, as compiled.
typedef struct {
  IsnStr type; ///< "Country", "Month", "GivenName", …
  IsnStr key;
  IsnStr name;     ///< The canonical name
  IsnStr same_as;  ///< IRIs with | between them
  IsnStr features; ///< name=value and flags with | between them
} IsnEntry;

/// A token seen through the normal form.
typedef struct {
  IsnStr whole; ///< Normal form of the whole token («والانتربول»)
  IsnStr word; ///< The same without the proclitics split off («الانتربول»)
  const uint32_t* classes; ///< Sorted class numbers | features, see classes.h
  uint64_t
    form; ///< The same for words that patterns cannot tell apart; 0: none
  const struct IsnSign* sign; ///< What patterns see of it; NULL: not yet known
  uint32_t char_begin;        ///< Code point of the text where `word` begins
  uint32_t byte_begin;        ///< The same in bytes
  uint16_t n_classes;
  uint8_t flags;        ///< IsnWordFlag
  uint8_t n_proclitics; ///< 0 to 3
  char proclitics[8];   ///< Their letters in order, UTF-8, "و" "ب" …
  bool cuts_article; ///< «للـ»: the article's alef was dropped in writing
} IsnWord;

typedef enum {
  ISN_WORD_ARTICLE = 1 << 0, ///< begins with ال
  ISN_WORD_KNOWN = 1 << 1,   ///< lexicon or gazetteer knows it
  ISN_WORD_QUOTED = 1 << 2,  ///< inside a quotation
  ISN_WORD_OPEN = 1 << 3,    ///< an opening quotation mark
  ISN_WORD_CLOSE = 1 << 4,   ///< a closing quotation mark
  ISN_WORD_TA = 1 << 5,      ///< ends in ta marbuta: no pronoun there
  ISN_WORD_YEH = 1 << 6,     ///< ends in ي, in a text that writes ى too
} IsnWordFlag;

/// Whether the word is of lexical class `number`.
static inline bool
isn_word_has_class(const IsnWord* const word, const uint32_t number)
{
  for (size_t i = 0; i < word->n_classes; ++i) {
    if (word->classes[i] >> 16 == number) {
      return true;
    }
  }
  return false;
}

/// An entry found: longest matches and, at equal length, all entries.
typedef struct {
  IsnSpan tokens;
  const IsnEntry* entry;
  bool is_common; ///< Also an ordinary word: a name only in context
} IsnHit;

typedef enum {
  ISN_QUANTITY_NUMBER, ///< «أكثر من 40», «ثلاثة عشر», «9 آلاف»
  ISN_QUANTITY_ORDINAL, ///< «الرابع», «الـ 39», «الحادية والثمانون»
  ISN_QUANTITY_DATE, ///< «10-12 كانون الأول/ديسمبر 2019», «أمس»
  ISN_QUANTITY_DURATION, ///< «ثلاثة أيام», «يومين»
  ISN_QUANTITY_MONEY,    ///< «376 مليون درهم»
} IsnQuantityKind;

/// A number, date, duration or sum in the text.
typedef struct {
  IsnQuantityKind kind;
  IsnSpan tokens; ///< Indices [begin, end); a first token's proclitic is out
  int64_t number; ///< NUMBER, ORDINAL
  bool is_minimum; ///< «أكثر من», «ما يفوق», «ما لا يقل عن»: at least
  bool is_about; ///< «نحو», «زهاء», «قرابة»
  IsnStr begin;  ///< DATE: ISO date of the first day (or YYYY-MM, YYYY);
                 ///< DURATION: P3D; MONEY: "376000000 AED" or, where the
                 ///< text names no country's currency, "376000000 dirham"
  IsnStr end;    ///< DATE: last day of a range, else absent
  bool has_weekday_only; ///< DATE from «الأحد», «أمس», «اليوم»: from the
                         ///< publication date
} IsnQuantity;

typedef struct IsnAnalysis {
  IsnWord* words; ///< One per token
  IsnHit* hits;   ///< In order of begin, longer first
  size_t n_hits;
  IsnQuantity* quantities; ///< In order, not overlapping
  size_t n_quantities;
} IsnAnalysis;

/// Number of the first hit that begins at or behind `token`.
static inline size_t
isn_analysis_first_hit(const IsnAnalysis* const a, const uint32_t token)
{
  size_t low = 0;
  for (size_t high = a->n_hits; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (a->hits[middle].tokens.begin < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

#endif
