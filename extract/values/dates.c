// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/dates.h"

#include "extract/values/hijri.h"

/// A date's verb stands no more tokens before it.
#define MOST_TO_VERB 14u

/// Years that texts write without «عام».
#define LEAST_BARE_YEAR 1950
#define MOST_BARE_YEAR 2060

/// What stands before a date's first point.
typedef struct {
  bool is_from;    ///< «من»: only a range may follow
  bool is_between; ///< «بين»: only a range may follow, with «و»
  bool has_days;   ///< «يومي», «أيام»: «و» makes a range
  bool has_noun;   ///< «يوم» and these
  bool has_weekday;
} Opening;

/// «من», «بين», «ما بين».
static uint32_t
read_opener(const IsnScan* const scan,
            const uint32_t at,
            Opening* const opening)
{
  opening->is_from = isn_scan_indefinite(scan, at, ISN_TERM_FROM) != NULL;
  opening->is_between = isn_scan_indefinite(scan, at, ISN_TERM_BETWEEN) != NULL;
  return at + (opening->is_from || opening->is_between);
}

/// «يوم», «يومي», «أيام».
static uint32_t
read_day_noun(const IsnScan* const scan,
              const uint32_t at,
              Opening* const opening)
{
  const IsnTerm* const term =
    isn_scan_indefinite(scan, at, ISN_TERM_DAY | ISN_TERM_DAYS);
  if (!term) {
    return at;
  }
  opening->has_noun = true;
  opening->has_days |= (term->roles & ISN_TERM_DAYS) != 0;
  return at + 1;
}

/// «يوم», weekdays, «،» and «الموافق» before a point.
static uint32_t
read_opening(const IsnScan* const scan,
             const uint32_t at,
             Opening* const opening,
             IsnDate* const weekdays,
             uint32_t* const weekdays_end)
{
  uint32_t end = read_day_noun(scan, at, opening);
  *weekdays_end = isn_weekdays_read(scan, end, weekdays);
  if (*weekdays_end == end) {
    *weekdays_end = at;
    return end;
  }
  opening->has_weekday = true;
  opening->has_days |=
    isn_day_to_number(weekdays->last) != isn_day_to_number(weekdays->first);
  end = *weekdays_end;
  const char mark = isn_scan_mark(scan, end);
  end += mark && strchr(",-(/", mark) != NULL;
  end += isn_scan_term(scan, end, ISN_TERM_MATCHING) != NULL;
  return read_day_noun(scan, end, opening);
}

/// The range's second point: after «إلى» or a dash, or after «و» where the
/// opening asks for two («بين», «يومي»).
static uint32_t
read_second(const IsnScan* const scan,
            const uint32_t at,
            const Opening* const opening,
            const IsnPoint* const first,
            IsnPoint* const point)
{
  uint32_t next = isn_range_sign_read(scan, at);
  if (next == at && (!(opening->is_between || opening->has_days) ||
                     !isn_scan_and(scan, &next))) {
    return at;
  }
  Opening inner = { 0 };
  IsnDate weekdays;
  uint32_t weekdays_end = 0;
  const uint32_t begin =
    read_opening(scan, next, &inner, &weekdays, &weekdays_end);
  IsnScan here = *scan; // «5 منه» is of the first point's month
  here.before = (IsnDay){ first->is_hijri ? 0 : first->year,
                          (uint8_t)first->last_month,
                          (uint8_t)first->last_day };
  here.before_end = at;
  const uint32_t end = isn_point_read(&here, begin, point);
  return end == begin ? at : end;
}

/// Give `year` to a point that has none, by what it says instead.
static bool
find_year(const IsnScan* const scan, IsnPoint* const point)
{
  if (point->is_unknown || (!point->year && point->is_hijri)) {
    return false;
  }
  if (point->year) {
    return true;
  }
  if (!scan->has_today) {
    return point->near == ISN_NEAR_ANY &&
           isn_year_borrow(scan, point->month, point->first_day, &point->year);
  }
  point->year =
    isn_day_near_year(point->month, point->first_day, scan->today, point->near);
  return true;
}

