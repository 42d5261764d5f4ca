// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Facts, over a small data folder of the test's own.
#define _XOPEN_SOURCE 700 // nftw, symlink
#include "extract/base/buffer.h"
#include "extract/extractor.h"
#include "extract/relations/facts.h"
#include "extract/relations/origins.h"
#include "tests/unit/check.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char names_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "الإنتربول\tOrganization\torg:interpol\n"
  "اليونسكو\tOrganization\torg:unesco\n"
  "فرنسا\tCountry\tfr\n"
  "كندا\tCountry\tca\n"
  "الدوحة\tCity\tdoha\n"
  "الرباط\tCity\trabat\n"
  "أكتوبر\tMonth\tm10\t\t\town\tmonth=10|calendar=gregorian\n"
  "يورو\tCurrency\tcurrency:EUR\n"
  "يورغن\tGivenName\tn:1\n"
  "محمد\tGivenName\tn:2\n"
  "شتوك\tFamilyName\tf:1\n"
  "منزلاوي\tFamilyName\tf:2\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='hold'><verb root='ع ق د' form='1'/></class>"
  "<class name='fund'><verb root='م و ل' form='2'/></class>"
  "<class name='host'><verb root='ض و ف' form='10'/></class>"
  "<class name='meet'><noun>اجتماع</noun><noun>مؤتمر</noun></class>"
  "<class name='complementizer'><word>أن</word><word>إن</word></class>"
  "<class name='negation'><word>لم</word><word>لن</word></class>"
  "<class name='cancel'><verb root='ل غ و' form='4'/></class>"
  "<class name='intend'><verb root='ن و ي' form='1'/></class>"
  "<class name='title'><noun>عميد</noun></class>"
  "<class name='act'><verb root='ع ز ز' form='2'/></class>"
  "<class name='goal'><noun>هدف</noun></class>"
  "<class name='org-head'><noun>وزارة</noun><noun>شرطة</noun></class>"
  "<class name='unit-head'><noun>مكتب</noun><noun>جهاز</noun></class>"
  "<class name='clause-opener'><word>ثم</word></class>"
  "<class name='nationality'><word>الفرنسية</word><word>الكندية</word></class>"
  "<class name='condition'><word>إذا</word></class></lexicon>";

static const char entities_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#' order='10'>\n"
  "<entity name='person' type='Person'><pattern>(?&lt;mention>{given-name} "
  "{family-name})</pattern></entity>\n"
  "<entity name='family' type='Person'><pattern>{say} (?&lt;mention>"
  "{family-name})</pattern></entity>\n"
  "<entity name='initiative' type='Initiative'><pattern>(?&lt;mention>مبادرة "
  "{Quote})</pattern></entity>\n"
  "<entity name='ministry' type='Organization' kind='ministry'><pattern>"
  "(?&lt;mention>وزارة العدل(?: {nationality}){0,2})</pattern></entity>\n"
  "<entity name='office' type='Organization'><pattern>(?&lt;mention>"
  "{unit-head} {any}(?: للعدل)?)</pattern></entity>\n"
  "<entity name='police' type='Organization'><pattern>(?&lt;mention>شرطة "
  "(?&lt;nested>{Country}))</pattern></entity>\n"
  "<entity name='meeting' type='Meeting'><pattern>(?&lt;mention>{meet} "
  "(?:{Ordinal}|{nisba}))</pattern></entity></rules>";

