// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pattern.h"

#include "extract/base/utf8.h"
#include "extract/gazetteer/source.h"
#include "extract/lexicon/lexicon.h"
#include "extract/rules/cursor.h"
#include "extract/rules/vocabulary.h"
#include "extract/tokenize/normal.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#define MARKS "[\\x{E100}-\\x{E80F}]"
#define LETTER "[^ \\x{640}\\x{E000}-\\x{E80F}]"
#define MAX_DEPTH 8

/// A translation under way.
typedef struct {
  const IsnPatternScope* scope;
  IsnBuffer* out;
  IsnNeeds* needs;
  IsnArena* arena;
  const char* message;
  size_t offset;
  int n_defines;         // how deep in definitions
  int n_groups;          // how deep in parentheses
  bool has_alternatives; // at the top
} Translation;

static IsnStatus
translate(Translation* t, IsnStr pattern);

uint32_t
isn_pattern_class(const IsnPatternScope* const scope, const IsnStr name)
{
  const size_t kind = isn_kinds_find(scope->kinds, name);
  return kind == ISN_NO_KIND ? isn_classes_find(scope->image, name)
                             : isn_classes_kind(scope->image, kind);
}

static void
put(Translation* const t, const char* const s)
{
  isn_buffer_append(t->out, isn_str(s));
}

static void
put_char(Translation* const t, const uint32_t c)
{
  char text[16];
  snprintf(text, sizeof(text), "\\x{%X}", c);
  put(t, text);
}

static IsnStatus
fail(Translation* const t, const char* const what, const IsnStr name)
{
  t->message =
    isn_arena_print(t->arena, "%s: {%.*s}", what, (int)name.n_bytes, name.data)
      .data;
  return ISN_ERR_RULES;
}

/// "a|b" members to a need; false if one is no class.
static bool
find_classes(const Translation* const t, IsnStr names, IsnNeed* const need)
{
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&names, '|', &name)) {
    const char* const dot = memchr(name.data, '.', name.n_bytes);
    const IsnStr bare =
      isn_str_slice(name, 0, dot ? (size_t)(dot - name.data) : name.n_bytes);
    const uint32_t number = isn_pattern_class(t->scope, bare);
    const size_t max = sizeof(need->classes) / sizeof(need->classes[0]);
    if (number == ISN_NO_CLASS || need->n_classes == max) {
      return false;
    }
    need->classes[need->n_classes++] = number;
  }
  return need->n_classes > 0;
}

/// What "feature.!feature" asks of the marks that follow, which stand in the
/// order of the features; `name` for errors.
static IsnStatus
put_features(Translation* const t, IsnStr features, const IsnStr name)
{
  IsnStr part = { NULL, 0 };
  while (isn_gazetteer_member(&features, '.', &part)) {
    const bool is_negated = part.n_bytes && part.data[0] == '!';
    const int bit = isn_features_find(
      is_negated ? isn_str_slice(part, 1, part.n_bytes) : part);
    if (bit < 0) {
      return fail(t, "no such feature", name);
    }
    put(t, is_negated ? "(?!" : "(?=");
    if (bit > 0) { // those before it
      put(t, "[");
      put_char(t, ISN_FEATURE_FIRST);
      put(t, "-");
      put_char(t, ISN_FEATURE_FIRST + (uint32_t)bit - 1);
      put(t, "]*+");
    }
    put_char(t, ISN_FEATURE_FIRST + (uint32_t)bit);
    put(t, ")");
  }
  return ISN_SUCCESS;
}

/// The marks one "class.feature.!feature" wants, behind the word.
static IsnStatus
put_marks(Translation* const t, const IsnStr name)
{
  IsnStr rest = name;
  IsnStr part = { NULL, 0 };
  isn_gazetteer_member(&rest, '.', &part);
  put_char(t, ISN_CLASS_FIRST + isn_pattern_class(t->scope, part));
  return put_features(t, rest, name);
}

/// The marks of the classes; whether any has features.
static bool
put_mark_list(Translation* const t, IsnStr names)
{
  bool has_features = false;
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&names, '|', &name)) {
    const char* const dot = memchr(name.data, '.', name.n_bytes);
    const IsnStr bare =
      isn_str_slice(name, 0, dot ? (size_t)(dot - name.data) : name.n_bytes);
    put_char(t, ISN_CLASS_FIRST + isn_pattern_class(t->scope, bare));
    has_features = has_features || dot;
  }
  return has_features;
}

/// A word with one of the marks: whatever is none of them is passed over in one
/// go, letters and other marks alike, and most words are done with there.
static IsnStatus
put_classes(Translation* const t, IsnStr names)
{
  IsnStatus st = ISN_SUCCESS;
  put(t, "(?:[وف]\\x{640})?+" LETTER "[^ \\x{640}");
  const bool has_features = put_mark_list(t, names);
  put(t, "]*+");
  if (!has_features) {
    put(t, "[");
    put_mark_list(t, names);
    put(t, "][^ ]*+");
    return st;
  }
  put(t, MARKS "*?(?:");
  IsnStr name = { NULL, 0 };
  for (bool is_first = true; isn_gazetteer_member(&names, '|', &name);
       is_first = false) {
    put(t, is_first ? "" : "|");
    ISN_TRY(st, put_marks(t, name));
  }
  put(t, ")[^ ]*+");
  return st;
}

