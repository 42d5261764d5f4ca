// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/facts.h"

#include "extract/relations/doubts.h"
#include "extract/word_lists.h"

#include <string.h>

/// More places than these say the same do not make it truer.
#define MAX_EVIDENCE 4

static uint64_t
fact_hash(const IsnFact* const fact)
{
  uint64_t h = isn_str_hash(fact->value);
  h = (h ^ fact->subject) * 0x9E3779B97F4A7C15u;
  h = (h ^ fact->object) * 0x9E3779B97F4A7C15u;
  h = (h ^ (uint64_t)fact->property ^ ((uint64_t)fact->modality << 8)) *
      0x9E3779B97F4A7C15u;
  return h ^ h >> 31;
}

static bool
same_fact(const IsnFact* const a, const IsnFact* const b)
{
  return a->subject == b->subject && a->property == b->property &&
         a->object == b->object && a->modality == b->modality &&
         isn_str_equal(a->value, b->value);
}

/// The slot of `fact`: it holds its number + 1, or 0 where it would go.
static uint32_t*
find_slot(const IsnFactSet* const set,
          const IsnDocument* const doc,
          const IsnFact* const fact)
{
  const size_t mask = set->n_slots - 1;
  size_t i = (size_t)fact_hash(fact) & mask;
  while (set->slots[i] && !same_fact(&doc->facts[set->slots[i] - 1], fact)) {
    i = (i + 1) & mask;
  }
  return &set->slots[i];
}

static bool
grow(IsnFactSet* const set, const IsnDocument* const doc)
{
  set->n_slots = set->n_slots ? set->n_slots * 2 : 256;
  set->slots = isn_arena_array(doc->arena, set->n_slots, sizeof(*set->slots));
  if (!set->slots) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    *find_slot(set, doc, &doc->facts[i]) = (uint32_t)i + 1;
  }
  return true;
}

bool
isn_facts_init(IsnFactSet* const set, IsnDocument* const doc)
{
  *set = (IsnFactSet){ NULL, 0 };
  doc->n_facts = 0;
  doc->facts_capacity = 0;
  doc->facts = isn_arena_grow(
    doc->arena, NULL, 0, &doc->facts_capacity, sizeof(*doc->facts));
  return doc->facts && grow(set, doc);
}

static void
add_evidence(IsnFact* const fact,
             const IsnFact* const again,
             const IsnSpan span)
{
  if (again->confidence > fact->confidence) {
    fact->confidence = again->confidence;
    fact->rule = again->rule;
  }
  if (fact->context == ISN_NO_ENTITY) {
    fact->context = again->context;
  }
  fact->is_default = fact->is_default && again->is_default;
  fact->is_planned = fact->is_planned || again->is_planned;
  fact->is_minimum = fact->is_minimum || again->is_minimum;
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    if (fact->evidence[i].begin == span.begin &&
        fact->evidence[i].end == span.end) {
      return;
    }
  }
  if (fact->n_evidence < MAX_EVIDENCE) {
    fact->evidence[fact->n_evidence++] = span;
  }
}

/// No meeting lasts for years: such a duration is of what it speaks about.
static bool
is_too_long(const IsnDocument* const doc, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_DURATION &&
         fact->subject != ISN_NO_ENTITY &&
         doc->entities[fact->subject].type == ISN_TYPE_MEETING &&
         (isn_str_ends(fact->value, ISN_STR("Y")) ||
          (isn_str_ends(fact->value, ISN_STR("M")) &&
           !isn_str_is(fact->value, "P1M")));
}

IsnStatus
isn_facts_add(IsnFactSet* const set,
              IsnDocument* const doc,
              const IsnFact* const fact,
              const IsnSpan evidence)
{
  if (is_too_long(doc, fact)) {
    return ISN_SUCCESS;
  }
  if (doc->n_facts * 2 >= set->n_slots && !grow(set, doc)) {
    return ISN_ERR_NO_MEMORY;
  }
  uint32_t* const slot = find_slot(set, doc, fact);
  if (*slot) {
    add_evidence(&doc->facts[*slot - 1], fact, evidence);
    return ISN_SUCCESS;
  }
  IsnFact* const facts = isn_arena_grow(
    doc->arena, doc->facts, doc->n_facts, &doc->facts_capacity, sizeof(*facts));
  IsnSpan* const spans =
    isn_arena_array(doc->arena, MAX_EVIDENCE, sizeof(*spans));
  if (!facts || !spans) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->facts = facts;
  IsnFact* const added = &facts[doc->n_facts++];
  *added = *fact;
  added->evidence = spans;
  added->evidence[0] = evidence;
  added->n_evidence = 1;
  *slot = (uint32_t)doc->n_facts;
  return ISN_SUCCESS;
}

