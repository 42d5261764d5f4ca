// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/referents.h"

#include "extract/analysis.h"
#include "extract/entities/generic.h"
#include "extract/lexicon/lexicon.h"
#include "extract/relations/focus.h"
#include "extract/word_lists.h"

/// How far back a reference is looked for.
#define MAX_MENTIONS_BACK 200u

/// How far back one of the other gender is looked for.
#define MAX_MENTIONS_ASKED 12u

/// Of five letters: shorter ones may end in a letter of their own («مياه»).
#define MIN_UNKNOWN_BYTES 10u

/// «لجنة تحكيم مستقلة ترأستها»: so near stands what has a head.
#define MAX_WORDS_TO_BODY 3u

/// So near, in one sentence, stand what is done and who is there.
#define MAX_WORDS_TO_DEED 200u

/// So many mentions may hold one word.
#define MAX_NESTED 4u

/// The pronoun stands in a match's first words; later ones may be of others.
#define MAX_WORDS_TO_PRONOUN 4u

/// «بعد أشهر من عملية مماثلة»: an indefinite event noun and an adjective that
/// says it is not the one that was named.
static bool
is_another_one(const IsnDocument* const doc, const uint32_t token)
{
  if (token + 1 >= doc->n_tokens) {
    return false;
  }
  const IsnWord* const words = &doc->analysis->words[token];
  bool is_noun = false;
  bool is_other = false;
  is_noun =
    is_noun || isn_words_has(&isn_words_another_event_nouns, words[0].word);
  is_other =
    is_other || isn_words_has(&isn_words_another_adjectives, words[1].word);
  return is_noun && is_other;
}

/// «تبدأ الفعالية بلقاء «تجارب الكتاب» بمشاركة …», «استقبل الوزير السفير بحضور
/// …»: an indefinite event noun that no mention holds, or a verb that tells of
/// a meeting, so that what follows need not be said of an earlier one.
static bool
is_unnamed_event(const IsnDocument* const doc, const uint32_t token)
{
  const IsnWord* const words = &doc->analysis->words[token];
  if (isn_words_has(&isn_words_unnamed_event_verbs, words[0].word)) {
    return true;
  }
  if (!isn_words_has(&isn_words_unnamed_event_nouns, words[0].word) ||
      words[0].flags & ISN_WORD_ARTICLE || token + 1 >= doc->n_tokens ||
      words[1].flags & ISN_WORD_ARTICLE) {
    return false; // «حفل الافتتاح» is a part of what was named
  }
  const size_t n = isn_focus_mentions_before(doc, token + 1);
  for (size_t i = n; i > 0 && i + MAX_NESTED > n; --i) {
    if (doc->mentions[i - 1].tokens.end > token) {
      return false;
    }
  }
  return true;
}

/// «ودشن المركز المشروع، بحضور الوكيل»: what is done before those who are there
/// is an occasion of its own, unless the sentence names a meeting behind them.
static bool
is_other_occasion(const IsnDocument* const doc,
                  const IsnSpan sentence,
                  const uint32_t pointing)
{
  const IsnWord* const words = doc->analysis->words;
  if (!isn_words_has(&isn_words_in_presence, words[pointing].word)) {
    return false;
  }
  for (size_t i = isn_focus_mentions_before(doc, pointing);
       i < doc->n_mentions && doc->mentions[i].tokens.begin < sentence.end &&
       doc->mentions[i].tokens.begin - pointing < MAX_WORDS_TO_DEED;
       ++i) {
    if (doc->mentions[i].type == ISN_TYPE_MEETING) {
      return false;
    }
  }
  for (uint32_t t = pointing;
       t > sentence.begin && pointing - t < MAX_WORDS_TO_DEED;
       --t) {
    if (isn_words_has(&isn_words_visiting_verbs, words[t - 1].word)) {
      return true;
    }
  }
  return false;
}

/// «لجنة تحكيم ترأستها الروائية»: it is the committee that has a head.
static bool
is_of_committee(const IsnDocument* const doc, const uint32_t pointing)
{
  const IsnWord* const words = doc->analysis->words;
  if (!isn_words_has(&isn_words_heading_verbs, words[pointing].word)) {
    return false;
  }
  for (uint32_t n = 1; n <= MAX_WORDS_TO_BODY && n <= pointing; ++n) {
    if (isn_words_has(&isn_words_bodies_with_heads, words[pointing - n].word)) {
      return true;
    }
  }
  return false;
}

