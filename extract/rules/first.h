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
  uint64_t prefixes; ///< Bits of isn_first_prefix of the words it spells out
} IsnFirst;

/// A number under 64 for the first two letters of a word in normal form, or
/// 64 if it has fewer or they are no Arabic letters.
static inline unsigned
isn_first_prefix(const IsnStr word)
{
  const unsigned char* const b = (const unsigned char*)word.data;
  if (word.n_bytes < 4 || b[0] < 0xD8 || b[0] > 0xDB || b[2] < 0xD8 ||
      b[2] > 0xDB) {
    return 64;
  }
  return (b[1] * 31u + b[3] * 7u + b[0] + b[2]) % 64u;
}

/// Read off `pattern` (in the notation of rule files) what it begins with.
void
isn_first_find(IsnFirst* first, const IsnPatternScope* scope, IsnStr pattern);

#endif
