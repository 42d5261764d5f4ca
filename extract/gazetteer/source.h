// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file source.h Gazetteer files: TSV with a commented header.
///
/// Lines that begin with `# ` say title, licence, source and columns; then
/// comes the line of column names, then a row an entry. Aliases, sameAs and
/// features have | between their members.
#ifndef ISN_GAZETTEER_SOURCE_H
#define ISN_GAZETTEER_SOURCE_H

#include "extract/base/diag.h"
#include "extract/base/str.h"

typedef enum {
  ISN_COLUMN_NAME,
  ISN_COLUMN_TYPE,
  ISN_COLUMN_KEY,
  ISN_COLUMN_ALIASES,
  ISN_COLUMN_SAME_AS,
  ISN_COLUMN_SOURCE,
  ISN_COLUMN_FEATURES,
  ISN_N_COLUMNS
} IsnColumn;

typedef struct {
  IsnStr columns[ISN_N_COLUMNS];
  size_t line; ///< From 1
} IsnGazetteerRow;

/// Called for each row; strings live for the call. Not success stops.
typedef IsnStatus (*IsnGazetteerFunc)(void* handle, const IsnGazetteerRow* row);

/// Read one file, reporting every row that is wrong.
IsnStatus
isn_gazetteer_read(const char* path,
                   IsnGazetteerFunc func,
                   void* handle,
                   const IsnSink* sink);

/// Cut `*rest` behind its first member; false when nothing is left.
bool
isn_gazetteer_member(IsnStr* rest, char separator, IsnStr* member);

/// Value of `name` among `features`; "" for a flag, absent if not there.
IsnStr
isn_gazetteer_feature(IsnStr features, const char* name);

#endif
