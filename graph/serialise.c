// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// The only file that includes raptor2.
#include "graph/feed.h"
#include "graph/format.h"
#include "graph/writer.h"

#include <raptor2/raptor2.h>
#include <stdlib.h>

typedef struct {
  IsnWriter base;
  const IsnFormat* format;
  const IsnSink* sink;
  IsnBuffer* out;
  raptor_world* world;
  raptor_iostream* stream;
  raptor_serializer*
    serializer; // NULL between documents of ISN_FORMAT_PER_DOCUMENT
  raptor_term* names[ISN_N_NAMES];
  raptor_term* subject; // Of the last statement
  IsnStr subject_iri;   // Its view, valid within the document
  bool has_failed;      // raptor2 has reported an error
  IsnFeed feed;
} Serialiser;

static void
on_log(void* const handle, raptor_log_message* const message)
{
  Serialiser* const self = handle;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR) {
    self->has_failed = true;
  }
  isn_warning(self->sink, NULL, "raptor2: %s", message->text);
}

static int
on_byte(void* const handle, const int byte)
{
  IsnBuffer* const out = ((Serialiser*)handle)->out;
  isn_buffer_append_byte(out, (char)byte);
  return out->failed;
}

static int
on_bytes(void* const handle,
         const void* const bytes,
         const size_t size,
         const size_t n)
{
  IsnBuffer* const out = ((Serialiser*)handle)->out;
  isn_buffer_append(out, (IsnStr){ bytes, size * n });
  return out->failed ? 0 : (int)n;
}

static const raptor_iostream_handler stream_handler = { .version = 2,
                                                        .write_byte = on_byte,
                                                        .write_bytes =
                                                          on_bytes };

static IsnStatus
outcome(const Serialiser* const self, const int result)
{
  return self->out->failed              ? ISN_ERR_NO_MEMORY
         : (result || self->has_failed) ? ISN_ERR_FOREIGN
                                        : ISN_SUCCESS;
}

static IsnStatus
start(Serialiser* const self)
{
  self->serializer = raptor_new_serializer(self->world, self->format->name);
  if (!self->serializer) {
    return ISN_ERR_FOREIGN;
  }
  // IRIs go out as they are: no document has a base of its own
  raptor_serializer_set_option(
    self->serializer, RAPTOR_OPTION_RELATIVE_URIS, NULL, 0);
  const IsnPrefix* prefix = NULL;
  for (unsigned i = 0; (prefix = isn_name_prefix(i)); ++i) {
    raptor_uri* const uri =
      raptor_new_uri(self->world, (const unsigned char*)prefix->iri);
    raptor_serializer_set_namespace(
      self->serializer, uri, (const unsigned char*)prefix->prefix);
    raptor_free_uri(uri);
  }
  return outcome(
    self,
    raptor_serializer_start_to_iostream(self->serializer, NULL, self->stream));
}

static IsnStatus
finish(Serialiser* const self)
{
  const int result =
    self->serializer ? raptor_serializer_serialize_end(self->serializer) : 0;
  raptor_free_serializer(self->serializer);
  self->serializer = NULL;
  return outcome(self, result);
}

static raptor_term*
iri_term(const Serialiser* const self, const IsnStr iri)
{
  return raptor_new_term_from_counted_uri_string(
    self->world, (const unsigned char*)iri.data, iri.n_bytes);
}

/// A term of its own, to be freed.
static raptor_term*
node_term(const Serialiser* const self, const IsnNode* const node)
{
  if (node->kind == ISN_NODE_NAME) {
    return raptor_term_copy(self->names[node->name]);
  }
  if (node->kind == ISN_NODE_IRI) {
    return iri_term(self, node->value);
  }
  const char* const language = node->language;
  return raptor_new_term_from_counted_literal(
    self->world,
    (const unsigned char*)node->value.data,
    node->value.n_bytes,
    node->name ? self->names[node->name]->value.uri : NULL,
    (const unsigned char*)language,
    (unsigned char)(language ? strlen(language) : 0));
}

static IsnStatus
write_terms(Serialiser* const self,
            raptor_term* const predicate,
            const IsnNode* const object)
{
  raptor_statement statement;
  raptor_statement_init(&statement, self->world);
  statement.subject = self->subject;
  statement.predicate = predicate;
  statement.object = node_term(self, object);
  if (!statement.subject || !predicate || !statement.object) {
    raptor_free_term(statement.object);
    return ISN_ERR_NO_MEMORY;
  }
  const int result =
    raptor_serializer_serialize_statement(self->serializer, &statement);
  raptor_free_term(statement.object);
  return outcome(self,
                 self->format->flags & ISN_FORMAT_SET ? result < 0 : result);
}

static void
set_subject(Serialiser* const self, const IsnStr iri)
{
  if (self->subject_iri.data != iri.data ||
      self->subject_iri.n_bytes != iri.n_bytes) {
    raptor_free_term(self->subject);
    self->subject = iri_term(self, iri);
    self->subject_iri = iri;
  }
}

