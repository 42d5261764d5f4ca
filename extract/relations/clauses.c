// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/clauses.h"

/// A noun behind «، و» and its verb («، والاتحاد اليوم يمول»).
#define MAX_TO_VERB 4u

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
} Level;

typedef struct {
  const IsnAnnotationSource* source;
  const IsnAnnotated* annotated;
  IsnClauseUnit* units;
  IsnMood* own; ///< Mood that each unit gives
  uint32_t n;
  uint32_t u;
  IsnMood whole; ///< A condition's or a question's, to the full stop
  IsnMood next;  ///< Of the next word only: «غير ممول»
  Level level;
  Level outer; ///< Round a relative clause
  bool has_outer;
  bool is_undone;
  bool is_after_comma;
  uint32_t noun_first; ///< Number + 1 of a noun behind «، و»
  uint32_t sentence;
  uint32_t clause;
  uint32_t clause_before;
} Walk;

static IsnMood
greater(const IsnMood a, const IsnMood b)
{
  return a > b ? a : b;
}

static uint32_t
parts_at(const Walk* const w, const uint32_t u)
{
  return u < w->n ? w->units[u].parts : 0u;
}

static bool
is_word(const Walk* const w, const uint32_t u, const char* const word)
{
  return u < w->n && w->units[u].word.data &&
         isn_str_is(w->units[u].word, word);
}

static bool
is_before(const Walk* const w, const char* const word)
{
  return w->u > w->sentence && is_word(w, w->u - 1, word);
}

static uint32_t
parts_before(const Walk* const w)
{
  return w->u > w->sentence ? w->units[w->u - 1].parts : 0u;
}

/// Colour what has been read from unit `from` on.
static void
colour_back(Walk* const w, const uint32_t from, const IsnMood mood)
{
  for (uint32_t i = from; i < w->u; ++i) {
    w->units[i].mood = greater(w->units[i].mood, mood);
  }
}

static void
begin_clause(Walk* const w)
{
  w->level = (Level){ .base = ISN_MOOD_SURE };
  w->has_outer = false;
  w->noun_first = 0;
  w->clause_before = w->clause;
  w->clause = w->u;
}

/// Another clause of the same complement: «أن … وأن».
static void
begin_again(Walk* const w)
{
  w->level.now = w->level.base;
  w->level.nominal = ISN_MOOD_SURE;
  w->level.pending = ISN_MOOD_SURE;
  w->level.negation = 0;
  w->clause_before = w->clause;
  w->clause = w->u;
}

static void
begin_sentence(Walk* const w)
{
  for (uint32_t i = w->sentence; i < w->u; ++i) {
    w->units[i].is_undone = w->is_undone;
  }
  w->is_undone = false;
  w->whole = ISN_MOOD_SURE;
  w->sentence = w->u + 1;
  begin_clause(w);
  w->clause = w->sentence;
  w->clause_before = w->sentence;
}

static void
read_mark(Walk* const w, const uint32_t parts)
{
  if (parts & ISN_PART_ASKED) {
    colour_back(w, w->sentence, ISN_MOOD_POSSIBLE);
  }
  if (parts & ISN_PART_STOP) {
    begin_sentence(w);
    return;
  }
  w->level.nominal = ISN_MOOD_SURE;
  if (w->has_outer && !(parts_before(w) & ISN_PART_RELATIVE)) {
    w->level = w->outer;
    w->level.nominal = ISN_MOOD_SURE;
    w->has_outer = false;
  }
  w->is_after_comma = true;
}

static void
enter_relative(Walk* const w, const uint32_t parts)
{
  const bool is_cleft = (parts_before(w) & ISN_PART_PRONOUN) ||
                        (w->level.negation && !w->level.has_verb &&
                         !(parts_at(w, w->level.negation) & ISN_PART_FINITE) &&
                         !is_word(w, w->level.negation - 1, "لم"));
  if (is_cleft) {
    return; // «ليست قطر هي التي تمول»
  }
  if (!w->has_outer) {
    w->outer = w->level;
  } else if (parts & ISN_PART_AND) {
    w->level = w->outer;
  }
  w->has_outer = true;
  w->level = (Level){ .base = ISN_MOOD_SURE };
}

