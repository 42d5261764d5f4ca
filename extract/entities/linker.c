// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/linker.h"

#include "extract/gazetteer/source.h"
#include "extract/tokenize/normal.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ALIASES 16

static bool
entry_fits(const IsnEntry* const entry, const IsnMention* const mention)
{
  const IsnStr type = entry->type;
  if (mention->type == ISN_TYPE_ORGANIZATION) {
    return isn_str_is(type, "Organization");
  }
  // «في عمان» told the town, not the country of that name
  const bool is_country =
    isn_str_is(type, "Country") && !isn_str_is(mention->kind, "City");
  return mention->type == ISN_TYPE_PLACE &&
         (is_country || isn_str_is(type, "City") ||
          isn_str_is(type, "Region") || isn_str_is(type, "Place"));
}

static long
population(const IsnEntry* const entry)
{
  const IsnStr value = isn_gazetteer_feature(entry->features, "population");
  return value.data ? strtol(value.data, NULL, 10) : 0;
}

/// Of places of one name, the country, then the largest.
static bool
is_better(const IsnMention* const mention,
          const IsnEntry* const a,
          const IsnEntry* const b)
{
  // «عمان - 5 تموز»: a rule has said which
  if (mention->kind.n_bytes && !isn_str_equal(a->type, b->type)) {
    const bool a_fits = isn_str_equal(a->type, mention->kind);
    const bool b_fits = isn_str_equal(b->type, mention->kind);
    if (a_fits != b_fits) {
      return a_fits;
    }
  }
  const bool a_country = isn_str_is(a->type, "Country");
  const bool b_country = isn_str_is(b->type, "Country");
  if (a_country != b_country) {
    return a_country;
  }
  return population(a) > population(b);
}

const IsnEntry*
isn_linker_entry(const IsnAnalysis* const a, const IsnMention* const mention)
{
  const IsnEntry* best = NULL;
  size_t low = isn_analysis_first_hit(a, mention->tokens.begin);
  for (; low < a->n_hits && a->hits[low].tokens.begin == mention->tokens.begin;
       ++low) {
    const IsnEntry* const entry = a->hits[low].entry;
    if (a->hits[low].tokens.end == mention->tokens.end &&
        entry_fits(entry, mention) &&
        (!best || is_better(mention, entry, best))) {
      best = entry;
    }
  }
  return best;
}

const IsnEntry*
isn_linker_alias_entry(const IsnLinker* const l)
{
  const IsnMention* const m = l->mention;
  const IsnSpan chars = m->alias;
  if (m->type != ISN_TYPE_ORGANIZATION || chars.end <= chars.begin) {
    return NULL;
  }
  uint32_t token = m->tokens.begin;
  while (token < l->doc->n_tokens &&
         l->doc->tokens[token].chars.begin < chars.begin) {
    ++token;
  }
  const IsnAnalysis* const a = l->analysis;
  const IsnEntry* found = NULL;
  for (size_t i = isn_analysis_first_hit(a, token);
       i < a->n_hits && a->hits[i].tokens.begin == token;
       ++i) {
    const IsnHit* const hit = &a->hits[i];
    // Latin letters are those of many bodies
    const uint32_t begin = l->doc->tokens[token].bytes.begin;
    const bool is_latin = (unsigned char)l->doc->text.data[begin] < 0x80;
    if (l->doc->tokens[hit->tokens.end - 1].chars.end != chars.end ||
        is_latin || hit->is_common ||
        !isn_str_is(hit->entry->type, "Organization")) {
      continue;
    }
    if (found && found != hit->entry) {
      return NULL; // which of them, nothing tells
    }
    found = hit->entry;
  }
  return found;
}

/// All words of a name as one, for its exact form.
uint64_t
isn_linker_name_hash(const IsnType type, const IsnName* const name)
{
  uint64_t h = 0xCBF29CE484222325u ^ (uint64_t)name->ordinal;
  for (size_t i = 0; i < name->n; ++i) {
    for (size_t b = 0; b < name->words[i].n_bytes; ++b) {
      h = (h ^ (unsigned char)name->words[i].data[b]) * 0x100000001B3u;
    }
  }
  return h ^ ((uint64_t)type << 56) ^ ((uint64_t)ISN_BY_NAME << 48);
}

