// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file signs.h What stands for a unit in the annotated sentence.
///
/// A few thousand words make up most of any text, so what a word looks like to
/// patterns, and which rules it is of use to, is worked out once and kept.
#ifndef ISN_RULES_SIGNS_H
#define ISN_RULES_SIGNS_H

#include "extract/rules/looks.h"
#include "extract/rules/sets.h"

/// What is asked for of every unit stands first.
typedef struct IsnSign {
  uint32_t n_set; ///< Number of the set of atoms that it has
  IsnRow row;
  IsnWide wide; ///< Proclitics, word or symbol, marks of kinds and classes, and
                ///< a blank behind them; in the arena
  IsnStr atoms; ///< Those of the set, packed (see filter.h)
} IsnSign;

/// A sign by IsnWord.form; one form drives out another.
typedef struct {
  uint64_t form;
  const IsnSign* sign;
} IsnFormSign;

/// One worker's signs. Zero is valid: signs without rows.
typedef struct {
  const IsnKinds* kinds;         ///< NULL: none
  const IsnLetters* letters;     ///< What the kinds ask of them; NULL: unknown
  uint32_t first_kind;           ///< Number of the class that the first kind is
  const IsnFilter* kinds_filter; ///< NULL: all kinds are tried
  IsnSets sets;                  ///< Of the rules' filter
  IsnMatcher* matcher;           ///< Of kinds
  IsnArena arena;
  IsnPool texts;   ///< Without kinds
  IsnSign** signs; ///< By number in `texts`
  size_t capacity;
  IsnFormSign* forms;     ///< By hash
  IsnBuffer marked;       ///< Text of one sign under way, with its kinds
  IsnPasses kinds_passes; ///< Of that sign; as long as the sets
  IsnProven kinds_proven; ///< Likewise
  IsnLooks looks;         ///< Likewise
} IsnSigns;

void
isn_signs_clear(IsnSigns* signs);

/// Forget all signs, if they have become too many. None of them may be in use.
void
isn_signs_trim(IsnSigns* signs);

/// The sign with this text; NULL without memory.
const IsnSign*
isn_signs_get(IsnSigns* signs, IsnStr text);

/// Where the sign of words of a form is kept; NULL without memory. What lies
/// there may be another form's.
IsnFormSign*
isn_signs_of_form(IsnSigns* signs, uint64_t form);

#endif
