// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lists.h What a header says of the lines below it.
///
///   وحضر اللقاء كل من:
///   - السيدة سميرة أيت الحاج، مديرة الشؤون المدنية؛
///   - وفد عن هيئة قناة السويس.
///
/// The header is matched by a rule with "@items" on one side of a fact: that
/// opens a list of the lines below. A rule with a group "listed" says what a
/// line names, and what it names takes that side. Lines that go on alike belong
/// to the list: with the same bullet or with numbers or, behind a colon, short
/// ones without a mark as long as each names something.
#ifndef ISN_RELATIONS_LISTS_H
#define ISN_RELATIONS_LISTS_H

#include "extract/relations/facts.h"
#include "extract/rules/run.h"

#define ISN_MAX_LIST_CLAIMS 8u

/// What the header says of each thing that the lines name.
typedef struct {
  IsnFact fact;     ///< Its open side is ISN_NO_ENTITY
  bool is_subject;  ///< That side is the subject
  IsnTypeSet types; ///< What may stand there
  IsnSpan evidence; ///< The header's words
} IsnListClaim;

/// The list opened last. Zero is valid: none.
typedef struct {
  uint32_t header; ///< Token behind the header
  uint32_t line;   ///< First token of the line that was read last
  uint32_t next;   ///< Of the one below it
  uint32_t end;    ///< Behind the list
  bool is_inner;   ///< It stands in the header's sentence
  bool has_marks;  ///< Its lines have bullets or numbers
  IsnListClaim claims[ISN_MAX_LIST_CLAIMS];
  size_t n_claims;
} IsnList;

#define ISN_MAX_LIST_PIECES 40u

/// The header and the items of a list that stands in the sentence `tokens`;
/// returns how many, 0 if there is no such list.
size_t
isn_list_pieces(const IsnAnnotationSource* source,
                IsnSpan tokens,
                IsnSpan pieces[ISN_MAX_LIST_PIECES]);

/// Let `claim` hold of what the lines below the sentence of token `token` name.
void
isn_list_open(IsnList* list,
              const IsnAnnotationSource* source,
              uint32_t token,
              const IsnListClaim* claim);

/// Whether a line of the list begins at `token`; lines are asked for in order.
bool
isn_list_reaches(IsnList* list, const IsnDocument* doc, uint32_t token);

/// The facts that `entity`, named by code points `words` of a line, has.
IsnStatus
isn_list_name(const IsnList* list,
              IsnFactSet* facts,
              IsnDocument* doc,
              uint32_t entity,
              IsnSpan words);

#endif
