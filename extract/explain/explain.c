// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/explain.h"

#include "extract/explain/sentence.h"

#define AROUND 6 ///< Words shown behind where a pattern failed

static const IsnRule*
find_rule(const IsnRuleSet* const rules, const IsnStr name)
{
  for (size_t i = 0; i < rules->n_rules; ++i) {
    if (isn_str_equal(rules->rules[i].name, name)) {
      return &rules->rules[i];
    }
  }
  return NULL;
}

// One rule, sentence by sentence --------------------------------------------

static void
write_captures(IsnBuffer* const out,
               const IsnDocument* const doc,
               const IsnStep* const step)
{
  for (size_t i = 0; i < step->n_captures; ++i) {
    isn_print(out, "      %-10s ", step->captures[i].name);
    isn_span_write(out, doc, step->captures[i].chars);
    isn_buffer_append_byte(out, '\n');
  }
}

static void
write_miss(IsnExplain* const x,
           const IsnRunner* const runner,
           const IsnAnnotationSource* const source)
{
  IsnBuffer* const out = &x->tries;
  const IsnAnnotated* const annotated = &runner->annotated;
  IsnSpan units = { 0, 0 };
  const IsnPrefix* const prefix = isn_near_find(&x->near, runner, &units);
  if (!prefix) {
    isn_print(out,
              "    no match: not even its first part is there\n"
              "      not there  %.*s\n",
              (int)x->near.first.n_bytes,
              x->near.first.data);
    return;
  }
  isn_print(out,
            "    no match: %zu of %zu parts are there\n      there      ",
            prefix->n_parts,
            prefix->n_all);
  isn_sentence_write(out, annotated, source, units, x->has_classes);
  isn_print(out,
            "\n      not there  %.*s\n      but        ",
            (int)prefix->next.n_bytes,
            prefix->next.data);
  const uint32_t n = (uint32_t)annotated->n_units;
  const IsnSpan rest = { units.end,
                         n - units.end < AROUND ? n : units.end + AROUND };
  isn_sentence_write(out, annotated, source, rest, x->has_classes);
  isn_print(out,
            "%s\n",
            rest.end < n            ? " …"
            : rest.end > rest.begin ? ""
                                    : "(the end)");
}

static void
begin_try(void* const handle, const IsnRule* const rule)
{
  IsnExplain* const x = handle;
  (void)rule;
  x->n_matches = x->trail.n_steps;
}

static void
note_match(void* const handle,
           const IsnDocument* const doc,
           const IsnMatch* const match)
{
  IsnExplain* const x = handle;
  if (!x->rule || match->rule == x->rule) {
    isn_trail_note(&x->trail, doc, match);
  }
}

static void
end_try(void* const handle,
        const IsnRunner* const runner,
        const IsnDocument* const doc,
        const IsnRule* const rule,
        const size_t n_matches)
{
  IsnExplain* const x = handle;
  const IsnAnnotated* const annotated = &runner->annotated;
  if (rule != x->rule || !annotated->n_units) {
    return;
  }
  IsnBuffer* const out = &x->tries;
  const IsnAnnotationSource source = { runner->image, doc, doc->analysis };
  const IsnSpan all = { 0, (uint32_t)annotated->n_units };
  isn_print(out, "  %zu  ", ++x->n_tries);
  isn_sentence_write(out, annotated, &source, all, x->has_classes);
  isn_buffer_append_byte(out, '\n');
  for (size_t i = x->n_matches; i < x->trail.n_steps; ++i) {
    isn_print(out, "    match      ");
    isn_span_write(out, doc, x->trail.steps[i].chars);
    isn_buffer_append_byte(out, '\n');
    write_captures(out, doc, &x->trail.steps[i]);
  }
  if (!n_matches) {
    write_miss(x, runner, &source);
  }
}

// Facts and mentions --------------------------------------------------------

static void
write_entity(IsnBuffer* const out,
             const IsnDocument* const doc,
             const uint32_t entity)
{
  if (entity >= doc->n_entities) {
    isn_print(out, "the document");
    return;
  }
  const IsnEntity* const e = &doc->entities[entity];
  isn_print(out, "{%s: ", isn_type_name(e->type));
  isn_buffer_append(out, e->label);
  isn_buffer_append_byte(out, '}');
}

static void
write_claim(IsnBuffer* const out,
            const IsnDocument* const doc,
            const IsnFact* const fact)
{
  isn_print(out, "%s  ", isn_property_info(fact->property)->name);
  write_entity(out, doc, fact->subject);
  isn_print(out, " → ");
  if (fact->object != ISN_NO_ENTITY) {
    write_entity(out, doc, fact->object);
  } else {
    isn_buffer_append(out, fact->value); // a quotation may be long
  }
  if (fact->context != ISN_NO_ENTITY) {
    isn_print(out, ", context ");
    write_entity(out, doc, fact->context);
  }
  if (fact->modality != ISN_ASSERTED) {
    isn_print(out, " (%s: no fact)", isn_modality_name(fact->modality));
  }
  isn_buffer_append_byte(out, '\n');
}

static void
write_rule(IsnBuffer* const out,
           const IsnRuleSet* const rules,
           const IsnStr name)
{
  const IsnRule* const rule = find_rule(rules, name);
  isn_print(out, "    rule       %.*s", (int)name.n_bytes, name.data);
  if (rule) {
    isn_print(out, " (%s:%zu)", rule->file.data, rule->line);
  }
}

