// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record.h"
#include "extract/record_parts.h"
#include "tests/unit/check.h"

#include <locale.h>
#include <stdlib.h>

/// A record parsed, with all that it lives in.
typedef struct {
  IsnArena arena;
  IsnDocument doc;
  IsnBuffer out;
  const char* message;
  IsnStatus status;
} Record;

/// `r` is a Record variable; the arena must not move once it is used.
#define PARSE(r, line)                                                         \
  Record r = { 0 };                                                            \
  isn_document_init(&r.doc, &r.arena);                                         \
  r.status = isn_record_parse(&r.doc, isn_str(line), &r.message)

static void
end(Record* const r)
{
  isn_arena_clear(&r->arena);
  isn_buffer_clear(&r->out);
}

static IsnStr
write(Record* const r, const unsigned made)
{
  isn_buffer_empty(&r->out);
  isn_record_write(&r->doc, made, &r->out);
  return isn_buffer_str(&r->out);
}

/// Text "ذهب زيد إلى بغداد." with all layers.
static const char full[] =
  "{\"id\":\"d1\",\"text\":\"ذهب زيد إلى بغداد.\","
  "\"sentences\":[[0,18]],"
  "\"tokens\":[[0,3,\"word\"],[4,7,\"word\"],[8,11,\"word\"],[12,17,\"word\"],"
  "[17,18,\"punctuation\"]],"
  "\"mentions\":[{\"entity\":\"e1\",\"type\":\"Person\",\"begin\":4,\"end\":7,"
  "\"rule\":\"given-name\"},{\"entity\":\"e2\",\"type\":\"Place\",\"begin\":12,"
  "\"end\":17,\"rule\":\"city\"}],"
  "\"entities\":[{\"id\":\"e1\",\"type\":\"Person\",\"label\":\"زيد\"},"
  "{\"id\":\"e2\",\"type\":\"Place\",\"kind\":\"City\",\"label\":\"بغداد\","
  "\"aliases\":[\"مدينة بغداد\"],\"key\":\"geonames:98182\","
  "\"sameAs\":[\"https://www.geonames.org/98182\"]}],"
  "\"facts\":[{\"subject\":\"e1\",\"property\":\"position\",\"value\":\"رسول\","
  "\"datatype\":\"rdf:langString\",\"context\":\"e2\",\"modality\":\"planned\","
  "\"evidence\":[[0,7],[12,17]],\"rule\":\"r1\",\"confidence\":0.85},"
  "{\"subject\":\"document\",\"property\":\"about\",\"value\":\"travel\","
  "\"datatype\":\"skos:Concept\",\"evidence\":[],\"rule\":\"r2\","
  "\"confidence\":0.9}]}";

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

/// `line` must fail with `status` and `message`.
static void
check_fails(const char* const line,
            const IsnStatus status,
            const char* const message)
{
  PARSE(r, line);
  CHECK_EQ(r.status, status);
  CHECK_STR(isn_str(r.message), message);
  CHECK(!r.doc.text.data);
  CHECK(!r.doc.n_facts);
  end(&r);
}

static void
says_what_is_wrong_and_where(void)
{
  check_fails("{\"id\":\"ع\",\"text\":5}",
              ISN_ERR_SYNTAX,
              "member \"text\" is a number, not a string (column 18)");
  check_fails("{\"text\":null}",
              ISN_ERR_SYNTAX,
              "member \"text\" is null, not a string (column 9)");
  check_fails("{\"text\":[\"a\"]}",
              ISN_ERR_SYNTAX,
              "member \"text\" is an array, not a string (column 9)");
  check_fails("{\"tokens\":{}}",
              ISN_ERR_SYNTAX,
              "member \"tokens\" is an object, not an array (column 11)");
  check_fails("{\"text\":\"a\",\"text\":\"b\"}",
              ISN_ERR_SYNTAX,
              "member \"text\" stands twice (column 13)");
  check_fails("{\"title\":true}",
              ISN_ERR_SYNTAX,
              "member \"title\" is a boolean, not a string (column 10)");
  check_fails(
    "[]", ISN_ERR_SYNTAX, "a record is a JSON object, not an array (column 1)");
  check_fails(
    "7", ISN_ERR_SYNTAX, "a record is a JSON object, not a number (column 1)");
  check_fails("{\"error\":\"x\"}",
              ISN_ERR_SYNTAX,
              "member \"error\" is a string, not an object (column 10)");
}

