// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/parts.h"

#include "extract/explain/notation.h"

#include <stdlib.h>

#define MAX_OPEN 15 ///< Of groups that one cut leaves open

// Parts ---------------------------------------------------------------------

typedef struct {
  size_t begin;
  size_t end;
  size_t group; ///< Begin of its one group, if it is that; else `end`
  bool is_look; ///< A look-ahead before a word
} Part;

/// The next part from `*at` on, which moves behind it; false at the end.
static bool
next_part(const IsnPatternScope* const scope,
          const IsnStr p,
          size_t* const at,
          Part* const part)
{
  while (*at < p.n_bytes && isn_notation_is_blank(p.data[*at])) {
    ++*at;
  }
  *part = (Part){ *at, *at, *at, false };
  size_t n_words = 0; // elements that stand for words
  bool is_group = false;
  while (*at < p.n_bytes && !isn_notation_is_blank(p.data[*at])) {
    const size_t end = isn_notation_skip_atom(p, *at);
    const IsnStr e = isn_str_slice(p, *at, end);
    const bool is_apart = n_words && isn_notation_has_blank(scope, e);
    if (is_apart || (part->is_look && !isn_notation_is_look(e))) {
      break;
    }
    const size_t past = isn_notation_skip_quantifier(p, end);
    if (isn_notation_is_look(e) && !n_words) {
      part->is_look = true;
    } else if (!isn_notation_is_definition(scope, e)) {
      is_group = !n_words && isn_notation_opener(e) && past == end;
      part->group = *at;
      ++n_words;
    }
    *at = past;
  }
  part->end = *at;
  part->group = is_group && n_words == 1 ? part->group : part->end;
  return part->end > part->begin;
}

/// The alternative of `body` that begins at `*at`, which moves behind its bar.
static IsnStr
next_alternative(const IsnStr body, size_t* const at)
{
  const size_t begin = *at;
  while (*at < body.n_bytes && body.data[*at] != '|') {
    *at = isn_notation_skip_atom(body, *at);
  }
  const size_t end = *at < body.n_bytes ? *at : body.n_bytes;
  ++*at;
  return isn_str_slice(body, begin, end);
}

/// What is inside the group of a part.
static IsnStr
inside(const IsnStr p, const Part* const part)
{
  const size_t end = isn_notation_skip_atom(p, part->group);
  const size_t n = isn_notation_opener(isn_str_slice(p, part->group, end));
  return isn_str_slice(p, part->group + n, end - 1);
}

static size_t
count_parts(const IsnPatternScope* scope, IsnStr body);

static size_t
size_of(const IsnPatternScope* const scope,
        const IsnStr p,
        const Part* const part)
{
  const IsnStr written = isn_str_slice(p, part->begin, part->end);
  return isn_notation_is_optional(scope, written) ? 0
         : part->group < part->end ? count_parts(scope, inside(p, part))
                                   : 1;
}

/// Parts of the longest alternative.
static size_t
count_parts(const IsnPatternScope* const scope, const IsnStr body)
{
  size_t most = 0;
  for (size_t at = 0; at <= body.n_bytes;) {
    const IsnStr p = next_alternative(body, &at);
    size_t n = 0;
    Part part;
    for (size_t i = 0; next_part(scope, p, &i, &part);) {
      n += size_of(scope, p, &part);
    }
    most = n > most ? n : most;
  }
  return most;
}

// Cuts ----------------------------------------------------------------------

/// How the alternatives at hand were come to.
typedef struct {
  IsnStr before;   ///< The pattern up to them, groups left open
  size_t n_open;   ///< Of these groups
  size_t n_before; ///< Parts of it
  size_t n_after;  ///< Parts behind the groups
  IsnStr group;    ///< Name of the innermost capture
} Way;

typedef struct {
  IsnCuts* cuts;
  const IsnPatternScope* scope;
} Cutter;

static void
add_cut(const Cutter* const c,
        const Way* const way,
        const IsnStr head,
        const IsnStr next,
        const size_t n_here,
        const size_t n_all,
        const bool is_ahead)
{
  size_t n_head = head.n_bytes; // a blank would ask for a word to follow
  while (n_head && isn_notation_is_blank(head.data[n_head - 1])) {
    --n_head;
  }
  static const char closers[MAX_OPEN + 1] = ")))))))))))))))";
  IsnCuts* const cuts = c->cuts;
  IsnCut* const list = isn_arena_grow(
    &cuts->arena, cuts->list, cuts->n, &cuts->capacity, sizeof(*list));
  const IsnStr pattern = isn_arena_print(&cuts->arena,
                                         "%.*s%.*s%s%.*s",
                                         (int)way->before.n_bytes,
                                         way->before.data,
                                         (int)n_head,
                                         head.data,
                                         is_ahead ? "{any}" : "",
                                         (int)way->n_open,
                                         closers);
  cuts->failed = cuts->failed || !list || !pattern.data;
  if (!cuts->failed) {
    cuts->list = list;
    list[cuts->n++] =
      (IsnCut){ pattern, next, way->group, n_here, n_all, is_ahead };
  }
}