static IsnStatus
serialise_write(IsnWriter* const base,
                const IsnStr subject,
                const IsnName predicate,
                const IsnNode* const object)
{
  Serialiser* const self = (Serialiser*)base;
  if (self->format->flags & ISN_FORMAT_FEED) {
    return isn_feed_take(&self->feed, subject, predicate, object);
  }
  set_subject(self, subject);
  return write_terms(self, self->names[predicate], object);
}

/// A statement of the feed; its predicate may be none of the names (rdf:_1).
static IsnStatus
write_feed(void* const handle,
           const IsnStr subject,
           const IsnStr predicate,
           const IsnNode* const object)
{
  Serialiser* const self = handle;
  self->subject_iri = (IsnStr){ NULL, 0 }; // The feed's views change
  set_subject(self, subject);
  raptor_term* const term = iri_term(self, predicate);
  const IsnStatus st = write_terms(self, term, object);
  raptor_free_term(term);
  return st;
}

static IsnStatus
serialise_begin(IsnWriter* const base, const IsnStr iri)
{
  Serialiser* const self = (Serialiser*)base;
  self->subject_iri = (IsnStr){ NULL, 0 }; // Its arena has been reset
  if (self->format->flags & ISN_FORMAT_FEED) {
    return isn_feed_begin(&self->feed, iri);
  }
  return self->serializer ? ISN_SUCCESS : start(self);
}

static IsnStatus
serialise_end(IsnWriter* const base)
{
  Serialiser* const self = (Serialiser*)base;
  if (self->format->flags & ISN_FORMAT_FEED) {
    return isn_feed_end(&self->feed);
  }
  return self->format->flags & ISN_FORMAT_PER_DOCUMENT ? finish(self)
                                                       : outcome(self, 0);
}

static IsnStatus
serialise_close(IsnWriter* const base)
{
  Serialiser* const self = (Serialiser*)base;
  const IsnStatus st = finish(self);
  isn_feed_close(&self->feed);
  raptor_free_term(self->subject);
  for (int i = 0; i < ISN_N_NAMES; ++i) {
    raptor_free_term(self->names[i]);
  }
  raptor_free_iostream(self->stream);
  raptor_free_world(self->world);
  free(self);
  return st;
}

static IsnStatus
prepare(Serialiser* const self)
{
  self->world = raptor_new_world();
  // Nothing is fetched, so curl need not be set up
  if (self->world) {
    raptor_world_set_flag(
      self->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    // libxml2's error handlers belong to the readers
    raptor_world_set_flag(
      self->world, RAPTOR_WORLD_FLAG_LIBXML_GENERIC_ERROR_SAVE, 0);
    raptor_world_set_flag(
      self->world, RAPTOR_WORLD_FLAG_LIBXML_STRUCTURED_ERROR_SAVE, 0);
  }
  if (!self->world || raptor_world_open(self->world)) {
    return ISN_ERR_NO_MEMORY;
  }
  raptor_world_set_log_handler(self->world, self, on_log);
  self->stream =
    raptor_new_iostream_from_handler(self->world, self, &stream_handler);
  if (!self->stream) {
    return ISN_ERR_NO_MEMORY;
  }
  for (int i = ISN_NAME_NONE + 1; i < ISN_N_NAMES; ++i) {
    self->names[i] = iri_term(self, isn_name_iri((IsnName)i));
    if (!self->names[i]) {
      return ISN_ERR_NO_MEMORY;
    }
  }
  return self->format->flags & ISN_FORMAT_PER_DOCUMENT ? ISN_SUCCESS
                                                       : start(self);
}

static void
warn_of_losses(const IsnFormat* const format, const IsnSink* const sink)
{
  if (format->flags & ISN_FORMAT_FEED) {
    isn_warning(sink,
                NULL,
                "format %s holds the documents as items of a feed, "
                "no entities and no facts",
                format->name);
  } else if (format->flags & ISN_FORMAT_ONE_SUBJECT) {
    isn_warning(sink,
                NULL,
                "format %s describes one resource only: "
                "which subject a statement had is lost",
                format->name);
  }
}

IsnStatus
isn_serialise_open(IsnWriter** const writer,
                   const char* const name,
                   const char* const base,
                   IsnBuffer* const out,
                   const IsnSink* const sink)
{
  const IsnFormat* const format = isn_format_find(name);
  if (!format) {
    return isn_error(sink, ISN_ERR_USAGE, NULL, "no format \"%s\"", name);
  }
  Serialiser* const self = calloc(1, sizeof(*self));
  if (!self) {
    return ISN_ERR_NO_MEMORY;
  }
  self->base = (IsnWriter){
    serialise_begin, serialise_write, serialise_end, serialise_close
  };
  self->format = format;
  self->sink = sink;
  self->out = out;
  IsnStatus st = prepare(self);
  if (!st && (format->flags & ISN_FORMAT_FEED)) {
    st = isn_feed_open(&self->feed, base, write_feed, self);
  }
  if (st) {
    serialise_close(&self->base);
    return st;
  }
  warn_of_losses(format, sink);
  *writer = &self->base;
  return ISN_SUCCESS;
}
