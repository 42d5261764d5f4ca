// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/pipeline.h"

#include "extract/command/locate.h"
#include "extract/command/parallel.h"
#include "extract/command/version.h"

typedef struct {
  const IsnOptions* options;
  const IsnSink* sink;
  IsnCounts* counts;
  IsnPlan plan;
  IsnReadOptions read;
  uint64_t n_read; ///< Bytes of inputs, by this process
  IsnArena arena;  ///< Of the document in work
  IsnOutput output;
  IsnWorker worker;
  IsnMeter meter;
  bool concatenates; ///< Outputs of the graph's format
} Pipeline;

static void
plan_stages(IsnPlan* const plan, const IsnOptions* const options)
{
  if (options->command == ISN_COMMAND_RUN) {
    plan->first = ISN_STAGE_READ;
    plan->last = (IsnStage)options->until;
  } else {
    plan->first = (IsnStage)options->command; // in the same order
    plan->last = plan->first;
  }
}

_Static_assert((int)ISN_COMMAND_RDF == (int)ISN_STAGE_RDF, "same order");

/// Records between stages are always ours; only read and run read all else.
static IsnReadOptions
plan_reading(const IsnPlan* const plan, const IsnOptions* const options)
{
  if (plan->first != ISN_STAGE_READ) {
    return (IsnReadOptions){ .format = ISN_INPUT_NDJSON };
  }
  return (IsnReadOptions){
    .format = (IsnInputFormat)options->input_format,
    .encoding = options->encoding,
    .record_xpath = options->record,
    .text_xpath = options->text,
    .text_field = options->text_field,
    .id_field = options->id_field,
  };
}

static IsnBackendOptions
plan_graph(const IsnOptions* const options,
           const IsnKnowledge* const knowledge,
           bool* const concatenates)
{
  return (IsnBackendOptions){
    .format = options->format ? options->format : "nquads",
    .base = options->base ? options->base : "https://w3id.org/isnad/id/",
    .evidence = options->evidence,
    .version = ISN_VERSION,
    .rules_checksum = knowledge ? isn_knowledge_rules_checksum(knowledge) : "",
    .gazetteer_checksum =
      knowledge ? isn_knowledge_gazetteer_checksum(knowledge) : "",
    .concatenates = concatenates,
  };
}

/// Write what has piled up, after each document.
static IsnStatus
process(Pipeline* const pipeline, IsnDocument* const doc)
{
  isn_worker_process(&pipeline->worker, doc);
  isn_meter_tick(&pipeline->meter, &pipeline->worker.counts);
  return isn_output_advance(&pipeline->output, pipeline->sink);
}

/// A bad input is only counted; an error ends all.
static IsnStatus
process_input(Pipeline* const pipeline, const char* const path)
{
  IsnReader* reader = NULL;
  IsnStatus read_status =
    isn_reader_open(&reader, path, &pipeline->read, pipeline->sink);
  IsnStatus st = ISN_SUCCESS;
  while (!st && !read_status) {
    IsnDocument doc;
    isn_arena_reset(&pipeline->arena);
    isn_document_init(&doc, &pipeline->arena);
    read_status = isn_reader_next(reader, &doc);
    if (!read_status) {
      st = process(pipeline, &doc);
    }
  }
  isn_reader_close(reader);
  if (read_status == ISN_ERR_USAGE || read_status == ISN_ERR_NO_MEMORY) {
    return read_status; // no other input would fare better
  }
  pipeline->counts->n_unreadable += isn_is_error(read_status) ? 1 : 0;
  return st;
}

static IsnStatus
process_inputs(Pipeline* const pipeline)
{
  const IsnOptions* const options = pipeline->options;
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; !st && i < options->n_paths; ++i) {
    st = process_input(pipeline, options->paths[i]);
  }
  return !st && !options->n_paths ? process_input(pipeline, "-") : st;
}

static IsnStatus
run_serially(Pipeline* const pipeline)
{
  pipeline->arena.is_hot = true;
  const IsnStatus st = process_inputs(pipeline);
  isn_counts_note_memory(&pipeline->worker.counts);
  isn_counts_add(pipeline->counts, &pipeline->worker.counts);
  isn_arena_clear(&pipeline->arena);
  return st;
}

