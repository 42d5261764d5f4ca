// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/study.h"

#include "extract/command/locate.h"
#include "extract/command/output.h"
#include "extract/explain/coverage.h"
#include "extract/explain/explain.h"

/// All documents of a command, and who looks on: one of two.
typedef struct {
  const IsnOptions* options;
  const IsnSink* sink;
  IsnCounts* counts;
  IsnReadOptions read;
  IsnKnowledge* knowledge;
  IsnExtractor* extractor;
  IsnOutput output;
  IsnArena arena;
  IsnExplain* explain;
  IsnCoverage* coverage;
} Study;

static IsnStatus
extract(const Study* const study, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_extract_tokens(study->extractor, doc));
  ISN_TRY(st, isn_extract_entities(study->extractor, doc));
  return isn_extract_relations(study->extractor, doc);
}

static IsnStatus
process_document(Study* const study, IsnDocument* const doc)
{
  ++study->counts->n_documents;
  if (doc->error_stage.data) { // it has been reported
    ++study->counts->n_failed;
    return ISN_SUCCESS;
  }
  if (study->explain) {
    isn_explain_begin(study->explain);
  } else {
    isn_coverage_begin(study->coverage);
  }
  const double begin = isn_counts_now();
  IsnStatus st = extract(study, doc);
  const double seconds = isn_counts_now() - begin;
  if (!st && study->explain) {
    st = isn_explain_write(study->explain, doc, &study->output.buffer);
  } else if (!st) {
    st = isn_coverage_add(study->coverage, doc, seconds);
  }
  return st ? isn_error(study->sink, st, NULL, "%s", isn_status_name(st))
            : isn_output_advance(&study->output, study->sink);
}

/// A bad input is only counted; an error ends all.
static IsnStatus
process_input(Study* const study, const char* const path)
{
  IsnReader* reader = NULL;
  IsnStatus read_status =
    isn_reader_open(&reader, path, &study->read, study->sink);
  IsnStatus st = ISN_SUCCESS;
  while (!st && !read_status) {
    IsnDocument doc;
    isn_arena_reset(&study->arena);
    isn_document_init(&doc, &study->arena);
    read_status = isn_reader_next(reader, &doc);
    if (!read_status) {
      st = process_document(study, &doc);
    }
  }
  isn_reader_close(reader);
  if (read_status == ISN_ERR_USAGE || read_status == ISN_ERR_NO_MEMORY) {
    return read_status; // no other input would fare better
  }
  study->counts->n_unreadable += isn_is_error(read_status) ? 1 : 0;
  return st;
}

static IsnStatus
open_study(Study* const study, FILE* const out)
{
  const IsnOptions* const options = study->options;
  IsnPlaces places;
  IsnStatus st = ISN_SUCCESS;
  study->read = (IsnReadOptions){
    .format = (IsnInputFormat)options->input_format,
    .encoding = options->encoding,
    .record_xpath = options->record,
    .text_xpath = options->text,
    .text_field = options->text_field,
    .id_field = options->id_field,
  };
  ISN_TRY(st, isn_places_find(&places, options, &study->arena, study->sink));
  ISN_TRY(st,
          isn_knowledge_open(
            &study->knowledge, places.data, places.image, study->sink));
  ISN_TRY(st,
          isn_extractor_new(&study->extractor, study->knowledge, study->sink));
  return isn_output_open(&study->output, options->output, out, study->sink);
}

static IsnStatus
process_inputs(Study* const study)
{
  const IsnOptions* const options = study->options;
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; !st && i < options->n_paths; ++i) {
    st = process_input(study, options->paths[i]);
  }
  return !st && !options->n_paths ? process_input(study, "-") : st;
}

static IsnStatus
close_study(Study* const study, const IsnStatus st)
{
  isn_extractor_free(study->extractor);
  isn_knowledge_close(study->knowledge);
  isn_arena_clear(&study->arena);
  return isn_output_close(&study->output, st, study->sink);
}

IsnStatus
isn_study_explain(const IsnOptions* const options,
                  FILE* const out,
                  const IsnSink* const sink,
                  IsnCounts* const counts)
{
  IsnExplain explain = { .has_mentions = false };
  Study study = {
    .options = options, .sink = sink, .counts = counts, .explain = &explain
  };
  IsnStatus st = open_study(&study, out);
  if (!st) {
    st = isn_explain_open(&explain, study.knowledge, options->rule, sink);
    explain.has_mentions = options->mentions;
    explain.attempts.has_classes = options->classes;
    explain.has_sentences = options->sentences;
  }
  if (!st) {
    st = process_inputs(&study);
  }
  if (!st) {
    isn_explain_finish(&explain, &study.output.buffer);
  }
  isn_explain_close(&explain);
  return close_study(&study, st);
}

IsnStatus
isn_study_coverage(const IsnOptions* const options,
                   FILE* const out,
                   const IsnSink* const sink,
                   IsnCounts* const counts)
{
  IsnCoverage coverage = { NULL };
  Study study = {
    .options = options, .sink = sink, .counts = counts, .coverage = &coverage
  };
  IsnStatus st = open_study(&study, out);
  if (!st) {
    st = isn_coverage_open(&coverage, study.knowledge);
  }
  if (!st) {
    st = process_inputs(&study);
  }
  if (!st) {
    isn_coverage_write(&coverage, &study.output.buffer);
  }
  isn_coverage_close(&coverage);
  return close_study(&study, st);
}
