// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/diag.h"

#include <stdio.h>

#define MAX_MESSAGE 1024

static void
report(const IsnSink* const sink,
       const IsnSeverity severity,
       const IsnStatus status,
       const IsnPlace* const place,
       const char* const format,
       va_list args)
{
  if (!sink || !sink->func) {
    return;
  }
  char message[MAX_MESSAGE];
  vsnprintf(message, sizeof(message), format, args);
  const IsnDiag diag = { status,
                         severity,
                         place ? place->source : NULL,
                         place ? place->line : 0,
                         place ? place->column : 0,
                         message };
  sink->func(sink->handle, &diag);
}

IsnStatus
isn_error(const IsnSink* const sink,
          const IsnStatus status,
          const IsnPlace* const place,
          const char* const format,
          ...)
{
  va_list args;
  va_start(args, format);
  report(sink, ISN_ERROR, status, place, format, args);
  va_end(args);
  return status;
}

void
isn_warning(const IsnSink* const sink,
            const IsnPlace* const place,
            const char* const format,
            ...)
{
  va_list args;
  va_start(args, format);
  report(sink, ISN_WARNING, ISN_SUCCESS, place, format, args);
  va_end(args);
}

void
isn_diag_print(void* const file, const IsnDiag* const diag)
{
  static const char* const words[] = { "error", "warning", "note" };
  FILE* const out = file;
  fprintf(out, "%s", diag->source ? diag->source : "isnad");
  if (diag->line) {
    fprintf(out, ":%zu", diag->line);
    if (diag->column) {
      fprintf(out, ":%zu", diag->column);
    }
  }
  fprintf(out, ": %s: %s\n", words[diag->severity], diag->message);
}
