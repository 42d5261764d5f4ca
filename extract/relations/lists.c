// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/lists.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/marks.h"
#include "extract/word_lists.h"

/// No list has more lines, and no line without a mark more words.
#define MAX_LINES 60u
#define MAX_BARE_TOKENS 30u

/// More digits number no line.
#define MAX_DIGITS 2u

#define TATWEEL 0x0640u
#define SEMICOLON 0x061Bu
#define COMMA 0x060Cu

/// How a line begins; a bullet is the letter that it is.
enum { MARK_NONE, MARK_NUMBER, MARK_LETTER, MARK_ORDINAL };

static uint32_t
length(const IsnToken* const token)
{
  return token->chars.end - token->chars.begin;
}

/// The token's letter if it is a sign of one letter, or a tatweel in place of
/// a dash, else 0.
static uint32_t
sign_at(const IsnDocument* const doc, const uint32_t t)
{
  if (t >= doc->n_tokens) {
    return 0;
  }
  const IsnToken* const token = &doc->tokens[t];
  size_t at = token->bytes.begin;
  const uint32_t sign = isn_utf8_next(doc->text.data, &at);
  return token->kind == ISN_KIND_PUNCTUATION ||
             token->kind == ISN_KIND_SYMBOL ||
             (sign == TATWEEL && length(token) == 1)
           ? sign
           : 0;
}

/// Token behind the line that token `t` is in.
static uint32_t
line_end(const IsnDocument* const doc, uint32_t t)
{
  while (!isn_marks_paragraph_ends(doc, t)) {
    ++t;
  }
  return t + 1;
}

/// «أولا»: what counts lines in words.
static bool
is_ordinal(const IsnStr word)
{
  return isn_words_has(&isn_words_firstly, word);
}

/// The mark of a number, letter or ordinal at `t`, whatever stands behind it.
static uint32_t
count_mark(const IsnAnnotationSource* const source, const uint32_t t)
{
  const IsnDocument* const doc = source->doc;
  if (t >= doc->n_tokens) {
    return MARK_NONE;
  }
  const IsnToken* const token = &doc->tokens[t];
  if (token->kind == ISN_KIND_NUMBER) {
    return length(token) <= MAX_DIGITS ? MARK_NUMBER : MARK_NONE;
  }
  if (token->kind == ISN_KIND_WORD && length(token) == 1) {
    return MARK_LETTER;
  }
  return is_ordinal(source->analysis->words[t].word) ? MARK_ORDINAL : MARK_NONE;
}

/// What marks the line that begins at `t`: «•», «1.», «(1)», «أ-», «أولا:».
static uint32_t
mark_at(const IsnAnnotationSource* const source, const uint32_t t)
{
  static const uint32_t behind[] = { '.', '-', 0x2013, 0x2014,
                                     ')', '/', ':',    0x060C };
  const IsnDocument* const doc = source->doc;
  const uint32_t sign = sign_at(doc, t);
  switch (sign) {
    case 0:
      break;
    case '(':
    case '[':
      return sign_at(doc, t + 2) ? count_mark(source, t + 1) : MARK_NONE;
    case 0x00AB: // «
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case '"':
    case '.':
    case ':':
      return MARK_NONE;
    default:
      return sign;
  }
  const uint32_t next = sign_at(doc, t + 1);
  for (size_t i = 0; next && i < sizeof(behind) / sizeof(behind[0]); ++i) {
    if (next == behind[i]) {
      return count_mark(source, t);
    }
  }
  return MARK_NONE;
}

/// Whether the line [begin, end), without a mark, is short and one sentence.
static bool
is_bare_item(const IsnDocument* const doc,
             const uint32_t begin,
             const uint32_t end)
{
  const size_t s = isn_document_sentence_at(doc, begin);
  return end - begin <= MAX_BARE_TOKENS && s < doc->n_sentences &&
         doc->sentences[s].tokens.end >= end;
}

/// Behind the lines from `begin` on that go on alike.
static uint32_t
list_end(const IsnAnnotationSource* const source,
         const uint32_t begin,
         const uint32_t mark)
{
  const IsnDocument* const doc = source->doc;
  uint32_t end = begin;
  for (size_t n = 0; n < MAX_LINES && end < doc->n_tokens; ++n) {
    const uint32_t behind = line_end(doc, end);
    if (mark_at(source, end) != mark ||
        (!mark && !is_bare_item(doc, end, behind))) {
      break;
    }
    end = behind;
  }
  return end;
}

// Lists in a sentence -------------------------------------------------------

/// «كل من:», «من بينهم:»: words before a colon that names follow.
static bool
announces(const IsnStr word)
{
  return isn_words_has(&isn_words_listing_words, word);
}

