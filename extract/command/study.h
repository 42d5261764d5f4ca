// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file study.h The commands that look on while documents are processed:
/// explain, and check --coverage.
#ifndef ISN_COMMAND_STUDY_H
#define ISN_COMMAND_STUDY_H

#include "extract/command/counts.h"

#include <stdio.h>

/// Write the explanation of each document to `out`. Documents that fail and
/// inputs that cannot be read are reported and counted.
IsnStatus
isn_study_explain(const IsnOptions* options,
                  FILE* out,
                  const IsnSink* sink,
                  IsnCounts* counts);

/// Write what each rule costs and gives on all documents to `out`.
IsnStatus
isn_study_coverage(const IsnOptions* options,
                   FILE* out,
                   const IsnSink* sink,
                   IsnCounts* counts);

#endif
