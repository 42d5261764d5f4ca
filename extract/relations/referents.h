// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file referents.h What a pronoun or a clause without a name points back to.
#ifndef ISN_RELATIONS_REFERENTS_H
#define ISN_RELATIONS_REFERENTS_H

#include "extract/analysis.h"
#include "extract/relations/speakers.h"

/// Entity of the last mention of one of `types` before tokens `pointing`, or
/// ISN_NO_ENTITY where none is, or words between have turned to another that
/// they do not name («أما الثاني»). «تمويله» passes over a campaign, «تمويلها»
/// over a project, where one of the other gender is near.
uint32_t
isn_referents_find(const IsnDocument* doc, IsnTypeSet types, IsnSpan pointing);

/// Of a mention that begins with an ordinary noun in the singular.
IsnGender
isn_referents_mention_gender(const IsnDocument* doc, const IsnMention* mention);

/// Of the pronoun that a word's own letters end in, not in a ta marbuta.
IsnGender
isn_referents_pronoun_gender(const IsnWord* word);

#endif
