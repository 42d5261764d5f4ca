// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/ordinals.h"

/// «ال(16)», «الـ (120)»: the number in brackets behind the article.
static uint32_t
read_bracketed(const IsnScan* const scan,
               const uint32_t at,
               int64_t* const value)
{
  const IsnCell* const cell = isn_scan_cell(scan, at + 2);
  if (!isn_scan_cell(scan, at)->is_article ||
      isn_scan_mark(scan, at + 1) != '(' || !cell->n_digits || cell->era ||
      !cell->value || isn_scan_mark(scan, at + 3) != ')') {
    return at;
  }
  *value = cell->value;
  return at + 4;
}

/// «الـ39», «ال81», «الـ 39».
static uint32_t
read_digits(const IsnScan* const scan, const uint32_t at, int64_t* const value)
{
  const uint32_t digits = at + isn_scan_cell(scan, at)->is_article;
  const IsnCell* const cell = isn_scan_cell(scan, digits);
  if (!cell->n_digits || cell->era || !cell->value ||
      (digits == at && !cell->has_article)) {
    return at;
  }
  *value = cell->value;
  return digits + 1;
}

/// «الخامس», «الخامس عشر», «الخامس والعشرين».
static uint32_t
read_units(const IsnScan* const scan, const uint32_t at, int64_t* const value)
{
  const IsnTerm* const unit = isn_scan_term(scan, at, ISN_TERM_ORDINAL);
  if (!unit || unit->shape == 'm') {
    return at;
  }
  *value = unit->value;
  if (unit->value < 10 && isn_scan_indefinite(scan, at + 1, ISN_TERM_TAIL) &&
      !isn_scan_cell(scan, at + 1)->has_clitic) {
    *value += 10;
    return at + 2;
  }
  uint32_t next = at + 1;
  if (unit->value < 10 && isn_scan_and(scan, &next)) {
    const IsnTerm* const tens = isn_scan_term(scan, next, ISN_TERM_TENS);
    if (tens && isn_scan_cell(scan, next)->has_article ==
                  isn_scan_cell(scan, at)->has_article) {
      *value += tens->value;
      return next + 1;
    }
  }
  // «ثانية» alone is "again" or a second of time.
  const bool is_again =
    unit->unit == 'S' && !isn_scan_cell(scan, at)->has_article;
  return unit->shape == 'c' || is_again ? at : at + 1;
}

/// «العشرين», «الخامس والعشرين», anything below a hundred.
static uint32_t
read_below_hundred(const IsnScan* const scan,
                   const uint32_t at,
                   int64_t* const value)
{
  const uint32_t end = read_units(scan, at, value);
  if (end != at) {
    return end;
  }
  const IsnTerm* const tens = isn_scan_definite(scan, at, ISN_TERM_TENS);
  if (!tens) {
    return at;
  }
  *value = tens->value;
  return at + 1;
}

/// «المئة», «المئة والخامس», «المئة والثلاثين».
static uint32_t
read_hundreds(const IsnScan* const scan,
              const uint32_t at,
              int64_t* const value)
{
  const IsnTerm* const hundred = isn_scan_definite(scan, at, ISN_TERM_HUNDRED);
  if (!hundred || isn_scan_cell(scan, at)->has_clitic) {
    return at; // «بالمئة», per cent
  }
  *value = hundred->value;
  uint32_t next = at + 1;
  int64_t rest = 0;
  if (isn_scan_and(scan, &next)) {
    const uint32_t end = read_below_hundred(scan, next, &rest);
    if (end != next) {
      *value += rest;
      return end;
    }
  }
  return at + 1;
}

/// «الخامس بعد المئة», «الخامس بعد المئة والألف», «الخامس بعد الألف».
static uint32_t
read_after(const IsnScan* const scan, const uint32_t at, int64_t* const value)
{
  const IsnTerm* const after = isn_scan_term(scan, at, ISN_TERM_IN);
  if (!after || after->value != 2) {
    return at;
  }
  uint32_t end = at + 1;
  const IsnTerm* const hundred = isn_scan_definite(scan, end, ISN_TERM_HUNDRED);
  if (hundred) {
    *value += hundred->value;
    ++end;
  }
  uint32_t next = end;
  const bool may_go_on = !hundred || isn_scan_and(scan, &next);
  const IsnTerm* const thousand =
    may_go_on ? isn_scan_definite(scan, next, ISN_TERM_SCALE) : NULL;
  if (thousand && thousand->value == 1000) {
    *value += thousand->value;
    return next + 1;
  }
  return hundred ? end : at;
}

uint32_t
isn_ordinal_read(const IsnScan* const scan,
                 const uint32_t at,
                 int64_t* const value)
{
  uint32_t end = read_digits(scan, at, value);
  if (end == at) {
    end = read_bracketed(scan, at, value);
  }
  if (end == at) {
    end = read_hundreds(scan, at, value);
  }
  if (end != at) {
    return end;
  }
  end = read_below_hundred(scan, at, value);
  return end == at ? at : read_after(scan, end, value);
}
