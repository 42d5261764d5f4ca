// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/signs.h"

#include "extract/base/utf8.h"
#include "extract/rules/symbols.h"

#define MAX_SIGNS 60000u
#define MAX_BYTES ((size_t)20 << 20)
#define N_FORMS 131072u // a power of two; 2 MiB

static bool
has_bit(const uint64_t* const bits, const size_t i)
{
  return bits[i / 64] >> i % 64 & 1u;
}

static void
set_bit(uint64_t* const bits, const size_t i)
{
  bits[i / 64] |= (uint64_t)1 << i % 64;
}

void
isn_signs_clear(IsnSigns* const signs)
{
  isn_arena_clear(&signs->arena);
  isn_matcher_free(signs->matcher);
  isn_buffer_clear(&signs->packed);
  *signs = (IsnSigns){ .filter = signs->filter,
                       .kinds = signs->kinds,
                       .first_kind = signs->first_kind };
}

void
isn_signs_trim(IsnSigns* const signs)
{
  if (signs->texts.n_items > MAX_SIGNS || signs->arena.n_total > MAX_BYTES) {
    isn_signs_clear(signs);
  }
}

static bool
init(IsnSigns* const signs)
{
  const IsnFilter* const f = signs->filter;
  signs->arena.is_hot = true;
  signs->texts.arena = signs->passed.arena = signs->cells.arena = &signs->arena;
  signs->forms = isn_arena_array(&signs->arena, N_FORMS, sizeof(IsnFormSign));
  if (!f) {
    return true;
  }
  const size_t n_nodes = f->max_nodes + 1u;
  signs->tests =
    isn_arena_array(&signs->arena, isn_filter_test_words(f), sizeof(uint64_t));
  signs->stamps = isn_arena_array(&signs->arena, n_nodes, sizeof(uint32_t));
  signs->stack = isn_arena_array(&signs->arena, n_nodes, sizeof(uint32_t));
  signs->nets = (IsnNets){ .filter = f, .arena = &signs->arena };
  signs->row =
    isn_arena_array(&signs->arena, isn_filter_row(f) + 1, sizeof(uint64_t));
  signs->asked =
    isn_arena_array(&signs->arena, isn_filter_row(f) + 1, sizeof(uint64_t));
  return signs->tests && signs->stamps && signs->stack && signs->row &&
         signs->asked;
}

// Tests of a sign -----------------------------------------------------------

static void
pass_atom(IsnSigns* const signs, const uint32_t atom)
{
  const IsnLists* const lists = &signs->filter->atom_tests;
  for (uint32_t i = lists->begin[atom]; i < lists->begin[atom + 1]; ++i) {
    set_bit(signs->tests, lists->items[i]);
  }
}

/// All atoms of a list that the features allow.
static void
pass_atoms(IsnSigns* const signs, uint32_t atom, const unsigned features)
{
  const IsnFilter* const f = signs->filter;
  for (; atom; atom = f->next_atom[atom - 1]) {
    const IsnAtom a = isn_tests_atom(&f->tests, atom - 1);
    if ((features & a.must) == a.must && !(features & a.never)) {
      pass_atom(signs, atom - 1);
    }
  }
}

static void
pass_word(IsnSigns* const signs, const IsnStr word, const bool is_whole)
{
  const IsnFilter* const f = signs->filter;
  const uint32_t number = isn_pool_find(&f->tests.words, word);
  uint32_t atom = number == ISN_POOL_NONE ? 0 : f->word_atoms[number];
  for (; atom; atom = f->next_atom[atom - 1]) {
    const IsnAtom a = isn_tests_atom(&f->tests, atom - 1);
    if (a.kind == ISN_ATOM_PREFIX || (a.kind == ISN_ATOM_WORD && is_whole)) {
      pass_atom(signs, atom - 1);
    }
  }
}

