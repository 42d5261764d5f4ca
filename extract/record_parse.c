// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record.h"

#include "extract/base/utf8.h"
#include "extract/record_json.h"
#include "extract/record_parts.h"

#define MAX_DEPTH 512

typedef enum {
  IN_LINE,
  IN_RECORD,
  IN_SENTENCES,
  IN_SENTENCE,
  IN_TOKENS,
  IN_TOKEN,
  IN_MENTIONS,
  IN_MENTION,
  IN_ENTITIES,
  IN_ENTITY,
  IN_ALIASES,
  IN_SAME_AS,
  IN_FACTS,
  IN_FACT,
  IN_EVIDENCE,
  IN_EVIDENCE_SPAN,
  IN_ERROR,
} State;

typedef enum {
  F_ID,
  F_SOURCE,
  F_URL,
  F_TITLE,
  F_DATE,
  F_LANG,
  F_TEXT,
  F_ERROR_STAGE,
  F_ERROR_MESSAGE,
  F_MENTION_ENTITY,
  F_MENTION_TYPE,
  F_MENTION_BEGIN,
  F_MENTION_END,
  F_MENTION_RULE,
  F_ENTITY_ID,
  F_ENTITY_TYPE,
  F_ENTITY_KIND,
  F_ENTITY_LABEL,
  F_ENTITY_KEY,
  F_FACT_SUBJECT,
  F_FACT_PROPERTY,
  F_FACT_OBJECT,
  F_FACT_VALUE,
  F_FACT_DATATYPE,
  F_FACT_CONTEXT,
  F_FACT_MODALITY,
  F_FACT_MINIMUM,
  F_FACT_RULE,
  F_FACT_CONFIDENCE,
  F_NONE, ///< An array or object with a state of its own
} Field;

/// A member that is known, in which object, and what it must be.
typedef struct {
  State in;
  Field field;
  const char* name;
  IsnJsonKind kind;
  State inside; ///< Of arrays and objects
} Known;

static const Known known[] = {
  { IN_RECORD, F_ID, "id", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_TEXT, "text", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_SOURCE, "source", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_URL, "url", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_TITLE, "title", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_DATE, "date", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_LANG, "lang", ISN_JSON_STRING, 0 },
  { IN_RECORD, F_NONE, "sentences", ISN_JSON_ARRAY, IN_SENTENCES },
  { IN_RECORD, F_NONE, "tokens", ISN_JSON_ARRAY, IN_TOKENS },
  { IN_RECORD, F_NONE, "mentions", ISN_JSON_ARRAY, IN_MENTIONS },
  { IN_RECORD, F_NONE, "entities", ISN_JSON_ARRAY, IN_ENTITIES },
  { IN_RECORD, F_NONE, "facts", ISN_JSON_ARRAY, IN_FACTS },
  { IN_RECORD, F_NONE, "error", ISN_JSON_OBJECT, IN_ERROR },
  { IN_ERROR, F_ERROR_STAGE, "stage", ISN_JSON_STRING, 0 },
  { IN_ERROR, F_ERROR_MESSAGE, "message", ISN_JSON_STRING, 0 },
  { IN_MENTION, F_MENTION_ENTITY, "entity", ISN_JSON_STRING, 0 },
  { IN_MENTION, F_MENTION_TYPE, "type", ISN_JSON_STRING, 0 },
  { IN_MENTION, F_MENTION_BEGIN, "begin", ISN_JSON_NUMBER, 0 },
  { IN_MENTION, F_MENTION_END, "end", ISN_JSON_NUMBER, 0 },
  { IN_MENTION, F_MENTION_RULE, "rule", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_ENTITY_ID, "id", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_ENTITY_TYPE, "type", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_ENTITY_KIND, "kind", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_ENTITY_LABEL, "label", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_ENTITY_KEY, "key", ISN_JSON_STRING, 0 },
  { IN_ENTITY, F_NONE, "aliases", ISN_JSON_ARRAY, IN_ALIASES },
  { IN_ENTITY, F_NONE, "sameAs", ISN_JSON_ARRAY, IN_SAME_AS },
  { IN_FACT, F_FACT_SUBJECT, "subject", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_PROPERTY, "property", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_OBJECT, "object", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_VALUE, "value", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_DATATYPE, "datatype", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_CONTEXT, "context", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_MODALITY, "modality", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_MINIMUM, "isMinimum", ISN_JSON_BOOLEAN, 0 },
  { IN_FACT, F_FACT_RULE, "rule", ISN_JSON_STRING, 0 },
  { IN_FACT, F_FACT_CONFIDENCE, "confidence", ISN_JSON_NUMBER, 0 },
  { IN_FACT, F_NONE, "evidence", ISN_JSON_ARRAY, IN_EVIDENCE },
};

