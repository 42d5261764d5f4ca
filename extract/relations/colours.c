// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/colours.h"

#include "extract/word_lists.h"

/// «فيما» stands near the verb of its clause.
#define MAX_WORDS_BESIDE 4u

static IsnMood
planned(const IsnWalk* const w, const IsnMood mood)
{
  return mood == ISN_MOOD_FIRM && w->level.was ? ISN_MOOD_SOFT : mood;
}

/// «الورشة الوطنية لترصد المقاومة»: a verbal noun of form V or VI, written as
/// both tenses of its verb are, behind the event whose subject it names.
static bool
is_subject_of_event(const IsnWalk* const w, const uint32_t parts)
{
  return (parts & ISN_PART_FINITE) == ISN_PART_FINITE &&
         !(parts & ISN_PART_OBJECT) && w->u > w->sentence &&
         w->annotated->units[w->u - 1].kind != ISN_UNIT_WORD;
}

void
isn_colours_self(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  if ((parts & ISN_PART_FUTURE) && (parts & ISN_PART_IMPERFECT)) {
    l->now = isn_walk_greater(l->now, planned(w, ISN_MOOD_FIRM));
  }
  if ((parts & ISN_PART_FOR) && (parts & ISN_PART_IMPERFECT) &&
      isn_moods_is_verb(parts) && !is_subject_of_event(w, parts)) {
    l->now = isn_walk_greater(l->now, ISN_MOOD_SOFT);
  }
}

/// «، ما أدى إلى توقيفهم»: which led to it, not did not lead.
static bool
is_ma_of_outcome(const IsnWalk* const w)
{
  return w->is_after_comma &&
         isn_walk_is_any(w, w->u + 1, &isn_words_outcome_verbs_behind_ma);
}

/// «ما مول», «لما يمول»; elsewhere both words mean other things.
static bool
is_negative_ma(const IsnWalk* const w)
{
  const uint32_t next = isn_walk_parts_at(w, w->u + 1);
  const bool is_first = w->u == w->sentence || w->is_after_comma;
  return isn_moods_is_verb(next) && !(next & ISN_PART_OBJECT) && is_first &&
         !is_ma_of_outcome(w) &&
         ((isn_walk_is_word(w, w->u, "ما") && (next & ISN_PART_PERFECT)) ||
          (isn_walk_is_word(w, w->u, "لما") && !(next & ISN_PART_PERFECT)));
}

static void
negate(IsnWalk* const w)
{
  IsnLevel* const l = &w->level;
  if (isn_walk_is_word(w, w->u + 1, "فقط") ||
      isn_walk_is_word(w, w->u + 1, "فحسب")) {
    return;
  }
  l->before_negation = l->now;
  l->negation = w->u + 1;
  l->now = ISN_MOOD_NEGATED;
}

void
isn_colours_take_back(IsnWalk* const w)
{
  IsnLevel* const l = &w->level;
  if (!l->negation || (isn_walk_parts_at(w, w->u + 1) & ISN_PART_THAT)) {
    return;
  }
  const IsnMood least =
    isn_walk_is_word(w, l->negation - 1, "لن") ? ISN_MOOD_SOFT : ISN_MOOD_SURE;
  const IsnMood mood = isn_walk_greater(l->before_negation, least);
  for (uint32_t i = l->negation; i <= w->u; ++i) {
    if (w->units[i].mood == ISN_MOOD_NEGATED) {
      w->units[i].mood = mood;
    }
  }
  l->now = mood;
  l->negation = 0;
}

/// Where the clause beside the others begins that unit `u` stands in: «نظمت
/// الوزارة الندوة، فيما تأجلت الورشة»; else the sentence's first unit.
static uint32_t
begin_beside(const IsnWalk* const w, uint32_t u)
{
  for (uint32_t n = 0; n < MAX_WORDS_BESIDE && u > w->sentence; ++n, --u) {
    if (isn_walk_is_any(w, u - 1, &isn_words_meanwhile)) {
      return u - 1;
    }
  }
  return w->sentence;
}

static void
undo(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  if (isn_walk_is_word(w, w->u + 1, "علي")) {
    return; // «علق على»: commented
  }
  if (isn_walk_is_word(w, w->u, "لاجل") || isn_walk_is_word(w, w->u, "لاجله") ||
      (isn_walk_is_word(w, w->u, "اجل") &&
       ((isn_walk_parts_before(w) & ISN_PART_PREP) || (parts & ISN_PART_FOR) ||
        isn_walk_is_word(w, w->u + 1, "غير")))) {
    return; // «لأجل غير مسمى», «ولأجل ذلك», «من أجل»: no verb
  }
  if (l->negation && isn_moods_is_verb(parts)) {
    l->now = l->before_negation;
    return;
  }
  const uint32_t from = begin_beside(w, w->u);
  w->undone_from =
    w->is_undone && w->undone_from < from ? w->undone_from : from;
  w->is_undone = true;
  const bool is_noun =
    (parts & ISN_PART_NOUN) && (!(parts & ISN_PART_FINITE) || l->has_verb ||
                                (isn_walk_parts_before(w) & ISN_PART_PREP));
  if (is_noun) {
    l->nominal = ISN_MOOD_NEGATED;
  } else {
    l->now = ISN_MOOD_NEGATED;
  }
}

