// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/first.h"

#include "extract/gazetteer/source.h"
#include "extract/rules/vocabulary.h"
#include "extract/tokenize/normal.h"

#include <ctype.h>

#define TATWEEL "\xD9\x80"
#define MAX_DEPTH 24

/// A walk through a pattern; `first` collects what it meets first.
typedef struct {
  const IsnPatternScope* scope;
  IsnFirst* first;
  IsnStr pattern;
  size_t at;
  int depth;
} Walk;

/// Whether what was walked over can match nothing, so that the next counts.
typedef bool IsEmpty;

static IsEmpty
walk_alternatives(Walk* w);

static void
give_up(Walk* const w)
{
  w->first->is_known = false;
  w->at = w->pattern.n_bytes;
}

static char
peek(const Walk* const w, const size_t ahead)
{
  return w->at + ahead < w->pattern.n_bytes ? w->pattern.data[w->at + ahead]
                                            : 0;
}

static bool
looks_at(const Walk* const w, const char* const s)
{
  return isn_str_starts(isn_str_slice(w->pattern, w->at, w->pattern.n_bytes),
                        isn_str(s));
}

static void
add_class(Walk* const w, const uint32_t number)
{
  IsnFirst* const f = w->first;
  for (unsigned i = 0; i < f->n_classes; ++i) {
    if (f->classes[i] == number) {
      return;
    }
  }
  if (f->n_classes == ISN_MAX_FIRST || number == ISN_NO_CLASS) {
    give_up(w);
  } else {
    f->classes[f->n_classes++] = (uint16_t)number;
  }
}

/// A quantifier, if one follows: whether it allows none.
static bool
walk_quantifier(Walk* const w)
{
  const char c = peek(w, 0);
  bool is_optional = c == '?' || c == '*';
  if (c == '{' && (isdigit((unsigned char)peek(w, 1)) || peek(w, 1) == ',')) {
    is_optional = peek(w, 1) == ',' || peek(w, 1) == '0';
    while (peek(w, 0) && peek(w, 0) != '}') {
      ++w->at;
    }
  } else if (c != '?' && c != '*' && c != '+') {
    return false;
  }
  ++w->at;
  if (peek(w, 0) == '?' || peek(w, 0) == '+') {
    ++w->at; // lazy or possessive
  }
  return is_optional;
}

static IsEmpty
walk_define(Walk* const w, const IsnStr pattern)
{
  if (w->depth == MAX_DEPTH) {
    give_up(w);
    return false;
  }
  Walk inner = { w->scope, w->first, pattern, 0, w->depth + 1 };
  return walk_alternatives(&inner);
}

static IsEmpty
walk_reference(Walk* const w)
{
  const size_t begin = ++w->at;
  while (peek(w, 0) && peek(w, 0) != '}') {
    ++w->at;
  }
  IsnStr name = isn_str_slice(w->pattern, begin, w->at);
  ++w->at;
  const char* const colon = memchr(name.data, ':', name.n_bytes);
  name.n_bytes = colon ? (size_t)(colon - name.data) : name.n_bytes;
  for (size_t i = w->scope->n_defines; i > 0; --i) {
    if (isn_str_equal(w->scope->defines[i - 1].name, name)) {
      return walk_define(w, w->scope->defines[i - 1].pattern);
    }
  }
  if (isn_str_is(name, "any")) {
    give_up(w);
    return false;
  }
  IsnStr member = { NULL, 0 };
  while (isn_gazetteer_member(&name, '|', &member)) {
    const char* const dot = memchr(member.data, '.', member.n_bytes);
    member.n_bytes = dot ? (size_t)(dot - member.data) : member.n_bytes;
    const uint32_t symbols = isn_symbols_find(member);
    w->first->symbols |= symbols;
    if (!symbols) {
      add_class(w, isn_classes_find(w->scope->image, member));
    }
  }
  return false;
}

/// Skip `(…)` whole: what only looks ahead or behind.
static void
skip_group(Walk* const w)
{
  int n_open = 0;
  do {
    const char c = peek(w, 0);
    if (c == '\\') {
      ++w->at;
    }
    n_open += (c == '(') - (c == ')');
    ++w->at;
  } while (n_open && w->at < w->pattern.n_bytes);
}

