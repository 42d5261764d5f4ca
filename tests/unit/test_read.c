// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/read.h"

#include "extract/read/date.h"
#include "extract/read/dateline.h"
#include "extract/read/encoding.h"
#include "extract/read/lead.h"
#include "extract/read/release.h"
#include "extract/read/source.h"
#include "extract/read/xml_path.h"
#include "extract/record.h"
#include "tests/unit/check.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// Files
// ------------------------------------------------------------------------

static char folder[] = "/tmp/isnad-read-XXXXXX";

/// Write `bytes` to `name` in the test's folder, in which the test runs.
static void
put(const char* const name, const IsnStr bytes)
{
  FILE* const file = fopen(name, "wb");
  CHECK(file && fwrite(bytes.data, 1, bytes.n_bytes, file) == bytes.n_bytes);
  CHECK(file && !fclose(file));
}

static void
put_text(const char* const name, const char* const text)
{
  put(name, isn_str(text));
}

// Reading
// ----------------------------------------------------------------------

/// What a reading gave: the records as lines, the reports as lines.
typedef struct {
  IsnBuffer records;
  IsnBuffer reports;
  IsnStatus opened;
  IsnStatus ended;
  size_t n_records;
  size_t n_failed;
  IsnReadOptions options;
} Reading;

static void
note(void* const handle, const IsnDiag* const diag)
{
  Reading* const r = handle;
  isn_buffer_append(&r->reports, isn_str(diag->source ? diag->source : "-"));
  if (diag->line) {
    isn_buffer_append_byte(&r->reports, ':');
    isn_buffer_append_number(&r->reports, diag->line);
  }
  if (diag->column) {
    isn_buffer_append_byte(&r->reports, ':');
    isn_buffer_append_number(&r->reports, diag->column);
  }
  isn_buffer_append(&r->reports, ISN_STR(": "));
  isn_buffer_append(&r->reports, isn_str(diag->message));
  isn_buffer_append_byte(&r->reports, '\n');
}

static void
read_all(Reading* const r, const char* const path)
{
  const IsnSink sink = { note, r };
  IsnArena arena = { 0 };
  IsnReader* reader = NULL;
  r->opened = isn_reader_open(&reader, path, &r->options, &sink);
  r->ended = r->opened;
  while (!r->ended) {
    IsnDocument doc;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    r->ended = isn_reader_next(reader, &doc);
    if (!r->ended) {
      isn_record_write(&doc, ISN_LAYER_META, &r->records);
      ++r->n_records;
      r->n_failed += doc.error_stage.data != NULL;
    }
  }
  isn_reader_close(reader);
  isn_arena_clear(&arena);
}

static void
end(Reading* const r)
{
  isn_buffer_clear(&r->records);
  isn_buffer_clear(&r->reports);
}

/// The records and reports of reading `path` must be these.
static void
check_read(const char* const path,
           const IsnReadOptions options,
           const char* const records,
           const char* const reports)
{
  Reading r = { .options = options };
  read_all(&r, path);
  CHECK_EQ(r.ended, ISN_END);
  CHECK_STR(isn_buffer_str(&r.records), records);
  CHECK_STR(isn_buffer_str(&r.reports), reports);
  end(&r);
}

static const IsnReadOptions plain = { 0 };

// Plain text
// -------------------------------------------------------------------

static void
reads_plain_text(void)
{
  put_text("a.txt", "\xEF\xBB\xBFسطر\r\nثان\r\n\n  مسافات \t\n");
  check_read("a.txt",
             plain,
             "{\"id\":\"a.txt\",\"lang\":\"ar\","
             "\"text\":\"سطر\\nثان\\n\\n  مسافات \\t\\n\"}\n",
             "");
}

static void
says_what_a_text_lacks(void)
{
  put_text("empty.txt", "");
  check_read("empty.txt",
             plain,
             "{\"id\":\"empty.txt\",\"error\":{\"stage\":\"read\","
             "\"message\":\"empty\"}}\n",
             "empty.txt: empty\n");
  put_text("blank.txt", " \n\t\r\n");
  Reading r = { 0 };
  read_all(&r, "blank.txt");
  CHECK_STR(isn_buffer_str(&r.reports), "blank.txt: empty\n");
  end(&r);
  put_text("bad.txt", "سطر عربي طويل\nثم \xFF بايت\n");
  Reading s = { 0 };
  read_all(&s, "bad.txt");
  CHECK_EQ(s.n_failed, 1);
  CHECK_STR(isn_buffer_str(&s.reports), "bad.txt:2:4: not valid UTF-8\n");
  end(&s);
  put("zero.txt", ISN_STR("نص\0نص"));
  Reading t = { 0 };
  read_all(&t, "zero.txt");
  CHECK_EQ(t.n_failed, 1);
  CHECK_STR(isn_buffer_str(&t.reports), "zero.txt: binary, not text\n");
  end(&t);
  put("picture.bin", ISN_STR("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0"));
  Reading u = { 0 };
  read_all(&u, "picture.bin");
  CHECK_EQ(u.n_failed, 1);
  end(&u);
}

static void
reports_what_is_not_there(void)
{
  Reading r = { 0 };
  read_all(&r, "missing.txt");
  CHECK_EQ(r.opened, ISN_ERR_INPUT);
  CHECK_STR(isn_buffer_str(&r.reports),
            "missing.txt: No such file or directory\n");
  end(&r);
}

// Encodings
// --------------------------------------------------------------------

