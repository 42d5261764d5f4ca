// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lookup.h Tokens to words, classes and gazetteer hits.
#ifndef ISN_GAZETTEER_LOOKUP_H
#define ISN_GAZETTEER_LOOKUP_H

#include "extract/analysis.h"
#include "extract/gazetteer/surfaces.h"

/// Fill words and hits of `analysis` (zeroed by the caller).
///
/// A token is tried whole, then without its proclitics (و ف, then ب ك ل س, لل
/// standing for ل and ال); the longest name wins, then the fewest proclitics.
/// Without a name, a proclitic is split off where the image knows the rest as
/// a word and does not know the whole. Strings of the words live as long as the
/// surfaces.
IsnStatus
isn_lookup(const IsnImage* image,
           IsnSurfaces* surfaces,
           const IsnDocument* doc,
           IsnAnalysis* analysis);

#endif
