// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/identity.h"

#include "graph/digest.h"
#include "graph/segment.h"

/// Room for one IRI more, begun with BASE kind/.
static void
begin_iri(IsnIdentity* const identity, const IsnStr kind)
{
  IsnBuffer* const out = &identity->scratch;
  isn_buffer_empty(out);
  isn_buffer_append(out, isn_str(identity->base));
  for (size_t i = 0; i < kind.n_bytes; ++i) {
    const char c = kind.data[i];
    isn_buffer_append_byte(out, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
  }
  isn_buffer_append_byte(out, '/');
}

/// The IRI in the arena; absent without memory.
static IsnStr
end_iri(IsnIdentity* const identity)
{
  return identity->scratch.failed
           ? (IsnStr){ NULL, 0 }
           : isn_arena_copy(identity->arena,
                            isn_buffer_str(&identity->scratch));
}

IsnStr
isn_identity_document(IsnIdentity* const identity, const IsnDocument* const doc)
{
  const IsnStr kind = ISN_STR("document");
  begin_iri(identity, kind);
  const size_t begin = identity->scratch.n_bytes;
  if (doc->id.n_bytes) {
    isn_segment_append_key(&identity->scratch, doc->id);
  } else {
    isn_buffer_append(&identity->scratch, ISN_STR("text-"));
    isn_digest_append(&identity->scratch, isn_digest(doc->text));
  }
  const IsnStr iri = end_iri(identity);
  if (iri.data) {
    identity->segment = isn_str_slice(iri, begin, iri.n_bytes);
  }
  return iri;
}

/// True for types whose things have no name of their own.
static bool
is_of_document(const IsnType type)
{
  return type == ISN_TYPE_MEETING || type == ISN_TYPE_OPERATION ||
         type == ISN_TYPE_AGREEMENT;
}

static bool
is_path_word(const IsnStr s)
{
  for (size_t i = 0; i < s.n_bytes; ++i) {
    const char c = s.data[i];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
          (i && c >= '0' && c <= '9'))) {
      return false;
    }
  }
  return s.n_bytes > 0;
}

static IsnStr
keyed_iri(IsnIdentity* const identity, const IsnEntity* const entity)
{
  const IsnStr key = entity->key;
  const char* const colon = memchr(key.data, ':', key.n_bytes);
  IsnStr kind = isn_str(isn_type_name(entity->type));
  IsnStr rest = key;
  if (colon) {
    const size_t at = (size_t)(colon - key.data);
    const IsnStr prefix = isn_str_slice(key, 0, at);
    if (is_path_word(prefix) && at + 1 < key.n_bytes) {
      kind = prefix;
      rest = isn_str_slice(key, at + 1, key.n_bytes);
    }
  }
  begin_iri(identity, kind);
  isn_segment_append_key(&identity->scratch, rest);
  return end_iri(identity);
}

IsnStr
isn_identity_entity(IsnIdentity* const identity, const IsnEntity* const entity)
{
  if (entity->key.n_bytes) {
    return keyed_iri(identity, entity);
  }
  begin_iri(identity, isn_str(isn_type_name(entity->type)));
  if (is_of_document(entity->type)) {
    isn_buffer_append(&identity->scratch, identity->segment);
    isn_buffer_append_byte(&identity->scratch, '/');
  }
  isn_segment_append_name(&identity->scratch, entity->label);
  return end_iri(identity);
}

IsnStr
isn_identity_node(IsnIdentity* const identity,
                  const char* const kind,
                  const IsnStr* const parts,
                  const size_t n_parts)
{
  IsnBuffer* const out = &identity->scratch;
  isn_buffer_empty(out);
  for (size_t i = 0; i < n_parts; ++i) {
    // The length before the part: no two lists run together to the same bytes
    isn_buffer_append_number(out, parts[i].n_bytes);
    isn_buffer_append_byte(out, ':');
    isn_buffer_append(out, parts[i]);
  }
  if (out->failed) {
    return (IsnStr){ NULL, 0 };
  }
  const IsnDigest digest = isn_digest(isn_buffer_str(out));
  begin_iri(identity, isn_str(kind));
  isn_digest_append(out, digest);
  return end_iri(identity);
}

IsnStr
isn_identity_named(IsnIdentity* const identity,
                   const char* const kind,
                   const IsnStr name)
{
  begin_iri(identity, isn_str(kind));
  isn_segment_append_key(&identity->scratch, name);
  return end_iri(identity);
}
