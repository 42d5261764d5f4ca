// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/compile.h"

#include "extract/base/arena.h"
#include "extract/base/utf8.h"
#include "extract/gazetteer/builder.h"
#include "extract/gazetteer/source.h"
#include "extract/lexicon/lexicon.h"
#include "extract/tokenize/normal.h"
#include "extract/tokenize/tokenize.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

/// Each class is a private-use letter (rules/symbols.h), and a few are needed
/// for the shapes of words.
#define MAX_CLASSES 1700u

/// What the callbacks share.
typedef struct {
  IsnBuilder builder;
  IsnTokenizer* tokenizer;
  IsnArena arena; // reset for each row or form
  const char* path;
  const IsnSink* sink;
  bool is_part; // the row is but a part of names
} Compiler;

/// Where a gazetteer type leads.
typedef struct {
  const char* type;
  const char* class_name;        // NULL: a name of its own in the trie
  const char* common_class_name; // for rows flagged `common`
  bool takes_article;            // listed without ال, found with it too
} TypeInfo;

static const TypeInfo types[] = {
  { "Country", NULL, "common-country", false },
  { "City", NULL, "common-city", false },
  { "Region", NULL, "common-region", false },
  { "Place", NULL, "common-place", false },
  { "Organization", NULL, "common-organization", false },
  { "Month", NULL, NULL, false },
  { "Currency", NULL, NULL, false },
  { "Nationality", "nationality", "nationality", true },
  { "GivenName", "given-name", "common-given-name", false },
  { "FamilyName", "family-name", "common-family-name", false },
  { "Rank", "rank", "common-rank", true },
  { "Honorific", "honorific", "honorific", true },
  { "Syllable", "name-syllable", "name-syllable", false },
};

static const TypeInfo*
find_type(const IsnStr name)
{
  for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); ++i) {
    if (isn_str_is(name, types[i].type)) {
      return &types[i];
    }
  }
  return NULL;
}

/// The words of a name, cut as the text is, in normal form.
static IsnStatus
cut(Compiler* const c, const IsnStr name, IsnStr** words, size_t* const n)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument doc;
  isn_document_init(&doc, &c->arena);
  doc.text = name;
  ISN_TRY(st, isn_tokenize(c->tokenizer, &doc));
  *words = isn_arena_array(&c->arena, doc.n_tokens + 1, sizeof(**words));
  if (!*words) {
    return ISN_ERR_NO_MEMORY;
  }
  *n = 0;
  for (size_t i = 0; i < doc.n_tokens; ++i) {
    const IsnSpan bytes = doc.tokens[i].bytes;
    const IsnStr word = isn_normal_copy(
      &c->arena, isn_str_slice(name, bytes.begin, bytes.end), ISN_FOLD_FULL);
    if (!word.data) {
      return ISN_ERR_NO_MEMORY;
    }
    if (word.n_bytes) {
      (*words)[(*n)++] = word;
    }
  }
  return st;
}

static IsnStatus
walk(Compiler* const c,
     const IsnStr* const words,
     const size_t n,
     uint32_t* const state,
     uint32_t* const last_word)
{
  IsnStatus st = ISN_SUCCESS;
  *state = 0;
  for (size_t i = 0; i < n; ++i) {
    ISN_TRY(st, isn_builder_word(&c->builder, words[i], last_word));
    ISN_TRY(st, isn_builder_step(&c->builder, *state, *last_word, state));
  }
  return st;
}

static IsnImageWord*
word_at(const Compiler* const c, const uint32_t word)
{
  return &((IsnImageWord*)c->builder.words.data)[word];
}

static IsnStatus
add_name(Compiler* const c,
         const IsnStr name,
         const uint32_t entry,
         const uint32_t flags,
         const bool is_strong)
{
  IsnStatus st = ISN_SUCCESS;
  IsnStr* words = NULL;
  size_t n = 0;
  uint32_t state = 0;
  uint32_t word = 0;
  IsnImageAccept accept = { entry, flags, { 0, 0 } };
  ISN_TRY(st, cut(c, name, &words, &n));
  if (!n) {
    return st;
  }
  ISN_TRY(st, walk(c, words, n, &state, &word));
  if (n == 1 && is_strong) {
    word_at(c, word)->flags |= ISN_IMAGE_STRONG;
  }
  if (flags & ISN_IMAGE_STRICT) {
    const IsnStr light = isn_normal_copy(&c->arena, name, ISN_FOLD_LIGHT);
    ISN_TRY(st, isn_builder_string(&c->builder, light, &accept.light));
  }
  return isn_builder_add_accept(&c->builder, state, accept);
}

