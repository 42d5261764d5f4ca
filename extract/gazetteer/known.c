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

static unsigned
flags_of(const IsnImage* const image, const IsnStr word)
{
  const unsigned flags = image->words[isn_image_find_word(image, word)].flags;
  return flags & ISN_IMAGE_WORD ? flags : 0;
}

static bool
ends_in(const IsnStr s, const char* const tail)
{
  const size_t n = strlen(tail);
  return s.n_bytes >= n && !memcmp(s.data + s.n_bytes - n, tail, n);
}

/// Flags of `stem`, to which a pronoun was joined, as it is written alone.
static unsigned
flags_alone(const IsnImage* const image, const IsnStr stem)
{
  char word[MAX_BYTES + 2 * LETTER_BYTES];
  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    if (ends_in(stem, endings[i].joined)) {
      const size_t n_kept = stem.n_bytes - strlen(endings[i].joined);
      const size_t n_alone = strlen(endings[i].alone);
      memcpy(word, stem.data, n_kept);
      memcpy(word + n_kept, endings[i].alone, n_alone);
      return flags_of(image, (IsnStr){ word, n_kept + n_alone });
    }
  }
  return 0;
}

/// Whether a stem is long enough for a pronoun: «شتوك» is no «شتو» of yours.
static bool
is_long_enough(const IsnStr word, const char* const pronoun)
{
  const size_t n_more = strcmp(pronoun, "ك") == 0 ? LETTER_BYTES : 0;
  return word.n_bytes >= strlen(pronoun) + ISN_KNOWN_MIN_REST + n_more;
}

static unsigned
flags_without_pronoun(const IsnImage* const image, const IsnStr word)
{
  for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); ++i) {
    const size_t n = strlen(pronouns[i]);
    if (!ends_in(word, pronouns[i]) || !is_long_enough(word, pronouns[i])) {
      continue;
    }
    const IsnStr stem = isn_str_slice(word, 0, word.n_bytes - n);
    unsigned flags = flags_of(image, stem);
    flags = flags ? flags : flags_alone(image, stem);
    // «كتابي», but «كتبني»
    const bool fits =
      !(flags & ISN_IMAGE_VERB) || strcmp(pronouns[i], "ي") != 0;
    if (flags && fits) {
      return flags;
    }
  }
  return 0;
}

static unsigned
flags_without_article(const IsnImage* const image, const IsnStr word)
{
  static const size_t n_article = 2 * LETTER_BYTES;
  if (!isn_str_starts(word, ISN_STR("ال")) ||
      word.n_bytes < n_article + 2 * LETTER_BYTES) {
    return 0;
  }
  const unsigned flags =
    flags_of(image, isn_str_slice(word, n_article, word.n_bytes));
  return flags & ISN_IMAGE_VERB ? 0 : flags;
}

unsigned
isn_known_flags(const IsnImage* const image, const IsnStr normal)
{
  if (normal.n_bytes > MAX_BYTES) {
    return 0;
  }
  unsigned flags = flags_of(image, normal);
  flags = flags ? flags : flags_without_article(image, normal);
  return flags ? flags : flags_without_pronoun(image, normal);
}

bool
isn_known_word(const IsnImage* const image, const IsnStr normal)
{
  return isn_known_flags(image, normal);
}