/// Relation rules.
static const struct {
  const char* name;
  const char* attributes;
  const char* pattern;
  const char* fact; ///< Property, subject, object; of a constant =constant
} relations[] = {
  // Who does what
  { "funds",
    "modality='asserted'",
    "{fund}(?: {any}){0,3}? {Body:who}(?: وـ{Body:who})? {Initiative:what}",
    "funds who what" },
  { "funds-surely",
    "",
    "{Body:who} {fund} {Initiative:what}",
    "funds who what" },
  { "funds-which",
    "",
    "{Initiative:what}(?: {any}){0,3}? (?:تموله|تمولها) {Body:who}",
    "funds who what" },
  { "unit",
    "modality='any' within='Organization'",
    "شرطة {Country:of}",
    "unitOf @self of" },
  // Where, when, how many
  { "held",
    "modality='announced'",
    "{hold} {Meeting:m}(?: {any}){0,6}? (?:في|بـ) ?{City:c}",
    "heldIn m c" },
  { "held-in", "", "{host} {City:c} {Meeting:m}", "heldIn m c" },
  { "dateline",
    "default='yes' once='yes' modality='any'",
    "^{City:c} :",
    "heldIn @main c" },
  { "begins",
    "modality='any'",
    "{Meeting:m}(?: {any}){0,3}? {Date:d}",
    "startDate m d" },
  { "lasts", "modality='any'", "دام {Duration:d}", "duration @Meeting d" },
  { "count",
    "modality='any'",
    "حضره {Number:n} خبيرا",
    "attendeeCount @Meeting n" },
  { "ordinal",
    "modality='any' within='Meeting'",
    "{Ordinal:n}",
    "ordinal @self n" },
  { "grant", "modality='any'", "{Body:b} منحة {Money:m}", "grant b m" },
  // Words
  { "quote",
    "modality='any'",
    "{say} {Person:speaker}(?: {any}){0,2}? {Quote:q}",
    "quote speaker q" },
  { "quote-more", "modality='any'", "وأضاف : {Quote:q}", "quote @speaker q" },
  { "post",
    "modality='any' overlap='no'",
    "(?&lt;t>(?:مستشار )?وزير العدل) {Person:p}",
    "position p t" },
  { "rank", "modality='any'", "(?&lt;r>{title}) {Person:p}", "rank p r" },
  { "goal",
    "modality='any'",
    "{Meeting:m} لـ(?&lt;g>{act} [^ ]+)",
    "goal m g" },
  { "goal-set",
    "modality='any'",
    "{Meeting:m} {goal}(?&lt;g>(?: [^ .]+){1,2})",
    "goal m g" },
  { "about", "modality='any'", "مخدرات", "about @document =drugs" },
  { "once",
    "modality='any' once='yes'",
    "{Person:p} نفسه",
    "attends p @Event" },
  // A pattern may give what the property does not take
  { "wrong-side", "modality='any'", "{Person:p} خطأ {City:c}", "funds p c" },
  { "itself",
    "modality='any'",
    "{Organization:o} نفسها {Organization:o}",
    "memberOf o o" },
};

/// Headers, and the lines below them.
static const char lists_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#'>\n"
  "<relation name='list' confidence='0.9'><pattern>حضر {Meeting:m}(?: "
  "{any}){0,3}? :$"
  "</pattern><fact property='attends' subject='@items' object='m'/>"
  "</relation>\n"
  "<relation name='list-of' confidence='0.9'><pattern>{fund} {Body:b} "
  ":$</pattern>"
  "<fact property='funds' subject='b' object='@items'/></relation>\n"
  "<relation name='line' confidence='0.9'><pattern>^(?:[-•_] |{Number} [.-] "
  "|\\( {Number} \\) "
  "|[ءاب](?![ء-ي]) - |اولا : )?{Person|Body|Initiative:listed}</pattern>"
  "</relation></rules>";

static char folder[] = "/tmp/isnad-relations-XXXXXX";
static IsnKnowledge* knowledge;
static IsnExtractor* extractor;
static IsnArena arena;
static IsnBuffer out;

static const char*
path_of(const char* const name)
{
  static char path[256];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  return path;
}

static void
put(const char* const name, const char* const text)
{
  FILE* const file = fopen(path_of(name), "wb");
  CHECK(file && fputs(text, file) >= 0);
  CHECK(file && !fclose(file));
}

