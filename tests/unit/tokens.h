// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file tokens.h Texts and the layers that they are cut into.
#ifndef ISN_TESTS_TOKENS_H
#define ISN_TESTS_TOKENS_H

#include "extract/base/buffer.h"
#include "extract/base/utf8.h"
#include "extract/tokenize/marks.h"
#include "extract/tokenize/tokenize.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/// A text and how what is found in it is written down.
typedef struct {
  const char* text;
  const char* expected;
} Case;

static IsnTokenizer* tokenizer;
static IsnArena arena;
static IsnBuffer out;

static inline bool
tokens_begin(void)
{
  return !isn_tokenizer_new(&tokenizer, NULL);
}

static inline void
tokens_end(void)
{
  isn_tokenizer_free(tokenizer);
  isn_buffer_clear(&out);
  isn_arena_clear(&arena);
}

static inline IsnDocument
tokenize(const IsnStr text)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  doc.text = text;
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_SUCCESS);
  return doc;
}

static inline IsnStr
token_words(const IsnDocument* const doc, const size_t i)
{
  const IsnSpan bytes = doc->tokens[i].bytes;
  return isn_str_slice(doc->text, bytes.begin, bytes.end);
}

/// Whether nothing but blanks and controls lies in the bytes.
static inline bool
is_blank(const IsnStr s)
{
  for (size_t at = 0; at < s.n_bytes;) {
    const UChar32 c = (UChar32)isn_utf8_next(s.data, &at);
    const int8_t type = u_charType(c);
    if (!u_isUWhiteSpace(c) && type != U_CONTROL_CHAR &&
        type != U_FORMAT_CHAR && type != U_NON_SPACING_MARK) {
      return false;
    }
  }
  return true;
}

/// Offsets ascend, lie in the text, agree in both units and leave out only
/// blanks; sentences hold all tokens in order.
static inline void
check_offsets(const IsnDocument* const doc)
{
  IsnSpan end = { 0, 0 }; // in code points and bytes
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const IsnToken* const t = &doc->tokens[i];
    CHECK(t->bytes.begin >= end.end && t->bytes.end > t->bytes.begin);
    CHECK(t->bytes.end <= doc->text.n_bytes);
    const IsnStr gap = isn_str_slice(doc->text, end.end, t->bytes.begin);
    CHECK(is_blank(gap));
    CHECK_EQ(t->chars.begin, end.begin + isn_utf8_count(gap));
    CHECK_EQ(t->chars.end,
             t->chars.begin + isn_utf8_count(token_words(doc, i)));
    end = (IsnSpan){ t->chars.end, t->bytes.end };
  }
  CHECK(is_blank(isn_str_slice(doc->text, end.end, doc->text.n_bytes)));
  uint32_t next = 0;
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSentence* const s = &doc->sentences[i];
    CHECK_EQ(s->tokens.begin, next);
    CHECK(s->tokens.end > next && s->tokens.end <= doc->n_tokens);
    CHECK_EQ(s->chars.begin, doc->tokens[next].chars.begin);
    next = s->tokens.end;
    CHECK_EQ(s->chars.end, doc->tokens[next - 1].chars.end);
  }
  CHECK_EQ(next, doc->n_tokens);
}

/// Tokens as «w:كلمة n:39», blanks between them.
static inline void
write_tokens(const IsnDocument* const doc)
{
  static const char letters[ISN_N_KINDS] = { 'w', 'n', 'p', 'l', 's' };
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const char kind[3] = { letters[doc->tokens[i].kind], ':', 0 };
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    isn_buffer_append(&out, isn_str(kind));
    isn_buffer_append(&out, token_words(doc, i));
  }
}

/// Sentences with | between them.
static inline void
write_sentences(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    isn_buffer_append(&out, isn_str(i ? "|" : ""));
    isn_buffer_append(&out, isn_document_words(doc, doc->sentences[i].chars));
  }
}

/// One letter a token: Open, Close, quoted, bracketed (in brackets: o, c, Q).
static inline void
write_marks(const IsnDocument* const doc)
{
  uint8_t* const marks = isn_arena_alloc(&arena, doc->n_tokens);
  isn_marks_find(doc, marks);
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const bool inside = marks[i] & ISN_MARK_BRACKETED;
    isn_buffer_append_byte(&out,
                           marks[i] & ISN_MARK_OPEN     ? "Oo"[inside]
                           : marks[i] & ISN_MARK_CLOSE  ? "Cc"[inside]
                           : marks[i] & ISN_MARK_QUOTED ? "qQ"[inside]
                                                        : ".b"[inside]);
  }
}

static inline void
check_cases(const Case* const cases,
            const size_t n,
            void (*write)(const IsnDocument*))
{
  for (size_t i = 0; i < n; ++i) {
    const IsnDocument doc = tokenize(isn_str(cases[i].text));
    check_offsets(&doc);
    write(&doc);
    CHECK_STR(isn_buffer_str(&out), cases[i].expected);
  }
}

#define CHECK_CASES(cases, write) check_cases((cases), N_OF(cases), (write))

#endif
