// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file parts.h A pattern cut to the parts that its author sees in it.
///
/// A part begins at a blank, at a group or definition that begins with one,
/// and behind a look-ahead that stands before a word. A group with no
/// quantifier is looked into; each of its alternatives has parts of its own.
/// What can stand for no words at all is not counted.
#ifndef ISN_EXPLAIN_PARTS_H
#define ISN_EXPLAIN_PARTS_H

#include "extract/base/arena.h"
#include "extract/rules/pattern.h"

/// Where a pattern can end early: what stands before, as a pattern.
typedef struct {
  IsnStr pattern;
  IsnStr next;   ///< The part behind it, as written
  IsnStr group;  ///< Name of the innermost capture that `next` is in, or absent
  size_t n_here; ///< Parts of `pattern`
  size_t n_all;  ///< Parts of the whole pattern on this way through it
  bool is_ahead; ///< `pattern` ends with a look-ahead and the word it is at
} IsnCut;

/// Zero is empty; all in its arena.
typedef struct {
  IsnArena arena;
  IsnCut* list; ///< Those with most parts first
  size_t n;
  size_t capacity;
  IsnStr* firsts; ///< What each way through the pattern begins with
  size_t n_firsts;
  size_t firsts_capacity;
  bool failed; ///< Without memory
} IsnCuts;

/// Cut `pattern`, whose definitions are those of `scope`. ISN_ERR_NO_MEMORY.
IsnStatus
isn_cuts_find(IsnCuts* cuts, const IsnPatternScope* scope, IsnStr pattern);

void
isn_cuts_clear(IsnCuts* cuts);

#endif
