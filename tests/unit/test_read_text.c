// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Plain text, its encodings, and the lines that it comes in.
#include "extract/read/encoding.h"
#include "extract/read/source.h"
#include "tests/unit/reading.h"

static void
reads_plain_text(void)
{
  put("a.txt", "\xEF\xBB\xBFسطر\r\nثان\r\n\n  مسافات \t\n");
  check_read("a.txt",
             plain,
             "{\"id\":\"a.txt\",\"lang\":\"ar\","
             "\"text\":\"سطر\\nثان\\n\\n  مسافات \\t\\n\"}\n",
             "");
}

static void
says_what_a_text_lacks(void)
{
  put("empty.txt", "");
  check_read("empty.txt",
             plain,
             "{\"id\":\"empty.txt\",\"error\":{\"stage\":\"read\","
             "\"message\":\"empty\"}}\n",
             "empty.txt: empty\n");
  put("blank.txt", " \n\t\r\n");
  Reading r = { 0 };
  read_all(&r, "blank.txt");
  CHECK_STR(isn_buffer_str(&r.reports), "blank.txt: empty\n");
  end(&r);
  put("bad.txt", "سطر عربي طويل\nثم \xFF بايت\n");
  Reading s = { 0 };
  read_all(&s, "bad.txt");
  CHECK_EQ(s.n_failed, 1);
  CHECK_STR(isn_buffer_str(&s.reports), "bad.txt:2:4: not valid UTF-8\n");
  end(&s);
  put_bytes("zero.txt", ISN_STR("نص\0نص"));
  Reading t = { 0 };
  read_all(&t, "zero.txt");
  CHECK_EQ(t.n_failed, 1);
  CHECK_STR(isn_buffer_str(&t.reports), "zero.txt: binary, not text\n");
  end(&t);
  put_bytes("picture.bin", ISN_STR("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0"));
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
  put("w.txt", IN_1256);
  check_text("w.txt", plain, SENTENCE);
  put("i.txt", IN_8859_6);
  check_text("i.txt", plain, SENTENCE);
  char bytes[256];
  put_bytes("le.txt", to_utf16(bytes, SENTENCE, false, 0));
  check_text("le.txt", plain, SENTENCE);
  put_bytes("be.txt", to_utf16(bytes, SENTENCE, true, 0));
  check_text("be.txt", plain, SENTENCE);
  memcpy(bytes, "\xFF\xFE", 2);
  put_bytes("lem.txt", to_utf16(bytes, SENTENCE, false, 2));
  check_text("lem.txt", plain, SENTENCE);
  memcpy(bytes, "\xFE\xFF", 2);
  put_bytes("bem.txt", to_utf16(bytes, SENTENCE, true, 2));
  check_text("bem.txt", plain, SENTENCE);
}

static void
takes_the_encoding_asked_for(void)
{
  put("short.txt", "\xE4\xD5");
  check_text("short.txt", (IsnReadOptions){ .encoding = "windows-1256" }, "نص");
  check_text("short.txt", (IsnReadOptions){ .encoding = "ISO-8859-6" }, "لص");
  put("u.txt", "نص");
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
  put_bytes(
    "u16.ndjson",
    to_utf16(bytes,
             "{\"id\":\"a\",\"text\":\"نص\"}\n{\"id\":\"b\",\"text\":\"نص\"}",
             false,
             2));
  check_read("u16.ndjson",
             plain,
             "{\"id\":\"a\",\"text\":\"نص\",\"lang\":\"ar\"}\n"
             "{\"id\":\"b\",\"text\":\"نص\",\"lang\":\"ar\"}\n",
             "");
  put("w.ndjson", "{\"id\":\"a\",\"text\":\"\xE4\xD5\"}\n");
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

static void
takes_lines(void)
{
  put("lines", "one\r\n\nthree\nlonger than ten\nfive");
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
  put_bytes("long", isn_buffer_str(&bytes));
  isn_buffer_clear(&bytes);
  IsnSource source;
  IsnStr line;
  CHECK_EQ(isn_source_open(&source, "long"), ISN_SUCCESS);
  CHECK_EQ(isn_source_take_line(&source, 1000, &line), ISN_ERR_LIMIT);
  CHECK_EQ(isn_source_take_line(&source, 1000, &line), ISN_SUCCESS);
  CHECK_STR(line, "short");
  isn_source_close(&source);
}

int
main(void)
{
  if (!reading_begin()) {
    return folder_failed();
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
  remove_folder();
  return check_end();
}
