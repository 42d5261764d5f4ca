// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE // madvise, mremap
#include "extract/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define BLOCK_SIZE ((size_t)256 * 1024)
#define ALIGNMENT ((size_t)16)

// A document of megabytes fills hundreds of megabytes, and most of the time
// that takes is the system's, page by page: so from here on in huge ones. What
// is looked up for every word is in them from the first: small pages are more
// than the processor has at hand
#define HUGE_PAGE ((size_t)2 << 20)
#define MIN_FOR_HUGE ((size_t)4 << 20)

// An array that grows beyond this is mapped on its own
#define MIN_FOR_TABLE ((size_t)1 << 20)

struct IsnArenaTable {
  IsnArenaTable* next;
  void* memory;
  size_t n_bytes; // mapped
};

struct IsnArenaBlock {
  IsnArenaBlock* next;
  size_t n_bytes; // of memory behind this header
};

static char*
block_memory(IsnArenaBlock* const block)
{
  return (char*)block + ((sizeof(*block) + ALIGNMENT - 1) & ~(ALIGNMENT - 1));
}

static void
free_blocks(IsnArenaBlock* block)
{
  while (block) {
    IsnArenaBlock* const next = block->next;
    free(block);
    block = next;
  }
}

static void
unmap_tables(IsnArena* const arena)
{
  for (const IsnArenaTable* t = arena->tables; t; t = t->next) {
    munmap(t->memory, t->n_bytes);
  }
  arena->tables = NULL;
}

void
isn_arena_clear(IsnArena* const arena)
{
  unmap_tables(arena);
  free_blocks(arena->first);
  memset(arena, 0, sizeof(*arena));
}

void
isn_arena_reset(IsnArena* const arena)
{
  unmap_tables(arena);
  // Blocks larger than ordinary ones came from one huge document: let them go;
  // a hot arena will need as large a table again
  IsnArenaBlock** link = &arena->first;
  while (*link) {
    IsnArenaBlock* const block = *link;
    const size_t ordinary = arena->is_hot ? 2 * HUGE_PAGE : BLOCK_SIZE;
    if (block->n_bytes > ordinary) {
      *link = block->next;
      free(block);
    } else {
      link = &block->next;
    }
  }
  arena->current = arena->first;
  arena->n_used = 0;
  arena->n_total = 0;
}

static IsnArenaBlock*
new_block(const size_t n_bytes)
{
  const size_t size = n_bytes > BLOCK_SIZE ? n_bytes : BLOCK_SIZE;
  IsnArenaBlock* const block = malloc(sizeof(*block) + ALIGNMENT + size);
  if (block) {
    block->n_bytes = size;
  }
  return block;
}

