// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file scan.h The tokens as the grammar of quantities sees them.
///
/// Grammar functions `isn_<what>_read(scan, at, …)` match at token `at` and
/// return the token behind the match, or `at` where there is none. They never
/// look behind the sentence's end: there they see an empty cell. Nor do they
/// see further than ISN_SCAN_AHEAD tokens, in sentences that are longer.
#ifndef ISN_VALUES_SCAN_H
#define ISN_VALUES_SCAN_H

#include "extract/analysis.h"
#include "extract/values/date_math.h"
#include "extract/values/terms.h"

/// How many tokens the grammar sees behind the one where it begins to read (no
/// quantity has as many), and before it.
#define ISN_SCAN_AHEAD 512u
#define ISN_SCAN_BACK 64u

/// What one token is to the grammar; zero means: nothing.
typedef struct {
  const IsnTerm* term; ///< Without article and proclitics, or NULL
  const IsnHit* month; ///< Longest month that begins here
  const IsnHit* currency;
  IsnStr digits;    ///< Token that begins with a digit, else absent
  uint32_t value;   ///< Of `digits`, where n_digits is not 0
  uint8_t n_digits; ///< 1 to 9 where `digits` are only digits
  char era;        ///< Letter glued to digits: 'm' «2019م», 'h' «1441هـ»
  char mark;       ///< - / ( ) , : % = $ for punctuation and symbols
  bool has_and;    ///< Its proclitic is «و»
  bool has_clitic; ///< It has any proclitic
  bool has_article;
  bool is_article; ///< «الـ» alone
  bool is_and;     ///< «و» alone
  bool is_covered; ///< Inside a longer name; begins no quantity
  bool is_people;  ///< A nationality: «40 أفغانيا» are no money
  bool is_name;    ///< A given name: what follows is no weekday
} IsnCell;

typedef struct {
  const IsnDocument* doc;
  const IsnAnalysis* analysis;
  IsnTermIndex terms;
  uint32_t begin; ///< Of the sentence
  uint32_t end;
  IsnCell* cells;       ///< Of some tokens of the sentence
  uint32_t cells_begin; ///< The first of them
  uint32_t cells_end;
  IsnDay today; ///< Publication date
  bool has_today;
  IsnDay first_full;   ///< Of the days told with their year, where there is
  IsnDay last_full;    ///< no today: the first and the last in time
  IsnDay before;       ///< The Gregorian date just read; no month: none
  uint32_t before_end; ///< The token behind it
} IsnScan;

IsnStatus
isn_scan_init(IsnScan* scan,
              const IsnAnalysis* analysis,
              const IsnDocument* doc);

/// Go to sentence number `sentence` of the document.
void
isn_scan_enter(IsnScan* scan, size_t sentence);

/// Look up tokens around `at`, if they have not been; what the grammar needs of
/// one is then in its cell. To be called where a quantity may begin.
void
isn_scan_move(IsnScan* scan, uint32_t at);

/// The cell of token `at`, an empty one outside of what can be seen.
static inline const IsnCell*
isn_scan_cell(const IsnScan* const scan, const uint32_t at)
{
  static const IsnCell none = { 0 };
  return at >= scan->cells_begin && at < scan->cells_end
           ? &scan->cells[at - scan->cells_begin]
           : &none;
}

/// The term of token `at` if it has one of `roles`, else NULL.
static inline const IsnTerm*
isn_scan_term(const IsnScan* const scan,
              const uint32_t at,
              const uint32_t roles)
{
  const IsnTerm* const term = isn_scan_cell(scan, at)->term;
  return term && (term->roles & roles) ? term : NULL;
}

static inline char
isn_scan_mark(const IsnScan* const scan, const uint32_t at)
{
  return isn_scan_cell(scan, at)->mark;
}

/// True if token `*at` is coordinated; steps over a «و» of its own.
static inline bool
isn_scan_and(const IsnScan* const scan, uint32_t* const at)
{
  const IsnCell* const cell = isn_scan_cell(scan, *at);
  *at += cell->is_and;
  return cell->is_and || cell->has_and;
}

/// True if nothing stands between tokens `at - 1` and `at` of one sentence.
bool
isn_scan_is_glued(const IsnScan* scan, uint32_t at);

/// The same term with «ال».
static inline const IsnTerm*
isn_scan_definite(const IsnScan* const scan,
                  const uint32_t at,
                  const uint32_t roles)
{
  return isn_scan_cell(scan, at)->has_article ? isn_scan_term(scan, at, roles)
                                              : NULL;
}

/// The same term without «ال».
static inline const IsnTerm*
isn_scan_indefinite(const IsnScan* const scan,
                    const uint32_t at,
                    const uint32_t roles)
{
  return isn_scan_cell(scan, at)->has_article ? NULL
                                              : isn_scan_term(scan, at, roles);
}

#endif
