// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/holders.h"

#include "extract/relations/origins.h"
#include "extract/tokenize/normal.h"

/// Of posts whose title begins alike, as many are looked at.
#define MAX_POSTS_BACK 200u

static IsnStr
without_article(const IsnStr word)
{
  return word.n_bytes > 6 && isn_str_starts(word, ISN_STR("ال"))
           ? isn_str_slice(word, 4, word.n_bytes)
           : word;
}

/// The next word of a folded text, its article left out; false at the end.
static bool
next_word(IsnStr* const rest, IsnStr* const word)
{
  size_t begin = 0;
  while (begin < rest->n_bytes && rest->data[begin] == ' ') {
    ++begin;
  }
  size_t end = begin;
  while (end < rest->n_bytes && rest->data[end] != ' ') {
    ++end;
  }
  *word = without_article(isn_str_slice(*rest, begin, end));
  *rest = isn_str_slice(*rest, end, rest->n_bytes);
  return end > begin;
}

static bool
has_word(IsnStr title, const IsnStr word)
{
  IsnStr other = { NULL, 0 };
  while (next_word(&title, &other)) {
    if (isn_str_equal(other, word)) {
      return true;
    }
  }
  return false;
}

/// «السفير الإيطالي» of «سفير إيطاليا».
static bool
has_nation(IsnStr title, const IsnStr nation)
{
  IsnStr other = { NULL, 0 };
  while (next_word(&title, &other)) {
    if (isn_str_equal(isn_origins_stem(other), nation)) {
      return true;
    }
  }
  return false;
}

/// How well the words of `units` name a post.
typedef enum {
  FITS_NOT = 0,
  FITS_TITLE,  ///< But for a nation of which the text says nothing
  FITS_WHOLLY, ///< With the nation, if one is told
} Fit;

/// Whether the words of `units` name the post `title` of somebody from
/// `nation`: they begin alike and say nothing that it does not.
static Fit
fits_title(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const IsnStr title,
           const IsnStr nation,
           const uint32_t nationality)
{
  Fit fit = FITS_WHOLLY;
  IsnStr rest = title;
  IsnStr first = { NULL, 0 };
  next_word(&rest, &first);
  bool is_first = true;
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind != ISN_UNIT_WORD) {
      continue;
    }
    for (uint32_t t = unit->tokens.begin; t < unit->tokens.end; ++t) {
      const IsnStr word = without_article(source->analysis->words[t].word);
      if (is_first ? isn_str_equal(word, first) : has_word(title, word)) {
        is_first = false;
        continue;
      }
      const bool is_nation =
        !is_first &&
        isn_word_has_class(&source->analysis->words[t], nationality);
      const IsnStr stem = isn_origins_stem(word);
      if (is_nation && has_nation(title, stem)) {
        continue;
      }
      if (!is_nation || (nation.data && !isn_str_equal(stem, nation))) {
        return FITS_NOT;
      }
      fit = nation.data ? fit : FITS_TITLE;
    }
  }
  return is_first ? FITS_NOT : fit;
}

