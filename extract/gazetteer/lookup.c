// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/lookup.h"

#include "extract/gazetteer/lam.h"
#include "extract/gazetteer/source.h"
#include "extract/tokenize/marks.h"
#include "extract/tokenize/normal.h"

#include <stdlib.h>
#include <string.h>

/// What one lookup carries along.
typedef struct {
  const IsnImage* image;
  const IsnDocument* doc;
  IsnAnalysis* analysis;
  IsnSurfaces* surfaces;
  const IsnSurface** words; // by token
  size_t hits_capacity;
  size_t place_end; // token behind the last place, or what a list adds to it
  IsnPool beside;   // unknown words alone in brackets
} Lookup;

/// The best name that begins at a token.
typedef struct {
  uint32_t end; // token behind it, 0: none
  uint32_t state;
  uint8_t form; // of the token's surface
} Best;

static IsnStr
written(const Lookup* const l, const size_t i)
{
  const IsnSpan bytes = l->doc->tokens[i].bytes;
  return isn_str_slice(l->doc->text, bytes.begin, bytes.end);
}

static IsnStatus
find_surfaces(Lookup* const l)
{
  IsnStr words[ISN_SURFACES_BLOCK];
  const size_t n = l->doc->n_tokens;
  for (size_t begin = 0; begin < n; begin += ISN_SURFACES_BLOCK) {
    size_t n_words = 0;
    while (n_words < ISN_SURFACES_BLOCK && begin + n_words < n) {
      words[n_words] = written(l, begin + n_words);
      ++n_words;
    }
    if (!isn_surfaces_get_block(
          l->surfaces, l->image, words, n_words, l->words + begin)) {
      return ISN_ERR_NO_MEMORY;
    }
  }
  return ISN_SUCCESS;
}

/// Whether the surface of tokens [begin, end) is spelled as the list has it.
static bool
is_spelled_so(const Lookup* const l,
              const size_t begin,
              const size_t end,
              const IsnSurfaceForm* const form,
              const IsnImageAccept* const accept)
{
  if (!(accept->flags & ISN_IMAGE_STRICT)) {
    return true;
  }
  const size_t first = l->doc->tokens[begin].bytes.begin + form->n_bytes;
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
  const IsnSurfaceForm* const form = &l->words[begin]->forms[best->form];
  for (uint32_t i = 0; i < state->n_accepts; ++i) {
    const IsnImageAccept* const accept =
      &l->image->accepts[state->first_accept + i];
    if (is_spelled_so(l, begin, best->end, form, accept)) {
      ISN_TRY(st, add_hit(l, begin, best->end, accept));
    }
  }
  return st;
}

/// The longest name from token `i` in one of its forms, into `best` if longer.
static void
try_form(const Lookup* const l,
         const size_t i,
         const uint8_t form,
         Best* const best)
{
  uint32_t state = l->words[i]->forms[form].state;
  for (size_t j = i + 1; state; ++j) {
    if (l->image->states[state].n_accepts && j > best->end) {
      *best = (Best){ (uint32_t)j, state, form };
    }
    if (j >= l->doc->n_tokens || !l->words[j]->word ||
        isn_marks_paragraph_ends(l->doc, j - 1)) {
      break;
    }
    state = isn_image_step(l->image, state, l->words[j]->word);
  }
}

/// The longest name that begins at token `i`; of equals the first form's.
static Best
find_best(const Lookup* const l, const size_t i)
{
  Best best = { 0, 0, 0 };
  for (uint8_t f = 0; f < l->words[i]->n_forms; ++f) {
    if (l->words[i]->forms[f].state) {
      try_form(l, i, f, &best);
    }
  }
  return best;
}

/// Names inside a longer one («الأمانة العامة لجامعة الدول العربية»).
static IsnStatus
add_inner_hits(Lookup* const l, const size_t begin, const size_t end)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = begin + 1; i + 1 < end; ++i) {
    const Best best = find_best(l, i);
    if (best.end == end) {
      ISN_TRY(st, add_hits(l, i, &best));
      break;
    }
  }
  return st;
}

static void
read_as(const Lookup* const l,
        const size_t i,
        const uint8_t number,
        const bool is_known)
{
  IsnWord* const word = &l->analysis->words[i];
  const IsnSurface* const surface = l->words[i];
  const IsnSurfaceForm* const form = &surface->forms[number];
  const IsnReading* const reading = &form->reading;
  word->whole = surface->whole;
  word->word = reading->rest;
  word->n_proclitics = reading->n_proclitics;
  memcpy(word->proclitics, reading->proclitics, sizeof(word->proclitics));
  word->cuts_article = reading->cuts_article;
  word->byte_begin = l->doc->tokens[i].bytes.begin + form->n_bytes;
  word->char_begin = l->doc->tokens[i].chars.begin + form->n_chars;
  word->form = surface->serial << 16 | (uint64_t)number << 8;
  word->classes = form->classes;
  word->n_classes = form->n_classes;
  const bool is_strong = form->flags & ISN_IMAGE_STRONG;
  unsigned flags = is_known || is_strong ? ISN_WORD_KNOWN : 0u;
  flags |= form->has_article ? ISN_WORD_ARTICLE : 0u;
  flags |= surface->ends_in_ta ? ISN_WORD_TA : 0u;
  word->flags = (uint8_t)flags;
}

/// Read token `i` as part of a name; it may be an ordinary word too.
static void
read_in_name(const Lookup* const l, const size_t i, const uint8_t form)
{
  read_as(l, i, form, l->words[i]->forms[form].is_listed);
}

