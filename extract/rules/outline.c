// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/outline.h"

#include "extract/base/utf8.h"
#include "extract/gazetteer/source.h"
#include "extract/rules/taken.h"
#include "extract/rules/vocabulary.h"
#include "extract/tokenize/normal.h"

#include <ctype.h>
#include <stdlib.h>

#define TATWEEL "\xD9\x80"
#define MAX_DEPTH 48
#define MAX_GROUPS 64
#define MAX_ARCS 60000u
#define MAX_COPIES 3u // of what must come several times

/// A named group, which others may call.
typedef struct {
  IsnStr name;
  IsnStr body;
} Group;

/// An outline under way.
typedef struct {
  IsnOutline* out;
  IsnTests* tests;
  const IsnPatternScope* scope;
  IsnArena* arena;
  Group groups[MAX_GROUPS];
  size_t n_groups;
  int depth;
} Maker;

/// Where in the notation a walk stands.
typedef struct {
  IsnStr text;
  size_t at;
} Place;

/// Part of the net, and what is known of who has walked through it.
typedef struct {
  uint32_t begin;
  uint32_t end;
  const IsnTaken* taken; ///< Of the unit's word
  bool spans;            ///< It can reach into another unit
  bool is_at_begin;
  uint32_t needs[ISN_OUTLINE_NEEDS];
  size_t n_needs;
} Piece;

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

static Piece
read_alternatives(Maker* m, Place* p, Context context);

// Net -----------------------------------------------------------------------

static void
give_up(Maker* const m)
{
  m->out->is_known = false;
}

static uint32_t
add_node(Maker* const m)
{
  return m->out->n_nodes++;
}

static void
add_arc(Maker* const m,
        const uint32_t from,
        const uint32_t to,
        const uint32_t label)
{
  IsnOutline* const out = m->out;
  IsnArc* const arcs = isn_arena_grow(
    m->arena, out->arcs, out->n_arcs, &out->capacity, sizeof(*arcs));
  if (!arcs || out->n_arcs == MAX_ARCS) {
    give_up(m);
    return;
  }
  out->arcs = arcs;
  out->arcs[out->n_arcs++] = (IsnArc){ from, to, label };
}

/// Lengthen a piece by an arc.
static void
go(Maker* const m, Piece* const piece, const uint32_t label)
{
  const uint32_t node = add_node(m);
  add_arc(m, piece->end, node, label);
  piece->end = node;
  piece->spans = piece->spans || label == ISN_ARC_NEXT;
}

/// How often an atom occurs, roughly: of two needs the rarer one says more.
static unsigned
weight_of(const Maker* const m, const uint32_t test)
{
  const uint32_t* atoms = NULL;
  const size_t n = isn_test_atoms(m->tests, test, &atoms);
  const uint32_t n_classes = isn_image_n_classes(m->scope->image);
  unsigned weight = 0;
  for (size_t i = 0; i < n; ++i) {
    const IsnAtom atom = isn_tests_atom(m->tests, atoms[i]);
    switch ((IsnAtomKind)atom.kind) {
      case ISN_ATOM_WORD:
        weight += 1;
        break;
      case ISN_ATOM_PREFIX:
        weight += 3;
        break;
      case ISN_ATOM_SYMBOL:
        weight += atom.must ? 10 : 20;
        break;
      case ISN_ATOM_PROCLITIC:
        weight += 100;
        break;
      case ISN_ATOM_CLASS:
        weight += atom.number >= n_classes ? 1000 : atom.must ? 10 : 30;
        break;
    }
  }
  return weight;
}

static void
add_need(const Maker* const m, Piece* const piece, const uint32_t test)
{
  for (size_t i = 0; i < piece->n_needs; ++i) {
    if (piece->needs[i] == test) {
      return;
    }
  }
  if (piece->n_needs < ISN_OUTLINE_NEEDS) {
    piece->needs[piece->n_needs++] = test;
  }
  for (size_t i = piece->n_needs; i-- > 1;) { // the rarest first
    if (weight_of(m, piece->needs[i]) < weight_of(m, piece->needs[i - 1])) {
      const uint32_t need = piece->needs[i];
      piece->needs[i] = piece->needs[i - 1];
      piece->needs[i - 1] = need;
    }
  }
}