static void
put_relations(void)
{
  FILE* const file = fopen(path_of("rules/relations.xml"), "wb");
  CHECK(file != NULL);
  fputs("<rules xmlns='https://w3id.org/isnad/rules#'>\n", file);
  for (size_t i = 0; i < N_OF(relations); ++i) {
    char property[32];
    char subject[32];
    char object[32];
    CHECK_EQ(
      sscanf(relations[i].fact, "%31s %31s %31s", property, subject, object),
      3);
    const bool is_constant = object[0] == '=';
    fprintf(file,
            "<relation name='%s' confidence='0.%zu' %s><pattern>%s</pattern>"
            "<fact property='%s' subject='%s' %s='%s'/></relation>\n",
            relations[i].name,
            i + 1,
            relations[i].attributes,
            relations[i].pattern,
            property,
            subject,
            is_constant ? "constant" : "object",
            object + is_constant);
  }
  fputs("</rules>", file);
  CHECK(!fclose(file));
}

static int
remove_one(const char* const path,
           const struct stat* const info,
           const int type,
           struct FTW* const place)
{
  (void)info;
  (void)type;
  (void)place;
  return remove(path);
}

static bool
make_folder(const IsnSink* const sink)
{
  static const char* const inner[] = { "gazetteers", "lexicon", "rules" };
  char schemas[4096];
  char image[256];
  bool is_good = mkdtemp(folder) && realpath("schemas", schemas) &&
                 !symlink(schemas, path_of("schemas"));
  for (size_t i = 0; i < N_OF(inner); ++i) {
    is_good = is_good && !mkdir(path_of(inner[i]), 0700);
  }
  put("gazetteers/names.tsv", names_tsv);
  put("lexicon/words.xml", lexicon_xml);
  put("rules/entities.xml", entities_xml);
  put("rules/lists.xml", lists_xml);
  put_relations();
  snprintf(image, sizeof(image), "%s/image", folder);
  return is_good && !isn_knowledge_compile(folder, image, sink) &&
         !isn_knowledge_open(&knowledge, folder, image, sink) &&
         !isn_extractor_new(&extractor, knowledge, sink);
}

/// Sides are of the types the property takes; evidence lies in the text.
static void
check_facts(const IsnDocument* const doc)
{
  const size_t n_chars =
    doc->n_tokens ? doc->tokens[doc->n_tokens - 1].chars.end : 0;
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const f = &doc->facts[i];
    const IsnPropertyInfo* const info = isn_property_info(f->property);
    CHECK_EQ(f->object != ISN_NO_ENTITY, info->value == ISN_VALUE_ENTITY);
    CHECK_EQ(f->value.n_bytes > 0, info->value != ISN_VALUE_ENTITY);
    CHECK_EQ(f->subject != ISN_NO_ENTITY, info->subjects != 0);
    CHECK(f->subject == ISN_NO_ENTITY ||
          ISN_TYPES(doc->entities[f->subject].type) & info->subjects);
    CHECK(f->object == ISN_NO_ENTITY ||
          ISN_TYPES(doc->entities[f->object].type) & info->objects);
    CHECK(f->confidence > 0 && f->confidence <= 1);
    CHECK(f->rule.n_bytes > 0 && f->n_evidence > 0);
    for (size_t e = 0; e < f->n_evidence; ++e) {
      CHECK(f->evidence[e].begin < f->evidence[e].end);
      CHECK(f->evidence[e].end <= n_chars);
    }
  }
}

static IsnDocument
extract(const char* const text)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  doc.text = isn_str(text);
  doc.date = ISN_STR("2016-10-12");
  CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
  check_facts(&doc);
  return doc;
}

static void
append(const char* const s)
{
  isn_buffer_append(&out, isn_str(s));
}

/// Each fact: «subject property object», its modality's first letter before
/// it if it is none, + behind a minimum.
static void
write_facts(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const f = &doc->facts[i];
    append(i ? "; " : "");
    if (f->modality) {
      append(isn_modality_name(f->modality));
      append(": ");
    }
    if (f->subject != ISN_NO_ENTITY) {
      isn_buffer_append(&out, doc->entities[f->subject].label);
      append(" ");
    }
    append(isn_property_info(f->property)->name);
    append(" ");
    isn_buffer_append(
      &out,
      f->object == ISN_NO_ENTITY ? f->value : doc->entities[f->object].label);
    append(f->is_minimum ? "+" : "");
  }
}

