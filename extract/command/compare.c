// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/compare.h"

#include "extract/command/output.h"
#include "extract/explain/diff.h"

static IsnStatus
write_diff(const IsnDiff* const diff,
           const IsnOptions* const options,
           FILE* const out,
           const IsnSink* const sink)
{
  IsnOutput output;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_output_open(&output, options->output, out, sink));
  if (options->format && !strcmp(options->format, "json")) {
    isn_diff_write_json(diff, &output.buffer);
  } else {
    isn_diff_write_text(diff, &output.buffer);
  }
  return isn_output_close(&output, ISN_SUCCESS, sink);
}

IsnStatus
isn_compare(const IsnOptions* const options,
            FILE* const out,
            const IsnSink* const sink,
            bool* const is_same)
{
  IsnClaims before = { .list = NULL };
  IsnClaims after = { .list = NULL };
  IsnDiff diff = { .list = NULL };
  IsnStatus st = isn_claims_read(&before, options->paths[0], sink);
  if (!st) {
    st = isn_claims_read(&after, options->paths[1], sink);
  }
  if (!st) {
    st = isn_diff_find(&diff, &before, &after);
  }
  if (!st) {
    *is_same = !diff.n;
    st = write_diff(&diff, options, out, sink);
  }
  isn_diff_clear(&diff);
  isn_claims_clear(&before);
  isn_claims_clear(&after);
  return st;
}
