// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/quantities.h"

#include "extract/values/dates.h"
#include "extract/values/durations.h"
#include "extract/values/money.h"
#include "extract/values/numbers.h"
#include "extract/values/ordinals.h"
#include "extract/values/scan.h"

/// What was matched; `is_reported` is false for what is read over, as hours.
typedef struct {
  IsnQuantity quantity;
  uint32_t end;
  bool is_reported;
  IsnDate date; ///< Where it is one
} Match;

static void
match_date(const IsnScan* const scan, const uint32_t at, Match* const match)
{
  IsnDate date = { 0 };
  const uint32_t end = isn_date_read(scan, at, &date);
  if (end == at) {
    return;
  }
  *match = (Match){ .end = end, .is_reported = date.is_known, .date = date };
  match->quantity.kind = ISN_QUANTITY_DATE;
  if (!date.is_known) {
    return;
  }
  IsnArena* const arena = scan->doc->arena;
  match->quantity.begin = isn_day_print(arena, date.first);
  if (isn_day_to_number(date.first) != isn_day_to_number(date.last)) {
    match->quantity.end = isn_day_print(arena, date.last);
    if (!match->quantity.end.data) {
      match->quantity.begin = (IsnStr){ 0 }; // for push to see
    }
  }
  match->quantity.has_weekday_only = date.is_from_today;
}

/// The number just read, as what counts: money, a duration, or only a number.
static uint32_t
measure(const IsnScan* const scan,
        const uint32_t at,
        const IsnNumber* const number,
        IsnQuantity* const quantity)
{
  IsnArena* const arena = scan->doc->arena;
  IsnStr code = { 0 };
  uint32_t end = isn_currency_read(scan, at, &code);
  if (end != at) {
    quantity->kind = ISN_QUANTITY_MONEY;
    quantity->begin = isn_money_print(arena, number->value, code);
    return end;
  }
  quantity->kind = ISN_QUANTITY_NUMBER;
  const bool is_whole = isn_decimal_to_whole(number->value, &quantity->number);
  IsnDuration duration = { .count = quantity->number };
  end = isn_duration_unit_read(scan, at, &duration.unit);
  if (end != at && is_whole) {
    quantity->kind = ISN_QUANTITY_DURATION;
    quantity->begin = isn_duration_print(arena, duration);
  }
  return end;
}

/// «الواحد», "one and the same" rather than a count.
static bool
is_definite_one(const IsnScan* const scan, const uint32_t at)
{
  const IsnTerm* const unit = isn_scan_definite(scan, at, ISN_TERM_UNIT);
  return unit && unit->value == 1;
}

/// What begins with a number, perhaps a modifier or a symbol before it.
static void
match_number(const IsnScan* const scan,
             const uint32_t at,
             IsnNumber number,
             Match* const match)
{
  IsnStr code = { 0 };
  const uint32_t begin = isn_currency_symbol_read(scan, at, &code);
  uint32_t end = isn_number_read(scan, begin, &number);
  if (end == begin || is_definite_one(scan, begin)) {
    return;
  }
  *match = (Match){ .end = end };
  end = isn_number_spoiler_read(scan, match->end);
  if (end != match->end || isn_number_is_fragment(scan, begin)) {
    match->end = end;
    return;
  }
  IsnQuantity* const quantity = &match->quantity;
  match->end = isn_afterthought_read(scan, match->end, &number);
  if (code.data) {
    quantity->kind = ISN_QUANTITY_MONEY;
    quantity->begin = isn_money_print(scan->doc->arena, number.value, code);
  } else {
    match->end = measure(scan, match->end, &number, quantity);
  }
  match->end = isn_afterthought_read(scan, match->end, &number);
  int64_t whole = 0;
  match->is_reported = quantity->kind != ISN_QUANTITY_NUMBER ||
                       isn_decimal_to_whole(number.value, &whole);
  quantity->is_minimum = number.is_minimum;
  quantity->is_about = number.is_about;
}

static void
match_duration(const IsnScan* const scan,
               const uint32_t at,
               const IsnNumber number,
               Match* const match)
{
  IsnDuration duration;
  const uint32_t end = isn_duration_read(scan, at, &duration);
  if (end == at) {
    return;
  }
  *match = (Match){ .end = end, .is_reported = true };
  match->quantity = (IsnQuantity){
    .kind = ISN_QUANTITY_DURATION,
    .is_minimum = number.is_minimum,
    .is_about = number.is_about,
    .begin = isn_duration_print(scan->doc->arena, duration),
  };
}

