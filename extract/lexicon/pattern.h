// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file pattern.h The patterns (أوزان) of the verb, by form and kind of root.
#ifndef ISN_LEXICON_PATTERN_H
#define ISN_LEXICON_PATTERN_H

#include "extract/base/arena.h"
#include "extract/lexicon/spelling.h"

/// What the radicals do to the inflection; of two, the later wins.
typedef enum {
  ISN_ROOT_SOUND,  ///< «كتب», and hamza or w anywhere that keeps its place
  ISN_ROOT_HOLLOW, ///< second w or y: «قال»
  ISN_ROOT_DOUBLED,   ///< second and third alike: «عدّ»
  ISN_ROOT_DEFECTIVE, ///< third w or y: «ألقى»
} IsnRootKind;

/// Patterns as sounds with holes: 1 to 4 the radicals, 8 the first radical
/// and the t of form VIII, P and V the short vowel of perfect and imperfect
/// of form I, W the long one. NULL where the form has none.
typedef struct {
  unsigned form; ///< 1 to 10; 11, 12, 14 for I, II and IV of four radicals
  IsnRootKind kind;
  char prefix_vowel;              ///< Of the active imperfect
  const char* perfect[2];         ///< Before a vowel, before a consonant
  const char* passive_perfect[2]; ///< «قيل»
  const char* imperfect[2];       ///< Without its prefix
  const char* passive_imperfect[2];
  const char* active_participle; ///< Of defective roots up to the ending
  const char* passive_participle;
  const char* masdar; ///< NULL where only a dictionary knows it
} IsnPattern;

/// A verb by its root.
typedef struct {
  IsnRoot root;
  unsigned form;  ///< As in IsnPattern
  char vowels[2]; ///< Of form I: perfect, imperfect
  IsnRootKind kind;
} IsnRooted;

/// Fill in kind and, where zero, vowels from root and form (1 to 10).
///
/// `keeps_weak` makes a middle w or y a consonant («ازدوج»).
void
isn_rooted_init(IsnRooted* rooted, bool keeps_weak);

/// The pattern, or NULL if the form has none for such a root.
const IsnPattern*
isn_pattern_find(const IsnRooted* rooted);

/// `pattern` (may be NULL) with its holes filled, in the arena, or NULL.
const char*
isn_pattern_fill(IsnArena* arena, const IsnRooted* rooted, const char* pattern);

#endif