/// The first mention in a group of the match, or ISN_NO_ENTITY.
static uint32_t
mention_in(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units)
{
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind == ISN_UNIT_MENTION) {
      return source->doc->mentions[unit->index].entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// «البعثة» and «البعثة البرلمانية» may be one, two names never are.
static bool
same_body(const IsnDocument* const doc, const uint32_t a, const uint32_t b)
{
  return a == b ||
         (a != ISN_NO_ENTITY && b != ISN_NO_ENTITY &&
          (isn_str_starts(doc->entities[a].label, doc->entities[b].label) ||
           isn_str_starts(doc->entities[b].label, doc->entities[a].label)));
}

// What is known of the document ----------------------------------------------

/// The item of a list by numbers of a pool, which may just have grown.
static uint32_t*
item_of(IsnArena* const arena,
        uint32_t** const list,
        size_t* const capacity,
        const size_t number)
{
  uint32_t* const grown =
    isn_arena_grow(arena, *list, number, capacity, sizeof(**list));
  if (!grown) {
    return NULL;
  }
  *list = grown;
  return &grown[number];
}

static IsnStr
last_word(const IsnStr label)
{
  size_t begin = label.n_bytes;
  while (begin && label.data[begin - 1] != ' ') {
    --begin;
  }
  return isn_str_slice(label, begin, label.n_bytes);
}

static bool
list_names(IsnHolders* const h, const IsnDocument* const doc)
{
  h->names.arena = doc->arena;
  for (uint32_t i = 0; i < doc->n_entities; ++i) {
    if (doc->entities[i].type != ISN_TYPE_PERSON) {
      continue;
    }
    const IsnStr label =
      isn_normal_copy(doc->arena, doc->entities[i].label, ISN_FOLD_FULL);
    const size_t n_before = h->names.n_items;
    const uint32_t number = isn_pool_put(&h->names, last_word(label));
    uint32_t* const person =
      number == ISN_POOL_NONE
        ? NULL
        : item_of(doc->arena, &h->persons, &h->persons_capacity, number);
    if (!person) {
      return false;
    }
    *person = number == n_before ? i : ISN_NO_ENTITY;
  }
  h->has_names = true;
  return true;
}

static bool
add_post(IsnHolders* const h,
         const IsnDocument* const doc,
         const IsnFact* const fact)
{
  IsnStr rest = isn_normal_copy(doc->arena, fact->value, ISN_FOLD_FULL);
  IsnPost* const posts = isn_arena_grow(
    doc->arena, h->posts, h->n_posts, &h->posts_capacity, sizeof(*posts));
  if (!rest.data || !posts) {
    return false;
  }
  h->posts = posts;
  h->titles.arena = doc->arena;
  const IsnStr title = rest;
  IsnStr first = { NULL, 0 };
  next_word(&rest, &first);
  const size_t n_before = h->titles.n_items;
  const uint32_t number = isn_pool_put(&h->titles, first);
  uint32_t* const last =
    number == ISN_POOL_NONE
      ? NULL
      : item_of(doc->arena, &h->lasts, &h->lasts_capacity, number);
  if (!last) {
    return false;
  }
  posts[h->n_posts++] =
    (IsnPost){ title, fact->subject, number == n_before ? 0 : *last };
  *last = (uint32_t)h->n_posts;
  return true;
}

static bool
add_employer(IsnHolders* const h,
             const IsnDocument* const doc,
             const IsnFact* const fact)
{
  if (!h->last_employers) {
    h->last_employers = isn_arena_array(
      doc->arena, doc->n_entities + 1, sizeof(*h->last_employers));
  }
  IsnEmployer* const employers = isn_arena_grow(doc->arena,
                                                h->employers,
                                                h->n_employers,
                                                &h->employers_capacity,
                                                sizeof(*employers));
  if (!h->last_employers || !employers) {
    return false;
  }
  h->employers = employers;
  uint32_t* const last = &h->last_employers[fact->subject];
  employers[h->n_employers++] = (IsnEmployer){ fact->object, *last };
  *last = (uint32_t)h->n_employers;
  return true;
}

/// Look at the facts that have come since.
static bool
catch_up(IsnHolders* const h, const IsnAnnotationSource* const source)
{
  const IsnDocument* const doc = source->doc;
  h->nations = h->nations ? h->nations : isn_origins_list(source);
  bool is_good = h->nations && (h->has_names || list_names(h, doc));
  for (; is_good && h->n_facts < doc->n_facts; ++h->n_facts) {
    const IsnFact* const fact = &doc->facts[h->n_facts];
    if (fact->property == ISN_PROP_POSITION && !fact->modality) {
      is_good = add_post(h, doc, fact);
    } else if (fact->property == ISN_PROP_WORKS_FOR &&
               fact->subject != ISN_NO_ENTITY) {
      is_good = add_employer(h, doc, fact);
    }
  }
  return is_good;
}

// Looking up ----------------------------------------------------------------

static bool
works_for(const IsnHolders* const h,
          const IsnDocument* const doc,
          const uint32_t person,
          const uint32_t body)
{
  uint32_t number = h->last_employers && person != ISN_NO_ENTITY
                      ? h->last_employers[person]
                      : 0;
  for (; number; number = h->employers[number - 1].before) {
    if (same_body(doc, h->employers[number - 1].body, body)) {
      return true;
    }
  }
  return false;
}

static IsnStr
first_token_word(const IsnAnnotationSource* const source,
                 const IsnMatch* const match,
                 const uint32_t unit)
{
  return source->analysis->words[match->annotated->units[unit].tokens.begin]
    .word;
}

/// The one person whose name ends in the first word of `units`: «واعتبر
/// مزوار» after «صلاح الدين مزوار», where the entities stage saw no name.
static uint32_t
find_by_name(const IsnHolders* const h, const IsnStr word)
{
  const uint32_t number =
    word.n_bytes > 4 ? isn_pool_find(&h->names, word) : ISN_POOL_NONE;
  return number == ISN_POOL_NONE ? ISN_NO_ENTITY : h->persons[number];
}

/// The last of the posts whose title begins like the words of `units`, + 1.
static uint32_t
last_post(const IsnHolders* const h,
          const IsnAnnotationSource* const source,
          const IsnMatch* const match,
          const IsnSpan units)
{
  for (uint32_t u = units.begin; u < units.end; ++u) {
    if (match->annotated->units[u].kind == ISN_UNIT_WORD) {
      const IsnStr word = first_token_word(source, match, u);
      const uint32_t number = isn_pool_find(&h->titles, without_article(word));
      return number == ISN_POOL_NONE ? 0 : h->lasts[number];
    }
  }
  return 0;
}

uint32_t
isn_holders_find(IsnHolders* const holders,
                 const IsnAnnotationSource* const source,
                 const IsnMatch* const match,
                 const IsnSpan units,
                 const uint32_t now)
{
  const IsnDocument* const doc = source->doc;
  IsnSpan body_units;
  bool at_word = false;
  if (!catch_up(holders, source)) {
    return ISN_NO_ENTITY;
  }
  const bool has_body =
    isn_match_units(match, &match->rule->body, 0, &body_units, &at_word);
  const uint32_t body =
    has_body ? mention_in(source, match, body_units) : ISN_NO_ENTITY;
  uint32_t found =
    find_by_name(holders, first_token_word(source, match, units.begin));
  if (found != ISN_NO_ENTITY) {
    return found;
  }
  const uint32_t nationality =
    isn_image_find_class(source->image, ISN_STR("nationality"));
  bool is_clear = true;
  bool is_now = false;
  Fit best = FITS_TITLE;
  uint32_t number = last_post(holders, source, match, units);
  for (size_t n = 0; number && n < MAX_POSTS_BACK; ++n) {
    const IsnPost* const post = &holders->posts[number - 1];
    number = post->before;
    const Fit fit = post->subject == ISN_NO_ENTITY
                      ? FITS_NOT
                      : fits_title(source,
                                   match,
                                   units,
                                   post->title,
                                   holders->nations[post->subject],
                                   nationality);
    if (fit < best || (post->subject == found && fit == best) ||
        (has_body && !works_for(holders, doc, post->subject, body))) {
      continue;
    }
    is_clear = fit > best || found == ISN_NO_ENTITY;
    is_now = post->subject == now || (is_now && fit == best);
    best = fit;
    found = post->subject;
  }
  return is_now ? now : is_clear ? found : ISN_NO_ENTITY;
}

bool
isn_holders_knows(const IsnHolders* const holders, const uint32_t person)
{
  const size_t n = holders->n_posts;
  for (size_t i = 0; i < n && i < MAX_POSTS_BACK; ++i) {
    if (holders->posts[n - 1 - i].subject == person) {
      return true;
    }
  }
  return false;
}
