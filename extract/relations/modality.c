// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/modality.h"

/// One match under judgement.
typedef struct {
  const IsnMatch* match;
  const IsnAnnotationSource* source;
  const IsnClauseUnit* units;
  IsnSpan span; ///< Units that say the fact
  IsnMood mood;
  bool has_predicate;
  bool has_perfect;
} Judgement;

/// Whether unit `u` lies in words that a fact only quotes: a goal, a title.
static bool
is_quoted(const IsnMatch* const match, const uint32_t u)
{
  for (size_t f = 0; f < match->rule->n_facts; ++f) {
    const IsnRuleFact* const fact = &match->rule->facts[f];
    if (isn_property_info(fact->property)->value != ISN_VALUE_TEXT) {
      continue;
    }
    IsnSpan units;
    bool at_word = false;
    for (size_t g = 0; g < fact->object.n_groups; ++g) {
      if (isn_match_units(match, &fact->object, g, &units, &at_word) &&
          units.begin <= u && u < units.end) {
        return true;
      }
    }
  }
  return false;
}

static void
widen(IsnSpan* const span, const IsnSpan units)
{
  const bool is_empty = span->begin == span->end;
  if (is_empty || units.begin < span->begin) {
    span->begin = units.begin;
  }
  if (is_empty || units.end > span->end) {
    span->end = units.end;
  }
}

static void
widen_by(const IsnMatch* const match, const IsnRef* const ref, IsnSpan* span)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < ref->n_groups; ++g) {
    if (isn_match_units(match, ref, g, &units, &at_word)) {
      widen(span, units);
    }
  }
}

/// From the first to the last word that the facts are made of; from the
/// match's first word if that is a verb, or from the rule's trigger.
static IsnSpan
find_span(const Judgement* const j)
{
  const IsnMatch* const match = j->match;
  IsnSpan span = { 0, 0 };
  IsnSpan trigger = { 0, 0 };
  for (size_t f = 0; f < match->rule->n_facts; ++f) {
    widen_by(match, &match->rule->facts[f].subject, &span);
    widen_by(match, &match->rule->facts[f].object, &span);
  }
  widen_by(match, &match->rule->trigger, &trigger);
  if (trigger.begin < trigger.end) {
    return trigger;
  }
  if (span.begin == span.end) {
    return match->units;
  }
  const uint32_t first = j->units[match->units.begin].parts;
  if (first & (ISN_PART_FINITE | ISN_PART_MASDAR | ISN_PART_PARTICIPLE)) {
    span.begin = match->units.begin;
  }
  return span;
}

/// «برنامج لرعاية المسنين تموله السويد»: whether a verb of the same span tells
/// the fact, so that the purpose in front of it is only the thing's name.
static bool
has_verb_after(const Judgement* const j, const uint32_t unit)
{
  for (uint32_t u = unit + 1u; u < j->span.end; ++u) {
    if ((j->units[u].parts & ISN_PART_FINITE) &&
        !(j->units[u].parts & ISN_PART_COPULA) && !is_quoted(j->match, u)) {
      return true;
    }
  }
  return false;
}

/// What is said at unit `u`.
static void
hear(Judgement* const j, const uint32_t u, const bool is_predicate)
{
  const IsnClauseUnit* const unit = &j->units[u];
  IsnMood mood = unit->mood;
  const bool is_perfect = (unit->parts & ISN_PART_FINITE) == ISN_PART_PERFECT;
  if (is_predicate && unit->has_condition_after && !is_perfect &&
      mood < ISN_MOOD_POSSIBLE) {
    mood = ISN_MOOD_POSSIBLE;
  }
  // «لتوقيع»: the purpose of something else
  if (is_predicate && !j->has_predicate && (unit->parts & ISN_PART_FOR) &&
      !(unit->parts & ISN_PART_FINITE) && mood < ISN_MOOD_SOFT) {
    if (has_verb_after(j, u)) {
      return;
    }
    mood = ISN_MOOD_SOFT;
  }
  j->mood = mood > j->mood ? mood : j->mood;
  j->has_perfect = j->has_perfect || (is_predicate && is_perfect);
  j->has_predicate = j->has_predicate || is_predicate;
}

