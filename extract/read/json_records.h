// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file json_records.h The records of a JSON text, not yet parsed.
#ifndef ISN_READ_JSON_RECORDS_H
#define ISN_READ_JSON_RECORDS_H

#include "extract/read/format.h"
#include "extract/read/json_values.h"

/// Where the reading of an input stands.
typedef struct {
  bool are_values;      ///< Records are not one a line
  bool is_over;         ///< An error of reading was the last
  size_t n_lines;       ///< Taken, where they are
  IsnJsonValues values; ///< Or where the reading of values stands
} IsnJsonRecords;

/// Begin with an open input, which is decoded from here on if it is not UTF-8.
IsnStatus
isn_json_records_begin(IsnJsonRecords* records,
                       IsnInput* input,
                       bool are_values);

/// Take the next record as it stands, without lines that are blank; it lives
/// until the next call. ISN_END after the last; any other error is `place`'s
/// record's, and the last but for ISN_ERR_LIMIT.
IsnStatus
isn_json_records_take(IsnJsonRecords* records,
                      IsnInput* input,
                      IsnStr* json,
                      IsnRecordPlace* place);

#endif
