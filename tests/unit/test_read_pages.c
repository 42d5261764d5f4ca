// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Pages of HTML.
#include "tests/unit/reading.h"

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
  put("p.html", page);
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
    put_bytes("cut.html", (IsnStr){ page, n });
    Reading r = { 0 };
    read_all(&r, "cut.html");
    CHECK_EQ(r.ended, ISN_END);
    CHECK_EQ(r.n_records, 1);
    end(&r);
  }
  put_bytes("cut.html", (IsnStr){ page, sizeof(page) - 300 });
  Reading r = { 0 };
  read_all(&r, "cut.html");
  CHECK_EQ(r.n_failed, 0);
  end(&r);
}

static void
finds_text_by_where_it_is(void)
{
  put("old.htm",
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
  put("w.html", "<meta charset=windows-1256><p>" IN_1256 "</p>");
  check_text("w.html", plain, SENTENCE);
  put("i.html",
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
  for (size_t i = 0; i < N_OF(marks); ++i) {
    char html[512];
    snprintf(html, sizeof(html), "<html>%s<p>نص ما</p></html>", marks[i]);
    put("date.html", html);
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
  put("none.html", "<html><body><nav>قائمة</nav></body></html>");
  Reading r = { 0 };
  read_all(&r, "none.html");
  CHECK_EQ(r.n_failed, 1);
  CHECK_STR(isn_buffer_str(&r.reports), "none.html: no text in this page\n");
  end(&r);
}

int
main(void)
{
  if (!reading_begin()) {
    return folder_failed();
  }
  RUN(finds_the_main_text);
  RUN(reads_a_page_cut_anywhere);
  RUN(finds_text_by_where_it_is);
  RUN(takes_a_page_s_encoding);
  RUN(finds_dates_of_pages);
  RUN(fails_for_a_page_without_text);
  remove_folder();
  return check_end();
}
