// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/moods.h"

#include "extract/rules/vocabulary.h"
#include "extract/word_lists.h"

/// What lexical classes are to the clause.
static const struct {
  const char* class_name;
  uint32_t part;
  IsnMood mood;
} table[] = {
  { "negation", ISN_PART_NEGATION, ISN_MOOD_NEGATED },
  { "without", ISN_PART_NOMINAL, ISN_MOOD_NEGATED },
  { "nearly", ISN_PART_PARTICLE, ISN_MOOD_NEGATED },
  { "deny", ISN_PART_GOVERNOR | ISN_PART_SPEECH, ISN_MOOD_NEGATED },
  { "refuse", ISN_PART_GOVERNOR, ISN_MOOD_NEGATED },
  { "fail", ISN_PART_GOVERNOR, ISN_MOOD_NEGATED },
  { "abstain", ISN_PART_FROM, ISN_MOOD_NEGATED },
  { "withdraw", ISN_PART_STOPPER, ISN_MOOD_NEGATED },
  { "cancel", ISN_PART_UNDOING, ISN_MOOD_NEGATED },
  { "postpone", ISN_PART_UNDOING, ISN_MOOD_NEGATED },
  { "intend", ISN_PART_GOVERNOR, ISN_MOOD_SOFT },
  { "propose", ISN_PART_GOVERNOR, ISN_MOOD_SOFT },
  { "ask", ISN_PART_GOVERNOR, ISN_MOOD_SOFT },
  { "promise", ISN_PART_GOVERNOR, ISN_MOOD_SOFT },
  { "prospect", ISN_PART_GOVERNOR, ISN_MOOD_SOFT },
  { "expect", ISN_PART_GOVERNOR, ISN_MOOD_FIRM },
  { "hearsay", ISN_PART_GOVERNOR, ISN_MOOD_POSSIBLE },
  { "future", ISN_PART_PARTICLE, ISN_MOOD_FIRM },
  { "irrealis", ISN_PART_PARTICLE, ISN_MOOD_POSSIBLE },
  { "condition", ISN_PART_CONDITION, ISN_MOOD_POSSIBLE },
  { "question", ISN_PART_QUESTION, ISN_MOOD_POSSIBLE },
  { "restorer", ISN_PART_RESTORER, ISN_MOOD_SURE },
  { "not-only", ISN_PART_NOT_ONLY, ISN_MOOD_SURE },
  { "clause-opener", ISN_PART_OPENER, ISN_MOOD_SURE },
  { "not-yet", ISN_PART_OPENER, ISN_MOOD_POSSIBLE },
  { "relative", ISN_PART_RELATIVE, ISN_MOOD_SURE },
  { "complementizer", ISN_PART_THAT, ISN_MOOD_SURE },
  { "copula", ISN_PART_COPULA, ISN_MOOD_SURE },
  { "pronoun", ISN_PART_PRONOUN, ISN_MOOD_SURE },
  { "prep", ISN_PART_PREP, ISN_MOOD_SURE },
  { "say", ISN_PART_SPEECH, ISN_MOOD_SURE },
  { "stress", ISN_PART_SPEECH, ISN_MOOD_SURE },
};

#define N_CLASSES (sizeof(table) / sizeof(table[0]))

_Static_assert(N_CLASSES <= ISN_N_MOOD_CLASSES, "too many classes");

void
isn_moods_init(IsnMoodClasses* const classes, const IsnImage* const image)
{
  for (size_t i = 0; i < N_CLASSES; ++i) {
    classes->numbers[i] = isn_classes_find(image, isn_str(table[i].class_name));
  }
}

static void
add_class(const IsnMoodClasses* const classes,
          const uint32_t number,
          IsnRole* const role)
{
  for (size_t i = 0; i < N_CLASSES; ++i) {
    if (classes->numbers[i] == number) {
      role->parts |= table[i].part;
      role->mood = table[i].mood > role->mood ? table[i].mood : role->mood;
      return;
    }
  }
}

static void
add_features(const IsnWord* const word,
             const uint32_t features,
             IsnRole* const role)
{
  static const uint32_t nouns = ISN_FEAT_MASDAR | ISN_FEAT_NOUN |
                                ISN_FEAT_ADJECTIVE | ISN_FEAT_ACTIVE_PART |
                                ISN_FEAT_PASSIVE_PART;
  role->parts |= features & ISN_FEAT_PERFECT ? ISN_PART_PERFECT : 0u;
  role->parts |= features & ISN_FEAT_IMPERFECT ? ISN_PART_IMPERFECT : 0u;
  role->parts |= features & nouns ? ISN_PART_NOUN : 0u;
  role->parts |= features & ISN_FEAT_MASDAR ? ISN_PART_MASDAR : 0u;
  if (features & (ISN_FEAT_ACTIVE_PART | ISN_FEAT_PASSIVE_PART)) {
    role->parts |= ISN_PART_PARTICIPLE;
  }
  if (features & ISN_FEAT_OBJECT && !(word->flags & ISN_WORD_TA)) {
    role->parts |= ISN_PART_OBJECT;
  }
}

