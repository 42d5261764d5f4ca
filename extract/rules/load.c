// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule.h"

#include "extract/rules/rule_xml.h"
#include "extract/rules/store.h"
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
  char bytes[16384];
  FILE* const file = fopen(path, "rb");
  if (!file) {
    return sum;
  }
  for (size_t n = 0; (n = fread(bytes, 1, sizeof(bytes), file)) > 0;) {
    sum = isn_image_sum(sum, bytes, n);
  }
  fclose(file);
  return sum;
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

/// Which of `n` paths has the file name of `path`; `n` if none has.
static size_t
find_namesake(const char* const path, const char* const* const paths, size_t n)
{
  size_t i = 0;
  while (i < n && !isn_str_equal(base_name(path), base_name(paths[i]))) {
    ++i;
  }
  return i;
}

/// The files to read: those found, each given one in place of its namesake,
/// since what it defines others use; behind them the others that are given.
static const char**
list_paths(IsnArena* const arena,
           const glob_t* const found,
           const char* const* const files,
           const size_t n_files,
           size_t* const n)
{
  const char** const paths =
    isn_arena_array(arena, found->gl_pathc + n_files + 1, sizeof(*paths));
  *n = 0;
  for (size_t i = 0; paths && i < found->gl_pathc; ++i) {
    const size_t given = find_namesake(found->gl_pathv[i], files, n_files);
    paths[(*n)++] = given < n_files
                      ? files[given]
                      : isn_arena_copy(arena, isn_str(found->gl_pathv[i])).data;
  }
  const size_t n_found = *n;
  for (size_t i = 0; paths && i < n_files; ++i) {
    if (find_namesake(files[i], paths, n_found) == n_found ||
        find_namesake(files[i], files, i) < i) { // given twice: told as such
      paths[(*n)++] = files[i];
    }
  }
  return paths;
}

static IsnStatus
load_files(IsnRuleSet* const set,
           const char* const* const paths,
           const size_t n,
           const char* const schema,
           const IsnImage* const image,
           const IsnSink* const sink)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < n; ++i) {
    const IsnStatus file_st =
      isn_rule_xml_read(set, paths[i], schema, image, sink);
    st = isn_is_error(file_st) ? file_st : st;
  }
  return st;
}

_Static_assert((unsigned)ISN_N_TYPES <= ISN_FILTER_GROUPS, "a group a type");

static IsnStatus
build_kinds_filter(IsnRuleSet* const set, const IsnImage* const image)
{
  const IsnKinds* const kinds = &set->kinds;
  IsnFilterRule* const rules =
    isn_arena_array(&set->arena, kinds->n + 1, sizeof(*rules));
  for (size_t i = 0; rules && i < kinds->n; ++i) {
    const IsnKind* const kind = &kinds->list[i];
    rules[i] = (IsnFilterRule){
      { image, set->defines, kind->n_defines, kinds }, kind->pattern, NULL, 0
    };
  }
  return rules
           ? isn_filter_build(&set->kinds_filter, rules, kinds->n, &set->arena)
           : ISN_ERR_NO_MEMORY;
}

bool
isn_rule_opens_list(const IsnRule* const rule)
{
  for (size_t i = 0; i < rule->n_facts; ++i) {
    if (rule->facts[i].subject.kind == ISN_REF_ITEMS ||
        rule->facts[i].object.kind == ISN_REF_ITEMS) {
      return true;
    }
  }
  return false;
}

static void
find_list_rules(IsnRuleSet* const set)
{
  set->list_rules = (IsnSpan){ 0, 0 };
  for (uint32_t i = (uint32_t)set->n_entity_rules; i < set->n_rules; ++i) {
    const IsnRule* const rule = &set->rules[i];
    if (rule->listed.n_groups || isn_rule_opens_list(rule)) {
      set->list_rules.begin = set->list_rules.end ? set->list_rules.begin : i;
      set->list_rules.end = i + 1;
    }
  }
}

