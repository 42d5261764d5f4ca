// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/speakers.h"

#include "extract/lexicon/lexicon.h"
#include "extract/relations/excellency.h"
#include "extract/relations/focus.h"
#include "extract/tokenize/marks.h"
#include "extract/word_lists.h"

/// A speaker named longer ago than this is not meant any more.
#define MAX_TOKENS_BACK 500u

static bool
has_class(const IsnAnnotationSource* const source,
          const IsnUnit* const unit,
          const char* const name)
{
  return unit->kind == ISN_UNIT_WORD &&
         isn_word_has_class(&source->analysis->words[unit->tokens.begin],
                            isn_image_find_class(source->image, isn_str(name)));
}

/// «وأضاف الوزير»: whether a match begins with a verb that goes on with words,
/// and `units` are nothing but an office.
static bool
goes_on(const IsnAnnotationSource* const source,
        const IsnMatch* const match,
        const IsnSpan units)
{
  const IsnUnit* const all = match->annotated->units;
  return units.end == units.begin + 1 &&
         has_class(source, &all[match->units.begin], "add-say") &&
         has_class(source, &all[units.begin], "office");
}

/// Who holds the office that `units` word. «وأضاف الوزير» is who spoke before,
/// by whatever title, unless his post is known to be another and the office is
/// somebody else's.
static uint32_t
holder_of(const IsnSpeakers* const speakers,
          const IsnAnnotationSource* const source,
          const IsnMatch* const match,
          const IsnSpan units)
{
  const uint32_t token = match->annotated->units[units.begin].tokens.begin;
  const uint32_t now = isn_speakers_find(speakers, token);
  const uint32_t holder =
    isn_holders_find(speakers->holders, source, match, units, now);
  const bool keeps =
    goes_on(source, match, units) &&
    (holder == ISN_NO_ENTITY || !isn_holders_knows(speakers->holders, now));
  return keeps ? now : holder;
}

uint32_t
isn_speakers_holder(const IsnSpeakers* const speakers,
                    const IsnAnnotationSource* const source,
                    const IsnMatch* const match)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < match->rule->speaker.n_groups; ++g) {
    if (isn_match_units(match, &match->rule->speaker, g, &units, &at_word)) {
      return holder_of(speakers, source, match, units);
    }
  }
  return ISN_NO_ENTITY;
}

/// The gender that one reading of a word gives, where it is a verb or an
/// active participle in the singular.
static IsnGender
reading_gender(const uint32_t features)
{
  const uint32_t wanted =
    ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT | ISN_FEAT_ACTIVE_PART;
  const uint32_t unfit = ISN_FEAT_PLURAL | ISN_FEAT_DUAL | ISN_FEAT_FIRST;
  if (!(features & wanted) || features & unfit) {
    return ISN_GENDER_UNKNOWN;
  }
  return features & ISN_FEAT_FEMININE ? ISN_GENDER_FEMALE : ISN_GENDER_MALE;
}

/// «مشيدا», «مؤكدة», «قائلا»: of a participle in the accusative that is no verb
/// of the lexicon.
static IsnGender
participle_gender(const IsnStr word)
{
  const bool may_be = isn_str_starts(word, ISN_STR("م")) ||
                      isn_str_starts(word, ISN_STR("قايل")) ||
                      isn_str_starts(word, ISN_STR("لافت")) ||
                      isn_str_starts(word, ISN_STR("داعي")) ||
                      isn_str_starts(word, ISN_STR("كاشف"));
  if (!may_be || word.n_bytes < 10) {
    return ISN_GENDER_UNKNOWN;
  }
  return isn_str_ends(word, ISN_STR("ا"))   ? ISN_GENDER_MALE
         : isn_str_ends(word, ISN_STR("ه")) ? ISN_GENDER_FEMALE
                                            : ISN_GENDER_UNKNOWN;
}

/// The gender of the first verb of a match, if all its readings agree.
static IsnGender
verb_gender(const IsnAnnotationSource* const source,
            const IsnMatch* const match)
{
  for (uint32_t u = match->units.begin; u < match->units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind != ISN_UNIT_WORD) {
      continue;
    }
    const IsnWord* const word = &source->analysis->words[unit->tokens.begin];
    bool may_be[3] = { false };
    for (size_t c = 0; c < word->n_classes; ++c) {
      may_be[reading_gender(word->classes[c] & 0xFFFFu)] = true;
    }
    if (may_be[ISN_GENDER_MALE] || may_be[ISN_GENDER_FEMALE]) {
      return may_be[ISN_GENDER_MALE] && may_be[ISN_GENDER_FEMALE]
               ? ISN_GENDER_UNKNOWN
             : may_be[ISN_GENDER_MALE] ? ISN_GENDER_MALE
                                       : ISN_GENDER_FEMALE;
    }
    const IsnGender gender = participle_gender(word->word);
    if (gender != ISN_GENDER_UNKNOWN && u == match->units.begin) {
      return gender;
    }
  }
  return ISN_GENDER_UNKNOWN;
}

