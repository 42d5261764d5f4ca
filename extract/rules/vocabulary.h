// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file vocabulary.h The names that patterns may put in braces.
#ifndef ISN_RULES_VOCABULARY_H
#define ISN_RULES_VOCABULARY_H

#include "extract/gazetteer/image.h"
#include "extract/rules/symbols.h"

/// Set of symbols a type name stands for ("Place": all kinds of place), or 0.
uint32_t
isn_symbols_find(IsnStr name);

/// Number of a lexical class or a shape, or ISN_NO_CLASS. Shapes follow the
/// classes of the image.
uint32_t
isn_classes_find(const IsnImage* image, IsnStr name);

/// Number of the class that shape `shape` is with this image.
static inline uint32_t
isn_classes_shape(const IsnImage* const image, const IsnShape shape)
{
  return isn_image_n_classes(image) + (uint32_t)shape;
}

/// Number of the class that kind `kind` of the rules is: kinds follow shapes.
static inline uint32_t
isn_classes_kind(const IsnImage* const image, const size_t kind)
{
  return isn_classes_shape(image, ISN_N_SHAPES) + (uint32_t)kind;
}

/// Bit number of the feature with this name, or -1.
int
isn_features_find(IsnStr name);

#endif
