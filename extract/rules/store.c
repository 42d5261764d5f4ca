// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "isnadrl2"
#define ALIGNMENT ((size_t)8)
#define NO_STRING UINT32_MAX

/// What a file begins with. All of it must be as expected.
typedef struct {
  char magic[8];
  uint64_t n_bytes;               ///< Of the whole file
  char sum[ISN_IMAGE_SUM_SIZE];   ///< Of all behind this header
  char rules[24];                 ///< Checksum of the rule files
  char image[ISN_IMAGE_SUM_SIZE]; ///< Checksum of the image
  char library[64];               ///< PCRE2's version
  uint32_t sizes[4]; ///< Of structures that are kept as they lie in memory
} Header;

/// A walk over all that is kept, which writes it, or reads it back: so both
/// are one description. What is read refers to the file, where it can.
typedef struct {
  bool is_reading;
  IsnBuffer out;
  const char* data; // reading: the mapped file
  size_t n_bytes;
  size_t at;
  IsnArena* arena; // for what must be put together anew
  bool failed;
} Store;

static void
align(Store* const s)
{
  if (s->is_reading) {
    s->at = (s->at + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    return;
  }
  while (s->out.n_bytes % ALIGNMENT) {
    isn_buffer_append_byte(&s->out, 0);
  }
}

/// The next `n` bytes of the file, or NULL.
static const char*
next_bytes(Store* const s, const size_t n)
{
  if (s->failed || n > s->n_bytes || s->at > s->n_bytes - n) {
    s->failed = true;
    return NULL;
  }
  s->at += n;
  return s->data + s->at - n;
}

/// Something that holds no pointers, copied.
static void
keep_bytes(Store* const s, void* const bytes, const size_t n)
{
  if (!s->is_reading) {
    isn_buffer_append(&s->out, (IsnStr){ bytes, n });
    return;
  }
  const char* const kept = next_bytes(s, n);
  if (kept) {
    memcpy(bytes, kept, n);
  }
}

/// An array whose elements hold no pointers; read, it is the file's own.
static const void*
keep_array(Store* const s, const void* const array, const size_t n_bytes)
{
  align(s);
  if (!n_bytes) {
    return array;
  }
  if (!s->is_reading) {
    isn_buffer_append(&s->out, (IsnStr){ array, n_bytes });
    return array;
  }
  return next_bytes(s, n_bytes);
}

/// Members of structures are not const, but nobody writes to them once loaded.
#define KEEP_ARRAY(s, member, n)                                               \
  do {                                                                         \
    const void* const kept_ =                                                  \
      keep_array((s), (member), (n) * sizeof(*(member)));                      \
    (member) = (void*)(uintptr_t)kept_;                                        \
  } while (0)

static void
keep_str(Store* const s, IsnStr* const str)
{
  uint32_t n = str->data ? (uint32_t)str->n_bytes : NO_STRING;
  align(s);
  keep_bytes(s, &n, sizeof(n));
  if (n == NO_STRING) {
    *str = (IsnStr){ NULL, 0 };
  } else if (s->is_reading) {
    *str = (IsnStr){ next_bytes(s, (size_t)n + 1), n };
  } else {
    isn_buffer_append(&s->out, *str);
    isn_buffer_append_byte(&s->out, 0);
  }
}

/// An array with pointers in it: its bytes, copied where it is read, so that
/// the pointers can be set.
static void*
keep_structs(Store* const s, void* const structs, const size_t n, size_t size)
{
  if (!n) {
    return NULL;
  }
  align(s);
  void* const memory =
    s->is_reading ? isn_arena_take(s->arena, n * size + 1) : structs;
  if (!memory) {
    s->failed = true;
    return NULL;
  }
  keep_bytes(s, memory, n * size);
  return s->failed ? NULL : memory;
}

// Rules ---------------------------------------------------------------------

static void
keep_ref(Store* const s, IsnRef* const ref)
{
  keep_str(s, &ref->name);
}

static void
keep_fact(Store* const s, IsnRuleFact* const fact)
{
  keep_ref(s, &fact->subject);
  keep_ref(s, &fact->object);
  keep_ref(s, &fact->context);
  keep_str(s, &fact->constant);
}

static void
keep_example(Store* const s, IsnExample* const e)
{
  keep_str(s, &e->text);
  keep_str(s, &e->date);
  e->expectations = keep_structs(
    s, e->expectations, e->n_expectations, sizeof(*e->expectations));
  for (size_t i = 0; !s->failed && i < e->n_expectations; ++i) {
    keep_str(s, &e->expectations[i].subject);
    keep_str(s, &e->expectations[i].object);
  }
}

static void
keep_regex(Store* const s, IsnRegex** const regex)
{
  uint32_t n_groups = s->is_reading ? 0 : isn_regex_n_groups(*regex);
  keep_bytes(s, &n_groups, sizeof(n_groups));
  IsnStr code = { NULL, 0 };
  IsnBuffer written = { 0 };
  if (!s->is_reading) {
    s->failed = isn_regex_write(*regex, &written) || s->failed;
    code = isn_buffer_str(&written);
  }
  uint64_t n_bytes = code.n_bytes;
  align(s);
  keep_bytes(s, &n_bytes, sizeof(n_bytes));
  code.data = keep_array(s, code.data, n_bytes);
  code.n_bytes = n_bytes;
  if (s->is_reading) {
    *regex = s->failed ? NULL : isn_regex_stored(code, n_groups);
    s->failed = s->failed || !*regex;
  }
  isn_buffer_clear(&written);
}

static void
keep_rule(Store* const s, IsnRule* const rule)
{
  IsnRef* const refs[] = {
    &rule->mention,    &rule->trigger, &rule->nested,    &rule->speaker,
    &rule->body,       &rule->account, &rule->elsewhere, &rule->away,
    &rule->excellency, &rule->unheld,  &rule->listed,
  };
  keep_str(s, &rule->name);
  keep_str(s, &rule->file);
  keep_str(s, &rule->pattern);
  keep_str(s, &rule->entity_kind);
  for (size_t i = 0; i < sizeof(refs) / sizeof(refs[0]); ++i) {
    keep_ref(s, refs[i]);
  }
  rule->facts =
    keep_structs(s, rule->facts, rule->n_facts, sizeof(*rule->facts));
  for (size_t i = 0; !s->failed && i < rule->n_facts; ++i) {
    keep_fact(s, &rule->facts[i]);
  }
  rule->examples =
    keep_structs(s, rule->examples, rule->n_examples, sizeof(*rule->examples));
  for (size_t i = 0; !s->failed && i < rule->n_examples; ++i) {
    keep_example(s, &rule->examples[i]);
  }
}

static void
keep_defines(Store* const s, IsnRuleSet* const set)
{
  set->defines =
    keep_structs(s, set->defines, set->n_defines, sizeof(*set->defines));
  for (size_t i = 0; !s->failed && i < set->n_defines; ++i) {
    keep_str(s, &set->defines[i].name);
    keep_str(s, &set->defines[i].pattern);
  }
}

// Filter --------------------------------------------------------------------

static void
keep_pool(Store* const s, IsnPool* const pool)
{
  pool->items =
    keep_structs(s, pool->items, pool->n_items, sizeof(*pool->items));
  for (size_t i = 0; !s->failed && i < pool->n_items; ++i) {
    uint64_t n = pool->items[i].n_bytes;
    align(s);
    keep_bytes(s, &n, sizeof(n));
    pool->items[i] =
      (IsnStr){ keep_array(s, pool->items[i].data, n), (size_t)n };
  }
  KEEP_ARRAY(s, pool->slots, pool->n_slots);
  pool->arena = NULL;
}

static void
keep_lists(Store* const s, IsnLists* const lists, const size_t n_lists)
{
  KEEP_ARRAY(s, lists->begin, n_lists + 2);
  if (!s->failed) {
    KEEP_ARRAY(s, lists->items, lists->begin[n_lists] + 1u);
  }
}

static void
keep_net(Store* const s, IsnNet* const net)
{
  if (net->n_nodes) {
    KEEP_ARRAY(s, net->first_arc, net->n_nodes + 1u);
  }
  if (net->n_nodes && !s->failed) {
    KEEP_ARRAY(s, net->arcs, net->first_arc[net->n_nodes]);
  }
}

static void
keep_filter(Store* const s, IsnFilter* const f)
{
  const size_t n_row = isn_filter_row(f) + 1;
  f->arena = NULL;
  keep_pool(s, &f->tests.words);
  keep_pool(s, &f->tests.atoms);
  keep_pool(s, &f->tests.tests);
  f->nets = keep_structs(s, f->nets, f->n_rules, sizeof(*f->nets));
  for (size_t i = 0; !s->failed && i < f->n_rules; ++i) {
    keep_net(s, &f->nets[i]);
  }
  KEEP_ARRAY(s, f->base, n_row);
  KEEP_ARRAY(s, f->end, n_row);
  KEEP_ARRAY(s, f->at_begin, n_row);
  KEEP_ARRAY(s, f->needless, f->n_words + 1);
  KEEP_ARRAY(s, f->groups, ISN_FILTER_GROUPS * f->n_words + 1);
  keep_lists(s, &f->atom_tests, f->tests.atoms.n_items);
  KEEP_ARRAY(s, f->first_mark, f->tests.tests.n_items + 2);
  if (!s->failed) {
    KEEP_ARRAY(s, f->marks, f->first_mark[f->tests.tests.n_items] + 1u);
  }
  KEEP_ARRAY(s, f->next_atom, f->tests.atoms.n_items + 1);
  KEEP_ARRAY(s, f->word_atoms, f->tests.words.n_items + 1);
  KEEP_ARRAY(s, f->word_bits, ISN_FILTER_WORD_BITS / 64);
}

static void
keep_kinds(Store* const s, IsnKinds* const kinds)
{
  const size_t n = kinds->n;
  kinds->n = s->is_reading ? 0 : n;
  kinds->list = keep_structs(s, kinds->list, n, sizeof(*kinds->list));
  for (size_t i = 0; s->is_reading && !s->failed && i < n; ++i) {
    kinds->list[i].regex = NULL;
  }
  kinds->n = s->failed ? 0 : n;
  for (size_t i = 0; i < kinds->n && !s->failed; ++i) {
    keep_str(s, &kinds->list[i].name);
    keep_str(s, &kinds->list[i].pattern);
    keep_regex(s, &kinds->list[i].regex);
  }
}

static void
keep_letters(Store* const s, IsnLetters* const letters)
{
  IsnFormulas* const f = &letters->formulas;
  keep_pool(s, &letters->begins);
  keep_pool(s, &letters->endings);
  KEEP_ARRAY(s, f->steps, f->n_steps);
  KEEP_ARRAY(s, f->proofs, f->n_proofs);
  KEEP_ARRAY(s, f->begins.first, f->begins.n);
  KEEP_ARRAY(s, f->endings.first, f->endings.n);
  KEEP_ARRAY(s, f->classes.first, f->classes.n);
  KEEP_ARRAY(s, f->counts.first, f->counts.n);
  f->code = NULL; // all are built
  f->tests = (IsnTests){ .words = { .arena = NULL } };
  f->tested = (IsnProofLists){ .first = NULL };
  f->arena = NULL;
}

/// All of the set. Where it is read, rules count once they can be freed.
static void
keep_set(Store* const s, IsnRuleSet* const set)
{
  keep_bytes(s, set, sizeof(*set));
  const size_t n_rules = set->n_rules;
  set->n_rules = s->is_reading ? 0 : n_rules;
  if (s->failed) {
    set->kinds.n = 0;
    return;
  }
  keep_kinds(s, &set->kinds);
  keep_defines(s, set);
  set->rules = keep_structs(s, set->rules, n_rules, sizeof(*set->rules));
  for (size_t i = 0; s->is_reading && !s->failed && i < n_rules; ++i) {
    set->rules[i].regex = NULL;
  }
  set->n_rules = s->failed ? 0 : n_rules;
  for (size_t i = 0; i < set->n_rules && !s->failed; ++i) {
    keep_rule(s, &set->rules[i]);
  }
  if (!s->failed) {
    keep_letters(s, &set->letters);
    keep_filter(s, &set->filter);
    keep_filter(s, &set->kinds_filter);
  }
  for (size_t i = 0; i < set->n_rules && !s->failed; ++i) {
    keep_regex(s, &set->rules[i].regex);
  }
}

// File ----------------------------------------------------------------------

static Header
make_header(const char* const checksum, const IsnImage* const image)
{
  Header h = { .sizes = { sizeof(IsnRuleSet),
                          sizeof(IsnRule),
                          sizeof(IsnNet),
                          ISN_FILTER_PARTS } };
  memcpy(h.magic, MAGIC, sizeof(h.magic));
  snprintf(h.rules, sizeof(h.rules), "%s", checksum);
  memcpy(h.image, image->header->checksum, sizeof(h.image));
  isn_regex_version(h.library, sizeof(h.library));
  return h;
}

IsnStr
isn_store_path(IsnArena* const arena, const char* const image_path)
{
  return isn_arena_print(arena, "%s.rules", image_path);
}

static bool
write_whole(const Header* const header,
            const IsnStr body,
            const char* const path,
            const char* const path_new)
{
  FILE* const file = fopen(path_new, "wb");
  bool is_good = file && fwrite(header, sizeof(*header), 1, file) == 1 &&
                 fwrite(body.data, 1, body.n_bytes, file) == body.n_bytes;
  is_good = file && !fclose(file) && is_good;
  return is_good && !rename(path_new, path);
}

IsnStatus
isn_store_write(const IsnRuleSet* const set,
                const IsnImage* const image,
                const char* const path,
                const IsnSink* const sink)
{
  Store s = { .is_reading = false };
  IsnRuleSet copy = *set;
  IsnArena arena = { 0 };
  const char* const path_new = isn_arena_print(&arena, "%s.new", path).data;
  memset(&copy.arena, 0, sizeof(copy.arena));
  copy.watch = NULL;
  copy.mapped = NULL;
  keep_set(&s, &copy);
  IsnStatus st = ISN_SUCCESS;
  if (s.failed || s.out.failed || !path_new) {
    st = ISN_ERR_NO_MEMORY;
  } else {
    Header header = make_header(set->checksum, image);
    header.n_bytes = sizeof(header) + s.out.n_bytes;
    isn_image_print_sum(isn_image_sum(0, s.out.data, s.out.n_bytes),
                        header.sum);
    if (!write_whole(&header, isn_buffer_str(&s.out), path, path_new)) {
      const IsnPlace place = { path, 0, 0 };
      st = isn_error(sink,
                     ISN_ERR_OUTPUT,
                     &place,
                     "cannot write the compiled rules: %s",
                     strerror(errno));
      unlink(path_new);
    }
  }
  isn_buffer_clear(&s.out);
  isn_arena_clear(&arena);
  return st;
}

/// The file, if it is whole and made from what is at hand.
static const Header*
map(const char* const path, const Header* const wanted)
{
  const int fd = open(path, O_RDONLY);
  struct stat info;
  void* memory = MAP_FAILED;
  if (fd >= 0 && !fstat(fd, &info) && (size_t)info.st_size > sizeof(Header)) {
    memory = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, fd, 0);
  }
  if (fd >= 0) {
    close(fd);
  }
  if (memory == MAP_FAILED) {
    return NULL;
  }
  const Header* const header = memory;
  Header expected = *wanted;
  const size_t n = (size_t)info.st_size - sizeof(*header);
  expected.n_bytes = (uint64_t)info.st_size;
  isn_image_print_sum(isn_image_sum(0, header + 1, n), expected.sum);
  if (memcmp(header, &expected, sizeof(expected))) {
    munmap(memory, (size_t)info.st_size);
    return NULL;
  }
  return header;
}

