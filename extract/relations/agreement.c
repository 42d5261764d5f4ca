// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/agreement.h"

#include "extract/lexicon/lexicon.h"
#include "extract/relations/focus.h"
#include "extract/relations/referents.h"
#include "extract/word_lists.h"

/// How many mentions back the last of what is meant is looked for.
#define MAX_BACK 200u

#define THINGS                                                                 \
  (ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION) |               \
   ISN_TYPES(ISN_TYPE_INITIATIVE) | ISN_TYPES(ISN_TYPE_AGREEMENT))

/// The only group of a side that took part, or false.
static bool
only_group(const IsnMatch* const match,
           const IsnRef* const ref,
           IsnSpan* const units)
{
  bool at_word = false;
  size_t n = 0;
  for (size_t g = 0; ref->kind == ISN_REF_GROUP && g < ref->n_groups; ++g) {
    IsnSpan span;
    if (isn_match_units(match, ref, g, &span, &at_word)) {
      *units = span;
      ++n;
    }
  }
  return n == 1;
}

static bool
is_thing(const IsnAnnotationSource* const source,
         const IsnMatch* const match,
         const IsnSpan units)
{
  const IsnUnit* const unit = &match->annotated->units[units.begin];
  return units.end == units.begin + 1 && unit->kind == ISN_UNIT_MENTION &&
         ISN_TYPES(source->doc->mentions[unit->index].type) & THINGS;
}

/// «أعمال المؤتمر التي استمرت»: what comes may be said of the noun before.
static bool
is_behind_noun(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnWord* const own = &source->analysis->words[token];
  if (own->n_proclitics || !token ||
      source->doc->tokens[token - 1].kind == ISN_KIND_PUNCTUATION) {
    return false;
  }
  const IsnWord* const before = &source->analysis->words[token - 1];
  if (before->flags & ISN_WORD_ARTICLE) {
    return false;
  }
  for (size_t c = 0; c < before->n_classes; ++c) {
    if (before->classes[c] &
        (ISN_FEAT_PARTICLE | ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT)) {
      return false;
    }
  }
  return true;
}

/// Whether the clause of a verb begins at it, behind a relative pronoun, «قد»,
/// a comma or a conjunction of its own: «منحة قدمتها» speaks of the noun there.
static bool
opens_clause(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnWord* const words = source->analysis->words;
  return words[token].n_proclitics || !token ||
         source->doc->tokens[token - 1].kind == ISN_KIND_PUNCTUATION ||
         isn_str_is(words[token - 1].word, "الذي") ||
         isn_str_is(words[token - 1].word, "التي") ||
         isn_str_is(words[token - 1].word, "قد");
}

/// «الورشة … مشروع …، الممول من»: the gender of what a participle tells to have
/// been paid for, organized and the like.
static IsnGender
participle_gender(const IsnStr word)
{
  for (size_t i = 0; i < isn_words_active_participles.n; ++i) {
    const IsnStr male = isn_words_active_participles.list[i];
    if (isn_str_equal(word, male)) {
      return ISN_GENDER_MALE;
    }
    if (isn_str_starts(word, male) &&
        isn_str_is(isn_str_slice(word, male.n_bytes, word.n_bytes), "ه")) {
      return ISN_GENDER_FEMALE;
    }
  }
  return ISN_GENDER_UNKNOWN;
}

/// The gender that a verb's object, a participle or a relative pronoun gives,
/// else unknown.
static IsnGender
told_gender(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnWord* const word = &source->analysis->words[token];
  if (isn_str_is(word->word, "الذي") || isn_str_is(word->word, "التي")) {
    return isn_str_is(word->word, "الذي") ? ISN_GENDER_MALE : ISN_GENDER_FEMALE;
  }
  for (size_t c = 0; c < word->n_classes && opens_clause(source, token); ++c) {
    if (word->classes[c] & ISN_FEAT_OBJECT) {
      return isn_referents_pronoun_gender(word);
    }
  }
  return participle_gender(word->word);
}

