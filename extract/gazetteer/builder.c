// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/builder.h"

#include <stdlib.h>

#define FIRST_SLOTS ((size_t)1 << 16)

static void*
table_add(IsnTable* const table, const size_t n)
{
  if (table->capacity - table->n < n) {
    size_t capacity = table->capacity ? table->capacity * 2 : 1024;
    while (capacity - table->n < n) {
      capacity *= 2;
    }
    if (capacity > SIZE_MAX / table->size / 2) {
      return NULL;
    }
    void* const data = realloc(table->data, capacity * table->size);
    if (!data) {
      return NULL;
    }
    table->data = data;
    table->capacity = capacity;
  }
  void* const place = (char*)table->data + table->n * table->size;
  table->n += n;
  return memset(place, 0, n * table->size);
}

static IsnImageWord*
word_at(const IsnBuilder* const b, const uint32_t word)
{
  return (IsnImageWord*)b->words.data + word;
}

static IsnStr
string_at(const IsnBuilder* const b, const IsnImageStr s)
{
  return (IsnStr){ (const char*)b->strings.data + s.offset, s.n_bytes };
}

IsnStatus
isn_builder_init(IsnBuilder* const b)
{
  memset(b, 0, sizeof(*b));
  b->strings.size = 1;
  b->class_names.size = sizeof(IsnImageStr);
  b->words.size = sizeof(IsnImageWord);
  b->word_slots.size = sizeof(uint32_t);
  b->word_classes.size = sizeof(IsnBuilderClass);
  b->edges.size = sizeof(IsnImageEdge);
  b->accepts.size = sizeof(IsnBuilderAccept);
  b->entries.size = sizeof(IsnImageEntry);
  b->n_states = 1;
  return table_add(&b->words, 1) && table_add(&b->word_slots, FIRST_SLOTS) &&
             table_add(&b->edges, FIRST_SLOTS)
           ? ISN_SUCCESS
           : ISN_ERR_NO_MEMORY;
}

void
isn_builder_clear(IsnBuilder* const b)
{
  IsnTable* const tables[] = { &b->strings,    &b->class_names,  &b->words,
                               &b->word_slots, &b->word_classes, &b->edges,
                               &b->accepts,    &b->entries };
  for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); ++i) {
    free(tables[i]->data);
  }
  memset(b, 0, sizeof(*b));
}

IsnStatus
isn_builder_string(IsnBuilder* const b, const IsnStr s, IsnImageStr* const out)
{
  *out = (IsnImageStr){ (uint32_t)b->strings.n, (uint32_t)s.n_bytes };
  if (!s.n_bytes) {
    return ISN_SUCCESS;
  }
  if (s.n_bytes > UINT32_MAX - b->strings.n) {
    return ISN_ERR_LIMIT;
  }
  char* const place = table_add(&b->strings, s.n_bytes);
  if (!place) {
    return ISN_ERR_NO_MEMORY;
  }
  memcpy(place, s.data, s.n_bytes);
  return ISN_SUCCESS;
}

/// The slot of `normal`: it holds its word, or 0 where it would go.
static uint32_t*
word_slot(const IsnBuilder* const b, const IsnStr normal)
{
  uint32_t* const slots = b->word_slots.data;
  const size_t mask = b->word_slots.n - 1;
  size_t i = (size_t)isn_str_hash(normal) & mask & UINT32_MAX;
  while (slots[i] &&
         !isn_str_equal(string_at(b, word_at(b, slots[i])->normal), normal)) {
    i = (i + 1) & mask;
  }
  return &slots[i];
}

