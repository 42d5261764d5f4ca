// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file grants.h Whose the grants of a list are.
#ifndef ISN_RELATIONS_GRANTS_H
#define ISN_RELATIONS_GRANTS_H

#include "extract/rules/run.h"

/// The body that gives what the list around `token` names, or ISN_NO_ENTITY:
/// «أقر الصندوق منحا جديدة. وتتوزع على النحو الآتي:» stands above the list, and
/// the body right behind the verb of a sentence that speaks of gifts. Without a
/// list, that of one of the sentences before: «وتشمل الموافقات قرضا …».
uint32_t
isn_grants_giver(const IsnAnnotationSource* source, uint32_t token);

#endif
