// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file format.h The syntaxes there are, and how each is to be handled.
#ifndef ISN_GRAPH_FORMAT_H
#define ISN_GRAPH_FORMAT_H

typedef enum {
  ISN_FORMAT_PER_DOCUMENT =
    1 << 0,                 ///< Each document is complete: files concatenate
  ISN_FORMAT_FEED = 1 << 1, ///< Holds the documents as items, nothing else
  ISN_FORMAT_ONE_SUBJECT = 1 << 2, ///< Drops subjects
  ISN_FORMAT_SET =
    1 << 3, ///< Keeps a set, and calls a statement it has a failure (> 0)
} IsnFormatFlag;

typedef struct {
  const char* name;  ///< raptor2's
  const char* label; ///< raptor2's
  unsigned flags;    ///< A set of IsnFormatFlag
} IsnFormat;

/// NULL if there is no such format.
const IsnFormat*
isn_format_find(const char* name);

#endif
