// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relations.h"

#include "extract/entities/nth.h"
#include "extract/relations/accounts.h"
#include "extract/relations/agreement.h"
#include "extract/relations/excellency.h"
#include "extract/relations/facts.h"
#include "extract/relations/focus.h"
#include "extract/relations/grants.h"
#include "extract/relations/lengths.h"
#include "extract/relations/letterhead.h"
#include "extract/relations/lists.h"
#include "extract/relations/measures.h"
#include "extract/relations/ministries.h"
#include "extract/relations/modality.h"
#include "extract/relations/nations.h"
#include "extract/relations/referents.h"
#include "extract/relations/sides.h"
#include "extract/relations/sitters.h"
#include "extract/relations/speakers.h"
#include "extract/relations/titles.h"
#include "extract/relations/units.h"
#include "extract/relations/values.h"

/// One document under way.
typedef struct {
  IsnRunner* runner;
  IsnDocument* doc;
  IsnAnnotationSource source;
  IsnFocus focus;
  IsnFactSet facts;
  IsnSpeakers speakers;
  IsnAccounts accounts;
  IsnClauses clauses;
  IsnList list;
  uint32_t self;  // entity a `within` rule looks into
  bool is_quoted; // what the rules look at is what somebody said
  bool* fired;    // rules that matched, for those that count once
} Relations;

static uint32_t
first_token(const IsnMatch* const match)
{
  return match->annotated->units[match->units.begin].tokens.begin;
}

static uint32_t
last_token(const IsnMatch* const match)
{
  return match->annotated->units[match->units.end - 1].tokens.begin;
}

/// «speaker», «excellency»: a group in which nobody is named is who holds the
/// office.
static void
add_holder(const Relations* const r,
           const IsnMatch* const match,
           const IsnRef* const ref,
           IsnSide* const side)
{
  if (!side->n && isn_str_is(ref->name, "speaker")) {
    isn_side_add(side, isn_speakers_holder(&r->speakers, &r->source, match));
  }
  if (!side->n && isn_str_is(ref->name, "excellency")) {
    const uint32_t speaker = isn_speakers_find(&r->speakers, last_token(match));
    isn_side_add(side, isn_excellency_find(&r->source, match, speaker));
  }
}

static void
resolve(const Relations* const r,
        const IsnMatch* const match,
        const IsnRef* const ref,
        const IsnTypeSet types,
        IsnSide* const side)
{
  const uint32_t token = first_token(match);
  const uint32_t last = last_token(match);
  const uint32_t end = match->annotated->units[match->units.end - 1].tokens.end;
  switch (ref->kind) {
    case ISN_REF_GROUP:
      isn_side_add_group(&r->source, match, ref, types, side);
      add_holder(r, match, ref, side);
      break;
    case ISN_REF_SELF:
      isn_side_add(side, r->self);
      break;
    case ISN_REF_LAST:
      isn_side_add(
        side, isn_referents_find(r->doc, ref->types, (IsnSpan){ token, end }));
      break;
    case ISN_REF_MAIN:
      isn_side_add(side, r->focus.main);
      break;
    case ISN_REF_ACCOUNT:
      if (!r->focus.is_account_said &&
          !isn_accounts_is_undone(&r->accounts, r->focus.account)) {
        isn_side_add(side, r->focus.account);
      }
      break;
    case ISN_REF_ASIDE:
      isn_side_add(side, r->focus.aside);
      break;
    case ISN_REF_TOLD:
      isn_side_add(side,
                   isn_accounts_find(&r->accounts, r->doc, &r->focus, last));
      break;
    case ISN_REF_MET:
      isn_side_add(side, isn_focus_met(r->doc, token));
      break;
    case ISN_REF_DONE:
      isn_side_add(side, isn_focus_done(r->doc, token));
      break;
    case ISN_REF_THERE:
      isn_side_add(side, isn_focus_there(r->doc, token));
      break;
    case ISN_REF_SPEAKER:
      isn_side_add(
        side, isn_speakers_resolve(&r->speakers, &r->source, match, false));
      break;
    case ISN_REF_SPEAKING:
      isn_side_add(side,
                   isn_speakers_resolve(&r->speakers, &r->source, match, true));
      break;
    case ISN_REF_GIVER:
      isn_side_add(
        side,
        isn_grants_giver(&r->source,
                         isn_rule_opens_list(match->rule) ? end : token));
      break;
    case ISN_REF_ITEMS: // see open_list
    case ISN_REF_NONE:
    case ISN_REF_DOCUMENT:
      break;
  }
}

static bool
is_allowed(const Relations* const r,
           const uint32_t entity,
           const IsnTypeSet set)
{
  return ISN_TYPES(r->doc->entities[entity].type) & set;
}

