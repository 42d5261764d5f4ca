// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// raptor 2.0.15's own N-Quads serializer escapes every Arabic letter; its term
// writer need not, but goes letter by letter through a stream. Names are
// prepared once here, IRIs need no escape since they are checked, and text is
// copied in runs. The bytes are those of raptor_term_escaped_write with
// RAPTOR_ESCAPED_WRITE_BITFLAG_UTF8 added (tests/unit/test_graph.c).
#include "graph/writer.h"

#include <stdlib.h>

typedef struct {
  IsnWriter base;
  IsnBuffer* out;
  bool has_graph;
  IsnBuffer tail;             // " <graph> .\n"
  IsnBuffer prepared;         // "<iri>" of all names
  IsnStr names[ISN_N_NAMES];  // Views of `prepared`
  uint32_t ends[ISN_N_NAMES]; // While preparing
} NquadsWriter;

static char*
put(char* const at, const IsnStr s)
{
  memcpy(at, s.data, s.n_bytes);
  return at + s.n_bytes;
}

static char*
put_iri(char* at, const IsnStr iri)
{
  *at++ = '<';
  at = put(at, iri);
  *at++ = '>';
  return at;
}

/// What follows the backslash for a byte that needs one, else 0.
static char
escape(const unsigned char c)
{
  switch (c) {
    case '"':
    case '\\':
      return (char)c;
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    default:
      return c < 0x20 || c == 0x7F ? 'u' : '\0';
  }
}

/// True for bytes that go through as they are; the commonest question here.
static bool
is_plain(const unsigned char c)
{
  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

static char*
put_text(char* at, const IsnStr s)
{
  static const char hex[] = "0123456789ABCDEF";
  size_t i = 0;
  while (i < s.n_bytes) {
    const size_t begin = i;
    while (i < s.n_bytes && is_plain((unsigned char)s.data[i])) {
      ++i;
    }
    at = put(at, isn_str_slice(s, begin, i));
    if (i < s.n_bytes) {
      const unsigned char c = (unsigned char)s.data[i++];
      *at++ = '\\';
      *at++ = escape(c);
      if (escape(c) == 'u') {
        at = put(at, ISN_STR("00"));
        *at++ = hex[c >> 4];
        *at++ = hex[c & 0xFu];
      }
    }
  }
  return at;
}

static char*
put_node(const NquadsWriter* const self, char* at, const IsnNode* const node)
{
  if (node->kind == ISN_NODE_NAME) {
    return put(at, self->names[node->name]);
  }
  if (node->kind == ISN_NODE_IRI) {
    return put_iri(at, node->value);
  }
  *at++ = '"';
  at = put_text(at, node->value);
  *at++ = '"';
  if (node->language) {
    *at++ = '@';
    at = put(at, isn_str(node->language));
  } else if (node->name != ISN_NAME_NONE) {
    at = put(at, ISN_STR("^^"));
    at = put(at, self->names[node->name]);
  }
  return at;
}

/// At most so many bytes are one statement.
static size_t
statement_bound(const NquadsWriter* const self,
                const IsnStr subject,
                const IsnName predicate,
                const IsnNode* const object)
{
  const size_t worst = object->kind == ISN_NODE_LITERAL ? 6 : 1;
  return subject.n_bytes + self->names[predicate].n_bytes +
         worst * object->value.n_bytes + self->names[object->name].n_bytes +
         (object->language ? strlen(object->language) : 0) +
         self->tail.n_bytes + 16;
}

static IsnStatus
nquads_write(IsnWriter* const base,
             const IsnStr subject,
             const IsnName predicate,
             const IsnNode* const object)
{
  NquadsWriter* const self = (NquadsWriter*)base;
  const size_t bound = statement_bound(self, subject, predicate, object);
  char* const begin = isn_buffer_reserve(self->out, bound);
  if (!begin) {
    return ISN_ERR_NO_MEMORY;
  }
  char* at = put_iri(begin, subject);
  *at++ = ' ';
  at = put(at, self->names[predicate]);
  *at++ = ' ';
  at = put_node(self, at, object);
  at = put(at, isn_buffer_str(&self->tail));
  self->out->n_bytes += (size_t)(at - begin);
  return ISN_SUCCESS;
}

static IsnStatus
nquads_begin(IsnWriter* const base, const IsnStr iri)
{
  NquadsWriter* const self = (NquadsWriter*)base;
  isn_buffer_empty(&self->tail);
  if (self->has_graph) {
    isn_buffer_append(&self->tail, ISN_STR(" <"));
    isn_buffer_append(&self->tail, iri);
    isn_buffer_append_byte(&self->tail, '>');
  }
  isn_buffer_append(&self->tail, ISN_STR(" .\n"));
  return self->tail.failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
}

static IsnStatus
nquads_end(IsnWriter* const base)
{
  return ((NquadsWriter*)base)->out->failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
}

static IsnStatus
nquads_close(IsnWriter* const base)
{
  NquadsWriter* const self = (NquadsWriter*)base;
  isn_buffer_clear(&self->tail);
  isn_buffer_clear(&self->prepared);
  free(self);
  return ISN_SUCCESS;
}

static bool
prepare_names(NquadsWriter* const self)
{
  for (int i = 0; i < ISN_N_NAMES; ++i) {
    isn_buffer_append_byte(&self->prepared, '<');
    isn_buffer_append(&self->prepared, isn_name_iri((IsnName)i));
    isn_buffer_append_byte(&self->prepared, '>');
    self->ends[i] = (uint32_t)self->prepared.n_bytes;
  }
  if (self->prepared.failed) {
    return false;
  }
  const IsnStr all = isn_buffer_str(&self->prepared);
  for (int i = 0; i < ISN_N_NAMES; ++i) {
    self->names[i] =
      isn_str_slice(all, i ? self->ends[i - 1] : 0, self->ends[i]);
  }
  return true;
}

IsnWriter*
isn_nquads_open(IsnBuffer* const out, const bool has_graph)
{
  NquadsWriter* const self = calloc(1, sizeof(*self));
  if (!self) {
    return NULL;
  }
  self->base =
    (IsnWriter){ nquads_begin, nquads_write, nquads_end, nquads_close };
  self->out = out;
  self->has_graph = has_graph;
  if (!prepare_names(self)) {
    nquads_close(&self->base);
    return NULL;
  }
  return &self->base;
}
