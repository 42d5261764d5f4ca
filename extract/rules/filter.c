// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/filter.h"

#include <stdlib.h>

#include "extract/rules/symbols.h"

/// One bit that a test says of a row, if `also` is passed too.
typedef struct {
  uint32_t test;
  uint32_t also;
  uint32_t bit; ///< Words times 64
} TestMark;

/// A filter under way.
typedef struct {
  IsnFilter* filter;
  IsnArena scratch; // of one rule
  TestMark* marks;
  size_t n_marks;
  size_t capacity;
  bool failed;
} Builder;

static void
set_bit(uint64_t* const bits, const size_t i)
{
  bits[i / 64] |= (uint64_t)1 << i % 64;
}

static void
set_part(const IsnFilter* const f,
         uint64_t* const row,
         const size_t part,
         const size_t rule)
{
  row[isn_filter_at(f, part, rule / 64)] |= (uint64_t)1 << rule % 64;
}

static void
add_mark(Builder* const b,
         const uint32_t test,
         const size_t part,
         const size_t rule,
         const uint32_t also)
{
  TestMark* const marks = isn_arena_grow(
    b->filter->arena, b->marks, b->n_marks, &b->capacity, sizeof(*marks));
  if (!marks) {
    b->failed = true;
    return;
  }
  b->marks = marks;
  const size_t word = isn_filter_at(b->filter, part, rule / 64);
  b->marks[b->n_marks++] =
    (TestMark){ test, also, (uint32_t)(word * 64 + rule % 64) };
}

// Lists ---------------------------------------------------------------------

/// Pairs (key << 32 | item) to lists, in their order.
static bool
make_lists(IsnLists* const lists,
           const uint64_t* const pairs,
           const size_t n,
           const size_t n_keys,
           IsnArena* const arena)
{
  lists->begin = isn_arena_array(arena, n_keys + 2, sizeof(*lists->begin));
  lists->items = isn_arena_array(arena, n + 1, sizeof(*lists->items));
  if (!lists->begin || !lists->items) {
    return false;
  }
  uint32_t* const at = isn_arena_array(arena, n_keys + 1, sizeof(*at));
  if (!at) {
    return false;
  }
  for (size_t i = 0; i < n; ++i) {
    ++lists->begin[(pairs[i] >> 32) + 1];
  }
  for (size_t k = 0; k < n_keys; ++k) {
    lists->begin[k + 1] += lists->begin[k];
    at[k] = lists->begin[k];
  }
  for (size_t i = 0; i < n; ++i) {
    lists->items[at[pairs[i] >> 32]++] = (uint32_t)pairs[i];
  }
  return true;
}

static int
compare_numbers(const uint32_t x, const uint32_t y)
{
  return (x > y) - (x < y);
}

/// By test and bit, those that need no other test first.
static int
compare_bits(const void* const a, const void* const b)
{
  const TestMark* const x = a;
  const TestMark* const y = b;
  const int by_test = compare_numbers(x->test, y->test);
  const int by_bit = compare_numbers(x->bit, y->bit);
  return by_test  ? by_test
         : by_bit ? by_bit
                  : compare_numbers(y->also, x->also);
}

/// By test and the other test that they need, then by bit.
static int
compare_needs(const void* const a, const void* const b)
{
  const TestMark* const x = a;
  const TestMark* const y = b;
  const int by_test = compare_numbers(x->test, y->test);
  const int by_also = compare_numbers(x->also, y->also);
  return by_test   ? by_test
         : by_also ? by_also
                   : compare_numbers(x->bit, y->bit);
}

/// Keep each mark once, and none beside one that needs no other test.
static void
drop_said(Builder* const b)
{
  size_t n = 0;
  qsort(b->marks, b->n_marks, sizeof(*b->marks), compare_bits);
  for (size_t i = 0; i < b->n_marks; ++i) {
    const TestMark* const m = &b->marks[i];
    const TestMark* const last = n ? &b->marks[n - 1] : NULL;
    const bool is_said =
      last && last->test == m->test && last->bit == m->bit &&
      (last->also == ISN_FILTER_SURE || last->also == m->also);
    if (!is_said) {
      b->marks[n++] = *m;
    }
  }
  b->n_marks = n;
  qsort(b->marks, b->n_marks, sizeof(*b->marks), compare_needs);
}

