// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Records that are wrong, broken, deep or long.
#include "tests/unit/record.h"

#include <stdlib.h>

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
  for (size_t i = 0; i < N_OF(lines); ++i) {
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
  for (size_t i = 0; i < N_OF(lines); ++i) {
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
  for (size_t i = 0; i < N_OF(lines); ++i) {
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
  for (size_t i = 0; i < N_OF(lines); ++i) {
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
  RUN(says_what_is_wrong_and_where);
  RUN(refuses_what_is_no_json);
  RUN(keeps_a_broken_line_as_a_string);
  RUN(refuses_bad_encodings);
  RUN(writes_valid_utf8_whatever_came);
  RUN(drops_the_error_of_a_line_that_is_no_text);
  RUN(checks_offsets);
  RUN(checks_entities_and_facts);
  RUN(adds_the_error_to_a_wrong_record);
  RUN(limits_nesting);
  RUN(is_linear);
  RUN(survives_every_prefix);
  RUN(survives_every_byte);
  return check_end();
}
