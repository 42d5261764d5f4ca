// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lengths.h When a meeting began or ended of which one day is told, and
/// how long it lasts.
#ifndef ISN_RELATIONS_LENGTHS_H
#define ISN_RELATIONS_LENGTHS_H

#include "extract/relations/facts.h"

/// «اختتمت أمس الدورة التي دامت ثلاثة أيام», «بدأت اليوم الورشة وتستمر يومين»:
/// add the first day of each meeting of which doc->facts only know the last day
/// and the number of days, and the last day where they only know the first.
IsnStatus
isn_lengths_fill(IsnFactSet* set, IsnDocument* doc);

#endif