static void
add_first(const Cutter* const c, const IsnStr part)
{
  IsnCuts* const cuts = c->cuts;
  IsnStr* const firsts = isn_arena_grow(&cuts->arena,
                                        cuts->firsts,
                                        cuts->n_firsts,
                                        &cuts->firsts_capacity,
                                        sizeof(*firsts));
  cuts->failed = cuts->failed || !firsts;
  if (firsts) {
    cuts->firsts = firsts;
    firsts[cuts->n_firsts++] = part;
  }
}

static void
cut_alternatives(const Cutter* c, const Way* way, IsnStr body);

/// Look into the group of a part that `n` parts of `p` stand before.
static void
cut_group(const Cutter* const c,
          const Way* const way,
          const IsnStr p,
          const Part* const part,
          const size_t n_before,
          const size_t n_after)
{
  const IsnStr body = inside(p, part);
  const IsnStr head = isn_str_slice(p, 0, (size_t)(body.data - p.data));
  const IsnStr open = isn_str_slice(head, part->group, head.n_bytes);
  const bool is_named = isn_str_starts(open, ISN_STR("(?<"));
  const Way inner = {
    .before = isn_arena_print(&c->cuts->arena,
                              "%.*s%.*s",
                              (int)way->before.n_bytes,
                              way->before.data,
                              (int)head.n_bytes,
                              head.data),
    .n_open = way->n_open + 1,
    .n_before = n_before,
    .n_after = n_after,
    .group = is_named ? isn_str_slice(open, 3, open.n_bytes - 1) : way->group,
  };
  c->cuts->failed = c->cuts->failed || !inner.before.data;
  if (!c->cuts->failed) {
    cut_alternatives(c, &inner, body);
  }
}

static void
cut_sequence(const Cutter* const c, const Way* const way, const IsnStr p)
{
  const size_t n_all = count_parts(c->scope, p);
  bool was_look = false;
  size_t n = 0;
  Part part;
  for (size_t at = 0; next_part(c->scope, p, &at, &part);) {
    const size_t n_part = size_of(c->scope, p, &part);
    const bool has_group = part.group < part.end && way->n_open < MAX_OPEN;
    const IsnStr written = isn_str_slice(p, part.begin, part.end);
    const size_t n_here = way->n_before + n;
    if (n_here && part.begin) { // else it is cut before the group it is in
      add_cut(c,
              way,
              isn_str_slice(p, 0, part.begin),
              written,
              n_here,
              way->n_before + n_all + way->n_after,
              was_look);
    }
    if (has_group) {
      cut_group(c, way, p, &part, n_here, n_all - n - n_part + way->n_after);
    } else if (!n_here && n_part) {
      add_first(c, written);
    }
    was_look = part.is_look;
    n += n_part;
  }
}

static void
cut_alternatives(const Cutter* const c, const Way* const way, const IsnStr body)
{
  for (size_t at = 0; at <= body.n_bytes && !c->cuts->failed;) {
    cut_sequence(c, way, next_alternative(body, &at));
  }
}

static int
compare(const void* const a, const void* const b)
{
  const IsnCut* const x = a;
  const IsnCut* const y = b;
  if (x->n_here != y->n_here) {
    return x->n_here > y->n_here ? -1 : 1;
  }
  return (x->next.data < y->next.data) - (x->next.data > y->next.data);
}

IsnStatus
isn_cuts_find(IsnCuts* const cuts,
              const IsnPatternScope* const scope,
              const IsnStr pattern)
{
  const Cutter cutter = { cuts, scope };
  const Way way = { .before = ISN_STR("") };
  *cuts = (IsnCuts){ .list = NULL };
  cut_alternatives(&cutter, &way, pattern);
  if (cuts->n) {
    qsort(cuts->list, cuts->n, sizeof(*cuts->list), compare);
  }
  return cuts->failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
}

void
isn_cuts_clear(IsnCuts* const cuts)
{
  isn_arena_clear(&cuts->arena);
  *cuts = (IsnCuts){ .list = NULL };
}
