// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file focus.h What the text is about at a place in it.
#ifndef ISN_RELATIONS_FOCUS_H
#define ISN_RELATIONS_FOCUS_H

#include "extract/document.h"

/// Where an entity is mentioned.
typedef struct {
  uint32_t first; ///< Number of its first mention
  uint32_t n;     ///< Of its mentions; 0: `first` says nothing
} IsnNaming;

/// Computed once a document, before the rules run.
typedef struct {
  IsnNaming* namings; ///< By entity
  uint32_t main;      ///< The event the document reports, or ISN_NO_ENTITY
  uint32_t account; ///< The same where the document is an account of a meeting
  uint32_t aside; ///< The meeting on whose margin it happened, if that is main
  uint32_t account_from;    ///< Token of the account's first mention
  uint32_t* account_tokens; ///< Where the account's mentions begin, in order
  size_t n_account_tokens;
  bool is_account_early; ///< It is in one of the first full sentences
  bool is_account_first; ///< It is in the first full sentence or before
  bool is_account_said;  ///< It is in what somebody is reported to say
  bool has_dual; ///< «اجتماعين»: «الاجتماع الأول» is the former of the two
} IsnFocus;

IsnStatus
isn_focus_find(IsnFocus* focus, const IsnDocument* doc);

/// Whether the account is mentioned among tokens [begin, end).
bool
isn_focus_has_account(const IsnFocus* focus, uint32_t begin, uint32_t end);

/// How many mentions begin before `token`.
size_t
isn_focus_mentions_before(const IsnDocument* doc, uint32_t token);

/// The token behind the headline and the first sentences.
uint32_t
isn_focus_lead_end(const IsnDocument* doc);

/// Entity of the last mention of one of `types` before token `token`, nested
/// ones left out, or ISN_NO_ENTITY.
uint32_t
isn_focus_last(const IsnDocument* doc, IsnTypeSet types, uint32_t token);

/// The meeting of which a verb at token `token` tells and that a noun alone
/// («اللقاء») takes up next, or ISN_NO_ENTITY.
uint32_t
isn_focus_met(const IsnDocument* doc, uint32_t token);

/// The same of an operation («هذه العملية»).
uint32_t
isn_focus_done(const IsnDocument* doc, uint32_t token);

/// The meeting of a following «جاء ذلك خلال …», at which what the sentence of
/// token `token` tells of came about, or ISN_NO_ENTITY.
uint32_t
isn_focus_there(const IsnDocument* doc, uint32_t token);

#endif