/// «نظمت الوزارة، التي لم تصدر بيانا، الندوة»: whether unit `u` is in a clause
/// that tells only of a noun between the fact's verb and the rest of it.
static bool
is_aside(const Judgement* const j, const uint32_t u)
{
  const IsnClauseUnit* const first = &j->units[j->span.begin];
  return j->units[u].is_relative && !first->is_relative &&
         isn_moods_is_verb(first->parts);
}

static void
hear_predicates(Judgement* const j)
{
  static const uint32_t predicates =
    ISN_PART_FINITE | ISN_PART_MASDAR | ISN_PART_PARTICIPLE;
  for (uint32_t u = j->span.begin; u < j->span.end; ++u) {
    if ((j->units[u].parts & predicates) &&
        !(j->units[u].parts & ISN_PART_COPULA) && !is_quoted(j->match, u) &&
        !is_aside(j, u)) {
      hear(j, u, true);
    }
  }
  for (uint32_t u = j->span.begin; !j->has_predicate && u < j->span.end; ++u) {
    if (!is_quoted(j->match, u)) {
      hear(j, u, false);
    }
  }
}

/// «وتوقيع اتفاقية … تأجل»: the clause's verb comes behind the match.
static void
hear_verb_behind(Judgement* const j)
{
  const IsnAnnotated* const annotated = j->match->annotated;
  if (j->mood != ISN_MOOD_SURE || j->has_perfect ||
      j->units[j->span.begin].has_verb_before) {
    return;
  }
  for (uint32_t u = j->span.begin; u < annotated->n_units; ++u) {
    const uint32_t parts = j->units[u].parts;
    if (parts &
        (ISN_PART_STOP | ISN_PART_RELATIVE | ISN_PART_THAT | ISN_PART_OPENER)) {
      return;
    }
    if (j->units[u].word.data && (isn_str_is(j->units[u].word, "فيما") ||
                                  isn_str_is(j->units[u].word, "بينما") ||
                                  isn_str_is(j->units[u].word, "حين"))) {
      return; // «، فيما تأجلت الورشة»: of another
    }
    if (!(parts & ISN_PART_FINITE) || (parts & ISN_PART_COPULA) ||
        u < j->match->units.end) {
      if (isn_moods_is_verb(parts)) {
        return;
      }
      continue;
    }
    const bool is_other =
      (parts & ISN_PART_AND) ||
      ((j->units[u - 1].parts & ISN_PART_AND) &&
       (j->units[u - 1].parts & (ISN_PART_NEGATION | ISN_PART_PARTICLE)));
    if (!is_other &&
        ((parts & ISN_PART_UNDOING) || j->units[u].mood == ISN_MOOD_NEGATED)) {
      j->mood = ISN_MOOD_NEGATED;
    }
    return;
  }
}

/// A meeting that is announced is one, but for one that is called off in the
/// same breath.
static IsnModality
decide(const Judgement* const j)
{
  static const IsnModality modalities[] = {
    [ISN_MOOD_SURE] = ISN_ASSERTED,   [ISN_MOOD_FIRM] = ISN_PLANNED,
    [ISN_MOOD_SOFT] = ISN_PLANNED,    [ISN_MOOD_POSSIBLE] = ISN_POSSIBLE,
    [ISN_MOOD_NEGATED] = ISN_NEGATED,
  };
  if (j->match->rule->accepts != ISN_ACCEPTS_ANNOUNCED ||
      j->mood > ISN_MOOD_FIRM) {
    return modalities[j->mood];
  }
  const bool is_to_come =
    j->mood == ISN_MOOD_FIRM || (j->has_predicate && !j->has_perfect);
  return is_to_come && j->units[j->span.begin].is_undone ? ISN_NEGATED
                                                         : ISN_ASSERTED;
}

IsnStatus
isn_modality_of(IsnClauses* const clauses,
                const IsnMatch* const match,
                const IsnAnnotationSource* const source,
                IsnModality* const modality)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_clauses_read(clauses, source, match->annotated));
  Judgement j = { .match = match, .source = source, .units = clauses->units };
  j.span = find_span(&j);
  hear_predicates(&j);
  hear_verb_behind(&j);
  *modality = decide(&j);
  return st;
}