/// The word's letters: what they begin with, and its leading Arabic letters.
static void
pass_letters(IsnSigns* const signs, const IsnStr word)
{
  size_t n_arabic = 0; // bytes
  while (n_arabic < word.n_bytes) {
    size_t next = n_arabic;
    const uint32_t c = isn_utf8_next(word.data, &next);
    if (c < 0x0621 || c > 0x064A) {
      break;
    }
    n_arabic = next;
  }
  for (size_t at = 0; at < word.n_bytes && at < signs->filter->max_word;) {
    isn_utf8_next(word.data, &at);
    pass_word(signs, isn_str_slice(word, 0, at), at == n_arabic);
  }
}

static void
pass_proclitic(IsnSigns* const signs, const IsnStr letter)
{
  const IsnFilter* const f = signs->filter;
  const uint32_t number = isn_pool_find(&f->tests.words, letter);
  uint32_t atom = number == ISN_POOL_NONE ? 0 : f->word_atoms[number];
  for (; atom; atom = f->next_atom[atom - 1]) {
    if (isn_tests_atom(&f->tests, atom - 1).kind == ISN_ATOM_PROCLITIC) {
      pass_atom(signs, atom - 1);
    }
  }
}

/// Bits of the features at `*at`, which moves behind them.
static unsigned
read_features(const IsnStr text, size_t* const at)
{
  unsigned features = 0;
  while (*at < text.n_bytes) {
    size_t next = *at;
    const uint32_t c = isn_utf8_next(text.data, &next);
    if (c < ISN_FEATURE_FIRST || c > ISN_FEATURE_LAST) {
      break;
    }
    features |= 1u << (c - ISN_FEATURE_FIRST);
    *at = next;
  }
  return features;
}

static void
find_tests(IsnSigns* const signs, const IsnStr text)
{
  const IsnFilter* const f = signs->filter;
  size_t at = 0;
  memset(signs->tests, 0, isn_filter_test_words(f) * sizeof(*signs->tests));
  while (at + 4 <= text.n_bytes && !memcmp(text.data + at + 2, "\xD9\x80", 2)) {
    pass_proclitic(signs, isn_str_slice(text, at, at + 2));
    at += 4;
  }
  const size_t begin = at;
  size_t letters_end = text.n_bytes;
  while (at < text.n_bytes) {
    const size_t here = at;
    const uint32_t c = isn_utf8_next(text.data, &at);
    if (c < ISN_SYMBOL_FIRST || c > ISN_FEATURE_LAST) {
      continue;
    }
    letters_end = here < letters_end ? here : letters_end;
    if (c < ISN_CLASS_FIRST) {
      const unsigned features = read_features(text, &at);
      pass_atoms(signs, f->symbol_atoms[(c - ISN_SYMBOL_FIRST) % 32], features);
    } else if (c <= ISN_CLASS_LAST) {
      const unsigned features = read_features(text, &at);
      pass_atoms(signs, f->class_atoms[c - ISN_CLASS_FIRST], features);
    }
  }
  pass_letters(signs, isn_str_slice(text, begin, letters_end));
}

// Rows ----------------------------------------------------------------------

/// Whether a unit that passes the tests lets a match of the rule go on from
/// this place of it.
static bool
goes_on(IsnSigns* const signs, const size_t rule, const size_t k)
{
  const IsnNet* const net = &signs->filter->nets[rule];
  const IsnFilterPlace* const place = &net->places[k];
  const uint32_t stamp = ++signs->stamp;
  uint32_t n = 0;
  for (uint32_t i = 0; i < place->n_nodes; ++i) {
    if (signs->stamps[place->nodes[i]] != stamp) {
      signs->stamps[place->nodes[i]] = stamp;
      signs->stack[n++] = place->nodes[i];
    }
  }
  while (n) {
    const uint32_t node = signs->stack[--n];
    if (node == net->end) {
      return true;
    }
    for (uint32_t a = net->first_arc[node]; a < net->first_arc[node + 1]; ++a) {
      const IsnArc* const arc = &net->arcs[a];
      if (arc->label == ISN_ARC_NEXT) {
        return true;
      }
      if (signs->stamps[arc->to] != stamp &&
          (arc->label == ISN_ARC_FREE ||
           has_bit(signs->tests, arc->label - ISN_ARC_TEST))) {
        signs->stamps[arc->to] = stamp;
        signs->stack[n++] = arc->to;
      }
    }
  }
  return false;
}