/// A fact with all but its sides filled in.
static IsnFact
draft(const Relations* const r,
      const IsnMatch* const match,
      const IsnRuleFact* const rule_fact,
      const IsnModality modality)
{
  IsnSide context = { .n = 0 };
  resolve(r, match, &rule_fact->context, UINT32_MAX, &context);
  return (IsnFact){
    .property = rule_fact->property,
    .subject = ISN_NO_ENTITY,
    .object = ISN_NO_ENTITY,
    .context = context.n ? context.list[0] : ISN_NO_ENTITY,
    .modality = modality,
    .rule = match->rule->name,
    .is_default = match->rule->is_default,
    .is_planned = match->rule->accepts == ISN_ACCEPTS_ANNOUNCED,
    .confidence = match->rule->confidence,
  };
}

static IsnStatus
add_entity_facts(Relations* const r,
                 const IsnFact* const base,
                 const IsnSide* const subjects,
                 const IsnSide* const objects,
                 const IsnSpan evidence)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnPropertyInfo* const info = isn_property_info(base->property);
  for (size_t s = 0; s < subjects->n; ++s) {
    for (size_t o = 0; o < objects->n; ++o) {
      IsnFact fact = *base;
      fact.subject = subjects->list[s];
      fact.object = objects->list[o];
      if (fact.subject != fact.object &&
          is_allowed(r, fact.subject, info->subjects) &&
          is_allowed(r, fact.object, info->objects)) {
        ISN_TRY(st, isn_facts_add(&r->facts, r->doc, &fact, evidence));
      }
    }
  }
  return st;
}

static IsnStatus
add_value_facts(Relations* const r,
                const IsnFact* const base,
                const IsnSide* const subjects,
                const IsnSpan evidence)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnPropertyInfo* const info = isn_property_info(base->property);
  if (!info->subjects) {
    return isn_facts_add(&r->facts, r->doc, base, evidence);
  }
  for (size_t s = 0; s < subjects->n; ++s) {
    IsnFact fact = *base;
    fact.subject = subjects->list[s];
    if (is_allowed(r, fact.subject, info->subjects)) {
      ISN_TRY(st, isn_facts_add(&r->facts, r->doc, &fact, evidence));
    }
  }
  return st;
}

/// «أما الاجتماع الثاني» behind «اجتماعين»: no number that they go by.
static bool
is_one_of_two(const Relations* const r, const IsnFact* const fact)
{
  return fact->property == ISN_PROP_ORDINAL && r->focus.has_dual &&
         (isn_str_is(fact->value, "1") || isn_str_is(fact->value, "2"));
}

/// «وحضر اللقاء كل من:»: one side of the fact stands in the lines below.
static void
open_list(Relations* const r,
          const IsnMatch* const match,
          const IsnRuleFact* const rule_fact,
          const IsnFact* const base,
          const IsnSpan evidence)
{
  const IsnPropertyInfo* const info = isn_property_info(base->property);
  const bool is_subject = rule_fact->subject.kind == ISN_REF_ITEMS;
  const IsnTypeSet known = is_subject ? info->objects : info->subjects;
  IsnSide side = { .n = 0 };
  resolve(r,
          match,
          is_subject ? &rule_fact->object : &rule_fact->subject,
          known,
          &side);
  for (size_t i = 0; i < side.n; ++i) {
    IsnListClaim claim = {
      *base, is_subject, is_subject ? info->subjects : info->objects, evidence
    };
    *(is_subject ? &claim.fact.object : &claim.fact.subject) = side.list[i];
    if (is_allowed(r, side.list[i], known)) {
      isn_list_open(&r->list, &r->source, first_token(match), &claim);
    }
  }
}

/// A line that may be of the list: what it names.
static IsnStatus
read_item(Relations* const r, const IsnMatch* const match)
{
  IsnStatus st = ISN_SUCCESS;
  IsnSide side = { .n = 0 };
  if (!isn_list_reaches(&r->list, r->doc, first_token(match))) {
    return st;
  }
  isn_side_add_group(
    &r->source, match, &match->rule->listed, ~(IsnTypeSet)0, &side);
  const IsnSpan words =
    isn_match_chars(&r->source, match->annotated, match->units, false);
  for (size_t i = 0; i < side.n; ++i) {
    ISN_TRY(st,
            isn_list_name(&r->list, &r->facts, r->doc, side.list[i], words));
  }
  return st;
}

