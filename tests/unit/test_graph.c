// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// The graph: identity, terms, statements, formats. Includes raptor2 to hold
// our N-Quads against the bytes of its own term writer.
#include "graph/graph.h"
#include "graph/identity.h"
#include "graph/lexical.h"
#include "graph/terms.h"
#include "graph/writer.h"
#include "tests/unit/check.h"

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

#define BASE "https://w3id.org/isnad/id/"
#define NS "https://w3id.org/isnad/ns#"

static IsnArena arena;
static unsigned n_warnings;

static void
count_warning(void* const handle, const IsnDiag* const diag)
{
  (void)handle;
  n_warnings += diag->severity == ISN_WARNING;
}

static const IsnSink sink = { count_warning, NULL };

// A document built in memory

static IsnEntity entities[16];
static IsnFact facts[64];
static IsnSpan span = { 0, 8 };
static IsnDocument doc;

static uint32_t
entity(const IsnType type, const char* const label, const char* const key)
{
  entities[doc.n_entities] =
    (IsnEntity){ .type = type, .label = isn_str(label), .key = isn_str(key) };
  return (uint32_t)doc.n_entities++;
}

static IsnFact*
fact(const uint32_t subject,
     const IsnProperty property,
     const uint32_t object,
     const char* const value)
{
  IsnFact* const made = &facts[doc.n_facts++];
  *made = (IsnFact){ .subject = subject,
                     .property = property,
                     .object = object,
                     .value = isn_str(value),
                     .context = ISN_NO_ENTITY,
                     .evidence = &span,
                     .n_evidence = 1,
                     .rule = ISN_STR("test-rule"),
                     .confidence = 0.85 };
  return made;
}

static void
begin_document(void)
{
  isn_document_init(&doc, &arena);
  doc.id = ISN_STR("a/1.txt");
  doc.date = ISN_STR("2019-12-20");
  doc.title = ISN_STR("عنوان");
  doc.text = ISN_STR("أبو ظبي - عقدت وزارة الداخلية اجتماعا");
  doc.entities = entities;
  doc.facts = facts;
  n_warnings = 0;
}

/// The document's statements; to be cleared.
static IsnBuffer
written_as(const char* const format,
           const bool evidence,
           const unsigned n_times)
{
  IsnBuffer out = { NULL, 0, 0, false };
  const IsnGraphOptions options = { .format = format,
                                    .base = BASE,
                                    .evidence = evidence,
                                    .version = "1",
                                    .rules_checksum = "abc",
                                    .gazetteer_checksum = "def" };
  IsnGraph* graph = NULL;
  CHECK_EQ(isn_graph_open(&graph, &options, &out, &sink), ISN_SUCCESS);
  for (unsigned i = 0; graph && i < n_times; ++i) {
    CHECK_EQ(isn_graph_write(graph, &doc), ISN_SUCCESS);
  }
  CHECK_EQ(isn_graph_close(graph), ISN_SUCCESS);
  isn_buffer_append_byte(&out, '\0');
  --out.n_bytes;
  return out;
}

static unsigned
occurrences(const char* text, const char* const part)
{
  unsigned n = 0;
  while ((text = strstr(text, part))) {
    ++n;
    ++text;
  }
  return n;
}

/// True if the document's N-Triples hold `part`.
static bool
says(const char* const part)
{
  IsnBuffer out = written_as("ntriples", true, 1);
  const bool is_there = occurrences(out.data, part) > 0;
  isn_buffer_clear(&out);
  return is_there;
}

static IsnStr
iri_of(const IsnType type, const char* const label, const char* const key)
{
  IsnIdentity identity = { .base = BASE,
                           .arena = &arena,
                           .segment = ISN_STR("a%2F1.txt") };
  const IsnEntity e = { .type = type,
                        .label = isn_str(label),
                        .key = isn_str(key) };
  const IsnStr iri = isn_identity_entity(&identity, &e);
  isn_buffer_clear(&identity.scratch);
  return iri;
}

// Identity

