// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file options.h One table of commands and one of options: they drive
/// parsing and every --help.
#ifndef ISN_COMMAND_OPTIONS_H
#define ISN_COMMAND_OPTIONS_H

#include "extract/base/diag.h"
#include "extract/read/read.h"

#include <stdbool.h>

typedef enum {
  ISN_COMMAND_READ,
  ISN_COMMAND_TOKENIZE,
  ISN_COMMAND_ENTITIES,
  ISN_COMMAND_RELATIONS,
  ISN_COMMAND_RDF,
  ISN_COMMAND_RUN,
  ISN_COMMAND_CHECK,
  ISN_COMMAND_COMPILE,
  ISN_COMMAND_EXPLAIN,
  ISN_COMMAND_DIFF,
  ISN_N_COMMANDS
} IsnCommandId;

/// What a document goes through, in this order.
typedef enum {
  ISN_STAGE_READ,
  ISN_STAGE_TOKENIZE,
  ISN_STAGE_ENTITIES,
  ISN_STAGE_RELATIONS,
  ISN_STAGE_RDF,
  ISN_N_STAGES
} IsnStage;

typedef struct {
  const char* name;
  const char* operands; ///< As in the usage line
  const char* summary;
  const char* details; ///< Lines of further help, each with its line end
  bool reads_stdin;    ///< Without operands
} IsnCommand;

typedef struct {
  IsnCommandId command;
  const char** paths; ///< Operands, in the caller's argv
  size_t n_paths;

  bool help;
  bool version;
  bool quiet;
  const char* output;
  int until; ///< IsnStage
  const char* format;
  const char* base;
  bool evidence;
  int input_format; ///< IsnInputFormat
  const char* encoding;
  const char* record;
  const char* text;
  const char* text_field;
  const char* id_field;
  const char* data;
  const char* image;
  int jobs; ///< From 1
  const char* stats;
  bool progress;
  bool no_progress;
  bool coverage;
  const char* rule;
  bool mentions;
  bool sentences;
  bool classes;
} IsnOptions;

#define ISN_MAX_NUMBER 256

typedef enum {
  ISN_OPTION_FLAG,
  ISN_OPTION_TEXT,
  ISN_OPTION_CHOICE,
  ISN_OPTION_NUMBER, ///< From 1 to ISN_MAX_NUMBER
} IsnOptionKind;

typedef struct {
  const char* name;
  char letter;          ///< 0: none
  const char* argument; ///< As in the help; NULL for flags
  IsnOptionKind kind;
  size_t offset;              ///< Of the member of IsnOptions
  const char* const* choices; ///< Names of 0, 1, …; ends in NULL
  unsigned commands;          ///< Bits 1 << IsnCommandId
  const char* help;
} IsnOption;

const IsnCommand*
isn_command_info(IsnCommandId command);

/// The i-th option, or NULL.
const IsnOption*
isn_option_info(size_t i);

/// "read", …
const char*
isn_stage_name(IsnStage stage);

/// Read `argv`; with `help` or `version` set, `command` is ISN_N_COMMANDS if
/// none was named. Errors (ISN_ERR_USAGE) are reported to `sink`.
IsnStatus
isn_options_parse(IsnOptions* options,
                  int argc,
                  char** argv,
                  const IsnSink* sink);

#endif
