// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/epithet.h"

/// How many names of one head noun are looked at.
#define MAX_LOOKED_AT 64

static bool
is_nisba(const IsnStr word)
{
  return word.n_bytes > 6 && (isn_str_ends(word, ISN_STR("ي")) ||
                              isn_str_ends(word, ISN_STR("يه")));
}

static bool
has_article(const IsnLinker* const l, const uint32_t token)
{
  return l->analysis->words[token].flags & ISN_WORD_ARTICLE;
}

/// What was named without the last word of the name under way.
static uint32_t
find_without(const IsnLinker* const l)
{
  IsnName bare = l->name;
  --bare.n;
  const uint64_t hash = isn_linker_name_hash(l->mention->type, &bare);
  const IsnIndexNode* node = NULL;
  while ((node = isn_index_next(&l->index, hash, node))) {
    if (isn_name_equal(node->name, &bare)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// What was named with one word more.
static uint32_t
find_with(const IsnLinker* const l)
{
  const IsnName* const name = &l->name;
  const uint64_t hash =
    isn_index_hash(l->mention->type, ISN_BY_HEAD, name->words[0]);
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    const IsnName* const other = node->name;
    if (other->n == name->n + 1 && !other->ordinal &&
        is_nisba(other->words[name->n]) && isn_name_begins(other, name)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_epithet_find(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  const IsnSpan tokens = l->mention->tokens;
  const uint32_t n_tokens = tokens.end - tokens.begin;
  if (l->entry || l->name.n < 2 || n_tokens != l->name.n || l->name.ordinal ||
      (type != ISN_TYPE_ORGANIZATION && type != ISN_TYPE_PLACE)) {
    return ISN_NO_ENTITY;
  }
  if (!has_article(l, tokens.end - 1)) {
    return find_with(l);
  }
  return l->name.n > 2 && !has_article(l, tokens.end - 2) &&
             is_nisba(l->name.words[l->name.n - 1])
           ? find_without(l)
           : ISN_NO_ENTITY;
}
