// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file nations.h «الجامعات السعودية»: a nation's adjective, no country.
#ifndef ISN_ENTITIES_NATIONS_H
#define ISN_ENTITIES_NATIONS_H

#include "extract/analysis.h"

/// Take out of doc->mentions each country whose name is the feminine of its
/// adjective («السعودية») where a definite noun of that gender, or a plural of
/// things, stands right before and no name holds both: «الأندية السعودية»; and
/// each town whose name is an adjective there («الصحابي الجليل») or a deed
/// («النيل من»).
void
isn_nations_drop(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
