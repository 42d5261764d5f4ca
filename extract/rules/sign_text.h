// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sign_text.h What patterns see of a word: the text of its sign.
///
///   proclitics with tatweel, the normal form, the marks of its classes each
///   with those of its features, the marks of its shape; see symbols.h
#ifndef ISN_RULES_SIGN_TEXT_H
#define ISN_RULES_SIGN_TEXT_H

#include "extract/rules/annotate.h"

void
isn_sign_text_proclitics(IsnBuffer* out, const IsnWord* word);

/// All but the proclitics.
void
isn_sign_text_word(IsnBuffer* out,
                   const IsnAnnotationSource* source,
                   uint32_t token);

/// What stands for a mention, a quantity or a quotation.
void
isn_sign_text_symbol(IsnBuffer* out, uint32_t symbol, uint32_t features);

/// A class of several words, that of hit number `first` and of those behind it
/// which begin there: its words joined by _, then its marks.
void
isn_sign_text_hit(IsnBuffer* out,
                  const IsnAnnotationSource* source,
                  size_t first);

/// The gazetteer's class of an entry that is a class of several words, or
/// ISN_NO_CLASS.
uint32_t
isn_sign_text_class(const IsnImage* image, const IsnEntry* entry);

/// Definiteness, possession and number of a mention's first word, so that a
/// pattern can ask for {Meeting.poss} («اجتماعه»).
uint32_t
isn_sign_text_features(const IsnWord* word);

#endif
