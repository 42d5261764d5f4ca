// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file named.h What was named before by the name of the mention under way.
#ifndef ISN_ENTITIES_NAMED_H
#define ISN_ENTITIES_NAMED_H

#include "extract/entities/linker.h"

/// The entity, or ISN_NO_ENTITY.
uint32_t
isn_named_find(const IsnLinker* l);

#endif
