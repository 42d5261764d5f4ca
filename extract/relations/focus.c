// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/focus.h"

#include "extract/analysis.h"
#include "extract/beside.h"
#include "extract/lexicon/lexicon.h"
#include "extract/word_lists.h"

/// News says what it reports in its headline and first sentences.
#define LEAD_SENTENCES 8u

/// Headings and items of a list are no full sentences: of these the lead has so
/// many, if so many of any kind hold them.
#define FULL_LEAD 3u
#define MAX_LEAD 24u

/// What a text reports is named in one of so many full sentences.
#define EARLY_SENTENCES 3u

#define EVENTS (ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION))

/// «اللقاء» takes up a verb so many words before it.
#define MAX_WORDS_TO_MET 140u

/// «جاء ذلك خلال …» says of so many full sentences before it where they were.
#define MAX_SENTENCES_TO_THERE 3u

/// How far back a reference is looked for.
#define MAX_MENTIONS_BACK 200u

static bool
ends_in_stop(const IsnDocument* const doc, const IsnSpan tokens)
{
  if (tokens.begin == tokens.end) {
    return false;
  }
  const IsnSpan bytes = doc->tokens[tokens.end - 1].bytes;
  return isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), ".");
}

uint32_t
isn_focus_lead_end(const IsnDocument* const doc)
{
  size_t n = 0;
  size_t n_full = 0;
  for (; n < doc->n_sentences && n < MAX_LEAD &&
         (n < LEAD_SENTENCES || n_full < FULL_LEAD);
       ++n) {
    n_full += ends_in_stop(doc, doc->sentences[n].tokens);
  }
  return n ? doc->sentences[n - 1].tokens.end : 0;
}

/// Mentions of each entity; those of the lead count three times.
static uint32_t*
weigh(const IsnDocument* const doc, const uint32_t lead_end)
{
  uint32_t* const weights =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*weights));
  for (size_t i = 0; weights && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity != ISN_NO_ENTITY) {
      weights[m->entity] += m->tokens.begin < lead_end ? 3 : 1;
    }
  }
  return weights;
}

/// «على هامش القمة»: what is told did not happen at it.
static bool
is_beside(const IsnDocument* const doc, const uint32_t token)
{
  return isn_beside_is(doc, doc->analysis, token);
}

/// «قررت اللجنة، في اجتماعها الثالث، رفع»: a sitting that is named only with
/// what was decided at it; who comments on that did not sit there.
static bool
is_own_sitting(const IsnDocument* const doc, const uint32_t token)
{
  if (!doc->analysis || token < 2 || token >= doc->n_tokens ||
      doc->tokens[token - 2].kind != ISN_KIND_PUNCTUATION) {
    return false;
  }
  const IsnWord* const word = &doc->analysis->words[token];
  bool is_possessed = false;
  for (size_t c = 0; c < word->n_classes; ++c) {
    is_possessed |= (word->classes[c] & ISN_FEAT_POSSESSED) != 0;
  }
  // «دورة» could be «دوره», were it not for its letter
  const IsnSpan bytes = doc->tokens[token].bytes;
  return is_possessed &&
         !isn_str_ends(isn_str_slice(doc->text, bytes.begin, bytes.end),
                       ISN_STR("ة")) &&
         isn_str_is(doc->analysis->words[token - 1].word, "في");
}

/// The token where an entity is first mentioned.
static uint32_t
first_mention(const IsnDocument* const doc, const uint32_t entity)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (doc->mentions[i].entity == entity) {
      return doc->mentions[i].tokens.begin;
    }
  }
  return (uint32_t)doc->n_tokens;
}

/// «وأكد أن الوزارة تنظم دورة»: only what somebody says mentions it.
static bool
is_reported(const IsnDocument* const doc,
            const IsnSpan tokens,
            const uint32_t token)
{
  if (!doc->analysis) {
    return false;
  }
  const IsnWord* const words = doc->analysis->words;
  for (uint32_t t = tokens.begin; t < token; ++t) {
    if (isn_words_has(&isn_words_that, words[t].word)) {
      return true;
    }
  }
  return token < tokens.end && words[token].flags & ISN_WORD_QUOTED;
}

/// Whether the first mention lies in one of the first sentences, headlines and
/// the like not counted: a meeting named only later is not what is reported.
static void
find_place(IsnFocus* const focus, const IsnDocument* const doc)
{
  size_t n_before = 0;
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    if (focus->account_from < tokens.end) {
      focus->is_account_said = is_reported(doc, tokens, focus->account_from);
      focus->is_account_first = !n_before;
      focus->is_account_early =
        n_before < EARLY_SENTENCES && !(n_before && focus->is_account_said);
      return;
    }
    n_before += ends_in_stop(doc, tokens);
  }
}