static void
put_symbols(Translation* const t, const uint32_t set)
{
  put(t, "[");
  for (uint32_t i = 0; i < ISN_N_SYMBOLS; ++i) {
    if (set & (1u << i)) {
      put_char(t, ISN_SYMBOL_FIRST + i);
    }
  }
  put(t, "]");
}

#define EVENTS                                                                 \
  (1u << ISN_SYMBOL_MEETING | 1u << ISN_SYMBOL_OPERATION |                     \
   1u << ISN_SYMBOL_INITIATIVE | 1u << ISN_SYMBOL_AGREEMENT)

/// «(?!{Meeting})» before a word of a gap: no «بـ{Meeting}» either, of which
/// the gap would else take the whole for a word.
static void
put_no_symbols(Translation* const t, const uint32_t set)
{
  put(t, "(?:");
  put_symbols(t, set);
  if (set & EVENTS) {
    put(t, "|(?:[وفبكل]\\x{640}){1,2}+");
    put_symbols(t, set & EVENTS);
  }
  put(t, ")");
}

static void
add_need(Translation* const t, const IsnNeed* const need, const bool is_sure)
{
  if (is_sure && !t->n_groups && t->needs->n_needs < ISN_MAX_NEEDS) {
    t->needs->needs[t->needs->n_needs++] = *need;
  }
}

/// The latest definition of a name counts.
static const IsnDefine*
find_define(const Translation* const t, const IsnStr name)
{
  for (size_t i = t->scope->n_defines; i > 0; --i) {
    if (isn_str_equal(t->scope->defines[i - 1].name, name)) {
      return &t->scope->defines[i - 1];
    }
  }
  return NULL;
}

static uint32_t
find_symbols(IsnStr names)
{
  uint32_t set = 0;
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&names, '|', &name)) {
    const uint32_t symbols = isn_symbols_find(name);
    if (!symbols) {
      return 0;
    }
    set |= symbols;
  }
  return set;
}

static IsnStatus
put_reference(Translation* const t,
              const IsnStr name,
              const bool is_sure,
              const bool is_barred)
{
  const IsnDefine* const define = find_define(t, name);
  if (define) {
    if (t->n_defines == MAX_DEPTH) {
      return fail(t, "definitions nested too deep", name);
    }
    ++t->n_defines;
    ++t->n_groups;
    put(t, "(?:");
    const IsnStatus st = translate(t, define->pattern);
    put(t, ")");
    --t->n_groups;
    --t->n_defines;
    return st;
  }
  if (isn_str_is(name, "any")) {
    put(t, "[^ ]++");
    return ISN_SUCCESS;
  }
  IsnNeed need = { .symbols = find_symbols(name) };
  const char* const dot = memchr(name.data, '.', name.n_bytes);
  const size_t n_bare = dot ? (size_t)(dot - name.data) : name.n_bytes;
  if (!need.symbols && dot) { // {Meeting.poss}
    need.symbols = find_symbols(isn_str_slice(name, 0, n_bare));
  }
  if (need.symbols) {
    if (is_barred && !dot) {
      put_no_symbols(t, need.symbols);
    } else {
      put_symbols(t, need.symbols);
    }
    const IsnStatus st =
      dot ? put_features(t, isn_str_slice(name, n_bare + 1, name.n_bytes), name)
          : ISN_SUCCESS;
    if (st) {
      return st;
    }
  } else if (find_classes(t, name, &need)) {
    const IsnStatus st = put_classes(t, name);
    if (st) {
      return st;
    }
  } else {
    return fail(t, "no such class, type or definition", name);
  }
  add_need(t, &need, is_sure);
  return ISN_SUCCESS;
}

/// `{name:capture}` at `at`, which moves behind it.
static IsnStatus
translate_brace(Translation* const t, const IsnStr pattern, size_t* const at)
{
  const char* const begin = pattern.data + *at + 1;
  const char* const close = memchr(begin, '}', pattern.n_bytes - *at - 1);
  if (!close) {
    t->message = "no } for this {";
    return ISN_ERR_RULES;
  }
  IsnStr name = { begin, (size_t)(close - begin) };
  *at += name.n_bytes + 2;
  if (name.n_bytes && (isdigit((unsigned char)*begin) || *begin == ',')) {
    isn_buffer_append(t->out, (IsnStr){ begin - 1, name.n_bytes + 2 });
    return ISN_SUCCESS; // a quantifier
  }
  const char next = *at < pattern.n_bytes ? pattern.data[*at] : 0;
  const bool is_sure = next != '?' && next != '*' && next != '{';
  const char* const colon = memchr(name.data, ':', name.n_bytes);
  const bool is_barred = isn_str_ends(isn_buffer_str(t->out), ISN_STR("(?!"));
  put(t, "(?");
  if (colon) {
    const size_t n = (size_t)(colon - name.data);
    put(t, "<");
    isn_buffer_append(t->out, isn_str_slice(name, n + 1, name.n_bytes));
    put(t, ">");
    name = isn_str_slice(name, 0, n);
  } else {
    put(t, ":");
  }
  const IsnStatus st = put_reference(t, name, is_sure, is_barred);
  put(t, ")");
  return st;
}

