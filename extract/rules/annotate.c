// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/annotate.h"

#include "extract/rules/mention_symbol.h"
#include "extract/rules/sign_text.h"
#include "extract/word_lists.h"

#include <stdlib.h>

/// Forms of symbols, apart from those of words.
#define SYMBOL_FORM ((uint64_t)1 << 63)

/// An annotation under way.
typedef struct {
  IsnAnnotated* out;
  const IsnAnnotationSource* source;
  IsnSpan tokens;
  uint32_t except;
  size_t next_mention; // first that may still begin at or behind the token
  size_t next_hit;
  size_t next_quantity;
} Walk;

static IsnStatus
put_unit(Walk* const w,
         const IsnUnitKind kind,
         const uint32_t begin,
         const uint32_t end,
         const uint32_t index,
         const IsnSign* const sign)
{
  IsnAnnotated* const out = w->out;
  if (!sign || out->sign.failed) {
    return ISN_ERR_NO_MEMORY;
  }
  if (out->n_units == out->capacity) {
    const size_t capacity = out->capacity ? out->capacity * 2 : 512;
    IsnUnit* const units = realloc(out->units, capacity * sizeof(*units));
    if (!units) {
      return ISN_ERR_NO_MEMORY;
    }
    out->units = units;
    out->capacity = capacity;
  }
  out->units[out->n_units++] = (IsnUnit){ .kind = kind,
                                          .tokens = { begin, end },
                                          .index = index,
                                          .n_set = sign->n_set,
                                          .cells = sign->row.cells,
                                          .sign = sign };
  return ISN_SUCCESS;
}

static void
put_proclitics(const Walk* const w, const uint32_t token)
{
  if (w->except == ISN_NO_MENTION || token != w->tokens.begin) {
    isn_sign_text_proclitics(&w->out->sign, &w->source->analysis->words[token]);
  } // else they stand before the mention that is looked into
}

/// The sign whose text was put together.
static const IsnSign*
take_sign(const Walk* const w)
{
  IsnAnnotated* const out = w->out;
  const IsnStr text = isn_buffer_str(&out->sign);
  const IsnSign* const sign =
    out->sign.failed ? NULL : isn_signs_get(out->signs, text);
  isn_buffer_empty(&out->sign);
  return sign;
}

/// The number of a proclitic's letter: 1 to 7.
static uint64_t
proclitic_number(const char* const letter)
{
  static const char letters[] = "وفبكلس";
  uint64_t i = 0;
  while (letters[i * 2] && memcmp(letters + i * 2, letter, 2)) {
    ++i;
  }
  return i + 1;
}

/// The sign of a symbol with features and the proclitics of `token`, if it has
/// that token's.
static const IsnSign*
symbol_sign(const Walk* const w,
            const IsnSymbol symbol,
            const uint32_t features,
            const uint32_t token)
{
  const IsnWord* const word = &w->source->analysis->words[token];
  const bool is_bare = w->except != ISN_NO_MENTION && token == w->tokens.begin;
  const unsigned n = is_bare ? 0 : word->n_proclitics;
  uint64_t form = SYMBOL_FORM | (uint64_t)symbol << 32 | features << 9;
  for (unsigned i = 0; i < n; ++i) {
    form |= proclitic_number(word->proclitics + (size_t)i * 2) << 3 * i;
  }
  IsnFormSign* const kept = isn_signs_of_form(w->out->signs, form);
  if (!kept) {
    return NULL;
  }
  if (kept->form != form || !kept->sign) {
    put_proclitics(w, token);
    isn_sign_text_symbol(&w->out->sign, symbol, features);
    *kept = (IsnFormSign){ form, take_sign(w) };
  }
  return kept->sign;
}

/// «المرحلة الثانية من مشروع …»: what is told of a phase is shown as told of
/// its project, which stands in it.
static bool
is_phase(const Walk* const w, const IsnMention* const m)
{
  return m->type == ISN_TYPE_INITIATIVE &&
         isn_words_has(&isn_words_phases,
                       w->source->analysis->words[m->tokens.begin].word);
}

