// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file first.h What the first word of a pattern's match can be.
///
/// Most patterns begin with a class or a type. They need be tried only where
/// such a word stands, which is far cheaper than searching the sentence.
#ifndef ISN_RULES_FIRST_H
#define ISN_RULES_FIRST_H

#include "extract/rules/pattern.h"

#define ISN_MAX_FIRST 24

typedef struct {
  bool is_known; ///< Else the match may begin with any word
  uint32_t symbols;
  uint16_t classes[ISN_MAX_FIRST];
  uint8_t n_classes;
} IsnFirst;

/// Read off `pattern` (in the notation of rule files) what it begins with.
void
isn_first_find(IsnFirst* first, const IsnPatternScope* scope, IsnStr pattern);

#endif
