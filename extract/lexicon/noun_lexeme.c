// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file noun_lexeme.c A noun's or adjective's entry, alone or as a compound:
/// with adjectives that agree («أمين عام») or a second term («مذكرة تفاهم»).
#include "extract/lexicon/decline.h"
#include "extract/lexicon/lexeme.h"
#include "extract/lexicon/spelling.h"

#include <string.h>

typedef struct {
  IsnLexeme* lexeme;
  IsnFeatures features;
  IsnLexemeList adjectives;
  IsnLexemeList adjective_plurals; ///< Of the masculine, one for each or none
  const char* of;                  ///< «تفاهم», or NULL
  const char* of_definite;         ///< «التفاهم»
  bool is_human; ///< Plurals agree as plurals, not as a feminine singular
} Compound;

/// Number and gender an adjective takes with a noun in `form`.
typedef struct {
  IsnNumber number;
  bool is_feminine;
} Agreement;

static Agreement
agreement(const Compound* const c, const IsnNounForm* const form)
{
  if (form->number == ISN_PLURAL && !c->is_human) {
    return (Agreement){ ISN_SINGULAR, true };
  }
  return (Agreement){ form->number, form->is_feminine };
}

/// Masculine plural of adjective number `i`: broken, or sound by case.
static const char*
masculine_plural(const Compound* const c, const size_t i, const bool is_oblique)
{
  if (i < c->adjective_plurals.n) {
    return c->adjective_plurals.items[i];
  }
  return isn_spelling_join(
    c->lexeme->arena, c->adjectives.items[i], is_oblique ? "ين" : "ون");
}

/// Adjective number `i`, without article.
static const char*
agreed(const Compound* const c,
       const size_t i,
       const Agreement a,
       const bool is_oblique)
{
  IsnArena* const arena = c->lexeme->arena;
  const char* const masculine = c->adjectives.items[i];
  const char* const feminine = isn_noun_feminine(arena, masculine);
  const char* const word = a.is_feminine ? feminine : masculine;
  switch (a.number) {
    case ISN_DUAL:
      return isn_spelling_join(
        arena, isn_noun_dual_stem(arena, word), is_oblique ? "ين" : "ان");
    case ISN_PLURAL:
      return a.is_feminine ? isn_noun_at_plural(arena, feminine)
                           : masculine_plural(c, i, is_oblique);
    default:
      return word;
  }
}

/// The noun's form and its adjectives, in one of two cases.
static IsnStatus
emit_with_adjectives(const Compound* const c,
                     const IsnNounForm* const form,
                     const bool is_oblique)
{
  IsnArena* const arena = c->lexeme->arena;
  const bool is_definite =
    form->state == ISN_STATE_DEFINITE || form->state == ISN_STATE_POSSESSED;
  const char* all = form->word;
  for (size_t i = 0; i < c->adjectives.n; ++i) {
    const Agreement a = agreement(c, form);
    const char* word = agreed(c, i, a, is_oblique);
    const bool has_alef = form->state == ISN_STATE_ACCUSATIVE &&
                          a.number == ISN_SINGULAR && !a.is_feminine;
    word = isn_spelling_join(arena, is_definite ? "ال" : "", word);
    word = isn_spelling_join(arena, word, has_alef ? "ا" : "");
    all = isn_spelling_join(arena, isn_spelling_join(arena, all, " "), word);
  }
  return isn_lexeme_emit(c->lexeme, all, c->features | isn_noun_features(form));
}

/// A second term follows only what can stand in construct.
static IsnStatus
emit_with_second_term(const Compound* const c, const IsnNounForm* const form)
{
  if (form->state != ISN_STATE_BARE && form->state != ISN_STATE_CONSTRUCT) {
    return ISN_SUCCESS;
  }
  IsnArena* const arena = c->lexeme->arena;
  const char* const head = isn_spelling_join(arena, form->word, " ");
  const IsnFeatures features = c->features | isn_noun_features(form);
  IsnStatus st = ISN_SUCCESS;
  if (strcmp(c->of, c->of_definite) != 0) {
    ISN_TRY(st,
            isn_lexeme_emit(
              c->lexeme, isn_spelling_join(arena, head, c->of), features));
  }
  return isn_lexeme_emit(c->lexeme,
                         isn_spelling_join(arena, head, c->of_definite),
                         features | ISN_FEAT_DEFINITE);
}

static IsnStatus
emit_compound(void* const handle, const IsnNounForm* const form)
{
  const Compound* const c = handle;
  if (c->of) {
    return emit_with_second_term(c, form);
  }
  if (!c->adjectives.n) {
    return isn_lexeme_emit(
      c->lexeme, form->word, c->features | isn_noun_features(form));
  }
  if (form->state == ISN_STATE_CONSTRUCT) {
    return ISN_SUCCESS;
  }
  // After a broken plural the adjective alone shows the case
  IsnStatus st = ISN_SUCCESS;
  if (form->grammatical_case != ISN_CASE_OBLIQUE) {
    ISN_TRY(st, emit_with_adjectives(c, form, false));
  }
  return form->grammatical_case != ISN_CASE_NOMINATIVE
           ? emit_with_adjectives(c, form, true)
           : ISN_SUCCESS;
}

/// «تفاهم» made definite: the article goes to its last word.
static const char*
make_definite(IsnArena* const arena, const char* const term)
{
  const char* const blank = strrchr(term, ' ');
  const char* const last = blank ? blank + 1 : term;
  if (isn_str_starts(isn_str(last), ISN_STR("ال"))) {
    return term;
  }
  return isn_arena_print(arena, "%.*sال%s", (int)(last - term), term, last)
    .data;
}