static void
set_marks(IsnSigns* const signs, const uint32_t test)
{
  const IsnFilter* const f = signs->filter;
  const IsnLists* const lists = &f->test_marks;
  for (uint32_t i = lists->begin[test]; i < lists->begin[test + 1]; ++i) {
    const bool is_sure = lists->items[i] & ISN_FILTER_SURE;
    const uint32_t mark = lists->items[i] & ~ISN_FILTER_SURE;
    const size_t part = mark >> 24;
    const size_t rule = mark & 0xFFFFFFu;
    const size_t at = isn_filter_at(f, part, rule / 64);
    const uint64_t bit = (uint64_t)1 << rule % 64;
    if (is_sure) {
      signs->row[at] |= bit;
      continue;
    }
    const bool is_known = (signs->row[at] | signs->asked[at]) & bit;
    signs->asked[at] |= bit;
    if (!is_known && goes_on(signs, rule, part)) {
      signs->row[at] |= bit;
    }
  }
}

/// The words of the trigger part that have more than the base has.
static bool
list_triggers(IsnSigns* const signs, IsnRow* const row)
{
  const IsnFilter* const f = signs->filter;
  const size_t at = isn_filter_at(f, ISN_FILTER_TRIGGER, 0);
  size_t n = 0;
  for (size_t w = 0; w < f->n_words; ++w) {
    n += signs->row[at + w] != f->base[at + w];
  }
  IsnTrigger* const list = isn_arena_array(&signs->arena, n + 1, sizeof(*list));
  for (uint32_t w = 0; list && w < f->n_words; ++w) {
    if (signs->row[at + w] != f->base[at + w]) {
      list[row->n_triggers++] = (IsnTrigger){ w, signs->row[at + w] };
    }
  }
  row->triggers = list;
  return list;
}

/// The one place of all cells with these bits; NULL without memory.
static const uint64_t*
share_cell(IsnSigns* const signs, const uint64_t* const bits)
{
  const IsnStr key = { (const char*)bits, ISN_FILTER_CELL };
  const uint32_t there = isn_pool_find(&signs->cells, key);
  if (there != ISN_POOL_NONE) {
    return (const uint64_t*)(const void*)signs->cells.items[there].data;
  }
  char* const bytes = isn_arena_take(&signs->arena, 2 * ISN_FILTER_CELL);
  if (!bytes) {
    return NULL;
  }
  const size_t over = (uintptr_t)bytes % ISN_FILTER_CELL;
  char* const cell = bytes + (over ? ISN_FILTER_CELL - over : 0);
  memcpy(cell, bits, ISN_FILTER_CELL);
  const uint32_t number =
    isn_pool_put_kept(&signs->cells, (IsnStr){ cell, ISN_FILTER_CELL });
  return number == ISN_POOL_NONE ? NULL : (const uint64_t*)(const void*)cell;
}

