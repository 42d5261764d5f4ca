// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pieces.h"

#define MAX_ARCS 60000u

void
isn_outliner_give_up(IsnOutliner* const m)
{
  m->out->is_known = false;
}

uint32_t
isn_outliner_add_node(IsnOutliner* const m)
{
  return m->out->n_nodes++;
}

void
isn_outliner_add_arc(IsnOutliner* const m,
                     const uint32_t from,
                     const uint32_t to,
                     const uint32_t label)
{
  IsnOutline* const out = m->out;
  IsnArc* const arcs = isn_arena_grow(
    m->arena, out->arcs, out->n_arcs, &out->capacity, sizeof(*arcs));
  if (!arcs || out->n_arcs == MAX_ARCS) {
    isn_outliner_give_up(m);
    return;
  }
  out->arcs = arcs;
  out->arcs[out->n_arcs++] = (IsnArc){ from, to, label };
}

void
isn_piece_go(IsnOutliner* const m, IsnPiece* const piece, const uint32_t label)
{
  const uint32_t node = isn_outliner_add_node(m);
  isn_outliner_add_arc(m, piece->end, node, label);
  piece->end = node;
  piece->spans = piece->spans || label == ISN_ARC_NEXT;
}

/// How often an atom occurs, roughly: of two needs the rarer one says more.
static unsigned
weight_of(const IsnOutliner* const m, const uint32_t test)
{
  const uint32_t* atoms = NULL;
  const size_t n = isn_test_atoms(m->tests, test, &atoms);
  const uint32_t n_classes = isn_image_n_classes(m->scope->image);
  unsigned weight = 0;
  for (size_t i = 0; i < n; ++i) {
    const IsnAtom atom = isn_tests_atom(m->tests, atoms[i]);
    switch ((IsnAtomKind)atom.kind) {
      case ISN_ATOM_WORD:
        weight += 1;
        break;
      case ISN_ATOM_PREFIX:
        weight += 3;
        break;
      case ISN_ATOM_SYMBOL:
        weight += atom.must ? 10 : 20;
        break;
      case ISN_ATOM_PROCLITIC:
        weight += 100;
        break;
      case ISN_ATOM_CLASS:
        weight += atom.number >= n_classes ? 1000 : atom.must ? 10 : 30;
        break;
    }
  }
  return weight;
}

void
isn_piece_add_need(const IsnOutliner* const m,
                   IsnPiece* const piece,
                   const uint32_t test)
{
  for (size_t i = 0; i < piece->n_needs; ++i) {
    if (piece->needs[i] == test) {
      return;
    }
  }
  if (piece->n_needs < ISN_OUTLINE_NEEDS) {
    piece->needs[piece->n_needs++] = test;
  }
  for (size_t i = piece->n_needs; i-- > 1;) { // the rarest first
    if (weight_of(m, piece->needs[i]) < weight_of(m, piece->needs[i - 1])) {
      const uint32_t need = piece->needs[i];
      piece->needs[i] = piece->needs[i - 1];
      piece->needs[i - 1] = need;
    }
  }
}

void
isn_piece_go_test(IsnOutliner* const m,
                  IsnPiece* const piece,
                  const uint32_t test)
{
  if (test == ISN_POOL_NONE) {
    isn_piece_go(m, piece, ISN_ARC_FREE);
    return;
  }
  isn_piece_go(m, piece, ISN_ARC_TEST + test);
  isn_piece_add_need(m, piece, test);
}

void
isn_piece_go_anywhere(IsnOutliner* const m, IsnPiece* const piece)
{
  isn_piece_go(m, piece, ISN_ARC_FREE);
  isn_outliner_add_arc(m, piece->end, piece->end, ISN_ARC_NEXT);
  piece->taken = NULL;
  piece->spans = true;
}

IsnPiece
isn_piece_begin(IsnOutliner* const m, const IsnTaken* const taken)
{
  const uint32_t node = isn_outliner_add_node(m);
  return (IsnPiece){ .begin = node, .end = node, .taken = taken };
}

void
isn_piece_append(IsnOutliner* const m,
                 IsnPiece* const piece,
                 const IsnPiece* const next)
{
  isn_outliner_add_arc(m, piece->end, next->begin, ISN_ARC_FREE);
  piece->end = next->end;
  piece->taken = next->taken;
  piece->spans = piece->spans || next->spans;
  for (size_t i = 0; i < next->n_needs; ++i) {
    isn_piece_add_need(m, piece, next->needs[i]);
  }
}

static bool
has_need(const IsnPiece* const piece, const uint32_t test)
{
  for (size_t i = 0; i < piece->n_needs; ++i) {
    if (piece->needs[i] == test) {
      return true;
    }
  }
  return false;
}

void
isn_pieces_join_needs(const IsnOutliner* const m,
                      IsnPiece* const all,
                      const IsnPiece* const alternatives,
                      const size_t n)
{
  enum { MAX_JOINED = 4 };
  const IsnPiece* const first = &alternatives[0];
  size_t n_rests = ISN_OUTLINE_NEEDS; // the fewest of one
  all->n_needs = 0;
  for (size_t i = 0; i < first->n_needs; ++i) {
    size_t n_with = 0;
    for (size_t k = 0; k < n; ++k) {
      n_with += has_need(&alternatives[k], first->needs[i]);
    }
    if (n_with == n) {
      isn_piece_add_need(m, all, first->needs[i]);
    }
  }
  const IsnPiece shared = *all;
  for (size_t k = 0; k < n; ++k) {
    const size_t n_rest = alternatives[k].n_needs - shared.n_needs;
    n_rests = n_rest < n_rests ? n_rest : n_rests;
  }
  n_rests = n_rests < MAX_JOINED ? n_rests : MAX_JOINED;
  IsnTestDraft* drafts[MAX_JOINED];
  for (size_t i = 0; i < n_rests; ++i) {
    drafts[i] = isn_test_draft(m->arena);
    if (!drafts[i]) {
      return;
    }
  }
  for (size_t k = 0; k < n; ++k) {
    size_t rest = 0;
    for (size_t i = 0; i < alternatives[k].n_needs && rest < n_rests; ++i) {
      if (!has_need(&shared, alternatives[k].needs[i])) {
        isn_test_add_test(m->tests, drafts[rest++], alternatives[k].needs[i]);
      }
    }
  }
  for (size_t i = 0; i < n_rests; ++i) {
    const uint32_t test = isn_test_put(m->tests, drafts[i]);
    if (test != ISN_POOL_NONE) {
      isn_piece_add_need(m, all, test);
    }
  }
}

void
isn_outliner_sort_arcs(IsnOutliner* const m)
{
  IsnOutline* const out = m->out;
  uint32_t* const at = isn_arena_array(m->arena, out->n_nodes + 1, sizeof(*at));
  IsnArc* const sorted =
    isn_arena_array(m->arena, out->n_arcs + 1, sizeof(*sorted));
  if (!at || !sorted) {
    isn_outliner_give_up(m);
    return;
  }
  for (size_t i = 0; i < out->n_arcs; ++i) {
    ++at[out->arcs[i].from + 1];
  }
  for (uint32_t n = 0; n < out->n_nodes; ++n) {
    at[n + 1] += at[n];
  }
  for (size_t i = 0; i < out->n_arcs; ++i) {
    sorted[at[out->arcs[i].from]++] = out->arcs[i];
  }
  out->arcs = sorted;
}