static void
refuses_what_is_no_json(void)
{
  static const char* const lines[] = {
    "",         "{",           "{\"id\"",           "{\"id\":}",
    "{\"a\":1", "{\"a\":1}}",  "{\"a\":01}",        "{\"a\":\"b}",
    "{'a':1}",  "{\"a\":nan}", "{\"a\":\"\t\"}",    "{\"a\":\"\\x\"}",
    "{,}",      "{\"a\":1,}",  "{\"text\":\"\\u12", "nul",
  };
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    PARSE(r, lines[i]);
    CHECK(r.status == ISN_ERR_SYNTAX);
    CHECK(isn_str_starts(isn_str(r.message), ISN_STR("not JSON")));
    CHECK_STR(r.doc.unread, lines[i]);
    CHECK(!r.doc.raw.data);
    end(&r);
  }
}

static void
keeps_a_broken_line_as_a_string(void)
{
  PARSE(r, "{\"id\":\"a\",\"text\":\"ن");
  isn_document_fail(&r.doc, "read", r.message);
  CHECK_STR(write(&r, ISN_LAYER_META | ISN_LAYER_ERROR),
            "{\"id\":\"a\",\"error\":{\"stage\":\"read\",\"message\":"
            "\"not JSON: parse error: premature EOF (column 20)\"},"
            "\"raw\":\"{\\\"id\\\":\\\"a\\\",\\\"text\\\":\\\"ن\"}\n");
  end(&r);
}

static void
refuses_bad_encodings(void)
{
  static const char* const lines[] = {
    "{\"text\":\"a\xFF\"}",          "{\"text\":\"\xC0\x80\"}",
    "{\"text\":\"\xED\xA0\x80\"}",   "{\"x\":\"\xD9\",\"text\":\"\"}",
    "{\"text\":\"\\ud83d\"}",        "{\"text\":\"\\ude00\\ud83d\"}",
    "{\"text\":\"\\ud83dx\"}",       "{\"text\":\"\\\\\\ud83d\"}",
    "{\"text\":\"\\uD800\\uD800\"}",
  };
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    PARSE(r, lines[i]);
    CHECK_EQ(r.status, ISN_ERR_ENCODING);
    end(&r);
  }
  PARSE(r, "{\"text\":\"\\ud83d\\ude00 \\\\ud83d\"}");
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_STR(r.doc.text, "\xF0\x9F\x98\x80 \\ud83d");
  end(&r);
  check_fails("{\"text\":\"a\\u0000\"}",
              ISN_ERR_SYNTAX,
              "U+0000 in member \"text\" (column 9)");
}

/// A line that is no UTF-8 goes on with U+FFFD, an id of it does not.
static void
writes_valid_utf8_whatever_came(void)
{
  PARSE(r, "{\"id\":\"\xFF\",\"title\":\"ع\",\"text\":\"\xD9\"}");
  CHECK_EQ(r.status, ISN_ERR_ENCODING);
  isn_document_fail(&r.doc, "read", "m");
  CHECK_STR(
    write(&r, ISN_LAYER_META),
    "{\"title\":\"ع\",\"error\":{\"stage\":\"read\",\"message\":\"m\"},"
    "\"raw\":\"{\\\"id\\\":\\\"\xEF\xBF\xBD\\\",\\\"title\\\":\\\"ع\\\","
    "\\\"text\\\":\\\"\xEF\xBF\xBD\\\"}\"}\n");
  end(&r);
}

/// An error that came in such a line is of no use: it gets one of its own.
static void
drops_the_error_of_a_line_that_is_no_text(void)
{
  PARSE(r, "{\"error\":{\"stage\":\"s\",\"message\":\"\xC5\"}}");
  CHECK_EQ(r.status, ISN_ERR_ENCODING);
  CHECK(!r.doc.error_stage.data);
  end(&r);
}

