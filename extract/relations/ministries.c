// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/ministries.h"

#include "extract/base/pool.h"
#include "extract/tokenize/normal.h"

/// What is known of «العدل», «البيئة وجودة الحياة».
typedef struct {
  uint32_t ministry; ///< ISN_NO_ENTITY: none or more than one
  uint32_t minister; ///< Who holds the post itself
  bool is_shared;    ///< More than one do
} Field;

typedef struct {
  IsnPool names; ///< Of fields, folded
  Field* fields; ///< By number in `names`
  size_t capacity;
} Fields;

/// What a title or a name says behind a word for the head, folded; absent if
/// it has no such word. `*is_first` tells whether it begins with that word.
static IsnStr
behind(const IsnStr folded,
       const IsnStr* const heads,
       const size_t n_heads,
       bool* const is_first)
{
  for (size_t begin = 0; begin < folded.n_bytes;) {
    size_t end = begin;
    while (end < folded.n_bytes && folded.data[end] != ' ') {
      ++end;
    }
    const IsnStr word = isn_str_slice(folded, begin, end);
    for (size_t i = 0; i < n_heads && end < folded.n_bytes; ++i) {
      if (isn_str_equal(word, heads[i])) {
        *is_first = !begin;
        return isn_str_slice(folded, end + 1, folded.n_bytes);
      }
    }
    begin = end + 1;
  }
  return (IsnStr){ NULL, 0 };
}

static IsnStr
field_of_title(IsnArena* const arena, const IsnStr title, bool* const is_first)
{
  const IsnStr heads[] = { ISN_STR("وزير"), ISN_STR("وزيره") };
  return behind(isn_normal_copy(arena, title, ISN_FOLD_FULL),
                heads,
                sizeof(heads) / sizeof(heads[0]),
                is_first);
}

static IsnStatus
list_ministries(Fields* const f, const IsnDocument* const doc)
{
  const IsnStr head = ISN_STR("وزاره");
  for (uint32_t e = 0; e < doc->n_entities; ++e) {
    bool is_first = false;
    const IsnStr name =
      doc->entities[e].type != ISN_TYPE_ORGANIZATION ||
          !isn_str_starts(doc->entities[e].label, ISN_STR("وزار"))
        ? (IsnStr){ NULL, 0 }
        : behind(
            isn_normal_copy(doc->arena, doc->entities[e].label, ISN_FOLD_FULL),
            &head,
            1,
            &is_first);
    if (!name.n_bytes || !is_first) {
      continue;
    }
    const size_t n_before = f->names.n_items;
    const uint32_t number = isn_pool_put(&f->names, name);
    Field* const fields =
      number == ISN_POOL_NONE
        ? NULL
        : isn_arena_grow(
            doc->arena, f->fields, number, &f->capacity, sizeof(*fields));
    if (!fields) {
      return ISN_ERR_NO_MEMORY;
    }
    f->fields = fields;
    fields[number] =
      (Field){ number == n_before ? e : ISN_NO_ENTITY, ISN_NO_ENTITY, false };
  }
  return ISN_SUCCESS;
}

static Field*
field_of_post(const Fields* const f,
              const IsnDocument* const doc,
              const IsnFact* const fact,
              bool* const is_first)
{
  if (fact->property != ISN_PROP_POSITION || fact->modality ||
      fact->subject == ISN_NO_ENTITY) {
    return NULL;
  }
  const IsnStr name = field_of_title(doc->arena, fact->value, is_first);
  const uint32_t number =
    name.n_bytes ? isn_pool_find(&f->names, name) : ISN_POOL_NONE;
  return number == ISN_POOL_NONE ? NULL : &f->fields[number];
}

IsnStatus
isn_ministries_fill(IsnFactSet* const set, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  Fields f = { .names = { .arena = doc->arena } };
  ISN_TRY(st, list_ministries(&f, doc));
  const size_t n = f.names.n_items ? doc->n_facts : 0;
  bool* const has_employer =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*has_employer));
  if (!has_employer) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < n; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    bool is_first = false;
    Field* const field = field_of_post(&f, doc, fact, &is_first);
    if (field && is_first) {
      field->is_shared |=
        field->minister != ISN_NO_ENTITY && field->minister != fact->subject;
      field->minister = fact->subject;
    }
    if (fact->property == ISN_PROP_WORKS_FOR &&
        fact->subject != ISN_NO_ENTITY) {
      has_employer[fact->subject] = true;
    }
  }
  for (size_t i = 0; i < n; ++i) {
    IsnFact fact = doc->facts[i];
    bool is_first = false;
    const Field* const field = field_of_post(&f, doc, &fact, &is_first);
    if (field && !field->is_shared && field->ministry != ISN_NO_ENTITY &&
        !has_employer[fact.subject]) {
      const IsnSpan evidence = fact.evidence[0];
      fact.property = ISN_PROP_WORKS_FOR;
      fact.object = field->ministry;
      fact.value = (IsnStr){ NULL, 0 };
      fact.context = ISN_NO_ENTITY;
      fact.is_default = false;
      ISN_TRY(st, isn_facts_add(set, doc, &fact, evidence));
    }
  }
  return st;
}