/// Lengthen a piece by a test; ISN_POOL_NONE tests nothing.
static void
go_test(Maker* const m, Piece* const piece, const uint32_t test)
{
  if (test == ISN_POOL_NONE) {
    go(m, piece, ISN_ARC_FREE);
    return;
  }
  go(m, piece, ISN_ARC_TEST + test);
  add_need(m, piece, test);
}

/// What may take anything, blanks too.
static void
go_anywhere(Maker* const m, Piece* const piece)
{
  go(m, piece, ISN_ARC_FREE);
  add_arc(m, piece->end, piece->end, ISN_ARC_NEXT);
  piece->taken = NULL;
  piece->spans = true;
}

// Notation ------------------------------------------------------------------

static char
peek(const Place* const p)
{
  return p->at < p->text.n_bytes ? p->text.data[p->at] : 0;
}

static bool
looks_at(const Place* const p, const char* const s)
{
  return isn_str_starts(isn_str_slice(p->text, p->at, p->text.n_bytes),
                        isn_str(s));
}

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static IsnStr
trimmed(IsnStr s)
{
  while (s.n_bytes && is_blank(s.data[0])) {
    s = isn_str_slice(s, 1, s.n_bytes);
  }
  while (s.n_bytes && is_blank(s.data[s.n_bytes - 1])) {
    --s.n_bytes;
  }
  return s;
}

/// Whether a word cannot go on here.
static bool
word_ends(const Place* const p, const bool ends)
{
  const char c = peek(p);
  if (!c || c == '|' || c == ')') {
    return ends;
  }
  return is_blank(c) || c == '$' || looks_at(p, "(?![ء-ي])") ||
         looks_at(p, "(?![ء-ي_])");
}

/// Whether a sequence takes nothing any more.
static bool
is_over(Place p)
{
  while (looks_at(&p, "(?!")) {
    p.at = isn_pattern_skip(p.text, p.at);
  }
  return !peek(&p) || peek(&p) == '|' || peek(&p) == ')';
}

static Count
read_count(Place* const p)
{
  Count count = { 1, 1 };
  const char c = peek(p);
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
  p->at += peek(p) == '?' || peek(p) == '+';
  return count;
}

// Parts ---------------------------------------------------------------------

static Piece
begin_piece(Maker* const m, const IsnTaken* const taken)
{
  const uint32_t node = add_node(m);
  return (Piece){ .begin = node, .end = node, .taken = taken };
}

static void
append(Maker* const m, Piece* const piece, const Piece* const next)
{
  add_arc(m, piece->end, next->begin, ISN_ARC_FREE);
  piece->end = next->end;
  piece->taken = next->taken;
  piece->spans = piece->spans || next->spans;
  for (size_t i = 0; i < next->n_needs; ++i) {
    add_need(m, piece, next->needs[i]);
  }
}

/// Proclitics: their letters, and whether they can be letters of the word
/// («بـ?»).
typedef struct {
  IsnLiterals letters;
  bool is_loose;
} Proclitic;