/// How many speakers a match names: a verb agrees with the only one.
static size_t
count_speakers(const IsnMatch* const match)
{
  IsnSpan units;
  bool at_word = false;
  size_t n = 0;
  for (size_t g = 0; g < match->rule->speaker.n_groups; ++g) {
    n += isn_match_units(match, &match->rule->speaker, g, &units, &at_word);
  }
  return n;
}

/// How many turns lie before `token`. Matches come a sentence at a time, so it
/// is among the last ones.
static size_t
turns_before(const IsnSpeakers* const speakers, const uint32_t token)
{
  size_t n = speakers->n;
  while (n && speakers->turns[n - 1].token >= token) {
    --n;
  }
  return n;
}

static IsnStatus
add_turn(IsnSpeakers* const speakers,
         IsnArena* const arena,
         const uint32_t token,
         const uint32_t entity,
         const IsnGender gender)
{
  const size_t i = turns_before(speakers, token);
  if (i < speakers->n && speakers->turns[i].token == token) {
    if (entity != ISN_NO_ENTITY) {
      speakers->turns[i].entity = entity;
    }
    if (speakers->turns[i].gender == ISN_GENDER_UNKNOWN) {
      speakers->turns[i].gender = gender;
    }
    return ISN_SUCCESS;
  }
  IsnTurn* const turns = isn_arena_grow(
    arena, speakers->turns, speakers->n, &speakers->capacity, sizeof(*turns));
  if (!turns) {
    return ISN_ERR_NO_MEMORY;
  }
  speakers->turns = turns;
  memmove(turns + i + 1, turns + i, (speakers->n++ - i) * sizeof(*turns));
  turns[i] = (IsnTurn){ token, entity, gender };
  return ISN_SUCCESS;
}

/// The last turn before `token`, or NULL if it is too long ago.
static const IsnTurn*
last_turn(const IsnSpeakers* const speakers, const uint32_t token)
{
  const size_t n = turns_before(speakers, token);
  const IsnTurn* const last = n ? &speakers->turns[n - 1] : NULL;
  return last && token - last->token <= MAX_TOKENS_BACK ? last : NULL;
}

uint32_t
isn_speakers_find(const IsnSpeakers* const speakers, const uint32_t token)
{
  const IsnTurn* const turn = last_turn(speakers, token);
  return turn ? turn->entity : ISN_NO_ENTITY;
}

/// Whether words close to `token` and before `end` tell of a statement: «أوضح
/// المجلس، في بيان».
static bool
has_statement(const IsnAnnotationSource* const source,
              const uint32_t token,
              const uint32_t end)
{
  enum { MAX_BACK = 8, MAX_ON = 16 };
  for (uint32_t t = token > MAX_BACK ? token - MAX_BACK : 0;
       t < end && t < token + MAX_ON;
       ++t) {
    if (isn_words_has(&isn_words_statement_nouns,
                      source->analysis->words[t].word)) {
      return true;
    }
  }
  return false;
}

/// «وأضاف البيان»: the body that made a statement last, or ISN_NO_ENTITY.
static uint32_t
body_of_statement(const IsnSpeakers* const speakers,
                  const IsnAnnotationSource* const source,
                  const uint32_t token)
{
  enum { MAX_TURNS_BACK = 4 };
  const size_t n = turns_before(speakers, token);
  if (!isn_words_has(&isn_words_statement_nouns_def,
                     source->analysis->words[token].word)) {
    return ISN_NO_ENTITY;
  }
  for (size_t i = n; i > 0 && n - i < MAX_TURNS_BACK; --i) {
    const IsnTurn* const turn = &speakers->turns[i - 1];
    if (turn->entity == ISN_NO_ENTITY ||
        token - turn->token > MAX_TOKENS_BACK) {
      break;
    }
    if (source->doc->entities[turn->entity].type == ISN_TYPE_ORGANIZATION &&
        has_statement(source, turn->token, token)) {
      return turn->entity;
    }
  }
  return ISN_NO_ENTITY;
}

