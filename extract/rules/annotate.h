// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file annotate.h A stretch of tokens as the sentence that patterns see.
#ifndef ISN_RULES_ANNOTATE_H
#define ISN_RULES_ANNOTATE_H

#include "extract/analysis.h"
#include "extract/base/buffer.h"
#include "extract/gazetteer/image.h"
#include "extract/rules/pattern.h"

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
  uint32_t begin; ///< Byte of the annotated text, proclitics included
  uint8_t prefix; ///< isn_first_prefix of a word, else 64
} IsnUnit;

#define ISN_CLASS_BITS 2048u

/// A unit in the list of those that have a class or are of a symbol.
typedef struct {
  uint32_t unit;
  uint32_t next; ///< Number of the next node + 1, 0: none; units descend
} IsnUnitNode;

/// Zero is valid; buffers are reused from stretch to stretch.
typedef struct {
  IsnBuffer text;
  IsnUnit* units; ///< In the document's arena
  size_t n_units;
  size_t capacity;
  uint64_t classes[ISN_CLASS_BITS / 64]; ///< That occur
  uint32_t symbols;                      ///< That occur
  uint64_t prefixes;                     ///< Of words, as bits
  IsnUnitNode* nodes;                    ///< In the document's arena
  size_t n_nodes;
  size_t nodes_capacity;
  uint32_t class_units[ISN_CLASS_BITS]; ///< First node + 1; valid if the class
                                        ///< occurs
  uint32_t symbol_units[32];            ///< The same for symbols
} IsnAnnotated;

/// What an annotation is made from.
typedef struct {
  const IsnImage* image;
  const IsnDocument* doc;
  const IsnAnalysis* analysis;
} IsnAnnotationSource;

/// No mention: show all.
#define ISN_NO_MENTION UINT32_MAX

/// Forget what lies in the arena of the document before.
static inline void
isn_annotated_restart(IsnAnnotated* const annotated)
{
  annotated->units = NULL;
  annotated->n_units = 0;
  annotated->capacity = 0;
  annotated->nodes = NULL;
  annotated->n_nodes = 0;
  annotated->nodes_capacity = 0;
}

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

/// Units that bytes [begin, end) of the annotated text touch, the end of the
/// word before left out.
IsnSpan
isn_annotated_units(const IsnAnnotated* annotated, IsnSpan bytes);

/// Whether all that a rule needs occurs.
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
