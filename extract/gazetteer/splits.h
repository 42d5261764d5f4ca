// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file splits.h Whether a word that lists know is rather two.
#ifndef ISN_GAZETTEER_SPLITS_H
#define ISN_GAZETTEER_SPLITS_H

#include "extract/gazetteer/proclitics.h"

/// Whether `reading`, which takes proclitics off a word that a list of ordinary
/// words has, is how the word is read: «ولم» is «و» and «لم», but «كبير» no «ك»
/// and the name «بير», «سعى» no future.
bool
isn_split_is_likely(const IsnImage* image, const IsnReading* reading);

#endif
