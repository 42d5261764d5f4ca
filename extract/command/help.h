// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file help.h What --help says, from the tables of options.h.
#ifndef ISN_COMMAND_HELP_H
#define ISN_COMMAND_HELP_H

#include "extract/base/buffer.h"
#include "extract/command/backend.h"
#include "extract/command/options.h"

/// Append help on `command`, or on all where it is ISN_N_COMMANDS.
void
isn_help_write(const IsnBackend* backend, IsnCommandId command, IsnBuffer* out);

#endif