static void
condition(Walk* const w)
{
  const bool is_concession =
    is_before(w, "حتي") ||
    (is_word(w, w->u, "لو") && (w->units[w->u].parts & ISN_PART_AND) &&
     w->u > w->sentence && !w->is_after_comma);
  if (is_concession) {
    return;
  }
  if (!is_before(w, "ما") && !is_before(w, "عما")) {
    for (uint32_t i = w->clause; i < w->u; ++i) {
      w->units[i].has_condition_after = true;
    }
  }
  w->whole = greater(w->whole, ISN_MOOD_POSSIBLE);
}

/// «إن» with a verb behind it is the conditional one; the folding of hamza
/// makes it and «أن» alike, so the text is asked.
static bool
is_conditional_in(const Walk* const w)
{
  const IsnSpan tokens = w->annotated->units[w->u].tokens;
  const IsnSpan bytes = w->source->doc->tokens[tokens.begin].bytes;
  const IsnStr surface =
    isn_str_slice(w->source->doc->text, bytes.begin, bytes.end);
  return isn_str_ends(surface, ISN_STR("إن")) && is_word(w, w->u, "ان") &&
         isn_moods_is_verb(parts_at(w, w->u + 1)) &&
         !(parts_before(w) & ISN_PART_SPEECH);
}

