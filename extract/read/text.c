// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/format.h"

static IsnStatus
open_text(void** const state, IsnInput* const input)
{
  (void)input;
  *state = NULL;
  return ISN_SUCCESS;
}

/// "\r\n" to "\n", in place.
static IsnStr
unify_line_ends(const IsnStr text, char* const bytes)
{
  size_t n = 0;
  for (size_t i = 0; i < text.n_bytes; ++i) {
    if (text.data[i] != '\r' || i + 1 == text.n_bytes ||
        text.data[i + 1] != '\n') {
      bytes[n++] = text.data[i];
    }
  }
  return (IsnStr){ bytes, n };
}

static IsnStatus
next_text(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  (void)state;
  if (input->is_given) {
    return ISN_END;
  }
  input->is_given = true;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_input_name(input, doc, isn_str(input->path)));
  IsnStr text = { NULL, 0 };
  ISN_TRY(st, isn_input_read_text(input, doc, false, NULL, &text));
  if (text.data && memchr(text.data, '\r', text.n_bytes)) {
    char* const bytes = isn_arena_alloc(doc->arena, text.n_bytes);
    if (!bytes) {
      return ISN_ERR_NO_MEMORY;
    }
    text = unify_line_ends(text, bytes);
  }
  doc->text = text;
  return ISN_SUCCESS;
}

static void
close_text(void* const state)
{
  (void)state;
}

const IsnFormat isn_format_text = { open_text, next_text, close_text };
