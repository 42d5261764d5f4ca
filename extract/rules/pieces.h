// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file pieces.h Parts of a pattern's net, put together.
#ifndef ISN_RULES_PIECES_H
#define ISN_RULES_PIECES_H

#include "extract/rules/outline.h"
#include "extract/rules/taken.h"

#define ISN_OUTLINE_DEPTH 48 ///< Of brackets and definitions
#define ISN_OUTLINE_GROUPS 64

/// A group that others may call.
typedef struct {
  IsnStr name;
  IsnStr body;
} IsnNamedGroup;

/// An outline under way.
typedef struct {
  IsnOutline* out;
  IsnTests* tests;
  const IsnPatternScope* scope;
  IsnArena* arena;
  IsnNamedGroup groups[ISN_OUTLINE_GROUPS];
  size_t n_groups;
  int depth;
} IsnOutliner;

/// Part of the net, and what is known of who has walked through it.
typedef struct {
  uint32_t begin;
  uint32_t end;
  const IsnTaken* taken; ///< Of the unit's word
  bool spans;            ///< It can reach into another unit
  bool is_at_begin;
  uint32_t needs[ISN_OUTLINE_NEEDS];
  size_t n_needs;
} IsnPiece;

/// No net can say what the pattern says.
void
isn_outliner_give_up(IsnOutliner* m);

uint32_t
isn_outliner_add_node(IsnOutliner* m);

void
isn_outliner_add_arc(IsnOutliner* m,
                     uint32_t from,
                     uint32_t to,
                     uint32_t label);

/// Order all arcs by the node they come from.
void
isn_outliner_sort_arcs(IsnOutliner* m);

/// A piece of one node, behind what has taken `taken`.
IsnPiece
isn_piece_begin(IsnOutliner* m, const IsnTaken* taken);

/// Lengthen a piece by an arc.
void
isn_piece_go(IsnOutliner* m, IsnPiece* piece, uint32_t label);

/// Lengthen a piece by a test; ISN_POOL_NONE tests nothing.
void
isn_piece_go_test(IsnOutliner* m, IsnPiece* piece, uint32_t test);

/// Lengthen a piece by what may take anything, blanks too.
void
isn_piece_go_anywhere(IsnOutliner* m, IsnPiece* piece);

/// Lengthen a piece by another.
void
isn_piece_append(IsnOutliner* m, IsnPiece* piece, const IsnPiece* next);

/// Some unit, from the piece's first on, must pass this test.
void
isn_piece_add_need(const IsnOutliner* m, IsnPiece* piece, uint32_t test);

/// Set what the alternatives together need: what each of them does, and of the
/// rest, rarest first, what one or another does.
void
isn_pieces_join_needs(const IsnOutliner* m,
                      IsnPiece* all,
                      const IsnPiece* alternatives,
                      size_t n);

#endif