/// «باتو لورنس»: whether the name has what was split off its first word.
bool
isn_linker_is_whole(const IsnLinker* const l, const IsnSpan tokens)
{
  const IsnWord* const first = &l->analysis->words[tokens.begin];
  return l->mention->type == ISN_TYPE_PERSON &&
         l->mention->tokens.begin == tokens.begin &&
         l->mention->chars.begin < first->char_begin &&
         strncmp(first->proclitics, "و", 2) != 0; // «وفلان»: and he
}

/// The words as they stand, on one line, without diacritics and tatweel.
IsnStr
isn_linker_surface(const IsnLinker* const l, const IsnSpan tokens)
{
  const IsnDocument* const doc = l->doc;
  const IsnWord* const first = &l->analysis->words[tokens.begin];
  const uint32_t end = doc->tokens[tokens.end - 1].bytes.end;
  const size_t begin = isn_linker_is_whole(l, tokens)
                         ? doc->tokens[tokens.begin].bytes.begin
                         : first->byte_begin;
  const IsnStr raw = isn_str_slice(doc->text, begin, end);
  const size_t capacity = ISN_FOLD_CAPACITY(raw.n_bytes) + 2;
  char* const out = isn_arena_alloc(doc->arena, capacity);
  if (!out) {
    return (IsnStr){ NULL, 0 };
  }
  size_t n = 0;
  if (first->cuts_article) { // «للإنتربول»: the article's alef again
    memcpy(out, "ا", 2);
    n = 2;
  }
  n += isn_normal_fold(raw, ISN_FOLD_LIGHT, out + n);
  size_t n_kept = 0;
  for (size_t i = 0; i < n; ++i) {
    const bool is_blank =
      out[i] == ' ' || out[i] == '\n' || out[i] == '\t' || out[i] == '\r';
    if (!is_blank || (n_kept && out[n_kept - 1] != ' ')) {
      out[n_kept++] = is_blank ? ' ' : out[i];
    }
  }
  return (IsnStr){ out, n_kept };
}

IsnStatus
isn_linker_add_alias(const IsnLinker* const l,
                     IsnEntity* const entity,
                     const IsnStr alias)
{
  if (!alias.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (isn_str_equal(alias, entity->label)) {
    return ISN_SUCCESS;
  }
  for (size_t i = 0; i < entity->n_aliases; ++i) {
    if (isn_str_equal(alias, entity->aliases[i])) {
      return ISN_SUCCESS;
    }
  }
  if (!entity->aliases) {
    entity->aliases =
      isn_arena_array(l->doc->arena, MAX_ALIASES, sizeof(*entity->aliases));
  }
  if (!entity->aliases) {
    return ISN_ERR_NO_MEMORY;
  }
  if (entity->n_aliases < MAX_ALIASES) {
    entity->aliases[entity->n_aliases++] = alias;
  }
  return ISN_SUCCESS;
}

static IsnStatus
set_same_as(const IsnLinker* const l, IsnEntity* const entity)
{
  IsnStr rest = l->entry->same_as;
  size_t n = 1;
  for (size_t i = 0; i < rest.n_bytes; ++i) {
    n += rest.data[i] == '|';
  }
  entity->same_as = isn_arena_array(l->doc->arena, n, sizeof(*entity->same_as));
  if (!entity->same_as) {
    return ISN_ERR_NO_MEMORY;
  }
  IsnStr iri = { NULL, 0 };
  while (isn_gazetteer_member(&rest, '|', &iri)) {
    if (iri.n_bytes) {
      entity->same_as[entity->n_same_as++] = iri;
    }
  }
  return ISN_SUCCESS;
}

static IsnStr
entity_kind(const IsnLinker* const l)
{
  if (!l->entry) {
    return l->mention->kind;
  }
  return l->mention->type == ISN_TYPE_PLACE
           ? l->entry->type
           : isn_gazetteer_feature(l->entry->features, "kind");
}

IsnStatus
isn_linker_add_entity(IsnLinker* const l, uint32_t* const number)
{
  IsnDocument* const doc = l->doc;
  IsnEntity* const entities = isn_arena_grow(doc->arena,
                                             doc->entities,
                                             doc->n_entities,
                                             &doc->entities_capacity,
                                             sizeof(*entities));
  if (!entities) {
    return ISN_ERR_NO_MEMORY;
  }
  doc->entities = entities;
  *number = (uint32_t)doc->n_entities++;
  IsnEntity* const e = &entities[*number];
  *e = (IsnEntity){
    .id = isn_arena_print(doc->arena, "e%u", *number + 1),
    .type = l->mention->type,
    .kind = entity_kind(l),
    .label =
      l->entry ? l->entry->name : isn_linker_surface(l, l->mention->tokens),
    .key = l->entry ? l->entry->key : (IsnStr){ NULL, 0 },
  };
  if (!e->id.data || !e->label.data) {
    return ISN_ERR_NO_MEMORY;
  }
  return l->entry && l->entry->same_as.n_bytes ? set_same_as(l, e)
                                               : ISN_SUCCESS;
}

IsnStatus
isn_linker_adopt_entry(const IsnLinker* const l, IsnEntity* const entity)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnStr before = entity->label;
  entity->label = l->entry->name;
  entity->key = l->entry->key;
  entity->kind = entity_kind(l);
  ISN_TRY(st, isn_linker_add_alias(l, entity, before));
  return l->entry->same_as.n_bytes ? set_same_as(l, entity) : st;
}

