// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/surfaces.h"

#include "extract/gazetteer/known.h"
#include "extract/gazetteer/splits.h"
#include "extract/tokenize/normal.h"

#include <string.h>

#define MAX_SURFACES 40000u
#define MAX_BYTES ((size_t)8 << 20)
#define FIRST_SLOTS ((size_t)4096)

void
isn_surfaces_clear(IsnSurfaces* const surfaces)
{
  isn_arena_clear(&surfaces->arena);
  *surfaces = (IsnSurfaces){ .n_given = surfaces->n_given };
}

void
isn_surfaces_trim(IsnSurfaces* const surfaces)
{
  if (surfaces->n > MAX_SURFACES || surfaces->arena.n_total > MAX_BYTES) {
    isn_arena_reset(&surfaces->arena); // what it was is kept for those to come
    *surfaces =
      (IsnSurfaces){ .arena = surfaces->arena, .n_given = surfaces->n_given };
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
restore_article(IsnArena* const arena,
                const IsnImage* const image,
                IsnReading* const reading)
{
  const IsnStr rest = reading->rest;
  if (reading->n_proclitics == 0 || reading->cuts_article ||
      !isn_str_starts(rest, ISN_STR("ل")) ||
      memcmp(reading->proclitics + (reading->n_proclitics - 1) * 2u, "ل", 2)) {
    return false;
  }
  const IsnStr word =
    isn_arena_print(arena, "ا%.*s", (int)rest.n_bytes, rest.data);
  const unsigned flags = word.data ? isn_known_flags(image, word) : 0;
  if (!flags || flags & ISN_IMAGE_VERB) {
    return false;
  }
  reading->rest = word;
  reading->word = isn_image_find_word(image, word);
  reading->cuts_article = true;
  return true;
}

/// Fill in what follows from a form's reading.
static void
fill_form(IsnSurfaceForm* const form,
          const IsnImage* const image,
          const IsnStr written)
{
  const IsnReading* const r = &form->reading;
  const IsnImageWord* const known = &image->words[r->word];
  if (r->word) {
    form->classes = image->word_classes + known->first_class;
    form->n_classes = known->n_classes;
    form->flags = known->flags;
    form->state = known->state;
  }
  const IsnSpan skipped = isn_proclitics_skip(written, r->n_letters);
  const IsnStr rest = isn_str_slice(written, skipped.begin, written.n_bytes);
  form->n_bytes = skipped.begin;
  form->n_chars = skipped.end;
  form->is_listed = isn_known_word(image, r->rest);
  // «ألعاب» and «إلكتروني» only look like it
  form->has_article =
    isn_str_starts(r->rest, ISN_STR("ال")) && r->rest.n_bytes > 6 &&
    !isn_str_starts(rest, ISN_STR("أ")) && !isn_str_starts(rest, ISN_STR("إ"));
}

/// «وأدى», «لإقامة»: a hamza above or below alef is written where a word
/// begins, but for words as short as «كأس».
static bool
has_inner_begin(const IsnStr written)
{
  const IsnStr behind = isn_str_slice(written, 2, written.n_bytes);
  return written.n_bytes >= 8 && (isn_str_starts(behind, ISN_STR("أ")) ||
                                  isn_str_starts(behind, ISN_STR("إ")) ||
                                  isn_str_starts(behind, ISN_STR("آ")));
}

/// The first form that lists of ordinary words have; the whole does not count
/// if a word `begins_inside`.
static uint8_t
first_listed(const IsnSurface* const s,
             const IsnImage* const image,
             const bool begins_inside)
{
  for (uint8_t i = begins_inside; i < s->n_forms; ++i) {
    if (image->words[s->forms[i].reading.word].flags & ISN_IMAGE_WORD) {
      return i;
    }
  }
  return ISN_MAX_READINGS;
}

/// Whether an unknown word is «و» and a name: no foreign name is written with
/// «و» before a consonant («وغانزوكا»), and «ويليام», «والتر» stay whole; what
/// verbs begin or end with tells nothing.
static bool
begins_with_and(const IsnStr whole)
{
  static const char* const first[] = { "ا", "و", "ل", "ي", "ت" };
  static const char* const last[] = { "ت", "وا", "ون", "ين", "ه", "ها", "هم" };
  const IsnStr rest = isn_str_slice(whole, 2, whole.n_bytes);
  bool is_whole = !isn_str_starts(whole, ISN_STR("و")) || rest.n_bytes < 8;
  for (size_t i = 0; !is_whole && i < sizeof(first) / sizeof(first[0]); ++i) {
    is_whole = isn_str_starts(rest, isn_str(first[i]));
  }
  for (size_t i = 0; !is_whole && i < sizeof(last) / sizeof(last[0]); ++i) {
    is_whole = isn_str_ends(rest, isn_str(last[i]));
  }
  return !is_whole;
}

/// The form to read a word in that begins no name: what the image knows as a
/// word of its own, unless another begins inside it; else split where the
/// lists have the rest, not the whole.
static void
choose_plain(IsnSurface* const s, IsnArena* const arena, const IsnImage* image)
{
  for (uint8_t i = 0; i < s->n_forms; ++i) {
    const IsnReading* const reading = &s->forms[i].reading;
    if (!reading->shares_lam &&
        image->words[reading->word].flags & ISN_IMAGE_STRONG &&
        (s->listed >= i || isn_split_is_likely(image, reading))) {
      s->plain = i;
      s->is_known = true;
      return;
    }
  }
  // The first word of a name is not taken apart
  const bool is_taken_apart = s->is_joined || !image->words[s->word].state;
  const uint8_t n_tried = is_taken_apart ? s->n_forms : 1;
  for (uint8_t i = 0; i < n_tried && !s->is_known; ++i) {
    IsnReading reading = s->forms[i].reading;
    if (reading.shares_lam) { // only what follows can tell
      continue;
    }
    if (restore_article(arena, image, &reading)) {
      s->plain = s->n_forms;
      s->forms[s->plain].reading = reading;
      s->is_known = true;
    } else if (is_listed(image, &reading)) {
      s->plain = i;
      s->is_known = true;
    }
  }
  // «ببن عكنون»: too short a rest for lists, but no word is written so
  for (uint8_t i = 1; i < s->n_forms && !s->is_known && !s->plain; ++i) {
    s->plain = isn_str_is(s->forms[i].reading.rest, "بن") ? i : s->plain;
  }
  const bool is_and = !s->is_known && !s->plain && !s->is_joined &&
                      is_taken_apart && begins_with_and(s->whole);
  for (uint8_t i = 1; i < s->n_forms && is_and && !s->plain; ++i) {
    s->plain = isn_str_starts(s->whole, ISN_STR("و")) &&
                   s->forms[i].reading.n_letters == 1
                 ? i
                 : s->plain;
  }
}

/// Behind the blank of «و الإحسان», where «و» is written apart; else 0.
static size_t
behind_blank(const IsnStr written)
{
  const char* const blank = memchr(written.data, ' ', written.n_bytes);
  return blank ? (size_t)(blank - written.data) + 1 : 0;
}

/// The normal form of a word; of «و الإحسان» that of «والإحسان».
static IsnStr
normal_form(IsnArena* const arena, const IsnStr written)
{
  const size_t behind = behind_blank(written);
  if (!behind) {
    return isn_normal_copy(arena, written, ISN_FOLD_FULL);
  }
  const IsnStr rest = isn_str_slice(written, behind, written.n_bytes);
  const IsnStr joined =
    isn_arena_print(arena, "و%.*s", (int)rest.n_bytes, rest.data);
  return joined.data ? isn_normal_copy(arena, joined, ISN_FOLD_FULL) : joined;
}

/// Of the readings of «و جدة» those of «و» and «جدة»; how many, none if what
/// stands behind it is too short for a word.
static size_t
keep_apart(IsnReading* const readings, const size_t n)
{
  size_t n_kept = 0;
  for (size_t i = 0; i < n; ++i) {
    if (readings[i].n_proclitics && !memcmp(readings[i].proclitics, "و", 2)) {
      readings[n_kept++] = readings[i];
    }
  }
  return n_kept;
}

static IsnSurface*
work_out(IsnSurfaces* const surfaces,
         const IsnImage* const image,
         const IsnStr written)
{
  IsnArena* const arena = &surfaces->arena;
  IsnReading readings[ISN_MAX_READINGS];
  const IsnStr whole = normal_form(arena, written);
  if (!whole.data) {
    return NULL;
  }
  const uint32_t word = isn_image_find_word(image, whole);
  size_t n = isn_proclitics_readings(image, whole, word, readings);
  const size_t n_apart = behind_blank(written) ? keep_apart(readings, n) : 0;
  const bool is_joined = n_apart != 0;
  n = is_joined ? n_apart : n;
  IsnSurface* const s =
    isn_arena_alloc(arena, sizeof(*s) + (n + 1) * sizeof(s->forms[0]));
  if (!s) {
    return NULL;
  }
  s->written = isn_arena_copy(arena, written);
  if (!s->written.data) {
    return NULL;
  }
  s->serial = ++surfaces->n_given;
  s->whole = whole;
  s->word = word;
  s->n_forms = (uint8_t)n;
  s->is_joined = is_joined;
  s->ends_in_ta = isn_str_ends(written, ISN_STR("ة"));
  s->ends_in_yeh = isn_str_ends(written, ISN_STR("ي"));
  s->ends_in_maqsura = isn_str_ends(written, ISN_STR("ى"));
  for (size_t i = 0; i < n; ++i) {
    s->forms[i].reading = readings[i];
    s->shares_lam = s->shares_lam || readings[i].shares_lam;
  }
  s->listed = first_listed(s, image, has_inner_begin(written));
  choose_plain(s, arena, image);
  for (size_t i = 0; i < n + (s->plain == n); ++i) {
    fill_form(&s->forms[i], image, written);
  }
  return s;
}

/// The slot of a word, or the empty one where it would be.
static IsnSurfaceSlot*
find_slot(const IsnSurfaces* const surfaces,
          const IsnStr written,
          const uint64_t hash)
{
  const size_t mask = surfaces->n_slots - 1;
  size_t i = (size_t)hash & mask;
  while (surfaces->slots[i].surface &&
         (surfaces->slots[i].hash != hash ||
          !isn_str_equal(surfaces->slots[i].surface->written, written))) {
    i = (i + 1) & mask;
  }
  return &surfaces->slots[i];
}

static bool
grow(IsnSurfaces* const surfaces)
{
  const size_t n = surfaces->n_slots ? surfaces->n_slots * 2 : FIRST_SLOTS;
  const IsnSurfaceSlot* const old = surfaces->slots;
  const size_t n_old = surfaces->n_slots;
  IsnSurfaceSlot* const slots =
    isn_arena_array(&surfaces->arena, n, sizeof(*slots));
  if (!slots) {
    return false;
  }
  surfaces->slots = slots;
  surfaces->n_slots = n;
  for (size_t i = 0; i < n_old; ++i) {
    if (old[i].surface) {
      *find_slot(surfaces, old[i].surface->written, old[i].hash) = old[i];
    }
  }
  return true;
}

/// The word with this hash, worked out if it is new.
static const IsnSurface*
get(IsnSurfaces* const surfaces,
    const IsnImage* const image,
    const IsnStr written,
    const uint64_t hash)
{
  surfaces->arena.is_hot = true;
  if (surfaces->n * 2 >= surfaces->n_slots && !grow(surfaces)) {
    return NULL;
  }
  IsnSurfaceSlot* const slot = find_slot(surfaces, written, hash);
  if (!slot->surface) {
    IsnSurface* const made = work_out(surfaces, image, written);
    if (!made) {
      return NULL;
    }
    *slot = (IsnSurfaceSlot){ hash, made };
    ++surfaces->n;
  }
  return slot->surface;
}

const IsnSurface*
isn_surfaces_get(IsnSurfaces* const surfaces,
                 const IsnImage* const image,
                 const IsnStr written)
{
  return get(surfaces, image, written, isn_pool_hash(written));
}

/// Have what will be looked at brought from memory: each step for all words,
/// since the next begins with what it brought.
static void
fetch_block(const IsnSurfaces* const surfaces,
            const uint64_t* const hashes,
            const size_t n)
{
  const IsnSurface* kept[ISN_SURFACES_BLOCK];
  const size_t mask = surfaces->n_slots - 1;
  for (size_t i = 0; i < n; ++i) {
    __builtin_prefetch(&surfaces->slots[(size_t)hashes[i] & mask]);
  }
  for (size_t i = 0; i < n; ++i) {
    kept[i] = surfaces->slots[(size_t)hashes[i] & mask].surface;
    __builtin_prefetch(kept[i]);
  }
  for (size_t i = 0; i < n; ++i) {
    if (kept[i]) {
      __builtin_prefetch(kept[i]->written.data);
      __builtin_prefetch(kept[i]->forms);
    }
  }
}

bool
isn_surfaces_get_block(IsnSurfaces* const surfaces,
                       const IsnImage* const image,
                       const IsnStr* const written,
                       const size_t n,
                       const IsnSurface** const out)
{
  uint64_t hashes[ISN_SURFACES_BLOCK];
  for (size_t i = 0; i < n; ++i) {
    hashes[i] = isn_pool_hash(written[i]);
  }
  if (surfaces->n_slots) {
    fetch_block(surfaces, hashes, n);
  }
  for (size_t i = 0; i < n; ++i) {
    out[i] = get(surfaces, image, written[i], hashes[i]);
    if (!out[i]) {
      return false;
    }
  }
  return true;
}
