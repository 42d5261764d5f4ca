// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file kinds.h Classes of words that a pattern tells, where none is listed.
///
///   <kind name="name-word">(?!{verb|office}){given-name|unknown}</kind>
///
/// A kind is asked of each word once, when its sign is made, from behind its
/// proclitics to its end. The answer is a mark of the word, like those of the
/// lexicon's classes: so {name-word} costs a pattern no more than {say} does,
/// however long the kind's own pattern is.
#ifndef ISN_RULES_KINDS_H
#define ISN_RULES_KINDS_H

#include "extract/base/buffer.h"
#include "extract/rules/formulas.h"
#include "extract/rules/regex.h"

struct IsnPasses;  // passes.h, which knows of patterns and so of kinds
struct IsnLetters; // letters.h, likewise

typedef struct {
  IsnStr name;
  IsnStr pattern;   ///< In the notation of rule files
  size_t n_defines; ///< Those before it
  IsnRegex* regex;
  bool is_told; ///< What letters.h notes of a word and its marks tell the kind
  uint32_t formula; ///< Of letters.h, or ISN_NO_FORMULA: only a match tells
} IsnKind;

/// In the order of the rule files; a kind can speak of those before it. Zero is
/// valid: none.
typedef struct {
  IsnKind* list;
  size_t n;
  size_t capacity;
  bool have_formulas; ///< All of them
} IsnKinds;

#define ISN_NO_KIND SIZE_MAX

/// What has more bytes of letters is no word of any kind.
#define ISN_MAX_KIND_BYTES 512u

/// Index of the kind with this name, or ISN_NO_KIND.
size_t
isn_kinds_find(const IsnKinds* kinds, IsnStr name);

/// Where a sign's letters stand in it, in bytes.
IsnSpan
isn_kinds_letters(IsnStr sign);

/// What kinds are asked of words with. Only the first is needed.
typedef struct {
  IsnMatcher* matcher;
  struct IsnPasses* passes; ///< Of a filter of the kinds: tells which of them
                            ///< are not worth a try; NULL: nothing does
  const struct IsnLetters* letters; ///< With the kinds' formulas; NULL: none
  IsnProven* proven;                ///< Of those
} IsnKindTools;

/// Append the text of a sign (see symbols.h) with the marks of its kinds, of
/// which the first is class number `first`. `*is_told` is false if a kind was
/// matched that only a match tells.
IsnStatus
isn_kinds_mark(const IsnKinds* kinds,
               uint32_t first,
               const IsnKindTools* tools,
               IsnStr sign,
               bool* is_told,
               IsnBuffer* out);

#endif
