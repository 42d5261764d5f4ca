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
  bool shares_lam; ///< «للجنة» as «لـاللجنة»: its lam is the word's, too
} IsnReading;

#define ISN_MAX_READINGS 8

/// All readings of a token, whole first; at least one. «سـ» is read only
/// before an imperfect verb.
size_t
isn_proclitics_readings(const IsnImage* image,
                        IsnStr whole,
                        uint32_t whole_word,
                        IsnReading readings[ISN_MAX_READINGS]);

/// Bytes (`begin`) and code points (`end`) of a token's first `n_letters`
/// letters, diacritics and tatweel behind them included.
IsnSpan
isn_proclitics_skip(IsnStr token, size_t n_letters);

#endif
