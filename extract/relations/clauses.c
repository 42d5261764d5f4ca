// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/clauses.h"

#include "extract/relations/borders.h"
#include "extract/relations/colours.h"
#include "extract/rules/vocabulary.h"
#include "extract/word_lists.h"

static void
note_verb(IsnWalk* const w, const uint32_t parts)
{
  IsnLevel* const l = &w->level;
  const IsnUnit* const unit = &w->annotated->units[w->u];
  l->was = l->was ||
           (unit->kind == ISN_UNIT_WORD &&
            isn_words_has(&isn_words_were,
                          w->source->analysis->words[unit->tokens.begin].word));
  if (isn_moods_is_verb(parts)) {
    l->has_verb = true;
    if (!l->that_aspect) {
      l->that_aspect = parts & ISN_PART_FINITE;
    }
  }
  l->has_speech = l->has_speech || (parts & ISN_PART_SPEECH);
}

static void
read_unit(IsnWalk* const w)
{
  const uint32_t parts = w->units[w->u].parts;
  const IsnMood mood = w->own[w->u];
  const IsnMood local = w->next;
  if (parts & (ISN_PART_STOP | ISN_PART_COMMA)) {
    isn_borders_read_mark(w, parts);
    return;
  }
  w->next = ISN_MOOD_SURE;
  if (w->is_after_comma && (isn_walk_is_word(w, w->u, "فيما") ||
                            isn_walk_is_word(w, w->u, "بينما"))) {
    w->whole = ISN_MOOD_SURE; // no condition of what stands before reaches here
  }
  isn_borders_open(w, parts);
  isn_colours_self(w, parts);
  w->units[w->u].mood =
    isn_walk_greater(isn_walk_greater(w->whole, local),
                     isn_walk_greater(w->level.now, w->level.nominal));
  w->units[w->u].has_verb_before = w->level.has_verb;
  w->units[w->u].is_relative = w->has_outer;
  note_verb(w, parts);
  isn_colours_next(w, parts, mood);
  isn_colours_complement(w, parts, mood);
  isn_colours_hear_source(w);
  if (parts & ISN_PART_CONDITION) {
    isn_borders_condition(w);
  }
  if (parts & ISN_PART_QUESTION) {
    w->whole = isn_walk_greater(w->whole, ISN_MOOD_POSSIBLE);
  }
  if (parts & ISN_PART_RESTORER) {
    isn_colours_take_back(w);
  }
  if (!(parts & ISN_PART_THAT) &&
      w->annotated->units[w->u].tokens.end >
        w->annotated->units[w->u].tokens.begin + 1 &&
      isn_walk_is_word(w, w->u, "ان") && !(parts & ISN_PART_OPENER)) {
    isn_borders_enter_that(w, parts); // «من المقرر أن», one unit
  }
  w->is_after_comma = false;
}

/// The units' roles, before anything is said of their clauses.
static IsnStatus
prepare(IsnClauses* const clauses,
        const IsnAnnotationSource* const source,
        const IsnAnnotated* const annotated)
{
  const size_t n = annotated->n_units;
  IsnArena* const arena = source->doc->arena;
  if (n > clauses->capacity || !clauses->units) {
    clauses->capacity = n + 64;
    clauses->units =
      isn_arena_array(arena, clauses->capacity, sizeof(*clauses->units));
    clauses->own =
      isn_arena_array(arena, clauses->capacity, sizeof(*clauses->own));
  }
  if (!clauses->units || !clauses->own) {
    clauses->units = NULL;
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < n; ++i) {
    const IsnRole role =
      isn_moods_role(&clauses->classes, source, &annotated->units[i]);
    clauses->units[i] =
      (IsnClauseUnit){ .parts = role.parts, .word = role.word };
    clauses->own[i] = role.mood;
  }
  return ISN_SUCCESS;
}

/// How far behind «أوقفت» its object may stand.
#define MAX_TO_OBJECT 7u

/// «أوقفت الشرطة 30 شخصا»: whom one stops is arrested, and nothing is undone.
static bool
stops_people(const IsnClauses* const clauses,
             const IsnAnnotationSource* const source,
             const IsnAnnotated* const annotated,
             const size_t verb)
{
  const uint32_t people[] = {
    isn_classes_find(source->image, ISN_STR("people-noun")),
    isn_classes_find(source->image, ISN_STR("suspect-noun")),
  };
  for (size_t i = verb + 1; i < annotated->n_units && i - verb <= MAX_TO_OBJECT;
       ++i) {
    const IsnUnit* const unit = &annotated->units[i];
    if (unit->kind != ISN_UNIT_WORD) {
      continue;
    }
    const IsnWord* const word = &source->analysis->words[unit->tokens.begin];
    for (size_t k = 0; k < sizeof(people) / sizeof(people[0]); ++k) {
      if (isn_word_has_class(word, people[k])) {
        return true;
      }
    }
    if (clauses->units[i].parts & (ISN_PART_MASDAR | ISN_PART_STOP)) {
      return false;
    }
  }
  return false;
}

/// Take from verbs of stopping what they do to others, where they arrest.
static void
settle_arrests(IsnClauses* const clauses,
               const IsnAnnotationSource* const source,
               const IsnAnnotated* const annotated)
{
  for (size_t i = 0; i < annotated->n_units; ++i) {
    const uint32_t parts = clauses->units[i].parts;
    if (parts & ISN_PART_STOPPER && parts & ISN_PART_FINITE &&
        stops_people(clauses, source, annotated, i)) {
      clauses->units[i].parts = parts & ~(uint32_t)ISN_PART_STOPPER;
      clauses->own[i] = ISN_MOOD_SURE;
    }
  }
}

IsnStatus
isn_clauses_read(IsnClauses* const clauses,
                 const IsnAnnotationSource* const source,
                 const IsnAnnotated* const annotated)
{
  if (clauses->is_read) {
    return ISN_SUCCESS;
  }
  if (!clauses->has_classes) {
    isn_moods_init(&clauses->classes, source->image);
    clauses->has_classes = true;
  }
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, prepare(clauses, source, annotated));
  settle_arrests(clauses, source, annotated);
  IsnWalk walk = { .source = source,
                   .annotated = annotated,
                   .units = clauses->units,
                   .own = clauses->own,
                   .n = (uint32_t)annotated->n_units };
  for (; walk.u < walk.n; ++walk.u) {
    read_unit(&walk);
  }
  isn_borders_begin_sentence(&walk);
  clauses->is_read = true;
  return ISN_SUCCESS;
}
