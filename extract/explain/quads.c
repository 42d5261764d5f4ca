// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/quads.h"

static void
skip_blanks(const IsnStr line, size_t* const at)
{
  while (*at < line.n_bytes &&
         (line.data[*at] == ' ' || line.data[*at] == '\t')) {
    ++*at;
  }
}

/// Behind the closing quotation mark of the literal at `at`.
static size_t
skip_quoted(const IsnStr line, size_t at)
{
  for (++at; at < line.n_bytes && line.data[at] != '"'; ++at) {
    at += line.data[at] == '\\';
  }
  return at < line.n_bytes ? at + 1 : line.n_bytes;
}

/// The term at `*at`, which moves behind it; empty if there is none.
static IsnStr
read_term(const IsnStr line, size_t* const at)
{
  skip_blanks(line, at);
  const size_t begin = *at;
  if (begin < line.n_bytes && line.data[begin] == '"') {
    *at = skip_quoted(line, begin); // ^^<type> or @language follows at once
  }
  while (*at < line.n_bytes && line.data[*at] != ' ' &&
         line.data[*at] != '\t') {
    ++*at;
  }
  return isn_str_slice(line, begin, *at);
}

bool
isn_quad_read(const IsnStr line, IsnQuad* const quad)
{
  size_t at = 0;
  quad->subject = read_term(line, &at);
  quad->predicate = read_term(line, &at);
  quad->object = read_term(line, &at);
  quad->graph = read_term(line, &at);
  const bool is_triple = isn_str_is(quad->graph, ".");
  const bool is_over = is_triple || isn_str_is(read_term(line, &at), ".");
  if (is_triple) {
    quad->graph = ISN_STR("");
  }
  return is_over && quad->subject.n_bytes && quad->object.n_bytes &&
         quad->predicate.n_bytes && quad->predicate.data[0] == '<' &&
         (quad->subject.data[0] == '<' || quad->subject.data[0] == '_');
}

bool
isn_quad_is_label(const IsnQuad* const quad)
{
  return isn_str_is(quad->predicate,
                    "<http://www.w3.org/2000/01/rdf-schema#label>");
}

bool
isn_quad_is_bookkeeping(const IsnQuad* const quad)
{
  static const char* const predicates[] = {
    "<http://www.w3.org/2002/07/owl#sameAs>",
    "<http://www.w3.org/2004/02/skos/core#altLabel>",
    "<http://purl.org/dc/terms/identifier>",
    "<https://schema.org/mentions>",
    "<https://schema.org/headline>",
    "<https://schema.org/inLanguage>",
    "<https://w3id.org/isnad/ns#confidence>",
    "<https://w3id.org/isnad/ns#exact>",
    "<https://w3id.org/isnad/ns#rule>",
    "<https://w3id.org/isnad/ns#version>",
    "<https://w3id.org/isnad/ns#rulesChecksum>",
    "<https://w3id.org/isnad/ns#gazetteerChecksum>",
  };
  for (size_t i = 0; i < sizeof(predicates) / sizeof(predicates[0]); ++i) {
    if (isn_str_is(quad->predicate, predicates[i])) {
      return true;
    }
  }
  static const char* const begins[] = {
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "<http://www.w3.org/ns/prov#",
  };
  for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); ++i) {
    if (isn_str_starts(quad->predicate, isn_str(begins[i]))) {
      return true;
    }
  }
  return false;
}

IsnStr
isn_quad_short(const IsnStr term)
{
  if (term.n_bytes < 2 || term.data[0] != '<') {
    return term;
  }
  size_t begin = term.n_bytes - 1;
  while (begin > 1 && term.data[begin - 1] != '/' &&
         term.data[begin - 1] != '#') {
    --begin;
  }
  return isn_str_slice(term, begin, term.n_bytes - 1);
}
