// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/near.h"

#include <stdlib.h>

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Behind `at` and, if it opens a bracket, behind what closes it.
static size_t
skip(const IsnStr pattern, size_t at)
{
  size_t depth = 0;
  do {
    const char c = pattern.data[at];
    if (c == '\\' && at + 1 < pattern.n_bytes) {
      ++at;
    }
    depth += c == '(' || c == '[' || c == '{';
    depth -= depth && (c == ')' || c == ']' || c == '}');
    ++at;
  } while (depth && at < pattern.n_bytes);
  return at;
}

/// The next part from `*at` on, which moves behind it; an empty one ends the
/// alternative at its bar or the pattern's end.
static IsnStr
next_part(const IsnStr pattern, size_t* const at)
{
  while (*at < pattern.n_bytes && is_blank(pattern.data[*at])) {
    ++*at;
  }
  const size_t begin = *at;
  while (*at < pattern.n_bytes && !is_blank(pattern.data[*at]) &&
         pattern.data[*at] != '|') {
    *at = skip(pattern, *at);
  }
  return isn_str_slice(pattern, begin, *at);
}

static size_t
count_parts(const IsnStr pattern, size_t at)
{
  size_t n = 0;
  while (next_part(pattern, &at).n_bytes) {
    ++n;
  }
  return n;
}

/// The prefixes of the alternative at `*at`, which moves behind its bar.
static void
cut_alternative(IsnNear* const near, const IsnStr pattern, size_t* const at)
{
  const size_t n_all = count_parts(pattern, *at);
  IsnStr part = next_part(pattern, at);
  const char* const begin = part.data;
  for (size_t i = 1; i < n_all; ++i) {
    const size_t end = *at;
    part = next_part(pattern, at);
    near->prefixes[near->n_prefixes++] = (IsnPrefix){
      .pattern = { begin, (size_t)(pattern.data + end - begin) },
      .next = part,
      .n_parts = i,
      .n_all = n_all,
    };
  }
  next_part(pattern, at); // the blanks before the bar
  ++*at;
}

static int
compare(const void* const a, const void* const b)
{
  const IsnPrefix* const x = a;
  const IsnPrefix* const y = b;
  if (x->n_parts != y->n_parts) {
    return x->n_parts > y->n_parts ? -1 : 1;
  }
  return (x->pattern.data > y->pattern.data) -
         (x->pattern.data < y->pattern.data);
}

IsnStatus
isn_near_open(IsnNear* const near,
              const IsnRuleSet* const rules,
              const IsnImage* const image,
              const IsnRule* const rule)
{
  *near = (IsnNear){ .rules = rules, .image = image, .rule = rule };
  const IsnStr pattern = rule->pattern;
  near->prefixes =
    isn_arena_array(&near->arena, pattern.n_bytes + 1, sizeof(*near->prefixes));
  if (!near->prefixes) {
    return ISN_ERR_NO_MEMORY;
  }
  size_t first_end = 0;
  near->first = next_part(pattern, &first_end);
  for (size_t at = 0; at < pattern.n_bytes;) {
    cut_alternative(near, pattern, &at);
  }
  qsort(near->prefixes, near->n_prefixes, sizeof(*near->prefixes), compare);
  return ISN_SUCCESS;
}

void
isn_near_close(IsnNear* const near)
{
  for (size_t i = 0; i < near->n_prefixes; ++i) {
    isn_regex_free(near->prefixes[i].regex);
  }
  isn_arena_clear(&near->arena);
  *near = (IsnNear){ NULL };
}

static void
compile(IsnNear* const near, IsnPrefix* const prefix)
{
  const IsnPatternScope scope = { near->image,
                                  near->rules->defines,
                                  near->rule->n_defines };
  IsnBuffer out = { 0 };
  IsnNeeds needs = { 0 };
  const char* message = NULL;
  size_t offset = 0;
  IsnStatus st = isn_pattern_translate(
    &scope, prefix->pattern, &out, &needs, &near->arena, &message, &offset);
  if (!st) {
    st = isn_regex_new(
      &prefix->regex, isn_buffer_str(&out), &near->arena, &message, &offset);
  }
  prefix->is_unusable = st;
  isn_buffer_clear(&out);
}

const IsnPrefix*
isn_near_find(IsnNear* const near,
              const IsnRunner* const runner,
              IsnSpan* const units)
{
  const IsnStr text = isn_buffer_str(&runner->annotated.text);
  for (size_t i = 0; i < near->n_prefixes; ++i) {
    IsnPrefix* const prefix = &near->prefixes[i];
    if (!prefix->regex && !prefix->is_unusable) {
      compile(near, prefix);
    }
    IsnSpan bytes = { 0, 0 };
    if (prefix->regex &&
        !isn_matcher_search(runner->matcher, prefix->regex, text, 0) &&
        isn_matcher_group(runner->matcher, 0, &bytes) &&
        bytes.end > bytes.begin) {
      *units = isn_annotated_units(&runner->annotated, bytes);
      return prefix;
    }
  }
  return NULL;
}
