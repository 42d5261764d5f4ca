// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/again.h"

#include "extract/entities/order.h"

#include <stdlib.h>

/// A name of fewer letters is too easily a word.
#define MIN_BYTES 6u

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  uint32_t before[4];    // classes behind which a name can stand
  uint32_t never[4];     // classes of words that are no names
  uint32_t names_too[4]; // classes of words that are names too
  IsnStr* names;
  size_t n_names;
  size_t capacity;
} Again;

static bool
has_class(const IsnWord* const word, const uint32_t number)
{
  for (size_t i = 0; i < word->n_classes; ++i) {
    if (word->classes[i] >> 16 == number) {
      return true;
    }
  }
  return false;
}

static bool
has_any(const IsnWord* const word, const uint32_t classes[4])
{
  for (size_t i = 0; i < 4; ++i) {
    if (classes[i] != ISN_NO_CLASS && has_class(word, classes[i])) {
      return true;
    }
  }
  return false;
}

static int
compare_names(const void* const a, const void* const b)
{
  const IsnStr* const x = a;
  const IsnStr* const y = b;
  const size_t n = x->n_bytes < y->n_bytes ? x->n_bytes : y->n_bytes;
  const int order = memcmp(x->data, y->data, n);
  return order ? order : (x->n_bytes > y->n_bytes) - (x->n_bytes < y->n_bytes);
}

/// The last words of the full names, sorted.
static IsnStatus
collect(Again* const a)
{
  const IsnDocument* const doc = a->doc;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_PERSON || m->tokens.end < m->tokens.begin + 2) {
      continue;
    }
    const IsnWord* const last = &a->analysis->words[m->tokens.end - 1];
    const bool is_name =
      !(last->flags & ISN_WORD_KNOWN) || has_any(last, a->names_too);
    if (!is_name || last->word.n_bytes < MIN_BYTES || has_any(last, a->never) ||
        isn_str_is(last->word, "الله") || isn_str_is(last->word, "الدين")) {
      continue;
    }
    IsnStr* const names = isn_arena_grow(
      doc->arena, a->names, a->n_names, &a->capacity, sizeof(*names));
    if (!names) {
      return ISN_ERR_NO_MEMORY;
    }
    a->names = names;
    a->names[a->n_names++] = last->word;
  }
  if (a->n_names) {
    qsort(a->names, a->n_names, sizeof(*a->names), compare_names);
  }
  return ISN_SUCCESS;
}

/// Whether a name can stand at `token`, whatever its word means elsewhere.
static bool
is_place_of_name(const Again* const a, const uint32_t token)
{
  const IsnWord* const word = &a->analysis->words[token];
  if (!(word->flags & ISN_WORD_KNOWN)) {
    return true;
  }
  if (word->n_proclitics) {
    return false;
  }
  return token && a->doc->tokens[token - 1].kind == ISN_KIND_WORD &&
         has_any(&a->analysis->words[token - 1], a->before);
}

static IsnStatus
add(Again* const a, const uint32_t token)
{
  IsnDocument* const doc = a->doc;
  IsnMention* const mentions = isn_arena_grow(doc->arena,
                                              doc->mentions,
                                              doc->n_mentions,
                                              &doc->mentions_capacity,
                                              sizeof(*mentions));
  if (!mentions) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->mentions = mentions;
  doc->mentions[doc->n_mentions++] =
    (IsnMention){ .entity = ISN_NO_ENTITY,
                  .type = ISN_TYPE_PERSON,
                  .kind = ISN_STR(""),
                  .chars = { a->analysis->words[token].char_begin,
                             doc->tokens[token].chars.end },
                  .tokens = { token, token + 1 },
                  .rule = ISN_STR("name-again") };
  return ISN_SUCCESS;
}

static IsnStatus
scan(Again* const a)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = a->doc;
  const size_t n_before = doc->n_mentions;
  size_t next = 0; // first mention that has not begun
  uint32_t covered = 0;
  for (uint32_t t = 0; t < doc->n_tokens; ++t) {
    for (; next < n_before && doc->mentions[next].tokens.begin <= t; ++next) {
      const uint32_t end = doc->mentions[next].tokens.end;
      const IsnType type = doc->mentions[next].type;
      const bool is_name = type == ISN_TYPE_PERSON || type == ISN_TYPE_PLACE ||
                           type == ISN_TYPE_ORGANIZATION;
      covered = is_name && end > covered ? end : covered;
    }
    const IsnWord* const word = &a->analysis->words[t];
    if (t >= covered && doc->tokens[t].kind == ISN_KIND_WORD &&
        word->word.n_bytes >= MIN_BYTES &&
        bsearch(&word->word,
                a->names,
                a->n_names,
                sizeof(*a->names),
                compare_names) &&
        is_place_of_name(a, t)) {
      ISN_TRY(st, add(a, t));
    }
  }
  if (doc->n_mentions > n_before) {
    qsort(doc->mentions,
          doc->n_mentions,
          sizeof(*doc->mentions),
          isn_mentions_compare);
  }
  return st;
}

IsnStatus
isn_again_find(IsnDocument* const doc,
               const IsnAnalysis* const analysis,
               const IsnImage* const image)
{
  IsnStatus st = ISN_SUCCESS;
  Again a = { .doc = doc, .analysis = analysis };
  static const char* const before[] = {
    "verb", "prep", "complementizer", "conj"
  };
  static const char* const never[] = {
    "office", "org-head", "nationality", "people-noun"
  };
  static const char* const names_too[] = {
    "family-name", "common-family-name", "given-name", "common-given-name"
  };
  for (size_t i = 0; i < 4; ++i) {
    a.names_too[i] = isn_image_find_class(image, isn_str(names_too[i]));
    a.before[i] = isn_image_find_class(image, isn_str(before[i]));
    a.never[i] = isn_image_find_class(image, isn_str(never[i]));
  }
  ISN_TRY(st, collect(&a));
  return a.n_names ? scan(&a) : st;
}
