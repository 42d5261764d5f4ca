// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/forms.h"

#include "extract/entities/similar.h"
#include "extract/word_lists.h"

#include <string.h>

/// How many names of one word are looked at.
#define MAX_LOOKED_AT 64

/// A name's own words behind its sort: fewer are too often another's.
#define MIN_OWN_WORDS 2u

/// «مجموعة النيل للأخشاب», «النيل للأخشاب»: the sort of body may be left out.
static bool
has_sort_before(const IsnName* const whole, const IsnName* const own)
{
  return own->n >= MIN_OWN_WORDS && whole->n == own->n + 1 &&
         isn_words_has(&isn_words_company_nouns, whole->words[0]) &&
         isn_name_ends(whole, own);
}

/// Whether `whole` ends in «لمكافحة المخدرات», of which the first word may keep
/// its preposition.
static bool
ends_for(const IsnName* const whole, const IsnName* const purpose)
{
  IsnName name = *whole;
  IsnStr* const first = &name.words[whole->n - purpose->n];
  if (isn_str_starts(*first, ISN_STR("ل"))) {
    *first = isn_str_slice(*first, strlen("ل"), first->n_bytes);
  }
  return isn_name_ends(&name, purpose);
}

/// «المديرية العامة للشرطة الوطنية», «الشرطة الوطنية»; «مديرية الأمن العام»,
/// «الأمن العام»; «المديرية العامة لمكافحة المخدرات», «مكافحة المخدرات».
static bool
directs(const IsnName* const whole, const IsnName* const force)
{
  const bool is_general =
    whole->n == force->n + 2 && isn_str_is(whole->words[1], "عامه");
  const bool is_force =
    (force->is_definite &&
     isn_words_has(&isn_words_force_nouns, force->words[0])) ||
    isn_str_is(force->words[0], "مكافحه");
  return is_force && force->n >= MIN_OWN_WORDS &&
         (is_general || whole->n == force->n + 1) &&
         isn_words_has(&isn_words_head_office_nouns, whole->words[0]) &&
         (isn_name_ends(whole, force) || ends_for(whole, force));
}

/// Whether the word of the mention under way that its name's word `i` comes
/// from is in no list of Arabic: such a word is the body's own.
static bool
is_foreign(const IsnLinker* const l, const size_t i)
{
  const IsnSpan tokens = l->mention->tokens;
  const uint32_t token = tokens.begin + (uint32_t)i;
  return token < tokens.end && l->doc->tokens[token].kind == ISN_KIND_WORD &&
         !(l->analysis->words[token].flags & ISN_WORD_KNOWN);
}

/// «جامعة زولتك» and «جامعة زولتك فلسطين»; «بعثة المنظمة» and «بعثة المنظمة
/// لمراقبة الانتخابات».
static bool
goes_on(const IsnLinker* const l,
        const IsnName* const whole,
        const IsnName* const part)
{
  if (part->n < 2 || part->n >= whole->n || part->is_definite ||
      !isn_name_begins(whole, part)) {
    return false;
  }
  if (isn_str_is(part->words[0], "بعثه")) {
    return part->n > 2;
  }
  // «منظمة زولتك الموحدة» is another than «منظمة زولتك»
  const IsnStr last = whole->words[whole->n - 1];
  return whole->n == part->n + 1 && is_foreign(l, part->n - 1) &&
         !isn_str_ends(last, ISN_STR("ه")) && !isn_str_ends(last, ISN_STR("ي"));
}

/// «مستشفى محافظة عنيزة», «مستشفى عنيزة»; «أمانة منطقة نجران», «أمانة نجران»:
/// whether `whole` has one word more, for a division of the state.
static bool
has_division(const IsnName* const whole, const IsnName* const part)
{
  if (whole->n != part->n + 1 || part->n < MIN_OWN_WORDS) {
    return false;
  }
  size_t i = 0;
  while (i < part->n && isn_str_equal(whole->words[i], part->words[i])) {
    ++i;
  }
  const bool is_division =
    i && i < part->n &&
    (isn_words_has(&isn_words_division_nouns, whole->words[i]) ||
     isn_str_is(whole->words[i], "مدينه"));
  for (; is_division && i < part->n; ++i) {
    if (!isn_str_equal(whole->words[i + 1], part->words[i])) {
      return false;
    }
  }
  return is_division;
}

/// «هيئة الصادرات» of the headline is «هيئة تنمية الصادرات السعودية».
static bool
is_told_in_full(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const IsnName* const before = node->name;
  return before->n >= MIN_OWN_WORDS && l->name.n > before->n &&
         !l->doc->entities[node->entity].key.n_bytes &&
         isn_str_equal(before->words[0], l->name.words[0]) &&
         isn_name_covers(&l->name, before) &&
         isn_similar_follows_headline(l, node->entity);
}

static bool
is_form(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const IsnName* const before = node->name;
  const IsnName* const name = &l->name;
  if (is_told_in_full(l, node)) {
    return true;
  }
  if (l->entry) {
    return directs(name, before);
  }
  return has_sort_before(name, before) || has_sort_before(before, name) ||
         directs(name, before) || directs(before, name) ||
         goes_on(l, name, before) || goes_on(l, before, name) ||
         has_division(name, before) || has_division(before, name);
}

/// The only body among those of that key in the index.
static uint32_t
find_under(const IsnLinker* const l, const uint64_t hash)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (node->entity == found || !is_form(l, node)) {
      continue;
    }
    if (found != ISN_NO_ENTITY) {
      return ISN_NO_ENTITY;
    }
    found = node->entity;
  }
  return found;
}

uint32_t
isn_forms_find(const IsnLinker* const l)
{
  const IsnName* const name = &l->name;
  if (l->mention->type != ISN_TYPE_ORGANIZATION || name->n < 2) {
    return ISN_NO_ENTITY;
  }
  const uint32_t found = find_under(
    l, isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_HEAD, name->words[0]));
  return found != ISN_NO_ENTITY
           ? found
           : find_under(l,
                        isn_index_hash(ISN_TYPE_ORGANIZATION,
                                       ISN_BY_LAST,
                                       name->words[name->n - 1]));
}

bool
isn_forms_is_fuller(const IsnLinker* const l, const uint32_t entity)
{
  const IsnEntity* const known =
    entity == ISN_NO_ENTITY ? NULL : &l->doc->entities[entity];
  return known && known->type == ISN_TYPE_ORGANIZATION && !known->key.n_bytes &&
         !l->entry && isn_similar_follows_headline(l, entity) &&
         isn_linker_surface(l, l->mention->tokens).n_bytes >
           known->label.n_bytes;
}
