// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What a record holds, read and written.
#include "tests/unit/record.h"

#include <locale.h>

static void
reads_every_layer(void)
{
  PARSE(r, full);
  CHECK_EQ(r.status, ISN_SUCCESS);
  const IsnDocument* const d = &r.doc;
  CHECK_STR(d->id, "d1");
  CHECK_EQ(d->n_sentences, 1);
  CHECK_EQ(d->sentences[0].tokens.end, 5);
  CHECK_EQ(d->n_tokens, 5);
  CHECK_EQ(d->tokens[1].bytes.begin, 7);
  CHECK_EQ(d->tokens[1].bytes.end, 13);
  CHECK_EQ(d->tokens[4].kind, ISN_KIND_PUNCTUATION);
  CHECK_EQ(d->n_mentions, 2);
  CHECK_EQ(d->mentions[1].entity, 1);
  CHECK_EQ(d->mentions[1].tokens.begin, 3);
  CHECK_EQ(d->mentions[1].tokens.end, 4);
  CHECK_STR(d->mentions[0].rule, "given-name");
  CHECK_EQ(d->n_entities, 2);
  CHECK_EQ(d->entities[1].type, ISN_TYPE_PLACE);
  CHECK_STR(d->entities[1].kind, "City");
  CHECK_STR(d->entities[1].aliases[0], "مدينة بغداد");
  CHECK_STR(d->entities[1].key, "geonames:98182");
  CHECK_EQ(d->entities[1].n_same_as, 1);
  CHECK_EQ(d->n_facts, 2);
  CHECK_EQ(d->facts[0].property, ISN_PROP_POSITION);
  CHECK_EQ(d->facts[0].context, 1);
  CHECK_EQ(d->facts[0].modality, ISN_PLANNED);
  CHECK_EQ(d->facts[0].n_evidence, 2);
  CHECK_EQ(d->facts[0].evidence[1].begin, 12);
  CHECK(d->facts[0].confidence == 0.85);
  CHECK_EQ(d->facts[1].subject, ISN_NO_ENTITY);
  CHECK_EQ(d->facts[1].object, ISN_NO_ENTITY);
  CHECK_EQ(d->facts[1].context, ISN_NO_ENTITY);
  end(&r);
}

static void
writes_what_it_read(void)
{
  PARSE(r, full);
  const IsnStr again = write(&r,
                             ISN_LAYER_META | ISN_LAYER_TOKENS |
                               ISN_LAYER_MENTIONS | ISN_LAYER_FACTS);
  CHECK_EQ(again.n_bytes, sizeof(full));
  CHECK_STR(isn_str_slice(again, 0, again.n_bytes - 1), full);
  CHECK_EQ(again.data[again.n_bytes - 1], '\n');
  // And without the line that it came as
  r.doc.raw = (IsnStr){ NULL, 0 };
  r.doc.n_members = 0;
  const IsnStr anew =
    write(&r, ISN_LAYER_TOKENS | ISN_LAYER_MENTIONS | ISN_LAYER_FACTS);
  CHECK_STR(isn_str_slice(anew, 0, anew.n_bytes - 1), full);
  end(&r);
}

static void
keeps_unknown_members_in_place(void)
{
  static const char line[] =
    "{ \"a\" : [1 , {\"text\":2}],\"id\": \"x\", \"\\u0062\\\"\":\"\\u0041\", "
    "\"text\" : \"\\u0646ص\",\"n\":1.50e+0 , \"z\":null }";
  PARSE(r, line);
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_STR(r.doc.text, "نص");
  CHECK_EQ(r.doc.n_members, 6);
  CHECK_STR(r.doc.members[2].name, "b\"");
  r.doc.lang = ISN_STR("ar");
  CHECK_STR(write(&r, ISN_LAYER_META),
            "{\"a\" : [1 , {\"text\":2}],\"id\":\"x\","
            "\"\\u0062\\\"\":\"\\u0041\",\"text\":\"نص\",\"n\":1.50e+0,"
            "\"z\":null,\"lang\":\"ar\"}\n");
  // Nothing made: the line itself, blanks and all
  const IsnStr same = write(&r, 0);
  CHECK_STR(isn_str_slice(same, 0, same.n_bytes - 1), line);
  end(&r);
}

static void
keeps_unknown_members_of_entities_and_facts(void)
{
  static const char line[] =
    "{\"text\":\"بغداد\","
    "\"mentions\":[{\"entity\":\"e1\",\"type\":\"Place\",\"begin\":0,"
    "\"end\":5,\"score\":[0.1],\"by\":{\"a\":1}}],"
    "\"entities\":[{\"id\":\"e1\",\"type\":\"Place\",\"label\":\"بغداد\","
    "\"x\": 1}],"
    "\"facts\":[{\"subject\":\"e1\",\"property\":\"inCountry\","
    "\"object\":\"e1\",\"evidence\":[[0,5]],\"confidence\":1,\"y\":[]}]}";
  PARSE(r, line);
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_STR(r.doc.mentions[0].further, "\"score\":[0.1],\"by\":{\"a\":1}");
  const IsnStr out = write(&r, ISN_LAYER_MENTIONS | ISN_LAYER_FACTS);
  CHECK_STR(isn_str_slice(out, 0, out.n_bytes - 1), line);
  end(&r);
}

