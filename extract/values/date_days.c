// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/dates.h"

#include "extract/lexicon/lexicon.h"

/// From a verb to the weekday that it tells.
#define MAX_WORDS_AHEAD 12u

/// «مساء غد»: whether a part of the day stands before `at`.
static bool
is_evening(const IsnScan* const scan, const uint32_t at)
{
  static const char* const parts[] = {
    "صباح", "مساء", "ليله", "فجر", "ظهر", "عصر", "سهره",
  };
  for (size_t i = 0; at > scan->begin && i < sizeof(parts) / sizeof(parts[0]);
       ++i) {
    if (isn_str_is(scan->analysis->words[at - 1].word, parts[i])) {
      return true;
    }
  }
  return false;
}

/// «أمس الأول», «أول أمس», «بعد غد»: days from today.
static uint32_t
read_yesterday(const IsnScan* const scan,
               const uint32_t at,
               int64_t* const n_days)
{
  uint32_t next = at;
  const IsnTerm* const first =
    isn_scan_indefinite(scan, at, ISN_TERM_ORDINAL | ISN_TERM_IN);
  const bool is_first = first && (first->roles & ISN_TERM_ORDINAL) &&
                        first->value == 1 && !first->shape;
  const bool is_after =
    first && (first->roles & ISN_TERM_IN) && first->value == 2;
  next += is_first || is_after;
  next += is_first && isn_scan_term(scan, next, ISN_TERM_FROM);
  const IsnTerm* const term = isn_scan_term(scan, next, ISN_TERM_RELDAY);
  if (!term || (is_first && term->value > 0) || (is_after && term->value < 0)) {
    return at;
  }
  *n_days = term->value * (is_first || is_after ? 2 : 1);
  const IsnTerm* const behind =
    isn_scan_definite(scan, next + 1, ISN_TERM_ORDINAL);
  if (*n_days == -1 && behind && behind->value == 1) {
    *n_days = -2;
    return next + 2;
  }
  // «الغد» is the future, «يوم الغد» and «غد الخميس» tomorrow.
  const bool has_weekday =
    !isn_scan_cell(scan, at)->is_article &&
    (isn_scan_definite(scan, at + 1, ISN_TERM_WEEKDAY) || is_evening(scan, at));
  const bool is_future =
    term->shape == 'c' && next == at && !has_weekday &&
    !(at > scan->begin && isn_scan_term(scan, at - 1, ISN_TERM_DAY));
  return is_future ? at : next + 1;
}

/// True if «اليوم» at `at` is not today: «اليوم العالمي», «حتى اليوم».
static bool
is_no_today(const IsnScan* const scan, const uint32_t at)
{
  const uint32_t behind =
    ISN_TERM_ORDINAL | ISN_TERM_NOTDAY | ISN_TERM_UNIT | ISN_TERM_RELATIVE;
  const IsnTerm* const self =
    isn_scan_indefinite(scan, at + 1, ISN_TERM_NOTDAY);
  return (at > scan->begin &&
          isn_scan_term(scan, at - 1, ISN_TERM_THIS | ISN_TERM_TO)) ||
         (isn_scan_definite(scan, at + 1, behind) &&
          !isn_scan_definite(scan, at + 1, ISN_TERM_WEEKDAY)) ||
         (self && self->shape) || isn_scan_cell(scan, at + 1)->is_article;
}

static uint32_t
read_relative_day(const IsnScan* const scan,
                  const uint32_t at,
                  int64_t* const n_days)
{
  const uint32_t end = read_yesterday(scan, at, n_days);
  if (end != at) {
    return end;
  }
  if (!isn_scan_definite(scan, at, ISN_TERM_DAY) || is_no_today(scan, at)) {
    return at;
  }
  *n_days = 0;
  return at + 1;
}

/// A weekday's number, 0 if none: with the article, and no one's name.
static unsigned
weekday_of(const IsnScan* const scan, const uint32_t at)
{
  const IsnTerm* const term = isn_scan_definite(scan, at, ISN_TERM_WEEKDAY);
  const bool is_name = at > scan->begin && isn_scan_cell(scan, at - 1)->is_name;
  return term && !is_name ? (unsigned)term->value : 0;
}

