// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file builder.h The tables of an image while they grow.
#ifndef ISN_GAZETTEER_BUILDER_H
#define ISN_GAZETTEER_BUILDER_H

#include "extract/base/status.h"
#include "extract/gazetteer/image.h"

/// A growing array of equal elements; owns `data`.
typedef struct {
  void* data;
  size_t n;
  size_t capacity;
  size_t size; ///< Bytes of an element
} IsnTable;

/// One class of one word, sorted by word and class before writing.
typedef struct {
  uint32_t word;
  uint32_t class_and_features;
} IsnBuilderClass;

/// One accepted form of one state.
typedef struct {
  uint32_t state;
  IsnImageAccept accept;
} IsnBuilderAccept;

/// Owns all its tables.
typedef struct {
  IsnTable strings;
  IsnTable class_names;
  IsnTable words;
  IsnTable word_slots;
  IsnTable word_classes; ///< IsnBuilderClass
  IsnTable edges;
  size_t n_edges;
  uint32_t n_states;
  IsnTable accepts; ///< IsnBuilderAccept
  IsnTable entries;
} IsnBuilder;

IsnStatus
isn_builder_init(IsnBuilder* builder);

void
isn_builder_clear(IsnBuilder* builder);

/// Copy `s` to the strings.
IsnStatus
isn_builder_string(IsnBuilder* builder, IsnStr s, IsnImageStr* out);

/// The number of the word with this normal form, made if new.
IsnStatus
isn_builder_word(IsnBuilder* builder, IsnStr normal, uint32_t* word);

/// The number of the class with this name, made if new.
IsnStatus
isn_builder_class(IsnBuilder* builder, IsnStr name, uint32_t* number);

/// Give `word` a class with features (bits), and make it a word by itself.
IsnStatus
isn_builder_add_class(IsnBuilder* builder,
                      uint32_t word,
                      uint32_t class_number,
                      uint32_t features);

/// The state behind `state` by `word`, made if new.
IsnStatus
isn_builder_step(IsnBuilder* builder,
                 uint32_t state,
                 uint32_t word,
                 uint32_t* next);

IsnStatus
isn_builder_add_entry(IsnBuilder* builder,
                      const IsnEntry* entry,
                      uint32_t* number);

IsnStatus
isn_builder_add_accept(IsnBuilder* builder,
                       uint32_t state,
                       IsnImageAccept accept);

/// Write the image to `path` by way of a temporary file beside it.
IsnStatus
isn_builder_write(IsnBuilder* builder, const char* path, const IsnSink* sink);

#endif