/// «تستضيفه تونس», «في فندق شيراتون»: the town of the dateline is where in that
/// country, or where that building is; «بمنطقة الباحة» is elsewhere.
static bool
is_no_town(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (fact->property != ISN_PROP_HELD_IN || !doc->entities ||
      fact->object >= doc->n_entities) {
    return false;
  }
  const IsnStr kind = doc->entities[fact->object].kind;
  return !isn_str_is(kind, "City") && !isn_str_is(kind, "Region");
}

/// One bit a property for each subject that has it for sure.
static uint64_t*
sure_properties(const IsnDocument* const doc)
{
  uint64_t* const sure =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*sure));
  for (size_t i = 0; sure && i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (!fact->is_default && !fact->modality &&
        fact->subject != ISN_NO_ENTITY && !is_no_town(doc, fact)) {
      sure[fact->subject] |= (uint64_t)1 << fact->property;
    }
  }
  return sure;
}

/// An event has one number, one begin, one end, so many who came.
static bool
is_single(const IsnProperty property)
{
  return property == ISN_PROP_ORDINAL || property == ISN_PROP_START_DATE ||
         property == ISN_PROP_END_DATE || property == ISN_PROP_DURATION ||
         property == ISN_PROP_ATTENDEE_COUNT ||
         property == ISN_PROP_COUNTRY_COUNT;
}

/// «إلى عام 2022», then «من 5 إلى 7 أبريل 2022»: the day tells more than the
/// year that it is in.
static bool
is_day_in(const IsnFact* const day, const IsnFact* const year)
{
  return (day->property == ISN_PROP_START_DATE ||
          day->property == ISN_PROP_END_DATE) &&
         day->value.n_bytes > year->value.n_bytes &&
         isn_str_starts(day->value, year->value);
}

/// Whether another value of the same is better founded, or told before.
static bool
is_outdone(const IsnDocument* const doc, const size_t number)
{
  const IsnFact* const fact = &doc->facts[number];
  if (!is_single(fact->property) || fact->modality) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    if (i != number && other->property == fact->property &&
        other->subject == fact->subject && !other->modality &&
        !is_day_in(fact, other) &&
        (is_day_in(other, fact) || other->confidence > fact->confidence ||
         (other->confidence >= fact->confidence && i < number))) {
      return true;
    }
  }
  return false;
}

static bool
is_count(const IsnProperty property)
{
  return property == ISN_PROP_ATTENDEE_COUNT ||
         property == ISN_PROP_COUNTRY_COUNT ||
         property == ISN_PROP_ARREST_COUNT;
}

static bool
share_evidence(const IsnFact* const a, const IsnFact* const b)
{
  for (size_t i = 0; i < a->n_evidence; ++i) {
    for (size_t j = 0; j < b->n_evidence; ++j) {
      if (a->evidence[i].begin < b->evidence[j].end &&
          b->evidence[j].begin < a->evidence[i].end) {
        return true;
      }
    }
  }
  return false;
}

/// «وحضر المؤتمر السابق 280 مندوبا»: whether the same words give the value of a
/// default fact to something that they name.
static bool
is_of_other(const IsnDocument* const doc, const IsnFact* const fact)
{
  for (size_t i = 0; fact->is_default && i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    if (!other->is_default && other->subject != fact->subject &&
        (other->property == fact->property ||
         (is_count(other->property) && is_count(fact->property))) &&
        fact->value.n_bytes && isn_str_equal(other->value, fact->value) &&
        share_evidence(fact, other)) {
      return true;
    }
  }
  return false;
}

static bool
is_country(const IsnDocument* const doc, const uint32_t entity)
{
  return doc->entities && entity < doc->n_entities &&
         isn_str_is(doc->entities[entity].kind, "Country");
}

