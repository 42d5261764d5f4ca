// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file antecedent.h What a mention that only points («هذا الاجتماع»,
/// «المنظمة») refers to.
#ifndef ISN_ENTITIES_ANTECEDENT_H
#define ISN_ENTITIES_ANTECEDENT_H

#include "extract/entities/linker.h"

/// What the anaphor under way refers to: the last thing of its head noun; a
/// pointed one («هذا اللقاء») the last thing of its type; or ISN_NO_ENTITY.
uint32_t
isn_antecedent_find(const IsnLinker* l);

/// «الاتحاد» behind «الاتحاد الأوروبي»: whether the mention under way, which by
/// itself names a club, takes up a body named before in full. A text that names
/// other clubs means the club.
bool
isn_antecedent_is_short(const IsnLinker* l);

/// Whether somebody is said to meet somebody among tokens [begin, end):
/// «اللقاء» behind it is that one.
bool
isn_antecedent_has_met(const IsnLinker* l, uint32_t begin, uint32_t end);

/// «وأطلق البرنامج» behind «برنامج الأمم المتحدة الإنمائي»: the body, if it was
/// named last of all programmes; or ISN_NO_ENTITY.
uint32_t
isn_antecedent_programme_body(const IsnLinker* l);

/// «البرنامج» of «برنامج تدريبي لمئة معلم»: a course, where no initiative is so
/// called; or ISN_NO_ENTITY.
uint32_t
isn_antecedent_course(IsnLinker* l, IsnMention* mention);

/// «الحملة» of «الحملة الوطنية للوقاية»: an initiative, where no operation has
/// been told of; or ISN_NO_ENTITY.
uint32_t
isn_antecedent_campaign(IsnLinker* l, IsnMention* mention);

#endif
