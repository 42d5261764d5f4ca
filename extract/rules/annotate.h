// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file annotate.h A stretch of tokens as the sentence that patterns see.
#ifndef ISN_RULES_ANNOTATE_H
#define ISN_RULES_ANNOTATE_H

#include "extract/analysis.h"
#include "extract/base/buffer.h"
#include "extract/gazetteer/image.h"
#include "extract/rules/signs.h"

typedef enum {
  ISN_UNIT_WORD,
  ISN_UNIT_MENTION,
  ISN_UNIT_QUANTITY,
  ISN_UNIT_QUOTE,
} IsnUnitKind;

/// One word of the annotated sentence: a token, or what stands for several.
typedef struct {
  IsnUnitKind kind;
  IsnSpan tokens;
  uint32_t index; ///< Of the mention or quantity
  uint32_t begin; ///< In the annotated text, proclitics included; valid once
                  ///< there is a text
  uint32_t n_set; ///< The sign's
  const uint16_t* cells; ///< Its row's
  const IsnSign* sign;
} IsnUnit;

/// Zero is valid; memory is reused from stretch to stretch.
typedef struct {
  IsnSigns* signs; ///< Of the worker; set before the first stretch
  IsnUnit* units;
  size_t n_units;
  size_t capacity;
  IsnWide text;     ///< Empty until isn_annotated_text is called
  IsnBuffer sign;   ///< Text of a sign under way
  uint64_t* starts; ///< Which rules are worth a try where: see starts.h
  size_t n_starts;
  size_t starts_capacity;
  uint64_t* triggered; ///< Rules whose trigger stands somewhere, as bits
  bool is_triggered;   ///< They are this stretch's
  uint64_t* needs;     ///< Of starts.c, as the next
  size_t needs_capacity;
  uint32_t* walked; ///< Of walks.c
  size_t walked_capacity;
  uint64_t* rules;
} IsnAnnotated;

/// What an annotation is made from.
typedef struct {
  const IsnImage* image;
  const IsnDocument* doc;
  const IsnAnalysis* analysis;
} IsnAnnotationSource;

/// No mention: show all.
#define ISN_NO_MENTION UINT32_MAX

void
isn_annotated_clear(IsnAnnotated* annotated);

/// Annotate tokens [begin, end).
///
/// The longest mentions inside become placeholders, but not mention number
/// `except` (nor one equal to it), so that its inside can be looked at. Closed
/// quotations become placeholders too.
IsnStatus
isn_annotate(IsnAnnotated* annotated,
             const IsnAnnotationSource* source,
             IsnSpan tokens,
             uint32_t except);

/// Units that a stretch of the annotated text touches, the end of the word
/// before left out.
IsnSpan
isn_annotated_units(const IsnAnnotated* annotated, IsnSpan place);

/// The annotation as patterns see it; NULL without memory.
const IsnWide*
isn_annotated_text(IsnAnnotated* annotated);

/// Whether all that a rule needs occurs; slow, for who looks on.
bool
isn_annotated_has(const IsnAnnotated* annotated, const IsnNeeds* needs);

/// The stretches that rules are run over: a sentence with its quotations
/// closed, then the inside of each quotation. Long sentences are cut to pieces
/// first.
IsnStatus
isn_stretches_find(const IsnDocument* doc,
                   const IsnAnalysis* analysis,
                   IsnSpan** stretches,
                   size_t* n_stretches);

#endif
