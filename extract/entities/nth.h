// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file nth.h Events that are told of by their order in the text.
#ifndef ISN_ENTITIES_NTH_H
#define ISN_ENTITIES_NTH_H

#include "extract/analysis.h"
#include "extract/document.h"

/// The event that `mention`, a definite noun and an ordinal and no more, tells
/// of again: «العملية الثانية» of «عملية «الفجر»» and «عملية «البرق»», the
/// second in the text of those with that noun and without a number of their
/// own. ISN_NO_ENTITY if fewer than two were told, or not so many.
///
/// `n_before` is the number of mentions that lie before it and have entities.
uint32_t
isn_nth_find(const IsnDocument* doc,
             const IsnAnalysis* analysis,
             const IsnMention* mention,
             size_t n_before);

/// Whether the number of such a mention is its place in the text, not in a
/// series: it is found so, or the text has told of two or more at once before,
/// «عمليتين», «ثلاث ورش».
bool
isn_nth_is_told(const IsnDocument* doc,
                const IsnAnalysis* analysis,
                const IsnMention* mention,
                size_t n_before);

#endif
