// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file order.h The order of mentions.
#ifndef ISN_ENTITIES_ORDER_H
#define ISN_ENTITIES_ORDER_H

#include "extract/document.h"

/// For qsort: by begin, longer first.
int
isn_mentions_compare(const void* a, const void* b);

#endif
