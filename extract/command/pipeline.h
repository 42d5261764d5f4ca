// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file pipeline.h All inputs of a command through its stages to its output.
#ifndef ISN_COMMAND_PIPELINE_H
#define ISN_COMMAND_PIPELINE_H

#include "extract/command/backend.h"
#include "extract/command/counts.h"

#include <stdio.h>

/// Run a command from read to run; progress goes to `err`. An error status has
/// been reported (but ISN_ERR_PIPE, which is not) and ended all; what failed
/// alone is in `counts`.
IsnStatus
isn_pipeline_run(const IsnBackend* backend,
                 const IsnOptions* options,
                 FILE* out,
                 FILE* err,
                 const IsnSink* sink,
                 IsnCounts* counts);

#endif