static uint32_t
read_direction(const IsnScan* const scan,
               const uint32_t at,
               IsnNear* const near)
{
  const IsnTerm* const term = isn_scan_definite(scan, at, ISN_TERM_RELATIVE);
  if (!term) {
    return at;
  }
  *near = term->value < 0   ? ISN_NEAR_LAST
          : term->value > 0 ? ISN_NEAR_NEXT
                            : ISN_NEAR_SAME;
  return at + 1;
}

/// A word that can only be a verb in the perfect.
static bool
is_past(const IsnWord* const word)
{
  bool is_perfect = false;
  for (size_t i = 0; i < word->n_classes; ++i) {
    const uint32_t features = word->classes[i] & 0xFFFFu;
    if (features & (ISN_FEAT_NOUN | ISN_FEAT_MASDAR | ISN_FEAT_IMPERFECT)) {
      return false;
    }
    is_perfect |= (features & ISN_FEAT_PERFECT) != 0;
  }
  return is_perfect;
}

/// «تستمر حتى الأربعاء», «تنطلق السبت»: whether the last verb before a weekday
/// says that the day is to come.
static bool
is_ahead(const IsnScan* const scan, const uint32_t at)
{
  const IsnWord* const words = scan->analysis->words;
  for (uint32_t t = at; t > scan->begin && at - t < MAX_WORDS_AHEAD; --t) {
    if (isn_scan_term(scan, t - 1, ISN_TERM_AHEAD)) {
      const IsnStr before =
        t - 1 > scan->begin ? words[t - 2].word : (IsnStr){ "", 0 };
      return !isn_str_is(before, "لم") && !isn_str_is(before, "كان") &&
             !isn_str_is(before, "كانت");
    }
    if (is_past(&words[t - 1])) {
      return false;
    }
  }
  return false;
}

/// Further weekdays after «و» or «إلى»; the last one's number.
static uint32_t
read_more_weekdays(const IsnScan* const scan,
                   const uint32_t at,
                   unsigned* const weekday)
{
  uint32_t end = at;
  for (;;) {
    uint32_t next = isn_range_sign_read(scan, end);
    if (next == end && !isn_scan_and(scan, &next)) {
      return end;
    }
    const unsigned other = weekday_of(scan, next);
    if (!other) {
      return end;
    }
    *weekday = other;
    end = next + 1;
  }
}

static void
set_days(const IsnScan* const scan,
         IsnDate* const date,
         const IsnDay first,
         const int64_t n_more)
{
  *date =
    (IsnDate){ .first = first,
               .last = isn_day_from_number(isn_day_to_number(first) + n_more),
               .is_known = scan->has_today,
               .is_from_today = true };
}

uint32_t
isn_weekdays_read(const IsnScan* const scan,
                  const uint32_t at,
                  IsnDate* const date)
{
  int64_t n_days = 0;
  const IsnDay today = scan->has_today ? scan->today : (IsnDay){ 1970, 1, 1 };
  uint32_t end = read_relative_day(scan, at, &n_days);
  if (end != at) {
    set_days(
      scan, date, isn_day_from_number(isn_day_to_number(today) + n_days), 0);
    const uint32_t weekday = end + (isn_scan_mark(scan, end) == ',');
    return weekday_of(scan, weekday) ? weekday + 1 : end;
  }
  const unsigned first = weekday_of(scan, at);
  if (!first) {
    return at;
  }
  unsigned last = first;
  IsnNear near = ISN_NEAR_ANY;
  end = read_more_weekdays(scan, at + 1, &last);
  end = read_direction(scan, end, &near);
  if (near == ISN_NEAR_ANY && is_ahead(scan, at)) {
    near = ISN_NEAR_NEXT;
  }
  set_days(scan,
           date,
           isn_day_near_weekday(first, today, near),
           (last + 7 - first) % 7);
  return end;
}
