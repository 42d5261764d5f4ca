// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/looks.h"

#define FEW_LOOKS 65536u // as many as some megabytes of news have

void
isn_looks_clear(IsnLooks* const looks)
{
  isn_buffer_clear(&looks->key);
  looks->key = (IsnBuffer){ 0 };
}

/// The key of a sign: its proclitics and marks, and what is asked of letters.
static IsnStr
make_key(IsnLooks* const looks, const IsnStr sign)
{
  static const uint32_t end = ISN_POOL_NONE; // of numbers
  const IsnSpan letters = isn_kinds_letters(sign);
  const IsnStr word = isn_str_slice(sign, letters.begin, letters.end);
  IsnBuffer* const key = &looks->key;
  isn_buffer_empty(key);
  if (word.n_bytes > ISN_MAX_KIND_BYTES) {
    return (IsnStr){ NULL, 0 };
  }
  isn_passes_describe(looks->filter, word, key);
  isn_buffer_append(key, (IsnStr){ (const char*)&end, sizeof(end) });
  isn_letters_describe(looks->letters, word, key);
  isn_buffer_append(key, (IsnStr){ (const char*)&end, sizeof(end) });
  isn_buffer_append(key, isn_str_slice(sign, 0, letters.begin));
  isn_buffer_append_byte(key, 0);
  isn_buffer_append(key, isn_str_slice(sign, letters.end, sign.n_bytes));
  return key->failed ? (IsnStr){ NULL, 0 } : isn_buffer_str(key);
}

const IsnLook*
isn_looks_find(IsnLooks* const looks, const IsnStr sign)
{
  const IsnStr key = make_key(looks, sign);
  const uint32_t number =
    key.data ? isn_pool_find(&looks->keys, key) : ISN_POOL_NONE;
  return number == ISN_POOL_NONE ? NULL : &looks->list[number];
}

static bool
init(IsnLooks* const looks)
{
  looks->keys.arena = looks->marks.arena = looks->arena;
  looks->list = isn_arena_table(looks->arena, FEW_LOOKS, sizeof(*looks->list));
  looks->capacity = looks->list ? FEW_LOOKS : 0;
  return looks->list && isn_pool_reserve(&looks->keys, FEW_LOOKS);
}

void
isn_looks_put(IsnLooks* const looks, const IsnStr marks, const uint32_t n_set)
{
  const size_t n = looks->keys.n_items;
  if (!looks->keys.arena && !init(looks)) {
    return;
  }
  IsnLook* const list = isn_arena_grow(
    looks->arena, looks->list, n, &looks->capacity, sizeof(*list));
  const uint32_t n_marks = isn_pool_put(&looks->marks, marks);
  looks->list = list ? list : looks->list;
  if (list && n_marks != ISN_POOL_NONE && looks->key.n_bytes &&
      !looks->key.failed &&
      isn_pool_put(&looks->keys, isn_buffer_str(&looks->key)) == n) {
    list[n] = (IsnLook){ n_marks, n_set };
  }
}
