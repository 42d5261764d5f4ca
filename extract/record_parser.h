// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file record_parser.h The state of reading one record, event by event.
///
/// record_parse.c drives it, record_known.c says which members there are,
/// record_values.c puts their values where they belong.
#ifndef ISN_RECORD_PARSER_H
#define ISN_RECORD_PARSER_H

#include "extract/record_json.h"
#include "extract/record_parts.h"

typedef enum {
  ISN_IN_LINE,
  ISN_IN_RECORD,
  ISN_IN_SENTENCES,
  ISN_IN_SENTENCE,
  ISN_IN_TOKENS,
  ISN_IN_TOKEN,
  ISN_IN_MENTIONS,
  ISN_IN_MENTION,
  ISN_IN_ENTITIES,
  ISN_IN_ENTITY,
  ISN_IN_ALIASES,
  ISN_IN_SAME_AS,
  ISN_IN_FACTS,
  ISN_IN_FACT,
  ISN_IN_EVIDENCE,
  ISN_IN_EVIDENCE_SPAN,
  ISN_IN_ERROR,
} IsnRecordState;

typedef enum {
  ISN_FIELD_ID,
  ISN_FIELD_SOURCE,
  ISN_FIELD_URL,
  ISN_FIELD_TITLE,
  ISN_FIELD_DATE,
  ISN_FIELD_LANG,
  ISN_FIELD_TEXT,
  ISN_FIELD_ERROR_STAGE,
  ISN_FIELD_ERROR_MESSAGE,
  ISN_FIELD_MENTION_ENTITY,
  ISN_FIELD_MENTION_TYPE,
  ISN_FIELD_MENTION_BEGIN,
  ISN_FIELD_MENTION_END,
  ISN_FIELD_MENTION_FROM,
  ISN_FIELD_MENTION_TO,
  ISN_FIELD_MENTION_RULE,
  ISN_FIELD_ENTITY_ID,
  ISN_FIELD_ENTITY_TYPE,
  ISN_FIELD_ENTITY_KIND,
  ISN_FIELD_ENTITY_LABEL,
  ISN_FIELD_ENTITY_KEY,
  ISN_FIELD_FACT_SUBJECT,
  ISN_FIELD_FACT_PROPERTY,
  ISN_FIELD_FACT_OBJECT,
  ISN_FIELD_FACT_VALUE,
  ISN_FIELD_FACT_DATATYPE,
  ISN_FIELD_FACT_CONTEXT,
  ISN_FIELD_FACT_MODALITY,
  ISN_FIELD_FACT_MINIMUM,
  ISN_FIELD_FACT_RULE,
  ISN_FIELD_FACT_CONFIDENCE,
  ISN_FIELD_NONE, ///< An array or object with a state of its own
} IsnRecordField;

/// A member that is known, in which object, and what it must be.
typedef struct {
  IsnRecordState in;
  IsnRecordField field;
  const char* name;
  IsnJsonKind kind;
  IsnRecordState inside; ///< Of arrays and objects
} IsnRecordKnown;

typedef struct {
  IsnDocument* doc;
  IsnStr line;
  IsnStr id_name;
  IsnStr text_name;

  IsnRecordState states[8];
  size_t n_states; ///< Objects and arrays that are open and known
  size_t depth;    ///< Objects and arrays that are open
  size_t skip;     ///< Ignore all until `depth` is this one less; 0: nothing
  bool skip_is_further;         ///< What is skipped is kept in `further`
  const IsnRecordKnown* member; ///< Of the name just read
  const char* path;             ///< Name of the root's member, for messages
  size_t position;              ///< In a small array
  IsnStr further;               ///< Unknown members of the object at hand
  char* further_bytes;
  size_t further_capacity;
  size_t further_begin;

  IsnMember root; ///< The root's member at hand
  size_t members_capacity;
  bool is_member[ISN_N_MEMBERS];
  bool is_object; ///< The line begins one
  size_t sentences_capacity;
  size_t tokens_capacity;
  size_t mention_ids_capacity;
  size_t fact_ids_capacity;
  size_t strings_capacity; ///< Of aliases and sameAs, one at a time
  size_t evidence_capacity;
  IsnRecordIds ids;
  bool has_begin, has_end; ///< Of the mention at hand
  bool has_from, has_to;   ///< The same

  IsnStatus status; ///< The first error
  const char* message;
} IsnRecordParser;

/// Note the first error; the rest of the root's member is skipped. Returns
/// true, for the line's other members are still to be known.
bool
isn_record_fail_at(IsnRecordParser* p,
                   IsnStatus status,
                   size_t at,
                   IsnStr words);

/// The parser must stop; returns false.
bool
isn_record_no_memory(IsnRecordParser* p);

/// isn_record_fail_at for what is wrong at the event, with printf's arguments.
#define ISN_RECORD_FAIL(p, event, ...)                                         \
  isn_record_fail_at((p),                                                      \
                     ISN_ERR_SYNTAX,                                           \
                     isn_json_begin((p)->line, (event)),                       \
                     isn_arena_print((p)->doc->arena, __VA_ARGS__))

/// Where the parser is.
IsnRecordState
isn_record_state(const IsnRecordParser* p);

/// The known member of the object at hand, or NULL.
const IsnRecordKnown*
isn_record_find_known(const IsnRecordParser* p, IsnStr name);

/// What the elements of an array in `state` are; ISN_IN_LINE if not containers.
IsnRecordState
isn_record_element_state(IsnRecordState state);

/// Whether `state` is that of [begin, end] or [begin, end, kind, ...].
bool
isn_record_is_small_array(IsnRecordState state);

/// One element more for an array of the arena, zeroed, or NULL without memory.
/// `array_pointer` points to the array's pointer, of any type.
void*
isn_record_push(IsnRecordParser* p,
                void* array_pointer,
                size_t n,
                size_t* capacity,
                size_t size);

/// The event's string, for as long as the document.
IsnStr
isn_record_keep(IsnRecordParser* p, const IsnJsonEvent* event);

// All below return false only to stop the parser.

/// Begin the array or object of `state`, with room for what it fills.
bool
isn_record_enter(IsnRecordParser* p, IsnRecordState state);

/// What `state` filled is complete: check and count it.
bool
isn_record_end_element(IsnRecordParser* p,
                       IsnRecordState state,
                       const IsnJsonEvent* event);

/// Take the value of the member whose name has just been read.
bool
isn_record_set_member(IsnRecordParser* p, const IsnJsonEvent* event);

/// Take a member of a small array.
bool
isn_record_set_position(IsnRecordParser* p,
                        IsnRecordState state,
                        const IsnJsonEvent* event);

/// Take an element of aliases or sameAs.
bool
isn_record_set_listed(IsnRecordParser* p,
                      IsnRecordState state,
                      const IsnJsonEvent* event);

#endif