/// Index the mention's name as a way to refer to `entity`.
bool
isn_linker_index_name(IsnLinker* const l, const uint32_t entity)
{
  const IsnType type = l->mention->type;
  const uint64_t hash = isn_linker_name_hash(type, &l->name);
  const IsnName* const name = isn_index_keep(&l->index, hash, &l->name);
  bool is_good = name;
  if (is_good && l->entry) {
    is_good = isn_index_add(
      &l->index, isn_index_hash(type, ISN_BY_KEY, l->entry->key), entity, name);
  }
  if (!is_good || !name->n) {
    return is_good;
  }
  const IsnStr last = name->words[name->n - 1];
  const uint64_t hashes[] = {
    hash,
    isn_index_hash(type, ISN_BY_HEAD, name->words[0]),
    isn_index_hash(type, ISN_BY_LAST, last),
    isn_index_hash(type, ISN_BY_TYPE, ISN_STR("")),
  };
  for (size_t i = 0; is_good && i < sizeof(hashes) / sizeof(hashes[0]); ++i) {
    is_good = isn_index_add(&l->index, hashes[i], entity, name);
  }
  return is_good;
}

uint32_t
isn_linker_find_only(const IsnLinker* const l,
                     const IsnType type,
                     const IsnLinkerFits fits)
{
  const uint64_t hash = isn_index_hash(type, ISN_BY_TYPE, ISN_STR(""));
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (!fits(l, node)) {
      continue;
    }
    if (found != ISN_NO_ENTITY && found != node->entity) {
      return ISN_NO_ENTITY;
    }
    found = node->entity;
  }
  return found;
}

/// Acronym beside a name: it names the entity too.
IsnStatus
isn_linker_index_alias(IsnLinker* const l, const uint32_t entity)
{
  const IsnSpan chars = l->mention->alias;
  if (chars.end <= chars.begin) {
    return ISN_SUCCESS;
  }
  IsnSpan tokens = l->mention->tokens;
  while (tokens.begin < tokens.end &&
         l->doc->tokens[tokens.begin].chars.begin < chars.begin) {
    ++tokens.begin;
  }
  while (tokens.end > tokens.begin &&
         l->doc->tokens[tokens.end - 1].chars.end > chars.end) {
    --tokens.end;
  }
  // The alias may stand behind the mention proper
  if (tokens.begin == tokens.end) {
    while (tokens.begin < l->doc->n_tokens &&
           l->doc->tokens[tokens.begin].chars.begin < chars.begin) {
      ++tokens.begin;
    }
    tokens.end = tokens.begin;
    while (tokens.end < l->doc->n_tokens &&
           l->doc->tokens[tokens.end].chars.end <= chars.end) {
      ++tokens.end;
    }
  }
  if (tokens.end <= tokens.begin) {
    return ISN_SUCCESS;
  }
  isn_name_read(&l->name, l->doc, l->analysis, l->mention->type, tokens);
  const IsnStatus st = isn_linker_add_alias(
    l, &l->doc->entities[entity], isn_linker_surface(l, tokens));
  return st == ISN_SUCCESS && !isn_linker_index_name(l, entity)
           ? ISN_ERR_NO_MEMORY
           : st;
}

bool
isn_linker_has_own_name(const IsnLinker* const l, const IsnMention* const m)
{
  for (uint32_t t = m->tokens.begin; t < m->tokens.end; ++t) {
    if (l->doc->tokens[t].kind == ISN_KIND_PUNCTUATION) {
      return true;
    }
  }
  return false;
}
