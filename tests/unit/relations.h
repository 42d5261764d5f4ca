// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file relations.h Names, words and rules that facts are found with.
#ifndef ISN_TESTS_RELATIONS_H
#define ISN_TESTS_RELATIONS_H

#include "tests/unit/extraction.h"

static const char names_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "الإنتربول\tOrganization\torg:interpol\n"
  "اليونسكو\tOrganization\torg:unesco\n"
  "فرنسا\tCountry\tfr\n"
  "كندا\tCountry\tca\n"
  "الدوحة\tCity\tdoha\n"
  "الرباط\tCity\trabat\n"
  "أكتوبر\tMonth\tm10\t\t\town\tmonth=10|calendar=gregorian\n"
  "سبتمبر\tMonth\tm9\t\t\town\tmonth=9|calendar=gregorian\n"
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
  "<class name='meet'><noun>اجتماع</noun><noun>مؤتمر</noun>"
  "<noun>ندوة</noun></class>"
  "<class name='complementizer'><word>أن</word><word>إن</word></class>"
  "<class name='negation'><word>لم</word><word>لن</word></class>"
  "<class name='cancel'><verb root='ل غ و' form='4'/></class>"
  "<class name='intend'><verb root='ن و ي' form='1'/></class>"
  "<class name='title'><noun>عميد</noun></class>"
  "<class name='act'><verb root='ع ز ز' form='2'/>"
  "<verb root='ر ف ع' form='1'/></class>"
  "<class name='goal'><noun>هدف</noun></class>"
  "<class name='office'><noun feminine='وزيرة'>وزير</noun>"
  "<noun feminine='مديرة'>مدير</noun></class>"
  "<class name='aim'><verb root='ه د ف' form='1'/></class>"
  "<class name='org-head'><noun>وزارة</noun><noun>شرطة</noun></class>"
  "<class name='unit-head'><noun>مكتب</noun><noun>جهاز</noun></class>"
  "<class name='clause-opener'><word>ثم</word></class>"
  "<class name='nationality'><word>الفرنسية</word><word>الكندية</word></class>"
  "<class name='relative'><word>الذي</word></class>"
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

static inline void
append_relations(IsnBuffer* const xml)
{
  isn_buffer_append(xml,
                    ISN_STR("<rules xmlns='https://w3id.org/isnad/rules#'>\n"));
  for (size_t i = 0; i < N_OF(relations); ++i) {
    char rule[1024];
    char property[32];
    char subject[32];
    char object[32];
    CHECK_EQ(
      sscanf(relations[i].fact, "%31s %31s %31s", property, subject, object),
      3);
    const bool is_constant = object[0] == '=';
    snprintf(rule,
             sizeof(rule),
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
    isn_buffer_append(xml, isn_str(rule));
  }
  isn_buffer_append(xml, ISN_STR("</rules>"));
  isn_buffer_append_byte(xml, 0);
}

/// With the rules of the test's own `more_xml`, unless it is NULL.
static inline bool
relations_begin(const char* const more_xml)
{
  IsnBuffer xml = { 0 };
  append_relations(&xml);
  const char* const files[] = { "rules/entities.xml",  entities_xml,
                                "rules/lists.xml",     lists_xml,
                                "rules/relations.xml", xml.data,
                                "rules/more.xml",      more_xml };
  const bool is_good = extraction_begin(
    names_tsv, lexicon_xml, files, N_OF(files) - (more_xml ? 0 : 2));
  isn_buffer_clear(&xml);
  return is_good;
}

/// Each fact: «subject property object», its modality's first letter before
/// it if it is none, + behind a minimum.
static inline void
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

#endif
