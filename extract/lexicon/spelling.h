// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file spelling.h From sounds to unvocalized Arabic spelling.
///
/// Inflection works on sounds, one ASCII byte each, so that the seat of a
/// hamza and the shape of a final alef can follow from the vowels:
///
///     consonants  ' b t v j H x d * r z s $ S D T Z E g f q k l m n h w y
///     vowels      a i u, long A I U
///     L           alef of the joining hamza («اجتمع» is "LijtamaEa")
///     Y           long a written «ى» at the end, «ا» inside
///     O           silent alef of the plural («قالوا» is "qAlUO")
///     p           ta marbuta at the end, «ت» inside
///
/// Bytes of 0x80 and above are letters already and pass through.
#ifndef ISN_LEXICON_SPELLING_H
#define ISN_LEXICON_SPELLING_H

#include "extract/base/arena.h"
#include "extract/base/str.h"

/// Radicals in order, as sounds: «م و ل» is "mwl".
typedef struct {
  char radicals[5];
  unsigned n; ///< 3 or 4
} IsnRoot;

/// Which of two accepted spellings of a hamza before «و» (and before a
/// pronoun after a) to write: «بدؤوا», «مسؤول» or «بدأوا», «مسئول».
typedef enum { ISN_SPELLING_USUAL, ISN_SPELLING_OTHER } IsnSpelling;

/// Read letters with blanks between them («أ ك د»); false if they are none.
bool
isn_root_read(IsnStr text, IsnRoot* root);

/// The spelling of `sounds`, in the arena; NULL without memory.
const char*
isn_spelling_write(IsnArena* arena, const char* sounds, IsnSpelling spelling);

/// `a` and `b` one after the other, in the arena; NULL without memory or if
/// either is NULL.
const char*
isn_spelling_join(IsnArena* arena, const char* a, const char* b);

/// `text` without its last `n` letters of two bytes each, in the arena.
const char*
isn_spelling_cut(IsnArena* arena, const char* text, unsigned n);

/// Whether `text` (may be NULL) ends with `end`.
bool
isn_spelling_ends(const char* text, const char* end);

#endif
