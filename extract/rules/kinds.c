// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/kinds.h"

#include "extract/base/utf8.h"
#include "extract/rules/passes.h"
#include "extract/rules/symbols.h"

size_t
isn_kinds_find(const IsnKinds* const kinds, const IsnStr name)
{
  for (size_t i = 0; kinds && i < kinds->n; ++i) {
    if (isn_str_equal(kinds->list[i].name, name)) {
      return i;
    }
  }
  return ISN_NO_KIND;
}

/// Behind the proclitics: a letter and a tatweel each, two bytes both, and one
/// unit of UTF-16.
static size_t
skip_proclitics(const IsnStr sign)
{
  size_t at = 0;
  while (at + 4 <= sign.n_bytes && !memcmp(sign.data + at + 2, "\xD9\x80", 2)) {
    at += 4;
  }
  return at;
}

/// Behind the letters that begin at `at`: where the marks are.
static size_t
skip_letters(const IsnStr sign, size_t at)
{
  for (size_t next = at; at < sign.n_bytes; at = next) {
    const uint32_t c = isn_utf8_next(sign.data, &next);
    if (c >= ISN_SYMBOL_FIRST && c <= ISN_FEATURE_LAST) {
      break;
    }
  }
  return at;
}

IsnSpan
isn_kinds_letters(const IsnStr sign)
{
  const size_t begin = skip_proclitics(sign);
  return (IsnSpan){ (uint32_t)begin, (uint32_t)skip_letters(sign, begin) };
}

/// The sign as patterns see it, between two blanks; where its marks begin.
static size_t
write_subject(IsnWide* const subject, const IsnStr sign, const IsnSpan letters)
{
  isn_wide_append(subject, ISN_STR(" "));
  isn_wide_append(subject, isn_str_slice(sign, 0, letters.end));
  const size_t marks = subject->n;
  isn_wide_append(subject, isn_str_slice(sign, letters.end, sign.n_bytes));
  isn_wide_append(subject, ISN_STR(" "));
  return marks;
}

/// Whether the word that passes them can be of the kind.
static bool
can_begin(IsnPasses* const passes, const size_t kind)
{
  const size_t at = isn_filter_at(passes->filter, 0, kind / 64);
  return isn_passes_row(passes)[at] >> kind % 64 & 1u;
}

static IsnStatus
try_kind(const IsnKind* const kind,
         IsnMatcher* const matcher,
         const IsnWide* const subject,
         const IsnSpan letters)
{
  if (subject->failed) {
    return ISN_ERR_NO_MEMORY;
  }
  // A blank, and proclitics of two bytes a unit
  const size_t at = letters.begin / 2 + 1;
  const IsnStatus st = isn_matcher_try(matcher, kind->regex, at);
  return st == ISN_ERR_LIMIT ? ISN_END : st;
}

IsnStatus
isn_kinds_mark(const IsnKinds* const kinds,
               const uint32_t first,
               IsnPasses* const passes,
               IsnMatcher* const matcher,
               const IsnStr sign,
               bool* const is_told,
               IsnBuffer* const out)
{
  const IsnSpan letters = isn_kinds_letters(sign);
  IsnWide subject = { 0 };
  IsnBuffer marks = { 0 };
  IsnStatus st = ISN_SUCCESS;
  const size_t n_letters = letters.end - letters.begin; // a symbol has none
  const size_t n = n_letters && n_letters <= ISN_MAX_KIND_BYTES ? kinds->n : 0;
  size_t next_mark = n ? write_subject(&subject, sign, letters) : 0;
  *is_told = true;
  isn_matcher_read(matcher, &subject);
  if (n && passes) {
    isn_passes_find(passes, sign);
  }
  for (size_t i = 0; i < n && !isn_is_error(st); ++i) {
    const IsnKind* const kind = &kinds->list[i];
    if (passes && !can_begin(passes, i)) {
      continue;
    }
    st = try_kind(kind, matcher, &subject, letters);
    *is_told = *is_told && kind->is_told;
    if (st == ISN_SUCCESS) { // a kind can speak of those before it
      const uint32_t number = first + (uint32_t)i;
      const uint32_t mark = ISN_CLASS_FIRST + number;
      isn_buffer_append_char(&marks, mark);
      isn_wide_insert(&subject, next_mark++, (uint16_t)mark);
      if (passes) {
        isn_passes_add_class(passes, number);
      }
    }
  }
  isn_buffer_append(out, isn_str_slice(sign, 0, letters.end));
  isn_buffer_append(out, isn_buffer_str(&marks));
  isn_buffer_append(out, isn_str_slice(sign, letters.end, sign.n_bytes));
  const bool is_good = !marks.failed && !out->failed;
  isn_wide_clear(&subject);
  isn_buffer_clear(&marks);
  return isn_is_error(st) ? st : is_good ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}
