// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file person.h When two names are one person's.
#ifndef ISN_ENTITIES_PERSON_H
#define ISN_ENTITIES_PERSON_H

#include "extract/entities/name.h"

/// Whether one is a shorter form of the other that keeps the family name.
bool
isn_person_same(const IsnName* a, const IsnName* b);

/// Whether the mention calls somebody by a first name only: behind a title
/// («الدكتورة هدى»), by one that is always written out («عبد السلام»), or by
/// one that stands alone and is not everybody's («تقول رحمة», but not «محمد»).
bool
isn_person_is_first_name(const IsnDocument* doc,
                         const IsnAnalysis* analysis,
                         const IsnMention* mention,
                         const IsnName* name);

#endif