#define N_KNOWN (sizeof(known) / sizeof(known[0]))

/// What an array's elements must be, where the array's own state says so.
static State
element_state(const State state)
{
  switch (state) {
    case IN_SENTENCES:
      return IN_SENTENCE;
    case IN_TOKENS:
      return IN_TOKEN;
    case IN_MENTIONS:
      return IN_MENTION;
    case IN_ENTITIES:
      return IN_ENTITY;
    case IN_FACTS:
      return IN_FACT;
    case IN_EVIDENCE:
      return IN_EVIDENCE_SPAN;
    default:
      return IN_LINE;
  }
}

typedef struct {
  IsnDocument* doc;
  IsnStr line;
  IsnStr id_name;
  IsnStr text_name;

  State states[8];
  size_t n_states; ///< Objects and arrays that are open and known
  size_t depth;    ///< Objects and arrays that are open
  size_t skip;     ///< Ignore all until `depth` is this one less; 0: nothing
  bool skip_is_further; ///< What is skipped is kept in `further`
  const Known* member;  ///< Of the name just read
  const char* path;     ///< Name of the root's member, for messages
  size_t position;      ///< In a small array
  IsnStr further;       ///< Unknown members of the object at hand
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

  IsnStatus status; ///< The first error
  const char* message;
} Parser;

static size_t
column_of(const IsnStr line, const size_t at)
{
  return 1 + isn_utf8_count((IsnStr){ line.data, at });
}

/// Note the first error; the rest of the root's member is skipped.
static bool
fail_at(Parser* const p,
        const IsnStatus status,
        const size_t at,
        const IsnStr words)
{
  if (p->status == ISN_SUCCESS) {
    const IsnStr message =
      isn_arena_print(p->doc->arena,
                      "%.*s (column %zu)",
                      (int)words.n_bytes,
                      words.data ? words.data : "",
                      column_of(p->line, at));
    p->status = message.data && words.data ? status : ISN_ERR_NO_MEMORY;
    p->message = message.data ? message.data : "out of memory";
  }
  p->n_states = 1;
  p->skip = p->depth > 1 ? 2 : 0;
  p->skip_is_further = false;
  p->member = NULL;
  return true;
}

static bool
no_memory(Parser* const p)
{
  p->status = ISN_ERR_NO_MEMORY;
  p->message = "out of memory";
  return false;
}

#define FAIL(p, event, ...)                                                    \
  fail_at((p),                                                                 \
          ISN_ERR_SYNTAX,                                                      \
          isn_json_begin((p)->line, (event)),                                  \
          isn_arena_print((p)->doc->arena, __VA_ARGS__))

static State
state_of(const Parser* const p)
{
  return p->n_states ? p->states[p->n_states - 1] : IN_LINE;
}

/// One element more for an array of the arena, or NULL.
static void*
push(Parser* const p,
     void* const array_pointer,
     const size_t n,
     size_t* const capacity,
     const size_t size)
{
  void* array = NULL;
  memcpy(&array, array_pointer, sizeof(array));
  array = isn_arena_grow(p->doc->arena, array, n, capacity, size);
  if (!array) {
    return NULL;
  }
  memcpy(array_pointer, &array, sizeof(array));
  return memset((char*)array + n * size, 0, size);
}

/// The event's string, for as long as the document.
static IsnStr
keep(Parser* const p, const IsnJsonEvent* const event)
{
  return event->is_scratch ? isn_arena_copy(p->doc->arena, event->value)
                           : event->value;
}

static bool
to_offset(const IsnStr digits, uint32_t* const value)
{
  uint64_t sum = 0;
  for (size_t i = 0; i < digits.n_bytes; ++i) {
    if (digits.data[i] < '0' || digits.data[i] > '9') {
      return false;
    }
    sum = sum * 10 + (uint64_t)(digits.data[i] - '0');
    if (sum > UINT32_MAX) {
      return false;
    }
  }
  *value = (uint32_t)sum;
  return digits.n_bytes > 0;
}

/// A JSON number without the locale that strtod asks.
static double
to_double(const IsnStr s)
{
  double mantissa = 0.0;
  int scale = 0;
  int exponent = 0;
  bool is_fraction = false;
  bool is_below = false;
  size_t i = 0;
  for (; i < s.n_bytes && s.data[i] != 'e' && s.data[i] != 'E'; ++i) {
    if (s.data[i] == '.') {
      is_fraction = true;
    } else if (s.data[i] >= '0' && s.data[i] <= '9' && mantissa < 1e15) {
      mantissa = mantissa * 10 + (s.data[i] - '0');
      scale += is_fraction;
    } else if (s.data[i] >= '0' && s.data[i] <= '9' && !is_fraction) {
      --scale;
    }
  }
  for (++i; i < s.n_bytes && exponent < 1000; ++i) {
    is_below = is_below || s.data[i] == '-';
    if (s.data[i] >= '0' && s.data[i] <= '9') {
      exponent = exponent * 10 + (s.data[i] - '0');
    }
  }
  scale -= is_below ? -exponent : exponent;
  double power = 1.0;
  for (int n = scale < 0 ? -scale : scale; n > 0 && power < 1e300; --n) {
    power *= 10;
  }
  const double value = scale < 0 ? mantissa * power : mantissa / power;
  return s.n_bytes && s.data[0] == '-' ? -value : value;
}

