// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/named.h"

#include "extract/entities/district.h"
#include "extract/entities/edition.h"
#include "extract/entities/epithet.h"
#include "extract/entities/family.h"
#include "extract/entities/forms.h"
#include "extract/entities/person.h"
#include "extract/entities/session.h"
#include "extract/entities/similar.h"
#include "extract/word_lists.h"

#include <string.h>

/// «المديرية العامة للأمن» after «المديرية العامة للأمن التركية»: a listed body
/// that was named with its nation before.
static uint32_t
find_of_nation(const IsnLinker* const l)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT && l->name.n >= 3; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    const IsnStr last = node->name->words[node->name->n - 1];
    if (node->name->n == l->name.n + 1 &&
        isn_name_begins(node->name, &l->name) &&
        (isn_str_ends(last, ISN_STR("يه")) ||
         isn_str_ends(last, ISN_STR("ي"))) &&
        !isn_similar_is_abroad(l, node)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// Whether the name under way goes on behind its first `n` words with what it
/// is for or whose it is: «للإنتربول», «التابعة للإنتربول».
static bool
is_owned_behind(const IsnLinker* const l, const size_t n)
{
  const uint32_t token = l->mention->tokens.begin + (uint32_t)n;
  if (token >= l->mention->tokens.end) {
    return false;
  }
  const IsnWord* const word = &l->analysis->words[token];
  return (word->n_proclitics == 1 && !memcmp(word->proclitics, "ل", 2)) ||
         isn_str_starts(word->whole, ISN_STR("ل")) ||
         isn_str_is(word->word, "التابع") || isn_str_is(word->word, "التابعه");
}

/// «الأمانة العامة للإنتربول» after «الأمانة العامة»: told in full only later.
static uint32_t
find_shorter(const IsnLinker* const l)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT && l->name.n >= 3; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    const bool is_begin = node->name->n >= 2 && node->name->is_definite &&
                          isn_name_begins(&l->name, node->name);
    if (is_begin && found != ISN_NO_ENTITY && found != node->entity) {
      return ISN_NO_ENTITY;
    }
    if (is_begin && is_owned_behind(l, node->name->n)) {
      found = node->entity;
    }
  }
  return found;
}

static uint32_t
find_exact(const IsnLinker* const l)
{
  const uint64_t hash = isn_linker_name_hash(l->mention->type, &l->name);
  const IsnIndexNode* node = NULL;
  while ((node = isn_index_next(&l->index, hash, node))) {
    if (isn_name_equal(node->name, &l->name)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// «الدكتورة هدى» after «الدكتورة هدى البغدادي»: the only one so called.
static uint32_t
find_by_first_name(const IsnLinker* const l)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_PERSON, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    if (isn_name_begins(node->name, &l->name)) {
      if (found != ISN_NO_ENTITY && found != node->entity) {
        return ISN_NO_ENTITY;
      }
      found = node->entity;
    }
  }
  return found;
}

/// Whether a name goes «محمد بن سلمان …», «عبد العزيز بن سعود …».
static bool
has_father(const IsnName* const name)
{
  const size_t own = name->n && isn_str_is(name->words[0], "عبد") ? 2 : 1;
  return name->n >= own + 2 && isn_words_has(&isn_words_sons, name->words[own]);
}

/// Whether what `whole` has behind the lineage `part` can be more of the name:
/// one word, «بن …» or «آل …»; «عبد الله بن مساعد يواسي البكيري» is a mistake.
static bool
goes_on_as_name(const IsnName* const whole, const IsnName* const part)
{
  const IsnStr next = whole->words[part->n];
  return isn_name_begins(whole, part) &&
         (whole->n == part->n + 1 || isn_str_is(next, "ال") ||
          isn_words_has(&isn_words_sons, next));
}

/// «محمد بن زايد» of «محمد بن زايد آل نهيان», in either order: the only one
/// whose lineage so begins, and who was not named with another family's name.
static uint32_t
find_by_lineage(const IsnLinker* const l)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; has_father(&l->name) && i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_PERSON, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    if (!has_father(node->name)) {
      continue;
    }
    const bool fits =
      (l->name.n < node->name->n && goes_on_as_name(node->name, &l->name)) ||
      (node->name->n < l->name.n && goes_on_as_name(&l->name, node->name));
    if (fits ? found != ISN_NO_ENTITY && found != node->entity
             : found == node->entity) {
      return ISN_NO_ENTITY;
    }
    found = fits ? node->entity : found;
  }
  return found;
}

