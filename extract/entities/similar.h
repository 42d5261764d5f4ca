// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file similar.h Whether two names of things are one thing's.
#ifndef ISN_ENTITIES_SIMILAR_H
#define ISN_ENTITIES_SIMILAR_H

#include "extract/entities/linker.h"

/// Whether the body named before, which may be the one under way with its
/// nation («وزارة الداخلية التونسية»), is in another country.
bool
isn_similar_is_abroad(const IsnLinker* l, const IsnIndexNode* node);

/// «السابقة», «المقبل»: of these the text tells no more than that.
bool
isn_similar_is_of_other_time(IsnStr word);

/// Whether the mention under way stands in the body's first sentences, and of
/// `entity` the headline, and nothing since, has spoken.
bool
isn_similar_follows_headline(const IsnLinker* l, uint32_t entity);

/// The entity indexed under `hash` that the name under way can be of, the
/// newest; or ISN_NO_ENTITY.
uint32_t
isn_similar_find(const IsnLinker* l, uint64_t hash);

#endif
