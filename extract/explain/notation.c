// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/notation.h"

#include <ctype.h>

#define MAX_DEPTH 16 ///< Of definitions and groups looked through

bool
isn_notation_is_blank(const char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static size_t
skip_to(const IsnStr p, size_t at, const char close)
{
  while (at < p.n_bytes && p.data[at] != close) {
    at += p.data[at] == '\\' ? 2 : 1;
  }
  return at < p.n_bytes ? at + 1 : p.n_bytes;
}

size_t
isn_notation_skip_atom(const IsnStr p, size_t at)
{
  const char c = p.data[at++];
  if (c == '\\') {
    return at < p.n_bytes ? at + 1 : at;
  }
  if (c == '[' || c == '{') {
    return skip_to(p, at, c == '[' ? ']' : '}');
  }
  while (c == '(' && at < p.n_bytes) {
    if (p.data[at] == ')') {
      return at + 1;
    }
    at = isn_notation_skip_atom(p, at);
  }
  return at;
}

size_t
isn_notation_skip_quantifier(const IsnStr p, const size_t at)
{
  size_t end = at;
  if (at < p.n_bytes && strchr("?*+", p.data[at])) {
    end = at + 1;
  } else if (at + 1 < p.n_bytes && p.data[at] == '{' &&
             (isdigit((unsigned char)p.data[at + 1]) ||
              p.data[at + 1] == ',')) {
    end = skip_to(p, at, '}');
  }
  const bool is_more = end > at && end < p.n_bytes;
  return end + (is_more && (p.data[end] == '?' || p.data[end] == '+'));
}

bool
isn_notation_is_look(const IsnStr e)
{
  return isn_str_starts(e, ISN_STR("(?=")) ||
         isn_str_starts(e, ISN_STR("(?!")) ||
         isn_str_starts(e, ISN_STR("(?<=")) ||
         isn_str_starts(e, ISN_STR("(?<!"));
}

size_t
isn_notation_opener(const IsnStr e)
{
  if (!e.n_bytes || e.data[0] != '(' || isn_notation_is_look(e)) {
    return 0;
  }
  if (isn_str_starts(e, ISN_STR("(?:")) || isn_str_starts(e, ISN_STR("(?>"))) {
    return 3;
  }
  if (isn_str_starts(e, ISN_STR("(?<"))) {
    return skip_to(e, 3, '>');
  }
  return e.n_bytes > 1 && strchr("?*", e.data[1]) ? 0 : 1;
}

/// What "{name}" or "{name:capture}" is defined as; absent if it is not.
static IsnStr
definition(const IsnPatternScope* const scope, const IsnStr e)
{
  size_t end = 1;
  while (e.n_bytes && e.data[0] == '{' && end < e.n_bytes &&
         e.data[end] != ':' && e.data[end] != '}') {
    ++end;
  }
  const IsnStr name = isn_str_slice(e, 1, end);
  for (size_t i = scope->n_defines; i > 0 && end > 1; --i) {
    if (isn_str_equal(scope->defines[i - 1].name, name)) {
      return scope->defines[i - 1].pattern;
    }
  }
  return (IsnStr){ NULL, 0 };
}

bool
isn_notation_is_definition(const IsnPatternScope* const scope, const IsnStr e)
{
  return isn_str_starts(e, ISN_STR("(?(DEFINE)")) ||
         isn_str_starts(definition(scope, e), ISN_STR("(?(DEFINE)"));
}

bool
isn_notation_has_blank(const IsnPatternScope* const scope, IsnStr e)
{
  for (int depth = 0; depth < MAX_DEPTH && e.n_bytes; ++depth) {
    if (isn_notation_is_blank(e.data[0])) {
      return true;
    }
    const IsnStr defined = definition(scope, e);
    const size_t n = isn_notation_opener(e);
    if (!defined.data && !n) {
      return false;
    }
    e = defined.data ? defined : isn_str_slice(e, n, e.n_bytes);
    while (defined.data && e.n_bytes && isn_notation_is_blank(e.data[0])) {
      e = isn_str_slice(e, 1, e.n_bytes); // as pattern.c trims it
    }
  }
  return false;
}

/// Whether the element with its quantifier can stand for nothing.
static bool
is_optional(const IsnPatternScope* const scope,
            const IsnStr e,
            const IsnStr quantifier)
{
  if (quantifier.n_bytes) {
    return strchr("?*", quantifier.data[0]) ||
           isn_str_starts(quantifier, ISN_STR("{0")) ||
           isn_str_starts(quantifier, ISN_STR("{,"));
  }
  const IsnStr defined = definition(scope, e);
  const size_t n = isn_notation_opener(e);
  return defined.data ? isn_notation_is_optional(scope, defined)
         : n
           ? isn_notation_is_optional(scope, isn_str_slice(e, n, e.n_bytes - 1))
           : false;
}

bool
isn_notation_is_optional(const IsnPatternScope* const scope, const IsnStr p)
{
  for (size_t at = 0; at < p.n_bytes;) {
    const size_t end = isn_notation_skip_atom(p, at);
    const size_t past = isn_notation_skip_quantifier(p, end);
    const IsnStr e = isn_str_slice(p, at, end);
    if (!isn_notation_is_look(e) && !isn_notation_is_definition(scope, e) &&
        !is_optional(scope, e, isn_str_slice(p, end, past))) {
      return false; // a bar too: an alternative is not nothing
    }
    at = past;
  }
  return true;
}
