// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Formats. Includes raptor2 to hold our N-Quads against the bytes of its own
// term writer.
#include "graph/terms.h"
#include "graph/writer.h"
#include "tests/unit/statements.h"

#include <raptor2/raptor2.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_LEAK_CHECK
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define HAS_LEAK_CHECK
#endif
#ifdef HAS_LEAK_CHECK
#include <sanitizer/lsan_interface.h>
#endif

/// raptor 2.0.15's dot serializer never frees its stack of namespaces.
static void
allow_leaks(const char* const format, const bool is_over)
{
#ifdef HAS_LEAK_CHECK
  if (!strcmp(format, "dot")) {
    (is_over ? __lsan_enable : __lsan_disable)();
  }
#else
  (void)format;
  (void)is_over;
#endif
}

static void
writes_every_format(void)
{
  begin_document();
  const uint32_t org = entity(ISN_TYPE_ORGANIZATION, "الإنتربول", "o:interpol");
  const uint32_t meeting = entity(ISN_TYPE_MEETING, "ا & <ب>", NULL);
  fact(org, ISN_PROP_FUNDS, meeting, NULL);
  const char* name = NULL;
  const char* label = NULL;
  unsigned i = 0;
  for (; isn_graph_format(i, &name, &label); ++i) {
    allow_leaks(name, false);
    IsnBuffer one = written_as(name, true, 2);
    IsnBuffer two = written_as(name, true, 2);
    allow_leaks(name, true);
    CHECK(one.n_bytes > 0);
    CHECK(isn_str_equal(isn_buffer_str(&one), isn_buffer_str(&two)));
    CHECK(occurrences(one.data, "a%2F1.txt") > 0);
    isn_buffer_clear(&one);
    if (isn_graph_concatenates(name)) {
      one = written_as(name, true, 1);
      CHECK_EQ(two.n_bytes, 2 * one.n_bytes);
      isn_buffer_clear(&one);
    }
    isn_buffer_clear(&two);
  }
  CHECK(i >= 12);
}

static void
lists_the_serializers_of_raptor(void)
{
  raptor_world* const world = raptor_new_world();
  unsigned n_listed = 0;
  const char* name = NULL;
  const char* label = NULL;
  while (isn_graph_format(n_listed, &name, &label)) {
    ++n_listed;
    CHECK(raptor_world_is_serializer_name(world, name));
  }
  CHECK_EQ(raptor_world_get_serializers_count(world), n_listed);
  raptor_free_world(world);
}

static void
refuses_bad_options(void)
{
  IsnBuffer out = { NULL, 0, 0, false };
  static const char* const bases[] = { "", "x/", "http://x", "http://x y/" };
  IsnGraphOptions options = { .format = "nquads", .version = "1" };
  IsnGraph* graph = NULL;
  for (size_t i = 0; i < 4; ++i) {
    options.base = bases[i];
    CHECK_EQ(isn_graph_open(&graph, &options, &out, &sink), ISN_ERR_USAGE);
    CHECK(!graph);
  }
  options.base = BASE;
  options.format = "no-such-format";
  CHECK_EQ(isn_graph_open(&graph, &options, &out, &sink), ISN_ERR_USAGE);
  CHECK_EQ(isn_graph_close(NULL), ISN_SUCCESS);
  isn_buffer_clear(&out);
}

static raptor_term*
raptor_node(raptor_world* const world, const IsnNode* const node)
{
  if (node->kind != ISN_NODE_LITERAL) {
    const IsnStr iri =
      node->kind == ISN_NODE_IRI ? node->value : isn_name_iri(node->name);
    return raptor_new_term_from_counted_uri_string(
      world, (const unsigned char*)iri.data, iri.n_bytes);
  }
  raptor_uri* const datatype =
    node->name ? raptor_new_uri(
                   world, (const unsigned char*)isn_name_iri(node->name).data)
               : NULL;
  raptor_term* const term = raptor_new_term_from_counted_literal(
    world,
    (const unsigned char*)node->value.data,
    node->value.n_bytes,
    datatype,
    (const unsigned char*)node->language,
    (unsigned char)(node->language ? strlen(node->language) : 0));
  if (datatype) {
    raptor_free_uri(datatype);
  }
  return term;
}

static void
writes_nquads_as_raptor_does(void)
{
  static const unsigned flags =
    RAPTOR_ESCAPED_WRITE_NTRIPLES_LITERAL | RAPTOR_ESCAPED_WRITE_BITFLAG_UTF8;
  char every[0x7F + 32];
  size_t n = 0;
  for (unsigned c = 1; c <= 0x7F; ++c) {
    every[n++] = (char)c;
  }
  memcpy(every + n, "\xC2\x80مŻ\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBD", 16);
  n += strlen("\xC2\x80مŻ\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBD");
  const IsnStr text = { every, n };
  const IsnNode nodes[] = {
    isn_node_text(text, "ar"),
    isn_node_text(text, NULL),
    isn_node_text(ISN_STR(""), "ar"),
    isn_node_text(ISN_STR("\"\\\"\\"), NULL),
    isn_node_typed(ISN_STR("2019"), ISN_NAME_XSD_G_YEAR),
    isn_node_iri(ISN_STR("http://x/أ%20'()*;,:@!$&=~")),
    isn_node_name(ISN_NAME_ISN_FUNDS),
  };
  raptor_world* const world = raptor_new_world();
  const IsnStr subject = ISN_STR(BASE "person/م");
  for (size_t i = 0; i < N_OF(nodes); ++i) {
    IsnBuffer out = { NULL, 0, 0, false };
    IsnWriter* const writer = isn_nquads_open(&out, true);
    writer->begin(writer, ISN_STR(BASE "document/1"));
    writer->write(writer, subject, ISN_NAME_RDFS_LABEL, &nodes[i]);
    writer->end(writer);
    writer->close(writer);
    void* string = NULL;
    size_t n_bytes = 0;
    raptor_iostream* const stream =
      raptor_new_iostream_to_string(world, &string, &n_bytes, NULL);
    raptor_term* const terms[] = {
      raptor_node(world, &(IsnNode){ ISN_NODE_IRI, 0, subject, NULL }),
      raptor_node(world, &(IsnNode){ .name = ISN_NAME_RDFS_LABEL }),
      raptor_node(world, &nodes[i]),
      raptor_node(
        world, &(IsnNode){ ISN_NODE_IRI, 0, ISN_STR(BASE "document/1"), NULL })
    };
    for (size_t k = 0; k < 4; ++k) {
      raptor_term_escaped_write(terms[k], flags, stream);
      raptor_iostream_write_byte(' ', stream);
      raptor_free_term(terms[k]);
    }
    raptor_iostream_counted_string_write(".\n", 2, stream);
    raptor_free_iostream(stream);
    CHECK(isn_str_equal(isn_buffer_str(&out), (IsnStr){ string, n_bytes }));
    raptor_free_memory(string);
    isn_buffer_clear(&out);
  }
  raptor_free_world(world);
}

int
main(void)
{
  RUN(writes_every_format);
  RUN(lists_the_serializers_of_raptor);
  RUN(refuses_bad_options);
  RUN(writes_nquads_as_raptor_does);
  isn_arena_clear(&arena);
  return check_end();
}
