// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/district.h"

#include "extract/word_lists.h"

/// How many names of one last word are looked at.
#define MAX_LOOKED_AT 64

static bool
is_division(const IsnStr word)
{
  return isn_words_has(&isn_words_division_nouns, word);
}

/// Whether the word before says that a town is meant: «مدينة كسلا».
static bool
is_said_to_be_town(const IsnLinker* const l, const IsnMention* const mention)
{
  const uint32_t begin = mention->tokens.begin;
  return begin &&
         isn_str_ends(l->analysis->words[begin - 1].word, ISN_STR("مدينه"));
}

/// Whether a mention of the entity so far is said to be a town.
static bool
is_told_as_town(const IsnLinker* const l, const uint32_t entity)
{
  for (size_t i = 0; i < l->n_before; ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->entity == entity && is_said_to_be_town(l, m)) {
      return true;
    }
  }
  return false;
}

uint32_t
isn_district_find(const IsnLinker* const l)
{
  const IsnName* const name = &l->name;
  if (l->mention->type != ISN_TYPE_PLACE || !name->n ||
      isn_str_is(l->mention->kind, "Country") ||
      is_said_to_be_town(l, l->mention)) {
    return ISN_NO_ENTITY;
  }
  const bool has_noun = name->n > 1 && is_division(name->words[0]);
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_PLACE, ISN_BY_LAST, name->words[name->n - 1]),
      node);
    if (!node) {
      break;
    }
    const bool is_same =
      has_noun
        ? node->name->n + 1 == name->n && isn_name_ends(name, node->name)
        : name->n + 1 == node->name->n && is_division(node->name->words[0]) &&
            isn_name_ends(node->name, name);
    if (is_same &&
        !isn_str_is(l->doc->entities[node->entity].kind, "Country") &&
        (!has_noun || !is_told_as_town(l, node->entity))) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}
