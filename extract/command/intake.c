// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE // tee

#include "extract/command/intake.h"

#include "extract/read/detect.h"
#include "extract/record.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

void
isn_intake_open(IsnIntake* const intake,
                const IsnReadOptions* const options,
                const char* const* const paths,
                const size_t n_paths)
{
  static const char* const standard_input[] = { "-" };
  *intake = (IsnIntake){
    .options = options,
    .paths = n_paths ? paths : standard_input,
    .n_paths = n_paths ? n_paths : 1,
  };
  intake->sink = isn_messages_sink(&intake->messages);
}

static void
close_input(IsnIntake* const intake)
{
  if (intake->is_json) {
    isn_source_close(&intake->input.source);
    intake->is_json = false;
  }
  isn_reader_close(intake->reader);
  intake->reader = NULL;
}

void
isn_intake_close(IsnIntake* const intake)
{
  close_input(intake);
  isn_paths_clear(&intake->files);
  isn_arena_clear(&intake->arena);
  isn_buffer_clear(&intake->record);
  isn_buffer_clear(&intake->messages);
}

// What an input is ----------------------------------------------------------

static bool
is_standard_input(const char* const path)
{
  return path[0] == '-' && !path[1];
}

static bool
is_directory(const char* const path)
{
  struct stat info;
  return !stat(path, &info) && S_ISDIR(info.st_mode);
}

/// The first bytes that wait in a pipe or file, without taking them; what
/// cannot be looked at so gives none.
static size_t
peek_standard_input(char* const bytes, const size_t n_bytes)
{
  int ends[2];
  ssize_t n = pread(STDIN_FILENO, bytes, n_bytes, 0);
  if (n < 0 && !pipe(ends)) {
    n = tee(STDIN_FILENO, ends[1], n_bytes, 0);
    n = n > 0 ? read(ends[0], bytes, (size_t)n) : 0;
    close(ends[0]);
    close(ends[1]);
  }
  return n > 0 ? (size_t)n : 0;
}

static size_t
peek_file(const char* const path, char* const bytes, const size_t n_bytes)
{
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  const ssize_t n = fd < 0 ? 0 : pread(fd, bytes, n_bytes, 0);
  if (fd >= 0) {
    close(fd);
  }
  return n > 0 ? (size_t)n : 0;
}

/// The format as the reader would see it, where that can be told beforehand:
/// a pipe of which too little has come is left to the reader.
static IsnInputFormat
find_format(const IsnIntake* const intake, const char* const path)
{
  if (intake->options->format != ISN_INPUT_AUTO) {
    return intake->options->format;
  }
  const IsnInputFormat named = isn_detect_by_path(path);
  if (named != ISN_INPUT_AUTO && named != ISN_INPUT_JSON) {
    return named;
  }
  char bytes[ISN_DETECT_BYTES];
  const bool is_stream = is_standard_input(path);
  const size_t n = is_stream ? peek_standard_input(bytes, sizeof(bytes))
                             : peek_file(path, bytes, sizeof(bytes));
  const IsnStr head = { bytes, n };
  if (n < sizeof(bytes) && is_stream && !memchr(bytes, '\n', n)) {
    return ISN_INPUT_AUTO;
  }
  const IsnInputFormat seen = isn_detect(path, head);
  const bool is_json = seen == ISN_INPUT_NDJSON || seen == ISN_INPUT_JSON;
  // Other encodings than those of which ASCII is a part are the reader's
  return is_json && !memchr(bytes, '\0', n) ? seen : named;
}

// Opening -------------------------------------------------------------------

/// One that fails is left to the reader, which says why.
static IsnStatus
open_json(IsnIntake* const intake,
          const char* const path,
          const IsnInputFormat format)
{
  intake->input = (IsnInput){ .path = path,
                              .source = { .fd = -1 },
                              .options = intake->options,
                              .sink = &intake->sink };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_source_open(&intake->input.source, path));
  intake->input.source.n_read = intake->options->n_read;
  st = isn_json_records_begin(
    &intake->json, &intake->input, format == ISN_INPUT_JSON);
  if (st) {
    isn_source_close(&intake->input.source);
    return st;
  }
  intake->is_json = true;
  return ISN_SUCCESS;
}

static IsnStatus
count_unreadable(IsnIntake* const intake, const IsnStatus st)
{
  if (st == ISN_ERR_USAGE || st == ISN_ERR_NO_MEMORY) {
    return st; // no other input would fare better
  }
  intake->n_unreadable += isn_is_error(st) ? 1 : 0;
  return ISN_SUCCESS;
}

static IsnStatus
open_reader(IsnIntake* const intake, const char* const path)
{
  return count_unreadable(
    intake,
    isn_reader_open(&intake->reader, path, intake->options, &intake->sink));
}

/// Begin `path`; `*is_job` if it is one job as a whole.
static IsnStatus
begin_file(IsnIntake* const intake, const char* const path, bool* const is_job)
{
  const IsnInputFormat format = find_format(intake, path);
  *is_job = !is_standard_input(path) &&
            (format == ISN_INPUT_TEXT || format == ISN_INPUT_HTML ||
             (intake->is_folder && access(path, R_OK)));
  if (*is_job) {
    return ISN_SUCCESS;
  }
  const bool is_json = format == ISN_INPUT_NDJSON || format == ISN_INPUT_JSON;
  if (is_json && !is_directory(path) && !open_json(intake, path, format)) {
    return ISN_SUCCESS;
  }
  return open_reader(intake, path);
}

