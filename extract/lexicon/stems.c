// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file stems.c From a root, or a spelled verb, to stems and verbal nouns.
#include "extract/lexicon/conjugate.h"

#include <string.h>

static IsnEnding
perfect_ending(const IsnRooted* const verb)
{
  if (verb->kind != ISN_ROOT_DEFECTIVE) {
    return ISN_ENDING_STRONG;
  }
  if (verb->form != 1) {
    return ISN_ENDING_AYA;
  }
  if (verb->vowels[0] == 'i') {
    return ISN_ENDING_IYA;
  }
  return verb->root.radicals[2] == 'w' ? ISN_ENDING_AWA : ISN_ENDING_AYA;
}

static IsnEnding
imperfect_ending(const IsnRooted* const verb)
{
  if (verb->kind != ISN_ROOT_DEFECTIVE) {
    return ISN_ENDING_STRONG;
  }
  if (verb->form == 5 || verb->form == 6) {
    return ISN_ENDING_AYA;
  }
  if (verb->form != 1) {
    return ISN_ENDING_IYA;
  }
  return verb->vowels[1] == 'u'   ? ISN_ENDING_UWA
         : verb->vowels[1] == 'i' ? ISN_ENDING_IYA
                                  : ISN_ENDING_AYA;
}

/// «يصل» from وصل: form I drops a first w, but not of «ودّ» or «وجل».
static bool
drops_first(const IsnRooted* const verb)
{
  return verb->form == 1 && verb->root.radicals[0] == 'w' &&
         verb->kind != ISN_ROOT_DOUBLED &&
         (verb->vowels[1] == 'i' || verb->vowels[0] == 'a');
}

static IsnStem
fill_stem(IsnArena* const arena,
          const IsnRooted* const verb,
          const char* const patterns[2],
          const IsnEnding ending)
{
  return (IsnStem){ isn_pattern_fill(arena, verb, patterns[0]),
                    isn_pattern_fill(arena, verb, patterns[1]),
                    ending,
                    verb->kind == ISN_ROOT_HOLLOW };
}

IsnStatus
isn_stems_from_root(IsnArena* const arena,
                    const IsnRooted* const verb,
                    IsnStems* const stems)
{
  const IsnPattern* const p = isn_pattern_find(verb);
  if (!p) {
    return ISN_ERR_RULES;
  }
  const bool is_defective = verb->kind == ISN_ROOT_DEFECTIVE;
  memset(stems, 0, sizeof(*stems));
  stems->prefix_vowel = p->prefix_vowel;
  stems->takes_object = verb->form != 7 && verb->form != 14;
  stems->perfect = fill_stem(arena, verb, p->perfect, perfect_ending(verb));
  stems->imperfect =
    fill_stem(arena, verb, p->imperfect, imperfect_ending(verb));
  stems->passive_perfect =
    fill_stem(arena,
              verb,
              p->passive_perfect,
              is_defective ? ISN_ENDING_IYA : ISN_ENDING_STRONG);
  stems->passive_imperfect =
    fill_stem(arena,
              verb,
              p->passive_imperfect,
              is_defective ? ISN_ENDING_AYA : ISN_ENDING_STRONG);
  if (verb->form == 1 && verb->kind == ISN_ROOT_HOLLOW &&
      verb->vowels[1] != 'u') {
    stems->perfect.closed = stems->passive_perfect.closed; // «نلت», «شئت»
  }
  if (drops_first(verb) && stems->imperfect.open && stems->imperfect.closed) {
    ++stems->imperfect.open;
    ++stems->imperfect.closed;
  }
  return stems->perfect.open && stems->imperfect.open ? ISN_SUCCESS
                                                      : ISN_ERR_NO_MEMORY;
}

/// Cut the ending off a spelled stem and, of a hollow one, the middle alef.
static IsnStem
spelled_stem(IsnArena* const arena, const char* const word, const bool hollow)
{
  static const struct {
    const char* letter;
    IsnEnding ending;
  } ends[] = { { "ى", ISN_ENDING_AYA },
               { "ي", ISN_ENDING_IYA },
               { "و", ISN_ENDING_UWA } };
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); ++i) {
    if (isn_spelling_ends(word, ends[i].letter)) {
      const char* const stem = isn_spelling_cut(arena, word, 1);
      return (IsnStem){ stem, stem, ends[i].ending, false };
    }
  }
  const char* closed = word;
  if (hollow) {
    const char* const last = word + strlen(word) - 2;
    closed = isn_spelling_join(arena, isn_spelling_cut(arena, word, 2), last);
  }
  return (IsnStem){ word, closed, ISN_ENDING_STRONG, hollow };
}

