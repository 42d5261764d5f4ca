// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/outline.h"

#include "extract/base/utf8.h"
#include "extract/rules/asked.h"
#include "extract/rules/cursor.h"

#include <ctype.h>
#include <stdlib.h>

#define TATWEEL "\xD9\x80"
#define MAX_COPIES 3u // of what must come several times

/// What surrounds a part.
typedef struct {
  const IsnTaken* taken; ///< Of the unit's word
  bool ends;             ///< Behind it, the word ends
  bool is_last;          ///< Nothing of the pattern is behind it
} Context;

typedef struct {
  unsigned min;
  unsigned max;
} Count;

static IsnPiece
read_alternatives(IsnOutliner* m, IsnCursor* p, Context context);

// Notation ------------------------------------------------------------------

/// Whether a word cannot go on here.
static bool
word_ends(const IsnCursor* const p, const bool ends)
{
  const char c = isn_cursor_peek(p);
  if (!c || c == '|' || c == ')') {
    return ends;
  }
  return isn_is_blank(c) || c == '$' || isn_cursor_looks_at(p, "(?![ء-ي])") ||
         isn_cursor_looks_at(p, "(?![ء-ي_])");
}

/// Whether a sequence takes nothing any more.
static bool
is_over(IsnCursor p)
{
  while (isn_cursor_looks_at(&p, "(?!")) {
    p.at = isn_pattern_skip(p.text, p.at);
  }
  return !isn_cursor_peek(&p) || isn_cursor_peek(&p) == '|' ||
         isn_cursor_peek(&p) == ')';
}

static Count
read_count(IsnCursor* const p)
{
  Count count = { 1, 1 };
  const char c = isn_cursor_peek(p);
  if (c == '?') {
    count = (Count){ 0, 1 };
  } else if (c == '*') {
    count = (Count){ 0, UINT32_MAX };
  } else if (c == '+') {
    count = (Count){ 1, UINT32_MAX };
  } else if (c == '{' && p->at + 1 < p->text.n_bytes &&
             (isdigit((unsigned char)p->text.data[p->at + 1]) ||
              p->text.data[p->at + 1] == ',')) {
    char* rest = NULL;
    count.min = (unsigned)strtoul(p->text.data + p->at + 1, &rest, 10);
    count.max = count.min;
    if (*rest == ',') {
      const unsigned long max = strtoul(rest + 1, &rest, 10);
      count.max = max ? (unsigned)max : UINT32_MAX;
    }
    p->at = (size_t)(rest - p->text.data);
  } else {
    return count;
  }
  ++p->at;
  p->at += isn_cursor_peek(p) == '?' || isn_cursor_peek(p) == '+';
  return count;
}

// Parts ---------------------------------------------------------------------

/// Proclitics: their letters, and whether they can be letters of the word
/// («بـ?»).
typedef struct {
  IsnLiterals letters;
  bool is_loose;
} Proclitic;

/// «Xـ», «[وف]ـ» or «[وف]ـ?» at `p`.
static bool
read_letters(IsnCursor* const p, Proclitic* const proclitic)
{
  IsnCursor at = *p;
  const bool is_set = isn_cursor_peek(&at) == '[';
  IsnLiterals* const l = &proclitic->letters;
  at.at += is_set;
  l->n = 0;
  while ((unsigned char)isn_cursor_peek(&at) >= 0xD8 &&
         (unsigned char)isn_cursor_peek(&at) <= 0xDB &&
         !isn_cursor_looks_at(&at, TATWEEL) && l->n < ISN_MAX_LITERALS) {
    l->list[l->n++] = isn_str_slice(at.text, at.at, at.at + 2);
    at.at += 2;
    if (!is_set) {
      break;
    }
  }
  if (!l->n || (is_set && isn_cursor_peek(&at) != ']')) {
    return false;
  }
  at.at += is_set;
  if (!isn_cursor_looks_at(&at, TATWEEL)) {
    return false;
  }
  at.at += sizeof(TATWEEL) - 1;
  const size_t behind = at.at;
  const Count count = read_count(&at);
  proclitic->is_loose = !count.min;
  if (count.max != 1 || (count.min && at.at != behind)) {
    return false;
  }
  *p = at;
  return true;
}

