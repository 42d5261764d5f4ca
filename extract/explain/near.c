// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/near.h"

IsnStatus
isn_near_open(IsnNear* const near,
              const IsnRuleSet* const rules,
              const IsnImage* const image,
              const IsnRule* const rule)
{
  *near = (IsnNear){
    .rule = rule,
    .scope = { image, rules->defines, rule->n_defines, &rules->kinds },
  };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_cuts_find(&near->cuts, &near->scope, rule->pattern));
  IsnArena* const arena = &near->cuts.arena;
  near->shorts = isn_arena_array(arena, near->cuts.n + 1, sizeof(IsnRule));
  near->are_tried = isn_arena_array(arena, near->cuts.n + 1, sizeof(bool));
  return near->shorts && near->are_tried ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

void
isn_near_close(IsnNear* const near)
{
  for (size_t i = 0; near->shorts && i < near->cuts.n; ++i) {
    isn_regex_free(near->shorts[i].regex);
  }
  isn_cuts_clear(&near->cuts);
  *near = (IsnNear){ NULL };
}

/// Its regex stays NULL if the cut is no pattern by itself: one that calls a
/// group which only the rest defines, say.
static void
compile(IsnNear* const near, const size_t i)
{
  IsnBuffer out = { 0 };
  IsnNeeds needs = { 0 };
  const char* message = NULL;
  size_t offset = 0;
  near->are_tried[i] = true;
  near->shorts[i] = *near->rule;
  near->shorts[i].regex = NULL;
  IsnStatus st = isn_pattern_translate(&near->scope,
                                       near->cuts.list[i].pattern,
                                       &out,
                                       &needs,
                                       &near->cuts.arena,
                                       &message,
                                       &offset);
  if (!st) {
    isn_regex_new(&near->shorts[i].regex,
                  isn_buffer_str(&out),
                  &near->cuts.arena,
                  &message,
                  &offset);
  }
  isn_buffer_clear(&out);
}

bool
isn_near_find(IsnNear* const near,
              const IsnRunner* const runner,
              IsnNearest* const nearest)
{
  isn_matcher_read(runner->matcher, &runner->annotated.text);
  for (size_t i = 0; i < near->cuts.n; ++i) {
    if (!near->are_tried[i]) {
      compile(near, i);
    }
    const IsnCut* const cut = &near->cuts.list[i];
    const IsnRule* const rule = &near->shorts[i];
    IsnSpan place = { 0, 0 };
    if (!rule->regex || isn_matcher_try(runner->matcher, rule->regex, 0) ||
        !isn_matcher_group(runner->matcher, 0, &place)) {
      continue;
    }
    IsnSpan units = isn_annotated_units(&runner->annotated, place);
    units.end -= cut->is_ahead; // the word that was only looked at
    if (units.end > units.begin) {
      *nearest = (IsnNearest){ cut, rule, units };
      return true;
    }
  }
  return false;
}
