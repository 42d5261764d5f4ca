// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// The command in-process, over a backend of its own.
#define _GNU_SOURCE // fopencookie: a file whose writes fail as told
#include "extract/command/command.h"
#include "tests/unit/check.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static IsnStatus
open_count(void** const handle,
           const IsnBackendOptions* const options,
           IsnBuffer* const out,
           const IsnSink* const sink)
{
  (void)sink;
  *handle = out;
  isn_buffer_append(out, isn_str(options->format));
  return ISN_SUCCESS;
}

static IsnStatus
write_id(void* const handle, const IsnDocument* const doc)
{
  isn_buffer_append(handle, ISN_STR(" "));
  isn_buffer_append(handle, doc->id);
  return ISN_SUCCESS;
}

static IsnStatus
close_line(void* const handle)
{
  isn_buffer_append(handle, ISN_STR(" end\n"));
  return ISN_SUCCESS;
}

static bool
one_format(const unsigned i, const char** const name, const char** const label)
{
  *name = "count";
  *label = "Counts";
  return i == 0;
}

static const IsnBackend backend = { open_count,
                                    write_id,
                                    close_line,
                                    one_format };

/// What a run gave.
static char* out_data;
static char* err_data;

static void
forget(void)
{
  free(out_data);
  free(err_data);
  out_data = err_data = NULL;
}

static int
run(FILE* const out, char** const argv)
{
  int argc = 0;
  while (argv[argc]) {
    ++argc;
  }
  size_t n_err = 0;
  FILE* const err = open_memstream(&err_data, &n_err);
  const int status = isn_command(&backend, argc, argv, out, err);
  fclose(err);
  return status;
}

static int
run_to_memory(char** const argv)
{
  size_t n_out = 0;
  FILE* const out = open_memstream(&out_data, &n_out);
  const int status = run(out, argv);
  fclose(out);
  return status;
}

/// A file with one record in it; the caller frees the name and unlinks.
static char*
record_file(const char* const record)
{
  char* const name = strdup("/tmp/isnad-test-XXXXXX");
  const int fd = mkstemp(name);
  CHECK(write(fd, record, strlen(record)) == (ssize_t)strlen(record));
  close(fd);
  return name;
}

static void
version_goes_to_out(void)
{
  char* argv[] = { "isnad", "--version", NULL };
  CHECK_EQ(run_to_memory(argv), ISN_EXIT_SUCCESS);
  CHECK(!strncmp(out_data, "isnad ", 6));
  CHECK_STR(isn_str(err_data), "");
  forget();
}

static void
formats_of_the_backend_are_in_help(void)
{
  char* argv[] = { "isnad", "rdf", "--help", NULL };
  CHECK_EQ(run_to_memory(argv), ISN_EXIT_SUCCESS);
  CHECK(strstr(out_data, "Counts") != NULL);
  forget();
}

static void
usage_errors_say_what_to_do(void)
{
  char* argv[] = { "isnad", "run", "--frob", NULL };
  CHECK_EQ(run_to_memory(argv), ISN_EXIT_USAGE);
  CHECK_STR(isn_str(out_data), "");
  CHECK(strstr(err_data, "'isnad run --help'") != NULL);
  forget();
}

static void
a_missing_input_does_not_stop_the_rest(void)
{
  char* const name = record_file("{\"id\":\"a\",\"text\":\"x\"}\n");
  char* argv[] = { "isnad", "tokenize", "/nowhere/x", name, NULL };
  CHECK_EQ(run_to_memory(argv), ISN_EXIT_INPUT);
  CHECK(strstr(out_data, "\"tokens\"") != NULL);
  unlink(name);
  free(name);
  forget();
}

static ssize_t
write_nothing(void* const cookie, const char* const data, const size_t n_bytes)
{
  (void)data;
  (void)n_bytes;
  errno = *(int*)cookie;
  return 0;
}

/// Run `isnad --help` to a file whose writes fail with `error`.
static int
run_to_failing(int error)
{
  const cookie_io_functions_t functions = { .write = write_nothing };
  FILE* const out = fopencookie(&error, "w", functions);
  char* argv[] = { "isnad", "--help", NULL };
  const int status = run(out, argv);
  fclose(out);
  return status;
}

static void
a_full_disk_is_an_error(void)
{
  CHECK_EQ(run_to_failing(ENOSPC), ISN_EXIT_OUTPUT);
  CHECK(strstr(err_data, "No space left") != NULL);
  forget();
}

static void
a_closed_pipe_is_quiet(void)
{
  CHECK_EQ(run_to_failing(EPIPE), ISN_EXIT_SUCCESS);
  CHECK_STR(isn_str(err_data), "");
  forget();
}

int
main(void)
{
  RUN(version_goes_to_out);
  RUN(formats_of_the_backend_are_in_help);
  RUN(usage_errors_say_what_to_do);
  RUN(a_missing_input_does_not_stop_the_rest);
  RUN(a_full_disk_is_an_error);
  RUN(a_closed_pipe_is_quiet);
  return check_end();
}
