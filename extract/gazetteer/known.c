// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/known.h"

#define LETTER_BYTES 2u // of every Arabic letter in UTF-8

/// The longest word the list has is shorter than this.
#define MAX_BYTES 64u

/// Pronouns a word can end in, longer ones before their own endings.
static const char* const pronouns[] = { "هما", "كما", "ها", "هم", "هن", "كم",
                                        "كن",  "نا",  "ني", "ه",  "ك",  "ي" };

/// How a stem's end is written before a pronoun, and without it.
typedef struct {
  const char* joined;
  const char* alone;
} Ending;

/// In the normal form; the first that fits is the only one tried.
static const Ending endings[] = {
  { "ت", "ه" },   // مدرسته: مدرسة
  { "او", "اء" }, // اعضاؤه: اعضاء
  { "اي", "اء" }, // اعضائه
  { "و", "وا" },  // قتلوه: قتلوا; معلموه needs none
  { "ا", "ي" },   // مستواه: مستوى
};

static bool
is_listed(const IsnImage* const image, const IsnStr word)
{
  const uint32_t number = isn_image_find_word(image, word);
  return number && image->words[number].flags & ISN_IMAGE_WORD;
}

static bool
ends_in(const IsnStr s, const char* const tail)
{
  const size_t n = strlen(tail);
  return s.n_bytes >= n && !memcmp(s.data + s.n_bytes - n, tail, n);
}

/// Whether `stem`, to which a pronoun was joined, is listed as written alone.
static bool
is_listed_alone(const IsnImage* const image, const IsnStr stem)
{
  char word[MAX_BYTES + 2 * LETTER_BYTES];
  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    if (ends_in(stem, endings[i].joined)) {
      const size_t n_kept = stem.n_bytes - strlen(endings[i].joined);
      const size_t n_alone = strlen(endings[i].alone);
      memcpy(word, stem.data, n_kept);
      memcpy(word + n_kept, endings[i].alone, n_alone);
      return is_listed(image, (IsnStr){ word, n_kept + n_alone });
    }
  }
  return false;
}

static bool
is_listed_with_pronoun(const IsnImage* const image, const IsnStr word)
{
  for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); ++i) {
    const size_t n = strlen(pronouns[i]);
    if (word.n_bytes < n + ISN_KNOWN_MIN_REST || !ends_in(word, pronouns[i])) {
      continue;
    }
    const IsnStr stem = isn_str_slice(word, 0, word.n_bytes - n);
    if (is_listed(image, stem) || is_listed_alone(image, stem)) {
      return true;
    }
  }
  return false;
}

bool
isn_known_word(const IsnImage* const image, const IsnStr normal)
{
  static const size_t n_article = 2 * LETTER_BYTES;
  if (normal.n_bytes > MAX_BYTES) {
    return false;
  }
  if (is_listed(image, normal)) {
    return true;
  }
  if (isn_str_starts(normal, ISN_STR("ال")) &&
      normal.n_bytes >= n_article + ISN_KNOWN_MIN_REST) {
    const IsnStr tail = isn_str_slice(normal, n_article, normal.n_bytes);
    if (is_listed(image, tail)) {
      return true;
    }
  }
  return is_listed_with_pronoun(image, normal);
}
