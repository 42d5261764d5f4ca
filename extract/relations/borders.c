// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/borders.h"

#include "extract/word_lists.h"

#include <string.h>

/// A noun behind «، و» and its verb («، والاتحاد اليوم يمول»).
#define MAX_TO_VERB 4u

static void
begin_clause(IsnWalk* const w)
{
  w->level = (IsnLevel){ .base = ISN_MOOD_SURE };
  w->has_outer = false;
  w->noun_first = 0;
  w->clause_before = w->clause;
  w->clause = w->u;
}

/// Another clause of the same complement: «أن … وأن».
static void
begin_again(IsnWalk* const w)
{
  w->level.now = w->level.base;
  w->level.nominal = ISN_MOOD_SURE;
  w->level.pending = ISN_MOOD_SURE;
  w->level.negation = 0;
  w->clause_before = w->clause;
  w->clause = w->u;
}

void
isn_borders_begin_sentence(IsnWalk* const w)
{
  for (uint32_t i = w->sentence; i < w->u; ++i) {
    w->units[i].is_undone = w->is_undone && i >= w->undone_from;
  }
  w->is_undone = false;
  w->whole = ISN_MOOD_SURE;
  w->sentence = w->u + 1;
  begin_clause(w);
  w->clause = w->sentence;
  w->clause_before = w->sentence;
}

void
isn_borders_read_mark(IsnWalk* const w, const uint32_t parts)
{
  if (parts & ISN_PART_ASKED) {
    isn_walk_colour_back(w, w->sentence, ISN_MOOD_POSSIBLE);
  }
  if (parts & ISN_PART_STOP) {
    isn_borders_begin_sentence(w);
    return;
  }
  w->level.nominal = ISN_MOOD_SURE;
  if (w->has_outer && !(isn_walk_parts_before(w) & ISN_PART_RELATIVE)) {
    w->level = w->outer;
    w->level.nominal = ISN_MOOD_SURE;
    w->has_outer = false;
  }
  w->is_after_comma = true;
}

static void
enter_relative(IsnWalk* const w, const uint32_t parts)
{
  const bool is_cleft =
    (isn_walk_parts_before(w) & ISN_PART_PRONOUN) ||
    (w->level.negation && !w->level.has_verb &&
     !(isn_walk_parts_at(w, w->level.negation) & ISN_PART_FINITE) &&
     !isn_walk_is_word(w, w->level.negation - 1, "لم"));
  if (is_cleft) {
    return; // «ليست قطر هي التي تمول»
  }
  if (!w->has_outer) {
    w->outer = w->level;
  } else if (parts & ISN_PART_AND) {
    w->level = w->outer;
  }
  w->has_outer = true;
  w->level = (IsnLevel){ .base = ISN_MOOD_SURE };
}

void
isn_borders_condition(IsnWalk* const w)
{
  const bool is_concession =
    isn_walk_is_before(w, "حتي") ||
    (isn_walk_is_word(w, w->u, "لو") && (w->units[w->u].parts & ISN_PART_AND) &&
     w->u > w->sentence && !w->is_after_comma);
  if (is_concession) {
    return;
  }
  if (!isn_walk_is_before(w, "ما") && !isn_walk_is_before(w, "عما")) {
    for (uint32_t i = w->clause; i < w->u; ++i) {
      w->units[i].has_condition_after = true;
    }
  }
  w->whole = isn_walk_greater(w->whole, ISN_MOOD_POSSIBLE);
}

/// «إن» with a verb behind it is the conditional one; the folding of hamza
/// makes it and «أن» alike, so the text is asked.
static bool
is_conditional_in(const IsnWalk* const w)
{
  const IsnSpan tokens = w->annotated->units[w->u].tokens;
  const IsnSpan bytes = w->source->doc->tokens[tokens.begin].bytes;
  const IsnStr surface =
    isn_str_slice(w->source->doc->text, bytes.begin, bytes.end);
  return isn_str_ends(surface, ISN_STR("إن")) &&
         isn_walk_is_word(w, w->u, "ان") &&
         isn_moods_is_verb(isn_walk_parts_at(w, w->u + 1)) &&
         !(isn_walk_parts_before(w) & ISN_PART_SPEECH);
}

