// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file excellency.h Whom «معاليه» and «سعادتها» stand for.
#ifndef ISN_RELATIONS_EXCELLENCY_H
#define ISN_RELATIONS_EXCELLENCY_H

#include "extract/rules/run.h"

/// Whom the group "excellency" of a match stands for: of those whom the text
/// called so («معالي») the one who has the word (`speaker`), else the first; if
/// it called nobody so, the person named last. ISN_NO_ENTITY: there is none.
uint32_t
isn_excellency_find(const IsnAnnotationSource* source,
                    const IsnMatch* match,
                    uint32_t speaker);

#endif
