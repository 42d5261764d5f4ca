// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file quads.h One line of N-Quads, as isnad writes them.
#ifndef ISN_EXPLAIN_QUADS_H
#define ISN_EXPLAIN_QUADS_H

#include "extract/base/str.h"

/// Terms as they stand, with their signs.
typedef struct {
  IsnStr subject;
  IsnStr predicate;
  IsnStr object;
  IsnStr graph; ///< Empty: the default graph
} IsnQuad;

/// False if the line is no statement.
bool
isn_quad_read(IsnStr line, IsnQuad* quad);

bool
isn_quad_is_label(const IsnQuad* quad);

/// Whether it says nothing of the news: types, names, the run, evidence.
bool
isn_quad_is_bookkeeping(const IsnQuad* quad);

/// The last part of an IRI, for readers («speaksAt»); anything else as it is.
IsnStr
isn_quad_short(IsnStr term);

#endif
