// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/clubs.h"

#include "extract/entities/order.h"
#include "extract/gazetteer/source.h"
#include "extract/word_lists.h"

/// A report on sport has that many words of it.
#define MIN_SPORT_WORDS 5u

/// How far before a name the verb stands that makes a club of it.
#define REACH 4u

/// More clubs than any report names.
#define MAX_CLUBS 64u

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  IsnSpan clubs[MAX_CLUBS]; // named for sure
  size_t n_clubs;
  size_t n_before; // mentions before any was added, in order
} Clubs;

static bool
is_sport(const IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  size_t n = 0;
  for (uint32_t t = 0; t < doc->n_tokens && n < MIN_SPORT_WORDS; ++t) {
    n += isn_words_has(&isn_words_sport_words, analysis->words[t].word);
  }
  return n >= MIN_SPORT_WORDS;
}

static bool
is_club(const IsnHit* const hit)
{
  return isn_str_is(hit->entry->type, "Organization") &&
         isn_str_is(isn_gazetteer_feature(hit->entry->features, "kind"),
                    "club");
}

/// The club that the tokens name by the gazetteer, or NULL.
static const IsnHit*
find_hit(const IsnAnalysis* const a, const IsnSpan tokens)
{
  for (size_t i = isn_analysis_first_hit(a, tokens.begin);
       i < a->n_hits && a->hits[i].tokens.begin == tokens.begin;
       ++i) {
    if (a->hits[i].tokens.end == tokens.end && is_club(&a->hits[i])) {
      return &a->hits[i];
    }
  }
  return NULL;
}

static bool
has_same_words(const IsnAnalysis* const a, const IsnSpan x, const IsnSpan y)
{
  if (x.end - x.begin != y.end - y.begin) {
    return false;
  }
  for (uint32_t i = 0; i < x.end - x.begin; ++i) {
    if (!isn_str_equal(a->words[x.begin + i].word,
                       a->words[y.begin + i].word)) {
      return false;
    }
  }
  return true;
}

/// Whether `part` is the beginning of a longer name: «مانشستر» of «مانشستر
/// يونايتد».
static bool
begins(const IsnAnalysis* const a, const IsnSpan whole, const IsnSpan part)
{
  const uint32_t n = part.end - part.begin;
  return whole.end - whole.begin > n &&
         has_same_words(a, (IsnSpan){ whole.begin, whole.begin + n }, part);
}

/// Whether the document names the club for sure: by these words, by more, or by
/// others of the same gazetteer key.
static bool
is_known(const Clubs* const c, const IsnSpan tokens)
{
  const IsnHit* const hit = find_hit(c->analysis, tokens);
  for (size_t i = 0; i < c->n_clubs; ++i) {
    const IsnHit* const other = hit ? find_hit(c->analysis, c->clubs[i]) : NULL;
    if (has_same_words(c->analysis, tokens, c->clubs[i]) ||
        begins(c->analysis, c->clubs[i], tokens) ||
        (other && isn_str_equal(hit->entry->key, other->entry->key))) {
      return true;
    }
  }
  return false;
}

static bool
is_before(const Clubs* const c,
          const uint32_t token,
          const uint32_t reach,
          const IsnWords* const words)
{
  for (uint32_t i = 1; i <= reach && i <= token; ++i) {
    const IsnWord* const word = &c->analysis->words[token - i];
    if (c->doc->tokens[token - i].kind != ISN_KIND_WORD) {
      return false;
    }
    if (isn_words_has(words, word->word)) {
      return true;
    }
  }
  return false;
}

static bool
has_proclitic(const IsnWord* const word, const char* const letter)
{
  return word->n_proclitics && strstr(word->proclitics, letter);
}

static bool
is_word(const Clubs* const c, const uint32_t token)
{
  return token < c->doc->n_tokens &&
         c->doc->tokens[token].kind == ISN_KIND_WORD;
}

/// «لاعب ليون».
static bool
is_of_club(const Clubs* const c, const IsnSpan tokens)
{
  return is_before(c, tokens.begin, 1, &isn_words_before_clubs);
}

/// «فوزه على ليون», «انتقاله إلى ليون».
static bool
is_rival(const Clubs* const c, const IsnSpan tokens)
{
  return is_before(c, tokens.begin, 1, &isn_words_on_and_to) &&
         is_before(c, tokens.begin, REACH, &isn_words_club_deeds);
}

static bool
is_named_club(const Clubs* const c, const IsnMention* const m)
{
  return m->type == ISN_TYPE_ORGANIZATION &&
         (isn_str_is(m->kind, "club") || find_hit(c->analysis, m->tokens));
}

/// Whether a club's mention ends right before `token`.
static bool
has_club_until(const Clubs* const c, const uint32_t token)
{
  const IsnDocument* const doc = c->doc;
  const size_t next = isn_mentions_first(doc, c->n_before, token);
  for (size_t i = next; i > 0 && next - i < ISN_MAX_REACHING; --i) {
    const IsnMention* const m = &doc->mentions[i - 1];
    if (m->tokens.end == token && is_named_club(c, m)) {
      return true;
    }
  }
  // One that was added just now
  return doc->n_mentions > c->n_before &&
         doc->mentions[doc->n_mentions - 1].tokens.end == token;
}

/// Whether a club's mention begins at `token`.
static bool
has_club_from(const Clubs* const c, const uint32_t token)
{
  const IsnDocument* const doc = c->doc;
  for (size_t i = isn_mentions_first(doc, c->n_before, token);
       i < c->n_before && doc->mentions[i].tokens.begin == token;
       ++i) {
    if (is_named_club(c, &doc->mentions[i])) {
      return true;
    }
  }
  return false;
}