typedef struct {
  const char* text;
  const char* facts;
} Case;

static void
check_cases(const Case* const cases, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const IsnDocument doc = extract(cases[i].text);
    write_facts(&doc);
    CHECK_STR(isn_buffer_str(&out), cases[i].facts);
  }
}

#define CHECK_CASES(cases) check_cases((cases), N_OF(cases))

static void
facts_are_found(void)
{
  static const Case cases[] = {
    { "", "" },
    { "ذهب يورغن شتوك", "" },
    { "تمول فرنسا مبادرة «درب السلامة»", "فرنسا funds مبادرة «درب السلامة»" },
    // Each of a group's mentions, and each group of the name
    { "تمول فرنسا وكندا مبادرة «نعم»",
      "فرنسا funds مبادرة «نعم»; كندا funds مبادرة «نعم»" },
    { "مخدرات ثم مخدرات", "about drugs" },
    { "شرطة فرنسا", "شرطة فرنسا unitOf فرنسا" },
    { "يورغن شتوك خطأ الدوحة", "" },
    { "الإنتربول نفسها الإنتربول", "" },
    { "الإنتربول نفسها اليونسكو",
      "الإنتربول memberOf اليونسكو; اليونسكو memberOf الإنتربول" },
  };
  CHECK_CASES(cases);
}

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
    { "الدوحة\nاليونسكو", "" },
  };
  CHECK_CASES(cases);
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
  CHECK_CASES(cases);
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
  };
  CHECK_CASES(cases);
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
  CHECK_CASES(cases);
}

