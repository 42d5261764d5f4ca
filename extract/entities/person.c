// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/person.h"

#include "extract/word_lists.h"

/// Names by which alone kings and princes are called; another word behind «بن»
/// may be a family's («بن رقوش»).
static bool
is_prince(const IsnStr word)
{
  return isn_words_has(&isn_words_princes, word);
}

/// «سلمان بن خالد», or «سلمان», is the father of «محمد بن سلمان بن خالد».
static bool
is_father(const IsnName* const whole, const IsnName* const part)
{
  return part->n && part->n + 1 < whole->n &&
         (part->n > 1 || is_prince(part->words[0])) &&
         isn_words_has(&isn_words_sons, whole->words[whole->n - part->n - 1]);
}

bool
isn_person_same(const IsnName* const a, const IsnName* const b)
{
  const IsnName* const whole = a->n >= b->n ? a : b;
  const IsnName* const part = a->n >= b->n ? b : a;
  if (isn_name_ends(whole, part)) {
    return !is_father(whole, part);
  }
  // «خالد منزلاوي» of «خالد بن محمد منزلاوي»
  return part->n >= 2 && isn_str_equal(part->words[0], whole->words[0]) &&
         isn_str_equal(part->words[part->n - 1], whole->words[whole->n - 1]) &&
         isn_name_covers(whole, part);
}

/// Titles of address that a first name alone can stand behind, normal form.
static bool
is_title(const IsnStr word)
{
  return isn_words_has(&isn_words_titles_of_address, word);
}

/// Names that too many bear to tell one of them by.
static bool
is_everybodys(const IsnStr word)
{
  return isn_words_has(&isn_words_names_of_everybody, word);
}

/// «المهندس خالد فدا»: whether the word right behind a name is taken for the
/// name of something else, and so may be the person's other name.
static bool
has_name_behind(const IsnDocument* const doc,
                const IsnAnalysis* const analysis,
                const IsnMention* const mention)
{
  const IsnMention* const next = mention + 1;
  const uint32_t end = mention->tokens.end;
  return next < doc->mentions + doc->n_mentions && next->tokens.begin == end &&
         next->tokens.end == end + 1 && !analysis->words[end].n_proclitics;
}

bool
isn_person_is_first_name(const IsnDocument* const doc,
                         const IsnAnalysis* const analysis,
                         const IsnMention* const mention,
                         const IsnName* const name)
{
  const IsnSpan tokens = mention->tokens;
  const IsnWord* const words = analysis->words;
  const bool is_servant = name->n == 2 && isn_str_is(name->words[0], "عبد");
  const bool is_titled =
    name->n == 1 && tokens.begin && is_title(words[tokens.begin - 1].word);
  // «وتقول رحمة» after «رحمة خالد»
  const bool is_alone = name->n == 1 &&
                        words[tokens.begin].flags & ISN_WORD_KNOWN &&
                        !is_everybodys(name->words[0]);
  // A name that goes on in words that no rule took is not this one
  const bool goes_on = tokens.end < doc->n_tokens &&
                       doc->tokens[tokens.end].kind == ISN_KIND_WORD &&
                       !isn_words_has(&isn_words_words_behind_first_names,
                                      words[tokens.end].word) &&
                       (words[tokens.end].flags & ISN_WORD_ARTICLE ||
                        !(words[tokens.end].flags & ISN_WORD_KNOWN));
  return (is_servant || is_titled || is_alone) && !goes_on &&
         !has_name_behind(doc, analysis, mention) && !name->ordinal;
}
