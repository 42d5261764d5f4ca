// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file looks.h What signs look like to patterns, whatever word they are.
///
/// A text always has new words, but few that differ from all before in what
/// patterns ask for: their marks, and the letters that some pattern spells out.
/// What was found for a word, its kinds and the set of atoms that it has, is
/// kept by this look, and holds for all words that have it. Words for which a
/// kind was matched that asks for letters in another way (see letters.h) have
/// no look.
#ifndef ISN_RULES_LOOKS_H
#define ISN_RULES_LOOKS_H

#include "extract/rules/letters.h"
#include "extract/rules/passes.h"

typedef struct {
  uint32_t n_marks; ///< Number of the marks of its kinds, in IsnLooks.marks
  uint32_t n_set;   ///< Number of the set of atoms
} IsnLook;

/// One worker's looks. Zero but for its first three is valid.
typedef struct {
  const IsnLetters* letters;
  const IsnFilter* filter;
  IsnArena* arena;
  IsnPool keys;
  IsnPool marks;
  IsnLook* list; ///< By number in `keys`
  size_t capacity;
  IsnBuffer key; ///< Of the sign under way
} IsnLooks;

/// The memory of its own; what is in the arena goes with that.
void
isn_looks_clear(IsnLooks* looks);

/// What is known of signs that look like that of this text; NULL: nothing.
const IsnLook*
isn_looks_find(IsnLooks* looks, IsnStr sign);

/// Keep what was found of the sign that was last looked for in vain. Without
/// memory it will be found anew.
void
isn_looks_put(IsnLooks* looks, IsnStr marks, uint32_t n_set);

#endif
