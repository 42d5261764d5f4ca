// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/tokenize/marks.h"

#include "extract/base/utf8.h"

/// While marks are found: no mark closes this one.
#define LONE 0x80u

typedef enum {
  FAMILY_NONE,
  FAMILY_ANGLE,
  FAMILY_STRAIGHT,
  FAMILY_DOUBLE,
  FAMILY_SINGLE,
  FAMILY_BRACKET,
} Family;

typedef struct {
  Family family;
  bool opens; // the shape says so, where a family has shapes
} Shape;

static Shape
shape_of(const uint32_t c)
{
  switch (c) {
    case 0x00AB: // «
    case 0x2039:
      return (Shape){ FAMILY_ANGLE, true };
    case 0x00BB: // »
    case 0x203A:
      return (Shape){ FAMILY_ANGLE, false };
    case '"':
      return (Shape){ FAMILY_STRAIGHT, true };
    case 0x201C: // “
    case 0x201D: // ”
    case 0x201E:
    case 0x201F:
      return (Shape){ FAMILY_DOUBLE, true };
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201A:
    case 0x201B:
      return (Shape){ FAMILY_SINGLE, true };
    case '(':
    case '[':
    case '{':
      return (Shape){ FAMILY_BRACKET, true };
    case ')':
    case ']':
    case '}':
      return (Shape){ FAMILY_BRACKET, false };
    default:
      return (Shape){ FAMILY_NONE, false };
  }
}

static Shape
token_shape(const IsnDocument* const doc, const size_t i)
{
  const IsnToken* const token = &doc->tokens[i];
  if (token->kind != ISN_KIND_PUNCTUATION && token->kind != ISN_KIND_SYMBOL) {
    return (Shape){ FAMILY_NONE, false };
  }
  size_t at = token->bytes.begin;
  return shape_of(isn_utf8_next(doc->text.data, &at));
}

bool
isn_marks_paragraph_ends(const IsnDocument* const doc, const size_t i)
{
  if (i + 1 >= doc->n_tokens) {
    return true;
  }
  const size_t begin = doc->tokens[i].bytes.end;
  const size_t end = doc->tokens[i + 1].bytes.begin;
  return end > begin && memchr(doc->text.data + begin, '\n', end - begin);
}

/// How many tokens from `i` on are the same mark, written without a blank.
static size_t
run_length(const IsnDocument* const doc, const size_t i, const size_t end)
{
  const Shape shape = token_shape(doc, i);
  if (shape.family != FAMILY_SINGLE) {
    return 1;
  }
  size_t n = 1;
  while (i + n < end && n < 2 &&
         doc->tokens[i + n].bytes.begin == doc->tokens[i + n - 1].bytes.end &&
         token_shape(doc, i + n).family == FAMILY_SINGLE) {
    ++n;
  }
  return n;
}

/// Which way the blanks around a mark without shapes say that it faces.
typedef enum { FACES_NEITHER, FACES_ON, FACES_BACK } Facing;

static Facing
facing(const IsnDocument* const doc, const size_t i, const size_t end)
{
  const size_t begin = doc->tokens[i].bytes.begin;
  const bool is_on_last = i && doc->tokens[i - 1].bytes.end == begin;
  const bool is_on_next =
    i + 1 < end && doc->tokens[i + 1].bytes.begin == doc->tokens[i].bytes.end;
  if (!is_on_last && is_on_next) {
    return doc->tokens[i + 1].kind == ISN_KIND_WORD ? FACES_ON : FACES_NEITHER;
  }
  return is_on_last &&
             (!is_on_next || doc->tokens[i + 1].kind == ISN_KIND_PUNCTUATION)
           ? FACES_BACK
           : FACES_NEITHER;
}

/// The next mark of `family` from `i` on, or `end`.
static size_t
next_of(const IsnDocument* const doc,
        const Family family,
        size_t i,
        const size_t end)
{
  while (i < end && token_shape(doc, i).family != family) {
    ++i;
  }
  return i;
}

#define MAX_TOKENS_WITHIN 10

/// «"ورقة "النوايا" مهمة"»: behind names that are quoted within what `i` opens
/// with the same mark, the one that closes it; `j`, the next one, if it does.
static size_t
behind_nested(const IsnDocument* const doc,
              const size_t i,
              const size_t j,
              const size_t end)
{
  const Family family = token_shape(doc, i).family;
  size_t at = j;
  while (facing(doc, i, end) == FACES_ON && at < end &&
         facing(doc, at, end) == FACES_ON) {
    const size_t inner = next_of(doc, family, at + 1, end);
    if (inner == end || inner - at > MAX_TOKENS_WITHIN ||
        facing(doc, inner, end) != FACES_BACK) {
      return j;
    }
    at = next_of(doc, family, inner + 1, end);
  }
  return at < end && facing(doc, at, end) == FACES_BACK ? at : j;
}