/// The row of the tests in signs->tests; false without memory.
static bool
make_row(IsnSigns* const signs, IsnRow* const row)
{
  const IsnFilter* const f = signs->filter;
  *row = (IsnRow){ .cells = isn_arena_array(
                     &signs->arena, f->n_words + 1, sizeof(*row->cells)) };
  memcpy(signs->row, f->base, isn_filter_row(f) * sizeof(*signs->row));
  memset(signs->asked, 0, isn_filter_row(f) * sizeof(*signs->asked));
  for (size_t w = 0; w < isn_filter_test_words(f); ++w) {
    for (uint64_t tests = signs->tests[w]; tests; tests &= tests - 1) {
      set_marks(signs, (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(tests));
    }
  }
  for (size_t w = 0; row->cells && w < f->n_words; ++w) {
    const size_t at = isn_filter_at(f, 0, w);
    const bool begins = signs->row[at] & ~f->base[at];
    row->begins |= (uint64_t)begins << w % 64;
    row->cells[w] = share_cell(signs, signs->row + at);
    if (!row->cells[w]) {
      return false;
    }
  }
  return row->cells && list_triggers(signs, row);
}

/// The row and tests of a sign, which it shares with all that pass the same.
static bool
find_row(IsnSigns* const signs, IsnSign* const sign)
{
  const IsnFilter* const f = signs->filter;
  find_tests(signs, sign->text);
  isn_buffer_empty(&signs->packed);
  isn_filter_pack_tests(f, signs->tests, &signs->packed);
  const IsnStr key = isn_buffer_str(&signs->packed);
  IsnRow* const rows = isn_arena_grow(&signs->arena,
                                      signs->rows,
                                      signs->passed.n_items,
                                      &signs->rows_capacity,
                                      sizeof(*rows));
  const size_t n_before = signs->passed.n_items;
  const uint32_t number = rows && !signs->packed.failed
                            ? isn_pool_put(&signs->passed, key)
                            : ISN_POOL_NONE;
  if (number == ISN_POOL_NONE) {
    return false;
  }
  signs->rows = rows;
  if ((number == n_before || !rows[number].triggers) &&
      !make_row(signs, &rows[number])) {
    rows[number].triggers = NULL;
    return false;
  }
  sign->row = rows[number];
  sign->tests = signs->passed.items[number];
  sign->n_set = number;
  return true;
}

/// The text with the marks of its kinds; no data without memory.
static IsnStr
mark_kinds(IsnSigns* const signs, const IsnStr text)
{
  if (!signs->kinds || !signs->kinds->n) {
    return text;
  }
  IsnBuffer out = { 0 };
  IsnStr marked = { NULL, 0 };
  if ((signs->matcher || !isn_matcher_new(&signs->matcher)) &&
      !isn_kinds_mark(
        signs->kinds, signs->first_kind, signs->matcher, text, &out)) {
    marked = isn_arena_copy(&signs->arena, isn_buffer_str(&out));
  }
  isn_buffer_clear(&out);
  return marked;
}

/// The text and a blank as UTF-16 in the arena; empty without memory.
static IsnWide
widen(IsnSigns* const signs, const IsnStr text)
{
  IsnWide wide = { 0 };
  isn_wide_append(&wide, text);
  isn_wide_append(&wide, ISN_STR(" "));
  IsnWide kept = { .units = isn_arena_take(&signs->arena,
                                           wide.n * sizeof(*wide.units)) };
  if (kept.units && !wide.failed) {
    memcpy(kept.units, wide.units, wide.n * sizeof(*wide.units));
    kept.n = kept.capacity = wide.n;
  }
  isn_wide_clear(&wide);
  return kept;
}

static IsnSign*
make_sign(IsnSigns* const signs, const IsnStr text)
{
  IsnSign* const sign = isn_arena_alloc(&signs->arena, sizeof(*sign));
  const IsnStr marked = sign ? mark_kinds(signs, text) : text;
  if (!sign || !marked.data) {
    return NULL;
  }
  *sign = (IsnSign){ .text = marked, .wide = widen(signs, marked) };
  if (!sign->wide.n) {
    return NULL;
  }
  const bool has_rules = signs->filter && signs->filter->n_rules;
  return !has_rules || find_row(signs, sign) ? sign : NULL;
}

IsnFormSign*
isn_signs_of_form(IsnSigns* const signs, const uint64_t form)
{
  if (!signs->texts.arena && !init(signs)) {
    return NULL;
  }
  const uint64_t hash = form * 0x9E3779B97F4A7C15u;
  return signs->forms ? &signs->forms[hash >> 32 & (N_FORMS - 1u)] : NULL;
}

const IsnSign*
isn_signs_get(IsnSigns* const signs, const IsnStr text)
{
  if (!signs->texts.arena && !init(signs)) {
    return NULL;
  }
  const size_t n_before = signs->texts.n_items;
  IsnSign** const list = isn_arena_grow(
    &signs->arena, signs->signs, n_before, &signs->capacity, sizeof(*list));
  const uint32_t number =
    list ? isn_pool_put(&signs->texts, text) : ISN_POOL_NONE;
  if (number == ISN_POOL_NONE) {
    return NULL;
  }
  signs->signs = list;
  if (number == n_before || !list[number]) {
    list[number] = make_sign(signs, signs->texts.items[number]);
  }
  return list[number];
}
