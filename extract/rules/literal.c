// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/literal.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/normal.h"

#include <ctype.h>

#define TATWEEL 0x0640u
#define MAX_DEPTH 8
#define MAX_BYTES 48u // of one string; longer words are rare

typedef struct {
  IsnStr pattern;
  size_t at;
  IsnArena* arena;
  int depth;
} Walk;

static bool
read_run(Walk* w, IsnLiterals* out);

static char
peek(const Walk* const w)
{
  return w->at < w->pattern.n_bytes ? w->pattern.data[w->at] : 0;
}

static bool
looks_at(const Walk* const w, const char* const s)
{
  return isn_str_starts(isn_str_slice(w->pattern, w->at, w->pattern.n_bytes),
                        isn_str(s));
}

size_t
isn_pattern_skip(const IsnStr pattern, size_t at)
{
  size_t n_open = 0;
  do {
    const char c = pattern.data[at];
    if (c == '\\') {
      ++at;
    } else if (c == '[' || c == '{') {
      const char close = c == '[' ? ']' : '}';
      while (at < pattern.n_bytes && pattern.data[at] != close) {
        ++at;
      }
    }
    n_open += c == '(';
    n_open -= n_open && c == ')';
    ++at;
  } while (n_open && at < pattern.n_bytes);
  return at < pattern.n_bytes ? at : pattern.n_bytes;
}

static IsnLiterals*
new_literals(IsnArena* const arena)
{
  IsnLiterals* const l = isn_arena_take(arena, sizeof(*l));
  if (l) {
    l->n = 0;
  }
  return l;
}

static bool
add(IsnLiterals* const out, const IsnStr s)
{
  if (out->n == ISN_MAX_LITERALS || !s.data || s.n_bytes > MAX_BYTES) {
    return false;
  }
  out->list[out->n++] = s;
  return true;
}

/// One letter or sign, folded as the text is.
static bool
read_char(Walk* const w, IsnLiterals* const out)
{
  size_t begin = w->at;
  if (peek(w) == '\\') {
    if (begin + 1 >= w->pattern.n_bytes ||
        !ispunct((unsigned char)w->pattern.data[begin + 1])) {
      return false;
    }
    ++begin;
    ++w->at;
  } else if (strchr(" \t\r\n(){}[]|?*+.^$", peek(w))) {
    return false;
  }
  const uint32_t c = isn_utf8_next(w->pattern.data, &w->at);
  if (c == TATWEEL) {
    return false;
  }
  const IsnStr letter = isn_str_slice(w->pattern, begin, w->at);
  return add(out,
             c < 0x80 ? isn_arena_copy(w->arena, letter)
                      : isn_normal_copy(w->arena, letter, ISN_FOLD_FULL));
}

/// «[،,]»: its letters one by one; no ranges.
static bool
read_set(Walk* const w, IsnLiterals* const out)
{
  for (++w->at; peek(w) != ']';) {
    const char c = peek(w);
    const size_t begin = w->at;
    if (!c || c == '\\' || c == ' ' || c == '^' ||
        (c == '-' && w->pattern.data[begin - 1] != '[')) {
      return false;
    }
    isn_utf8_next(w->pattern.data, &w->at);
    const IsnStr letter = isn_str_slice(w->pattern, begin, w->at);
    if (!add(out,
             (unsigned char)c < 0x80
               ? isn_arena_copy(w->arena, letter)
               : isn_normal_copy(w->arena, letter, ISN_FOLD_FULL))) {
      return false;
    }
  }
  ++w->at;
  return out->n > 0;
}

/// «(?:a|b)» or a named group, closed.
static bool
read_group(Walk* const w, IsnLiterals* const out)
{
  if (w->depth == MAX_DEPTH) {
    return false;
  }
  if (looks_at(w, "(?:")) {
    w->at += 3;
  } else if (looks_at(w, "(?<") && !looks_at(w, "(?<=") &&
             !looks_at(w, "(?<!")) {
    while (peek(w) && peek(w) != '>') {
      ++w->at;
    }
    ++w->at;
  } else {
    return false;
  }
  ++w->depth;
  for (;;) {
    IsnLiterals* const part = new_literals(w->arena);
    if (!part || !read_run(w, part)) {
      return false;
    }
    for (size_t i = 0; i < part->n; ++i) {
      if (!add(out, part->list[i])) {
        return false;
      }
    }
    if (peek(w) != '|') {
      break;
    }
    ++w->at;
  }
  --w->depth;
  return w->at < w->pattern.n_bytes && w->pattern.data[w->at++] == ')';
}