void
isn_borders_enter_that(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  if (is_conditional_in(w)) {
    isn_borders_condition(w);
    return;
  }
  if (w->has_outer && !l->has_speech && l->pending == ISN_MOOD_SURE) {
    *l = w->outer;
    w->has_outer = false;
  }
  if ((parts & ISN_PART_AND) && l->is_that) {
    begin_again(w);
    return;
  }
  const IsnMood pending =
    l->awaits_from || l->awaits_masdar ? ISN_MOOD_SURE : l->pending;
  const IsnMood base =
    isn_walk_greater(isn_walk_greater(l->now, l->nominal), pending);
  *l = (IsnLevel){ .base = base, .now = base, .is_that = true };
  w->clause_before = w->clause;
  w->clause = w->u;
}

/// و or ف and a verb, whose particle may stand before it («ولم يحضر»).
static void
coordinate(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  const bool is_verb = isn_moods_is_verb(parts);
  const uint32_t verb = is_verb ? parts : isn_walk_parts_at(w, w->u + 1);
  const uint32_t aspect = verb & ISN_PART_FINITE;
  if (verb & ISN_PART_SPEECH) {
    begin_clause(w);
  } else if (l->is_that) {
    if (aspect == ISN_PART_PERFECT && l->that_aspect == ISN_PART_IMPERFECT) {
      begin_clause(w); // «نفى أن يحضر، ووقع الاتفاق»
    } else {
      begin_again(w);
    }
  } else if (is_verb && aspect == ISN_PART_IMPERFECT && !w->is_after_comma &&
             l->now != ISN_MOOD_SURE && l->negation &&
             !isn_walk_is_word(w, l->negation - 1, "لم")) {
    return; // «لن يحضر ويوقع»
  } else if (is_verb && aspect == ISN_PART_IMPERFECT &&
             (l->now == ISN_MOOD_FIRM || l->now == ISN_MOOD_SOFT)) {
    return; // «سيحضر ويوقع»
  } else {
    begin_clause(w);
  }
}

/// A verb that nothing links to what stands before it.
static void
meet_verb(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  static const uint32_t links = ISN_PART_THAT | ISN_PART_RELATIVE |
                                ISN_PART_NEGATION | ISN_PART_PARTICLE |
                                ISN_PART_COPULA | ISN_PART_CONDITION;
  if ((isn_walk_parts_before(w) & links) || isn_walk_is_before(w, "قد")) {
    return;
  }
  if (w->noun_first && w->u + 1 - w->noun_first <= MAX_TO_VERB) {
    begin_clause(w);
    return;
  }
  if (parts & ISN_PART_OBJECT) {
    // «أنباء عن حملة نفذتها»: a relative clause without a pronoun; not so
    // «عرض قدمته», where it tells of the governor itself
    if (l->governor + 1 != w->u) {
      l->now = isn_walk_greater(l->now, l->pending);
    }
    return;
  }
  l->nominal = ISN_MOOD_SURE;
  if (l->is_pending_noun) {
    l->pending = ISN_MOOD_SURE;
  }
}

/// Behind these an adjunct begins, no complement.
static bool
is_adjunct(const IsnWalk* const w, const uint32_t u)
{
  return isn_walk_parts_at(w, u) & ISN_PART_PREP &&
         !isn_walk_is_any(w, u, &isn_words_adjunct_prepositions);
}

/// «يبحث المؤتمر عقود العمل، بمشاركة خبراء»: who comes is no complement.
static bool
is_company(const IsnWalk* const w, const uint32_t parts)
{
  return w->is_after_comma &&
         (isn_walk_is_word(w, w->u, "برئاسه") ||
          ((parts & ISN_PART_WITH) && (isn_walk_is_word(w, w->u, "مشاركه") ||
                                       isn_walk_is_word(w, w->u, "حضور"))));
}

/// «رفضت تمويل …»: a verbal noun is the complement that was awaited.
static void
meet_noun(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  if (is_adjunct(w, w->u) ||
      ((parts & ISN_PART_AND) && (parts & ISN_PART_WITH))) {
    l->nominal = ISN_MOOD_SURE;
  }
  const bool is_means =
    (parts & ISN_PART_WITH) && isn_walk_is_word(w, w->u + 1, "من");
  if ((parts & ISN_PART_MASDAR) && l->pending && !l->awaits_from && !is_means &&
      !is_company(w, parts) && !(w->u && is_adjunct(w, w->u - 1))) {
    l->nominal = isn_walk_greater(l->nominal, l->pending);
    l->pending = ISN_MOOD_SURE;
  }
  if (l->awaits_from &&
      (isn_walk_is_word(w, w->u, "عن") || isn_walk_is_word(w, w->u, "من"))) {
    l->awaits_from = false;
  }
}