/// One letter or sign of PCRE2's notation; `at` moves behind it.
static void
translate_char(Translation* const t, const IsnStr pattern, size_t* const at)
{
  const size_t begin = *at;
  const uint32_t c = isn_utf8_next(pattern.data, at);
  if (c == '\\' && *at < pattern.n_bytes) {
    isn_utf8_next(pattern.data, at);
    isn_buffer_append(t->out, isn_str_slice(pattern, begin, *at));
  } else if (c == '^') {
    put(t, "(?<=^ )");
  } else if (c == '$') {
    put(t, MARKS "*+(?= $)");
  } else if (c < 0x80 || c == 0x0640) {
    isn_buffer_append(t->out, isn_str_slice(pattern, begin, *at));
  } else {
    char folded[ISN_FOLD_CAPACITY(4)];
    const size_t n = isn_normal_fold(
      isn_str_slice(pattern, begin, *at), ISN_FOLD_FULL, folded);
    isn_buffer_append(t->out, (IsnStr){ folded, n });
  }
}

/// `[…]` with its letters folded; «^» and «$» are letters in it.
static IsnStatus
translate_set(Translation* const t, const IsnStr pattern, size_t* const at)
{
  isn_buffer_append_byte(t->out, '[');
  ++*at;
  if (*at < pattern.n_bytes && pattern.data[*at] == '^') {
    put(t, "^");
    ++*at;
  }
  while (*at < pattern.n_bytes && pattern.data[*at] != ']') {
    if (pattern.data[*at] == '^' || pattern.data[*at] == '$') {
      isn_buffer_append_byte(t->out, pattern.data[(*at)++]);
    } else {
      translate_char(t, pattern, at);
    }
  }
  if (*at == pattern.n_bytes) {
    t->message = "no ] for this [";
    return ISN_ERR_RULES;
  }
  return ISN_SUCCESS;
}

static IsnStatus
translate_at(Translation* const t, const IsnStr pattern, size_t* const at)
{
  const char c = pattern.data[*at];
  if (isn_is_blank(c)) {
    while (*at < pattern.n_bytes && isn_is_blank(pattern.data[*at])) {
      ++*at;
    }
    put(t, MARKS "*+ ");
    return ISN_SUCCESS;
  }
  if (c == '{') {
    return translate_brace(t, pattern, at);
  }
  if (c == '[') {
    return translate_set(t, pattern, at);
  }
  t->n_groups += (c == '(') - (c == ')');
  t->has_alternatives =
    t->has_alternatives || (c == '|' && !t->n_groups && !t->n_defines);
  translate_char(t, pattern, at);
  return ISN_SUCCESS;
}

static IsnStatus
translate(Translation* const t, const IsnStr pattern)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnStr trimmed = isn_pattern_trim(pattern);
  size_t at = 0;
  while (at < trimmed.n_bytes) {
    if (!t->n_defines) {
      t->offset = (size_t)(trimmed.data - pattern.data) + at;
    }
    ISN_TRY(st, translate_at(t, trimmed, &at));
  }
  return st;
}

IsnStatus
isn_pattern_translate(const IsnPatternScope* const scope,
                      const IsnStr pattern,
                      IsnBuffer* const out,
                      IsnNeeds* const needs,
                      IsnArena* const arena,
                      const char** const message,
                      size_t* const offset)
{
  Translation t = { scope, out, needs, arena, NULL, 0, 0, 0, false };
  const size_t n_demanded = needs->n_needs; // by the rule's trigger
  put(&t, "(?<=[ \\x{640}])(?:");
  const IsnStatus st = translate(&t, pattern);
  put(&t, ")" MARKS "*+(?= )");
  if (t.has_alternatives) {
    needs->n_needs = n_demanded; // what one branch needs, another may not
  }
  *message = t.message;
  *offset = t.offset;
  return st == ISN_SUCCESS && out->failed ? ISN_ERR_NO_MEMORY : st;
}

bool
isn_pattern_trigger(const IsnPatternScope* const scope,
                    IsnStr trigger,
                    IsnNeeds* const needs)
{
  IsnNeed need = { 0 };
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&trigger, ' ', &name)) {
    const uint32_t symbols = isn_symbols_find(name);
    const uint32_t number = isn_pattern_class(scope, name);
    need.symbols |= symbols;
    if (!symbols && (number == ISN_NO_CLASS || need.n_classes == 6)) {
      return false;
    }
    if (!symbols) {
      need.classes[need.n_classes++] = number;
    }
  }
  if (needs->n_needs == ISN_MAX_NEEDS) {
    --needs->n_needs;
  }
  needs->needs[needs->n_needs++] = need;
  return true;
}
