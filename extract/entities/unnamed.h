// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file unnamed.h Events that the lead tells of without a name, and that the
/// next sentences name.
#ifndef ISN_ENTITIES_UNNAMED_H
#define ISN_ENTITIES_UNNAMED_H

#include "extract/entities/linker.h"

/// «أفضت عملية دولية … وشملت عملية «سيرينا»»: the event told of before mention
/// `number`, the one under way, by its noun; ISN_NO_ENTITY if that is several,
/// if it has a name, or if the text names more than one.
uint32_t
isn_unnamed_find(const IsnLinker* l, size_t number);

/// Whether mention `number`, the one under way, is the first to name an event
/// that the text has told of without a name: «عملية» of the headline, «عملية
/// «الفجر»».
bool
isn_unnamed_is_named(const IsnLinker* l, size_t number, uint32_t entity);

#endif
