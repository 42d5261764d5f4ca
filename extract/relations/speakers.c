// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/speakers.h"

#include "extract/relations/focus.h"
#include "extract/lexicon/lexicon.h"
#include "extract/tokenize/marks.h"
#include "extract/tokenize/normal.h"

/// A speaker named longer ago than this is not meant any more.
#define MAX_TOKENS_BACK 500u

static IsnStr
without_article(const IsnStr word)
{
  return word.n_bytes > 6 && isn_str_starts(word, ISN_STR("ال"))
           ? isn_str_slice(word, 4, word.n_bytes)
           : word;
}

/// The next word of a folded text, its article left out; false at the end.
static bool
next_word(IsnStr* const rest, IsnStr* const word)
{
  size_t begin = 0;
  while (begin < rest->n_bytes && rest->data[begin] == ' ') {
    ++begin;
  }
  size_t end = begin;
  while (end < rest->n_bytes && rest->data[end] != ' ') {
    ++end;
  }
  *word = without_article(isn_str_slice(*rest, begin, end));
  *rest = isn_str_slice(*rest, end, rest->n_bytes);
  return end > begin;
}

static bool
has_word(IsnStr title, const IsnStr word)
{
  IsnStr other = { NULL, 0 };
  while (next_word(&title, &other)) {
    if (isn_str_equal(other, word)) {
      return true;
    }
  }
  return false;
}

/// Whether the words of `units` name the post `title`: they begin alike and
/// say nothing that it does not.
static bool
fits_title(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const IsnStr title)
{
  IsnStr rest = title;
  IsnStr first = { NULL, 0 };
  next_word(&rest, &first);
  bool is_first = true;
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind != ISN_UNIT_WORD) {
      continue;
    }
    for (uint32_t t = unit->tokens.begin; t < unit->tokens.end; ++t) {
      const IsnStr word = without_article(source->analysis->words[t].word);
      if (is_first ? !isn_str_equal(word, first) : !has_word(title, word)) {
        return false;
      }
      is_first = false;
    }
  }
  return !is_first;
}

/// The first mention in a group of the match, or ISN_NO_ENTITY.
static uint32_t
mention_in(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units)
{
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind == ISN_UNIT_MENTION) {
      return source->doc->mentions[unit->index].entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// «البعثة» and «البعثة البرلمانية» may be one, two names never are.
static bool
same_body(const IsnDocument* const doc, const uint32_t a, const uint32_t b)
{
  return a == b ||
         (a != ISN_NO_ENTITY && b != ISN_NO_ENTITY &&
          (isn_str_starts(doc->entities[a].label, doc->entities[b].label) ||
           isn_str_starts(doc->entities[b].label, doc->entities[a].label)));
}

static bool
works_for(const IsnDocument* const doc,
          const uint32_t person,
          const uint32_t body)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (fact->property == ISN_PROP_WORKS_FOR && fact->subject == person &&
        same_body(doc, fact->object, body)) {
      return true;
    }
  }
  return false;
}

/// The one person whose name ends in the first word of `units`: «واعتبر
/// مزوار» after «صلاح الدين مزوار», where the entities stage saw no name.
static uint32_t
find_by_name(const IsnAnnotationSource* const source,
             const IsnMatch* const match,
             const IsnSpan units)
{
  const IsnDocument* const doc = source->doc;
  const IsnStr word =
    source->analysis->words[match->annotated->units[units.begin].tokens.begin]
      .word;
  uint32_t found = ISN_NO_ENTITY;
  for (uint32_t i = 0; i < doc->n_entities; ++i) {
    if (doc->entities[i].type != ISN_TYPE_PERSON) {
      continue;
    }
    const IsnStr label =
      isn_normal_copy(doc->arena, doc->entities[i].label, ISN_FOLD_FULL);
    const bool fits = word.n_bytes > 4 && isn_str_ends(label, word) &&
                      (label.n_bytes == word.n_bytes ||
                       label.data[label.n_bytes - word.n_bytes - 1] == ' ');
    if (fits && found != ISN_NO_ENTITY) {
      return ISN_NO_ENTITY;
    }
    found = fits ? i : found;
  }
  return found;
}

