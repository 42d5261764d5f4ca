// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/json_records.h"

#include "extract/record_parts.h"

#include <stdlib.h>

static IsnStatus
open_records(void** const state, IsnInput* const input, const bool are_values)
{
  IsnJsonRecords* const records = calloc(1, sizeof(*records));
  if (!records) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnStatus st = isn_json_records_begin(records, input, are_values);
  if (st) {
    free(records);
    return st;
  }
  *state = records;
  return ISN_SUCCESS;
}

static IsnStatus
open_lines(void** const state, IsnInput* const input)
{
  return open_records(state, input, false);
}

static IsnStatus
open_values(void** const state, IsnInput* const input)
{
  return open_records(state, input, true);
}

/// What is wrong, with a word of advice where the file is no NDJSON at all.
static IsnStatus
fail_record(const IsnInput* const input,
            IsnDocument* const doc,
            const IsnStatus status,
            const size_t line,
            const char* const message)
{
  const bool is_array =
    line == 1 && doc->unread.n_bytes && doc->unread.data[0] == '[';
  return isn_input_fail(input,
                        doc,
                        status,
                        line,
                        0,
                        "%s%s",
                        message,
                        is_array ? "; --input-format json reads arrays" : "");
}

static IsnStr
name_or(const char* const name, const char* const otherwise)
{
  return isn_str(name ? name : otherwise);
}

IsnStatus
isn_input_read_record(const IsnInput* const input,
                      IsnDocument* const doc,
                      const IsnStr json,
                      const IsnRecordPlace place)
{
  const IsnReadOptions* const options = input->options;
  const IsnStr id_name = name_or(options->id_field, "id");
  const IsnStr text_name = name_or(options->text_field, "text");
  const size_t line = place.line;
  const char* message = "";
  const IsnStatus st =
    isn_record_parse_as(doc, json, id_name, text_name, &message);
  if (st == ISN_ERR_NO_MEMORY) {
    return st;
  }
  if (!doc->id.n_bytes) {
    doc->id = isn_input_record_id(input, doc, place);
  }
  if (doc->error_stage.data) {
    return ISN_SUCCESS; // it came with its error, which was reported then
  }
  if (!json.n_bytes) {
    return isn_input_fail(
      input, doc, ISN_ERR_SYNTAX, line, 0, "the array has no end: cut off?");
  }
  if (st) {
    return fail_record(input, doc, st, line, message);
  }
  if (!doc->text.data) {
    return isn_input_fail(input,
                          doc,
                          ISN_ERR_SYNTAX,
                          line,
                          0,
                          "there is no member \"%s\"",
                          text_name.data);
  }
  return ISN_SUCCESS;
}

static IsnStatus
next_record(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  IsnStr json = { NULL, 0 };
  IsnRecordPlace place = { 0, 0 };
  const IsnStatus st = isn_json_records_take(state, input, &json, &place);
  if (st == ISN_END || st == ISN_ERR_NO_MEMORY) {
    return st;
  }
  doc->origin = isn_arena_copy(doc->arena, isn_str(input->path));
  doc->origin_line = place.line;
  if (!doc->origin.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (st) {
    doc->id = isn_input_record_id(input, doc, place);
    return isn_input_fail_source(input, doc, st, place.line);
  }
  return isn_input_read_record(input, doc, json, place);
}

const IsnFormat isn_format_ndjson = { open_lines, next_record, free };
const IsnFormat isn_format_json = { open_values, next_record, free };
