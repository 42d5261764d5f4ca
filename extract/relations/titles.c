// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/titles.h"

#include "extract/lexicon/lexicon.h"
#include "extract/word_lists.h"

/// «وزير الشؤون الاقتصادية والتنمية»: so far a title may begin before a name.
#define MAX_WORDS_BEFORE 8u

static bool
is_of_class(const IsnAnnotationSource* const source,
            const uint32_t token,
            const char* const name)
{
  return isn_word_has_class(&source->analysis->words[token],
                            isn_image_find_class(source->image, isn_str(name)));
}

/// Whether a word names an office; `*is_female` by its form.
static bool
is_office(const IsnAnnotationSource* const source,
          const uint32_t token,
          bool* const is_female)
{
  const IsnWord* const word = &source->analysis->words[token];
  const uint32_t number =
    isn_image_find_class(source->image, ISN_STR("office"));
  for (size_t c = 0; c < word->n_classes; ++c) {
    if (word->classes[c] >> 16 == number) {
      *is_female = word->classes[c] & ISN_FEAT_FEMININE;
      return true;
    }
  }
  return false;
}

/// Whether what stands before `token`, up to a mark, calls somebody a man.
static bool
is_called_man(const IsnAnnotationSource* const source, const uint32_t token)
{
  for (uint32_t n = 1; n <= MAX_WORDS_BEFORE && n <= token; ++n) {
    const uint32_t before = token - n;
    bool is_female = false;
    if (source->doc->tokens[before].kind == ISN_KIND_PUNCTUATION) {
      return false;
    }
    if (isn_words_has(&isn_words_addresses_of_men,
                      source->analysis->words[before].word)) {
      return true;
    }
    if (isn_words_has(&isn_words_addresses_of_women,
                      source->analysis->words[before].word) ||
        is_of_class(source, before, "prep") ||
        is_of_class(source, before, "rank") ||
        is_of_class(source, before, "common-rank")) {
      return false;
    }
    if (is_office(source, before, &is_female)) {
      return !is_female;
    }
  }
  return false;
}

bool
isn_title_fails(const IsnAnnotationSource* const source,
                const IsnMatch* const match)
{
  for (size_t f = 0; source->analysis && f < match->rule->n_facts; ++f) {
    const IsnRuleFact* const fact = &match->rule->facts[f];
    IsnSpan person;
    IsnSpan title;
    bool at_word = false;
    bool is_female = false;
    if (fact->property != ISN_PROP_POSITION ||
        fact->subject.kind != ISN_REF_GROUP ||
        fact->object.kind != ISN_REF_GROUP || fact->subject.n_groups != 1 ||
        fact->object.n_groups != 1 ||
        !isn_match_units(match, &fact->subject, 0, &person, &at_word) ||
        !isn_match_units(match, &fact->object, 0, &title, &at_word) ||
        title.begin < person.end) {
      continue;
    }
    const IsnUnit* const units = match->annotated->units;
    if (is_office(source, units[title.begin].tokens.begin, &is_female) &&
        is_female && is_called_man(source, units[person.begin].tokens.begin)) {
      return true;
    }
  }
  return false;
}