/// The gender of a finite verb's subject, if all its readings agree.
static IsnGender
subject_gender(const IsnWord* const word)
{
  IsnGender gender = ISN_GENDER_UNKNOWN;
  for (size_t c = 0; c < word->n_classes; ++c) {
    const uint32_t features = word->classes[c];
    if (!(features & (ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT))) {
      return ISN_GENDER_UNKNOWN;
    }
    // «هدفت» may be the first person's too
    const bool is_female = features & ISN_FEAT_FEMININE;
    const bool is_unclear = features & (ISN_FEAT_PLURAL | ISN_FEAT_DUAL) ||
                            (!is_female && features & ISN_FEAT_FIRST);
    const IsnGender own = is_unclear  ? ISN_GENDER_UNKNOWN
                          : is_female ? ISN_GENDER_FEMALE
                                      : ISN_GENDER_MALE;
    if (own == ISN_GENDER_UNKNOWN || (c && own != gender)) {
      return ISN_GENDER_UNKNOWN;
    }
    gender = own;
  }
  return gender;
}

static bool
is_relative(const IsnAnnotationSource* const source, const IsnUnit* const unit)
{
  const IsnStr word = source->analysis->words[unit->tokens.begin].word;
  return isn_str_is(word, "الذي") || isn_str_is(word, "التي");
}

/// «من أكبر المشاريع التنموية التي تمولها»: whether the relative pronoun at
/// unit `u`, or before its verb there, tells of several projects.
static bool
is_behind_projects(const IsnAnnotationSource* const source,
                   const IsnUnit* const units,
                   const uint32_t first,
                   uint32_t u)
{
  const uint32_t number =
    isn_image_find_class(source->image, ISN_STR("initiative-noun"));
  u -= u > first && !is_relative(source, &units[u]) &&
       is_relative(source, &units[u - 1]);
  for (uint32_t n = 1; n <= 2 && u >= first + n; ++n) {
    const IsnWord* const word =
      &source->analysis->words[units[u - n].tokens.begin];
    for (size_t c = 0; c < word->n_classes; ++c) {
      if (word->classes[c] >> 16 == number &&
          word->classes[c] & ISN_FEAT_PLURAL) {
        return true;
      }
    }
  }
  return false;
}

/// «المجمع الذي يتخذ من سنغافورة مقرا»: whether the relative pronoun at unit
/// `u` speaks of a mention right before it, not of the thing in front.
static bool
is_of_another(const IsnAnnotationSource* const source,
              const IsnMatch* const match,
              const uint32_t first,
              uint32_t u)
{
  const IsnUnit* const units = match->annotated->units;
  if (is_behind_projects(source, units, first, u)) {
    return true;
  }
  if (!is_relative(source, &units[u])) {
    return false;
  }
  while (u > first && source->doc->tokens[units[u - 1].tokens.begin].kind ==
                        ISN_KIND_PUNCTUATION) {
    --u;
  }
  return u > first && units[u - 1].kind == ISN_UNIT_MENTION;
}

/// «شارك في الورشة، التي تأتي ضمن المشروع الممول من الاتحاد، 75 طبيبا»: a
/// participle tells who paid and held, not who came.
static bool
is_of_comers(const IsnRuleFact* const fact)
{
  return fact->property == ISN_PROP_ATTENDS ||
         fact->property == ISN_PROP_ATTENDEE_COUNT;
}

/// What the words between a thing and its other side say last of its gender.
static IsnGender
gender_between(const IsnAnnotationSource* const source,
               const IsnMatch* const match,
               const IsnRuleFact* const fact,
               const IsnSpan units)
{
  for (uint32_t u = units.end; u-- > units.begin;) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind != ISN_UNIT_WORD) {
      continue;
    }
    const IsnStr word = source->analysis->words[unit->tokens.begin].word;
    if (is_of_comers(fact) && participle_gender(word) != ISN_GENDER_UNKNOWN) {
      continue;
    }
    const IsnGender told = told_gender(source, unit->tokens.begin);
    if (told != ISN_GENDER_UNKNOWN) {
      return is_of_another(source, match, units.begin, u) ? ISN_GENDER_UNKNOWN
                                                          : told;
    }
  }
  return ISN_GENDER_UNKNOWN;
}

