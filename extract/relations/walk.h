// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file walk.h Where the walk over a sentence's clauses stands.
///
/// Shared by the three files of that walk: clauses.c goes from unit to unit,
/// borders.c says where a clause begins or ends, colours.c what a unit says of
/// those behind it.
#ifndef ISN_RELATIONS_WALK_H
#define ISN_RELATIONS_WALK_H

#include "extract/base/words.h"
#include "extract/relations/clauses.h"

/// What holds in the clause the walk is in.
typedef struct {
  IsnMood base;         ///< Of the complement clause, by what governs it
  IsnMood now;          ///< Of the words that come
  IsnMood nominal;      ///< Of the nouns that come: «عدم …»
  IsnMood pending;      ///< Of a complement, if one comes: «رفض …»
  uint32_t governor;    ///< Unit that awaits it
  bool awaits_from;     ///< That complement stands behind «عن» or «من»
  bool awaits_masdar;   ///< It is a verbal noun, no clause
  bool is_pending_noun; ///< A noun governs it: the main verb ends its reach
  bool is_that;         ///< A clause with «أن»
  uint32_t that_aspect; ///< ISN_PART_FINITE of its first verb
  bool has_verb;
  bool has_speech;   ///< A verb that may take «أن»
  bool was;          ///< «كان» before: what was planned is no announcement
  uint32_t negation; ///< Number of the particle + 1
  IsnMood before_negation;
} IsnLevel;

typedef struct {
  const IsnAnnotationSource* source;
  const IsnAnnotated* annotated;
  IsnClauseUnit* units;
  IsnMood* own; ///< Mood that each unit gives
  uint32_t n;
  uint32_t u;
  IsnMood whole; ///< A condition's or a question's, to the full stop
  IsnMood next;  ///< Of the next word only: «غير ممول»
  IsnLevel level;
  IsnLevel outer; ///< Round a relative clause
  bool has_outer;
  bool is_undone;
  uint32_t undone_from; ///< «، فيما تأجلت الورشة» tells of nothing before it
  bool is_after_comma;
  uint32_t noun_first; ///< Number + 1 of a noun behind «، و»
  uint32_t sentence;
  uint32_t clause;
  uint32_t clause_before;
} IsnWalk;

static inline IsnMood
isn_walk_greater(const IsnMood a, const IsnMood b)
{
  return a > b ? a : b;
}

static inline uint32_t
isn_walk_parts_at(const IsnWalk* const w, const uint32_t u)
{
  return u < w->n ? w->units[u].parts : 0u;
}

static inline bool
isn_walk_is_word(const IsnWalk* const w,
                 const uint32_t u,
                 const char* const word)
{
  return u < w->n && w->units[u].word.data &&
         isn_str_is(w->units[u].word, word);
}

static inline bool
isn_walk_is_any(const IsnWalk* const w,
                const uint32_t u,
                const IsnWords* const words)
{
  return u < w->n && w->units[u].word.data &&
         isn_words_has(words, w->units[u].word);
}

static inline bool
isn_walk_is_before(const IsnWalk* const w, const char* const word)
{
  return w->u > w->sentence && isn_walk_is_word(w, w->u - 1, word);
}

static inline uint32_t
isn_walk_parts_before(const IsnWalk* const w)
{
  return w->u > w->sentence ? w->units[w->u - 1].parts : 0u;
}

/// Colour what has been read from unit `from` on.
static inline void
isn_walk_colour_back(IsnWalk* const w, const uint32_t from, const IsnMood mood)
{
  for (uint32_t i = from; i < w->u; ++i) {
    w->units[i].mood = isn_walk_greater(w->units[i].mood, mood);
  }
}

#endif
