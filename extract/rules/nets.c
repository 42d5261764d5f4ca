// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/nets.h"

#include <stdlib.h>

#define LOG_LINES 15u // of the processor's cache: 2 MiB
#define LINE_EDGES 8u
#define LINE_BYTES (LINE_EDGES * sizeof(IsnNetEdge))
#define N_EDGES (LINE_EDGES << LOG_LINES)
#define N_TESTED 1024u // sets whose tests are kept unpacked
#define N_WAYS 4u      // places among them that a set can have

static bool
init(IsnNets* const nets)
{
  const IsnFilter* const f = nets->filter;
  IsnArena* const arena = nets->arena;
  const size_t n_nodes = f->max_nodes + 1u;
  nets->states.arena = arena;
  nets->begins = isn_arena_array(arena, f->n_rules + 1, sizeof(uint32_t));
  char* const edges =
    isn_arena_array(arena, N_EDGES + LINE_EDGES, sizeof(*nets->edges));
  const size_t over = (uintptr_t)edges % LINE_BYTES;
  nets->edges = (IsnNetEdge*)(void*)(edges ? edges + LINE_BYTES - over : NULL);
  nets->stamps = isn_arena_array(arena, n_nodes, sizeof(uint32_t));
  nets->stack = isn_arena_array(arena, n_nodes, sizeof(uint32_t));
  nets->nodes = isn_arena_array(arena, f->max_arcs + 2u, sizeof(uint32_t));
  nets->tests = isn_arena_array(
    arena, N_TESTED * isn_filter_test_words(f), sizeof(uint64_t));
  nets->tested = isn_arena_array(arena, N_TESTED, sizeof(uint32_t));
  return nets->tests && nets->tested && nets->begins && nets->edges &&
         nets->stamps && nets->stack && nets->nodes;
}

static int
compare_nodes(const void* const a, const void* const b)
{
  const uint32_t x = *(const uint32_t*)a;
  const uint32_t y = *(const uint32_t*)b;
  return (x > y) - (x < y);
}

/// The state of the `n` nodes of nets->nodes + 1. Without memory a match is
/// only tried where it need not be.
static uint32_t
put_state(IsnNets* const nets, const size_t n)
{
  const IsnStr key = { (const char*)nets->nodes, (n + 1) * sizeof(uint32_t) };
  const uint32_t number = isn_pool_put(&nets->states, key);
  return number == ISN_POOL_NONE ? ISN_NET_ENDED : number + ISN_NET_FIRST;
}

uint32_t
isn_net_begin(IsnNets* const nets, const size_t rule)
{
  if (!nets->begins && !init(nets)) {
    return ISN_NET_ENDED;
  }
  if (!nets->begins[rule]) {
    nets->nodes[0] = (uint32_t)rule;
    nets->nodes[1] = 0; // the pattern's begin
    nets->begins[rule] =
      nets->filter->nets[rule].n_nodes ? put_state(nets, 1) : ISN_NET_ENDED;
  }
  return nets->begins[rule];
}

/// The tests that a unit of the set passes, as bits.
static const uint64_t*
find_tests(IsnNets* const nets, const IsnStr atoms, const uint32_t n_set)
{
  const uint32_t first = n_set % (N_TESTED / N_WAYS) * N_WAYS;
  const size_t n_words = isn_filter_test_words(nets->filter);
  uint32_t way = 0;
  while (way < N_WAYS && nets->tested[first + way] != n_set + 1) {
    ++way;
  }
  if (way == N_WAYS) {
    way = nets->n_unpacked++ % N_WAYS;
    nets->tested[first + way] = n_set + 1;
    isn_filter_unpack_tests(
      nets->filter, atoms, nets->tests + (first + way) * n_words);
  }
  return nets->tests + (first + way) * n_words;
}

static bool
has_test(const uint64_t* const tests, const uint32_t test)
{
  return tests[test / 64] >> test % 64 & 1u;
}

