// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file lam.h «للجنة»: a committee or the committee.
///
/// Before a word that begins with lam, the preposition ل and the article are
/// written as if there were no article. The adjective behind it tells.
#ifndef ISN_GAZETTEER_LAM_H
#define ISN_GAZETTEER_LAM_H

#include "extract/gazetteer/surfaces.h"

/// The form to read `surface` in before `next`, which may be NULL, where it
/// begins no name.
uint8_t
isn_lam_plain(const IsnImage* image,
              const IsnSurface* surface,
              const IsnSurface* next);

#endif
