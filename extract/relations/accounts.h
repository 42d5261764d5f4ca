// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file accounts.h Which meeting the text is an account of at a place in it.
///
/// Most texts report one meeting, and who speaks in them speaks at it. Where a
/// text turns to another one («أما الاجتماع الثاني ف…»), a rule whose pattern
/// has a group named "account" around the meeting says so. A group "elsewhere"
/// («جاء في بيان») says that up to the end of the paragraph no meeting is
/// meant, a group "away" («وفي شأن آخر») that none is until the text comes back
/// to the document's own one, a group "unheld" («إلغاء المؤتمر») that nobody
/// spoke at that one.
#ifndef ISN_RELATIONS_ACCOUNTS_H
#define ISN_RELATIONS_ACCOUNTS_H

#include "extract/relations/focus.h"
#include "extract/rules/run.h"

/// From the sentence of `token` on the text is about `entity`.
typedef struct {
  uint32_t token;
  uint32_t entity; ///< ISN_NO_ENTITY: about no meeting
  bool is_away;    ///< Then: not only up to the end of the paragraph
} IsnAccountTurn;

/// Why nobody spoke at a meeting.
typedef enum {
  ISN_UNHELD_NOT = 0,
  ISN_UNHELD_TO_COME,
  ISN_UNHELD_UNDONE
} IsnUnheld;

typedef struct {
  IsnAccountTurn* turns; ///< In order of token
  size_t n;
  size_t capacity;
  IsnUnheld* unheld; ///< By entity; NULL: none is
} IsnAccounts;

/// Take note of what the groups "account", "elsewhere", … hold.
IsnStatus
isn_accounts_note(IsnAccounts* accounts,
                  const IsnAnnotationSource* source,
                  const IsnMatch* match);

/// Whether the text has said so far that the meeting is put off or called off.
bool
isn_accounts_is_undone(const IsnAccounts* accounts, uint32_t entity);

/// The meeting that the sentence of `token` is an account of: what the text
/// turned to last, else the document's own from where it is first named on.
uint32_t
isn_accounts_find(const IsnAccounts* accounts,
                  const IsnDocument* doc,
                  const IsnFocus* focus,
                  uint32_t token);

#endif
