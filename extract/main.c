// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// The only file that sees both extract/ and graph/: it ties them together.
#include "extract/command/command.h"
#include "graph/graph.h"

#include <signal.h>
#include <stdio.h>

static IsnStatus
graph_open(void** const handle,
           const IsnBackendOptions* const options,
           IsnBuffer* const out,
           const IsnSink* const sink)
{
  const IsnGraphOptions graph_options = {
    .format = options->format,
    .base = options->base,
    .evidence = options->evidence,
    .version = options->version,
    .rules_checksum = options->rules_checksum,
    .gazetteer_checksum = options->gazetteer_checksum,
  };
  IsnGraph* graph = NULL;
  const IsnStatus st = isn_graph_open(&graph, &graph_options, out, sink);
  *handle = graph;
  if (!st && options->concatenates) {
    *options->concatenates = isn_graph_concatenates(options->format);
  }
  return st;
}

static IsnStatus
graph_write(void* const handle, const IsnDocument* const doc)
{
  return isn_graph_write(handle, doc);
}

static IsnStatus
graph_close(void* const handle)
{
  return isn_graph_close(handle);
}

int
main(const int argc, char** const argv)
{
  static const IsnBackend backend = {
    graph_open, graph_write, graph_close, isn_graph_format
  };
  signal(SIGPIPE, SIG_IGN);
  const int status = isn_command(&backend, argc, argv, stdout, stderr);
  return isn_command_end(status, stdout, stderr);
}
