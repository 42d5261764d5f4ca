// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lands.h Bodies of the same name in different countries.
#ifndef ISN_ENTITIES_LANDS_H
#define ISN_ENTITIES_LANDS_H

#include "extract/entities/linker.h"

/// Whether the words around the body under way put it in another country than
/// those around a mention of `entity`: «وزارة الداخلية في مملكة البحرين» is not
/// the one of «- دولة الكويت: … وكيل وزارة الداخلية».
bool
isn_lands_differ(const IsnLinker* l, uint32_t entity);

/// Whether those words put it in a country that the adjective is not of:
/// «وزارة الداخلية» there is not «وزارة الداخلية التونسية».
bool
isn_lands_are_others(const IsnLinker* l, IsnStr adjective);

/// Whether a place is «عمّان» with its shadda: the town, not «عُمان».
bool
isn_lands_is_amman(const IsnLinker* l, const IsnMention* mention);

#endif