/// The marks by test, those of one word together.
static bool
list_marks(Builder* const b)
{
  IsnFilter* const f = b->filter;
  const size_t n_tests = f->tests.tests.n_items;
  f->first_mark = isn_arena_array(f->arena, n_tests + 2, sizeof(uint32_t));
  f->marks = isn_arena_array(f->arena, b->n_marks + 1, sizeof(*f->marks));
  if (!f->first_mark || !f->marks) {
    return false;
  }
  if (b->n_marks) {
    drop_said(b);
  }
  uint32_t n = 0;
  uint32_t test = 0;
  for (size_t i = 0; i < b->n_marks; ++i) {
    const TestMark* const m = &b->marks[i];
    while (test < m->test) {
      f->first_mark[++test] = n;
    }
    IsnFilterMark* const last =
      n > f->first_mark[test] ? &f->marks[n - 1] : NULL;
    const uint64_t bit = (uint64_t)1 << m->bit % 64;
    if (last && last->also == m->also && last->word == m->bit / 64) {
      last->bits |= bit;
    } else {
      f->marks[n++] =
        (IsnFilterMark){ m->also, (uint16_t)(m->bit / 64), 1, bit };
    }
  }
  while (test < n_tests) {
    f->first_mark[++test] = n;
  }
  for (test = 0; test < n_tests; ++test) { // each as long as the one behind it
    for (uint32_t i = f->first_mark[test + 1]; i-- > f->first_mark[test] + 1;) {
      if (f->marks[i - 1].also == f->marks[i].also) {
        f->marks[i - 1].n_same = (uint16_t)(f->marks[i].n_same + 1u);
      }
    }
  }
  return true;
}

/// Which tests an atom passes.
static bool
list_tests(IsnFilter* const f)
{
  const IsnTests* const tests = &f->tests;
  size_t n = 0;
  for (uint32_t t = 0; t < tests->tests.n_items; ++t) {
    const uint32_t* atoms = NULL;
    n += isn_test_atoms(tests, t, &atoms);
  }
  uint64_t* const pairs = isn_arena_array(f->arena, n + 1, sizeof(*pairs));
  n = 0;
  for (uint32_t t = 0; pairs && t < tests->tests.n_items; ++t) {
    const uint32_t* atoms = NULL;
    const size_t n_atoms = isn_test_atoms(tests, t, &atoms);
    for (size_t i = 0; i < n_atoms; ++i) {
      pairs[n++] = (uint64_t)atoms[i] << 32 | t;
    }
  }
  return pairs &&
         make_lists(&f->atom_tests, pairs, n, tests->atoms.n_items, f->arena);
}

/// Which atoms a class, symbol or string can be.
static bool
list_atoms(IsnFilter* const f)
{
  const IsnTests* const tests = &f->tests;
  const size_t n_words = tests->words.n_items;
  f->next_atom =
    isn_arena_array(f->arena, tests->atoms.n_items + 1, sizeof(uint32_t));
  f->word_atoms = isn_arena_array(f->arena, n_words + 1, sizeof(uint32_t));
  f->word_bits =
    isn_arena_array(f->arena, ISN_FILTER_WORD_BITS / 64, sizeof(*f->word_bits));
  if (!f->next_atom || !f->word_atoms || !f->word_bits) {
    return false;
  }
  for (uint32_t i = 0; i < tests->atoms.n_items; ++i) {
    const IsnAtom atom = isn_tests_atom(tests, i);
    uint32_t* const first =
      atom.kind == ISN_ATOM_CLASS    ? &f->class_atoms[atom.number]
      : atom.kind == ISN_ATOM_SYMBOL ? &f->symbol_atoms[atom.number]
                                     : &f->word_atoms[atom.number];
    f->next_atom[i] = *first;
    *first = i + 1;
  }
  for (size_t i = 0; i < n_words; ++i) {
    const size_t n_bytes = tests->words.items[i].n_bytes;
    const uint64_t bit =
      isn_pool_hash(tests->words.items[i]) % ISN_FILTER_WORD_BITS;
    f->word_bits[bit / 64] |= (uint64_t)1 << bit % 64;
    f->max_word = n_bytes > f->max_word ? n_bytes : f->max_word;
  }
  return true;
}

// Places --------------------------------------------------------------------

/// What is demanded of one place of a rule's matches.
typedef struct {
  bool is_free; ///< Any unit will do
  bool is_done; ///< The match may have ended before it
} Place;

/// A walk through a net that believes all tests.
typedef struct {
  const IsnNet* net;
  uint8_t* seen; // 1: by any arc, 2: without a test too
  uint8_t* met;  // of one walk behind a test
  uint32_t* stack;
  uint32_t* here; // where a match can be before this unit
  uint32_t n_here;
  uint32_t* next; // and before the next
  uint32_t n_next;
} Tour;

