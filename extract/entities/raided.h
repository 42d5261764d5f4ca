// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file raided.h An operation that is told by what it led to.
#ifndef ISN_ENTITIES_RAIDED_H
#define ISN_ENTITIES_RAIDED_H

#include "extract/entities/linker.h"

/// Whether «العملية» of the mention under way, before which none was named, is
/// one: «أسفرت العملية عن توقيف 12 شخصا», «وأوقفت ستة خلال العملية».
bool
isn_raided_is_told(const IsnLinker* l);

#endif
