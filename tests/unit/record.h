// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file record.h Records that are parsed and written.
#ifndef ISN_TESTS_RECORD_H
#define ISN_TESTS_RECORD_H

#include "extract/record.h"
#include "extract/record_parts.h"
#include "tests/unit/check.h"

/// A record parsed, with all that it lives in.
typedef struct {
  IsnArena arena;
  IsnDocument doc;
  IsnBuffer out;
  const char* message;
  IsnStatus status;
} Record;

/// `r` is a Record variable; the arena must not move once it is used.
#define PARSE(r, line)                                                         \
  Record r = { 0 };                                                            \
  isn_document_init(&r.doc, &r.arena);                                         \
  r.status = isn_record_parse(&r.doc, isn_str(line), &r.message)

static inline void
end(Record* const r)
{
  isn_arena_clear(&r->arena);
  isn_buffer_clear(&r->out);
}

static inline IsnStr
write(Record* const r, const unsigned made)
{
  isn_buffer_empty(&r->out);
  isn_record_write(&r->doc, made, &r->out);
  return isn_buffer_str(&r->out);
}

/// Text "ذهب زيد إلى بغداد." with all layers.
static const char full[] =
  "{\"id\":\"d1\",\"text\":\"ذهب زيد إلى بغداد.\","
  "\"sentences\":[[0,18]],"
  "\"tokens\":[[0,3,\"word\"],[4,7,\"word\"],[8,11,\"word\"],[12,17,\"word\"],"
  "[17,18,\"punctuation\"]],"
  "\"mentions\":[{\"entity\":\"e1\",\"type\":\"Person\",\"begin\":4,\"end\":7,"
  "\"rule\":\"given-name\"},{\"entity\":\"e2\",\"type\":\"Place\",\"begin\":12,"
  "\"end\":17,\"rule\":\"city\"}],"
  "\"entities\":[{\"id\":\"e1\",\"type\":\"Person\",\"label\":\"زيد\"},"
  "{\"id\":\"e2\",\"type\":\"Place\",\"kind\":\"City\",\"label\":\"بغداد\","
  "\"aliases\":[\"مدينة بغداد\"],\"key\":\"geonames:98182\","
  "\"sameAs\":[\"https://www.geonames.org/98182\"]}],"
  "\"facts\":[{\"subject\":\"e1\",\"property\":\"position\",\"value\":\"رسول\","
  "\"datatype\":\"rdf:langString\",\"context\":\"e2\",\"modality\":\"planned\","
  "\"evidence\":[[0,7],[12,17]],\"rule\":\"r1\",\"confidence\":0.85},"
  "{\"subject\":\"document\",\"property\":\"about\",\"value\":\"travel\","
  "\"datatype\":\"skos:Concept\",\"evidence\":[],\"rule\":\"r2\","
  "\"confidence\":0.9}]}";

#endif
