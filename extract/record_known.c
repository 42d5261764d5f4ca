// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record_parser.h"

static const IsnRecordKnown known[] = {
  { ISN_IN_RECORD, ISN_FIELD_ID, "id", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_TEXT, "text", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_SOURCE, "source", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_URL, "url", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_TITLE, "title", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_DATE, "date", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD, ISN_FIELD_LANG, "lang", ISN_JSON_STRING, 0 },
  { ISN_IN_RECORD,
    ISN_FIELD_NONE,
    "sentences",
    ISN_JSON_ARRAY,
    ISN_IN_SENTENCES },
  { ISN_IN_RECORD, ISN_FIELD_NONE, "tokens", ISN_JSON_ARRAY, ISN_IN_TOKENS },
  { ISN_IN_RECORD,
    ISN_FIELD_NONE,
    "mentions",
    ISN_JSON_ARRAY,
    ISN_IN_MENTIONS },
  { ISN_IN_RECORD,
    ISN_FIELD_NONE,
    "entities",
    ISN_JSON_ARRAY,
    ISN_IN_ENTITIES },
  { ISN_IN_RECORD, ISN_FIELD_NONE, "facts", ISN_JSON_ARRAY, ISN_IN_FACTS },
  { ISN_IN_RECORD, ISN_FIELD_NONE, "error", ISN_JSON_OBJECT, ISN_IN_ERROR },
  { ISN_IN_ERROR, ISN_FIELD_ERROR_STAGE, "stage", ISN_JSON_STRING, 0 },
  { ISN_IN_ERROR, ISN_FIELD_ERROR_MESSAGE, "message", ISN_JSON_STRING, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_ENTITY, "entity", ISN_JSON_STRING, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_TYPE, "type", ISN_JSON_STRING, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_BEGIN, "begin", ISN_JSON_NUMBER, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_END, "end", ISN_JSON_NUMBER, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_FROM, "from", ISN_JSON_NUMBER, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_TO, "to", ISN_JSON_NUMBER, 0 },
  { ISN_IN_MENTION, ISN_FIELD_MENTION_RULE, "rule", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_ENTITY_ID, "id", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_ENTITY_TYPE, "type", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_ENTITY_KIND, "kind", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_ENTITY_LABEL, "label", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_ENTITY_KEY, "key", ISN_JSON_STRING, 0 },
  { ISN_IN_ENTITY, ISN_FIELD_NONE, "aliases", ISN_JSON_ARRAY, ISN_IN_ALIASES },
  { ISN_IN_ENTITY, ISN_FIELD_NONE, "sameAs", ISN_JSON_ARRAY, ISN_IN_SAME_AS },
  { ISN_IN_FACT, ISN_FIELD_FACT_SUBJECT, "subject", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_PROPERTY, "property", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_OBJECT, "object", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_VALUE, "value", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_DATATYPE, "datatype", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_CONTEXT, "context", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_MODALITY, "modality", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_MINIMUM, "isMinimum", ISN_JSON_BOOLEAN, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_RULE, "rule", ISN_JSON_STRING, 0 },
  { ISN_IN_FACT, ISN_FIELD_FACT_CONFIDENCE, "confidence", ISN_JSON_NUMBER, 0 },
  { ISN_IN_FACT, ISN_FIELD_NONE, "evidence", ISN_JSON_ARRAY, ISN_IN_EVIDENCE },
};

#define N_KNOWN (sizeof(known) / sizeof(known[0]))

const IsnRecordKnown*
isn_record_find_known(const IsnRecordParser* const p, const IsnStr name)
{
  const IsnRecordState state = isn_record_state(p);
  for (size_t i = 0; i < N_KNOWN; ++i) {
    if (known[i].in == state) {
      const IsnStr wanted = known[i].field == ISN_FIELD_ID ? p->id_name
                            : known[i].field == ISN_FIELD_TEXT
                              ? p->text_name
                              : isn_str(known[i].name);
      if (isn_str_equal(name, wanted)) {
        return &known[i];
      }
    }
  }
  return NULL;
}

/// What an array's elements must be, where the array's own state says so.
IsnRecordState
isn_record_element_state(const IsnRecordState state)
{
  switch (state) {
    case ISN_IN_SENTENCES:
      return ISN_IN_SENTENCE;
    case ISN_IN_TOKENS:
      return ISN_IN_TOKEN;
    case ISN_IN_MENTIONS:
      return ISN_IN_MENTION;
    case ISN_IN_ENTITIES:
      return ISN_IN_ENTITY;
    case ISN_IN_FACTS:
      return ISN_IN_FACT;
    case ISN_IN_EVIDENCE:
      return ISN_IN_EVIDENCE_SPAN;
    default:
      return ISN_IN_LINE;
  }
}
