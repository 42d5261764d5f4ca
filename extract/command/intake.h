// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file intake.h All inputs of a command as jobs, read as little as possible.
///
/// Records of JSON are handed on unparsed and files that are one document by
/// their path, so that the workers do the reading; only XML (and what may be
/// XML) is read here.
#ifndef ISN_COMMAND_INTAKE_H
#define ISN_COMMAND_INTAKE_H

#include "extract/command/batch.h"
#include "extract/read/format.h"
#include "extract/read/json_records.h"
#include "extract/read/walk.h"

typedef struct {
  const IsnReadOptions* options;
  const char* const* paths; ///< Operands
  size_t n_paths;
  size_t n_begun; ///< Of the operands

  IsnPaths files; ///< Of the operand, where it is a folder
  size_t n_files; ///< That have been begun
  bool is_folder;

  bool is_json; ///< `input` is open
  IsnInput input;
  IsnJsonRecords json; ///< Where the reading of it stands
  IsnReader* reader;   ///< Open where documents are read here

  IsnArena arena;     ///< Of the document read here
  IsnBuffer record;   ///< It as a line
  IsnBuffer messages; ///< Of reading, until they go out as a job
  IsnSink sink;       ///< Appends to them
  IsnJob held;        ///< Waits for the messages before it
  bool has_held;

  uint64_t n_unreadable; ///< Inputs that could not be opened or read on
} IsnIntake;

void
isn_intake_open(IsnIntake* intake,
                const IsnReadOptions* options,
                const char* const* paths,
                size_t n_paths);

/// The next job; it lives until the next call.
///
/// ISN_END after the last. An error ends all; `messages` say why.
IsnStatus
isn_intake_next(IsnIntake* intake, IsnJob* job);

void
isn_intake_close(IsnIntake* intake);

#endif
