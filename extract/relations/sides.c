// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/sides.h"

#include "extract/relations/focus.h"
#include "extract/word_lists.h"

/// A place behind a preposition only says where («وزارة الداخلية في مصر»), if
/// it does not begin the group; «من السويد ومن ألمانيا» names two.
static bool
is_modifier(const IsnAnnotationSource* const source,
            const IsnMatch* const match,
            const uint32_t first,
            const uint32_t u)
{
  const IsnUnit* const units = match->annotated->units;
  const IsnMention* const m = &source->doc->mentions[units[u].index];
  if (m->type != ISN_TYPE_PLACE || u == first) {
    return false;
  }
  const IsnWord* const words = source->analysis->words;
  const IsnWord* const word = &words[units[u].tokens.begin];
  const IsnWord* const before = &words[units[u - 1].tokens.begin];
  return (word->n_proclitics && memcmp(word->proclitics, "و", 2) != 0) ||
         (!word->n_proclitics &&
          (isn_str_is(before->word, "في") || isn_str_is(before->word, "لدي") ||
           (isn_str_is(before->word, "من") && !before->n_proclitics)));
}

void
isn_side_add_group(const IsnAnnotationSource* const source,
                   const IsnMatch* const match,
                   const IsnRef* const ref,
                   const IsnTypeSet types,
                   IsnSide* const side)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < ref->n_groups; ++g) {
    if (!isn_match_units(match, ref, g, &units, &at_word)) {
      continue;
    }
    for (uint32_t u = units.begin; u < units.end; ++u) {
      const IsnUnit* const unit = &match->annotated->units[u];
      if (unit->kind != ISN_UNIT_MENTION) {
        continue;
      }
      const IsnMention* const m = &source->doc->mentions[unit->index];
      if (ISN_TYPES(m->type) & types &&
          !is_modifier(source, match, units.begin, u)) {
        isn_side_add(side, m->entity);
      }
    }
  }
}

/// The organization that a mention of `board` holds, or ISN_NO_ENTITY.
static uint32_t
owner_of(const IsnDocument* const doc, const uint32_t board)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    for (size_t j = i + 1; m->entity == board && j < doc->n_mentions &&
                           doc->mentions[j].tokens.begin < m->tokens.end;
         ++j) {
      const IsnMention* const inner = &doc->mentions[j];
      if (inner->type == ISN_TYPE_ORGANIZATION && inner->entity != board &&
          inner->tokens.end <= m->tokens.end) {
        return inner->entity;
      }
    }
  }
  return ISN_NO_ENTITY;
}

void
isn_side_replace_boards(const IsnDocument* const doc, IsnSide* const side)
{
  for (size_t i = 0; i < side->n; ++i) {
    const IsnStr label = doc->entities[side->list[i]].label;
    const uint32_t owner = isn_words_begin(&isn_words_boards, label)
                             ? owner_of(doc, side->list[i])
                             : ISN_NO_ENTITY;
    if (owner != ISN_NO_ENTITY) {
      side->list[i] = owner;
    }
  }
}

/// The phase whose name holds that of `project` within `tokens`, or
/// ISN_NO_ENTITY.
static uint32_t
phase_of(const IsnAnnotationSource* const source,
         const IsnSpan tokens,
         const uint32_t project)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const words = source->analysis->words;
  for (size_t i = isn_focus_mentions_before(doc, tokens.begin);
       i < doc->n_mentions && doc->mentions[i].tokens.begin < tokens.end;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_INITIATIVE ||
        !isn_words_has(&isn_words_phases, words[m->tokens.begin].word)) {
      continue;
    }
    for (size_t j = i + 1;
         j < doc->n_mentions && doc->mentions[j].tokens.begin < m->tokens.end;
         ++j) {
      if (doc->mentions[j].entity == project) {
        return m->entity;
      }
    }
  }
  return ISN_NO_ENTITY;
}

void
isn_side_add_phases(const IsnAnnotationSource* const source,
                    const IsnMatch* const match,
                    IsnSide* const side)
{
  const IsnSpan tokens = isn_match_tokens(match->annotated, match->units);
  const size_t n = side->n;
  for (size_t i = 0; i < n; ++i) {
    isn_side_add(side, phase_of(source, tokens, side->list[i]));
  }
}