/// The years of a range's points, each of which may have the other's.
static bool
find_years(const IsnScan* const scan, IsnPoint* const a, IsnPoint* const b)
{
  b->is_hijri |= b->year == 0 && a->is_hijri;
  if (!b->year && a->year) {
    b->year = a->year + (b->month < a->month);
  }
  if (!b->near) {
    b->near = a->near;
  }
  if (!find_year(scan, b)) {
    return false;
  }
  if (!a->year) {
    a->year = b->year - (a->month > b->month);
    a->is_hijri = b->is_hijri;
  }
  return !a->is_unknown;
}

static bool
to_day(const IsnPoint* const point,
       const unsigned month,
       const unsigned day,
       IsnDay* const result)
{
  if (point->is_hijri && point->year >= 1500) {
    return false; // «رمضان 2019»
  }
  *result = (IsnDay){ point->year, (uint8_t)month, (uint8_t)day };
  return point->is_hijri ? isn_hijri_to_gregorian(*result, result)
                         : isn_day_is_valid(*result);
}

/// Fill `date` from the points read; `b` is `a` where there is one.
static void
resolve(const IsnScan* const scan,
        IsnPoint* const a,
        IsnPoint* const b,
        IsnDate* const date)
{
  *date = (IsnDate){ .is_hijri = a->is_hijri };
  date->is_known = (a == b ? find_year(scan, a) : find_years(scan, a, b)) &&
                   to_day(a, a->month, a->first_day, &date->first) &&
                   to_day(b, b->last_month, b->last_day, &date->last);
  if (date->is_known &&
      isn_day_to_number(date->first) > isn_day_to_number(date->last)) {
    const IsnDay day = date->first;
    date->first = date->last;
    date->last = day;
  }
}

/// True if a bare month may stand for a date: «في أكتوبر», «في أوت الماضي».
static bool
may_be_bare(const IsnScan* const scan,
            const uint32_t at,
            const IsnPoint* const point)
{
  if (point->is_doubtful) {
    return point->first_day != 0;
  }
  return point->is_sure || point->year ||
         (at > scan->begin && isn_scan_indefinite(scan, at - 1, ISN_TERM_IN));
}

/// «التي أطلقها سيليك في 5 تموز»: whether a clause begins at `t` whose verb is
/// no imperfect; what stands before it says nothing of the date.
static bool
tells_of_past(const IsnScan* const scan, const uint32_t t)
{
  static const char* const relatives[] = { "الذي", "التي" };
  const IsnWord* const words = scan->analysis->words;
  const IsnStr verb = words[t + 1].word;
  return ISN_IS_ONE_OF(words[t].word, relatives) &&
         !words[t + 1].n_proclitics && !isn_str_starts(verb, ISN_STR("ي")) &&
         !isn_str_starts(verb, ISN_STR("ت")) &&
         !isn_str_starts(verb, ISN_STR("س"));
}

/// «ستنعقد في كانون الأول»: whether a verb of the clause says that the date is
/// still to come.
static bool
is_to_come(const IsnScan* const scan, const uint32_t at)
{
  static const char* const prefixes[] = { "ي", "ت", "ن", "ا" };
  const uint32_t least =
    at > scan->begin + MOST_TO_VERB ? at - MOST_TO_VERB : scan->begin;
  for (uint32_t t = at; t-- > least;) {
    const char mark = isn_scan_mark(scan, t);
    const IsnWord* const word = &scan->analysis->words[t];
    if (mark && strchr(".:!", mark)) {
      return false;
    }
    if (tells_of_past(scan, t)) {
      return false;
    }
    // «(سيليك)» is a name
    const bool is_bracketed = t > least && isn_scan_mark(scan, t - 1) == '(' &&
                              isn_scan_mark(scan, t + 1) == ')';
    const bool has_sin = !is_bracketed && word->n_proclitics &&
                         strstr(word->proclitics, "س") != NULL;
    for (size_t i = 0; has_sin && i < 4; ++i) {
      if (isn_str_starts(word->word, isn_str(prefixes[i]))) {
        return true;
      }
    }
  }
  return false;
}