/// Of a unit of several words, «من المقرر»: the classes its entries name.
static void
add_phrase(const IsnMoodClasses* const classes,
           const IsnAnnotationSource* const source,
           const IsnSpan tokens,
           IsnRole* const role)
{
  const IsnAnalysis* const a = source->analysis;
  size_t low = isn_analysis_first_hit(a, tokens.begin);
  for (; low < a->n_hits && a->hits[low].tokens.begin == tokens.begin; ++low) {
    const IsnStr type = a->hits[low].entry->type;
    if (a->hits[low].tokens.end == tokens.end && type.n_bytes &&
        type.data[0] == '+') {
      add_class(classes,
                isn_image_find_class(source->image,
                                     isn_str_slice(type, 1, type.n_bytes)),
                role);
    }
  }
}

static uint32_t
mark_parts(const IsnStr mark)
{
  static const char* const stops[] = { ".", "؛", ";", "!", "؟", "?", ":", "…" };
  static const char* const commas[] = { "،", ",", "-", "–", "—" };
  uint32_t parts =
    isn_str_is(mark, "؟") || isn_str_is(mark, "?") ? ISN_PART_ASKED : 0u;
  for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); ++i) {
    parts |= isn_str_is(mark, stops[i]) ? ISN_PART_STOP : 0u;
  }
  for (size_t i = 0; i < sizeof(commas) / sizeof(commas[0]); ++i) {
    parts |= isn_str_is(mark, commas[i]) ? ISN_PART_COMMA : 0u;
  }
  return parts;
}

static uint32_t
proclitic_parts(const IsnWord* const word)
{
  static const struct {
    char letter[3];
    uint32_t part;
  } proclitics[] = { { "و", ISN_PART_AND },
                     { "ف", ISN_PART_AND },
                     { "ل", ISN_PART_FOR },
                     { "ب", ISN_PART_WITH },
                     { "س", ISN_PART_FUTURE } };
  uint32_t parts = 0;
  for (unsigned p = 0; p < word->n_proclitics; ++p) {
    for (size_t i = 0; i < sizeof(proclitics) / sizeof(proclitics[0]); ++i) {
      if (!memcmp(word->proclitics + (size_t)p * 2, proclitics[i].letter, 2)) {
        parts |= proclitics[i].part;
      }
    }
  }
  return parts;
}

/// «ودعا»: if at all one word, the dual of a rare verb.
static bool
is_dual(const IsnWord* const word)
{
  for (size_t c = 0; c < word->n_classes; ++c) {
    if (!(word->classes[c] & ISN_FEAT_DUAL)) {
      return false;
    }
  }
  return word->n_classes > 0;
}

/// «وأن», «وقد», «فما»: a short word in front of which و or ف was not split
/// off, since a list knows the two as one.
static bool
add_particle(const IsnMoodClasses* const classes,
             const IsnAnnotationSource* const source,
             const IsnWord* const word,
             IsnRole* const role)
{
  const IsnImage* const image = source->image;
  if (word->n_proclitics || !(isn_str_starts(word->word, ISN_STR("و")) ||
                              isn_str_starts(word->word, ISN_STR("ف")))) {
    return false;
  }
  const IsnStr rest = isn_str_slice(word->word, 2, word->word.n_bytes);
  const bool takes_all = is_dual(word);
  bool is_one = false;
  is_one = is_one || isn_words_has(&isn_words_other_particles, rest);
  const uint32_t number = rest.n_bytes ? isn_image_find_word(image, rest) : 0;
  const IsnImageWord* const known = &image->words[number];
  for (uint32_t c = 0; number && c < known->n_classes; ++c) {
    const uint32_t marks = image->word_classes[known->first_class + c];
    const uint32_t before = role->parts;
    if (takes_all || marks & ISN_FEAT_PARTICLE) {
      add_class(classes, marks >> 16, role);
    }
    is_one = is_one || role->parts != before;
    if (takes_all) {
      add_features(word, marks & ~(uint32_t)ISN_FEAT_OBJECT, role);
    }
  }
  if (is_one) {
    role->parts |= ISN_PART_AND;
    role->word = rest;
  }
  return is_one;
}