/// True if «الثاني» is a king's or a pope's: «الحسن الثاني».
static bool
is_regnal(const IsnScan* const scan, const uint32_t at)
{
  return at > scan->begin && isn_scan_cell(scan, at - 1)->is_name &&
         isn_scan_cell(scan, at)->has_article;
}

/// «التاسعة مساء», but not «الملتقى التاسع مساء أمس»: hours are feminine.
static bool
is_hour(const IsnScan* const scan, const uint32_t end, const int64_t value)
{
  const IsnStr word = scan->analysis->words[end - 1u].word;
  const bool is_feminine = isn_str_ends(word, ISN_STR("ه")) ||
                           (value == 1 && isn_str_ends(word, ISN_STR("ي")));
  return is_feminine && isn_scan_indefinite(scan, end, ISN_TERM_CLOCK);
}

static void
match_ordinal(const IsnScan* const scan, const uint32_t at, Match* const match)
{
  int64_t value = 0;
  const uint32_t end = isn_ordinal_read(scan, at, &value);
  if (end == at) {
    return;
  }
  const bool at_hour = is_hour(scan, end, value);
  *match = (Match){ .end = end + at_hour,
                    .is_reported = !at_hour && !is_regnal(scan, at) };
  match->quantity.kind = ISN_QUANTITY_ORDINAL;
  match->quantity.number = value;
}

/// «الساعة 10:30», «الساعة العاشرة»: read over, a quantity of nothing.
static void
match_hour(const IsnScan* const scan, const uint32_t at, Match* const match)
{
  const IsnTerm* const hour = isn_scan_definite(scan, at, ISN_TERM_TIME);
  if (!hour || hour->unit != 'H' || hour->shape != 's') {
    return;
  }
  IsnNumber number = { 0 };
  int64_t value = 0;
  uint32_t end = isn_ordinal_read(scan, at + 1, &value);
  if (end == at + 1) {
    end = isn_number_read(scan, at + 1, &number);
  }
  if (end != at + 1) {
    *match = (Match){ .end = isn_number_spoiler_read(scan, end) };
  }
}

/// True if the digits behind «الـ» count and are no ordinal: «الـ 200 مليون»,
/// «الـ48 ساعة».
static bool
is_counted(const IsnScan* const scan, const uint32_t digits)
{
  char unit = 0;
  return isn_scan_cell(scan, digits)->digits.data &&
         (isn_scan_term(scan, digits + 1, ISN_TERM_SCALE) ||
          isn_scan_cell(scan, digits + 1)->currency ||
          isn_duration_unit_read(scan, digits + 1, &unit) != digits + 1);
}

/// A number, or an ordinal that is none.
static void
match_digits(const IsnScan* const scan,
             const uint32_t at,
             const IsnNumber number,
             Match* const match)
{
  const bool is_article = isn_scan_cell(scan, at)->is_article;
  const uint32_t digits = at + is_article;
  const IsnCell* const cell = isn_scan_cell(scan, digits);
  if ((is_article || (cell->has_article && cell->digits.data)) &&
      !is_counted(scan, digits)) {
    return;
  }
  match->end = digits;
  match_number(scan, digits, number, match);
  match->end = match->end == digits ? at : match->end;
}

/// Try the kinds in order; the first that matches has the longest match, since
/// a date begins with a number that alone would end before the month.
static Match
match_at(const IsnScan* const scan, const uint32_t at)
{
  Match match = { .end = at };
  match_date(scan, at, &match);
  if (match.end == at) {
    match_hour(scan, at, &match);
  }
  if (match.end != at) {
    return match;
  }
  IsnNumber number = { 0 };
  const uint32_t begin = isn_modifier_read(scan, at, &number);
  match.end = begin;
  match_digits(scan, begin, number, &match);
  if (match.end == begin) {
    match_duration(scan, begin, number, &match);
  }
  if (match.end == begin) {
    match.end = at;
    match_ordinal(scan, at, &match);
  }
  return match;
}

/// The first test, which nearly every token fails.
static bool
may_begin(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  const uint32_t roles =
    ISN_TERM_UNIT | ISN_TERM_TENS | ISN_TERM_HUNDRED | ISN_TERM_SCALE |
    ISN_TERM_FRACTION | ISN_TERM_ORDINAL | ISN_TERM_WEEKDAY | ISN_TERM_RELDAY |
    ISN_TERM_DAY | ISN_TERM_DAYS | ISN_TERM_YEAR | ISN_TERM_MONTH |
    ISN_TERM_TIME | ISN_TERM_FROM | ISN_TERM_BETWEEN | ISN_TERM_MODIFIER;
  if (cell->is_covered) {
    return false;
  }
  if (cell->term) {
    return (cell->term->roles & roles) || cell->month ||
           ((cell->term->roles & ISN_TERM_IN) && cell->term->value == 2);
  }
  return cell->digits.data || cell->is_article || cell->month ||
         (cell->mark && strchr("$EP", cell->mark)) ||
         (cell->mark == '(' && isn_scan_cell(scan, at + 1)->digits.data);
}