/// The two points, or one.
static uint32_t
read_points(const IsnScan* const scan,
            const uint32_t at,
            const Opening* const opening,
            IsnDate* const date)
{
  IsnPoint a;
  uint32_t end = isn_point_read(scan, at, &a);
  if (end == at) {
    return at;
  }
  IsnPoint b;
  const uint32_t second = read_second(scan, end, opening, &a, &b);
  const bool fits = second != end && !a.first_day == !b.first_day &&
                    (a.is_hijri == b.is_hijri || !b.year);
  const bool is_range = fits || a.first_day != a.last_day;
  if ((opening->is_from || opening->is_between) && !is_range) {
    return at;
  }
  if (!may_be_bare(scan, at, &a) && !(fits && (b.is_sure || b.year))) {
    return at;
  }
  if (!a.year && !a.near && is_to_come(scan, at)) {
    a.near = ISN_NEAR_NEXT;
  }
  resolve(scan, &a, fits ? &b : &a, date);
  return fits ? second : end;
}

/// «8 الجاري» after «يوم»: a day of this month, the last or the next.
static uint32_t
read_day_of_near_month(const IsnScan* const scan,
                       const uint32_t at,
                       const Opening* const opening,
                       IsnDate* const date)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  const IsnTerm* const relative =
    isn_scan_definite(scan, at + 1, ISN_TERM_RELATIVE);
  if (!relative || !(opening->has_noun || opening->has_weekday) ||
      !cell->n_digits || cell->n_digits > 2 || cell->has_article) {
    return at;
  }
  const int months =
    scan->today.year * 12 + scan->today.month - 1 + (int)relative->value;
  IsnPoint point = { .first_day = cell->value,
                     .last_day = cell->value,
                     .month = (unsigned)(months % 12) + 1,
                     .year = months / 12,
                     .is_unknown = !scan->has_today };
  point.last_month = point.month;
  resolve(scan, &point, &point, date);
  return at + 2;
}

/// The same date in the other calendar: «هـ الموافق 9 نوفمبر 2019 م».
static uint32_t
read_other_calendar(const IsnScan* const scan,
                    const uint32_t at,
                    const bool is_hijri,
                    IsnDate* const date)
{
  const char mark = isn_scan_mark(scan, at);
  const bool has_mark = mark && strchr("/=(,-", mark) != NULL;
  uint32_t next = at + has_mark;
  const bool has_matching = isn_scan_term(scan, next, ISN_TERM_MATCHING);
  next += has_matching;
  if (!has_mark && !has_matching) {
    return at;
  }
  Opening opening = { 0 };
  IsnDate weekdays;
  uint32_t weekdays_end = 0;
  next = read_opening(scan, next, &opening, &weekdays, &weekdays_end);
  IsnPoint point;
  IsnDate other;
  if (isn_point_read(scan, next, &point) == next ||
      point.is_hijri == is_hijri) {
    return at;
  }
  const uint32_t end = read_points(scan, next, &opening, &other);
  if (end == next) {
    return at;
  }
  if (is_hijri && other.is_known) {
    *date = other;
  }
  return end + (mark == '(' && isn_scan_mark(scan, end) == ')');
}

/// «عام 2014», «عامي 2018 و2019», «العام الماضي».
static uint32_t
read_year(const IsnScan* const scan,
          const uint32_t at,
          const bool is_between,
          IsnDate* const date)
{
  const IsnTerm* const noun = isn_scan_term(scan, at, ISN_TERM_YEAR);
  IsnPoint a = { 0 };
  IsnPoint b = { 0 };
  uint32_t end = noun ? isn_point_year_read(scan, at, &a) : at;
  if (end == at || !a.year || a.is_back) {
    return at;
  }
  uint32_t next = isn_range_sign_read(scan, end);
  if (next != end ||
      ((is_between || noun->shape == 'd') && isn_scan_and(scan, &next))) {
    const uint32_t second = isn_point_year_read(scan, next, &b);
    if (second != next && b.year) {
      end = second;
    }
  }
  b.year = b.year ? b.year : a.year;
  *date =
    (IsnDate){ .first = { a.year, 0, 0 },
               .last = { b.year, 0, 0 },
               .is_known = !a.is_unknown && !b.is_unknown && !a.is_hijri &&
                           !b.is_hijri && b.year >= a.year };
  return end;
}

/// Four digits that are a year of our time where the words around say so.
static bool
is_bare_year(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  const char mark = isn_scan_mark(scan, at + 1);
  return cell->n_digits == 4 && !cell->has_article && !cell->era &&
         cell->value >= LEAST_BARE_YEAR && cell->value <= MOST_BARE_YEAR &&
         !(mark && strchr("/-", mark));
}