// Objects and arrays ---------------------------------------------------------

/// Room for the element that begins.
static bool
begin_element(Parser* const p, const State state)
{
  IsnDocument* const d = p->doc;
  p->position = 0;
  if (state == IN_EVIDENCE_SPAN) {
    IsnFact* const fact = &d->facts[d->n_facts];
    return push(p,
                &fact->evidence,
                fact->n_evidence,
                &p->evidence_capacity,
                sizeof(IsnSpan));
  }
  if (state == IN_EVIDENCE || state == IN_ALIASES || state == IN_SAME_AS) {
    p->strings_capacity = 0;
    return true;
  }
  p->further = (IsnStr){ NULL, 0 };
  p->further_bytes = NULL;
  p->further_capacity = 0;
  p->has_begin = p->has_end = false;
  p->strings_capacity = 0;
  if (state == IN_SENTENCE) {
    return push(p,
                &d->sentences,
                d->n_sentences,
                &p->sentences_capacity,
                sizeof(IsnSentence));
  }
  if (state == IN_TOKEN) {
    return push(
      p, &d->tokens, d->n_tokens, &p->tokens_capacity, sizeof(IsnToken));
  }
  if (state == IN_MENTION) {
    return push(p,
                &d->mentions,
                d->n_mentions,
                &d->mentions_capacity,
                sizeof(IsnMention)) &&
           push(p,
                &p->ids.mentions,
                d->n_mentions,
                &p->mention_ids_capacity,
                sizeof(IsnStr));
  }
  if (state == IN_ENTITY) {
    return push(p,
                &d->entities,
                d->n_entities,
                &d->entities_capacity,
                sizeof(IsnEntity));
  }
  if (state == IN_FACT) {
    p->evidence_capacity = 0;
    return push(
             p, &d->facts, d->n_facts, &d->facts_capacity, sizeof(IsnFact)) &&
           push(p,
                &p->ids.facts,
                d->n_facts,
                &p->fact_ids_capacity,
                sizeof(IsnFactIds));
  }
  return true;
}

static bool
end_mention(Parser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnMention* const mention = &d->mentions[d->n_mentions];
  if (!p->ids.mentions[d->n_mentions].data || !p->has_begin || !p->has_end) {
    return FAIL(p, event, "a mention without entity, begin and end");
  }
  mention->further = p->further;
  ++d->n_mentions;
  return true;
}

static bool
end_entity(Parser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnEntity* const entity = &d->entities[d->n_entities];
  if (!entity->id.data || entity->type == ISN_TYPE_NONE ||
      !entity->label.data) {
    return FAIL(p, event, "an entity without id, type and label");
  }
  if (isn_str_is(entity->id, "document")) {
    return FAIL(p, event, "an entity cannot have the id \"document\"");
  }
  entity->further = p->further;
  ++d->n_entities;
  return true;
}

static bool
end_fact(Parser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnFact* const fact = &d->facts[d->n_facts];
  const IsnFactIds* const ids = &p->ids.facts[d->n_facts];
  if (!ids->subject.data || fact->property == ISN_PROP_NONE) {
    return FAIL(p, event, "a fact without subject and property");
  }
  const IsnPropertyInfo* const info = isn_property_info(fact->property);
  const bool wants_object = info->value == ISN_VALUE_ENTITY;
  if (!ids->object.data == wants_object || !fact->value.data != wants_object) {
    return FAIL(p,
                event,
                "a fact of property \"%s\" needs member \"%s\" and no other",
                info->name,
                wants_object ? "object" : "value");
  }
  if (fact->confidence <= 0.0) {
    fact->confidence = 1.0;
  }
  fact->further = p->further;
  ++d->n_facts;
  return true;
}

