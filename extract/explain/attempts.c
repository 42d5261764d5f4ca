// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/attempts.h"

#include "extract/base/utf8.h"
#include "extract/explain/sentence.h"
#include "extract/rules/symbols.h"

#define AROUND 6              ///< Words shown behind where a pattern failed
#define MAX_PATTERN_BYTES 240 ///< Shown of a part of one

// Parts of the text ---------------------------------------------------------

static void
write_need(IsnBuffer* const out,
           const IsnImage* const image,
           const IsnNeed* const need)
{
  const char* separator = "";
  for (unsigned i = 0; i < need->n_classes; ++i) {
    bool is_told = false; // {fund.perf|fund.impf} needs a class twice
    for (unsigned j = 0; j < i; ++j) {
      is_told = is_told || need->classes[j] == need->classes[i];
    }
    if (is_told) {
      continue;
    }
    const IsnStr name = isn_class_name(image, need->classes[i]);
    isn_print(out, "%s[%.*s]", separator, (int)name.n_bytes, name.data);
    separator = " or ";
  }
  for (uint32_t i = 0; i < ISN_N_SYMBOLS; ++i) {
    if (need->symbols >> i & 1u) {
      isn_print(out, "%s{%s}", separator, isn_symbol_name(i));
      separator = " or ";
    }
  }
}

void
isn_needs_write(IsnBuffer* const out,
                const IsnImage* const image,
                const IsnNeeds* const needs)
{
  for (size_t i = 0; i < needs->n_needs; ++i) {
    isn_buffer_append(out, i ? ISN_STR(", and ") : ISN_STR(""));
    write_need(out, image, &needs->needs[i]);
  }
}

