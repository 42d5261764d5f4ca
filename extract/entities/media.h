// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file media.h Newspapers and channels whose name is quoted.
#ifndef ISN_ENTITIES_MEDIA_H
#define ISN_ENTITIES_MEDIA_H

#include "extract/analysis.h"
#include "extract/base/status.h"

/// Let a quotation that is the name of a newspaper or channel and no more be
/// that, though it is a place's name or an ordinary word too, where the words
/// before it are as with media: «وقال لـ«الشرق الأوسط»», «وحصلت «الوطن» على
/// نسخة». A paper's sort is no part of its name: «جريدة القدس».
IsnStatus
isn_media_find(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
