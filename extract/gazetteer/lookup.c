// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/lookup.h"

#include "extract/base/utf8.h"
#include "extract/gazetteer/known.h"
#include "extract/gazetteer/proclitics.h"
#include "extract/gazetteer/source.h"
#include "extract/tokenize/marks.h"
#include "extract/tokenize/normal.h"

#include <stdlib.h>

/// What one lookup carries along.
typedef struct {
  const IsnImage* image;
  const IsnDocument* doc;
  IsnAnalysis* analysis;
  uint32_t* whole; // word numbers of whole tokens
  size_t hits_capacity;
} Lookup;

/// The best name that begins at a token.
typedef struct {
  uint32_t end; // token behind it, 0: none
  uint32_t state;
  IsnReading reading;
} Best;

static IsnStatus
fold_tokens(Lookup* const l)
{
  const IsnDocument* const doc = l->doc;
  char* out = isn_arena_alloc(doc->arena, doc->text.n_bytes + 1);
  if (!out) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    IsnWord* const word = &l->analysis->words[i];
    const IsnSpan bytes = doc->tokens[i].bytes;
    const IsnStr token = isn_str_slice(doc->text, bytes.begin, bytes.end);
    if (isn_normal_is_plain(token)) {
      word->whole = (IsnStr){ out, isn_normal_fold(token, ISN_FOLD_FULL, out) };
      out += word->whole.n_bytes;
    } else {
      word->whole = isn_normal_copy(doc->arena, token, ISN_FOLD_FULL);
      if (!word->whole.data) {
        return ISN_ERR_NO_MEMORY;
      }
    }
    word->word = word->whole;
    word->char_begin = doc->tokens[i].chars.begin;
    word->byte_begin = bytes.begin;
    l->whole[i] = isn_image_find_word(l->image, word->whole);
  }
  return ISN_SUCCESS;
}

/// Whether the surface of tokens [begin, end) is spelled as the list has it.
static bool
is_spelled_so(const Lookup* const l,
              const size_t begin,
              const size_t end,
              const IsnReading* const reading,
              const IsnImageAccept* const accept)
{
  if (!(accept->flags & ISN_IMAGE_STRICT)) {
    return true;
  }
  const size_t first =
    isn_proclitics_skip(l->doc, begin, reading->n_letters).n_bytes;
  const IsnStr light = isn_normal_copy(
    l->doc->arena,
    isn_str_slice(l->doc->text, first, l->doc->tokens[end - 1].bytes.end),
    ISN_FOLD_LIGHT);
  return light.data &&
         isn_str_equal(light, isn_image_str(l->image, accept->light));
}

static IsnStatus
add_hit(Lookup* const l,
        const size_t begin,
        const size_t end,
        const IsnImageAccept* const accept)
{
  const IsnImage* const image = l->image;
  IsnAnalysis* const a = l->analysis;
  IsnHit* const hits = isn_arena_grow(
    l->doc->arena, a->hits, a->n_hits, &l->hits_capacity, sizeof(*hits));
  IsnEntry* const entry = isn_arena_alloc(l->doc->arena, sizeof(*entry));
  if (!hits || !entry) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnImageEntry* const e = &image->entries[accept->entry];
  *entry = (IsnEntry){ isn_image_str(image, e->type),
                       isn_image_str(image, e->key),
                       isn_image_str(image, e->name),
                       isn_image_str(image, e->same_as),
                       isn_image_str(image, e->features) };
  const IsnStr common = isn_gazetteer_feature(entry->features, "common");
  // «جمهورية مالي»: no ordinary word has several words of a country's name
  const bool is_sure = isn_str_is(entry->type, "Country") && end - begin > 1;
  const bool is_common = common.data && !common.n_bytes && !is_sure;
  a->hits = hits;
  a->hits[a->n_hits++] =
    (IsnHit){ { (uint32_t)begin, (uint32_t)end }, entry, is_common };
  return ISN_SUCCESS;
}

static IsnStatus
add_hits(Lookup* const l, const size_t begin, const Best* const best)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnImageState* const state = &l->image->states[best->state];
  for (uint32_t i = 0; i < state->n_accepts; ++i) {
    const IsnImageAccept* const accept =
      &l->image->accepts[state->first_accept + i];
    if (is_spelled_so(l, begin, best->end, &best->reading, accept)) {
      ISN_TRY(st, add_hit(l, begin, best->end, accept));
    }
  }
  return st;
}

/// The longest name from token `i` read as `reading`, into `best` if longer.
static void
try_reading(const Lookup* const l,
            const size_t i,
            const IsnReading* const reading,
            Best* const best)
{
  uint32_t state = l->image->words[reading->word].state;
  for (size_t j = i + 1; state; ++j) {
    if (l->image->states[state].n_accepts && j > best->end) {
      *best = (Best){ (uint32_t)j, state, *reading };
    }
    if (j >= l->doc->n_tokens || !l->whole[j] ||
        isn_marks_paragraph_ends(l->doc, j - 1)) {
      break;
    }
    state = isn_image_step(l->image, state, l->whole[j]);
  }
}