/// «وزارة الصحة تنظم ورشة في المدينة.» in several encodings.
#define SENTENCE "وزارة الصحة تنظم ورشة في المدينة."
#define IN_1256                                                                \
  "\xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xD5\xCD\xC9 \xCA\xE4\xD9\xE3 "                \
  "\xE6\xD1\xD4\xC9 "                                                          \
  "\xDD\xED \xC7\xE1\xE3\xCF\xED\xE4\xC9."
#define IN_8859_6                                                              \
  "\xE8\xD2\xC7\xD1\xC9 \xC7\xE4\xD5\xCD\xC9 \xCA\xE6\xD8\xE5 "                \
  "\xE8\xD1\xD4\xC9 "                                                          \
  "\xE1\xEA \xC7\xE4\xE5\xCF\xEA\xE6\xC9."

static void
check_text(const char* const path,
           const IsnReadOptions options,
           const char* const text)
{
  Reading r = { .options = options };
  IsnBuffer wanted = { 0 };
  read_all(&r, path);
  isn_buffer_append(&wanted, ISN_STR("\"text\":"));
  isn_json_append_string(&wanted, isn_str(text));
  isn_buffer_append(&wanted, ISN_STR("}\n"));
  CHECK_EQ(r.n_records, 1);
  CHECK_EQ(r.n_failed, 0);
  CHECK(isn_str_ends(isn_buffer_str(&r.records), isn_buffer_str(&wanted)));
  if (!isn_str_ends(isn_buffer_str(&r.records), isn_buffer_str(&wanted))) {
    printf("  %s: %.*s", path, (int)r.records.n_bytes, r.records.data);
  }
  isn_buffer_clear(&wanted);
  end(&r);
}

/// UTF-16 of a text whose code points are below U+10000.
static IsnStr
to_utf16(char* const bytes, const char* const text, const bool big, size_t n)
{
  const IsnStr s = isn_str(text);
  for (size_t at = 0; at < s.n_bytes;) {
    const unsigned char lead = (unsigned char)s.data[at];
    const unsigned c = lead < 0x80 ? lead
                                   : ((unsigned)(lead & 0x1F) << 6) |
                                       ((unsigned char)s.data[at + 1] & 0x3Fu);
    at += lead < 0x80 ? 1 : 2;
    bytes[n++] = (char)(big ? c >> 8 : c & 0xFF);
    bytes[n++] = (char)(big ? c & 0xFF : c >> 8);
  }
  return (IsnStr){ bytes, n };
}

static void
detects_encodings(void)
{
  put_text("w.txt", IN_1256);
  check_text("w.txt", plain, SENTENCE);
  put_text("i.txt", IN_8859_6);
  check_text("i.txt", plain, SENTENCE);
  char bytes[256];
  put("le.txt", to_utf16(bytes, SENTENCE, false, 0));
  check_text("le.txt", plain, SENTENCE);
  put("be.txt", to_utf16(bytes, SENTENCE, true, 0));
  check_text("be.txt", plain, SENTENCE);
  memcpy(bytes, "\xFF\xFE", 2);
  put("lem.txt", to_utf16(bytes, SENTENCE, false, 2));
  check_text("lem.txt", plain, SENTENCE);
  memcpy(bytes, "\xFE\xFF", 2);
  put("bem.txt", to_utf16(bytes, SENTENCE, true, 2));
  check_text("bem.txt", plain, SENTENCE);
}

static void
takes_the_encoding_asked_for(void)
{
  put_text("short.txt", "\xE4\xD5");
  check_text("short.txt", (IsnReadOptions){ .encoding = "windows-1256" }, "نص");
  check_text("short.txt", (IsnReadOptions){ .encoding = "ISO-8859-6" }, "لص");
  put_text("u.txt", "نص");
  Reading r = { .options = { .encoding = "ISO-8859-6" } };
  read_all(&r, "u.txt");
  CHECK_EQ(r.n_failed, 1); // \x86 is no letter there
  end(&r);
  Reading s = { .options = { .encoding = "no-such" } };
  read_all(&s, "u.txt");
  CHECK_EQ(s.n_failed, 1);
  CHECK_STR(isn_buffer_str(&s.reports),
            "u.txt: there is no such encoding: no-such\n");
  end(&s);
}

static void
decodes_records_line_by_line(void)
{
  char bytes[512];
  memcpy(bytes, "\xFF\xFE", 2);
  put("u16.ndjson",
      to_utf16(bytes,
               "{\"id\":\"a\",\"text\":\"نص\"}\n{\"id\":\"b\",\"text\":\"نص\"}",
               false,
               2));
  check_read("u16.ndjson",
             plain,
             "{\"id\":\"a\",\"text\":\"نص\",\"lang\":\"ar\"}\n"
             "{\"id\":\"b\",\"text\":\"نص\",\"lang\":\"ar\"}\n",
             "");
  put_text("w.ndjson", "{\"id\":\"a\",\"text\":\"\xE4\xD5\"}\n");
  check_read("w.ndjson",
             (IsnReadOptions){ .encoding = "windows-1256" },
             "{\"id\":\"a\",\"text\":\"نص\",\"lang\":\"ar\"}\n",
             "");
}

static void
decodes_in_pieces(void)
{
  IsnDecoder* decoder = NULL;
  CHECK_EQ(isn_decoder_new(&decoder, "UTF-16"), ISN_SUCCESS);
  const char bytes[] = "\xFF\xFE\x46\x06\x35\x06";
  IsnBuffer out = { 0 };
  for (size_t i = 0; i < 6; ++i) {
    CHECK(!isn_decoder_push(decoder, (IsnStr){ bytes + i, 1 }, i == 5, &out));
  }
  CHECK_STR(isn_buffer_str(&out), "نص");
  CHECK_EQ(isn_decoder_push(decoder, ISN_STR("\x46"), true, &out),
           ISN_ERR_ENCODING);
  isn_decoder_free(decoder);
  isn_buffer_clear(&out);
  CHECK_EQ(isn_decoder_new(&decoder, "nothing"), ISN_ERR_USAGE);
}

