// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sitters.h Whose meeting «الدورة الثانية للمجلس» is.
#ifndef ISN_RELATIONS_SITTERS_H
#define ISN_RELATIONS_SITTERS_H

#include "extract/relations/facts.h"
#include "extract/rules/annotate.h"

/// Where a meeting's name ends in nothing but the head noun of a body that the
/// text has named in full («للمجلس», «لفريق العمل»), add that it is a meeting
/// of the one named last before it; and of a council or committee that holds a
/// sitting («عقد المجلس جلسة»), that the sitting is its own.
IsnStatus
isn_sitters_fill(IsnFactSet* set,
                 IsnDocument* doc,
                 const IsnAnnotationSource* source);

#endif
