// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/run.h"

/// A rule that matches this often in one sentence matches nothing in it.
#define MAX_MATCHES 200u

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

static IsnStatus
run_rule(IsnRunner* const runner,
         const IsnDocument* const doc,
         const IsnRule* const rule,
         IsnMatchFunc func,
         void* const handle)
{
  const IsnAnnotated* const annotated = &runner->annotated;
  const IsnStr text = isn_buffer_str(&annotated->text);
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
    IsnSpan bytes = { 0, 0 };
    isn_matcher_group(runner->matcher, 0, &bytes);
    const IsnMatch match = {
      rule, annotated, runner->matcher, isn_annotated_units(annotated, bytes)
    };
    // The next may begin inside this one: at its second unit
    const size_t next = match.units.begin + 1 < annotated->n_units
                          ? annotated->units[match.units.begin + 1].begin
                          : text.n_bytes;
    const bool is_empty =
      bytes.end <= bytes.begin || match.units.end <= match.units.begin;
    const bool is_apart = rule->kind != ISN_RULE_RELATION || rule->apart;
    from = bytes.end > next && is_apart ? bytes.end : next;
    if (!is_empty) {
      ISN_TRY(st, func(handle, &match));
    }
  }
  return ISN_SUCCESS;
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
      ISN_TRY(st, run_rule(runner, doc, rule, func, handle));
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
