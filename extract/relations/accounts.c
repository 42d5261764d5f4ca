// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/accounts.h"

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/tokenize/marks.h"
#include "extract/word_lists.h"

#include <stdio.h>

/// What was said so long before a text was written was not said at what it is
/// an account of.
#define DAYS_OF_ACCOUNT 15

/// A paragraph is not searched further than this.
#define MAX_PARAGRAPH 1000u

/// Of turns that do not hold any more, as many are looked at.
#define MAX_TURNS_BACK 200u

/// How many turns lie before `token`. Matches come a sentence at a time, so it
/// is among the last ones.
static size_t
turns_before(const IsnAccounts* const accounts, const uint32_t token)
{
  size_t n = accounts->n;
  while (n && accounts->turns[n - 1].token >= token) {
    --n;
  }
  return n;
}

static IsnStatus
add_turn(IsnAccounts* const accounts,
         IsnArena* const arena,
         const IsnAccountTurn turn)
{
  const size_t i = turns_before(accounts, turn.token);
  if (i < accounts->n && accounts->turns[i].token == turn.token) {
    return ISN_SUCCESS;
  }
  IsnAccountTurn* const turns = isn_arena_grow(
    arena, accounts->turns, accounts->n, &accounts->capacity, sizeof(*turns));
  if (!turns) {
    return ISN_ERR_NO_MEMORY;
  }
  accounts->turns = turns;
  memmove(turns + i + 1, turns + i, (accounts->n++ - i) * sizeof(*turns));
  turns[i] = turn;
  return ISN_SUCCESS;
}

static bool
is_unheld(const IsnAccounts* const accounts, const uint32_t entity)
{
  return accounts->unheld && entity != ISN_NO_ENTITY &&
         accounts->unheld[entity];
}

bool
isn_accounts_is_undone(const IsnAccounts* const accounts, const uint32_t entity)
{
  return is_unheld(accounts, entity) &&
         accounts->unheld[entity] == ISN_UNHELD_UNDONE;
}

/// Only in the lead is a meeting taken for one to come by its words; what is
/// put off or called off is so wherever the text says it.
static IsnStatus
add_unheld(IsnAccounts* const accounts,
           const IsnDocument* const doc,
           const uint32_t entity,
           const bool is_to_come)
{
  if (!accounts->unheld) {
    accounts->unheld = isn_arena_array(
      doc->arena, doc->n_entities + 1, sizeof(*accounts->unheld));
  }
  if (!accounts->unheld) {
    return ISN_ERR_NO_MEMORY;
  }
  if (entity != ISN_NO_ENTITY &&
      accounts->unheld[entity] != ISN_UNHELD_UNDONE) {
    accounts->unheld[entity] =
      is_to_come ? ISN_UNHELD_TO_COME : ISN_UNHELD_UNDONE;
  }
  return ISN_SUCCESS;
}

/// The unit of the first group of a name that took part, or NULL.
static const IsnUnit*
find_unit(const IsnMatch* const match, const IsnRef* const ref)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < ref->n_groups; ++g) {
    if (isn_match_units(match, ref, g, &units, &at_word)) {
      return &match->annotated->units[units.begin];
    }
  }
  return NULL;
}

/// «قال الشهر الماضي»: whether the date of a group "elsewhere" is of another
/// month, or so many days before the document's, that no account has it.
static bool
is_long_ago(const IsnAnnotationSource* const source, const IsnUnit* const unit)
{
  const IsnStr today = source->doc->date;
  const IsnStr then = source->analysis->quantities[unit->index].begin;
  int at[3] = { 0 };
  int now[3] = { 0 };
  // Both are dates that were read and written before.
  // NOLINTNEXTLINE(cert-err34-c)
  if (sscanf(today.data ? today.data : "", "%d-%d-%d", now, now + 1, now + 2) <
        3 ||
      // NOLINTNEXTLINE(cert-err34-c)
      sscanf(then.data ? then.data : "", "%d-%d-%d", at, at + 1, at + 2) < 1) {
    return false;
  }
  const int months = (now[0] - at[0]) * 12 + (at[1] ? now[1] - at[1] : 0);
  return at[2] ? months * 31 + now[2] - at[2] >= DAYS_OF_ACCOUNT : months > 0;
}

IsnStatus
isn_accounts_note(IsnAccounts* const accounts,
                  const IsnAnnotationSource* const source,
                  const IsnMatch* const match)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnDocument* const doc = source->doc;
  const IsnUnit* const account = find_unit(match, &match->rule->account);
  const IsnUnit* const elsewhere = find_unit(match, &match->rule->elsewhere);
  const IsnUnit* const away = find_unit(match, &match->rule->away);
  const IsnUnit* const unheld = find_unit(match, &match->rule->unheld);
  if (account && account->kind == ISN_UNIT_MENTION) {
    const IsnAccountTurn turn = { account->tokens.begin,
                                  doc->mentions[account->index].entity,
                                  false };
    ISN_TRY(st, add_turn(accounts, doc->arena, turn));
  }
  const bool is_dated = elsewhere && elsewhere->kind == ISN_UNIT_QUANTITY;
  if (away || (elsewhere && (!is_dated || is_long_ago(source, elsewhere)))) {
    const IsnAccountTurn turn = { (away ? away : elsewhere)->tokens.begin,
                                  ISN_NO_ENTITY,
                                  away };
    ISN_TRY(st, add_turn(accounts, doc->arena, turn));
  }
  if (unheld && unheld->kind == ISN_UNIT_MENTION) {
    ISN_TRY(st,
            add_unheld(accounts,
                       doc,
                       doc->mentions[unheld->index].entity,
                       match->rule->in_lead));
  }
  return st;
}

