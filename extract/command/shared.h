// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file shared.h Memory that a process and those forked from it both see.
///
/// One file in memory, cut into regions that grow as they are needed: it is
/// sparse, so a region costs what has been written to it. Each process maps
/// the regions for itself. Linux only (memfd_create).
#ifndef ISN_COMMAND_SHARED_H
#define ISN_COMMAND_SHARED_H

#include "extract/base/status.h"

#include <stddef.h>

typedef struct {
  int fd; ///< Inherited by forked processes
  size_t n_regions;
} IsnShared;

/// A region as one process sees it. Zero is one not yet mapped.
typedef struct {
  char* data;
  size_t capacity;
} IsnWindow;

/// ISN_ERR_FOREIGN with errno set if there is no such memory.
IsnStatus
isn_shared_open(IsnShared* shared, size_t n_regions);

void
isn_shared_close(IsnShared* shared);

/// Map at least `n_bytes` of a region; what is there stays. The data may move.
/// NULL without memory.
char*
isn_shared_map(const IsnShared* shared,
               IsnWindow* window,
               size_t region,
               size_t n_bytes);

/// Unmap; what is in the region stays.
void
isn_shared_unmap(IsnWindow* window);

/// Unmap a region that has grown large; what is in it stays.
void
isn_shared_release(IsnWindow* window);

/// The same, and give the region's memory back.
void
isn_shared_trim(const IsnShared* shared, IsnWindow* window, size_t region);

/// Small memory at one address for this process and those forked from it,
/// zeroed; NULL without memory.
void*
isn_shared_new(size_t n_bytes);

void
isn_shared_free(void* memory, size_t n_bytes);

#endif
