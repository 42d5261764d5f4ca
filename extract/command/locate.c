// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/locate.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define IMAGE_NAME "knowledge.isnad"
#define MAX_PATH_BYTES 4096

/// Folders to look in, from the program's own: data, and the image's file.
static const struct {
  const char* data;
  const char* image;
} layouts[] = {
  { "extract/data", "build/" IMAGE_NAME },            // ./isnad of the project
  { "../extract/data", IMAGE_NAME },                  // BUILD=x: x/isnad
  { "../../extract/data", IMAGE_NAME },               // BUILD=build/x
  { "../share/isnad", "../share/isnad/" IMAGE_NAME }, // make install
};

#define N_LAYOUTS (sizeof(layouts) / sizeof(layouts[0]))

static bool
is_directory(const char* const path)
{
  struct stat status;
  return path && !stat(path, &status) && S_ISDIR(status.st_mode);
}

/// `path` from the current folder on where it lies in it, for messages.
static const char*
shorten(const char* const path)
{
  char here[MAX_PATH_BYTES];
  const size_t n = getcwd(here, sizeof(here)) ? strlen(here) : 0;
  return n > 1 && !strncmp(path, here, n) && path[n] == '/' ? path + n + 1
                                                            : path;
}

/// The folder of the running program with its last slash, or NULL.
static const char*
program_folder(IsnArena* const arena)
{
  char path[MAX_PATH_BYTES];
  const ssize_t n_bytes = readlink("/proc/self/exe", path, sizeof(path));
  if (n_bytes <= 0 || (size_t)n_bytes >= sizeof(path)) {
    return NULL;
  }
  size_t end = (size_t)n_bytes;
  while (end && path[end - 1] != '/') {
    --end;
  }
  const char* const folder = isn_arena_copy(arena, (IsnStr){ path, end }).data;
  return folder ? shorten(folder) : NULL;
}

/// An option's value, else that of the environment; NULL where neither is.
static const char*
given(const char* const option, const char* const variable)
{
  const char* const value = option ? option : getenv(variable);
  return value && value[0] ? value : NULL;
}

/// Beside the program, in the first layout whose data folder is there.
static void
find_beside(IsnPlaces* const places, IsnArena* const arena)
{
  const char* const folder = program_folder(arena);
  for (size_t i = 0; folder && i < N_LAYOUTS; ++i) {
    const char* const data =
      isn_arena_print(arena, "%s%s", folder, layouts[i].data).data;
    if (is_directory(data)) {
      places->data = data;
      places->image =
        isn_arena_print(arena, "%s%s", folder, layouts[i].image).data;
      return;
    }
  }
}

IsnStatus
isn_places_find(IsnPlaces* const places,
                const IsnOptions* const options,
                IsnArena* const arena,
                const IsnSink* const sink)
{
  const char* const data = given(options->data, "ISNAD_DATA");
  const char* const image = given(options->image, "ISNAD_IMAGE");
  *places = (IsnPlaces){ 0 };
  if (data) {
    places->data = data;
    places->image = isn_arena_print(arena, "%s/" IMAGE_NAME, data).data;
  } else {
    find_beside(places, arena);
  }
  if (image) {
    places->image = image;
  }
  if (!is_directory(places->data)) {
    const IsnPlace place = { data, 0, 0 };
    return isn_error(sink,
                     ISN_ERR_RULES,
                     data ? &place : NULL,
                     "there is no data folder%s; give the one that holds "
                     "rules/ and gazetteers/ with --data DIR",
                     data ? " of this name" : " beside the program");
  }
  return places->image ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}