static IsnStatus
read_compound(IsnLexeme* const lexeme, Compound* const c)
{
  IsnStatus st = ISN_SUCCESS;
  memset(c, 0, sizeof(*c));
  c->lexeme = lexeme;
  c->features =
    !strcmp(lexeme->element, "adjective") ? ISN_FEAT_ADJECTIVE : ISN_FEAT_NOUN;
  c->is_human = isn_lexeme_is(lexeme, "human", "yes");
  ISN_TRY(st,
          isn_lexeme_split(
            lexeme, isn_lexeme_get(lexeme, "adjective"), ' ', &c->adjectives));
  ISN_TRY(st,
          isn_lexeme_split(lexeme,
                           isn_lexeme_get(lexeme, "adjective-plural"),
                           ' ',
                           &c->adjective_plurals));
  c->of = isn_lexeme_get(lexeme, "of");
  if (c->of) {
    const char* const given = isn_lexeme_get(lexeme, "of-definite");
    c->of_definite = given ? given : make_definite(lexeme->arena, c->of);
    return c->of_definite ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  return ISN_SUCCESS;
}

/// «أمين عام», «مذكرة تفاهم»: the entry as it is looked up.
static const char*
compound_lemma(const IsnLexeme* const lexeme)
{
  const char* const adjective = isn_lexeme_get(lexeme, "adjective");
  const char* const of = isn_lexeme_get(lexeme, "of");
  if (!adjective && !of) {
    return lexeme->text;
  }
  return isn_arena_print(
           lexeme->arena, "%s %s", lexeme->text, of ? of : adjective)
    .data;
}

/// Before an adjective («أمينها العام») only the common ones.
static unsigned
count_pronouns(const IsnLexeme* const lexeme)
{
  if (isn_lexeme_is(lexeme, "possessed", "no")) {
    return ISN_PRONOUNS_NONE;
  }
  return isn_lexeme_get(lexeme, "adjective") ? ISN_PRONOUNS_COMMON
                                             : ISN_PRONOUNS_ALL;
}

static void
read_noun(const IsnLexeme* const lexeme,
          const IsnLexemeList* const plurals,
          IsnNoun* const noun)
{
  const bool is_plural_only = isn_lexeme_is(lexeme, "singular", "no");
  *noun = (IsnNoun){
    .singular = is_plural_only ? NULL : lexeme->text,
    .plurals = plurals->items,
    .n_plurals = plurals->n,
    .is_feminine = isn_lexeme_is(lexeme, "gender", "f"),
    .is_defective = isn_lexeme_is(lexeme, "defective", "yes"),
    .has_dual = !isn_lexeme_is(lexeme, "dual", "no"),
    .has_nisba = isn_lexeme_is(lexeme, "nisba", "yes"),
    .n_pronouns = count_pronouns(lexeme),
    .has_alef = !isn_lexeme_is(lexeme, "tanwin", "no"),
    .plural_has_alef = !isn_lexeme_is(lexeme, "plural-tanwin", "no"),
    .plural_is_broken = isn_lexeme_is(lexeme, "broken", "yes"),
  };
}

/// The feminine counterpart: «أمينة» of «أمين», with its plural in ات.
static IsnStatus
inflect_feminine(Compound* const c, const char* const feminine)
{
  IsnArena* const arena = c->lexeme->arena;
  const char* const plural = isn_noun_at_plural(arena, feminine);
  const IsnNoun noun = {
    .singular = feminine,
    .plurals = &plural,
    .n_plurals = 1,
    .is_feminine = true,
    .has_dual = !isn_lexeme_is(c->lexeme, "dual", "no"),
    .n_pronouns = count_pronouns(c->lexeme),
    .has_alef = true,
  };
  return plural ? isn_decline(arena, &noun, emit_compound, c)
                : ISN_ERR_NO_MEMORY;
}

/// Plurals as given; an adjective without any has the sound one.
static IsnStatus
read_plurals(const IsnLexeme* const lexeme, IsnLexemeList* const plurals)
{
  const char* const given = isn_lexeme_get(lexeme, "plural");
  const char* value = given;
  if (isn_lexeme_is(lexeme, "singular", "no")) {
    value = lexeme->text;
  } else if (!given && !strcmp(lexeme->element, "adjective")) {
    value = isn_noun_sound_plural(lexeme->arena, lexeme->text, false);
  }
  return isn_lexeme_split(lexeme, value, '|', plurals);
}

IsnStatus
isn_lexeme_inflect_noun(IsnLexeme* const lexeme)
{
  Compound compound;
  IsnNoun noun;
  IsnLexemeList plurals;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, read_compound(lexeme, &compound));
  ISN_TRY(st, read_plurals(lexeme, &plurals));
  read_noun(lexeme, &plurals, &noun);
  lexeme->lemma = compound_lemma(lexeme);
  ISN_TRY(st, isn_decline(lexeme->arena, &noun, emit_compound, &compound));
  const char* feminine = isn_lexeme_get(lexeme, "feminine");
  if (!feminine && !strcmp(lexeme->element, "adjective")) {
    feminine = isn_noun_feminine(lexeme->arena, lexeme->text);
  }
  return feminine ? inflect_feminine(&compound, feminine) : ISN_SUCCESS;
}