static IsnStatus
add_fact(Relations* const r,
         const IsnMatch* const match,
         const IsnRuleFact* const rule_fact,
         const IsnModality modality)
{
  const IsnPropertyInfo* const info = isn_property_info(rule_fact->property);
  if (isn_agreement_fails(&r->source, match, rule_fact) ||
      isn_title_fails(&r->source, match)) {
    return ISN_SUCCESS;
  }
  IsnFact fact = draft(r, match, rule_fact, modality);
  const IsnSpan evidence =
    isn_match_chars(&r->source, match->annotated, match->units, false);
  IsnSide subjects = { .n = 0 };
  IsnSide objects = { .n = 0 };
  if (rule_fact->subject.kind == ISN_REF_ITEMS ||
      rule_fact->object.kind == ISN_REF_ITEMS) {
    open_list(r, match, rule_fact, &fact, evidence);
    return ISN_SUCCESS;
  }
  resolve(r, match, &rule_fact->subject, info->subjects, &subjects);
  if (rule_fact->property == ISN_PROP_GOAL &&
      rule_fact->subject.kind == ISN_REF_LAST && subjects.n &&
      isn_agreement_clashes(&r->source, match, subjects.list[0])) {
    return ISN_SUCCESS;
  }
  if (rule_fact->property == ISN_PROP_FUNDS) {
    isn_side_replace_boards(r->doc, &subjects);
  }
  if (info->value == ISN_VALUE_ENTITY) {
    resolve(r, match, &rule_fact->object, info->objects, &objects);
    if (rule_fact->property == ISN_PROP_LAUNCHES) {
      isn_side_add_phases(&r->source, match, &objects);
    }
    return add_entity_facts(r, &fact, &subjects, &objects, evidence);
  }
  const bool is_measure =
    info->value == ISN_VALUE_INTEGER || info->value == ISN_VALUE_DURATION;
  if (is_measure &&
      isn_measures_are_others(&r->source, match, rule_fact, &r->focus)) {
    return ISN_SUCCESS;
  }
  if (rule_fact->constant.data) {
    fact.value = rule_fact->constant;
  } else if (!isn_values_read(&r->source, match, &rule_fact->object, &fact) ||
             is_one_of_two(r, &fact)) {
    return ISN_SUCCESS;
  }
  return add_value_facts(r, &fact, &subjects, evidence);
}

/// «المكنّى «الحاج»»: a match that would state what somebody said, of words
/// that nobody can have said.
static bool
quotes_no_speech(const Relations* const r, const IsnMatch* const match)
{
  for (size_t i = 0; i < match->rule->n_facts; ++i) {
    const IsnRuleFact* const rule_fact = &match->rule->facts[i];
    IsnFact fact = { .property = rule_fact->property };
    if (rule_fact->property == ISN_PROP_QUOTE &&
        rule_fact->object.kind == ISN_REF_GROUP &&
        !isn_values_read(&r->source, match, &rule_fact->object, &fact)) {
      return true;
    }
  }
  return false;
}

/// «قالت الوزارة: «وقع الوزير سمير الكيلاني الاتفاقية»»: who holds which post,
/// signs and comes, in a statement, is told as by the text; nothing else that
/// is said is.
static bool
may_be_quoted(const IsnRule* const rule)
{
  bool may = rule->n_facts && !rule->is_default;
  for (size_t i = 0; i < rule->n_facts; ++i) {
    const IsnProperty property = rule->facts[i].property;
    may =
      may && (property == ISN_PROP_POSITION || property == ISN_PROP_WORKS_FOR ||
              property == ISN_PROP_SIGNS || property == ISN_PROP_ATTENDS);
  }
  return may;
}

static IsnStatus
found(void* const handle, const IsnMatch* const match)
{
  IsnStatus st = ISN_SUCCESS;
  Relations* const r = handle;
  const size_t number = (size_t)(match->rule - r->runner->rules->rules);
  if ((match->rule->once && r->fired[number]) ||
      (match->rule->in_lead &&
       first_token(match) >= isn_focus_lead_end(r->doc))) {
    return st;
  }
  if (r->is_quoted && !may_be_quoted(match->rule)) {
    return st;
  }
  if (match->rule->listed.n_groups) {
    return read_item(r, match);
  }
  if (quotes_no_speech(r, match)) {
    return st;
  }
  IsnModality modality = ISN_ASSERTED;
  if (match->rule->accepts != ISN_ACCEPTS_ANY) {
    ISN_TRY(st, isn_modality_of(&r->clauses, match, &r->source, &modality));
  }
  r->fired[number] = true;
  for (size_t i = 0; i < match->rule->n_facts; ++i) {
    ISN_TRY(st, add_fact(r, match, &match->rule->facts[i], modality));
  }
  if (modality == ISN_ASSERTED && !r->is_quoted) {
    ISN_TRY(st, isn_speakers_note(&r->speakers, &r->source, match));
    ISN_TRY(st, isn_accounts_note(&r->accounts, &r->source, match));
  }
  return st;
}

