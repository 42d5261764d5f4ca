// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lexeme.h One entry of a lexicon file, on its way to its forms.
///
///     element ──lexicon.c──▶ lexeme ──verb_lexeme.c──▶ conjugate ─┐
///                                   └─noun_lexeme.c──▶ decline  ──┴▶ forms
#ifndef ISN_LEXICON_LEXEME_H
#define ISN_LEXICON_LEXEME_H

#include "extract/base/arena.h"
#include "extract/lexicon/lexicon.h"

enum {
  ISN_LEXEME_MAX_ATTRS = 24,
  ISN_LEXEME_MAX_CLASSES = 8,
  ISN_LEXEME_MAX_LIST = 8,
  ISN_LEXEME_N_SEEN = 4096,
};

typedef struct {
  const char* name;
  const char* value;
} IsnLexemeAttr;

/// Strings live as long as the file is being read; what inflection makes
/// lies in the arena until the next lexeme.
typedef struct {
  const char* element; ///< "verb", "noun", "adjective" or "word"
  const char* text;    ///< Of nouns and words; NULL for verbs
  IsnLexemeAttr attrs[ISN_LEXEME_MAX_ATTRS];
  size_t n_attrs;
  const char* classes[ISN_LEXEME_MAX_CLASSES]; ///< Without "verb"
  size_t n_classes;
  bool is_finite_only; ///< Of class "verb": no participles and masdars
  const char* lemma;
  IsnPlace place;
  const IsnSink* sink;
  IsnArena* arena;
  IsnFormFunc func;
  void* handle;
  uint64_t seen[ISN_LEXEME_N_SEEN]; ///< Hashes of form and features, 0 free
} IsnLexeme;

/// Words of an attribute's value, between bars or blanks.
typedef struct {
  const char* items[ISN_LEXEME_MAX_LIST];
  size_t n;
} IsnLexemeList;

/// The value of attribute `name`, or NULL.
const char*
isn_lexeme_get(const IsnLexeme* lexeme, const char* name);

/// Whether attribute `name` is there and has `value`.
bool
isn_lexeme_is(const IsnLexeme* lexeme, const char* name, const char* value);

/// Split `value` (may be NULL) at `separator`; ISN_ERR_LIMIT if too many.
IsnStatus
isn_lexeme_split(const IsnLexeme* lexeme,
                 const char* value,
                 char separator,
                 IsnLexemeList* list);

/// Hand out a form in each class of the lexeme, once; finite verbs also in
/// class "verb".
IsnStatus
isn_lexeme_emit(IsnLexeme* lexeme, const char* form, IsnFeatures features);

/// All forms of a lexeme, whatever its element.
IsnStatus
isn_lexeme_inflect(IsnLexeme* lexeme);

IsnStatus
isn_lexeme_inflect_verb(IsnLexeme* lexeme);

IsnStatus
isn_lexeme_inflect_noun(IsnLexeme* lexeme);

#endif
