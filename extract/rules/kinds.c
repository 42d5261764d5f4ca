// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/kinds.h"

#include "extract/base/utf8.h"
#include "extract/rules/letters.h"
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

/// Kinds of a word under way.
typedef struct {
  const IsnKinds* kinds;
  uint32_t first; ///< Number of the class that the first kind is
  const IsnKindTools* tools;
  IsnStr sign;
  IsnSpan letters; ///< Where they stand in it
  IsnBuffer marks; ///< Of the kinds that were found
} Asking;

static void
add_mark(Asking* const a, const size_t kind)
{
  isn_buffer_append_char(&a->marks,
                         ISN_CLASS_FIRST + a->first + (uint32_t)kind);
}

/// Ask the formulas; false if they do not tell of the word.
static bool
ask_formulas(Asking* const a)
{
  const IsnKinds* const kinds = a->kinds;
  IsnProven* const proven = a->tools->proven;
  if (!a->tools->letters || !kinds->have_formulas ||
      !isn_letters_read(a->tools->letters, a->sign, a->letters, proven)) {
    return false;
  }
  for (size_t i = 0; i < kinds->n; ++i) {
    if (isn_proven_holds(proven, kinds->list[i].formula)) {
      add_mark(a, i);
      isn_proven_add_class(proven, a->first + i, 0); // for those behind it
    }
  }
  return true;
}

/// Try the patterns; `*is_told` becomes false if letters.h does not tell of one
/// that was matched.
static IsnStatus
try_patterns(Asking* const a, bool* const is_told)
{
  const IsnKinds* const kinds = a->kinds;
  IsnPasses* const passes = a->tools->passes;
  IsnMatcher* const matcher = a->tools->matcher;
  IsnStatus st = ISN_SUCCESS;
  IsnWide subject = { 0 };
  size_t next_mark = write_subject(&subject, a->sign, a->letters);
  isn_matcher_read(matcher, &subject);
  if (passes) {
    isn_passes_find(passes, a->sign);
  }
  for (size_t i = 0; i < kinds->n && !isn_is_error(st); ++i) {
    const IsnKind* const kind = &kinds->list[i];
    if (passes && !can_begin(passes, i)) {
      continue;
    }
    st = try_kind(kind, matcher, &subject, a->letters);
    *is_told = *is_told && kind->is_told;
    if (st == ISN_SUCCESS) { // a kind can speak of those before it
      const uint32_t number = a->first + (uint32_t)i;
      add_mark(a, i);
      isn_wide_insert(
        &subject, next_mark++, (uint16_t)(ISN_CLASS_FIRST + number));
      if (passes) {
        isn_passes_add_class(passes, number);
      }
    }
  }
  isn_wide_clear(&subject);
  return st;
}

IsnStatus
isn_kinds_mark(const IsnKinds* const kinds,
               const uint32_t first,
               const IsnKindTools* const tools,
               const IsnStr sign,
               bool* const is_told,
               IsnBuffer* const out)
{
  Asking a = { .kinds = kinds,
               .first = first,
               .tools = tools,
               .sign = sign,
               .letters = isn_kinds_letters(sign) };
  IsnStatus st = ISN_SUCCESS;
  const size_t end = a.letters.end;
  const size_t n_letters = end - a.letters.begin; // a symbol has none
  *is_told = true;
  if (n_letters && n_letters <= ISN_MAX_KIND_BYTES && !ask_formulas(&a)) {
    st = try_patterns(&a, is_told);
  }
  isn_buffer_append(out, isn_str_slice(sign, 0, end));
  isn_buffer_append(out, isn_buffer_str(&a.marks));
  isn_buffer_append(out, isn_str_slice(sign, end, sign.n_bytes));
  const bool is_good = !a.marks.failed && !out->failed;
  isn_buffer_clear(&a.marks);
  return isn_is_error(st) ? st : is_good ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}
