// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Records of JSON, in lines and as values, and folders of documents.
#include "tests/unit/reading.h"

static void
reads_records(void)
{
  put("r.ndjson",
      "\xEF\xBB\xBF{\"text\":\"نص\"}\r\n\n"
      "{\"id\":\"b\",\"text\":\n"
      "{\"id\":\"c\",\"text\":7}\n"
      "{\"id\":\"d\",\"title\":\"x\"}\n"
      "{\"id\":\"e\",\"text\":\"x\",\"error\":{\"stage\":\"rdf\","
      "\"message\":\"no\"}}\n"
      "{\"id\":\"f\",\"text\":\"\",\"lang\":\"fr\"}");
  check_read(
    "r.ndjson",
    plain,
    "{\"text\":\"نص\",\"id\":\"r.ndjson:1\",\"lang\":\"ar\"}\n"
    "{\"id\":\"b\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"not JSON: parse error: premature EOF (column 18)\"},"
    "\"raw\":\"{\\\"id\\\":\\\"b\\\",\\\"text\\\":\"}\n"
    "{\"id\":\"c\",\"text\":7,\"error\":{\"stage\":\"read\",\"message\":"
    "\"member \\\"text\\\" is a number, not a string (column 18)\"}}\n"
    "{\"id\":\"d\",\"title\":\"x\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"there is no member \\\"text\\\"\"}}\n"
    "{\"id\":\"e\",\"text\":\"x\",\"error\":{\"stage\":\"rdf\","
    "\"message\":\"no\"}}\n"
    "{\"id\":\"f\",\"text\":\"\",\"lang\":\"fr\"}\n",
    "r.ndjson:3: not JSON: parse error: premature EOF (column 18)\n"
    "r.ndjson:4: member \"text\" is a number, not a string (column 18)\n"
    "r.ndjson:5: there is no member \"text\"\n");
}

static void
maps_field_names(void)
{
  put("f.jsonl",
      "{\"n\":1,\"uid\":\"a\",\"body\":\"نص\",\"k\": [1]}\n"
      "{\"uid\":\"b\",\"body\":3}\n{\"uid\":\"c\"}\n");
  check_read("f.jsonl",
             (IsnReadOptions){ .text_field = "body", .id_field = "uid" },
             "{\"n\":1,\"id\":\"a\",\"text\":\"نص\",\"k\": [1],"
             "\"lang\":\"ar\"}\n"
             "{\"id\":\"b\",\"text\":3,\"error\":{\"stage\":\"read\","
             "\"message\":\"member \\\"body\\\" is a number, not a string "
             "(column 19)\"}}\n"
             "{\"id\":\"c\",\"error\":{\"stage\":\"read\",\"message\":"
             "\"there is no member \\\"body\\\"\"}}\n",
             "f.jsonl:2: member \"body\" is a number, not a string (column "
             "19)\nf.jsonl:3: there is no member \"body\"\n");
}

/// An array as programs write it, with line ends anywhere.
static void
reads_an_array(void)
{
  put("a.json",
      "\xEF\xBB\xBF[\n  {\n    \"id\": \"a\",\n    \"text\": \"]}\\\"\\\\\","
      "\n    \"k\": [{\n}\n]\n  },\r\n {\"text\":\"ب\"}, 7 ,\n\"x\",null,\n"
      "{\"text\":},{\"text\":\"ج\"}\n]\n");
  check_read(
    "a.json",
    plain,
    "{\"id\":\"a\",\"text\":\"]}\\\"\\\\\",\"k\": [{ } ]}\n"
    "{\"text\":\"ب\",\"id\":\"a.json#2\",\"lang\":\"ar\"}\n"
    "{\"id\":\"a.json#3\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"a record is a JSON object, not a number (column 1)\"},\"raw\":\"7\"}\n"
    "{\"id\":\"a.json#4\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"a record is a JSON object, not a string (column 1)\"},"
    "\"raw\":\"\\\"x\\\"\"}\n"
    "{\"id\":\"a.json#5\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"a record is a JSON object, not null (column 1)\"},\"raw\":\"null\"}\n"
    "{\"id\":\"a.json#6\",\"error\":{\"stage\":\"read\",\"message\":\"not "
    "JSON: "
    "parse error: unallowed token at this point in JSON text (column 10)\"},"
    "\"raw\":\"{\\\"text\\\":}\"}\n"
    "{\"text\":\"ج\",\"id\":\"a.json#7\",\"lang\":\"ar\"}\n",
    "a.json:9: a record is a JSON object, not a number (column 1)\n"
    "a.json:10: a record is a JSON object, not a string (column 1)\n"
    "a.json:10: a record is a JSON object, not null (column 1)\n"
    "a.json:11: not JSON: parse error: unallowed token at this point in JSON "
    "text (column 10)\n");
}

/// One object over several lines, and a file with another behind it.
static void
reads_objects_over_lines(void)
{
  put("o.json", "{\n \"id\": \"a\",\n \"text\": \"x\"\n}\n{\"text\":\"y\"}");
  check_read("o.json",
             plain,
             "{\"id\":\"a\",\"text\":\"x\"}\n"
             "{\"text\":\"y\",\"id\":\"o.json#2\"}\n",
             "");
}