/// A form of a class: on its word, or in the trie if it has several.
static IsnStatus
add_class_form(Compiler* const c,
               const IsnStr form,
               const IsnStr class_name,
               const IsnStr lemma,
               const uint32_t features)
{
  IsnStatus st = ISN_SUCCESS;
  IsnStr* words = NULL;
  size_t n = 0;
  uint32_t word = 0;
  uint32_t state = 0;
  uint32_t number = 0;
  ISN_TRY(st, cut(c, form, &words, &n));
  ISN_TRY(st, isn_builder_class(&c->builder, class_name, &number));
  if (n == 1) {
    ISN_TRY(st, isn_builder_word(&c->builder, words[0], &word));
    const uint16_t before = word_at(c, word)->flags;
    ISN_TRY(st, isn_builder_add_class(&c->builder, word, number, features));
    if (c->is_part) { // «وانغ» is no word by itself for that
      word_at(c, word)->flags = before;
    }
    return st;
  }
  if (!n) {
    return st;
  }
  const IsnEntry entry = {
    .type = isn_arena_print(
      &c->arena, "+%.*s", (int)class_name.n_bytes, class_name.data),
    .key = isn_arena_print(&c->arena, "%u", features),
    .name = lemma,
  };
  uint32_t entry_number = 0;
  ISN_TRY(st, isn_builder_add_entry(&c->builder, &entry, &entry_number));
  ISN_TRY(st, walk(c, words, n, &state, &word));
  return isn_builder_add_accept(
    &c->builder, state, (IsnImageAccept){ entry_number, 0, { 0, 0 } });
}

static IsnStatus
add_class_names(Compiler* const c,
                const IsnGazetteerRow* const row,
                const TypeInfo* const type,
                const char* const class_name)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnStr features = row->columns[ISN_COLUMN_FEATURES];
  const uint32_t bits =
    isn_gazetteer_feature(features, "f").data ? ISN_FEAT_FEMININE : 0;
  IsnStr rest = row->columns[ISN_COLUMN_ALIASES];
  IsnStr form = row->columns[ISN_COLUMN_NAME];
  do {
    if (!form.n_bytes) {
      continue;
    }
    ISN_TRY(
      st,
      add_class_form(
        c, form, isn_str(class_name), row->columns[ISN_COLUMN_KEY], bits));
    const bool has_article = isn_str_starts(form, ISN_STR("ال"));
    if (type->takes_article && !has_article) {
      const IsnStr with =
        isn_arena_print(&c->arena, "ال%.*s", (int)form.n_bytes, form.data);
      ISN_TRY(st,
              add_class_form(c,
                             with,
                             isn_str(class_name),
                             row->columns[ISN_COLUMN_KEY],
                             bits | ISN_FEAT_DEFINITE));
    }
  } while (isn_gazetteer_member(&rest, '|', &form));
  return st;
}

/// `common` for the whole row, or `common=NAME` for this name of it.
static bool
is_common_name(const IsnStr features, const IsnStr name)
{
  IsnStr rest = features;
  IsnStr member = { NULL, 0 };
  while (isn_gazetteer_member(&rest, '|', &member)) {
    if (isn_str_is(member, "common") ||
        (isn_str_starts(member, ISN_STR("common=")) && member.n_bytes > 7 &&
         isn_str_equal(isn_str_slice(member, 7, member.n_bytes), name))) {
      return true;
    }
  }
  return false;
}

/// The same entry as one that is a name only in context.
static IsnStatus
add_common_entry(Compiler* const c, IsnEntry entry, uint32_t* const number)
{
  entry.features = isn_arena_print(
    &c->arena, "common|%.*s", (int)entry.features.n_bytes, entry.features.data);
  return isn_builder_add_entry(&c->builder, &entry, number);
}

static IsnStatus
add_entry_names(Compiler* const c,
                const IsnGazetteerRow* const row,
                const TypeInfo* const type,
                const bool is_common)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnStr* const columns = row->columns;
  const IsnEntry entry = { columns[ISN_COLUMN_TYPE],
                           columns[ISN_COLUMN_KEY],
                           columns[ISN_COLUMN_NAME],
                           columns[ISN_COLUMN_SAME_AS],
                           columns[ISN_COLUMN_FEATURES] };
  const bool is_strict =
    isn_gazetteer_feature(columns[ISN_COLUMN_FEATURES], "strict").data;
  uint32_t number = 0;
  ISN_TRY(st, isn_builder_add_entry(&c->builder, &entry, &number));
  IsnStr rest = columns[ISN_COLUMN_ALIASES];
  IsnStr form = columns[ISN_COLUMN_NAME];
  do {
    const bool only_here = !is_common && is_common_name(entry.features, form);
    uint32_t of_form = number;
    if (only_here) {
      ISN_TRY(st, add_common_entry(c, entry, &of_form));
    }
    if (only_here && type->common_class_name) {
      ISN_TRY(st,
              add_class_form(
                c, form, isn_str(type->common_class_name), entry.key, 0));
    }
    ISN_TRY(st,
            add_name(c,
                     form,
                     of_form,
                     is_strict ? ISN_IMAGE_STRICT : 0,
                     !is_common && !only_here));
  } while (isn_gazetteer_member(&rest, '|', &form));
  return st;
}

