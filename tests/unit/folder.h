// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file folder.h A folder of the test's own, gone when it ends; and what was
/// said meanwhile.
#ifndef ISN_TESTS_FOLDER_H
#define ISN_TESTS_FOLDER_H

#include "extract/base/diag.h"
#include "tests/unit/check.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/isnad-test-XXXXXX";
static char said[4096]; ///< All messages since it was emptied

static inline void
keep_message(void* const handle, const IsnDiag* const diag)
{
  const char* const slash = diag->source ? strrchr(diag->source, '/') : NULL;
  const size_t n = strlen(handle);
  snprintf((char*)handle + n,
           sizeof(said) - n,
           "%s:%zu: %s\n",
           slash ? slash + 1 : "",
           diag->line,
           diag->message);
}

static const IsnSink sink = { keep_message, said };

/// Holds until the next call.
static inline const char*
path_of(const char* const name)
{
  static char path[256];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  return path;
}

static inline void
put_bytes(const char* const name, const IsnStr bytes)
{
  FILE* const file = fopen(path_of(name), "wb");
  CHECK(file && fwrite(bytes.data, 1, bytes.n_bytes, file) == bytes.n_bytes);
  CHECK(file && !fclose(file));
}

static inline void
put(const char* const name, const char* const text)
{
  put_bytes(name, isn_str(text));
}

/// Make the folder and those of the list within, to NULL.
static inline bool
make_folder(const char* const* inner)
{
  bool is_good = mkdtemp(folder);
  for (; *inner; ++inner) {
    is_good = is_good && !mkdir(path_of(*inner), 0700);
  }
  return is_good;
}

/// Make a folder of knowledge to compile: a gazetteer, a lexicon and room for
/// rules, of the schemas of the folder that the test runs in.
static inline bool
make_data_folder(const char* const names_tsv, const char* const lexicon_xml)
{
  static const char* const inner[] = { "gazetteers", "lexicon", "rules", NULL };
  char here[2048];
  char schemas[2100] = "";
  if (getcwd(here, sizeof(here))) {
    snprintf(schemas, sizeof(schemas), "%s/schemas", here);
  }
  const bool is_good =
    make_folder(inner) && !symlink(schemas, path_of("schemas"));
  put("gazetteers/names.tsv", names_tsv);
  put("lexicon/words.xml", lexicon_xml);
  return is_good;
}

/// Remove a folder of the open folder `parent`, and all below it.
static inline void
remove_below(const int parent, const char* const name)
{
  const int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  DIR* const dir = fd < 0 ? NULL : fdopendir(fd);
  const struct dirent* entry = NULL;
  while (dir && (entry = readdir(dir))) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
        unlinkat(fd, entry->d_name, 0)) {
      remove_below(fd, entry->d_name);
    }
  }
  if (dir) {
    closedir(dir);
  }
  unlinkat(parent, name, AT_REMOVEDIR);
}

static inline void
remove_folder(void)
{
  remove_below(AT_FDCWD, folder);
}

/// Say why the tests cannot run; the program's exit status.
static inline int
folder_failed(void)
{
  printf("not ok make_folder: %s\n", said);
  remove_folder();
  return EXIT_FAILURE;
}

#endif