static void
modality_is_judged(void)
{
  static const Case cases[] = {
    { "عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "لم يعقد اجتماع دولي في الدوحة", "negated: اجتماع دولي heldIn الدوحة" },
    { "ألغى يورغن شتوك ثم عقد اجتماع دولي في الدوحة",
      "اجتماع دولي heldIn الدوحة" },
    { "إذا عقد اجتماع دولي في الدوحة", "possible: اجتماع دولي heldIn الدوحة" },
    { "يعقد اجتماع دولي في الدوحة إذا شاء",
      "possible: اجتماع دولي heldIn الدوحة" },
    // What is announced counts only for rules that say so
    { "سيعقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "تنوي أن تعقد اجتماع دولي في الدوحة",
      "planned: اجتماع دولي heldIn الدوحة" },
    { "ستستضيف الدوحة الاجتماع الدولي",
      "planned: الاجتماع الدولي heldIn الدوحة" },
    { "تستضيف الدوحة الاجتماع الدولي", "الاجتماع الدولي heldIn الدوحة" },
    { "ستمول فرنسا مبادرة «نعم»", "planned: فرنسا funds مبادرة «نعم»" },
    { "لن تمول فرنسا مبادرة «نعم»", "negated: فرنسا funds مبادرة «نعم»" },
    // A purpose in front of the verb is part of the thing's name
    { "مبادرة «نعم» لتمويل السلام تمولها فرنسا", "فرنسا funds مبادرة «نعم»" },
    { "مبادرة «نعم» لتمويل السلام لن تمولها فرنسا",
      "negated: فرنسا funds مبادرة «نعم»" },
    // Another clause, or a rule that takes any
    { "لم يذهب، عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "لم يذهب أحد منهم أمس ثم غدا عقد اجتماع دولي في الدوحة",
      "اجتماع دولي heldIn الدوحة" },
    { "لم تكن مخدرات", "about drugs" },
    { "«لم يذهب» عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
  };
  CHECK_CASES(cases);
}

static void
default_facts_yield(void)
{
  static const Case cases[] = {
    { "الدوحة: نعم الاجتماع الدولي", "الاجتماع الدولي heldIn الدوحة" },
    { "الدوحة: ثم تستضيف الدوحة الاجتماع الدولي",
      "الاجتماع الدولي heldIn الدوحة" },
    { "الدوحة: نعم\nلن تستضيف الدوحة الاجتماع الدولي",
      "الاجتماع الدولي heldIn الدوحة; "
      "negated: الاجتماع الدولي heldIn الدوحة" },
    { "الرباط: ثم تستضيف الدوحة الاجتماع الدولي",
      "الاجتماع الدولي heldIn الدوحة" },
    { "الرباط: الاجتماع الدولي", "الاجتماع الدولي heldIn الرباط" },
    // Once only
    { "الدوحة: الاجتماع الدولي.\nالدوحة: نعم",
      "الاجتماع الدولي heldIn الدوحة" },
    { "الدوحة: نعم", "" },
  };
  CHECK_CASES(cases);
}

static void
default_facts_give_way_to_others(void)
{
  IsnDocument doc;
  IsnFactSet set;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  doc.n_entities = 3;
  CHECK(isn_facts_init(&set, &doc));
  const IsnFact sure = { .subject = 0,
                         .property = ISN_PROP_HELD_IN,
                         .object = 1,
                         .context = ISN_NO_ENTITY,
                         .confidence = 0.5 };
  IsnFact yields = sure;
  yields.object = 2;
  yields.is_default = true;
  IsnFact stays = yields;
  stays.subject = 1;
  IsnFact other = yields;
  other.property = ISN_PROP_ORGANIZES;
  const IsnSpan span = { 0, 1 };
  CHECK(!isn_facts_add(&set, &doc, &yields, span));
  CHECK(!isn_facts_add(&set, &doc, &sure, span));
  CHECK(!isn_facts_add(&set, &doc, &stays, span));
  CHECK(!isn_facts_add(&set, &doc, &other, span));
  CHECK(isn_facts_settle(&doc));
  CHECK_EQ(doc.n_facts, 3);
  CHECK_EQ(doc.facts[0].object, 1);
}

static void
default_towns_are_not_abroad(void)
{
  IsnDocument doc;
  IsnFactSet set;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  IsnEntity entities[4] = { { .type = ISN_TYPE_MEETING } };
  entities[1].kind = ISN_STR("City");
  entities[2].kind = entities[3].kind = ISN_STR("Country");
  doc.entities = entities;
  doc.n_entities = N_OF(entities);
  CHECK(isn_facts_init(&set, &doc));
  const IsnFact in_land = { .subject = 0,
                            .property = ISN_PROP_HELD_IN,
                            .object = 2,
                            .context = ISN_NO_ENTITY,
                            .confidence = 0.5 };
  IsnFact in_town = in_land;
  in_town.object = 1;
  in_town.is_default = true;
  IsnFact town_is_there = in_land;
  town_is_there.subject = 1;
  town_is_there.property = ISN_PROP_IN_COUNTRY;
  const IsnSpan span = { 0, 1 };
  CHECK(!isn_facts_add(&set, &doc, &in_land, span));
  CHECK(!isn_facts_add(&set, &doc, &in_town, span));
  CHECK(!isn_facts_add(&set, &doc, &town_is_there, span));
  CHECK(isn_facts_settle(&doc));
  CHECK_EQ(doc.n_facts, 3);
  doc.facts[2].object = 3; // the town is in another country
  CHECK(isn_facts_settle(&doc));
  CHECK_EQ(doc.n_facts, 2);
  CHECK_EQ(doc.facts[0].object, 2);
}

static void
evidence_is_merged(void)
{
  const IsnDocument doc =
    extract("تمول فرنسا مبادرة «نعم». ثم إن فرنسا تمول مبادرة «نعم». "
            "تمول فرنسا مبادرة «نعم». تمول فرنسا مبادرة «نعم». "
            "تمول فرنسا مبادرة «نعم». تمول فرنسا مبادرة «نعم».");
  CHECK_EQ(doc.n_facts, 1);
  const IsnFact* const f = &doc.facts[0];
  CHECK_EQ(f->n_evidence, 4); // no more of them are kept
  CHECK_STR(isn_document_words(&doc, f->evidence[0]),
            "تمول فرنسا مبادرة «نعم»");
  CHECK_STR(isn_document_words(&doc, f->evidence[1]),
            "فرنسا تمول مبادرة «نعم»");
  CHECK_STR(f->rule, "funds-surely");
  CHECK(f->confidence > 0.19);
}

static void
facts_are_kept_apart(void)
{
  IsnDocument doc;
  IsnFactSet set;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  CHECK(isn_facts_init(&set, &doc));
  for (uint32_t i = 0; i < 6000; ++i) {
    const IsnFact fact = { .subject = i % 1000,
                           .property = i % 2 ? ISN_PROP_FUNDS : ISN_PROP_HOSTS,
                           .object = i % 1500,
                           .modality = ISN_NEGATED,
                           .context = i < 3000 ? ISN_NO_ENTITY : 7,
                           .confidence = i < 3000 ? 0.25 : 0.75 };
    CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ i, i + 1 }));
  }
  CHECK_EQ(doc.n_facts, 3000);
  for (size_t i = 0; i < doc.n_facts; ++i) {
    const IsnFact* const f = &doc.facts[i];
    CHECK_EQ(f->n_evidence, 2);
    CHECK_EQ(f->evidence[1].begin, f->evidence[0].begin + 3000);
    CHECK_EQ(f->context, 7);
    CHECK(f->confidence > 0.7);
  }
}