/// The mark that closes what token run [i, i + n) opens, or `end`.
static size_t
find_closing(const IsnDocument* const doc,
             const size_t i,
             const size_t n,
             const size_t end)
{
  const Family family = token_shape(doc, i).family;
  size_t depth = 0;
  for (size_t j = i + n; j < end; ++j) {
    const Shape shape = token_shape(doc, j);
    if (shape.family != family) {
      continue;
    }
    if (family == FAMILY_SINGLE) {
      if (run_length(doc, j, end) >= n) {
        return j;
      }
    } else if (family == FAMILY_STRAIGHT || family == FAMILY_DOUBLE) {
      return behind_nested(doc, i, j, end);
    } else if (shape.opens) {
      ++depth;
    } else if (!depth) {
      return j;
    } else {
      --depth;
    }
  }
  return end;
}

static void
set(uint8_t* const marks, const size_t begin, const size_t end, const int bit)
{
  for (size_t i = begin; i < end; ++i) {
    marks[i] = (uint8_t)(marks[i] | bit);
  }
}

/// Marks that open by their shape and that none is left to close: the first
/// one of «قال (ثم (نعم)».
static void
find_lone(const IsnDocument* const doc,
          const size_t begin,
          const size_t end,
          uint8_t* const marks)
{
  size_t n_closing[FAMILY_BRACKET + 1] = { 0 };
  for (size_t i = end; i-- > begin;) {
    const Shape shape = token_shape(doc, i);
    if (shape.family != FAMILY_ANGLE && shape.family != FAMILY_BRACKET) {
      continue;
    }
    if (!shape.opens) {
      ++n_closing[shape.family];
    } else if (n_closing[shape.family]) {
      --n_closing[shape.family];
    } else {
      marks[i] = LONE;
    }
  }
}

/// «90%" من»: a straight mark written onto the word before it and off the one
/// behind it opens nothing.
static bool
only_closes(const IsnDocument* const doc, const size_t i, const size_t end)
{
  return token_shape(doc, i).family == FAMILY_STRAIGHT && i && i + 1 < end &&
         doc->tokens[i - 1].bytes.end == doc->tokens[i].bytes.begin &&
         doc->tokens[i].bytes.end < doc->tokens[i + 1].bytes.begin &&
         doc->tokens[i - 1].kind != ISN_KIND_PUNCTUATION;
}

static void
find_in_paragraph(const IsnDocument* const doc,
                  const size_t begin,
                  const size_t end,
                  uint8_t* const marks)
{
  // A search that fails is not repeated for its family: growth stays linear
  bool hopeless[FAMILY_BRACKET + 1] = { false };
  for (size_t i = begin; i < end; ++i) {
    const Shape shape = token_shape(doc, i);
    if (!shape.family || !shape.opens || hopeless[shape.family] ||
        marks[i] & LONE || only_closes(doc, i, end)) {
      continue;
    }
    if (shape.family == FAMILY_BRACKET && marks[i] & ISN_MARK_BRACKETED) {
      continue; // inside others, which have marked what it would
    }
    const size_t n = run_length(doc, i, end);
    const size_t close = find_closing(doc, i, n, end);
    if (close == end) {
      hopeless[shape.family] = n == 1;
      continue;
    }
    if (shape.family == FAMILY_BRACKET) {
      set(marks, i + 1, close, ISN_MARK_BRACKETED);
      continue; // what is quoted inside brackets counts too
    }
    set(marks, i, i + n, ISN_MARK_OPEN);
    set(marks, i + n, close, ISN_MARK_QUOTED);
    const size_t n_close = n > run_length(doc, close, end) ? 1 : n;
    set(marks, close, close + n_close, ISN_MARK_CLOSE);
    i = close + n_close - 1;
  }
}

void
isn_marks_find(const IsnDocument* const doc, uint8_t* const marks)
{
  memset(marks, 0, doc->n_tokens);
  size_t begin = 0;
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    if (isn_marks_paragraph_ends(doc, i)) {
      find_lone(doc, begin, i + 1, marks);
      find_in_paragraph(doc, begin, i + 1, marks);
      begin = i + 1;
    }
  }
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    marks[i] = (uint8_t)(marks[i] & ~LONE);
  }
}
