// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/format.h"

#include "graph/graph.h"

#include <string.h>

/// raptor 2.0.15's serializers (a test compares); no world is needed to list
/// them.
static const IsnFormat formats[] = {
  { "nquads", "N-Quads", ISN_FORMAT_PER_DOCUMENT },
  { "ntriples", "N-Triples", ISN_FORMAT_PER_DOCUMENT },
  { "turtle", "Turtle Terse RDF Triple Language", ISN_FORMAT_PER_DOCUMENT },
  { "rdfxml", "RDF/XML", 0 },
  { "rdfxml-abbrev", "RDF/XML (Abbreviated)", 0 },
  { "rdfxml-xmp", "RDF/XML (XMP Profile)", ISN_FORMAT_ONE_SUBJECT },
  { "json", "RDF/JSON Resource-Centric", ISN_FORMAT_SET },
  { "json-triples", "RDF/JSON Triples", 0 },
  { "rss-1.0", "RSS 1.0", ISN_FORMAT_FEED },
  { "atom", "Atom 1.0", ISN_FORMAT_FEED },
  { "dot", "GraphViz DOT format", 0 },
  { "html", "HTML Table", 0 },
};

#define N_FORMATS (sizeof(formats) / sizeof(*formats))

bool
isn_graph_format(const unsigned i,
                 const char** const name,
                 const char** const label)
{
  if (i >= N_FORMATS) {
    return false;
  }
  *name = formats[i].name;
  *label = formats[i].label;
  return true;
}

const IsnFormat*
isn_format_find(const char* const name)
{
  for (size_t i = 0; i < N_FORMATS; ++i) {
    if (!strcmp(formats[i].name, name)) {
      return &formats[i];
    }
  }
  return NULL;
}

bool
isn_graph_concatenates(const char* const format)
{
  const IsnFormat* const found = isn_format_find(format);
  return found && (found->flags & ISN_FORMAT_PER_DOCUMENT);
}