static void
enter_that(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  if (is_conditional_in(w)) {
    condition(w);
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
  const IsnMood base = greater(greater(l->now, l->nominal), pending);
  *l = (Level){ .base = base, .now = base, .is_that = true };
  w->clause_before = w->clause;
  w->clause = w->u;
}

/// و or ف and a verb, whose particle may stand before it («ولم يحضر»).
static void
coordinate(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  const bool is_verb = isn_moods_is_verb(parts);
  const uint32_t verb = is_verb ? parts : parts_at(w, w->u + 1);
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
             !is_word(w, l->negation - 1, "لم")) {
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
meet_verb(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  static const uint32_t links = ISN_PART_THAT | ISN_PART_RELATIVE |
                                ISN_PART_NEGATION | ISN_PART_PARTICLE |
                                ISN_PART_COPULA | ISN_PART_CONDITION;
  if ((parts_before(w) & links) || is_before(w, "قد")) {
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
      l->now = greater(l->now, l->pending);
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
is_adjunct(const Walk* const w, const uint32_t u)
{
  static const char* const others[] = { "من", "الي", "علي", "عن",
                                        "في", "مع",  "بين" };
  if (!(parts_at(w, u) & ISN_PART_PREP)) {
    return false;
  }
  for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); ++i) {
    if (is_word(w, u, others[i])) {
      return false;
    }
  }
  return true;
}

/// «رفضت تمويل …»: a verbal noun is the complement that was awaited.
static void
meet_noun(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  if (is_adjunct(w, w->u) ||
      ((parts & ISN_PART_AND) && (parts & ISN_PART_WITH))) {
    l->nominal = ISN_MOOD_SURE;
  }
  const bool is_means = (parts & ISN_PART_WITH) && is_word(w, w->u + 1, "من");
  if ((parts & ISN_PART_MASDAR) && l->pending && !l->awaits_from && !is_means &&
      !(w->u && is_adjunct(w, w->u - 1))) {
    l->nominal = greater(l->nominal, l->pending);
    l->pending = ISN_MOOD_SURE;
  }
  if (l->awaits_from && (is_word(w, w->u, "عن") || is_word(w, w->u, "من"))) {
    l->awaits_from = false;
  }
}

/// «لأن تمول», «إلى أن يمول» behind «دعا», «من غير أن»: no new clauses, but the
/// complement of what stands before.
static bool
is_that_after_all(const Walk* const w)
{
  const IsnSpan tokens = w->annotated->units[w->u].tokens;
  const IsnStr first = w->source->analysis->words[tokens.begin].word;
  if (is_word(w, w->u, "لان")) {
    return isn_moods_is_verb(parts_at(w, w->u + 1));
  }
  return is_word(w, w->u, "ان") && tokens.end > tokens.begin + 1 &&
         ((isn_str_is(first, "الي") &&
           (w->level.pending || w->level.has_speech ||
            !isn_moods_is_verb(parts_at(w, w->u + 1)))) ||
          (isn_str_is(first, "غير") && is_before(w, "من")));
}

static bool
is_opener(const Walk* const w, const uint32_t parts)
{
  const bool is_but = (parts & ISN_PART_RESTORER) || is_word(w, w->u, "غير") ||
                      is_word(w, w->u, "بيد");
  return (parts & ISN_PART_OPENER) ||
         (is_but && (parts_at(w, w->u + 1) & ISN_PART_THAT) &&
          !is_before(w, "من"));
}

/// Whether the unit is what a verb's clause can begin with.
static bool
is_verb_first(const Walk* const w, const uint32_t parts)
{
  static const uint32_t particles =
    ISN_PART_NEGATION | ISN_PART_PARTICLE | ISN_PART_COPULA;
  return isn_moods_is_verb(parts) ||
         (((parts & particles) || is_word(w, w->u, "قد")) &&
          (parts_at(w, w->u + 1) & ISN_PART_FINITE)) ||
         is_word(w, w->u, "لقد");
}

/// What the unit does to the clause before it counts itself.
static void
open_clause(Walk* const w, const uint32_t parts)
{
  if (parts & ISN_PART_RELATIVE) {
    enter_relative(w, parts);
  } else if (is_that_after_all(w)) {
    if (is_before(w, "من")) {
      w->level.now = ISN_MOOD_NEGATED; // «من غير أن»
    }
    enter_that(w, parts);
  } else if (is_opener(w, parts)) {
    begin_clause(w);
    w->level.now = w->own[w->u];
    w->level.base = w->own[w->u];
  } else if (parts & ISN_PART_THAT) {
    enter_that(w, parts);
  } else if (is_verb_first(w, parts)) {
    if (parts & ISN_PART_AND) {
      coordinate(w, parts);
    } else if (w->is_after_comma) {
      begin_clause(w);
    } else if (isn_moods_is_verb(parts)) {
      meet_verb(w, parts);
    }
  } else {
    meet_noun(w, parts);
    if (w->is_after_comma && (parts & ISN_PART_AND)) {
      w->noun_first = w->u + 1;
    }
  }
}

static IsnMood
planned(const Walk* const w, const IsnMood mood)
{
  return mood == ISN_MOOD_FIRM && w->level.was ? ISN_MOOD_SOFT : mood;
}

/// What a verb's own letters say of it.
static void
colour_self(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  if ((parts & ISN_PART_FUTURE) && (parts & ISN_PART_IMPERFECT)) {
    l->now = greater(l->now, planned(w, ISN_MOOD_FIRM));
  }
  if ((parts & ISN_PART_FOR) && (parts & ISN_PART_IMPERFECT) &&
      isn_moods_is_verb(parts)) {
    l->now = greater(l->now, ISN_MOOD_SOFT);
  }
}

/// «ما مول», «لما يمول»; elsewhere both words mean other things.
static bool
is_negative_ma(const Walk* const w)
{
  const uint32_t next = parts_at(w, w->u + 1);
  const bool is_first = w->u == w->sentence || w->is_after_comma;
  return isn_moods_is_verb(next) && !(next & ISN_PART_OBJECT) && is_first &&
         ((is_word(w, w->u, "ما") && (next & ISN_PART_PERFECT)) ||
          (is_word(w, w->u, "لما") && !(next & ISN_PART_PERFECT)));
}

static void
negate(Walk* const w)
{
  Level* const l = &w->level;
  if (is_word(w, w->u + 1, "فقط") || is_word(w, w->u + 1, "فحسب")) {
    return;
  }
  l->before_negation = l->now;
  l->negation = w->u + 1;
  l->now = ISN_MOOD_NEGATED;
}

static void
take_back_negation(Walk* const w)
{
  Level* const l = &w->level;
  if (!l->negation || (parts_at(w, w->u + 1) & ISN_PART_THAT)) {
    return;
  }
  const IsnMood least =
    is_word(w, l->negation - 1, "لن") ? ISN_MOOD_SOFT : ISN_MOOD_SURE;
  const IsnMood mood = greater(l->before_negation, least);
  for (uint32_t i = l->negation; i <= w->u; ++i) {
    if (w->units[i].mood == ISN_MOOD_NEGATED) {
      w->units[i].mood = mood;
    }
  }
  l->now = mood;
  l->negation = 0;
}

static void
undo(Walk* const w, const uint32_t parts)
{
  Level* const l = &w->level;
  if (is_word(w, w->u + 1, "علي")) {
    return; // «علق على»: commented
  }
  if (l->negation && isn_moods_is_verb(parts)) {
    l->now = l->before_negation;
    return;
  }
  w->is_undone = true;
  const bool is_noun =
    (parts & ISN_PART_NOUN) && (!(parts & ISN_PART_FINITE) || l->has_verb ||
                                (parts_before(w) & ISN_PART_PREP));
  if (is_noun) {
    l->nominal = ISN_MOOD_NEGATED;
  } else {
    l->now = ISN_MOOD_NEGATED;
  }
}

static void
govern(Walk* const w, const uint32_t parts, const IsnMood mood)
{
  Level* const l = &w->level;
  const bool is_bare_participle =
    (parts & ISN_PART_PARTICIPLE) && !(parts & ISN_PART_FINITE);
  // «المزمع عقده» says of its own noun alone
  const bool is_attribute = mood == ISN_MOOD_FIRM && (parts & ISN_PART_NOUN) &&
                            !(parts & ISN_PART_FINITE);
  l->pending =
    is_attribute ? planned(w, mood) : greater(l->pending, planned(w, mood));
  l->governor = w->u;
  l->awaits_from = (parts & ISN_PART_FROM) != 0;
  l->awaits_masdar = (parts & ISN_PART_STOPPER) != 0;
  l->is_pending_noun = !isn_moods_is_verb(parts) && !is_bare_participle &&
                       (!(parts & ISN_PART_FINITE) || l->has_verb ||
                        (parts_before(w) & ISN_PART_PREP));
}

/// «مصادر لم تسمها», «مصدر رفض الكشف عن اسمه»
static void
hear_source(Walk* const w)
{
  if (!is_word(w, w->u, "مصادر") && !is_word(w, w->u, "مصدر")) {
    return;
  }
  for (uint32_t i = w->u + 1; i < w->u + 4 && i < w->n; ++i) {
    if (parts_at(w, i) & (ISN_PART_STOP | ISN_PART_COMMA)) {
      return;
    }
    if ((parts_at(w, i) & ISN_PART_NEGATION) || is_word(w, i, "رفض") ||
        is_word(w, i, "رفضت") || is_word(w, i, "غير")) {
      w->whole = greater(w->whole, ISN_MOOD_POSSIBLE);
      colour_back(w, w->clause, ISN_MOOD_POSSIBLE);
      return;
    }
  }
}

/// What is behind the unit is coloured by it.
static void
colour_next(Walk* const w, const uint32_t parts, const IsnMood mood)
{
  Level* const l = &w->level;
  if (parts & ISN_PART_NEGATION || is_negative_ma(w)) {
    negate(w);
  }
  if (parts & ISN_PART_PARTICLE) {
    l->now = greater(l->now, planned(w, mood));
  }
  if (parts & ISN_PART_NOMINAL) {
    l->nominal = mood;
  }
  if (is_word(w, w->u, "غير")) {
    w->next = ISN_MOOD_NEGATED;
    if (is_before(w, "من")) {
      l->nominal = ISN_MOOD_NEGATED;
    }
  }
  const uint32_t after =
    parts_at(w, w->u + 1u + ((parts_at(w, w->u + 1) & ISN_PART_NEGATION) != 0));
  if (is_word(w, w->u, "قد") && (after & ISN_PART_IMPERFECT) &&
      !(after & ISN_PART_PERFECT)) {
    l->now = greater(l->now, ISN_MOOD_POSSIBLE);
  }
}

static void
colour_complement(Walk* const w, const uint32_t parts, const IsnMood mood)
{
  Level* const l = &w->level;
  static const uint32_t governors =
    ISN_PART_GOVERNOR | ISN_PART_FROM | ISN_PART_STOPPER;
  // «من أجل»: behind a preposition stands no verb
  const bool is_no_verb = (parts_before(w) & ISN_PART_PREP) &&
                          !(parts & ISN_PART_NOUN) && (parts & ISN_PART_FINITE);
  if (is_no_verb) {
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
      (is_before(w, "كما") || is_before(w, "حسبما") || is_before(w, "مثلما"))) {
    colour_back(w, w->clause_before, ISN_MOOD_POSSIBLE); // «كما أشيع»
  }
}

static void
note_verb(Walk* const w, const uint32_t parts)
{
  static const char* const were[] = { "كان", "كانت", "كانوا", "كانا", "كانتا" };
  Level* const l = &w->level;
  for (size_t i = 0; i < sizeof(were) / sizeof(were[0]); ++i) {
    const IsnUnit* const unit = &w->annotated->units[w->u];
    l->was =
      l->was || (unit->kind == ISN_UNIT_WORD &&
                 isn_str_is(w->source->analysis->words[unit->tokens.begin].word,
                            were[i]));
  }
  if (isn_moods_is_verb(parts)) {
    l->has_verb = true;
    if (!l->that_aspect) {
      l->that_aspect = parts & ISN_PART_FINITE;
    }
  }
  l->has_speech = l->has_speech || (parts & ISN_PART_SPEECH);
}

static void
read_unit(Walk* const w)
{
  const uint32_t parts = w->units[w->u].parts;
  const IsnMood mood = w->own[w->u];
  const IsnMood local = w->next;
  if (parts & (ISN_PART_STOP | ISN_PART_COMMA)) {
    read_mark(w, parts);
    return;
  }
  w->next = ISN_MOOD_SURE;
  open_clause(w, parts);
  colour_self(w, parts);
  w->units[w->u].mood =
    greater(greater(w->whole, local), greater(w->level.now, w->level.nominal));
  w->units[w->u].has_verb_before = w->level.has_verb;
  note_verb(w, parts);
  colour_next(w, parts, mood);
  colour_complement(w, parts, mood);
  hear_source(w);
  if (parts & ISN_PART_CONDITION) {
    condition(w);
  }
  if (parts & ISN_PART_QUESTION) {
    w->whole = greater(w->whole, ISN_MOOD_POSSIBLE);
  }
  if (parts & ISN_PART_RESTORER) {
    take_back_negation(w);
  }
  if (!(parts & ISN_PART_THAT) &&
      w->annotated->units[w->u].tokens.end >
        w->annotated->units[w->u].tokens.begin + 1 &&
      is_word(w, w->u, "ان") && !(parts & ISN_PART_OPENER)) {
    enter_that(w, parts); // «من المقرر أن», one unit
  }
  w->is_after_comma = false;
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
  Walk walk = { .source = source,
                .annotated = annotated,
                .units = clauses->units,
                .own = clauses->own,
                .n = (uint32_t)n };
  for (; walk.u < walk.n; ++walk.u) {
    read_unit(&walk);
  }
  begin_sentence(&walk);
  clauses->is_read = true;
  return ISN_SUCCESS;
}