/// «قال», «أشار»: the last letter but one is an alef, not of form III or VI.
static bool
is_hollow_spelling(const IsnStr perfect, const IsnStr imperfect)
{
  if (perfect.n_bytes < 6 || imperfect.n_bytes < 6) {
    return false;
  }
  const IsnStr middle =
    isn_str_slice(perfect, perfect.n_bytes - 4, perfect.n_bytes - 2);
  const IsnStr other =
    isn_str_slice(imperfect, imperfect.n_bytes - 4, imperfect.n_bytes - 2);
  return isn_str_is(middle, "ا") &&
         (isn_str_is(other, "ا") || isn_str_is(other, "و") ||
          isn_str_is(other, "ي"));
}

IsnStatus
isn_stems_from_spelling(IsnArena* const arena,
                        const IsnStr perfect,
                        const IsnStr imperfect,
                        IsnStems* const stems)
{
  memset(stems, 0, sizeof(*stems));
  if (perfect.n_bytes < 4 || imperfect.n_bytes < 4 ||
      !isn_str_starts(imperfect, ISN_STR("ي"))) {
    return ISN_ERR_RULES;
  }
  const bool hollow = is_hollow_spelling(perfect, imperfect);
  const char* const past = isn_arena_copy(arena, perfect).data;
  const char* const present =
    isn_arena_copy(arena, isn_str_slice(imperfect, 2, imperfect.n_bytes)).data;
  if (!past || !present) {
    return ISN_ERR_NO_MEMORY;
  }
  stems->perfect = spelled_stem(arena, past, hollow);
  stems->imperfect = spelled_stem(arena, present, hollow);
  stems->prefix_vowel = 'a';
  stems->takes_object = true;
  return stems->perfect.closed && stems->imperfect.closed ? ISN_SUCCESS
                                                          : ISN_ERR_NO_MEMORY;
}

static IsnDerived
derive(IsnArena* const arena,
       const IsnRooted* const verb,
       const char* const pattern,
       const char* const ending)
{
  if (!pattern) {
    return (IsnDerived){ NULL, false };
  }
  const char* const sounds =
    isn_spelling_join(arena, isn_pattern_fill(arena, verb, pattern), ending);
  return (IsnDerived){
    isn_spelling_write(arena, sounds, ISN_SPELLING_USUAL),
    isn_spelling_ends(sounds, "I"),
  };
}

IsnStatus
isn_derive_nouns(IsnArena* const arena,
                 const IsnRooted* const verb,
                 IsnDerivedNouns* const derived)
{
  const IsnPattern* const p = isn_pattern_find(verb);
  memset(derived, 0, sizeof(*derived));
  if (!p) {
    return ISN_ERR_RULES;
  }
  const bool is_defective = verb->kind == ISN_ROOT_DEFECTIVE;
  const char* passive_end = is_defective ? "Y" : "";
  if (is_defective && verb->form == 1) {
    passive_end = verb->root.radicals[2] == 'w' ? "uww" : "iyy";
  }
  // «جاءٍ» and its like are too irregular, and too rare, for a rule
  const bool is_odd = verb->kind == ISN_ROOT_HOLLOW && verb->form == 1 &&
                      verb->root.radicals[2] == '\'';
  const char* masdar = p->masdar;
  if (verb->form == 2 && verb->root.radicals[2] == '\'') {
    masdar = "ta12i3ap"; // «تعبئة»
  }
  if (!is_odd) {
    derived->active_participle =
      derive(arena, verb, p->active_participle, is_defective ? "I" : "");
    derived->passive_participle =
      derive(arena, verb, p->passive_participle, passive_end);
  }
  derived->masdar = derive(arena, verb, masdar, "");
  return ISN_SUCCESS;
}