/// The longest mention to show at `token`, or ISN_NO_MENTION.
static uint32_t
mention_at(Walk* const w, const uint32_t token)
{
  const IsnDocument* const doc = w->source->doc;
  while (w->next_mention < doc->n_mentions &&
         doc->mentions[w->next_mention].tokens.begin < token) {
    ++w->next_mention;
  }
  const IsnSpan* const hidden =
    w->except == ISN_NO_MENTION ? NULL : &doc->mentions[w->except].tokens;
  for (size_t i = w->next_mention; i < doc->n_mentions; ++i) {
    const IsnSpan span = doc->mentions[i].tokens;
    if (span.begin != token) {
      break;
    }
    const bool is_hidden =
      hidden && span.begin <= hidden->begin && span.end >= hidden->end;
    if (!is_hidden && span.end <= w->tokens.end &&
        !is_phase(w, &doc->mentions[i])) {
      return (uint32_t)i;
    }
  }
  return ISN_NO_MENTION;
}

/// Whether a mention to show begins inside (begin, end).
static bool
mention_begins_in(const Walk* const w, const uint32_t begin, const uint32_t end)
{
  const IsnDocument* const doc = w->source->doc;
  for (size_t i = w->next_mention;
       i < doc->n_mentions && doc->mentions[i].tokens.begin < end;
       ++i) {
    if (doc->mentions[i].tokens.begin > begin && i != w->except) {
      return true;
    }
  }
  return false;
}

/// Behind the closing mark of the quotation that opens at `token`, or 0.
static uint32_t
quote_end(const Walk* const w, const uint32_t token)
{
  const IsnWord* const words = w->source->analysis->words;
  if (!(words[token].flags & ISN_WORD_OPEN)) {
    return 0;
  }
  uint32_t end = token + 1;
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_OPEN)) {
    ++end;
  }
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_QUOTED)) {
    ++end;
  }
  const uint32_t close = end;
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_CLOSE)) {
    ++end;
  }
  return end > close ? end : 0;
}

/// «بعنوان «مؤتمر السلام»»: a word before a quotation that makes a title or a
/// slogan of it.
static bool
is_titled(const Walk* const w, const uint32_t token)
{
  if (token == w->tokens.begin) {
    return true;
  }
  const IsnWord* const before = &w->source->analysis->words[token - 1];
  if (w->source->doc->tokens[token - 1].kind != ISN_KIND_WORD) {
    return true;
  }
  if (isn_words_has(&isn_words_naming_words, before->word)) {
    return true;
  }
  return false;
}

/// Whether a mention that fills a quotation is what the quotation stands for:
/// «رئيس «تيار الأفق»», «يقول "سمير الكيلاني"», «فعاليات «ملتقى الزيتون
/// العربي»».
static bool
is_quoted_name(const Walk* const w,
               const IsnMention* const m,
               const uint32_t token)
{
  return m->type == ISN_TYPE_ORGANIZATION || m->type == ISN_TYPE_PERSON ||
         (m->type == ISN_TYPE_MEETING && !m->is_anaphor &&
          m->tokens.end > m->tokens.begin + 1 && !is_titled(w, token));
}

/// The mention that fills the quotation [token, end), or ISN_NO_MENTION; once
/// it is linked, so that rules of names still see the quotation.
static uint32_t
quoted_name(const Walk* const w, const uint32_t token, const uint32_t end)
{
  const IsnWord* const words = w->source->analysis->words;
  const IsnDocument* const doc = w->source->doc;
  IsnSpan inner = { token, end };
  while (inner.begin < end && (words[inner.begin].flags & ISN_WORD_OPEN)) {
    ++inner.begin;
  }
  while (inner.end > inner.begin &&
         (words[inner.end - 1].flags & ISN_WORD_CLOSE)) {
    --inner.end;
  }
  for (size_t i = w->next_mention; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin > inner.begin) {
      break;
    }
    if (m->entity != ISN_NO_ENTITY && m->tokens.end == inner.end &&
        m->tokens.begin == inner.begin && i != w->except &&
        is_quoted_name(w, m, token)) {
      return (uint32_t)i;
    }
  }
  return ISN_NO_MENTION;
}

static uint32_t
quantity_at(Walk* const w, const uint32_t token)
{
  const IsnAnalysis* const a = w->source->analysis;
  while (w->next_quantity < a->n_quantities &&
         a->quantities[w->next_quantity].tokens.begin < token) {
    ++w->next_quantity;
  }
  if (w->next_quantity == a->n_quantities) {
    return UINT32_MAX;
  }
  const IsnSpan span = a->quantities[w->next_quantity].tokens;
  return span.begin == token && span.end <= w->tokens.end &&
             !mention_begins_in(w, span.begin, span.end)
           ? (uint32_t)w->next_quantity
           : UINT32_MAX;
}

