// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lexicon.h Lexical classes, their inflected forms generated.
///
/// Files under data/lexicon/ (XML, schemas/lexicon.rng) list lemmas by class;
/// reading one hands out every inflected form with its class and features.
#ifndef ISN_LEXICON_LEXICON_H
#define ISN_LEXICON_LEXICON_H

#include "extract/base/diag.h"
#include "extract/base/str.h"

/// Features of a form, a set; patterns ask for them as {class.feature}.
typedef enum {
  ISN_FEAT_PERFECT = 1 << 0,      ///< "perf": finite verb, perfect
  ISN_FEAT_IMPERFECT = 1 << 1,    ///< "impf": finite verb, imperfect
  ISN_FEAT_PASSIVE = 1 << 2,      ///< "pass": can only be read as passive
  ISN_FEAT_MASDAR = 1 << 3,       ///< "masdar": verbal noun
  ISN_FEAT_ACTIVE_PART = 1 << 4,  ///< "ap": active participle
  ISN_FEAT_PASSIVE_PART = 1 << 5, ///< "pp": passive participle
  ISN_FEAT_NOUN = 1 << 6,         ///< "noun"
  ISN_FEAT_ADJECTIVE = 1 << 7,    ///< "adj"
  ISN_FEAT_PARTICLE = 1 << 8,     ///< "part": does not inflect
  ISN_FEAT_FEMININE = 1 << 9,     ///< "f"
  ISN_FEAT_DUAL = 1 << 10,        ///< "du"
  ISN_FEAT_PLURAL = 1 << 11,      ///< "pl"
  ISN_FEAT_DEFINITE = 1 << 12,    ///< "def": with the article
  ISN_FEAT_OBJECT = 1 << 13,      ///< "obj": finite verb with object pronoun
  ISN_FEAT_POSSESSED = 1 << 14,   ///< "poss": noun with a possessive pronoun
  ISN_FEAT_FIRST = 1 << 15,       ///< "first": first person
  ISN_N_FEATURES = 16
} IsnFeature;

typedef uint32_t IsnFeatures;

/// "perf", …: the name patterns use for feature bit number `bit`, or NULL.
const char*
isn_feature_name(unsigned bit);

/// One inflected form: bare of proclitics (the article is part of the form),
/// without diacritics, otherwise spelled as written («أعلنت», «الاجتماعات»).
typedef struct {
  IsnStr form; ///< May be several words with one blank between them
  IsnStr class_name;
  IsnStr lemma;
  IsnFeatures features;
} IsnForm;

/// Called for each form; strings live for the call. Not success stops.
typedef IsnStatus (*IsnFormFunc)(void* handle, const IsnForm* form);

/// Read one lexicon file, validate it and hand out all its forms.
IsnStatus
isn_lexicon_read(const char* path,
                 const char* schema_path,
                 IsnFormFunc func,
                 void* handle,
                 const IsnSink* sink);

#endif
