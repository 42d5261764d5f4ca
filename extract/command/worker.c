// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/worker.h"

#include "extract/record.h"

/// A stage between read and rdf.
typedef struct {
  IsnStatus (*extract)(IsnExtractor* extractor, IsnDocument* doc);
  unsigned layers; ///< What it makes
} StageInfo;

static const StageInfo stages[ISN_N_STAGES] = {
  [ISN_STAGE_READ] = { NULL, ISN_LAYER_META },
  [ISN_STAGE_TOKENIZE] = { isn_extract_tokens, ISN_LAYER_TOKENS },
  [ISN_STAGE_ENTITIES] = { isn_extract_entities, ISN_LAYER_MENTIONS },
  [ISN_STAGE_RELATIONS] = { isn_extract_relations,
                            ISN_LAYER_MENTIONS | ISN_LAYER_FACTS },
};

static bool
is_extracting(const IsnPlan* const plan)
{
  return plan->first <= ISN_STAGE_RELATIONS && plan->last >= ISN_STAGE_TOKENIZE;
}

IsnStatus
isn_worker_open(IsnWorker* const worker,
                const IsnPlan* const plan,
                IsnBuffer* const out,
                const IsnSink* const sink)
{
  *worker = (IsnWorker){ .plan = plan, .out = out, .sink = sink };
  IsnStatus st = ISN_SUCCESS;
  if (plan->last == ISN_STAGE_RDF) {
    ISN_TRY(st, plan->backend->open(&worker->graph, &plan->graph, out, sink));
  }
  if (is_extracting(plan)) {
    ISN_TRY(st, isn_extractor_new(&worker->extractor, plan->knowledge, sink));
  }
  return st;
}

IsnStatus
isn_worker_close(IsnWorker* const worker)
{
  isn_extractor_free(worker->extractor);
  worker->extractor = NULL;
  IsnStatus st = ISN_SUCCESS;
  if (worker->graph) {
    st = worker->plan->backend->close(worker->graph);
    worker->graph = NULL;
  }
  return st;
}

/// Mark `doc` as failed and say so; always false.
static bool
fail(const IsnWorker* const worker,
     IsnDocument* const doc,
     const IsnStage stage,
     const IsnStatus status,
     const char* const message)
{
  if (!doc->error_stage.data) {
    isn_document_fail(doc, isn_stage_name(stage), message);
  }
  const char* const origin = isn_arena_copy(doc->arena, doc->origin).data;
  const IsnPlace place = { origin, doc->origin_line, 0 };
  isn_error(worker->sink,
            status,
            &place,
            "record '%.*s' failed in '%s': %.*s",
            (int)doc->id.n_bytes,
            doc->id.data ? doc->id.data : "",
            isn_stage_name(stage),
            (int)doc->error_message.n_bytes,
            doc->error_message.data);
  return false;
}

/// What `stage` builds on and `doc` lacks, as a hint; NULL if nothing.
static const char*
find_missing(const IsnDocument* const doc, const IsnStage stage)
{
  if (!doc->text.data) {
    return "it has no 'text'";
  }
  if (stage >= ISN_STAGE_ENTITIES && doc->text.n_bytes && !doc->tokens) {
    return "it has no 'tokens'; send it through 'isnad tokenize' first";
  }
  if (stage >= ISN_STAGE_RELATIONS && !doc->entities) {
    return "it has no 'entities'; send it through 'isnad entities' first";
  }
  return NULL;
}

static void
enter(const IsnWorker* const worker, const IsnStage stage)
{
  if (worker->stage) {
    *worker->stage = (uint32_t)stage;
  }
}

static bool
run_stage(IsnWorker* const worker, IsnDocument* const doc, const IsnStage stage)
{
  const char* const missing = find_missing(doc, stage);
  if (missing) {
    return fail(worker, doc, stage, ISN_ERR_SYNTAX, missing);
  }
  enter(worker, stage);
  const double begin = isn_counts_now();
  const IsnStatus st = stages[stage].extract(worker->extractor, doc);
  worker->counts.stage_seconds[stage] += isn_counts_now() - begin;
  return st ? fail(worker, doc, stage, st, isn_status_name(st)) : true;
}

