// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file forms.h Shorter and longer forms of a body's name.
#ifndef ISN_ENTITIES_FORMS_H
#define ISN_ENTITIES_FORMS_H

#include "extract/entities/linker.h"

/// The body named before of which the one under way is a shorter or longer
/// form, or ISN_NO_ENTITY: «جامعة زولتك» of «جامعة زولتك فلسطين», «مجموعة النيل
/// للأخشاب» of «النيل للأخشاب», «الشرطة الوطنية» of «المديرية العامة للشرطة
/// الوطنية», «بعثة المنظمة» of «بعثة المنظمة لمراقبة الانتخابات», «أمانة نجران»
/// of «أمانة منطقة نجران», «هيئة الاتصالات» of «هيئة الاتصالات السعودية».
uint32_t
isn_forms_find(const IsnLinker* l);

/// Whether the one under way is told more fully where the text begins than its
/// headline, which alone has named it, does.
bool
isn_forms_is_fuller(const IsnLinker* l, uint32_t entity);

#endif