/// «صباح أمس»: whether a date, not yet put, begins before token `end`.
static bool
date_begins_in(const Walk* const w, const uint32_t end)
{
  const IsnAnalysis* const a = w->source->analysis;
  return w->next_quantity < a->n_quantities &&
         a->quantities[w->next_quantity].kind == ISN_QUANTITY_DATE &&
         a->quantities[w->next_quantity].tokens.begin < end;
}

/// «سامر علي إن»: the name, in a text that writes the preposition «على».
static bool
is_ali(const IsnWord* const word)
{
  return word->flags & ISN_WORD_YEH && isn_str_is(word->word, "علي");
}

/// First hit at `token` that is a class of several words, or UINT32_MAX.
static uint32_t
class_hit_at(Walk* const w, const uint32_t token)
{
  const IsnAnalysis* const a = w->source->analysis;
  while (w->next_hit < a->n_hits && a->hits[w->next_hit].tokens.begin < token) {
    ++w->next_hit;
  }
  for (size_t i = w->next_hit;
       i < a->n_hits && a->hits[i].tokens.begin == token;
       ++i) {
    const IsnSpan span = a->hits[i].tokens;
    if (isn_sign_text_class(w->source->image, a->hits[i].entry) !=
          ISN_NO_CLASS &&
        span.end <= w->tokens.end && !is_ali(&a->words[token]) &&
        !mention_begins_in(w, span.begin, span.end) &&
        !date_begins_in(w, span.end)) {
      return (uint32_t)i;
    }
  }
  return UINT32_MAX;
}

static IsnStatus
put_mention(Walk* const w,
            const uint32_t index,
            const uint32_t end,
            uint32_t* const token)
{
  const IsnDocument* const doc = w->source->doc;
  const IsnMention* const mention = &doc->mentions[index];
  const IsnSpan span = { *token, end };
  const IsnSign* const sign =
    symbol_sign(w,
                isn_mention_symbol(w->source, mention),
                isn_sign_text_features(&w->source->analysis->words[*token]),
                *token);
  *token = span.end;
  return put_unit(w, ISN_UNIT_MENTION, span.begin, span.end, index, sign);
}

static IsnStatus
put_quantity(Walk* const w, const uint32_t index, uint32_t* const token)
{
  static const IsnSymbol symbols[] = {
    [ISN_QUANTITY_NUMBER] = ISN_SYMBOL_NUMBER,
    [ISN_QUANTITY_ORDINAL] = ISN_SYMBOL_ORDINAL,
    [ISN_QUANTITY_DATE] = ISN_SYMBOL_DATE,
    [ISN_QUANTITY_DURATION] = ISN_SYMBOL_DURATION,
    [ISN_QUANTITY_MONEY] = ISN_SYMBOL_MONEY,
  };
  const IsnQuantity* const q = &w->source->analysis->quantities[index];
  const uint32_t begin = *token;
  const IsnSign* const sign = symbol_sign(w, symbols[q->kind], 0, begin);
  *token = q->tokens.end;
  return put_unit(w, ISN_UNIT_QUANTITY, begin, q->tokens.end, index, sign);
}

static IsnStatus
put_class_hit(Walk* const w, const uint32_t first, uint32_t* const token)
{
  const IsnSpan span = w->source->analysis->hits[first].tokens;
  put_proclitics(w, span.begin);
  isn_sign_text_hit(&w->out->sign, w->source, first);
  *token = span.end;
  return put_unit(w, ISN_UNIT_WORD, span.begin, span.end, first, take_sign(w));
}

static const IsnSign*
make_word_sign(const Walk* const w, const uint32_t token)
{
  put_proclitics(w, token);
  isn_sign_text_word(&w->out->sign, w->source, token);
  return take_sign(w);
}

/// The word's sign, made once for all words of its form.
static const IsnSign*
word_sign(const Walk* const w, const uint32_t token)
{
  const uint64_t form = w->source->analysis->words[token].form;
  IsnFormSign* const kept =
    form ? isn_signs_of_form(w->out->signs, form) : NULL;
  if (!kept) {
    return make_word_sign(w, token);
  }
  if (kept->form != form || !kept->sign) {
    *kept = (IsnFormSign){ form, make_word_sign(w, token) };
  }
  return kept->sign;
}

