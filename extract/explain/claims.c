// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/claims.h"

#include "extract/document.h"
#include "extract/explain/quads.h"
#include "extract/read/format.h"
#include "extract/record.h"

#include <errno.h>
#include <stdlib.h>

// Records -------------------------------------------------------------------

static IsnStr
name_of(const IsnDocument* const doc,
        const uint32_t entity,
        IsnArena* const arena)
{
  if (entity >= doc->n_entities) {
    return ISN_STR("the document");
  }
  const IsnEntity* const e = &doc->entities[entity];
  return isn_arena_print(arena,
                         "{%s: %.*s}",
                         isn_type_name(e->type),
                         (int)e->label.n_bytes,
                         e->label.data);
}

static IsnStr
context_of(const IsnDocument* const doc,
           const IsnFact* const fact,
           IsnArena* const arena)
{
  if (fact->context == ISN_NO_ENTITY) {
    return ISN_STR("");
  }
  const IsnStr name = name_of(doc, fact->context, arena);
  return isn_arena_print(
    arena, ", context %.*s", (int)name.n_bytes, name.data ? name.data : "");
}

static IsnStr
how_of(const IsnDocument* const doc,
       const IsnFact* const fact,
       IsnArena* const arena)
{
  const IsnStr context = context_of(doc, fact, arena);
  return isn_arena_print(arena,
                         "%.*s, %.2f%s%s%s%.*s",
                         (int)fact->rule.n_bytes,
                         fact->rule.data ? fact->rule.data : "",
                         fact->confidence,
                         fact->modality ? ", " : "",
                         fact->modality ? isn_modality_name(fact->modality)
                                        : "",
                         fact->is_minimum ? ", at least" : "",
                         (int)context.n_bytes,
                         context.data ? context.data : "");
}

static bool
add_claim(IsnClaims* const claims, const IsnClaim* const claim)
{
  IsnClaim* const list = isn_arena_grow(
    &claims->arena, claims->list, claims->n, &claims->capacity, sizeof(*list));
  const bool is_good = list && claim->document.data && claim->subject.data &&
                       claim->property.data && claim->object.data &&
                       claim->how.data;
  claims->list = list ? list : claims->list;
  if (is_good) {
    claims->list[claims->n++] = *claim;
  }
  return is_good;
}

static IsnStatus
add_facts(IsnClaims* const claims, const IsnDocument* const doc)
{
  IsnArena* const arena = &claims->arena;
  const IsnStr id = isn_arena_copy(arena, doc->id);
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    const IsnClaim claim = {
      .document = id,
      .subject = name_of(doc, fact->subject, arena),
      .property = isn_str(isn_property_info(fact->property)->name),
      .object = fact->object == ISN_NO_ENTITY
                  ? isn_arena_copy(arena, fact->value)
                  : name_of(doc, fact->object, arena),
      .how = how_of(doc, fact, arena),
    };
    if (!add_claim(claims, &claim)) {
      return ISN_ERR_NO_MEMORY;
    }
  }
  return ISN_SUCCESS;
}

static IsnStatus
read_record(IsnClaims* const claims,
            const IsnStr line,
            const IsnPlace* const place,
            const IsnSink* const sink)
{
  IsnArena arena = { 0 };
  IsnDocument doc;
  const char* message = "";
  isn_document_init(&doc, &arena);
  IsnStatus st = isn_record_parse(&doc, line, &message);
  if (st) {
    isn_error(sink, st, place, "%s", message);
  } else {
    st = add_facts(claims, &doc);
  }
  isn_arena_clear(&arena);
  return st;
}

// N-Quads -------------------------------------------------------------------

static IsnStatus
add_label(IsnClaims* const claims, const IsnQuad* const quad)
{
  IsnLabel* const labels = isn_arena_grow(&claims->arena,
                                          claims->labels,
                                          claims->n_labels,
                                          &claims->labels_capacity,
                                          sizeof(*labels));
  if (!labels) {
    return ISN_ERR_NO_MEMORY;
  }
  claims->labels = labels;
  const IsnLabel label = { isn_arena_copy(&claims->arena, quad->subject),
                           isn_arena_copy(&claims->arena, quad->object) };
  labels[claims->n_labels] = label;
  claims->n_labels += label.iri.data && label.label.data;
  return ISN_SUCCESS;
}

