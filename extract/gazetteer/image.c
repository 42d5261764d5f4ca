// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/image.h"

#include "extract/base/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGE_BYTES ((uint64_t)4 << 20)
#define SAMPLE_BYTES ((uint64_t)4096)
#define N_SAMPLES 64u

static const size_t section_sizes[ISN_N_SECTIONS] = {
  [ISN_SECTION_STRINGS] = 1,
  [ISN_SECTION_CLASS_NAMES] = sizeof(IsnImageStr),
  [ISN_SECTION_WORDS] = sizeof(IsnImageWord),
  [ISN_SECTION_WORD_SLOTS] = sizeof(uint32_t),
  [ISN_SECTION_WORD_CLASSES] = sizeof(uint32_t),
  [ISN_SECTION_EDGES] = sizeof(IsnImageEdge),
  [ISN_SECTION_STATES] = sizeof(IsnImageState),
  [ISN_SECTION_ACCEPTS] = sizeof(IsnImageAccept),
  [ISN_SECTION_ENTRIES] = sizeof(IsnImageEntry),
};

/// Whether every section lies inside the file.
static bool
is_whole(const IsnImageHeader* const header, const uint64_t n_bytes)
{
  if (memcmp(header->magic, ISN_IMAGE_MAGIC, sizeof(header->magic)) ||
      header->n_bytes != n_bytes) {
    return false;
  }
  if (header->sections[ISN_SECTION_CLASS_NAMES].n * 2 > ISN_IMAGE_CLASS_SLOTS) {
    return false;
  }
  for (int i = 0; i < ISN_N_SECTIONS; ++i) {
    const uint64_t offset = header->sections[i].offset;
    const uint64_t n = header->sections[i].n;
    if (offset > n_bytes || n > (n_bytes - offset) / section_sizes[i]) {
      return false;
    }
  }
  return true;
}

uint64_t
isn_image_sum(uint64_t sum, const void* const data, const size_t n_bytes)
{
  const char* const bytes = data;
  for (size_t at = 0; at < n_bytes; at += 16) {
    uint64_t words[2] = { 0, 0 };
    if (n_bytes - at >= sizeof(words)) {
      memcpy(words, bytes + at, sizeof(words));
    } else {
      memcpy(words, bytes + at, n_bytes - at);
    }
    sum = (sum ^ words[0]) * 0x9E3779B97F4A7C15u;
    sum = (sum ^ (sum >> 32) ^ words[1]) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 29;
  }
  return sum;
}

void
isn_image_print_sum(const uint64_t sum, char out[ISN_IMAGE_SUM_SIZE])
{
  memset(out, 0, ISN_IMAGE_SUM_SIZE);
  snprintf(out, ISN_IMAGE_SUM_SIZE, "%016llx", (unsigned long long)sum);
}

/// Up to SAMPLE_BYTES from `at` on, but nothing behind `end`.
static uint64_t
add_sample(const uint64_t sum,
           const IsnImageHeader* const header,
           const uint64_t at,
           const uint64_t end)
{
  const uint64_t n = end - at < SAMPLE_BYTES ? end - at : SAMPLE_BYTES;
  return isn_image_sum(sum, (const char*)header + at, (size_t)n);
}

uint64_t
isn_image_sample(const IsnImageHeader* const header)
{
  IsnImageHeader bare = *header;
  bare.sample = 0;
  uint64_t sum = isn_image_sum(0, &bare, sizeof(bare));
  for (int i = 0; i < ISN_N_SECTIONS; ++i) {
    const uint64_t begin = header->sections[i].offset;
    const uint64_t n = header->sections[i].n * section_sizes[i];
    sum = add_sample(sum, header, begin, begin + n);
    sum = add_sample(sum,
                     header,
                     begin + (n > SAMPLE_BYTES ? n - SAMPLE_BYTES : 0),
                     begin + n);
  }
  for (uint64_t i = 0; i < N_SAMPLES; ++i) {
    const uint64_t at =
      sizeof(bare) + (header->n_bytes - sizeof(bare)) / N_SAMPLES * i;
    sum = add_sample(sum, header, at, header->n_bytes);
  }
  return sum;
}

static bool
is_intact(const IsnImageHeader* const header)
{
  IsnImageHeader bare = *header;
  char wanted[ISN_IMAGE_SUM_SIZE];
  memset(bare.checksum, 0, sizeof(bare.checksum));
  bare.sample = 0;
  uint64_t sum = isn_image_sum(0, &bare, sizeof(bare));
  sum = isn_image_sum(sum, header + 1, header->n_bytes - sizeof(*header));
  isn_image_print_sum(sum, wanted);
  return !memcmp(wanted, header->checksum, sizeof(wanted));
}

bool
isn_image_is_intact(const IsnImage* const image)
{
  return is_intact(image->header);
}

