// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record_parts.h"

#include <stdlib.h>

/// Where a walk over the text stands.
typedef struct {
  IsnStr text;
  size_t byte;
  uint32_t n_chars;
} Walk;

/// Byte at which code point `target`, not before the walk's, begins.
static bool
walk_to(Walk* const walk, const uint32_t target, uint32_t* const byte)
{
  const unsigned char* const s = (const unsigned char*)walk->text.data;
  size_t at = walk->byte;
  uint32_t n = walk->n_chars;
  while (n < target && at < walk->text.n_bytes) {
    at += s[at] < 0x80 ? 1 : s[at] < 0xE0 ? 2 : s[at] < 0xF0 ? 3 : 4;
    ++n;
  }
  walk->byte = at;
  walk->n_chars = n;
  *byte = (uint32_t)at;
  return n == target;
}

static IsnStatus
fail(const char** const message, const IsnStr words)
{
  *message = words.data ? words.data : "out of memory";
  return words.data ? ISN_ERR_SYNTAX : ISN_ERR_NO_MEMORY;
}

#define FAIL(doc, message, ...)                                                \
  fail((message), isn_arena_print((doc)->arena, __VA_ARGS__))

static IsnStatus
bad_span(IsnDocument* const doc,
         const char** const message,
         const char* const layer,
         const size_t i,
         const IsnSpan span)
{
  return FAIL(doc,
              message,
              "%s %zu, [%u, %u], is not in order or not within the text",
              layer,
              i,
              span.begin,
              span.end);
}

// Offsets --------------------------------------------------------------------

static IsnStatus
link_tokens(IsnDocument* const doc,
            Walk* const walk,
            const char** const message)
{
  uint32_t end = 0;
  for (size_t i = 0; doc->tokens && i < doc->n_tokens; ++i) {
    IsnToken* const token = &doc->tokens[i];
    if (token->chars.begin < end || token->chars.begin > token->chars.end ||
        !walk_to(walk, token->chars.begin, &token->bytes.begin) ||
        !walk_to(walk, token->chars.end, &token->bytes.end)) {
      return bad_span(doc, message, "token", i, token->chars);
    }
    end = token->chars.end;
  }
  return ISN_SUCCESS;
}

static IsnStatus
link_sentences(IsnDocument* const doc,
               const uint32_t n_chars,
               const char** const message)
{
  uint32_t end = 0;
  uint32_t token = 0;
  const size_t n_tokens = doc->tokens ? doc->n_tokens : 0;
  for (size_t i = 0; doc->sentences && i < doc->n_sentences; ++i) {
    IsnSentence* const sentence = &doc->sentences[i];
    const IsnSpan chars = sentence->chars;
    if (chars.begin < end || chars.begin > chars.end || chars.end > n_chars) {
      return bad_span(doc, message, "sentence", i, chars);
    }
    while (token < n_tokens && doc->tokens[token].chars.begin < chars.begin) {
      ++token;
    }
    sentence->tokens.begin = token;
    while (token < n_tokens && doc->tokens[token].chars.begin < chars.end) {
      ++token;
    }
    sentence->tokens.end = token;
    end = chars.end;
  }
  return ISN_SUCCESS;
}

/// The first token that ends behind code point `at`.
static uint32_t
token_at(const IsnDocument* const doc, const uint32_t at)
{
  size_t low = 0;
  size_t high = doc->n_tokens;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (doc->tokens[middle].chars.end > at) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return (uint32_t)low;
}

static void
link_mention(const IsnDocument* const doc, IsnMention* const mention)
{
  const IsnSpan chars = mention->chars;
  uint32_t token = token_at(doc, chars.begin);
  mention->tokens.begin = token;
  if (chars.end > chars.begin) {
    token = token_at(doc, chars.end - 1);
    token +=
      token < doc->n_tokens && doc->tokens[token].chars.begin < chars.end;
  }
  mention->tokens.end = token;
}

/// Order of begin, longer first, then as they came.
static int
compare_mentions(const void* const a, const void* const b)
{
  const IsnMention* const m = a;
  const IsnMention* const n = b;
  if (m->chars.begin != n->chars.begin) {
    return m->chars.begin < n->chars.begin ? -1 : 1;
  }
  if (m->chars.end != n->chars.end) {
    return m->chars.end > n->chars.end ? -1 : 1;
  }
  return m->tokens.begin < n->tokens.begin ? -1 : 1;
}

static void
sort_mentions(IsnDocument* const doc)
{
  bool is_sorted = true;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    doc->mentions[i].tokens.begin = (uint32_t)i; // makes the sort stable
    is_sorted = is_sorted && (!i || compare_mentions(&doc->mentions[i - 1],
                                                     &doc->mentions[i]) < 0);
  }
  if (!is_sorted) {
    qsort(doc->mentions,
          doc->n_mentions,
          sizeof(doc->mentions[0]),
          compare_mentions);
  }
}