/// «ليون والهلال», «الهلال وليون».
static bool
is_beside_club(const Clubs* const c, const IsnSpan tokens)
{
  const IsnWord* const words = c->analysis->words;
  return (has_proclitic(&words[tokens.begin], "و") &&
          has_club_until(c, tokens.begin)) ||
         (is_word(c, tokens.end) && has_proclitic(&words[tokens.end], "و") &&
          has_club_from(c, tokens.end));
}

/// «في ليون», «ليون (فرنسا)», «ليون الفرنسية».
static bool
is_place(const Clubs* const c, const IsnSpan tokens)
{
  const uint32_t t = tokens.begin;
  const IsnWord* const words = c->analysis->words;
  const bool is_first = !t || !is_word(c, t - 1);
  if (has_proclitic(&words[t], "ب") || (is_first && !is_word(c, tokens.end))) {
    return true;
  }
  if (is_word(c, tokens.end)) {
    const IsnWord* const next = &words[tokens.end];
    if (next->flags & ISN_WORD_ARTICLE && next->flags & ISN_WORD_TA) {
      return true;
    }
  } else if (tokens.end < c->doc->n_tokens &&
             isn_str_is(words[tokens.end].whole, "(")) {
    return true;
  }
  return is_before(c, t, 1, &isn_words_before_towns) ||
         (is_before(c, t, 1, &isn_words_on_and_to) &&
          !is_before(c, t, REACH, &isn_words_club_deeds));
}

/// «النصر الكبير», «المجتمع الأهلي»: the word has its ordinary sense; not in
/// «الهلال الأربعاء», «الهلال المقررة».
static bool
is_ordinary(const Clubs* const c, const IsnSpan tokens)
{
  const uint32_t t = tokens.begin;
  const IsnWord* const words = c->analysis->words;
  if (is_word(c, tokens.end) && words[tokens.end].flags & ISN_WORD_ARTICLE &&
      !words[tokens.end].n_proclitics &&
      !(words[tokens.end].flags & ISN_WORD_TA) &&
      !isn_words_has(&isn_words_days_beside, words[tokens.end].word)) {
    return true;
  }
  return t && is_word(c, t - 1) && words[t - 1].flags & ISN_WORD_ARTICLE &&
         !words[t].n_proclitics && isn_str_ends(words[t].word, ISN_STR("ي"));
}

/// Whether the hit, a club's name that is another word too, means the club.
static bool
is_meant(const Clubs* const c, const IsnHit* const hit)
{
  const IsnSpan tokens = hit->tokens;
  const IsnWord* const word = &c->analysis->words[tokens.begin];
  if (!hit->is_common || !is_club(hit)) {
    return false;
  }
  const bool is_sure = is_of_club(c, tokens);
  const bool is_likely = is_rival(c, tokens) || is_beside_club(c, tokens);
  if (!(word->flags & ISN_WORD_ARTICLE)) {
    return is_sure ||
           ((is_likely || is_known(c, tokens)) && !is_place(c, tokens));
  }
  if (isn_words_has(&isn_words_doubtful_clubs, word->word)) {
    return (is_sure || is_likely) && is_known(c, tokens) &&
           !is_ordinary(c, tokens);
  }
  if (is_sure) {
    return true;
  }
  return !is_ordinary(c, tokens) &&
         (isn_words_has(&isn_words_plain_clubs, word->word)
            ? is_likely && is_known(c, tokens)
            : is_likely || is_known(c, tokens));
}

/// The towns among the mentions that are clubs here.
static void
turn_towns(Clubs* const c)
{
  for (size_t i = 0; i < c->doc->n_mentions; ++i) {
    IsnMention* const m = &c->doc->mentions[i];
    if (m->type == ISN_TYPE_PLACE && !is_place(c, m->tokens) &&
        (is_known(c, m->tokens) ||
         (find_hit(c->analysis, m->tokens) &&
          (is_of_club(c, m->tokens) || is_rival(c, m->tokens) ||
           is_beside_club(c, m->tokens))))) {
      m->type = ISN_TYPE_ORGANIZATION;
      m->kind = ISN_STR("club");
      m->rule = ISN_STR("club-again");
    }
  }
}

static IsnStatus
add_words(Clubs* const c)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = c->doc;
  const IsnAnalysis* const a = c->analysis;
  uint32_t covered = 0; // by what was added
  for (size_t i = 0; i < a->n_hits; ++i) {
    const IsnSpan tokens = a->hits[i].tokens;
    if (tokens.begin >= covered && is_meant(c, &a->hits[i]) &&
        isn_mentions_leave(doc, c->n_before, tokens)) {
      covered = tokens.end;
      ISN_TRY(st,
              isn_mentions_add(doc,
                               a,
                               tokens,
                               ISN_TYPE_ORGANIZATION,
                               ISN_STR("club"),
                               ISN_STR("club-again")));
    }
  }
  if (doc->n_mentions > c->n_before) {
    isn_mentions_sort(doc, 0);
  }
  return st;
}

IsnStatus
isn_clubs_find(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  if (!is_sport(doc, analysis)) {
    return ISN_SUCCESS;
  }
  Clubs c = { .doc = doc, .analysis = analysis, .n_before = doc->n_mentions };
  for (size_t i = 0; i < doc->n_mentions && c.n_clubs < MAX_CLUBS; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (is_named_club(&c, m)) {
      c.clubs[c.n_clubs++] = m->tokens;
    }
  }
  turn_towns(&c);
  return add_words(&c);
}
