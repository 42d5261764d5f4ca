// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/durations.h"

#include "extract/values/ordinals.h"

#include <inttypes.h>

/// True if the unit at `at` begins a date: «عام 2010», «شهر نوفمبر».
static bool
is_of_date(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const next = isn_scan_cell(scan, at + 1);
  return (isn_scan_term(scan, at, ISN_TERM_YEAR) && next->n_digits == 4) ||
         (isn_scan_term(scan, at, ISN_TERM_MONTH) && next->month) ||
         (isn_scan_term(scan, at, ISN_TERM_DAY | ISN_TERM_DAYS) &&
          (next->n_digits ||
           isn_scan_definite(scan, at + 1, ISN_TERM_WEEKDAY)));
}

uint32_t
isn_duration_unit_read(const IsnScan* const scan,
                       const uint32_t at,
                       char* const unit)
{
  const IsnTerm* const term = isn_scan_indefinite(scan, at, ISN_TERM_TIME);
  if (!term || term->shape == 'd' || isn_scan_cell(scan, at)->has_clitic ||
      is_of_date(scan, at)) {
    return at;
  }
  *unit = term->unit;
  return at + 1;
}

/// «الثلاثة» or «الـ24» behind «الأيام», «الساعات».
static uint32_t
read_definite_count(const IsnScan* const scan,
                    const uint32_t at,
                    int64_t* const count)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  if (cell->is_article || (cell->has_article && cell->n_digits)) {
    return isn_ordinal_read(scan, at, count);
  }
  const IsnTerm* const term = isn_scan_definite(scan, at, ISN_TERM_UNIT);
  if (!term || term->value < 3 || cell->has_clitic) {
    return at;
  }
  *count = term->value;
  return at + 1;
}

/// True if «أسبوعا» or «شهرا» at `at` is all there is: no «وشهرا», no number
/// that was not understood before it, no «ونصف» or «بعد شهر» behind it.
static bool
is_alone(const IsnScan* const scan, const uint32_t at)
{
  const uint32_t numbers = ISN_TERM_UNIT | ISN_TERM_TAIL | ISN_TERM_TENS |
                           ISN_TERM_HUNDRED | ISN_TERM_SCALE | ISN_TERM_TIME;
  const IsnTerm* const behind = isn_scan_term(scan, at + 1, ISN_TERM_IN);
  return !isn_scan_cell(scan, at)->has_clitic &&
         !(at > scan->begin && (isn_scan_cell(scan, at - 1)->digits.data ||
                                isn_scan_term(scan, at - 1, numbers))) &&
         !(behind && behind->value == 2);
}

/// True for «ونصف» at `at`.
static bool
is_and_part(const IsnScan* const scan, uint32_t at)
{
  return isn_scan_and(scan, &at) && isn_scan_term(scan, at, ISN_TERM_FRACTION);
}

/// «يوما واحدا», «شهرا كاملا», «أسبوعا», and «أسبوع» after «مدة» or «مدى».
static uint32_t
read_single(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  if (cell->has_article || is_of_date(scan, at)) {
    return at;
  }
  const IsnTerm* const one = isn_scan_indefinite(scan, at + 1, ISN_TERM_UNIT);
  if (one && one->value == 1 && one->shape != 'c' &&
      !isn_scan_cell(scan, at + 1)->has_clitic) {
    return at + 2;
  }
  if (is_and_part(scan, at + 1)) {
    return at;
  }
  if (isn_scan_indefinite(scan, at + 1, ISN_TERM_WHOLE) && is_alone(scan, at)) {
    return at + 2;
  }
  const bool is_told =
    (at > scan->begin && isn_scan_term(scan, at - 1, ISN_TERM_LASTING)) ||
    (cell->term->shape == 'a' && is_alone(scan, at));
  return is_told ? at + 1 : at;
}

uint32_t
isn_duration_read(const IsnScan* const scan,
                  const uint32_t at,
                  IsnDuration* const duration)
{
  const IsnTerm* const term = isn_scan_term(scan, at, ISN_TERM_TIME);
  if (!term) {
    return at;
  }
  *duration = (IsnDuration){ 1, term->unit };
  switch (term->shape) {
    case 'd':
      duration->count = 2;
      return at + 1;
    case 'p': {
      const uint32_t end = read_definite_count(scan, at + 1, &duration->count);
      return isn_scan_cell(scan, at)->has_article && end != at + 1 ? end : at;
    }
    default:
      return read_single(scan, at);
  }
}

IsnStr
isn_duration_print(IsnArena* const arena, const IsnDuration duration)
{
  const bool is_time = strchr("HNS", duration.unit) != NULL;
  if (duration.unit == 'W') { // xsd:duration knows no weeks
    return isn_arena_print(arena, "P%" PRId64 "D", duration.count * 7);
  }
  return isn_arena_print(arena,
                         "P%s%" PRId64 "%c",
                         is_time ? "T" : "",
                         duration.count,
                         duration.unit == 'N' ? 'M' : duration.unit);
}
