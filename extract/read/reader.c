// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/read.h"

#include "extract/read/detect.h"
#include "extract/read/format.h"
#include "extract/read/release.h"
#include "extract/read/walk.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct IsnReader {
  IsnReadOptions options;
  const IsnSink* sink;
  IsnPaths paths;
  size_t n_begun; ///< Paths that have been opened
  bool is_from_folder;
  IsnInput input;
  const IsnFormat* format; ///< NULL: no file is open
  void* state;
};

static const IsnFormat*
choose_format(IsnReader* const reader)
{
  IsnInputFormat format = reader->options.format;
  if (format == ISN_INPUT_AUTO) {
    format =
      isn_detect(reader->input.path,
                 isn_source_peek(&reader->input.source, ISN_DETECT_BYTES));
  }
  switch (format) {
    case ISN_INPUT_HTML:
      return &isn_format_html;
    case ISN_INPUT_XML:
      return &isn_format_xml;
    case ISN_INPUT_NDJSON:
      return &isn_format_ndjson;
    case ISN_INPUT_JSON:
      return &isn_format_json;
    default:
      return &isn_format_text;
  }
}

// Files ----------------------------------------------------------------------

static bool
is_standard_input(const char* const path)
{
  return path[0] == '-' && !path[1];
}

static IsnStatus
open_source(IsnReader* const reader, const char* const path)
{
  struct stat info;
  if (!is_standard_input(path) && !stat(path, &info) && S_ISDIR(info.st_mode)) {
    // A folder that could be listed would not have come here
    errno = access(path, R_OK | X_OK) ? errno : EISDIR;
    return ISN_ERR_INPUT;
  }
  return isn_source_open(&reader->input.source, path);
}

static IsnStatus
open_file(IsnReader* const reader, const char* const path)
{
  reader->input =
    (IsnInput){ path, { .fd = -1 }, &reader->options, reader->sink, false };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, open_source(reader, path));
  reader->input.source.n_read = reader->options.n_read;
  const IsnFormat* const format = choose_format(reader);
  st = format->open(&reader->state, &reader->input);
  if (st) {
    isn_source_close(&reader->input.source);
    return st;
  }
  reader->format = format;
  return ISN_SUCCESS;
}

static void
close_file(IsnReader* const reader)
{
  if (reader->format) {
    reader->format->close(reader->state);
    isn_source_close(&reader->input.source);
    reader->format = NULL;
    reader->state = NULL;
  }
}

/// The next path; one that cannot be opened fails as a document, or without
/// `doc` as the input itself.
static IsnStatus
open_next(IsnReader* const reader,
          IsnDocument* const doc,
          bool* const is_failed)
{
  const char* const path = reader->paths.paths[reader->n_begun++];
  const IsnStatus st = open_file(reader, path);
  if (st != ISN_ERR_INPUT) {
    return st;
  }
  const int error = errno;
  if (!doc) {
    const IsnPlace place = { path, 0, 0 };
    return isn_error(reader->sink, st, &place, "%s", strerror(error));
  }
  IsnStatus named = ISN_SUCCESS;
  ISN_TRY(named, isn_input_name(&reader->input, doc, isn_str(path)));
  *is_failed = true;
  return isn_input_fail(&reader->input, doc, st, 0, 0, "%s", strerror(error));
}

// The reader -----------------------------------------------------------------

static IsnStatus
find_paths(IsnReader* const reader, const char* const path)
{
  struct stat info = { 0 };
  const IsnPlace place = { path, 0, 0 };
  const bool is_stream = is_standard_input(path);
  if (!is_stream && stat(path, &info)) {
    return isn_error(
      reader->sink, ISN_ERR_INPUT, &place, "%s", strerror(errno));
  }
  if (is_stream || !S_ISDIR(info.st_mode)) {
    return isn_paths_push(&reader->paths, path) ? ISN_SUCCESS
                                                : ISN_ERR_NO_MEMORY;
  }
  reader->is_from_folder = true;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_paths_walk(&reader->paths, path, reader->sink));
  return reader->paths.n_paths ? ISN_SUCCESS
                               : isn_error(reader->sink,
                                           ISN_ERR_INPUT,
                                           &place,
                                           "no documents in '%s'",
                                           path);
}

IsnStatus
isn_reader_open(IsnReader** const reader,
                const char* const path,
                const IsnReadOptions* const options,
                const IsnSink* const sink)
{
  *reader = NULL;
  IsnReader* const r = calloc(1, sizeof(*r));
  if (!r) {
    return ISN_ERR_NO_MEMORY;
  }
  r->options = options ? *options : (IsnReadOptions){ 0 };
  r->sink = sink;
  bool is_failed = false;
  IsnStatus st = find_paths(r, path);
  if (!st && !r->is_from_folder) {
    st = open_next(r, NULL, &is_failed);
  }
  if (st) {
    isn_reader_close(r);
    return st;
  }
  *reader = r;
  return ISN_SUCCESS;
}

IsnStatus
isn_reader_next(IsnReader* const reader, IsnDocument* const doc)
{
  IsnStatus st = ISN_END;
  while (st == ISN_END) {
    if (!reader->format) {
      if (reader->n_begun == reader->paths.n_paths) {
        return ISN_END;
      }
      bool is_failed = false;
      ISN_TRY(st, open_next(reader, doc, &is_failed));
      if (is_failed || !reader->format) {
        return ISN_SUCCESS;
      }
    }
    st = reader->format->next(reader->state, &reader->input, doc);
    if (st) {
      close_file(reader);
    }
  }
  return st || doc->error_stage.data ? st : isn_release_describe(doc);
}

void
isn_reader_close(IsnReader* const reader)
{
  if (reader) {
    close_file(reader);
    isn_paths_clear(&reader->paths);
    free(reader);
  }
}