static void
values_are_read(void)
{
  static const Case cases[] = {
    { "الاجتماع الرابع", "الاجتماع الرابع ordinal 4" },
    { "اجتماع دولي في 10-12 أكتوبر 2019", "اجتماع دولي startDate 2019-10-10" },
    { "اجتماع دولي في 8 أكتوبر 2019", "اجتماع دولي startDate 2019-10-08" },
    { "اجتماع دولي في أكتوبر 2019", "اجتماع دولي startDate 2019-10" },
    { "اجتماع دولي. دام ثلاثة أيام", "اجتماع دولي duration P3D" },
    { "اجتماع دولي. حضره 40 خبيرا", "اجتماع دولي attendeeCount 40" },
    { "اجتماع دولي. حضره أكثر من 40 خبيرا", "اجتماع دولي attendeeCount 40+" },
    { "حضره 40 خبيرا. ثم اجتماع دولي", "" },
    { "اليونسكو منحة 2,5 مليون يورو", "اليونسكو grant 2500000 EUR" },
    { "العميد محمد منزلاوي", "محمد منزلاوي rank العميد" },
    { "للعميد محمد منزلاوي", "محمد منزلاوي rank العميد" },
    { "اجتماع دولي لتعزيز التعاون.", "اجتماع دولي goal تعزيز التعاون" },
    // A group that begins with a blank holds nothing of the word before
    { "اجتماع دولي هدفه تعزيز التعاون. نعم", "اجتماع دولي goal تعزيز التعاون" },
  };
  CHECK_CASES(cases);
}

static void
quotations_lose_their_marks(void)
{
  static const Case cases[] = {
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.»",
      "يورغن شتوك quote هذا لقاء مهم جدا." },
    { "قال يورغن شتوك \"هذا لقاء مهم جدا\"",
      "يورغن شتوك quote هذا لقاء مهم جدا" },
    { "قال يورغن شتوك إن ’’هذا لقاء مهم جدا‘‘",
      "يورغن شتوك quote هذا لقاء مهم جدا" },
    { "قال يورغن شتوك: «قال \"نعم\" ثم عاد.»",
      "يورغن شتوك quote قال \"نعم\" ثم عاد." },
    { "قال يورغن شتوك: «»", "" },
    // Who spoke last goes on
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.» وأضاف: «إننا هنا اليوم معا.»",
      "يورغن شتوك quote هذا لقاء مهم جدا.; "
      "يورغن شتوك quote إننا هنا اليوم معا." },
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.» قال شتوك: «نعم يا أيها الناس.»",
      "يورغن شتوك quote هذا لقاء مهم جدا.; "
      "يورغن شتوك quote نعم يا أيها الناس." },
    { "وأضاف: «إننا هنا اليوم معا.»", "" },
  };
  CHECK_CASES(cases);
}

