// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/passes.h"

#include "extract/base/utf8.h"
#include "extract/rules/symbols.h"

#include <stdlib.h>

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

bool
isn_passes_init(IsnPasses* const passes,
                const IsnFilter* const filter,
                IsnArena* const arena)
{
  const size_t n_atoms = filter->tests.atoms.n_items + 1;
  *passes = (IsnPasses){
    .filter = filter,
    .atoms = isn_arena_array(arena, n_atoms, sizeof(uint32_t)),
    .has = isn_arena_array(arena, n_atoms / 64 + 1, sizeof(uint64_t)),
    .tests =
      isn_arena_array(arena, isn_filter_test_words(filter), sizeof(uint64_t)),
    .row = isn_arena_array(arena, isn_filter_row(filter) + 1, sizeof(uint64_t)),
  };
  return passes->atoms && passes->has && passes->tests && passes->row;
}

static void
pass_atom(IsnPasses* const passes, const uint32_t atom)
{
  if (!has_bit(passes->has, atom)) {
    set_bit(passes->has, atom);
    passes->atoms[passes->n_atoms++] = atom;
  }
}

/// All atoms of a list that the features allow.
static void
pass_atoms(IsnPasses* const passes, uint32_t atom, const unsigned features)
{
  const IsnFilter* const f = passes->filter;
  for (; atom; atom = f->next_atom[atom - 1]) {
    const IsnAtom a = isn_tests_atom(&f->tests, atom - 1);
    if ((features & a.must) == a.must && !(features & a.never)) {
      pass_atom(passes, atom - 1);
    }
  }
}

/// Number of a string that tests speak of, or ISN_POOL_NONE.
static uint32_t
find_word(const IsnFilter* const f, const IsnStr word)
{
  return has_bit(f->word_bits, isn_pool_hash(word) % ISN_FILTER_WORD_BITS)
           ? isn_pool_find(&f->tests.words, word)
           : ISN_POOL_NONE;
}

static void
pass_word(IsnPasses* const passes, const IsnStr word, const bool is_whole)
{
  const IsnFilter* const f = passes->filter;
  const uint32_t number = find_word(f, word);
  uint32_t atom = number == ISN_POOL_NONE ? 0 : f->word_atoms[number];
  for (; atom; atom = f->next_atom[atom - 1]) {
    const IsnAtom a = isn_tests_atom(&f->tests, atom - 1);
    if (a.kind == ISN_ATOM_PREFIX || (a.kind == ISN_ATOM_WORD && is_whole)) {
      pass_atom(passes, atom - 1);
    }
  }
}

/// Bytes of the Arabic letters that a word begins with.
static size_t
count_arabic(const IsnStr word)
{
  size_t n = 0;
  for (size_t at = 0; at < word.n_bytes; n = at) {
    const uint32_t c = isn_utf8_next(word.data, &at);
    if (c < 0x0621 || c > 0x064A) {
      break;
    }
  }
  return n;
}

/// The word's letters: what they begin with, and its leading Arabic letters.
static void
pass_letters(IsnPasses* const passes, const IsnStr word)
{
  const size_t n_arabic = count_arabic(word);
  for (size_t at = 0; at < word.n_bytes && at < passes->filter->max_word;) {
    isn_utf8_next(word.data, &at);
    pass_word(passes, isn_str_slice(word, 0, at), at == n_arabic);
  }
}

void
isn_passes_describe(const IsnFilter* const filter,
                    const IsnStr letters,
                    IsnBuffer* const out)
{
  const size_t n_arabic = count_arabic(letters);
  for (size_t at = 0; at < letters.n_bytes && at < filter->max_word;) {
    isn_utf8_next(letters.data, &at);
    const uint32_t number = find_word(filter, isn_str_slice(letters, 0, at));
    if (number != ISN_POOL_NONE) {
      const uint32_t said = number << 1 | (at == n_arabic);
      isn_buffer_append(out, (IsnStr){ (const char*)&said, sizeof(said) });
    }
  }
}

