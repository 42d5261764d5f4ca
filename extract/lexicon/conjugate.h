// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file conjugate.h Finite forms of the verb, and its verbal nouns.
#ifndef ISN_LEXICON_CONJUGATE_H
#define ISN_LEXICON_CONJUGATE_H

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/pattern.h"

/// What follows a stem; sounds as in spelling.h.
typedef enum {
  ISN_ENDING_STRONG, ///< «أطلق»
  ISN_ENDING_AYA,    ///< «ألقى», «يبقى»
  ISN_ENDING_AWA,    ///< «دعا»
  ISN_ENDING_IYA,    ///< «بقي», «يلقي»
  ISN_ENDING_UWA,    ///< «يدعو»
} IsnEnding;

/// A stem without prefix and ending, in sounds.
typedef struct {
  const char* open; ///< Before a vowel («قال»); NULL: the form is not used
  const char* closed; ///< Before a consonant («قلت»)
  IsnEnding ending;
  bool is_hollow; ///< The short stem is the jussive («يقل»)
} IsnStem;

typedef struct {
  IsnStem perfect;
  IsnStem imperfect;
  IsnStem passive_perfect;
  IsnStem passive_imperfect;
  char prefix_vowel;
  bool takes_object;
} IsnStems;

/// A participle or masdar, spelled, to be declined.
typedef struct {
  const char* word; ///< NULL if there is none
  bool is_defective; ///< «ملقي»: loses its last letter («ملق», «ملقون»)
} IsnDerived;

typedef struct {
  IsnDerived active_participle;
  IsnDerived passive_participle;
  IsnDerived masdar;
} IsnDerivedNouns;

/// Called for each form spelled; not success stops.
typedef IsnStatus (*IsnWordFunc)(void* handle,
                                 const char* word,
                                 IsnFeatures features);

/// Stems of a verb from its root; ISN_ERR_RULES if it has no such form.
IsnStatus
isn_stems_from_root(IsnArena* arena, const IsnRooted* verb, IsnStems* stems);

/// Active stems of an irregular verb as spelled: «رأى», «يرى».
IsnStatus
isn_stems_from_spelling(IsnArena* arena,
                        IsnStr perfect,
                        IsnStr imperfect,
                        IsnStems* stems);

/// Participles and masdar a verb has by rule.
IsnStatus
isn_derive_nouns(IsnArena* arena,
                 const IsnRooted* verb,
                 IsnDerivedNouns* derived);

/// All finite forms: third person, first person; with and without object.
///
/// The passive comes without object, and only where its letters are not those
/// of the active in the same tense. Of the shortened jussive («يقل», «يلق»)
/// there is no first person: «أقل» and «نقل» are nearly always other words.
IsnStatus
isn_conjugate(IsnArena* arena,
              const IsnStems* stems,
              IsnWordFunc func,
              void* handle);

/// The verb's first form, third person singular («موّل» as «مول»).
const char*
isn_verb_lemma(IsnArena* arena, const IsnStems* stems);

#endif
