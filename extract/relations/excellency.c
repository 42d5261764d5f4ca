// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/excellency.h"

#include "extract/relations/focus.h"

/// How far back one is looked for who was called «معالي».
#define MAX_MENTIONS_BACK 200u

/// How far before a name its title of address stands: «معالي وزير التربية
/// والتعليم العالي الأستاذ الدكتور …».
#define MAX_TOKENS_TO_TITLE 9u

/// «معالي» of «معاليه»: the normal form of a title without its pronoun.
static IsnStr
title_of(const IsnStr word)
{
  const char* const pronouns[] = { "ها", "ه" };
  for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); ++i) {
    const IsnStr pronoun = isn_str(pronouns[i]);
    if (isn_str_ends(word, pronoun)) {
      return isn_str_slice(word, 0, word.n_bytes - pronoun.n_bytes);
    }
  }
  return word;
}

/// Whether `word` is `title`, of which the pronoun made a ta marbuta a ta:
/// «سعادة» and «سعادته»; «السمو» of «صاحب السمو» is «سموه».
static bool
is_title(const IsnStr written, const IsnStr title)
{
  const IsnStr word = isn_str_starts(written, ISN_STR("ال"))
                        ? isn_str_slice(written, 4, written.n_bytes)
                        : written;
  if (isn_str_equal(word, title)) {
    return true;
  }
  const IsnStr ta = ISN_STR("ت");
  return isn_str_ends(title, ta) && isn_str_ends(word, ISN_STR("ه")) &&
         isn_str_equal(
           isn_str_slice(title, 0, title.n_bytes - ta.n_bytes),
           isn_str_slice(word, 0, word.n_bytes - ISN_STR("ه").n_bytes));
}

/// Whether mention `i`, of a person, is called `title` right there.
static bool
is_called(const IsnAnnotationSource* const source,
          const size_t i,
          const IsnStr title)
{
  const IsnDocument* const doc = source->doc;
  const IsnMention* const mentions = doc->mentions;
  const uint32_t begin = mentions[i].tokens.begin;
  uint32_t from = begin > MAX_TOKENS_TO_TITLE ? begin - MAX_TOKENS_TO_TITLE : 0;
  for (size_t k = i; k > 0 && mentions[k - 1].tokens.end > from; --k) {
    if (mentions[k - 1].type == ISN_TYPE_PERSON) {
      from = mentions[k - 1].tokens.end;
      break;
    }
  }
  for (uint32_t t = from; t < begin; ++t) {
    if (is_title(source->analysis->words[t].word, title)) {
      return true;
    }
  }
  return false;
}

uint32_t
isn_excellency_find(const IsnAnnotationSource* const source,
                    const IsnMatch* const match,
                    const uint32_t speaker)
{
  IsnSpan units;
  bool at_word = false;
  if (!isn_match_units(match, &match->rule->excellency, 0, &units, &at_word)) {
    return ISN_NO_ENTITY;
  }
  const IsnDocument* const doc = source->doc;
  const uint32_t token = match->annotated->units[units.begin].tokens.begin;
  const IsnStr title = title_of(source->analysis->words[token].word);
  uint32_t first = ISN_NO_ENTITY;
  const size_t end = isn_focus_mentions_before(doc, token);
  for (size_t i = end > MAX_MENTIONS_BACK ? end - MAX_MENTIONS_BACK : 0;
       i < end;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type == ISN_TYPE_PERSON && m->entity != ISN_NO_ENTITY &&
        is_called(source, i, title)) {
      if (m->entity == speaker) {
        return speaker;
      }
      first = first == ISN_NO_ENTITY ? m->entity : first;
    }
  }
  return first != ISN_NO_ENTITY
           ? first
           : isn_focus_last(doc, ISN_TYPES(ISN_TYPE_PERSON), token);
}