static void
names_things_by_key_or_canonical_name(void)
{
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "الإمارات", "country:AE"),
            BASE "country/AE");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "x", "interpol"),
            BASE "organization/interpol");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "x", "organization:un/هيئة أ"),
            BASE "organization/un%2Fهيئة%20أ");
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "x", "city:.."), BASE "city/..;");
  CHECK_STR(iri_of(ISN_TYPE_PERSON, "سيف عبدالله الشعفار", NULL),
            BASE "person/سيف_عبدالله_الشعفار");
  CHECK_STR(iri_of(ISN_TYPE_PERSON, "سَيْف عبد اللـه  الشعفار", NULL),
            BASE "person/سيف_عبدالله_الشعفار");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "«الإنتربول» HOTSPOT-٢", NULL),
            BASE "organization/الانتربول_hotspot_2");
  CHECK_STR(iri_of(ISN_TYPE_MEETING, "الاجتماع الرابع", NULL),
            BASE "meeting/a%2F1.txt/الاجتماع_الرابع");
}

static void
keeps_long_names_apart(void)
{
  char a[400];
  memset(a, 'a', sizeof(a));
  a[399] = '\0';
  const IsnStr one = iri_of(ISN_TYPE_PERSON, a, NULL);
  a[398] = 'b';
  const IsnStr two = iri_of(ISN_TYPE_PERSON, a, NULL);
  CHECK(!isn_str_equal(one, two));
  CHECK_EQ(one.n_bytes, strlen(BASE "person/") + ISN_IDENTITY_CUT + 33);
  for (size_t n = 100; n < 140; ++n) {
    // Cut anywhere, an Arabic name stays valid UTF-8 and valid as an IRI
    char name[300] = "";
    for (size_t i = 0; i < n; ++i) {
      strcat(name, i % 7 == 6 ? "\xE2\x82\xAC" : i % 5 ? "م" : "x");
    }
    IsnStr iri = iri_of(ISN_TYPE_PERSON, name, NULL);
    CHECK_EQ(isn_term_iri(&arena, &iri), ISN_TERM_GOOD);
  }
  CHECK(!isn_str_equal(iri_of(ISN_TYPE_PERSON, "!", NULL),
                       iri_of(ISN_TYPE_PERSON, "?", NULL)));
}

static void
tells_events_of_one_name_apart(void)
{
  begin_document();
  entity(ISN_TYPE_MEETING, "الاجتماع", NULL);
  entity(ISN_TYPE_MEETING, "الاجتماع", NULL);
  entity(ISN_TYPE_PERSON, "كاريل بيلان", NULL);
  entity(ISN_TYPE_PERSON, "كاريل بيلان", NULL);
  CHECK(says("<" BASE "meeting/a%2F1.txt/الاجتماع> "));
  CHECK(says("<" BASE "meeting/a%2F1.txt/الاجتماع;2> "));
  IsnBuffer out = written_as("ntriples", false, 1);
  CHECK_EQ(occurrences(out.data, "mentions> <" BASE "person/"), 1);
  isn_buffer_clear(&out);
}

// Terms

static void
cleans_text(void)
{
  IsnStr s = ISN_STR("a\x01\x1F\xEF\xBF\xBE\xEF\xBF\xBFم\t\n\r\x7F");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_CLEANED);
  CHECK_STR(s, "aم\t\n\r\x7F");
  s = (IsnStr){ "a\0b", 3 };
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_CLEANED);
  CHECK_STR(s, "ab");
  s = ISN_STR("\xEF\xBF\xBD");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_GOOD);
  s = ISN_STR("a\xFF");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
  s = ISN_STR("\xED\xA0\x80"); // A surrogate
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
  s = (IsnStr){ NULL, 0 };
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
}

