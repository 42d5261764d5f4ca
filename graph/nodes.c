// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/nodes.h"

#include "graph/lexical.h"
#include "graph/value.h"

/// Write the class of a node whose IRI may have failed; false if it has.
static bool
begin_node(IsnScribe* const scribe, const IsnStr iri, const IsnName class)
{
  if (!iri.data) {
    isn_scribe_no_memory(scribe);
    return false;
  }
  isn_scribe_write(scribe, iri, ISN_NAME_RDF_TYPE, isn_node_name(class));
  return true;
}

IsnStr
isn_nodes_write_quotation(IsnScribe* const scribe,
                          const IsnStr speaker,
                          const IsnNode* const text,
                          const IsnStr event)
{
  const IsnStr parts[] = { speaker, text->value };
  const IsnStr iri = isn_identity_node(scribe->identity, "quotation", parts, 2);
  if (begin_node(scribe, iri, ISN_NAME_SCHEMA_QUOTATION)) {
    isn_scribe_write(scribe, iri, ISN_NAME_SCHEMA_TEXT, *text);
    if (event.data) {
      isn_scribe_write(scribe, iri, ISN_NAME_ISN_SAID_AT, isn_node_iri(event));
    }
  }
  return iri;
}

/// The day of the document's date, absent if it has none.
static IsnStr
document_day(const IsnScribe* const scribe)
{
  IsnStr date = scribe->doc->date;
  date.n_bytes = date.n_bytes > 10 ? 10 : date.n_bytes;
  return date;
}

void
isn_nodes_write_position(IsnScribe* const scribe,
                         const IsnStr holder,
                         const IsnNode* const title,
                         const IsnStr organization)
{
  const IsnStr parts[] = { holder, title->value, organization };
  const IsnStr iri = isn_identity_node(scribe->identity, "position", parts, 3);
  if (!begin_node(scribe, iri, ISN_NAME_ISN_POSITION)) {
    return;
  }
  isn_scribe_write(scribe, iri, ISN_NAME_ISN_HOLDER, isn_node_iri(holder));
  isn_scribe_write(scribe, iri, ISN_NAME_ISN_TITLE, *title);
  if (organization.data) {
    isn_scribe_write(
      scribe, iri, ISN_NAME_ISN_ORGANIZATION, isn_node_iri(organization));
  }
  const IsnStr day = document_day(scribe);
  const IsnName datatype = isn_lexical_date(day);
  if (datatype != ISN_NAME_NONE) {
    isn_scribe_write(
      scribe, iri, ISN_NAME_DCTERMS_DATE, isn_node_typed(day, datatype));
  }
}

/// schema:MonetaryAmount of a sum that isn_value_money has taken apart.
static IsnStr
write_amount(IsnScribe* const scribe, const IsnStr money)
{
  IsnStr value = money;
  IsnStr currency = money;
  isn_value_money(money, &value, &currency);
  const IsnStr iri = isn_identity_named(scribe->identity, "amount", money);
  if (!memchr(value.data, '.', value.n_bytes)) {
    // Canonical, and raptor2's Turtle would write 376 bare: an xsd:integer
    value =
      isn_arena_print(scribe->arena, "%.*s.0", (int)value.n_bytes, value.data);
    if (!value.data) {
      isn_scribe_no_memory(scribe);
      return (IsnStr){ NULL, 0 };
    }
  }
  if (begin_node(scribe, iri, ISN_NAME_SCHEMA_MONETARY_AMOUNT)) {
    isn_scribe_write(scribe,
                     iri,
                     ISN_NAME_SCHEMA_VALUE,
                     isn_node_typed(value, ISN_NAME_XSD_DECIMAL));
    isn_scribe_write(
      scribe, iri, ISN_NAME_SCHEMA_CURRENCY, isn_node_text(currency, NULL));
  }
  return iri;
}

IsnStr
isn_nodes_write_grant(IsnScribe* const scribe,
                      const IsnStr funder,
                      const IsnStr funded,
                      const IsnStr money)
{
  const IsnStr parts[] = { funder, funded, money };
  const IsnStr iri = isn_identity_node(scribe->identity, "grant", parts, 3);
  if (!begin_node(scribe, iri, ISN_NAME_SCHEMA_MONETARY_GRANT)) {
    return iri;
  }
  if (funded.data) {
    isn_scribe_write(
      scribe, iri, ISN_NAME_SCHEMA_FUNDED_ITEM, isn_node_iri(funded));
  }
  const IsnStr amount = write_amount(scribe, money);
  if (amount.data) {
    isn_scribe_write(scribe, iri, ISN_NAME_SCHEMA_AMOUNT, isn_node_iri(amount));
  }
  return iri;
}

IsnName
isn_nodes_modality(const IsnModality modality)
{
  switch (modality) {
    case ISN_PLANNED:
      return ISN_NAME_ISN_PLANNED;
    case ISN_NEGATED:
      return ISN_NAME_ISN_NEGATED;
    case ISN_POSSIBLE:
      return ISN_NAME_ISN_POSSIBLE;
    case ISN_ASSERTED:
    case ISN_N_MODALITIES:
      break;
  }
  return ISN_NAME_NONE;
}

IsnStr
isn_nodes_write_claim(IsnScribe* const scribe,
                      const IsnModality modality,
                      const IsnStr subject,
                      const IsnName predicate,
                      const IsnNode* const object,
                      const IsnStr context)
{
  const bool is_literal = object->kind == ISN_NODE_LITERAL;
  const IsnStr parts[] = { subject,
                           isn_name_iri(predicate),
                           object->value,
                           isn_name_iri(object->name),
                           isn_str(isn_modality_name(modality)),
                           context };
  const IsnStr iri = isn_identity_node(scribe->identity, "claim", parts, 6);
  if (!begin_node(scribe, iri, ISN_NAME_ISN_CLAIM)) {
    return iri;
  }
  isn_scribe_write(
    scribe, iri, ISN_NAME_ISN_CLAIM_SUBJECT, isn_node_iri(subject));
  isn_scribe_write(
    scribe, iri, ISN_NAME_ISN_CLAIM_PROPERTY, isn_node_name(predicate));
  isn_scribe_write(scribe,
                   iri,
                   is_literal ? ISN_NAME_ISN_CLAIM_VALUE
                              : ISN_NAME_ISN_CLAIM_OBJECT,
                   *object);
  if (context.data) {
    isn_scribe_write(
      scribe, iri, ISN_NAME_ISN_CLAIM_CONTEXT, isn_node_iri(context));
  }
  isn_scribe_write(scribe,
                   iri,
                   ISN_NAME_ISN_MODALITY,
                   isn_node_name(isn_nodes_modality(modality)));
  isn_scribe_write(
    scribe, iri, ISN_NAME_PROV_WAS_DERIVED_FROM, isn_node_iri(scribe->iri));
  return iri;
}
