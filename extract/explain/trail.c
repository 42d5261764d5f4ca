// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/trail.h"

void
isn_trail_restart(IsnTrail* const trail)
{
  *trail = (IsnTrail){ .image = trail->image };
}

static bool
find_units(const IsnMatch* const match,
           const uint32_t group,
           IsnSpan* const units,
           bool* const at_word)
{
  const IsnRef ref = { .kind = ISN_REF_GROUP,
                       .groups = { (uint8_t)group },
                       .n_groups = 1 };
  return isn_match_units(match, &ref, 0, units, at_word);
}

static void
note_captures(IsnStep* const step,
              const IsnAnnotationSource* const source,
              const IsnMatch* const match)
{
  const uint32_t n_groups = isn_regex_n_groups(match->rule->regex);
  for (uint32_t i = 1; i < n_groups; ++i) {
    const char* const name = isn_regex_group_name(match->rule->regex, i);
    IsnSpan units;
    bool at_word = false;
    if (name && find_units(match, i, &units, &at_word)) {
      step->captures[step->n_captures++] = (IsnCapture){
        name, isn_match_chars(source, match->annotated, units, at_word)
      };
    }
  }
}

/// As mentions.c takes it: the group that the rule calls the mention, or all.
static IsnSpan
mention_of(const IsnAnnotationSource* const source, const IsnMatch* const match)
{
  IsnSpan units = match->units;
  bool at_word = false;
  for (size_t i = 0; i < match->rule->mention.n_groups; ++i) {
    if (isn_match_units(match, &match->rule->mention, i, &units, &at_word)) {
      break;
    }
  }
  return isn_match_chars(source, match->annotated, units, true);
}

void
isn_trail_note(void* const handle,
               const IsnDocument* const doc,
               const IsnMatch* const match)
{
  IsnTrail* const trail = handle;
  const IsnAnnotationSource source = { trail->image, doc, doc->analysis };
  IsnStep* const steps = isn_arena_grow(
    doc->arena, trail->steps, trail->n_steps, &trail->capacity, sizeof(*steps));
  IsnCapture* const captures = isn_arena_array(
    doc->arena, isn_regex_n_groups(match->rule->regex), sizeof(*captures));
  if (!steps || !captures) {
    trail->failed = true;
    return;
  }
  trail->steps = steps;
  IsnStep* const step = &steps[trail->n_steps++];
  *step = (IsnStep){
    .rule = match->rule,
    .chars = isn_match_chars(&source, match->annotated, match->units, false),
    .mention = mention_of(&source, match),
    .captures = captures,
  };
  note_captures(step, &source, match);
}

static bool
is_same(const IsnSpan a, const IsnSpan b)
{
  return a.begin == b.begin && a.end == b.end;
}

/// Whether `entity` is mentioned in what the group of `ref` captured; true
/// too if the rule has it from elsewhere, or if it is no entity.
static bool
is_named(const IsnStep* const step,
         const IsnDocument* const doc,
         const IsnRef* const ref,
         const uint32_t entity)
{
  if (ref->kind != ISN_REF_GROUP || entity == ISN_NO_ENTITY) {
    return true;
  }
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    for (size_t c = 0; c < step->n_captures && m->entity == entity; ++c) {
      const IsnSpan chars = step->captures[c].chars;
      if (isn_str_is(ref->name, step->captures[c].name) &&
          m->chars.begin >= chars.begin && m->chars.end <= chars.end) {
        return true;
      }
    }
  }
  return false;
}

bool
isn_step_gave_fact(const IsnStep* const step,
                   const IsnDocument* const doc,
                   const IsnFact* const fact)
{
  bool is_evidence = false;
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    is_evidence = is_evidence || is_same(step->chars, fact->evidence[i]);
  }
  for (size_t i = 0; is_evidence && i < step->rule->n_facts; ++i) {
    const IsnRuleFact* const made = &step->rule->facts[i];
    if (made->property == fact->property &&
        is_named(step, doc, &made->subject, fact->subject) &&
        is_named(step, doc, &made->object, fact->object)) {
      return true;
    }
  }
  return false;
}

bool
isn_step_gave_mention(const IsnStep* const step,
                      const IsnMention* const mention)
{
  return step->rule->kind != ISN_RULE_RELATION &&
         step->rule->type == mention->type &&
         is_same(step->mention, mention->chars);
}
