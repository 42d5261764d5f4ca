// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file json_values.h The values of a JSON text, one after the other.
#ifndef ISN_READ_JSON_VALUES_H
#define ISN_READ_JSON_VALUES_H

#include "extract/read/source.h"

#include <stdbool.h>

/// Where the reading stands. Zero is the beginning of a source.
typedef struct {
  size_t n_lines;  ///< Ended before the bytes not yet taken
  size_t n_open;   ///< Arrays around the next value
  size_t array;    ///< Line of the outermost of them
  size_t n_values; ///< Taken
  bool is_begun;
} IsnJsonValues;

/// Whether `head`, the first bytes of a JSON text, looks like one record a
/// line (NDJSON): no array, and no line that ends within the first record.
bool
isn_json_is_lines(IsnStr head);

/// Take the next value: of an array (or of arrays in it), or one of several
/// that stand one after the other. It lives until the next call.
///
/// It has no line ends, which are blanks now, but in strings, where JSON has
/// none. Only where it ends is found here; what it is, and whether it is JSON,
/// is the parser's. A value that the source ends in comes as far as it goes, an
/// array that it ends in as an empty value, once. ISN_END after the last;
/// ISN_ERR_LIMIT for a value longer than `limit`, which is taken and
/// forgotten; other errors as in isn_source_take_all. `*line` is the value's
/// first, from 1.
IsnStatus
isn_json_take_value(IsnJsonValues* values,
                    IsnSource* source,
                    size_t limit,
                    IsnStr* value,
                    size_t* line);

#endif
