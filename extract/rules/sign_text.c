// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/sign_text.h"

#include "extract/rules/symbols.h"
#include "extract/rules/vocabulary.h"

#include <stdlib.h>

#define TATWEEL 0x0640u

static void
put_class(IsnBuffer* const out, const uint32_t class_number)
{
  if (class_number < ISN_MAX_CLASSES) {
    isn_buffer_append_char(out, ISN_CLASS_FIRST + class_number);
  }
}

static void
put_features(IsnBuffer* const out, uint32_t features)
{
  for (uint32_t f = 0; features; features >>= 1, ++f) {
    if (features & 1u) {
      isn_buffer_append_char(out, ISN_FEATURE_FIRST + f);
    }
  }
}

/// Folding makes one of «مذكرة» and «مذكره», of «ورشة» and «ورش» with a
/// pronoun: the text tells which it was.
static uint32_t
possible_features(const IsnWord* const word, const uint32_t features)
{
  const uint32_t pronouns = ISN_FEAT_POSSESSED | ISN_FEAT_OBJECT;
  if (!(word->flags & ISN_WORD_TA) || !(features & pronouns)) {
    return features & 0xFFFFu;
  }
  return features & 0xFFFFu & ~(pronouns | ISN_FEAT_PLURAL);
}

/// Whether the word is of the class at all: «معاملة» is no «معامل» with a
/// pronoun, «أجهزة» no verb with one: what ends in ta marbuta is feminine, a
/// verbal noun or a broken plural.
static bool
is_possible(const IsnWord* const word, const uint32_t features)
{
  const uint32_t finite = ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT;
  const uint32_t nominal = ISN_FEAT_NOUN | ISN_FEAT_MASDAR |
                           ISN_FEAT_ACTIVE_PART | ISN_FEAT_PASSIVE_PART |
                           ISN_FEAT_ADJECTIVE;
  if (!(word->flags & ISN_WORD_TA)) {
    return true;
  }
  if (features & finite && !(features & nominal)) {
    return false;
  }
  return !(features & ISN_FEAT_POSSESSED) ||
         (features & (ISN_FEAT_FEMININE | ISN_FEAT_MASDAR));
}

static void
put_classes(IsnBuffer* const out,
            const uint32_t* const list,
            const size_t n,
            const IsnWord* const word)
{
  for (size_t i = 0; i < n; ++i) {
    if (!is_possible(word, list[i])) {
      continue;
    }
    put_class(out, list[i] >> 16);
    put_features(out, possible_features(word, list[i]));
  }
}

static bool
ends(const IsnStr word, const char* const letters)
{
  return word.n_bytes > 6 && isn_str_ends(word, isn_str(letters));
}

static void
put_shapes(IsnBuffer* const out,
           const IsnAnnotationSource* const source,
           const uint32_t token)
{
  const IsnImage* const image = source->image;
  const IsnWord* const word = &source->analysis->words[token];
  const IsnTokenKind kind = source->doc->tokens[token].kind;
  if (kind == ISN_KIND_LATIN) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_LATIN));
  }
  if (kind != ISN_KIND_WORD) {
    return;
  }
  if (word->flags & ISN_WORD_ARTICLE) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_DEFINITE));
  }
  if (!(word->flags & ISN_WORD_KNOWN)) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_UNKNOWN));
  }
  put_class(out, isn_classes_shape(image, ISN_SHAPE_ARABIC));
  if (ends(word->word, "ي") || ends(word->word, "يه") ||
      ends(word->word, "يا")) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_NISBA));
  }
  if (ends(word->word, "ه")) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_FEMININE));
  }
  if (ends(word->word, "ا")) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_TANWIN));
  }
  if (word->flags & ISN_WORD_YEH) {
    put_class(out, isn_classes_shape(image, ISN_SHAPE_YEH));
  }
}

/// A normal form; «ﷺ» has blanks in it, which would be ends of words.
static void
put_form(IsnBuffer* const out, const IsnStr normal)
{
  const size_t begin = out->n_bytes;
  isn_buffer_append(out, normal);
  for (size_t i = begin; i < out->n_bytes; ++i) {
    out->data[i] = out->data[i] == ' ' ? '_' : out->data[i];
  }
}

void
isn_sign_text_proclitics(IsnBuffer* const out, const IsnWord* const word)
{
  for (unsigned i = 0; i < word->n_proclitics; ++i) {
    isn_buffer_append(out, (IsnStr){ word->proclitics + (size_t)i * 2, 2 });
    isn_buffer_append_char(out, TATWEEL);
  }
}

void
isn_sign_text_word(IsnBuffer* const out,
                   const IsnAnnotationSource* const source,
                   const uint32_t token)
{
  const IsnWord* const word = &source->analysis->words[token];
  put_form(out, word->word.n_bytes ? word->word : ISN_STR("_"));
  put_classes(out, word->classes, word->n_classes, word);
  put_shapes(out, source, token);
}

void
isn_sign_text_symbol(IsnBuffer* const out,
                     const uint32_t symbol,
                     const uint32_t features)
{
  isn_buffer_append_char(out, ISN_SYMBOL_FIRST + symbol);
  put_features(out, features);
}

uint32_t
isn_sign_text_features(const IsnWord* const word)
{
  const uint32_t wanted =
    ISN_FEAT_DEFINITE | ISN_FEAT_POSSESSED | ISN_FEAT_PLURAL | ISN_FEAT_DUAL;
  uint32_t features = 0;
  for (size_t i = 0; i < word->n_classes; ++i) {
    features |= possible_features(word, word->classes[i]) & wanted;
  }
  return features;
}

uint32_t
isn_sign_text_class(const IsnImage* const image, const IsnEntry* const entry)
{
  if (!entry->type.n_bytes || entry->type.data[0] != '+') {
    return ISN_NO_CLASS;
  }
  return isn_image_find_class(
    image, isn_str_slice(entry->type, 1, entry->type.n_bytes));
}

/// Which word of several a pronoun would be joined to: «مديرتها» before the
/// article of «العامة», else the last («وزير خارجيتها»).
static const IsnWord*
pronoun_word(const IsnAnalysis* const a, const IsnSpan span)
{
  const IsnWord* const last = &a->words[span.end - 1];
  return last->flags & ISN_WORD_ARTICLE ? &a->words[span.begin] : last;
}

void
isn_sign_text_hit(IsnBuffer* const out,
                  const IsnAnnotationSource* const source,
                  const size_t first)
{
  const IsnAnalysis* const a = source->analysis;
  const IsnSpan span = a->hits[first].tokens;
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (t > span.begin) {
      isn_buffer_append_byte(out, '_');
    }
    isn_buffer_append(out, a->words[t].word);
  }
  for (size_t i = first; i < a->n_hits; ++i) {
    const IsnHit* const hit = &a->hits[i];
    if (hit->tokens.begin != span.begin) {
      break;
    }
    const uint32_t class_number =
      isn_sign_text_class(source->image, hit->entry);
    if (class_number != ISN_NO_CLASS) {
      const uint32_t marks =
        class_number << 16 | (uint32_t)strtoul(hit->entry->key.data, NULL, 10);
      put_classes(out, &marks, 1, pronoun_word(a, span));
    }
  }
  put_shapes(out, source, span.begin);
}