static bool
end_element(Parser* const p, const State state, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  switch (state) {
    case IN_SENTENCE:
    case IN_EVIDENCE_SPAN:
    case IN_TOKEN:
      if (state == IN_TOKEN ? p->position < 3 : p->position != 2) {
        return FAIL(p, event, "[begin, end%s] has %zu members",
                    state == IN_TOKEN ? ", kind" : "",
                    p->position);
      }
      if (state == IN_SENTENCE) {
        ++d->n_sentences;
      } else if (state == IN_TOKEN) {
        ++d->n_tokens;
      } else {
        ++d->facts[d->n_facts].n_evidence;
      }
      return true;
    case IN_MENTION:
      return end_mention(p, event);
    case IN_ENTITY:
      return end_entity(p, event);
    case IN_FACT:
      return end_fact(p, event);
    case IN_ERROR:
      if (!d->error_stage.data) {
        d->error_stage = ISN_STR("");
      }
      if (!d->error_message.data) {
        d->error_message = ISN_STR("");
      }
      return true;
    default:
      return true;
  }
}

/// A layer that is there but empty is not NULL.
static bool
begin_layer(Parser* const p, const State state)
{
  IsnDocument* const d = p->doc;
  switch (state) {
    case IN_SENTENCES:
      return (d->sentences = isn_arena_alloc(d->arena, 1));
    case IN_TOKENS:
      return (d->tokens = isn_arena_alloc(d->arena, 1));
    case IN_MENTIONS:
      return (d->mentions = isn_arena_alloc(d->arena, 1));
    case IN_ENTITIES:
      return (d->entities = isn_arena_alloc(d->arena, 1));
    case IN_FACTS:
      return (d->facts = isn_arena_alloc(d->arena, 1));
    default:
      return true;
  }
}

static bool
enter(Parser* const p, const State state)
{
  if (p->n_states == sizeof(p->states) / sizeof(p->states[0])) {
    return false;
  }
  p->states[p->n_states++] = state;
  return (begin_layer(p, state) && begin_element(p, state)) || no_memory(p);
}

// Values ---------------------------------------------------------------------

static IsnStr*
string_field(Parser* const p, const Field field)
{
  IsnDocument* const d = p->doc;
  switch (field) {
    case F_ID:
      return &d->id;
    case F_SOURCE:
      return &d->source;
    case F_URL:
      return &d->url;
    case F_TITLE:
      return &d->title;
    case F_DATE:
      return &d->date;
    case F_LANG:
      return &d->lang;
    case F_TEXT:
      return &d->text;
    case F_ERROR_STAGE:
      return &d->error_stage;
    case F_ERROR_MESSAGE:
      return &d->error_message;
    case F_MENTION_ENTITY:
      return &p->ids.mentions[d->n_mentions];
    case F_MENTION_RULE:
      return &d->mentions[d->n_mentions].rule;
    case F_ENTITY_ID:
      return &d->entities[d->n_entities].id;
    case F_ENTITY_KIND:
      return &d->entities[d->n_entities].kind;
    case F_ENTITY_LABEL:
      return &d->entities[d->n_entities].label;
    case F_ENTITY_KEY:
      return &d->entities[d->n_entities].key;
    case F_FACT_SUBJECT:
      return &p->ids.facts[d->n_facts].subject;
    case F_FACT_OBJECT:
      return &p->ids.facts[d->n_facts].object;
    case F_FACT_CONTEXT:
      return &p->ids.facts[d->n_facts].context;
    case F_FACT_VALUE:
      return &d->facts[d->n_facts].value;
    case F_FACT_RULE:
      return &d->facts[d->n_facts].rule;
    default:
      return NULL;
  }
}

static bool
set_string(Parser* const p, IsnStr* const field, const IsnJsonEvent* const event)
{
  // Ids and the like are copied so that they end in a zero byte
  *field = p->n_states == 1 && p->member->field != F_TEXT
             ? isn_arena_copy(p->doc->arena, event->value)
             : keep(p, event);
  if (!field->data) {
    return no_memory(p);
  }
  if (memchr(field->data, 0, field->n_bytes)) {
    return FAIL(p, event, "U+0000 in member \"%s\"", p->member->name);
  }
  return true;
}

static bool
set_type(Parser* const p, IsnType* const type, const IsnJsonEvent* const event)
{
  *type = isn_type_find(event->value);
  return *type != ISN_TYPE_NONE ||
         FAIL(p,
              event,
              "there is no entity type \"%.*s\"",
              (int)event->value.n_bytes,
              event->value.data);
}

static bool
set_modality(Parser* const p, const IsnJsonEvent* const event)
{
  for (int i = 0; i < ISN_N_MODALITIES; ++i) {
    if (isn_str_is(event->value, isn_modality_name((IsnModality)i))) {
      p->doc->facts[p->doc->n_facts].modality = (IsnModality)i;
      return true;
    }
  }
  return FAIL(p,
              event,
              "there is no modality \"%.*s\"",
              (int)event->value.n_bytes,
              event->value.data);
}