static void
adds_layers_behind_and_replaces_in_place(void)
{
  PARSE(r, "{\"facts\":[],\"text\":\"نص\",\"sentences\":[[0,1]],\"k\":0}");
  CHECK(r.doc.facts && !r.doc.n_facts);
  CHECK(!r.doc.tokens);
  IsnToken token = { { 0, 2 }, { 0, 4 }, ISN_KIND_WORD };
  r.doc.tokens = &token;
  r.doc.n_tokens = 1;
  r.doc.sentences[0].chars.end = 2;
  CHECK_STR(write(&r, ISN_LAYER_TOKENS),
            "{\"facts\":[],\"text\":\"نص\",\"sentences\":[[0,2]],\"k\":0,"
            "\"tokens\":[[0,2,\"word\"]]}\n");
  end(&r);
}

static void
keeps_a_record_with_an_error_as_it_is(void)
{
  static const char line[] =
    "{\"id\":\"x\", \"text\":5, \"error\": {\"stage\":\"tokenize\","
    "\"message\":\"م\", \"at\":[1]}}";
  PARSE(r, line);
  CHECK(isn_is_error(r.status));
  CHECK_STR(r.doc.error_stage, "tokenize");
  CHECK_STR(r.doc.error_message, "م");
  const IsnStr out = write(&r, ISN_LAYER_META | ISN_LAYER_ERROR);
  CHECK_STR(isn_str_slice(out, 0, out.n_bytes - 1), line);
  end(&r);
  PARSE(s, "{\"id\":\"x\",\"error\":null,\"text\":\"ن\"}");
  CHECK_EQ(s.status, ISN_SUCCESS);
  CHECK(!s.doc.error_stage.data);
  isn_document_fail(&s.doc, "entities", "so");
  CHECK_STR(write(&s, ISN_LAYER_ERROR),
            "{\"id\":\"x\",\"error\":{\"stage\":\"entities\","
            "\"message\":\"so\"},\"text\":\"ن\"}\n");
  end(&s);
}

static void
sorts_mentions_and_finds_their_tokens(void)
{
  // «بالرباط»: the mention begins within the token, behind the proclitic
  PARSE(r,
        "{\"text\":\"وقف بالرباط يوم\","
        "\"tokens\":[[0,3,\"word\"],[4,11,\"word\",{\"a\":[1]},2],"
        "[12,15,\"word\"]],"
        "\"sentences\":[[0,4],[4,15]],"
        "\"mentions\":[{\"entity\":\"b\",\"begin\":12,\"end\":15},"
        "{\"entity\":\"a\",\"begin\":5,\"end\":11},"
        "{\"entity\":\"b\",\"begin\":5,\"end\":15}],"
        "\"entities\":[{\"id\":\"a\",\"type\":\"Place\",\"label\":\"الرباط\"},"
        "{\"id\":\"b\",\"type\":\"Meeting\",\"label\":\"يوم\"}]}");
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_EQ(r.doc.mentions[0].chars.end, 15);
  CHECK_EQ(r.doc.mentions[0].tokens.begin, 1);
  CHECK_EQ(r.doc.mentions[0].tokens.end, 3);
  CHECK_EQ(r.doc.mentions[1].tokens.begin, 1);
  CHECK_EQ(r.doc.mentions[1].tokens.end, 2);
  CHECK_EQ(r.doc.mentions[2].tokens.begin, 2);
  CHECK_EQ(r.doc.mentions[2].type, ISN_TYPE_MEETING);
  CHECK_EQ(r.doc.sentences[0].tokens.end, 1);
  CHECK_EQ(r.doc.sentences[1].tokens.begin, 1);
  CHECK_EQ(r.doc.sentences[1].tokens.end, 3);
  end(&r);
}

static void
writes_confidence_with_two_decimals(void)
{
  static const struct {
    const char* in;
    const char* out;
  } cases[] = {
    { "1", "1" },        { "1.0", "1" },      { "0.5", "0.5" },
    { "0.50", "0.5" },   { "0.855", "0.86" }, { "0.05", "0.05" },
    { "0.001", "0.01" }, { "9e-1", "0.9" },   { "0.00095E3", "0.95" },
    { "0.999", "1" },    { "70e-2", "0.7" },
  };
  setlocale(LC_ALL, "de_DE.UTF-8"); // a decimal comma, where it is installed
  for (size_t i = 0; i < N_OF(cases); ++i) {
    char line[256];
    snprintf(line,
             sizeof(line),
             "{\"text\":\"\",\"facts\":[{\"subject\":\"document\","
             "\"property\":\"about\",\"value\":\"x\",\"confidence\":%s}]}",
             cases[i].in);
    PARSE(r, line);
    CHECK_EQ(r.status, ISN_SUCCESS);
    char wanted[64];
    snprintf(wanted, sizeof(wanted), "\"confidence\":%s}]}\n", cases[i].out);
    CHECK(isn_str_ends(write(&r, ISN_LAYER_FACTS), isn_str(wanted)));
    end(&r);
  }
  setlocale(LC_ALL, "C");
}