static IsnStatus
add_row(void* const handle, const IsnGazetteerRow* const row)
{
  Compiler* const c = handle;
  isn_arena_reset(&c->arena);
  const TypeInfo* const type = find_type(row->columns[ISN_COLUMN_TYPE]);
  if (!type) {
    const IsnPlace place = { c->path, row->line, 0 };
    return isn_error(c->sink,
                     ISN_ERR_RULES,
                     &place,
                     "no such type: %.*s",
                     (int)row->columns[ISN_COLUMN_TYPE].n_bytes,
                     row->columns[ISN_COLUMN_TYPE].data);
  }
  c->is_part = isn_str_is(row->columns[ISN_COLUMN_TYPE], "Syllable");
  const bool is_common =
    is_common_name(row->columns[ISN_COLUMN_FEATURES], (IsnStr){ NULL, 0 });
  const char* const class_name =
    is_common ? type->common_class_name : type->class_name;
  if (isn_gazetteer_feature(row->columns[ISN_COLUMN_FEATURES], "alone").data) {
    // a family name that stands for a person without context
    const IsnStatus st = add_class_names(c, row, type, "lone-name");
    if (isn_is_error(st)) {
      return st;
    }
  }
  if (isn_gazetteer_feature(row->columns[ISN_COLUMN_FEATURES], "arab").data) {
    // a name behind which a family name with the article is expected
    const IsnStatus st = add_class_names(c, row, type, "arab-name");
    if (isn_is_error(st)) {
      return st;
    }
  }
  if (isn_gazetteer_feature(row->columns[ISN_COLUMN_FEATURES], "prep").data) {
    // a town's name that is a rare word: a preposition makes it the town's
    const IsnStatus st = add_class_names(c, row, type, "prep-city");
    if (isn_is_error(st)) {
      return st;
    }
  }
  if (class_name) {
    const IsnStatus st = add_class_names(c, row, type, class_name);
    if (isn_is_error(st) || type->class_name) {
      return st;
    }
  }
  return add_entry_names(c, row, type, is_common);
}

static IsnStatus
add_form(void* const handle, const IsnForm* const form)
{
  Compiler* const c = handle;
  isn_arena_reset(&c->arena);
  c->is_part = false;
  return add_class_form(
    c, form->form, form->class_name, form->lemma, form->features);
}

/// An ordinary word: a line that is no comment.
static IsnStatus
add_listed_word(Compiler* const c, const IsnStr line, const uint16_t flags)
{
  IsnStatus st = ISN_SUCCESS;
  uint32_t word = 0;
  if (!line.n_bytes || line.data[0] == '#') {
    return st;
  }
  isn_arena_reset(&c->arena);
  const IsnStr normal = isn_normal_copy(&c->arena, line, ISN_FOLD_FULL);
  if (!normal.data) {
    return ISN_ERR_NO_MEMORY;
  }
  ISN_TRY(st, isn_builder_word(&c->builder, normal, &word));
  ((IsnImageWord*)c->builder.words.data)[word].flags |= flags;
  return st;
}

static IsnStatus
read_words(Compiler* const c, FILE* const file)
{
  IsnStatus st = ISN_SUCCESS;
  IsnPlace place = { c->path, 0, 0 };
  const bool of_verbs = isn_str_ends(isn_str(c->path), ISN_STR("verbs.txt"));
  const uint16_t flags = ISN_IMAGE_WORD | (of_verbs ? ISN_IMAGE_VERB : 0);
  char* data = NULL;
  size_t capacity = 0;
  ssize_t n = 0;
  while (st == ISN_SUCCESS && (n = getline(&data, &capacity, file)) >= 0) {
    ++place.line;
    const size_t n_end = n && data[n - 1] == '\n';
    const IsnStr line = { data, (size_t)n - n_end };
    st = isn_utf8_valid_prefix(line) == line.n_bytes
           ? add_listed_word(c, line, flags)
           : isn_error(c->sink, ISN_ERR_RULES, &place, "not valid UTF-8");
  }
  if (st == ISN_SUCCESS && ferror(file)) {
    st = isn_error(
      c->sink, ISN_ERR_RULES, &place, "cannot read: %s", strerror(errno));
  }
  free(data);
  return st;
}

