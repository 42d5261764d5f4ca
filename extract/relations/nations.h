// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file nations.h Of which country a ministry is that an adjective names.
#ifndef ISN_RELATIONS_NATIONS_H
#define ISN_RELATIONS_NATIONS_H

#include "extract/relations/facts.h"
#include "extract/rules/annotate.h"

/// «وزارة الداخلية العراقية», where the text names «العراق» too: it is the
/// country's; so is «نيروبي» in «العاصمة الكينية نيروبي».
IsnStatus
isn_nations_fill(IsnFactSet* set,
                 IsnDocument* doc,
                 const IsnAnnotationSource* source);

#endif
