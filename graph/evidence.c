// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/evidence.h"

#include "extract/base/utf8.h"
#include "graph/digest.h"

/// A byte offset is kept for every so many code points, so that finding words
/// costs a short walk and not one from the text's beginning.
#define STRIDE 64u

typedef struct IsnOffsets {
  uint32_t n_chars;
  uint32_t marks[]; // Bytes before code point STRIDE * i
} Offsets;

static bool
is_lead(const char c)
{
  return ((unsigned char)c & 0xC0u) != 0x80u;
}

/// One walk over the text, the first time that words of it are wanted.
static const Offsets*
text_offsets(IsnScribe* const scribe)
{
  const IsnStr text = scribe->doc->text;
  if (scribe->offsets || text.n_bytes > UINT32_MAX - 1) {
    return scribe->offsets;
  }
  const bool is_valid = isn_utf8_valid_prefix(text) == text.n_bytes;
  const size_t n_marks = text.n_bytes / STRIDE + 2;
  Offsets* const made =
    isn_arena_array(scribe->arena, n_marks + 1, sizeof(uint32_t));
  if (!made) {
    isn_scribe_no_memory(scribe);
    return NULL;
  }
  for (size_t i = 0; is_valid && i < text.n_bytes; ++i) {
    if (is_lead(text.data[i])) {
      if (made->n_chars % STRIDE == 0) {
        made->marks[made->n_chars / STRIDE] = (uint32_t)i;
      }
      ++made->n_chars;
    }
  }
  scribe->offsets = made;
  return made;
}

/// Bytes before code point `at`, which is at most offsets->n_chars.
static size_t
byte_of(const Offsets* const offsets, const IsnStr text, const uint32_t at)
{
  if (at >= offsets->n_chars) {
    return text.n_bytes;
  }
  size_t i = offsets->marks[at / STRIDE];
  for (uint32_t n = at % STRIDE; n; --n) {
    do {
      ++i;
    } while (!is_lead(text.data[i]));
  }
  return i;
}

/// <document#char=B,E> (RFC 5147); "/" where the base itself has the "#".
static IsnStr
span_iri(IsnScribe* const scribe, const IsnSpan span)
{
  const IsnStr iri = scribe->iri;
  const bool has_fragment = memchr(iri.data, '#', iri.n_bytes) != NULL;
  return isn_arena_print(scribe->arena,
                         "%.*s%cchar=%u,%u",
                         (int)iri.n_bytes,
                         iri.data,
                         has_fragment ? '/' : '#',
                         (unsigned)span.begin,
                         (unsigned)span.end);
}

static void
write_span(IsnScribe* const scribe, const IsnStr evidence, const IsnSpan span)
{
  const Offsets* const offsets = text_offsets(scribe);
  if (!offsets) {
    return;
  }
  if (span.begin >= span.end || span.end > offsets->n_chars) {
    isn_scribe_warn(scribe, "evidence outside of the text", scribe->doc->title);
    return;
  }
  const IsnStr text = scribe->doc->text;
  const IsnStr iri = span_iri(scribe, span);
  if (!iri.data) {
    isn_scribe_no_memory(scribe);
    return;
  }
  isn_scribe_write(
    scribe, evidence, ISN_NAME_PROV_WAS_QUOTED_FROM, isn_node_iri(iri));
  isn_scribe_write_text(scribe,
                        evidence,
                        ISN_NAME_ISN_EXACT,
                        isn_str_slice(text,
                                      byte_of(offsets, text, span.begin),
                                      byte_of(offsets, text, span.end)));
}

/// The IRI: the document's, with a digest of statement, rule and places.
static IsnStr
evidence_iri(IsnScribe* const scribe,
             const IsnFact* const fact,
             const IsnStr subject,
             const IsnName predicate,
             const IsnNode* const object)
{
  IsnBuffer* const key = &scribe->identity->scratch;
  isn_buffer_empty(key);
  const IsnStr parts[] = { subject,
                           isn_name_iri(predicate),
                           object->value,
                           isn_name_iri(object->name),
                           fact->rule };
  for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); ++i) {
    isn_buffer_append_number(key, parts[i].n_bytes);
    isn_buffer_append_byte(key, ':');
    isn_buffer_append(key, parts[i]);
  }
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    isn_buffer_append_number(key, fact->evidence[i].begin);
    isn_buffer_append_byte(key, ',');
    isn_buffer_append_number(key, fact->evidence[i].end);
    isn_buffer_append_byte(key, ';');
  }
  if (key->failed) {
    return (IsnStr){ NULL, 0 };
  }
  const IsnDigest digest = isn_digest(isn_buffer_str(key));
  const IsnStr iri = scribe->iri;
  const bool has_fragment = memchr(iri.data, '#', iri.n_bytes) != NULL;
  isn_buffer_empty(key);
  isn_buffer_append(key, iri);
  isn_buffer_append(key, has_fragment ? ISN_STR("/fact-") : ISN_STR("#fact-"));
  isn_digest_append(key, digest);
  return key->failed ? (IsnStr){ NULL, 0 }
                     : isn_arena_copy(scribe->arena, isn_buffer_str(key));
}

/// Thousandths without trailing zeros; printf's point depends on the locale.
static void
write_confidence(IsnScribe* const scribe,
                 const IsnStr evidence,
                 const double confidence)
{
  if (!(confidence > 0.0 && confidence <= 1.0)) {
    isn_scribe_warn(scribe, "confidence out of (0, 1]", scribe->doc->title);
    return;
  }
  unsigned thousandths = (unsigned)(confidence * 1000.0 + 0.5);
  thousandths = thousandths ? thousandths : 1;
  IsnStr text = ISN_STR("1.0");
  if (thousandths < 1000) {
    text = isn_arena_print(scribe->arena, "0.%03u", thousandths);
    while (text.n_bytes > 3 && text.data[text.n_bytes - 1] == '0') {
      --text.n_bytes;
    }
  }
  if (!text.data) {
    isn_scribe_no_memory(scribe);
    return;
  }
  isn_scribe_write(scribe,
                   evidence,
                   ISN_NAME_ISN_CONFIDENCE,
                   isn_node_typed(text, ISN_NAME_XSD_DECIMAL));
}

void
isn_evidence_write(IsnScribe* const scribe,
                   const IsnFact* const fact,
                   const IsnStr subject,
                   const IsnName predicate,
                   const IsnNode* const object)
{
  const IsnStr iri = evidence_iri(scribe, fact, subject, predicate, object);
  if (!iri.data) {
    isn_scribe_no_memory(scribe);
    return;
  }
  isn_scribe_write(
    scribe, iri, ISN_NAME_RDF_TYPE, isn_node_name(ISN_NAME_ISN_EVIDENCE));
  isn_scribe_write(scribe, iri, ISN_NAME_RDF_SUBJECT, isn_node_iri(subject));
  isn_scribe_write(
    scribe, iri, ISN_NAME_RDF_PREDICATE, isn_node_name(predicate));
  isn_scribe_write(scribe, iri, ISN_NAME_RDF_OBJECT, *object);
  for (size_t i = 0; i < fact->n_evidence; ++i) {
    write_span(scribe, iri, fact->evidence[i]);
  }
  isn_scribe_write_text(scribe, iri, ISN_NAME_ISN_RULE, fact->rule);
  write_confidence(scribe, iri, fact->confidence);
  if (fact->is_minimum) {
    isn_scribe_write(scribe,
                     iri,
                     ISN_NAME_ISN_COUNT_IS_MINIMUM,
                     isn_node_typed(ISN_STR("true"), ISN_NAME_XSD_BOOLEAN));
  }
}
