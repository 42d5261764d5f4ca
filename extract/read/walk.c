// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/walk.h"

#include "extract/read/detect.h"
#include "extract/read/source.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_DEPTH 128

bool
isn_paths_push(IsnPaths* const paths, const char* const path)
{
  if (paths->n_paths == paths->capacity) {
    const size_t capacity = paths->capacity ? paths->capacity * 2 : 64;
    char** const moved = realloc(paths->paths, capacity * sizeof(char*));
    if (!moved) {
      return false;
    }
    paths->paths = moved;
    paths->capacity = capacity;
  }
  char* const copy = strdup(path);
  if (copy) {
    paths->paths[paths->n_paths++] = copy;
  }
  return copy;
}

void
isn_paths_clear(IsnPaths* const paths)
{
  for (size_t i = 0; i < paths->n_paths; ++i) {
    free(paths->paths[i]);
  }
  free(paths->paths);
  memset(paths, 0, sizeof(*paths));
}

/// A file without an extension is a document if it begins like text.
static bool
begins_as_text(const char* const path)
{
  IsnSource source;
  if (isn_source_open(&source, path)) {
    return true; // reading it will say why not
  }
  const IsnStr head = isn_source_peek(&source, 512);
  const bool is_text = head.n_bytes && (isn_encoding_of_mark(head) ||
                                        isn_encoding_guess_utf16(head) ||
                                        !memchr(head.data, 0, head.n_bytes));
  isn_source_close(&source);
  return is_text;
}

static bool
is_document(const char* const path)
{
  return isn_detect_by_path(path) != ISN_INPUT_AUTO ||
         (!*isn_path_extension(path) && begins_as_text(path));
}

static int
compare_names(const void* const a, const void* const b)
{
  return strcmp(*(char* const*)a, *(char* const*)b);
}

/// The names in a folder, without hidden ones, in byte order.
static IsnStatus
list(IsnPaths* const names, const char* const path)
{
  DIR* const folder = opendir(path);
  if (!folder) {
    return ISN_ERR_INPUT;
  }
  IsnStatus st = ISN_SUCCESS;
  const struct dirent* entry = NULL;
  while (!st && (entry = readdir(folder))) {
    if (entry->d_name[0] != '.' && !isn_paths_push(names, entry->d_name)) {
      st = ISN_ERR_NO_MEMORY;
    }
  }
  closedir(folder);
  if (names->n_paths) {
    qsort(names->paths, names->n_paths, sizeof(char*), compare_names);
  }
  return st;
}

static char*
join(const char* const folder, const char* const name)
{
  size_t n = strlen(folder);
  while (n > 1 && folder[n - 1] == '/') {
    --n;
  }
  const bool is_root = n && folder[n - 1] == '/';
  const size_t size = n + strlen(name) + 2;
  char* const path = malloc(size);
  if (path) {
    snprintf(path, size, "%.*s%s%s", (int)n, folder, is_root ? "" : "/", name);
  }
  return path;
}

static IsnStatus
walk(IsnPaths* paths, const char* path, const IsnSink* sink, int depth);

static IsnStatus
visit(IsnPaths* const paths,
      const char* const path,
      const IsnSink* const sink,
      const int depth)
{
  struct stat info;
  struct stat link;
  const bool is_there = !stat(path, &info);
  if (is_there && S_ISDIR(info.st_mode)) {
    if (!lstat(path, &link) && S_ISLNK(link.st_mode)) {
      const IsnPlace place = { path, 0, 0 };
      isn_warning(sink, &place, "a link to a directory is not followed");
      return ISN_SUCCESS;
    }
    return walk(paths, path, sink, depth + 1);
  }
  if (is_there && (!S_ISREG(info.st_mode) || !is_document(path))) {
    return ISN_SUCCESS;
  }
  return isn_paths_push(paths, path) ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

static IsnStatus
walk(IsnPaths* const paths,
     const char* const path,
     const IsnSink* const sink,
     const int depth)
{
  IsnPaths names = { 0 };
  IsnStatus st = depth > MAX_DEPTH ? ISN_ERR_INPUT : list(&names, path);
  if (st == ISN_ERR_INPUT) {
    st = isn_paths_push(paths, path) ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; !st && i < names.n_paths; ++i) {
    char* const below = join(path, names.paths[i]);
    st = below ? visit(paths, below, sink, depth) : ISN_ERR_NO_MEMORY;
    free(below);
  }
  isn_paths_clear(&names);
  return st;
}

IsnStatus
isn_paths_walk(IsnPaths* const paths,
               const char* const path,
               const IsnSink* const sink)
{
  return walk(paths, path, sink, 0);
}