static IsEmpty
walk_group(Walk* const w)
{
  if (looks_at(w, "(?!") || looks_at(w, "(?=") || looks_at(w, "(?<=") ||
      looks_at(w, "(?<!")) {
    skip_group(w);
    return true;
  }
  if (looks_at(w, "(?(DEFINE)")) {
    skip_group(w);
    return true;
  }
  if (looks_at(w, "(?&") || looks_at(w, "(?(") || looks_at(w, "(?|")) {
    give_up(w);
    return false;
  }
  ++w->at;
  if (peek(w, 0) == '?') {
    while (peek(w, 0) && peek(w, 0) != ':' && peek(w, 0) != '>') {
      ++w->at;
    }
    ++w->at;
  }
  const IsEmpty is_empty = walk_alternatives(w);
  if (peek(w, 0) == ')') {
    ++w->at;
  }
  return is_empty;
}

static bool
is_letter(const Walk* const w)
{
  const unsigned char c = (unsigned char)peek(w, 0);
  return c >= 0xD8 && c <= 0xDB && !looks_at(w, TATWEEL);
}

/// The first two letters of a word that the pattern spells out.
static void
walk_word(Walk* const w)
{
  char folded[2 * ISN_FOLD_CAPACITY(4)];
  size_t n = 0;
  while (n < 4 && is_letter(w)) {
    n += isn_normal_fold(
      isn_str_slice(w->pattern, w->at, w->at + 2), ISN_FOLD_FULL, folded + n);
    w->at += 2;
  }
  const char next = peek(w, 0);
  const unsigned prefix = isn_first_prefix((IsnStr){ folded, n });
  if (prefix == 64 || next == '?' || next == '*' || next == '{') {
    give_up(w);
  } else {
    w->first->prefixes |= (uint64_t)1 << prefix;
  }
}

/// «بـ», «[وف]ـ»: a proclitic is tried with its word. Else a word.
static IsEmpty
walk_letter(Walk* const w)
{
  const size_t begin = w->at;
  if (peek(w, 0) == '[') {
    while (peek(w, 0) && peek(w, 0) != ']') {
      ++w->at;
    }
    ++w->at;
  } else if (is_letter(w)) {
    w->at += 2;
  }
  if (w->at > begin && looks_at(w, TATWEEL)) {
    w->at += sizeof(TATWEEL) - 1;
    return true;
  }
  if (w->pattern.data[begin] == '[') {
    give_up(w);
    return false;
  }
  w->at = begin;
  walk_word(w);
  return false;
}

static IsEmpty
walk_atom(Walk* const w)
{
  switch (peek(w, 0)) {
    case '(':
      return walk_group(w);
    case '{':
      return walk_reference(w);
    case '^':
    case '$':
      ++w->at;
      return true;
    default:
      return walk_letter(w);
  }
}

/// Skip to the end of this alternative: what follows is not first.
static void
skip_rest(Walk* const w)
{
  int n_open = 0;
  while (w->at < w->pattern.n_bytes) {
    const char c = peek(w, 0);
    if (!n_open && (c == '|' || c == ')')) {
      return;
    }
    if (c == '\\') {
      ++w->at;
    } else if (c == '[') {
      while (peek(w, 0) && peek(w, 0) != ']') {
        ++w->at;
      }
    } else if (c == '{') { // its | is no alternative
      while (peek(w, 0) && peek(w, 0) != '}') {
        ++w->at;
      }
    }
    n_open += (c == '(') - (c == ')');
    ++w->at;
  }
}

static IsEmpty
walk_sequence(Walk* const w)
{
  while (w->at < w->pattern.n_bytes && peek(w, 0) != '|' && peek(w, 0) != ')') {
    IsEmpty is_empty = walk_atom(w);
    is_empty = walk_quantifier(w) || is_empty;
    if (!is_empty) {
      skip_rest(w);
      return false;
    }
  }
  return true;
}

static IsEmpty
walk_alternatives(Walk* const w)
{
  while (isspace((unsigned char)peek(w, 0)) && !w->at) {
    w->pattern = isn_str_slice(w->pattern, 1, w->pattern.n_bytes);
  }
  IsEmpty is_empty = walk_sequence(w);
  while (peek(w, 0) == '|') {
    ++w->at;
    is_empty = walk_sequence(w) || is_empty;
  }
  return is_empty;
}

void
isn_first_find(IsnFirst* const first,
               const IsnPatternScope* const scope,
               const IsnStr pattern)
{
  *first = (IsnFirst){ .is_known = true };
  Walk w = { scope, first, pattern, 0, 0 };
  const IsEmpty is_empty = walk_alternatives(&w);
  first->is_known = first->is_known && !is_empty;
}
