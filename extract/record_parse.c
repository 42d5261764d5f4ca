// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record.h"

#include "extract/base/utf8.h"
#include "extract/record_parser.h"

#define MAX_DEPTH 512

// Events ---------------------------------------------------------------------

static void
begin_skip(IsnRecordParser* const p)
{
  p->skip = p->depth + 1;
}

static bool
add_further_bytes(IsnRecordParser* const p, const IsnStr bytes)
{
  size_t needed = p->further.n_bytes + bytes.n_bytes;
  if (needed > p->further_capacity) {
    needed = needed * 2;
    char* const moved = isn_arena_alloc(p->doc->arena, needed);
    if (!moved) {
      return isn_record_no_memory(p);
    }
    if (p->further.data) {
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
end_further(IsnRecordParser* const p, const size_t end)
{
  p->skip_is_further = false;
  const IsnStr raw = isn_str_slice(p->line, p->further_begin, end);
  return (!p->further.data || add_further_bytes(p, ISN_STR(","))) &&
         add_further_bytes(p, raw);
}

static bool
on_root_key(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  p->root.whole.begin = (uint32_t)isn_json_begin(p->line, event);
  p->root.name = isn_record_keep(p, event);
  if (!p->root.name.data) {
    return isn_record_no_memory(p);
  }
  p->member = isn_record_find_known(p, event->value);
  p->path = p->member ? p->member->name : "";
  if (!p->member) {
    begin_skip(p);
    return true;
  }
  bool* const is_member = &p->is_member[isn_member_find(isn_str(p->path))];
  if (*is_member) {
    ISN_RECORD_FAIL(p, event, "member \"%s\" stands twice", p->path);
    begin_skip(p);
  }
  *is_member = true;
  return true;
}

static bool
on_key(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  if (p->depth == 1) {
    return on_root_key(p, event);
  }
  p->member = isn_record_find_known(p, event->value);
  if (!p->member) {
    p->skip_is_further = isn_record_state(p) != ISN_IN_ERROR;
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
wrong_kind(IsnRecordParser* const p,
           const IsnJsonEvent* const event,
           const char* const name,
           const IsnJsonKind wanted)
{
  return ISN_RECORD_FAIL(p,
                         event,
                         "member \"%s\" is %s, not %s",
                         name,
                         isn_json_kind_name(event->kind),
                         isn_json_kind_name(wanted));
}

/// The value of a known member of an object. `depth` counts it already.
static bool
on_member_value(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  const IsnRecordKnown* const member = p->member;
  const bool is_id_number =
    member->field == ISN_FIELD_ID && event->kind == ISN_JSON_NUMBER;
  if (event->kind == ISN_JSON_NULL && member->field != ISN_FIELD_TEXT) {
    return true; // as if it were not there
  }
  if (event->kind != member->kind && !is_id_number) {
    const IsnStr name = member->field == ISN_FIELD_TEXT ? p->text_name
                        : member->field == ISN_FIELD_ID ? p->id_name
                                                        : isn_str(member->name);
    const IsnStr copy = isn_arena_copy(p->doc->arena, name);
    return copy.data ? wrong_kind(p, event, copy.data, member->kind)
                     : isn_record_no_memory(p);
  }
  return is_container(event->kind) ? isn_record_enter(p, member->inside)
                                   : isn_record_set_member(p, event);
}

/// An element of an array.
static bool
on_element(IsnRecordParser* const p,
           const IsnRecordState state,
           const IsnJsonEvent* const event)
{
  if (isn_record_is_small_array(state)) {
    if (!is_container(event->kind) || p->position < 3) {
      return isn_record_set_position(p, state, event);
    }
    ++p->position;
    p->skip = p->depth; // a further member of a token
    return true;
  }
  if (state == ISN_IN_ALIASES || state == ISN_IN_SAME_AS) {
    return event->kind == ISN_JSON_STRING
             ? isn_record_set_listed(p, state, event)
             : ISN_RECORD_FAIL(p,
                               event,
                               "a member of \"%s\" is %s, not a string",
                               state == ISN_IN_ALIASES ? "aliases" : "sameAs",
                               isn_json_kind_name(event->kind));
  }
  const IsnRecordState inside = isn_record_element_state(state);
  const IsnJsonKind wanted =
    isn_record_is_small_array(inside) ? ISN_JSON_ARRAY : ISN_JSON_OBJECT;
  if (event->kind != wanted) {
    return ISN_RECORD_FAIL(p,
                           event,
                           "an element of \"%s\" is %s, not %s",
                           p->path,
                           isn_json_kind_name(event->kind),
                           isn_json_kind_name(wanted));
  }
  return isn_record_enter(p, inside);
}

static bool
on_first(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  if (event->kind == ISN_JSON_OBJECT) {
    p->states[p->n_states++] = ISN_IN_RECORD;
    p->is_object = true;
    return true;
  }
  ISN_RECORD_FAIL(p,
                  event,
                  "a record is a JSON object, not %s",
                  isn_json_kind_name(event->kind));
  return false;
}

static bool
on_end(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  const IsnRecordState state = isn_record_state(p);
  --p->n_states;
  return isn_record_end_element(p, state, event);
}

static bool
end_root_member(IsnRecordParser* const p, const size_t end)
{
  IsnDocument* const d = p->doc;
  IsnMember* const member = isn_record_push(
    p, &d->members, d->n_members, &p->members_capacity, sizeof(IsnMember));
  if (!member) {
    return isn_record_no_memory(p);
  }
  p->root.whole.end = (uint32_t)end;
  *member = p->root;
  ++d->n_members;
  return true;
}

/// What a known, not skipped event means.
static bool
take(IsnRecordParser* const p, const IsnJsonEvent* const event)
{
  if (event->kind == ISN_JSON_KEY) {
    return on_key(p, event);
  }
  if (event->kind == ISN_JSON_END) {
    return on_end(p, event);
  }
  const IsnRecordState state = isn_record_state(p);
  if (state == ISN_IN_LINE) {
    return on_first(p, event);
  }
  return p->member && (state == ISN_IN_RECORD || state == ISN_IN_MENTION ||
                       state == ISN_IN_ENTITY || state == ISN_IN_FACT ||
                       state == ISN_IN_ERROR)
           ? on_member_value(p, event)
           : on_element(p, state, event);
}

static bool
on_event(void* const handle, const IsnJsonEvent* const event)
{
  IsnRecordParser* const p = handle;
  if (is_container(event->kind) && ++p->depth > MAX_DEPTH) {
    isn_record_fail_at(p,
                       ISN_ERR_LIMIT,
                       event->end - 1,
                       isn_arena_print(p->doc->arena,
                                       "nested deeper than %d levels",
                                       MAX_DEPTH));
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
  doc->error_stage = (IsnStr){ NULL, 0 };
  doc->error_message = (IsnStr){ NULL, 0 };
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
check_encoding(IsnRecordParser* const p)
{
  const size_t n_valid = isn_utf8_valid_prefix(p->line);
  if (n_valid < p->line.n_bytes) {
    isn_record_fail_at(
      p, ISN_ERR_ENCODING, n_valid, ISN_STR("not valid UTF-8"));
    return false;
  }
  const size_t half = isn_json_find_half_pair(p->line);
  if (half < p->line.n_bytes) {
    isn_record_fail_at(p,
                       ISN_ERR_ENCODING,
                       half,
                       ISN_STR("half a surrogate pair is no character"));
  }
  return true;
}

static IsnStatus
parse_line(IsnRecordParser* const p)
{
  const bool is_utf8 = check_encoding(p);
  p->n_states = 0;
  IsnJsonError error = { NULL, 0 };
  const IsnStatus st =
    isn_json_parse(p->line, on_event, p, p->doc->arena, &error);
  if (isn_is_error(st)) {
    isn_record_fail_at(p, st, error.at, isn_str(error.message));
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
  IsnRecordParser p = {
    .doc = doc, .line = line, .id_name = id_name, .text_name = text_name
  };
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
