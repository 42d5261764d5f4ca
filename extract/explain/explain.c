// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/explain.h"

#include "extract/explain/reasons.h"
#include "extract/explain/sentence.h"

// Looking on ----------------------------------------------------------------

static void
begin_try(void* const handle, const IsnRule* const rule)
{
  IsnExplain* const x = handle;
  (void)rule;
  x->attempts.n_captured = x->trail.n_steps;
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
  if (rule == x->rule) {
    isn_attempts_add(&x->attempts, runner, doc, &x->trail, n_matches);
  }
}

static void
note_skip(void* const handle,
          const IsnRunner* const runner,
          const IsnDocument* const doc,
          const IsnRule* const rule)
{
  IsnExplain* const x = handle;
  if (rule == x->rule) {
    isn_attempts_skip(&x->attempts, runner, doc);
  }
}

// Outcome -------------------------------------------------------------------

/// What the explained rule's matches became.
static void
write_outcome(const IsnExplain* const x,
              const IsnDocument* const doc,
              IsnBuffer* const out)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    for (size_t s = 0; s < x->trail.n_steps; ++s) {
      if (isn_step_gave_fact(&x->trail.steps[s], doc, &doc->facts[i])) {
        isn_print(out, "  gives  ");
        isn_claim_write(out, doc, &doc->facts[i]);
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

// Sentences -----------------------------------------------------------------

/// Each sentence as relation rules see it, word by word.
static IsnStatus
write_sentences(IsnExplain* const x,
                const IsnDocument* const doc,
                IsnBuffer* const out)
{
  const IsnAnnotationSource source = { &x->knowledge->image,
                                       doc,
                                       doc->analysis };
  IsnSpan* stretches = NULL;
  size_t n = 0;
  IsnStatus st = ISN_SUCCESS;
  x->annotated.signs = &x->signs;
  ISN_TRY(st, isn_stretches_find(doc, doc->analysis, &stretches, &n));
  for (size_t i = 0; i < n; ++i) {
    ISN_TRY(st,
            isn_annotate(&x->annotated, &source, stretches[i], ISN_NO_MENTION));
    const IsnSpan all = { 0, (uint32_t)x->annotated.n_units };
    isn_print(out, "  %zu  ", i + 1);
    isn_sentence_write(out, &x->annotated, &source, all, false);
    isn_buffer_append_byte(out, '\n');
    isn_units_write(out, &x->annotated, &source);
  }
  return st;
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
  explain->rule =
    rule ? isn_rules_named(&knowledge->rules, isn_str(rule)) : NULL;
  if (rule && !explain->rule) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "there is no rule '%s' in %s/rules",
                     rule,
                     knowledge->data_dir);
  }
  explain->watch =
    (IsnRuleWatch){ explain, begin_try, note_match, end_try, note_skip };
  knowledge->rules.watch = &explain->watch;
  return explain->rule ? isn_attempts_open(&explain->attempts,
                                           &knowledge->rules,
                                           &knowledge->image,
                                           explain->rule)
                       : ISN_SUCCESS;
}

void
isn_explain_close(IsnExplain* const explain)
{
  isn_attempts_close(&explain->attempts);
  isn_annotated_clear(&explain->annotated);
  isn_signs_clear(&explain->signs);
}

void
isn_explain_begin(IsnExplain* const explain)
{
  isn_trail_restart(&explain->trail);
  isn_attempts_restart(&explain->attempts);
}

static void
write_title(const IsnDocument* const doc, IsnBuffer* const out)
{
  isn_print(out,
            "%.*s%s%.*s\n",
            (int)doc->id.n_bytes,
            doc->id.data,
            doc->title.n_bytes ? "  " : "",
            (int)doc->title.n_bytes,
            doc->title.data ? doc->title.data : "");
}

/// Where the rule was tried; a document that it is far from is only counted.
static void
write_attempts(IsnExplain* const x,
               const IsnDocument* const doc,
               IsnBuffer* const out)
{
  const IsnAttempts* const a = &x->attempts;
  if (!a->n_shown && !a->n_far) {
    ++x->attempts.n_idle;
    return;
  }
  write_title(doc, out);
  isn_buffer_append(out, isn_buffer_str(&a->out));
  if (a->n_far) {
    isn_print(out,
              "  %zu %ssentence%s without even the first part: ",
              a->n_far,
              a->n_shown ? "more " : "",
              a->n_far == 1 ? "" : "s");
    isn_firsts_write(out, &a->near.cuts);
    isn_buffer_append_byte(out, '\n');
  }
  write_outcome(x, doc, out);
}

IsnStatus
isn_explain_write(IsnExplain* const explain,
                  const IsnDocument* const doc,
                  IsnBuffer* const out)
{
  if (explain->rule) {
    write_attempts(explain, doc, out);
    return ISN_SUCCESS;
  }
  write_title(doc, out);
  if (explain->has_sentences) {
    return write_sentences(explain, doc, out);
  }
  const IsnReasons reasons = { &explain->knowledge->rules, &explain->trail };
  if (explain->has_mentions) {
    isn_reasons_write_mentions(&reasons, doc, out);
  }
  isn_reasons_write_facts(&reasons, doc, out);
  return ISN_SUCCESS;
}

void
isn_explain_finish(const IsnExplain* const explain, IsnBuffer* const out)
{
  const IsnAttempts* const a = &explain->attempts;
  if (explain->rule && a->n_idle) {
    isn_print(out,
              "%zu document%s what it needs: ",
              a->n_idle,
              a->n_idle == 1 ? " lacks" : "s lack");
    isn_needs_write(out, a->image, &explain->rule->needs);
    isn_print(out, "%s\n", explain->rule->needs.n_needs ? "" : "nothing");
  }
}