static bool
read_proclitic(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  IsnTestDraft* const draft = isn_test_draft(m->arena);
  Proclitic* const proclitic = isn_arena_take(m->arena, sizeof(*proclitic));
  IsnLiterals* const words = isn_arena_take(m->arena, sizeof(*words));
  if (!draft || !proclitic || !words || !read_letters(p, proclitic)) {
    return false;
  }
  if (proclitic->is_loose) {
    const bool is_known =
      piece->taken &&
      isn_taken_words(m->arena, piece->taken, &proclitic->letters, words);
    piece->taken =
      is_known
        ? isn_taken_join(m->arena, isn_taken_of(m->arena, words), piece->taken)
        : NULL;
    return true;
  }
  for (size_t i = 0; i < proclitic->letters.n; ++i) {
    isn_test_add_word(
      m->tests, draft, ISN_ATOM_PROCLITIC, proclitic->letters.list[i]);
  }
  isn_piece_go_test(m, piece, isn_test_put(m->tests, draft));
  return true;
}

static bool
read_literals(IsnOutliner* const m,
              IsnCursor* const p,
              IsnPiece* const piece,
              const Context context)
{
  IsnLiterals* const literals = isn_arena_take(m->arena, sizeof(*literals));
  if (!literals || !isn_literals_read(literals, p->text, &p->at, m->arena)) {
    return false;
  }
  const bool ends = word_ends(p, context.ends);
  IsnLiterals* const words = isn_arena_take(m->arena, sizeof(*words));
  const bool is_known =
    piece->taken && words &&
    isn_taken_words(m->arena, piece->taken, literals, words);
  isn_piece_go_test(
    m, piece, is_known ? isn_asked_literals(m, words, ends) : ISN_POOL_NONE);
  piece->taken = is_known ? isn_taken_of(m->arena, words) : NULL;
  return true;
}

/// What stands in brackets, blanks and all.
static IsnPiece
read_inside(IsnOutliner* const m, const IsnStr text, const Context context)
{
  IsnCursor inner = { text, 0 };
  if (m->depth == ISN_OUTLINE_DEPTH || !m->out->is_known) {
    isn_outliner_give_up(m);
    return isn_piece_begin(m, NULL);
  }
  ++m->depth;
  const IsnPiece piece = read_alternatives(m, &inner, context);
  --m->depth;
  return piece;
}

static IsnPiece
read_nested(IsnOutliner* const m, const IsnStr text, const Context context)
{
  return read_inside(m, isn_pattern_trim(text), context);
}

/// «{name:capture}», without its quantifier.
static IsnPiece
read_reference(IsnOutliner* const m, const IsnStr name, const Context context)
{
  const IsnDefine* const define = isn_asked_define(m, name);
  if (define) {
    return read_nested(m, define->pattern, context);
  }
  IsnPiece piece = isn_piece_begin(m, NULL);
  isn_piece_go_test(m,
                    &piece,
                    isn_str_is(name, "any") ? ISN_POOL_NONE
                                            : isn_asked_reference(m, name));
  return piece;
}

static void
add_group(IsnOutliner* const m, const IsnStr name, const IsnStr body)
{
  for (size_t i = 0; i < m->n_groups; ++i) {
    if (isn_str_equal(m->groups[i].name, name)) {
      return; // a call means the first
    }
  }
  if (m->n_groups == ISN_OUTLINE_GROUPS) {
    isn_outliner_give_up(m);
    return;
  }
  m->groups[m->n_groups++] = (IsnNamedGroup){ name, body };
}

static IsnPiece
read_call(IsnOutliner* const m, const IsnStr name, const Context context)
{
  for (size_t i = 0; i < m->n_groups; ++i) {
    if (isn_str_equal(m->groups[i].name, name)) {
      return read_inside(m, m->groups[i].body, context);
    }
  }
  isn_outliner_give_up(m);
  return isn_piece_begin(m, NULL);
}

/// The groups that «(?(DEFINE)…)» defines.
static void
read_definitions(IsnOutliner* const m, const IsnStr text)
{
  for (size_t at = 0; at < text.n_bytes;) {
    if (text.data[at] != '(') {
      ++at;
      continue;
    }
    const size_t end = isn_pattern_skip(text, at);
    const char* const close = memchr(text.data + at, '>', end - at);
    if (!isn_str_starts(isn_str_slice(text, at, end), ISN_STR("(?<")) ||
        !close) {
      isn_outliner_give_up(m);
      return;
    }
    const size_t name_end = (size_t)(close - text.data);
    add_group(m,
              isn_str_slice(text, at + 3, name_end),
              isn_str_slice(text, name_end + 1, end - 1));
    at = end;
  }
}