/// A word of a closed class is no verb, whatever its letters could be: «بين»,
/// «دون», «رهنا».
static void
settle_closed(IsnRole* const role)
{
  static const uint32_t closed =
    ISN_PART_NEGATION | ISN_PART_CONDITION | ISN_PART_QUESTION |
    ISN_PART_RESTORER | ISN_PART_OPENER | ISN_PART_RELATIVE | ISN_PART_THAT |
    ISN_PART_PRONOUN | ISN_PART_PREP | ISN_PART_NOMINAL;
  if (role->parts & closed) {
    role->parts &=
      ~(uint32_t)(ISN_PART_FINITE | ISN_PART_NOUN | ISN_PART_MASDAR |
                  ISN_PART_PARTICIPLE | ISN_PART_OBJECT | ISN_PART_SPEECH);
  }
}

/// «(سيليك)»: one word in brackets is a name, whatever verb it looks like.
static bool
is_bracketed(const IsnDocument* const doc, const IsnSpan tokens)
{
  if (!tokens.begin || tokens.end >= doc->n_tokens) {
    return false;
  }
  const IsnSpan before = doc->tokens[tokens.begin - 1].bytes;
  const IsnSpan behind = doc->tokens[tokens.end].bytes;
  return doc->text.data[before.begin] == '(' &&
         doc->text.data[behind.begin] == ')';
}

/// How far behind «بدعوة» it may be told what to: «بدعوة من الوزير إلى عقد …».
#define MAX_WORDS_OF_INVITATION 10u

/// «بدعوة من الوزارة، »: at whose invitation, no verb («دعوه»), and what
/// follows is no mere wish.
static bool
is_invitation(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const words = source->analysis->words;
  if (!(isn_str_is(words[token].whole, "بدعوه") ||
        isn_str_is(words[token].whole, "لدعوه")) ||
      token + 1 >= doc->n_tokens || !isn_str_is(words[token + 1].word, "من")) {
    return false;
  }
  for (uint32_t t = token + 2;
       t < doc->n_tokens && t < token + MAX_WORDS_OF_INVITATION &&
       doc->tokens[t].kind == ISN_KIND_WORD;
       ++t) {
    if (isn_str_is(words[t].word, "الي")) {
      return false;
    }
  }
  return true;
}

/// Whether class number `c` of the word is one that it only looks like:
/// «بحثا علميا» is no dual of «بحث», «للمعارض» are no opponents where fairs can
/// stand.
static bool
is_lookalike(const IsnImage* const image,
             const IsnWord* const word,
             const size_t c)
{
  static const uint32_t finite = ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT;
  static const uint32_t participle =
    ISN_FEAT_ACTIVE_PART | ISN_FEAT_PASSIVE_PART;
  const bool is_dual_verb =
    word->classes[c] & finite && word->classes[c] & ISN_FEAT_DUAL;
  const bool is_participle = word->classes[c] & participle &&
                             !(word->classes[c] & ISN_FEAT_PLURAL) &&
                             word->flags & ISN_WORD_ARTICLE;
  if (!is_dual_verb && !is_participle) {
    return false;
  }
  for (size_t other = 0; other < word->n_classes; ++other) {
    const uint32_t marks = word->classes[other];
    if (other == c || marks >> 16 == word->classes[c] >> 16 ||
        !(marks & ISN_FEAT_NOUN)) {
      continue;
    }
    if (is_dual_verb ||
        (marks & ISN_FEAT_PLURAL &&
         marks >> 16 == isn_image_find_class(image, ISN_STR("meeting-noun")))) {
      return true;
    }
  }
  return false;
}

IsnRole
isn_moods_role(const IsnMoodClasses* const classes,
               const IsnAnnotationSource* const source,
               const IsnUnit* const unit)
{
  const IsnWord* const word = &source->analysis->words[unit->tokens.begin];
  IsnRole role = { proclitic_parts(word), ISN_MOOD_SURE, { NULL, 0 } };
  if (unit->kind != ISN_UNIT_WORD) {
    return role;
  }
  role.word = source->analysis->words[unit->tokens.end - 1].word;
  if (source->doc->tokens[unit->tokens.begin].kind == ISN_KIND_PUNCTUATION) {
    role.parts = mark_parts(word->word);
    return role;
  }
  if (is_bracketed(source->doc, unit->tokens)) {
    role.parts = 0;
    return role;
  }
  if (unit->tokens.end > unit->tokens.begin + 1) {
    add_phrase(classes, source, unit->tokens, &role);
    settle_closed(&role);
    return role;
  }
  if (add_particle(classes, source, word, &role)) {
    settle_closed(&role);
    return role;
  }
  if (is_invitation(source, unit->tokens.begin)) {
    role.parts |= ISN_PART_NOUN;
    return role;
  }
  for (size_t c = 0; c < word->n_classes; ++c) {
    if (!is_lookalike(source->image, word, c)) {
      add_class(classes, word->classes[c] >> 16, &role);
      add_features(word, word->classes[c], &role);
    }
  }
  if (word->flags & ISN_WORD_ARTICLE) {
    role.parts |= ISN_PART_NOUN;
  }
  settle_closed(&role);
  return role;
}
