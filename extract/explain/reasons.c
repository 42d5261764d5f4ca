// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/reasons.h"

#include "extract/explain/attempts.h"
#include "extract/explain/sentence.h"

const IsnRule*
isn_rules_named(const IsnRuleSet* const rules, const IsnStr name)
{
  for (size_t i = 0; i < rules->n_rules; ++i) {
    if (isn_str_equal(rules->rules[i].name, name)) {
      return &rules->rules[i];
    }
  }
  return NULL;
}

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

void
isn_claim_write(IsnBuffer* const out,
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
  const IsnRule* const rule = isn_rules_named(rules, name);
  isn_print(out, "    rule       %.*s", (int)name.n_bytes, name.data);
  if (rule) {
    isn_print(out, " (%s:%zu)", rule->file.data, rule->line);
  }
}

/// The sentence that code point `at` stands in; NULL if none.
static const IsnSentence*
find_sentence(const IsnDocument* const doc, const uint32_t at)
{
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSpan chars = doc->sentences[i].chars;
    if (at >= chars.begin && at < chars.end) {
      return &doc->sentences[i];
    }
  }
  return NULL;
}

/// Whose matches in these words the fact was made from, and what they caught.
static void
write_steps(const IsnReasons* const x,
            const IsnDocument* const doc,
            const IsnFact* const fact,
            const IsnSpan evidence,
            IsnBuffer* const out)
{
  for (size_t i = 0; i < x->trail->n_steps; ++i) {
    const IsnStep* const step = &x->trail->steps[i];
    if (step->chars.begin != evidence.begin ||
        step->chars.end != evidence.end ||
        !isn_step_gave_fact(step, doc, fact)) {
      continue;
    }
    if (!isn_str_equal(step->rule->name, fact->rule)) {
      isn_print(out, "      by         %s", step->rule->name.data);
      isn_print(out, " (%s:%zu)\n", step->rule->file.data, step->rule->line);
    }
    isn_captures_write(out, doc, step);
  }
}

/// The evidence, each sentence once, and what was captured in it.
static void
write_evidence(const IsnReasons* const x,
               const IsnDocument* const doc,
               const IsnFact* const fact,
               IsnBuffer* const out)
{
  const IsnSentence* last = NULL;
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    const IsnSentence* const sentence =
      find_sentence(doc, fact->evidence[i].begin);
    if (sentence && sentence != last) {
      isn_print(out, "    sentence   ");
      isn_span_write(out, doc, sentence->chars);
      isn_buffer_append_byte(out, '\n');
      last = sentence;
    }
    isn_print(out, "    evidence   ");
    isn_span_write(out, doc, fact->evidence[i]);
    isn_buffer_append_byte(out, '\n');
    write_steps(x, doc, fact, fact->evidence[i], out);
  }
}

void
isn_reasons_write_facts(const IsnReasons* const x,
                        const IsnDocument* const doc,
                        IsnBuffer* const out)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    isn_print(out, "  %zu  ", i + 1);
    isn_claim_write(out, doc, fact);
    write_rule(out, x->rules, fact->rule);
    isn_print(out, ", confidence %.2f\n", fact->confidence);
    write_evidence(x, doc, fact, out);
  }
  if (!doc->n_facts) {
    isn_print(out, "  no facts\n");
  }
}

void
isn_reasons_write_mentions(const IsnReasons* const x,
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
    write_rule(out, x->rules, mention->rule);
    isn_buffer_append_byte(out, '\n');
    for (size_t s = 0; s < x->trail->n_steps; ++s) {
      const IsnStep* const step = &x->trail->steps[s];
      if (isn_str_equal(step->rule->name, mention->rule) &&
          isn_step_gave_mention(step, mention)) {
        isn_captures_write(out, doc, step);
        break;
      }
    }
  }
}
