// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/town.h"

/// How many mentions before and behind a meeting's its town may be.
#define MAX_MENTIONS_TO_TOWN 6u

static bool
has_noun(const IsnLinker* const l, const IsnIndexNode* const node)
{
  return isn_str_equal(node->name->words[0], l->name.words[0]);
}

/// The town in the mention under way, which is no more than a noun and it, or
/// NULL.
static const IsnMention*
town_in(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  const IsnSpan tokens = l->mention->tokens;
  const IsnMention* const town =
    number + 1 < doc->n_mentions ? &doc->mentions[number + 1] : NULL;
  return town && l->mention->type == ISN_TYPE_MEETING &&
             town->type == ISN_TYPE_PLACE &&
             town->tokens.begin == tokens.begin + 1 &&
             town->tokens.end == tokens.end &&
             !(l->analysis->words[tokens.begin].flags & ISN_WORD_ARTICLE)
           ? town
           : NULL;
}

/// «في فاس», «بفاس»: whether a mention is where something is.
static bool
is_where(const IsnLinker* const l, const IsnMention* const m)
{
  const uint32_t begin = m->tokens.begin;
  const IsnWord* const words = l->analysis->words;
  return m->type == ISN_TYPE_PLACE && begin &&
         (isn_str_is(words[begin - 1].word, "في") ||
          isn_str_starts(isn_str(words[begin].proclitics), ISN_STR("ب")));
}

/// Whether the sentence of mention `meeting` tells that something is in `town`.
static bool
is_held_in(const IsnLinker* const l, const size_t meeting, const IsnName* town)
{
  const IsnDocument* const doc = l->doc;
  const size_t s =
    isn_document_sentence_at(doc, doc->mentions[meeting].tokens.begin);
  const size_t first =
    meeting > MAX_MENTIONS_TO_TOWN ? meeting - MAX_MENTIONS_TO_TOWN : 0;
  for (size_t i = first;
       i < doc->n_mentions && i <= meeting + MAX_MENTIONS_TO_TOWN;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (!is_where(l, m) ||
        isn_document_sentence_at(doc, m->tokens.begin) != s) {
      continue;
    }
    IsnName name;
    isn_name_read(&name, doc, l->analysis, m->type, m->tokens);
    if (isn_name_equal(&name, town)) {
      return true;
    }
  }
  return false;
}

uint32_t
isn_town_find(const IsnLinker* const l, const size_t number)
{
  const IsnMention* const town = town_in(l, number);
  if (!town) {
    return ISN_NO_ENTITY;
  }
  const uint32_t found = isn_linker_find_only(l, ISN_TYPE_MEETING, has_noun);
  IsnName name;
  isn_name_read(&name, l->doc, l->analysis, town->type, town->tokens);
  for (size_t i = isn_linker_first_near(l);
       found != ISN_NO_ENTITY && i < number;
       ++i) {
    if (l->doc->mentions[i].entity == found && is_held_in(l, i, &name)) {
      return found;
    }
  }
  return ISN_NO_ENTITY;
}
