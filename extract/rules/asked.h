// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file asked.h What a part of a pattern asks of one unit, as a test.
#ifndef ISN_RULES_ASKED_H
#define ISN_RULES_ASKED_H

#include "extract/rules/literal.h"
#include "extract/rules/pieces.h"

/// The test for words that begin with, or if the word `ends` are, one of these
/// strings; ISN_POOL_NONE if there is none.
uint32_t
isn_asked_literals(IsnOutliner* m, const IsnLiterals* l, bool ends);

/// The test of «{a|b.feature}», by its names; ISN_POOL_NONE if there is none.
uint32_t
isn_asked_reference(IsnOutliner* m, IsnStr names);

/// The definition of this name that the pattern sees, or NULL.
const IsnDefine*
isn_asked_define(const IsnOutliner* m, IsnStr name);

/// Add to a test what the alternatives of a «(?!…)» forbid a unit to be, as far
/// as tests can tell it.
void
isn_asked_forbid(IsnOutliner* m, IsnTestDraft* draft, IsnStr text);

#endif