/// «(?(name)then|else)»: whichever, and nothing where no «else» is written.
static bool
branches(IsnOutliner* const m, const IsnStr group, IsnStr* const body)
{
  const char* const close = memchr(group.data, ')', group.n_bytes);
  if (!close) {
    return false;
  }
  const size_t begin = (size_t)(close - group.data) + 1;
  *body = isn_str_slice(group, begin, group.n_bytes);
  for (size_t at = 0; at < body->n_bytes;) {
    if (body->data[at] == '|') {
      return true;
    }
    at = isn_pattern_skip(*body, at);
  }
  *body = isn_arena_print(m->arena, "%.*s|", (int)body->n_bytes, body->data);
  return body->data;
}

/// What a group that opens at `p` holds; false if it is none that takes text.
static bool
group_body(IsnOutliner* const m,
           const IsnCursor* const p,
           const size_t end,
           IsnStr* body)
{
  const IsnStr all = isn_str_slice(p->text, p->at, end - 1);
  size_t skip = 1;
  if (isn_cursor_looks_at(p, "(?(")) {
    return branches(m, all, body);
  }
  if (isn_cursor_looks_at(p, "(?:") || isn_cursor_looks_at(p, "(?>")) {
    skip = 3;
  } else if (isn_cursor_looks_at(p, "(?<")) {
    const char* const close = memchr(all.data, '>', all.n_bytes);
    if (!close) {
      return false;
    }
    skip = (size_t)(close - all.data) + 1;
    add_group(m,
              isn_str_slice(all, 3, skip - 1),
              isn_str_slice(all, skip, all.n_bytes));
  } else if (isn_cursor_looks_at(p, "(?")) {
    return false;
  }
  *body = isn_str_slice(all, skip, all.n_bytes);
  return true;
}

/// A part that can be repeated.
typedef struct {
  enum { PART_GROUP, PART_REFERENCE, PART_CALL } kind;
  IsnStr text;
} Part;

static IsnPiece
read_part(IsnOutliner* const m, const Part* const part, const Context context)
{
  switch (part->kind) {
    case PART_REFERENCE:
      return read_reference(m, part->text, context);
    case PART_CALL:
      return read_call(m, part->text, context);
    case PART_GROUP:
      break;
  }
  return read_inside(m, part->text, context);
}

/// Append a part as often as its quantifier, at `p`, says.
static void
repeat(IsnOutliner* const m,
       IsnCursor* const p,
       IsnPiece* const piece,
       const Part* const part,
       const Context context)
{
  const Count count = read_count(p);
  const bool is_once = count.max <= 1;
  const bool ends = is_once && word_ends(p, context.ends);
  const bool is_end = is_once && context.is_last && is_over(*p);
  unsigned n = count.min < MAX_COPIES ? count.min : MAX_COPIES;
  n = n ? n : 1;
  for (unsigned i = 0; i < n; ++i) {
    IsnPiece next = read_part(m, part, (Context){ piece->taken, ends, is_end });
    if (!is_once && next.taken != piece->taken &&
        !(isn_taken_is_nothing(piece->taken) &&
          isn_taken_is_nothing(next.taken))) {
      // The second time, something else has been taken than the first time
      next = read_part(m, part, (Context){ NULL, ends, is_end });
    }
    const bool is_last = i + 1 == n;
    if (is_last && count.max > n) {
      isn_outliner_add_arc(m, next.end, next.begin, ISN_ARC_FREE);
    }
    if (!count.min) {
      isn_outliner_add_arc(m, next.begin, next.end, ISN_ARC_FREE);
      next.n_needs = 0;
      next.taken = isn_taken_join(m->arena, next.taken, piece->taken);
    }
    isn_piece_append(m, piece, &next);
  }
}

/// «(?=…)»: tests of the same unit, if it stays there; at the pattern's end, as
/// good as a part of it.
static void
read_lookahead(IsnOutliner* const m,
               IsnCursor* const p,
               IsnPiece* const piece,
               const Context context)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const Part part = { PART_GROUP, isn_str_slice(p->text, p->at + 3, end - 1) };
  p->at = end;
  const bool is_last = context.is_last && is_over(*p);
  IsnPiece inner =
    read_part(m, &part, (Context){ piece->taken, false, is_last });
  if (is_last) {
    isn_piece_append(m, piece, &inner);
    return;
  }
  if (inner.spans) {
    for (size_t i = 0; i < inner.n_needs; ++i) {
      isn_piece_add_need(m, piece, inner.needs[i]);
    }
    return; // what it says of later units is not told here
  }
  inner.taken = piece->taken;
  isn_piece_append(m, piece, &inner);
}

