// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file proclitics.h Particles written together with the next word.
#ifndef ISN_GAZETTEER_PROCLITICS_H
#define ISN_GAZETTEER_PROCLITICS_H

#include "extract/gazetteer/image.h"

/// One way to read a token.
typedef struct {
  uint32_t word; ///< Of the rest; 0: not in the image
  IsnStr rest;
  uint8_t n_proclitics;
  uint8_t n_letters;  ///< Letters of the token before the rest
  char proclitics[8]; ///< UTF-8, two bytes each
  bool cuts_article;  ///< «لل»: the rest's ال is not all there
} IsnReading;

#define ISN_MAX_READINGS 8

/// All readings of a token, whole first; at least one. «سـ» is read only
/// before an imperfect verb.
size_t
isn_proclitics_readings(const IsnImage* image,
                        IsnStr whole,
                        uint32_t whole_word,
                        IsnReading readings[ISN_MAX_READINGS]);

/// The text's bytes up to behind the first `n_letters` letters of token `i`,
/// diacritics and tatweel behind them included.
IsnStr
isn_proclitics_skip(const IsnDocument* doc, size_t i, size_t n_letters);

#endif