/// Rows tell what a unit must pass; what it must not, only nets do.
static bool
is_free(const IsnArc* const arc)
{
  return arc->label == ISN_ARC_FREE || arc->label >= ISN_ARC_NOT;
}

static void
walk(Tour* const t, const uint8_t how)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < t->n_here; ++i) {
    if (!(t->seen[t->here[i]] & how)) {
      t->stack[n++] = t->here[i];
      t->seen[t->here[i]] |= how;
    }
  }
  while (n) {
    const uint32_t node = t->stack[--n];
    for (uint32_t a = t->net->first_arc[node]; a < t->net->first_arc[node + 1];
         ++a) {
      const IsnArc* const arc = &t->net->arcs[a];
      const bool goes_on =
        is_free(arc) || (how == 1 && isn_arc_is_test(arc->label));
      if (goes_on && !(t->seen[arc->to] & how)) {
        t->seen[arc->to] |= how;
        t->stack[n++] = arc->to;
      }
    }
  }
}

/// A unit that passes the test is led to `node`: what it must pass to leave or
/// reach the pattern's end from there, of which one other test is kept.
static void
mark_behind(Builder* const b,
            const Tour* const t,
            const uint32_t node,
            const uint32_t test,
            const size_t k,
            const size_t rule)
{
  const IsnNet* const net = t->net;
  uint32_t n = 0;
  memset(t->met, 0, net->n_nodes);
  t->stack[n++] = node;
  t->met[node] = 1;
  while (n) {
    const uint32_t at = t->stack[--n];
    bool leaves = at == net->end;
    for (uint32_t a = net->first_arc[at]; a < net->first_arc[at + 1]; ++a) {
      const IsnArc* const arc = &net->arcs[a];
      const bool is_passed = is_free(arc) || arc->label == test + ISN_ARC_TEST;
      leaves = leaves || arc->label == ISN_ARC_NEXT;
      if (is_passed && !t->met[arc->to]) {
        t->met[arc->to] = 1;
        t->stack[n++] = arc->to;
      } else if (!is_passed && isn_arc_is_test(arc->label)) {
        add_mark(b, test, k, rule, arc->label - ISN_ARC_TEST);
      }
    }
    if (leaves) {
      add_mark(b, test, k, rule, ISN_FILTER_SURE);
    }
  }
}

/// What place `k` demands, and where a match can be behind it.
static Place
find_place(Builder* const b, Tour* const t, const size_t rule, const size_t k)
{
  const IsnNet* const net = t->net;
  memset(t->seen, 0, net->n_nodes);
  walk(t, 1);
  walk(t, 2);
  Place place = { .is_free = t->seen[net->end] & 2u };
  t->n_next = 0;
  for (uint32_t node = 0; node < net->n_nodes; ++node) {
    for (uint32_t a = net->first_arc[node];
         t->seen[node] && a < net->first_arc[node + 1];
         ++a) {
      const IsnArc* const arc = &net->arcs[a];
      if (arc->label == ISN_ARC_NEXT) {
        t->next[t->n_next++] = arc->to;
        place.is_free = place.is_free || t->seen[node] & 2u;
      } else if (isn_arc_is_test(arc->label) && t->seen[node] & 2u) {
        mark_behind(b, t, arc->to, arc->label - ISN_ARC_TEST, k, rule);
      }
    }
  }
  return place;
}

static void
set_place(const IsnFilter* const f,
          const Place* const place,
          const size_t rule,
          const size_t k)
{
  if (place->is_done) {
    set_part(f, f->end, k, rule);
  }
  if (place->is_done || place->is_free) {
    set_part(f, f->base, k, rule);
  }
}

static void
find_places(Builder* const b, const size_t rule)
{
  const IsnFilter* const f = b->filter;
  const IsnNet* const net = &f->nets[rule];
  const size_t n = net->n_nodes + 1u;
  const size_t n_arcs = net->first_arc[net->n_nodes] + 1u;
  Tour t = { .net = net,
             .seen = isn_arena_alloc(&b->scratch, n),
             .met = isn_arena_alloc(&b->scratch, n),
             .stack = isn_arena_array(&b->scratch, n, sizeof(*t.stack)),
             .here = isn_arena_array(&b->scratch, n_arcs, sizeof(*t.here)),
             .next = isn_arena_array(&b->scratch, n_arcs, sizeof(*t.next)) };
  if (!t.seen || !t.met || !t.stack || !t.here || !t.next) {
    b->failed = true;
    return;
  }
  t.here[t.n_here++] = 0; // the pattern's begin
  bool is_done = false;
  for (size_t k = 0; k < ISN_FILTER_PLACES; ++k) {
    Place place = find_place(b, &t, rule, k);
    place.is_done = is_done;
    set_place(f, &place, rule, k);
    is_done = is_done || t.seen[net->end];
    uint32_t* const behind = t.here;
    t.here = t.next;
    t.n_here = t.n_next;
    t.next = behind;
  }
}

