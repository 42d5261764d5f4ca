// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/document.h"

#include "extract/base/utf8.h"

void
isn_document_init(IsnDocument* const doc, IsnArena* const arena)
{
  memset(doc, 0, sizeof(*doc));
  doc->arena = arena;
}

IsnStr
isn_document_words(const IsnDocument* const doc, const IsnSpan chars)
{
  const char* const data = doc->text.data;
  size_t at = 0;
  uint32_t n_chars = 0;
  while (at < doc->text.n_bytes && n_chars < chars.begin) {
    isn_utf8_next(data, &at);
    ++n_chars;
  }
  const size_t begin = at;
  while (at < doc->text.n_bytes && n_chars < chars.end) {
    isn_utf8_next(data, &at);
    ++n_chars;
  }
  return isn_str_slice(doc->text, begin, at);
}

size_t
isn_document_sentence_at(const IsnDocument* const doc, const uint32_t token)
{
  size_t low = 0;
  for (size_t high = doc->n_sentences; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (doc->sentences[middle].tokens.end <= token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

IsnStatus
isn_document_add_mention(IsnDocument* const doc, const IsnMention mention)
{
  IsnMention* const mentions = isn_arena_grow(doc->arena,
                                              doc->mentions,
                                              doc->n_mentions,
                                              &doc->mentions_capacity,
                                              sizeof(*mentions));
  if (!mentions) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->mentions = mentions;
  doc->mentions[doc->n_mentions++] = mention;
  return ISN_SUCCESS;
}

void
isn_document_fail(IsnDocument* const doc,
                  const char* const stage,
                  const char* const message)
{
  doc->error_stage = isn_str(stage);
  doc->error_message = isn_arena_copy(doc->arena, isn_str(message));
  if (!doc->error_message.data) {
    doc->error_message = ISN_STR("out of memory");
  }
}

const char*
isn_kind_name(const IsnTokenKind kind)
{
  static const char* const names[ISN_N_KINDS] = {
    "word", "number", "punctuation", "latin", "symbol"
  };
  return names[kind];
}

const char*
isn_modality_name(const IsnModality modality)
{
  static const char* const names[ISN_N_MODALITIES] = {
    "asserted", "planned", "negated", "possible"
  };
  return names[modality];
}
