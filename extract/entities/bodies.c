// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/bodies.h"

#include "extract/entities/order.h"
#include "extract/gazetteer/source.h"

#include <stdlib.h>

/// A foreign name of fewer letters is too easily part of another.
#define MIN_BYTES 6u

/// Foreign names of several words that are looked for, and their words.
#define MAX_LONG 32u
#define MAX_WORDS 4u

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  IsnStr* keys; // of organizations named for sure, sorted
  size_t n_keys;
  size_t keys_capacity;
  IsnStr* words; // foreign names of one word, sorted
  size_t n_words;
  size_t words_capacity;
  IsnStr* beside; // those of them in brackets behind a body's name, sorted
  size_t n_beside;
  size_t beside_capacity;
  IsnSpan longs[MAX_LONG]; // foreign names of several words
  size_t n_longs;
  bool is_short_of_memory;
} Bodies;

static int
compare_strings(const void* const a, const void* const b)
{
  const IsnStr* const x = a;
  const IsnStr* const y = b;
  const size_t n = x->n_bytes < y->n_bytes ? x->n_bytes : y->n_bytes;
  const int order = memcmp(x->data, y->data, n);
  return order ? order : (x->n_bytes > y->n_bytes) - (x->n_bytes < y->n_bytes);
}

static bool
has(const IsnStr* const list, const size_t n, const IsnStr s)
{
  return n && bsearch(&s, list, n, sizeof(*list), compare_strings);
}

static void
push(Bodies* const b,
     IsnStr** const list,
     size_t* const n,
     size_t* const capacity,
     const IsnStr s)
{
  IsnStr* const grown =
    isn_arena_grow(b->doc->arena, *list, *n, capacity, sizeof(**list));
  if (!grown) {
    b->is_short_of_memory = true;
    return;
  }
  *list = grown;
  grown[(*n)++] = s;
}

/// «شركة آرت تاكتيك», «منظمة «بلاند بير»»: a name of several words, one of them
/// unknown or all quoted, that stood behind its sort.
static bool
is_long_foreign(const Bodies* const b, const IsnMention* const m)
{
  const IsnWord* const words = b->analysis->words;
  const uint32_t n = m->tokens.end - m->tokens.begin;
  bool is_foreign = false;
  for (uint32_t t = m->tokens.begin; t < m->tokens.end; ++t) {
    if (b->doc->tokens[t].kind != ISN_KIND_WORD) {
      return false;
    }
    is_foreign = is_foreign || !(words[t].flags & ISN_WORD_KNOWN);
  }
  const bool is_behind =
    m->alias.begin < m->chars.begin && m->alias.end >= m->chars.end;
  return n > 1 && n <= MAX_WORDS && is_behind &&
         (is_foreign || m->alias.end > m->chars.end) && // it was quoted
         !(words[m->tokens.begin].flags & ISN_WORD_ARTICLE) &&
         !isn_str_is(words[m->tokens.begin].word, "ابو");
}

/// What the mention tells of: its gazetteer keys, or the foreign name it is.
static void
collect_from(Bodies* const b, const IsnMention* const m)
{
  const IsnAnalysis* const a = b->analysis;
  bool is_listed = false;
  for (size_t i = isn_analysis_first_hit(a, m->tokens.begin);
       i < a->n_hits && a->hits[i].tokens.begin < m->tokens.end;
       ++i) {
    const IsnHit* const hit = &a->hits[i];
    if (hit->tokens.end != m->tokens.end ||
        !isn_str_is(hit->entry->type, "Organization")) {
      continue;
    }
    is_listed = true;
    if (!hit->is_common) {
      push(b, &b->keys, &b->n_keys, &b->keys_capacity, hit->entry->key);
    }
  }
  const IsnWord* const word = &a->words[m->tokens.begin];
  if (!is_listed && m->tokens.end == m->tokens.begin + 1 &&
      word->word.n_bytes >= MIN_BYTES && !(word->flags & ISN_WORD_KNOWN) &&
      b->doc->tokens[m->tokens.begin].kind == ISN_KIND_WORD) {
    push(b, &b->words, &b->n_words, &b->words_capacity, word->word);
  }
  if (!is_listed && b->n_longs < MAX_LONG && is_long_foreign(b, m)) {
    b->longs[b->n_longs++] = m->tokens;
  }
}

static bool
is_mark(const Bodies* const b, const uint32_t token, const char* const mark)
{
  return token < b->doc->n_tokens &&
         isn_str_is(b->analysis->words[token].whole, mark);
}

/// «منظمة التعاون (إيابكو)»: an acronym beside the name that no list knows. It
/// becomes the mention's alias, if that has none, and a name wherever it
/// stands.
static void
collect_beside(Bodies* const b, IsnMention* const m)
{
  const uint32_t token = m->tokens.end + 1;
  if (!is_mark(b, token - 1, "(") || !is_mark(b, token + 1, ")")) {
    return;
  }
  const IsnWord* const word = &b->analysis->words[token];
  if (word->n_proclitics || word->flags & (ISN_WORD_KNOWN | ISN_WORD_ARTICLE) ||
      word->word.n_bytes < MIN_BYTES ||
      b->doc->tokens[token].kind != ISN_KIND_WORD) {
    return;
  }
  if (m->alias.end <= m->alias.begin) {
    m->alias = b->doc->tokens[token].chars;
  }
  push(b, &b->words, &b->n_words, &b->words_capacity, word->word);
  push(b, &b->beside, &b->n_beside, &b->beside_capacity, word->word);
}