/// «Xـ», «[وف]ـ» or «[وف]ـ?» at `p`.
static bool
read_letters(Place* const p, Proclitic* const proclitic)
{
  Place at = *p;
  const bool is_set = peek(&at) == '[';
  IsnLiterals* const l = &proclitic->letters;
  at.at += is_set;
  l->n = 0;
  while ((unsigned char)peek(&at) >= 0xD8 && (unsigned char)peek(&at) <= 0xDB &&
         !looks_at(&at, TATWEEL) && l->n < ISN_MAX_LITERALS) {
    l->list[l->n++] = isn_str_slice(at.text, at.at, at.at + 2);
    at.at += 2;
    if (!is_set) {
      break;
    }
  }
  if (!l->n || (is_set && peek(&at) != ']')) {
    return false;
  }
  at.at += is_set;
  if (!looks_at(&at, TATWEEL)) {
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
read_proclitic(Maker* const m, Place* const p, Piece* const piece)
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
  go_test(m, piece, isn_test_put(m->tests, draft));
  return true;
}

static bool
is_arabic(const IsnStr s)
{
  for (size_t at = 0; at < s.n_bytes;) {
    const uint32_t c = isn_utf8_next(s.data, &at);
    if (c < 0x0621 || c > 0x064A) {
      return false;
    }
  }
  return true;
}

/// The test for words that begin with, or are, one of these strings.
static uint32_t
literal_test(Maker* const m, const IsnLiterals* const l, const bool ends)
{
  IsnTestDraft* const draft = isn_test_draft(m->arena);
  if (!draft) {
    return ISN_POOL_NONE;
  }
  for (size_t i = 0; i < l->n; ++i) {
    const IsnStr s = l->list[i];
    const bool is_word = ends && is_arabic(s);
    // One letter may be a proclitic whose tatweel the pattern has elsewhere
    if (s.n_bytes < 1 || (!is_word && s.n_bytes <= 2 && is_arabic(s))) {
      return ISN_POOL_NONE;
    }
    isn_test_add_word(
      m->tests, draft, is_word ? ISN_ATOM_WORD : ISN_ATOM_PREFIX, s);
  }
  return isn_test_put(m->tests, draft);
}

static bool
read_literals(Maker* const m,
              Place* const p,
              Piece* const piece,
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
  go_test(m, piece, is_known ? literal_test(m, words, ends) : ISN_POOL_NONE);
  piece->taken = is_known ? isn_taken_of(m->arena, words) : NULL;
  return true;
}

/// Bits of "feature.!feature".
static void
read_features(IsnStr features, IsnAtom* const atom)
{
  IsnStr part = { NULL, 0 };
  while (isn_gazetteer_member(&features, '.', &part)) {
    const bool is_negated = part.n_bytes && part.data[0] == '!';
    const int bit = isn_features_find(
      is_negated ? isn_str_slice(part, 1, part.n_bytes) : part);
    if (bit >= 0) {
      uint16_t* const set = is_negated ? &atom->never : &atom->must;
      *set = (uint16_t)(*set | 1u << bit);
    }
  }
}

/// Add what «{a|b.feature}» lets pass.
static void
add_reference(const Maker* const m, IsnTestDraft* const draft, IsnStr names)
{
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&names, '|', &name)) {
    const char* const dot = memchr(name.data, '.', name.n_bytes);
    const size_t n = dot ? (size_t)(dot - name.data) : name.n_bytes;
    const IsnStr bare = isn_str_slice(name, 0, n);
    IsnAtom atom = { .kind = ISN_ATOM_SYMBOL };
    if (dot) {
      read_features(isn_str_slice(name, n + 1, name.n_bytes), &atom);
    }
    const uint32_t symbols = isn_symbols_find(bare);
    for (uint16_t i = 0; i < ISN_N_SYMBOLS; ++i) {
      if (symbols >> i & 1u) {
        atom.number = i;
        isn_test_add(m->tests, draft, atom);
      }
    }
    if (!symbols) {
      const uint32_t number = isn_pattern_class(m->scope, bare);
      atom.kind = ISN_ATOM_CLASS;
      atom.number = (uint16_t)number;
      draft->is_full = draft->is_full || number == ISN_NO_CLASS;
      isn_test_add(m->tests, draft, atom);
    }
  }
}

static uint32_t
reference_test(Maker* const m, const IsnStr names)
{
  IsnTestDraft* const draft = isn_test_draft(m->arena);
  if (!draft) {
    return ISN_POOL_NONE;
  }
  add_reference(m, draft, names);
  return isn_test_put(m->tests, draft);
}

/// What stands in brackets, blanks and all.
static Piece
read_inside(Maker* const m, const IsnStr text, const Context context)
{
  Place inner = { text, 0 };
  if (m->depth == MAX_DEPTH || !m->out->is_known) {
    give_up(m);
    return begin_piece(m, NULL);
  }
  ++m->depth;
  const Piece piece = read_alternatives(m, &inner, context);
  --m->depth;
  return piece;
}

static Piece
read_nested(Maker* const m, const IsnStr text, const Context context)
{
  return read_inside(m, trimmed(text), context);
}

static const IsnDefine*
find_define(const Maker* const m, const IsnStr name)
{
  for (size_t i = m->scope->n_defines; i > 0; --i) {
    if (isn_str_equal(m->scope->defines[i - 1].name, name)) {
      return &m->scope->defines[i - 1];
    }
  }
  return NULL;
}

/// «{name:capture}», without its quantifier.
static Piece
read_reference(Maker* const m, const IsnStr name, const Context context)
{
  const IsnDefine* const define = find_define(m, name);
  if (define) {
    return read_nested(m, define->pattern, context);
  }
  Piece piece = begin_piece(m, NULL);
  go_test(m,
          &piece,
          isn_str_is(name, "any") ? ISN_POOL_NONE : reference_test(m, name));
  return piece;
}

