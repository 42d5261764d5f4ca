// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/modality.h"

#include "extract/rules/vocabulary.h"

/// How far before a match its clause is searched.
#define MAX_WORDS_BEFORE 4u

/// How far behind it a condition is looked for.
#define MAX_WORDS_BEHIND 2u

/// What lexical classes do to the clause they stand in.
static const struct {
  const char* class_name;
  IsnModality modality;
} effects[] = {
  { "negation", ISN_NEGATED }, { "deny", ISN_NEGATED },
  { "refuse", ISN_NEGATED },   { "cancel", ISN_NEGATED },
  { "postpone", ISN_NEGATED }, { "intend", ISN_PLANNED },
  { "propose", ISN_PLANNED },  { "ask", ISN_PLANNED },
  { "expect", ISN_PLANNED },   { "irrealis", ISN_POSSIBLE },
};

#define N_EFFECTS (sizeof(effects) / sizeof(effects[0]))

/// Where a clause begins: marks, and words that open a new one.
static bool
is_boundary(const IsnAnnotationSource* const source, const IsnUnit* const unit)
{
  if (unit->kind == ISN_UNIT_QUOTE) {
    return true;
  }
  const IsnTokenKind kind = source->doc->tokens[unit->tokens.begin].kind;
  return unit->kind == ISN_UNIT_WORD && kind == ISN_KIND_PUNCTUATION;
}

/// The modality that a class gives, by its number in the image.
static IsnModality
class_modality(const IsnImage* const image, const uint32_t number)
{
  for (size_t i = 0; i < N_EFFECTS; ++i) {
    if (isn_classes_find(image, isn_str(effects[i].class_name)) == number) {
      return effects[i].modality;
    }
  }
  return ISN_ASSERTED;
}

/// Of a unit of several words, «من المقرر»: the class that its entry names.
static IsnModality
phrase_modality(const IsnAnnotationSource* const source, const IsnSpan tokens)
{
  const IsnAnalysis* const a = source->analysis;
  size_t low = 0;
  for (size_t high = a->n_hits; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (a->hits[middle].tokens.begin < tokens.begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (; low < a->n_hits && a->hits[low].tokens.begin == tokens.begin; ++low) {
    const IsnStr type = a->hits[low].entry->type;
    if (a->hits[low].tokens.end != tokens.end || !type.n_bytes ||
        type.data[0] != '+') {
      continue;
    }
    const IsnModality modality = class_modality(
      source->image,
      isn_image_find_class(source->image,
                           isn_str_slice(type, 1, type.n_bytes)));
    if (modality != ISN_ASSERTED) {
      return modality;
    }
  }
  return ISN_ASSERTED;
}

static IsnModality
unit_modality(const IsnImage* const image,
              const IsnAnnotationSource* const source,
              const IsnUnit* const unit)
{
  if (unit->kind != ISN_UNIT_WORD) {
    return ISN_ASSERTED;
  }
  if (unit->tokens.end > unit->tokens.begin + 1) {
    return phrase_modality(source, unit->tokens);
  }
  const IsnWord* const word = &source->analysis->words[unit->tokens.begin];
  for (size_t i = 0; i < N_EFFECTS; ++i) {
    const uint32_t number =
      isn_classes_find(image, isn_str(effects[i].class_name));
    for (size_t c = 0; c < word->n_classes; ++c) {
      if (word->classes[c] >> 16 == number) {
        return effects[i].modality;
      }
    }
  }
  // «سيمول», «ستنظم»: the future's sīn
  for (unsigned p = 0; p < word->n_proclitics; ++p) {
    if (!memcmp(word->proclitics + (size_t)p * 2, "س", 2)) {
      return ISN_PLANNED;
    }
  }
  return ISN_ASSERTED;
}

/// Whether unit `u` lies in words that a fact only quotes: a goal, a title.
static bool
is_quoted(const IsnMatch* const match, const uint32_t u)
{
  for (size_t f = 0; f < match->rule->n_facts; ++f) {
    const IsnRuleFact* const fact = &match->rule->facts[f];
    if (isn_property_info(fact->property)->value != ISN_VALUE_TEXT) {
      continue;
    }
    IsnSpan units;
    bool at_word = false;
    for (size_t g = 0; g < fact->object.n_groups; ++g) {
      if (isn_match_units(match, &fact->object, g, &units, &at_word) &&
          units.begin <= u && u < units.end) {
        return true;
      }
    }
  }
  return false;
}

/// Behind a preposition stands no verb: «من أجل» postpones nothing.
static bool
is_governed(const IsnImage* const image,
            const IsnAnnotationSource* const source,
            const IsnUnit* const units,
            const uint32_t u)
{
  if (!u || units[u - 1].kind != ISN_UNIT_WORD) {
    return false;
  }
  const IsnAnalysis* const a = source->analysis;
  const IsnWord* const before = &a->words[units[u - 1].tokens.begin];
  const uint32_t prep = isn_classes_find(image, ISN_STR("prep"));
  for (size_t c = 0; c < before->n_classes; ++c) {
    if (before->classes[c] >> 16 == prep) {
      return true;
    }
  }
  return false;
}

/// Where the clause of the rule's trigger begins, or of the whole match.
static uint32_t
clause_begin(const IsnMatch* const match,
             const IsnAnnotationSource* const source)
{
  const IsnUnit* const units = match->annotated->units;
  IsnSpan trigger = match->units;
  bool at_word = false;
  for (size_t g = 0; g < match->rule->trigger.n_groups; ++g) {
    if (isn_match_units(match, &match->rule->trigger, g, &trigger, &at_word)) {
      break;
    }
  }
  uint32_t begin = trigger.begin;
  for (unsigned n = 0; begin > 0 && n < MAX_WORDS_BEFORE &&
                       !is_boundary(source, &units[begin - 1]);
       ++n) {
    --begin;
  }
  return begin;
}

/// «… إذا توفر التمويل»: a condition right behind the match.
static bool
has_condition_behind(const IsnMatch* const match,
                     const IsnImage* const image,
                     const IsnAnnotationSource* const source)
{
  const IsnAnnotated* const annotated = match->annotated;
  for (uint32_t i = match->units.end;
       i < annotated->n_units && i < match->units.end + MAX_WORDS_BEHIND &&
       !is_boundary(source, &annotated->units[i]);
       ++i) {
    if (unit_modality(image, source, &annotated->units[i]) == ISN_POSSIBLE) {
      return true;
    }
  }
  return false;
}

IsnModality
isn_modality_of(const IsnMatch* const match,
                const IsnImage* const image,
                const IsnAnnotationSource* const source)
{
  const IsnUnit* const units = match->annotated->units;
  for (uint32_t i = clause_begin(match, source); i < match->units.end; ++i) {
    const IsnModality modality = unit_modality(image, source, &units[i]);
    if (modality != ISN_ASSERTED && !is_quoted(match, i) &&
        !is_governed(image, source, units, i)) {
      return modality;
    }
  }
  return has_condition_behind(match, image, source) ? ISN_POSSIBLE
                                                    : ISN_ASSERTED;
}
