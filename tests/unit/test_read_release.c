// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Releases: their dates, datelines, and the parts that they are made of.
#include "extract/read/date.h"
#include "extract/read/dateline.h"
#include "extract/read/lead.h"
#include "extract/read/release.h"
#include "tests/unit/reading.h"

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
  for (size_t i = 0; i < N_OF(cases); ++i) {
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
  for (size_t i = 0; i < N_OF(cases); ++i) {
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
  for (size_t i = 0; i < N_OF(cases); ++i) {
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
  check_parts(BODY "رابط الخبر بصحيفة الأفق: وزارة الزراعة تفتتح محطة", "bl");
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
  put("h.txt", "برنامج لتدريب العاملين في الموانئ\n\n٣ يونيو، ٢٠١٨\n\n" BODY);
  Reading r = { 0 };
  read_all(&r, "h.txt");
  CHECK(isn_str_starts(
    isn_buffer_str(&r.records),
    ISN_STR("{\"id\":\"h.txt\",\"title\":\"برنامج لتدريب العاملين في "
            "الموانئ\",\"date\":\"2018-06-03\",\"lang\":\"ar\",")));
  end(&r);
  put("n.txt", BODY "\n" BODY);
  Reading s = { 0 };
  read_all(&s, "n.txt");
  CHECK(isn_str_starts(isn_buffer_str(&s.records),
                       ISN_STR("{\"id\":\"n.txt\",\"lang\":\"ar\",\"text\"")));
  end(&s);
}

typedef struct {
  const char* text;
  const char* found;
} HeadCase;

/// What is found out about each text: the value of `found` in `doc`.
static void
check_heads(const HeadCase* const cases,
            const size_t n,
            IsnStr (*const found)(const IsnDocument*))
{
  for (size_t i = 0; i < n; ++i) {
    IsnArena arena = { 0 };
    IsnDocument doc;
    isn_document_init(&doc, &arena);
    doc.text = isn_str(cases[i].text);
    CHECK(!isn_release_describe(&doc));
    CHECK_CASE_STR(cases[i].text, found(&doc), cases[i].found);
    isn_arena_clear(&arena);
  }
}

static IsnStr
date_of(const IsnDocument* const doc)
{
  return doc->date;
}

static void
finds_the_date_of_a_head(void)
{
  static const HeadCase cases[] = {
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
  check_heads(cases, N_OF(cases), date_of);
}

static IsnStr
lang_of(const IsnDocument* const doc)
{
  return doc->lang;
}

static void
tells_arabic_from_other_languages(void)
{
  static const HeadCase cases[] = {
    { "اجتماع الوزراء (OPEC)", "ar" },
    { "The word كلمة means word", "" },
    { "این گزارش درباره کشورهای منطقه است و پیشنهادهایی "
      "می‌دهد",
      "" },
    { "12345", "" },
  };
  check_heads(cases, N_OF(cases), lang_of);
}

int
main(void)
{
  if (!reading_begin()) {
    return folder_failed();
  }
  RUN(finds_dates);
  RUN(finds_datelines);
  RUN(finds_the_date_of_a_head);
  RUN(finds_the_day_of_writing);
  RUN(knows_the_parts_of_a_release);
  RUN(describes_only_by_shape);
  RUN(tells_arabic_from_other_languages);
  remove_folder();
  return check_end();
}
