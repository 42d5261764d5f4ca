// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file arena.h Memory that is freed all at once.
///
/// OWNERSHIP, for the whole program: what a function puts into an arena
/// belongs to the arena and lives until its reset; callers never free it. One
/// arena belongs to one document; knowledge (gazetteers, rules, interned
/// names) owns its own memory and is const once loaded. Exceptions say so.
#ifndef ISN_BASE_ARENA_H
#define ISN_BASE_ARENA_H

#include "extract/base/str.h"

#include <stddef.h>

typedef struct IsnArenaBlock IsnArenaBlock;
typedef struct IsnArenaTable IsnArenaTable;

/// Zero is a valid, empty arena.
typedef struct {
  IsnArenaBlock* first;
  IsnArenaBlock* current;
  IsnArenaTable* tables; ///< Large arrays, each in memory of its own
  size_t n_used;         ///< Bytes used of the current block
  size_t n_total;        ///< Bytes handed out since the last reset
  bool is_hot; ///< Set by its owner, if all it does is to read and fill it:
               ///< all of it in huge pages
} IsnArena;

/// Give all memory back; the arena is empty and usable again.
void
isn_arena_clear(IsnArena* arena);

/// Forget all that was handed out, keeping ordinary blocks for the next use.
void
isn_arena_reset(IsnArena* arena);

/// `n_bytes` of zeroed memory aligned for any type, or NULL.
void*
isn_arena_alloc(IsnArena* arena, size_t n_bytes);

/// The same, not zeroed: for what is filled at once.
void*
isn_arena_take(IsnArena* arena, size_t n_bytes);

/// An array of `n` elements of `size` bytes, zeroed; NULL on overflow too.
void*
isn_arena_array(IsnArena* arena, size_t n, size_t size);

/// The same for what isn_arena_grow fills and lets grow, `n` its first
/// capacity: no memory is taken before it is used.
void*
isn_arena_table(IsnArena* arena, size_t n, size_t size);

/// A copy of `s` with a zero byte after it; `data` is NULL without memory.
IsnStr
isn_arena_copy(IsnArena* arena, IsnStr s);

/// Formatted text, as by printf; `data` is NULL without memory.
IsnStr
isn_arena_print(IsnArena* arena, const char* format, ...)
  __attribute__((format(printf, 2, 3)));

/// Make room for one element more in a growing array in the arena.
///
/// Doubles `*capacity` when `n == *capacity`; what is new is zeroed. Returns
/// the array, moved or not: nothing may point into it while it grows. Of a
/// large one neither copies stay behind nor is memory taken before it is used.
/// NULL without memory, the old one then still valid.
void*
isn_arena_grow(IsnArena* arena,
               void* array,
               size_t n,
               size_t* capacity,
               size_t size);

#endif
