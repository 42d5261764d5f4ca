// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file town.h A meeting called by the town where it is held.
#ifndef ISN_ENTITIES_TOWN_H
#define ISN_ENTITIES_TOWN_H

#include "extract/entities/linker.h"

/// «مؤتمر فاس» of «المؤتمر الرابع لقادة الشرطة», which began «في فاس»: the only
/// meeting so far that has the noun of mention `number`, the one under way, if
/// it was told to be in that town; or ISN_NO_ENTITY.
uint32_t
isn_town_find(const IsnLinker* l, size_t number);

#endif
