// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file document.h The one struct that is filled from left to right.
///
///   read       id, title, date, …, text
///   tokenize   sentences, tokens
///   entities   mentions, entities
///   relations  facts (and the mentions and entities that anaphora adds)
///   rdf        reads all, adds nothing
///
/// Nothing flows back. All arrays and strings live in the document's arena
/// (or are constant), see base/arena.h.
#ifndef ISN_DOCUMENT_H
#define ISN_DOCUMENT_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/base/str.h"
#include "extract/vocabulary.h"

typedef enum {
  ISN_KIND_WORD,
  ISN_KIND_NUMBER,
  ISN_KIND_PUNCTUATION,
  ISN_KIND_LATIN,
  ISN_KIND_SYMBOL,
  ISN_N_KINDS
} IsnTokenKind;

/// A token of the text as it stands, proclitics included.
typedef struct {
  IsnSpan chars; ///< Code points of the text
  IsnSpan bytes; ///< The same in bytes
  IsnTokenKind kind;
} IsnToken;

/// A sentence: a headline, a caption, a list item or one of a paragraph.
typedef struct {
  IsnSpan chars;
  IsnSpan tokens; ///< Indices [begin, end) of tokens that start in it
} IsnSentence;

#define ISN_NO_ENTITY UINT32_MAX

typedef struct {
  uint32_t entity; ///< Index into entities
  IsnType type;
  IsnStr kind;    ///< As of the entity; only while entities are being found
  IsnSpan chars;  ///< Never holds a proclitic
  IsnSpan tokens; ///< Indices [begin, end)
  IsnStr rule;
  IsnSpan name; ///< Of `chars` the name itself («ولاية سنار»); empty: all
  IsnSpan alias;   ///< An acronym beside it, code points; empty if none
  bool is_anaphor; ///< Says again what was named before
  IsnStr further;  ///< Members not known here, as they came: `"a":1,"b":2`
} IsnMention;

typedef struct {
  IsnStr id; ///< "e1", …: unique in the document
  IsnType type;
  IsnStr kind; ///< Country, City, Region, police, …; absent if not known
  IsnStr label;
  IsnStr* aliases; ///< Other forms seen in the text
  size_t n_aliases;
  IsnStr key; ///< Gazetteer key; absent if not known
  IsnStr* same_as;
  size_t n_same_as;
  IsnStr further; ///< Members not known here, as they came
} IsnEntity;

/// Whether a fact is one: anything but ISN_ASSERTED never becomes a fact.
typedef enum {
  ISN_ASSERTED,
  ISN_PLANNED,  ///< Intended, proposed, asked for
  ISN_NEGATED,  ///< Denied, cancelled, did not happen
  ISN_POSSIBLE, ///< Conditional, reported as hearsay
  ISN_N_MODALITIES
} IsnModality;

typedef struct {
  uint32_t subject; ///< ISN_NO_ENTITY: the document itself
  IsnProperty property;
  uint32_t object;  ///< ISN_NO_ENTITY where `value` stands instead
  IsnStr value;     ///< In the form its IsnValueKind states
  uint32_t context; ///< Event of a quote, organization of a post, or none
  IsnModality modality;
  bool is_minimum;   ///< A count that is "more than" or "at least"
  IsnSpan* evidence; ///< Code points
  size_t n_evidence;
  IsnStr rule;
  double confidence; ///< In (0, 1]
  IsnStr further;    ///< Members not known here, as they came
  bool is_default;   ///< Only while facts are found: yields to any other
  bool is_planned;   ///< Its rule takes what is only announced, too
} IsnFact;

/// One member of the record as it came, see record.h.
typedef struct {
  IsnStr name;   ///< Unescaped
  IsnSpan whole; ///< Bytes of `raw`: the name's quote to the value's end
} IsnMember;

typedef struct {
  IsnArena* arena;
  IsnStr origin;      ///< File it came from, for messages
  size_t origin_line; ///< From 1 in line-based inputs, else 0

  IsnStr raw; ///< The record's line, where it came as one; else absent
  IsnMember* members;
  size_t n_members;
  IsnStr unread; ///< The line, where it is no JSON: it goes on as "raw"

  IsnStr id;
  IsnStr source;
  IsnStr url;
  IsnStr title;
  IsnStr date; ///< ISO 8601
  IsnStr lang;
  IsnStr text;

  IsnSentence* sentences; ///< NULL: layer absent
  size_t n_sentences;
  IsnToken* tokens; ///< NULL: layer absent
  size_t n_tokens;
  IsnMention* mentions; ///< In order of begin, longer first
  size_t n_mentions;
  size_t mentions_capacity;
  IsnEntity* entities; ///< NULL: layer absent
  size_t n_entities;
  size_t entities_capacity;
  IsnFact* facts; ///< NULL: layer absent
  size_t n_facts;
  size_t facts_capacity;

  struct IsnAnalysis* analysis; ///< Of the tokens; never in a record

  IsnStr error_stage; ///< Absent: the record is well
  IsnStr error_message;
} IsnDocument;

/// An empty document in `arena`.
void
isn_document_init(IsnDocument* doc, IsnArena* arena);

/// Bytes of the text that code points `chars` are; walks the text.
IsnStr
isn_document_words(const IsnDocument* doc, IsnSpan chars);

/// Number of the sentence that token `token` lies in; n_sentences behind all.
size_t
isn_document_sentence_at(const IsnDocument* doc, uint32_t token);

/// Append to doc->mentions; their order is the caller's to restore.
IsnStatus
isn_document_add_mention(IsnDocument* doc, IsnMention mention);

/// Mark the document as failed in `stage`; what it holds so far stays.
void
isn_document_fail(IsnDocument* doc, const char* stage, const char* message);

const char*
isn_kind_name(IsnTokenKind kind);

const char*
isn_modality_name(IsnModality modality);

#endif
