// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What bodies, their units and their ministers belong to.
#include "extract/relations/origins.h"
#include "tests/unit/relations.h"

static const char bodies_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#' order='9'>\n"
  "<entity name='council' type='Organization'><pattern>(?&lt;mention>مجلس "
  "(?:إدارة|أمناء|شيوخ) {def})</pattern></entity>"
  "<entity name='far' type='Organization'><pattern>(?&lt;mention>مكتب رئيس "
  "شؤون {def})</pattern></entity>"
  "<entity name='session' type='Meeting'><pattern>(?&lt;mention>الدورة "
  "{Ordinal}(?: لـ{unit-head})?)</pattern></entity>"
  "<relation name='works' confidence='0.9'><pattern>{Person:p} من "
  "{Organization:o}</pattern>"
  "<fact property='worksFor' subject='p' object='o'/></relation></rules>";

static void
heads_of_letters_are_read(void)
{
  static const Case cases[] = {
    { "فرنسا\nاليونسكو\nذهب", "اليونسكو unitOf فرنسا" },
    { "فرنسا / اليونسكو\n", "اليونسكو unitOf فرنسا" },
    { "جمهورية فرنسا (نص)\nاليونسكو\nذهب", "اليونسكو unitOf فرنسا" },
    { "وزارة العدل\nمكتب العدل – بيان رقم 7\nذهب",
      "مكتب العدل unitOf وزارة العدل" },
    { "وزارة العدل\nمكتب العدل بيان رقم 7\nذهب", "" },
    { "ذهب\nفرنسا\nاليونسكو", "" },
    { "فرنسا\nذهب\nاليونسكو", "" },
    // The second body is no part by its noun
    { "اليونسكو\nالإنتربول", "" },
    // The unit is named first; a dateline above them is passed over
    { "مكتب العدل\nوزارة العدل\nذهب", "مكتب العدل unitOf وزارة العدل" },
    { "الدوحة في 6 أكتوبر 2024\nوزارة العدل\nمكتب العدل\nذهب",
      "مكتب العدل unitOf وزارة العدل" },
    { "الدوحة\nوزارة العدل\nمكتب العدل\nذهب", "" },
    { "ذهب في 6 أكتوبر 2024 ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم\nوزارة العدل\n"
      "مكتب العدل\nذهب",
      "" },
    { "الدوحة\nاليونسكو", "" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
ministries_are_of_nations(void)
{
  static const Case cases[] = {
    { "وزارة العدل الفرنسية ثم فرنسا", "وزارة العدل الفرنسية unitOf فرنسا" },
    { "كندا ثم وزارة العدل الفرنسية", "" },
    { "وزارة العدل ثم فرنسا", "" },
    { "فرنسا ثم كندا ثم وزارة العدل الفرنسية الكندية", "" },
    { "العاصمة الفرنسية الدوحة ثم فرنسا", "الدوحة inCountry فرنسا" },
    { "العاصمة الفرنسية الدوحة ثم كندا", "" },
    { "اللغة الفرنسية الدوحة ثم فرنسا", "" },
    { "الجهاز الوطني للعدل في جمهورية فرنسا",
      "الجهاز الوطني للعدل unitOf فرنسا" },
    { "الجهاز الوطني للعدل بفرنسا", "الجهاز الوطني للعدل unitOf فرنسا" },
    { "الجهاز الوطني للعدل ثم فرنسا", "" },
    { "المكتب الوطني للعدل في فرنسا", "" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
units_are_of_the_body_told(void)
{
  static const Case cases[] = {
    { "وزارة العدل ثم مكتب الوزارة", "مكتب الوزارة unitOf وزارة العدل" },
    { "وزارة العدل ثم المكتب للوزارة", "المكتب للوزارة unitOf وزارة العدل" },
    { "مكتب الوزارة ثم وزارة العدل", "" },
    // Of no body, of another, an adjective, the same thing
    { "وزارة العدل ثم مكتب البريد", "" },
    { "الإنتربول ثم مكتب الوزارة", "" },
    { "وزارة العدل ثم المكتب الوزارة", "" },
    { "شرطة فرنسا ثم جهاز الشرطة", "شرطة فرنسا unitOf فرنسا" },
    // What a body has: a board of its own, but nothing behind two words
    { "وزارة العدل ثم مجلس إدارة الوزارة",
      "مجلس إدارة الوزارة unitOf وزارة العدل" },
    { "وزارة العدل ثم مجلس أمناء الوزارة",
      "مجلس أمناء الوزارة unitOf وزارة العدل" },
    { "وزارة العدل ثم مجلس شيوخ الوزارة", "" },
    { "وزارة العدل ثم مكتب رئيس شؤون الوزارة", "" },
  };
  CHECK_CASES(cases, write_facts);
}

/// An office is no body of its own: who works there works for the body.
static void
offices_are_of_their_body(void)
{
  static const Case cases[] = {
    { "وزارة العدل ثم يورغن شتوك من مكتب الوزارة",
      "يورغن شتوك worksFor مكتب الوزارة; مكتب الوزارة unitOf وزارة العدل; "
      "يورغن شتوك worksFor وزارة العدل" },
    { "وزارة العدل ثم يورغن شتوك من جهاز الوزارة",
      "يورغن شتوك worksFor جهاز الوزارة; جهاز الوزارة unitOf وزارة العدل" },
    { "وزارة العدل ثم لم يكن يورغن شتوك من مكتب الوزارة",
      "negated: يورغن شتوك worksFor مكتب الوزارة; مكتب الوزارة unitOf وزارة "
      "العدل" },
    { "يورغن شتوك من مكتب الوزارة", "يورغن شتوك worksFor مكتب الوزارة" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
ministers_work_for_their_ministry(void)
{
  static const Case cases[] = {
    { "وزارة العدل ثم وزير العدل يورغن شتوك",
      "يورغن شتوك position وزير العدل; يورغن شتوك worksFor وزارة العدل" },
    { "وزير العدل يورغن شتوك", "يورغن شتوك position وزير العدل" },
    // Who advises the minister does too, but two ministers are of two states
    { "وزارة العدل ثم مستشار وزير العدل يورغن شتوك",
      "يورغن شتوك position مستشار وزير العدل; "
      "يورغن شتوك worksFor وزارة العدل" },
    { "وزارة العدل ثم وزير العدل يورغن شتوك ثم وزير العدل محمد منزلاوي",
      "يورغن شتوك position وزير العدل; محمد منزلاوي position وزير العدل" },
    // Of no country that is told, of another
    { "وزارة العدل الفرنسية ثم وزير العدل يورغن شتوك",
      "يورغن شتوك position وزير العدل" },
    { "وزارة العدل ثم وزير العدل يورغن شتوك – كندا",
      "يورغن شتوك position وزير العدل" },
  };
  CHECK_CASES(cases, write_facts);
}

/// «الدورة الثانية للمجلس»: of the council named in full before.
static void
sessions_are_of_the_body_told(void)
{
  static const Case cases[] = {
    { "مكتب البريد ثم الدورة الثانية للمكتب",
      "الدورة الثانية للمكتب ordinal 2; "
      "الدورة الثانية للمكتب meetingOf مكتب البريد" },
    { "الدورة الثانية للمكتب ثم مكتب البريد",
      "الدورة الثانية للمكتب ordinal 2" },
    { "جهاز البريد ثم الدورة الثانية للمكتب",
      "الدورة الثانية للمكتب ordinal 2" },
    // Which of two is meant, nobody knows
    { "مكتب البريد ثم مكتب الماء ثم الدورة الثانية للمكتب",
      "الدورة الثانية للمكتب ordinal 2" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
nations_and_their_adjectives_share_a_stem(void)
{
  static const struct {
    const char* word;
    const char* stem;
  } cases[] = {
    { "القطري", "قطر" },    { "القطريه", "قطر" }, { "قطر", "قطر" },
    { "الليبيه", "ليب" },   { "ليبيا", "ليب" },   { "التونسي", "تونس" },
    { "العراقيه", "عراق" }, { "العراق", "عراق" }, { "", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const IsnStr stem = isn_origins_stem(isn_str(cases[i].word));
    CHECK(isn_str_is(stem, cases[i].stem));
  }
}

int
main(void)
{
  if (!relations_begin(bodies_xml)) {
    return folder_failed();
  }
  RUN(heads_of_letters_are_read);
  RUN(ministries_are_of_nations);
  RUN(units_are_of_the_body_told);
  RUN(offices_are_of_their_body);
  RUN(ministers_work_for_their_ministry);
  RUN(sessions_are_of_the_body_told);
  RUN(nations_and_their_adjectives_share_a_stem);
  extraction_end();
  return check_end();
}
