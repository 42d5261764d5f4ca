// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file surfaces.h Words as they are written, and all the ways to read them.
///
/// A few thousand words make up most of any text. What folding, word lists and
/// the splitting of proclitics say of one depends on its letters alone, so it
/// is worked out where the word is met first and kept.
#ifndef ISN_GAZETTEER_SURFACES_H
#define ISN_GAZETTEER_SURFACES_H

#include "extract/base/pool.h"
#include "extract/gazetteer/proclitics.h"

/// One reading, with what follows from it. What the image says of the rest is
/// here again, since the image is large and the form is at hand.
typedef struct {
  IsnReading reading;
  const uint32_t* classes; ///< Of the rest; see IsnWord
  uint16_t n_classes;
  uint16_t flags;   ///< Of the rest in the image
  uint32_t state;   ///< Of names that begin with the rest; 0: none does
  uint32_t n_bytes; ///< Of the text before the rest
  uint32_t n_chars; ///< The same in code points
  bool is_listed;   ///< The rest is an ordinary word
  bool has_article; ///< It begins with ال, and no hamza is written there
} IsnSurfaceForm;

typedef struct {
  IsnStr written;  ///< As the text has it
  uint64_t serial; ///< Never given twice by one IsnSurfaces
  IsnStr whole;    ///< Normal form
  uint32_t word;   ///< Of the whole in the image; 0: not there
  uint8_t n_forms; ///< That names are looked for with, whole first if it is one
  uint8_t plain;   ///< The form where it begins no name; can be one more
  uint8_t listed;  ///< The first form that is an ordinary word; none: 8
  bool is_known;   ///< As it is read plainly, lexicon or lists know it
  bool is_joined;  ///< «و الإحسان»: none of the forms is the whole
  bool shares_lam; ///< One of the forms does
  bool ends_in_ta; ///< ة
  bool ends_in_yeh;     ///< ي
  bool ends_in_maqsura; ///< ى
  IsnSurfaceForm forms[];
} IsnSurface;

typedef struct {
  uint64_t hash; ///< Of the written word
  IsnSurface* surface;
} IsnSurfaceSlot;

/// One worker's surfaces. Zero is valid.
typedef struct {
  IsnArena arena;
  IsnSurfaceSlot* slots; ///< A power of two of them, at most half full
  size_t n_slots;
  size_t n;
  uint64_t n_given; ///< Serials
} IsnSurfaces;

void
isn_surfaces_clear(IsnSurfaces* surfaces);

/// Forget all, if they have become too many. None may be in use.
void
isn_surfaces_trim(IsnSurfaces* surfaces);

/// What is known of a token's bytes; NULL without memory.
const IsnSurface*
isn_surfaces_get(IsnSurfaces* surfaces, const IsnImage* image, IsnStr written);

#define ISN_SURFACES_BLOCK 16u

/// The same of at most ISN_SURFACES_BLOCK tokens, into `out`. What is kept of a
/// word seldom lies in the processor's caches: here the words wait for it
/// together, not one behind the other. False without memory.
bool
isn_surfaces_get_block(IsnSurfaces* surfaces,
                       const IsnImage* image,
                       const IsnStr* written,
                       size_t n,
                       const IsnSurface** out);

#endif
