// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/money.h"

uint32_t
isn_currency_symbol_read(const IsnScan* const scan,
                         const uint32_t at,
                         IsnStr* const code)
{
  switch (isn_scan_mark(scan, at)) {
    case '$':
      *code = ISN_STR("USD");
      return at + 1;
    case 'E':
      *code = ISN_STR("EUR");
      return at + 1;
    case 'P':
      *code = ISN_STR("GBP");
      return at + 1;
    default:
      return at;
  }
}

uint32_t
isn_currency_read(const IsnScan* const scan,
                  const uint32_t at,
                  IsnStr* const code)
{
  // «5 ملايين من الدولارات»
  const uint32_t noun = at + (isn_scan_indefinite(scan, at, ISN_TERM_FROM) &&
                              isn_scan_cell(scan, at + 1)->currency);
  const IsnHit* const hit = isn_scan_cell(scan, noun)->currency;
  if (!hit || hit->tokens.end > scan->end || hit->is_common ||
      (isn_scan_cell(scan, noun)->is_people && hit->tokens.end == noun + 1)) {
    return isn_currency_symbol_read(scan, at, code);
  }
  const IsnStr key = hit->entry->key;
  const char* const colon =
    key.n_bytes ? memchr(key.data, ':', key.n_bytes) : NULL;
  const size_t begin = colon ? (size_t)(colon - key.data) + 1 : 0;
  *code = isn_str_slice(key, begin, key.n_bytes);
  return hit->tokens.end;
}

IsnStr
isn_money_print(IsnArena* const arena,
                const IsnDecimal value,
                const IsnStr code)
{
  const IsnStr number = isn_decimal_print(arena, value);
  if (!number.data) {
    return number;
  }
  return isn_arena_print(
    arena, "%s %.*s", number.data, (int)code.n_bytes, code.data);
}