/// By the list's key; ISN_NO_ENTITY if the name is not listed, or is new.
static uint32_t
find_by_key(const IsnLinker* const l)
{
  const IsnIndexNode* const node =
    l->entry ? isn_index_next(
                 &l->index,
                 isn_index_hash(l->mention->type, ISN_BY_KEY, l->entry->key),
                 NULL)
             : NULL;
  return node ? node->entity : ISN_NO_ENTITY;
}

static bool
is_surname(const IsnLinker* const l)
{
  return l->mention->type == ISN_TYPE_PERSON && l->name.n == 1;
}

static uint64_t
hash_of_last(const IsnLinker* const l)
{
  return isn_index_hash(
    l->mention->type, ISN_BY_LAST, l->name.words[l->name.n - 1]);
}

/// By the name as a whole.
static uint32_t
find_by_name(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  uint32_t found = ISN_NO_ENTITY;
  if (is_surname(l)) {
    found = isn_similar_find(l, hash_of_last(l));
  }
  found = found != ISN_NO_ENTITY ? found : find_exact(l);
  if (found == ISN_NO_ENTITY && l->entry && type == ISN_TYPE_ORGANIZATION) {
    found = find_of_nation(l);
  }
  if (found == ISN_NO_ENTITY && type == ISN_TYPE_PLACE) {
    found = isn_district_find(l);
  }
  if (found == ISN_NO_ENTITY) {
    found = isn_epithet_find(l);
  }
  if (found == ISN_NO_ENTITY && !l->entry) {
    found =
      isn_similar_find(l,
                       type == ISN_TYPE_PERSON
                         ? hash_of_last(l)
                         : isn_index_hash(type, ISN_BY_HEAD, l->name.words[0]));
  }
  found = found != ISN_NO_ENTITY ? found : isn_session_find(l);
  return found != ISN_NO_ENTITY ? found : isn_edition_find(l);
}

/// Whether a body is international, or is called in full what the name under
/// way begins.
static bool
is_international(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const IsnEntity* const entity = &l->doc->entities[node->entity];
  return isn_str_is(entity->kind, "international") ||
         isn_str_starts(entity->label,
                        isn_linker_surface(l, l->mention->tokens));
}

/// «المنظمة الدولية», «المنظمة الأممية»: the only international body that the
/// text has named.
static uint32_t
find_international(const IsnLinker* const l)
{
  const bool is_called_so =
    l->name.n == 2 && l->name.is_definite &&
    isn_words_has(&isn_words_world_body_nouns, l->name.words[0]) &&
    isn_words_has(&isn_words_world_wide, l->name.words[1]);
  return is_called_so
           ? isn_linker_find_only(l, ISN_TYPE_ORGANIZATION, is_international)
           : ISN_NO_ENTITY;
}

/// A body by part of its name.
static uint32_t
find_body_by_part(const IsnLinker* const l)
{
  uint32_t found = find_shorter(l);
  found = found != ISN_NO_ENTITY ? found : find_international(l);
  found = found != ISN_NO_ENTITY ? found : isn_forms_find(l);
  // «الأمانة العامة» of the letterhead, listed with the league's name; «مدير
  // الأمن العام» before «مديرية الأمن العام»; never another that is listed
  const bool is_other =
    l->entry && found != ISN_NO_ENTITY && l->doc->entities[found].key.n_bytes;
  return is_other ? ISN_NO_ENTITY : found;
}

/// A person by part of the name.
static uint32_t
find_person_by_part(const IsnLinker* const l)
{
  uint32_t found = find_by_lineage(l);
  if (found == ISN_NO_ENTITY &&
      isn_person_is_first_name(l->doc, l->analysis, l->mention, &l->name)) {
    found = find_by_first_name(l);
  }
  if (found == ISN_NO_ENTITY && is_surname(l)) {
    found = isn_family_find_middle(l);
  }
  return found;
}

static uint32_t
find_named(const IsnLinker* const l)
{
  const uint32_t listed = find_by_key(l);
  if (listed != ISN_NO_ENTITY || !l->name.n) {
    return listed;
  }
  const uint32_t found = find_by_name(l);
  if (found != ISN_NO_ENTITY) {
    return found;
  }
  switch (l->mention->type) {
    case ISN_TYPE_ORGANIZATION:
      return find_body_by_part(l);
    case ISN_TYPE_PERSON:
      return find_person_by_part(l);
    case ISN_TYPE_INITIATIVE:
      return l->entry ? ISN_NO_ENTITY : isn_similar_find(l, hash_of_last(l));
    default:
      return ISN_NO_ENTITY;
  }
}

uint32_t
isn_named_find(const IsnLinker* const l)
{
  const uint32_t found = find_named(l);
  return found != ISN_NO_ENTITY && is_surname(l) && isn_family_clashes(l, found)
           ? ISN_NO_ENTITY
           : found;
}