static const void*
section(const IsnImageHeader* const header, const IsnSection s)
{
  return (const char*)header + header->sections[s].offset;
}

/// The slot of a class's name, or the empty one where it would be.
static size_t
class_slot(const IsnImage* const image, const IsnStr name)
{
  size_t i = (size_t)isn_pool_hash(name) % ISN_IMAGE_CLASS_SLOTS;
  while (image->class_slots[i] &&
         !isn_str_equal(
           isn_image_str(image, image->class_names[image->class_slots[i] - 1]),
           name)) {
    i = (i + 1) % ISN_IMAGE_CLASS_SLOTS;
  }
  return i;
}

static void
locate(IsnImage* const image, const IsnImageHeader* const h)
{
  image->header = h;
  image->strings = section(h, ISN_SECTION_STRINGS);
  image->class_names = section(h, ISN_SECTION_CLASS_NAMES);
  image->words = section(h, ISN_SECTION_WORDS);
  image->word_slots = section(h, ISN_SECTION_WORD_SLOTS);
  image->word_mask = (uint32_t)(h->sections[ISN_SECTION_WORD_SLOTS].n - 1);
  image->word_classes = section(h, ISN_SECTION_WORD_CLASSES);
  image->edges = section(h, ISN_SECTION_EDGES);
  image->edge_mask = (uint32_t)(h->sections[ISN_SECTION_EDGES].n - 1);
  image->states = section(h, ISN_SECTION_STATES);
  image->accepts = section(h, ISN_SECTION_ACCEPTS);
  image->entries = section(h, ISN_SECTION_ENTRIES);
  for (uint32_t i = 0; i < isn_image_n_classes(image); ++i) {
    const IsnStr name = isn_image_str(image, image->class_names[i]);
    image->class_slots[class_slot(image, name)] = (uint16_t)(i + 1);
  }
}

static const IsnImageHeader*
map(const int fd, uint64_t* const n_bytes)
{
  struct stat info;
  if (fstat(fd, &info) || (size_t)info.st_size < sizeof(IsnImageHeader)) {
    return NULL;
  }
  *n_bytes = (uint64_t)info.st_size;
  void* const memory =
    mmap(NULL, (size_t)*n_bytes, PROT_READ, MAP_SHARED, fd, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

IsnStatus
isn_image_open(IsnImage* const image,
               const char* const path,
               const IsnSink* const sink)
{
  const IsnPlace place = { path, 0, 0 };
  memset(image, 0, sizeof(*image));
  const int fd = open(path, O_RDONLY);
  if (fd < 0) {
    return isn_error(sink,
                     ISN_ERR_RULES,
                     &place,
                     "cannot open the compiled gazetteers (%s); make them "
                     "with `isnad compile`",
                     strerror(errno));
  }
  uint64_t n_bytes = 0;
  const IsnImageHeader* const header = map(fd, &n_bytes);
  close(fd);
  if (!header || !is_whole(header, n_bytes) ||
      header->sample != isn_image_sample(header) ||
      (n_bytes < LARGE_BYTES && !is_intact(header))) {
    if (header) {
      munmap((void*)(uintptr_t)header, (size_t)n_bytes);
    }
    return isn_error(sink,
                     ISN_ERR_RULES,
                     &place,
                     "not a whole image of compiled gazetteers of this "
                     "version; make it again with `isnad compile`");
  }
  locate(image, header);
  return ISN_SUCCESS;
}

void
isn_image_close(IsnImage* const image)
{
  if (image->header) {
    munmap((void*)(uintptr_t)image->header, (size_t)image->header->n_bytes);
  }
  memset(image, 0, sizeof(*image));
}

uint32_t
isn_image_find_word(const IsnImage* const image, const IsnStr normal)
{
  const uint64_t hash = isn_str_hash(normal);
  for (uint32_t i = (uint32_t)hash & image->word_mask;;
       i = (i + 1) & image->word_mask) {
    const uint32_t word = image->word_slots[i];
    if (!word || isn_str_equal(isn_image_str(image, image->words[word].normal),
                               normal)) {
      return word;
    }
  }
}

uint32_t
isn_image_step(const IsnImage* const image,
               const uint32_t state,
               const uint32_t word)
{
  for (uint32_t i = isn_image_edge_hash(state, word) & image->edge_mask;;
       i = (i + 1) & image->edge_mask) {
    const IsnImageEdge* const edge = &image->edges[i];
    if (!edge->next || (edge->state == state && edge->word == word)) {
      return edge->next;
    }
  }
}

uint32_t
isn_image_n_classes(const IsnImage* const image)
{
  return (uint32_t)image->header->sections[ISN_SECTION_CLASS_NAMES].n;
}

uint32_t
isn_image_find_class(const IsnImage* const image, const IsnStr name)
{
  const uint32_t number = image->class_slots[class_slot(image, name)];
  return number ? number - 1 : ISN_NO_CLASS;
}
