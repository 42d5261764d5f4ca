// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule.h"

#include "extract/rules/rule_xml.h"
#include "extract/rules/vocabulary.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_rules(const void* const a, const void* const b)
{
  const IsnRule* const x = a;
  const IsnRule* const y = b;
  if (x->kind != y->kind) {
    return x->kind < y->kind ? -1 : 1;
  }
  if (x->order != y->order) {
    return x->order < y->order ? -1 : 1;
  }
  const size_t n =
    x->file.n_bytes < y->file.n_bytes ? x->file.n_bytes : y->file.n_bytes;
  const int by_file = memcmp(x->file.data, y->file.data, n);
  if (by_file || x->file.n_bytes != y->file.n_bytes) {
    return by_file ? by_file : x->file.n_bytes < y->file.n_bytes ? -1 : 1;
  }
  return (x->line > y->line) - (x->line < y->line);
}

/// Checksum of a file's bytes, chained.
static uint64_t
add_checksum(uint64_t sum, const char* const path)
{
  FILE* const file = fopen(path, "rb");
  if (!file) {
    return sum;
  }
  for (int c = getc(file); c != EOF; c = getc(file)) {
    sum = (sum ^ (uint64_t)c) * 0x100000001B3u;
  }
  fclose(file);
  return sum ^ 0xFFu;
}

static int
compare_names(const void* const a, const void* const b)
{
  const IsnRule* const* const x = a;
  const IsnRule* const* const y = b;
  const size_t n = (*x)->name.n_bytes < (*y)->name.n_bytes ? (*x)->name.n_bytes
                                                           : (*y)->name.n_bytes;
  const int order = memcmp((*x)->name.data, (*y)->name.data, n);
  return order ? order
               : ((*x)->name.n_bytes > (*y)->name.n_bytes) -
                   ((*x)->name.n_bytes < (*y)->name.n_bytes);
}

static IsnStatus
check_names(IsnRuleSet* const set, const IsnSink* const sink)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnRule** const sorted =
    isn_arena_array(&set->arena, set->n_rules + 1, sizeof(*sorted));
  if (!sorted) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < set->n_rules; ++i) {
    sorted[i] = &set->rules[i];
  }
  qsort(sorted, set->n_rules, sizeof(*sorted), compare_names);
  for (size_t i = 1; i < set->n_rules; ++i) {
    if (isn_str_equal(sorted[i - 1]->name, sorted[i]->name)) {
      const IsnPlace place = { sorted[i]->file.data, sorted[i]->line, 0 };
      st = isn_error(sink,
                     ISN_ERR_RULES,
                     &place,
                     "rule %.*s stands at %s:%zu too; names must be unique",
                     (int)sorted[i]->name.n_bytes,
                     sorted[i]->name.data,
                     sorted[i - 1]->file.data,
                     sorted[i - 1]->line);
    }
  }
  return st;
}

static IsnStr
base_name(const char* const path)
{
  const char* const slash = strrchr(path, '/');
  return isn_str(slash ? slash + 1 : path);
}

/// Whether one of `files` stands in for `path`.
static bool
is_replaced(const char* const path,
            const char* const* const files,
            const size_t n_files)
{
  for (size_t i = 0; i < n_files; ++i) {
    if (isn_str_equal(base_name(path), base_name(files[i]))) {
      return true;
    }
  }
  return false;
}

static IsnStatus
load_files(IsnRuleSet* const set,
           const glob_t* const found,
           const char* const* const files,
           const size_t n_files,
           const char* const schema,
           const IsnImage* const image,
           const IsnSink* const sink)
{
  IsnStatus st = ISN_SUCCESS;
  uint64_t sum = 0xCBF29CE484222325u;
  for (size_t i = 0; i < found->gl_pathc + n_files; ++i) {
    const bool is_given = i >= found->gl_pathc;
    const char* const path =
      is_given ? files[i - found->gl_pathc] : found->gl_pathv[i];
    if (!is_given && is_replaced(path, files, n_files)) {
      continue;
    }
    const IsnStatus file_st = isn_rule_xml_read(set, path, schema, image, sink);
    st = isn_is_error(file_st) ? file_st : st;
    sum = add_checksum(sum, path);
  }
  snprintf(
    set->checksum, sizeof(set->checksum), "%016llx", (unsigned long long)sum);
  return st;
}

_Static_assert((unsigned)ISN_N_TYPES <= ISN_FILTER_GROUPS, "a group a type");

static IsnStatus
build_filter(IsnRuleSet* const set, const IsnImage* const image)
{
  IsnFilterRule* const rules =
    isn_arena_array(&set->arena, set->n_rules + 1, sizeof(*rules));
  while (set->n_entity_rules < set->n_rules &&
         set->rules[set->n_entity_rules].kind != ISN_RULE_RELATION) {
    ++set->n_entity_rules;
  }
  for (size_t i = 0; rules && i < set->n_rules; ++i) {
    const IsnRule* const rule = &set->rules[i];
    rules[i] =
      (IsnFilterRule){ { image, set->defines, rule->n_defines },
                       rule->pattern,
                       rule->has_trigger ? &rule->needs.needs[0] : NULL,
                       (unsigned)rule->within };
  }
  return rules
           ? isn_filter_build(&set->filter, rules, set->n_rules, &set->arena)
           : ISN_ERR_NO_MEMORY;
}

IsnStatus
isn_rules_load(IsnRuleSet* const set,
               const char* const data_dir,
               const char* const schema_dir,
               const char* const* const files,
               const size_t n_files,
               const IsnImage* const image,
               const IsnSink* const sink)
{
  memset(set, 0, sizeof(*set));
  char pattern[4096];
  char schema[4096];
  snprintf(pattern, sizeof(pattern), "%s/rules/*.xml", data_dir);
  snprintf(schema, sizeof(schema), "%s/rules.rng", schema_dir);
  glob_t found = { 0 };
  if (glob(pattern, 0, NULL, &found)) {
    const IsnPlace place = { pattern, 0, 0 };
    globfree(&found);
    return isn_error(sink, ISN_ERR_RULES, &place, "no rule files there");
  }
  IsnStatus st = load_files(set, &found, files, n_files, schema, image, sink);
  globfree(&found);
  if (st == ISN_SUCCESS) {
    st = check_names(set, sink);
  }
  if (st == ISN_SUCCESS && set->n_rules) {
    qsort(set->rules, set->n_rules, sizeof(*set->rules), compare_rules);
  }
  return st == ISN_SUCCESS ? build_filter(set, image) : st;
}

void
isn_rules_clear(IsnRuleSet* const set)
{
  for (size_t i = 0; i < set->n_rules; ++i) {
    isn_regex_free(set->rules[i].regex);
  }
  isn_arena_clear(&set->arena);
  memset(set, 0, sizeof(*set));
}