/// The event of `types` that the lead mentions and that is mentioned most.
static uint32_t
find_main(const IsnDocument* const doc,
          const uint32_t* const weights,
          const IsnTypeSet types,
          const uint32_t lead_end)
{
  uint32_t main = ISN_NO_ENTITY;
  uint32_t best = 0;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= lead_end) {
      break;
    }
    if (ISN_TYPES(m->type) & types && m->entity != ISN_NO_ENTITY &&
        weights[m->entity] > best) {
      best = weights[m->entity];
      main = m->entity;
    }
  }
  return main;
}

static bool
list_namings(IsnFocus* const focus, const IsnDocument* const doc)
{
  focus->namings =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*focus->namings));
  for (size_t i = 0; focus->namings && i < doc->n_mentions; ++i) {
    const uint32_t entity = doc->mentions[i].entity;
    if (entity < doc->n_entities) {
      IsnNaming* const naming = &focus->namings[entity];
      naming->first = naming->n++ ? naming->first : (uint32_t)i;
    }
  }
  return focus->namings;
}

static bool
list_account_tokens(IsnFocus* const focus, const IsnDocument* const doc)
{
  focus->account_tokens = isn_arena_array(
    doc->arena, doc->n_mentions + 1, sizeof(*focus->account_tokens));
  for (size_t i = 0; focus->account_tokens && i < doc->n_mentions; ++i) {
    if (doc->mentions[i].entity == focus->account) {
      focus->account_tokens[focus->n_account_tokens++] =
        doc->mentions[i].tokens.begin;
    }
  }
  return focus->account_tokens;
}

/// «اجتماعين», «الندوتان»: two meetings, of which none is the one reported.
static bool
is_dual(const IsnDocument* const doc, const IsnMention* const mention)
{
  const IsnWord* const word = &doc->analysis->words[mention->tokens.begin];
  bool is_dual = false;
  for (size_t c = 0; c < word->n_classes; ++c) {
    is_dual |= (word->classes[c] & ISN_FEAT_DUAL) != 0;
  }
  // «اجتماعا» may be the accusative
  return mention->type == ISN_TYPE_MEETING && is_dual &&
         (isn_str_ends(word->word, ISN_STR("ان")) ||
          isn_str_ends(word->word, ISN_STR("ين")));
}

/// Whether the lead speaks of two meetings at once, and the one reported is
/// only those two.
static bool
has_dual(const IsnDocument* const doc,
         const uint32_t lead_end,
         const uint32_t told,
         IsnFocus* const focus)
{
  for (size_t i = 0; doc->analysis && i < doc->n_mentions; ++i) {
    if (doc->mentions[i].tokens.begin >= lead_end) {
      break;
    }
    if (is_dual(doc, &doc->mentions[i])) {
      focus->has_dual = true;
      if (doc->mentions[i].entity == told) {
        return true;
      }
    }
  }
  return false;
}

IsnStatus
isn_focus_find(IsnFocus* const focus, const IsnDocument* const doc)
{
  *focus = (IsnFocus){ .main = ISN_NO_ENTITY,
                       .account = ISN_NO_ENTITY,
                       .aside = ISN_NO_ENTITY };
  const uint32_t lead_end = isn_focus_lead_end(doc);
  const uint32_t* const weights = weigh(doc, lead_end);
  if (!weights || !list_namings(focus, doc)) {
    return ISN_ERR_NO_MEMORY;
  }
  focus->main = find_main(doc, weights, EVENTS, lead_end);
  const uint32_t told =
    find_main(doc, weights, ISN_TYPES(ISN_TYPE_MEETING), lead_end);
  // An operation may be told of at a meeting that the text names before it
  if (told != ISN_NO_ENTITY &&
      first_mention(doc, told) <= first_mention(doc, focus->main)) {
    focus->account_from = first_mention(doc, told);
    find_place(focus, doc);
    const bool is_aside = is_beside(doc, focus->account_from);
    focus->aside = is_aside ? told : ISN_NO_ENTITY;
    focus->account = has_dual(doc, lead_end, told, focus) || is_aside ||
                         is_own_sitting(doc, focus->account_from)
                       ? ISN_NO_ENTITY
                       : told;
  }
  return focus->account == ISN_NO_ENTITY || list_account_tokens(focus, doc)
           ? ISN_SUCCESS
           : ISN_ERR_NO_MEMORY;
}

