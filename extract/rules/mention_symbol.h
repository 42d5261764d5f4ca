// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file mention_symbol.h Which symbol a mention is to patterns.
#ifndef ISN_RULES_MENTION_SYMBOL_H
#define ISN_RULES_MENTION_SYMBOL_H

#include "extract/rules/annotate.h"
#include "extract/rules/symbols.h"

IsnSymbol
isn_mention_symbol(const IsnAnnotationSource* source,
                   const IsnMention* mention);

#endif