/// What is quoted is said by somebody, not by the text.
static void
facts_are_not_read_from_quotations(void)
{
  static const Case cases[] = {
    { "قال: «عقد اجتماع دولي في الدوحة»", "" },
    { "قال: «تمول فرنسا مبادرة \"نعم\"»", "" },
  };
  CHECK_CASES(cases);
}

static void
rules_of_once_fire_once(void)
{
  static const Case cases[] = {
    { "اجتماع دولي. يورغن شتوك نفسه. محمد منزلاوي نفسه",
      "يورغن شتوك attends اجتماع دولي" },
  };
  CHECK_CASES(cases);
}

#define HEADER "حضر اجتماع دولي كل من:\n"
#define FRANCE "فرنسا attends اجتماع دولي"
#define CANADA "كندا attends اجتماع دولي"

static void
lists_are_read_with_their_header(void)
{
  static const Case cases[] = {
    { HEADER "- فرنسا\n- كندا\n", FRANCE "; " CANADA },
    { HEADER "\n1. فرنسا.\n\n2. كندا", FRANCE "; " CANADA },
    { HEADER "(1) فرنسا.\n(2) كندا", FRANCE "; " CANADA },
    { HEADER "أ- فرنسا.\nب- كندا", FRANCE "; " CANADA },
    { HEADER "أولا: فرنسا", FRANCE },
    { HEADER "ـ فرنسا\nـ كندا\n- اليونسكو", FRANCE "; " CANADA },
    // Other lines end it, one with the mark that names nothing does not
    { HEADER "- فرنسا\nكندا", FRANCE },
    { HEADER "- فرنسا\n• كندا", FRANCE },
    { HEADER "- ذهب\n- كندا", CANADA },
    { HEADER "ذهب\n- كندا", "" },
    // Without marks it goes on while lines name something
    { HEADER "فرنسا\n\nكندا، نعم\nذهب\nاليونسكو", FRANCE "; " CANADA },
    { HEADER
      "فرنسا ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم "
      "ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم\nكندا",
      "" },
    { HEADER "فرنسا. نعم\nكندا", "" },
    // Only a line's begin is an item, only of what the side takes
    { HEADER "- نعم. فرنسا", "" },
    { HEADER "- مبادرة «نعم»", "" },
    { "حضر اجتماع دولي كل من: ذهب\n- فرنسا", "" },
    { "- فرنسا\nحضر اجتماع دولي كل من:", "" },
    { "لم يحضر. لم حضر اجتماع دولي كل من:\n- فرنسا",
      "negated: فرنسا attends اجتماع دولي" },
    // In the header's own sentence
    { "حضر اجتماع دولي كل من: فرنسا؛ كندا، نعم.", FRANCE "; " CANADA },
    { "حضر اجتماع دولي كل من: - فرنسا - كندا", FRANCE "; " CANADA },
    { "حضر اجتماع دولي كل من: فرنسا، والإنتربول.", FRANCE },
    { "حضر اجتماع دولي كل من: «فرنسا؛ كندا»", "" },
    { "حضر اجتماع دولي نعم: فرنسا، وكندا", "" },
    { "ذهب: فرنسا؛ كندا", "" },
    { HEADER "- فرنسا: ذهب؛ كندا\n- كندا", FRANCE "; " CANADA },
    // What the lines name may be the object; the last header holds
    { "تمول فرنسا:\n- مبادرة «نعم»\n- اليونسكو\n" HEADER "- كندا",
      "فرنسا funds مبادرة «نعم»; فرنسا funds اليونسكو; " CANADA },
  };
  CHECK_CASES(cases);
}

