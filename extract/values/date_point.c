// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/dates.h"
#include "extract/values/ordinals.h"

enum {
  LEAST_YEAR = 1300,      // Hijri years in use begin here
  LEAST_GREGORIAN = 1500, // years below are taken for Hijri ones
  MOST_YEAR = 2100,
};

uint32_t
isn_range_sign_read(const IsnScan* const scan, const uint32_t at)
{
  if (isn_scan_mark(scan, at) == '-') {
    return at + 1;
  }
  uint32_t end = at;
  for (; isn_scan_indefinite(scan, end, ISN_TERM_TO); ++end) {
  }
  return end;
}

/// Digits with a value from `least` to `most`, at most `n_digits` of them.
static uint32_t
read_digits(const IsnScan* const scan,
            const uint32_t at,
            const unsigned n_digits,
            const unsigned most,
            unsigned* const value)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  if (!cell->n_digits || cell->n_digits > n_digits || cell->has_article ||
      !cell->value || cell->value > most) {
    return at;
  }
  *value = cell->value;
  return at + 1;
}

/// Four digits that can be a year, and the era behind them.
static uint32_t
read_year_digits(const IsnScan* const scan,
                 const uint32_t at,
                 IsnPoint* const point)
{
  unsigned year = 0;
  uint32_t end = read_digits(scan, at, 4, MOST_YEAR, &year);
  if (end == at || year < LEAST_YEAR) {
    return at;
  }
  point->year = (int32_t)year;
  const char glued = isn_scan_cell(scan, at)->era;
  const IsnTerm* const era = isn_scan_term(scan, end, ISN_TERM_ERA);
  if (glued || era) {
    point->is_hijri = glued ? glued == 'h' : era->value == 1;
    end += era != NULL;
  } else {
    point->is_hijri |= year < LEAST_GREGORIAN;
  }
  point->is_sure = true;
  return end;
}

/// «الماضي», «الجاري», «المقبل» of a year that is not said.
static uint32_t
read_near(const IsnScan* const scan, const uint32_t at, IsnPoint* const point)
{
  const IsnTerm* const term = isn_scan_definite(scan, at, ISN_TERM_RELATIVE);
  if (!term) {
    return at;
  }
  point->near = term->value < 0   ? ISN_NEAR_LAST
                : term->value > 0 ? ISN_NEAR_NEXT
                                  : ISN_NEAR_SAME;
  point->is_sure = true;
  return at + 1;
}

static void
set_relative_year(const IsnScan* const scan,
                  const int64_t offset,
                  IsnPoint* const point)
{
  point->is_unknown |= !scan->has_today;
  point->year = scan->today.year + (int32_t)offset;
  point->is_sure = true;
}

/// The year of the date before: «من العام نفسه», «من نفس العام».
static void
set_year_before(const IsnScan* const scan,
                const uint32_t at,
                IsnPoint* const point)
{
  IsnDay before;
  const bool is_known = isn_date_before(scan, at, &before) && before.year;
  point->year = is_known ? before.year : 1;
  point->is_unknown |= !is_known;
  point->is_sure = point->is_back = true;
}

/// «العام 2016», «العام الماضي», «هذا العام», «العام نفسه», «نفس العام».
static uint32_t
read_year_noun(const IsnScan* const scan,
               const uint32_t at,
               IsnPoint* const point)
{
  const IsnTerm* const this = isn_scan_term(scan, at, ISN_TERM_THIS);
  const uint32_t noun = at + (this != NULL);
  if (!isn_scan_term(scan, noun, ISN_TERM_YEAR)) {
    return at;
  }
  const uint32_t end = read_year_digits(scan, noun + 1, point);
  if (end != noun + 1) {
    return end;
  }
  const IsnTerm* const relative =
    isn_scan_definite(scan, noun + 1, ISN_TERM_RELATIVE);
  if (relative && isn_scan_cell(scan, noun)->has_article) {
    set_relative_year(scan, relative->value, point);
    return noun + 2;
  }
  if (this && this->value == 1) {
    set_relative_year(scan, 0, point);
    return noun + 1;
  }
  const uint32_t self = isn_self_read(scan, noun + 1);
  if (!this && (self == noun + 1 || !isn_scan_cell(scan, noun)->has_article)) {
    return at;
  }
  set_year_before(scan, at, point);
  return this ? noun + 1 : self;
}

