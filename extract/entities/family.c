// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/family.h"

#include "extract/entities/person.h"
#include "extract/word_lists.h"

/// No further back than so many mentions is a full name looked for.
#define MAX_BACK 500u

/// How many names of persons are looked at, the most recent first.
#define MAX_LOOKED_AT 200

/// What the words around a name tell of somebody.
typedef enum {
  TOLD_NONE = 0,
  TOLD_HE,
  TOLD_SHE,
} Told;

/// The gender that the word before a person's name gives: «السيدة»,
/// «الدكتور», «قالت».
static Told
told_gender(const IsnLinker* const l, const IsnMention* const mention)
{
  const uint32_t begin = mention->tokens.begin;
  if (!begin || l->doc->tokens[begin - 1].kind != ISN_KIND_WORD) {
    return TOLD_NONE;
  }
  const IsnStr word = l->analysis->words[begin - 1].word;
  if (isn_str_starts(word, ISN_STR("ال"))) {
    return isn_str_ends(word, ISN_STR("ه")) ? TOLD_SHE : TOLD_HE;
  }
  return isn_str_ends(word, ISN_STR("ت")) && word.n_bytes > 6 ? TOLD_SHE
                                                              : TOLD_NONE;
}

/// The gender of the title of address before a name. Of other words with the
/// article, the last need not be the person's own («وزير الخارجية فلان»).
static Told
titled_gender(const IsnLinker* const l, const IsnMention* const mention)
{
  const uint32_t begin = mention->tokens.begin;
  const IsnStr word =
    begin ? l->analysis->words[begin - 1].word : (IsnStr){ NULL, 0 };
  return isn_words_has(&isn_words_titles_of_men, word)     ? TOLD_HE
         : isn_words_has(&isn_words_titles_of_women, word) ? TOLD_SHE
                                                           : TOLD_NONE;
}

bool
isn_family_clashes(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  const Told gender = titled_gender(l, l->mention);
  const size_t number = (size_t)(l->mention - doc->mentions);
  for (size_t i = number; gender && i > 0 && number - i < MAX_BACK; --i) {
    const IsnMention* const m = &doc->mentions[i - 1];
    const Told other = m->entity == entity ? titled_gender(l, m) : TOLD_NONE;
    if (other != TOLD_NONE) {
      return other != gender;
    }
  }
  return false;
}

/// Whether mention `m` is of somebody of this surname who can be meant.
static bool
is_of_family(const IsnLinker* const l, const IsnMention* const m)
{
  if (m->type != ISN_TYPE_PERSON || m->entity == ISN_NO_ENTITY ||
      m->tokens.end < m->tokens.begin + 2 ||
      m->tokens.end > l->mention->tokens.begin) {
    return false;
  }
  IsnName name;
  isn_name_read(&name, l->doc, l->analysis, m->type, m->tokens);
  const Told gender = told_gender(l, l->mention);
  const Told other = told_gender(l, m);
  return name.n > 1 &&
         (gender == TOLD_NONE || other == TOLD_NONE || other == gender) &&
         isn_person_same(&name, &l->name);
}

uint32_t
isn_family_find(const IsnLinker* const l)
{
  const IsnWord* const words = l->analysis->words;
  const uint32_t begin = l->mention->tokens.begin;
  const bool is_titled = begin && words[begin - 1].flags & ISN_WORD_ARTICLE;
  const size_t number = (size_t)(l->mention - l->doc->mentions);
  uint32_t last = ISN_NO_ENTITY;
  for (size_t i = number; !l->entry && i > 0 && number - i < MAX_BACK; --i) {
    const IsnMention* const m = &l->doc->mentions[i - 1];
    const uint32_t at = m->tokens.begin;
    if (!is_of_family(l, m)) {
      continue;
    }
    last = last == ISN_NO_ENTITY ? m->entity : last;
    if (!is_titled ||
        (at && isn_str_equal(words[at - 1].word, words[begin - 1].word))) {
      return is_titled ? m->entity : last;
    }
  }
  return last;
}

/// Whether a title stands before the name: «السيدة إغليسياس», but no more than
/// an adjective in «وزير الداخلية أحمد».
static bool
is_titled(const IsnLinker* const l)
{
  const uint32_t begin = l->mention->tokens.begin;
  const IsnWord* const word = begin ? &l->analysis->words[begin - 1] : NULL;
  return word && word->flags & ISN_WORD_ARTICLE &&
         !isn_str_ends(word->word, ISN_STR("يه"));
}

uint32_t
isn_family_find_middle(const IsnLinker* const l)
{
  const uint64_t hash =
    isn_index_hash(ISN_TYPE_PERSON, ISN_BY_TYPE, ISN_STR(""));
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT && is_titled(l); ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    const IsnName* const name = node->name;
    if (name->n != 3 || !isn_str_equal(name->words[1], l->name.words[0])) {
      continue;
    }
    if (found != ISN_NO_ENTITY && found != node->entity) {
      return ISN_NO_ENTITY;
    }
    found = node->entity;
  }
  return found;
}