static void
facts_of_lists_keep_both_their_words(void)
{
  const IsnDocument doc = extract("ذهب.\n" HEADER "- فرنسا\n- كندا، نعم");
  CHECK_EQ(doc.n_facts, 2);
  const IsnFact* const f = &doc.facts[1];
  CHECK_STR(f->rule, "list");
  CHECK_EQ(f->n_evidence, 2);
  CHECK_STR(isn_document_words(&doc, f->evidence[0]), "حضر اجتماع دولي كل من:");
  CHECK_STR(isn_document_words(&doc, f->evidence[1]), "- كندا");
}

static void
runs_are_alike(void)
{
  static const char text[] =
    "الدوحة: سيعقد الاجتماع الرابع في الدوحة. تمول فرنسا وكندا مبادرة «نعم». "
    "قال يورغن شتوك: «هذا لقاء مهم جدا.» وأضاف: «إننا هنا اليوم معا.»";
  IsnDocument doc = extract(text);
  write_facts(&doc);
  char first[2048];
  snprintf(first, sizeof(first), "%.*s", (int)out.n_bytes, out.data);
  CHECK(doc.n_facts > 5);
  doc = extract("اجتماع دولي. حضره 40 خبيرا");
  doc = extract(text);
  write_facts(&doc);
  CHECK_STR(isn_buffer_str(&out), first);
}

/// Growth with the square would take minutes.
static void
long_documents_take_linear_time(void)
{
  static const char* const pieces[] = { "تمول فرنسا مبادرة «نعم». ",
                                        "تمول فرنسا ",
                                        "عقد اجتماع دولي في الدوحة ",
                                        "قال يورغن شتوك: «هذا لقاء مهم جدا.» ",
                                        "قال يورغن شتوك «نعم» " };
  for (size_t i = 0; i < N_OF(pieces); ++i) {
    IsnBuffer text = { 0 };
    for (int n = 0; n < 6000; ++n) {
      isn_buffer_append(&text, isn_str(pieces[i]));
    }
    isn_buffer_append_byte(&text, 0);
    const clock_t begin = clock();
    extract(text.data);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 10) {
      printf("  %s: %f s\n", pieces[i], seconds);
    }
    CHECK(seconds < 10);
    isn_buffer_clear(&text);
  }
}

static void
nations_and_their_adjectives_share_a_stem(void)
{
  static const struct {
    const char* word;
    const char* stem;
  } cases[] = {
    { "القطري", "قطر" },     { "القطريه", "قطر" }, { "قطر", "قطر" },
    { "الليبيه", "ليب" },    { "ليبيا", "ليب" },   { "التونسي", "تونس" },
    { "العراقيه", "عراق" },  { "العراق", "عراق" }, { "", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const IsnStr stem = isn_origins_stem(isn_str(cases[i].word));
    CHECK(isn_str_is(stem, cases[i].stem));
  }
}

int
main(void)
{
  const IsnSink sink = { isn_diag_print, stdout };
  if (!make_folder(&sink)) {
    printf("not ok make_folder\n");
    return EXIT_FAILURE;
  }
  RUN(facts_are_found);
  RUN(heads_of_letters_are_read);
  RUN(ministries_are_of_nations);
  RUN(units_are_of_the_body_told);
  RUN(ministers_work_for_their_ministry);
  RUN(modality_is_judged);
  RUN(default_facts_yield);
  RUN(default_facts_give_way_to_others);
  RUN(default_towns_are_not_abroad);
  RUN(evidence_is_merged);
  RUN(facts_are_kept_apart);
  RUN(values_are_read);
  RUN(quotations_lose_their_marks);
  RUN(facts_are_not_read_from_quotations);
  RUN(rules_of_once_fire_once);
  RUN(lists_are_read_with_their_header);
  RUN(facts_of_lists_keep_both_their_words);
  RUN(runs_are_alike);
  RUN(long_documents_take_linear_time);
  RUN(nations_and_their_adjectives_share_a_stem);
  isn_extractor_free(extractor);
  isn_knowledge_close(knowledge);
  isn_arena_clear(&arena);
  isn_buffer_clear(&out);
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return check_end();
}