static void
add_group(Maker* const m, const IsnStr name, const IsnStr body)
{
  for (size_t i = 0; i < m->n_groups; ++i) {
    if (isn_str_equal(m->groups[i].name, name)) {
      return; // a call means the first
    }
  }
  if (m->n_groups == MAX_GROUPS) {
    give_up(m);
    return;
  }
  m->groups[m->n_groups++] = (Group){ name, body };
}

static Piece
read_call(Maker* const m, const IsnStr name, const Context context)
{
  for (size_t i = 0; i < m->n_groups; ++i) {
    if (isn_str_equal(m->groups[i].name, name)) {
      return read_inside(m, m->groups[i].body, context);
    }
  }
  give_up(m);
  return begin_piece(m, NULL);
}

/// The groups that «(?(DEFINE)…)» defines.
static void
read_definitions(Maker* const m, const IsnStr text)
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
      give_up(m);
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
branches(Maker* const m, const IsnStr group, IsnStr* const body)
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
group_body(Maker* const m, const Place* const p, const size_t end, IsnStr* body)
{
  const IsnStr all = isn_str_slice(p->text, p->at, end - 1);
  size_t skip = 1;
  if (looks_at(p, "(?(")) {
    return branches(m, all, body);
  }
  if (looks_at(p, "(?:") || looks_at(p, "(?>")) {
    skip = 3;
  } else if (looks_at(p, "(?<")) {
    const char* const close = memchr(all.data, '>', all.n_bytes);
    if (!close) {
      return false;
    }
    skip = (size_t)(close - all.data) + 1;
    add_group(m,
              isn_str_slice(all, 3, skip - 1),
              isn_str_slice(all, skip, all.n_bytes));
  } else if (looks_at(p, "(?")) {
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

static Piece
read_part(Maker* const m, const Part* const part, const Context context)
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
repeat(Maker* const m,
       Place* const p,
       Piece* const piece,
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
    Piece next = read_part(m, part, (Context){ piece->taken, ends, is_end });
    if (!is_once && next.taken != piece->taken &&
        !(isn_taken_is_nothing(piece->taken) &&
          isn_taken_is_nothing(next.taken))) {
      // The second time, something else has been taken than the first time
      next = read_part(m, part, (Context){ NULL, ends, is_end });
    }
    const bool is_last = i + 1 == n;
    if (is_last && count.max > n) {
      add_arc(m, next.end, next.begin, ISN_ARC_FREE);
    }
    if (!count.min) {
      add_arc(m, next.begin, next.end, ISN_ARC_FREE);
      next.n_needs = 0;
      next.taken = isn_taken_join(m->arena, next.taken, piece->taken);
    }
    append(m, piece, &next);
  }
}

/// «(?=…)»: tests of the same unit, if it stays there; at the pattern's end, as
/// good as a part of it.
static void
read_lookahead(Maker* const m,
               Place* const p,
               Piece* const piece,
               const Context context)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const Part part = { PART_GROUP, isn_str_slice(p->text, p->at + 3, end - 1) };
  p->at = end;
  const bool is_last = context.is_last && is_over(*p);
  Piece inner = read_part(m, &part, (Context){ piece->taken, false, is_last });
  if (is_last) {
    append(m, piece, &inner);
    return;
  }
  if (inner.spans) {
    for (size_t i = 0; i < inner.n_needs; ++i) {
      add_need(m, piece, inner.needs[i]);
    }
    return; // what it says of later units is not told here
  }
  inner.taken = piece->taken;
  append(m, piece, &inner);
}

static void
forbid(Maker* m, IsnTestDraft* draft, IsnStr text);

/// «{class}», «{Person.def}», «{define}»: what a unit is exactly if it passes
/// the test.
static void
forbid_reference(Maker* const m, IsnTestDraft* const draft, IsnStr names)
{
  const char* const colon = memchr(names.data, ':', names.n_bytes);
  names.n_bytes = colon ? (size_t)(colon - names.data) : names.n_bytes;
  const IsnDefine* const define = find_define(m, names);
  if (define) {
    forbid(m, draft, define->pattern);
  } else if (!isn_str_is(names, "any")) {
    add_reference(m, draft, names);
  }
}