static IsnStatus
run_rules(Relations* const r,
          const IsnSpan tokens,
          const uint32_t except,
          const IsnType within,
          const IsnSpan rules)
{
  IsnStatus st = ISN_SUCCESS;
  IsnRunner* const runner = r->runner;
  ISN_TRY(st, isn_annotate(&runner->annotated, &r->source, tokens, except));
  isn_clauses_restart(&r->clauses);
  return isn_rules_run(
    runner, r->doc, rules.begin, rules.end, within, found, r);
}

static IsnStatus
run_range(Relations* const r,
          const IsnSpan tokens,
          const uint32_t except,
          const IsnType within)
{
  const IsnRuleSet* const rules = r->runner->rules;
  const IsnSpan all = { (uint32_t)rules->n_entity_rules,
                        (uint32_t)rules->n_rules };
  return run_rules(r, tokens, except, within, all);
}

/// «كل من: …؛ …؛ …»: the header and each item, as if they were lines.
static IsnStatus
read_inner_list(Relations* const r, const IsnSpan tokens)
{
  IsnStatus st = ISN_SUCCESS;
  IsnSpan pieces[ISN_MAX_LIST_PIECES];
  const size_t n = isn_list_pieces(&r->source, tokens, pieces);
  if (!n) {
    return st;
  }
  const IsnList outer = r->list;
  r->list = (IsnList){ .header = pieces[0].end,
                       .end = pieces[n - 1].end,
                       .is_inner = true };
  for (size_t i = 0; i < n && (i == 0 || r->list.n_claims); ++i) {
    ISN_TRY(st,
            run_rules(r,
                      pieces[i],
                      ISN_NO_MENTION,
                      ISN_TYPE_NONE,
                      r->runner->rules->list_rules));
  }
  r->list = outer;
  return st;
}

/// What the names of things say by themselves («شرطة سيشيل»).
static IsnStatus
look_inside(Relations* const r)
{
  IsnStatus st = ISN_SUCCESS;
  bool has_rules[ISN_N_TYPES];
  for (unsigned t = 0; t < ISN_N_TYPES; ++t) {
    has_rules[t] = isn_filter_has_group(&r->runner->rules->filter, t);
  }
  for (uint32_t i = 0; i < r->doc->n_mentions; ++i) {
    const IsnMention* const m = &r->doc->mentions[i];
    r->self = m->entity;
    if (has_rules[m->type] &&
        !isn_nth_is_told(r->doc, r->source.analysis, m, i)) {
      ISN_TRY(st, run_range(r, m->tokens, i, m->type));
    }
  }
  r->self = ISN_NO_ENTITY;
  return st;
}

IsnStatus
isn_relations_find(IsnRunner* const runner,
                   IsnDocument* const doc,
                   const IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Relations r = { .runner = runner,
                  .doc = doc,
                  .source = { runner->image, doc, analysis },
                  .self = ISN_NO_ENTITY };
  IsnHolders holders = { 0 };
  r.speakers.holders = &holders;
  IsnSpan* stretches = NULL;
  size_t n = 0;
  r.fired =
    isn_arena_array(doc->arena, runner->rules->n_rules + 1, sizeof(*r.fired));
  if (!r.fired || !isn_facts_init(&r.facts, doc)) {
    return ISN_ERR_NO_MEMORY;
  }
  ISN_TRY(st, isn_focus_find(&r.focus, doc));
  ISN_TRY(st, look_inside(&r));
  ISN_TRY(st, isn_stretches_find(doc, analysis, &stretches, &n));
  for (size_t i = 0; i < n; ++i) {
    const uint8_t flags = analysis->words[stretches[i].begin].flags;
    r.is_quoted = (flags & ISN_WORD_QUOTED) != 0;
    ISN_TRY(st, run_range(&r, stretches[i], ISN_NO_MENTION, ISN_TYPE_NONE));
    if (!r.is_quoted) {
      ISN_TRY(st, read_inner_list(&r, stretches[i]));
    }
  }
  ISN_TRY(st, isn_letterhead_read(&r.facts, doc, &r.source));
  ISN_TRY(st, isn_nations_fill(&r.facts, doc, &r.source));
  ISN_TRY(st, isn_units_fill(&r.facts, doc, &r.source));
  ISN_TRY(st, isn_lengths_fill(&r.facts, doc));
  ISN_TRY(st, isn_ministries_fill(&r.facts, doc, &r.source));
  ISN_TRY(st, isn_sitters_fill(&r.facts, doc, &r.source));
  ISN_TRY(st, isn_units_employ(&r.facts, doc));
  return isn_facts_settle(doc) ? st : ISN_ERR_NO_MEMORY;
}