uint32_t
isn_point_year_read(const IsnScan* const scan,
                    const uint32_t at,
                    IsnPoint* const point)
{
  uint32_t next = at + (isn_scan_mark(scan, at) == ',');
  uint32_t end = read_year_digits(scan, next, point);
  if (end != next) {
    return end;
  }
  if (next == at) {
    end = read_near(scan, at, point);
    if (end != at) {
      return end;
    }
  }
  next += isn_scan_indefinite(scan, next, ISN_TERM_FROM | ISN_TERM_IN) != NULL;
  end = read_year_noun(scan, next, point);
  return end == next ? at : end;
}

/// The value of `name` among the hit's features ("month=9|calendar=hijri").
static IsnStr
feature(const IsnHit* const hit, const char* const name)
{
  const IsnStr features = hit->entry->features;
  const size_t n_name = strlen(name);
  size_t begin = 0;
  for (size_t i = 0; i <= features.n_bytes; ++i) {
    if (i < features.n_bytes && features.data[i] != '|') {
      continue;
    }
    const IsnStr one = isn_str_slice(features, begin, i);
    if (one.n_bytes > n_name && one.data[n_name] == '=' &&
        !memcmp(one.data, name, n_name)) {
      return isn_str_slice(one, n_name + 1, one.n_bytes);
    }
    begin = i + 1;
  }
  return (IsnStr){ 0 };
}

/// The month that begins at `at`, 0 if none.
static unsigned
month_of(const IsnScan* const scan, const uint32_t at, bool* const is_hijri)
{
  const IsnHit* const hit = isn_scan_cell(scan, at)->month;
  if (!hit || hit->tokens.end > scan->end) {
    return 0;
  }
  const IsnStr number = feature(hit, "month");
  const IsnStr calendar = feature(hit, "calendar");
  unsigned month = 0;
  for (size_t i = 0; i < number.n_bytes && month <= 12; ++i) {
    month = month * 10 + (unsigned)(number.data[i] - '0');
  }
  *is_hijri = calendar.data && !isn_str_is(calendar, "gregorian");
  return month <= 12 ? month : 0;
}

/// A month's name or, with a slash or in brackets, its two names.
static uint32_t
read_month_name(const IsnScan* const scan,
                const uint32_t at,
                IsnPoint* const point)
{
  bool is_hijri = false;
  const unsigned month = month_of(scan, at, &is_hijri);
  if (!month) {
    return at;
  }
  point->month = point->last_month = month;
  point->is_hijri = is_hijri;
  // Libya's names of 1969 to 2011
  point->is_doubtful =
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): month_of found it
    isn_scan_cell(scan, at)->month->is_common &&
    isn_str_starts(scan->analysis->words[at].word, ISN_STR("ال"));
  const uint32_t end = isn_scan_cell(scan, at)->month->tokens.end;
  const char sign = isn_scan_mark(scan, end);
  bool is_other_hijri = false;
  const unsigned other = month_of(scan, end + 1, &is_other_hijri);
  if (!other || is_other_hijri != is_hijri || !strchr("/(-", sign) || !sign ||
      (sign != '/' && other != month)) {
    return end; // a dash between two months is a range's
  }
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): month_of found it
  const uint32_t other_end = isn_scan_cell(scan, end + 1)->month->tokens.end;
  if (sign == '(' && isn_scan_mark(scan, other_end) != ')') {
    return end;
  }
  point->last_month = other;
  point->is_sure = true;
  return other_end + (sign == '(');
}

static void
set_relative_month(const IsnScan* const scan,
                   const int64_t offset,
                   IsnPoint* const point)
{
  // Without today the month is some month, for no one to reckon with.
  const IsnDay today = scan->has_today ? scan->today : (IsnDay){ 1970, 6, 1 };
  const int months = today.year * 12 + today.month - 1 + (int)offset;
  point->is_unknown |= !scan->has_today;
  point->year = months / 12;
  point->month = point->last_month = (unsigned)(months % 12) + 1;
  point->is_sure = true;
}

