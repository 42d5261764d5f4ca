// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file backend.h What the command asks of the graph, without knowing it.
///
/// extract/ never includes graph/; main.c fills this table with graph/'s
/// functions, tests and fuzzers with their own.
#ifndef ISN_COMMAND_BACKEND_H
#define ISN_COMMAND_BACKEND_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/document.h"

typedef struct {
  const char* format; ///< Name of a serializer, as IsnBackend::format lists it
  const char* base;   ///< What instance IRIs start with
  bool evidence;
  const char* version;
  const char* rules_checksum;     ///< "" where no knowledge was loaded
  const char* gazetteer_checksum; ///< "" where no knowledge was loaded
  /// Not NULL: open sets it where outputs in the format may be concatenated,
  /// document by document.
  bool* concatenates;
} IsnBackendOptions;

typedef struct {
  /// Fill `handle`; may write to `out`, which outlives the handle.
  IsnStatus (*open)(void** handle,
                    const IsnBackendOptions* options,
                    IsnBuffer* out,
                    const IsnSink* sink);
  /// Append one document, which has no error, to `out`.
  IsnStatus (*write)(void* handle, const IsnDocument* doc);
  /// Append what ends the output, and free; NULL is allowed.
  IsnStatus (*close)(void* handle);
  /// Name and label of the i-th format, or false.
  bool (*format)(unsigned i, const char** name, const char** label);
} IsnBackend;

#endif
