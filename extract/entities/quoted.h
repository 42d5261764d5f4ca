// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file quoted.h A body's short name in quotation marks behind its full one.
#ifndef ISN_ENTITIES_QUOTED_H
#define ISN_ENTITIES_QUOTED_H

#include "extract/entities/linker.h"

/// «الشركة القابضة للغازات «إيجاس»»: the body that mention number `number`, one
/// of the two names, is by the other; ISN_NO_ENTITY if it stands alone.
uint32_t
isn_quoted_find(const IsnLinker* l, size_t number);

#endif
