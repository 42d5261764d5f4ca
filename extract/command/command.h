// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file command.h The command line tool, as a function.
#ifndef ISN_COMMAND_COMMAND_H
#define ISN_COMMAND_COMMAND_H

#include "extract/command/backend.h"

#include <stdio.h>

/// How the program ends; `isnad --help` lists these.
typedef enum {
  ISN_EXIT_SUCCESS = 0,
  ISN_EXIT_PARTLY = 1, ///< Some records failed; the others are in the output
  ISN_EXIT_USAGE = 2,
  ISN_EXIT_RULES = 3, ///< Bad rules, lexicon, gazetteers, or image
  ISN_EXIT_INPUT = 4, ///< Some input could not be read at all
  ISN_EXIT_OUTPUT = 5,
  ISN_EXIT_RESOURCES = 6, ///< Out of memory, or a library failed
} IsnExit;

/// How `isnad diff` ends, as diff(1) does.
typedef enum {
  ISN_EXIT_SAME = 0,
  ISN_EXIT_DIFFERENT = 1,
  ISN_EXIT_TROUBLE = 2,
} IsnDiffExit;

/// Run `argv` (argv[0] is the program's name; the order of argv may change).
///
/// Results go to `out`, messages to `err`; "-" reads standard input. Neither
/// is closed. Returns an IsnExit, or for `diff` an IsnDiffExit. The caller must
/// ignore SIGPIPE for a closed pipe to end the command quietly (with success:
/// whoever closed the pipe had enough, as `head` does).
int
isn_command(const IsnBackend* backend,
            int argc,
            char** argv,
            FILE* out,
            FILE* err);

/// Close standard output and check that all reached it; a status to exit with.
int
isn_command_end(int status, FILE* out, FILE* err);

#endif