/// Where the data folder has moved since, the files have too.
static void
set_paths(IsnRuleSet* const set, const char* const data_dir)
{
  for (size_t i = 0; i < set->n_rules; ++i) {
    const IsnStr file = set->rules[i].file;
    const char* const slash = strrchr(file.data, '/');
    const char* const name = slash ? slash + 1 : file.data;
    set->rules[i].file =
      i && isn_str_ends(set->rules[i - 1].file, isn_str(name))
        ? set->rules[i - 1].file
        : isn_arena_print(&set->arena, "%s/rules/%s", data_dir, name);
  }
}

bool
isn_store_load(IsnRuleSet* const set,
               const char* const checksum,
               const IsnImage* const image,
               const char* const data_dir,
               const char* const path)
{
  const Header wanted = make_header(checksum, image);
  const Header* const header = map(path, &wanted);
  if (!header) {
    return false;
  }
  IsnArena arena = { 0 };
  Store s = { .is_reading = true,
              .data = (const char*)(header + 1),
              .n_bytes = header->n_bytes - sizeof(*header),
              .arena = &arena };
  memset(set, 0, sizeof(*set));
  keep_set(&s, set);
  set->arena = arena;
  set->filter.arena = set->kinds_filter.arena = &set->arena;
  set->mapped = header;
  if (s.failed) {
    isn_rules_clear(set);
    return false;
  }
  set_paths(set, data_dir);
  return true;
}

void
isn_store_close(IsnRuleSet* const set)
{
  if (set->mapped) {
    const Header* const header = set->mapped;
    munmap((void*)(uintptr_t)header, (size_t)header->n_bytes);
    set->mapped = NULL;
  }
}