/// The sentence that code point `at` stands in.
static void
write_sentence(IsnBuffer* const out,
               const IsnDocument* const doc,
               const uint32_t at)
{
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSpan chars = doc->sentences[i].chars;
    if (at >= chars.begin && at < chars.end) {
      isn_print(out, "    sentence   ");
      isn_span_write(out, doc, chars);
      isn_buffer_append_byte(out, '\n');
      return;
    }
  }
}

/// Evidence and, where the match is known, what it captured.
static void
write_evidence(const IsnExplain* const x,
               const IsnDocument* const doc,
               const IsnFact* const fact,
               IsnBuffer* const out)
{
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    write_sentence(out, doc, fact->evidence[i].begin);
    isn_print(out, "    evidence   ");
    isn_span_write(out, doc, fact->evidence[i]);
    isn_buffer_append_byte(out, '\n');
  }
  for (size_t i = 0; i < x->trail.n_steps; ++i) {
    const IsnStep* const step = &x->trail.steps[i];
    if (isn_str_equal(step->rule->name, fact->rule) &&
        isn_step_gave_fact(step, fact)) {
      write_captures(out, doc, step);
      return;
    }
  }
}

static void
write_facts(const IsnExplain* const x,
            const IsnDocument* const doc,
            IsnBuffer* const out)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    isn_print(out, "  %zu  ", i + 1);
    write_claim(out, doc, fact);
    write_rule(out, &x->knowledge->rules, fact->rule);
    isn_print(out, ", confidence %.2f\n", fact->confidence);
    write_evidence(x, doc, fact, out);
  }
}

static void
write_mentions(const IsnExplain* const x,
               const IsnDocument* const doc,
               IsnBuffer* const out)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const mention = &doc->mentions[i];
    isn_print(out, "  %s  ", isn_type_name(mention->type));
    isn_span_write(out, doc, mention->chars);
    isn_print(out, "  of ");
    write_entity(out, doc, mention->entity);
    isn_buffer_append_byte(out, '\n');
    write_rule(out, &x->knowledge->rules, mention->rule);
    isn_buffer_append_byte(out, '\n');
    for (size_t s = 0; s < x->trail.n_steps; ++s) {
      const IsnStep* const step = &x->trail.steps[s];
      if (isn_str_equal(step->rule->name, mention->rule) &&
          isn_step_gave_mention(step, mention)) {
        write_captures(out, doc, step);
        break;
      }
    }
  }
}

/// What the explained rule's matches became.
static void
write_outcome(const IsnExplain* const x,
              const IsnDocument* const doc,
              IsnBuffer* const out)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    for (size_t s = 0; s < x->trail.n_steps; ++s) {
      if (isn_step_gave_fact(&x->trail.steps[s], &doc->facts[i])) {
        isn_print(out, "  gives  ");
        write_claim(out, doc, &doc->facts[i]);
        break;
      }
    }
  }
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (isn_str_equal(doc->mentions[i].rule, x->rule->name)) {
      isn_print(out, "  gives  %s ", isn_type_name(doc->mentions[i].type));
      isn_span_write(out, doc, doc->mentions[i].chars);
      isn_buffer_append_byte(out, '\n');
    }
  }
}

// The whole -----------------------------------------------------------------

IsnStatus
isn_explain_open(IsnExplain* const explain,
                 IsnKnowledge* const knowledge,
                 const char* const rule,
                 const IsnSink* const sink)
{
  *explain = (IsnExplain){ .knowledge = knowledge };
  explain->trail.image = &knowledge->image;
  explain->rule = rule ? find_rule(&knowledge->rules, isn_str(rule)) : NULL;
  if (rule && !explain->rule) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "there is no rule '%s' in %s/rules",
                     rule,
                     knowledge->data_dir);
  }
  explain->watch = (IsnRuleWatch){ explain, begin_try, note_match, end_try };
  knowledge->rules.watch = &explain->watch;
  return explain->rule ? isn_near_open(&explain->near,
                                       &knowledge->rules,
                                       &knowledge->image,
                                       explain->rule)
                       : ISN_SUCCESS;
}

void
isn_explain_close(IsnExplain* const explain)
{
  isn_near_close(&explain->near);
  isn_buffer_clear(&explain->tries);
}

void
isn_explain_begin(IsnExplain* const explain)
{
  isn_trail_restart(&explain->trail);
  isn_buffer_empty(&explain->tries);
  explain->n_tries = 0;
}

void
isn_explain_write(IsnExplain* const explain,
                  const IsnDocument* const doc,
                  IsnBuffer* const out)
{
  isn_print(out,
            "%.*s%s%.*s\n",
            (int)doc->id.n_bytes,
            doc->id.data,
            doc->title.n_bytes ? "  " : "",
            (int)doc->title.n_bytes,
            doc->title.data ? doc->title.data : "");
  if (!explain->rule) {
    if (explain->has_mentions) {
      write_mentions(explain, doc, out);
    }
    write_facts(explain, doc, out);
    return;
  }
  if (!explain->n_tries) {
    isn_print(out, "  nothing that the rule needs is in any sentence\n");
  }
  isn_buffer_append(out, isn_buffer_str(&explain->tries));
  write_outcome(explain, doc, out);
}
