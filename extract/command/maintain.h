// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file maintain.h The commands about knowledge itself: check and compile.
#ifndef ISN_COMMAND_MAINTAIN_H
#define ISN_COMMAND_MAINTAIN_H

#include "extract/command/options.h"

#include <stdio.h>

/// Run the rules' examples and write how many passed to `out`.
///
/// ISN_ERR_RULES (reported) if a rule is wrong or an example failed.
IsnStatus
isn_maintain_check(const IsnOptions* options, FILE* out, const IsnSink* sink);

/// Compile the image to --output or where it belongs.
IsnStatus
isn_maintain_compile(const IsnOptions* options, const IsnSink* sink);

#endif
