// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/format.h"

#include "extract/read/json_values.h"
#include "extract/record_parts.h"

#include <stdlib.h>

typedef struct {
  size_t n_lines;
  IsnJsonValues values; ///< Where records are not lines
  bool is_over;
} Lines;

/// A decoder where the lines are not UTF-8, or NULL.
static IsnStatus
find_decoder(IsnInput* const input, IsnDecoder** const decoder)
{
  const IsnStr head = isn_source_peek(&input->source, 4096);
  const char* name = input->options->encoding;
  if (!name) {
    name = isn_encoding_of_mark(head);
  }
  if (!name) {
    name = isn_encoding_guess_utf16(
      isn_str_slice(head, 0, head.n_bytes & ~(size_t)1));
  }
  if (!name || (!input->options->encoding && !strcmp(name, "UTF-8"))) {
    return ISN_SUCCESS; // bad lines are then found one by one
  }
  const IsnStatus st = isn_decoder_new(decoder, name);
  if (st) {
    const IsnPlace place = { input->path, 0, 0 };
    isn_error(
      input->sink, st, &place, "there is no encoding called '%s'", name);
  }
  return st;
}

static IsnStatus
open_lines(void** const state, IsnInput* const input)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDecoder* decoder = NULL;
  ISN_TRY(st, find_decoder(input, &decoder));
  Lines* const lines = calloc(1, sizeof(*lines));
  if (!lines) {
    isn_decoder_free(decoder);
    return ISN_ERR_NO_MEMORY;
  }
  if (decoder) {
    // What it cannot decode shows again when the line is asked for
    st = isn_source_decode(&input->source, decoder);
  }
  lines->is_over = false;
  *state = lines;
  return st == ISN_ERR_NO_MEMORY ? st : ISN_SUCCESS;
}

static bool
is_blank(const IsnStr line)
{
  for (size_t i = 0; i < line.n_bytes; ++i) {
    if (line.data[i] != ' ' && line.data[i] != '\t') {
      return false;
    }
  }
  return true;
}

/// The next line that is not blank, without a byte order mark.
static IsnStatus
next_line(Lines* const lines, IsnInput* const input, IsnStr* const line)
{
  IsnStatus st = ISN_SUCCESS;
  do {
    st = isn_source_take_line(&input->source, ISN_MAX_INPUT, line);
    if (st == ISN_END) {
      return st;
    }
    ++lines->n_lines;
    static const IsnStr mark = { "\xEF\xBB\xBF", 3 };
    if (!st && lines->n_lines == 1 && isn_str_starts(*line, mark)) {
      *line = isn_str_slice(*line, 3, line->n_bytes);
    }
  } while (!st && is_blank(*line));
  return st;
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

/// The record in `json`, or one that fails because the source gave `status`.
static IsnStatus
read_record(Lines* const lines,
            IsnInput* const input,
            IsnDocument* const doc,
            const IsnStr json,
            const IsnRecordPlace place,
            const IsnStatus status)
{
  if (status == ISN_END || status == ISN_ERR_NO_MEMORY) {
    return status;
  }
  doc->origin = isn_arena_copy(doc->arena, isn_str(input->path));
  doc->origin_line = place.line;
  if (!doc->origin.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (status) {
    doc->id = isn_input_record_id(input, doc, place);
    lines->is_over = status != ISN_ERR_LIMIT;
    return isn_input_fail_source(input, doc, status, place.line);
  }
  return isn_input_read_record(input, doc, json, place);
}

static IsnStatus
next_in_lines(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  Lines* const lines = state;
  IsnStr line = { NULL, 0 };
  const IsnStatus st =
    lines->is_over ? ISN_END : next_line(lines, input, &line);
  const IsnRecordPlace place = { lines->n_lines, 0 };
  return read_record(lines, input, doc, line, place, st);
}

static IsnStatus
next_in_values(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  Lines* const lines = state;
  IsnStr value = { NULL, 0 };
  IsnRecordPlace place = { 0, 0 };
  const IsnStatus st =
    lines->is_over
      ? ISN_END
      : isn_json_take_value(
          &lines->values, &input->source, ISN_MAX_INPUT, &value, &place.line);
  place.number = lines->values.n_values;
  return read_record(lines, input, doc, value, place, st);
}

static void
close_lines(void* const state)
{
  free(state);
}

const IsnFormat isn_format_ndjson = { open_lines, next_in_lines, close_lines };
const IsnFormat isn_format_json = { open_lines, next_in_values, close_lines };