/// «(?:كذا|كذلك)(?![ء-ي])»: whole words.
static void
forbid_words(Maker* const m, IsnTestDraft* const draft, const IsnStr text)
{
  static const char end[] = "(?![ء-ي])";
  IsnLiterals* const literals = isn_arena_take(m->arena, sizeof(*literals));
  size_t at = 0;
  if (!literals || !isn_literals_read(literals, text, &at, m->arena) ||
      !isn_str_is(isn_str_slice(text, at, text.n_bytes), end)) {
    return;
  }
  for (size_t i = 0; i < literals->n; ++i) {
    if (literals->list[i].n_bytes && is_arabic(literals->list[i])) {
      isn_test_add_word(m->tests, draft, ISN_ATOM_WORD, literals->list[i]);
    }
  }
}

/// Add to a test what the alternatives of a «(?!…)» forbid a unit to be, as far
/// as tests can tell it.
static void
forbid(Maker* const m, IsnTestDraft* const draft, const IsnStr text)
{
  if (m->depth == MAX_DEPTH) {
    return;
  }
  ++m->depth;
  for (size_t begin = 0; begin < text.n_bytes;) {
    size_t end = begin;
    while (end < text.n_bytes && text.data[end] != '|') {
      end = isn_pattern_skip(text, end);
    }
    const IsnStr part = trimmed(isn_str_slice(text, begin, end));
    const bool is_one =
      part.n_bytes && isn_pattern_skip(part, 0) == part.n_bytes;
    if (is_one && part.data[0] == '{') {
      forbid_reference(m, draft, isn_str_slice(part, 1, part.n_bytes - 1));
    } else if (is_one && isn_str_starts(part, ISN_STR("(?:"))) {
      forbid(m, draft, isn_str_slice(part, 3, part.n_bytes - 1));
    } else {
      forbid_words(m, draft, part);
    }
    begin = end + 1;
  }
  --m->depth;
}

/// «(?!…)» where a unit begins.
static void
read_negative(Maker* const m, Place* const p, Piece* const piece)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const IsnStr body = isn_str_slice(p->text, p->at + 3, end - 1);
  p->at = end;
  IsnTestDraft* const draft =
    isn_taken_is_nothing(piece->taken) ? isn_test_draft(m->arena) : NULL;
  if (!draft || is_blank(body.n_bytes ? body.data[0] : ' ')) {
    return;
  }
  forbid(m, draft, body);
  const uint32_t test =
    draft->n_atoms ? isn_test_put(m->tests, draft) : ISN_POOL_NONE;
  if (test != ISN_POOL_NONE) {
    go(m, piece, ISN_ARC_NOT + test);
  }
}

static void
read_group(Maker* const m,
           Place* const p,
           Piece* const piece,
           const Context context)
{
  const size_t end = isn_pattern_skip(p->text, p->at);
  const IsnStr all = isn_str_slice(p->text, p->at, end);
  Part part = { PART_GROUP, { NULL, 0 } };
  if (looks_at(p, "(?=")) {
    read_lookahead(m, p, piece, context);
    return;
  }
  if (looks_at(p, "(?!")) {
    read_negative(m, p, piece);
    return;
  }
  if (looks_at(p, "(?<=") || looks_at(p, "(?<!") || looks_at(p, "(*")) {
    p->at = end;
    return;
  }
  if (looks_at(p, "(?(DEFINE)")) {
    read_definitions(m, isn_str_slice(all, 10, all.n_bytes - 1));
    p->at = end;
    return;
  }
  if (looks_at(p, "(?&")) {
    part.kind = PART_CALL;
    part.text = isn_str_slice(all, 3, all.n_bytes - 1);
  } else if (!group_body(m, p, end, &part.text)) {
    give_up(m);
    p->at = p->text.n_bytes;
    return;
  }
  p->at = end;
  repeat(m, p, piece, &part, context);
}