/// Behind the sentence that token `token` lies in.
static uint32_t
sentence_end(const IsnDocument* const doc, const uint32_t token)
{
  const size_t s = isn_document_sentence_at(doc, token);
  return s < doc->n_sentences ? doc->sentences[s].tokens.end : token + 1;
}

static bool
same_paragraph(const IsnDocument* const doc, const uint32_t a, const uint32_t b)
{
  if (b > a + MAX_PARAGRAPH) {
    return false;
  }
  for (uint32_t t = a; t < b; ++t) {
    if (isn_marks_paragraph_ends(doc, t)) {
      return false;
    }
  }
  return true;
}

/// Whether what a turn says still holds at `token`, in a sentence that ends at
/// `end`.
static bool
still_holds(const IsnAccountTurn* const turn,
            const IsnDocument* const doc,
            const IsnFocus* const focus,
            const uint32_t token,
            const uint32_t end)
{
  if (turn->entity != ISN_NO_ENTITY) {
    return true;
  }
  return turn->is_away
           ? !isn_focus_has_account(focus, sentence_end(doc, turn->token), end)
           : same_paragraph(doc, turn->token, token);
}

/// How far a match is looked for around its name.
#define WORDS_AROUND 12u

/// «لقاء الهلال والنصر», beside which stand words of a game.
static bool
is_match(const IsnDocument* const doc, const IsnSpan tokens)
{
  const IsnWord* const words = doc->analysis->words;
  if (!isn_words_has(&isn_words_match_nouns, words[tokens.begin].word)) {
    return false;
  }
  const uint32_t first =
    tokens.begin > WORDS_AROUND ? tokens.begin - WORDS_AROUND : 0;
  for (uint32_t t = first; t < tokens.end + WORDS_AROUND && t < doc->n_tokens;
       ++t) {
    if (isn_words_has(&isn_words_game_words, words[t].word)) {
      return true;
    }
  }
  return false;
}

/// «بطولة العالم», «الحوار الوطني», «محادثات هاتفية»: who comments on a
/// contest, a process, a festival or a call does not speak at it.
static bool
is_without_floor(const IsnDocument* const doc,
                 const IsnFocus* const focus,
                 const uint32_t entity)
{
  const IsnNaming naming = focus->namings[entity];
  if (!doc->analysis || !naming.n) {
    return false;
  }
  const IsnSpan tokens = doc->mentions[naming.first].tokens;
  const IsnWord* const words = doc->analysis->words;
  if (isn_words_has(&isn_words_contests, words[tokens.begin].word) ||
      is_match(doc, tokens)) {
    return true;
  }
  // «الدورة الثانية» of a council that sits for years
  if (tokens.end == tokens.begin + 2 &&
      isn_str_is(words[tokens.begin].word, "الدوره")) {
    return true;
  }
  return tokens.begin + 1 < tokens.end &&
         ((isn_str_is(words[tokens.begin].word, "الحوار") &&
           (isn_str_is(words[tokens.begin + 1].word, "الوطني") ||
            isn_str_is(words[tokens.begin + 1].word, "السياسي"))) ||
          isn_str_is(words[tokens.begin + 1].word, "هاتفيه") ||
          isn_str_is(words[tokens.begin + 1].word, "الهاتفيه") ||
          isn_str_is(words[tokens.begin + 1].word, "العاب") ||
          isn_str_is(words[tokens.begin + 1].word, "الالعاب"));
}

/// The document's own meeting, named once, is forgotten so many words behind.
#define WORDS_TO_FORGET 280u

/// One named later, to which the text has turned, so many words behind.
#define WORDS_TO_FORGET_TURNED 160u

/// Any other, in passing, so many words behind.
#define WORDS_TO_FORGET_PASSED 60u

/// Whether the text has named the meeting once, and long before `token`: what
/// is said there is said elsewhere.
static bool
is_forgotten(const IsnDocument* const doc,
             const IsnFocus* const focus,
             const uint32_t entity,
             const bool is_turned,
             const uint32_t token)
{
  const bool is_own = entity == focus->account && focus->is_account_first;
  const uint32_t n_words = is_own      ? WORDS_TO_FORGET
                           : is_turned ? WORDS_TO_FORGET_TURNED
                                       : WORDS_TO_FORGET_PASSED;
  const IsnNaming naming = focus->namings[entity];
  return naming.n == 1 &&
         token > doc->mentions[naming.first].tokens.begin + n_words;
}

uint32_t
isn_accounts_find(const IsnAccounts* const accounts,
                  const IsnDocument* const doc,
                  const IsnFocus* const focus,
                  const uint32_t token)
{
  const uint32_t end = sentence_end(doc, token);
  const IsnAccountTurn* found = NULL;
  const size_t n = turns_before(accounts, end);
  for (size_t i = n; !found && i > 0 && n - i < MAX_TURNS_BACK; --i) {
    const IsnAccountTurn* const turn = &accounts->turns[i - 1];
    found = still_holds(turn, doc, focus, token, end) ? turn : NULL;
  }
  const bool is_known = focus->account_from < token ||
                        (focus->account_from < end && !focus->is_account_said);
  const uint32_t entity = found                                 ? found->entity
                          : focus->is_account_early && is_known ? focus->account
                                                                : ISN_NO_ENTITY;
  return is_unheld(accounts, entity) ||
             (entity != ISN_NO_ENTITY &&
              (is_forgotten(doc, focus, entity, found, token) ||
               is_without_floor(doc, focus, entity)))
           ? ISN_NO_ENTITY
           : entity;
}
