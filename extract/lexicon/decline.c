// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/decline.h"

#include "extract/lexicon/spelling.h"

#include <string.h>

/// Possessive pronouns; «ي» is left out, as the nisba looks the same.
static const char* const pronouns[] = { "ه",   "ها", "هم", "نا",
                                        "هما", "هن", "ك",  "كم" };

typedef struct {
  IsnArena* arena;
  const IsnNoun* noun;
  IsnNounFunc func;
  void* handle;
} Declension;

/// Whether the letter before the last joins the last («شيء», not «جزء»).
static bool
joins_last(const char* const word)
{
  static const char* const apart[] = { "ا", "د", "ذ", "ر", "ز", "و", "آ" };
  const size_t n = strlen(word);
  for (size_t i = 0; n >= 4 && i < sizeof(apart) / sizeof(apart[0]); ++i) {
    if (!strncmp(word + n - 4, apart[i], 2)) {
      return false;
    }
  }
  return n >= 4;
}

/// `word` with its last letter replaced.
static const char*
replace_last(IsnArena* const arena,
             const char* const word,
             const char* const letters)
{
  return isn_spelling_join(arena, isn_spelling_cut(arena, word, 1), letters);
}

/// `word` and a suffix beginning with alef: «جزءا», «عبئا», «مبدآ».
static const char*
join_alef(IsnArena* const arena, const char* const word, const char* suffix)
{
  if (isn_spelling_ends(word, "أ")) {
    return isn_spelling_join(arena, replace_last(arena, word, "آ"), suffix + 2);
  }
  if (isn_spelling_ends(word, "ء") && joins_last(word)) {
    return isn_spelling_join(arena, replace_last(arena, word, "ئ"), suffix);
  }
  return isn_spelling_join(arena, word, suffix);
}

static bool
takes_alef(const char* const word)
{
  static const char* const ends[] = { "ة", "اء", "أ", "ى", "ا" };
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); ++i) {
    if (isn_spelling_ends(word, ends[i])) {
      return false;
    }
  }
  return true;
}

/// Broken plurals of the patterns مكاتب and مشاريع take no tanwin.
static bool
is_diptote_plural(const char* const word)
{
  const size_t n = strlen(word) / 2;
  if (n < 5 || strncmp(word + 4, "ا", 2) != 0) {
    return false;
  }
  return n == 5 || (n == 6 && !strncmp(word + 8, "ي", 2));
}

static IsnStatus
emit(const Declension* const d, IsnNounForm form, const char* const word)
{
  form.word = word;
  return word ? d->func(d->handle, &form) : ISN_ERR_NO_MEMORY;
}

static IsnStatus
emit_state(const Declension* const d,
           IsnNounForm form,
           const IsnState state,
           const char* const word)
{
  form.state = state;
  return emit(d, form, word);
}

static IsnStatus
emit_definite(const Declension* const d,
              const IsnNounForm form,
              const char* const word)
{
  return emit_state(
    d, form, ISN_STATE_DEFINITE, isn_spelling_join(d->arena, "ال", word));
}

static IsnStatus
emit_pronouns(const Declension* const d,
              const IsnNounForm form,
              const char* const stem)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < d->noun->n_pronouns; ++i) {
    ISN_TRY(st,
            emit_state(d,
                       form,
                       ISN_STATE_POSSESSED,
                       isn_spelling_join(d->arena, stem, pronouns[i])));
  }
  return st;
}

/// Stems before a pronoun, by case where a final hamza shows it («لقاءه»,
/// «لقاؤه», «لقائه»); returns how many.
static unsigned
possessed_stems(IsnArena* const arena,
                const char* const word,
                const char* stems[3])
{
  stems[0] = word;
  if (isn_spelling_ends(word, "ة")) {
    stems[0] = replace_last(arena, word, "ت");
    return 1;
  }
  if (isn_spelling_ends(word, "ى")) {
    stems[0] = replace_last(arena, word, "ا");
    return 1;
  }
  if (!isn_spelling_ends(word, "ء") && !isn_spelling_ends(word, "أ")) {
    return 1;
  }
  stems[1] = replace_last(arena, word, "ؤ");
  stems[2] = replace_last(arena, word, "ئ");
  if (isn_spelling_ends(word, "ء") && joins_last(word)) {
    stems[0] = stems[2];
    return 2;
  }
  return 3;
}

