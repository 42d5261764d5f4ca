// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record.h"

#include "extract/base/utf8.h"
#include "extract/record_parts.h"

static const char* const member_names[ISN_N_MEMBERS] = {
  "id",        "source", "url",      "title",    "date",  "lang",  "text",
  "sentences", "tokens", "mentions", "entities", "facts", "error",
};

const char*
isn_member_name(const IsnMemberName member)
{
  return member_names[member];
}

IsnMemberName
isn_member_find(const IsnStr name)
{
  int i = 0;
  while (i < ISN_N_MEMBERS && !isn_str_is(name, member_names[i])) {
    ++i;
  }
  return (IsnMemberName)i;
}

// Strings and numbers --------------------------------------------------------

/// Bytes that JSON escapes, and those of UTF-8 that must be looked at.
static bool
is_plain(const unsigned char c)
{
  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

static void
append_escaped(IsnBuffer* const out, const unsigned char c)
{
  static const char hex[] = "0123456789abcdef";
  static const char letters[] = "btn?fr";
  char escape[6] = { '\\', (char)c, '0', '0', hex[c >> 4], hex[c & 15] };
  size_t n = 2;
  if (c >= '\b' && c <= '\r' && c != '\v') {
    escape[1] = letters[c - '\b'];
  } else if (c != '"' && c != '\\') {
    escape[1] = 'u';
    n = 6;
  }
  isn_buffer_append(out, (IsnStr){ escape, n });
}

void
isn_json_append_string(IsnBuffer* const out, const IsnStr s)
{
  isn_buffer_append_byte(out, '"');
  size_t begin = 0;
  for (size_t i = 0; i < s.n_bytes; ++i) {
    if (!is_plain((unsigned char)s.data[i])) {
      isn_buffer_append(out, isn_str_slice(s, begin, i));
      append_escaped(out, (unsigned char)s.data[i]);
      begin = i + 1;
    }
  }
  if (s.n_bytes > begin) {
    isn_buffer_append(out, isn_str_slice(s, begin, s.n_bytes));
  }
  isn_buffer_append_byte(out, '"');
}

/// A line that may be no UTF-8: U+FFFD stands for what is not.
static void
append_unread(IsnBuffer* const out, const IsnStr line)
{
  const size_t n_valid = isn_utf8_valid_prefix(line);
  if (n_valid == line.n_bytes) {
    isn_json_append_string(out, line);
    return;
  }
  IsnBuffer clean = { 0 };
  for (IsnStr rest = line; rest.n_bytes;) {
    const size_t n = isn_utf8_valid_prefix(rest);
    isn_buffer_append(&clean, (IsnStr){ rest.data, n });
    rest = isn_str_slice(rest, n, rest.n_bytes);
    if (rest.n_bytes) {
      isn_buffer_append_char(&clean, 0xFFFD);
      rest = isn_str_slice(rest, 1, rest.n_bytes);
    }
  }
  isn_json_append_string(out, isn_buffer_str(&clean));
  out->failed = out->failed || clean.failed;
  isn_buffer_clear(&clean);
}

/// At most two decimals, whatever the locale: 1, 0.9, 0.85.
static void
append_confidence(IsnBuffer* const out, const double confidence)
{
  const int value = (int)(confidence * 100.0 + 0.5);
  const int percent = value < 1 ? 1 : value;
  if (percent >= 100) {
    isn_buffer_append_byte(out, '1');
    return;
  }
  const char digits[] = {
    '0', '.', (char)('0' + percent / 10), (char)('0' + percent % 10)
  };
  isn_buffer_append(out, (IsnStr){ digits, percent % 10 ? 4 : 3 });
}

// Layers ---------------------------------------------------------------------

/// A comma unless `is_first`, which it clears.
static void
append_comma(IsnBuffer* const out, bool* const is_first)
{
  if (!*is_first) {
    isn_buffer_append_byte(out, ',');
  }
  *is_first = false;
}

static void
append_name(IsnBuffer* const out, bool* const is_first, const char* const name)
{
  append_comma(out, is_first);
  isn_buffer_append_byte(out, '"');
  isn_buffer_append(out, isn_str(name));
  isn_buffer_append(out, ISN_STR("\":"));
}

/// A member with a string, if there is one.
static void
append_text(IsnBuffer* const out,
            bool* const is_first,
            const char* const name,
            const IsnStr value)
{
  if (value.data) {
    append_name(out, is_first, name);
    isn_json_append_string(out, value);
  }
}

static void
append_further(IsnBuffer* const out, bool* const is_first, const IsnStr further)
{
  if (further.n_bytes) {
    append_comma(out, is_first);
    isn_buffer_append(out, further);
  }
}

static void
append_span(IsnBuffer* const out, const IsnSpan span)
{
  isn_buffer_append_number(out, span.begin);
  isn_buffer_append_byte(out, ',');
  isn_buffer_append_number(out, span.end);
}

static void
append_sentences(IsnBuffer* const out, const IsnDocument* const doc)
{
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    isn_buffer_append(out, i ? ISN_STR(",[") : ISN_STR("["));
    append_span(out, doc->sentences[i].chars);
    isn_buffer_append_byte(out, ']');
  }
  isn_buffer_append_byte(out, ']');
}

