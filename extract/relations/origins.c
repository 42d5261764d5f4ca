// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/origins.h"

/// Three letters.
#define MIN_STEM 6u

/// Titles between the adjective and the name: «القطري السيد الدكتور».
#define MAX_TITLES 2u

/// Words of a title behind the name: «وزير الشؤون الخارجية القطري».
#define MAX_TITLE_WORDS 6u

IsnStr
isn_origins_stem(IsnStr word)
{
  static const char* const endings[] = { "يه", "يا", "ي", "ا", "ه" };
  if (isn_str_starts(word, ISN_STR("ال"))) {
    word = isn_str_slice(word, strlen("ال"), word.n_bytes);
  }
  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    const size_t n = strlen(endings[i]);
    if (word.n_bytes >= MIN_STEM + n &&
        isn_str_ends(word, isn_str(endings[i]))) {
      return isn_str_slice(word, 0, word.n_bytes - n);
    }
  }
  return word;
}

/// A definite adjective of a nation that no proclitic stands before.
static bool
is_nation(const IsnAnnotationSource* const source,
          const uint32_t token,
          const uint32_t nationality)
{
  const IsnWord* const word = &source->analysis->words[token];
  return !word->n_proclitics && word->flags & ISN_WORD_ARTICLE &&
         isn_word_has_class(word, nationality);
}

/// «الوزير القطري السيد فلان»
static IsnStr
told_before(const IsnAnnotationSource* const source,
            const IsnMention* const m,
            const uint32_t nationality)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const words = source->analysis->words;
  for (uint32_t n = 1; n <= MAX_TITLES + 1 && n <= m->tokens.begin; ++n) {
    const uint32_t t = m->tokens.begin - n;
    if (doc->tokens[t].kind != ISN_KIND_WORD) {
      break;
    }
    if (is_nation(source, t, nationality)) {
      return isn_origins_stem(words[t].word);
    }
    if (words[t].n_proclitics || !(words[t].flags & ISN_WORD_ARTICLE)) {
      break;
    }
  }
  return (IsnStr){ NULL, 0 };
}

/// «فلان، وزير العدل القطري،»: the adjective ends the title, so that no other
/// name follows.
static IsnStr
told_behind(const IsnAnnotationSource* const source,
            const IsnMention* const m,
            const uint32_t nationality)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const words = source->analysis->words;
  uint32_t t = m->tokens.end;
  if (t < doc->n_tokens && doc->tokens[t].kind != ISN_KIND_WORD) {
    ++t;
  }
  for (uint32_t n = 0; n < MAX_TITLE_WORDS && t < doc->n_tokens; ++n, ++t) {
    if (doc->tokens[t].kind != ISN_KIND_WORD || words[t].n_proclitics) {
      break;
    }
    const bool ends = t + 1 >= doc->n_tokens ||
                      doc->tokens[t + 1].kind != ISN_KIND_WORD ||
                      words[t + 1].n_proclitics;
    if (is_nation(source, t, nationality)) {
      return n && ends ? isn_origins_stem(words[t].word) : (IsnStr){ NULL, 0 };
    }
  }
  return (IsnStr){ NULL, 0 };
}

IsnStr*
isn_origins_list(const IsnAnnotationSource* const source)
{
  const IsnDocument* const doc = source->doc;
  const uint32_t nationality =
    isn_image_find_class(source->image, ISN_STR("nationality"));
  IsnStr* const stems =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*stems));
  for (size_t i = 0; stems && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_PERSON || m->entity == ISN_NO_ENTITY ||
        stems[m->entity].data) {
      continue;
    }
    const IsnStr before = told_before(source, m, nationality);
    stems[m->entity] =
      before.data ? before : told_behind(source, m, nationality);
  }
  return stems;
}
