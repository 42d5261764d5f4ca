// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/tokenize/sentences.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/marks.h"
#include "extract/word_lists.h"

/// More digits number no line: «2019. ثم» ends a sentence.
#define MAX_LINE_DIGITS 2u

static bool
is_comma(const IsnDocument* const doc, const size_t i)
{
  const IsnSpan bytes = doc->tokens[i].bytes;
  return isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), "،");
}

/// Titles that are abbreviated with a full stop, beside single letters.
static bool
is_abbreviated(const IsnDocument* const doc, const size_t i)
{
  const IsnToken* const token = &doc->tokens[i];
  if (token->kind == ISN_KIND_PUNCTUATION || token->kind == ISN_KIND_NUMBER) {
    return false;
  }
  if (token->chars.end - token->chars.begin == 1) {
    return true; // «ك.», «د.», «م.»
  }
  const IsnStr word =
    isn_str_slice(doc->text, token->bytes.begin, token->bytes.end);
  if (isn_words_has(&isn_words_abbreviations, word)) {
    return true;
  }
  // «، ود. سامر»: and a doctor; «بكل ود.» ends a sentence
  return isn_str_is(word, "ود") && i && is_comma(doc, i - 1);
}

/// «1. نعم»: whether token `i` is the number of a line, with its stop behind
/// it.
static bool
numbers_line(const IsnDocument* const doc, const size_t i)
{
  const IsnToken* const token = &doc->tokens[i];
  return token->kind == ISN_KIND_NUMBER &&
         token->chars.end - token->chars.begin <= MAX_LINE_DIGITS &&
         (i == 0 || isn_marks_paragraph_ends(doc, i - 1));
}

/// Whether the sentence may really end behind token `i`.
static bool
may_end(const IsnDocument* const doc,
        const uint8_t* const marks,
        const size_t i)
{
  if (i + 1 >= doc->n_tokens || isn_marks_paragraph_ends(doc, i)) {
    return true;
  }
  const int inside = ISN_MARK_QUOTED | ISN_MARK_BRACKETED;
  if ((marks[i + 1] & inside) || ((marks[i] & inside) == inside) ||
      (marks[i + 1] & ISN_MARK_CLOSE)) {
    return false;
  }
  const IsnToken* const token = &doc->tokens[i];
  const bool is_stop = token->chars.end - token->chars.begin == 1 &&
                       doc->text.data[token->bytes.begin] == '.';
  return !(is_stop && i > 0 &&
           (is_abbreviated(doc, i - 1) || numbers_line(doc, i - 1)) &&
           doc->tokens[i - 1].bytes.end == token->bytes.begin);
}

static IsnStatus
add_sentence(IsnDocument* const doc,
             size_t* const capacity,
             const size_t begin,
             const size_t end)
{
  IsnSentence* const sentences = isn_arena_grow(
    doc->arena, doc->sentences, doc->n_sentences, capacity, sizeof(*sentences));
  if (!sentences) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->sentences = sentences;
  doc->sentences[doc->n_sentences++] =
    (IsnSentence){ { doc->tokens[begin].chars.begin,
                     doc->tokens[end - 1].chars.end },
                   { (uint32_t)begin, (uint32_t)end } };
  return ISN_SUCCESS;
}

IsnStatus
isn_sentences_find(IsnDocument* const doc,
                   const uint32_t* const breaks,
                   const size_t n_breaks)
{
  IsnStatus st = ISN_SUCCESS;
  uint8_t* const marks = isn_arena_alloc(doc->arena, doc->n_tokens);
  size_t capacity = 16;
  doc->sentences =
    isn_arena_array(doc->arena, capacity, sizeof(*doc->sentences));
  doc->n_sentences = 0;
  if (!marks || !doc->sentences) {
    return ISN_ERR_NO_MEMORY;
  }
  isn_marks_find(doc, marks);
  size_t b = 0;
  size_t begin = 0;
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const uint32_t end = doc->tokens[i].chars.end;
    while (b < n_breaks && breaks[b] < end) {
      ++b;
    }
    const bool is_last = i + 1 == doc->n_tokens;
    const bool breaks_here =
      is_last || isn_marks_paragraph_ends(doc, i) ||
      (b < n_breaks && breaks[b] <= doc->tokens[i + 1].chars.begin);
    if (breaks_here && may_end(doc, marks, i)) {
      ISN_TRY(st, add_sentence(doc, &capacity, begin, i + 1));
      begin = i + 1;
    }
  }
  return st;
}

void
isn_sentences_index(IsnDocument* const doc)
{
  uint32_t t = 0;
  for (size_t s = 0; s < doc->n_sentences; ++s) {
    IsnSentence* const sentence = &doc->sentences[s];
    while (t < doc->n_tokens &&
           doc->tokens[t].chars.begin < sentence->chars.begin) {
      ++t;
    }
    sentence->tokens.begin = t;
    while (t < doc->n_tokens &&
           doc->tokens[t].chars.begin < sentence->chars.end) {
      ++t;
    }
    sentence->tokens.end = t;
  }
}