/// «(?!…)» where a unit begins.
static void
read_negative(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const IsnStr body = isn_str_slice(p->text, p->at + 3, end - 1);
  p->at = end;
  IsnTestDraft* const draft =
    isn_taken_is_nothing(piece->taken) ? isn_test_draft(m->arena) : NULL;
  if (!draft || isn_is_blank(body.n_bytes ? body.data[0] : ' ')) {
    return;
  }
  isn_asked_forbid(m, draft, body);
  const uint32_t test =
    draft->n_atoms ? isn_test_put(m->tests, draft) : ISN_POOL_NONE;
  if (test != ISN_POOL_NONE) {
    isn_piece_go(m, piece, ISN_ARC_NOT + test);
  }
}

static void
read_group(IsnOutliner* const m,
           IsnCursor* const p,
           IsnPiece* const piece,
           const Context context)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const IsnStr all = isn_str_slice(p->text, p->at, end);
  Part part = { PART_GROUP, { NULL, 0 } };
  if (isn_cursor_looks_at(p, "(?=")) {
    read_lookahead(m, p, piece, context);
    return;
  }
  if (isn_cursor_looks_at(p, "(?!")) {
    read_negative(m, p, piece);
    return;
  }
  if (isn_cursor_looks_at(p, "(?<=") || isn_cursor_looks_at(p, "(?<!") ||
      isn_cursor_looks_at(p, "(*")) {
    p->at = end;
    return;
  }
  if (isn_cursor_looks_at(p, "(?(DEFINE)")) {
    read_definitions(m, isn_str_slice(all, 10, all.n_bytes - 1));
    p->at = end;
    return;
  }
  if (isn_cursor_looks_at(p, "(?&")) {
    part.kind = PART_CALL;
    part.text = isn_str_slice(all, 3, all.n_bytes - 1);
  } else if (!group_body(m, p, end, &part.text)) {
    isn_outliner_give_up(m);
    p->at = p->text.n_bytes;
    return;
  }
  p->at = end;
  repeat(m, p, piece, &part, context);
}

static void
read_brace(IsnOutliner* const m,
           IsnCursor* const p,
           IsnPiece* const piece,
           const Context context)
{
  const size_t begin = p->at + 1;
  while (isn_cursor_peek(p) && isn_cursor_peek(p) != '}') {
    ++p->at;
  }
  IsnStr name = isn_str_slice(p->text, begin, p->at);
  ++p->at;
  const char* const colon = memchr(name.data, ':', name.n_bytes);
  if (colon) {
    name.n_bytes = (size_t)(colon - name.data);
  }
  const Part part = { PART_REFERENCE, name };
  repeat(m, p, piece, &part, context);
}