static void
pass_proclitic(IsnPasses* const passes, const IsnStr letter)
{
  const IsnFilter* const f = passes->filter;
  const uint32_t number = isn_pool_find(&f->tests.words, letter);
  uint32_t atom = number == ISN_POOL_NONE ? 0 : f->word_atoms[number];
  for (; atom; atom = f->next_atom[atom - 1]) {
    if (isn_tests_atom(&f->tests, atom - 1).kind == ISN_ATOM_PROCLITIC) {
      pass_atom(passes, atom - 1);
    }
  }
}

unsigned
isn_passes_features(const IsnStr text, size_t* const at)
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
forget_atoms(IsnPasses* const passes)
{
  for (size_t i = 0; i < passes->n_atoms; ++i) {
    passes->has[passes->atoms[i] / 64] = 0;
  }
  passes->n_atoms = passes->n_tested = 0;
}

void
isn_passes_find(IsnPasses* const passes, const IsnStr text)
{
  const IsnFilter* const f = passes->filter;
  size_t at = 0;
  forget_atoms(passes);
  while (at + 4 <= text.n_bytes && !memcmp(text.data + at + 2, "\xD9\x80", 2)) {
    pass_proclitic(passes, isn_str_slice(text, at, at + 2));
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
      const unsigned features = isn_passes_features(text, &at);
      pass_atoms(
        passes, f->symbol_atoms[(c - ISN_SYMBOL_FIRST) % 32], features);
    } else if (c <= ISN_CLASS_LAST) {
      const unsigned features = isn_passes_features(text, &at);
      pass_atoms(passes, f->class_atoms[c - ISN_CLASS_FIRST], features);
    }
  }
  pass_letters(passes, isn_str_slice(text, begin, letters_end));
}

void
isn_passes_add_class(IsnPasses* const passes, const uint32_t number)
{
  pass_atoms(passes, passes->filter->class_atoms[number], 0);
}

static int
compare(const void* const a, const void* const b)
{
  const uint32_t x = *(const uint32_t*)a;
  const uint32_t y = *(const uint32_t*)b;
  return (x > y) - (x < y);
}

void
isn_passes_pack(IsnPasses* const passes, IsnBuffer* const out)
{
  qsort(passes->atoms, passes->n_atoms, sizeof(*passes->atoms), compare);
  passes->n_tested = 0; // they may have changed places
  isn_filter_pack_atoms(passes->atoms, passes->n_atoms, out);
}

/// Pass the tests of atoms that are new.
static void
pass_tests(IsnPasses* const passes)
{
  const IsnFilter* const f = passes->filter;
  if (!passes->n_tested) {
    memset(passes->tests, 0, isn_filter_test_words(f) * sizeof(uint64_t));
    passes->is_stale = true;
  }
  for (; passes->n_tested < passes->n_atoms; ++passes->n_tested) {
    const uint32_t atom = passes->atoms[passes->n_tested];
    const IsnLists* const lists = &f->atom_tests;
    for (uint32_t i = lists->begin[atom]; i < lists->begin[atom + 1]; ++i) {
      const uint32_t test = lists->items[i];
      passes->is_stale = passes->is_stale || !has_bit(passes->tests, test);
      set_bit(passes->tests, test);
    }
  }
}

static void
set_row(IsnPasses* const passes)
{
  const IsnFilter* const f = passes->filter;
  uint64_t* const row = passes->row;
  memcpy(row, f->base, isn_filter_row(f) * sizeof(*row));
  for (size_t w = 0; w < isn_filter_test_words(f); ++w) {
    for (uint64_t tests = passes->tests[w]; tests; tests &= tests - 1) {
      const size_t test = w * 64 + (unsigned)__builtin_ctzll(tests);
      const IsnFilterMark* mark = f->marks + f->first_mark[test];
      const IsnFilterMark* const end = f->marks + f->first_mark[test + 1];
      while (mark < end) {
        if (mark->also == ISN_FILTER_SURE ||
            has_bit(passes->tests, mark->also)) {
          row[mark->word] |= mark->bits;
          ++mark;
        } else {
          mark += mark->n_same;
        }
      }
    }
  }
}

const uint64_t*
isn_passes_row(IsnPasses* const passes)
{
  pass_tests(passes);
  if (passes->is_stale) {
    set_row(passes);
    passes->is_stale = false;
  }
  return passes->row;
}
