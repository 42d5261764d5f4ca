// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/taken.h"

#define MAX_BYTES 12u // of one string: proclitics and the article

const IsnTaken isn_taken_nothing = { .list = { { "", 0 } }, .n = 1 };

bool
isn_taken_is_nothing(const IsnTaken* const taken)
{
  return taken && taken->n == 1 && !taken->list[0].n_bytes;
}

/// False if there is no room for one more.
static bool
add(IsnTaken* const taken, const IsnStr s)
{
  for (size_t i = 0; i < taken->n; ++i) {
    if (isn_str_equal(taken->list[i], s)) {
      return true;
    }
  }
  if (taken->n == ISN_MAX_TAKEN || s.n_bytes > MAX_BYTES) {
    return false;
  }
  taken->list[taken->n++] = s;
  return true;
}

const IsnTaken*
isn_taken_join(IsnArena* const arena,
               const IsnTaken* const a,
               const IsnTaken* const b)
{
  if (!a || !b || a == b) {
    return a == b ? a : NULL;
  }
  IsnTaken* const all = isn_arena_take(arena, sizeof(*all));
  if (!all) {
    return NULL;
  }
  *all = *a;
  for (size_t i = 0; i < b->n; ++i) {
    if (!add(all, b->list[i])) {
      return NULL;
    }
  }
  return all;
}

bool
isn_taken_words(IsnArena* const arena,
                const IsnTaken* const taken,
                const IsnLiterals* const strings,
                IsnLiterals* const words)
{
  words->n = 0;
  for (size_t t = 0; t < taken->n; ++t) {
    for (size_t i = 0; i < strings->n; ++i) {
      const IsnStr a = taken->list[t];
      const IsnStr b = strings->list[i];
      const IsnStr word =
        a.n_bytes
          ? isn_arena_print(
              arena, "%.*s%.*s", (int)a.n_bytes, a.data, (int)b.n_bytes, b.data)
          : b;
      if (words->n == ISN_MAX_LITERALS || !word.data) {
        return false;
      }
      words->list[words->n++] = word;
    }
  }
  return true;
}

const IsnTaken*
isn_taken_of(IsnArena* const arena, const IsnLiterals* const words)
{
  IsnTaken* const taken = isn_arena_alloc(arena, sizeof(*taken));
  for (size_t i = 0; taken && i < words->n; ++i) {
    if (!add(taken, words->list[i])) {
      return NULL;
    }
  }
  return taken;
}

const IsnTaken*
isn_taken_tatweel(IsnArena* const arena, const IsnTaken* const taken)
{
  IsnTaken* const rest = isn_arena_alloc(arena, sizeof(*rest));
  for (size_t i = 0; taken && rest && i < taken->n; ++i) {
    const IsnStr s = taken->list[i];
    const IsnStr before =
      isn_str_slice(s, 0, s.n_bytes < 2 ? 0 : s.n_bytes - 2);
    if (!add(rest, before)) {
      return NULL;
    }
  }
  return taken ? rest : NULL;
}
