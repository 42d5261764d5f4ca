// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/formulas.h"
#include "tests/unit/check.h"

static IsnArena arena;

/// Formulas of which nothing is known.
static IsnFormulas
none(void)
{
  return (IsnFormulas){ .arena = &arena };
}

/// A claim that number `number` of what words begin with proves, if `min` to
/// `max` letters follow.
static uint32_t
claim_begin(IsnFormulas* const f,
            const size_t number,
            const uint16_t min,
            const uint16_t max)
{
  const uint32_t claim = isn_formula_claim(f);
  const IsnProof proof = { claim, 0, min, max };
  isn_formula_prove(f, &f->begins, number, proof);
  return claim;
}

static void
parts_are_joined(void)
{
  enum { A, B, N_CASES = 4 };
  IsnFormulas f = none();
  const uint32_t a = claim_begin(&f, A, 0, ISN_PROOF_ANY);
  const uint32_t b = claim_begin(&f, B, 0, ISN_PROOF_ANY);
  uint32_t first[4]; // a and b, a or b, neither, a but not b
  for (size_t i = 0; i < 4; ++i) {
    static const IsnFormulaKind kinds[] = {
      ISN_FORMULA_ALL, ISN_FORMULA_ANY, ISN_FORMULA_NOT, ISN_FORMULA_ALL
    };
    isn_formula_begin(&f);
    const size_t place = isn_formula_open(&f, kinds[i]);
    isn_formula_put(&f, a);
    const size_t inner = i == 3 ? isn_formula_open(&f, ISN_FORMULA_NOT) : 0;
    isn_formula_put(&f, b);
    if (i == 3) {
      isn_formula_close(&f, inner);
    }
    isn_formula_close(&f, place);
    first[i] = isn_formula_end(&f);
    CHECK(first[i] < ISN_NO_FORMULA);
  }
  IsnProven word;
  CHECK(isn_proven_init(&word, &f, &arena));
  for (unsigned i = 0; i < N_CASES; ++i) {
    const bool has_a = i & 1u;
    const bool has_b = i & 2u;
    isn_proven_forget(&word);
    if (has_a) {
      isn_proven_add(&word, &f.begins, A, 3);
    }
    if (has_b) {
      isn_proven_add(&word, &f.begins, B, 3);
    }
    CHECK_EQ(isn_proven_holds(&word, first[0]), has_a && has_b);
    CHECK_EQ(isn_proven_holds(&word, first[1]), has_a || has_b);
    CHECK_EQ(isn_proven_holds(&word, first[2]), !has_a && !has_b);
    CHECK_EQ(isn_proven_holds(&word, first[3]), has_a && !has_b);
  }
}

static void
nodes_without_parts_hold_or_not(void)
{
  static const bool holds[] = { [ISN_FORMULA_ALL] = true,
                                [ISN_FORMULA_ANY] = false,
                                [ISN_FORMULA_NOT] = true };
  for (unsigned kind = ISN_FORMULA_ALL; kind <= ISN_FORMULA_NOT; ++kind) {
    IsnFormulas f = none();
    IsnProven word;
    isn_formula_begin(&f);
    isn_formula_close(&f, isn_formula_open(&f, (IsnFormulaKind)kind));
    const uint32_t first = isn_formula_end(&f);
    CHECK(first != ISN_NO_FORMULA);
    CHECK(isn_proven_init(&word, &f, &arena));
    CHECK_EQ(isn_proven_holds(&word, first), holds[kind]);
  }
  IsnFormulas f = none();
  isn_formula_begin(&f);
  CHECK_EQ(isn_formula_end(&f), ISN_NO_FORMULA); // nothing was put
}

static void
letters_left_count(void)
{
  IsnFormulas f = none();
  const uint32_t claims[] = { claim_begin(&f, 2, 0, 0),
                              claim_begin(&f, 2, 2, 3),
                              claim_begin(&f, 2, 2, ISN_PROOF_ANY) };
  uint32_t first[3];
  for (size_t i = 0; i < 3; ++i) {
    isn_formula_begin(&f);
    isn_formula_put(&f, claims[i]);
    first[i] = isn_formula_end(&f);
  }
  IsnProven word;
  CHECK(isn_proven_init(&word, &f, &arena));
  for (size_t n = 0; n < 6; ++n) {
    isn_proven_forget(&word);
    isn_proven_add(&word, &f.begins, 0, n); // proves nothing
    isn_proven_add(&word, &f.begins, 9, n); // nor does what no list has
    CHECK(!isn_proven_holds(&word, first[2]));
    isn_proven_add(&word, &f.begins, 2, n);
    CHECK_EQ(isn_proven_holds(&word, first[0]), n == 0);
    CHECK_EQ(isn_proven_holds(&word, first[1]), n == 2 || n == 3);
    CHECK_EQ(isn_proven_holds(&word, first[2]), n >= 2);
  }
}

/// «{a.f|b}», asked for twice: one claim.
static void
classes_are_asked_for_with_features(void)
{
  enum { CLASS_A = 4, CLASS_B = 7, FEATURE = 1u << 3, NEVER = 1u << 5 };
  IsnFormulas f = none();
  isn_tests_init(&f.tests, &arena);
  IsnTestDraft* const draft = isn_test_draft(&arena);
  CHECK(draft);
  isn_test_add(
    &f.tests, draft, (IsnAtom){ ISN_ATOM_CLASS, CLASS_A, FEATURE, NEVER });
  isn_test_add(&f.tests, draft, (IsnAtom){ ISN_ATOM_CLASS, CLASS_B, 0, 0 });
  const uint32_t test = isn_test_put(&f.tests, draft);
  isn_formula_begin(&f);
  const size_t any = isn_formula_open(&f, ISN_FORMULA_ANY);
  isn_formula_put_test(&f, test);
  isn_formula_put_test(&f, test);
  isn_formula_close(&f, any);
  const uint32_t first = isn_formula_end(&f);
  CHECK_EQ(f.n_claims, 1);
  static const struct {
    size_t number;
    unsigned features;
    bool holds;
  } cases[] = {
    { CLASS_A, FEATURE, true },
    { CLASS_A, 0, false },
    { CLASS_A, FEATURE | NEVER, false },
    { CLASS_A, FEATURE | 1u, true },
    { CLASS_B, NEVER, true },
    { CLASS_B + 1, FEATURE, false },
  };
  IsnProven word;
  CHECK(isn_proven_init(&word, &f, &arena));
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    isn_proven_forget(&word);
    isn_proven_add_class(&word, cases[i].number, cases[i].features);
    CHECK_EQ(isn_proven_holds(&word, first), cases[i].holds);
  }
}

int
main(void)
{
  RUN(parts_are_joined);
  RUN(nodes_without_parts_hold_or_not);
  RUN(letters_left_count);
  RUN(classes_are_asked_for_with_features);
  isn_arena_clear(&arena);
  return check_end();
}
