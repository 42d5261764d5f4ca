// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file image.h The compiled knowledge of names and words: one file, mapped.
///
/// A hash table takes a normal form to a word; a second one takes (state,
/// word) to the next state of a trie over words; a state accepts entries. All
/// is flat arrays and offsets, so opening it is mapping it, and workers share
/// the pages. Byte order and widths are the machine's: an image is rebuilt,
/// not carried (`isnad compile`).
#ifndef ISN_GAZETTEER_IMAGE_H
#define ISN_GAZETTEER_IMAGE_H

#include "extract/analysis.h"
#include "extract/base/diag.h"

typedef struct {
  uint32_t offset; ///< Into the strings
  uint32_t n_bytes;
} IsnImageStr;

/// Flags of a word.
typedef enum {
  ISN_IMAGE_STRONG = 1 << 0, ///< A word by itself, not only part of a name
  ISN_IMAGE_WORD = 1 << 1,   ///< In a list of ordinary words
  ISN_IMAGE_VERB = 1 << 2,   ///< There as a verb's form, and as no noun's
} IsnImageWordFlag;

typedef struct {
  IsnImageStr normal;
  uint32_t first_class; ///< Into the classes of words
  uint16_t n_classes;
  uint16_t flags;
  uint32_t state; ///< Reached from the start by this word, 0: none
} IsnImageWord;

typedef struct {
  uint32_t state;
  uint32_t word;
  uint32_t next; ///< 0: the slot is empty
} IsnImageEdge;

typedef struct {
  uint32_t first_accept;
  uint32_t n_accepts;
} IsnImageState;

/// Flags of an accepted form.
typedef enum {
  ISN_IMAGE_STRICT = 1 << 0, ///< Only if spelled as listed
} IsnImageAcceptFlag;

typedef struct {
  uint32_t entry;
  uint32_t flags;
  IsnImageStr light; ///< The form as listed, lightly folded
} IsnImageAccept;

typedef struct {
  IsnImageStr type;
  IsnImageStr key;
  IsnImageStr name;
  IsnImageStr same_as;
  IsnImageStr features;
} IsnImageEntry;

/// The sections of an image, in the order of the file.
typedef enum {
  ISN_SECTION_STRINGS,
  ISN_SECTION_CLASS_NAMES,  ///< IsnImageStr
  ISN_SECTION_WORDS,        ///< IsnImageWord, number 0 unused
  ISN_SECTION_WORD_SLOTS,   ///< uint32_t word numbers, a power of two of them
  ISN_SECTION_WORD_CLASSES, ///< uint32_t: class << 16 | features
  ISN_SECTION_EDGES,        ///< IsnImageEdge, a power of two of them
  ISN_SECTION_STATES,       ///< IsnImageState, number 0 is the start
  ISN_SECTION_ACCEPTS,      ///< IsnImageAccept
  ISN_SECTION_ENTRIES,      ///< IsnImageEntry
  ISN_N_SECTIONS
} IsnSection;

#define ISN_IMAGE_MAGIC "isnadgz3"

#define ISN_IMAGE_SUM_SIZE 24

typedef struct {
  char magic[8];
  uint64_t n_bytes;
  char checksum[ISN_IMAGE_SUM_SIZE]; ///< Hex: of all but itself and `sample`
  uint64_t sample; ///< Sum of all else in the header and of samples of the file
  struct {
    uint64_t offset; ///< From the file's start
    uint64_t n;      ///< Elements
  } sections[ISN_N_SECTIONS];
} IsnImageHeader;

/// A power of two, more than twice as many as there can be classes.
#define ISN_IMAGE_CLASS_SLOTS 8192u

/// A mapped image; const once open.
typedef struct {
  const IsnImageHeader* header;
  const char* strings;
  const IsnImageStr* class_names;
  const IsnImageWord* words;
  const uint32_t* word_slots;
  uint32_t word_mask;
  const uint32_t* word_classes;
  const IsnImageEdge* edges;
  uint32_t edge_mask;
  const IsnImageState* states;
  const IsnImageAccept* accepts;
  const IsnImageEntry* entries;
  uint16_t class_slots[ISN_IMAGE_CLASS_SLOTS]; ///< Number + 1, by name's hash
} IsnImage;

#define ISN_NO_CLASS UINT32_MAX

/// Map the image at `path`; closed by isn_image_close. One that is cut off or
/// damaged is refused: ISN_ERR_RULES. Of a large one only samples are looked
/// at, so that its size does not slow the start; see isn_image_is_intact.
IsnStatus
isn_image_open(IsnImage* image, const char* path, const IsnSink* sink);

void
isn_image_close(IsnImage* image);

/// Whether every byte is as it was written: reads all of it.
bool
isn_image_is_intact(const IsnImage* image);

/// Sum of the header but for `sample` itself and of samples of what follows it
/// in memory.
uint64_t
isn_image_sample(const IsnImageHeader* header);

/// Add `n_bytes` of a file, filled up with zeros to 16, to a checksum that
/// begins with 0. It finds accidents, not attacks.
uint64_t
isn_image_sum(uint64_t sum, const void* data, size_t n_bytes);

void
isn_image_print_sum(uint64_t sum, char out[ISN_IMAGE_SUM_SIZE]);

/// Number of the word with this normal form, 0 if there is none.
uint32_t
isn_image_find_word(const IsnImage* image, IsnStr normal);

/// The state behind `state` by `word`, 0 if there is none.
uint32_t
isn_image_step(const IsnImage* image, uint32_t state, uint32_t word);

/// Number of the lexical class `name`, or ISN_NO_CLASS.
uint32_t
isn_image_find_class(const IsnImage* image, IsnStr name);

uint32_t
isn_image_n_classes(const IsnImage* image);

static inline IsnStr
isn_image_str(const IsnImage* const image, const IsnImageStr s)
{
  return (IsnStr){ image->strings + s.offset, s.n_bytes };
}

/// Hash of a trie edge.
static inline uint32_t
isn_image_edge_hash(const uint32_t state, const uint32_t word)
{
  uint64_t h = ((uint64_t)state << 32 | word) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(h >> 32) ^ (uint32_t)(h >> 7);
}

#endif
