// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file detect.h In which format an input is, by its name and first bytes.
#ifndef ISN_READ_DETECT_H
#define ISN_READ_DETECT_H

#include "extract/read/read.h"

/// First bytes that say it.
#define ISN_DETECT_BYTES 1024

/// The ending of the name with its dot, or "".
const char*
isn_path_extension(const char* path);

/// The format that the name's ending states, or ISN_INPUT_AUTO.
IsnInputFormat
isn_detect_by_path(const char* path);

/// The format of an input called `path` that begins with `head`: the one that
/// its name states, else its first bytes. Both forms of JSON are told apart by
/// the bytes where the name says ".json".
IsnInputFormat
isn_detect(const char* path, IsnStr head);

#endif
