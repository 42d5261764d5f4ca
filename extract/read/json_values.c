// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/json_values.h"

#define CHUNK ((size_t)64 * 1024)

/// What was seen of a value so far.
typedef struct {
  size_t n_bytes;
  size_t n_lines; ///< Ended within it
  size_t depth;   ///< Objects and arrays open in it
  bool is_in_string;
  bool is_escaped; ///< By the backslash before
  bool is_over;
} Value;

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Go on by `c`; a number or word is over before it, and does not take it.
static void
step(Value* const value, const char c)
{
  value->n_lines += c == '\n';
  if (value->is_in_string) {
    value->is_in_string = value->is_escaped || c != '"';
    value->is_escaped = c == '\\' && !value->is_escaped;
    value->is_over = !value->is_in_string && !value->depth;
  } else if (c == '"') {
    value->is_in_string = true;
  } else if (c == '{' || c == '[') {
    ++value->depth;
  } else if (c == '}' || c == ']') {
    value->depth -= value->depth > 0;
    value->is_over = !value->depth;
  }
  ++value->n_bytes;
}

/// Whether `c` ends a number or a word that stands in no object or array.
static bool
ends_word(const Value* const value, const char c)
{
  return value->n_bytes && !value->depth && !value->is_in_string &&
         (is_blank(c) || strchr(",[]{}\"", c));
}

bool
isn_json_is_lines(const IsnStr head)
{
  size_t at = 0;
  while (at < head.n_bytes && is_blank(head.data[at])) {
    ++at;
  }
  if (at == head.n_bytes || head.data[at] != '{') {
    return false;
  }
  Value value = { 0 };
  for (; at < head.n_bytes && !value.is_over; ++at) {
    step(&value, head.data[at]);
  }
  return !value.n_lines;
}

/// Take what stands between values; ISN_END where nothing follows.
static IsnStatus
take_between(IsnJsonValues* const values, IsnSource* const source)
{
  static const IsnStr mark = { "\xEF\xBB\xBF", 3 };
  if (!values->is_begun && isn_str_starts(isn_source_peek(source, 3), mark)) {
    source->n_taken += mark.n_bytes;
  }
  values->is_begun = true;
  for (;;) {
    const IsnStr next = isn_source_peek(source, 1);
    if (!next.n_bytes) {
      return source->error ? ISN_ERR_INPUT : ISN_END;
    }
    const char c = next.data[0];
    if (c == '[') {
      values->array = values->n_open++ ? values->array : values->n_lines + 1;
    } else if (c == ']') {
      values->n_open -= values->n_open > 0;
    } else if (c != ',' && !is_blank(c)) {
      return ISN_SUCCESS;
    }
    values->n_lines += c == '\n';
    ++source->n_taken;
  }
}

/// Find the end of the value that comes next. What is longer than `limit` is
/// taken as it goes by.
static IsnStatus
find_end(IsnSource* const source, const size_t limit, Value* const value)
{
  IsnStatus st = ISN_SUCCESS;
  while (!value->is_over) {
    IsnStr head = isn_source_peek(source, value->n_bytes + CHUNK);
    if (source->error) {
      return ISN_ERR_INPUT;
    }
    if (head.n_bytes == value->n_bytes) {
      return st; // the source is at its end
    }
    while (value->n_bytes < head.n_bytes && !value->is_over) {
      const char c = head.data[value->n_bytes];
      if (ends_word(value, c)) {
        value->is_over = true;
        break;
      }
      step(value, c);
      if (c == '\n' && !value->is_in_string) {
        // Its members go on as they stand, within a line
        source->buffer.data[source->n_taken + value->n_bytes - 1] = ' ';
      }
    }
    if (value->n_bytes > limit) {
      source->n_taken += value->n_bytes;
      value->n_bytes = 0;
      st = ISN_ERR_LIMIT;
    }
  }
  return st;
}

IsnStatus
isn_json_take_value(IsnJsonValues* const values,
                    IsnSource* const source,
                    const size_t limit,
                    IsnStr* const value,
                    size_t* const line)
{
  IsnStatus st = take_between(values, source);
  *line = values->n_lines + 1;
  *value = (IsnStr){ "", 0 };
  if (st == ISN_END && values->n_open) {
    *line = values->array;
    values->n_open = 0;
    ++values->n_values;
    return ISN_SUCCESS;
  }
  if (st) {
    return st;
  }
  Value found = { 0 };
  st = find_end(source, limit, &found);
  *value = isn_source_peek(source, found.n_bytes);
  source->n_taken += found.n_bytes;
  values->n_lines += found.n_lines;
  ++values->n_values;
  return st;
}
