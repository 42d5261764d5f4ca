// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE // memfd_create, fallocate

#include "extract/command/shared.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define REGION_BYTES ((size_t)1 << 33) ///< At most; sparse
#define WINDOW_BYTES ((size_t)1 << 20) ///< Grown by whole ones
#define LARGE_BYTES ((size_t)1 << 23)  ///< What is larger is given back

IsnStatus
isn_shared_open(IsnShared* const shared, const size_t n_regions)
{
  *shared = (IsnShared){ memfd_create("isnad", MFD_CLOEXEC), n_regions };
  if (shared->fd < 0) {
    return ISN_ERR_FOREIGN;
  }
  if (ftruncate(shared->fd, (off_t)(n_regions * REGION_BYTES))) {
    isn_shared_close(shared);
    return ISN_ERR_FOREIGN;
  }
  return ISN_SUCCESS;
}

void
isn_shared_close(IsnShared* const shared)
{
  if (shared->fd >= 0) {
    close(shared->fd);
  }
  shared->fd = -1;
}

void
isn_shared_unmap(IsnWindow* const window)
{
  if (window->data) {
    munmap(window->data, window->capacity);
  }
  *window = (IsnWindow){ NULL, 0 };
}

char*
isn_shared_map(const IsnShared* const shared,
               IsnWindow* const window,
               const size_t region,
               const size_t n_bytes)
{
  if (window->data && n_bytes <= window->capacity) {
    return window->data;
  }
  if (n_bytes > REGION_BYTES - WINDOW_BYTES) {
    return NULL;
  }
  isn_shared_unmap(window);
  // Twice as much as asked for, so that a growing region is mapped seldom
  const size_t wanted = n_bytes < WINDOW_BYTES ? 1 : n_bytes * 2;
  const size_t rounded = (wanted + WINDOW_BYTES - 1) & ~(WINDOW_BYTES - 1);
  const size_t capacity = rounded < REGION_BYTES ? rounded : REGION_BYTES;
  void* const data = mmap(NULL,
                          capacity,
                          PROT_READ | PROT_WRITE,
                          MAP_SHARED,
                          shared->fd,
                          (off_t)(region * REGION_BYTES));
  if (data == MAP_FAILED) {
    return NULL;
  }
  *window = (IsnWindow){ data, capacity };
  return window->data;
}

void
isn_shared_release(IsnWindow* const window)
{
  if (window->capacity > LARGE_BYTES) {
    isn_shared_unmap(window);
  }
}

void
isn_shared_trim(const IsnShared* const shared,
                IsnWindow* const window,
                const size_t region)
{
  if (window->capacity > LARGE_BYTES) {
    isn_shared_unmap(window);
    (void)fallocate(shared->fd,
                    FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                    (off_t)(region * REGION_BYTES),
                    (off_t)REGION_BYTES);
  }
}

void*
isn_shared_new(const size_t n_bytes)
{
  void* const memory = mmap(
    NULL, n_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void
isn_shared_free(void* const memory, const size_t n_bytes)
{
  if (memory) {
    munmap(memory, n_bytes);
  }
}
