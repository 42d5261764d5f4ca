// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file extent.h How many bytes a command has to read.
#ifndef ISN_COMMAND_EXTENT_H
#define ISN_COMMAND_EXTENT_H

#include <stddef.h>
#include <stdint.h>

/// Bytes of the files among `paths` and below the folders among them, or of
/// standard input if there are none; 0 where one is a pipe or cannot be found.
uint64_t
isn_extent_of(const char* const* paths, size_t n_paths);

#endif
