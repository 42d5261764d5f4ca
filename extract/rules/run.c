// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/run.h"

#include "extract/rules/starts.h"
#include "extract/rules/walks.h"

#include <stdlib.h>

void
isn_runner_turn(IsnRunner* const runner, const size_t number)
{
  if (number != runner->turn) {
    IsnSigns* const signs = runner->annotated.signs;
    runner->turned[runner->turn] = runner->annotated;
    runner->annotated = runner->turned[number];
    runner->annotated.signs = signs;
    runner->turned[number] = (IsnAnnotated){ 0 };
    runner->turn = number;
  }
}

void
isn_runner_clear_annotated(IsnRunner* const runner)
{
  isn_annotated_clear(&runner->annotated);
  for (size_t i = 0; i < ISN_N_ANNOTATED; ++i) {
    isn_annotated_clear(&runner->turned[i]);
  }
}

static IsnStatus
note_limit(IsnRunner* const runner, const size_t rule)
{
  if (!runner->limits) {
    runner->limits = calloc(runner->rules->n_rules, sizeof(uint32_t));
  }
  if (!runner->limits) {
    return ISN_ERR_NO_MEMORY;
  }
  ++runner->limits[rule];
  ++runner->n_limits;
  runner->is_limit_untold = true;
  return ISN_SUCCESS;
}

static bool
is_given_up(const IsnRunner* const runner, const size_t rule)
{
  return runner->is_limit_untold && runner->limits[rule] == ISN_MAX_RULE_LIMITS;
}

void
isn_rules_report_limits(IsnRunner* const runner, const IsnDocument* const doc)
{
  for (size_t i = 0; runner->is_limit_untold && i < runner->rules->n_rules;
       ++i) {
    const IsnRule* const rule = &runner->rules->rules[i];
    const IsnPlace place = { rule->file.data, rule->line, 0 };
    if (runner->limits[i]) {
      isn_warning(runner->sink,
                  &place,
                  "rule %s ran into a limit of its pattern in %u sentence%s of "
                  "document %.*s and was passed over there%s",
                  rule->name.data,
                  runner->limits[i],
                  runner->limits[i] == 1 ? "" : "s",
                  (int)doc->id.n_bytes,
                  doc->id.data,
                  is_given_up(runner, i) ? " and from there on" : "");
      runner->limits[i] = 0;
    }
  }
  runner->is_limit_untold = false;
}

/// Report the match that was just found; `*next` is where to go on.
static IsnStatus
report_match(IsnRunner* const runner,
             const IsnRule* const rule,
             IsnMatchFunc func,
             void* const handle,
             size_t* const next)
{
  const IsnAnnotated* const annotated = &runner->annotated;
  IsnSpan place = { 0, 0 };
  isn_matcher_group(runner->matcher, 0, &place);
  const IsnMatch match = {
    rule, annotated, runner->matcher, isn_annotated_units(annotated, place)
  };
  // The next may begin inside this one: at its second unit
  const size_t second = match.units.begin + 1 < annotated->n_units
                          ? annotated->units[match.units.begin + 1].begin
                          : annotated->text.n;
  const bool is_empty =
    place.end <= place.begin || match.units.end <= match.units.begin;
  const bool is_apart = rule->kind != ISN_RULE_RELATION || rule->apart;
  *next = place.end > second && is_apart ? place.end : second;
  return is_empty ? ISN_SUCCESS : func(handle, &match);
}

/// The annotation's text, which the matcher then reads; NULL without memory.
static const IsnWide*
read_text(IsnRunner* const runner)
{
  const IsnWide* const text = isn_annotated_text(&runner->annotated);
  isn_matcher_read(runner->matcher, text);
  return text;
}

/// Try the rule at a unit, then behind each of its proclitics.
static IsnStatus
try_unit(IsnRunner* const runner,
         const IsnRule* const rule,
         const IsnWide* const text,
         const uint32_t begin)
{
  size_t at = begin;
  for (;;) {
    const IsnStatus st = isn_matcher_try(runner->matcher, rule->regex, at);
    if (st != ISN_END) {
      return st;
    }
    // A proclitic is one letter and a tatweel
    if (at + 2 >= text->n || text->units[at + 1] != 0x0640) {
      return ISN_END;
    }
    at += 2;
  }
}

/// The rule's starts among all of the stretch: from `*first` on, which moves
/// behind them.
static IsnSpan
starts_of(const IsnAnnotated* const a, const size_t rule, size_t* const first)
{
  size_t i = *first;
  while (i < a->n_starts && isn_start_rule(a->starts[i]) < rule) {
    ++i;
  }
  size_t end = i;
  while (end < a->n_starts && isn_start_rule(a->starts[end]) == rule) {
    ++end;
  }
  *first = end;
  return (IsnSpan){ (uint32_t)i, (uint32_t)end };
}

