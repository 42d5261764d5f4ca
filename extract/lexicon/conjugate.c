// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/conjugate.h"

#include <string.h>

enum { N_SEEN = 64 };

/// What is handed to every step; `seen` are the active forms of one tense.
typedef struct {
  IsnArena* arena;
  IsnWordFunc func;
  void* handle;
  IsnFeatures features; ///< Of the tense and voice in work
  const char* seen[N_SEEN];
  size_t n_seen;
} Conjugation;

typedef enum { MS, FS, MD, FD, MP, FP, S1, P1, N_PERSONS } Person;

typedef enum { INDICATIVE, JUSSIVE, N_MOODS } Mood;

static const IsnFeatures person_features[N_PERSONS] = {
  0,
  ISN_FEAT_FEMININE,
  ISN_FEAT_DUAL,
  ISN_FEAT_DUAL | ISN_FEAT_FEMININE,
  ISN_FEAT_PLURAL,
  ISN_FEAT_PLURAL | ISN_FEAT_FEMININE,
  ISN_FEAT_FIRST,
  ISN_FEAT_FIRST | ISN_FEAT_PLURAL,
};

static const char* const person_prefixes[N_PERSONS] = { "y", "t", "y", "t",
                                                        "y", "y", "'", "n" };

/// By ending (IsnEnding) and person.
static const char* const perfect_suffixes[][N_PERSONS] = {
  { "a", "at", "A", "atA", "UO", "na", "tu", "nA" },
  { "Y", "at", "ayA", "atA", "awO", "ayna", "aytu", "aynA" },
  { "A", "at", "awA", "atA", "awO", "awna", "awtu", "awnA" },
  { "iya", "iyat", "iyA", "iyatA", "UO", "Ina", "Itu", "InA" },
  { "A", "at", "awA", "atA", "awO", "awna", "awtu", "awnA" },
};

static const char* const indicative_suffixes[][N_PERSONS] = {
  { "u", "u", "Ani", "Ani", "Una", "na", "u", "u" },
  { "Y", "Y", "ayAni", "ayAni", "awna", "ayna", "Y", "Y" },
  { "Y", "Y", "ayAni", "ayAni", "awna", "ayna", "Y", "Y" },
  { "I", "I", "iyAni", "iyAni", "Una", "Ina", "I", "I" },
  { "U", "U", "uwAni", "uwAni", "Una", "Una", "U", "U" },
};

/// Jussive, whose dual and plural are the subjunctive's too; NULL: as above
/// or not wanted.
static const char* const jussive_suffixes[][N_PERSONS] = {
  { "", "", "A", "A", "UO", NULL, NULL, NULL },
  { "a", "a", "ayA", "ayA", "awO", NULL, NULL, NULL },
  { "a", "a", "ayA", "ayA", "awO", NULL, NULL, NULL },
  { "i", "i", "iyA", "iyA", "UO", NULL, NULL, NULL },
  { "u", "u", "uwA", "uwA", "UO", NULL, NULL, NULL },
};

/// Object pronouns; the first three go with every person, all with the
/// third persons that news is made of.
static const char* const pronouns[] = { "hu", "hA",  "hum", "humA", "hunna",
                                        "ka", "kum", "nA",  "nI" };
enum { N_COMMON_PRONOUNS = 3, N_PRONOUNS = 9 };

static bool
is_seen(const Conjugation* const c, const char* const word)
{
  for (size_t i = 0; i < c->n_seen; ++i) {
    if (!strcmp(c->seen[i], word)) {
      return true;
    }
  }
  return false;
}

static IsnStatus
emit_spelling(Conjugation* const c,
              const char* const sounds,
              const IsnSpelling spelling,
              const IsnFeatures features)
{
  const char* const word = isn_spelling_write(c->arena, sounds, spelling);
  if (!word) {
    return ISN_ERR_NO_MEMORY;
  }
  if (features & ISN_FEAT_PASSIVE) {
    if (is_seen(c, word)) {
      return ISN_SUCCESS;
    }
  } else if (!(features & ISN_FEAT_OBJECT) && c->n_seen < N_SEEN) {
    c->seen[c->n_seen++] = word;
  }
  return c->func(c->handle, word, features);
}

/// Spell `sounds` in its one or two ways.
static IsnStatus
emit(Conjugation* const c, const char* const sounds, const IsnFeatures features)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, emit_spelling(c, sounds, ISN_SPELLING_USUAL, features));
  return sounds && strchr(sounds, '\'')
           ? emit_spelling(c, sounds, ISN_SPELLING_OTHER, features)
           : ISN_SUCCESS;
}

/// How many object pronouns a person takes in a mood or tense.
///
/// A jussive that lost its end takes the common ones: «تر» and «ك» are «ترك».
static size_t
count_pronouns(const bool takes_object, const Person person, const bool is_cut)
{
  if (!takes_object) {
    return 0;
  }
  const bool is_common = person == MS || person == FS || person == MP;
  return is_common && !is_cut ? N_PRONOUNS : N_COMMON_PRONOUNS;
}