void
isn_captures_write(IsnBuffer* const out,
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
write_pattern(IsnBuffer* const out, const IsnStr pattern)
{
  const bool is_long = pattern.n_bytes > MAX_PATTERN_BYTES;
  IsnStr shown = isn_str_slice(pattern, 0, MAX_PATTERN_BYTES);
  if (is_long) {
    shown.n_bytes = isn_utf8_valid_prefix(shown);
  }
  isn_line_write(out, is_long ? shown : pattern);
  isn_buffer_append(out, is_long ? ISN_STR(" …") : ISN_STR(""));
}

void
isn_firsts_write(IsnBuffer* const out, const IsnCuts* const cuts)
{
  for (size_t i = 0; i < cuts->n_firsts; ++i) {
    isn_buffer_append(out, i ? ISN_STR(" or ") : ISN_STR(""));
    write_pattern(out, cuts->firsts[i]);
  }
}

/// The numbered sentence, as the pattern sees it.
static void
write_sentence(IsnAttempts* const a,
               const IsnAnnotated* const annotated,
               const IsnAnnotationSource* const source)
{
  const IsnSpan all = { 0, (uint32_t)annotated->n_units };
  isn_print(&a->out, "  %zu  ", ++a->n_shown);
  isn_sentence_write(&a->out, annotated, source, all, a->has_classes);
  isn_buffer_append_byte(&a->out, '\n');
}

// Sentences without a match -------------------------------------------------

/// The words from where the pattern failed on: the first with its classes.
static void
write_rest(IsnAttempts* const a,
           const IsnAnnotated* const annotated,
           const IsnAnnotationSource* const source,
           const uint32_t begin)
{
  IsnBuffer* const out = &a->out;
  const uint32_t n = (uint32_t)annotated->n_units;
  const uint32_t end = n - begin < AROUND ? n : begin + AROUND;
  if (begin == n) {
    isn_buffer_append(out, ISN_STR("(the end)"));
    return;
  }
  isn_sentence_write(
    out, annotated, source, (IsnSpan){ begin, begin + 1 }, true);
  if (end > begin + 1) {
    isn_buffer_append_byte(out, ' ');
  }
  isn_sentence_write(
    out, annotated, source, (IsnSpan){ begin + 1, end }, a->has_classes);
  isn_buffer_append(out, end < n ? ISN_STR(" …") : ISN_STR(""));
}

/// What the groups of the shorter pattern captured, but the one it breaks off.
static void
write_captured(IsnAttempts* const a,
               const IsnRunner* const runner,
               const IsnDocument* const doc,
               const IsnNearest* const nearest)
{
  IsnTrail trail = { .image = runner->image };
  const IsnMatch match = {
    nearest->rule, &runner->annotated, runner->matcher, nearest->units
  };
  isn_trail_note(&trail, doc, &match);
  if (trail.n_steps) {
    IsnStep* const step = &trail.steps[0];
    size_t n = 0;
    for (size_t i = 0; i < step->n_captures; ++i) {
      if (!isn_str_is(nearest->cut->group, step->captures[i].name)) {
        step->captures[n++] = step->captures[i];
      }
    }
    step->n_captures = n;
    isn_captures_write(&a->out, doc, step);
  }
}

static void
write_miss(IsnAttempts* const a,
           const IsnRunner* const runner,
           const IsnDocument* const doc,
           const IsnNearest* const nearest)
{
  IsnBuffer* const out = &a->out;
  const IsnAnnotated* const annotated = &runner->annotated;
  const IsnAnnotationSource source = { runner->image, doc, doc->analysis };
  const IsnCut* const cut = nearest->cut;
  const bool is_forbidden = isn_str_starts(cut->next, ISN_STR("(?!"));
  isn_print(out,
            "    no match: %zu of %zu parts are there\n      there      ",
            cut->n_here,
            cut->n_all);
  isn_sentence_write(out, annotated, &source, nearest->units, a->has_classes);
  isn_buffer_append_byte(out, '\n');
  write_captured(a, runner, doc, nearest);
  isn_print(out, "      %s  ", is_forbidden ? "forbidden" : "not there");
  write_pattern(out, cut->next);
  if (cut->group.n_bytes) {
    isn_print(out, "  of %.*s", (int)cut->group.n_bytes, cut->group.data);
  }
  isn_print(out, "\n      but        ");
  write_rest(a, annotated, &source, nearest->units.end);
  isn_buffer_append_byte(out, '\n');
}

static bool
needs_word(const IsnNeeds* const needs)
{
  for (size_t i = 0; i < needs->n_needs; ++i) {
    if (needs->needs[i].n_classes) {
      return true;
    }
  }
  return false;
}

void
isn_attempts_add(IsnAttempts* const a,
                 const IsnRunner* const runner,
                 const IsnDocument* const doc,
                 const IsnTrail* const trail,
                 const size_t n_matches)
{
  const IsnAnnotationSource source = { runner->image, doc, doc->analysis };
  IsnNearest nearest;
  if (!runner->annotated.n_units) {
    return;
  }
  const bool is_far = !n_matches && !isn_near_find(&a->near, runner, &nearest);
  if (is_far && !needs_word(&a->rule->needs)) {
    ++a->n_far; // many such: what it needs is too common to say much
    return;
  }
  write_sentence(a, &runner->annotated, &source);
  for (size_t i = a->n_captured; i < trail->n_steps; ++i) {
    isn_print(&a->out, "    match      ");
    isn_span_write(&a->out, doc, trail->steps[i].chars);
    isn_buffer_append_byte(&a->out, '\n');
    isn_captures_write(&a->out, doc, &trail->steps[i]);
  }
  if (is_far) {
    isn_print(&a->out,
              "    no match: not even its first part is there\n"
              "      not there  ");
    isn_firsts_write(&a->out, &a->near.cuts);
    isn_buffer_append_byte(&a->out, '\n');
  } else if (!n_matches) {
    write_miss(a, runner, doc, &nearest);
  }
}

// Sentences without a try ---------------------------------------------------

/// The one need that does not occur; NULL if there are more, or if it is a
/// word: without it the sentence is not about the rule's matter.
static const IsnNeed*
find_missing(const IsnAnnotated* const annotated, const IsnNeeds* const needs)
{
  const IsnNeed* missing = NULL;
  for (size_t i = 0; i < needs->n_needs; ++i) {
    const IsnNeeds one = { { needs->needs[i] }, 1 };
    if (!isn_annotated_has(annotated, &one)) {
      if (missing || needs->needs[i].n_classes) {
        return NULL;
      }
      missing = &needs->needs[i];
    }
  }
  return needs_word(needs) ? missing : NULL;
}

void
isn_attempts_skip(IsnAttempts* const a,
                  const IsnRunner* const runner,
                  const IsnDocument* const doc)
{
  const IsnAnnotationSource source = { runner->image, doc, doc->analysis };
  const IsnNeed* const missing =
    find_missing(&runner->annotated, &a->rule->needs);
  if (missing) {
    write_sentence(a, &runner->annotated, &source);
    isn_print(&a->out, "    not tried: there is no ");
    write_need(&a->out, a->image, missing);
    isn_buffer_append_byte(&a->out, '\n');
  }
}

// The whole -----------------------------------------------------------------

IsnStatus
isn_attempts_open(IsnAttempts* const attempts,
                  const IsnRuleSet* const rules,
                  const IsnImage* const image,
                  const IsnRule* const rule)
{
  *attempts = (IsnAttempts){ .rule = rule, .image = image };
  return isn_near_open(&attempts->near, rules, image, rule);
}

void
isn_attempts_close(IsnAttempts* const attempts)
{
  isn_near_close(&attempts->near);
  isn_buffer_clear(&attempts->out);
}

void
isn_attempts_restart(IsnAttempts* const attempts)
{
  isn_buffer_empty(&attempts->out);
  attempts->n_shown = 0;
  attempts->n_far = 0;
}
