// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/numbers.h"

#include <inttypes.h>

enum { MAX_GROUPS = 6, MAX_DECIMALS = 15 };

typedef enum {
  SIGN_NONE,
  SIGN_COMMA,
  SIGN_POINT,
  SIGN_GROUP,
  SIGN_DECIMAL
} Sign;

/// A token's digits, parted by its signs.
typedef struct {
  size_t n_digits[MAX_GROUPS];
  Sign signs[MAX_GROUPS]; ///< signs[i] stands behind group i
  size_t n_groups;
  int64_t digits; ///< All of them as one number
} Groups;

static size_t
sign_read(const IsnStr s, const size_t at, Sign* const sign)
{
  static const struct {
    const char* form;
    Sign sign;
  } signs[] = {
    { ",", SIGN_COMMA }, { ".", SIGN_POINT },   { "،", SIGN_COMMA },
    { "٬", SIGN_GROUP }, { "٫", SIGN_DECIMAL }, { "'", SIGN_GROUP }
  };
  const IsnStr rest = isn_str_slice(s, at, s.n_bytes);
  for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); ++i) {
    const IsnStr form = isn_str(signs[i].form);
    if (isn_str_starts(rest, form)) {
      *sign = signs[i].sign;
      return form.n_bytes;
    }
  }
  return 0;
}

static bool
push_digit(int64_t* const digits, const char c)
{
  return !__builtin_mul_overflow(*digits, 10, digits) &&
         !__builtin_add_overflow(*digits, c - '0', digits);
}

static bool
split(const IsnStr s, Groups* const groups)
{
  *groups = (Groups){ .n_groups = 1 };
  for (size_t at = 0; at < s.n_bytes;) {
    const size_t group = groups->n_groups - 1;
    if (s.data[at] >= '0' && s.data[at] <= '9') {
      if (!push_digit(&groups->digits, s.data[at])) {
        return false;
      }
      ++groups->n_digits[group];
      ++at;
      continue;
    }
    const size_t n_bytes = sign_read(s, at, &groups->signs[group]);
    if (!n_bytes || !groups->n_digits[group] ||
        groups->n_groups == MAX_GROUPS) {
      return false;
    }
    at += n_bytes;
    ++groups->n_groups;
  }
  return groups->n_digits[groups->n_groups - 1] > 0;
}

/// True if the last sign is the decimal one.
static bool
has_decimals(const Groups* const groups,
             const bool starts_with_zero,
             const bool before_scale)
{
  const size_t n_signs = groups->n_groups - 1;
  const Sign last = groups->signs[n_signs - 1];
  if (last == SIGN_GROUP || last == SIGN_DECIMAL) {
    return last == SIGN_DECIMAL;
  }
  if (n_signs > 1) {
    return last != groups->signs[n_signs - 2];
  }
  return before_scale || starts_with_zero || groups->n_digits[0] > 3 ||
         groups->n_digits[1] != 3;
}

bool
isn_decimal_parse(const IsnStr s,
                  const bool before_scale,
                  IsnDecimal* const value)
{
  Groups groups;
  if (!s.n_bytes || !split(s, &groups)) {
    return false;
  }
  const bool starts_with_zero = s.data[0] == '0';
  if (starts_with_zero && groups.n_digits[0] > 1) {
    return false; // a code or a telephone number
  }
  *value = (IsnDecimal){ groups.digits, 0 };
  size_t n_whole = groups.n_groups;
  if (n_whole > 1 && has_decimals(&groups, starts_with_zero, before_scale)) {
    value->n_decimals = (unsigned)groups.n_digits[--n_whole];
  }
  for (size_t i = 1; i < n_whole; ++i) {
    if (groups.n_digits[i] != 3 || groups.signs[i - 1] != groups.signs[0]) {
      return false; // «8.10.2016», a version
    }
  }
  if (value->n_decimals > MAX_DECIMALS) {
    return false;
  }
  return n_whole == 1 || groups.n_digits[0] <= 3;
}

static IsnDecimal
shortest(IsnDecimal value)
{
  while (value.n_decimals && value.digits % 10 == 0) {
    value.digits /= 10;
    --value.n_decimals;
  }
  return value;
}

bool
isn_decimal_to_whole(const IsnDecimal value, int64_t* const whole)
{
  const IsnDecimal v = shortest(value);
  *whole = v.digits;
  return !v.n_decimals;
}

IsnStr
isn_decimal_print(IsnArena* const arena, const IsnDecimal value)
{
  const IsnDecimal v = shortest(value);
  if (!v.n_decimals) {
    return isn_arena_print(arena, "%" PRId64, v.digits);
  }
  int64_t one = 1;
  for (unsigned i = 0; i < v.n_decimals; ++i) {
    one *= 10;
  }
  return isn_arena_print(arena,
                         "%" PRId64 ".%0*" PRId64,
                         v.digits / one,
                         (int)v.n_decimals,
                         v.digits % one);
}