/// «[…]» that is no closed list of letters.
static void
read_set(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const size_t begin = ++p->at;
  while (isn_cursor_peek(p) && isn_cursor_peek(p) != ']') {
    ++p->at;
  }
  const IsnStr set = isn_str_slice(p->text, begin, p->at);
  ++p->at;
  const bool has_blank = memchr(set.data, ' ', set.n_bytes);
  const bool is_negated = set.n_bytes && set.data[0] == '^';
  if (memchr(set.data, '\\', set.n_bytes) || has_blank != is_negated) {
    isn_piece_go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

static void
read_escape(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const char c = p->at + 1 < p->text.n_bytes ? p->text.data[p->at + 1] : 0;
  p->at += 2;
  if (isalnum((unsigned char)c)) {
    if (isn_cursor_peek(p) == '{') {
      p->at = isn_pattern_skip(p->text, p->at);
    }
    isn_piece_go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

/// A tatweel that stands apart from its letter («بـ?»).
static void
read_tatweel(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const Count count = read_count(p);
  const IsnTaken* const rest = isn_taken_tatweel(m->arena, piece->taken);
  piece->taken = count.max > 1 ? NULL
                 : count.min   ? rest
                               : isn_taken_join(m->arena, rest, piece->taken);
}

/// A letter that is optional or repeated, or a sign of the notation.
static void
read_other(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const bool is_any = isn_cursor_peek(p) == '.';
  if (isn_cursor_peek(p) == '^' || isn_cursor_peek(p) == '$') {
    piece->is_at_begin = piece->is_at_begin || (isn_cursor_peek(p) == '^' &&
                                                piece->begin == piece->end);
    ++p->at;
    return;
  }
  if (isn_cursor_looks_at(p, TATWEEL)) {
    p->at += sizeof(TATWEEL) - 1;
    read_tatweel(m, p, piece);
    return;
  }
  isn_utf8_next(p->text.data, &p->at);
  if (is_any) {
    isn_piece_go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

/// A boundary of words; « ?» may be none.
static void
read_blank(IsnOutliner* const m, IsnCursor* const p, IsnPiece* const piece)
{
  const uint32_t before = piece->end;
  const Count count = read_count(p);
  isn_piece_go(m, piece, ISN_ARC_NEXT);
  if (count.max > 1) {
    isn_piece_go_anywhere(m, piece); // two blanks in a row, which no text has
  }
  if (!count.min) {
    isn_outliner_add_arc(m, before, piece->end, ISN_ARC_FREE);
    piece->taken = isn_taken_join(m->arena, piece->taken, &isn_taken_nothing);
  } else {
    piece->taken = &isn_taken_nothing;
  }
}

static void
read_atom(IsnOutliner* const m,
          IsnCursor* const p,
          IsnPiece* const piece,
          const Context context)
{
  if (isn_is_blank(isn_cursor_peek(p))) {
    while (isn_is_blank(isn_cursor_peek(p))) {
      ++p->at;
    }
    read_blank(m, p, piece);
  } else if (read_proclitic(m, p, piece) ||
             read_literals(m, p, piece, context)) {
    return;
  } else if (isn_cursor_peek(p) == '(') {
    read_group(m, p, piece, context);
  } else if (isn_cursor_peek(p) == '{') {
    read_brace(m, p, piece, context);
  } else if (isn_cursor_peek(p) == '[') {
    read_set(m, p, piece);
  } else if (isn_cursor_peek(p) == '\\') {
    read_escape(m, p, piece);
  } else {
    read_other(m, p, piece);
  }
}

static IsnPiece
read_sequence(IsnOutliner* const m, IsnCursor* const p, const Context context)
{
  IsnPiece piece = isn_piece_begin(m, context.taken);
  while (m->out->is_known && isn_cursor_peek(p) && isn_cursor_peek(p) != '|' &&
         isn_cursor_peek(p) != ')') {
    read_atom(m, p, &piece, context);
  }
  return piece;
}

static IsnPiece
read_alternatives(IsnOutliner* const m,
                  IsnCursor* const p,
                  const Context context)
{
  IsnPiece all = read_sequence(m, p, context);
  if (isn_cursor_peek(p) != '|') {
    return all;
  }
  size_t n = 0;
  size_t capacity = 0;
  IsnPiece* alternatives =
    isn_arena_grow(m->arena, NULL, n, &capacity, sizeof(*alternatives));
  if (!alternatives) {
    isn_outliner_give_up(m);
    return all;
  }
  const IsnPiece first = alternatives[n++] = all;
  all.begin = isn_outliner_add_node(m);
  all.end = isn_outliner_add_node(m);
  isn_outliner_add_arc(m, all.begin, first.begin, ISN_ARC_FREE);
  isn_outliner_add_arc(m, first.end, all.end, ISN_ARC_FREE);
  while (m->out->is_known && isn_cursor_peek(p) == '|') {
    ++p->at;
    const IsnPiece next = read_sequence(m, p, context);
    isn_outliner_add_arc(m, all.begin, next.begin, ISN_ARC_FREE);
    isn_outliner_add_arc(m, next.end, all.end, ISN_ARC_FREE);
    all.taken = isn_taken_join(m->arena, all.taken, next.taken);
    all.spans = all.spans || next.spans;
    all.is_at_begin = all.is_at_begin && next.is_at_begin;
    alternatives = isn_arena_grow(
      m->arena, alternatives, n, &capacity, sizeof(*alternatives));
    if (!alternatives) {
      isn_outliner_give_up(m);
      return all;
    }
    alternatives[n++] = next;
  }
  isn_pieces_join_needs(m, &all, alternatives, n);
  return all;
}

void
isn_outline_make(IsnOutline* const outline,
                 IsnTests* const tests,
                 const IsnPatternScope* const scope,
                 const IsnStr pattern,
                 IsnArena* const arena)
{
  IsnOutliner* const m = isn_arena_alloc(arena, sizeof(*m));
  *outline = (IsnOutline){ .is_known = m };
  if (!m) {
    return;
  }
  *m = (IsnOutliner){
    .out = outline, .tests = tests, .scope = scope, .arena = arena
  };
  const uint32_t begin = isn_outliner_add_node(m); // number 0
  const IsnPiece piece =
    read_nested(m, pattern, (Context){ &isn_taken_nothing, true, true });
  isn_outliner_add_arc(m, begin, piece.begin, ISN_ARC_FREE);
  outline->end = piece.end;
  outline->is_at_begin = piece.is_at_begin;
  outline->n_needs = piece.n_needs;
  memcpy(outline->needs, piece.needs, sizeof(piece.needs));
  isn_outliner_sort_arcs(m);
}
