// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file output.h Results in large pieces to a file, every failure noticed.
#ifndef ISN_COMMAND_OUTPUT_H
#define ISN_COMMAND_OUTPUT_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"

#include <stdio.h>

typedef struct {
  FILE* file;
  const char* name; ///< For messages
  bool owned;       ///< Opened here, so closed here
  IsnBuffer buffer; ///< What is not yet written; append to it
} IsnOutput;

/// Open `path` for writing, or take `standard` where it is NULL or "-".
IsnStatus
isn_output_open(IsnOutput* output,
                const char* path,
                FILE* standard,
                const IsnSink* sink);

/// Write the buffer out once it is large.
///
/// ISN_ERR_PIPE (not reported) if the reader has gone, ISN_ERR_OUTPUT
/// (reported) for any other failure, ISN_ERR_NO_MEMORY if the buffer failed.
IsnStatus
isn_output_advance(IsnOutput* output, const IsnSink* sink);

/// Write `bytes`, without a copy where they are many; statuses as above.
IsnStatus
isn_output_write(IsnOutput* output, IsnStr bytes, const IsnSink* sink);

/// Write all that is left; statuses as above.
IsnStatus
isn_output_flush(IsnOutput* output, const IsnSink* sink);

/// Flush if `st` is success, close and free. The first failure, `st` included.
IsnStatus
isn_output_close(IsnOutput* output, IsnStatus st, const IsnSink* sink);

#endif