/// «الشهر الجاري», «الشهر الماضي», or a month's name after «شهر».
static uint32_t
read_month_noun(const IsnScan* const scan,
                const uint32_t at,
                IsnPoint* const point)
{
  if (!isn_scan_term(scan, at, ISN_TERM_MONTH)) {
    return at;
  }
  const uint32_t end = read_month_name(scan, at + 1, point);
  if (end != at + 1) {
    point->is_sure = true;
    return end;
  }
  const IsnTerm* const relative =
    isn_scan_definite(scan, at + 1, ISN_TERM_RELATIVE);
  if (!relative || !isn_scan_cell(scan, at)->has_article) {
    return at;
  }
  set_relative_month(scan, relative->value, point);
  return at + 2;
}

/// True for «الأول» in «الأسبوع الأول من أكتوبر» and for feminine ordinals.
static bool
is_no_day(const IsnScan* const scan, const uint32_t at)
{
  const IsnTerm* const term = isn_scan_term(scan, at, ISN_TERM_ORDINAL);
  return (term && (isn_str_ends(term->form, ISN_STR("ه")) ||
                   isn_str_is(term->form, "اولي"))) ||
         (at > scan->begin &&
          isn_scan_definite(scan, at - 1, ISN_TERM_TIME | ISN_TERM_FRACTION));
}

/// «الثامن», «سابع», «الـ20», «فاتح» (the first, in Morocco).
static uint32_t
read_ordinal_day(const IsnScan* const scan,
                 const uint32_t at,
                 unsigned* const day)
{
  const IsnTerm* const term = isn_scan_term(scan, at, ISN_TERM_ORDINAL);
  if (term && term->shape == 'm') {
    *day = (unsigned)term->value;
    return at + 1;
  }
  int64_t value = 0;
  const uint32_t end = isn_ordinal_read(scan, at, &value);
  if (end == at || value > 31 || is_no_day(scan, at)) {
    return at;
  }
  const bool is_definite =
    isn_scan_cell(scan, at)->has_article || isn_scan_cell(scan, at)->is_article;
  uint32_t next = end;
  if (is_definite &&
      !isn_scan_term(scan, end, ISN_TERM_FROM | ISN_TERM_OF_IT) &&
      isn_range_sign_read(scan, end) == end && !isn_scan_and(scan, &next)) {
    return at; // «الاجتماع الرابع»
  }
  // «المؤتمر الثالث إلى غاية 12 مايو» is no range
  const uint32_t openers = ISN_TERM_IN | ISN_TERM_DAY | ISN_TERM_DAYS |
                           ISN_TERM_TO | ISN_TERM_FROM | ISN_TERM_BETWEEN;
  if (is_definite && isn_range_sign_read(scan, end) != end &&
      at > scan->begin && !isn_scan_term(scan, at - 1, openers) &&
      !isn_scan_definite(scan, at - 1, ISN_TERM_WEEKDAY)) {
    return at;
  }
  *day = (unsigned)value;
  return end;
}

/// A day of the month: «8», «الثامن».
static uint32_t
read_day(const IsnScan* const scan, const uint32_t at, unsigned* const day)
{
  const uint32_t end = read_digits(scan, at, 2, 31, day);
  return end == at || isn_scan_cell(scan, at)->era
           ? read_ordinal_day(scan, at, day)
           : end;
}

/// «يوم», a weekday or both before a further day: «إلى يوم الخميس 6».
static uint32_t
read_before_day(const IsnScan* const scan, const uint32_t at)
{
  const uint32_t end =
    at + (isn_scan_indefinite(scan, at, ISN_TERM_DAY) != NULL);
  return end + (isn_scan_definite(scan, end, ISN_TERM_WEEKDAY) != NULL);
}

/// «8», «10-12», «7 و8», «3 و4 و5», «5 إلى 8», «3 إلى الخميس 6».
static uint32_t
read_days(const IsnScan* const scan, const uint32_t at, IsnPoint* const point)
{
  unsigned day = 0;
  uint32_t end = read_day(scan, at, &day);
  if (end == at) {
    return at;
  }
  point->first_day = point->last_day = day;
  for (;;) {
    uint32_t next = isn_range_sign_read(scan, end);
    if (next == end && !isn_scan_and(scan, &next)) {
      next += isn_scan_mark(scan, end) == ',';
      if (next == end) {
        return end;
      }
    }
    next = read_before_day(scan, next);
    const uint32_t day_end = read_day(scan, next, &day);
    if (day_end == next) {
      return end;
    }
    // Bidi turns «10-12» around, so the order says nothing.
    point->first_day = day < point->first_day ? day : point->first_day;
    point->last_day = day > point->last_day ? day : point->last_day;
    end = day_end;
  }
}

