// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/passes.h"

#include "extract/base/utf8.h"
#include "extract/rules/symbols.h"

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
  *passes = (IsnPasses){
    .filter = filter,
    .tests =
      isn_arena_array(arena, isn_filter_test_words(filter), sizeof(uint64_t)),
    .row = isn_arena_array(arena, isn_filter_row(filter) + 1, sizeof(uint64_t)),
  };
  return passes->tests && passes->row;
}

static void
pass_atom(IsnPasses* const passes, const uint32_t atom)
{
  const IsnLists* const lists = &passes->filter->atom_tests;
  for (uint32_t i = lists->begin[atom]; i < lists->begin[atom + 1]; ++i) {
    const uint32_t test = lists->items[i];
    if (!has_bit(passes->tests, test)) {
      set_bit(passes->tests, test);
      passes->is_stale = true;
    }
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

static void
pass_word(IsnPasses* const passes, const IsnStr word, const bool is_whole)
{
  const IsnFilter* const f = passes->filter;
  if (!has_bit(f->word_bits, isn_pool_hash(word) % ISN_FILTER_WORD_BITS)) {
    return;
  }
  const uint32_t number = isn_pool_find(&f->tests.words, word);
  uint32_t atom = number == ISN_POOL_NONE ? 0 : f->word_atoms[number];
  for (; atom; atom = f->next_atom[atom - 1]) {
    const IsnAtom a = isn_tests_atom(&f->tests, atom - 1);
    if (a.kind == ISN_ATOM_PREFIX || (a.kind == ISN_ATOM_WORD && is_whole)) {
      pass_atom(passes, atom - 1);
    }
  }
}

/// The word's letters: what they begin with, and its leading Arabic letters.
static void
pass_letters(IsnPasses* const passes, const IsnStr word)
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
  for (size_t at = 0; at < word.n_bytes && at < passes->filter->max_word;) {
    isn_utf8_next(word.data, &at);
    pass_word(passes, isn_str_slice(word, 0, at), at == n_arabic);
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

void
isn_passes_find(IsnPasses* const passes, const IsnStr text)
{
  const IsnFilter* const f = passes->filter;
  size_t at = 0;
  memset(passes->tests, 0, isn_filter_test_words(f) * sizeof(*passes->tests));
  passes->is_stale = true;
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
      const unsigned features = read_features(text, &at);
      pass_atoms(
        passes, f->symbol_atoms[(c - ISN_SYMBOL_FIRST) % 32], features);
    } else if (c <= ISN_CLASS_LAST) {
      const unsigned features = read_features(text, &at);
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

static void
set_row(IsnPasses* const passes)
{
  const IsnFilter* const f = passes->filter;
  uint64_t* const row = passes->row;
  memcpy(row, f->base, isn_filter_row(f) * sizeof(*row));
  for (size_t w = 0; w < isn_filter_test_words(f); ++w) {
    for (uint64_t tests = passes->tests[w]; tests; tests &= tests - 1) {
      const size_t test = w * 64 + (unsigned)__builtin_ctzll(tests);
      for (uint32_t i = f->first_mark[test]; i < f->first_mark[test + 1]; ++i) {
        const IsnFilterMark mark = f->marks[i];
        if (mark.also == ISN_FILTER_SURE || has_bit(passes->tests, mark.also)) {
          set_bit(row, mark.bit);
        }
      }
    }
  }
}

const uint64_t*
isn_passes_row(IsnPasses* const passes)
{
  if (passes->is_stale) {
    set_row(passes);
    passes->is_stale = false;
  }
  return passes->row;
}