/// «أما الثاني فالتأم في فيينا»: an ordinal by itself, right behind «أما», at
/// the sentence's begin or behind a verb that meetings have.
static bool
is_another(const IsnDocument* const doc, const uint32_t token)
{
  const IsnWord* const words = doc->analysis->words;
  bool is_ordinal = false;
  is_ordinal =
    is_ordinal || isn_words_has(&isn_words_numbered, words[token].word);
  if (!is_ordinal || !token) {
    return false;
  }
  const IsnSpan bytes = doc->tokens[token - 1].bytes;
  const IsnStr mark = isn_str_slice(doc->text, bytes.begin, bytes.end);
  bool is_alone =
    isn_str_is(mark, ".") || isn_str_is(mark, "،") || isn_str_is(mark, "؛");
  is_alone = is_alone ||
             isn_words_has(&isn_words_before_numbered, words[token - 1].word);
  return is_alone;
}

IsnGender
isn_referents_pronoun_gender(const IsnWord* const word)
{
  // «تجسيده», which no lexicon knows; not «اتجاه»
  bool is_bound = !word->n_classes && !(word->flags & ISN_WORD_ARTICLE) &&
                  word->word.n_bytes >= MIN_UNKNOWN_BYTES &&
                  !isn_str_ends(word->word, ISN_STR("اه"));
  for (size_t c = 0; c < word->n_classes; ++c) {
    is_bound |=
      (word->classes[c] & (ISN_FEAT_POSSESSED | ISN_FEAT_OBJECT)) != 0;
  }
  is_bound |= isn_words_has(&isn_words_bare_pronouns, word->word);
  if (!is_bound || word->flags & ISN_WORD_TA) {
    return ISN_GENDER_UNKNOWN;
  }
  return isn_str_ends(word->word, ISN_STR("ها"))  ? ISN_GENDER_FEMALE
         : isn_str_ends(word->word, ISN_STR("ه")) ? ISN_GENDER_MALE
                                                  : ISN_GENDER_UNKNOWN;
}

/// The gender of the pronoun among `tokens` that stands in no mention; unknown
/// if there are two.
static IsnGender
pointing_gender(const IsnDocument* const doc, const IsnSpan tokens)
{
  IsnGender gender = ISN_GENDER_UNKNOWN;
  size_t low = isn_focus_mentions_before(doc, tokens.begin);
  size_t n = 0;
  for (uint32_t t = tokens.begin;
       doc->analysis && t < tokens.end && n < MAX_WORDS_TO_PRONOUN;
       ++t) {
    while (low < doc->n_mentions && doc->mentions[low].tokens.end <= t) {
      ++low;
    }
    if (low < doc->n_mentions && doc->mentions[low].tokens.begin <= t) {
      continue;
    }
    ++n;
    const IsnGender own =
      isn_referents_pronoun_gender(&doc->analysis->words[t]);
    if (own != ISN_GENDER_UNKNOWN && gender != ISN_GENDER_UNKNOWN &&
        own != gender) {
      return ISN_GENDER_UNKNOWN;
    }
    gender = own == ISN_GENDER_UNKNOWN ? gender : own;
  }
  return gender;
}

IsnGender
isn_referents_mention_gender(const IsnDocument* const doc,
                             const IsnMention* const m)
{
  const IsnWord* const word = &doc->analysis->words[m->tokens.begin];
  if (isn_str_is(word->word, "هذا") || isn_str_is(word->word, "هذه")) {
    return isn_str_is(word->word, "هذا") ? ISN_GENDER_MALE : ISN_GENDER_FEMALE;
  }
  if (m->type == ISN_TYPE_INITIATIVE && isn_generic_builds(word->word)) {
    return ISN_GENDER_UNKNOWN; // «إنشاء محطة، نفذتها شركة»
  }
  bool is_noun = false;
  for (size_t c = 0; c < word->n_classes; ++c) {
    // «دورة» is no «دور» with a pronoun
    if (word->flags & ISN_WORD_TA && word->classes[c] & ISN_FEAT_POSSESSED) {
      continue;
    }
    if (word->classes[c] & (ISN_FEAT_PLURAL | ISN_FEAT_DUAL)) {
      return ISN_GENDER_UNKNOWN;
    }
    is_noun |= (word->classes[c] &
                (ISN_FEAT_NOUN | ISN_FEAT_MASDAR | ISN_FEAT_PASSIVE_PART)) != 0;
  }
  return word->flags & ISN_WORD_TA ? ISN_GENDER_FEMALE
         : is_noun && !isn_str_ends(word->word, ISN_STR("ه"))
           ? ISN_GENDER_MALE
           : ISN_GENDER_UNKNOWN;
}