static void
checks_iris(void)
{
  static const struct {
    const char* iri;
    const char* repaired; // NULL: bad
  } cases[] = {
    { "http://x/a", "http://x/a" },
    { " https://x.org/أ?q=1#f\n", "https://x.org/أ?q=1#f" },
    { "http://x/a b<>\"{}|^`\\c",
      "http://x/a%20b%3C%3E%22%7B%7D%7C%5E%60%5Cc" },
    { "http://x/100%", "http://x/100%25" },
    { "http://x/%2g%41", "http://x/%252g%41" },
    { "http://x/#a#b", "http://x/#a%23b" },
    { "http://[::1]/[a]", "http://[::1]/%5Ba%5D" },
    { "http://x/\xE2\x80\x8F\xEF\xBF\xBE", "http://x/%E2%80%8F%EF%BF%BE" },
    { "urn:isbn:1", "urn:isbn:1" },
    { "", NULL },
    { "a/b", NULL },
    { "/a:b", NULL },
    { "http:", NULL },
    { "http:///a", NULL },
    { "https:a", NULL },
    { "1http://x", NULL },
    { "http://a b/", NULL },
    { "http://x/\xFF", NULL },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    IsnStr iri = isn_str(cases[i].iri);
    const IsnTermState state = isn_term_iri(&arena, &iri);
    CHECK_EQ(state == ISN_TERM_BAD, cases[i].repaired == NULL);
    if (cases[i].repaired) {
      CHECK_STR(iri, cases[i].repaired);
    }
  }
}

static void
checks_languages(void)
{
  static const char* const good[] = { "ar", "ar-EG", "zh-Hant-tw", "x-own" };
  static const char* const bad[] = { "",       "a",   "a-b",
                                     "ar-",    "-ar", "عربي",
                                     "ar--eg", "12",  "arabiclang" };
  for (size_t i = 0; i < 4; ++i) {
    IsnStr tag = isn_str(good[i]);
    CHECK(isn_term_language(&arena, &tag) != ISN_TERM_BAD);
  }
  for (size_t i = 0; i < 9; ++i) {
    IsnStr tag = isn_str(bad[i]);
    CHECK_EQ(isn_term_language(&arena, &tag), ISN_TERM_BAD);
  }
  IsnStr tag = ISN_STR("ar_SA");
  CHECK_EQ(isn_term_language(&arena, &tag), ISN_TERM_REPAIRED);
  CHECK_STR(tag, "ar-sa");
}

static void
checks_lexical_forms(void)
{
  CHECK_EQ(isn_lexical_date(ISN_STR("2020-02-29")), ISN_NAME_XSD_DATE);
  CHECK_EQ(isn_lexical_date(ISN_STR("2020-02")), ISN_NAME_XSD_G_YEAR_MONTH);
  CHECK_EQ(isn_lexical_date(ISN_STR("2020")), ISN_NAME_XSD_G_YEAR);
  static const char* const bad_dates[] = { "2019-02-29", "2019-13", "0000",
                                           "2019-1-1",   "20191",   "",
                                           "2019-01-0x", "٢٠١٩",    "2019/01" };
  for (size_t i = 0; i < 9; ++i) {
    CHECK_EQ(isn_lexical_date(isn_str(bad_dates[i])), ISN_NAME_NONE);
  }
  CHECK(isn_lexical_is_date_time(ISN_STR("2019-12-20T10:00:00.5+03:00")));
  CHECK(isn_lexical_is_date_time(ISN_STR("2019-12-20T10:00:00Z")));
  CHECK(!isn_lexical_is_date_time(ISN_STR("2019-12-20T10:00")));
  CHECK(!isn_lexical_is_date_time(ISN_STR("2019-12-20T25:00:00")));
  CHECK(isn_lexical_is_integer(ISN_STR("40")));
  CHECK(!isn_lexical_is_integer(ISN_STR("4 0")));
  CHECK(!isn_lexical_is_integer(ISN_STR("٤")));
  CHECK(isn_lexical_is_decimal(ISN_STR("1.5")));
  CHECK(!isn_lexical_is_decimal(ISN_STR("1e5")));
  static const char* const durations[] = {
    "P3D", "P1Y2M3DT4H5M6.7S", "PT1H", "P2W"
  };
  static const char* const no_durations[] = { "P",   "PT",   "P3", "3D",
                                              "P1S", "P1DT", "PD", "P3D " };
  for (size_t i = 0; i < 4; ++i) {
    IsnStr s = isn_str(durations[i]);
    CHECK(isn_lexical_is_duration(&arena, &s));
    CHECK(i < 3 || isn_str_is(s, "P14D"));
  }
  for (size_t i = 0; i < 8; ++i) {
    IsnStr s = isn_str(no_durations[i]);
    CHECK(!isn_lexical_is_duration(&arena, &s));
  }
}