static void
append_tokens(IsnBuffer* const out, const IsnDocument* const doc)
{
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    isn_buffer_append(out, i ? ISN_STR(",[") : ISN_STR("["));
    append_span(out, doc->tokens[i].chars);
    isn_buffer_append(out, ISN_STR(",\""));
    isn_buffer_append(out, isn_str(isn_kind_name(doc->tokens[i].kind)));
    isn_buffer_append(out, ISN_STR("\"]"));
  }
  isn_buffer_append_byte(out, ']');
}

static IsnStr
id_of(const IsnDocument* const doc, const uint32_t entity)
{
  return entity < doc->n_entities ? doc->entities[entity].id
                                  : ISN_STR("document");
}

/// Where the name stands and, where it is not all, the phrase that it ends.
static void
append_mention_span(IsnBuffer* const out, const IsnMention* const mention)
{
  const bool is_part = mention->name.end > mention->name.begin;
  const IsnSpan name = is_part ? mention->name : mention->chars;
  isn_buffer_append(out, ISN_STR(",\"begin\":"));
  isn_buffer_append_number(out, name.begin);
  isn_buffer_append(out, ISN_STR(",\"end\":"));
  isn_buffer_append_number(out, name.end);
  if (is_part) {
    isn_buffer_append(out, ISN_STR(",\"from\":"));
    isn_buffer_append_number(out, mention->chars.begin);
    isn_buffer_append(out, ISN_STR(",\"to\":"));
    isn_buffer_append_number(out, mention->chars.end);
  }
}

static void
append_mentions(IsnBuffer* const out, const IsnDocument* const doc)
{
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const mention = &doc->mentions[i];
    bool is_first = true;
    isn_buffer_append(out, i ? ISN_STR(",{") : ISN_STR("{"));
    append_text(out, &is_first, "entity", id_of(doc, mention->entity));
    append_text(out, &is_first, "type", isn_str(isn_type_name(mention->type)));
    append_mention_span(out, mention);
    append_text(out, &is_first, "rule", mention->rule);
    append_further(out, &is_first, mention->further);
    isn_buffer_append_byte(out, '}');
  }
  isn_buffer_append_byte(out, ']');
}

static void
append_strings(IsnBuffer* const out,
               bool* const is_first,
               const char* const name,
               const IsnStr* const strings,
               const size_t n)
{
  if (n) {
    append_name(out, is_first, name);
    for (size_t i = 0; i < n; ++i) {
      isn_buffer_append_byte(out, i ? ',' : '[');
      isn_json_append_string(out, strings[i]);
    }
    isn_buffer_append_byte(out, ']');
  }
}