static IsnStatus
link_spans(IsnDocument* const doc,
           const uint32_t n_chars,
           const char** const message)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnSpan chars = doc->mentions[i].chars;
    if (chars.begin > chars.end || chars.end > n_chars) {
      return bad_span(doc, message, "mention", i, chars);
    }
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    for (size_t j = 0; j < doc->facts[i].n_evidence; ++j) {
      const IsnSpan chars = doc->facts[i].evidence[j];
      if (chars.begin > chars.end || chars.end > n_chars) {
        return bad_span(doc, message, "evidence of fact", i, chars);
      }
    }
  }
  sort_mentions(doc);
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    link_mention(doc, &doc->mentions[i]);
  }
  return ISN_SUCCESS;
}

// Ids ------------------------------------------------------------------------

/// Entities by id: a table of indices + 1, a power of two in size.
typedef struct {
  const IsnDocument* doc;
  uint32_t* slots;
  size_t mask;
} Ids;

/// The slot where `id` is, or where it would go.
static uint32_t*
find_slot(const Ids* const ids, const IsnStr id)
{
  size_t i = isn_str_hash(id) & ids->mask;
  while (ids->slots[i] &&
         !isn_str_equal(ids->doc->entities[ids->slots[i] - 1].id, id)) {
    i = (i + 1) & ids->mask;
  }
  return &ids->slots[i];
}

static IsnStatus
index_entities(IsnDocument* const doc,
               Ids* const ids,
               const char** const message)
{
  size_t n_slots = 16;
  while (n_slots < doc->n_entities * 2) {
    n_slots *= 2;
  }
  ids->doc = doc;
  ids->mask = n_slots - 1;
  ids->slots = isn_arena_array(doc->arena, n_slots, sizeof(uint32_t));
  if (!ids->slots) {
    *message = "out of memory";
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < doc->n_entities; ++i) {
    const IsnStr id = doc->entities[i].id;
    uint32_t* const slot = find_slot(ids, id);
    if (*slot) {
      return FAIL(doc,
                  message,
                  "two entities have the id \"%.*s\"",
                  (int)id.n_bytes,
                  id.data);
    }
    *slot = (uint32_t)i + 1;
  }
  return ISN_SUCCESS;
}

/// ISN_NO_ENTITY for an absent id and, as a subject, for "document".
static IsnStatus
look_up(IsnDocument* const doc,
        const Ids* const ids,
        const IsnStr id,
        uint32_t* const entity,
        const char** const message)
{
  *entity = ISN_NO_ENTITY;
  if (!id.data || isn_str_is(id, "document")) {
    return ISN_SUCCESS;
  }
  const uint32_t slot = *find_slot(ids, id);
  if (!slot) {
    return FAIL(doc,
                message,
                "there is no entity with the id \"%.*s\"",
                (int)id.n_bytes,
                id.data);
  }
  *entity = slot - 1;
  return ISN_SUCCESS;
}

static IsnStatus
link_ids(IsnDocument* const doc,
         const IsnRecordIds* const from,
         const char** const message)
{
  IsnStatus st = ISN_SUCCESS;
  Ids ids = { NULL, NULL, 0 };
  ISN_TRY(st, index_entities(doc, &ids, message));
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    IsnMention* const mention = &doc->mentions[i];
    ISN_TRY(st,
            look_up(doc, &ids, from->mentions[i], &mention->entity, message));
    if (mention->entity == ISN_NO_ENTITY) {
      return FAIL(doc, message, "mention %zu is of the document itself", i);
    }
    if (mention->type == ISN_TYPE_NONE) {
      mention->type = doc->entities[mention->entity].type;
    }
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    IsnFact* const fact = &doc->facts[i];
    const IsnFactIds* const named = &from->facts[i];
    ISN_TRY(st, look_up(doc, &ids, named->subject, &fact->subject, message));
    ISN_TRY(st, look_up(doc, &ids, named->object, &fact->object, message));
    ISN_TRY(st, look_up(doc, &ids, named->context, &fact->context, message));
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_record_link(IsnDocument* const doc,
                const IsnRecordIds* const ids,
                const char** const message)
{
  IsnStatus st = ISN_SUCCESS;
  if (doc->n_mentions || doc->n_entities || doc->n_facts) {
    ISN_TRY(st, link_ids(doc, ids, message));
  }
  if (!doc->tokens && !doc->sentences && !doc->mentions && !doc->facts) {
    return ISN_SUCCESS;
  }
  Walk walk = { doc->text, 0, 0 };
  ISN_TRY(st, link_tokens(doc, &walk, message));
  uint32_t end = 0;
  walk_to(&walk, UINT32_MAX, &end);
  ISN_TRY(st, link_sentences(doc, walk.n_chars, message));
  return link_spans(doc, walk.n_chars, message);
}
