// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE // memmem
#include "extract/relations/doubts.h"

#include "extract/word_lists.h"

#include <string.h>

/// «حزب العدالة ببني ملال», «الشرطة الوطنية في كيغالي»: what has branches all
/// over a country, or the world, has no seat where one of them is named.
static bool
is_branch(const IsnDocument* const doc, const IsnFact* const fact)
{
  static const char* const kinds[] = {
    "party", "police", "union", "armed", "international",
  };
  if (!fact->is_default || fact->property != ISN_PROP_HELD_IN ||
      !doc->entities || fact->subject >= doc->n_entities) {
    return false;
  }
  const IsnEntity* const entity = &doc->entities[fact->subject];
  bool is_one = ISN_IS_ONE_OF(entity->kind, kinds);
  is_one = is_one || isn_words_begin(&isn_words_branch_heads, entity->label);
  return is_one && entity->type == ISN_TYPE_ORGANIZATION;
}

/// «منظمة الصحة العالمية في المغرب»: of all bodies only a bureau, a school and
/// the like are in the one country that is named behind them.
static bool
is_all_over(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (!fact->is_default || fact->property != ISN_PROP_HELD_IN ||
      !doc->entities || fact->subject >= doc->n_entities ||
      fact->object >= doc->n_entities ||
      doc->entities[fact->subject].type != ISN_TYPE_ORGANIZATION ||
      !isn_str_is(doc->entities[fact->object].kind, "Country")) {
    return false;
  }
  bool is_house =
    isn_words_begin(&isn_words_house_heads, doc->entities[fact->subject].label);
  // one that is the country's own may be anywhere in it
  for (size_t i = 0; is_house && i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    is_house = other->property != ISN_PROP_UNIT_OF || other->modality ||
               other->subject != fact->subject || other->object != fact->object;
  }
  return !is_house;
}

static bool
has(const IsnDocument* const doc, const IsnStr words)
{
  return doc->text.n_bytes &&
         memmem(doc->text.data, doc->text.n_bytes, words.data, words.n_bytes);
}

/// Whether the text has `before` and one of `after` behind it.
static bool
text_has(const IsnDocument* const doc,
         const IsnStr before,
         const IsnWords* const after)
{
  const char* const end = doc->text.data + doc->text.n_bytes;
  const char* at = before.n_bytes ? doc->text.data : NULL;
  while (at &&
         (at = memmem(at, (size_t)(end - at), before.data, before.n_bytes))) {
    at += before.n_bytes;
    const IsnStr rest = { at, (size_t)(end - at) };
    if (isn_words_begin(after, rest)) {
      return true;
    }
    at -= before.n_bytes - 1;
  }
  return false;
}

/// Whether the text has a name of two words or more of the entity, and behind
/// it what says where.
static bool
is_placed_as(const IsnDocument* const doc, const IsnStr name)
{
  return memchr(name.data, ' ', name.n_bytes) &&
         text_has(doc, name, &isn_words_placing);
}

/// «المديرة الإقليمية للبنك في ألماتي»: a body that only a noun points back to
/// is not said to have its seat there.
static bool
is_pointed_to(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (!fact->is_default || fact->property != ISN_PROP_HELD_IN ||
      !doc->entities || fact->subject >= doc->n_entities ||
      doc->entities[fact->subject].type != ISN_TYPE_ORGANIZATION) {
    return false;
  }
  const IsnEntity* const entity = &doc->entities[fact->subject];
  bool is_placed = is_placed_as(doc, entity->label);
  for (size_t i = 0; !is_placed && i < entity->n_aliases; ++i) {
    is_placed = is_placed_as(doc, entity->aliases[i]);
  }
  return !is_placed;
}

/// «الأمانة العامة للمجلس في تونس»: what belongs to a body belongs to no
/// country besides, unless it is a ministry.
static bool
is_only_there(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_UNIT_OF || !doc->entities ||
      fact->object >= doc->n_entities || fact->subject >= doc->n_entities ||
      doc->entities[fact->object].type != ISN_TYPE_PLACE ||
      isn_str_is(doc->entities[fact->subject].kind, "ministry")) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    if (other->property == ISN_PROP_UNIT_OF && !other->modality &&
        !other->is_default && other->subject == fact->subject &&
        other->object < doc->n_entities &&
        doc->entities[other->object].type == ISN_TYPE_ORGANIZATION) {
      return true;
    }
  }
  return false;
}

/// «باب التقديم للدورة الثامنة»: a round of which the text tells nothing but
/// its number, and that has no name, need be no meeting.
static bool
is_bare_round(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_ORDINAL || !doc->entities ||
      fact->subject >= doc->n_entities) {
    return false;
  }
  const IsnEntity* const entity = &doc->entities[fact->subject];
  if (entity->type != ISN_TYPE_MEETING || entity->n_aliases ||
      !isn_str_starts(entity->label, ISN_STR("الدورة ")) ||
      memchr(entity->label.data + strlen("الدورة "),
             ' ',
             entity->label.n_bytes - strlen("الدورة "))) {
    return false;
  }
  if (text_has(doc, entity->label, &isn_words_round_of)) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    if (other != fact &&
        (other->subject == fact->subject || other->object == fact->subject)) {
      return false;
    }
  }
  return true;
}