/// The same in brackets, where they are several: «(19 – 20) يونيو».
static uint32_t
read_bracketed_days(const IsnScan* const scan,
                    const uint32_t at,
                    IsnPoint* const point)
{
  const uint32_t begin = at + (isn_scan_mark(scan, at) == '(');
  const uint32_t end = read_days(scan, begin, point);
  if (begin == at) {
    return end;
  }
  const bool is_range = end != begin && point->first_day != point->last_day;
  return is_range && isn_scan_mark(scan, end) == ')' ? end + 1 : at;
}

/// «/5/2022» behind days.
static uint32_t
read_numeric_month(const IsnScan* const scan,
                   const uint32_t at,
                   IsnPoint* const point)
{
  const char sign = isn_scan_mark(scan, at);
  unsigned month = 0;
  if ((sign != '/' && sign != '-') ||
      read_digits(scan, at + 1, 2, 12, &month) == at + 1 ||
      isn_scan_mark(scan, at + 2) != sign) {
    return at;
  }
  const uint32_t end = read_year_digits(scan, at + 3, point);
  if (end == at + 3) {
    return at;
  }
  point->month = point->last_month = month;
  return end;
}

/// «2016/10/08», and «2022/5/25-23» that bidi has turned around.
static uint32_t
read_year_first(const IsnScan* const scan,
                const uint32_t at,
                IsnPoint* const point)
{
  const char sign = isn_scan_mark(scan, at + 1);
  unsigned month = 0;
  unsigned day = 0;
  if (read_year_digits(scan, at, point) != at + 1 ||
      (sign != '/' && sign != '-') ||
      read_digits(scan, at + 2, 2, 12, &month) == at + 2 ||
      isn_scan_mark(scan, at + 3) != sign ||
      read_digits(scan, at + 4, 2, 31, &day) == at + 4) {
    return at;
  }
  point->month = point->last_month = month;
  point->first_day = point->last_day = day;
  uint32_t end = at + 5;
  unsigned other = 0;
  if (sign == '/' && isn_scan_mark(scan, end) == '-' &&
      read_digits(scan, end + 1, 2, 31, &other) != end + 1 &&
      isn_scan_mark(scan, end + 2) != '/') {
    point->first_day = other < day ? other : day;
    point->last_day = other < day ? day : other;
    end += 2;
  }
  const IsnTerm* const era = isn_scan_term(scan, end, ISN_TERM_ERA);
  point->is_hijri = era ? era->value == 1 : point->is_hijri;
  return end + (era != NULL);
}

/// «8.10.2016», which is one token.
static uint32_t
read_dotted(const IsnScan* const scan, const uint32_t at, IsnPoint* const point)
{
  const IsnStr s = isn_scan_cell(scan, at)->digits;
  unsigned parts[3] = { 0 };
  size_t part = 0;
  for (size_t i = 0; i < s.n_bytes; ++i) {
    if (s.data[i] == '.' && part < 2) {
      ++part;
    } else if (s.data[i] >= '0' && s.data[i] <= '9' && parts[part] < 1000) {
      parts[part] = parts[part] * 10 + (unsigned)(s.data[i] - '0');
    } else {
      return at;
    }
  }
  if (part != 2 || !parts[0] || parts[0] > 31 || !parts[1] || parts[1] > 12 ||
      parts[2] < LEAST_YEAR || parts[2] > MOST_YEAR) {
    return at;
  }
  point->first_day = point->last_day = parts[0];
  point->month = point->last_month = parts[1];
  point->year = (int32_t)parts[2];
  point->is_hijri = parts[2] < LEAST_GREGORIAN;
  point->is_sure = true;
  return at + 1;
}

