// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/command.h"

#include "extract/command/compare.h"
#include "extract/command/help.h"
#include "extract/command/maintain.h"
#include "extract/command/meter.h"
#include "extract/command/output.h"
#include "extract/command/pipeline.h"
#include "extract/command/study.h"
#include "extract/command/version.h"

#include <errno.h>
#include <string.h>

/// The sink's function under --quiet.
static void
print_errors(void* const file, const IsnDiag* const diag)
{
  if (diag->severity == ISN_ERROR) {
    isn_diag_print(file, diag);
  }
}

static IsnExit
exit_of_status(const IsnStatus status)
{
  switch (status) {
    case ISN_SUCCESS:
    case ISN_END:
    case ISN_ERR_PIPE:
      return ISN_EXIT_SUCCESS;
    case ISN_ERR_USAGE:
      return ISN_EXIT_USAGE;
    case ISN_ERR_RULES:
      return ISN_EXIT_RULES;
    case ISN_ERR_INPUT:
    case ISN_ERR_SYNTAX:
    case ISN_ERR_ENCODING:
    case ISN_ERR_LIMIT:
      return ISN_EXIT_INPUT;
    case ISN_ERR_OUTPUT:
      return ISN_EXIT_OUTPUT;
    case ISN_ERR_NO_MEMORY:
    case ISN_ERR_FOREIGN:
      break;
  }
  return ISN_EXIT_RESOURCES;
}

/// --help and --version.
static IsnStatus
show(const IsnBackend* const backend,
     const IsnOptions* const options,
     FILE* const out,
     const IsnSink* const sink)
{
  IsnOutput output;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_output_open(&output, NULL, out, sink));
  if (options->help) {
    isn_help_write(backend, options->command, &output.buffer);
  } else {
    isn_buffer_append(&output.buffer, ISN_STR("isnad " ISN_VERSION "\n"));
  }
  return isn_output_close(&output, ISN_SUCCESS, sink);
}

static IsnExit
exit_of_counts(const IsnCounts* const counts, const IsnSink* const sink)
{
  if (counts->n_failed) {
    isn_warning(sink,
                NULL,
                "%llu of %llu records failed",
                (unsigned long long)counts->n_failed,
                (unsigned long long)counts->n_documents);
  }
  return counts->n_unreadable ? ISN_EXIT_INPUT
         : counts->n_failed   ? ISN_EXIT_PARTLY
                              : ISN_EXIT_SUCCESS;
}

/// As diff(1) ends.
static int
run_diff(const IsnOptions* const options,
         FILE* const out,
         const IsnSink* const sink)
{
  bool is_same = false;
  const IsnStatus st = isn_compare(options, out, sink, &is_same);
  return st && st != ISN_ERR_PIPE ? ISN_EXIT_TROUBLE
         : is_same                ? ISN_EXIT_SAME
                                  : ISN_EXIT_DIFFERENT;
}

static IsnExit
run_study(const IsnOptions* const options,
          FILE* const out,
          const IsnSink* const sink)
{
  IsnCounts counts = { 0 };
  const IsnStatus st = options->command == ISN_COMMAND_EXPLAIN
                         ? isn_study_explain(options, out, sink, &counts)
                         : isn_study_coverage(options, out, sink, &counts);
  return st ? exit_of_status(st) : exit_of_counts(&counts, sink);
}

static IsnExit
run_pipeline(const IsnBackend* const backend,
             const IsnOptions* const options,
             FILE* const out,
             FILE* const err,
             const IsnSink* const sink)
{
  IsnCounts counts = { 0 };
  const IsnStatus st =
    isn_pipeline_run(backend, options, out, err, sink, &counts);
  return st ? exit_of_status(st) : exit_of_counts(&counts, sink);
}

int
isn_command(const IsnBackend* const backend,
            const int argc,
            char** const argv,
            FILE* const out,
            FILE* const err)
{
  IsnSink sink = { isn_diag_print, err };
  IsnOptions options;
  const IsnStatus st = isn_options_parse(&options, argc, argv, &sink);
  if (st) {
    return exit_of_status(st);
  }
  if (options.quiet) {
    sink.func = print_errors;
  }
  if (options.help || options.version) {
    return exit_of_status(show(backend, &options, out, &sink));
  }
  if (options.command == ISN_COMMAND_DIFF) {
    return run_diff(&options, out, &sink);
  }
  if (options.command == ISN_COMMAND_EXPLAIN || options.coverage) {
    return run_study(&options, out, &sink);
  }
  if (options.command == ISN_COMMAND_CHECK) {
    return exit_of_status(isn_maintain_check(&options, out, &sink));
  }
  if (options.command == ISN_COMMAND_COMPILE) {
    return exit_of_status(isn_maintain_compile(&options, &sink));
  }
  if (!options.quiet && isn_meter_is_on_terminal(&options, err)) {
    sink.func = isn_meter_print_over;
  }
  return run_pipeline(backend, &options, out, err, &sink);
}

int
isn_command_end(const int status, FILE* const out, FILE* const err)
{
  errno = 0;
  if (!fclose(out) || errno == EPIPE || status == ISN_EXIT_OUTPUT) {
    return status;
  }
  fprintf(err,
          "isnad: error: cannot close standard output: %s; it is not "
          "complete\n",
          strerror(errno));
  return ISN_EXIT_OUTPUT;
}
