// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file diag.h Errors as values with a place, handed to a sink.
#ifndef ISN_BASE_DIAG_H
#define ISN_BASE_DIAG_H

#include "extract/base/status.h"

#include <stdarg.h>
#include <stddef.h>

typedef enum { ISN_ERROR, ISN_WARNING, ISN_NOTE } IsnSeverity;

/// What went wrong and where. Strings live as long as the call to the sink.
typedef struct {
  IsnStatus status;
  IsnSeverity severity;
  const char* source; ///< File name, or NULL where there is none
  size_t line;        ///< From 1; 0 is unknown
  size_t column;      ///< In code points, from 1; 0 is unknown
  const char* message;
} IsnDiag;

typedef void (*IsnDiagFunc)(void* handle, const IsnDiag* diag);

/// Who is told. A NULL sink, or one without a function, swallows.
typedef struct {
  IsnDiagFunc func;
  void* handle;
} IsnSink;

/// A place in a file, for reports.
typedef struct {
  const char* source;
  size_t line;
  size_t column;
} IsnPlace;

/// Report an error at `place` (may be NULL) and return `status`.
IsnStatus
isn_error(const IsnSink* sink,
          IsnStatus status,
          const IsnPlace* place,
          const char* format,
          ...) __attribute__((format(printf, 4, 5)));

/// Report a warning at `place` (may be NULL).
void
isn_warning(const IsnSink* sink, const IsnPlace* place, const char* format, ...)
  __attribute__((format(printf, 3, 4)));

/// The default sink's function: `file:line:col: error: …` to the FILE handle.
void
isn_diag_print(void* file, const IsnDiag* diag);

#endif