/// What is cut off is not lost without a word.
static void
tells_an_array_cut_off(void)
{
  put("cut.json", "[{\"text\":\"x\"},\n");
  check_read("cut.json",
             plain,
             "{\"text\":\"x\",\"id\":\"cut.json#1\"}\n"
             "{\"id\":\"cut.json#2\",\"error\":{\"stage\":\"read\",\"message\":"
             "\"the array has no end: cut off?\"},\"raw\":\"\"}\n",
             "cut.json:1: the array has no end: cut off?\n");
  put("cut2.json", "[{\"text\":\"x\"},{\"text\":\"y");
  check_read(
    "cut2.json",
    plain,
    "{\"text\":\"x\",\"id\":\"cut2.json#1\"}\n"
    "{\"id\":\"cut2.json#2\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"not JSON: parse error: premature EOF (column 11)\"},"
    "\"raw\":\"{\\\"text\\\":\\\"y\"}\n"
    "{\"id\":\"cut2.json#3\",\"error\":{\"stage\":\"read\",\"message\":"
    "\"the array has no end: cut off?\"},\"raw\":\"\"}\n",
    "cut2.json:1: not JSON: parse error: premature EOF (column 11)\n"
    "cut2.json:1: the array has no end: cut off?\n");
}

/// What is read is read the same once more: the pipe's stages depend on it.
static void
reads_its_own_records_alike(void)
{
  put("own.txt", "عنوان الخبر كما هو\n\n٧ مايو، ٢٠١٧\n\nنص الخبر كله هنا.");
  Reading r = { 0 };
  read_all(&r, "own.txt");
  put_bytes("own.ndjson", isn_buffer_str(&r.records));
  Reading s = { 0 };
  read_all(&s, "own.ndjson");
  CHECK_EQ(r.records.n_bytes, s.records.n_bytes);
  CHECK(isn_str_equal(isn_buffer_str(&r.records), isn_buffer_str(&s.records)));
  end(&r);
  end(&s);
}

static void
reads_a_line_of_100_mb(void)
{
  FILE* const file = fopen("huge.ndjson", "wb");
  fputs("{\"id\":\"huge\",\"text\":\"", file);
  for (int i = 0; i < 6000000; ++i) {
    fputs("كلمة \\\"ثم\\\" ", file);
  }
  fputs("\"}\n{\"id\":\"after\",\"text\":\"نص\"}\n", file);
  CHECK(!fclose(file));
  Reading r = { 0 };
  read_all(&r, "huge.ndjson");
  CHECK_EQ(r.n_records, 2);
  CHECK_EQ(r.n_failed, 0);
  CHECK(r.records.n_bytes > 100000000);
  end(&r);
  unlink("huge.ndjson");
}

static void
walks_directories_in_byte_order(void)
{
  mkdir("d", 0700);
  mkdir("d/b", 0700);
  mkdir("d/.git", 0700);
  put("d/b/1.txt", "x");
  put("d/B.TXT", "x");
  put("d/a.ndjson", "{\"id\":\"rec\",\"text\":\"x\"}\n");
  put("d/README", "x");
  put("d/.hidden.txt", "x");
  put("d/.git/c.txt", "x");
  put("d/picture.png", "x");
  put_bytes("d/binary",
            ISN_STR("\x7F"
                    "ELF\0\0\0"));
  check_read("d/",
             plain,
             "{\"id\":\"d/B.TXT\",\"text\":\"x\"}\n"
             "{\"id\":\"d/README\",\"text\":\"x\"}\n"
             "{\"id\":\"rec\",\"text\":\"x\"}\n"
             "{\"id\":\"d/b/1.txt\",\"text\":\"x\"}\n",
             "");
}

static void
goes_on_behind_files_that_fail(void)
{
  mkdir("e", 0700);
  put("e/1.txt", "");
  CHECK(!symlink("nowhere", "e/2.txt"));
  put("e/3.txt", "x");
  Reading r = { 0 };
  read_all(&r, "e");
  CHECK_EQ(r.n_records, 3);
  CHECK_EQ(r.n_failed, 2);
  CHECK_STR(isn_buffer_str(&r.reports),
            "e/1.txt: empty\ne/2.txt: No such file or directory\n");
  end(&r);
}

static void
refuses_a_directory_without_documents(void)
{
  mkdir("none", 0700);
  mkdir("none/sub", 0700);
  put("none/sub/x.png", "x");
  Reading r = { 0 };
  read_all(&r, "none");
  CHECK_EQ(r.opened, ISN_ERR_INPUT);
  CHECK_STR(isn_buffer_str(&r.reports), "none: no documents in 'none'\n");
  end(&r);
}

static void
guesses_formats_by_the_first_bytes(void)
{
  put("x1", " \n{\"id\":\"a\",\"text\":\"b\"}");
  put("x2", "<!DOCTYPE html><title>t</title><p>فقرة</p>");
  put("x3", "<?xml version='1.0'?><d><p>فقرة</p></d>");
  put("x4", "نص");
  put("x5", "\xEF\xBB\xBF<d><p>فقرة</p></d>");
  check_text("x2", plain, "t\n\nفقرة");
  check_text("x3", plain, "فقرة");
  check_text("x4", plain, "نص");
  check_text("x5", plain, "فقرة");
  Reading r = { 0 };
  read_all(&r, "x1");
  CHECK_STR(isn_buffer_str(&r.records), "{\"id\":\"a\",\"text\":\"b\"}\n");
  end(&r);
}

int
main(void)
{
  if (!reading_begin()) {
    return folder_failed();
  }
  RUN(reads_records);
  RUN(maps_field_names);
  RUN(reads_an_array);
  RUN(reads_objects_over_lines);
  RUN(tells_an_array_cut_off);
  RUN(reads_its_own_records_alike);
  RUN(reads_a_line_of_100_mb);
  RUN(walks_directories_in_byte_order);
  RUN(goes_on_behind_files_that_fail);
  RUN(refuses_a_directory_without_documents);
  RUN(guesses_formats_by_the_first_bytes);
  remove_folder();
  return check_end();
}
