// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file meter.h How far a run is: progress for people, statistics for
/// programs.
#ifndef ISN_COMMAND_METER_H
#define ISN_COMMAND_METER_H

#include "extract/base/diag.h"
#include "extract/command/worker.h"
#include "extract/read/walk.h"

#include <stdio.h>

typedef struct {
  FILE* err;        ///< NULL: no progress is shown
  bool is_terminal; ///< One line, written over; else a line each time
  double begin;
  double begin_cpu;       ///< CPU seconds spent before: loading the knowledge
  double last;            ///< When progress was shown
  uint64_t n_size;        ///< Bytes of all inputs, 0 where not known
  const uint64_t* n_read; ///< Of them, by this process
} IsnMeter;

/// Show progress on `err` where options ask for it, or it is a terminal and
/// they do not forbid it.
void
isn_meter_begin(IsnMeter* meter,
                const IsnOptions* options,
                const IsnReadOptions* read,
                FILE* err);

/// The sink's function while progress may stand on a terminal: clears its line.
void
isn_meter_print_over(void* err, const IsnDiag* diag);

/// Whether progress will stand on the terminal `err`.
bool
isn_meter_is_on_terminal(const IsnOptions* options, FILE* err);

/// Show how far it is, if it is time to. Cheap: call it for each document.
void
isn_meter_tick(IsnMeter* meter, const IsnCounts* counts);

/// Show the sum.
void
isn_meter_end(IsnMeter* meter, const IsnCounts* counts);

/// Write the statistics as JSON to `path`, once all workers have ended.
IsnStatus
isn_meter_write(const IsnMeter* meter,
                const IsnCounts* counts,
                const IsnPlan* plan,
                unsigned n_jobs,
                const char* path,
                const IsnSink* sink);

#endif