/// «10/08/2016» as Americans write it where the second cannot be a month, and
/// «8/10/16» with nothing between.
static uint32_t
read_odd_numeric(const IsnScan* const scan,
                 const uint32_t at,
                 IsnPoint* const point)
{
  unsigned a = 0;
  unsigned b = 0;
  unsigned year = 0;
  if (isn_scan_mark(scan, at + 1) != '/' ||
      isn_scan_mark(scan, at + 3) != '/' ||
      read_digits(scan, at, 2, 31, &a) == at ||
      read_digits(scan, at + 2, 2, 31, &b) == at + 2) {
    return at;
  }
  const uint32_t end = read_year_digits(scan, at + 4, point);
  if (end != at + 4) {
    if (a > 12 || b <= 12) {
      return at;
    }
    point->first_day = point->last_day = b;
    point->month = point->last_month = a;
    return end;
  }
  const IsnCell* const last = isn_scan_cell(scan, at + 4);
  if (b > 12 || last->n_digits != 2 ||
      read_digits(scan, at + 4, 2, 99, &year) == at + 4 ||
      !isn_scan_is_glued(scan, at + 1) || !isn_scan_is_glued(scan, at + 2) ||
      !isn_scan_is_glued(scan, at + 3) || !isn_scan_is_glued(scan, at + 4)) {
    return at;
  }
  point->first_day = point->last_day = a;
  point->month = point->last_month = b;
  point->year = 2000 + (int32_t)year;
  point->is_sure = true;
  return at + 5;
}

static uint32_t
read_numeric(const IsnScan* const scan,
             const uint32_t at,
             IsnPoint* const point)
{
  if (!isn_scan_cell(scan, at)->digits.data) {
    return at;
  }
  uint32_t end = read_year_first(scan, at, point);
  if (end == at) {
    *point = (IsnPoint){ 0 };
    end = read_odd_numeric(scan, at, point);
  }
  if (end == at) {
    end = read_dotted(scan, at, point);
  }
  if (end != at) {
    return end;
  }
  *point = (IsnPoint){ 0 };
  unsigned day = 0;
  const uint32_t day_end = read_digits(scan, at, 2, 31, &day);
  if (day_end == at) {
    return at;
  }
  end = read_numeric_month(scan, day_end, point);
  point->first_day = point->last_day = day;
  return end == day_end ? at : end;
}

/// «[من] [شهر] أكتوبر», «من الشهر الجاري», «من هذا الشهر».
static uint32_t
read_month(const IsnScan* const scan,
           const uint32_t at,
           const bool has_days,
           IsnPoint* const point)
{
  const uint32_t noun =
    at + (has_days && isn_scan_indefinite(scan, at, ISN_TERM_FROM) != NULL);
  const IsnTerm* const this =
    has_days ? isn_scan_indefinite(scan, noun, ISN_TERM_THIS) : NULL;
  if (this && this->value == 1 &&
      isn_scan_definite(scan, noun + 1, ISN_TERM_MONTH)) {
    set_relative_month(scan, 0, point);
    return noun + 2;
  }
  uint32_t end = read_month_name(scan, noun, point);
  if (end == noun) {
    end = read_month_noun(scan, noun, point);
  }
  return end == noun ? at : end;
}

uint32_t
isn_point_read(const IsnScan* const scan,
               const uint32_t at,
               IsnPoint* const point)
{
  *point = (IsnPoint){ 0 };
  uint32_t end = read_numeric(scan, at, point);
  if (end != at) {
    return end;
  }
  *point = (IsnPoint){ 0 };
  const uint32_t days = read_bracketed_days(scan, at, point);
  end = read_month(scan, days, days != at, point);
  if (end == days && days != at) {
    end = read_numeric_month(scan, days, point);
  }
  if (end == days && days != at && isn_scan_mark(scan, days) == '/') {
    end = read_month_name(scan, days + 1, point); // «20/مارس/2013»
    end = end == days + 1 ? days : end + (isn_scan_mark(scan, end) == '/');
  }
  if (end == days && days != at) {
    end = isn_point_back_read(scan, at, days, point);
  }
  if (end == days) {
    return at;
  }
  point->is_sure |= days != at;
  if (point->year) {
    return end;
  }
  const bool is_hijri = point->is_hijri; // as the month's name says
  end = isn_point_year_read(scan, end, point);
  point->is_hijri = is_hijri;
  return end;
}
