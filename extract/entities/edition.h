// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file edition.h A fair or festival, and its edition at hand.
#ifndef ISN_ENTITIES_EDITION_H
#define ISN_ENTITIES_EDITION_H

#include "extract/entities/linker.h"

/// «الدورة السادسة لمعرض فاس للكتاب» of «معرض فاس للكتاب», whichever comes
/// first: the only meeting so far that the one under way can be so; or
/// ISN_NO_ENTITY, also where the text tells of another edition.
uint32_t
isn_edition_find(const IsnLinker* l);

#endif