/// By workers; where their outputs make no whole, they make records, and the
/// graph is written here.
static IsnStatus
run_parallel(Pipeline* const pipeline)
{
  IsnPlan plan = pipeline->plan;
  const bool is_graph_here =
    plan.last == ISN_STAGE_RDF && !pipeline->concatenates;
  plan.last = is_graph_here ? ISN_STAGE_RELATIONS : plan.last;
  const IsnParallel parallel = {
    .options = pipeline->options,
    .read = &pipeline->read,
    .plan = &plan,
    .serialiser = is_graph_here ? &pipeline->worker : NULL,
    .output = &pipeline->output,
    .meter = &pipeline->meter,
    .counts = pipeline->counts,
    .sink = pipeline->sink,
  };
  return isn_parallel_run(&parallel, (size_t)pipeline->options->jobs);
}

/// A format that must be written here leaves nothing to workers of `rdf`.
static bool
is_parallel(const Pipeline* const pipeline)
{
  const IsnPlan* const plan = &pipeline->plan;
  return pipeline->options->jobs > 1 &&
         (plan->first != ISN_STAGE_RDF || pipeline->concatenates);
}

/// With the knowledge open: all inputs to the output.
static IsnStatus
run(Pipeline* const pipeline, FILE* const out)
{
  IsnOutput* const output = &pipeline->output;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(
    st,
    isn_output_open(output, pipeline->options->output, out, pipeline->sink));
  st = isn_worker_open(
    &pipeline->worker, &pipeline->plan, &output->buffer, pipeline->sink);
  if (!st) {
    st =
      is_parallel(pipeline) ? run_parallel(pipeline) : run_serially(pipeline);
  }
  const IsnStatus close_status = isn_worker_close(&pipeline->worker);
  return isn_output_close(output, st ? st : close_status, pipeline->sink);
}

/// What is told at the end, however it went.
static IsnStatus
sum_up(Pipeline* const pipeline, const IsnStatus st)
{
  const IsnOptions* const options = pipeline->options;
  isn_meter_end(&pipeline->meter, pipeline->counts);
  if (!options->stats) {
    return st;
  }
  const IsnStatus stats_status =
    isn_meter_write(&pipeline->meter,
                    pipeline->counts,
                    &pipeline->plan,
                    is_parallel(pipeline) ? (unsigned)options->jobs : 1,
                    options->stats,
                    pipeline->sink);
  return st ? st : stats_status;
}

static IsnStatus
open_knowledge(IsnKnowledge** const knowledge,
               const IsnOptions* const options,
               const IsnSink* const sink)
{
  IsnArena arena = { 0 };
  IsnPlaces places;
  IsnStatus st = isn_places_find(&places, options, &arena, sink);
  if (!st) {
    st = isn_knowledge_open(knowledge, places.data, places.image, sink);
  }
  isn_arena_clear(&arena);
  return st;
}

IsnStatus
isn_pipeline_run(const IsnBackend* const backend,
                 const IsnOptions* const options,
                 FILE* const out,
                 FILE* const err,
                 const IsnSink* const sink,
                 IsnCounts* const counts)
{
  IsnKnowledge* knowledge = NULL;
  Pipeline pipeline = { .options = options, .sink = sink, .counts = counts };
  IsnPlan* const plan = &pipeline.plan;
  plan_stages(plan, options);
  if (plan->last >= ISN_STAGE_ENTITIES) {
    // rdf needs it for the checksums that the graph states
    IsnStatus st = ISN_SUCCESS;
    ISN_TRY(st, open_knowledge(&knowledge, options, sink));
  }
  plan->knowledge = knowledge;
  plan->backend = backend;
  plan->graph = plan_graph(options, knowledge, &pipeline.concatenates);
  pipeline.read = plan_reading(plan, options);
  pipeline.read.n_read = &pipeline.n_read;
  isn_meter_begin(&pipeline.meter, options, &pipeline.read, err);
  const IsnStatus st = sum_up(&pipeline, run(&pipeline, out));
  isn_knowledge_close(knowledge);
  return st;
}