/// What parts the items behind the colon at `colon`: «؛», the bullet right
/// behind it, or «،» before «و»; 0 if nothing does.
static uint32_t
parting_sign(const IsnAnnotationSource* const source,
             const uint32_t colon,
             const uint32_t end)
{
  static const uint32_t bullets[] = { '-', 0x2013, 0x2022, '*', 0x25AA };
  const IsnWord* const words = source->analysis->words;
  const uint32_t first = sign_at(source->doc, colon + 1);
  for (size_t i = 0; first && i < sizeof(bullets) / sizeof(bullets[0]); ++i) {
    if (first == bullets[i]) {
      return first;
    }
  }
  for (uint32_t t = colon + 1; t < end; ++t) {
    if (sign_at(source->doc, t) == SEMICOLON &&
        !(words[t].flags & ISN_WORD_QUOTED)) {
      return SEMICOLON;
    }
  }
  return announces(words[colon - 1].word) ? COMMA : 0;
}

static bool
parts_at(const IsnAnnotationSource* const source,
         const uint32_t t,
         const uint32_t sign)
{
  const IsnWord* const words = source->analysis->words;
  if (sign_at(source->doc, t) != sign || words[t].flags & ISN_WORD_QUOTED) {
    return false;
  }
  return sign != COMMA || (t + 1 < source->doc->n_tokens &&
                           isn_str_starts(words[t + 1].whole, ISN_STR("و")));
}

size_t
isn_list_pieces(const IsnAnnotationSource* const source,
                const IsnSpan tokens,
                IsnSpan pieces[ISN_MAX_LIST_PIECES])
{
  const IsnWord* const words = source->analysis->words;
  uint32_t colon = tokens.begin;
  uint32_t sign = 0;
  for (uint32_t t = tokens.begin + 1; t + 1 < tokens.end && !sign; ++t) {
    if (sign_at(source->doc, t) == ':' &&
        !(words[t + 1].flags & ISN_WORD_OPEN)) {
      colon = t;
      sign = parting_sign(source, t, tokens.end);
    }
  }
  if (!sign) {
    return 0;
  }
  size_t n = 0;
  pieces[n++] = (IsnSpan){ tokens.begin, colon + 1 };
  uint32_t begin = colon + 1;
  for (uint32_t t = begin; t < tokens.end; ++t) {
    const bool is_last = t + 1 == tokens.end;
    if ((!is_last && !parts_at(source, t, sign)) || n == ISN_MAX_LIST_PIECES) {
      continue;
    }
    const uint32_t end = is_last ? tokens.end : t;
    if (end > begin) {
      pieces[n++] = (IsnSpan){ begin, end };
    }
    begin = t + 1;
  }
  return n > 1 ? n : 0;
}

// Claims --------------------------------------------------------------------

void
isn_list_open(IsnList* const list,
              const IsnAnnotationSource* const source,
              const uint32_t token,
              const IsnListClaim* const claim)
{
  const IsnDocument* const doc = source->doc;
  const size_t s = isn_document_sentence_at(doc, token);
  const uint32_t begin = s < doc->n_sentences ? doc->sentences[s].tokens.end
                                              : (uint32_t)doc->n_tokens;
  if (!list->is_inner &&
      (begin >= doc->n_tokens || !isn_marks_paragraph_ends(doc, begin - 1))) {
    return;
  }
  if (!list->is_inner && (begin != list->header || !list->n_claims)) {
    const uint32_t mark = mark_at(source, begin);
    *list = (IsnList){ .header = begin,
                       .line = begin,
                       .next = begin,
                       .end = list_end(source, begin, mark),
                       .has_marks = mark };
  }
  if (list->n_claims < ISN_MAX_LIST_CLAIMS) {
    list->claims[list->n_claims++] = *claim;
  }
}

bool
isn_list_reaches(IsnList* const list,
                 const IsnDocument* const doc,
                 const uint32_t token)
{
  if (token < list->header || token >= list->end || !list->n_claims) {
    return false;
  }
  if (list->is_inner) {
    return true; // each of its items is a stretch of its own
  }
  if (token && !isn_marks_paragraph_ends(doc, token - 1)) {
    return false;
  }
  if (token != list->line && token != list->next && !list->has_marks) {
    list->end = list->next; // a line in between names nothing
    return false;
  }
  list->line = token;
  list->next = line_end(doc, token);
  return true;
}

IsnStatus
isn_list_name(const IsnList* const list,
              IsnFactSet* const facts,
              IsnDocument* const doc,
              const uint32_t entity,
              const IsnSpan words)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < list->n_claims; ++i) {
    const IsnListClaim* const claim = &list->claims[i];
    IsnFact fact = claim->fact;
    *(claim->is_subject ? &fact.subject : &fact.object) = entity;
    if (ISN_TYPES(doc->entities[entity].type) & claim->types &&
        fact.subject != fact.object) {
      ISN_TRY(st, isn_facts_add(facts, doc, &fact, claim->evidence));
      ISN_TRY(st, isn_facts_add(facts, doc, &fact, words));
    }
  }
  return st;
}
