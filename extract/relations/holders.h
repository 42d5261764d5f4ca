// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file holders.h Whom words for an office mean («وأضاف الوزير»).
#ifndef ISN_RELATIONS_HOLDERS_H
#define ISN_RELATIONS_HOLDERS_H

#include "extract/rules/run.h"

/// Who holds the office that `units` of a match word, at the organization in
/// its group "body" if it has one, by the posts found so far. If more than one
/// may be meant it is `now`, who has the word, or ISN_NO_ENTITY.
uint32_t
isn_holders_find(const IsnAnnotationSource* source,
                 const IsnMatch* match,
                 IsnSpan units,
                 uint32_t now);

#endif
