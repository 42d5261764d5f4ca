// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file known.h Ordinary Arabic words apart from words no lexicon knows.
///
/// data/words lists stems and inflected forms without pronouns; what writing
/// joins to them (the article, one pronoun) is taken off here, so that foreign
/// names, which no list has, stay unknown.
#ifndef ISN_GAZETTEER_KNOWN_H
#define ISN_GAZETTEER_KNOWN_H

#include "extract/gazetteer/image.h"

/// Fewest bytes of a word that a proclitic or the like is split off: 3 letters.
#define ISN_KNOWN_MIN_REST 6u

/// IsnImageWordFlag of the listed word that `normal` is, or is without article
/// or pronoun; 0 if no list has one.
unsigned
isn_known_flags(const IsnImage* image, IsnStr normal);

/// Whether a list has `normal`, or it without article or pronoun.
bool
isn_known_word(const IsnImage* image, IsnStr normal);

#endif