static bool
came_with_error(const IsnDocument* const doc)
{
  for (size_t i = 0; doc->error_stage.data && i < doc->n_members; ++i) {
    if (isn_str_is(doc->members[i].name, "error")) {
      return true;
    }
  }
  return false;
}

/// Run the stages up to relations; the layers that were made.
static unsigned
extract(IsnWorker* const worker, IsnDocument* const doc)
{
  if (came_with_error(doc)) {
    return 0; // passes as it is
  }
  if (doc->error_stage.data) {
    return ISN_LAYER_META | ISN_LAYER_ERROR; // could not be read
  }
  unsigned made = worker->plan->first == ISN_STAGE_READ ? ISN_LAYER_META : 0u;
  IsnStage stage = worker->plan->first;
  for (; stage <= worker->plan->last && stage < ISN_STAGE_RDF; ++stage) {
    if (stages[stage].extract) {
      if (!run_stage(worker, doc, stage)) {
        return made | ISN_LAYER_ERROR;
      }
      made |= stages[stage].layers;
    }
  }
  return made;
}

bool
isn_plan_counts_statements(const IsnPlan* const plan)
{
  return plan->last == ISN_STAGE_RDF &&
         (!strcmp(plan->graph.format, "nquads") ||
          !strcmp(plan->graph.format, "ntriples"));
}

static uint64_t
count_lines(const IsnStr s)
{
  uint64_t n = 0;
  const char* const end = s.data + s.n_bytes;
  for (const char* at = s.data;
       at < end && (at = memchr(at, '\n', (size_t)(end - at)));
       ++at) {
    ++n;
  }
  return n;
}

/// The document to a graph; false if it has or gets an error.
static bool
write_graph(IsnWorker* const worker, IsnDocument* const doc)
{
  if (doc->error_stage.data) {
    return false;
  }
  enter(worker, ISN_STAGE_RDF);
  const size_t n_before = worker->out->n_bytes;
  const double begin = isn_counts_now();
  const IsnStatus st = worker->plan->backend->write(worker->graph, doc);
  worker->counts.stage_seconds[ISN_STAGE_RDF] += isn_counts_now() - begin;
  if (isn_plan_counts_statements(worker->plan)) {
    worker->counts.n_statements += count_lines(isn_str_slice(
      isn_buffer_str(worker->out), n_before, worker->out->n_bytes));
  }
  return st ? fail(worker, doc, ISN_STAGE_RDF, st, isn_status_name(st)) : true;
}

static void
count(IsnWorker* const worker, const IsnDocument* const doc, const bool is_good)
{
  IsnCounts* const counts = &worker->counts;
  ++counts->n_documents;
  counts->n_failed += !is_good;
  counts->n_bytes += doc->raw.data ? doc->raw.n_bytes + 1 : doc->text.n_bytes;
  counts->n_mentions += doc->n_mentions;
  counts->n_entities += doc->n_entities;
  if (worker->extractor) {
    const uint64_t n_limits = isn_extractor_n_limits(worker->extractor);
    counts->n_limits += n_limits - worker->n_limits;
    worker->n_limits = n_limits;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    counts->n_facts += doc->facts[i].modality == ISN_ASSERTED;
  }
}

bool
isn_worker_process(IsnWorker* const worker, IsnDocument* const doc)
{
  bool is_good = true;
  const unsigned made = extract(worker, doc);
  if (worker->plan->last == ISN_STAGE_RDF) {
    is_good = write_graph(worker, doc);
  } else {
    isn_record_write(doc, made, worker->out);
    is_good = !doc->error_stage.data;
  }
  count(worker, doc, is_good);
  return is_good;
}

void
isn_worker_give_up(IsnWorker* const worker,
                   IsnDocument* const doc,
                   const IsnStage stage,
                   const char* const message)
{
  if (!doc->error_stage.data) {
    fail(worker, doc, stage, ISN_ERR_FOREIGN, message);
  }
  if (worker->plan->last != ISN_STAGE_RDF) {
    const bool is_read = worker->plan->first == ISN_STAGE_READ;
    const unsigned made =
      (is_read ? ISN_LAYER_META : 0u) | (unsigned)ISN_LAYER_ERROR;
    isn_record_write(doc, came_with_error(doc) ? 0 : made, worker->out);
  }
  count(worker, doc, false);
}
