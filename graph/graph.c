// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/graph.h"

#include "graph/statements.h"
#include "graph/terms.h"
#include "graph/writer.h"

#include <stdlib.h>

struct IsnGraph {
  IsnGraphOptions options;
  const IsnSink* sink;
  IsnWriter* writer;
  IsnArena arena; // Of the document at hand
  IsnIdentity identity;
};

static IsnStatus
check_base(const char* const base, const IsnSink* const sink)
{
  IsnArena arena = { 0 };
  IsnStr iri = isn_str(base);
  const bool is_good =
    isn_term_iri(&arena, &iri) == ISN_TERM_GOOD &&
    (isn_str_ends(iri, ISN_STR("/")) || isn_str_ends(iri, ISN_STR("#")));
  isn_arena_clear(&arena);
  return is_good
           ? ISN_SUCCESS
           : isn_error(sink,
                       ISN_ERR_USAGE,
                       NULL,
                       "base \"%s\" is no absolute IRI that ends in / or #",
                       base ? base : "");
}

static IsnStatus
open_writer(IsnGraph* const graph, IsnBuffer* const out)
{
  const IsnStr format = isn_str(graph->options.format);
  const bool is_nquads = isn_str_is(format, "nquads");
  if (is_nquads || isn_str_is(format, "ntriples")) {
    graph->writer = isn_nquads_open(out, is_nquads);
    return graph->writer ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  return isn_serialise_open(&graph->writer,
                            graph->options.format,
                            graph->options.base,
                            out,
                            graph->sink);
}

IsnStatus
isn_graph_open(IsnGraph** const graph,
               const IsnGraphOptions* const options,
               IsnBuffer* const out,
               const IsnSink* const sink)
{
  IsnStatus st = ISN_SUCCESS;
  *graph = NULL;
  ISN_TRY(st, check_base(options->base, sink));
  IsnGraph* const self = calloc(1, sizeof(*self));
  if (!self) {
    return ISN_ERR_NO_MEMORY;
  }
  self->options = *options;
  if (!self->options.format) {
    self->options.format = "nquads";
  }
  self->sink = sink;
  self->identity.base = self->options.base;
  self->identity.arena = &self->arena;
  st = open_writer(self, out);
  if (st) {
    isn_graph_close(self);
    return st;
  }
  *graph = self;
  return ISN_SUCCESS;
}

IsnStatus
isn_graph_write(IsnGraph* const graph, const IsnDocument* const doc)
{
  if (doc->error_stage.data) {
    return ISN_SUCCESS; // It has been reported where it failed
  }
  IsnScribe scribe = { .options = &graph->options,
                       .sink = graph->sink,
                       .doc = doc,
                       .writer = graph->writer,
                       .arena = &graph->arena,
                       .identity = &graph->identity };
  const IsnStatus st = isn_statements_write(&scribe);
  isn_arena_reset(&graph->arena);
  return st;
}

IsnStatus
isn_graph_close(IsnGraph* const graph)
{
  if (!graph) {
    return ISN_SUCCESS;
  }
  const IsnStatus st =
    graph->writer ? graph->writer->close(graph->writer) : ISN_SUCCESS;
  isn_arena_clear(&graph->arena);
  isn_buffer_clear(&graph->identity.scratch);
  free(graph);
  return st;
}