static void
names_datatypes(void)
{
  static const struct {
    const char* property;
    const char* value;
    const char* datatype;
  } cases[] = {
    { "goal", "سلام", "rdf:langString" },
    { "startDate", "2019-12-10", "xsd:date" },
    { "startDate", "2019-12", "xsd:gYearMonth" },
    { "endDate", "2019", "xsd:gYear" },
    { "ordinal", "4", "xsd:integer" },
    { "duration", "P3D", "xsd:duration" },
    { "grant", "3 USD", "isn:money" },
    { "about", "drugs", "skos:Concept" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    char line[512];
    snprintf(line,
             sizeof(line),
             "{\"text\":\"\",\"facts\":[{\"subject\":\"document\","
             "\"property\":\"%s\",\"value\":\"%s\",\"datatype\":\"%s\","
             "\"isMinimum\":true,\"evidence\":[],\"confidence\":1}]}",
             cases[i].property,
             cases[i].value,
             cases[i].datatype);
    PARSE(r, line);
    CHECK_EQ(r.status, ISN_SUCCESS);
    const IsnStr out = write(&r, ISN_LAYER_FACTS);
    CHECK_STR(isn_str_slice(out, 0, out.n_bytes - 1), line);
    end(&r);
  }
}

static void
escapes_strings(void)
{
  IsnBuffer out = { 0 };
  isn_json_append_string(
    &out, ISN_STR("\"\\/\b\t\n\f\r\v\x01\x7F نَص \xF0\x9F\x98\x80"));
  CHECK_STR(isn_buffer_str(&out),
            "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u000b\\u0001\\u007f نَص "
            "\xF0\x9F\x98\x80\"");
  isn_buffer_clear(&out);
}

static void
takes_a_number_for_an_id(void)
{
  PARSE(r, "{\"id\":17,\"text\":\"ا\"}");
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_STR(r.doc.id, "17");
  CHECK_STR(write(&r, ISN_LAYER_META), "{\"id\":\"17\",\"text\":\"ا\"}\n");
  end(&r);
}

static void
leaves_dates_that_are_none(void)
{
  PARSE(r, "{\"text\":\"ا\",\"date\":\"أمس\"}");
  CHECK(!r.doc.date.data);
  CHECK_STR(write(&r, ISN_LAYER_META), "{\"text\":\"ا\",\"date\":\"أمس\"}\n");
  end(&r);
  PARSE(s, "{\"text\":\"ا\",\"date\":\"2019-12-20T10:00:00Z\"}");
  CHECK_STR(s.doc.date, "2019-12-20T10:00:00Z");
  end(&s);
  PARSE(t, "{\"text\":\"ا\",\"date\":\"2019-1-2\"}");
  CHECK(!t.doc.date.data);
  end(&t);
}

static void
exchanges_foreign_names(void)
{
  Record r = { 0 };
  isn_document_init(&r.doc, &r.arena);
  const IsnStr line =
    ISN_STR("{\"uid\": 5,\"k\":[1],\"text\":\"short\",\"bo\\u0064y\": \"نص\"}");
  r.status = isn_record_parse_as(
    &r.doc, line, ISN_STR("uid"), ISN_STR("body"), &r.message);
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_STR(r.doc.text, "نص");
  CHECK_STR(write(&r, ISN_LAYER_META),
            "{\"id\":\"5\",\"k\":[1],\"body\":\"short\",\"text\":\"نص\"}\n");
  end(&r);
}

/// A name within the words that a mention is of: «ولاية سنار».
static void
keeps_a_name_apart_from_its_phrase(void)
{
  static const char line[] =
    "{\"text\":\"ولاية سنار\",\"mentions\":[{\"entity\":\"e1\","
    "\"type\":\"Place\",\"begin\":6,\"end\":10,\"from\":0,\"to\":10}],"
    "\"entities\":[{\"id\":\"e1\",\"type\":\"Place\",\"label\":\"سنار\"}]}";
  PARSE(r, line);
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_EQ(r.doc.mentions[0].chars.begin, 0);
  CHECK_EQ(r.doc.mentions[0].name.begin, 6);
  const IsnStr again = write(&r, ISN_LAYER_META | ISN_LAYER_MENTIONS);
  CHECK_STR(isn_str_slice(again, 0, again.n_bytes - 1), line);
  end(&r);
}

int
main(void)
{
  RUN(keeps_a_name_apart_from_its_phrase);
  RUN(reads_every_layer);
  RUN(writes_what_it_read);
  RUN(keeps_unknown_members_in_place);
  RUN(keeps_unknown_members_of_entities_and_facts);
  RUN(adds_layers_behind_and_replaces_in_place);
  RUN(keeps_a_record_with_an_error_as_it_is);
  RUN(sorts_mentions_and_finds_their_tokens);
  RUN(writes_confidence_with_two_decimals);
  RUN(names_datatypes);
  RUN(escapes_strings);
  RUN(takes_a_number_for_an_id);
  RUN(leaves_dates_that_are_none);
  RUN(exchanges_foreign_names);
  return check_end();
}
