// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file origins.h Of which nation somebody is, by an adjective at the name.
///
/// «وزير الداخلية القطري سمير الكيلاني», «كريم السعودي، سفير تونس الجديد»: only
/// the first says it. «وأكد الوزير القطري» then means the former.
#ifndef ISN_RELATIONS_ORIGINS_H
#define ISN_RELATIONS_ORIGINS_H

#include "extract/rules/annotate.h"

/// «العراقيه» and «العراق», «الليبيه» and «ليبيا»: what both begin with, of a
/// folded word.
IsnStr
isn_origins_stem(IsnStr word);

/// The stems of the adjectives, by entity, in the document's arena; without
/// data where the text says none. NULL without memory.
IsnStr*
isn_origins_list(const IsnAnnotationSource* source);

#endif
