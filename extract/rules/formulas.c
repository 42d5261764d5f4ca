// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/formulas.h"

// A node is its kind in the lowest bits and behind them the number of a claim,
// or how many nodes its parts have
#define KIND_BITS 2u
#define KIND_MASK 3u

static IsnFormulaKind
kind_of(const uint32_t node)
{
  return (IsnFormulaKind)(node & KIND_MASK);
}

/// Nodes of the part at `place`, itself included.
static size_t
size_of(const uint32_t* const code, const size_t place)
{
  const uint32_t node = code[place];
  return kind_of(node) == ISN_FORMULA_CLAIM ? 1 : 1 + (node >> KIND_BITS);
}

// Building ------------------------------------------------------------------

static void
put_node(IsnFormulas* const f, const IsnFormulaKind kind, const uint32_t number)
{
  uint32_t* const code = isn_arena_grow(
    f->arena, f->code, f->n_code, &f->code_capacity, sizeof(*code));
  if (!code) {
    f->failed = true;
    return;
  }
  f->code = code;
  f->code[f->n_code++] = number << KIND_BITS | kind;
}

size_t
isn_formula_open(IsnFormulas* const formulas, const IsnFormulaKind kind)
{
  put_node(formulas, kind, 0);
  return formulas->n_code - 1;
}

void
isn_formula_close(IsnFormulas* const formulas, const size_t place)
{
  if (!formulas->failed) {
    const size_t n = formulas->n_code - place - 1;
    formulas->code[place] |= (uint32_t)n << KIND_BITS;
  }
}

/// Add a step; its number.
static uint32_t
add_step(IsnFormulas* const f, const IsnFormulaStep step)
{
  IsnFormulaStep* const steps = isn_arena_grow(
    f->arena, f->steps, f->n_steps, &f->steps_capacity, sizeof(*steps));
  if (!steps) {
    f->failed = true;
    return ISN_FORMULA_FALSE;
  }
  f->steps = steps;
  f->steps[f->n_steps] = step;
  return (uint32_t)f->n_steps++;
}

static uint32_t
add_steps(IsnFormulas* f, size_t place, uint32_t yes, uint32_t no);

/// The steps of the parts [place, end) of a node: those of the last first,
/// since one leads to the next.
static uint32_t
add_parts(IsnFormulas* const f,
          const IsnFormulaKind kind,
          const size_t place,
          const size_t end,
          const uint32_t yes,
          const uint32_t no)
{
  if (place == end) {
    return kind == ISN_FORMULA_ANY ? no : yes;
  }
  const size_t behind = place + size_of(f->code, place);
  const uint32_t next = add_parts(f, kind, behind, end, yes, no);
  return kind == ISN_FORMULA_ALL   ? add_steps(f, place, next, no)
         : kind == ISN_FORMULA_ANY ? add_steps(f, place, yes, next)
                                   : add_steps(f, place, no, next);
}

/// The first of the steps that lead from the node at `place` to `yes` if it
/// holds, else to `no`.
static uint32_t
add_steps(IsnFormulas* const f,
          const size_t place,
          const uint32_t yes,
          const uint32_t no)
{
  const uint32_t node = f->code[place];
  const IsnFormulaKind kind = kind_of(node);
  if (kind == ISN_FORMULA_CLAIM) {
    return add_step(f, (IsnFormulaStep){ node >> KIND_BITS, { no, yes } });
  }
  const size_t end = place + size_of(f->code, place);
  return add_parts(f, kind, place + 1, end, yes, no);
}

void
isn_formula_begin(IsnFormulas* const formulas)
{
  formulas->n_code = 0;
}

uint32_t
isn_formula_end(IsnFormulas* const formulas)
{
  if (formulas->failed || !formulas->n_code) {
    return ISN_NO_FORMULA;
  }
  const uint32_t first =
    add_steps(formulas, 0, ISN_FORMULA_TRUE, ISN_FORMULA_FALSE);
  return formulas->failed ? ISN_NO_FORMULA : first;
}

void
isn_formula_put(IsnFormulas* const formulas, const uint32_t claim)
{
  put_node(formulas, ISN_FORMULA_CLAIM, claim);
}

uint32_t
isn_formula_claim(IsnFormulas* const formulas)
{
  return formulas->n_claims++;
}

