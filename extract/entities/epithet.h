// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file epithet.h A name with and without the adjective behind it.
#ifndef ISN_ENTITIES_EPITHET_H
#define ISN_ENTITIES_EPITHET_H

#include "extract/entities/linker.h"

/// «شرطة كوينزلاند» of «شرطة كوينزلاند الأسترالية», «مطار زالغون» of «مطار
/// زالغون الدولي», whichever comes first: behind a name that ends in another's
/// («كوينزلاند»), a nisba adds nothing.
uint32_t
isn_epithet_find(const IsnLinker* l);

#endif