/// One list of ordinary words, a line each; of verbs if its name ends so.
static IsnStatus
read_word_list(Compiler* const c)
{
  const IsnPlace place = { c->path, 0, 0 };
  FILE* const file = fopen(c->path, "rb");
  if (!file) {
    return isn_error(
      c->sink, ISN_ERR_RULES, &place, "cannot open: %s", strerror(errno));
  }
  const IsnStatus st = read_words(c, file);
  fclose(file);
  return st;
}

/// Every file of data_dir/words; a data folder may do without.
static IsnStatus
read_all_words(Compiler* const c, const char* const data_dir)
{
  IsnStatus st = ISN_SUCCESS;
  char path[4096];
  snprintf(path, sizeof(path), "%s/words/*.txt", data_dir);
  glob_t found = { 0 };
  if (!glob(path, 0, NULL, &found)) {
    for (size_t i = 0; i < found.gl_pathc && st == ISN_SUCCESS; ++i) {
      c->path = found.gl_pathv[i];
      st = read_word_list(c);
    }
  }
  globfree(&found);
  return st;
}

static IsnStatus
read_all(Compiler* const c,
         const char* const data_dir,
         const char* const pattern,
         const char* const schema)
{
  IsnStatus st = ISN_SUCCESS;
  char path[4096];
  snprintf(path, sizeof(path), "%s/%s", data_dir, pattern);
  glob_t found = { 0 };
  if (glob(path, 0, NULL, &found)) {
    const IsnPlace place = { path, 0, 0 };
    globfree(&found);
    return isn_error(c->sink, ISN_ERR_RULES, &place, "no such files");
  }
  for (size_t i = 0; i < found.gl_pathc && st == ISN_SUCCESS; ++i) {
    c->path = found.gl_pathv[i];
    st = schema ? isn_lexicon_read(c->path, schema, add_form, c, c->sink)
                : isn_gazetteer_read(c->path, add_row, c, c->sink);
  }
  globfree(&found);
  return st;
}

/// Patterns may ask for these even where no row has them.
static IsnStatus
add_class_names_of_types(Compiler* const c)
{
  IsnStatus st = ISN_SUCCESS;
  uint32_t number = 0;
  for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); ++i) {
    const char* const names[] = { types[i].class_name,
                                  types[i].common_class_name };
    for (int n = 0; n < 2; ++n) {
      if (names[n]) {
        ISN_TRY(st, isn_builder_class(&c->builder, isn_str(names[n]), &number));
      }
    }
  }
  return st;
}

IsnStatus
isn_gazetteer_compile(const char* const data_dir,
                      const char* const schema_dir,
                      const char* const image_path,
                      const IsnSink* const sink)
{
  Compiler c = { .sink = sink };
  char schema[4096];
  snprintf(schema, sizeof(schema), "%s/lexicon.rng", schema_dir);
  IsnStatus st = isn_tokenizer_new(&c.tokenizer, sink);
  if (st == ISN_SUCCESS) {
    st = isn_builder_init(&c.builder);
  }
  if (st == ISN_SUCCESS) {
    st = add_class_names_of_types(&c);
  }
  if (st == ISN_SUCCESS) {
    st = read_all(&c, data_dir, "gazetteers/*.tsv", NULL);
  }
  if (st == ISN_SUCCESS) {
    st = read_all(&c, data_dir, "lexicon/*.xml", schema);
  }
  if (st == ISN_SUCCESS) {
    st = read_all_words(&c, data_dir);
  }
  if (st == ISN_SUCCESS && c.builder.class_names.n > MAX_CLASSES) {
    st = isn_error(sink,
                   ISN_ERR_RULES,
                   NULL,
                   "%zu lexical classes where patterns can tell %u apart",
                   c.builder.class_names.n,
                   MAX_CLASSES);
  }
  if (st == ISN_SUCCESS) {
    st = isn_builder_write(&c.builder, image_path, sink);
  } else if (st == ISN_ERR_NO_MEMORY) {
    isn_error(sink, st, NULL, "out of memory while compiling gazetteers");
  }
  isn_builder_clear(&c.builder);
  isn_tokenizer_free(c.tokenizer);
  isn_arena_clear(&c.arena);
  return st;
}