/// Where list number `number` begins, or NULL without memory.
static uint32_t*
first_of(IsnFormulas* const f, IsnProofLists* const lists, const size_t number)
{
  while (lists->n <= number) {
    uint32_t* const first = isn_arena_grow(
      f->arena, lists->first, lists->n, &lists->capacity, sizeof(*first));
    if (!first) {
      f->failed = true;
      return NULL;
    }
    lists->first = first;
    lists->first[lists->n++] = 0;
  }
  return &lists->first[number];
}

void
isn_formula_prove(IsnFormulas* const formulas,
                  IsnProofLists* const lists,
                  const size_t number,
                  IsnProof proof)
{
  IsnFormulas* const f = formulas;
  uint32_t* const first = first_of(f, lists, number);
  IsnProof* const proofs = isn_arena_grow(
    f->arena, f->proofs, f->n_proofs, &f->proofs_capacity, sizeof(*proofs));
  if (!first || !proofs) {
    f->failed = true;
    return;
  }
  proof.next = *first;
  f->proofs = proofs;
  f->proofs[f->n_proofs++] = proof;
  *first = (uint32_t)f->n_proofs;
}

/// A claim that the classes of a test prove; a word is no symbol.
static uint32_t
claim_test(IsnFormulas* const f, const uint32_t test)
{
  const uint32_t claim = isn_formula_claim(f);
  const uint32_t* atoms = NULL;
  const size_t n = isn_test_atoms(&f->tests, test, &atoms);
  for (size_t i = 0; i < n; ++i) {
    const IsnAtom a = isn_tests_atom(&f->tests, atoms[i]);
    if (a.kind == ISN_ATOM_CLASS) {
      const IsnProof proof = { claim, 0, a.must, a.never };
      isn_formula_prove(f, &f->classes, a.number, proof);
    }
  }
  return claim;
}

void
isn_formula_put_test(IsnFormulas* const formulas, const uint32_t test)
{
  uint32_t* const claim = first_of(formulas, &formulas->tested, test);
  if (claim && !*claim) {
    *claim = claim_test(formulas, test) + 1;
  }
  if (claim) {
    isn_formula_put(formulas, *claim - 1);
  }
}

// Words ---------------------------------------------------------------------

static size_t
count_words(const IsnFormulas* const f)
{
  return f->n_claims / 64 + 1;
}

bool
isn_proven_init(IsnProven* const proven,
                const IsnFormulas* const formulas,
                IsnArena* const arena)
{
  *proven = (IsnProven){
    formulas, isn_arena_array(arena, count_words(formulas), sizeof(uint64_t))
  };
  return proven->claims;
}

void
isn_proven_forget(IsnProven* const proven)
{
  memset(
    proven->claims, 0, count_words(proven->formulas) * sizeof(*proven->claims));
}

static void
set_claim(IsnProven* const proven, const uint32_t claim)
{
  proven->claims[claim / 64] |= (uint64_t)1 << claim % 64;
}

/// Proof `number` - 1; NULL for 0.
static const IsnProof*
proof_at(const IsnFormulas* const f, const uint32_t number)
{
  return number ? &f->proofs[number - 1] : NULL;
}

static const IsnProof*
first_proof(const IsnFormulas* const f,
            const IsnProofLists* const lists,
            const size_t number)
{
  return number < lists->n ? proof_at(f, lists->first[number]) : NULL;
}

void
isn_proven_add(IsnProven* const proven,
               const IsnProofLists* const lists,
               const size_t number,
               const size_t n)
{
  const IsnFormulas* const f = proven->formulas;
  for (const IsnProof* p = first_proof(f, lists, number); p;
       p = proof_at(f, p->next)) {
    if (n >= p->min && (n <= p->max || p->max == ISN_PROOF_ANY)) {
      set_claim(proven, p->claim);
    }
  }
}

void
isn_proven_add_class(IsnProven* const proven,
                     const size_t number,
                     const unsigned features)
{
  const IsnFormulas* const f = proven->formulas;
  for (const IsnProof* p = first_proof(f, &f->classes, number); p;
       p = proof_at(f, p->next)) {
    if ((features & p->min) == p->min && !(features & p->max)) {
      set_claim(proven, p->claim);
    }
  }
}