/// «لأن تمول», «إلى أن يمول» behind «دعا», «من غير أن»: no new clauses, but the
/// complement of what stands before.
static bool
is_that_after_all(const IsnWalk* const w)
{
  const IsnSpan tokens = w->annotated->units[w->u].tokens;
  const IsnStr first = w->source->analysis->words[tokens.begin].word;
  if (isn_walk_is_word(w, w->u, "لان")) {
    return isn_moods_is_verb(isn_walk_parts_at(w, w->u + 1));
  }
  return isn_walk_is_word(w, w->u, "ان") && tokens.end > tokens.begin + 1 &&
         ((isn_str_is(first, "الي") &&
           (w->level.pending || w->level.has_speech ||
            !isn_moods_is_verb(isn_walk_parts_at(w, w->u + 1)))) ||
          (isn_str_is(first, "غير") && isn_walk_is_before(w, "من")));
}

static bool
is_opener(const IsnWalk* const w, const uint32_t parts)
{
  const bool is_but = (parts & ISN_PART_RESTORER) ||
                      isn_walk_is_word(w, w->u, "غير") ||
                      isn_walk_is_word(w, w->u, "بيد");
  return (parts & ISN_PART_OPENER) ||
         (is_but && (isn_walk_parts_at(w, w->u + 1) & ISN_PART_THAT) &&
          !isn_walk_is_before(w, "من"));
}

/// Whether the unit is what a verb's clause can begin with.
static bool
is_verb_first(const IsnWalk* const w, const uint32_t parts)
{
  static const uint32_t particles =
    ISN_PART_NEGATION | ISN_PART_PARTICLE | ISN_PART_COPULA;
  return isn_moods_is_verb(parts) ||
         (((parts & particles) || isn_walk_is_word(w, w->u, "قد")) &&
          (isn_walk_parts_at(w, w->u + 1) & ISN_PART_FINITE)) ||
         isn_walk_is_word(w, w->u, "لقد");
}

/// «…، فنفقاتها على عاتق قطر»: what follows from the clause before, with a
/// noun first.
static bool
is_consequence(const IsnWalk* const w)
{
  const IsnSpan tokens = w->annotated->units[w->u].tokens;
  const IsnWord* const word = &w->source->analysis->words[tokens.begin];
  return w->is_after_comma && !w->level.is_that && word->n_proclitics &&
         !memcmp(word->proclitics, "ف", 2);
}

/// «مصادر لم تسمها الصحيفة»: an indefinite noun, and a negated verb whose
/// pronoun goes back to it, are a relative clause without «التي».
static bool
is_bare_relative(const IsnWalk* const w, const uint32_t parts)
{
  const uint32_t verb = isn_walk_parts_at(w, w->u + 1);
  if (!(parts & ISN_PART_NEGATION) || (parts & ISN_PART_AND) ||
      !isn_moods_is_verb(verb) || !(verb & ISN_PART_OBJECT) ||
      !w->level.has_verb || w->level.has_speech || w->is_after_comma) {
    return false;
  }
  const IsnUnit* const noun = &w->annotated->units[w->u - 1];
  const IsnWord* const word = &w->source->analysis->words[noun->tokens.end - 1];
  return noun->kind == ISN_UNIT_WORD && !(word->flags & ISN_WORD_ARTICLE) &&
         !(isn_walk_parts_before(w) & (ISN_PART_FINITE | ISN_PART_PREP));
}

void
isn_borders_open(IsnWalk* const w, const uint32_t parts)
{
  if ((parts & ISN_PART_RELATIVE) || is_bare_relative(w, parts)) {
    enter_relative(w, parts);
  } else if (is_that_after_all(w)) {
    if (isn_walk_is_before(w, "من")) {
      w->level.now = ISN_MOOD_NEGATED; // «من غير أن»
    }
    isn_borders_enter_that(w, parts);
  } else if (is_opener(w, parts)) {
    begin_clause(w);
    w->level.now = w->own[w->u];
    w->level.base = w->own[w->u];
  } else if (parts & ISN_PART_THAT) {
    isn_borders_enter_that(w, parts);
  } else if (is_verb_first(w, parts)) {
    if (parts & ISN_PART_AND) {
      coordinate(w, parts);
    } else if (w->is_after_comma) {
      begin_clause(w);
    } else if (isn_moods_is_verb(parts)) {
      meet_verb(w, parts);
    }
  } else {
    if (is_consequence(w)) {
      begin_clause(w);
    }
    meet_noun(w, parts);
    if (w->is_after_comma && (parts & ISN_PART_AND)) {
      w->noun_first = w->u + 1;
    }
  }
}