/// Names inside a longer one («الأمانة العامة لجامعة الدول العربية»).
static IsnStatus
add_inner_hits(Lookup* const l, const size_t begin, const size_t end)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = begin + 1; i + 1 < end; ++i) {
    IsnReading readings[ISN_MAX_READINGS];
    const size_t n = isn_proclitics_readings(
      l->image, l->analysis->words[i].whole, l->whole[i], readings);
    Best best = { 0, 0, { 0 } };
    for (size_t r = 0; r < n; ++r) {
      if (readings[r].word) {
        try_reading(l, i, &readings[r], &best);
      }
    }
    if (best.end == end) {
      ISN_TRY(st, add_hits(l, i, &best));
      break;
    }
  }
  return st;
}

static void
read_as(const Lookup* const l, const size_t i, const IsnReading* const reading)
{
  IsnWord* const word = &l->analysis->words[i];
  const IsnImageWord* const known = &l->image->words[reading->word];
  word->word = reading->rest;
  word->n_proclitics = reading->n_proclitics;
  memcpy(word->proclitics, reading->proclitics, sizeof(word->proclitics));
  word->cuts_article = reading->cuts_article;
  if (reading->n_proclitics) {
    const IsnStr skipped = isn_proclitics_skip(l->doc, i, reading->n_letters);
    word->byte_begin = (uint32_t)skipped.n_bytes;
    word->char_begin =
      l->doc->tokens[i].chars.begin +
      (uint32_t)isn_utf8_count(isn_str_slice(
        l->doc->text, l->doc->tokens[i].bytes.begin, skipped.n_bytes));
  }
  if (reading->word) {
    word->classes = l->image->word_classes + known->first_class;
    word->n_classes = known->n_classes;
    if (known->flags & ISN_IMAGE_STRONG) {
      word->flags |= ISN_WORD_KNOWN;
    }
  }
}

/// Whether the last proclitic can stand before a word with these flags.
static bool
takes(const IsnReading* const reading, const unsigned flags)
{
  const IsnStr last = { reading->proclitics + (reading->n_proclitics - 1) * 2u,
                        2 };
  if (!(flags & ISN_IMAGE_VERB) || isn_str_is(last, "و") ||
      isn_str_is(last, "ف")) {
    return flags && !isn_str_is(last, "س");
  }
  // «ليتاجر»: the imperfect, after ل; after ب and ك none
  return isn_str_is(last, "ل") &&
         (isn_str_starts(reading->rest, ISN_STR("ي")) ||
          isn_str_starts(reading->rest, ISN_STR("ت")) ||
          isn_str_starts(reading->rest, ISN_STR("ن")));
}

/// Whether lists of ordinary words have the rest of a reading.
static bool
is_listed(const IsnImage* const image, const IsnReading* const reading)
{
  if (!reading->n_proclitics) {
    return isn_known_word(image, reading->rest);
  }
  return reading->rest.n_bytes >= ISN_KNOWN_MIN_REST &&
         takes(reading, isn_known_flags(image, reading->rest));
}

/// «للحقوق»: as ل and «الحقوق», which no list has with its article.
static bool
restore_article(const Lookup* const l, IsnReading* const reading)
{
  const IsnStr rest = reading->rest;
  if (reading->n_proclitics == 0 || reading->cuts_article ||
      !isn_str_starts(rest, ISN_STR("ل")) ||
      memcmp(reading->proclitics + (reading->n_proclitics - 1) * 2u, "ل", 2)) {
    return false;
  }
  const IsnStr word =
    isn_arena_print(l->doc->arena, "ا%.*s", (int)rest.n_bytes, rest.data);
  const unsigned flags = word.data ? isn_known_flags(l->image, word) : 0;
  if (!flags || flags & ISN_IMAGE_VERB) {
    return false;
  }
  reading->rest = word;
  reading->word = isn_image_find_word(l->image, word);
  reading->cuts_article = true;
  return true;
}

/// A word of a name may be an ordinary word too.
static void
mark_listed(const Lookup* const l, const size_t i)
{
  IsnWord* const word = &l->analysis->words[i];
  if (!(word->flags & ISN_WORD_KNOWN) && isn_known_word(l->image, word->word)) {
    word->flags |= ISN_WORD_KNOWN;
  }
}

/// Split token `i` where the words list the rest, and not the whole.
static void
read_as_listed(const Lookup* const l,
               const size_t i,
               IsnReading* const readings,
               const size_t n)
{
  // The first word of a name is not taken apart
  const size_t n_tried = l->image->words[l->whole[i]].state ? 1 : n;
  for (size_t r = 0; r < n_tried; ++r) {
    if (restore_article(l, &readings[r]) || is_listed(l->image, &readings[r])) {
      read_as(l, i, &readings[r]);
      l->analysis->words[i].flags |= ISN_WORD_KNOWN;
      return;
    }
  }
  read_as(l, i, &readings[0]);
}