static IsnStatus
emit_possessed(const Declension* const d,
               const IsnNounForm form,
               const char* const word)
{
  const char* stems[3];
  const unsigned n = possessed_stems(d->arena, word, stems);
  IsnStatus st = ISN_SUCCESS;
  for (unsigned i = 0; i < n; ++i) {
    ISN_TRY(st, emit_pronouns(d, form, stems[i]));
  }
  return st;
}

/// Singular, broken plural or plural in ات: one stem in all cases.
static IsnStatus
decline_one_stem(const Declension* const d,
                 const IsnNounForm form,
                 const char* const word,
                 const bool is_defective,
                 const bool has_alef)
{
  IsnStatus st = ISN_SUCCESS;
  if (is_defective) {
    ISN_TRY(
      st,
      emit_state(
        d, form, ISN_STATE_INDEFINITE, isn_spelling_cut(d->arena, word, 1)));
    ISN_TRY(st, emit_state(d, form, ISN_STATE_CONSTRUCT, word));
  } else {
    ISN_TRY(st, emit_state(d, form, ISN_STATE_BARE, word));
  }
  if (has_alef && takes_alef(word)) {
    ISN_TRY(st,
            emit_state(
              d, form, ISN_STATE_ACCUSATIVE, join_alef(d->arena, word, "ا")));
  }
  ISN_TRY(st, emit_definite(d, form, word));
  return emit_possessed(d, form, word);
}

/// The two cases of dual or sound plural: «ممثلون» and «ممثلين».
static IsnStatus
decline_two_cases(const Declension* const d,
                  IsnNounForm form,
                  const char* const stem,
                  const char* const letter,
                  const bool is_nominative)
{
  form.grammatical_case =
    is_nominative ? ISN_CASE_NOMINATIVE : ISN_CASE_OBLIQUE;
  const char* const construct = !strcmp(letter, "ا")
                                  ? join_alef(d->arena, stem, letter)
                                  : isn_spelling_join(d->arena, stem, letter);
  const char* const full = isn_spelling_join(d->arena, construct, "ن");
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, emit_state(d, form, ISN_STATE_INDEFINITE, full));
  ISN_TRY(st, emit_definite(d, form, full));
  if (is_nominative || !d->noun->has_nisba) {
    ISN_TRY(st, emit_state(d, form, ISN_STATE_CONSTRUCT, construct));
  }
  // Duals with pronouns are rare, and «مشروعيه» too near to «مشروعية»
  return form.number == ISN_PLURAL ? emit_pronouns(d, form, construct)
                                   : ISN_SUCCESS;
}

static IsnStatus
decline_dual(const Declension* const d, IsnNounForm form)
{
  const char* const word = d->noun->singular;
  const char* const stem = isn_noun_dual_stem(d->arena, word);
  form.number = ISN_DUAL;
  if (!stem) {
    return ISN_SUCCESS;
  }
  const char* const oblique = isn_spelling_ends(stem, "ء") && joins_last(stem)
                                ? replace_last(d->arena, stem, "ئ")
                                : stem;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, decline_two_cases(d, form, stem, "ا", true));
  return decline_two_cases(d, form, oblique, "ي", false);
}

/// «ممثلون», but not «شؤون»: what is left is the singular.
static bool
is_sound_masculine(const IsnNoun* const noun, const char* const plural)
{
  if (noun->plural_is_broken || !isn_spelling_ends(plural, "ون")) {
    return false;
  }
  if (!noun->singular) {
    return true;
  }
  const size_t n_stem = strlen(plural) - 4;
  const size_t n_singular = strlen(noun->singular);
  const bool cuts =
    noun->is_defective || isn_spelling_ends(noun->singular, "ى");
  return n_stem + (cuts ? 2 : 0) == n_singular &&
         !strncmp(plural, noun->singular, n_stem);
}

/// «أراضي», «نوادي»: broken plurals that lose their last letter.
static bool
is_defective_plural(const char* const plural)
{
  return is_diptote_plural(plural) && strlen(plural) == 10 &&
         isn_spelling_ends(plural, "ي");
}