static bool
set_property(Parser* const p, const IsnJsonEvent* const event)
{
  IsnFact* const fact = &p->doc->facts[p->doc->n_facts];
  fact->property = isn_property_find(event->value);
  return fact->property != ISN_PROP_NONE ||
         FAIL(p,
              event,
              "there is no property \"%.*s\"",
              (int)event->value.n_bytes,
              event->value.data);
}

static bool
set_offset(Parser* const p, uint32_t* const offset, const IsnJsonEvent* const event)
{
  return to_offset(event->value, offset) ||
         FAIL(p,
              event,
              "%.*s is no offset",
              (int)event->value.n_bytes,
              event->value.data);
}

static bool
set_confidence(Parser* const p, const IsnJsonEvent* const event)
{
  const double value = to_double(event->value);
  p->doc->facts[p->doc->n_facts].confidence = value;
  return (value > 0.0 && value <= 1.0) ||
         FAIL(p,
              event,
              "confidence %.*s is not in (0, 1]",
              (int)event->value.n_bytes,
              event->value.data);
}

/// The value of the member whose name has just been read.
static bool
set_member(Parser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  switch (p->member->field) {
    case F_MENTION_TYPE:
      return set_type(p, &d->mentions[d->n_mentions].type, event);
    case F_MENTION_BEGIN:
      p->has_begin = true;
      return set_offset(p, &d->mentions[d->n_mentions].chars.begin, event);
    case F_MENTION_END:
      p->has_end = true;
      return set_offset(p, &d->mentions[d->n_mentions].chars.end, event);
    case F_ENTITY_TYPE:
      return set_type(p, &d->entities[d->n_entities].type, event);
    case F_FACT_PROPERTY:
      return set_property(p, event);
    case F_FACT_MODALITY:
      return set_modality(p, event);
    case F_FACT_MINIMUM:
      d->facts[d->n_facts].is_minimum = isn_str_is(event->value, "true");
      return true;
    case F_FACT_CONFIDENCE:
      return set_confidence(p, event);
    case F_FACT_DATATYPE: // follows from the property
      return true;
    default:
      return set_string(p, string_field(p, p->member->field), event);
  }
}

static bool
set_token_kind(Parser* const p, const IsnJsonEvent* const event)
{
  for (int i = 0; i < ISN_N_KINDS; ++i) {
    if (isn_str_is(event->value, isn_kind_name((IsnTokenKind)i))) {
      p->doc->tokens[p->doc->n_tokens].kind = (IsnTokenKind)i;
      return true;
    }
  }
  return FAIL(p,
              event,
              "there is no kind of token \"%.*s\"",
              (int)event->value.n_bytes,
              event->value.data);
}

/// The span of the small array at hand.
static IsnSpan*
span_of(Parser* const p, const State state)
{
  IsnDocument* const d = p->doc;
  if (state == IN_SENTENCE) {
    return &d->sentences[d->n_sentences].chars;
  }
  if (state == IN_TOKEN) {
    return &d->tokens[d->n_tokens].chars;
  }
  IsnFact* const fact = &d->facts[d->n_facts];
  return &fact->evidence[fact->n_evidence];
}

static bool
is_small_array(const State state)
{
  return state == IN_SENTENCE || state == IN_TOKEN || state == IN_EVIDENCE_SPAN;
}

/// A member of [begin, end] or [begin, end, kind, …].
static bool
set_position(Parser* const p, const State state, const IsnJsonEvent* const event)
{
  const size_t position = p->position++;
  if (position < 2) {
    if (event->kind != ISN_JSON_NUMBER) {
      return FAIL(p,
                  event,
                  "an offset in \"%s\" is %s, not a number",
                  p->path,
                  isn_json_kind_name(event->kind));
    }
    IsnSpan* const span = span_of(p, state);
    return set_offset(p, position ? &span->end : &span->begin, event);
  }
  if (position == 2 && state == IN_TOKEN) {
    if (event->kind != ISN_JSON_STRING) {
      return FAIL(p,
                  event,
                  "a token's kind is %s, not a string",
                  isn_json_kind_name(event->kind));
    }
    return set_token_kind(p, event);
  }
  return true;
}

/// An element of aliases or sameAs.
static bool
set_listed(Parser* const p, const State state, const IsnJsonEvent* const event)
{
  IsnEntity* const entity = &p->doc->entities[p->doc->n_entities];
  const bool is_alias = state == IN_ALIASES;
  size_t* const n = is_alias ? &entity->n_aliases : &entity->n_same_as;
  IsnStr* const s = push(p,
                         is_alias ? &entity->aliases : &entity->same_as,
                         *n,
                         &p->strings_capacity,
                         sizeof(IsnStr));
  if (!s) {
    return no_memory(p);
  }
  *s = keep(p, event);
  ++*n;
  return s->data || no_memory(p);
}

// Events ---------------------------------------------------------------------

