// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file locate.h Where the data and the image are.
///
/// Data: --data, $ISNAD_DATA, then beside the program (extract/data of the
/// project, or ../share/isnad of an installation).
/// Image: --image, $ISNAD_IMAGE, then knowledge.isnad in a folder that --data
/// or $ISNAD_DATA named (an image of other data would mislead), else beside
/// the program (build/ of the project, or ../share/isnad).
#ifndef ISN_COMMAND_LOCATE_H
#define ISN_COMMAND_LOCATE_H

#include "extract/base/arena.h"
#include "extract/command/options.h"

typedef struct {
  const char* data;
  const char* image;
} IsnPlaces;

/// Fill `places` with strings in `arena`.
///
/// ISN_ERR_RULES, reported, if there is no such data folder; the image need
/// not exist.
IsnStatus
isn_places_find(IsnPlaces* places,
                const IsnOptions* options,
                IsnArena* arena,
                const IsnSink* sink);

#endif