// Statements

static void
writes_entities(void)
{
  begin_document();
  const uint32_t org = entity(ISN_TYPE_ORGANIZATION, "الإنتربول", "o:interpol");
  IsnStr aliases[] = { ISN_STR("المنظمة"), ISN_STR("HOTSPOT") };
  IsnStr same[] = { ISN_STR("http://www.wikidata.org/entity/Q1"),
                    ISN_STR("Q1") };
  entities[org].aliases = aliases;
  entities[org].n_aliases = 2;
  entities[org].same_as = same;
  entities[org].n_same_as = 2;
  const uint32_t place = entity(ISN_TYPE_PLACE, "مصر", "country:EG");
  entities[place].kind = ISN_STR("Country");
  entity(ISN_TYPE_MEETING, "الاجتماع", NULL);
  CHECK(says("interpol> <http://www.w3.org/2000/01/rdf-schema#label> "
             "\"الإنتربول\"@ar ."));
  CHECK(says("#altLabel> \"المنظمة\"@ar ."));
  CHECK(says("#altLabel> \"HOTSPOT\" ."));
  CHECK(says("#sameAs> <http://www.wikidata.org/entity/Q1> ."));
  CHECK(!says("<Q1>"));
  CHECK(says("EG> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
             "<https://schema.org/Country> ."));
  CHECK(says("#type> <" NS "Meeting> ."));
  CHECK(says("#type> <https://schema.org/Event> ."));
  CHECK(n_warnings > 0);
}

static void
writes_facts(void)
{
  begin_document();
  const uint32_t org = entity(ISN_TYPE_ORGANIZATION, "الإنتربول", "o:interpol");
  const uint32_t place = entity(ISN_TYPE_PLACE, "مصر", "country:EG");
  const uint32_t meeting = entity(ISN_TYPE_MEETING, "ا", NULL);
  const uint32_t person = entity(ISN_TYPE_PERSON, "كاريل", NULL);
  const uint32_t none = ISN_NO_ENTITY;
  fact(org, ISN_PROP_FUNDS, meeting, NULL);
  fact(org, ISN_PROP_FUNDS, meeting, NULL);
  fact(meeting, ISN_PROP_HELD_IN, place, NULL);
  fact(meeting, ISN_PROP_START_DATE, none, "2019-12");
  fact(meeting, ISN_PROP_END_DATE, none, "2019-12-40");
  fact(meeting, ISN_PROP_ATTENDEE_COUNT, none, "40")->is_minimum = true;
  fact(person, ISN_PROP_POSITION, none, "المدير")->context = org;
  fact(person, ISN_PROP_QUOTE, none, "قال \"نعم\"\n")->context = meeting;
  fact(place, ISN_PROP_GRANT, none, "376000000 AED")->context = meeting;
  fact(none, ISN_PROP_ABOUT, none, "cybercrime");
  fact(none, ISN_PROP_ABOUT, none, "no such <subject>");
  fact(org, ISN_PROP_FUNDS, 77, NULL);
  fact(77, ISN_PROP_FUNDS, meeting, NULL);
  IsnBuffer out = written_as("ntriples", false, 1);
  CHECK_EQ(n_warnings, 4);
  CHECK_EQ(occurrences(out.data, NS "funds>"), 1);
  CHECK_EQ(occurrences(out.data, "schema.org/endDate"), 0);
  isn_buffer_clear(&out);
  CHECK(says("location> <" BASE "country/EG> ."));
  CHECK(says("\"2019-12\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> ."));
  CHECK(says(NS "countIsMinimum> \"true\"^^"));
  CHECK(says("jobTitle> \"المدير\"@ar ."));
  CHECK(says(NS "organization> <" BASE "o/interpol> ."));
  CHECK(says("text> \"قال \\\"نعم\\\"\\n\"@ar ."));
  CHECK(says(NS "saidAt> <" BASE "meeting/a%2F1.txt/ا> ."));
  CHECK(says("value> \"376000000.0\"^^"));
  CHECK(says("about> <https://w3id.org/isnad/subjects#cybercrime> ."));
  CHECK(says("#char=0,8> ."));
  CHECK(says(NS "exact> \"أبو ظبي \"@ar ."));
  CHECK(says(NS "confidence> \"0.85\"^^"));
}

