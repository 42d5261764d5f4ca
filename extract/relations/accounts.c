// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/accounts.h"

#include "extract/tokenize/marks.h"

/// A paragraph is not searched further than this.
#define MAX_PARAGRAPH 1000u

static IsnStatus
add_turn(IsnAccounts* const accounts,
         IsnArena* const arena,
         const IsnAccountTurn turn)
{
  for (size_t i = accounts->n; i-- > 0;) {
    if (accounts->turns[i].token == turn.token) {
      return ISN_SUCCESS;
    }
  }
  IsnAccountTurn* const turns = isn_arena_grow(
    arena, accounts->turns, accounts->n, &accounts->capacity, sizeof(*turns));
  if (!turns) {
    return ISN_ERR_NO_MEMORY;
  }
  accounts->turns = turns;
  accounts->turns[accounts->n++] = turn;
  return ISN_SUCCESS;
}

static bool
is_unheld(const IsnAccounts* const accounts, const uint32_t entity)
{
  for (size_t i = 0; i < accounts->n_unheld; ++i) {
    if (accounts->unheld[i] == entity) {
      return true;
    }
  }
  return false;
}

static IsnStatus
add_unheld(IsnAccounts* const accounts,
           IsnArena* const arena,
           const uint32_t entity)
{
  if (is_unheld(accounts, entity)) {
    return ISN_SUCCESS;
  }
  uint32_t* const unheld = isn_arena_grow(arena,
                                          accounts->unheld,
                                          accounts->n_unheld,
                                          &accounts->unheld_capacity,
                                          sizeof(*unheld));
  if (!unheld) {
    return ISN_ERR_NO_MEMORY;
  }
  accounts->unheld = unheld;
  accounts->unheld[accounts->n_unheld++] = entity;
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
  if (elsewhere || away) {
    const IsnAccountTurn turn = { (away ? away : elsewhere)->tokens.begin,
                                  ISN_NO_ENTITY,
                                  away };
    ISN_TRY(st, add_turn(accounts, doc->arena, turn));
  }
  if (unheld && unheld->kind == ISN_UNIT_MENTION) {
    ISN_TRY(
      st,
      add_unheld(accounts, doc->arena, doc->mentions[unheld->index].entity));
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

/// Whether an entity is mentioned among tokens [begin, end).
static bool
is_mentioned(const IsnDocument* const doc,
             const uint32_t entity,
             const uint32_t begin,
             const uint32_t end)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity == entity && m->tokens.begin >= begin &&
        m->tokens.begin < end) {
      return true;
    }
  }
  return false;
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
           ? !is_mentioned(
               doc, focus->account, sentence_end(doc, turn->token), end)
           : same_paragraph(doc, turn->token, token);
}

uint32_t
isn_accounts_find(const IsnAccounts* const accounts,
                  const IsnDocument* const doc,
                  const IsnFocus* const focus,
                  const uint32_t token)
{
  const uint32_t end = sentence_end(doc, token);
  const IsnAccountTurn* found = NULL;
  for (size_t i = 0; i < accounts->n; ++i) {
    const IsnAccountTurn* const turn = &accounts->turns[i];
    if (turn->token < end && (!found || turn->token > found->token) &&
        still_holds(turn, doc, focus, token, end)) {
      found = turn;
    }
  }
  const bool is_known = focus->account_from < token ||
                        (focus->account_from < end && !focus->is_account_said);
  const uint32_t entity = found                                 ? found->entity
                          : focus->is_account_early && is_known ? focus->account
                                                                : ISN_NO_ENTITY;
  return is_unheld(accounts, entity) ? ISN_NO_ENTITY : entity;
}
