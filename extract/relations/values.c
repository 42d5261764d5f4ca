// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/values.h"

#include <inttypes.h>

/// The first quantity of one of two kinds among `units`, or NULL.
static const IsnQuantity*
find_quantity(const IsnAnnotationSource* const source,
              const IsnMatch* const match,
              const IsnSpan units,
              const IsnQuantityKind kind,
              const IsnQuantityKind or_kind)
{
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind == ISN_UNIT_QUANTITY) {
      const IsnQuantity* const q = &source->analysis->quantities[unit->index];
      if (q->kind == kind || q->kind == or_kind) {
        return q;
      }
    }
  }
  return NULL;
}

static bool
is_mark(const IsnDocument* const doc, const uint32_t token)
{
  return doc->tokens[token].kind == ISN_KIND_PUNCTUATION;
}

/// Words of the group; of a quotation those between its marks.
static IsnStr
read_words(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const bool at_word)
{
  const IsnDocument* const doc = source->doc;
  const IsnUnit* const first = &match->annotated->units[units.begin];
  IsnSpan tokens = isn_match_tokens(match->annotated, units);
  uint32_t begin = at_word ? source->analysis->words[tokens.begin].byte_begin
                           : doc->tokens[tokens.begin].bytes.begin;
  if (first->kind == ISN_UNIT_QUOTE) {
    const IsnWord* const words = source->analysis->words;
    while (tokens.begin < tokens.end &&
           words[tokens.begin].flags & ISN_WORD_OPEN) {
      ++tokens.begin;
    }
    while (tokens.end > tokens.begin &&
           words[tokens.end - 1].flags & ISN_WORD_CLOSE) {
      --tokens.end;
    }
    begin = tokens.begin < tokens.end ? doc->tokens[tokens.begin].bytes.begin
                                      : 0;
  } else {
    while (tokens.end > tokens.begin + 1 && is_mark(doc, tokens.end - 1)) {
      --tokens.end;
    }
  }
  return tokens.begin < tokens.end
           ? isn_str_slice(
               doc->text, begin, doc->tokens[tokens.end - 1].bytes.end)
           : (IsnStr){ NULL, 0 };
}

static bool
read_units(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const bool at_word,
           IsnFact* const fact)
{
  const IsnQuantity* q = NULL;
  switch (isn_property_info(fact->property)->value) {
    case ISN_VALUE_TEXT:
    case ISN_VALUE_CONCEPT:
      fact->value = read_words(source, match, units, at_word);
      return fact->value.n_bytes;
    case ISN_VALUE_DATE:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_DATE, ISN_QUANTITY_DATE);
      if (q) {
        fact->value = fact->property == ISN_PROP_END_DATE ? q->end : q->begin;
      }
      return q && fact->value.n_bytes;
    case ISN_VALUE_DURATION:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_DURATION, ISN_QUANTITY_DURATION);
      break;
    case ISN_VALUE_MONEY:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_MONEY, ISN_QUANTITY_MONEY);
      break;
    case ISN_VALUE_INTEGER:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_NUMBER, ISN_QUANTITY_ORDINAL);
      if (q) {
        fact->is_minimum = q->is_minimum;
        fact->value =
          isn_arena_print(source->doc->arena, "%" PRId64, q->number);
      }
      return q && fact->value.n_bytes;
    case ISN_VALUE_ENTITY:
      return false;
  }
  if (q) {
    fact->value = q->begin;
  }
  return q && fact->value.n_bytes;
}

bool
isn_values_read(const IsnAnnotationSource* const source,
                const IsnMatch* const match,
                const IsnRef* const ref,
                IsnFact* const fact)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < ref->n_groups; ++g) {
    if (isn_match_units(match, ref, g, &units, &at_word) &&
        read_units(source, match, units, at_word, fact)) {
      return true;
    }
  }
  return false;
}