static void
checks_offsets(void)
{
#define TEXT "{\"text\":\"ابتث\","
  static const char* const lines[] = {
    TEXT "\"tokens\":[[0,5,\"word\"]]}",
    TEXT "\"tokens\":[[3,2,\"word\"]]}",
    TEXT "\"tokens\":[[2,3,\"word\"],[0,1,\"word\"]]}",
    TEXT "\"tokens\":[[0,2,\"word\"],[1,3,\"word\"]]}",
    TEXT "\"tokens\":[[0,99999999999,\"word\"]]}",
    TEXT "\"tokens\":[[0,-1,\"word\"]]}",
    TEXT "\"tokens\":[[0,1.5,\"word\"]]}",
    TEXT "\"tokens\":[[0,1]]}",
    TEXT "\"tokens\":[[0,1,\"verb\"]]}",
    TEXT "\"tokens\":[[0,\"1\",\"word\"]]}",
    TEXT "\"tokens\":[[0,[1],\"word\"]]}",
    TEXT "\"tokens\":[0,1]}",
    TEXT "\"sentences\":[[0,5]]}",
    TEXT "\"sentences\":[[0]]}",
    TEXT "\"sentences\":[[0,1,2]]}",
    TEXT "\"sentences\":[[0,3],[2,4]]}",
    TEXT "\"entities\":[{\"id\":\"e\",\"type\":\"Place\",\"label\":\"\"}],"
         "\"mentions\":[{\"entity\":\"e\",\"begin\":0,\"end\":5}]}",
    TEXT "\"entities\":[{\"id\":\"e\",\"type\":\"Place\",\"label\":\"\"}],"
         "\"mentions\":[{\"entity\":\"e\",\"begin\":2,\"end\":1}]}",
    TEXT "\"facts\":[{\"subject\":\"document\",\"property\":\"about\","
         "\"value\":\"x\",\"evidence\":[[0,5]]}]}",
  };
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    PARSE(r, lines[i]);
    CHECK_EQ(r.status, ISN_ERR_SYNTAX);
    if (r.status != ISN_ERR_SYNTAX) {
      printf("  %s\n", lines[i]);
    }
    CHECK(r.message[0]);
    CHECK_EQ(r.doc.n_members >= 2, true);
    end(&r);
  }
}

static void
checks_entities_and_facts(void)
{
#define ENTITY "{\"id\":\"e\",\"type\":\"Place\",\"label\":\"x\"}"
#define FACT "\"property\":\"inCountry\""
  static const char* const lines[] = {
    "{\"text\":\"\",\"entities\":[" ENTITY "," ENTITY "]}",
    "{\"text\":\"\",\"entities\":[{\"id\":\"e\",\"label\":\"x\"}]}",
    "{\"text\":\"\",\"entities\":[{\"id\":\"e\",\"type\":\"God\"}]}",
    "{\"text\":\"\",\"entities\":[{\"id\":\"document\",\"type\":\"Place\","
    "\"label\":\"x\"}]}",
    "{\"text\":\"\",\"entities\":[{\"id\":\"e\",\"aliases\":[1]}]}",
    "{\"text\":\"\",\"entities\":[7]}",
    "{\"text\":\"\",\"mentions\":[{\"entity\":\"e\",\"begin\":0,\"end\":0}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY "],\"mentions\":[{\"begin\":0}]}",
    "{\"text\":\"\",\"facts\":[{\"subject\":\"e\"," FACT ",\"object\":\"e\"}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY
    "],\"facts\":[{\"subject\":\"e\"," FACT ",\"value\":\"v\"}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY "],\"facts\":[{\"subject\":\"e\","
    "\"property\":\"loves\",\"object\":\"e\"}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY
    "],\"facts\":[{\"subject\":\"e\"," FACT
    ",\"object\":\"e\",\"confidence\":1.5}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY
    "],\"facts\":[{\"subject\":\"e\"," FACT
    ",\"object\":\"e\",\"modality\":\"maybe\"}]}",
    "{\"text\":\"\",\"entities\":[" ENTITY
    "],\"facts\":[{\"subject\":\"e\"," FACT
    ",\"object\":\"e\",\"isMinimum\":1}]}",
  };
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    PARSE(r, lines[i]);
    CHECK_EQ(r.status, ISN_ERR_SYNTAX);
    if (r.status != ISN_ERR_SYNTAX) {
      printf("  %s\n", lines[i]);
    }
    end(&r);
  }
}

