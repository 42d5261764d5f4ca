// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file verb_lexeme.c A verb's entry: finite forms, participles, masdars.
#include "extract/lexicon/conjugate.h"
#include "extract/lexicon/decline.h"
#include "extract/lexicon/lexeme.h"

#include <stdlib.h>
#include <string.h>

/// A lexeme and the part of speech its forms in work have.
typedef struct {
  IsnLexeme* lexeme;
  IsnFeatures features;
} Output;

static IsnStatus
emit_finite(void* const handle, const char* const word, const IsnFeatures f)
{
  return isn_lexeme_emit(handle, word, f);
}

static IsnStatus
emit_noun(void* const handle, const IsnNounForm* const form)
{
  const Output* const out = handle;
  return isn_lexeme_emit(
    out->lexeme, form->word, out->features | isn_noun_features(form));
}

static IsnStatus
read_root(const IsnLexeme* const lexeme, IsnRooted* const verb)
{
  const char* const root = isn_lexeme_get(lexeme, "root");
  const char* const form = isn_lexeme_get(lexeme, "form");
  const char* const vowels = isn_lexeme_get(lexeme, "vowels");
  memset(verb, 0, sizeof(*verb));
  if (!isn_root_read(isn_str(root), &verb->root)) {
    return isn_error(
      lexeme->sink, ISN_ERR_RULES, &lexeme->place, "no root: %s", root);
  }
  verb->form = (unsigned)strtoul(form, NULL, 10);
  if (vowels) {
    verb->vowels[0] = vowels[0];
    verb->vowels[1] = vowels[2];
  }
  isn_rooted_init(verb, isn_lexeme_is(lexeme, "weak", "keep"));
  return ISN_SUCCESS;
}

/// Stems and what derives by rule, from the root or as spelled.
static IsnStatus
read_verb(const IsnLexeme* const lexeme,
          IsnStems* const stems,
          IsnDerivedNouns* const derived)
{
  IsnStatus st = ISN_SUCCESS;
  memset(derived, 0, sizeof(*derived));
  const char* const perfect = isn_lexeme_get(lexeme, "perfect");
  if (perfect) {
    st = isn_stems_from_spelling(lexeme->arena,
                                 isn_str(perfect),
                                 isn_str(isn_lexeme_get(lexeme, "imperfect")),
                                 stems);
  } else {
    IsnRooted verb;
    ISN_TRY(st, read_root(lexeme, &verb));
    st = isn_stems_from_root(lexeme->arena, &verb, stems);
    if (!st) {
      st = isn_derive_nouns(lexeme->arena, &verb, derived);
    }
  }
  if (st == ISN_ERR_RULES) {
    return isn_error(
      lexeme->sink, st, &lexeme->place, "no such form of this root");
  }
  return st;
}

/// Decline a masdar; its nisba («تعاوني») is left to the adjectives.
static IsnStatus
inflect_masdar(IsnLexeme* const lexeme,
               const IsnDerived masdar,
               const IsnLexemeList* const plurals)
{
  IsnNoun noun = {
    .singular = masdar.word,
    .plurals = plurals->items,
    .n_plurals = plurals->n,
    .is_defective = masdar.is_defective,
    .has_dual = true,
    .has_nisba = true,
    .n_pronouns = ISN_PRONOUNS_COMMON,
    .has_alef = true,
    .plural_has_alef = true,
  };
  Output out = { lexeme, ISN_FEAT_MASDAR };
  return isn_decline(lexeme->arena, &noun, emit_noun, &out);
}

