// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/json_records.h"

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

IsnStatus
isn_json_records_begin(IsnJsonRecords* const records,
                       IsnInput* const input,
                       const bool are_values)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDecoder* decoder = NULL;
  *records = (IsnJsonRecords){ .are_values = are_values };
  ISN_TRY(st, find_decoder(input, &decoder));
  if (decoder) {
    // What it cannot decode shows again when a record is asked for
    st = isn_source_decode(&input->source, decoder);
  }
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
take_line(IsnJsonRecords* const records,
          IsnSource* const source,
          IsnStr* const line)
{
  IsnStatus st = ISN_SUCCESS;
  do {
    st = isn_source_take_line(source, ISN_MAX_INPUT, line);
    if (st == ISN_END) {
      return st;
    }
    ++records->n_lines;
    static const IsnStr mark = { "\xEF\xBB\xBF", 3 };
    if (!st && records->n_lines == 1 && isn_str_starts(*line, mark)) {
      *line = isn_str_slice(*line, 3, line->n_bytes);
    }
  } while (!st && is_blank(*line));
  return st;
}

IsnStatus
isn_json_records_take(IsnJsonRecords* const records,
                      IsnInput* const input,
                      IsnStr* const json,
                      IsnRecordPlace* const place)
{
  if (records->is_over) {
    return ISN_END;
  }
  IsnStatus st = ISN_SUCCESS;
  *json = (IsnStr){ NULL, 0 };
  if (records->are_values) {
    IsnJsonValues* const values = &records->values;
    st = isn_json_take_value(
      values, &input->source, ISN_MAX_INPUT, json, &place->line);
    place->number = values->n_values;
  } else {
    st = take_line(records, &input->source, json);
    *place = (IsnRecordPlace){ records->n_lines, 0 };
  }
  records->is_over = st && st != ISN_ERR_LIMIT;
  return st;
}