static void
read_brace(Maker* const m,
           Place* const p,
           Piece* const piece,
           const Context context)
{
  const size_t begin = p->at + 1;
  while (peek(p) && peek(p) != '}') {
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
read_set(Maker* const m, Place* const p, Piece* const piece)
{
  const size_t begin = ++p->at;
  while (peek(p) && peek(p) != ']') {
    ++p->at;
  }
  const IsnStr set = isn_str_slice(p->text, begin, p->at);
  ++p->at;
  const bool has_blank = memchr(set.data, ' ', set.n_bytes);
  const bool is_negated = set.n_bytes && set.data[0] == '^';
  if (memchr(set.data, '\\', set.n_bytes) || has_blank != is_negated) {
    go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

static void
read_escape(Maker* const m, Place* const p, Piece* const piece)
{
  const char c = p->at + 1 < p->text.n_bytes ? p->text.data[p->at + 1] : 0;
  p->at += 2;
  if (isalnum((unsigned char)c)) {
    if (peek(p) == '{') {
      p->at = isn_pattern_skip(p->text, p->at);
    }
    go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

/// A tatweel that stands apart from its letter («بـ?»).
static void
read_tatweel(Maker* const m, Place* const p, Piece* const piece)
{
  const Count count = read_count(p);
  const IsnTaken* const rest = isn_taken_tatweel(m->arena, piece->taken);
  piece->taken = count.max > 1 ? NULL
                 : count.min   ? rest
                               : isn_taken_join(m->arena, rest, piece->taken);
}

/// A letter that is optional or repeated, or a sign of the notation.
static void
read_other(Maker* const m, Place* const p, Piece* const piece)
{
  const bool is_any = peek(p) == '.';
  if (peek(p) == '^' || peek(p) == '$') {
    piece->is_at_begin =
      piece->is_at_begin || (peek(p) == '^' && piece->begin == piece->end);
    ++p->at;
    return;
  }
  if (looks_at(p, TATWEEL)) {
    p->at += sizeof(TATWEEL) - 1;
    read_tatweel(m, p, piece);
    return;
  }
  isn_utf8_next(p->text.data, &p->at);
  if (is_any) {
    go_anywhere(m, piece);
  }
  read_count(p);
  piece->taken = NULL;
}

/// A boundary of words; « ?» may be none.
static void
read_blank(Maker* const m, Place* const p, Piece* const piece)
{
  const uint32_t before = piece->end;
  const Count count = read_count(p);
  go(m, piece, ISN_ARC_NEXT);
  if (count.max > 1) {
    go_anywhere(m, piece); // two blanks in a row, which no text has
  }
  if (!count.min) {
    add_arc(m, before, piece->end, ISN_ARC_FREE);
    piece->taken = isn_taken_join(m->arena, piece->taken, &isn_taken_nothing);
  } else {
    piece->taken = &isn_taken_nothing;
  }
}

static void
read_atom(Maker* const m,
          Place* const p,
          Piece* const piece,
          const Context context)
{
  if (is_blank(peek(p))) {
    while (is_blank(peek(p))) {
      ++p->at;
    }
    read_blank(m, p, piece);
  } else if (read_proclitic(m, p, piece) ||
             read_literals(m, p, piece, context)) {
    return;
  } else if (peek(p) == '(') {
    read_group(m, p, piece, context);
  } else if (peek(p) == '{') {
    read_brace(m, p, piece, context);
  } else if (peek(p) == '[') {
    read_set(m, p, piece);
  } else if (peek(p) == '\\') {
    read_escape(m, p, piece);
  } else {
    read_other(m, p, piece);
  }
}

static Piece
read_sequence(Maker* const m, Place* const p, const Context context)
{
  Piece piece = begin_piece(m, context.taken);
  while (m->out->is_known && peek(p) && peek(p) != '|' && peek(p) != ')') {
    read_atom(m, p, &piece, context);
  }
  return piece;
}

static bool
has_need(const Piece* const piece, const uint32_t test)
{
  for (size_t i = 0; i < piece->n_needs; ++i) {
    if (piece->needs[i] == test) {
      return true;
    }
  }
  return false;
}

/// Alternatives need what each of them needs, and of the rest, rarest first,
/// what one or another does.
static void
join_needs(const Maker* const m,
           Piece* const all,
           const Piece* const alternatives,
           const size_t n)
{
  enum { MAX_JOINED = 4 };
  const Piece* const first = &alternatives[0];
  size_t n_rests = ISN_OUTLINE_NEEDS; // the fewest of one
  all->n_needs = 0;
  for (size_t i = 0; i < first->n_needs; ++i) {
    size_t n_with = 0;
    for (size_t k = 0; k < n; ++k) {
      n_with += has_need(&alternatives[k], first->needs[i]);
    }
    if (n_with == n) {
      add_need(m, all, first->needs[i]);
    }
  }
  const Piece shared = *all;
  for (size_t k = 0; k < n; ++k) {
    const size_t n_rest = alternatives[k].n_needs - shared.n_needs;
    n_rests = n_rest < n_rests ? n_rest : n_rests;
  }
  n_rests = n_rests < MAX_JOINED ? n_rests : MAX_JOINED;
  IsnTestDraft* drafts[MAX_JOINED];
  for (size_t i = 0; i < n_rests; ++i) {
    drafts[i] = isn_test_draft(m->arena);
    if (!drafts[i]) {
      return;
    }
  }
  for (size_t k = 0; k < n; ++k) {
    size_t rest = 0;
    for (size_t i = 0; i < alternatives[k].n_needs && rest < n_rests; ++i) {
      if (!has_need(&shared, alternatives[k].needs[i])) {
        isn_test_add_test(m->tests, drafts[rest++], alternatives[k].needs[i]);
      }
    }
  }
  for (size_t i = 0; i < n_rests; ++i) {
    const uint32_t test = isn_test_put(m->tests, drafts[i]);
    if (test != ISN_POOL_NONE) {
      add_need(m, all, test);
    }
  }
}

static Piece
read_alternatives(Maker* const m, Place* const p, const Context context)
{
  Piece all = read_sequence(m, p, context);
  if (peek(p) != '|') {
    return all;
  }
  size_t n = 0;
  size_t capacity = 0;
  Piece* alternatives =
    isn_arena_grow(m->arena, NULL, n, &capacity, sizeof(*alternatives));
  if (!alternatives) {
    give_up(m);
    return all;
  }
  const Piece first = alternatives[n++] = all;
  all.begin = add_node(m);
  all.end = add_node(m);
  add_arc(m, all.begin, first.begin, ISN_ARC_FREE);
  add_arc(m, first.end, all.end, ISN_ARC_FREE);
  while (m->out->is_known && peek(p) == '|') {
    ++p->at;
    const Piece next = read_sequence(m, p, context);
    add_arc(m, all.begin, next.begin, ISN_ARC_FREE);
    add_arc(m, next.end, all.end, ISN_ARC_FREE);
    all.taken = isn_taken_join(m->arena, all.taken, next.taken);
    all.spans = all.spans || next.spans;
    all.is_at_begin = all.is_at_begin && next.is_at_begin;
    alternatives = isn_arena_grow(
      m->arena, alternatives, n, &capacity, sizeof(*alternatives));
    if (!alternatives) {
      give_up(m);
      return all;
    }
    alternatives[n++] = next;
  }
  join_needs(m, &all, alternatives, n);
  return all;
}

// Order ---------------------------------------------------------------------

/// Arcs by the node they come from.
static void
sort_arcs(Maker* const m)
{
  IsnOutline* const out = m->out;
  uint32_t* const at = isn_arena_array(m->arena, out->n_nodes + 1, sizeof(*at));
  IsnArc* const sorted =
    isn_arena_array(m->arena, out->n_arcs + 1, sizeof(*sorted));
  if (!at || !sorted) {
    give_up(m);
    return;
  }
  for (size_t i = 0; i < out->n_arcs; ++i) {
    ++at[out->arcs[i].from + 1];
  }
  for (uint32_t n = 0; n < out->n_nodes; ++n) {
    at[n + 1] += at[n];
  }
  for (size_t i = 0; i < out->n_arcs; ++i) {
    sorted[at[out->arcs[i].from]++] = out->arcs[i];
  }
  out->arcs = sorted;
}

void
isn_outline_make(IsnOutline* const outline,
                 IsnTests* const tests,
                 const IsnPatternScope* const scope,
                 const IsnStr pattern,
                 IsnArena* const arena)
{
  Maker* const m = isn_arena_alloc(arena, sizeof(*m));
  *outline = (IsnOutline){ .is_known = m };
  if (!m) {
    return;
  }
  *m =
    (Maker){ .out = outline, .tests = tests, .scope = scope, .arena = arena };
  const uint32_t begin = add_node(m); // number 0
  const Piece piece =
    read_nested(m, pattern, (Context){ &isn_taken_nothing, true, true });
  add_arc(m, begin, piece.begin, ISN_ARC_FREE);
  outline->end = piece.end;
  outline->is_at_begin = piece.is_at_begin;
  outline->n_needs = piece.n_needs;
  memcpy(outline->needs, piece.needs, sizeof(piece.needs));
  sort_arcs(m);
}
