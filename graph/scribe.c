// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/scribe.h"

#include "extract/base/utf8.h"
#include "graph/terms.h"

void
isn_scribe_write(IsnScribe* const scribe,
                 const IsnStr subject,
                 const IsnName predicate,
                 const IsnNode object)
{
  if (scribe->status == ISN_SUCCESS) {
    scribe->status =
      scribe->writer->write(scribe->writer, subject, predicate, &object);
  }
}

void
isn_scribe_no_memory(IsnScribe* const scribe)
{
  if (scribe->status == ISN_SUCCESS) {
    scribe->status = ISN_ERR_NO_MEMORY;
  }
}

/// At most so much of a value is shown.
static int
shown(const IsnStr s)
{
  if (s.n_bytes <= 80) {
    return (int)s.n_bytes;
  }
  size_t end = 80;
  while (end > 76 && ((unsigned char)s.data[end] & 0xC0u) == 0x80u) {
    --end;
  }
  return (int)end;
}

void
isn_scribe_warn(const IsnScribe* const scribe,
                const char* const what,
                const IsnStr value)
{
  const IsnDocument* const doc = scribe->doc;
  // Views have no zero at their end
  const IsnStr origin =
    doc->origin.data ? isn_arena_copy(scribe->arena, doc->origin) : doc->origin;
  const IsnPlace here = { origin.data, doc->origin_line, 0 };
  isn_warning(scribe->sink,
              &here,
              "document %.*s: %s: \"%.*s\"",
              shown(doc->id),
              doc->id.data ? doc->id.data : "",
              what,
              isn_utf8_valid_prefix(value) < value.n_bytes ? 0 : shown(value),
              value.data ? value.data : "");
}

bool
isn_scribe_check_text(IsnScribe* const scribe,
                      IsnStr* const text,
                      const char* const what)
{
  const IsnStr original = *text;
  const IsnTermState state = isn_term_text(scribe->arena, text);
  if (state == ISN_TERM_GOOD) {
    return true;
  }
  isn_scribe_warn(scribe, what, original);
  return state != ISN_TERM_BAD;
}

bool
isn_scribe_check_iri(IsnScribe* const scribe,
                     IsnStr* const iri,
                     const char* const what)
{
  if (isn_term_iri(scribe->arena, iri) != ISN_TERM_BAD) {
    return true;
  }
  isn_scribe_warn(scribe, what, *iri);
  return false;
}

IsnNode
isn_scribe_text(const IsnStr text)
{
  return isn_node_text(text, isn_term_is_arabic(text) ? "ar" : NULL);
}

void
isn_scribe_write_text(IsnScribe* const scribe,
                      const IsnStr subject,
                      const IsnName predicate,
                      const IsnStr text)
{
  IsnStr checked = text;
  if (text.data &&
      isn_scribe_check_text(scribe, &checked, "no text for a literal")) {
    isn_scribe_write(scribe, subject, predicate, isn_scribe_text(checked));
  }
}
