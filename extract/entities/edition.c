// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/edition.h"

#include "extract/word_lists.h"

/// Where in an edition's name that of its fair begins, of two words at least;
/// 0 if it is no such name: «الدورة السادسة لمعرض فاس للكتاب».
static size_t
fair_in(const IsnName* const name)
{
  const bool is_edition = name->n >= 3 && name->ordinal &&
                          (isn_words_has(&isn_words_editions, name->words[0]) ||
                           isn_str_is(name->words[0], "دوره"));
  const size_t i = is_edition && isn_str_is(name->words[1], "من") ? 2 : 1;
  return is_edition && i + 2 <= name->n &&
             isn_words_has(&isn_words_fair_nouns,
                           isn_name_untied(name->words[i]))
           ? i
           : 0;
}

/// Whether one is an edition and the other, by all its words, its fair.
static bool
is_fair_of(const IsnName* const edition, const IsnName* const fair)
{
  const size_t i = fair_in(edition);
  if (!i || edition->n - i != fair->n ||
      (fair->ordinal && fair->ordinal != edition->ordinal)) {
    return false;
  }
  for (size_t k = 0; k < fair->n; ++k) {
    if (!isn_str_equal(isn_name_untied(edition->words[i + k]),
                       fair->words[k])) {
      return false;
    }
  }
  return true;
}

static bool
is_of_edition(const IsnLinker* const l, const IsnIndexNode* const node)
{
  return is_fair_of(&l->name, node->name) || is_fair_of(node->name, &l->name);
}

static bool
is_other_edition(const IsnLinker* const l, const IsnIndexNode* const node)
{
  return l->name.ordinal && node->name->ordinal &&
         l->name.ordinal != node->name->ordinal && fair_in(node->name);
}

uint32_t
isn_edition_find(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  const bool may_be = type == ISN_TYPE_MEETING && l->name.n >= 2 &&
                      (fair_in(&l->name) ||
                       isn_words_has(&isn_words_fair_nouns, l->name.words[0]));
  return may_be &&
             isn_linker_find_only(l, type, is_other_edition) == ISN_NO_ENTITY
           ? isn_linker_find_only(l, type, is_of_edition)
           : ISN_NO_ENTITY;
}