/// A quantifier: only «?» leaves the list closed.
static bool
read_quantifier(Walk* const w, IsnLiterals* const out)
{
  const char c = peek(w);
  if (c == '*' || c == '+' ||
      (c == '{' && w->at + 1 < w->pattern.n_bytes &&
       (isdigit((unsigned char)w->pattern.data[w->at + 1]) ||
        w->pattern.data[w->at + 1] == ','))) {
    return false;
  }
  if (c == '?') {
    ++w->at;
    w->at += peek(w) == '?' || peek(w) == '+';
    return add(out, ISN_STR(""));
  }
  return !looks_at(w, "\xD9\x80"); // before a tatweel it is a proclitic
}

static bool
read_atom(Walk* const w, IsnLiterals* const out)
{
  const bool is_read = peek(w) == '('   ? read_group(w, out)
                       : peek(w) == '[' ? read_set(w, out)
                                        : read_char(w, out);
  return is_read && read_quantifier(w, out);
}

/// Each string of `a` with each of `b` behind it.
static bool
multiply(IsnLiterals* const a,
         const IsnLiterals* const b,
         IsnArena* const arena)
{
  if (a->n * b->n > ISN_MAX_LITERALS) {
    return false;
  }
  if (a->n == 1 && !a->list[0].n_bytes) {
    a->n = b->n;
    memcpy(a->list, b->list, b->n * sizeof(*b->list));
    return true;
  }
  IsnLiterals* const both = new_literals(arena);
  for (size_t i = 0; both && i < a->n; ++i) {
    for (size_t j = 0; j < b->n; ++j) {
      const IsnStr s = isn_arena_print(arena,
                                       "%.*s%.*s",
                                       (int)a->list[i].n_bytes,
                                       a->list[i].data,
                                       (int)b->list[j].n_bytes,
                                       b->list[j].data);
      if (!add(both, s)) {
        return false;
      }
    }
  }
  if (both) {
    a->n = both->n;
    memcpy(a->list, both->list, both->n * sizeof(*both->list));
  }
  return both;
}

/// Whether the letter before `at` stands as it is: no quantifier or tatweel.
static bool
is_plain_behind(const Walk* const w)
{
  const char c = peek(w);
  return !c || (!strchr("?*+{", c) && !looks_at(w, "\xD9\x80"));
}

/// Letters in a row, which are most of a list of words, as one string.
static IsnStr
read_letters(Walk* const w)
{
  char text[MAX_BYTES];
  size_t n = 0;
  while (n + ISN_FOLD_CAPACITY(2) < sizeof(text)) {
    const unsigned char c = (unsigned char)peek(w);
    if (c < 0xD8 || c > 0xDB) {
      break;
    }
    const Walk before = *w;
    w->at += 2;
    if (looks_at(&before, "\xD9\x80") || !is_plain_behind(w)) {
      *w = before;
      break;
    }
    n += isn_normal_fold(
      isn_str_slice(w->pattern, before.at, w->at), ISN_FOLD_FULL, text + n);
  }
  return n ? isn_arena_copy(w->arena, (IsnStr){ text, n })
           : (IsnStr){ NULL, 0 };
}

/// As many atoms as go, perhaps none; within brackets it must be all.
static bool
read_run(Walk* const w, IsnLiterals* const out)
{
  out->n = 0;
  add(out, ISN_STR(""));
  IsnLiterals* const atom = new_literals(w->arena);
  while (atom && peek(w) && peek(w) != '|' && peek(w) != ')') {
    const Walk before = *w;
    const IsnStr letters = read_letters(w);
    atom->n = 0;
    const bool is_read = letters.data ? add(atom, letters) : read_atom(w, atom);
    if (!is_read || !multiply(out, atom, w->arena)) {
      *w = before;
      return !w->depth;
    }
  }
  return atom;
}

bool
isn_literals_read(IsnLiterals* const literals,
                  const IsnStr pattern,
                  size_t* const at,
                  IsnArena* const arena)
{
  Walk w = { pattern, *at, arena, 0 };
  if (!read_run(&w, literals) || w.at == *at) {
    return false;
  }
  *at = w.at;
  return true;
}
