// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/builder.h"

#include "extract/base/buffer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
  const void* data;
  uint64_t n;
  size_t size;
} Section;

static int
compare_classes(const void* const a, const void* const b)
{
  const IsnBuilderClass* const x = a;
  const IsnBuilderClass* const y = b;
  if (x->word != y->word) {
    return x->word < y->word ? -1 : 1;
  }
  return (x->class_and_features > y->class_and_features) -
         (x->class_and_features < y->class_and_features);
}

static int
compare_accepts(const void* const a, const void* const b)
{
  const IsnBuilderAccept* const x = a;
  const IsnBuilderAccept* const y = b;
  if (x->state != y->state) {
    return x->state < y->state ? -1 : 1;
  }
  return (x->accept.entry > y->accept.entry) -
         (x->accept.entry < y->accept.entry);
}

/// One list of classes a word; the features of a class twice are united.
static uint32_t*
flatten_classes(IsnBuilder* const b, size_t* const n_out)
{
  IsnBuilderClass* const list = b->word_classes.data;
  const size_t n = b->word_classes.n;
  uint32_t* const out = malloc((n + 1) * sizeof(*out));
  if (!out) {
    return NULL;
  }
  if (n) {
    qsort(list, n, sizeof(*list), compare_classes);
  }
  size_t n_flat = 0;
  for (size_t i = 0; i < n; ++i) {
    IsnImageWord* const word = (IsnImageWord*)b->words.data + list[i].word;
    const uint32_t value = list[i].class_and_features;
    if (!word->n_classes) {
      word->first_class = (uint32_t)n_flat;
      // A word with classes has its last one there
      // NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult)
    } else if (out[n_flat - 1] >> 16 == value >> 16) {
      out[n_flat - 1] |= value;
      continue;
    }
    ++word->n_classes;
    out[n_flat++] = value;
  }
  *n_out = n_flat;
  return out;
}

static bool
flatten_accepts(IsnBuilder* const b,
                IsnImageState** const states,
                IsnImageAccept** const accepts)
{
  IsnBuilderAccept* const list = b->accepts.data;
  const size_t n = b->accepts.n;
  *states = calloc(b->n_states, sizeof(**states));
  *accepts = calloc(n + 1, sizeof(**accepts));
  if (!*states || !*accepts) {
    return false;
  }
  if (n) {
    qsort(list, n, sizeof(*list), compare_accepts);
  }
  for (size_t i = 0; i < n; ++i) {
    IsnImageState* const state = &(*states)[list[i].state];
    if (!state->n_accepts) {
      state->first_accept = (uint32_t)i;
    }
    ++state->n_accepts;
    (*accepts)[i] = list[i].accept;
  }
  return true;
}

/// Checksum of header and sections as they will lie in the file.
static void
checksum(const Section* const sections, IsnImageHeader* const header)
{
  uint64_t sum = isn_image_sum(0, header, sizeof(*header));
  for (int s = 0; s < ISN_N_SECTIONS; ++s) {
    sum =
      isn_image_sum(sum, sections[s].data, sections[s].n * sections[s].size);
  }
  isn_image_print_sum(sum, header->checksum);
}

static bool
write_sections(FILE* const file, const Section* const sections)
{
  IsnImageHeader header = { .n_bytes = sizeof(header) };
  memcpy(header.magic, ISN_IMAGE_MAGIC, sizeof(header.magic));
  for (int s = 0; s < ISN_N_SECTIONS; ++s) {
    header.sections[s].offset = header.n_bytes;
    header.sections[s].n = sections[s].n;
    header.n_bytes += (sections[s].n * sections[s].size + 15) / 16 * 16;
  }
  checksum(sections, &header);
  if (fwrite(&header, sizeof(header), 1, file) != 1) {
    return false;
  }
  static const char padding[16] = { 0 };
  for (int s = 0; s < ISN_N_SECTIONS; ++s) {
    const size_t n = sections[s].n * sections[s].size;
    const size_t n_padding = (16 - n % 16) % 16;
    if ((n && fwrite(sections[s].data, 1, n, file) != n) ||
        fwrite(padding, 1, n_padding, file) != n_padding) {
      return false;
    }
  }
  return true;
}

/// Sum up samples of the file that has just been written.
static bool
sample(FILE* const file)
{
  const long n_bytes = ftell(file);
  if (n_bytes <= 0 || fflush(file)) {
    return false;
  }
  void* const memory = mmap(
    NULL, (size_t)n_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
  if (memory == MAP_FAILED) {
    return false;
  }
  IsnImageHeader* const header = memory;
  header->sample = isn_image_sample(header);
  return !munmap(memory, (size_t)n_bytes);
}

static IsnStatus
write_file(const Section* const sections,
           const char* const path,
           const IsnSink* const sink)
{
  const IsnPlace place = { path, 0, 0 };
  IsnBuffer name = { 0 };
  isn_buffer_append(&name, isn_str(path));
  isn_buffer_append(&name, ISN_STR(".new"));
  isn_buffer_append_byte(&name, 0);
  if (name.failed) {
    return ISN_ERR_NO_MEMORY;
  }
  FILE* const file = fopen(name.data, "w+b");
  bool is_good = file && write_sections(file, sections) && sample(file);
  is_good = file && !fclose(file) && is_good;
  is_good = is_good && !rename(name.data, path);
  const IsnStatus st = is_good
                         ? ISN_SUCCESS
                         : isn_error(sink,
                                     ISN_ERR_OUTPUT,
                                     &place,
                                     "cannot write the compiled gazetteers: %s",
                                     strerror(errno));
  if (!is_good) {
    unlink(name.data);
  }
  isn_buffer_clear(&name);
  return st;
}

IsnStatus
isn_builder_write(IsnBuilder* const b,
                  const char* const path,
                  const IsnSink* const sink)
{
  size_t n_classes = 0;
  uint32_t* const classes = flatten_classes(b, &n_classes);
  IsnImageState* states = NULL;
  IsnImageAccept* accepts = NULL;
  IsnStatus st = ISN_ERR_NO_MEMORY;
  if (classes && flatten_accepts(b, &states, &accepts)) {
    const Section sections[ISN_N_SECTIONS] = {
      [ISN_SECTION_STRINGS] = { b->strings.data, b->strings.n, 1 },
      [ISN_SECTION_CLASS_NAMES] = { b->class_names.data,
                                    b->class_names.n,
                                    b->class_names.size },
      [ISN_SECTION_WORDS] = { b->words.data, b->words.n, b->words.size },
      [ISN_SECTION_WORD_SLOTS] = { b->word_slots.data,
                                   b->word_slots.n,
                                   sizeof(uint32_t) },
      [ISN_SECTION_WORD_CLASSES] = { classes, n_classes, sizeof(*classes) },
      [ISN_SECTION_EDGES] = { b->edges.data, b->edges.n, b->edges.size },
      [ISN_SECTION_STATES] = { states, b->n_states, sizeof(*states) },
      [ISN_SECTION_ACCEPTS] = { accepts, b->accepts.n, sizeof(*accepts) },
      [ISN_SECTION_ENTRIES] = { b->entries.data,
                                b->entries.n,
                                b->entries.size },
    };
    st = write_file(sections, path, sink);
  }
  free(classes);
  free(states);
  free(accepts);
  return st;
}
