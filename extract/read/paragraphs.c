// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/paragraphs.h"

#include "extract/base/utf8.h"

void
isn_paragraphs_clear(IsnParagraphs* const paragraphs)
{
  isn_buffer_clear(&paragraphs->text);
  memset(paragraphs, 0, sizeof(*paragraphs));
}

static bool
is_space(const char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Write what separates the next word from those before it.
static void
separate(IsnParagraphs* const p)
{
  const bool is_first = p->text.n_bytes == 0;
  if (is_first || p->n_pending) {
    for (size_t i = 0; !is_first && i < p->n_pending; ++i) {
      isn_buffer_append_byte(&p->text, '\n');
    }
    if (p->n_pending > 1 || is_first) {
      p->begin = p->text.n_bytes;
    }
  } else if (p->is_blank_ahead) {
    isn_buffer_append_byte(&p->text, ' ');
  }
  p->n_pending = 0;
  p->is_blank_ahead = false;
}

void
isn_paragraphs_add(IsnParagraphs* const p, const IsnStr words)
{
  for (size_t i = 0; i < words.n_bytes;) {
    const size_t begin = i;
    while (i < words.n_bytes && !is_space(words.data[i])) {
      ++i;
    }
    if (i > begin) {
      separate(p);
      isn_buffer_append(&p->text, isn_str_slice(words, begin, i));
    }
    if (i < words.n_bytes) {
      p->is_blank_ahead = true;
      ++i;
    }
  }
}

void
isn_paragraphs_break(IsnParagraphs* const p)
{
  p->n_pending += p->n_pending < 2;
}

void
isn_paragraphs_end(IsnParagraphs* const p)
{
  p->n_pending = 2;
}

bool
isn_paragraphs_next(const IsnStr text,
                    size_t* const at,
                    IsnStr* const paragraph)
{
  size_t begin = *at;
  while (begin < text.n_bytes && text.data[begin] == '\n') {
    ++begin;
  }
  size_t end = begin;
  while (end < text.n_bytes &&
         !(text.data[end] == '\n' && end + 1 < text.n_bytes &&
           text.data[end + 1] == '\n')) {
    ++end;
  }
  *at = end;
  *paragraph = isn_str_slice(text, begin, end);
  return end > begin;
}

bool
isn_paragraphs_has(const IsnStr text, const IsnStr words)
{
  if (!words.n_bytes || words.n_bytes > text.n_bytes) {
    return !words.n_bytes;
  }
  const char* at = text.data;
  const char* const last = text.data + (text.n_bytes - words.n_bytes);
  while (at <= last &&
         (at = memchr(at, words.data[0], (size_t)(last - at) + 1))) {
    if (!memcmp(at, words.data, words.n_bytes)) {
      return true;
    }
    ++at;
  }
  return false;
}

IsnStr
isn_paragraphs_clean(IsnArena* const arena, const IsnStr words)
{
  IsnParagraphs clean = { 0 };
  isn_paragraphs_add(&clean, words);
  const IsnStr copy =
    clean.text.failed
      ? (IsnStr){ NULL, 0 }
      : isn_arena_copy(arena,
                       clean.text.n_bytes ? isn_buffer_str(&clean.text)
                                          : ISN_STR(""));
  isn_paragraphs_clear(&clean);
  return copy;
}