/// «مشروع الطريق الذي يشارك في تمويله»: the relative pronoun before the match
/// tells of what its own sentence names.
static uint32_t
first_token(const IsnDocument* const doc, const uint32_t token)
{
  if (!doc->analysis || !token ||
      !(isn_str_is(doc->analysis->words[token - 1].word, "الذي") ||
        isn_str_is(doc->analysis->words[token - 1].word, "التي"))) {
    return 0;
  }
  size_t low = 0;
  for (size_t high = doc->n_sentences; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->sentences[middle].tokens.end < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < doc->n_sentences ? doc->sentences[low].tokens.begin : 0;
}

/// «وموله الصندوق»: the object of the match's own verb cannot be of the other
/// gender, as a pronoun of words behind it may be.
static bool
begins_with_object(const IsnDocument* const doc, const uint32_t token)
{
  const IsnWord* const word =
    doc->analysis ? &doc->analysis->words[token] : NULL;
  bool has_object = word && word->n_classes;
  for (size_t c = 0; has_object && c < word->n_classes; ++c) {
    has_object = (word->classes[c] & ISN_FEAT_OBJECT) != 0;
  }
  return has_object;
}

/// «أعمال المؤتمر، وحضرها»: what comes may be said of the plural noun before.
static bool
is_behind_works(const IsnDocument* const doc, const IsnMention* const m)
{
  return m->tokens.begin &&
         isn_words_has(&isn_words_proceedings,
                       doc->analysis->words[m->tokens.begin - 1].word);
}

uint32_t
isn_referents_find(const IsnDocument* const doc,
                   const IsnTypeSet types,
                   const IsnSpan pointing)
{
  const IsnGender gender = pointing_gender(doc, pointing);
  uint32_t nearest = ISN_NO_ENTITY;
  const uint32_t first = first_token(doc, pointing.begin);
  const bool is_met = doc->analysis && doc->n_sentences &&
                      (types & ISN_TYPES(ISN_TYPE_MEETING)) != 0;
  const IsnSpan own =
    is_met
      ? doc->sentences[isn_document_sentence_at(doc, pointing.begin)].tokens
      : (IsnSpan){ UINT32_MAX, UINT32_MAX };
  if (is_met && is_of_committee(doc, pointing.begin)) {
    return ISN_NO_ENTITY;
  }
  const bool is_apart = is_met && is_other_occasion(doc, own, pointing.begin);
  uint32_t behind = pointing.begin;
  size_t low = isn_focus_mentions_before(doc, behind);
  for (size_t n = 0; low > 0 && n < MAX_MENTIONS_BACK; ++n) {
    const IsnMention* const m = &doc->mentions[--low];
    if (m->tokens.begin < first || (is_apart && m->tokens.begin < own.begin)) {
      break;
    }
    if (!(ISN_TYPES(m->type) & types) || m->tokens.end > pointing.begin) {
      continue;
    }
    for (uint32_t t = m->tokens.end; doc->analysis && t < behind; ++t) {
      if (is_another(doc, t) || is_another_one(doc, t) ||
          (t >= own.begin && is_unnamed_event(doc, t))) {
        return nearest;
      }
    }
    behind = m->tokens.begin;
    const bool is_either =
      gender == ISN_GENDER_UNKNOWN ||
      (gender == ISN_GENDER_FEMALE && is_behind_works(doc, m));
    const IsnGender its =
      is_either ? gender : isn_referents_mention_gender(doc, m);
    if (its == ISN_GENDER_UNKNOWN || its == gender) {
      return nearest == ISN_NO_ENTITY || its == gender ? m->entity : nearest;
    }
    nearest = nearest == ISN_NO_ENTITY ? m->entity : nearest;
    if (n >= MAX_MENTIONS_ASKED) {
      break;
    }
  }
  return gender != ISN_GENDER_UNKNOWN && begins_with_object(doc, pointing.begin)
           ? ISN_NO_ENTITY
           : nearest;
}