static IsnStatus
read_quad(IsnClaims* const claims,
          const IsnStr line,
          const IsnPlace* const place,
          const IsnSink* const sink)
{
  IsnQuad quad;
  if (!isn_quad_read(line, &quad)) {
    return isn_error(sink,
                     ISN_ERR_SYNTAX,
                     place,
                     "neither a record nor a statement of N-Quads");
  }
  if (isn_quad_is_label(&quad)) {
    return add_label(claims, &quad);
  }
  if (isn_quad_is_bookkeeping(&quad)) {
    return ISN_SUCCESS;
  }
  IsnArena* const arena = &claims->arena;
  const IsnClaim claim = { isn_arena_copy(arena, quad.graph),
                           isn_arena_copy(arena, quad.subject),
                           isn_arena_copy(arena, quad.predicate),
                           isn_arena_copy(arena, quad.object),
                           ISN_STR("") };
  return add_claim(claims, &claim) ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

// The whole -----------------------------------------------------------------

static IsnStatus
read_line(IsnClaims* const claims,
          const IsnStr line,
          const IsnPlace* const place,
          const IsnSink* const sink)
{
  size_t at = 0;
  while (at < line.n_bytes && strchr(" \t", line.data[at])) {
    ++at;
  }
  if (at == line.n_bytes || line.data[at] == '#') {
    return ISN_SUCCESS;
  }
  return line.data[at] == '{' ? read_record(claims, line, place, sink)
                              : read_quad(claims, line, place, sink);
}

static int
compare_bytes(const IsnStr a, const IsnStr b)
{
  const size_t n = a.n_bytes < b.n_bytes ? a.n_bytes : b.n_bytes;
  const int order = n ? memcmp(a.data, b.data, n) : 0;
  return order ? order : (a.n_bytes > b.n_bytes) - (a.n_bytes < b.n_bytes);
}

int
isn_claim_compare(const IsnClaim* const a, const IsnClaim* const b)
{
  int order = compare_bytes(a->document, b->document);
  order = order ? order : compare_bytes(a->subject, b->subject);
  order = order ? order : compare_bytes(a->property, b->property);
  return order ? order : compare_bytes(a->object, b->object);
}

static int
compare_claims(const void* const a, const void* const b)
{
  const IsnClaim* const x = a;
  const IsnClaim* const y = b;
  const int order = isn_claim_compare(x, y);
  return order ? order : compare_bytes(x->how, y->how);
}

static int
compare_labels(const void* const a, const void* const b)
{
  const IsnLabel* const x = a;
  const IsnLabel* const y = b;
  return compare_bytes(x->iri, y->iri);
}

static IsnStatus
report(const IsnStatus st,
       const int error,
       const char* const path,
       const IsnSink* const sink)
{
  const IsnPlace place = { path, 0, 0 };
  return isn_error(sink,
                   st,
                   &place,
                   "%s",
                   st == ISN_ERR_INPUT ? strerror(error) : isn_status_name(st));
}

IsnStatus
isn_claims_read(IsnClaims* const claims,
                const char* const path,
                const IsnSink* const sink)
{
  IsnSource source;
  IsnPlace place = { path, 0, 0 };
  IsnStatus st = isn_source_open(&source, path);
  if (st) {
    return report(st, errno, path, sink);
  }
  while (!st) {
    IsnStr line = { NULL, 0 };
    st = isn_source_take_line(&source, ISN_MAX_INPUT, &line);
    if (isn_is_error(st)) {
      report(st, source.error, path, sink);
    }
    ++place.line;
    if (!st) {
      st = read_line(claims, line, &place, sink);
    }
  }
  isn_source_close(&source);
  if (claims->n) {
    qsort(claims->list, claims->n, sizeof(*claims->list), compare_claims);
  }
  if (claims->n_labels) {
    qsort(claims->labels,
          claims->n_labels,
          sizeof(*claims->labels),
          compare_labels);
  }
  return st == ISN_END ? ISN_SUCCESS : st;
}

void
isn_claims_clear(IsnClaims* const claims)
{
  isn_arena_clear(&claims->arena);
  *claims = (IsnClaims){ .list = NULL };
}

static const IsnLabel*
find_label(const IsnClaims* const claims, const IsnStr iri)
{
  const IsnLabel key = { iri, { NULL, 0 } };
  return claims->n_labels ? bsearch(&key,
                                    claims->labels,
                                    claims->n_labels,
                                    sizeof(key),
                                    compare_labels)
                          : NULL;
}

IsnStr
isn_claims_name(const IsnClaims* const a,
                const IsnClaims* const b,
                const IsnStr term)
{
  const IsnLabel* const first = find_label(a, term);
  const IsnLabel* const label = first ? first : find_label(b, term);
  return label ? label->label : term;
}
