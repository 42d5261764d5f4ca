// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file linker.h The mention under way and the entities made so far: what
/// link.c, which says what refers to what, is built upon.
#ifndef ISN_ENTITIES_LINKER_H
#define ISN_ENTITIES_LINKER_H

#include "extract/analysis.h"
#include "extract/base/status.h"
#include "extract/document.h"
#include "extract/entities/index.h"
#include "extract/entities/name.h"

// Roles under which an entity is indexed
#define ISN_BY_KEY 'k'
#define ISN_BY_NAME 'n'
#define ISN_BY_HEAD 'h'
#define ISN_BY_LAST 'l'
#define ISN_BY_TYPE 't'
#define ISN_BY_SORT 's' // a noun before it: «شركة «الأفق»»

/// How many candidates of one word are looked at: the most recent.
#define ISN_MAX_LOOKED_AT 64

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  IsnIndex index;
  IsnName name; // of the mention under way
  const IsnMention* mention;
  size_t n_before; // mentions that lie before it, at the begin of the list
  const IsnEntry* entry; // gazetteer entry of it, or NULL
} IsnLinker;

/// Whether an entity, by one of its names, is what is looked for.
typedef bool (*IsnLinkerFits)(const IsnLinker* l, const IsnIndexNode* node);

/// The only recent entity of the type that fits, or ISN_NO_ENTITY if there are
/// none or several.
uint32_t
isn_linker_find_only(const IsnLinker* l, IsnType type, IsnLinkerFits fits);

/// The gazetteer's entry that a mention names, or NULL.
const IsnEntry*
isn_linker_entry(const IsnAnalysis* a, const IsnMention* mention);

/// The entry of the Arabic short name in brackets behind a body's full one, or
/// NULL: «الشركة الوطنية للصناعة والمناجم (سنيم)».
const IsnEntry*
isn_linker_alias_entry(const IsnLinker* l);

/// All words of a name as one, for its exact form.
uint64_t
isn_linker_name_hash(IsnType type, const IsnName* name);

/// «باتو لورنس»: whether the name has what was split off its first word.
bool
isn_linker_is_whole(const IsnLinker* l, IsnSpan tokens);

/// The words as they stand, on one line, without diacritics and tatweel; no
/// data without memory.
IsnStr
isn_linker_surface(const IsnLinker* l, IsnSpan tokens);

/// Another form of an entity's name, if it has it not yet.
IsnStatus
isn_linker_add_alias(const IsnLinker* l, IsnEntity* entity, IsnStr alias);

/// A new entity of the mention under way.
IsnStatus
isn_linker_add_entity(IsnLinker* l, uint32_t* number);

/// Give a body that was known by a shorter name alone the gazetteer's entry of
/// the mention under way: its key, label and links.
IsnStatus
isn_linker_adopt_entry(const IsnLinker* l, IsnEntity* entity);

/// Index the mention's name as a way to refer to `entity`; false without
/// memory.
bool
isn_linker_index_name(IsnLinker* l, uint32_t entity);

/// Index the acronym beside the mention, which names the entity too.
IsnStatus
isn_linker_index_alias(IsnLinker* l, uint32_t entity);

static inline bool
isn_linker_is_event(const IsnType type)
{
  return type == ISN_TYPE_MEETING || type == ISN_TYPE_OPERATION ||
         type == ISN_TYPE_AGREEMENT;
}

/// The first mention that is looked at for what one means: what was named
/// longer ago is no longer spoken of, and work grows with the text alone.
static inline size_t
isn_linker_first_near(const IsnLinker* const l)
{
  enum { MAX_BACK = 2048 };
  return l->n_before > MAX_BACK ? l->n_before - MAX_BACK : 0;
}

/// Of a body by the noun before it.
static inline uint64_t
isn_linker_sort_hash(const IsnStr noun)
{
  return isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_SORT, noun) *
         0x9E3779B97F4A7C15u;
}

/// Whether a mention has a name of its own in quotation marks.
bool
isn_linker_has_own_name(const IsnLinker* l, const IsnMention* m);

#endif
