// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/facts.h"

#include "graph/evidence.h"
#include "graph/nodes.h"
#include "graph/value.h"

/// What a fact's property is in the graph. quote, position and grant stand for
/// the statement that is their gist; their nodes come beside it.
static const IsnName predicates[ISN_N_PROPERTIES] = {
  [ISN_PROP_FUNDS] = ISN_NAME_ISN_FUNDS,
  [ISN_PROP_SPEAKS_AT] = ISN_NAME_ISN_SPEAKS_AT,
  [ISN_PROP_ORGANIZES] = ISN_NAME_ISN_ORGANIZES,
  [ISN_PROP_HOSTS] = ISN_NAME_ISN_HOSTS,
  [ISN_PROP_ATTENDS] = ISN_NAME_ISN_ATTENDS,
  [ISN_PROP_RUNS] = ISN_NAME_ISN_RUNS,
  [ISN_PROP_LAUNCHES] = ISN_NAME_ISN_LAUNCHES,
  [ISN_PROP_SIGNS] = ISN_NAME_ISN_SIGNS,
  [ISN_PROP_MEETING_OF] = ISN_NAME_ISN_MEETING_OF,
  [ISN_PROP_PART_OF] = ISN_NAME_ISN_PART_OF,
  [ISN_PROP_HELD_IN] = ISN_NAME_SCHEMA_LOCATION,
  [ISN_PROP_START_DATE] = ISN_NAME_SCHEMA_START_DATE,
  [ISN_PROP_END_DATE] = ISN_NAME_SCHEMA_END_DATE,
  [ISN_PROP_DURATION] = ISN_NAME_SCHEMA_DURATION,
  [ISN_PROP_ORDINAL] = ISN_NAME_ISN_ORDINAL,
  [ISN_PROP_ATTENDEE_COUNT] = ISN_NAME_ISN_ATTENDEE_COUNT,
  [ISN_PROP_COUNTRY_COUNT] = ISN_NAME_ISN_COUNTRY_COUNT,
  [ISN_PROP_ARREST_COUNT] = ISN_NAME_ISN_ARREST_COUNT,
  [ISN_PROP_GOAL] = ISN_NAME_ISN_GOAL,
  [ISN_PROP_IN_COUNTRY] = ISN_NAME_SCHEMA_CONTAINED_IN_PLACE,
  [ISN_PROP_UNIT_OF] = ISN_NAME_SCHEMA_PARENT_ORGANIZATION,
  [ISN_PROP_MEMBER_OF] = ISN_NAME_SCHEMA_MEMBER_OF,
  [ISN_PROP_POSITION] = ISN_NAME_SCHEMA_JOB_TITLE,
  [ISN_PROP_RANK] = ISN_NAME_ISN_RANK,
  [ISN_PROP_WORKS_FOR] = ISN_NAME_SCHEMA_WORKS_FOR,
  [ISN_PROP_QUOTE] = ISN_NAME_ISN_SAYS,
  [ISN_PROP_GRANT] = ISN_NAME_SCHEMA_FUNDER,
  [ISN_PROP_SEIZED] = ISN_NAME_ISN_SEIZED,
  [ISN_PROP_REPLACES] = ISN_NAME_ISN_REPLACES,
  [ISN_PROP_ABOUT] = ISN_NAME_SCHEMA_ABOUT,
};

/// True the first time that a statement comes in this document.
static bool
is_new(IsnScribe* const scribe,
       const IsnStr subject,
       const IsnName predicate,
       const IsnNode* const object)
{
  const uint64_t pair =
    isn_seen_mix(isn_str_hash(subject), (uint64_t)predicate);
  const uint64_t hash = isn_seen_mix(pair, isn_str_hash(object->value));
  uint32_t* const n_times = isn_seen_find(&scribe->facts, scribe->arena, hash);
  if (!n_times) {
    isn_scribe_no_memory(scribe);
    return false;
  }
  return ++*n_times == 1;
}

static void
write_fact(IsnScribe* const scribe,
           const IsnFact* const fact,
           const IsnStr subject,
           const IsnName predicate,
           const IsnNode* const object)
{
  if (!subject.data || scribe->status) {
    return;
  }
  if (is_new(scribe, subject, predicate, object)) {
    isn_scribe_write(scribe, subject, predicate, *object);
  }
  if (scribe->options->evidence) {
    isn_evidence_write(scribe, fact, subject, predicate, object);
  }
}

static void
write_claim(IsnScribe* const scribe,
            const IsnFact* const fact,
            const IsnStr subject,
            const IsnNode* const object)
{
  const IsnStr context = isn_value_entity(scribe, fact->context);
  const IsnStr claim = isn_nodes_write_claim(scribe,
                                             fact->modality,
                                             subject,
                                             predicates[fact->property],
                                             object,
                                             context);
  if (claim.data && scribe->options->evidence) {
    const IsnNode modality = isn_node_name(isn_nodes_modality(fact->modality));
    isn_evidence_write(scribe, fact, claim, ISN_NAME_ISN_MODALITY, &modality);
  }
}

static void
write_asserted(IsnScribe* const scribe,
               const IsnFact* const fact,
               const IsnStr subject,
               const IsnNode* const object)
{
  const IsnName predicate = predicates[fact->property];
  const IsnStr context = isn_value_entity(scribe, fact->context);
  if (fact->property == ISN_PROP_QUOTE) {
    const IsnNode quotation =
      isn_node_iri(isn_nodes_write_quotation(scribe, subject, object, context));
    write_fact(scribe, fact, subject, predicate, &quotation);
  } else if (fact->property == ISN_PROP_GRANT) {
    const IsnStr grant =
      isn_nodes_write_grant(scribe, subject, context, object->value);
    const IsnNode funder = isn_node_iri(subject);
    write_fact(scribe, fact, grant, predicate, &funder);
  } else {
    if (fact->property == ISN_PROP_POSITION) {
      isn_nodes_write_position(scribe, subject, object, context);
    }
    write_fact(scribe, fact, subject, predicate, object);
  }
}

void
isn_facts_write(IsnScribe* const scribe, const IsnFact* const fact)
{
  const IsnPropertyInfo* const info = isn_property_info(fact->property);
  if ((size_t)fact->property >= ISN_N_PROPERTIES ||
      predicates[fact->property] == ISN_NAME_NONE) {
    isn_scribe_warn(scribe, "a fact without a property", fact->rule);
    return;
  }
  const IsnStr subject =
    info->subjects ? isn_value_entity(scribe, fact->subject) : scribe->iri;
  if (!subject.data) {
    isn_scribe_warn(scribe, "a fact without its subject", isn_str(info->name));
    return;
  }
  IsnNode object = { 0 };
  if (!isn_value_node(scribe, fact, &object)) {
    return;
  }
  if (isn_nodes_modality(fact->modality) == ISN_NAME_NONE) {
    write_asserted(scribe, fact, subject, &object);
  } else {
    write_claim(scribe, fact, subject, &object);
  }
}
