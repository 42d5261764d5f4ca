// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file agreement.h Whether what a match joins agrees in gender and clause.
///
/// A pattern reaches over a clause's words to the verb, and these may name,
/// without a mention of its own, what the verb is really said of: «مشروع
/// الحوكمة ضمن شراكة دوفيل التي يديرها البنك», «البرنامج الذي يشرف عليه الجهاز،
/// وهدفت إلى».
#ifndef ISN_RELATIONS_AGREEMENT_H
#define ISN_RELATIONS_AGREEMENT_H

#include "extract/rules/run.h"

/// Whether the words between the meeting, operation, initiative or agreement
/// of one side of a fact and its other side speak of one of the other gender.
/// False where either gender is not sure.
bool
isn_agreement_fails(const IsnAnnotationSource* source,
                    const IsnMatch* match,
                    const IsnRuleFact* fact);

/// «أطلقت الوزارة مشروعا. وتهدف إلى …»: whether the verb that a match begins
/// with, and that has no subject of its own, is of the other gender than
/// `entity` as it was last told of. False where either gender is not sure.
bool
isn_agreement_clashes(const IsnAnnotationSource* source,
                      const IsnMatch* match,
                      uint32_t entity);

#endif