static void
writes_claims_without_the_property(void)
{
  begin_document();
  const uint32_t org = entity(ISN_TYPE_ORGANIZATION, "الإنتربول", "o:interpol");
  const uint32_t meeting = entity(ISN_TYPE_MEETING, "ا", NULL);
  fact(org, ISN_PROP_FUNDS, meeting, NULL)->modality = ISN_PLANNED;
  fact(meeting, ISN_PROP_START_DATE, ISN_NO_ENTITY, "2020")->modality =
    ISN_NEGATED;
  CHECK(!says(" <" NS "funds> <" BASE));
  CHECK(!says(" <https://schema.org/startDate> \""));
  CHECK(says(NS "claimProperty> <" NS "funds> ."));
  CHECK(says(NS "modality> <" NS "Planned> ."));
  CHECK(says(NS "claimValue> \"2020\"^^"));
}

static void
leaves_a_failed_document_out(void)
{
  begin_document();
  isn_document_fail(&doc, "read", "broken");
  IsnBuffer out = written_as("nquads", true, 1);
  CHECK_EQ(out.n_bytes, 0);
  isn_buffer_clear(&out);
}

static void
finds_words_anywhere_in_a_long_text(void)
{
  begin_document();
  const uint32_t m = entity(ISN_TYPE_MEETING, "ا", NULL);
  IsnBuffer text = { NULL, 0, 0, false };
  for (uint32_t i = 0; i < 500; ++i) {
    isn_buffer_append_char(&text, i % 3 ? 0x0645 : 'a' + i % 26);
  }
  doc.text = isn_buffer_str(&text);
  for (uint32_t i = 0; i < 490; i += 31) {
    IsnSpan at = { i, i + 9 };
    doc.n_facts = 0;
    IsnFact* const made = fact(m, ISN_PROP_ORDINAL, ISN_NO_ENTITY, "4");
    made->evidence = &at;
    const IsnStr words = isn_document_words(&doc, at);
    const IsnStr line = isn_arena_print(
      &arena, "exact> \"%.*s\"@ar .", (int)words.n_bytes, words.data);
    CHECK(says(line.data));
  }
  IsnSpan outside = { 499, 501 };
  facts[0].evidence = &outside;
  n_warnings = 0;
  CHECK(!says("exact>"));
  CHECK_EQ(n_warnings, 1);
  isn_buffer_clear(&text);
}

// Formats

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
  for (size_t i = 0; i < sizeof(nodes) / sizeof(*nodes); ++i) {
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
  RUN(names_things_by_key_or_canonical_name);
  RUN(keeps_long_names_apart);
  RUN(tells_events_of_one_name_apart);
  RUN(cleans_text);
  RUN(checks_iris);
  RUN(checks_languages);
  RUN(checks_lexical_forms);
  RUN(writes_entities);
  RUN(writes_facts);
  RUN(writes_claims_without_the_property);
  RUN(leaves_a_failed_document_out);
  RUN(finds_words_anywhere_in_a_long_text);
  RUN(writes_every_format);
  RUN(lists_the_serializers_of_raptor);
  RUN(refuses_bad_options);
  RUN(writes_nquads_as_raptor_does);
  isn_arena_clear(&arena);
  return check_end();
}
