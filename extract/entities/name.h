// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file name.h A name as its words, for comparing.
#ifndef ISN_ENTITIES_NAME_H
#define ISN_ENTITIES_NAME_H

#include "extract/analysis.h"

#define ISN_MAX_NAME_WORDS 24

/// The first words of a name: normal form, no article, no proclitics; what
/// only points («هذا») or marks (quotation marks, brackets) left out.
typedef struct {
  IsnStr words[ISN_MAX_NAME_WORDS];
  size_t n;
  bool is_definite; ///< The first word has the article
  bool is_pointed;  ///< A demonstrative stands before it
  int64_t ordinal;  ///< 0: none
} IsnName;

/// Name of tokens [begin, end) of a mention of that type: the ending of a
/// common noun («تمرينا», «دورتها») is taken off, none of a person's or place's
/// name («صليبا»).
void
isn_name_read(IsnName* name,
              const IsnDocument* doc,
              const IsnAnalysis* analysis,
              IsnType type,
              IsnSpan tokens);

/// A word without what ties it to the one before: «للقمة».
IsnStr
isn_name_untied(IsnStr word);

bool
isn_name_equal(const IsnName* a, const IsnName* b);

/// Whether `part`'s words are the last (first) words of `whole`.
bool
isn_name_ends(const IsnName* whole, const IsnName* part);

bool
isn_name_begins(const IsnName* whole, const IsnName* part);

/// Whether each word of `part` behind the first is somewhere in `whole`.
bool
isn_name_covers(const IsnName* whole, const IsnName* part);

#endif
