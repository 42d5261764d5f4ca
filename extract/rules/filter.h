// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file filter.h Which rules are worth a try where.
///
/// Of each pattern's outline, the filter keeps what the first units of a match
/// must be like and what must stand somewhere behind its begin. A sign (what
/// stands for a unit in the annotated sentence) then is a row of bits, one a
/// rule, for each of these demands; a few ANDs of rows tell the rules that
/// can match at a unit. Nearly all cannot, and are never looked at.
#ifndef ISN_RULES_FILTER_H
#define ISN_RULES_FILTER_H

#include "extract/rules/outline.h"

#define ISN_FILTER_PLACES 4u ///< Units of a match that are looked at
#define ISN_FILTER_NEEDS 4u  ///< Things needed at or behind a match's begin
#define ISN_FILTER_GROUPS 8u
#define ISN_FILTER_WORD_BITS 262144u ///< 32 KiB
#define ISN_FILTER_SURE UINT32_MAX   ///< No other test need be passed

/// A row is a cell for each 64 rules, which holds a word of bits for each part,
/// places and then needs: one line of the processor's cache. Behind the cells
/// lies one more word for each 64 rules, the trigger's.
#define ISN_FILTER_PARTS (ISN_FILTER_PLACES + ISN_FILTER_NEEDS)
#define ISN_FILTER_TRIGGER ISN_FILTER_PARTS
#define ISN_FILTER_CELL 64u ///< Bytes of a cell

typedef struct {
  IsnArc* arcs;
  uint32_t* first_arc; ///< By node; one more at the end
  uint32_t n_nodes;
  uint32_t end;
} IsnNet;

/// A list of numbers for each number, flat.
typedef struct {
  uint32_t* begin; ///< One more than there are lists
  uint32_t* items;
} IsnLists;

/// What a test that a unit passes says of the unit's row: bits of one word.
typedef struct {
  uint32_t also;   ///< Test that must be passed too, or ISN_FILTER_SURE
  uint16_t word;   ///< Of the row (see isn_filter_at)
  uint16_t n_same; ///< Marks from this one on that need the same other test
  uint64_t bits;
} IsnFilterMark;

/// Const once finished, shared by all workers.
typedef struct {
  IsnArena* arena;
  IsnTests tests;
  size_t n_rules;
  size_t n_words; ///< Cells of a row
  IsnNet* nets;
  uint32_t max_nodes; ///< Of a net
  uint32_t max_arcs;
  uint32_t proclitic;   ///< Test that all units with a proclitic pass
  uint64_t* base;       ///< Row of a unit that passes no test
  uint64_t* end;        ///< Row of what lies behind the last unit
  uint64_t* needless;   ///< Rules that need nothing, n_words
  uint64_t* at_begin;   ///< Rules that match only at the sentence's begin
  uint64_t* groups;     ///< A row of n_words for each group: its rules
  IsnLists atom_tests;  ///< Tests by atom
  uint32_t* first_mark; ///< By test; one more at the end
  IsnFilterMark* marks;
  uint32_t* next_atom;        ///< Of the same number, + 1
  uint32_t class_atoms[2048]; ///< First atom + 1
  uint32_t symbol_atoms[32];
  uint32_t* word_atoms; ///< By number of the string
  uint64_t* word_bits; ///< Bits at the hashes of all strings: most letters that
                       ///< a word begins with are none of them
  size_t max_word;     ///< Bytes of the longest string
} IsnFilter;

/// Words of a set of tests as bits.
static inline size_t
isn_filter_test_words(const IsnFilter* const f)
{
  return (f->tests.tests.n_items + 63) / 64 + 1;
}

/// Append a set of atoms, given in ascending order, in few bytes.
void
isn_filter_pack_atoms(const uint32_t* atoms, size_t n, IsnBuffer* out);

/// The tests that a unit passes which has the atoms of a set that was packed,
/// as bits.
void
isn_filter_unpack_tests(const IsnFilter* filter,
                        IsnStr packed,
                        uint64_t* tests);

/// Words of a row.
static inline size_t
isn_filter_row(const IsnFilter* const f)
{
  return f->n_words * (ISN_FILTER_PARTS + 1u);
}

/// Where in a row the word of `part` lies that holds rules 64 `w` and on.
static inline size_t
isn_filter_at(const IsnFilter* const f, const size_t part, const size_t w)
{
  return part == ISN_FILTER_TRIGGER ? f->n_words * ISN_FILTER_PARTS + w
                                    : w * ISN_FILTER_PARTS + part;
}

/// Whether there are rules of the group at all.
static inline bool
isn_filter_has_group(const IsnFilter* const f, const unsigned group)
{
  uint64_t members = 0;
  for (size_t w = 0; w < f->n_words; ++w) {
    members |= f->groups[group * f->n_words + w];
  }
  return members;
}

/// A rule, for as long as the filter is built.
typedef struct {
  IsnPatternScope scope;
  IsnStr pattern;
  const IsnNeed* trigger; ///< NULL: none
  unsigned group;         ///< Rules of one group are looked for together
} IsnFilterRule;

/// Build the filter of `n` rules in `arena`.
IsnStatus
isn_filter_build(IsnFilter* filter,
                 const IsnFilterRule* rules,
                 size_t n,
                 IsnArena* arena);

#endif