static bool
passes(const IsnNets* const nets,
       const uint64_t* const tests,
       const uint32_t label)
{
  if (label >= ISN_ARC_NOT) {
    return !has_test(tests, label - ISN_ARC_NOT) ||
           has_test(tests, nets->filter->proclitic);
  }
  return label == ISN_ARC_FREE ||
         (label >= ISN_ARC_TEST && has_test(tests, label - ISN_ARC_TEST));
}

/// Put a node on the stack, once a step.
static void
visit(IsnNets* const nets, const uint32_t node, uint32_t* const n)
{
  if (nets->stamps[node] != nets->stamp) {
    nets->stamps[node] = nets->stamp;
    nets->stack[(*n)++] = node;
  }
}

/// Order the `n` nodes behind the rule's number, each once.
static size_t
make_set(uint32_t* const nodes, const size_t n)
{
  size_t n_kept = 0;
  qsort(nodes, n, sizeof(*nodes), compare_nodes);
  for (size_t i = 0; i < n; ++i) {
    if (!n_kept || nodes[n_kept - 1] != nodes[i]) {
      nodes[n_kept++] = nodes[i];
    }
  }
  return n_kept;
}

static uint32_t
work_out(IsnNets* const nets, const uint32_t state, const uint64_t* const tests)
{
  const IsnStr key = nets->states.items[state - ISN_NET_FIRST];
  const uint32_t* const set = (const uint32_t*)(const void*)key.data;
  const IsnNet* const net = &nets->filter->nets[set[0]];
  uint32_t n = 0;
  size_t n_next = 0;
  ++nets->stamp;
  for (size_t i = 1; i < key.n_bytes / sizeof(*set); ++i) {
    visit(nets, set[i], &n);
  }
  while (n) {
    const uint32_t node = nets->stack[--n];
    if (node == net->end) {
      return ISN_NET_ENDED;
    }
    for (uint32_t a = net->first_arc[node]; a < net->first_arc[node + 1]; ++a) {
      const IsnArc* const arc = &net->arcs[a];
      if (arc->label == ISN_ARC_NEXT) {
        nets->nodes[++n_next] = arc->to;
      } else if (passes(nets, tests, arc->label)) {
        visit(nets, arc->to, &n);
      }
    }
  }
  if (!n_next) {
    return ISN_NET_FAILED;
  }
  nets->nodes[0] = set[0];
  return put_state(nets, make_set(nets->nodes + 1, n_next));
}

/// The line of edges where a step is, if it was worked out and is kept.
static IsnNetEdge*
line_of(const IsnNets* const nets, const uint32_t state, const uint32_t n_set)
{
  const uint32_t hash = (state << 16 | n_set) * 0x9E3779B1u;
  return &nets->edges[(size_t)(hash >> (32 - LOG_LINES)) * LINE_EDGES];
}

void
isn_net_fetch_step(const IsnNets* const nets,
                   const uint32_t state,
                   const uint32_t n_set)
{
  __builtin_prefetch(line_of(nets, state, n_set));
}

uint32_t
isn_net_step(IsnNets* const nets,
             const uint32_t state,
             const IsnStr* const atoms,
             const uint32_t n_set)
{
  if (state > UINT16_MAX || n_set > UINT16_MAX) {
    return work_out(nets, state, find_tests(nets, *atoms, n_set));
  }
  IsnNetEdge* const line = line_of(nets, state, n_set);
  for (size_t i = 0; i < LINE_EDGES; ++i) {
    if (line[i].state == state && line[i].n_set == n_set) {
      return line[i].to;
    }
  }
  const uint32_t to = work_out(nets, state, find_tests(nets, *atoms, n_set));
  memmove(line + 1, line, (LINE_EDGES - 1) * sizeof(*line));
  line[0] = (IsnNetEdge){ (uint16_t)state, (uint16_t)n_set, to };
  return to;
}