static IsnStatus
decline_plural(const Declension* const d,
               IsnNounForm form,
               const char* const plural)
{
  form.number = ISN_PLURAL;
  if (is_sound_masculine(d->noun, plural)) {
    const char* const stem = isn_spelling_cut(d->arena, plural, 2);
    form.is_sound_plural = true;
    IsnStatus st = ISN_SUCCESS;
    ISN_TRY(st, decline_two_cases(d, form, stem, "و", true));
    return decline_two_cases(d, form, stem, "ي", false);
  }
  form.is_feminine = form.is_feminine && isn_spelling_ends(plural, "ات");
  const bool has_alef = d->noun->plural_has_alef &&
                        !is_diptote_plural(plural) &&
                        !isn_spelling_ends(plural, "ات");
  return decline_one_stem(
    d, form, plural, is_defective_plural(plural), has_alef);
}

IsnStatus
isn_decline(IsnArena* const arena,
            const IsnNoun* const noun,
            const IsnNounFunc func,
            void* const handle)
{
  const Declension d = { arena, noun, func, handle };
  IsnNounForm form = { 0 };
  form.is_feminine =
    noun->is_feminine || isn_spelling_ends(noun->singular, "ة");
  IsnStatus st = ISN_SUCCESS;
  if (noun->singular) {
    ISN_TRY(st,
            decline_one_stem(
              &d, form, noun->singular, noun->is_defective, noun->has_alef));
    if (noun->has_dual) {
      ISN_TRY(st, decline_dual(&d, form));
    }
  }
  for (size_t i = 0; i < noun->n_plurals; ++i) {
    ISN_TRY(st, decline_plural(&d, form, noun->plurals[i]));
  }
  return st;
}

IsnFeatures
isn_noun_features(const IsnNounForm* const form)
{
  IsnFeatures features = 0;
  features |= form->is_feminine ? ISN_FEAT_FEMININE : 0u;
  features |= form->number == ISN_DUAL ? ISN_FEAT_DUAL : 0u;
  features |= form->number == ISN_PLURAL ? ISN_FEAT_PLURAL : 0u;
  features |= form->state == ISN_STATE_DEFINITE ? ISN_FEAT_DEFINITE : 0u;
  features |= form->state == ISN_STATE_POSSESSED ? ISN_FEAT_POSSESSED : 0u;
  return features;
}

const char*
isn_noun_feminine(IsnArena* const arena, const char* const masculine)
{
  if (isn_spelling_ends(masculine, "ى")) {
    return replace_last(arena, masculine, "اة");
  }
  if (isn_spelling_ends(masculine, "ء") && joins_last(masculine)) {
    return replace_last(arena, masculine, "ئة");
  }
  return isn_spelling_join(arena, masculine, "ة");
}

const char*
isn_noun_at_plural(IsnArena* const arena, const char* const singular)
{
  if (isn_spelling_ends(singular, "اة")) {
    return isn_spelling_join(
      arena, isn_spelling_cut(arena, singular, 2), "يات");
  }
  if (isn_spelling_ends(singular, "ة")) {
    return replace_last(arena, singular, "ات");
  }
  if (isn_spelling_ends(singular, "ى")) {
    return replace_last(arena, singular, "يات");
  }
  return join_alef(arena, singular, "ات");
}

const char*
isn_noun_sound_plural(IsnArena* const arena,
                      const char* const singular,
                      const bool is_defective)
{
  if (isn_spelling_ends(singular, "ة")) {
    return isn_noun_at_plural(arena, singular);
  }
  if (is_defective || isn_spelling_ends(singular, "ى")) {
    return replace_last(arena, singular, "ون");
  }
  return isn_spelling_join(arena, singular, "ون");
}

const char*
isn_noun_dual_stem(IsnArena* const arena, const char* const singular)
{
  if (isn_spelling_ends(singular, "ة")) {
    return replace_last(arena, singular, "ت");
  }
  if (isn_spelling_ends(singular, "ى")) {
    return replace_last(arena, singular, "ي");
  }
  return isn_spelling_ends(singular, "ا") ? NULL : singular;
}