/// Whether the last hit is a place for sure that ends before token `i`.
static bool
is_behind_place(const Lookup* const l, const size_t i)
{
  const IsnAnalysis* const a = l->analysis;
  const IsnHit* const hit = a->n_hits ? &a->hits[a->n_hits - 1] : NULL;
  return (i && l->place_end == i) ||
         (hit && hit->tokens.end == i && !hit->is_common &&
          (isn_str_is(hit->entry->type, "City") ||
           isn_str_is(hit->entry->type, "Region") ||
           isn_str_is(hit->entry->type, "Country")));
}

/// «منظمة التعاون (إيابكو)»: an acronym that no list knows.
static IsnStatus
find_beside(Lookup* const l)
{
  for (size_t i = 1; i + 1 < l->doc->n_tokens; ++i) {
    if (l->words[i]->is_known || l->doc->tokens[i].kind != ISN_KIND_WORD ||
        !isn_str_is(l->words[i - 1]->whole, "(") ||
        !isn_str_is(l->words[i + 1]->whole, ")")) {
      continue;
    }
    if (isn_pool_put_kept(&l->beside, l->words[i]->whole) == ISN_POOL_NONE) {
      return ISN_ERR_NO_MEMORY;
    }
  }
  return ISN_SUCCESS;
}

/// «لاهور ومولتان»: behind a place, what no list knows and begins with و is the
/// next of a list; «لإيابكو»: what stands in brackets elsewhere. The form
/// without the proclitic, or `plain`.
static uint8_t
find_listed_form(const Lookup* const l, const size_t i, const uint8_t plain)
{
  static const size_t min_bytes = 8; // of the rest: four letters
  const IsnSurface* const s = l->words[i];
  if (s->is_known || (!l->beside.n_items && !is_behind_place(l, i))) {
    return plain;
  }
  for (uint8_t f = 1; f < s->n_forms; ++f) {
    const IsnReading* const r = &s->forms[f].reading;
    if (r->n_proclitics == 1 && r->rest.n_bytes >= min_bytes &&
        (isn_pool_find(&l->beside, r->rest) != ISN_POOL_NONE ||
         (!memcmp(r->proclitics, "و", 2) && is_behind_place(l, i)))) {
      return f;
    }
  }
  return plain;
}

static IsnStatus
look_at(Lookup* const l, const size_t i, size_t* const next)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnSurface* const surface = l->words[i];
  const Best best = find_best(l, i);
  *next = i + 1;
  // «بين» is a word before it is «ب» and the name of a currency, «كتابة» before
  // it is «ك» and a town; but «وصيدا» is the town, as rare as the word is
  const IsnReading* const reading = &surface->forms[best.form].reading;
  const bool is_and =
    reading->n_letters == 1 && isn_str_starts(surface->whole, ISN_STR("و"));
  const bool is_plain_word =
    best.end == i + 1 && reading->n_proclitics &&
    ((surface->listed < best.form && !is_and) ||
     (!surface->is_joined && surface->forms[0].flags & ISN_IMAGE_STRONG));
  if (!best.end || is_plain_word) {
    const bool is_last =
      i + 1 == l->doc->n_tokens || isn_marks_paragraph_ends(l->doc, i);
    const IsnSurface* const after = is_last ? NULL : l->words[i + 1];
    const uint8_t plain = isn_lam_plain(l->image, surface, after);
    const uint8_t form = find_listed_form(l, i, plain);
    l->place_end = form == plain ? l->place_end : i + 1;
    read_as(l, i, form, surface->is_known);
    return st;
  }
  ISN_TRY(st, add_hits(l, i, &best));
  read_in_name(l, i, best.form);
  ISN_TRY(st, add_inner_hits(l, i, best.end));
  for (*next = i + 1; *next < best.end; ++*next) {
    read_in_name(l, *next, 0);
  }
  return st;
}

/// Whether the text writes ى: then its ي is none, and «علي» is no «على».
static bool
tells_yeh(const Lookup* const l)
{
  for (size_t i = 0; i < l->doc->n_tokens; ++i) {
    if (l->words[i]->ends_in_maqsura) {
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
    flags |= has_yeh && l->words[i]->ends_in_yeh ? ISN_WORD_YEH : 0u;
    flags |= marks[i] & ISN_MARK_QUOTED ? ISN_WORD_QUOTED : 0u;
    flags |= marks[i] & ISN_MARK_OPEN ? ISN_WORD_OPEN : 0u;
    flags |= marks[i] & ISN_MARK_CLOSE ? ISN_WORD_CLOSE : 0u;
    word->flags = (uint8_t)flags;
    word->form |= (flags & ISN_WORD_KNOWN ? 16u : 0u) |
                  (flags & ISN_WORD_YEH ? 8u : 0u) |
                  (unsigned)l->doc->tokens[i].kind;
  }
}

IsnStatus
isn_lookup(const IsnImage* const image,
           IsnSurfaces* const surfaces,
           const IsnDocument* const doc,
           IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Lookup l = {
    .image = image,
    .doc = doc,
    .analysis = analysis,
    .surfaces = surfaces,
    .beside = { .arena = doc->arena },
  };
  uint8_t* const marks = isn_arena_alloc(doc->arena, doc->n_tokens);
  l.words = isn_arena_array(doc->arena, doc->n_tokens, sizeof(IsnSurface*));
  analysis->words =
    isn_arena_array(doc->arena, doc->n_tokens, sizeof(*analysis->words));
  if (!marks || !l.words || !analysis->words) {
    return ISN_ERR_NO_MEMORY;
  }
  isn_marks_find(doc, marks);
  ISN_TRY(st, find_surfaces(&l));
  ISN_TRY(st, find_beside(&l));
  for (size_t i = 0; i < doc->n_tokens;) {
    size_t next = i + 1;
    ISN_TRY(st, look_at(&l, i, &next));
    i = next;
  }
  set_flags(&l, marks);
  return st;
}
