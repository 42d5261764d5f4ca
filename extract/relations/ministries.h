// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file ministries.h For which body a minister, a director works.
#ifndef ISN_RELATIONS_MINISTRIES_H
#define ISN_RELATIONS_MINISTRIES_H

#include "extract/relations/facts.h"
#include "extract/rules/annotate.h"

/// «وزير العدل», where the text names «وزارة العدل» too, «مدير عام المرور» and
/// «الإدارة العامة للمرور»: add that who holds the post works there, if one
/// body and one holder are so called and no other country is told of him.
IsnStatus
isn_ministries_fill(IsnFactSet* set,
                    IsnDocument* doc,
                    const IsnAnnotationSource* source);

#endif