/// The line goes on untouched but for its error.
static void
adds_the_error_to_a_wrong_record(void)
{
  PARSE(r,
        "{\"tokens\":[[0,9,\"word\"]],\"n\" :1, \"id\":\"q\",\"text\":\"ا\"}");
  CHECK_EQ(r.status, ISN_ERR_SYNTAX);
  CHECK_STR(r.doc.id, "q");
  isn_document_fail(&r.doc, "read", "m");
  CHECK_STR(
    write(&r, ISN_LAYER_META | ISN_LAYER_ERROR),
    "{\"tokens\":[[0,9,\"word\"]],\"n\" :1,\"id\":\"q\","
    "\"text\":\"ا\",\"error\":{\"stage\":\"read\",\"message\":\"m\"}}\n");
  end(&r);
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
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
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
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
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

static void
limits_nesting(void)
{
  IsnBuffer line = { 0 };
  isn_buffer_append(&line, ISN_STR("{\"a\":"));
  for (int i = 0; i < 100000; ++i) {
    isn_buffer_append_byte(&line, '[');
  }
  Record r = { 0 };
  isn_document_init(&r.doc, &r.arena);
  r.status = isn_record_parse(&r.doc, isn_buffer_str(&line), &r.message);
  CHECK_EQ(r.status, ISN_ERR_LIMIT);
  CHECK_STR(isn_str(r.message), "nested deeper than 512 levels (column 517)");
  CHECK(r.doc.unread.data);
  end(&r);
  isn_buffer_clear(&line);
}

/// Members without end must not take time without end.
static void
is_linear(void)
{
  IsnBuffer line = { 0 };
  isn_buffer_append(&line, ISN_STR("{\"text\":\"ا\",\"mentions\":[{"));
  for (unsigned i = 0; i < 200000; ++i) {
    isn_buffer_append(&line, ISN_STR("\"x\":\"\\n\","));
  }
  isn_buffer_append(&line,
                    ISN_STR("\"entity\":\"e\",\"begin\":0,\"end\":1}],"
                            "\"entities\":[{\"id\":\"e\",\"type\":\"Place\","
                            "\"label\":\"ا\"}]}"));
  Record r = { 0 };
  isn_document_init(&r.doc, &r.arena);
  r.status = isn_record_parse(&r.doc, isn_buffer_str(&line), &r.message);
  CHECK_EQ(r.status, ISN_SUCCESS);
  CHECK_EQ(r.doc.mentions[0].further.n_bytes, 200000 * 9 - 1);
  end(&r);
  isn_buffer_clear(&line);
}

/// Whatever prefix of a record comes, nothing breaks.
static void
survives_every_prefix(void)
{
  for (size_t n = 0; n < sizeof(full) - 1; ++n) {
    char* const copy = malloc(n ? n : 1); // exact, so that overruns show
    memcpy(copy, full, n);
    Record r = { 0 };
    isn_document_init(&r.doc, &r.arena);
    r.status = isn_record_parse(&r.doc, (IsnStr){ copy, n }, &r.message);
    CHECK(isn_is_error(r.status));
    isn_document_fail(&r.doc, "read", r.message);
    write(&r, ISN_LAYER_META | ISN_LAYER_ERROR);
    end(&r);
    free(copy);
  }
}

/// Whatever byte is changed, what is written is a record again.
static void
survives_every_byte(void)
{
  static const char bytes[] = "\"{}[],:0-\\u\xD8\x00";
  for (size_t i = 0; i < sizeof(full) - 1; i += 3) {
    for (size_t j = 0; j < sizeof(bytes); ++j) {
      char* const copy = malloc(sizeof(full) - 1);
      memcpy(copy, full, sizeof(full) - 1);
      copy[i] = bytes[j];
      Record r = { 0 };
      isn_document_init(&r.doc, &r.arena);
      r.status = isn_record_parse(
        &r.doc, (IsnStr){ copy, sizeof(full) - 1 }, &r.message);
      if (r.status) {
        isn_document_fail(&r.doc, "read", r.message);
      }
      const IsnStr out = write(&r,
                               ISN_LAYER_META | ISN_LAYER_TOKENS |
                                 ISN_LAYER_MENTIONS | ISN_LAYER_FACTS);
      Record again = { 0 };
      isn_document_init(&again.doc, &again.arena);
      isn_record_parse(
        &again.doc, isn_str_slice(out, 0, out.n_bytes - 1), &again.message);
      CHECK(again.doc.raw.data);
      end(&again);
      end(&r);
      free(copy);
    }
  }
}

int
main(void)
{
  RUN(reads_every_layer);
  RUN(writes_what_it_read);
  RUN(keeps_unknown_members_in_place);
  RUN(keeps_unknown_members_of_entities_and_facts);
  RUN(adds_layers_behind_and_replaces_in_place);
  RUN(keeps_a_record_with_an_error_as_it_is);
  RUN(says_what_is_wrong_and_where);
  RUN(refuses_what_is_no_json);
  RUN(keeps_a_broken_line_as_a_string);
  RUN(refuses_bad_encodings);
  RUN(writes_valid_utf8_whatever_came);
  RUN(drops_the_error_of_a_line_that_is_no_text);
  RUN(checks_offsets);
  RUN(checks_entities_and_facts);
  RUN(adds_the_error_to_a_wrong_record);
  RUN(sorts_mentions_and_finds_their_tokens);
  RUN(writes_confidence_with_two_decimals);
  RUN(names_datatypes);
  RUN(escapes_strings);
  RUN(takes_a_number_for_an_id);
  RUN(leaves_dates_that_are_none);
  RUN(exchanges_foreign_names);
  RUN(limits_nesting);
  RUN(is_linear);
  RUN(survives_every_prefix);
  RUN(survives_every_byte);
  return check_end();
}
