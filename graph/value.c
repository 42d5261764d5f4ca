// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/value.h"

#include "graph/lexical.h"

IsnStr
isn_value_entity(const IsnScribe* const scribe, const uint32_t i)
{
  return i < scribe->doc->n_entities && scribe->entities ? scribe->entities[i]
                                                         : (IsnStr){ NULL, 0 };
}

bool
isn_value_money(const IsnStr money, IsnStr* const value, IsnStr* const currency)
{
  const char* const blank =
    money.data ? memchr(money.data, ' ', money.n_bytes) : NULL;
  if (!blank) {
    return false;
  }
  const size_t at = (size_t)(blank - money.data);
  *value = isn_str_slice(money, 0, at);
  *currency = isn_str_slice(money, at + 1, money.n_bytes);
  return currency->n_bytes && isn_lexical_is_decimal(*value);
}

/// The name of a subject in schemas/subjects.ttl: letters, digits, hyphens.
static bool
is_concept(const IsnStr s)
{
  for (size_t i = 0; i < s.n_bytes; ++i) {
    const char c = s.data[i];
    if (!((c >= 'a' && c <= 'z') ||
          (i && ((c >= '0' && c <= '9') || c == '-')))) {
      return false;
    }
  }
  return s.n_bytes > 0;
}

static bool
concept_node(IsnScribe* const scribe, const IsnStr value, IsnNode* const node)
{
  if (!is_concept(value)) {
    return false;
  }
  const IsnStr iri = isn_arena_print(
    scribe->arena, "%s%.*s", ISN_NS_SUBJECTS, (int)value.n_bytes, value.data);
  *node = isn_node_iri(iri);
  return iri.data != NULL;
}

static bool
literal_node(IsnScribe* const scribe,
             const IsnValueKind kind,
             IsnStr value,
             IsnNode* const node)
{
  IsnStr number;
  IsnStr currency;
  switch (kind) {
    case ISN_VALUE_TEXT:
      *node = isn_scribe_text(value);
      return value.n_bytes > 0;
    case ISN_VALUE_DATE:
      *node = isn_node_typed(value, isn_lexical_date(value));
      return node->name != ISN_NAME_NONE;
    case ISN_VALUE_INTEGER:
      *node = isn_node_typed(value, ISN_NAME_XSD_INTEGER);
      return isn_lexical_is_integer(value);
    case ISN_VALUE_DURATION:
      if (!isn_lexical_is_duration(scribe->arena, &value)) {
        return false;
      }
      *node = isn_node_typed(value, ISN_NAME_XSD_DURATION);
      return true;
    case ISN_VALUE_MONEY:
      *node = isn_node_text(value, NULL);
      return isn_value_money(value, &number, &currency);
    case ISN_VALUE_CONCEPT:
      return concept_node(scribe, value, node);
    case ISN_VALUE_ENTITY:
      break;
  }
  return false;
}

bool
isn_value_node(IsnScribe* const scribe,
               const IsnFact* const fact,
               IsnNode* const node)
{
  const IsnPropertyInfo* const info = isn_property_info(fact->property);
  if (info->value == ISN_VALUE_ENTITY) {
    *node = isn_node_iri(isn_value_entity(scribe, fact->object));
    if (!node->value.data) {
      isn_scribe_warn(scribe, "a fact without its object", isn_str(info->name));
    }
    return node->value.data != NULL;
  }
  IsnStr value = fact->value;
  if (!isn_scribe_check_text(scribe, &value, "no text for a value")) {
    return false;
  }
  if (!literal_node(scribe, info->value, value, node)) {
    isn_scribe_warn(scribe, info->name, value);
    return false;
  }
  return true;
}
