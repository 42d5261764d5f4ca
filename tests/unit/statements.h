// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file statements.h A document made in memory, and the statements of it.
#ifndef ISN_TESTS_STATEMENTS_H
#define ISN_TESTS_STATEMENTS_H

#include "graph/graph.h"
#include "tests/unit/check.h"

#define BASE "https://w3id.org/isnad/id/"
#define NS "https://w3id.org/isnad/ns#"

static IsnArena arena;
static unsigned n_warnings;

static inline void
count_warning(void* const handle, const IsnDiag* const diag)
{
  (void)handle;
  n_warnings += diag->severity == ISN_WARNING;
}

static const IsnSink sink = { count_warning, NULL };

static IsnEntity entities[16];
static IsnFact facts[64];
static IsnSpan span = { 0, 8 };
static IsnDocument doc;

static inline uint32_t
entity(const IsnType type, const char* const label, const char* const key)
{
  entities[doc.n_entities] =
    (IsnEntity){ .type = type, .label = isn_str(label), .key = isn_str(key) };
  return (uint32_t)doc.n_entities++;
}

static inline IsnFact*
fact(const uint32_t subject,
     const IsnProperty property,
     const uint32_t object,
     const char* const value)
{
  IsnFact* const made = &facts[doc.n_facts++];
  *made = (IsnFact){ .subject = subject,
                     .property = property,
                     .object = object,
                     .value = isn_str(value),
                     .context = ISN_NO_ENTITY,
                     .evidence = &span,
                     .n_evidence = 1,
                     .rule = ISN_STR("test-rule"),
                     .confidence = 0.85 };
  return made;
}

static inline void
begin_document(void)
{
  isn_document_init(&doc, &arena);
  doc.id = ISN_STR("a/1.txt");
  doc.date = ISN_STR("2019-12-20");
  doc.title = ISN_STR("عنوان");
  doc.text = ISN_STR("أبو ظبي - عقدت وزارة الداخلية اجتماعا");
  doc.entities = entities;
  doc.facts = facts;
  n_warnings = 0;
}

/// The document's statements; to be cleared.
static inline IsnBuffer
written_as(const char* const format,
           const bool evidence,
           const unsigned n_times)
{
  IsnBuffer out = { NULL, 0, 0, false };
  const IsnGraphOptions options = { .format = format,
                                    .base = BASE,
                                    .evidence = evidence,
                                    .version = "1",
                                    .rules_checksum = "abc",
                                    .gazetteer_checksum = "def" };
  IsnGraph* graph = NULL;
  CHECK_EQ(isn_graph_open(&graph, &options, &out, &sink), ISN_SUCCESS);
  for (unsigned i = 0; graph && i < n_times; ++i) {
    CHECK_EQ(isn_graph_write(graph, &doc), ISN_SUCCESS);
  }
  CHECK_EQ(isn_graph_close(graph), ISN_SUCCESS);
  isn_buffer_append_byte(&out, '\0');
  --out.n_bytes;
  return out;
}

static inline unsigned
occurrences(const char* text, const char* const part)
{
  unsigned n = 0;
  while ((text = strstr(text, part))) {
    ++n;
    ++text;
  }
  return n;
}

/// True if the document's N-Triples hold `part`.
static inline bool
says(const char* const part)
{
  IsnBuffer out = written_as("ntriples", true, 1);
  const bool is_there = occurrences(out.data, part) > 0;
  isn_buffer_clear(&out);
  return is_there;
}

#endif
