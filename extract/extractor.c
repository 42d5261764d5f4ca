// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/extractor.h"

#include "extract/analysis.h"
#include "extract/entities/doubled.h"
#include "extract/entities/link.h"
#include "extract/entities/mentions.h"
#include "extract/entities/own_name.h"
#include "extract/entities/quoted_again.h"
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/lookup.h"
#include "extract/knowledge.h"
#include "extract/relations/relations.h"
#include "extract/rules/store.h"
#include "extract/rules/vocabulary.h"
#include "extract/tokenize/tokenize.h"
#include "extract/values/quantities.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct IsnExtractor {
  const IsnKnowledge* knowledge;
  IsnTokenizer* tokenizer;
  IsnSurfaces surfaces;
  IsnRunner runner;
};

void
isn_knowledge_schema_dir(char* const out,
                         const size_t size,
                         const char* const data_dir)
{
  snprintf(out, size, "%s/schemas", data_dir);
  FILE* const there = fopen(out, "rb");
  if (there) {
    fclose(there); // installed: beside the data
  } else {
    snprintf(out, size, "%s/../../schemas", data_dir);
  }
}

IsnStatus
isn_knowledge_open(IsnKnowledge** const knowledge,
                   const char* const data_dir,
                   const char* const image_path,
                   const IsnSink* const sink)
{
  char schemas[4096];
  isn_knowledge_schema_dir(schemas, sizeof(schemas), data_dir);
  IsnKnowledge* const k = calloc(1, sizeof(*k));
  if (!k) {
    return isn_error(sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  IsnStatus st = isn_image_open(&k->image, image_path, sink);
  k->data_dir = strdup(data_dir);
  if (st == ISN_SUCCESS && !k->data_dir) {
    st = ISN_ERR_NO_MEMORY;
  }
  IsnArena arena = { 0 };
  if (st == ISN_SUCCESS) {
    st = isn_rules_load(&k->rules,
                        data_dir,
                        schemas,
                        NULL,
                        0,
                        &k->image,
                        isn_store_path(&arena, image_path).data,
                        sink);
  }
  isn_arena_clear(&arena);
  if (st != ISN_SUCCESS) {
    isn_knowledge_close(k);
    return st;
  }
  *knowledge = k;
  return ISN_SUCCESS;
}

void
isn_knowledge_close(IsnKnowledge* const knowledge)
{
  if (knowledge) {
    isn_rules_clear(&knowledge->rules);
    isn_image_close(&knowledge->image);
    free(knowledge->data_dir);
    free(knowledge);
  }
}

const char*
isn_knowledge_rules_checksum(const IsnKnowledge* const knowledge)
{
  return knowledge->rules.checksum;
}

const char*
isn_knowledge_gazetteer_checksum(const IsnKnowledge* const knowledge)
{
  return knowledge->image.header->checksum;
}

/// Rules compiled beside the image; a data folder may do without rules.
static IsnStatus
compile_rules(const char* const data_dir,
              const char* const schemas,
              const char* const image_path,
              const IsnSink* const sink)
{
  if (!isn_rules_exist(data_dir)) {
    return ISN_SUCCESS;
  }
  IsnArena arena = { 0 };
  IsnImage image;
  IsnRuleSet set = { 0 };
  IsnStatus st = isn_image_open(&image, image_path, sink);
  if (st == ISN_SUCCESS) {
    st = isn_rules_load(&set, data_dir, schemas, NULL, 0, &image, NULL, sink);
    if (st == ISN_SUCCESS) {
      const IsnStr path = isn_store_path(&arena, image_path);
      st = path.data ? isn_store_write(&set, &image, path.data, sink)
                     : ISN_ERR_NO_MEMORY;
    }
    isn_rules_clear(&set);
    isn_image_close(&image);
  }
  isn_arena_clear(&arena);
  return st;
}

IsnStatus
isn_knowledge_compile(const char* const data_dir,
                      const char* const image_path,
                      const IsnSink* const sink)
{
  IsnStatus st = ISN_SUCCESS;
  char schemas[4096];
  isn_knowledge_schema_dir(schemas, sizeof(schemas), data_dir);
  ISN_TRY(st, isn_gazetteer_compile(data_dir, schemas, image_path, sink));
  return compile_rules(data_dir, schemas, image_path, sink);
}

IsnStatus
isn_extractor_new(IsnExtractor** const extractor,
                  const IsnKnowledge* const knowledge,
                  const IsnSink* const sink)
{
  IsnExtractor* const x = calloc(1, sizeof(*x));
  if (!x) {
    return isn_error(sink, ISN_ERR_NO_MEMORY, NULL, "out of memory");
  }
  x->knowledge = knowledge;
  x->runner.sink = sink;
  IsnStatus st = isn_tokenizer_new(&x->tokenizer, sink);
  if (st == ISN_SUCCESS && knowledge) {
    x->runner.image = &knowledge->image;
    x->runner.rules = &knowledge->rules;
    x->runner.signs.sets.filter = &knowledge->rules.filter;
    x->runner.signs.kinds = &knowledge->rules.kinds;
    x->runner.signs.letters = &knowledge->rules.letters;
    x->runner.signs.kinds_filter = &knowledge->rules.kinds_filter;
    x->runner.signs.first_kind = isn_classes_kind(&knowledge->image, 0);
    x->runner.annotated.signs = &x->runner.signs;
    st = isn_matcher_new(&x->runner.matcher);
  }
  if (st != ISN_SUCCESS) {
    isn_extractor_free(x);
    return st;
  }
  *extractor = x;
  return ISN_SUCCESS;
}

void
isn_extractor_free(IsnExtractor* const extractor)
{
  if (extractor) {
    isn_tokenizer_free(extractor->tokenizer);
    isn_matcher_free(extractor->runner.matcher);
    isn_runner_clear_annotated(&extractor->runner);
    isn_signs_clear(&extractor->runner.signs);
    isn_surfaces_clear(&extractor->surfaces);
    free(extractor->runner.limits);
    free(extractor);
  }
}

uint64_t
isn_extractor_n_limits(const IsnExtractor* const extractor)
{
  return extractor->runner.n_limits;
}

/// The analysis of a document's tokens, made once.
static IsnStatus
analyse(IsnExtractor* const x, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  if (doc->analysis) {
    return st;
  }
  isn_signs_trim(&x->runner.signs); // those of the document before
  isn_surfaces_trim(&x->surfaces);
  IsnAnalysis* const a = isn_arena_alloc(doc->arena, sizeof(*a));
  if (!a) {
    return ISN_ERR_NO_MEMORY;
  }
  ISN_TRY(st, isn_lookup(&x->knowledge->image, &x->surfaces, doc, a));
  ISN_TRY(st, isn_quantities_find(a, doc));
  doc->analysis = a;
  return st;
}

/// A layer that is missing is made, so that stages can be left out of a pipe.
static IsnStatus
need_tokens(IsnExtractor* const x, IsnDocument* const doc)
{
  return doc->tokens ? ISN_SUCCESS : isn_extract_tokens(x, doc);
}

IsnStatus
isn_extract_tokens(IsnExtractor* const extractor, IsnDocument* const doc)
{
  if (doc->error_stage.data) {
    return ISN_SUCCESS;
  }
  doc->analysis = NULL;
  return isn_tokenize(extractor->tokenizer, doc);
}

static IsnStatus
find_entities(IsnExtractor* const x, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, need_tokens(x, doc));
  ISN_TRY(st, analyse(x, doc));
  ISN_TRY(st, isn_mentions_find(&x->runner, doc, doc->analysis));
  ISN_TRY(st, isn_entities_link(doc, doc->analysis));
  isn_doubled_join(doc, doc->analysis);
  ISN_TRY(st, isn_quoted_again_find(doc, doc->analysis));
  isn_own_names_find(doc, doc->analysis);
  return st;
}

static IsnStatus
find_relations(IsnExtractor* const x, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, need_tokens(x, doc));
  ISN_TRY(st, analyse(x, doc));
  if (!doc->entities) {
    ISN_TRY(st, find_entities(x, doc));
  }
  ISN_TRY(st, isn_anaphors_find(&x->runner, doc, doc->analysis));
  ISN_TRY(st, isn_anaphors_link(doc, doc->analysis));
  return isn_relations_find(&x->runner, doc, doc->analysis);
}

IsnStatus
isn_extract_entities(IsnExtractor* const extractor, IsnDocument* const doc)
{
  const IsnStatus st =
    doc->error_stage.data ? ISN_SUCCESS : find_entities(extractor, doc);
  isn_rules_report_limits(&extractor->runner, doc);
  return st;
}

IsnStatus
isn_extract_relations(IsnExtractor* const extractor, IsnDocument* const doc)
{
  const IsnStatus st =
    doc->error_stage.data ? ISN_SUCCESS : find_relations(extractor, doc);
  isn_rules_report_limits(&extractor->runner, doc);
  return st;
}