IsnStatus
isn_speakers_note(IsnSpeakers* const speakers,
                  const IsnAnnotationSource* const source,
                  const IsnMatch* const match)
{
  IsnStatus st = ISN_SUCCESS;
  IsnSpan units;
  bool at_word = false;
  const IsnGender gender = count_speakers(match) == 1
                             ? verb_gender(source, match)
                             : ISN_GENDER_UNKNOWN;
  for (size_t g = 0; g < match->rule->speaker.n_groups; ++g) {
    if (!isn_match_units(match, &match->rule->speaker, g, &units, &at_word)) {
      continue;
    }
    const IsnUnit* const unit = &match->annotated->units[units.begin];
    const uint32_t token = unit->tokens.begin;
    const uint32_t body = body_of_statement(speakers, source, token);
    const uint32_t entity =
      unit->kind == ISN_UNIT_MENTION ? source->doc->mentions[unit->index].entity
      : body != ISN_NO_ENTITY        ? body
                              : holder_of(speakers, source, match, units);
    ISN_TRY(st,
            add_turn(speakers,
                     source->doc->arena,
                     token,
                     entity,
                     body != ISN_NO_ENTITY ? ISN_GENDER_UNKNOWN : gender));
  }
  if (isn_match_units(match, &match->rule->excellency, 0, &units, &at_word)) {
    const uint32_t token = match->annotated->units[units.begin].tokens.begin;
    ISN_TRY(st,
            add_turn(speakers,
                     source->doc->arena,
                     token,
                     isn_excellency_find(
                       source, match, isn_speakers_find(speakers, token)),
                     ISN_GENDER_UNKNOWN));
  }
  return st;
}

/// Where the sentence of a match begins.
static uint32_t
sentence_begin(const IsnDocument* const doc, const uint32_t token)
{
  const size_t s = isn_document_sentence_at(doc, token);
  return s < doc->n_sentences ? doc->sentences[s].tokens.begin : token;
}

/// «وفي لقائه مع سمير قال»: whether another person than `entity` is named in
/// the sentence before the match, so that either may be meant.
static bool
is_rivalled(const IsnDocument* const doc,
            const uint32_t entity,
            const uint32_t token)
{
  const uint32_t begin = sentence_begin(doc, token);
  for (size_t i = isn_focus_mentions_before(doc, token);
       i > 0 && doc->mentions[i - 1].tokens.begin >= begin;
       --i) {
    const IsnMention* const m = &doc->mentions[i - 1];
    if (m->type == ISN_TYPE_PERSON && m->entity != entity) {
      return true;
    }
  }
  return false;
}

/// «وأكدوا», «يقولون»: a verb in the plural is not said of one person.
static bool
is_of_many(const IsnAnnotationSource* const source, const IsnMatch* const match)
{
  const IsnUnit* const unit = &match->annotated->units[match->units.begin];
  if (unit->kind != ISN_UNIT_WORD) {
    return false;
  }
  const IsnWord* const word = &source->analysis->words[unit->tokens.begin];
  bool is_many = false;
  for (size_t c = 0; c < word->n_classes; ++c) {
    const uint32_t features = word->classes[c] & 0xFFFFu;
    is_many |= features & ISN_FEAT_PLURAL &&
               features & (ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT);
  }
  return is_many && (isn_str_ends(word->word, ISN_STR("وا")) ||
                     isn_str_ends(word->word, ISN_STR("ون")));
}

uint32_t
isn_speakers_resolve(const IsnSpeakers* const speakers,
                     const IsnAnnotationSource* const source,
                     const IsnMatch* const match,
                     const bool here)
{
  const uint32_t last =
    match->annotated->units[match->units.end - 1].tokens.begin;
  const IsnTurn* const turn = last_turn(speakers, last);
  if (!turn || is_of_many(source, match)) {
    return ISN_NO_ENTITY;
  }
  for (uint32_t t = turn->token; here && t < last; ++t) {
    if (isn_marks_paragraph_ends(source->doc, t)) {
      return ISN_NO_ENTITY;
    }
  }
  const uint32_t first =
    match->annotated->units[match->units.begin].tokens.begin;
  if (turn->token < sentence_begin(source->doc, first) &&
      is_rivalled(source->doc, turn->entity, first)) {
    return ISN_NO_ENTITY;
  }
  const IsnGender gender = verb_gender(source, match);
  return gender != ISN_GENDER_UNKNOWN && turn->gender != ISN_GENDER_UNKNOWN &&
             gender != turn->gender
           ? ISN_NO_ENTITY
           : turn->entity;
}