static IsnArenaBlock*
new_huge_block(const size_t n_bytes)
{
  const size_t n_header = sizeof(IsnArenaBlock) + ALIGNMENT;
  const size_t size = (n_bytes + n_header + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
  IsnArenaBlock* const block = aligned_alloc(HUGE_PAGE, size);
  if (block) {
#ifdef MADV_HUGEPAGE
    madvise(block, size, MADV_HUGEPAGE); // refused, it is merely slower
#endif
    block->n_bytes = size - n_header;
  }
  return block;
}

static bool
add_block(IsnArena* const arena, const size_t n_bytes)
{
  IsnArenaBlock* const next = arena->current ? arena->current->next : NULL;
  if (next && next->n_bytes >= n_bytes) {
    arena->current = next;
    arena->n_used = 0;
    return true;
  }
  const bool is_huge = arena->is_hot || arena->n_total >= MIN_FOR_HUGE;
  IsnArenaBlock* const block =
    is_huge ? new_huge_block(n_bytes) : new_block(n_bytes);
  if (!block) {
    return false;
  }
  block->next = next;
  if (arena->current) {
    arena->current->next = block;
  } else {
    arena->first = block;
  }
  arena->current = block;
  arena->n_used = 0;
  return true;
}

void*
isn_arena_take(IsnArena* const arena, const size_t n_bytes)
{
  if (n_bytes > SIZE_MAX / 4) {
    return NULL;
  }
  const size_t size =
    ((n_bytes ? n_bytes : 1) + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  if (!arena->current || arena->current->n_bytes - arena->n_used < size) {
    if (!add_block(arena, size)) {
      return NULL;
    }
  }
  char* const memory = block_memory(arena->current) + arena->n_used;
  arena->n_used += size;
  arena->n_total += size;
  return memory;
}

void*
isn_arena_alloc(IsnArena* const arena, const size_t n_bytes)
{
  void* const memory = isn_arena_take(arena, n_bytes);
  return memory ? memset(memory, 0, n_bytes ? n_bytes : 1) : NULL;
}

void*
isn_arena_array(IsnArena* const arena, const size_t n, const size_t size)
{
  return size && n > SIZE_MAX / 4 / size ? NULL
                                         : isn_arena_alloc(arena, n * size);
}

IsnStr
isn_arena_copy(IsnArena* const arena, const IsnStr s)
{
  char* const memory = isn_arena_take(arena, s.n_bytes + 1);
  if (!memory) {
    return (IsnStr){ NULL, 0 };
  }
  memory[s.n_bytes] = 0;
  if (s.n_bytes) {
    memcpy(memory, s.data, s.n_bytes);
  }
  return (IsnStr){ memory, s.n_bytes };
}

IsnStr
isn_arena_print(IsnArena* const arena, const char* const format, ...)
{
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  const int length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char* const memory =
    length < 0 ? NULL : isn_arena_alloc(arena, (size_t)length + 1);
  if (memory) {
    vsnprintf(memory, (size_t)length + 1, format, again);
  }
  va_end(again);
  return (IsnStr){ memory, memory ? (size_t)length : 0 };
}

// Arrays in memory of their own -----------------------------------------------

static void*
map(const size_t n_bytes)
{
  void* const memory = mmap(
    NULL, n_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

/// The same memory with room for more, or NULL: what is new is zero.
static void*
remap(void* const memory, const size_t n_old, const size_t n_bytes)
{
#ifdef MREMAP_MAYMOVE
  void* const moved = mremap(memory, n_old, n_bytes, MREMAP_MAYMOVE);
  return moved == MAP_FAILED ? NULL : moved;
#else
  void* const moved = map(n_bytes);
  if (moved) {
    memcpy(moved, memory, n_old);
    munmap(memory, n_old);
  }
  return moved;
#endif
}

static IsnArenaTable*
find_table(const IsnArena* const arena, const void* const memory)
{
  IsnArenaTable* table = memory ? arena->tables : NULL;
  while (table && table->memory != memory) {
    table = table->next;
  }
  return table;
}

/// An array of `n_bytes`, of which those of `array` that are used are kept.
static void*
grow_table(IsnArena* const arena,
           void* const array,
           const size_t n_used,
           const size_t n_bytes)
{
  IsnArenaTable* table = find_table(arena, array);
  if (table) {
    void* const moved = remap(table->memory, table->n_bytes, n_bytes);
    if (moved) {
      arena->n_total += n_bytes - table->n_bytes;
      *table = (IsnArenaTable){ table->next, moved, n_bytes };
    }
    return moved;
  }
  table = isn_arena_take(arena, sizeof(*table));
  void* const memory = table ? map(n_bytes) : NULL;
  if (memory) {
    *table = (IsnArenaTable){ arena->tables, memory, n_bytes };
    arena->tables = table;
    arena->n_total += n_bytes;
    if (n_used) {
      memcpy(memory, array, n_used);
    }
  }
  return memory;
}

void*
isn_arena_table(IsnArena* const arena, const size_t n, const size_t size)
{
  return !n || !size || n > SIZE_MAX / 4 / size
           ? NULL
           : grow_table(arena, NULL, 0, n * size);
}

void*
isn_arena_grow(IsnArena* const arena,
               void* const array,
               const size_t n,
               size_t* const capacity,
               const size_t size)
{
  if (n < *capacity) {
    return array;
  }
  const size_t larger = *capacity ? *capacity * 2 : 16;
  if (!size || larger > SIZE_MAX / 4 / size) {
    return NULL;
  }
  void* moved = NULL;
  if (larger * size >= MIN_FOR_TABLE || find_table(arena, array)) {
    moved = grow_table(arena, array, n * size, larger * size);
  } else if ((moved = isn_arena_array(arena, larger, size)) && n) {
    memcpy(moved, array, n * size);
  }
  if (moved) {
    *capacity = larger;
  }
  return moved;
}
