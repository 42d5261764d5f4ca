// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file statements.h A document as statements: the run, the article, the
/// entities; then facts.h.
#ifndef ISN_GRAPH_STATEMENTS_H
#define ISN_GRAPH_STATEMENTS_H

#include "graph/scribe.h"

/// Write all of scribe->doc; scribe->iri is filled in.
IsnStatus
isn_statements_write(IsnScribe* scribe);

#endif