bool
isn_focus_has_account(const IsnFocus* const focus,
                      const uint32_t begin,
                      const uint32_t end)
{
  size_t low = 0;
  for (size_t high = focus->n_account_tokens; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (focus->account_tokens[middle] < begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < focus->n_account_tokens && focus->account_tokens[low] < end;
}

size_t
isn_focus_mentions_before(const IsnDocument* const doc, const uint32_t token)
{
  size_t low = 0;
  for (size_t high = doc->n_mentions; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->mentions[middle].tokens.begin < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

uint32_t
isn_focus_last(const IsnDocument* const doc,
               const IsnTypeSet types,
               const uint32_t token)
{
  size_t low = isn_focus_mentions_before(doc, token);
  for (size_t n = 0; low > 0 && n < MAX_MENTIONS_BACK; ++n) {
    const IsnMention* const m = &doc->mentions[--low];
    if (ISN_TYPES(m->type) & types && m->tokens.end <= token) {
      return m->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// «هذا الاجتماع التقييمي»: whether «this» stands before the mention, which is
/// a noun and its adjective.
static bool
is_pointed_at(const IsnDocument* const doc, const IsnMention* const m)
{
  const IsnWord* const words = doc->analysis->words;
  const uint32_t begin = m->tokens.begin;
  return begin && m->tokens.end == begin + 2 &&
         isn_words_has(&isn_words_this, words[begin - 1].word) &&
         words[begin].flags & words[begin + 1].flags & ISN_WORD_ARTICLE;
}

/// Whether a mention is nothing but a definite noun of `nouns`: «اللقاء», «هذه
/// العملية», «هذا الاجتماع التقييمي».
static bool
is_noun_alone(const IsnDocument* const doc,
              const IsnMention* const m,
              const IsnWords* const nouns)
{
  const uint32_t noun =
    is_pointed_at(doc, m) ? m->tokens.begin : m->tokens.end - 1;
  const IsnStr word = doc->analysis->words[noun].word;
  return isn_words_has(nouns, word) && m->tokens.end <= m->tokens.begin + 2 &&
         first_mention(doc, m->entity) == m->tokens.begin;
}

/// Whether somebody receives or meets somebody else between the sentence of
/// `token` and `end`: «كما استقبل …».
static bool
meets_again(const IsnDocument* const doc,
            const uint32_t token,
            const uint32_t end)
{
  const size_t s = isn_document_sentence_at(doc, token);
  if (s >= doc->n_sentences) {
    return false;
  }
  for (uint32_t t = doc->sentences[s].tokens.end; t < end; ++t) {
    if (isn_words_has(&isn_words_meeting_again_verbs,
                      doc->analysis->words[t].word)) {
      return true;
    }
  }
  return false;
}

/// «لبحث نتائج المؤتمر»: only what came of it is spoken of.
static bool
has_results(const IsnDocument* const doc, const uint32_t token)
{
  return token && isn_words_has(&isn_words_results,
                                doc->analysis->words[token - 1].word);
}

/// The first thing of `type` named behind `token`, if there for the first time
/// and by nothing but a definite noun of `nouns`. What is named beside it («على
/// هامش القمة») is none of them.
static uint32_t
taken_up(const IsnDocument* const doc,
         const uint32_t token,
         const IsnType type,
         const IsnWords* const nouns)
{
  for (size_t i = isn_focus_mentions_before(doc, token);
       doc->analysis && i < doc->n_mentions;
       ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin > token + MAX_WORDS_TO_MET) {
      break;
    }
    if (m->type != type || m->entity == ISN_NO_ENTITY) {
      continue;
    }
    if (is_noun_alone(doc, m, nouns)) {
      const bool is_other =
        type == ISN_TYPE_MEETING && meets_again(doc, token, m->tokens.begin);
      return is_other ? ISN_NO_ENTITY : m->entity;
    }
    if (!is_beside(doc, m->tokens.begin) &&
        !has_results(doc, m->tokens.begin)) {
      break;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_focus_met(const IsnDocument* const doc, const uint32_t token)
{
  return taken_up(doc, token, ISN_TYPE_MEETING, &isn_words_meeting_nouns_def);
}

uint32_t
isn_focus_done(const IsnDocument* const doc, const uint32_t token)
{
  return taken_up(
    doc, token, ISN_TYPE_OPERATION, &isn_words_operation_nouns_def);
}

/// «جاء ذلك»: the token behind it in a sentence that begins so, else 0.
static uint32_t
behind_came_that(const IsnDocument* const doc, const IsnSpan tokens)
{
  const IsnWord* const words = doc->analysis->words;
  bool is_verb = false;
  bool is_that = false;
  const bool has_room = tokens.begin + 2 < tokens.end;
  is_verb = is_verb || (has_room && isn_words_has(&isn_words_came_verbs,
                                                  words[tokens.begin].word));
  is_that = is_that ||
            (has_room &&
             isn_words_has(&isn_words_came_that, words[tokens.begin + 1].word));
  return is_verb && is_that ? tokens.begin + 2 : 0;
}

/// «الحفل», «حفل التدشين», «مراسم التسليم»: a ceremony, named for the first
/// time, by nothing but what is done at it.
static bool
is_ceremony(const IsnDocument* const doc, const IsnMention* const m)
{
  const IsnWord* const words = doc->analysis->words;
  const uint32_t first = m->tokens.begin;
  const uint32_t last = m->tokens.end - 1;
  return m->type == ISN_TYPE_MEETING &&
         isn_words_has(&isn_words_ceremony_nouns, words[first].word) &&
         last <= first + 1 && words[last].flags & ISN_WORD_ARTICLE &&
         first_mention(doc, m->entity) == first;
}

/// «وأُعلن عن المبادرة، …، في حفل أقيم …»: whether the mention is what somebody
/// announced something at, in a sentence that begins at token `begin`.
static bool
is_announced_at(const IsnDocument* const doc,
                const IsnMention* const m,
                const uint32_t begin)
{
  const IsnWord* const words = doc->analysis->words;
  return m->type == ISN_TYPE_MEETING && m->tokens.begin > begin + 2 &&
         isn_words_has(&isn_words_announcing_verbs, words[begin].word) &&
         isn_str_is(words[begin + 1].word, "عن") &&
         isn_words_has(&isn_words_announced_at,
                       words[m->tokens.begin - 1].word);
}

/// How far into a sentence the meeting may be named at which it was spoken.
#define MAX_WORDS_TO_FLOOR 30u

/// «وأضاف الوزير، في كلمة خلال الندوة، أن»: the meeting at which somebody goes
/// on to speak in sentence `tokens`, or ISN_NO_ENTITY.
static uint32_t
spoken_at(const IsnDocument* const doc, const IsnSpan tokens)
{
  const IsnWord* const words = doc->analysis->words;
  if (tokens.begin == tokens.end ||
      !isn_words_has(&isn_words_going_on_verbs, words[tokens.begin].word)) {
    return ISN_NO_ENTITY;
  }
  size_t k = isn_focus_mentions_before(doc, tokens.begin);
  for (uint32_t t = tokens.begin + 1;
       t < tokens.end && t - tokens.begin < MAX_WORDS_TO_FLOOR;
       ++t) {
    if (isn_words_has(&isn_words_that, words[t].word) ||
        isn_str_is(words[t].word, ":") || words[t].flags & ISN_WORD_QUOTED) {
      break;
    }
    while (k < doc->n_mentions && doc->mentions[k].tokens.begin < t) {
      ++k;
    }
    const IsnMention* const m = &doc->mentions[k];
    if (k < doc->n_mentions && m->tokens.begin == t &&
        m->type == ISN_TYPE_MEETING &&
        isn_words_has(&isn_words_before_floor, words[t - 1].word)) {
      return is_beside(doc, t) ? ISN_NO_ENTITY : m->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// The meeting at which something was done that sentence `tokens` tells of
/// only by its ceremony or its announcement, or ISN_NO_ENTITY.
static uint32_t
ceremony_in(const IsnDocument* const doc, const IsnSpan tokens)
{
  for (size_t k = isn_focus_mentions_before(doc, tokens.begin);
       k < doc->n_mentions && doc->mentions[k].tokens.begin < tokens.end;
       ++k) {
    const IsnMention* const m = &doc->mentions[k];
    if (is_ceremony(doc, m) || is_announced_at(doc, m, tokens.begin)) {
      return is_beside(doc, m->tokens.begin) ? ISN_NO_ENTITY : m->entity;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_focus_there(const IsnDocument* const doc, const uint32_t token)
{
  const size_t s = isn_document_sentence_at(doc, token);
  size_t n_full = 0;
  for (size_t i = s + 1; doc->analysis && i < doc->n_sentences &&
                         i <= s + MAX_LEAD && n_full < LEAD_SENTENCES;
       ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    n_full += ends_in_stop(doc, tokens);
    const uint32_t behind =
      n_full <= MAX_SENTENCES_TO_THERE ? behind_came_that(doc, tokens) : 0;
    if (!behind) {
      uint32_t there = spoken_at(doc, tokens);
      there = there != ISN_NO_ENTITY ? there : ceremony_in(doc, tokens);
      if (there != ISN_NO_ENTITY) {
        return there;
      }
      continue;
    }
    for (size_t k = isn_focus_mentions_before(doc, behind); k < doc->n_mentions;
         ++k) {
      const IsnMention* const mention = &doc->mentions[k];
      if (mention->tokens.begin > behind + 5 ||
          mention->tokens.begin >= tokens.end) {
        break;
      }
      if (mention->type == ISN_TYPE_MEETING) {
        return is_beside(doc, mention->tokens.begin) ? ISN_NO_ENTITY
                                                     : mention->entity;
      }
    }
    return ISN_NO_ENTITY;
  }
  return ISN_NO_ENTITY;
}
