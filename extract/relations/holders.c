// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/holders.h"

#include "extract/tokenize/normal.h"

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

uint32_t
isn_holders_find(const IsnAnnotationSource* const source,
                 const IsnMatch* const match,
                 const IsnSpan units,
                 const uint32_t now)
{
  const IsnDocument* const doc = source->doc;
  IsnSpan body_units;
  bool at_word = false;
  const bool has_body =
    isn_match_units(match, &match->rule->body, 0, &body_units, &at_word);
  const uint32_t body =
    has_body ? mention_in(source, match, body_units) : ISN_NO_ENTITY;
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
