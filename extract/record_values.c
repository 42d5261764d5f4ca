// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record_parser.h"

#include "extract/base/utf8.h"

static size_t
column_of(const IsnStr line, const size_t at)
{
  return 1 + isn_utf8_count((IsnStr){ line.data, at });
}

/// Note the first error; the rest of the root's member is skipped.
bool
isn_record_fail_at(IsnRecordParser* const p,
                   const IsnStatus status,
                   const size_t at,
                   const IsnStr words)
{
  if (p->status == ISN_SUCCESS) {
    const IsnStr message = isn_arena_print(p->doc->arena,
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

bool
isn_record_no_memory(IsnRecordParser* const p)
{
  p->status = ISN_ERR_NO_MEMORY;
  p->message = "out of memory";
  return false;
}

IsnRecordState
isn_record_state(const IsnRecordParser* const p)
{
  return p->n_states ? p->states[p->n_states - 1] : ISN_IN_LINE;
}

/// One element more for an array of the arena, or NULL.
void*
isn_record_push(IsnRecordParser* const p,
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
IsnStr
isn_record_keep(IsnRecordParser* const p, const IsnJsonEvent* const event)
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
begin_element(IsnRecordParser* const p, const IsnRecordState state)
{
  IsnDocument* const d = p->doc;
  p->position = 0;
  if (state == ISN_IN_EVIDENCE_SPAN) {
    IsnFact* const fact = &d->facts[d->n_facts];
    return isn_record_push(p,
                           &fact->evidence,
                           fact->n_evidence,
                           &p->evidence_capacity,
                           sizeof(IsnSpan));
  }
  if (state == ISN_IN_EVIDENCE || state == ISN_IN_ALIASES ||
      state == ISN_IN_SAME_AS) {
    p->strings_capacity = 0;
    return true;
  }
  p->further = (IsnStr){ NULL, 0 };
  p->further_bytes = NULL;
  p->further_capacity = 0;
  p->has_begin = p->has_end = p->has_from = p->has_to = false;
  p->strings_capacity = 0;
  if (state == ISN_IN_SENTENCE) {
    return isn_record_push(p,
                           &d->sentences,
                           d->n_sentences,
                           &p->sentences_capacity,
                           sizeof(IsnSentence));
  }
  if (state == ISN_IN_TOKEN) {
    return isn_record_push(
      p, &d->tokens, d->n_tokens, &p->tokens_capacity, sizeof(IsnToken));
  }
  if (state == ISN_IN_MENTION) {
    return isn_record_push(p,
                           &d->mentions,
                           d->n_mentions,
                           &d->mentions_capacity,
                           sizeof(IsnMention)) &&
           isn_record_push(p,
                           &p->ids.mentions,
                           d->n_mentions,
                           &p->mention_ids_capacity,
                           sizeof(IsnStr));
  }
  if (state == ISN_IN_ENTITY) {
    return isn_record_push(
      p, &d->entities, d->n_entities, &d->entities_capacity, sizeof(IsnEntity));
  }
  if (state == ISN_IN_FACT) {
    p->evidence_capacity = 0;
    return isn_record_push(
             p, &d->facts, d->n_facts, &d->facts_capacity, sizeof(IsnFact)) &&
           isn_record_push(p,
                           &p->ids.facts,
                           d->n_facts,
                           &p->fact_ids_capacity,
                           sizeof(IsnFactIds));
  }
  return true;
}

static bool
end_mention(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnMention* const mention = &d->mentions[d->n_mentions];
  if (!p->ids.mentions[d->n_mentions].data || !p->has_begin || !p->has_end) {
    return ISN_RECORD_FAIL(p, event, "a mention without entity, begin and end");
  }
  if (p->has_from != p->has_to) {
    return ISN_RECORD_FAIL(p, event, "a mention with only one of from and to");
  }
  if (p->has_from) { // `name` holds these two: the phrase around the name
    const IsnSpan phrase = mention->name;
    mention->name = mention->chars;
    mention->chars = phrase;
    if (mention->name.begin < phrase.begin || mention->name.end > phrase.end) {
      return ISN_RECORD_FAIL(p, event, "a mention's name lies beyond from, to");
    }
  }
  mention->further = p->further;
  ++d->n_mentions;
  return true;
}

static bool
end_entity(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnEntity* const entity = &d->entities[d->n_entities];
  if (!entity->id.data || entity->type == ISN_TYPE_NONE ||
      !entity->label.data) {
    return ISN_RECORD_FAIL(p, event, "an entity without id, type and label");
  }
  if (isn_str_is(entity->id, "document")) {
    return ISN_RECORD_FAIL(
      p, event, "an entity cannot have the id \"document\"");
  }
  entity->further = p->further;
  ++d->n_entities;
  return true;
}

static bool
end_fact(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  IsnFact* const fact = &d->facts[d->n_facts];
  const IsnFactIds* const ids = &p->ids.facts[d->n_facts];
  if (!ids->subject.data || fact->property == ISN_PROP_NONE) {
    return ISN_RECORD_FAIL(p, event, "a fact without subject and property");
  }
  const IsnPropertyInfo* const info = isn_property_info(fact->property);
  const bool wants_object = info->value == ISN_VALUE_ENTITY;
  if (!ids->object.data == wants_object || !fact->value.data != wants_object) {
    return ISN_RECORD_FAIL(
      p,
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

bool
isn_record_end_element(IsnRecordParser* const p,
                       const IsnRecordState state,
                       const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  switch (state) {
    case ISN_IN_SENTENCE:
    case ISN_IN_EVIDENCE_SPAN:
    case ISN_IN_TOKEN:
      if (state == ISN_IN_TOKEN ? p->position < 3 : p->position != 2) {
        return ISN_RECORD_FAIL(p,
                               event,
                               "[begin, end%s] has %zu members",
                               state == ISN_IN_TOKEN ? ", kind" : "",
                               p->position);
      }
      if (state == ISN_IN_SENTENCE) {
        ++d->n_sentences;
      } else if (state == ISN_IN_TOKEN) {
        ++d->n_tokens;
      } else {
        ++d->facts[d->n_facts].n_evidence;
      }
      return true;
    case ISN_IN_MENTION:
      return end_mention(p, event);
    case ISN_IN_ENTITY:
      return end_entity(p, event);
    case ISN_IN_FACT:
      return end_fact(p, event);
    case ISN_IN_ERROR:
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
begin_layer(IsnRecordParser* const p, const IsnRecordState state)
{
  IsnDocument* const d = p->doc;
  switch (state) {
    case ISN_IN_SENTENCES:
      return (d->sentences = isn_arena_alloc(d->arena, 1));
    case ISN_IN_TOKENS:
      return (d->tokens = isn_arena_alloc(d->arena, 1));
    case ISN_IN_MENTIONS:
      return (d->mentions = isn_arena_alloc(d->arena, 1));
    case ISN_IN_ENTITIES:
      return (d->entities = isn_arena_alloc(d->arena, 1));
    case ISN_IN_FACTS:
      return (d->facts = isn_arena_alloc(d->arena, 1));
    default:
      return true;
  }
}

bool
isn_record_enter(IsnRecordParser* const p, const IsnRecordState state)
{
  if (p->n_states == sizeof(p->states) / sizeof(p->states[0])) {
    return false;
  }
  p->states[p->n_states++] = state;
  return (begin_layer(p, state) && begin_element(p, state)) ||
         isn_record_no_memory(p);
}

// Values ---------------------------------------------------------------------

static IsnStr*
string_field(IsnRecordParser* const p, const IsnRecordField field)
{
  IsnDocument* const d = p->doc;
  switch (field) {
    case ISN_FIELD_ID:
      return &d->id;
    case ISN_FIELD_SOURCE:
      return &d->source;
    case ISN_FIELD_URL:
      return &d->url;
    case ISN_FIELD_TITLE:
      return &d->title;
    case ISN_FIELD_DATE:
      return &d->date;
    case ISN_FIELD_LANG:
      return &d->lang;
    case ISN_FIELD_TEXT:
      return &d->text;
    case ISN_FIELD_ERROR_STAGE:
      return &d->error_stage;
    case ISN_FIELD_ERROR_MESSAGE:
      return &d->error_message;
    case ISN_FIELD_MENTION_ENTITY:
      return &p->ids.mentions[d->n_mentions];
    case ISN_FIELD_MENTION_RULE:
      return &d->mentions[d->n_mentions].rule;
    case ISN_FIELD_ENTITY_ID:
      return &d->entities[d->n_entities].id;
    case ISN_FIELD_ENTITY_KIND:
      return &d->entities[d->n_entities].kind;
    case ISN_FIELD_ENTITY_LABEL:
      return &d->entities[d->n_entities].label;
    case ISN_FIELD_ENTITY_KEY:
      return &d->entities[d->n_entities].key;
    case ISN_FIELD_FACT_SUBJECT:
      return &p->ids.facts[d->n_facts].subject;
    case ISN_FIELD_FACT_OBJECT:
      return &p->ids.facts[d->n_facts].object;
    case ISN_FIELD_FACT_CONTEXT:
      return &p->ids.facts[d->n_facts].context;
    case ISN_FIELD_FACT_VALUE:
      return &d->facts[d->n_facts].value;
    case ISN_FIELD_FACT_RULE:
      return &d->facts[d->n_facts].rule;
    default:
      return NULL;
  }
}

static bool
set_string(IsnRecordParser* const p,
           IsnStr* const field,
           const IsnJsonEvent* const event)
{
  // Ids and the like are copied so that they end in a zero byte
  *field = p->n_states == 1 && p->member->field != ISN_FIELD_TEXT
             ? isn_arena_copy(p->doc->arena, event->value)
             : isn_record_keep(p, event);
  if (!field->data) {
    return isn_record_no_memory(p);
  }
  if (memchr(field->data, 0, field->n_bytes)) {
    return ISN_RECORD_FAIL(
      p, event, "U+0000 in member \"%s\"", p->member->name);
  }
  return true;
}

static bool
set_type(IsnRecordParser* const p,
         IsnType* const type,
         const IsnJsonEvent* const event)
{
  *type = isn_type_find(event->value);
  return *type != ISN_TYPE_NONE ||
         ISN_RECORD_FAIL(p,
                         event,
                         "there is no entity type \"%.*s\"",
                         (int)event->value.n_bytes,
                         event->value.data);
}

static bool
set_modality(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  for (int i = 0; i < ISN_N_MODALITIES; ++i) {
    if (isn_str_is(event->value, isn_modality_name((IsnModality)i))) {
      p->doc->facts[p->doc->n_facts].modality = (IsnModality)i;
      return true;
    }
  }
  return ISN_RECORD_FAIL(p,
                         event,
                         "there is no modality \"%.*s\"",
                         (int)event->value.n_bytes,
                         event->value.data);
}

static bool
set_property(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  IsnFact* const fact = &p->doc->facts[p->doc->n_facts];
  fact->property = isn_property_find(event->value);
  return fact->property != ISN_PROP_NONE ||
         ISN_RECORD_FAIL(p,
                         event,
                         "there is no property \"%.*s\"",
                         (int)event->value.n_bytes,
                         event->value.data);
}

static bool
set_offset(IsnRecordParser* const p,
           uint32_t* const offset,
           const IsnJsonEvent* const event)
{
  return to_offset(event->value, offset) ||
         ISN_RECORD_FAIL(p,
                         event,
                         "%.*s is no offset",
                         (int)event->value.n_bytes,
                         event->value.data);
}

static bool
set_confidence(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  const double value = to_double(event->value);
  p->doc->facts[p->doc->n_facts].confidence = value;
  return (value > 0.0 && value <= 1.0) ||
         ISN_RECORD_FAIL(p,
                         event,
                         "confidence %.*s is not in (0, 1]",
                         (int)event->value.n_bytes,
                         event->value.data);
}

/// The value of the member whose name has just been read.
bool
isn_record_set_member(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  IsnDocument* const d = p->doc;
  switch (p->member->field) {
    case ISN_FIELD_MENTION_TYPE:
      return set_type(p, &d->mentions[d->n_mentions].type, event);
    case ISN_FIELD_MENTION_BEGIN:
      p->has_begin = true;
      return set_offset(p, &d->mentions[d->n_mentions].chars.begin, event);
    case ISN_FIELD_MENTION_END:
      p->has_end = true;
      return set_offset(p, &d->mentions[d->n_mentions].chars.end, event);
    case ISN_FIELD_MENTION_FROM:
      p->has_from = true;
      return set_offset(p, &d->mentions[d->n_mentions].name.begin, event);
    case ISN_FIELD_MENTION_TO:
      p->has_to = true;
      return set_offset(p, &d->mentions[d->n_mentions].name.end, event);
    case ISN_FIELD_ENTITY_TYPE:
      return set_type(p, &d->entities[d->n_entities].type, event);
    case ISN_FIELD_FACT_PROPERTY:
      return set_property(p, event);
    case ISN_FIELD_FACT_MODALITY:
      return set_modality(p, event);
    case ISN_FIELD_FACT_MINIMUM:
      d->facts[d->n_facts].is_minimum = isn_str_is(event->value, "true");
      return true;
    case ISN_FIELD_FACT_CONFIDENCE:
      return set_confidence(p, event);
    case ISN_FIELD_FACT_DATATYPE: // follows from the property
      return true;
    default:
      return set_string(p, string_field(p, p->member->field), event);
  }
}

static bool
set_token_kind(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  for (int i = 0; i < ISN_N_KINDS; ++i) {
    if (isn_str_is(event->value, isn_kind_name((IsnTokenKind)i))) {
      p->doc->tokens[p->doc->n_tokens].kind = (IsnTokenKind)i;
      return true;
    }
  }
  return ISN_RECORD_FAIL(p,
                         event,
                         "there is no kind of token \"%.*s\"",
                         (int)event->value.n_bytes,
                         event->value.data);
}

/// The span of the small array at hand.
static IsnSpan*
span_of(IsnRecordParser* const p, const IsnRecordState state)
{
  IsnDocument* const d = p->doc;
  if (state == ISN_IN_SENTENCE) {
    return &d->sentences[d->n_sentences].chars;
  }
  if (state == ISN_IN_TOKEN) {
    return &d->tokens[d->n_tokens].chars;
  }
  IsnFact* const fact = &d->facts[d->n_facts];
  return &fact->evidence[fact->n_evidence];
}

bool
isn_record_is_small_array(const IsnRecordState state)
{
  return state == ISN_IN_SENTENCE || state == ISN_IN_TOKEN ||
         state == ISN_IN_EVIDENCE_SPAN;
}

/// A member of [begin, end] or [begin, end, kind, …].
bool
isn_record_set_position(IsnRecordParser* const p,
                        const IsnRecordState state,
                        const IsnJsonEvent* const event)
{
  const size_t position = p->position++;
  if (position < 2) {
    if (event->kind != ISN_JSON_NUMBER) {
      return ISN_RECORD_FAIL(p,
                             event,
                             "an offset in \"%s\" is %s, not a number",
                             p->path,
                             isn_json_kind_name(event->kind));
    }
    IsnSpan* const span = span_of(p, state);
    return set_offset(p, position ? &span->end : &span->begin, event);
  }
  if (position == 2 && state == ISN_IN_TOKEN) {
    if (event->kind != ISN_JSON_STRING) {
      return ISN_RECORD_FAIL(p,
                             event,
                             "a token's kind is %s, not a string",
                             isn_json_kind_name(event->kind));
    }
    return set_token_kind(p, event);
  }
  return true;
}

/// An element of aliases or sameAs.
bool
isn_record_set_listed(IsnRecordParser* const p,
                      const IsnRecordState state,
                      const IsnJsonEvent* const event)
{
  IsnEntity* const entity = &p->doc->entities[p->doc->n_entities];
  const bool is_alias = state == ISN_IN_ALIASES;
  size_t* const n = is_alias ? &entity->n_aliases : &entity->n_same_as;
  IsnStr* const s =
    isn_record_push(p,
                    is_alias ? &entity->aliases : &entity->same_as,
                    *n,
                    &p->strings_capacity,
                    sizeof(IsnStr));
  if (!s) {
    return isn_record_no_memory(p);
  }
  *s = isn_record_keep(p, event);
  ++*n;
  return s->data || isn_record_no_memory(p);
}
