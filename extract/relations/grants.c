// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/grants.h"

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/relations/focus.h"

/// A list is no longer than so many lines.
#define MAX_LINES_BACK 30u

/// So many sentences above it say who gives.
#define MAX_SENTENCES_ABOVE 6u

/// So many before one that only goes on with the gifts say so.
#define MAX_SENTENCES_BEFORE 4u

static bool
speaks_of_gifts(const IsnAnnotationSource* const source, const IsnSpan tokens)
{
  static const char* const names[] = { "fund", "grant", "donate" };
  uint32_t numbers[sizeof(names) / sizeof(names[0])];
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    numbers[i] = isn_image_find_class(source->image, isn_str(names[i]));
  }
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const IsnWord* const word = &source->analysis->words[t];
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
      if (isn_word_has_class(word, numbers[i])) {
        return true;
      }
    }
  }
  return false;
}

/// A verb in the perfect that has no object yet: its subject follows.
static bool
is_verb(const IsnWord* const word)
{
  for (size_t c = 0; c < word->n_classes; ++c) {
    if (word->classes[c] & ISN_FEAT_PERFECT &&
        !(word->classes[c] & (ISN_FEAT_OBJECT | ISN_FEAT_PASSIVE))) {
      return true;
    }
  }
  return false;
}

/// «أبيدجان - أجاز البنك»: one word between a mark, or the sentence's begin,
/// and the body is its verb.
static bool
is_first_word(const IsnDocument* const doc,
              const IsnSpan tokens,
              const uint32_t word)
{
  return doc->tokens[word].kind == ISN_KIND_WORD &&
         (word == tokens.begin ||
          doc->tokens[word - 1].kind == ISN_KIND_PUNCTUATION);
}

/// «مجلس إدارة البنك»: the bank gives what its board grants.
static uint32_t
whole_body(const IsnAnnotationSource* const source, const size_t mention)
{
  const IsnDocument* const doc = source->doc;
  const IsnMention* const m = &doc->mentions[mention];
  if (!isn_str_is(source->analysis->words[m->tokens.begin].word, "مجلس")) {
    return m->entity;
  }
  for (size_t i = mention + 1; i < doc->n_mentions; ++i) {
    const IsnMention* const inner = &doc->mentions[i];
    if (inner->tokens.begin >= m->tokens.end) {
      break;
    }
    if (inner->type == m->type && inner->tokens.begin == m->tokens.begin + 2 &&
        inner->tokens.end == m->tokens.end) {
      return inner->entity;
    }
  }
  return m->entity;
}

static uint32_t
subject_of(const IsnAnnotationSource* const source, const IsnSpan tokens)
{
  const IsnDocument* const doc = source->doc;
  for (size_t i = isn_focus_mentions_before(doc, tokens.begin);
       i < doc->n_mentions && doc->mentions[i].tokens.begin < tokens.end;
       ++i) {
    const uint32_t t = doc->mentions[i].tokens.begin;
    if (doc->mentions[i].type == ISN_TYPE_ORGANIZATION && t > tokens.begin &&
        (is_verb(&source->analysis->words[t - 1]) ||
         is_first_word(doc, tokens, t - 1))) {
      return whole_body(source, i);
    }
  }
  return ISN_NO_ENTITY;
}

/// The sentence that ends in a colon above the list, or n_sentences.
static size_t
find_head(const IsnDocument* const doc, const uint32_t token)
{
  size_t s = 0;
  for (size_t high = doc->n_sentences; s < high;) {
    const size_t middle = s + (high - s) / 2;
    if (doc->sentences[middle].tokens.end <= token) {
      s = middle + 1;
    } else {
      high = middle;
    }
  }
  for (size_t n = 0; s > 0 && n < MAX_LINES_BACK; ++n) {
    const IsnSpan tokens = doc->sentences[--s].tokens;
    if (tokens.begin < tokens.end) {
      const IsnSpan bytes = doc->tokens[tokens.end - 1].bytes;
      if (isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), ":")) {
        return s;
      }
    }
  }
  return doc->n_sentences;
}

/// The body that gives in the sentence `s` or in one of `n` up to it.
static uint32_t
giver_up_to(const IsnAnnotationSource* const source, size_t s, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const IsnSpan tokens = source->doc->sentences[s].tokens;
    const uint32_t subject = speaks_of_gifts(source, tokens)
                               ? subject_of(source, tokens)
                               : ISN_NO_ENTITY;
    if (subject != ISN_NO_ENTITY) {
      return subject;
    }
    if (s-- == 0) {
      break;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_grants_giver(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnDocument* const doc = source->doc;
  const size_t head = find_head(doc, token);
  if (head < doc->n_sentences) {
    return giver_up_to(source, head, MAX_SENTENCES_ABOVE);
  }
  const size_t s = isn_document_sentence_at(doc, token);
  return s > 0 && s < doc->n_sentences
           ? giver_up_to(source, s - 1, MAX_SENTENCES_BEFORE)
           : ISN_NO_ENTITY;
}