/// Clubs are spoken of by a word alone; of other bodies it is too often the
/// word itself that is meant («الحياة»).
static bool
is_meant(const Bodies* const b, const IsnHit* const hit)
{
  return hit->is_common && isn_str_is(hit->entry->type, "Organization") &&
         has(b->keys, b->n_keys, hit->entry->key) &&
         isn_str_is(isn_gazetteer_feature(hit->entry->features, "kind"),
                    "club");
}

/// End of the foreign name of several words that begins at `token`, or 0.
static uint32_t
long_end(const Bodies* const b, const uint32_t token)
{
  const IsnWord* const words = b->analysis->words;
  for (size_t i = 0; i < b->n_longs; ++i) {
    const IsnSpan name = b->longs[i];
    const uint32_t n = name.end - name.begin;
    uint32_t same = 0;
    while (
      same < n && token + same < b->doc->n_tokens &&
      isn_str_equal(words[token + same].word, words[name.begin + same].word) &&
      (!same || !words[token + same].n_proclitics)) {
      ++same;
    }
    if (same == n) {
      return token + n;
    }
  }
  return 0;
}

/// End of the short name that begins at `token`, or 0.
static uint32_t
name_end(const Bodies* const b, const uint32_t token)
{
  const IsnAnalysis* const a = b->analysis;
  for (size_t i = isn_analysis_first_hit(a, token);
       i < a->n_hits && a->hits[i].tokens.begin == token;
       ++i) {
    if (is_meant(b, &a->hits[i])) {
      return a->hits[i].tokens.end;
    }
  }
  const uint32_t end = long_end(b, token);
  if (end) {
    return end;
  }
  const IsnWord* const word = &a->words[token];
  return b->doc->tokens[token].kind == ISN_KIND_WORD &&
             !(word->flags & ISN_WORD_KNOWN) &&
             has(b->words, b->n_words, word->word)
           ? token + 1
           : 0;
}

static IsnStatus
add(Bodies* const b, const IsnSpan tokens)
{
  return isn_mentions_add(b->doc,
                          b->analysis,
                          tokens,
                          ISN_TYPE_ORGANIZATION,
                          ISN_STR(""),
                          ISN_STR("body-again"));
}

/// «وقالت ستاغ»: who seems to be a person, but stands beside a body's name, is
/// the body.
static void
turn_persons(Bodies* const b)
{
  for (size_t i = 0; i < b->doc->n_mentions; ++i) {
    IsnMention* const m = &b->doc->mentions[i];
    const IsnWord* const word = &b->analysis->words[m->tokens.begin];
    if (m->type == ISN_TYPE_PERSON && m->tokens.end == m->tokens.begin + 1 &&
        !(word->flags & ISN_WORD_KNOWN) &&
        has(b->beside, b->n_beside, word->word)) {
      m->type = ISN_TYPE_ORGANIZATION;
      m->rule = ISN_STR("body-again");
    }
  }
}

/// Whether no name of the first `n` mentions, from `next` on, reaches into
/// `tokens`.
static bool
is_free(const IsnDocument* const doc,
        const size_t next,
        const size_t n,
        const IsnSpan tokens)
{
  return next == n || doc->mentions[next].tokens.begin >= tokens.end;
}

static IsnStatus
scan(Bodies* const b)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = b->doc;
  const size_t n_before = doc->n_mentions;
  size_t next = 0; // first mention that has not begun
  uint32_t covered = 0;
  for (uint32_t t = 0; t < doc->n_tokens; ++t) {
    for (; next < n_before && doc->mentions[next].tokens.begin <= t; ++next) {
      const uint32_t end = doc->mentions[next].tokens.end;
      covered = end > covered ? end : covered;
    }
    const uint32_t end = t >= covered ? name_end(b, t) : 0;
    if (end && is_free(doc, next, n_before, (IsnSpan){ t, end })) {
      ISN_TRY(st, add(b, (IsnSpan){ t, end }));
      covered = end;
    }
  }
  if (doc->n_mentions > n_before) {
    isn_mentions_sort(doc, 0);
  }
  return st;
}

IsnStatus
isn_bodies_find(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  Bodies b = { .doc = doc, .analysis = analysis };
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (doc->mentions[i].type == ISN_TYPE_ORGANIZATION) {
      collect_from(&b, &doc->mentions[i]);
      collect_beside(&b, &doc->mentions[i]);
    }
  }
  if (b.is_short_of_memory) {
    return ISN_ERR_NO_MEMORY;
  }
  if (!b.n_keys && !b.n_words && !b.n_longs) {
    return ISN_SUCCESS;
  }
  if (b.n_keys) {
    qsort(b.keys, b.n_keys, sizeof(*b.keys), compare_strings);
  }
  if (b.n_words) {
    qsort(b.words, b.n_words, sizeof(*b.words), compare_strings);
  }
  if (b.n_beside) {
    qsort(b.beside, b.n_beside, sizeof(*b.beside), compare_strings);
    turn_persons(&b);
  }
  return scan(&b);
}
