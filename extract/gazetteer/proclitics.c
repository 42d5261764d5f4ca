// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/proclitics.h"

#include "extract/base/utf8.h"
#include "extract/tokenize/normal.h"

#define LETTER_BYTES 2u // of every Arabic letter in UTF-8

/// A word of one letter is none, so the rest needs two.
#define MIN_REST (2 * LETTER_BYTES)

static bool
begins_with(const IsnStr s, const char* const letter)
{
  return s.n_bytes >= MIN_REST + LETTER_BYTES &&
         !memcmp(s.data, letter, LETTER_BYTES);
}

static IsnReading
strip(const IsnReading* const from, const IsnImage* const image)
{
  IsnReading r = *from;
  memcpy(r.proclitics + r.n_proclitics * LETTER_BYTES,
         from->rest.data,
         LETTER_BYTES);
  ++r.n_proclitics;
  ++r.n_letters;
  r.rest = isn_str_slice(from->rest, LETTER_BYTES, from->rest.n_bytes);
  r.word = isn_image_find_word(image, r.rest);
  return r;
}

/// «للانتربول»: the preposition, and the article without its alef.
static bool
strip_article(const IsnReading* const from,
              const IsnImage* const image,
              IsnReading* const r)
{
  // The longest word there is has fewer letters than this
  static const size_t max_bytes = 120;
  char with[128] = "ال";
  const IsnStr tail =
    isn_str_slice(from->rest, 2 * LETTER_BYTES, from->rest.n_bytes);
  if (tail.n_bytes > max_bytes) {
    return false;
  }
  *r = strip(from, image);
  memcpy(with + 2 * LETTER_BYTES, tail.data, tail.n_bytes);
  const IsnStr word = { with, 2 * LETTER_BYTES + tail.n_bytes };
  r->word = isn_image_find_word(image, word);
  if (r->word) {
    r->rest = isn_image_str(image, image->words[r->word].normal);
    r->cuts_article = true;
  }
  return r->word;
}

/// «للجنة» for «اللجنة»: of three lams in a row only two are written.
static bool
share_lam(const IsnReading* const from,
          const IsnImage* const image,
          IsnReading* const r)
{
  static const size_t max_bytes = 120;
  char with[128] = "ال";
  const IsnStr tail =
    isn_str_slice(from->rest, LETTER_BYTES, from->rest.n_bytes);
  if (tail.n_bytes > max_bytes) {
    return false;
  }
  *r = strip(from, image);
  r->n_letters = from->n_letters;
  memcpy(with + 2 * LETTER_BYTES, tail.data, tail.n_bytes);
  r->word = isn_image_find_word(
    image, (IsnStr){ with, 2 * LETTER_BYTES + tail.n_bytes });
  if (r->word) {
    r->rest = isn_image_str(image, image->words[r->word].normal);
    r->cuts_article = true;
    r->shares_lam = true;
  }
  return r->word;
}

static bool
begins_with_two_lams(const IsnStr s)
{
  return begins_with(s, "ل") &&
         begins_with(isn_str_slice(s, LETTER_BYTES, s.n_bytes), "ل");
}

static bool
has_imperfect(const IsnImage* const image, const uint32_t word)
{
  const IsnImageWord* const w = &image->words[word];
  for (uint32_t i = 0; i < w->n_classes; ++i) {
    if (image->word_classes[w->first_class + i] & ISN_FEAT_IMPERFECT) {
      return true;
    }
  }
  return false;
}

static size_t
add_prepositions(const IsnImage* const image,
                 const IsnReading* const from,
                 IsnReading* const out)
{
  size_t n = 0;
  const bool has_two_lams = begins_with_two_lams(from->rest);
  if (has_two_lams && strip_article(from, image, &out[n])) {
    ++n;
  }
  if (begins_with(from->rest, "ب") || begins_with(from->rest, "ك") ||
      begins_with(from->rest, "ل")) {
    out[n++] = strip(from, image);
  } else if (begins_with(from->rest, "س")) {
    out[n] = strip(from, image);
    n += has_imperfect(image, out[n].word);
  }
  if (has_two_lams && share_lam(from, image, &out[n])) {
    ++n;
  }
  return n;
}

size_t
isn_proclitics_readings(const IsnImage* const image,
                        const IsnStr whole,
                        const uint32_t whole_word,
                        IsnReading readings[ISN_MAX_READINGS])
{
  readings[0] = (IsnReading){ .word = whole_word, .rest = whole };
  size_t n = 1;
  n += add_prepositions(image, &readings[0], &readings[n]);
  if (begins_with(whole, "و") || begins_with(whole, "ف")) {
    readings[n] = strip(&readings[0], image);
    const IsnReading* const conjunction = &readings[n++];
    n += add_prepositions(image, conjunction, &readings[n]);
  }
  return n;
}

/// Whether the code point is none of the word's: folding drops it (diacritics,
/// tatweel, controls), or it is the blank behind a «و» that stands apart.
static bool
is_dropped(const char* const data, const size_t begin, const size_t end)
{
  if (data[begin] == ' ') {
    return true;
  }
  char out[ISN_FOLD_CAPACITY(4)];
  return !isn_normal_fold(
    (IsnStr){ data + begin, end - begin }, ISN_FOLD_FULL, out);
}

IsnSpan
isn_proclitics_skip(const IsnStr token, const size_t n_letters)
{
  IsnSpan skipped = { 0, 0 };
  size_t n = 0;
  while (skipped.begin < token.n_bytes) {
    size_t next = skipped.begin;
    isn_utf8_next(token.data, &next);
    if (!is_dropped(token.data, skipped.begin, next) && ++n > n_letters) {
      break;
    }
    skipped.begin = (uint32_t)next;
    ++skipped.end;
  }
  return skipped;
}