/// Note which of the rules, in order, are run together.
static IsnStatus
divide(IsnRuleSet* const set)
{
  set->n_entity_rules = 0;
  while (set->n_entity_rules < set->n_rules &&
         set->rules[set->n_entity_rules].kind != ISN_RULE_RELATION) {
    ++set->n_entity_rules;
  }
  set->passes =
    isn_arena_array(&set->arena, set->n_entity_rules + 1, sizeof(*set->passes));
  set->n_passes = 0;
  for (uint32_t i = 0; set->passes && i < set->n_entity_rules; ++i) {
    const IsnRule* const rule = &set->rules[i];
    if (!i || rule->kind != rule[-1].kind || rule->order != rule[-1].order) {
      set->passes[set->n_passes++].begin = i;
    }
    set->passes[set->n_passes - 1].end = i + 1;
  }
  find_list_rules(set);
  return set->passes ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

static IsnStatus
build_filter(IsnRuleSet* const set, const IsnImage* const image)
{
  IsnFilterRule* const rules =
    isn_arena_array(&set->arena, set->n_rules + 1, sizeof(*rules));
  for (size_t i = 0; rules && i < set->n_rules; ++i) {
    const IsnRule* const rule = &set->rules[i];
    rules[i] =
      (IsnFilterRule){ { image, set->defines, rule->n_defines, &set->kinds },
                       rule->pattern,
                       rule->has_trigger ? &rule->needs.needs[0] : NULL,
                       (unsigned)rule->within };
  }
  return rules
           ? isn_filter_build(&set->filter, rules, set->n_rules, &set->arena)
           : ISN_ERR_NO_MEMORY;
}

/// Rules read from their files, in order, with their filter.
static IsnStatus
read_rules(IsnRuleSet* const set,
           const char* const* const paths,
           const size_t n,
           const char* const schema,
           const IsnImage* const image,
           const IsnSink* const sink)
{
  IsnStatus st = load_files(set, paths, n, schema, image, sink);
  if (st == ISN_SUCCESS) {
    st = check_names(set, sink);
  }
  if (st == ISN_SUCCESS && set->n_rules) {
    qsort(set->rules, set->n_rules, sizeof(*set->rules), compare_rules);
  }
  if (st == ISN_SUCCESS) {
    st = build_kinds_filter(set, image);
  }
  return st == ISN_SUCCESS ? build_filter(set, image) : st;
}

static bool
find_files(glob_t* const found, const char* const data_dir)
{
  char pattern[4096];
  snprintf(pattern, sizeof(pattern), "%s/rules/*.xml", data_dir);
  return !glob(pattern, 0, NULL, found);
}

bool
isn_rules_exist(const char* const data_dir)
{
  glob_t found = { 0 };
  const bool is_there = find_files(&found, data_dir);
  globfree(&found);
  return is_there;
}

/// One checksum of all files, in hex.
static void
sum_files(const char* const* const paths,
          const size_t n,
          char out[ISN_IMAGE_SUM_SIZE])
{
  uint64_t sum = 0;
  for (size_t i = 0; i < n; ++i) {
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): `n` of them
    sum = add_checksum(sum, paths[i]);
  }
  isn_image_print_sum(sum, out);
}

IsnStatus
isn_rules_load(IsnRuleSet* const set,
               const char* const data_dir,
               const char* const schema_dir,
               const char* const* const files,
               const size_t n_files,
               const IsnImage* const image,
               const char* const store,
               const IsnSink* const sink)
{
  memset(set, 0, sizeof(*set));
  char schema[4096];
  char checksum[ISN_IMAGE_SUM_SIZE];
  snprintf(schema, sizeof(schema), "%s/rules.rng", schema_dir);
  glob_t found = { 0 };
  if (!find_files(&found, data_dir)) {
    const IsnPlace place = { data_dir, 0, 0 };
    globfree(&found);
    return isn_error(
      sink, ISN_ERR_RULES, &place, "no rule files there: rules/*.xml");
  }
  IsnArena arena = { 0 };
  size_t n = 0;
  const char* const* const paths =
    list_paths(&arena, &found, files, n_files, &n);
  IsnStatus st = paths ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  sum_files(paths, n, checksum);
  if (st == ISN_SUCCESS &&
      (!store || n_files ||
       !isn_store_load(set, checksum, image, data_dir, store))) {
    memcpy(set->checksum, checksum, sizeof(checksum));
    st = read_rules(set, paths, n, schema, image, sink);
  }
  st = st == ISN_SUCCESS ? divide(set) : st;
  isn_arena_clear(&arena);
  globfree(&found);
  return st;
}

void
isn_rules_clear(IsnRuleSet* const set)
{
  for (size_t i = 0; i < set->n_rules; ++i) {
    isn_regex_free(set->rules[i].regex);
  }
  for (size_t i = 0; i < set->kinds.n; ++i) {
    isn_regex_free(set->kinds.list[i].regex);
  }
  isn_arena_clear(&set->arena);
  isn_store_close(set);
  memset(set, 0, sizeof(*set));
}
