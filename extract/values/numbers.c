// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/numbers.h"

/// «خمسة», «خمسة عشر», «خمسة وعشرون», «عشرون».
static uint32_t
read_below_hundred(const IsnScan* const scan,
                   const uint32_t at,
                   int64_t* const value)
{
  const IsnTerm* const first =
    isn_scan_term(scan, at, ISN_TERM_UNIT | ISN_TERM_TENS);
  if (!first) {
    return at;
  }
  *value = first->value;
  if ((first->roles & ISN_TERM_TENS) || first->value == 10) {
    return at + 1;
  }
  if (isn_scan_indefinite(scan, at + 1, ISN_TERM_TAIL) &&
      !isn_scan_cell(scan, at + 1)->has_clitic) {
    *value += 10;
    return at + 2;
  }
  uint32_t next = at + 1;
  if (isn_scan_and(scan, &next)) {
    const IsnTerm* const tens = isn_scan_term(scan, next, ISN_TERM_TENS);
    if (tens) {
      *value += tens->value;
      return next + 1;
    }
  }
  return first->shape == 'c' ? at : at + 1;
}

/// «مئة», «ثلاثمئة», «ثلاث مئة».
static uint32_t
read_hundreds(const IsnScan* const scan,
              const uint32_t at,
              int64_t* const value)
{
  const IsnTerm* term = isn_scan_term(scan, at, ISN_TERM_HUNDRED);
  if (term) {
    *value = term->value;
    return at + 1;
  }
  term = isn_scan_term(scan, at, ISN_TERM_UNIT);
  const IsnCell* const next = isn_scan_cell(scan, at + 1);
  if (term && term->value > 2 && term->value < 10 && !next->has_clitic &&
      isn_scan_term(scan, at + 1, ISN_TERM_HUNDRED) &&
      next->term->value == 100) {
    *value = term->value * 100;
    return at + 2;
  }
  return at;
}

/// Words for 1 to 999.
static uint32_t
read_words(const IsnScan* const scan, const uint32_t at, int64_t* const value)
{
  const uint32_t end = read_hundreds(scan, at, value);
  if (end == at) {
    return read_below_hundred(scan, at, value);
  }
  uint32_t next = end;
  if (!isn_scan_and(scan, &next)) {
    return end;
  }
  int64_t rest = 0;
  const uint32_t rest_end = read_below_hundred(scan, next, &rest);
  if (rest_end == next) {
    return end;
  }
  *value += rest;
  return rest_end;
}

/// True if a single blank stands between tokens `at - 1` and `at`.
static bool
is_after_blank(const IsnScan* const scan, const uint32_t at)
{
  const IsnToken* const tokens = scan->doc->tokens;
  const IsnStr gap = isn_str_slice(
    scan->doc->text, tokens[at - 1].bytes.end, tokens[at].bytes.begin);
  return isn_str_is(gap, " ") || isn_str_is(gap, "\u00A0") ||
         isn_str_is(gap, "\u202F") || isn_str_is(gap, "\u2009");
}

/// Three digits that carry on «10 000»; spaces part thousands (SI).
static bool
is_thousands(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  return cell->n_digits == 3 && !cell->era && !cell->has_clitic &&
         !cell->has_article && cell->digits.n_bytes == 3 &&
         is_after_blank(scan, at);
}

static uint32_t
read_digits(const IsnScan* const scan,
            const uint32_t at,
            IsnDecimal* const value)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  if (!cell->digits.data || cell->era) {
    return at;
  }
  const bool before_scale = isn_scan_term(scan, at + 1, ISN_TERM_SCALE) &&
                            !isn_scan_cell(scan, at + 1)->has_clitic;
  if (!isn_decimal_parse(cell->digits, before_scale, value)) {
    return at;
  }
  uint32_t end = at + 1;
  if (cell->n_digits && cell->n_digits <= 3 && cell->value) {
    for (unsigned n = 0; n < 4 && is_thousands(scan, end); ++n, ++end) {
      value->digits = value->digits * 1000 + isn_scan_cell(scan, end)->value;
    }
  }
  return end;
}

/// Words, digits, «نصف» (only before a scale word), or nothing and value 1.
static uint32_t
read_factor(const IsnScan* const scan,
            const uint32_t at,
            IsnDecimal* const value)
{
  *value = (IsnDecimal){ 1, 0 };
  const uint32_t end = read_digits(scan, at, value);
  if (end != at) {
    return end;
  }
  const IsnTerm* const half = isn_scan_term(scan, at, ISN_TERM_FRACTION);
  if (half && isn_scan_term(scan, at + 1, ISN_TERM_SCALE)) {
    *value = (IsnDecimal){ half->value, 2 };
    return at + 1;
  }
  return read_words(scan, at, &value->digits);
}

