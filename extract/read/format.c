// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/format.h"

#include "extract/base/utf8.h"

#include <stdio.h>

IsnStatus
isn_input_fail(const IsnInput* const input,
               IsnDocument* const doc,
               const IsnStatus status,
               const size_t line,
               const size_t column,
               const char* const format,
               ...)
{
  char message[512];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof(message), format, args);
  va_end(args);
  // A foreign message may be cut within a character, or hold half of one
  message[isn_utf8_valid_prefix(isn_str(message))] = '\0';
  isn_document_fail(doc, "read", message);
  const IsnPlace place = { input->path, line, column };
  isn_error(input->sink, status, &place, "%s", message);
  return ISN_SUCCESS;
}

IsnStatus
isn_input_fail_source(const IsnInput* const input,
                      IsnDocument* const doc,
                      const IsnStatus status,
                      const size_t line)
{
  if (status == ISN_ERR_NO_MEMORY) {
    return status;
  }
  if (status == ISN_ERR_LIMIT) {
    return isn_input_fail(input,
                          doc,
                          status,
                          line,
                          0,
                          "longer than the limit of %zu MiB",
                          ISN_MAX_INPUT / 1024 / 1024);
  }
  return isn_input_fail(input,
                        doc,
                        status,
                        line,
                        0,
                        "%s",
                        status == ISN_ERR_INPUT
                          ? strerror(input->source.error)
                          : "not text in the encoding that it should have");
}

/// The text, or a marked document.
static IsnStatus
decode(const IsnInput* const input,
       IsnDocument* const doc,
       const IsnStr bytes,
       const IsnEncodingHints* const hints,
       IsnStr* const text)
{
  IsnBuffer buffer = { 0 };
  IsnDecoded decoded;
  IsnStatus st = isn_encoding_decode(bytes, hints, &buffer, &decoded);
  if (!st) {
    *text = isn_arena_copy(doc->arena, decoded.text);
    st = text->data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  } else if (st != ISN_ERR_NO_MEMORY) {
    st =
      decoded.line
        ? isn_input_fail(
            input, doc, st, decoded.line, decoded.column, "%s", decoded.words)
        : isn_input_fail(input,
                         doc,
                         st,
                         0,
                         0,
                         hints->encoding ? "%s: %s" : "%s",
                         decoded.words,
                         hints->encoding);
  }
  isn_buffer_clear(&buffer);
  return st;
}

static bool
is_blank(const IsnStr text)
{
  for (size_t i = 0; i < text.n_bytes; ++i) {
    if (!strchr(" \t\r\n\f", text.data[i])) {
      return false;
    }
  }
  return true;
}

IsnStatus
isn_input_read_text(IsnInput* const input,
                    IsnDocument* const doc,
                    const bool may_be_cut,
                    const char* (*const find_declared)(IsnStr bytes,
                                                       IsnArena* arena),
                    IsnStr* const text)
{
  *text = (IsnStr){ NULL, 0 };
  IsnStr bytes = { NULL, 0 };
  IsnStatus st = isn_source_take_all(&input->source, ISN_MAX_INPUT, &bytes);
  if (st) {
    return isn_input_fail_source(input, doc, st, 0);
  }
  const IsnEncodingHints hints = {
    input->options->encoding,
    find_declared ? find_declared(bytes, doc->arena) : NULL,
    may_be_cut,
  };
  ISN_TRY(st, decode(input, doc, bytes, &hints, text));
  if (text->data && is_blank(*text)) {
    *text = (IsnStr){ NULL, 0 };
    return isn_input_fail(input, doc, ISN_ERR_INPUT, 0, 0, "empty");
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_input_name(const IsnInput* const input,
               IsnDocument* const doc,
               const IsnStr id)
{
  doc->origin = isn_arena_copy(doc->arena, isn_str(input->path));
  doc->id = isn_arena_copy(doc->arena, id);
  return doc->origin.data && doc->id.data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

IsnStr
isn_input_record_id(const IsnInput* const input,
                    IsnDocument* const doc,
                    const IsnRecordPlace place)
{
  const IsnStr id =
    place.number
      ? isn_arena_print(doc->arena, "%s#%zu", input->path, place.number)
      : isn_arena_print(doc->arena, "%s:%zu", input->path, place.line);
  return id.data ? id : ISN_STR("");
}
