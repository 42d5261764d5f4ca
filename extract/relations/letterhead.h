// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file letterhead.h Whose unit the body is that issues a document.
#ifndef ISN_RELATIONS_LETTERHEAD_H
#define ISN_RELATIONS_LETTERHEAD_H

#include "extract/relations/facts.h"
#include "extract/rules/annotate.h"

/// «جمهورية العراق» / «وزارة الداخلية» / «دائرة الإعلام»: of the lines at the
/// document's head that are nothing but names, each is part of the one before.
IsnStatus
isn_letterhead_read(IsnFactSet* set,
                    IsnDocument* doc,
                    const IsnAnnotationSource* source);

#endif