// Rules ---------------------------------------------------------------------

/// Nothing is known of the rule: it is worth a try anywhere.
static void
set_unknown(const IsnFilter* const f, const size_t rule)
{
  for (size_t p = 0; p < ISN_FILTER_TRIGGER; ++p) {
    set_part(f, f->base, p, rule);
    set_part(f, f->end, p, rule);
  }
}

static void
set_needs(Builder* const b, const IsnOutline* const outline, const size_t rule)
{
  const IsnFilter* const f = b->filter;
  for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
    if (j < outline->n_needs) {
      add_mark(
        b, outline->needs[j], ISN_FILTER_PLACES + j, rule, ISN_FILTER_SURE);
    } else {
      set_part(f, f->base, ISN_FILTER_PLACES + j, rule);
    }
  }
}

/// Which rules need nothing: all their needs hold of any unit.
static void
find_needless(const IsnFilter* const f)
{
  for (size_t w = 0; w < f->n_words; ++w) {
    f->needless[w] = ~(uint64_t)0;
    for (size_t j = 0; j < ISN_FILTER_NEEDS; ++j) {
      f->needless[w] &= f->base[isn_filter_at(f, ISN_FILTER_PLACES + j, w)];
    }
  }
}

/// The words that a rule's author says it cannot do without.
static void
set_trigger(Builder* const b, const IsnNeed* const trigger, const size_t rule)
{
  IsnFilter* const f = b->filter;
  IsnTestDraft* const draft = isn_test_draft(&b->scratch);
  if (!draft || !trigger) {
    set_part(f, f->base, ISN_FILTER_TRIGGER, rule);
    b->failed = b->failed || !draft;
    return;
  }
  for (uint16_t i = 0; i < ISN_N_SYMBOLS; ++i) {
    if (trigger->symbols >> i & 1u) {
      isn_test_add(&f->tests, draft, (IsnAtom){ ISN_ATOM_SYMBOL, i, 0, 0 });
    }
  }
  for (size_t i = 0; i < trigger->n_classes; ++i) {
    const uint16_t number = (uint16_t)trigger->classes[i];
    isn_test_add(&f->tests, draft, (IsnAtom){ ISN_ATOM_CLASS, number, 0, 0 });
  }
  const uint32_t test = isn_test_put(&f->tests, draft);
  if (test != ISN_POOL_NONE) {
    add_mark(b, test, ISN_FILTER_TRIGGER, rule, ISN_FILTER_SURE);
  }
}

/// Let arcs lead past nodes where nothing but one free arc begins.
static void
skip_idle_nodes(const IsnNet* const net, const size_t n_arcs)
{
  for (size_t i = 0; i < n_arcs; ++i) {
    uint32_t to = net->arcs[i].to;
    for (uint32_t n = 0; n < net->n_nodes && to != net->end; ++n) {
      const uint32_t first = net->first_arc[to];
      if (net->first_arc[to + 1] != first + 1 ||
          net->arcs[first].label != ISN_ARC_FREE) {
        break;
      }
      to = net->arcs[first].to;
    }
    net->arcs[i].to = to;
  }
}

/// The outline's net, kept: arcs and where each node's begin.
static bool
keep_net(Builder* const b, const IsnOutline* const outline, IsnNet* const net)
{
  IsnFilter* const f = b->filter;
  net->n_nodes = outline->n_nodes;
  net->end = outline->end;
  net->arcs = isn_arena_array(f->arena, outline->n_arcs + 1, sizeof(IsnArc));
  net->first_arc =
    isn_arena_array(f->arena, outline->n_nodes + 2u, sizeof(uint32_t));
  if (!net->arcs || !net->first_arc) {
    return false;
  }
  memcpy(net->arcs, outline->arcs, outline->n_arcs * sizeof(IsnArc));
  for (size_t i = 0; i < outline->n_arcs; ++i) {
    ++net->first_arc[outline->arcs[i].from + 1];
  }
  for (uint32_t n = 0; n < net->n_nodes; ++n) {
    net->first_arc[n + 1] += net->first_arc[n];
  }
  skip_idle_nodes(net, outline->n_arcs);
  f->max_nodes = net->n_nodes > f->max_nodes ? net->n_nodes : f->max_nodes;
  f->max_arcs =
    outline->n_arcs > f->max_arcs ? (uint32_t)outline->n_arcs : f->max_arcs;
  return true;
}

