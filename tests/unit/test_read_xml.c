// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// XML: records, feeds, what is wrong and what is a trap.
#include "extract/read/xml_path.h"
#include "tests/unit/reading.h"

static void
reads_xml_records(void)
{
  put("d.xml",
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
  put("one.xml",
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
  put("f.xml",
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
  put("b.xml",
      "<d><r id='1'><t>أول</t></r>\n<r id='2'><t>ثان</t></r>\n"
      "<r id='3'><t>ثالث</x></r></d>");
  Reading r = { 0 };
  read_all(&r, "b.xml");
  CHECK_EQ(r.n_records, 3);
  CHECK_EQ(r.n_failed, 1);
  CHECK(isn_str_starts(isn_buffer_str(&r.reports),
                       ISN_STR("b.xml:3:22: Opening and ending tag mismatch")));
  end(&r);
  put("t.xml", "<d><r><t>أول</t></r><r><t>ثا");
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
  put("secret.txt", "سر");
  put("x.xml",
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
  put_bytes("bomb.xml", isn_buffer_str(&bomb));
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
  put_bytes("quadratic.xml", isn_buffer_str(&bomb));
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
  put("d2.xml", "<d><r>x</r></d>");
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
  put("w.xml",
      "<?xml version='1.0' encoding='windows-1256'?><d>" IN_1256 "</d>");
  check_text("w.xml", plain, SENTENCE);
  put("i.xml", "<d>" IN_8859_6 "</d>");
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
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnBuffer xpath = { 0 };
    isn_xml_path_to_local(isn_str(cases[i].from), &xpath);
    CHECK_STR(isn_buffer_str(&xpath), cases[i].to);
    isn_buffer_clear(&xpath);
  }
}

int
main(void)
{
  if (!reading_begin()) {
    return folder_failed();
  }
  RUN(reads_xml_records);
  RUN(reads_a_whole_xml_document);
  RUN(reads_feeds);
  RUN(keeps_what_came_before_broken_xml);
  RUN(disarms_entities);
  RUN(refuses_paths_that_are_none);
  RUN(takes_xml_s_encoding);
  RUN(makes_xpath_of_local_names);
  remove_folder();
  return check_end();
}
