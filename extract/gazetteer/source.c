// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/source.h"

#include "extract/base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define HEADER "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures"

bool
isn_gazetteer_member(IsnStr* const rest,
                     const char separator,
                     IsnStr* const member)
{
  if (!rest->data) {
    return false;
  }
  const char* const end = memchr(rest->data, separator, rest->n_bytes);
  const size_t n = end ? (size_t)(end - rest->data) : rest->n_bytes;
  *member = isn_str_slice(*rest, 0, n);
  *rest =
    end ? isn_str_slice(*rest, n + 1, rest->n_bytes) : (IsnStr){ NULL, 0 };
  return true;
}

IsnStr
isn_gazetteer_feature(IsnStr features, const char* const name)
{
  const IsnStr wanted = isn_str(name);
  IsnStr member = { NULL, 0 };
  while (isn_gazetteer_member(&features, '|', &member)) {
    if (isn_str_starts(member, wanted)) {
      if (member.n_bytes == wanted.n_bytes) {
        return ISN_STR("");
      }
      if (member.data[wanted.n_bytes] == '=') {
        return isn_str_slice(member, wanted.n_bytes + 1, member.n_bytes);
      }
    }
  }
  return (IsnStr){ NULL, 0 };
}

static IsnStatus
read_row(const IsnStr line,
         const IsnPlace* const place,
         IsnGazetteerFunc func,
         void* const handle,
         const IsnSink* const sink)
{
  IsnGazetteerRow row = { .line = place->line };
  IsnStr rest = line;
  size_t n = 0;
  IsnStr column = { NULL, 0 };
  while (isn_gazetteer_member(&rest, '\t', &column)) {
    if (n == ISN_N_COLUMNS) {
      return isn_error(
        sink, ISN_ERR_RULES, place, "more than %d columns", ISN_N_COLUMNS);
    }
    row.columns[n++] = column;
  }
  if (n < ISN_COLUMN_KEY + 1) {
    return isn_error(sink,
                     ISN_ERR_RULES,
                     place,
                     "%zu columns where name, type and key are needed",
                     n);
  }
  for (int c = 0; c <= ISN_COLUMN_KEY; ++c) {
    if (!row.columns[c].n_bytes) {
      return isn_error(
        sink, ISN_ERR_RULES, place, "column %d of the row is empty", c + 1);
    }
  }
  return func(handle, &row);
}

static IsnStatus
read_line(IsnStr line,
          IsnPlace* const place,
          bool* const seen_header,
          IsnGazetteerFunc func,
          void* const handle,
          const IsnSink* const sink)
{
  while (line.n_bytes && (line.data[line.n_bytes - 1] == '\n' ||
                          line.data[line.n_bytes - 1] == '\r')) {
    --line.n_bytes;
  }
  if (isn_utf8_valid_prefix(line) != line.n_bytes) {
    return isn_error(sink, ISN_ERR_RULES, place, "not valid UTF-8");
  }
  if (!line.n_bytes || line.data[0] == '#') {
    return ISN_SUCCESS;
  }
  if (!*seen_header) {
    *seen_header = true;
    return isn_str_is(line, HEADER)
             ? ISN_SUCCESS
             : isn_error(sink,
                         ISN_ERR_RULES,
                         place,
                         "the line of column names must be: %s",
                         HEADER);
  }
  return read_row(line, place, func, handle, sink);
}

IsnStatus
isn_gazetteer_read(const char* const path,
                   IsnGazetteerFunc func,
                   void* const handle,
                   const IsnSink* const sink)
{
  IsnPlace place = { path, 0, 0 };
  FILE* const file = fopen(path, "rb");
  if (!file) {
    return isn_error(
      sink, ISN_ERR_RULES, &place, "cannot open: %s", strerror(errno));
  }
  IsnStatus st = ISN_SUCCESS;
  bool seen_header = false;
  char* line = NULL;
  size_t capacity = 0;
  ssize_t n = 0;
  while (st == ISN_SUCCESS && (n = getline(&line, &capacity, file)) >= 0) {
    ++place.line;
    st = read_line(
      (IsnStr){ line, (size_t)n }, &place, &seen_header, func, handle, sink);
  }
  if (st == ISN_SUCCESS && ferror(file)) {
    st = isn_error(
      sink, ISN_ERR_RULES, &place, "cannot read: %s", strerror(errno));
  }
  free(line);
  fclose(file);
  return st;
}
