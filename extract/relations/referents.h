// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file referents.h What a pronoun or a clause without a name points back to.
#ifndef ISN_RELATIONS_REFERENTS_H
#define ISN_RELATIONS_REFERENTS_H

#include "extract/document.h"

/// Entity of the last mention of one of `types` before tokens `pointing`, or
/// ISN_NO_ENTITY where none is, or words between have turned to another that
/// they do not name («أما الثاني»). «تمويله» passes over a campaign, «تمويلها»
/// over a project, where one of the other gender is near.
uint32_t
isn_referents_find(const IsnDocument* doc, IsnTypeSet types, IsnSpan pointing);

#endif