/// Try the rule where it is worth it.
static IsnStatus
run_rule(IsnRunner* const runner,
         const IsnRule* const rule,
         const IsnSpan starts,
         IsnMatchFunc func,
         void* const handle)
{
  IsnAnnotated* const annotated = &runner->annotated;
  const size_t number = (size_t)(rule - runner->rules->rules);
  size_t from = 0;
  if (is_given_up(runner, number)) {
    return ISN_SUCCESS;
  }
  for (uint32_t i = starts.begin; i < starts.end; ++i) {
    const uint32_t u = isn_start_unit(annotated->starts[i]);
    if (from && annotated->units[u].begin < from) {
      continue;
    }
    const IsnWide* const text = read_text(runner);
    const uint32_t begin = annotated->units[u].begin;
    if (!text) {
      return ISN_ERR_NO_MEMORY;
    }
    IsnStatus st = try_unit(runner, rule, text, begin);
    if (st == ISN_ERR_LIMIT) {
      return note_limit(runner, number);
    }
    if (st == ISN_END) {
      continue;
    }
    if (st != ISN_SUCCESS) {
      return st;
    }
    ISN_TRY(st, report_match(runner, rule, func, handle, &from));
  }
  return ISN_SUCCESS;
}

/// A rule that is looked at, and who wants its matches.
typedef struct {
  const IsnRuleWatch* watch;
  const IsnDocument* doc;
  IsnMatchFunc func;
  void* handle;
  size_t n_matches;
} Watched;

static IsnStatus
show_match(void* const handle, const IsnMatch* const match)
{
  Watched* const watched = handle;
  ++watched->n_matches;
  if (watched->watch->match) {
    watched->watch->match(watched->watch->handle, watched->doc, match);
  }
  return watched->func(watched->handle, match);
}

static IsnStatus
run_watched(IsnRunner* const runner,
            const IsnDocument* const doc,
            const IsnRule* const rule,
            const IsnSpan starts,
            IsnMatchFunc func,
            void* const handle)
{
  const IsnRuleWatch* const watch = runner->rules->watch;
  Watched watched = { watch, doc, func, handle, 0 };
  if (watch->begin) {
    watch->begin(watch->handle, rule);
  }
  const IsnStatus st = run_rule(runner, rule, starts, show_match, &watched);
  if (watch->end) {
    watch->end(watch->handle, runner, doc, rule, watched.n_matches);
  }
  return st;
}

/// With somebody looking on: each rule whose needs are there, as if there were
/// no filter.
static IsnStatus
run_all_watched(IsnRunner* const runner,
                const IsnDocument* const doc,
                const IsnSpan rules,
                const IsnType within,
                IsnMatchFunc func,
                void* const handle)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnRuleWatch* const watch = runner->rules->watch;
  size_t first = 0;
  if (!read_text(runner)) { // for who looks on
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = rules.begin; i < rules.end; ++i) {
    const IsnRule* const rule = &runner->rules->rules[i];
    if (rule->within != within) {
      continue;
    }
    if (isn_annotated_has(&runner->annotated, &rule->needs)) {
      const IsnSpan starts = starts_of(&runner->annotated, i, &first);
      ISN_TRY(st, run_watched(runner, doc, rule, starts, func, handle));
    } else if (watch->skip) {
      watch->skip(watch->handle, runner, doc, rule);
    }
  }
  return st;
}

IsnStatus
isn_rules_run(IsnRunner* const runner,
              const IsnDocument* const doc,
              const size_t begin,
              const size_t end,
              const IsnType within,
              IsnMatchFunc func,
              void* const handle)
{
  IsnStatus st = ISN_SUCCESS;
  if (begin == end) {
    return st;
  }
  ISN_TRY(st,
          isn_starts_find(&runner->annotated, begin, end, (unsigned)within));
  ISN_TRY(
    st, isn_walks_keep_possible(&runner->annotated, &runner->signs.sets.nets));
  if (runner->rules->watch) {
    const IsnSpan rules = { (uint32_t)begin, (uint32_t)end };
    return run_all_watched(runner, doc, rules, within, func, handle);
  }
  const IsnAnnotated* const annotated = &runner->annotated;
  for (size_t i = 0; i < annotated->n_starts;) {
    const size_t number = isn_start_rule(annotated->starts[i]);
    const IsnSpan starts = starts_of(annotated, number, &i);
    ISN_TRY(
      st,
      run_rule(runner, &runner->rules->rules[number], starts, func, handle));
  }
  return st;
}

bool
isn_match_units(const IsnMatch* const match,
                const IsnRef* const ref,
                const size_t i,
                IsnSpan* const units,
                bool* const at_word)
{
  IsnSpan place = { 0, 0 };
  if (i >= ref->n_groups ||
      !isn_matcher_group(match->matcher, ref->groups[i], &place) ||
      place.end <= place.begin) {
    return false;
  }
  *units = isn_annotated_units(match->annotated, place);
  *at_word = place.begin > match->annotated->units[units->begin].begin;
  return units->end > units->begin;
}

IsnSpan
isn_match_chars(const IsnAnnotationSource* const source,
                const IsnAnnotated* const annotated,
                const IsnSpan units,
                const bool at_word)
{
  const IsnSpan tokens = isn_match_tokens(annotated, units);
  const uint32_t begin = at_word
                           ? source->analysis->words[tokens.begin].char_begin
                           : source->doc->tokens[tokens.begin].chars.begin;
  return (IsnSpan){ begin, source->doc->tokens[tokens.end - 1].chars.end };
}