static void
append_entities(IsnBuffer* const out, const IsnDocument* const doc)
{
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < doc->n_entities; ++i) {
    const IsnEntity* const e = &doc->entities[i];
    bool is_first = true;
    isn_buffer_append(out, i ? ISN_STR(",{") : ISN_STR("{"));
    append_text(out, &is_first, "id", e->id);
    append_text(out, &is_first, "type", isn_str(isn_type_name(e->type)));
    append_text(out, &is_first, "kind", e->kind);
    append_text(out, &is_first, "label", e->label);
    append_strings(out, &is_first, "aliases", e->aliases, e->n_aliases);
    append_text(out, &is_first, "key", e->key);
    append_strings(out, &is_first, "sameAs", e->same_as, e->n_same_as);
    append_further(out, &is_first, e->further);
    isn_buffer_append_byte(out, '}');
  }
  isn_buffer_append_byte(out, ']');
}

static const char*
datatype_of(const IsnFact* const fact)
{
  switch (isn_property_info(fact->property)->value) {
    case ISN_VALUE_DATE:
      return fact->value.n_bytes <= 4   ? "xsd:gYear"
             : fact->value.n_bytes <= 7 ? "xsd:gYearMonth"
                                        : "xsd:date";
    case ISN_VALUE_INTEGER:
      return "xsd:integer";
    case ISN_VALUE_DURATION:
      return "xsd:duration";
    case ISN_VALUE_MONEY:
      return "isn:money";
    case ISN_VALUE_CONCEPT:
      return "skos:Concept";
    default:
      return "rdf:langString";
  }
}

/// What the fact says of its subject.
static void
append_object(IsnBuffer* const out,
              bool* const is_first,
              const IsnDocument* const doc,
              const IsnFact* const fact)
{
  if (fact->object != ISN_NO_ENTITY) {
    append_text(out, is_first, "object", id_of(doc, fact->object));
  } else {
    append_text(out, is_first, "value", fact->value);
    append_text(out, is_first, "datatype", isn_str(datatype_of(fact)));
  }
  if (fact->context != ISN_NO_ENTITY) {
    append_text(out, is_first, "context", id_of(doc, fact->context));
  }
  if (fact->modality != ISN_ASSERTED) {
    append_text(
      out, is_first, "modality", isn_str(isn_modality_name(fact->modality)));
  }
  if (fact->is_minimum) {
    append_name(out, is_first, "isMinimum");
    isn_buffer_append(out, ISN_STR("true"));
  }
}

static void
append_evidence(IsnBuffer* const out,
                bool* const is_first,
                const IsnFact* const fact)
{
  append_name(out, is_first, "evidence");
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    isn_buffer_append(out, i ? ISN_STR(",[") : ISN_STR("["));
    append_span(out, fact->evidence[i]);
    isn_buffer_append_byte(out, ']');
  }
  isn_buffer_append_byte(out, ']');
}

static void
append_facts(IsnBuffer* const out, const IsnDocument* const doc)
{
  isn_buffer_append_byte(out, '[');
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    bool is_first = true;
    isn_buffer_append(out, i ? ISN_STR(",{") : ISN_STR("{"));
    append_text(out, &is_first, "subject", id_of(doc, fact->subject));
    append_text(out,
                &is_first,
                "property",
                isn_str(isn_property_info(fact->property)->name));
    append_object(out, &is_first, doc, fact);
    append_evidence(out, &is_first, fact);
    append_text(out, &is_first, "rule", fact->rule);
    append_name(out, &is_first, "confidence");
    append_confidence(out, fact->confidence);
    append_further(out, &is_first, fact->further);
    isn_buffer_append_byte(out, '}');
  }
  isn_buffer_append_byte(out, ']');
}

static void
append_error(IsnBuffer* const out, const IsnDocument* const doc)
{
  bool is_first = true;
  isn_buffer_append_byte(out, '{');
  append_text(out, &is_first, "stage", doc->error_stage);
  append_text(out, &is_first, "message", doc->error_message);
  isn_buffer_append_byte(out, '}');
}

// The record -----------------------------------------------------------------

static IsnStr
meta_of(const IsnDocument* const doc, const IsnMemberName member)
{
  const IsnStr* const values[] = { &doc->id,    &doc->source, &doc->url,
                                   &doc->title, &doc->date,   &doc->lang,
                                   &doc->text };
  return *values[member];
}