/// The scale word at `at`: its factor for a number before it, or alone.
static int64_t
scale_of(const IsnScan* const scan, const uint32_t at, const bool is_alone)
{
  const IsnTerm* const term = isn_scan_term(scan, at, ISN_TERM_SCALE);
  if (!term || (!is_alone && isn_scan_cell(scan, at)->has_clitic)) {
    return 0;
  }
  switch (term->shape) {
    case 'a': // «15 ألفا», but «ألفا دولار»
      return is_alone ? term->value * 2 : term->value;
    case 'd':
      return is_alone ? term->value : 0;
    case 'p':
      return is_alone ? 0 : term->value;
    default:
      return term->value;
  }
}

/// «9 آلاف», «مئة ألف», «ألفان», «593»; `*scale` is 1 without a scale word.
static uint32_t
read_term(const IsnScan* const scan,
          const uint32_t at,
          IsnDecimal* const value,
          int64_t* const scale)
{
  *scale = 1;
  uint32_t end = read_factor(scan, at, value);
  const bool is_alone = end == at;
  for (int64_t s = 0; (s = scale_of(scan, end, is_alone && end == at)); ++end) {
    if (__builtin_mul_overflow(*scale, s, scale)) {
      return at;
    }
  }
  return __builtin_mul_overflow(value->digits, *scale, &value->digits) ? at
                                                                       : end;
}

/// a + b, false where it does not fit.
static bool
add(IsnDecimal* const a, IsnDecimal b)
{
  IsnDecimal* const low = a->n_decimals < b.n_decimals ? a : &b;
  const unsigned n =
    a->n_decimals < b.n_decimals ? b.n_decimals : a->n_decimals;
  for (; low->n_decimals < n; ++low->n_decimals) {
    if (__builtin_mul_overflow(low->digits, 10, &low->digits)) {
      return false;
    }
  }
  return !__builtin_add_overflow(a->digits, b.digits, &a->digits);
}

/// «المئة», «العشرين», «المليون»: alone and definite, an ordinal or a noun.
static bool
is_definite_noun(const IsnScan* const scan, const uint32_t at)
{
  return isn_scan_definite(scan,
                           at,
                           ISN_TERM_TENS | ISN_TERM_HUNDRED | ISN_TERM_SCALE |
                             ISN_TERM_FRACTION) != NULL;
}

/// «ونصف», «ونصف المليون» after a scale word: that part of the scale.
static uint32_t
read_half(const IsnScan* const scan,
          const uint32_t at,
          const int64_t scale,
          IsnDecimal* const total)
{
  const IsnTerm* const half = isn_scan_term(scan, at, ISN_TERM_FRACTION);
  if (!half || !add(total, (IsnDecimal){ half->value * (scale / 100), 0 })) {
    return at;
  }
  return at + 1 + (isn_scan_term(scan, at + 1, ISN_TERM_SCALE) != NULL);
}

/// One more, smaller term after «و»: «وخمسمئة» after «ألف».
static uint32_t
read_next(const IsnScan* const scan,
          const uint32_t at,
          int64_t* const scale,
          IsnDecimal* const total)
{
  uint32_t next = at;
  if (*scale < 100 || !isn_scan_and(scan, &next)) {
    return at;
  }
  uint32_t end = read_half(scan, next, *scale, total);
  if (end != next) {
    *scale = 1;
    return end;
  }
  IsnDecimal value;
  int64_t below = 1;
  end = read_term(scan, next, &value, &below);
  if (end == next || below >= *scale || value.digits >= *scale ||
      !add(total, value)) {
    return at;
  }
  *scale = below;
  return end;
}

uint32_t
isn_number_read(const IsnScan* const scan,
                const uint32_t at,
                IsnNumber* const number)
{
  if (is_definite_noun(scan, at)) {
    return at;
  }
  IsnDecimal total;
  int64_t scale = 1;
  uint32_t end = read_term(scan, at, &total, &scale);
  if (end == at) {
    return at;
  }
  // «مئة و25», where words have left off
  uint32_t next = end;
  if (scale == 1 && isn_scan_term(scan, end - 1, ISN_TERM_HUNDRED) &&
      isn_scan_and(scan, &next)) {
    const IsnCell* const cell = isn_scan_cell(scan, next);
    if (cell->n_digits && cell->value < 100 && !cell->has_article) {
      total.digits += cell->value;
      end = next + 1;
    }
  }
  for (next = end; (next = read_next(scan, end, &scale, &total)) != end;) {
    end = next;
  }
  number->value = total;
  return end;
}

/// The value of a modifier's word at `at`, or 0.
static int64_t
modifier_of(const IsnScan* const scan, const uint32_t at)
{
  const IsnTerm* const term = isn_scan_indefinite(scan, at, ISN_TERM_MODIFIER);
  return term ? term->value : 0;
}

/// «[ما] [لا] يزيد على», «[ما] [لا] يقل عن», «ما يقارب».
static uint32_t
read_clause(const IsnScan* const scan,
            const uint32_t at,
            IsnNumber* const number)
{
  uint32_t end = at + (modifier_of(scan, at) == ISN_MODIFIER_WHAT);
  const bool is_negated = modifier_of(scan, end) == ISN_MODIFIER_NOT;
  end += is_negated;
  const int64_t verb = modifier_of(scan, end);
  if (verb != ISN_MODIFIER_OVER && verb != ISN_MODIFIER_UNDER &&
      verb != ISN_MODIFIER_CLOSE) {
    return at;
  }
  ++end;
  end += isn_scan_indefinite(scan, end, ISN_TERM_PREP) != NULL;
  // «لا يتجاوز 40» and «يقل عن 40» bound from above: about that many.
  const bool is_minimum = (verb == ISN_MODIFIER_OVER && !is_negated) ||
                          (verb == ISN_MODIFIER_UNDER && is_negated);
  number->is_minimum |= is_minimum;
  number->is_about |= !is_minimum;
  return end;
}