static void
govern(IsnWalk* const w, const uint32_t parts, const IsnMood mood)
{
  IsnLevel* const l = &w->level;
  const bool is_bare_participle =
    (parts & ISN_PART_PARTICIPLE) && !(parts & ISN_PART_FINITE);
  // «المزمع عقده» says of its own noun alone
  const bool is_attribute = mood == ISN_MOOD_FIRM && (parts & ISN_PART_NOUN) &&
                            !(parts & ISN_PART_FINITE);
  l->pending = is_attribute ? planned(w, mood)
                            : isn_walk_greater(l->pending, planned(w, mood));
  l->governor = w->u;
  l->awaits_from = (parts & ISN_PART_FROM) != 0;
  l->awaits_masdar = (parts & ISN_PART_STOPPER) != 0;
  l->is_pending_noun = !isn_moods_is_verb(parts) && !is_bare_participle &&
                       (!(parts & ISN_PART_FINITE) || l->has_verb ||
                        (isn_walk_parts_before(w) & ISN_PART_PREP));
}

void
isn_colours_hear_source(IsnWalk* const w)
{
  if (!isn_walk_is_word(w, w->u, "مصادر") &&
      !isn_walk_is_word(w, w->u, "مصدر")) {
    return;
  }
  for (uint32_t i = w->u + 1; i < w->u + 4 && i < w->n; ++i) {
    if (isn_walk_parts_at(w, i) & (ISN_PART_STOP | ISN_PART_COMMA)) {
      return;
    }
    if ((isn_walk_parts_at(w, i) & ISN_PART_NEGATION) ||
        isn_walk_is_word(w, i, "رفض") || isn_walk_is_word(w, i, "رفضت") ||
        isn_walk_is_word(w, i, "غير")) {
      w->whole = isn_walk_greater(w->whole, ISN_MOOD_POSSIBLE);
      isn_walk_colour_back(w, w->clause, ISN_MOOD_POSSIBLE);
      return;
    }
  }
}

void
isn_colours_next(IsnWalk* const w, const uint32_t parts, const IsnMood mood)
{
  IsnLevel* const l = &w->level;
  if (parts & ISN_PART_NEGATION || is_negative_ma(w)) {
    negate(w);
  }
  if (parts & ISN_PART_PARTICLE) {
    l->now = isn_walk_greater(l->now, planned(w, mood));
  }
  if (parts & ISN_PART_NOMINAL) {
    l->nominal = mood;
  }
  if (isn_walk_is_word(w, w->u, "غير")) {
    w->next = ISN_MOOD_NEGATED;
    if (isn_walk_is_before(w, "من")) {
      l->nominal = ISN_MOOD_NEGATED;
    }
  }
  const uint32_t after = isn_walk_parts_at(
    w, w->u + 1u + ((isn_walk_parts_at(w, w->u + 1) & ISN_PART_NEGATION) != 0));
  if (isn_walk_is_word(w, w->u, "قد") && (after & ISN_PART_IMPERFECT) &&
      !(after & ISN_PART_PERFECT)) {
    l->now = isn_walk_greater(l->now, ISN_MOOD_POSSIBLE);
  }
}

/// «قطع الغيار», «نادي القضاة»: nouns, no verbs of cutting and calling.
static bool
is_noun_after_all(const IsnWalk* const w)
{
  return (isn_walk_is_word(w, w->u, "قطع") &&
          isn_walk_is_any(w, w->u + 1, &isn_words_behind_piece_nouns)) ||
         (isn_walk_is_word(w, w->u, "نادي") &&
          !(isn_walk_parts_at(w, w->u + 1) & ISN_PART_WITH));
}

void
isn_colours_complement(IsnWalk* const w,
                       const uint32_t parts,
                       const IsnMood mood)
{
  IsnLevel* const l = &w->level;
  static const uint32_t governors =
    ISN_PART_GOVERNOR | ISN_PART_FROM | ISN_PART_STOPPER;
  // «من أجل»: behind a preposition stands no verb
  const bool is_no_verb = (isn_walk_parts_before(w) & ISN_PART_PREP) &&
                          !(parts & ISN_PART_NOUN) && (parts & ISN_PART_FINITE);
  if (is_no_verb || is_noun_after_all(w)) {
    return;
  }
  if (parts & ISN_PART_UNDOING) {
    undo(w, parts);
  } else if (parts & governors) {
    govern(w, parts, mood);
  }
  if ((parts & ISN_PART_NOT_ONLY) && l->negation) {
    l->now = l->before_negation;
    l->negation = 0;
  }
  if (mood == ISN_MOOD_POSSIBLE && (parts & ISN_PART_GOVERNOR) &&
      (isn_walk_is_before(w, "كما") || isn_walk_is_before(w, "حسبما") ||
       isn_walk_is_before(w, "مثلما"))) {
    isn_walk_colour_back(w, w->clause_before, ISN_MOOD_POSSIBLE); // «كما أشيع»
  }
}
