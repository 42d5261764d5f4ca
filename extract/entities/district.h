// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file district.h «البصرة» and «محافظة البصرة» of one text.
#ifndef ISN_ENTITIES_DISTRICT_H
#define ISN_ENTITIES_DISTRICT_H

#include "extract/entities/linker.h"

/// The place that the one under way is with or without the noun of a division:
/// «محافظة البصرة» after «البصرة», or the other way round. A text that says
/// «مدينة كسلا» tells the town from «ولاية كسلا», and no country is meant by
/// «ولاية الجزائر».
uint32_t
isn_district_find(const IsnLinker* l);

#endif
