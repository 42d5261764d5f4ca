// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file extraction.h Texts and what is found in them, over a small data folder
/// of the test's own.
#ifndef ISN_TESTS_EXTRACTION_H
#define ISN_TESTS_EXTRACTION_H

#include "extract/base/buffer.h"
#include "extract/extractor.h"
#include "tests/unit/folder.h"

#include <time.h>

static IsnKnowledge* knowledge;
static IsnExtractor* extractor;
static IsnArena arena;
static IsnBuffer out;

/// Make the folder, with the rule files of the list, name and text of each,
/// and open what it knows.
static inline bool
extraction_begin(const char* const names_tsv,
                 const char* const lexicon_xml,
                 const char* const* const rule_files,
                 const size_t n_rule_files)
{
  const bool is_good = make_data_folder(names_tsv, lexicon_xml);
  for (size_t i = 0; i < n_rule_files; i += 2) {
    put(rule_files[i], rule_files[i + 1]);
  }
  return is_good && !isn_knowledge_compile(folder, path_of("image"), &sink) &&
         !isn_knowledge_open(&knowledge, folder, path_of("image"), &sink) &&
         !isn_extractor_new(&extractor, knowledge, &sink);
}

static inline void
extraction_end(void)
{
  isn_extractor_free(extractor);
  isn_knowledge_close(knowledge);
  isn_arena_clear(&arena);
  isn_buffer_clear(&out);
  remove_folder();
}

/// Sides are of the types the property takes; evidence lies in the text.
static inline void
check_facts(const IsnDocument* const doc)
{
  const size_t n_chars =
    doc->n_tokens ? doc->tokens[doc->n_tokens - 1].chars.end : 0;
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const f = &doc->facts[i];
    const IsnPropertyInfo* const info = isn_property_info(f->property);
    CHECK_EQ(f->object != ISN_NO_ENTITY, info->value == ISN_VALUE_ENTITY);
    CHECK_EQ(f->value.n_bytes > 0, info->value != ISN_VALUE_ENTITY);
    CHECK_EQ(f->subject != ISN_NO_ENTITY, info->subjects != 0);
    CHECK(f->subject == ISN_NO_ENTITY ||
          ISN_TYPES(doc->entities[f->subject].type) & info->subjects);
    CHECK(f->object == ISN_NO_ENTITY ||
          ISN_TYPES(doc->entities[f->object].type) & info->objects);
    CHECK(f->confidence > 0 && f->confidence <= 1);
    CHECK(f->rule.n_bytes > 0 && f->n_evidence > 0);
    for (size_t e = 0; e < f->n_evidence; ++e) {
      CHECK(f->evidence[e].begin < f->evidence[e].end);
      CHECK(f->evidence[e].end <= n_chars);
    }
  }
}

/// Mentions, entities and facts of a text of 2016-10-12; `out` is empty.
static inline IsnDocument
extract(const char* const text)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  doc.text = isn_str(text);
  doc.date = ISN_STR("2016-10-12");
  // Anaphors are found with the relations
  CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
  check_facts(&doc);
  return doc;
}

static inline void
append(const char* const s)
{
  isn_buffer_append(&out, isn_str(s));
}

typedef struct {
  const char* text;
  const char* expected;
} Case;

static inline void
check_cases(const Case* const cases,
            const size_t n,
            void (*const write_all)(const IsnDocument*))
{
  for (size_t i = 0; i < n; ++i) {
    const IsnDocument doc = extract(cases[i].text);
    write_all(&doc);
    CHECK_CASE_STR(cases[i].text, isn_buffer_str(&out), cases[i].expected);
  }
}

#define CHECK_CASES(cases, write_all)                                          \
  check_cases((cases), N_OF(cases), (write_all))

/// Growth with the square would take minutes.
static inline void
check_time_is_linear(const char* const* const pieces,
                     const size_t n,
                     const int times)
{
  for (size_t i = 0; i < n; ++i) {
    IsnBuffer text = { 0 };
    for (int j = 0; j < times; ++j) {
      isn_buffer_append(&text, isn_str(pieces[i]));
    }
    isn_buffer_append_byte(&text, 0);
    const clock_t begin = clock();
    extract(text.data);
    CHECK_CASE(pieces[i], clock() - begin < 10 * CLOCKS_PER_SEC);
    isn_buffer_clear(&text);
  }
}

#endif