// Sources
// ----------------------------------------------------------------------

static void
takes_lines(void)
{
  put_text("lines", "one\r\n\nthree\nlonger than ten\nfive");
  IsnSource source;
  IsnStr line;
  CHECK_EQ(isn_source_open(&source, "lines"), ISN_SUCCESS);
  CHECK_STR(isn_source_peek(&source, 3), "one");
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_SUCCESS);
  CHECK_STR(line, "one");
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_SUCCESS);
  CHECK_STR(line, "");
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_SUCCESS);
  CHECK_STR(line, "three");
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_ERR_LIMIT);
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_SUCCESS);
  CHECK_STR(line, "five");
  CHECK_EQ(isn_source_take_line(&source, 10, &line), ISN_END);
  isn_source_close(&source);
  CHECK_EQ(isn_source_open(&source, "none"), ISN_ERR_INPUT);
}

static void
passes_over_lines_beyond_the_limit(void)
{
  IsnBuffer bytes = { 0 };
  for (int i = 0; i < 300000; ++i) {
    isn_buffer_append_byte(&bytes, 'x');
  }
  isn_buffer_append(&bytes, ISN_STR("\nshort\n"));
  put("long", isn_buffer_str(&bytes));
  isn_buffer_clear(&bytes);
  IsnSource source;
  IsnStr line;
  CHECK_EQ(isn_source_open(&source, "long"), ISN_SUCCESS);
  CHECK_EQ(isn_source_take_line(&source, 1000, &line), ISN_ERR_LIMIT);
  CHECK_EQ(isn_source_take_line(&source, 1000, &line), ISN_SUCCESS);
  CHECK_STR(line, "short");
  isn_source_close(&source);
}

// NDJSON
// -----------------------------------------------------------------------