/// Split token `i` by what the image knows as a word of its own.
static void
read_plainly(const Lookup* const l,
             const size_t i,
             IsnReading* const readings,
             const size_t n)
{
  for (size_t r = 0; r < n; ++r) {
    if (l->image->words[readings[r].word].flags & ISN_IMAGE_STRONG) {
      read_as(l, i, &readings[r]);
      return;
    }
  }
  read_as_listed(l, i, readings, n);
}

static IsnStatus
look_at(Lookup* const l, const size_t i, size_t* const next)
{
  IsnStatus st = ISN_SUCCESS;
  IsnReading readings[ISN_MAX_READINGS];
  const size_t n = isn_proclitics_readings(
    l->image, l->analysis->words[i].whole, l->whole[i], readings);
  Best best = { 0, 0, { 0 } };
  *next = i + 1;
  for (size_t r = 0; r < n; ++r) {
    if (readings[r].word) {
      try_reading(l, i, &readings[r], &best);
    }
  }
  // «بين» is a word before it is «ب» and the name of a currency
  const bool is_plain_word =
    best.end == i + 1 && best.reading.n_proclitics &&
    l->image->words[l->whole[i]].flags & ISN_IMAGE_STRONG;
  if (best.end && !is_plain_word) {
    ISN_TRY(st, add_hits(l, i, &best));
    read_as(l, i, &best.reading);
    mark_listed(l, i);
    ISN_TRY(st, add_inner_hits(l, i, best.end));
    for (*next = i + 1; *next < best.end; ++*next) {
      const IsnReading whole = { .word = l->whole[*next],
                                 .rest = l->analysis->words[*next].whole };
      read_as(l, *next, &whole);
      mark_listed(l, *next);
    }
  } else {
    read_plainly(l, i, readings, n);
  }
  return st;
}

static bool
is_written(const Lookup* const l, const size_t i, const char* const end)
{
  const IsnSpan bytes = l->doc->tokens[i].bytes;
  return isn_str_ends(isn_str_slice(l->doc->text, bytes.begin, bytes.end),
                      isn_str(end));
}

/// Whether the word has the article: «ألعاب» and «إلكتروني» only look like it.
static bool
has_article(const Lookup* const l, const IsnWord* const word)
{
  const IsnStr text = l->doc->text;
  const IsnStr written = isn_str_slice(text, word->byte_begin, text.n_bytes);
  return isn_str_starts(word->word, ISN_STR("ال")) && word->word.n_bytes > 6 &&
         !isn_str_starts(written, ISN_STR("أ")) &&
         !isn_str_starts(written, ISN_STR("إ"));
}

/// Whether the text writes ى: then its ي is none, and «علي» is no «على».
static bool
tells_yeh(const Lookup* const l)
{
  for (size_t i = 0; i < l->doc->n_tokens; ++i) {
    if (is_written(l, i, "ى")) {
      return true;
    }
  }
  return false;
}

static void
set_flags(const Lookup* const l, const uint8_t* const marks)
{
  const bool has_yeh = tells_yeh(l);
  for (size_t i = 0; i < l->doc->n_tokens; ++i) {
    IsnWord* const word = &l->analysis->words[i];
    unsigned flags = word->flags;
    flags |= has_article(l, word) ? ISN_WORD_ARTICLE : 0u;
    flags |= is_written(l, i, "ة") ? ISN_WORD_TA : 0u;
    flags |= has_yeh && is_written(l, i, "ي") ? ISN_WORD_YEH : 0u;
    flags |= marks[i] & ISN_MARK_QUOTED ? ISN_WORD_QUOTED : 0u;
    flags |= marks[i] & ISN_MARK_OPEN ? ISN_WORD_OPEN : 0u;
    flags |= marks[i] & ISN_MARK_CLOSE ? ISN_WORD_CLOSE : 0u;
    word->flags = (uint8_t)flags;
  }
}

IsnStatus
isn_lookup(const IsnImage* const image,
           const IsnDocument* const doc,
           IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Lookup l = { image, doc, analysis, NULL, 0 };
  uint8_t* const marks = isn_arena_alloc(doc->arena, doc->n_tokens);
  l.whole = isn_arena_array(doc->arena, doc->n_tokens, sizeof(*l.whole));
  analysis->words =
    isn_arena_array(doc->arena, doc->n_tokens, sizeof(*analysis->words));
  if (!marks || !l.whole || !analysis->words) {
    return ISN_ERR_NO_MEMORY;
  }
  isn_marks_find(doc, marks);
  ISN_TRY(st, fold_tokens(&l));
  for (size_t i = 0; i < doc->n_tokens;) {
    size_t next = i + 1;
    ISN_TRY(st, look_at(&l, i, &next));
    i = next;
  }
  set_flags(&l, marks);
  return st;
}
