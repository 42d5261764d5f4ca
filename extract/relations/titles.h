// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file titles.h Whether a title behind a name can be that person's.
///
/// «استقبال رئيس الحكومة سمير الكيلاني، مديرة البنك»: the director is somebody
/// else. A man's title is said of women too («ليلى الصالح، مدير عام البنك»), so
/// only a woman's title behind a man's is refused.
#ifndef ISN_RELATIONS_TITLES_H
#define ISN_RELATIONS_TITLES_H

#include "extract/rules/run.h"

/// Whether the rule gives a person a post by a woman's title that stands
/// behind the name, and what stands before the name calls the person a man.
bool
isn_title_fails(const IsnAnnotationSource* source, const IsnMatch* match);

#endif
