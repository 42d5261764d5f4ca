// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file formulas.h Kinds as formulas of what holds of a word.
///
///   (?!{verb}|(?:كبار|كبرى)(?![ء-ي]))(?:{def})
///   ALL(NOT(ANY(verb, is كبار or كبرى)), def)
///
/// The leaves are claims: that the word has one of some classes, begins or ends
/// with one of some strings, or has so many letters. What a word has proves
/// claims, all of which are found in one walk over it, before any formula is
/// looked at: so dozens of kinds cost less than one match.
#ifndef ISN_RULES_FORMULAS_H
#define ISN_RULES_FORMULAS_H

#include "extract/rules/tests.h"

/// Something that a word has proves a claim, if so many letters are left, or,
/// of a class, if it has and has not such features.
typedef struct {
  uint32_t claim;
  uint32_t next; ///< Number of the same list's next + 1, or 0
  uint16_t min;  ///< Letters; of a class: features that it must have
  uint16_t max;  ///< and must not have
} IsnProof;

/// Lists of proofs, by number.
typedef struct {
  uint32_t* first; ///< Number of the first + 1; 0: none
  size_t n;
  size_t capacity;
} IsnProofLists;

/// Any number of letters.
#define ISN_PROOF_ANY UINT16_MAX

typedef enum {
  ISN_FORMULA_CLAIM,
  ISN_FORMULA_ALL, ///< True of none, too
  ISN_FORMULA_ANY,
  ISN_FORMULA_NOT,
} IsnFormulaKind;

/// A claim that is looked at, and where to go on: at another step, or at the
/// formula's end.
typedef struct {
  uint32_t claim;
  uint32_t next[2]; ///< If it does not hold, if it does
} IsnFormulaStep;

#define ISN_FORMULA_FALSE 0xFFFFFFFEu ///< Steps that are an end
#define ISN_FORMULA_TRUE 0xFFFFFFFFu

/// Const once all are built, shared by all workers. Zero but for `arena` is
/// valid.
typedef struct {
  IsnArena* arena;
  uint32_t* code; ///< Of the one under way: nodes, each before its parts
  size_t n_code;
  size_t code_capacity;
  IsnFormulaStep* steps; ///< Of all
  size_t n_steps;
  size_t steps_capacity;
  IsnProof* proofs;
  size_t n_proofs;
  size_t proofs_capacity;
  uint32_t n_claims;
  IsnProofLists begins;  ///< By number of what words begin with
  IsnProofLists endings; ///< By number of what they end with
  IsnProofLists classes;
  IsnProofLists counts; ///< One: of words of so many letters
  IsnTests tests;       ///< References, while formulas are built
  IsnProofLists tested; ///< Claim of each + 1
  bool failed;          ///< Memory ran out
} IsnFormulas;

#define ISN_NO_FORMULA 0xFFFFFFFDu

// Building ------------------------------------------------------------------

/// Begin a formula.
void
isn_formula_begin(IsnFormulas* formulas);

/// End it: its first step; ISN_NO_FORMULA without memory.
uint32_t
isn_formula_end(IsnFormulas* formulas);

/// Begin a node of several parts, which follow; its place.
size_t
isn_formula_open(IsnFormulas* formulas, IsnFormulaKind kind);

/// All parts of the node at `place` are there.
void
isn_formula_close(IsnFormulas* formulas, size_t place);

/// A part that holds if the claim does.
void
isn_formula_put(IsnFormulas* formulas, uint32_t claim);

/// A claim that nothing proves yet.
uint32_t
isn_formula_claim(IsnFormulas* formulas);

/// Let number `number` of a list prove `claim`.
void
isn_formula_prove(IsnFormulas* formulas,
                  IsnProofLists* lists,
                  size_t number,
                  IsnProof proof);

/// A part that holds if a word passes test number `test` of the formulas'.
void
isn_formula_put_test(IsnFormulas* formulas, uint32_t test);

// Words ---------------------------------------------------------------------

/// What holds of the word under way. Zero is valid: of no formulas.
typedef struct {
  const IsnFormulas* formulas;
  uint64_t* claims; ///< As bits
} IsnProven;

/// Room for words, in `arena`; false without memory.
bool
isn_proven_init(IsnProven* proven,
                const IsnFormulas* formulas,
                IsnArena* arena);

/// Nothing is known of the word.
void
isn_proven_forget(IsnProven* proven);

/// The word has number `number` of lists of the formulas', and `n` letters
/// more.
void
isn_proven_add(IsnProven* proven,
               const IsnProofLists* lists,
               size_t number,
               size_t n);

/// The word has the class, with these features.
void
isn_proven_add_class(IsnProven* proven, size_t number, unsigned features);

/// Whether the formula that begins at this step holds of the word.
static inline bool
isn_proven_holds(const IsnProven* const proven, uint32_t step)
{
  while (step < ISN_NO_FORMULA) {
    const IsnFormulaStep* const s = &proven->formulas->steps[step];
    step = s->next[proven->claims[s->claim / 64] >> s->claim % 64 & 1u];
  }
  return step == ISN_FORMULA_TRUE;
}

#endif