/// «نهاية 2024», «بحلول 2030»: behind these words a bare number is a year.
static bool
is_behind_time(const IsnScan* const scan, const uint32_t at)
{
  static const char* const words[] = { "نهايه", "بدايه", "مطلع",  "اواخر",
                                       "اوايل", "منتصف", "بحلول", "حلول",
                                       "افق",   "خريف",  "ربيع",  "صيف",
                                       "شتاء",  "مستهل", "موفي",  "متم",
                                       "غضون",  "سنوات", "حدود",  NULL };
  if (at <= scan->begin) {
    return false;
  }
  for (size_t i = 0; words[i]; ++i) {
    if (isn_str_is(scan->analysis->words[at - 1].word, words[i])) {
      return true;
    }
  }
  return false;
}

/// «من 2025 إلى 2028», «بين 2020 و2025», «نهاية 2024»: years without a noun.
static uint32_t
read_bare_years(const IsnScan* const scan,
                const uint32_t at,
                const Opening* const opening,
                IsnDate* const date)
{
  if (!is_bare_year(scan, at)) {
    return at;
  }
  const bool is_range = opening->is_from || opening->is_between;
  uint32_t last = at;
  if (is_range) {
    last = isn_range_sign_read(scan, at + 1);
    if (last == at + 1 && !(opening->is_between && isn_scan_and(scan, &last))) {
      return at;
    }
  }
  if (!(is_range ? is_bare_year(scan, last) : is_behind_time(scan, at))) {
    return at;
  }
  const int32_t first_year = (int32_t)isn_scan_cell(scan, at)->value;
  const int32_t last_year = (int32_t)isn_scan_cell(scan, last)->value;
  *date = (IsnDate){ .first = { first_year, 0, 0 },
                     .last = { last_year, 0, 0 },
                     .is_known = first_year <= last_year };
  return first_year <= last_year ? last + 1 : at;
}

/// True if «العام» at `at` is an adjective: «الأمين العام الحالي».
static bool
is_general(const IsnScan* const scan, const uint32_t at)
{
  return at > scan->begin && isn_scan_cell(scan, at)->has_article &&
         isn_scan_definite(scan, at + 1, ISN_TERM_RELATIVE) &&
         !isn_scan_cell(scan, at)->has_clitic &&
         isn_str_starts(scan->analysis->words[at - 1].word, ISN_STR("ال")) &&
         !isn_str_ends(scan->analysis->words[at - 1].word, ISN_STR("ه"));
}

static uint32_t
read_from_point(const IsnScan* const scan,
                const uint32_t at,
                const Opening* const opening,
                IsnDate* const date)
{
  uint32_t end = read_points(scan, at, opening, date);
  if (end == at) {
    return read_day_of_near_month(scan, at, opening, date);
  }
  IsnPoint first;
  isn_point_read(scan, at, &first);
  return read_other_calendar(scan, end, first.is_hijri, date);
}

/// True if what begins at `at` can be a date's: most «من» begin none.
static bool
may_begin(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  return cell->digits.data || cell->month || cell->is_article || cell->term ||
         cell->mark == '('; // «(19 – 20) يونيو»
}

uint32_t
isn_date_read(const IsnScan* const scan, const uint32_t at, IsnDate* const date)
{
  Opening opening = { 0 };
  const uint32_t begin = read_opener(scan, at, &opening);
  if (!may_begin(scan, begin) || is_general(scan, begin)) {
    return at;
  }
  uint32_t end = read_year(scan, begin, opening.is_between, date);
  if (end != begin) {
    const bool is_range = date->first.year != date->last.year;
    return begin != at && !is_range ? at : end;
  }
  end = read_bare_years(scan, begin, &opening, date);
  if (end != begin) {
    return end;
  }
  IsnDate weekdays;
  uint32_t weekdays_end = 0;
  const uint32_t point =
    read_opening(scan, begin, &opening, &weekdays, &weekdays_end);
  end = read_from_point(scan, point, &opening, date);
  if (end != point) {
    const bool closes = isn_scan_mark(scan, point - 1) == '(' &&
                        point > begin && isn_scan_mark(scan, end) == ')';
    return end + closes;
  }
  if (weekdays_end == begin) {
    return at;
  }
  const bool is_range =
    isn_day_to_number(weekdays.first) != isn_day_to_number(weekdays.last);
  *date = weekdays;
  return begin != at && !is_range ? at : weekdays_end;
}