static void
begin_skip(Parser* const p)
{
  p->skip = p->depth + 1;
}

static bool
add_further_bytes(Parser* const p, const IsnStr bytes)
{
  size_t needed = p->further.n_bytes + bytes.n_bytes;
  if (needed > p->further_capacity) {
    needed = needed * 2;
    char* const moved = isn_arena_alloc(p->doc->arena, needed);
    if (!moved) {
      return no_memory(p);
    }
    if (p->further.n_bytes) {
      memcpy(moved, p->further.data, p->further.n_bytes);
    }
    p->further_bytes = moved;
    p->further_capacity = needed;
  }
  memcpy(p->further_bytes + p->further.n_bytes, bytes.data, bytes.n_bytes);
  p->further = (IsnStr){ p->further_bytes, p->further.n_bytes + bytes.n_bytes };
  return true;
}

/// Add the unknown member that ends at `end` to those of its object.
static bool
end_further(Parser* const p, const size_t end)
{
  p->skip_is_further = false;
  const IsnStr raw = isn_str_slice(p->line, p->further_begin, end);
  return (!p->further.data || add_further_bytes(p, ISN_STR(","))) &&
         add_further_bytes(p, raw);
}

static const Known*
find_known(const Parser* const p, const IsnStr name)
{
  const State state = state_of(p);
  for (size_t i = 0; i < N_KNOWN; ++i) {
    if (known[i].in == state) {
      const IsnStr wanted = known[i].field == F_ID     ? p->id_name
                            : known[i].field == F_TEXT ? p->text_name
                                                       : isn_str(known[i].name);
      if (isn_str_equal(name, wanted)) {
        return &known[i];
      }
    }
  }
  return NULL;
}

static bool
on_root_key(Parser* const p, const IsnJsonEvent* const event)
{
  p->root.whole.begin = (uint32_t)isn_json_begin(p->line, event);
  p->root.name = keep(p, event);
  if (!p->root.name.data) {
    return no_memory(p);
  }
  p->member = find_known(p, event->value);
  p->path = p->member ? p->member->name : "";
  if (!p->member) {
    begin_skip(p);
    return true;
  }
  bool* const is_member = &p->is_member[isn_member_find(isn_str(p->path))];
  if (*is_member) {
    FAIL(p, event, "member \"%s\" stands twice", p->path);
    begin_skip(p);
  }
  *is_member = true;
  return true;
}

static bool
on_key(Parser* const p, const IsnJsonEvent* const event)
{
  if (p->depth == 1) {
    return on_root_key(p, event);
  }
  p->member = find_known(p, event->value);
  if (!p->member) {
    p->skip_is_further = state_of(p) != IN_ERROR;
    p->further_begin = isn_json_begin(p->line, event);
    begin_skip(p);
  }
  return true;
}

static bool
is_container(const IsnJsonKind kind)
{
  return kind == ISN_JSON_OBJECT || kind == ISN_JSON_ARRAY;
}

static bool
wrong_kind(Parser* const p,
           const IsnJsonEvent* const event,
           const char* const name,
           const IsnJsonKind wanted)
{
  return FAIL(p,
              event,
              "member \"%s\" is %s, not %s",
              name,
              isn_json_kind_name(event->kind),
              isn_json_kind_name(wanted));
}

/// The value of a known member of an object. `depth` counts it already.
static bool
on_member_value(Parser* const p, const IsnJsonEvent* const event)
{
  const Known* const member = p->member;
  const bool is_id_number =
    member->field == F_ID && event->kind == ISN_JSON_NUMBER;
  if (event->kind == ISN_JSON_NULL && member->field != F_TEXT) {
    return true; // as if it were not there
  }
  if (event->kind != member->kind && !is_id_number) {
    const IsnStr name = member->field == F_TEXT ? p->text_name
                        : member->field == F_ID ? p->id_name
                                                : isn_str(member->name);
    const IsnStr copy = isn_arena_copy(p->doc->arena, name);
    return copy.data ? wrong_kind(p, event, copy.data, member->kind)
                     : no_memory(p);
  }
  return is_container(event->kind) ? enter(p, member->inside)
                                   : set_member(p, event);
}

/// An element of an array.
static bool
on_element(Parser* const p, const State state, const IsnJsonEvent* const event)
{
  if (is_small_array(state)) {
    if (!is_container(event->kind) || p->position < 3) {
      return set_position(p, state, event);
    }
    ++p->position;
    p->skip = p->depth; // a further member of a token
    return true;
  }
  if (state == IN_ALIASES || state == IN_SAME_AS) {
    return event->kind == ISN_JSON_STRING
             ? set_listed(p, state, event)
             : FAIL(p,
                    event,
                    "a member of \"%s\" is %s, not a string",
                    state == IN_ALIASES ? "aliases" : "sameAs",
                    isn_json_kind_name(event->kind));
  }
  const State inside = element_state(state);
  const IsnJsonKind wanted =
    is_small_array(inside) ? ISN_JSON_ARRAY : ISN_JSON_OBJECT;
  if (event->kind != wanted) {
    return FAIL(p,
                event,
                "an element of \"%s\" is %s, not %s",
                p->path,
                isn_json_kind_name(event->kind),
                isn_json_kind_name(wanted));
  }
  return enter(p, inside);
}