/// Plurals of a masdar: as given, or in ات where the masdar is by rule.
static IsnStatus
masdar_plurals(const IsnLexeme* const lexeme,
               const IsnDerived masdar,
               const bool is_by_rule,
               IsnLexemeList* const plurals)
{
  const char* const given = isn_lexeme_get(lexeme, "masdar-plural");
  plurals->n = 0;
  if (given && !strcmp(given, "no")) {
    return ISN_SUCCESS;
  }
  if (given) {
    return isn_lexeme_split(lexeme, given, '|', plurals);
  }
  if (is_by_rule && !isn_spelling_ends(masdar.word, "اة")) {
    plurals->items[0] = isn_noun_at_plural(lexeme->arena, masdar.word);
    plurals->n = 1;
    return plurals->items[0] ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  return ISN_SUCCESS;
}

static IsnStatus
inflect_masdars(IsnLexeme* const lexeme, const IsnDerived derived)
{
  const char* const given = isn_lexeme_get(lexeme, "masdar");
  IsnLexemeList words = { { derived.word }, derived.word != NULL };
  IsnStatus st = ISN_SUCCESS;
  if (given && !strcmp(given, "no")) {
    return ISN_SUCCESS;
  }
  if (given) {
    ISN_TRY(st, isn_lexeme_split(lexeme, given, '|', &words));
  }
  for (size_t i = 0; i < words.n; ++i) {
    IsnLexemeList plurals;
    const IsnDerived masdar = { words.items[i],
                                !given && derived.is_defective };
    const bool is_by_rule =
      derived.word && !strcmp(derived.word, words.items[i]);
    ISN_TRY(st, masdar_plurals(lexeme, masdar, is_by_rule, &plurals));
    ISN_TRY(st, inflect_masdar(lexeme, masdar, &plurals));
  }
  return st;
}

static IsnStatus
inflect_gender(IsnLexeme* const lexeme,
               const IsnDerived participle,
               const IsnLexemeList* const plurals,
               const IsnFeatures features)
{
  const IsnNoun noun = {
    .singular = participle.word,
    .plurals = plurals->items,
    .n_plurals = plurals->n,
    .is_defective = participle.is_defective,
    .has_dual = true,
    .n_pronouns = ISN_PRONOUNS_COMMON,
    .has_alef = true,
    .plural_has_alef = true,
  };
  Output out = { lexeme, features };
  return isn_decline(lexeme->arena, &noun, emit_noun, &out);
}

/// Masculine and feminine, each with its sound plural, and broken plurals.
static IsnStatus
inflect_both_genders(IsnLexeme* const lexeme,
                     const IsnDerived participle,
                     IsnLexemeList plurals,
                     const IsnFeatures features)
{
  IsnArena* const arena = lexeme->arena;
  const char* const feminine = isn_noun_feminine(arena, participle.word);
  const IsnLexemeList feminine_plural = {
    { isn_noun_at_plural(arena, feminine) }, 1
  };
  if (plurals.n == ISN_LEXEME_MAX_LIST) {
    return ISN_ERR_LIMIT;
  }
  plurals.items[plurals.n++] =
    isn_noun_sound_plural(arena, participle.word, participle.is_defective);
  if (!feminine_plural.items[0] || !plurals.items[plurals.n - 1]) {
    return ISN_ERR_NO_MEMORY;
  }
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, inflect_gender(lexeme, participle, &plurals, features));
  return inflect_gender(
    lexeme, (IsnDerived){ feminine, false }, &feminine_plural, features);
}

/// `attribute` overrides what derives: a word («ضابط»), or "no".
static IsnStatus
inflect_participle(IsnLexeme* const lexeme,
                   const char* const attribute,
                   IsnDerived participle,
                   const IsnFeatures features)
{
  const char* const given = isn_lexeme_get(lexeme, attribute);
  IsnLexemeList plurals = { { 0 }, 0 };
  IsnStatus st = ISN_SUCCESS;
  if (given && strcmp(given, "no") != 0) {
    participle = (IsnDerived){ given, false };
  }
  if (!participle.word || (given && !strcmp(given, "no"))) {
    return ISN_SUCCESS;
  }
  if (features == ISN_FEAT_ACTIVE_PART) {
    const char* const broken = isn_lexeme_get(lexeme, "participle-plural");
    ISN_TRY(st, isn_lexeme_split(lexeme, broken, '|', &plurals));
  }
  return inflect_both_genders(lexeme, participle, plurals, features);
}

static void
restrict_stems(const IsnLexeme* const lexeme, IsnStems* const stems)
{
  if (isn_lexeme_is(lexeme, "object", "no")) {
    stems->takes_object = false;
  }
  if (isn_lexeme_is(lexeme, "passive", "no")) {
    stems->passive_perfect.open = NULL;
    stems->passive_imperfect.open = NULL;
  }
}

IsnStatus
isn_lexeme_inflect_verb(IsnLexeme* const lexeme)
{
  IsnStems stems;
  IsnDerivedNouns derived;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, read_verb(lexeme, &stems, &derived));
  restrict_stems(lexeme, &stems);
  const char* const perfect = isn_lexeme_get(lexeme, "perfect");
  lexeme->lemma = perfect ? perfect : isn_verb_lemma(lexeme->arena, &stems);
  ISN_TRY(st, isn_conjugate(lexeme->arena, &stems, emit_finite, lexeme));
  if (lexeme->is_finite_only) {
    return ISN_SUCCESS;
  }
  ISN_TRY(st,
          inflect_participle(lexeme,
                             "active-participle",
                             derived.active_participle,
                             ISN_FEAT_ACTIVE_PART));
  if (isn_lexeme_is(lexeme, "passive", "no")) {
    derived.passive_participle.word = NULL;
  }
  ISN_TRY(st,
          inflect_participle(lexeme,
                             "passive-participle",
                             derived.passive_participle,
                             ISN_FEAT_PASSIVE_PART));
  return inflect_masdars(lexeme, derived.masdar);
}
