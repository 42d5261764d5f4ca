// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/tests.h"

#include <stdlib.h>

void
isn_tests_init(IsnTests* const tests, IsnArena* const arena)
{
  *tests =
    (IsnTests){ { .arena = arena }, { .arena = arena }, { .arena = arena } };
}

IsnTestDraft*
isn_test_draft(IsnArena* const arena)
{
  IsnTestDraft* const draft = isn_arena_take(arena, sizeof(*draft));
  if (draft) {
    draft->n_atoms = 0;
    draft->is_full = false;
  }
  return draft;
}

static void
add_atom(IsnTestDraft* const draft, const uint32_t atom)
{
  for (size_t i = 0; i < draft->n_atoms; ++i) {
    if (draft->atoms[i] == atom) {
      return;
    }
  }
  if (atom == ISN_POOL_NONE || draft->n_atoms == ISN_MAX_TEST_ATOMS) {
    draft->is_full = true;
  } else {
    draft->atoms[draft->n_atoms++] = atom;
  }
}

void
isn_test_add(IsnTests* const tests,
             IsnTestDraft* const draft,
             const IsnAtom atom)
{
  const IsnStr bytes = { (const char*)&atom, sizeof(atom) };
  add_atom(draft, isn_pool_put(&tests->atoms, bytes));
}

void
isn_test_add_word(IsnTests* const tests,
                  IsnTestDraft* const draft,
                  const IsnAtomKind kind,
                  const IsnStr word)
{
  const uint32_t number = isn_pool_put(&tests->words, word);
  if (number > UINT16_MAX) {
    draft->is_full = true;
    return;
  }
  isn_test_add(
    tests, draft, (IsnAtom){ (uint16_t)kind, (uint16_t)number, 0, 0 });
}

void
isn_test_add_test(const IsnTests* const tests,
                  IsnTestDraft* const draft,
                  const uint32_t test)
{
  const uint32_t* atoms = NULL;
  const size_t n = isn_test_atoms(tests, test, &atoms);
  for (size_t i = 0; i < n; ++i) {
    add_atom(draft, atoms[i]);
  }
}

static int
compare(const void* const a, const void* const b)
{
  const uint32_t x = *(const uint32_t*)a;
  const uint32_t y = *(const uint32_t*)b;
  return (x > y) - (x < y);
}

uint32_t
isn_test_put(IsnTests* const tests, IsnTestDraft* const draft)
{
  if (draft->is_full || !draft->n_atoms) {
    return ISN_POOL_NONE;
  }
  qsort(draft->atoms, draft->n_atoms, sizeof(*draft->atoms), compare);
  const IsnStr bytes = { (const char*)draft->atoms,
                         draft->n_atoms * sizeof(*draft->atoms) };
  return isn_pool_put(&tests->tests, bytes);
}