/// Whether the document has this member to write.
static bool
has_member(const IsnDocument* const doc,
           const IsnMemberName member,
           const unsigned made)
{
  const unsigned mentions = made & (ISN_LAYER_MENTIONS | ISN_LAYER_FACTS);
  switch (member) {
    case ISN_MEMBER_SENTENCES:
      return (made & ISN_LAYER_TOKENS) && doc->sentences;
    case ISN_MEMBER_TOKENS:
      return (made & ISN_LAYER_TOKENS) && doc->tokens;
    case ISN_MEMBER_MENTIONS:
      return mentions && (doc->mentions || doc->entities);
    case ISN_MEMBER_ENTITIES:
      return mentions && doc->entities;
    case ISN_MEMBER_FACTS:
      return (made & ISN_LAYER_FACTS) && doc->facts;
    case ISN_MEMBER_ERROR:
      return doc->error_stage.data;
    default:
      return (made & ISN_LAYER_META) && meta_of(doc, member).data;
  }
}

static void
append_member(IsnBuffer* const out,
              bool* const is_first,
              const IsnDocument* const doc,
              const IsnMemberName member)
{
  append_name(out, is_first, isn_member_name(member));
  switch (member) {
    case ISN_MEMBER_SENTENCES:
      append_sentences(out, doc);
      return;
    case ISN_MEMBER_TOKENS:
      append_tokens(out, doc);
      return;
    case ISN_MEMBER_MENTIONS:
      append_mentions(out, doc);
      return;
    case ISN_MEMBER_ENTITIES:
      append_entities(out, doc);
      return;
    case ISN_MEMBER_FACTS:
      append_facts(out, doc);
      return;
    case ISN_MEMBER_ERROR:
      append_error(out, doc);
      return;
    default:
      isn_json_append_string(out, meta_of(doc, member));
  }
}

/// Whether the record came with an error: then it goes on as it came.
static bool
has_own_error(const IsnDocument* const doc)
{
  for (size_t i = 0; doc->raw.data && i < doc->n_members; ++i) {
    const IsnMember* const member = &doc->members[i];
    const IsnStr whole =
      isn_str_slice(doc->raw, member->whole.begin, member->whole.end);
    if (isn_str_is(member->name, "error") &&
        !isn_str_ends(whole, ISN_STR("null"))) {
      return true;
    }
  }
  return false;
}

/// The members as they came, those of `to_write` anew in their places.
static void
append_raw_members(IsnBuffer* const out,
                   bool* const is_first,
                   const IsnDocument* const doc,
                   bool to_write[ISN_N_MEMBERS])
{
  for (size_t i = 0; i < doc->n_members; ++i) {
    const IsnMember* const member = &doc->members[i];
    const IsnMemberName name = isn_member_find(member->name);
    if (name == ISN_N_MEMBERS || !to_write[name]) {
      append_comma(out, is_first);
      isn_buffer_append(
        out, isn_str_slice(doc->raw, member->whole.begin, member->whole.end));
    } else {
      append_member(out, is_first, doc, name);
    }
    if (name < ISN_N_MEMBERS) {
      to_write[name] = false;
    }
  }
}

void
isn_record_write(const IsnDocument* const doc,
                 const unsigned made,
                 IsnBuffer* const out)
{
  const unsigned layers = doc->raw.data ? made : made | ISN_LAYER_META;
  bool to_write[ISN_N_MEMBERS];
  bool is_any = false;
  for (int i = 0; i < ISN_N_MEMBERS; ++i) {
    to_write[i] = has_member(doc, (IsnMemberName)i, layers);
    is_any = is_any || to_write[i];
  }
  if (doc->raw.data && (!is_any || has_own_error(doc))) {
    isn_buffer_append(out, doc->raw);
    isn_buffer_append_byte(out, '\n');
    return;
  }
  bool is_first = true;
  isn_buffer_append_byte(out, '{');
  if (doc->raw.data) {
    append_raw_members(out, &is_first, doc, to_write);
  }
  for (int i = 0; i < ISN_N_MEMBERS; ++i) {
    if (to_write[i]) {
      append_member(out, &is_first, doc, (IsnMemberName)i);
    }
  }
  if (doc->unread.data) {
    append_name(out, &is_first, "raw");
    append_unread(out, doc->unread);
  }
  isn_buffer_append(out, ISN_STR("}\n"));
}
