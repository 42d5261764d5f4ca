// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file tests.h What patterns ask of one unit of the annotated sentence.
///
/// A test is a set of features of which a unit must have one: «{say|stress}»,
/// «{Person}», «لـ», «(?:تمول|يمول)». It may let pass what the pattern will
/// not match, but never the reverse.
#ifndef ISN_RULES_TESTS_H
#define ISN_RULES_TESTS_H

#include "extract/base/pool.h"
#include "extract/base/status.h"

typedef enum {
  ISN_ATOM_CLASS, ///< Number of a class; `must` and `never` are features
  ISN_ATOM_SYMBOL,
  ISN_ATOM_PROCLITIC, ///< Number in `words`
  ISN_ATOM_WORD,      ///< The unit's leading Arabic letters are this word
  ISN_ATOM_PREFIX,    ///< Its word begins so
} IsnAtomKind;

/// One feature; all of its bytes count when two are compared.
typedef struct {
  uint16_t kind;
  uint16_t number; ///< Of the class, symbol, or string
  uint16_t must;   ///< Bits of features that the class or symbol must have
  uint16_t never;  ///< and must not have
} IsnAtom;

#define ISN_MAX_TEST_ATOMS 512

/// All tests of a rule set, each once.
typedef struct {
  IsnPool words; ///< Strings that atoms speak of
  IsnPool atoms; ///< IsnAtom
  IsnPool tests; ///< Arrays of atom numbers, ascending
} IsnTests;

/// A test being put together.
typedef struct {
  uint32_t atoms[ISN_MAX_TEST_ATOMS];
  size_t n_atoms;
  bool is_full; ///< It became too large to be one
} IsnTestDraft;

void
isn_tests_init(IsnTests* tests, IsnArena* arena);

/// An empty draft in the arena, or NULL.
IsnTestDraft*
isn_test_draft(IsnArena* arena);

void
isn_test_add(IsnTests* tests, IsnTestDraft* draft, IsnAtom atom);

/// The same for an atom about a string.
void
isn_test_add_word(IsnTests* tests,
                  IsnTestDraft* draft,
                  IsnAtomKind kind,
                  IsnStr word);

/// Add all that test number `test` lets pass.
void
isn_test_add_test(const IsnTests* tests, IsnTestDraft* draft, uint32_t test);

/// Number of the test, or ISN_POOL_NONE if it is none.
uint32_t
isn_test_put(IsnTests* tests, IsnTestDraft* draft);

static inline size_t
isn_test_atoms(const IsnTests* const tests,
               const uint32_t test,
               const uint32_t** const atoms)
{
  const IsnStr bytes = tests->tests.items[test];
  *atoms = (const uint32_t*)(const void*)bytes.data;
  return bytes.n_bytes / sizeof(**atoms);
}

static inline IsnAtom
isn_tests_atom(const IsnTests* const tests, const uint32_t atom)
{
  IsnAtom a;
  memcpy(&a, tests->atoms.items[atom].data, sizeof(a));
  return a;
}

#endif