/// «تقريبا»
static uint32_t
read_almost(const IsnScan* const scan,
            const uint32_t at,
            IsnNumber* const number)
{
  const bool is_almost = isn_scan_indefinite(scan, at, ISN_TERM_ALMOST);
  number->is_about |= is_almost;
  return at + is_almost;
}

static uint32_t
read_modifier(const IsnScan* const scan,
              const uint32_t at,
              IsnNumber* const number)
{
  const int64_t first = modifier_of(scan, at);
  switch (first) {
    case 0:
      return read_almost(scan, at, number);
    case ISN_MODIFIER_NEARLY:
      number->is_about = true;
      return at + 1;
    case ISN_MODIFIER_MORE:
    case ISN_MODIFIER_LESS:
      if (!isn_scan_indefinite(scan, at + 1, ISN_TERM_FROM)) {
        return at;
      }
      number->is_minimum |= first == ISN_MODIFIER_MORE;
      number->is_about |= first == ISN_MODIFIER_LESS;
      return at + 2;
    default:
      return read_clause(scan, at, number);
  }
}

uint32_t
isn_modifier_read(const IsnScan* const scan,
                  const uint32_t at,
                  IsnNumber* const number)
{
  const uint32_t end = read_modifier(scan, at, number);
  return end == at ? at : read_modifier(scan, end, number);
}

uint32_t
isn_afterthought_read(const IsnScan* const scan,
                      const uint32_t at,
                      IsnNumber* const number)
{
  const uint32_t end = read_almost(scan, at, number);
  if (end != at) {
    return end;
  }
  const IsnTerm* const term =
    isn_scan_term(scan, at, ISN_TERM_PREP)
      ? isn_scan_definite(scan, at + 1, ISN_TERM_MODIFIER)
      : NULL;
  if (term && term->value == ISN_MODIFIER_LESS) {
    number->is_minimum = true;
    return at + 2;
  }
  if (term && term->value == ISN_MODIFIER_MORE) {
    number->is_about = true;
    return at + 2;
  }
  return at;
}

/// «10:30», «24/7», «2010/2011»: signs and digits without blanks.
static uint32_t
read_chain(const IsnScan* const scan, const uint32_t at)
{
  uint32_t end = at;
  while ((isn_scan_mark(scan, end) == ':' || isn_scan_mark(scan, end) == '/') &&
         isn_scan_is_glued(scan, end) && isn_scan_is_glued(scan, end + 1) &&
         isn_scan_cell(scan, end + 1)->digits.data) {
    end += 2;
  }
  return end;
}

/// «في المئة», «بالمئة», «من المئة».
static uint32_t
read_percent(const IsnScan* const scan, const uint32_t at)
{
  if (isn_scan_mark(scan, at) == '%') {
    return at + 1;
  }
  const bool has_in = isn_scan_term(scan, at, ISN_TERM_IN) != NULL;
  const uint32_t noun = at + has_in;
  const IsnTerm* const term = isn_scan_definite(scan, noun, ISN_TERM_HUNDRED);
  const bool is_percent = term && term->value == 100 &&
                          (has_in || isn_scan_cell(scan, noun)->has_clitic);
  return is_percent ? noun + 1 : at;
}

uint32_t
isn_number_spoiler_read(const IsnScan* const scan, const uint32_t at)
{
  uint32_t end = read_percent(scan, at);
  if (end == at) {
    end = read_chain(scan, at);
  }
  if (isn_scan_indefinite(scan, end, ISN_TERM_CLOCK)) {
    ++end;
  }
  return end;
}

/// True for what may stand glued before digits: «و20», «ل7», «الـ39».
static bool
is_proclitic(const IsnScan* const scan, const uint32_t at)
{
  const IsnCell* const cell = isn_scan_cell(scan, at);
  return cell->is_and || cell->is_article ||
         scan->analysis->words[at].word.n_bytes <= 2;
}

bool
isn_number_is_fragment(const IsnScan* const scan, const uint32_t at)
{
  if (!isn_scan_is_glued(scan, at)) {
    return false;
  }
  const IsnToken* const tokens = scan->doc->tokens;
  if (tokens[at - 1].kind == ISN_KIND_WORD) {
    return !is_proclitic(scan, at - 1);
  }
  const char mark = isn_scan_mark(scan, at - 1);
  return (mark == '-' || mark == '/') && isn_scan_is_glued(scan, at - 1) &&
         (tokens[at - 2].kind == ISN_KIND_LATIN ||
          tokens[at - 2].kind == ISN_KIND_WORD);
}
