// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/extent.h"

#include "extract/read/walk.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// What a regular file on standard input still holds.
static uint64_t
extent_of_standard_input(void)
{
  struct stat info;
  const off_t at = lseek(STDIN_FILENO, 0, SEEK_CUR);
  return !fstat(STDIN_FILENO, &info) && S_ISREG(info.st_mode) && at >= 0 &&
             info.st_size > at
           ? (uint64_t)(info.st_size - at)
           : 0;
}

/// One that cannot be opened has nothing to be read.
static uint64_t
extent_of_folder(const char* const path)
{
  static const IsnSink nobody = { NULL, NULL };
  IsnPaths files = { 0 };
  uint64_t sum = 0;
  if (!isn_paths_walk(&files, path, &nobody)) {
    for (size_t i = 0; i < files.n_paths; ++i) {
      struct stat info;
      sum += stat(files.paths[i], &info) ? 0 : (uint64_t)info.st_size;
    }
  }
  isn_paths_clear(&files);
  return sum;
}

static uint64_t
extent_of_path(const char* const path)
{
  struct stat info;
  if (!strcmp(path, "-")) {
    return extent_of_standard_input();
  }
  if (stat(path, &info)) {
    return 0;
  }
  return S_ISDIR(info.st_mode)   ? extent_of_folder(path)
         : S_ISREG(info.st_mode) ? (uint64_t)info.st_size
                                 : 0;
}

uint64_t
isn_extent_of(const char* const* const paths, const size_t n_paths)
{
  uint64_t sum = n_paths ? 0 : extent_of_standard_input();
  for (size_t i = 0; i < n_paths; ++i) {
    const uint64_t extent = extent_of_path(paths[i]);
    if (!extent) {
      return 0;
    }
    sum += extent;
  }
  return sum;
}
