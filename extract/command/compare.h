// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file compare.h The command diff.
#ifndef ISN_COMMAND_COMPARE_H
#define ISN_COMMAND_COMPARE_H

#include "extract/command/options.h"

#include <stdio.h>

/// Compare the two operands and write what differs to --output or `out`.
IsnStatus
isn_compare(const IsnOptions* options,
            FILE* out,
            const IsnSink* sink,
            bool* is_same);

#endif