static void
add_rule(Builder* const b, const IsnFilterRule* const rule, const size_t number)
{
  IsnFilter* const f = b->filter;
  IsnOutline outline;
  isn_arena_reset(&b->scratch);
  isn_outline_make(
    &outline, &f->tests, &rule->scope, rule->pattern, &b->scratch);
  if (!outline.is_known || !keep_net(b, &outline, &f->nets[number])) {
    set_unknown(f, number);
  } else {
    find_places(b, number);
    set_needs(b, &outline, number);
  }
  if (outline.is_known && outline.is_at_begin) {
    set_bit(f->at_begin, number);
  }
  set_trigger(b, rule->trigger, number);
  set_bit(f->groups + rule->group * f->n_words, number);
}

// Sets of atoms, packed -----------------------------------------------------

// How far each number is behind the one before it, in seven bits a byte, the
// lowest first; the highest bit tells that another byte follows.
#define GAP_BITS 7u
#define GAP_MORE 0x80u

void
isn_filter_pack_atoms(const uint32_t* const atoms,
                      const size_t n,
                      IsnBuffer* const out)
{
  uint32_t before = 0;
  for (size_t i = 0; i < n; ++i) {
    uint32_t gap = atoms[i] - before;
    for (; gap >= GAP_MORE; gap >>= GAP_BITS) {
      isn_buffer_append_byte(out, (char)(gap | GAP_MORE));
    }
    isn_buffer_append_byte(out, (char)gap);
    before = atoms[i];
  }
}

void
isn_filter_unpack_tests(const IsnFilter* const filter,
                        const IsnStr packed,
                        uint64_t* const tests)
{
  const IsnLists* const lists = &filter->atom_tests;
  memset(tests, 0, isn_filter_test_words(filter) * sizeof(*tests));
  uint32_t atom = 0;
  for (size_t at = 0; at < packed.n_bytes;) {
    unsigned shift = 0;
    unsigned byte = 0;
    do {
      byte = (unsigned char)packed.data[at++];
      atom += (byte & (GAP_MORE - 1u)) << shift;
      shift += GAP_BITS;
    } while (byte & GAP_MORE);
    for (uint32_t i = lists->begin[atom]; i < lists->begin[atom + 1]; ++i) {
      set_bit(tests, lists->items[i]);
    }
  }
}

/// The test for any of the letters that are split off words (proclitics.h).
static bool
make_proclitic_test(IsnFilter* const f, IsnArena* const scratch)
{
  static const char letters[] = "وفبكلسأا";
  IsnTestDraft* const draft = isn_test_draft(scratch);
  for (size_t i = 0; draft && letters[i]; i += 2) {
    isn_test_add_word(
      &f->tests, draft, ISN_ATOM_PROCLITIC, (IsnStr){ letters + i, 2 });
  }
  f->proclitic = draft ? isn_test_put(&f->tests, draft) : ISN_POOL_NONE;
  return f->proclitic != ISN_POOL_NONE;
}

IsnStatus
isn_filter_build(IsnFilter* const filter,
                 const IsnFilterRule* const rules,
                 const size_t n,
                 IsnArena* const arena)
{
  *filter = (IsnFilter){ .arena = arena, .n_rules = n };
  isn_tests_init(&filter->tests, arena);
  filter->n_words = (n + 63) / 64;
  const size_t n_row = isn_filter_row(filter) + 1;
  filter->nets = isn_arena_array(arena, n + 1, sizeof(*filter->nets));
  filter->base = isn_arena_array(arena, n_row, sizeof(uint64_t));
  filter->end = isn_arena_array(arena, n_row, sizeof(uint64_t));
  filter->at_begin = isn_arena_array(arena, n_row, sizeof(uint64_t));
  filter->groups = isn_arena_array(
    arena, ISN_FILTER_GROUPS * filter->n_words + 1, sizeof(uint64_t));
  filter->needless =
    isn_arena_array(arena, filter->n_words + 1, sizeof(uint64_t));
  if (!filter->nets || !filter->base || !filter->end || !filter->at_begin ||
      !filter->groups || !filter->needless) {
    return ISN_ERR_NO_MEMORY;
  }
  Builder b = { .filter = filter };
  b.failed = !make_proclitic_test(filter, &b.scratch);
  for (size_t i = 0; i < n; ++i) {
    add_rule(&b, &rules[i], i);
  }
  find_needless(filter);
  const bool is_good =
    !b.failed && list_marks(&b) && list_tests(filter) && list_atoms(filter);
  isn_arena_clear(&b.scratch);
  return is_good ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}