/// «النقيب زيان» of the bar, «العميد الصويري» of a team.
static bool
is_no_rank(const IsnDocument* const doc, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_RANK &&
         ((isn_str_is(fact->value, "النقيب") && has(doc, ISN_STR("محام"))) ||
          (isn_str_is(fact->value, "العميد") && has(doc, ISN_STR("المباراة"))));
}

/// «عضو من الحزب الديمقراطي في اللجنة»: a party is no body's unit.
static bool
is_party_inside(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_UNIT_OF || !doc->entities ||
      fact->subject >= doc->n_entities || fact->object >= doc->n_entities ||
      doc->entities[fact->object].type != ISN_TYPE_ORGANIZATION) {
    return false;
  }
  const IsnEntity* const entity = &doc->entities[fact->subject];
  return isn_str_is(entity->kind, "party") ||
         isn_str_starts(entity->label, ISN_STR("حزب ")) ||
         isn_str_starts(entity->label, ISN_STR("الحزب "));
}

/// «لجنة الشباب» is of the young, not of the club that is called so.
static bool
is_of_the_young(const IsnDocument* const doc, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_UNIT_OF && doc->entities &&
         fact->object < doc->n_entities &&
         isn_str_is(doc->entities[fact->object].label, "الشباب");
}

/// «هو الأول من نوعه» counts no meetings.
static bool
is_only_one(const IsnDocument* const doc, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_ORDINAL && isn_str_is(fact->value, "1") &&
         (text_has(doc, ISN_STR("الأول"), &isn_words_of_its_kind) ||
          text_has(doc, ISN_STR("الأولى"), &isn_words_of_its_kind) ||
          text_has(doc, ISN_STR("الاول"), &isn_words_of_its_kind) ||
          text_has(doc, ISN_STR("الاولى"), &isn_words_of_its_kind));
}

/// Whether a sentence, or two with one between at most, name both `person` and
/// `meeting`.
static bool
are_named_together(const IsnDocument* const doc,
                   const uint32_t person,
                   const uint32_t meeting)
{
  size_t last_person = 0;
  size_t last_meeting = 0;
  bool has_person = false;
  bool has_meeting = false;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity != person && m->entity != meeting) {
      continue;
    }
    const size_t s = isn_document_sentence_at(doc, m->tokens.begin);
    if (m->entity == person) {
      has_person = true;
      last_person = s;
    } else {
      has_meeting = true;
      last_meeting = s;
    }
    const size_t apart = last_person > last_meeting
                           ? last_person - last_meeting
                           : last_meeting - last_person;
    if (has_person && has_meeting && apart <= 2) {
      return true;
    }
  }
  return false;
}

/// «وقال خبير في القانون …» in news of a press conference: only those who held
/// it speak there, and the text names them with it.
static bool
is_not_of_conference(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_SPEAKS_AT || !doc->entities ||
      fact->subject >= doc->n_entities || fact->object >= doc->n_entities ||
      isn_str_starts(fact->rule, ISN_STR("speaks-"))) {
    return false;
  }
  const IsnStr label = doc->entities[fact->object].label;
  return isn_words_begin(&isn_words_press_conference_heads, label) &&
         !are_named_together(doc, fact->subject, fact->object);
}

/// «خلال مؤتمر صحفي عقدته الوزارة»: it is held for the press, and is no meeting
/// of the body.
static bool
is_met_for_press(const IsnDocument* const doc, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_MEETING_OF && doc->entities &&
         fact->subject < doc->n_entities &&
         isn_words_begin(&isn_words_press_conference_heads,
                         doc->entities[fact->subject].label);
}

/// «المعسكر الإعدادي», «الدورة الثالثة للانتخابات البلدية»: nobody has the word
/// at a training camp, a cup or the round of an election.
static bool
is_no_place_to_speak(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_SPEAKS_AT || !doc->entities ||
      fact->object >= doc->n_entities) {
    return false;
  }
  const IsnStr label = doc->entities[fact->object].label;
  if (isn_words_begin(&isn_words_contest_heads, label)) {
    return true;
  }
  for (size_t i = 0; i < isn_words_election_rounds.n; ++i) {
    const IsnStr round = isn_words_election_rounds.list[i];
    if (isn_str_starts(label, ISN_STR("الدورة ")) &&
        memmem(label.data, label.n_bytes, round.data, round.n_bytes)) {
      return true;
    }
  }
  return false;
}

bool
isn_doubts_has(const IsnDocument* const doc, const IsnFact* const fact)
{
  return is_branch(doc, fact) || is_all_over(doc, fact) ||
         is_pointed_to(doc, fact) || is_only_there(doc, fact) ||
         is_bare_round(doc, fact) || is_no_rank(doc, fact) ||
         is_party_inside(doc, fact) || is_of_the_young(doc, fact) ||
         is_only_one(doc, fact) || is_not_of_conference(doc, fact) ||
         is_met_for_press(doc, fact) || is_no_place_to_speak(doc, fact);
}
