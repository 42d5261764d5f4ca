// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file nets.h Walks through the nets of rules, one unit after the other.
///
/// Where a walk can be before a unit is a set of a net's nodes. Each set that
/// has occurred has a number, and what it becomes behind a unit depends on the
/// atoms that the unit has alone: so a step is worked out once and then
/// looked up, as in a deterministic automaton that is built where it is used.
#ifndef ISN_RULES_NETS_H
#define ISN_RULES_NETS_H

#include "extract/rules/filter.h"

/// A step that was worked out. They lie by hash in lines of the processor's
/// cache, and a new one drives out the oldest of its line: any may be missing,
/// none is wrong.
typedef struct {
  uint16_t state; ///< 0: empty
  uint16_t n_set;
  uint32_t to;
} IsnNetEdge;

/// One worker's walks. Zero but for `filter` and `arena` is valid.
typedef struct {
  const IsnFilter* filter;
  IsnArena* arena;
  IsnPool states;   ///< Number of the rule, then of the nodes, ascending
  uint32_t* begins; ///< First state by rule, 0: not yet known
  IsnNetEdge* edges;
  uint32_t* stamps; ///< Nodes that were seen, by `stamp`
  uint32_t stamp;
  uint32_t* stack;
  uint32_t* nodes;  ///< A set under way, behind the number of its rule
  uint64_t* tests;  ///< Of a few sets, as bits: each unit is met by many rules
  uint32_t* tested; ///< Numbers of those sets, + 1
  uint32_t n_unpacked;
} IsnNets;

#define ISN_NET_FAILED 0u ///< No match goes on from here
#define ISN_NET_ENDED 1u  ///< One can have ended
#define ISN_NET_FIRST 2u  ///< And all greater: somewhere in a net

/// State before a match's first unit; ISN_NET_ENDED if the rule has no net, or
/// without memory.
uint32_t
isn_net_begin(IsnNets* nets, size_t rule);

/// The state behind a unit that has `atoms`, packed (see filter.h), set number
/// `n_set` of all that were met.
uint32_t
isn_net_step(IsnNets* nets,
             uint32_t state,
             const IsnStr* atoms,
             uint32_t n_set);

/// Have what that step needs brought from memory.
void
isn_net_fetch_step(const IsnNets* nets, uint32_t state, uint32_t n_set);

#endif
