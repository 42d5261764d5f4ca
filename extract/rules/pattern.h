// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file pattern.h From the notation of rule files to PCRE2's.
///
///   blank             the boundary of two words
///   {say}             a word of the lexical class "say", after و and ف too
///   {say|stress.perf} of one of several classes; with a feature
///   {noun.!pl}        without a feature
///   {Person}          a mention of that type (or Number, Date, Quote, …)
///   {name-word}       a word of the kind that <kind name="name-word"> tells
///   {gap}             what <define name="gap"> says
///   {x:name}          the same, captured as "name"
///   (?!{Meeting})     in front of a word: none behind a proclitic either
///   {any}             any one word, mention or mark
///   لـ                a proclitic, written with tatweel
///   ^ $               the sentence's begin and end
/// All else is PCRE2's; Arabic letters are folded as the text is.
#ifndef ISN_RULES_PATTERN_H
#define ISN_RULES_PATTERN_H

#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/gazetteer/image.h"
#include "extract/rules/kinds.h"

typedef struct {
  IsnStr name;
  IsnStr pattern;
} IsnDefine;

#define ISN_MAX_NEED_CLASSES 6

/// One thing without which a pattern cannot match: any of these.
typedef struct {
  uint32_t symbols; ///< Set of IsnSymbol
  uint32_t classes[ISN_MAX_NEED_CLASSES];
  uint8_t n_classes;
} IsnNeed;

#define ISN_MAX_NEEDS 6

typedef struct {
  IsnNeed needs[ISN_MAX_NEEDS];
  size_t n_needs;
} IsnNeeds;

typedef struct {
  const IsnImage* image;
  const IsnDefine* defines;
  size_t n_defines;
  const IsnKinds* kinds; ///< NULL: none
} IsnPatternScope;

/// Number of a lexical class, a shape or a kind, or ISN_NO_CLASS.
uint32_t
isn_pattern_class(const IsnPatternScope* scope, IsnStr name);

/// Translate `pattern`, appending PCRE2's notation to `out`.
///
/// On an error `*message` (in the arena) says what is wrong and `*offset`
/// where in `pattern`.
IsnStatus
isn_pattern_translate(const IsnPatternScope* scope,
                      IsnStr pattern,
                      IsnBuffer* out,
                      IsnNeeds* needs,
                      IsnArena* arena,
                      const char** message,
                      size_t* offset);

/// Add to `needs` the words of a rule's trigger attribute, any of which will
/// do; false if one is unknown.
bool
isn_pattern_trigger(const IsnPatternScope* scope,
                    IsnStr trigger,
                    IsnNeeds* needs);

#endif
