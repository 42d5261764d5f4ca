// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file outline.h A pattern as a net of tests, one unit after the other.
///
/// Every match of the pattern is a way through the net, from node 0 to the
/// last node: arcs of tests stay on a unit, arcs named ISN_ARC_NEXT go to the
/// next one. The reverse does not hold: what looks behind is left out, and most
/// of what must not follow, so that the net only says where a match is worth a
/// try.
#ifndef ISN_RULES_OUTLINE_H
#define ISN_RULES_OUTLINE_H

#include "extract/rules/pattern.h"
#include "extract/rules/tests.h"

#define ISN_ARC_FREE 0u
#define ISN_ARC_NEXT 1u
#define ISN_ARC_TEST 2u ///< and the test's number
/// And the number of a test that a unit without proclitics must not pass: all
/// that passes it is what the pattern has behind «(?!».
#define ISN_ARC_NOT 0x80000000u

static inline bool
isn_arc_is_test(const uint32_t label)
{
  return label >= ISN_ARC_TEST && label < ISN_ARC_NOT;
}

typedef struct {
  uint32_t from;
  uint32_t to;
  uint32_t label;
} IsnArc;

#define ISN_OUTLINE_NEEDS 24

typedef struct {
  bool is_known;    ///< Else the pattern says what no net can
  bool is_at_begin; ///< It matches only at the sentence's begin
  IsnArc* arcs;     ///< By `from`
  size_t n_arcs;
  size_t capacity;
  uint32_t n_nodes;
  uint32_t end;                      ///< Node behind the pattern
  uint32_t needs[ISN_OUTLINE_NEEDS]; ///< Tests that some unit must pass,
  size_t n_needs; ///< from the match's first on; the rarest first
} IsnOutline;

/// Outline `pattern`, in the notation of rule files, into `arena`.
void
isn_outline_make(IsnOutline* outline,
                 IsnTests* tests,
                 const IsnPatternScope* scope,
                 IsnStr pattern,
                 IsnArena* arena);

#endif
