// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file decline.h Forms of nouns, adjectives, participles and masdars.
///
/// Declension works on spelling: what a noun does is told by its last letters.
#ifndef ISN_LEXICON_DECLINE_H
#define ISN_LEXICON_DECLINE_H

#include "extract/base/arena.h"
#include "extract/lexicon/lexicon.h"

/// What a form may stand for.
typedef enum {
  ISN_STATE_BARE,       ///< Indefinite or construct: «اجتماع»
  ISN_STATE_ACCUSATIVE, ///< Indefinite, with alef: «اجتماعا»
  ISN_STATE_INDEFINITE, ///< «اجتماعان», «ملق»
  ISN_STATE_CONSTRUCT,  ///< «اجتماعا», «ممثلو»
  ISN_STATE_DEFINITE,   ///< «الاجتماع»
  ISN_STATE_POSSESSED,  ///< «اجتماعها»
} IsnState;

typedef enum { ISN_CASE_ANY, ISN_CASE_NOMINATIVE, ISN_CASE_OBLIQUE } IsnCase;

typedef enum { ISN_SINGULAR, ISN_DUAL, ISN_PLURAL } IsnNumber;

/// One form; `word` lives as long as the arena.
typedef struct {
  const char* word;
  IsnState state;
  IsnCase grammatical_case;
  IsnNumber number;
  bool is_feminine;
  bool is_sound_plural; ///< In ون; of the others «كبار» any case
} IsnNounForm;

typedef IsnStatus (*IsnNounFunc)(void* handle, const IsnNounForm* form);

/// How many of the possessive pronouns a noun is given: none; «ه ها هم نا»;
/// those and «هما هن ك كم».
enum {
  ISN_PRONOUNS_NONE = 0,
  ISN_PRONOUNS_COMMON = 4,
  ISN_PRONOUNS_ALL = 8,
};

/// How a noun inflects.
typedef struct {
  const char* singular; ///< NULL if only the plural is used
  const char* const* plurals; ///< Spelled in full: «اجتماعات», «ممثلون», «دول»
  size_t n_plurals;
  unsigned n_pronouns; ///< One of ISN_PRONOUNS_…
  bool is_feminine;    ///< Without showing it: «حرب»
  bool is_defective; ///< «قاضي»: the last letter goes («قاض», «محامون»)
  bool has_dual;
  bool has_nisba; ///< Its form in ي is an adjective too («رئيسي»), so
                  ///< there is no construct in ي
  bool has_alef;  ///< Singular takes the alef of the accusative
  bool plural_has_alef;
  bool plural_is_broken; ///< Though it looks sound: «فنون»
} IsnNoun;

/// Hand out all forms of `noun`.
IsnStatus
isn_decline(IsnArena* arena,
            const IsnNoun* noun,
            IsnNounFunc func,
            void* handle);

/// The features of a form, apart from its part of speech.
IsnFeatures
isn_noun_features(const IsnNounForm* form);

/// The feminine of a masculine: «مدير» «مديرة», «ملقى» «ملقاة».
const char*
isn_noun_feminine(IsnArena* arena, const char* masculine);

/// The sound plural: «مدير» «مديرون» or, feminine, «مديرة» «مديرات».
const char*
isn_noun_sound_plural(IsnArena* arena, const char* singular, bool is_defective);

/// The feminine plural: «اجتماع» «اجتماعات», «مستوى» «مستويات».
const char*
isn_noun_at_plural(IsnArena* arena, const char* singular);

/// Dual without its ending: «مدير», «وزارت», «مستوي».
const char*
isn_noun_dual_stem(IsnArena* arena, const char* singular);

#endif