/// Whether a participle among `units` tells of something masculine.
static bool
tells_male(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units)
{
  bool is_male = false;
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const uint32_t token = match->annotated->units[u].tokens.begin;
    is_male |=
      participle_gender(source->analysis->words[token].word) == ISN_GENDER_MALE;
  }
  return is_male;
}

/// «أن الورشة الأولى أقيمت في نوفمبر، وأن الورشة تأتي ضمن البرنامج»: whether
/// another clause of what is said, or what is only planned, begins among
/// `units`.
static bool
has_other_clause(const IsnAnnotationSource* const source,
                 const IsnMatch* const match,
                 const IsnSpan units)
{
  const IsnUnit* const all = match->annotated->units;
  for (uint32_t u = units.begin + 1; u < units.end; ++u) {
    const uint32_t token = all[u].tokens.begin;
    bool is_that =
      isn_words_has(&isn_words_and_that, source->analysis->words[token].whole);
    if (is_that &&
        source->doc->tokens[token - 1].kind == ISN_KIND_PUNCTUATION) {
      return true;
    }
  }
  return false;
}

bool
isn_agreement_fails(const IsnAnnotationSource* const source,
                    const IsnMatch* const match,
                    const IsnRuleFact* const fact)
{
  IsnSpan thing;
  IsnSpan other;
  if (!source->analysis || !only_group(match, &fact->subject, &thing) ||
      !only_group(match, &fact->object, &other)) {
    return false;
  }
  if (!is_thing(source, match, thing)) {
    const IsnSpan swapped = thing;
    thing = other;
    other = swapped;
  }
  const IsnUnit* const units = match->annotated->units;
  const IsnSpan between = thing.begin < other.begin
                            ? (IsnSpan){ thing.end, other.begin }
                            : (IsnSpan){ other.end, thing.begin };
  if (is_thing(source, match, thing) &&
      has_other_clause(source, match, between)) {
    return true;
  }
  if (!is_thing(source, match, thing) || other.begin < thing.end) {
    return false;
  }
  const IsnGender own = isn_referents_mention_gender(
    source->doc, &source->doc->mentions[units[thing.begin].index]);
  if (own == ISN_GENDER_UNKNOWN) {
    return false;
  }
  if (is_behind_noun(source, units[thing.begin].tokens.begin)) {
    // «أعمال الورشة لإطلاق مشروع …، الممول من»: of neither
    return own == ISN_GENDER_FEMALE && !is_of_comers(fact) &&
           tells_male(source, match, (IsnSpan){ thing.end, other.begin });
  }
  IsnSpan trigger;
  if (fact->property == ISN_PROP_GOAL &&
      only_group(match, &match->rule->trigger, &trigger) &&
      trigger.begin >= thing.end &&
      units[trigger.begin].kind == ISN_UNIT_WORD) {
    const IsnGender verb = subject_gender(
      &source->analysis->words[units[trigger.begin].tokens.begin]);
    if (verb != ISN_GENDER_UNKNOWN) {
      return verb != own;
    }
  }
  const IsnGender told =
    gender_between(source, match, fact, (IsnSpan){ thing.end, other.begin });
  return told != ISN_GENDER_UNKNOWN && told != own;
}

bool
isn_agreement_clashes(const IsnAnnotationSource* const source,
                      const IsnMatch* const match,
                      const uint32_t entity)
{
  const IsnDocument* const doc = source->doc;
  const IsnUnit* const first = &match->annotated->units[match->units.begin];
  if (!source->analysis || first->kind != ISN_UNIT_WORD) {
    return false;
  }
  const uint32_t token = first->tokens.begin;
  const IsnGender verb = subject_gender(&source->analysis->words[token]);
  size_t i = isn_focus_mentions_before(doc, token);
  for (size_t n = 0; verb != ISN_GENDER_UNKNOWN && i > 0 && n < MAX_BACK; ++n) {
    const IsnMention* const m = &doc->mentions[--i];
    if (m->entity == entity) {
      const IsnGender own = isn_referents_mention_gender(doc, m);
      return own != ISN_GENDER_UNKNOWN && own != verb;
    }
  }
  return false;
}
