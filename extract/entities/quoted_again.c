// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/quoted_again.h"

#include "extract/entities/order.h"

#define NAMED                                                                  \
  (ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION) |               \
   ISN_TYPES(ISN_TYPE_INITIATIVE))

/// A quotation of more words is somebody's speech.
#define MAX_WORDS 8u

/// Of names with a quotation, as many are looked at.
#define MAX_NAMES 64u

typedef struct {
  IsnSpan inner; ///< The words quoted
  const IsnMention* mention;
} QuotedName;

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  QuotedName names[MAX_NAMES];
  size_t n_names;
} Quoted;

static bool
is_marked(const Quoted* const q, const uint32_t token, const unsigned flag)
{
  return (q->analysis->words[token].flags & flag) != 0;
}

/// The words of the quotation in which a name ends; empty if there is none.
static IsnSpan
quoted_at_end(const Quoted* const q, const IsnSpan tokens)
{
  uint32_t end = tokens.end;
  while (end > tokens.begin && is_marked(q, end - 1, ISN_WORD_CLOSE)) {
    --end;
  }
  uint32_t begin = end;
  while (begin > tokens.begin && is_marked(q, begin - 1, ISN_WORD_QUOTED)) {
    --begin;
  }
  const bool is_whole = end < tokens.end && begin > tokens.begin &&
                        is_marked(q, begin - 1, ISN_WORD_OPEN);
  return is_whole ? (IsnSpan){ begin, end } : (IsnSpan){ 0, 0 };
}

static void
collect(Quoted* const q)
{
  const IsnDocument* const doc = q->doc;
  for (size_t i = 0; i < doc->n_mentions && q->n_names < MAX_NAMES; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (!(ISN_TYPES(m->type) & NAMED) || m->entity == ISN_NO_ENTITY) {
      continue;
    }
    const IsnSpan inner = quoted_at_end(q, m->tokens);
    // The quotation alone is no name that could be said again
    if (inner.end > inner.begin && inner.end - inner.begin <= MAX_WORDS &&
        inner.begin > m->tokens.begin + 1) {
      q->names[q->n_names++] = (QuotedName){ inner, m };
    }
  }
}

static bool
same_words(const Quoted* const q, const IsnSpan a, const IsnSpan b)
{
  bool are_same = a.end - a.begin == b.end - b.begin;
  for (uint32_t i = 0; are_same && i < a.end - a.begin; ++i) {
    are_same = isn_str_equal(q->analysis->words[a.begin + i].word,
                             q->analysis->words[b.begin + i].word);
  }
  return are_same;
}

/// Whether a mention has a token of `tokens`; `*next` is the first that may.
static bool
is_taken(const Quoted* const q,
         const IsnSpan tokens,
         const size_t n_mentions,
         size_t* const next)
{
  const IsnMention* const mentions = q->doc->mentions;
  while (*next < n_mentions && mentions[*next].tokens.end <= tokens.begin) {
    ++*next;
  }
  return *next < n_mentions && mentions[*next].tokens.begin < tokens.end;
}

/// The quotation that opens at `token`, its marks with it; empty if none does.
static IsnSpan
quotation_at(const Quoted* const q, const uint32_t token)
{
  const uint32_t n = (uint32_t)q->doc->n_tokens;
  uint32_t end = token;
  while (end < n && is_marked(q, end, ISN_WORD_OPEN)) {
    ++end;
  }
  const uint32_t begin = end;
  while (end < n && is_marked(q, end, ISN_WORD_QUOTED) &&
         end - begin <= MAX_WORDS) {
    ++end;
  }
  const uint32_t close = end;
  while (end < n && is_marked(q, end, ISN_WORD_CLOSE)) {
    ++end;
  }
  return begin > token && end > close ? (IsnSpan){ token, end }
                                      : (IsnSpan){ 0, 0 };
}

static IsnStatus
add(Quoted* const q, const QuotedName* const name, const IsnSpan tokens)
{
  const IsnMention* const m = name->mention;
  const IsnMention again = {
    .entity = m->entity,
    .type = m->type,
    .kind = m->kind,
    .chars = { q->doc->tokens[tokens.begin].chars.begin,
               q->doc->tokens[tokens.end - 1].chars.end },
    .tokens = tokens,
    .rule = ISN_STR("quoted-again"),
  };
  return isn_document_add_mention(q->doc, again);
}

/// The name whose quotation has the words of `tokens`, named before; NULL if
/// none has.
static const QuotedName*
find_name(const Quoted* const q, const IsnSpan tokens)
{
  const IsnSpan inner = quoted_at_end(q, tokens);
  for (size_t i = 0; inner.end > inner.begin && i < q->n_names; ++i) {
    if (q->names[i].inner.end <= inner.begin &&
        same_words(q, q->names[i].inner, inner)) {
      return &q->names[i];
    }
  }
  return NULL;
}

IsnStatus
isn_quoted_again_find(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Quoted q = { .doc = doc, .analysis = analysis };
  collect(&q);
  const size_t n_before = doc->n_mentions;
  // Adding may move the mentions
  IsnMention names[MAX_NAMES];
  for (size_t i = 0; i < q.n_names; ++i) {
    names[i] = *q.names[i].mention;
    q.names[i].mention = &names[i];
  }
  size_t next = 0;
  for (uint32_t t = 0; q.n_names && t < doc->n_tokens; ++t) {
    const IsnSpan tokens =
      is_marked(&q, t, ISN_WORD_OPEN) ? quotation_at(&q, t) : (IsnSpan){ 0, 0 };
    if (tokens.end == tokens.begin) {
      continue;
    }
    const QuotedName* const name =
      is_taken(&q, tokens, n_before, &next) ? NULL : find_name(&q, tokens);
    if (name) {
      ISN_TRY(st, add(&q, name, tokens));
    }
    t = tokens.end - 1;
  }
  if (doc->n_mentions > n_before) {
    isn_mentions_sort(doc, 0);
  }
  return st;
}