static bool
on_first(Parser* const p, const IsnJsonEvent* const event)
{
  if (event->kind == ISN_JSON_OBJECT) {
    p->states[p->n_states++] = IN_RECORD;
    p->is_object = true;
    return true;
  }
  FAIL(p,
       event,
       "a record is a JSON object, not %s",
       isn_json_kind_name(event->kind));
  return false;
}

static bool
on_end(Parser* const p, const IsnJsonEvent* const event)
{
  const State state = state_of(p);
  --p->n_states;
  return end_element(p, state, event);
}

static bool
end_root_member(Parser* const p, const size_t end)
{
  IsnDocument* const d = p->doc;
  IsnMember* const member = push(
    p, &d->members, d->n_members, &p->members_capacity, sizeof(IsnMember));
  if (!member) {
    return no_memory(p);
  }
  p->root.whole.end = (uint32_t)end;
  *member = p->root;
  ++d->n_members;
  return true;
}

/// What a known, not skipped event means.
static bool
take(Parser* const p, const IsnJsonEvent* const event)
{
  if (event->kind == ISN_JSON_KEY) {
    return on_key(p, event);
  }
  if (event->kind == ISN_JSON_END) {
    return on_end(p, event);
  }
  const State state = state_of(p);
  if (state == IN_LINE) {
    return on_first(p, event);
  }
  return p->member && (state == IN_RECORD || state == IN_MENTION ||
                       state == IN_ENTITY || state == IN_FACT ||
                       state == IN_ERROR)
           ? on_member_value(p, event)
           : on_element(p, state, event);
}

static bool
on_event(void* const handle, const IsnJsonEvent* const event)
{
  Parser* const p = handle;
  if (is_container(event->kind) && ++p->depth > MAX_DEPTH) {
    fail_at(p,
            ISN_ERR_LIMIT,
            event->end - 1,
            isn_arena_print(
              p->doc->arena, "nested deeper than %d levels", MAX_DEPTH));
    return false;
  }
  bool is_well = true;
  const bool was_skipping = p->skip != 0;
  if (!was_skipping) {
    is_well = take(p, event);
  }
  if (event->kind == ISN_JSON_END) {
    --p->depth;
  }
  const bool is_value_end =
    event->kind != ISN_JSON_KEY && !is_container(event->kind);
  if (p->skip && is_value_end && p->depth < p->skip) {
    p->skip = 0;
    if (p->skip_is_further) {
      is_well = end_further(p, event->end) && is_well;
    }
  }
  if (is_well && p->depth == 1 && is_value_end) {
    is_well = end_root_member(p, event->end);
  }
  return is_well;
}

// The line -------------------------------------------------------------------

/// "2019-12-20", "2019-12", "2019", or one of these with a time.
static bool
is_iso_date(const IsnStr s)
{
  static const char shape[] = "dddd-dd-ddT";
  size_t i = 0;
  for (; i < s.n_bytes && i < sizeof(shape) - 1; ++i) {
    const bool is_digit = s.data[i] >= '0' && s.data[i] <= '9';
    if (shape[i] == 'd' ? !is_digit : s.data[i] != shape[i]) {
      return i == 10 && s.data[i] == ' ';
    }
  }
  return i == 4 || i == 7 || i == 10 || i == 11;
}

/// The line is no JSON object: it goes on as a string of its own.
static void
set_unread(IsnDocument* const doc, const IsnStr line)
{
  IsnStr* const strings[] = { &doc->id,    &doc->source, &doc->url,
                              &doc->title, &doc->date,   &doc->lang };
  for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); ++i) {
    if (isn_utf8_valid_prefix(*strings[i]) < strings[i]->n_bytes) {
      *strings[i] = (IsnStr){ NULL, 0 };
    }
  }
  doc->raw = (IsnStr){ NULL, 0 };
  doc->members = NULL;
  doc->n_members = 0;
  doc->unread = line;
}

/// Layers of a line that is wrong are not to be worked on.
static void
drop_layers(IsnDocument* const d)
{
  d->text = (IsnStr){ NULL, 0 };
  d->sentences = NULL;
  d->tokens = NULL;
  d->mentions = NULL;
  d->entities = NULL;
  d->facts = NULL;
  d->n_sentences = d->n_tokens = d->n_mentions = 0;
  d->n_entities = d->n_facts = 0;
  d->mentions_capacity = d->entities_capacity = d->facts_capacity = 0;
}

