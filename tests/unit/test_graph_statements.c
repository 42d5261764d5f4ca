// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Statements of entities and facts.
#include "tests/unit/statements.h"

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

/// The same statement once, whichever part another has otherwise.
static void
writes_statements_once(void)
{
  begin_document();
  const uint32_t org = entity(ISN_TYPE_ORGANIZATION, "الإنتربول", "o:interpol");
  const uint32_t one = entity(ISN_TYPE_MEETING, "ا", NULL);
  const uint32_t two = entity(ISN_TYPE_MEETING, "ب", NULL);
  fact(org, ISN_PROP_HOSTS, one, NULL);
  fact(org, ISN_PROP_HOSTS, one, NULL)->confidence = 0.5;
  fact(org, ISN_PROP_HOSTS, two, NULL);
  fact(org, ISN_PROP_ORGANIZES, one, NULL);
  IsnBuffer out = written_as("ntriples", false, 1);
  CHECK_EQ(occurrences(out.data, NS "hosts>"), 2);
  CHECK_EQ(occurrences(out.data, NS "organizes>"), 1);
  CHECK_EQ(n_warnings, 0);
  isn_buffer_clear(&out);
}

static void
warns_of_values_that_are_none(void)
{
  static const struct {
    IsnProperty property;
    const char* value;
    unsigned n_warnings;
  } cases[] = {
    { ISN_PROP_GRANT, "5 EUR", 0 },     { ISN_PROP_GRANT, "5 ", 1 },
    { ISN_PROP_GRANT, "5", 1 },         { ISN_PROP_GRANT, "five EUR", 1 },
    { ISN_PROP_ABOUT, "drugs", 0 },     { ISN_PROP_ABOUT, "a-1", 0 },
    { ISN_PROP_ABOUT, "9a", 1 },        { ISN_PROP_ABOUT, "-a", 1 },
    { ISN_PROP_ORDINAL, "4", 0 },       { ISN_PROP_ORDINAL, "fourth", 1 },
    { ISN_PROP_DURATION, "P3D", 0 },    { ISN_PROP_DURATION, "3D", 1 },
    { ISN_PROP_START_DATE, "2019", 0 }, { ISN_PROP_START_DATE, "x", 1 },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    begin_document();
    const uint32_t m = entity(ISN_TYPE_MEETING, "ا", NULL);
    fact(m, cases[i].property, ISN_NO_ENTITY, cases[i].value);
    IsnBuffer out = written_as("ntriples", false, 1);
    CHECK_CASE(cases[i].value, n_warnings == cases[i].n_warnings);
    isn_buffer_clear(&out);
  }
}

static void
writes_confidence_in_thousandths(void)
{
  static const struct {
    double confidence;
    const char* written; ///< NULL: a warning
  } cases[] = {
    { 1.0, "\"1.0\"" }, { 0.9996, "\"1.0\"" }, { 0.999, "\"0.999\"" },
    { 0.5, "\"0.5\"" }, { 0.25, "\"0.25\"" },  { 0.0001, "\"0.001\"" },
    { 0.0, NULL },      { 1.5, NULL },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    begin_document();
    const uint32_t m = entity(ISN_TYPE_MEETING, "ا", NULL);
    fact(m, ISN_PROP_ORDINAL, ISN_NO_ENTITY, "4")->confidence =
      cases[i].confidence;
    const char* const written = cases[i].written ? cases[i].written : "";
    const IsnStr line = isn_arena_print(&arena, NS "confidence> %s", written);
    CHECK_EQ(says(line.data), cases[i].written != NULL);
    CHECK_EQ(n_warnings, cases[i].written ? 0 : 1);
  }
}

static void
warns_of_evidence_of_no_words(void)
{
  static const IsnSpan spans[] = { { 5, 5 }, { 6, 5 }, { 0, 1000 } };
  for (size_t i = 0; i < N_OF(spans); ++i) {
    IsnSpan at = spans[i];
    begin_document();
    const uint32_t m = entity(ISN_TYPE_MEETING, "ا", NULL);
    fact(m, ISN_PROP_ORDINAL, ISN_NO_ENTITY, "4")->evidence = &at;
    CHECK(!says("exact>"));
    CHECK_EQ(n_warnings, 1);
  }
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

int
main(void)
{
  RUN(writes_entities);
  RUN(writes_facts);
  RUN(writes_statements_once);
  RUN(warns_of_values_that_are_none);
  RUN(writes_confidence_in_thousandths);
  RUN(warns_of_evidence_of_no_words);
  RUN(writes_claims_without_the_property);
  RUN(leaves_a_failed_document_out);
  RUN(finds_words_anywhere_in_a_long_text);
  isn_arena_clear(&arena);
  return check_end();
}