static uint32_t
find_holder(const IsnSpeakers* const speakers,
            const IsnAnnotationSource* const source,
            const IsnMatch* const match,
            const IsnSpan units)
{
  const IsnDocument* const doc = source->doc;
  IsnSpan body_units;
  bool at_word = false;
  const bool has_body =
    isn_match_units(match, &match->rule->body, 0, &body_units, &at_word);
  const uint32_t body =
    has_body ? mention_in(source, match, body_units) : ISN_NO_ENTITY;
  const uint32_t now = isn_speakers_find(
    speakers, match->annotated->units[units.begin].tokens.begin);
  uint32_t found = find_by_name(source, match, units);
  if (found != ISN_NO_ENTITY) {
    return found;
  }
  bool is_clear = true;
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (fact->property != ISN_PROP_POSITION || fact->modality ||
        fact->subject == found) {
      continue;
    }
    const IsnStr title =
      isn_normal_copy(doc->arena, fact->value, ISN_FOLD_FULL);
    if (fits_title(source, match, units, title) &&
        (!has_body || works_for(doc, fact->subject, body))) {
      is_clear = found == ISN_NO_ENTITY;
      found = fact->subject;
      if (found == now) {
        return found;
      }
    }
  }
  return is_clear ? found : ISN_NO_ENTITY;
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
      return find_holder(speakers, source, match, units);
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

static IsnStatus
add_turn(IsnSpeakers* const speakers,
         IsnArena* const arena,
         const uint32_t token,
         const uint32_t entity,
         const IsnGender gender)
{
  for (size_t i = speakers->n; i-- > 0;) {
    if (speakers->turns[i].token == token) {
      if (entity != ISN_NO_ENTITY) {
        speakers->turns[i].entity = entity;
      }
      if (speakers->turns[i].gender == ISN_GENDER_UNKNOWN) {
        speakers->turns[i].gender = gender;
      }
      return ISN_SUCCESS;
    }
  }
  IsnTurn* const turns = isn_arena_grow(
    arena, speakers->turns, speakers->n, &speakers->capacity, sizeof(*turns));
  if (!turns) {
    return ISN_ERR_NO_MEMORY;
  }
  speakers->turns = turns;
  speakers->turns[speakers->n++] = (IsnTurn){ token, entity, gender };
  return ISN_SUCCESS;
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
    const uint32_t entity = unit->kind == ISN_UNIT_MENTION
                              ? source->doc->mentions[unit->index].entity
                              : find_holder(speakers, source, match, units);
    ISN_TRY(st,
            add_turn(speakers,
                     source->doc->arena,
                     unit->tokens.begin,
                     entity,
                     gender));
  }
  if (isn_match_units(match, &match->rule->excellency, 0, &units, &at_word)) {
    const uint32_t token = match->annotated->units[units.begin].tokens.begin;
    ISN_TRY(
      st,
      add_turn(speakers,
               source->doc->arena,
               token,
               isn_focus_last(source->doc, ISN_TYPES(ISN_TYPE_PERSON), token),
               ISN_GENDER_UNKNOWN));
  }
  return st;
}

/// The last turn before `token`, or NULL if it is too long ago.
static const IsnTurn*
last_turn(const IsnSpeakers* const speakers, const uint32_t token)
{
  const IsnTurn* found = NULL;
  for (size_t i = 0; i < speakers->n; ++i) {
    const IsnTurn* const turn = &speakers->turns[i];
    if (turn->token < token && (!found || turn->token > found->token)) {
      found = turn;
    }
  }
  return found && token - found->token <= MAX_TOKENS_BACK ? found : NULL;
}

uint32_t
isn_speakers_find(const IsnSpeakers* const speakers, const uint32_t token)
{
  const IsnTurn* const turn = last_turn(speakers, token);
  return turn ? turn->entity : ISN_NO_ENTITY;
}

/// Where the sentence of a match begins.
static uint32_t
sentence_begin(const IsnDocument* const doc, const uint32_t token)
{
  size_t low = 0;
  for (size_t high = doc->n_sentences; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->sentences[middle].tokens.end <= token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < doc->n_sentences ? doc->sentences[low].tokens.begin : token;
}

/// «وفي لقائه مع سمير قال»: whether another person than `entity` is named in
/// the sentence before the match, so that either may be meant.
static bool
is_rivalled(const IsnDocument* const doc,
            const uint32_t entity,
            const uint32_t token)
{
  const uint32_t begin = sentence_begin(doc, token);
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= begin && m->tokens.begin < token &&
        m->type == ISN_TYPE_PERSON && m->entity != entity) {
      return true;
    }
  }
  return false;
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
  if (!turn) {
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
