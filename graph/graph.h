// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file graph.h Documents to RDF, in any syntax that raptor2 writes.
#ifndef ISN_GRAPH_GRAPH_H
#define ISN_GRAPH_GRAPH_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/document.h"

typedef struct {
  const char* format;         ///< raptor2's name of a serializer, "nquads"
  const char* base;           ///< What instance IRIs start with; ends in / or #
  bool evidence;              ///< Write an isn:Evidence node for every fact
  const char* version;        ///< Of the program
  const char* rules_checksum; ///< Hex, for provenance of the run
  const char* gazetteer_checksum; ///< Hex
  const char* clock; ///< xsd:dateTime of the run, or NULL (the default)
} IsnGraphOptions;

typedef struct IsnGraph IsnGraph;

/// Whole-output header (prefixes, opening tags) may go to `out` at once.
///
/// ISN_ERR_USAGE if there is no such format or `base` is no absolute IRI.
IsnStatus
isn_graph_open(IsnGraph** graph,
               const IsnGraphOptions* options,
               IsnBuffer* out,
               const IsnSink* sink);

/// Append the statements of one document to the buffer given at open.
///
/// A term that RDF does not allow is repaired where that is lossless, else its
/// statement is left out and reported as a warning with the document's id.
IsnStatus
isn_graph_write(IsnGraph* graph, const IsnDocument* doc);

/// Close the output (trailer to the buffer) and free; NULL is allowed.
IsnStatus
isn_graph_close(IsnGraph* graph);

/// Name and label of the i-th serializer there is, or false.
bool
isn_graph_format(unsigned i, const char** name, const char** label);

/// True if outputs in `format` may be concatenated, document by document: the
/// bytes of a document depend on it alone, and all are there after its write.
/// Others have a header and a trailer, and some keep all until the close.
bool
isn_graph_concatenates(const char* format);

#endif
