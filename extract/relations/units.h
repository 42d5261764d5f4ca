// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file units.h Whose unit a body is that a bare noun in its name tells.
#ifndef ISN_RELATIONS_UNITS_H
#define ISN_RELATIONS_UNITS_H

#include "extract/relations/facts.h"
#include "extract/rules/annotate.h"

/// «المكتب الإقليمي للبنك», «فرع الوزارة بمنطقة عسير»: it is part of the bank,
/// the ministry that the text has named last.
IsnStatus
isn_units_fill(IsnFactSet* set,
               IsnDocument* doc,
               const IsnAnnotationSource* source);

/// «مديرة مكتب المنظمة»: who works for a body's office, its board, works for
/// the body.
IsnStatus
isn_units_employ(IsnFactSet* set, IsnDocument* doc);

#endif