static IsnStatus
grow_word_slots(IsnBuilder* const b)
{
  IsnTable larger = { NULL, 0, 0, sizeof(uint32_t) };
  if (!table_add(&larger, b->word_slots.n * 2)) {
    return ISN_ERR_NO_MEMORY;
  }
  free(b->word_slots.data);
  b->word_slots = larger;
  for (uint32_t w = 1; w < b->words.n; ++w) {
    *word_slot(b, string_at(b, word_at(b, w)->normal)) = w;
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_builder_word(IsnBuilder* const b, const IsnStr normal, uint32_t* const word)
{
  IsnStatus st = ISN_SUCCESS;
  if (b->words.n * 2 > b->word_slots.n) {
    ISN_TRY(st, grow_word_slots(b));
  }
  uint32_t* const slot = word_slot(b, normal);
  if (!*slot) {
    IsnImageStr string;
    ISN_TRY(st, isn_builder_string(b, normal, &string));
    IsnImageWord* const made = table_add(&b->words, 1);
    if (!made) {
      return ISN_ERR_NO_MEMORY;
    }
    made->normal = string;
    *slot = (uint32_t)(b->words.n - 1);
  }
  *word = *slot;
  return st;
}

IsnStatus
isn_builder_class(IsnBuilder* const b,
                  const IsnStr name,
                  uint32_t* const number)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnImageStr* const names = b->class_names.data;
  for (uint32_t i = 0; i < b->class_names.n; ++i) {
    if (isn_str_equal(string_at(b, names[i]), name)) {
      *number = i;
      return st;
    }
  }
  IsnImageStr string;
  ISN_TRY(st, isn_builder_string(b, name, &string));
  IsnImageStr* const made = table_add(&b->class_names, 1);
  if (!made) {
    return ISN_ERR_NO_MEMORY;
  }
  *made = string;
  *number = (uint32_t)(b->class_names.n - 1);
  return st;
}

IsnStatus
isn_builder_add_class(IsnBuilder* const b,
                      const uint32_t word,
                      const uint32_t class_number,
                      const uint32_t features)
{
  IsnBuilderClass* const made = table_add(&b->word_classes, 1);
  if (!made) {
    return ISN_ERR_NO_MEMORY;
  }
  *made = (IsnBuilderClass){ word, class_number << 16 | (features & 0xFFFFu) };
  word_at(b, word)->flags |= ISN_IMAGE_STRONG;
  return ISN_SUCCESS;
}

static IsnImageEdge*
edge_slot(const IsnBuilder* const b, const uint32_t state, const uint32_t word)
{
  IsnImageEdge* const edges = b->edges.data;
  const size_t mask = b->edges.n - 1;
  size_t i = isn_image_edge_hash(state, word) & mask;
  while (edges[i].next && (edges[i].state != state || edges[i].word != word)) {
    i = (i + 1) & mask;
  }
  return &edges[i];
}

static IsnStatus
grow_edges(IsnBuilder* const b)
{
  IsnTable old = b->edges;
  IsnTable larger = { NULL, 0, 0, sizeof(IsnImageEdge) };
  if (!table_add(&larger, old.n * 2)) {
    return ISN_ERR_NO_MEMORY;
  }
  b->edges = larger;
  const IsnImageEdge* const edges = old.data;
  for (size_t i = 0; i < old.n; ++i) {
    if (edges[i].next) {
      *edge_slot(b, edges[i].state, edges[i].word) = edges[i];
    }
  }
  free(old.data);
  return ISN_SUCCESS;
}

IsnStatus
isn_builder_step(IsnBuilder* const b,
                 const uint32_t state,
                 const uint32_t word,
                 uint32_t* const next)
{
  IsnStatus st = ISN_SUCCESS;
  if (!state) {
    // The first step is kept with the word itself
    uint32_t* const first = &word_at(b, word)->state;
    *first = *first ? *first : b->n_states++;
    *next = *first;
    return st;
  }
  if (b->n_edges * 2 > b->edges.n) {
    ISN_TRY(st, grow_edges(b));
  }
  IsnImageEdge* const edge = edge_slot(b, state, word);
  if (!edge->next) {
    *edge = (IsnImageEdge){ state, word, b->n_states++ };
    ++b->n_edges;
  }
  *next = edge->next;
  return st;
}

IsnStatus
isn_builder_add_entry(IsnBuilder* const b,
                      const IsnEntry* const entry,
                      uint32_t* const number)
{
  IsnStatus st = ISN_SUCCESS;
  IsnImageEntry made;
  ISN_TRY(st, isn_builder_string(b, entry->type, &made.type));
  ISN_TRY(st, isn_builder_string(b, entry->key, &made.key));
  ISN_TRY(st, isn_builder_string(b, entry->name, &made.name));
  ISN_TRY(st, isn_builder_string(b, entry->same_as, &made.same_as));
  ISN_TRY(st, isn_builder_string(b, entry->features, &made.features));
  IsnImageEntry* const place = table_add(&b->entries, 1);
  if (!place) {
    return ISN_ERR_NO_MEMORY;
  }
  *place = made;
  *number = (uint32_t)(b->entries.n - 1);
  return st;
}

IsnStatus
isn_builder_add_accept(IsnBuilder* const b,
                       const uint32_t state,
                       const IsnImageAccept accept)
{
  IsnBuilderAccept* const made = table_add(&b->accepts, 1);
  if (!made) {
    return ISN_ERR_NO_MEMORY;
  }
  *made = (IsnBuilderAccept){ state, accept };
  return ISN_SUCCESS;
}