static IsnStatus
list_folder(IsnIntake* const intake, const char* const path)
{
  isn_paths_clear(&intake->files);
  intake->n_files = 0;
  intake->is_folder = true;
  IsnStatus st = isn_paths_walk(&intake->files, path, &intake->sink);
  if (!st && !intake->files.n_paths) {
    const IsnPlace place = { path, 0, 0 };
    st = isn_error(
      &intake->sink, ISN_ERR_INPUT, &place, "no documents in '%s'", path);
  }
  return count_unreadable(intake, st);
}

/// The next file or operand; NULL after the last. ISN_END: nothing to open.
static IsnStatus
next_path(IsnIntake* const intake, const char** const path)
{
  IsnStatus st = ISN_SUCCESS;
  *path = NULL;
  while (!st && !*path) {
    if (intake->is_folder && intake->n_files < intake->files.n_paths) {
      *path = intake->files.paths[intake->n_files++];
    } else if (intake->n_begun == intake->n_paths) {
      return ISN_END;
    } else {
      intake->is_folder = false;
      const char* const operand = intake->paths[intake->n_begun++];
      if (!is_standard_input(operand) && is_directory(operand)) {
        st = list_folder(intake, operand);
      } else {
        *path = operand;
      }
    }
  }
  return st;
}

// Jobs ----------------------------------------------------------------------

/// The next record of JSON, as it stands.
static IsnStatus
next_json(IsnIntake* const intake, IsnJob* const job)
{
  IsnStr json = { NULL, 0 };
  IsnRecordPlace place = { 0, 0 };
  IsnInput* const input = &intake->input;
  const IsnStatus st =
    isn_json_records_take(&intake->json, input, &json, &place);
  if (st == ISN_END || st == ISN_ERR_NO_MEMORY) {
    return st;
  }
  *job = (IsnJob){ .head = { .kind = ISN_JOB_LINE,
                             .status = (uint32_t)st,
                             .error = input->source.error,
                             .line = place.line,
                             .number = place.number,
                             .n_source = json.n_bytes + 1 },
                   .path = input->path,
                   .data = st ? (IsnStr){ NULL, 0 } : json };
  return ISN_SUCCESS;
}

/// The next document of the reader, as a record.
static IsnStatus
next_record(IsnIntake* const intake, IsnJob* const job)
{
  IsnDocument doc;
  isn_arena_reset(&intake->arena);
  isn_document_init(&doc, &intake->arena);
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_reader_next(intake->reader, &doc));
  const unsigned made =
    ISN_LAYER_META | (doc.error_stage.data ? (unsigned)ISN_LAYER_ERROR : 0u);
  isn_buffer_empty(&intake->record);
  isn_record_write(&doc, made, &intake->record);
  if (intake->record.failed) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnStr line = isn_buffer_str(&intake->record);
  *job = (IsnJob){ .head = { .kind = ISN_JOB_RECORD, .line = doc.origin_line },
                   .path = isn_arena_copy(&intake->arena, doc.origin).data,
                   .data = isn_str_slice(line, 0, line.n_bytes - 1) };
  return job->path ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

/// A job of the open input, or of the next; without messages.
static IsnStatus
next_job(IsnIntake* const intake, IsnJob* const job)
{
  IsnStatus st = ISN_SUCCESS;
  for (;;) {
    if (intake->is_json || intake->reader) {
      st = intake->is_json ? next_json(intake, job) : next_record(intake, job);
      if (!st) {
        return st;
      }
      close_input(intake);
      ISN_TRY(st, count_unreadable(intake, st));
      if (intake->messages.n_bytes) {
        return ISN_END; // they go out first, see isn_intake_next
      }
    }
    const char* path = NULL;
    bool is_job = false;
    ISN_TRY(st, next_path(intake, &path));
    ISN_TRY(st, begin_file(intake, path, &is_job));
    if (is_job) {
      *job = (IsnJob){ .head = { .kind = ISN_JOB_FILE,
                                 .is_from_folder = intake->is_folder },
                       .path = path };
      return st;
    }
  }
}

static IsnJob
take_messages(IsnIntake* const intake)
{
  // They lie there until the next message, which the next call may bring
  const IsnJob job = { .head = { .kind = ISN_JOB_MESSAGES },
                       .path = "",
                       .data = isn_buffer_str(&intake->messages) };
  isn_buffer_empty(&intake->messages);
  return job;
}

IsnStatus
isn_intake_next(IsnIntake* const intake, IsnJob* const job)
{
  if (intake->has_held) {
    intake->has_held = false;
    *job = intake->held;
    return ISN_SUCCESS;
  }
  const IsnStatus st = next_job(intake, job);
  if (intake->messages.n_bytes && (!st || st == ISN_END)) {
    intake->held = *job;
    intake->has_held = !st;
    *job = take_messages(intake);
    return ISN_SUCCESS;
  }
  return st;
}
