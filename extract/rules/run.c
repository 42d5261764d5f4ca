// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/run.h"

/// A rule that matches this often in one sentence matches nothing in it.
#define MAX_MATCHES 200u

/// A stretch has fewer tokens than this (stretches.c), so fewer units.
#define MAX_UNITS 512u

static void
report_limit(const IsnRunner* const runner,
             const IsnDocument* const doc,
             const IsnRule* const rule)
{
  const IsnPlace place = { rule->file.data, rule->line, 0 };
  isn_warning(runner->sink,
              &place,
              "rule %s ran into a limit of its pattern in document %.*s and "
              "was passed over for one sentence",
              rule->name.data,
              (int)doc->id.n_bytes,
              doc->id.data);
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
  IsnSpan bytes = { 0, 0 };
  isn_matcher_group(runner->matcher, 0, &bytes);
  const IsnMatch match = {
    rule, annotated, runner->matcher, isn_annotated_units(annotated, bytes)
  };
  // The next may begin inside this one: at its second unit
  const size_t second = match.units.begin + 1 < annotated->n_units
                          ? annotated->units[match.units.begin + 1].begin
                          : annotated->text.n_bytes;
  const bool is_empty =
    bytes.end <= bytes.begin || match.units.end <= match.units.begin;
  const bool is_apart = rule->kind != ISN_RULE_RELATION || rule->apart;
  *next = bytes.end > second && is_apart ? bytes.end : second;
  return is_empty ? ISN_SUCCESS : func(handle, &match);
}

/// Search the whole stretch.
static IsnStatus
run_everywhere(IsnRunner* const runner,
               const IsnDocument* const doc,
               const IsnRule* const rule,
               IsnMatchFunc func,
               void* const handle)
{
  const IsnStr text = isn_buffer_str(&runner->annotated.text);
  size_t from = 0;
  for (unsigned n = 0; n < MAX_MATCHES && from < text.n_bytes; ++n) {
    IsnStatus st = isn_matcher_search(runner->matcher, rule->regex, text, from);
    if (st == ISN_END) {
      break;
    }
    if (st == ISN_ERR_LIMIT) {
      report_limit(runner, doc, rule);
      break;
    }
    if (st != ISN_SUCCESS) {
      return st;
    }
    ISN_TRY(st, report_match(runner, rule, func, handle, &from));
  }
  return ISN_SUCCESS;
}

static void
mark_units(const IsnAnnotated* const annotated,
           uint32_t node,
           uint64_t marks[MAX_UNITS / 64])
{
  for (; node; node = annotated->nodes[node - 1].next) {
    const uint32_t unit = annotated->nodes[node - 1].unit;
    marks[unit / 64] |= (uint64_t)1 << unit % 64;
  }
}

/// The units that a match of the rule can begin with, as bits.
static void
find_starts(const IsnAnnotated* const annotated,
            const IsnFirst* const first,
            uint64_t marks[MAX_UNITS / 64])
{
  memset(marks, 0, MAX_UNITS / 8);
  for (uint32_t set = first->symbols & annotated->symbols, i = 0; set;
       set >>= 1, ++i) {
    if (set & 1u) {
      mark_units(annotated, annotated->symbol_units[i], marks);
    }
  }
  for (uint32_t u = 0;
       u < annotated->n_units && first->prefixes & annotated->prefixes;
       ++u) {
    const unsigned prefix = annotated->units[u].prefix;
    if (prefix < 64 && first->prefixes >> prefix & 1u) {
      marks[u / 64] |= (uint64_t)1 << u % 64;
    }
  }
  for (unsigned i = 0; i < first->n_classes; ++i) {
    const uint32_t number = first->classes[i];
    if (annotated->classes[number / 64] >> number % 64 & 1u) {
      mark_units(annotated, annotated->class_units[number], marks);
    }
  }
}

/// Try the rule at a unit, then behind each of its proclitics.
static IsnStatus
try_unit(IsnRunner* const runner,
         const IsnRule* const rule,
         const IsnStr text,
         const uint32_t begin)
{
  size_t at = begin;
  for (;;) {
    const IsnStatus st =
      isn_matcher_search(runner->matcher, rule->regex, text, at);
    if (st != ISN_END) {
      return st;
    }
    // A proclitic is one letter and a tatweel, two bytes each
    if (at + 4 >= text.n_bytes || memcmp(text.data + at + 2, "\xD9\x80", 2)) {
      return ISN_END;
    }
    at += 4;
  }
}

/// Try the rule only where its first word can stand.
static IsnStatus
run_at_starts(IsnRunner* const runner,
              const IsnDocument* const doc,
              const IsnRule* const rule,
              IsnMatchFunc func,
              void* const handle)
{
  const IsnAnnotated* const annotated = &runner->annotated;
  const IsnStr text = isn_buffer_str(&annotated->text);
  uint64_t marks[MAX_UNITS / 64];
  find_starts(annotated, &rule->first, marks);
  size_t from = 0;
  for (uint32_t u = 0; u < annotated->n_units; ++u) {
    const uint32_t begin = annotated->units[u].begin;
    if (!(marks[u / 64] >> u % 64 & 1u) || begin < from) {
      continue;
    }
    IsnStatus st = try_unit(runner, rule, text, begin);
    if (st == ISN_ERR_LIMIT) {
      report_limit(runner, doc, rule);
      break;
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

static IsnStatus
run_rule(IsnRunner* const runner,
         const IsnDocument* const doc,
         const IsnRule* const rule,
         IsnMatchFunc func,
         void* const handle)
{
  return rule->first.is_known ? run_at_starts(runner, doc, rule, func, handle)
                              : run_everywhere(runner, doc, rule, func, handle);
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
            IsnMatchFunc func,
            void* const handle)
{
  const IsnRuleWatch* const watch = runner->rules->watch;
  Watched watched = { watch, doc, func, handle, 0 };
  if (watch->begin) {
    watch->begin(watch->handle, rule);
  }
  const IsnStatus st = run_rule(runner, doc, rule, show_match, &watched);
  if (watch->end) {
    watch->end(watch->handle, runner, doc, rule, watched.n_matches);
  }
  return st;
}

static void
tell_skipped(const IsnRunner* const runner,
             const IsnDocument* const doc,
             const IsnRule* const rule)
{
  const IsnRuleWatch* const watch = runner->rules->watch;
  if (watch && watch->skip) {
    watch->skip(watch->handle, runner, doc, rule);
  }
}

IsnStatus
isn_rules_run(IsnRunner* const runner,
              const IsnDocument* const doc,
              const size_t begin,
              const size_t end,
              IsnMatchFunc func,
              void* const handle)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = begin; i < end; ++i) {
    const IsnRule* const rule = &runner->rules->rules[i];
    if (isn_annotated_has(&runner->annotated, &rule->needs)) {
      ISN_TRY(st,
              runner->rules->watch
                ? run_watched(runner, doc, rule, func, handle)
                : run_rule(runner, doc, rule, func, handle));
    } else {
      tell_skipped(runner, doc, rule);
    }
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
  IsnSpan bytes = { 0, 0 };
  if (i >= ref->n_groups ||
      !isn_matcher_group(match->matcher, ref->groups[i], &bytes) ||
      bytes.end <= bytes.begin) {
    return false;
  }
  *units = isn_annotated_units(match->annotated, bytes);
  *at_word = bytes.begin > match->annotated->units[units->begin].begin;
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
