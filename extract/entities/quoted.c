// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/quoted.h"

/// Names inside the full one and the short one lie between the two.
#define MAX_APART 3u

/// Whether the second mention, in quotation marks, stands right behind the
/// first, which has two words at least.
static bool
is_behind(const IsnLinker* const l,
          const IsnMention* const first,
          const IsnMention* const second)
{
  const IsnWord* const words = l->analysis->words;
  const uint32_t end = first->tokens.end;
  return first->type == ISN_TYPE_ORGANIZATION && second->type == first->type &&
         !first->is_anaphor && !second->is_anaphor &&
         end > first->tokens.begin + 1 && second->tokens.begin == end + 1 &&
         second->tokens.end < l->doc->n_tokens &&
         words[end].flags & ISN_WORD_OPEN &&
         words[second->tokens.end].flags & ISN_WORD_CLOSE;
}

/// The entity that had the mention's very name before.
static uint32_t
find_by_name(const IsnLinker* const l, const IsnMention* const mention)
{
  IsnName name;
  isn_name_read(&name, l->doc, l->analysis, mention->type, mention->tokens);
  const uint64_t hash = isn_linker_name_hash(mention->type, &name);
  const IsnIndexNode* node = NULL;
  while (name.n && (node = isn_index_next(&l->index, hash, node))) {
    if (isn_name_equal(node->name, &name)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_quoted_find(const IsnLinker* const l, const size_t number)
{
  const IsnMention* const mentions = l->doc->mentions;
  const IsnMention* const m = &mentions[number];
  for (size_t i = number; i-- > 0 && number - i < MAX_APART;) {
    if (is_behind(l, &mentions[i], m)) {
      return mentions[i].entity;
    }
  }
  const size_t n = l->doc->n_mentions;
  for (size_t i = number + 1; i < n && i - number < MAX_APART; ++i) {
    if (is_behind(l, m, &mentions[i])) {
      return find_by_name(l, &mentions[i]);
    }
  }
  return ISN_NO_ENTITY;
}