/// The form with each object pronoun: «مولوا» loses its alef, «مولوها».
static IsnStatus
emit_objects(Conjugation* const c,
             const char* const sounds,
             const size_t n,
             const IsnFeatures features)
{
  const size_t n_sounds = sounds ? strlen(sounds) : 0;
  if (!n_sounds) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnStr base = { sounds, n_sounds - (sounds[n_sounds - 1] == 'O') };
  const char* const stem = isn_arena_copy(c->arena, base).data;
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < n; ++i) {
    const char* const with = isn_spelling_join(c->arena, stem, pronouns[i]);
    ISN_TRY(st, emit(c, with, features | ISN_FEAT_OBJECT));
  }
  return st;
}

static IsnStatus
emit_person(Conjugation* const c,
            const char* const sounds,
            const Person person,
            const size_t n_objects)
{
  const IsnFeatures features = c->features | person_features[person];
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, emit(c, sounds, features));
  return n_objects ? emit_objects(c, sounds, n_objects, features) : ISN_SUCCESS;
}

static bool
is_consonant_suffix(const char* const suffix)
{
  return suffix[0] == 'n' || suffix[0] == 't';
}

static IsnStatus
conjugate_perfect(Conjugation* const c,
                  const IsnStem* const stem,
                  const bool with_objects)
{
  IsnStatus st = ISN_SUCCESS;
  const bool is_passive = c->features & ISN_FEAT_PASSIVE;
  for (Person p = MS; stem->open && p < (is_passive ? S1 : N_PERSONS); ++p) {
    const char* const suffix = perfect_suffixes[stem->ending][p];
    const char* const base =
      is_consonant_suffix(suffix) ? stem->closed : stem->open;
    const char* const sounds = isn_spelling_join(c->arena, base, suffix);
    const size_t n_objects = count_pronouns(with_objects, p, false);
    ISN_TRY(st, emit_person(c, sounds, p, n_objects));
  }
  return st;
}

/// Prefix, stem and suffix; the long stem before a vowel, and in a jussive
/// that only a hollow root shortens («يقل», but «يعد» of the doubled).
static const char*
imperfect_sounds(IsnArena* const arena,
                 const IsnStem* const stem,
                 const char prefix_vowel,
                 const Person person,
                 const char* const suffix)
{
  const bool is_short =
    is_consonant_suffix(suffix) || (!suffix[0] && stem->is_hollow);
  const char* const base = is_short ? stem->closed : stem->open;
  if (!base) {
    return NULL;
  }
  return isn_arena_print(arena,
                         "%s%c%s%s",
                         person_prefixes[person],
                         prefix_vowel,
                         base,
                         suffix)
    .data;
}

static IsnStatus
conjugate_imperfect(Conjugation* const c,
                    const IsnStem* const stem,
                    const char prefix_vowel,
                    const bool with_objects)
{
  const char* const* const moods[] = { indicative_suffixes[stem->ending],
                                       jussive_suffixes[stem->ending] };
  IsnStatus st = ISN_SUCCESS;
  const bool is_passive = c->features & ISN_FEAT_PASSIVE;
  for (Mood m = INDICATIVE; stem->open && m < N_MOODS; ++m) {
    for (Person p = MS; p < (is_passive ? S1 : N_PERSONS); ++p) {
      if (!moods[m][p]) {
        continue;
      }
      const char* const sounds =
        imperfect_sounds(c->arena, stem, prefix_vowel, p, moods[m][p]);
      const size_t n_objects =
        count_pronouns(with_objects, p, m == JUSSIVE && (p == MS || p == FS));
      ISN_TRY(st, emit_person(c, sounds, p, n_objects));
    }
  }
  return st;
}

IsnStatus
isn_conjugate(IsnArena* const arena,
              const IsnStems* const stems,
              const IsnWordFunc func,
              void* const handle)
{
  Conjugation c = { arena, func, handle, ISN_FEAT_PERFECT, { 0 }, 0 };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, conjugate_perfect(&c, &stems->perfect, stems->takes_object));
  c.features |= ISN_FEAT_PASSIVE;
  ISN_TRY(st, conjugate_perfect(&c, &stems->passive_perfect, false));

  c.n_seen = 0;
  c.features = ISN_FEAT_IMPERFECT;
  ISN_TRY(st,
          conjugate_imperfect(
            &c, &stems->imperfect, stems->prefix_vowel, stems->takes_object));
  c.features |= ISN_FEAT_PASSIVE;
  return conjugate_imperfect(&c, &stems->passive_imperfect, 'u', false);
}

const char*
isn_verb_lemma(IsnArena* const arena, const IsnStems* const stems)
{
  const char* const sounds = isn_spelling_join(
    arena, stems->perfect.open, perfect_suffixes[stems->perfect.ending][MS]);
  return isn_spelling_write(arena, sounds, ISN_SPELLING_USUAL);
}
