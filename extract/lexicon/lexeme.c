// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/lexeme.h"

#include <string.h>

const char*
isn_lexeme_get(const IsnLexeme* const lexeme, const char* const name)
{
  for (size_t i = 0; i < lexeme->n_attrs; ++i) {
    if (!strcmp(lexeme->attrs[i].name, name)) {
      return lexeme->attrs[i].value;
    }
  }
  return NULL;
}

bool
isn_lexeme_is(const IsnLexeme* const lexeme,
              const char* const name,
              const char* const value)
{
  const char* const got = isn_lexeme_get(lexeme, name);
  return got && !strcmp(got, value);
}

IsnStatus
isn_lexeme_split(const IsnLexeme* const lexeme,
                 const char* const value,
                 const char separator,
                 IsnLexemeList* const list)
{
  list->n = 0;
  for (const char* s = value; s && *s;) {
    const char* const end = strchr(s, separator);
    const size_t n = end ? (size_t)(end - s) : strlen(s);
    if (list->n == ISN_LEXEME_MAX_LIST) {
      return isn_error(lexeme->sink,
                       ISN_ERR_LIMIT,
                       &lexeme->place,
                       "too long a list: %s",
                       value);
    }
    const IsnStr item = isn_arena_copy(lexeme->arena, (IsnStr){ s, n });
    if (!item.data) {
      return ISN_ERR_NO_MEMORY;
    }
    list->items[list->n++] = item.data;
    s += n + (end != NULL);
  }
  return ISN_SUCCESS;
}

/// Note a form; false if it was noted before.
static bool
is_new(IsnLexeme* const lexeme, const IsnStr form, const IsnFeatures features)
{
  uint64_t hash = (isn_str_hash(form) ^ features) * 0x9E3779B97F4A7C15u;
  hash += !hash;
  for (size_t i = 0; i < ISN_LEXEME_N_SEEN; ++i) {
    uint64_t* const slot = &lexeme->seen[(hash + i) & (ISN_LEXEME_N_SEEN - 1)];
    if (*slot == hash) {
      return false;
    }
    if (!*slot) {
      *slot = hash;
      return true;
    }
  }
  return true;
}

static bool
is_in_class(const IsnLexeme* const lexeme, const char* const name)
{
  for (size_t i = 0; i < lexeme->n_classes; ++i) {
    if (!strcmp(lexeme->classes[i], name)) {
      return true;
    }
  }
  return false;
}

IsnStatus
isn_lexeme_emit(IsnLexeme* const lexeme,
                const char* const form,
                const IsnFeatures features)
{
  IsnForm out = { isn_str(form), { 0 }, isn_str(lexeme->lemma), features };
  IsnStatus st = ISN_SUCCESS;
  if (!form || !lexeme->lemma) {
    return ISN_ERR_NO_MEMORY;
  }
  if (!is_new(lexeme, out.form, features)) {
    return ISN_SUCCESS;
  }
  for (size_t i = 0; i < lexeme->n_classes; ++i) {
    out.class_name = isn_str(lexeme->classes[i]);
    ISN_TRY(st, lexeme->func(lexeme->handle, &out));
  }
  const bool is_finite = features & (ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT);
  if (is_finite && !is_in_class(lexeme, "verb")) {
    out.class_name = ISN_STR("verb");
    ISN_TRY(st, lexeme->func(lexeme->handle, &out));
  }
  return st;
}

/// The feature called `name`, or 0.
static IsnFeatures
feature_by_name(const char* const name)
{
  for (unsigned bit = 0; bit < ISN_N_FEATURES; ++bit) {
    if (!strcmp(isn_feature_name(bit), name)) {
      return 1u << bit;
    }
  }
  return 0;
}

/// A word that does not inflect; attribute features says what it is.
static IsnStatus
inflect_word(IsnLexeme* const lexeme)
{
  IsnLexemeList names = { { 0 }, 0 };
  IsnFeatures features = 0;
  IsnStatus st = ISN_SUCCESS;
  const char* const value = isn_lexeme_get(lexeme, "features");
  ISN_TRY(st, isn_lexeme_split(lexeme, value, ' ', &names));
  for (size_t i = 0; i < names.n; ++i) {
    const IsnFeatures feature = feature_by_name(names.items[i]);
    if (!feature) {
      return isn_error(lexeme->sink,
                       ISN_ERR_RULES,
                       &lexeme->place,
                       "no such feature: %s",
                       names.items[i]);
    }
    features |= feature;
  }
  const char* const lemma = isn_lexeme_get(lexeme, "lemma");
  lexeme->lemma = lemma ? lemma : lexeme->text;
  return isn_lexeme_emit(
    lexeme, lexeme->text, features ? features : ISN_FEAT_PARTICLE);
}

IsnStatus
isn_lexeme_inflect(IsnLexeme* const lexeme)
{
  isn_arena_reset(lexeme->arena);
  memset(lexeme->seen, 0, sizeof(lexeme->seen));
  if (!strcmp(lexeme->element, "verb")) {
    return isn_lexeme_inflect_verb(lexeme);
  }
  return !strcmp(lexeme->element, "word") ? inflect_word(lexeme)
                                          : isn_lexeme_inflect_noun(lexeme);
}
