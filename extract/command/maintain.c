// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/maintain.h"

#include "extract/command/locate.h"
#include "extract/extractor.h"

static IsnStatus
check(const IsnKnowledge* const knowledge,
      const IsnOptions* const options,
      FILE* const out,
      const IsnSink* const sink)
{
  size_t n_passed = 0;
  size_t n_failed = 0;
  const IsnStatus st = isn_knowledge_check(
    knowledge, options->paths, options->n_paths, sink, &n_passed, &n_failed);
  fprintf(out, "%zu examples passed, %zu failed\n", n_passed, n_failed);
  if (fflush(out)) {
    return isn_error(
      sink, ISN_ERR_OUTPUT, NULL, "cannot write to standard output");
  }
  return !st && n_failed ? ISN_ERR_RULES : st;
}

IsnStatus
isn_maintain_check(const IsnOptions* const options,
                   FILE* const out,
                   const IsnSink* const sink)
{
  IsnArena arena = { 0 };
  IsnPlaces places;
  IsnKnowledge* knowledge = NULL;
  IsnStatus st = isn_places_find(&places, options, &arena, sink);
  if (!st) {
    st = isn_knowledge_open(&knowledge, places.data, places.image, sink);
  }
  if (!st) {
    st = check(knowledge, options, out, sink);
  }
  isn_knowledge_close(knowledge);
  isn_arena_clear(&arena);
  return st;
}

IsnStatus
isn_maintain_compile(const IsnOptions* const options, const IsnSink* const sink)
{
  IsnArena arena = { 0 };
  IsnPlaces places;
  IsnStatus st = isn_places_find(&places, options, &arena, sink);
  if (!st) {
    const char* const image = options->output ? options->output : places.image;
    st = isn_knowledge_compile(places.data, image, sink);
  }
  isn_arena_clear(&arena);
  return st;
}
