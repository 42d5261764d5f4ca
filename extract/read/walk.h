// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file walk.h The documents below a directory.
#ifndef ISN_READ_WALK_H
#define ISN_READ_WALK_H

#include "extract/read/read.h"

#include <stdbool.h>
#include <stddef.h>

/// Paths, each freed by isn_paths_clear. Zero is an empty list.
typedef struct {
  char** paths;
  size_t n_paths;
  size_t capacity;
} IsnPaths;

/// Add a copy of `path`; false without memory.
bool
isn_paths_push(IsnPaths* paths, const char* path);

void
isn_paths_clear(IsnPaths* paths);

/// Add the files below `path` that look like documents, names in byte order.
///
/// Hidden ones are left out; a folder that cannot be listed is added itself,
/// so that it fails as a document when it is read.
IsnStatus
isn_paths_walk(IsnPaths* paths, const char* path, const IsnSink* sink);

#endif
