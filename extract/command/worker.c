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
  *worker = (IsnWorker){ plan, NULL, NULL, out, sink };
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

static bool
run_stage(const IsnWorker* const worker,
          IsnDocument* const doc,
          const IsnStage stage)
{
  const char* const missing = find_missing(doc, stage);
  if (missing) {
    return fail(worker, doc, stage, ISN_ERR_SYNTAX, missing);
  }
  const IsnStatus st = stages[stage].extract(worker->extractor, doc);
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
extract(const IsnWorker* const worker, IsnDocument* const doc)
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
isn_worker_process(IsnWorker* const worker, IsnDocument* const doc)
{
  const unsigned made = extract(worker, doc);
  if (worker->plan->last != ISN_STAGE_RDF) {
    isn_record_write(doc, made, worker->out);
    return !doc->error_stage.data;
  }
  if (doc->error_stage.data) {
    return false;
  }
  const IsnStatus st = worker->plan->backend->write(worker->graph, doc);
  return st ? fail(worker, doc, ISN_STAGE_RDF, st, isn_status_name(st)) : true;
}
