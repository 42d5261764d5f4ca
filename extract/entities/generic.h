// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file generic.h The common noun that later text uses for a named body.
#ifndef ISN_ENTITIES_GENERIC_H
#define ISN_ENTITIES_GENERIC_H

#include "extract/base/str.h"

/// Whether «المنظمة», «البنك», … (normal form, without article) can stand for
/// an organization of this gazetteer kind.
bool
isn_generic_fits(IsnStr kind, IsnStr noun);

/// Whether a meeting of head noun `head` can be told of again as `noun`, both
/// in normal form: «الاجتماع الرابع …» as «اللقاء».
bool
isn_generic_meets(IsnStr head, IsnStr noun);

/// Whether an initiative that begins with `head` (normal form) has no name but
/// what is built: «بناء قرية سكنية», «محطة للطاقة الشمسية», told of again as
/// «المشروع».
bool
isn_generic_builds(IsnStr head);

#endif