static IsnStatus
put_word(Walk* const w, uint32_t* const token)
{
  IsnWord* const word = &w->source->analysis->words[*token];
  const uint32_t begin = (*token)++;
  if (w->except != ISN_NO_MENTION && begin == w->tokens.begin) {
    return put_unit( // without its proclitics
      w,
      ISN_UNIT_WORD,
      begin,
      begin + 1,
      0,
      make_word_sign(w, begin));
  }
  if (!word->sign) {
    word->sign = word_sign(w, begin);
  }
  return put_unit(w, ISN_UNIT_WORD, begin, begin + 1, 0, word->sign);
}

/// «"كلام" ، قال ، "كلام"»: where one mark is missing, the pairs may be taken
/// the other way round; no quotation begins with a comma.
static bool
is_between_quotes(const Walk* const w, const uint32_t token)
{
  const IsnDocument* const doc = w->source->doc;
  if (token + 1 >= doc->n_tokens) {
    return false;
  }
  const IsnSpan bytes = doc->tokens[token + 1].bytes;
  const IsnStr word = isn_str_slice(doc->text, bytes.begin, bytes.end);
  return isn_str_is(word, ",") || isn_str_is(word, "،");
}

static IsnStatus
put_next(Walk* const w, uint32_t* const token)
{
  IsnStatus st = ISN_SUCCESS;
  const uint32_t mention = mention_at(w, *token);
  if (mention != ISN_NO_MENTION) {
    const uint32_t behind = w->source->doc->mentions[mention].tokens.end;
    return put_mention(w, mention, behind, token);
  }
  const uint32_t end = is_between_quotes(w, *token) ? 0 : quote_end(w, *token);
  const uint32_t body = end ? quoted_name(w, *token, end) : ISN_NO_MENTION;
  if (body != ISN_NO_MENTION) {
    return put_mention(w, body, end, token);
  }
  if (end) {
    const IsnSign* const sign = symbol_sign(w, ISN_SYMBOL_QUOTE, 0, *token);
    ISN_TRY(st, put_unit(w, ISN_UNIT_QUOTE, *token, end, 0, sign));
    *token = end;
    return st;
  }
  const uint32_t quantity = quantity_at(w, *token);
  if (quantity != UINT32_MAX) {
    return put_quantity(w, quantity, token);
  }
  const uint32_t hit = class_hit_at(w, *token);
  return hit != UINT32_MAX ? put_class_hit(w, hit, token) : put_word(w, token);
}

/// First index of a sorted array whose element begins at or behind `token`.
#define LOWER_BOUND(out, array, n, token)                                      \
  do {                                                                         \
    size_t low_ = 0;                                                           \
    for (size_t high_ = (n); low_ < high_;) {                                  \
      const size_t middle_ = low_ + (high_ - low_) / 2;                        \
      if ((array)[middle_].tokens.begin < (token)) {                           \
        low_ = middle_ + 1;                                                    \
      } else {                                                                 \
        high_ = middle_;                                                       \
      }                                                                        \
    }                                                                          \
    (out) = low_;                                                              \
  } while (0)

/// Have the sign of a word that is a few behind brought from memory.
static void
fetch_sign(const Walk* const w, const uint32_t token)
{
  enum { AHEAD = 6 };
  if (token + AHEAD < w->tokens.end) {
    __builtin_prefetch(w->source->analysis->words[token + AHEAD].sign);
  }
}

IsnStatus
isn_annotate(IsnAnnotated* const annotated,
             const IsnAnnotationSource* const source,
             const IsnSpan tokens,
             const uint32_t except)
{
  IsnStatus st = ISN_SUCCESS;
  Walk w = { annotated, source, tokens, except, 0, 0, 0 };
  const IsnAnalysis* const a = source->analysis;
  LOWER_BOUND(w.next_mention,
              source->doc->mentions,
              source->doc->n_mentions,
              tokens.begin);
  LOWER_BOUND(w.next_hit, a->hits, a->n_hits, tokens.begin);
  LOWER_BOUND(w.next_quantity, a->quantities, a->n_quantities, tokens.begin);
  isn_wide_empty(&annotated->text);
  isn_buffer_empty(&annotated->sign);
  annotated->n_units = 0;
  annotated->is_triggered = false;
  for (uint32_t token = tokens.begin; token < tokens.end;) {
    fetch_sign(&w, token);
    ISN_TRY(st, put_next(&w, &token));
  }
  return st;
}