static void
reads_records(void)
{
  put_text("r.ndjson",
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
  put_text("f.jsonl",
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

/// What is read is read the same once more: the pipe's stages depend on it.
static void
reads_its_own_records_alike(void)
{
  put_text("own.txt",
           "عنوان الخبر كما هو\n\n٧ مايو، ٢٠١٧\n\nنص الخبر كله هنا.");
  Reading r = { 0 };
  read_all(&r, "own.txt");
  put("own.ndjson", isn_buffer_str(&r.records));
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

// Directories
// ------------------------------------------------------------------

static void
walks_directories_in_byte_order(void)
{
  mkdir("d", 0700);
  mkdir("d/b", 0700);
  mkdir("d/.git", 0700);
  put_text("d/b/1.txt", "x");
  put_text("d/B.TXT", "x");
  put_text("d/a.ndjson", "{\"id\":\"rec\",\"text\":\"x\"}\n");
  put_text("d/README", "x");
  put_text("d/.hidden.txt", "x");
  put_text("d/.git/c.txt", "x");
  put_text("d/picture.png", "x");
  put("d/binary",
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
  put_text("e/1.txt", "");
  CHECK(!symlink("nowhere", "e/2.txt"));
  put_text("e/3.txt", "x");
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
  put_text("none/sub/x.png", "x");
  Reading r = { 0 };
  read_all(&r, "none");
  CHECK_EQ(r.opened, ISN_ERR_INPUT);
  CHECK_STR(isn_buffer_str(&r.reports), "none: no documents in 'none'\n");
  end(&r);
}

static void
guesses_formats_by_the_first_bytes(void)
{
  put_text("x1", " \n{\"id\":\"a\",\"text\":\"b\"}");
  put_text("x2", "<!DOCTYPE html><title>t</title><p>فقرة</p>");
  put_text("x3", "<?xml version='1.0'?><d><p>فقرة</p></d>");
  put_text("x4", "نص");
  put_text("x5", "\xEF\xBB\xBF<d><p>فقرة</p></d>");
  check_text("x2", plain, "t\n\nفقرة");
  check_text("x3", plain, "فقرة");
  check_text("x4", plain, "نص");
  check_text("x5", plain, "فقرة");
  Reading r = { 0 };
  read_all(&r, "x1");
  CHECK_STR(isn_buffer_str(&r.records), "{\"id\":\"a\",\"text\":\"b\"}\n");
  end(&r);
}

// HTML
// -------------------------------------------------------------------------

static const char page[] =
  "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"utf-8\">"
  "<title>ورشة عن إدارة المياه في عدن | وكالة المثال</title>"
  "<link rel=\"canonical\" href=\"https://example.org/ar/7\">"
  "<meta property=\"article:published_time\" content=\"2022-05-06T08:00Z\">"
  "<style>p { color: red }</style><script>var a = \"<p>لا</p>\";</script>"
  "</head><body><header><h1>وكالة المثال</h1></header>"
  "<nav><ul><li><a href=\"/\">الرئيسية</a></li></ul></nav>"
  "<article><h1>ورشة عن إدارة المياه في عدن</h1>"
  "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>جانب من الورشة"
  "</figcaption></figure>"
  "<p>عدن (اليمن) - بدأت  أمس\n ورشة <b>تدريبية</b> عن إدارة المياه &amp; "
  "الصرف، حضرها عدد كبير من المهندسين العاملين في المدن الساحلية.</p>"
  "<!-- تعليق --><div class=\"share-buttons\">شارك</div>"
  "<div>سطر أول<br>سطر ثان<br><br>فقرة بعدهما</div>"
  "<p class=\"wp-caption-text\">جانب من الورشة</p>"
  "<aside>إعلان</aside><form><input value=\"بحث\">بحث</form>"
  "<ul><li>بند</li></ul></article>"
  "<div class=\"related\"><a href=\"/8\">خبر آخر</a></div>"
  "<footer>حقوق النشر</footer></body></html>";

static void
finds_the_main_text(void)
{
  put_text("p.html", page);
  check_read(
    "p.html",
    plain,
    "{\"id\":\"p.html\",\"url\":\"https://example.org/ar/7\","
    "\"title\":\"ورشة عن إدارة المياه في عدن\",\"date\":\"2022-05-06\","
    "\"lang\":\"ar\",\"text\":\"ورشة عن إدارة المياه في عدن\\n\\n"
    "عدن (اليمن) - بدأت أمس ورشة تدريبية عن إدارة المياه & الصرف، حضرها عدد "
    "كبير من المهندسين العاملين في المدن الساحلية.\\n\\n"
    "سطر أول\\nسطر ثان\\n\\nفقرة بعدهما\\n\\nبند\\n\\nجانب من الورشة\"}\n",
    "");
}

static void
reads_a_page_cut_anywhere(void)
{
  for (size_t n = 1; n < sizeof(page) - 1; n += 7) {
    put("cut.html", (IsnStr){ page, n });
    Reading r = { 0 };
    read_all(&r, "cut.html");
    CHECK_EQ(r.ended, ISN_END);
    CHECK_EQ(r.n_records, 1);
    end(&r);
  }
  put("cut.html", (IsnStr){ page, sizeof(page) - 300 });
  Reading r = { 0 };
  read_all(&r, "cut.html");
  CHECK_EQ(r.n_failed, 0);
  end(&r);
}

static void
finds_text_by_where_it_is(void)
{
  put_text(
    "old.htm",
    "<html><head><title>خبر في صفحة قديمة - الموقع</title></head><body>"
    "<table><tr><td><a href=a>رابط</a><br><a href=b>رابط</a></td><td>"
    "فقرة أولى فيها كلام كثير عن أمر ما، وهي أطول من كل ما حولها.<br>"
    "<br>فقرة ثانية فيها كلام كثير أيضا.</td></tr></table></body></html>");
  check_text("old.htm",
             plain,
             "خبر في صفحة قديمة\n\n"
             "فقرة أولى فيها كلام كثير عن أمر ما، وهي أطول من كل ما حولها.\n\n"
             "فقرة ثانية فيها كلام كثير أيضا.");
}

static void
takes_a_page_s_encoding(void)
{
  put_text("w.html", "<meta charset=windows-1256><p>" IN_1256 "</p>");
  check_text("w.html", plain, SENTENCE);
  put_text("i.html",
           "<meta http-equiv=Content-Type content='text/html; "
           "charset=iso-8859-6'><p>" IN_8859_6 "</p>");
  check_text("i.html", plain, SENTENCE);
}

static void
finds_dates_of_pages(void)
{
  static const char* const marks[] = {
    "<meta name=date content='٦ أيار ٢٠٢٢'>",
    "<meta itemprop=datePublished content=2022-05-06>",
    "<script type='application/ld+json'>{\"datePublished\" : "
    "\"2022-05-06T01:02:03+03:00\"}</script>",
    "<time datetime='2022-05-06 10:00'>أمس</time>",
    "<meta name='DC.date.issued' content='06/05/2022'>",
  };
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    char html[512];
    snprintf(html, sizeof(html), "<html>%s<p>نص ما</p></html>", marks[i]);
    put_text("date.html", html);
    Reading r = { 0 };
    read_all(&r, "date.html");
    CHECK(isn_str_starts(
      isn_buffer_str(&r.records),
      ISN_STR("{\"id\":\"date.html\",\"date\":\"2022-05-06\",")));
    end(&r);
  }
}

static void
fails_for_a_page_without_text(void)
{
  put_text("none.html", "<html><body><nav>قائمة</nav></body></html>");
  Reading r = { 0 };
  read_all(&r, "none.html");
  CHECK_EQ(r.n_failed, 1);
  CHECK_STR(isn_buffer_str(&r.reports), "none.html: no text in this page\n");
  end(&r);
}

// XML
// --------------------------------------------------------------------------

static void
reads_xml_records(void)
{
  put_text("d.xml",
           "<dump xmlns='urn:d'><page id='p1' url='http://x/1'><title>عنوان "
           "أول</title><date>2020-02-03</date><text>فقرة <b>أولى</b>."
           "<p>ثانية.</p></text></page>\n<page><text>نص &lt;ثان&gt;</text>"
           "</page></dump>");
  static const char records[] =
    "{\"id\":\"p1\",\"source\":\"d.xml\",\"url\":\"http://x/1\","
    "\"title\":\"عنوان أول\",\"date\":\"2020-02-03\",\"lang\":\"ar\","
    "\"text\":\"عنوان أول\\n\\nفقرة أولى.\\n\\nثانية.\"}\n"
    "{\"id\":\"d.xml#2\",\"source\":\"d.xml\",\"lang\":\"ar\","
    "\"text\":\"نص <ثان>\"}\n";
  check_read("d.xml", plain, records, "");
  check_read(
    "d.xml", (IsnReadOptions){ .record_xpath = "/dump/page" }, records, "");
  check_read("d.xml",
             (IsnReadOptions){ .record_xpath = "//page[@id='p1']",
                               .text_xpath = "text/p | title[. != 'x']" },
             "{\"id\":\"p1\",\"source\":\"d.xml\",\"url\":\"http://x/1\","
             "\"title\":\"عنوان أول\",\"date\":\"2020-02-03\",\"lang\":\"ar\","
             "\"text\":\"عنوان أول\\n\\nثانية.\"}\n",
             "");
}

static void
reads_a_whole_xml_document(void)
{
  put_text("one.xml",
           "<article><title>عنوان المقال</title><p>أولى.</p><p>ثانية.</p>"
           "</article>");
  check_read("one.xml",
             plain,
             "{\"id\":\"one.xml\",\"title\":\"عنوان المقال\",\"lang\":\"ar\","
             "\"text\":\"عنوان المقال\\n\\nأولى.\\n\\nثانية.\"}\n",
             "");
}

static void
reads_feeds(void)
{
  put_text("f.xml",
           "<rss><channel><title>قناة</title><item><title>خبر</title>"
           "<guid>g</guid><link>https://x/1</link>"
           "<pubDate>Fri, 06 May 2022 10:00:00 GMT</pubDate>"
           "<description><![CDATA[<p>نص <b>أول</b>.</p><p>ثم.</p>]]>"
           "</description></item><item><title>آخر</title></item></channel>"
           "</rss>");
  check_read("f.xml",
             plain,
             "{\"id\":\"g\",\"source\":\"f.xml\",\"url\":\"https://x/1\","
             "\"title\":\"خبر\",\"date\":\"2022-05-06\",\"lang\":\"ar\","
             "\"text\":\"خبر\\n\\nنص أول.\\n\\nثم.\"}\n"
             "{\"id\":\"f.xml#2\",\"source\":\"f.xml\",\"title\":\"آخر\","
             "\"lang\":\"ar\",\"text\":\"آخر\"}\n",
             "");
}

static void
keeps_what_came_before_broken_xml(void)
{
  put_text("b.xml",
           "<d><r id='1'><t>أول</t></r>\n<r id='2'><t>ثان</t></r>\n"
           "<r id='3'><t>ثالث</x></r></d>");
  Reading r = { 0 };
  read_all(&r, "b.xml");
  CHECK_EQ(r.n_records, 3);
  CHECK_EQ(r.n_failed, 1);
  CHECK(isn_str_starts(isn_buffer_str(&r.reports),
                       ISN_STR("b.xml:3:22: Opening and ending tag mismatch")));
  end(&r);
  put_text("t.xml", "<d><r><t>أول</t></r><r><t>ثا");
  Reading s = { .options = { .record_xpath = "//r" } };
  read_all(&s, "t.xml");
  CHECK_EQ(s.n_records, 2);
  CHECK_EQ(s.n_failed, 1);
  CHECK_STR(isn_buffer_str(&s.reports),
            "t.xml:1:29: the file ends within an element\n");
  end(&s);
}

static void
disarms_entities(void)
{
  put_text("secret.txt", "سر");
  put_text("x.xml",
           "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x.dtd' [<!ENTITY e SYSTEM "
           "'secret.txt'><!ENTITY m 'وزارة'>]><d>قبل &e; &m; بعد</d>");
  check_text("x.xml", plain, "قبل وزارة بعد");
  IsnBuffer bomb = { 0 };
  isn_buffer_append(&bomb, ISN_STR("<!DOCTYPE d [<!ENTITY a0 'xxxxxxxxxx'>"));
  for (unsigned i = 1; i < 12; ++i) {
    isn_buffer_append(&bomb, ISN_STR("<!ENTITY a"));
    isn_buffer_append_number(&bomb, i);
    isn_buffer_append(&bomb, ISN_STR(" '"));
    for (int j = 0; j < 10; ++j) {
      isn_buffer_append(&bomb, ISN_STR("&a"));
      isn_buffer_append_number(&bomb, i - 1);
      isn_buffer_append_byte(&bomb, ';');
    }
    isn_buffer_append(&bomb, ISN_STR("'>"));
  }
  isn_buffer_append(&bomb, ISN_STR("]><d><t>&a11;</t></d>"));
  put("bomb.xml", isn_buffer_str(&bomb));
  isn_buffer_empty(&bomb);
  Reading r = { 0 };
  read_all(&r, "bomb.xml");
  CHECK_EQ(r.n_failed, 1);
  end(&r);
  // Quadratic: one large entity, often
  isn_buffer_append(&bomb, ISN_STR("<!DOCTYPE d [<!ENTITY a '"));
  for (int i = 0; i < 10000; ++i) {
    isn_buffer_append(&bomb, ISN_STR("xxxxxxxxxx"));
  }
  isn_buffer_append(&bomb, ISN_STR("'>]><d><title>"));
  for (int i = 0; i < 10000; ++i) {
    isn_buffer_append(&bomb, ISN_STR("&a;"));
  }
  isn_buffer_append(&bomb, ISN_STR("</title></d>"));
  put("quadratic.xml", isn_buffer_str(&bomb));
  Reading s = { 0 };
  read_all(&s, "quadratic.xml");
  CHECK_EQ(s.n_failed, 1);
  CHECK_STR(isn_buffer_str(&s.reports),
            "quadratic.xml:1: entities that grow beyond 1 MiB\n");
  end(&s);
  isn_buffer_clear(&bomb);
}

static void
refuses_paths_that_are_none(void)
{
  put_text("d2.xml", "<d><r>x</r></d>");
  Reading r = { .options = { .record_xpath = "//r[1]" } };
  read_all(&r, "d2.xml");
  CHECK_EQ(r.opened, ISN_ERR_USAGE);
  end(&r);
  Reading s = { .options = { .text_xpath = "t[" } };
  read_all(&s, "d2.xml");
  CHECK_EQ(s.opened, ISN_ERR_USAGE);
  end(&s);
  Reading t = { .options = { .record_xpath = "item" } };
  read_all(&t, "d2.xml");
  CHECK_EQ(t.n_failed, 1);
  CHECK_STR(isn_buffer_str(&t.reports), "d2.xml: no records in this file\n");
  end(&t);
}

static void
takes_xml_s_encoding(void)
{
  put_text("w.xml",
           "<?xml version='1.0' encoding='windows-1256'?><d>" IN_1256 "</d>");
  check_text("w.xml", plain, SENTENCE);
  put_text("i.xml", "<d>" IN_8859_6 "</d>");
  check_text("i.xml", (IsnReadOptions){ .encoding = "ISO-8859-6" }, SENTENCE);
}

static void
makes_xpath_of_local_names(void)
{
  static const struct {
    const char* from;
    const char* to;
  } cases[] = {
    { "a/b", "*[local-name()='a']/*[local-name()='b']" },
    { "//x:a[@id='and']/text()", "//x:a[@id='and']/text()" },
    { "a and b", "*[local-name()='a'] and *[local-name()='b']" },
    { "and", "*[local-name()='and']" },
    { "string(div)", "string(*[local-name()='div'])" },
    { "child::a/.", "child::*[local-name()='a']/." },
    { "\"a\" | *", "\"a\" | *" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    IsnBuffer xpath = { 0 };
    isn_xml_path_to_local(isn_str(cases[i].from), &xpath);
    CHECK_STR(isn_buffer_str(&xpath), cases[i].to);
    isn_buffer_clear(&xpath);
  }
}

// Releases
// ---------------------------------------------------------------------

static void
finds_dates(void)
{
  static const struct {
    const char* words;
    const char* iso;
  } cases[] = {
    { "٢٠ ديسمبر، ٢٠١٩", "2019-12-20" },
    { "۲۰ دسمبر ۲۰۱۹", "" },
    { "۷ مایو ۲۰۱۹", "2019-05-07" },
    { "21 أكتوبر 2011 - Media release", "2011-10-21" },
    { "20 2011 - Media release", "" },
    { "18 تشرين الأول/أكتوبر 2011", "2011-10-18" },
    { "الأربعاء 3 كانون الثاني 2018", "2018-01-03" },
    { "28 ذو القعدة 1432 هـ الموافق 26 أكتوبر 2011 م", "2011-10-26" },
    { "12 ربيع الأول 1441 هـ", "" },
    { "9 نونبر 2012", "2012-11-09" },
    { "5 جويلية 1962", "1962-07-05" },
    { "1 غشت 2010", "2010-08-01" },
    { "30 آب من عام 2014", "2014-08-30" },
    { "2016/10/08", "2016-10-08" },
    { "08-10-2016", "2016-10-08" },
    { "8.10.2016", "2016-10-08" },
    { "10:30 - 2016/10/08", "2016-10-08" },
    { "October 21, 2011", "2011-10-21" },
    { "31 فبراير 2011", "" },
    { "32 مارس 2011", "" },
    { "مارس 2011", "" },
    { "2016/13/08", "" },
    { "بيروت في 17 / 1 / 2017", "2017-01-17" },
    { "٢٠٢٠-٠٣-١٢", "2020-03-12" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char iso[11] = "";
    const bool is_found = isn_date_find(isn_str(cases[i].words), iso);
    CHECK_EQ(is_found, cases[i].iso[0] != 0);
    CHECK_STR(isn_str(is_found ? iso : ""), cases[i].iso);
  }
}

static void
finds_datelines(void)
{
  static const struct {
    const char* dateline;
    const char* rest;
  } cases[] = {
    { "ليون (فرنسا) -", " قال المدير" },
    { "أبوظبي (الإمارات العربية المتحدة) –", " قال" },
    { "صنعاء -", " قال" },
    { "تونس العاصمة -", " قال" },
    { "دبي في 4 فبراير 2026 / وام /", " أبرم الصندوق" },
    { "الكويت في 3 مارس /كونا/", " وقعت" },
    { "مسقط في 9 مايو 2024 /أصداء/", " وقعت" },
    { "عمان 7 أيار (بترا)", " بحث الوزير" },
    { "الرياض 12 ربيع الأول 1441 هـ الموافق 9 نوفمبر 2019 م واس", "" },
    { "روما – (و.م.ع) 9 نونبر 2012", "" },
    { "الدوحة - 5 أبريل 2021 -", " افتتح" },
    { "القاهرة، 5 مايو 2019 -", " 50 خبيرا" },
    { "أديس أبابا، إثيوبيا، 16 فبراير 2023:", " أنهى المراقبون" },
    { "الخبر - 30 أكتوبر 2019 (واس):", " وقعت" },
    { "فيينا، 5 تشرين الأول/أكتوبر 2018 -", " اختتم" },
    { "جاكرتا - الأربعاء 22 يناير 2025:", " تنعقد" },
    { "القاهرة 3 مايو 2019 ـ", " بحث الوزير" },
    { "نواكشوط (12 أيار/مايو 2020) -", " افتتح" },
    { "14 مايو 2019، جنيف -", " قال خبير في شؤون الموانئ إن العمل لم ينته" },
    { "14 مايو 2019 -", " قال خبير في شؤون الموانئ إن العمل لم ينته" },
    { "", "14 مايو 2019 - بيان صحفي" },
    { "مسقط في 9 مارس 2021 / العمانية /", " وقعت" },
    { "مسقط في 9 مارس 2021 /الرؤية/", " وقعت" },
    { "", "14 مايو 2019 يوم لن ينساه" },
    { "", "وأضاف الوزير في كلمته: إن البرنامج" },
    { "", "قال الوزير إن الحال - كما هي - حسنة" },
    { "", "قال الوزير في كلمة له إن الحال - كما هي - حسنة" },
    { "", "اجتمع الوزراء أمس (الثلاثاء) في المدينة" },
    { "", "معا نحو مستقبل أفضل لأطفالنا جميعا" },
    { "", "الشبكات الإرهابية عبر الوطنية بفضل التعاون" },
    { "", "2019 - عام جديد" },
    { "", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char words[256];
    snprintf(words, sizeof(words), "%s%s", cases[i].dateline, cases[i].rest);
    const size_t n = isn_dateline_find(isn_str(words));
    CHECK_STR(isn_str_slice(isn_str(words), 0, n), cases[i].dateline);
  }
}

static void
finds_the_day_of_writing(void)
{
  static const struct {
    const char* words;
    const char* iso;
  } cases[] = {
    { "افتتح اليوم الخميس 18 أفريل 2019 معرض", "2019-04-18" },
    { "يحتضن المعهد، اليوم الخميس (14 مارس 2019)، لقاء", "2019-03-14" },
    { "عقد أمس الأحد 9 أكتوبر 2016 لقاء", "2016-10-10" },
    { "وصل أول أمس السبت 29 شباط/فبراير 2020 وفد", "2020-03-02" },
    { "وصل أمس الأول 31 ديسمبر 2019 وفد", "2020-01-02" },
    { "يبدأ غدا الجمعة 1 يناير 2021 العمل", "2020-12-31" },
    { "اليوم الأحد 13 ربيع الأول 1441 هـ الموافق 10 نوفمبر 2019 م",
      "2019-11-10" },
    { "اختتمت اليوم الخميس 4 يوليو (تموز) 2024م ندوة", "2024-07-04" },
    // The weekday does not fit
    { "افتتح اليوم الجمعة 18 أفريل 2019 معرض", "" },
    { "في مثل هذا اليوم 18 أفريل 2019", "" },
    { "افتتح يوم الخميس 18 أفريل 2019 معرض", "" },
    { "يصادف اليوم العالمي 18 أفريل 2019", "" },
    { "افتتح اليوم معرض كان في 18 أفريل 2019", "" },
    { "افتتح اليوم الخميس 18 أفريل", "" },
    { "", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char iso[11] = "";
    const bool is_found = isn_lead_find_date(isn_str(cases[i].words), iso);
    CHECK_STR(isn_str(is_found ? iso : ""), cases[i].iso);
  }
}

/// The kinds of the parts of `text`, a letter each, must be `wanted`.
static void
check_parts(const char* const text, const char* const wanted)
{
  static const char letters[] = "lhdsDbc";
  IsnArena arena = { 0 };
  IsnReleasePart* parts = NULL;
  size_t n_parts = 0;
  char kinds[64] = "";
  CHECK(!isn_release_parts(isn_str(text), &arena, &parts, &n_parts));
  IsnDocument doc;
  isn_document_init(&doc, &arena);
  doc.text = isn_str(text);
  for (size_t i = 0; i < n_parts && i < sizeof(kinds) - 1; ++i) {
    kinds[i] = letters[parts[i].kind];
    CHECK(isn_str_equal(
      isn_document_words(&doc, parts[i].chars),
      isn_str_slice(doc.text, parts[i].bytes.begin, parts[i].bytes.end)));
  }
  CHECK_STR(isn_str(kinds), wanted);
  isn_arena_clear(&arena);
}

#define BODY                                                                                                                     \
  "أعلنت الوزارة أمس عن برنامج جديد لتدريب العاملين في الموانئ على كشف " \
  "الوثائق المزورة، وقال مديرها إن البرنامج يستمر عاما كاملا.\n"

static void
knows_the_parts_of_a_release(void)
{
  check_parts("برنامج لتدريب العاملين في الموانئ\n\n٣ يونيو، ٢٠١٨\n"
              "عام من العمل المشترك بين البلدين\n\n"
              "عدن (اليمن) - " BODY "\n" BODY "\nPort training\n\n" BODY
              "\nالبلدان المشاركة\n\nانظر أيضا\nأمن الموانئ\n",
              "hdsDbbcblll");
  check_parts("All news\n|\nPrint\n3 حزيران 2018 - Media release\n\n"
              "برنامج لتدريب العاملين في الموانئ\n\n" BODY,
              "llldhb");
  check_parts("عام / برنامج لتدريب العاملين في الموانئ\n"
              "جدة 19 رمضان 1439 هـ الموافق 3 يونيو 2018 م واس\n" BODY
              "// انتهى //\n09:15 ت م\n",
              "hDbll");
  check_parts("\"الموانئ\" تدرب العاملين على كشف الوثائق\n\n"
              "دبي في 3 يونيو / وام / " BODY "\n- س ع -\n",
              "hDbl");
  check_parts("example.org\n\nو م ع\n\n" BODY "\nثم " BODY, "llbb");
  check_parts("SITE NAME - متابعة\n\n" BODY, "lb");
  check_parts(BODY "\nكلام يقال مرتين عن صورة\nكلام يقال مرتين عن صورة\n" BODY,
              "bccb");
  check_parts(BODY "مواضيع ذات صلة\nالتعليقات (3)", "bll");
  check_parts(BODY "المصدر: CNN", "bl");
  check_parts(BODY "ثم " BODY "3 حزيران/يونيو 2018\n", "bbd");
  check_parts(BODY "ثم " BODY "عدن في 3/6/2018\n", "bbd");
  check_parts(BODY "ثم " BODY "3-6-2018 | 09:42\n", "bbd");
  check_parts(BODY "ثم " BODY "حرر بعدن، يوم الأحد 3 يونيو 2018\n", "bbd");
  check_parts(BODY "ثم " BODY "آخر موعد للتسجيل 3 يونيو 2018\n", "bbb");
  check_parts("بيان صحافي\nبرنامج لتدريب العاملين في الموانئ\n"
              "عدن في 3/6/2018\n" BODY "ثم " BODY,
              "lhdbb");
  check_parts("", "");
  check_parts("كلمة", "b");
  check_parts("انظر أيضا", "b");
}

static void
describes_only_by_shape(void)
{
  put_text("h.txt",
           "برنامج لتدريب العاملين في الموانئ\n\n٣ يونيو، ٢٠١٨\n\n" BODY);
  Reading r = { 0 };
  read_all(&r, "h.txt");
  CHECK(isn_str_starts(
    isn_buffer_str(&r.records),
    ISN_STR("{\"id\":\"h.txt\",\"title\":\"برنامج لتدريب العاملين في "
            "الموانئ\",\"date\":\"2018-06-03\",\"lang\":\"ar\",")));
  end(&r);
  put_text("n.txt", BODY "\n" BODY);
  Reading s = { 0 };
  read_all(&s, "n.txt");
  CHECK(isn_str_starts(isn_buffer_str(&s.records),
                       ISN_STR("{\"id\":\"n.txt\",\"lang\":\"ar\",\"text\"")));
  end(&s);
}

static void
finds_the_date_of_a_head(void)
{
  static const struct {
    const char* text;
    const char* date;
  } cases[] = {
    { "وزارة العدل\nمكتب الإعلام\nالخميس 11 نيسان 2019\n\n"
      "الوزارة تختتم دورة في عمان\n\nاختتمت الوزارة الدورة أمس.\n",
      "2019-04-11" },
    { "وزارة العدل\n\nبلاغ صحفي\n\n"
      "الرباط، 9 يوليوز 2023 - استقبل الوزير وفدا من الخبراء أمس.\n",
      "2023-07-09" },
    { "شعبة العلاقات العامة\n\nصدر البلاغ التالي:\n\n"
      "بتاريخ 30-1-2024، استقبل القائد وفدا من الشرطة في مكتبه.\n",
      "2024-01-30" },
    { "استقبل القائد وفدا في مكتبه.\nوفي 30-1-2024، زار الوفد المدينة.\n", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    IsnArena arena = { 0 };
    IsnDocument doc;
    isn_document_init(&doc, &arena);
    doc.text = isn_str(cases[i].text);
    CHECK(!isn_release_describe(&doc));
    CHECK_STR(doc.date, cases[i].date);
    isn_arena_clear(&arena);
  }
}

static void
tells_arabic_from_other_languages(void)
{
  static const struct {
    const char* text;
    const char* lang;
  } cases[] = {
    { "اجتماع الوزراء (OPEC)", "ar" },
    { "The word كلمة means word", "" },
    { "این گزارش درباره کشورهای منطقه است و پیشنهادهایی "
      "می‌دهد",
      "" },
    { "12345", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    IsnArena arena = { 0 };
    IsnDocument doc;
    isn_document_init(&doc, &arena);
    doc.text = isn_str(cases[i].text);
    CHECK(!isn_release_describe(&doc));
    CHECK_STR(doc.lang, cases[i].lang);
    isn_arena_clear(&arena);
  }
}

/// Remove a folder and all below it.
static void
remove_folder(const char* const path)
{
  DIR* const dir = opendir(path);
  const struct dirent* entry = NULL;
  while (dir && (entry = readdir(dir))) {
    char below[512];
    snprintf(below, sizeof(below), "%s/%s", path, entry->d_name);
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
        unlink(below)) {
      remove_folder(below);
    }
  }
  if (dir) {
    closedir(dir);
  }
  rmdir(path);
}

int
main(void)
{
  if (!mkdtemp(folder) || chdir(folder)) {
    printf("not ok cannot make %s\n", folder);
    return 1;
  }
  RUN(reads_plain_text);
  RUN(says_what_a_text_lacks);
  RUN(reports_what_is_not_there);
  RUN(detects_encodings);
  RUN(takes_the_encoding_asked_for);
  RUN(decodes_records_line_by_line);
  RUN(decodes_in_pieces);
  RUN(takes_lines);
  RUN(passes_over_lines_beyond_the_limit);
  RUN(reads_records);
  RUN(maps_field_names);
  RUN(reads_its_own_records_alike);
  RUN(reads_a_line_of_100_mb);
  RUN(walks_directories_in_byte_order);
  RUN(goes_on_behind_files_that_fail);
  RUN(refuses_a_directory_without_documents);
  RUN(guesses_formats_by_the_first_bytes);
  RUN(finds_the_main_text);
  RUN(reads_a_page_cut_anywhere);
  RUN(finds_text_by_where_it_is);
  RUN(takes_a_page_s_encoding);
  RUN(finds_dates_of_pages);
  RUN(fails_for_a_page_without_text);
  RUN(reads_xml_records);
  RUN(reads_a_whole_xml_document);
  RUN(reads_feeds);
  RUN(keeps_what_came_before_broken_xml);
  RUN(disarms_entities);
  RUN(refuses_paths_that_are_none);
  RUN(takes_xml_s_encoding);
  RUN(makes_xpath_of_local_names);
  RUN(finds_dates);
  RUN(finds_datelines);
  RUN(finds_the_date_of_a_head);
  RUN(finds_the_day_of_writing);
  RUN(knows_the_parts_of_a_release);
  RUN(describes_only_by_shape);
  RUN(tells_arabic_from_other_languages);
  remove_folder(folder);
  return check_end();
}