/// «جدة، السعودية – …», of a meeting that was in Tunisia: whether a default
/// town is said to be in another country than the one where the event was.
static bool
is_abroad(const IsnDocument* const doc, const IsnFact* const fact)
{
  uint32_t there = ISN_NO_ENTITY;
  uint32_t here = ISN_NO_ENTITY;
  if (!fact->is_default || fact->property != ISN_PROP_HELD_IN) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    if (other->modality || other->is_default ||
        !is_country(doc, other->object)) {
      continue;
    }
    if (other->property == ISN_PROP_HELD_IN &&
        other->subject == fact->subject) {
      there = other->object;
    } else if (other->property == ISN_PROP_IN_COUNTRY &&
               other->subject == fact->object) {
      here = other->object;
    }
  }
  return there != ISN_NO_ENTITY && here != ISN_NO_ENTITY && there != here;
}

/// What a text tells only of an event that it reports.
static bool
is_report(const IsnProperty property)
{
  return property == ISN_PROP_ORGANIZES || property == ISN_PROP_HOSTS ||
         property == ISN_PROP_ATTENDS || property == ISN_PROP_SPEAKS_AT ||
         property == ISN_PROP_FUNDS || property == ISN_PROP_START_DATE ||
         property == ISN_PROP_END_DATE || property == ISN_PROP_DURATION ||
         property == ISN_PROP_GOAL || property == ISN_PROP_PART_OF ||
         is_count(property);
}

/// «بطولة العالم», «معسكر»: the news of a contest is written at home.
static bool
is_contest(const IsnStr label)
{
  if (isn_words_begin(&isn_words_away_heads, label)) {
    return true;
  }
  return false;
}

/// «جدة – هاجم المدرب لاعبيه بعد خروجهم من البطولة»: whether a meeting of which
/// a text tells nothing else would be where the dateline is.
static bool
is_only_mentioned(const IsnDocument* const doc, const IsnFact* const fact)
{
  if (!fact->is_default || fact->property != ISN_PROP_HELD_IN ||
      !doc->entities || doc->entities[fact->subject].type != ISN_TYPE_MEETING) {
    return false;
  }
  if (is_contest(doc->entities[fact->subject].label)) {
    return true;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const other = &doc->facts[i];
    const bool tells =
      is_report(other->property) ||
      (other->property == ISN_PROP_HELD_IN && !other->is_default);
    if (!other->modality && tells &&
        (other->subject == fact->subject || other->object == fact->subject)) {
      return false;
    }
  }
  return true;
}

/// Whether the event begins later than the document's day.
static bool
is_to_come(const IsnDocument* const doc, const uint32_t event)
{
  for (size_t i = 0; doc->date.n_bytes >= 10 && i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (fact->subject == event && fact->property == ISN_PROP_START_DATE &&
        !fact->modality && fact->value.n_bytes == 10) {
      return memcmp(fact->value.data, doc->date.data, 10) > 0;
    }
  }
  return false;
}

/// Nobody has spoken yet at a meeting that is only announced, unless the words
/// are its programme's.
static bool
speaks_too_early(const IsnDocument* const doc, IsnFact* const fact)
{
  if (fact->property == ISN_PROP_QUOTE && fact->context != ISN_NO_ENTITY &&
      is_to_come(doc, fact->context)) {
    fact->context = ISN_NO_ENTITY;
  }
  return fact->property == ISN_PROP_SPEAKS_AT && !fact->modality &&
         !fact->is_planned && is_to_come(doc, fact->object);
}

bool
isn_facts_settle(IsnDocument* const doc)
{
  const uint64_t* const sure = sure_properties(doc);
  if (!sure) {
    return false;
  }
  bool* const yields = isn_arena_array(doc->arena, doc->n_facts + 1, 1);
  if (!yields) {
    return false;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    yields[i] = (fact->is_default && fact->subject != ISN_NO_ENTITY &&
                 sure[fact->subject] >> fact->property & 1u) ||
                is_outdone(doc, i) || is_of_other(doc, fact) ||
                is_abroad(doc, fact) || is_only_mentioned(doc, fact) ||
                isn_doubts_has(doc, fact) ||
                speaks_too_early(doc, &doc->facts[i]);
  }
  size_t n = 0;
  for (size_t i = 0; i < doc->n_facts; ++i) {
    if (!yields[i]) {
      doc->facts[n++] = doc->facts[i];
    }
  }
  doc->n_facts = n;
  return true;
}