static IsnStatus
push(IsnAnalysis* const analysis,
     size_t* const capacity,
     IsnArena* const arena,
     const IsnQuantity* const quantity)
{
  const bool needs_begin = quantity->kind == ISN_QUANTITY_DATE ||
                           quantity->kind == ISN_QUANTITY_DURATION ||
                           quantity->kind == ISN_QUANTITY_MONEY;
  IsnQuantity* const grown = isn_arena_grow(arena,
                                            analysis->quantities,
                                            analysis->n_quantities,
                                            capacity,
                                            sizeof(*quantity));
  if (!grown || (needs_begin && !quantity->begin.data)) {
    return ISN_ERR_NO_MEMORY;
  }
  analysis->quantities = grown;
  grown[analysis->n_quantities++] = *quantity;
  return ISN_SUCCESS;
}

/// Keep a date for «14 منه» behind it; one that is not known hides others.
static void
keep_date(IsnScan* const scan, const Match* const match)
{
  const IsnDate* const date = &match->date;
  if (match->quantity.kind != ISN_QUANTITY_DATE || date->is_from_today ||
      (date->is_known && !date->last.month)) {
    return;
  }
  scan->before =
    date->is_known && !date->is_hijri ? date->last : (IsnDay){ 0, 0, 0 };
  scan->before_end = match->end;
}

static IsnStatus
find_in_sentence(IsnScan* const scan,
                 IsnAnalysis* const analysis,
                 size_t* const capacity)
{
  IsnStatus st = ISN_SUCCESS;
  for (uint32_t at = scan->begin; at < scan->end;) {
    isn_scan_move(scan, at);
    const IsnCell* const cell = isn_scan_cell(scan, at);
    if (!may_begin(scan, at)) {
      ++at;
      continue;
    }
    Match match = match_at(scan, at);
    if (match.end == at) {
      // «تشرين الأول» alone is no ordinal.
      at = cell->month && cell->month->tokens.end <= scan->end
             ? cell->month->tokens.end
             : at + 1;
      continue;
    }
    keep_date(scan, &match);
    if (match.is_reported) {
      match.quantity.tokens = (IsnSpan){ at, match.end };
      ISN_TRY(st, push(analysis, capacity, scan->doc->arena, &match.quantity));
    }
    at = match.end;
  }
  return st;
}

static IsnStatus
find_in_document(IsnScan* const scan, IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  size_t capacity = 0;
  scan->before = (IsnDay){ 0, 0, 0 };
  analysis->quantities = NULL;
  analysis->n_quantities = 0;
  for (size_t i = 0; i < scan->doc->n_sentences; ++i) {
    isn_scan_enter(scan, i);
    ISN_TRY(st, find_in_sentence(scan, analysis, &capacity));
  }
  return st;
}

/// Of a text without a day of its own: the first and the last of the days told
/// with a year. If they are of one year, those told without one have it too.
static bool
find_full_days(IsnScan* const scan, const IsnAnalysis* const analysis)
{
  for (size_t i = 0; i < analysis->n_quantities; ++i) {
    const IsnQuantity* const q = &analysis->quantities[i];
    IsnDay day;
    if (q->kind != ISN_QUANTITY_DATE || !isn_day_parse(q->begin, &day)) {
      continue;
    }
    const int64_t number = isn_day_to_number(day);
    const bool is_only = !scan->first_full.year;
    if (is_only || number < isn_day_to_number(scan->first_full)) {
      scan->first_full = day;
    }
    if (is_only || number > isn_day_to_number(scan->last_full)) {
      scan->last_full = day;
    }
  }
  return scan->first_full.year && scan->first_full.year == scan->last_full.year;
}

IsnStatus
isn_quantities_find(IsnAnalysis* const analysis, const IsnDocument* const doc)
{
  analysis->quantities = NULL;
  analysis->n_quantities = 0;
  if (!doc->n_tokens) {
    return ISN_SUCCESS;
  }
  IsnScan scan;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_scan_init(&scan, analysis, doc));
  ISN_TRY(st, find_in_document(&scan, analysis));
  if (!scan.has_today && find_full_days(&scan, analysis)) {
    ISN_TRY(st, find_in_document(&scan, analysis));
  }
  return st;
}
