// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/media.h"

#include "extract/entities/order.h"
#include "extract/gazetteer/source.h"
#include "extract/word_lists.h"

/// Letters of «رأت»: what is shorter and ends in ت is no verb.
#define MIN_VERB_BYTES 6u

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  size_t n_before; // mentions before any was added, in order
} Media;

static bool
is_medium(const IsnHit* const hit)
{
  return isn_str_is(hit->entry->type, "Organization") &&
         isn_str_is(isn_gazetteer_feature(hit->entry->features, "kind"),
                    "media");
}

static bool
fills_quotation(const Media* const m, const IsnSpan tokens)
{
  const IsnWord* const words = m->analysis->words;
  return tokens.begin && tokens.end < m->doc->n_tokens &&
         words[tokens.begin - 1].flags & ISN_WORD_OPEN &&
         words[tokens.end].flags & ISN_WORD_CLOSE;
}

/// «حصلت», «التقتها», «نشرته»: a feminine verb, as papers have.
static bool
is_her_verb(const IsnWord* const word)
{
  return !(word->flags & (ISN_WORD_ARTICLE | ISN_WORD_TA)) &&
         word->word.n_bytes >= MIN_VERB_BYTES &&
         (isn_str_ends(word->word, ISN_STR("ت")) ||
          isn_str_ends(word->word, ISN_STR("تها")) ||
          isn_str_ends(word->word, ISN_STR("ته")));
}

/// Whether what stands before the quotation is as with media.
static bool
is_told_to(const Media* const m, uint32_t open)
{
  if (!open) {
    return false;
  }
  const IsnWord* const words = m->analysis->words;
  if (words[open + 1].n_proclitics) {
    return true; // «وقال «للوطن»»
  }
  // «ل ـ «الوطن»»
  if (open > 1 && !words[open - 1].whole.n_bytes) {
    --open;
  }
  const IsnWord* const word = &words[open - 1];
  return m->doc->tokens[open - 1].kind == ISN_KIND_WORD
           ? isn_words_has(&isn_words_before_media, word->word) ||
               is_her_verb(word)
           : isn_str_is(word->whole, "-");
}

/// The mention of just these tokens, or NULL.
static IsnMention*
mention_of(const Media* const m, const IsnSpan tokens)
{
  const IsnDocument* const doc = m->doc;
  for (size_t i = isn_mentions_first(doc, m->n_before, tokens.begin);
       i < m->n_before && doc->mentions[i].tokens.begin == tokens.begin;
       ++i) {
    if (doc->mentions[i].tokens.end == tokens.end) {
      return &doc->mentions[i];
    }
  }
  return NULL;
}

static IsnStatus
take(Media* const m, const IsnSpan tokens)
{
  IsnMention* const mention = mention_of(m, tokens);
  if (mention && mention->type == ISN_TYPE_PLACE) {
    mention->type = ISN_TYPE_ORGANIZATION;
    mention->kind = ISN_STR("media");
    mention->rule = ISN_STR("medium-quoted");
  }
  return mention || !isn_mentions_leave(m->doc, m->n_before, tokens)
           ? ISN_SUCCESS
           : isn_mentions_add(m->doc,
                              m->analysis,
                              tokens,
                              ISN_TYPE_ORGANIZATION,
                              ISN_STR("media"),
                              ISN_STR("medium-quoted"));
}

/// Whether one of the mentions behind number `i` is a body that these tokens
/// begin with: «السفير» of «السفير اللبنانية».
static bool
is_named_within(const IsnDocument* const doc, size_t i, const IsnSpan tokens)
{
  while (++i < doc->n_mentions &&
         doc->mentions[i].tokens.begin <= tokens.begin) {
    if (doc->mentions[i].type == ISN_TYPE_ORGANIZATION &&
        doc->mentions[i].tokens.begin == tokens.begin &&
        doc->mentions[i].tokens.end <= tokens.end) {
      return true;
    }
  }
  return false;
}

/// «جريدة القدس»: a paper is known by its name alone, as the rules have it for
/// most; what the name itself is elsewhere is taken out.
static void
trim(const Media* const m)
{
  IsnDocument* const doc = m->doc;
  const IsnWord* const words = m->analysis->words;
  size_t n = 0;
  IsnSpan name = { 0, 0 };
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    IsnMention mention = doc->mentions[i];
    const uint32_t t = mention.tokens.begin;
    if (mention.tokens.end <= name.end && t >= name.begin) {
      continue;
    }
    if (mention.type == ISN_TYPE_ORGANIZATION && mention.tokens.end > t + 1 &&
        isn_words_has(&isn_words_paper_sorts, words[t].word) &&
        words[t + 1].flags & ISN_WORD_ARTICLE && !words[t + 1].n_proclitics) {
      if (is_named_within(doc, i, (IsnSpan){ t + 1, mention.tokens.end })) {
        continue;
      }
      if (mention.alias.end <= mention.alias.begin) {
        mention.alias = mention.chars;
      }
      ++mention.tokens.begin;
      mention.chars.begin = words[t + 1].char_begin;
      mention.kind = ISN_STR("media");
      name = mention.tokens;
    }
    doc->mentions[n++] = mention;
  }
  doc->n_mentions = n;
}

IsnStatus
isn_media_find(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Media m = { .doc = doc, .analysis = analysis };
  trim(&m);
  m.n_before = doc->n_mentions;
  uint32_t covered = 0; // by what was added
  for (size_t i = 0; i < analysis->n_hits; ++i) {
    const IsnHit* const hit = &analysis->hits[i];
    if (hit->tokens.begin >= covered && is_medium(hit) &&
        fills_quotation(&m, hit->tokens) &&
        is_told_to(&m, hit->tokens.begin - 1)) {
      covered = hit->tokens.end;
      ISN_TRY(st, take(&m, hit->tokens));
    }
  }
  if (doc->n_mentions > m.n_before) {
    isn_mentions_sort(doc, 0);
  }
  return st;
}