/// Whether the line is text at all; half a pair is noted, but it is text.
static bool
check_encoding(Parser* const p)
{
  const size_t n_valid = isn_utf8_valid_prefix(p->line);
  if (n_valid < p->line.n_bytes) {
    fail_at(p, ISN_ERR_ENCODING, n_valid, ISN_STR("not valid UTF-8"));
    return false;
  }
  const size_t half = isn_json_find_half_pair(p->line);
  if (half < p->line.n_bytes) {
    fail_at(p,
            ISN_ERR_ENCODING,
            half,
            ISN_STR("half a surrogate pair is no character"));
  }
  return true;
}

static IsnStatus
parse_line(Parser* const p)
{
  const bool is_utf8 = check_encoding(p);
  p->n_states = 0;
  IsnJsonError error = { NULL, 0 };
  const IsnStatus st =
    isn_json_parse(p->line, on_event, p, p->doc->arena, &error);
  if (isn_is_error(st)) {
    fail_at(p, st, error.at, isn_str(error.message));
  }
  // A record whose object ends well goes on as it is but for its error
  if (!is_utf8 || isn_is_error(st) || p->depth || !p->is_object) {
    set_unread(p->doc, p->line);
  }
  return p->status;
}

/// The record's name for a member that the line calls `name`, and back.
static IsnStr
exchanged_name(const IsnStr name, const IsnStr id_name, const IsnStr text_name)
{
  return isn_str_equal(name, id_name)     ? ISN_STR("id")
         : isn_str_equal(name, text_name) ? ISN_STR("text")
         : isn_str_is(name, "id")         ? id_name
         : isn_str_is(name, "text")       ? text_name
                                          : name;
}

/// Write the line anew with the members' names exchanged.
static bool
rename_members(IsnDocument* const doc,
               const IsnStr id_name,
               const IsnStr text_name)
{
  IsnBuffer line = { 0 };
  isn_buffer_append_byte(&line, '{');
  for (size_t i = 0; i < doc->n_members; ++i) {
    IsnMember* const member = &doc->members[i];
    const IsnStr whole =
      isn_str_slice(doc->raw, member->whole.begin, member->whole.end);
    const IsnStr name = exchanged_name(member->name, id_name, text_name);
    if (i) {
      isn_buffer_append_byte(&line, ',');
    }
    const size_t begin = line.n_bytes;
    if (isn_str_equal(name, member->name)) {
      isn_buffer_append(&line, whole);
    } else {
      isn_json_append_string(&line, name);
      isn_buffer_append(
        &line,
        isn_str_slice(whole, isn_json_string_length(whole), whole.n_bytes));
      member->name = name;
    }
    member->whole = (IsnSpan){ (uint32_t)begin, (uint32_t)line.n_bytes };
  }
  isn_buffer_append_byte(&line, '}');
  doc->raw = line.failed ? (IsnStr){ NULL, 0 }
                         : isn_arena_copy(doc->arena, isn_buffer_str(&line));
  isn_buffer_clear(&line);
  return doc->raw.data;
}

IsnStatus
isn_record_parse_as(IsnDocument* const doc,
                    const IsnStr line,
                    const IsnStr id_name,
                    const IsnStr text_name,
                    const char** const message)
{
  *message = "";
  doc->raw = line;
  if (line.n_bytes >= UINT32_MAX) {
    *message = "a record longer than 4 GiB";
    set_unread(doc, line);
    return ISN_ERR_LIMIT;
  }
  Parser p = { .doc = doc,
               .line = line,
               .id_name = id_name,
               .text_name = text_name };
  IsnStatus st = parse_line(&p);
  *message = p.message ? p.message : "";
  if (st == ISN_SUCCESS && doc->date.data && !is_iso_date(doc->date)) {
    doc->date = (IsnStr){ NULL, 0 }; // stays in the line as it is
  }
  if (st == ISN_SUCCESS) {
    st = isn_record_link(doc, &p.ids, message);
  }
  if (st != ISN_SUCCESS) {
    drop_layers(doc);
  }
  const bool is_foreign =
    !isn_str_is(id_name, "id") || !isn_str_is(text_name, "text");
  if (is_foreign && doc->raw.data && !rename_members(doc, id_name, text_name)) {
    *message = "out of memory";
    return ISN_ERR_NO_MEMORY;
  }
  return st;
}

IsnStatus
isn_record_parse(IsnDocument* const doc,
                 const IsnStr line,
                 const char** const message)
{
  return isn_record_parse_as(
    doc, line, ISN_STR("id"), ISN_STR("text"), message);
}
