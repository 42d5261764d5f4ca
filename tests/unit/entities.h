// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file entities.h Names, words and rules that entities are found with.
#ifndef ISN_TESTS_ENTITIES_H
#define ISN_TESTS_ENTITIES_H

#include "tests/unit/extraction.h"

static const char names_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "الإنتربول\tOrganization\torg:interpol\tالمنظمة الدولية للشرطة الجنائية"
  "\thttp://x/1|http://x/2\town\tkind=international\n"
  "أمانة المعهد\tOrganization\torg:secretariat"
  "\tالأمانة العامة للمعهد\n"
  "المعهد الدولي\tOrganization\torg:institute\t\t\town\tkind=foundation\n"
  "الاتحاد الأوروبي\tOrganization\torg:eu\n"
  "الاتحاد\tOrganization\torg:ittihad\t\t\town\tkind=club\n"
  "الهلال\tOrganization\torg:hilal\t\t\town\tkind=club\n"
  "فرنسا\tCountry\tfr\n"
  "تونس\tCountry\tcountry:TN\n"
  "ليبيا\tCountry\tcountry:LY\n"
  "السعودية\tCountry\tcountry:SA\n"
  "الدوحة\tCity\tdoha\n"
  "سان خوسيه\tCity\tsmall\t\t\town\tpopulation=10\n"
  "سان خوسيه\tCity\tlarge\t\t\town\tpopulation=900\n"
  "لوكسمبورغ\tCity\tcity:lux\t\t\town\tpopulation=900\n"
  "لوكسمبورغ\tCountry\tlu\n"
  "الحديدة\tCity\thodeida\t\t\town\tcommon\n"
  "يورغن\tGivenName\tn:1\n"
  "محمد\tGivenName\tn:2\n"
  "خالد\tGivenName\tn:3\n"
  "عبد الله\tGivenName\tn:4\n"
  "عبدالله\tGivenName\tn:5\n"
  "شتوك\tFamilyName\tf:1\n"
  "يزيد\tFamilyName\tf:9\n"
  "منزلاوي\tFamilyName\tf:2\n"
  "صليبا\tFamilyName\tf:3\n"
  "البصرة\tCity\tbasra\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='meet'><noun>اجتماع</noun><noun>مؤتمر</noun></class>"
  "<class name='head'><noun>منظمة</noun><noun>أمانة</noun>"
  "<noun>اتحاد</noun></class>"
  "<class name='this'><word>هذا</word><word>هذه</word></class></lexicon>";

/// Rules; names first, then what refers to them.
static const struct {
  const char* element;
  const char* name;
  const char* type;
  const char* pattern;
} rules[] = {
  { "entity",
    "full",
    "Person",
    "(?&lt;mention>{given-name}(?: بن {given-name})? {family-name}"
    "(?: {family-name})?)" },
  { "entity",
    "lineage",
    "Person",
    "(?&lt;mention>{given-name} بن {given-name})(?! {family-name})" },
  { "entity",
    "titled",
    "Person",
    "(?:السيد|السيدة)(?![ء-ي]) (?&lt;mention>{family-name})" },
  { "entity", "family", "Person", "{say} (?&lt;mention>{family-name})" },
  { "entity",
    "body",
    "Organization",
    "(?&lt;mention>{head} {def}(?: {def})?"
    "(?: لـ(?&lt;nested>{Organization|Place}))?)"
    "(?: \\( (?&lt;alias>{any}) \\))?" },
  { "entity", "foreign", "Organization", "منظمة زالغون(?: {def}| {Country})?" },
  { "entity", "division", "Place", "محافظة {City}" },
  { "entity",
    "side",
    "Place",
    "(?:شمال|جنوب)(?: شرق)? (?:{Country}|آسيا|الجسر)|العاصمة {def}|بلاد "
    "الروم" },
  { "entity", "police", "Organization", "شرطة {Country}" },
  { "entity", "acronym", "Organization", "غرينبيس" },
  { "entity", "meeting", "Meeting", "{meet}(?: {Ordinal}| {nisba}){1,2}" },
  { "entity",
    "meeting-of",
    "Meeting",
    "(?&lt;mention>{meet}(?: {Ordinal}| {nisba}){0,2}"
    " (?:لـ)?{Organization:nested})" },
  { "entity",
    "meeting-of-meeting",
    "Meeting",
    "(?&lt;mention>{meet} {Ordinal} لـ{meet.def})" },
  { "entity", "initiative", "Initiative", "مبادرة {Quote}" },
  { "entity", "operation", "Operation", "عملية (?:{Quote}|{nisba}|زولو)" },
  { "entity", "meeting-quoted", "Meeting", "مؤتمر {Quote}" },
  { "entity",
    "meeting-in",
    "Meeting",
    "(?&lt;mention>{meet.!def} (?&lt;nested>{City}))" },
  { "entity",
    "fair",
    "Meeting",
    "(?:الدورة {Ordinal} لـ)?مؤتمر زالغون {nisba}" },
  { "entity", "force", "Organization", "(?:مديرية )?الدفاع المدني" },
  { "anaphor", "meeting-again", "Meeting", "(?:{this} )?{meet.def}" },
  { "anaphor", "body-again", "Organization", "(?:{this} )?{head.def}" },
  { "anaphor", "initiative-again", "Initiative", "(?:{this} )?المبادرة" },
  { "anaphor", "operation-again", "Operation", "(?:{this} )?العملية" },
  { "anaphor", "only-this", "Agreement", "(?&lt;mention>{this}) ؟" },
};

/// A rule of a later pass: a name's word that is no name elsewhere.
static const char later_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#' order='33'>\n"
  "<entity name='longer' type='Person'><pattern>عند "
  "(?&lt;mention>{Person} صخر)</pattern></entity></rules>";

static inline void
append_rules(IsnBuffer* const xml)
{
  isn_buffer_append(xml,
                    ISN_STR("<rules xmlns='https://w3id.org/isnad/rules#'>\n"));
  for (size_t i = 0; i < N_OF(rules); ++i) {
    char rule[1024];
    snprintf(rule,
             sizeof(rule),
             "<%s name='%s' type='%s'><pattern>%s</pattern></%s>\n",
             rules[i].element,
             rules[i].name,
             rules[i].type,
             rules[i].pattern,
             rules[i].element);
    isn_buffer_append(xml, isn_str(rule));
  }
  isn_buffer_append(xml, ISN_STR("</rules>"));
  isn_buffer_append_byte(xml, 0);
}

static inline bool
entities_begin(void)
{
  IsnBuffer xml = { 0 };
  append_rules(&xml);
  const char* const files[] = {
    "rules/rules.xml", xml.data, "rules/later.xml", later_xml
  };
  const bool is_good =
    extraction_begin(names_tsv, lexicon_xml, files, N_OF(files));
  isn_buffer_clear(&xml);
  return is_good;
}

/// Mentions are in order, in the text, nested or apart, and of an entity.
static inline void
check_mentions(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    CHECK(m->tokens.begin < m->tokens.end && m->tokens.end <= doc->n_tokens);
    CHECK(m->chars.begin >= doc->tokens[m->tokens.begin].chars.begin);
    CHECK_EQ(m->chars.end, doc->tokens[m->tokens.end - 1].chars.end);
    CHECK(m->chars.begin < m->chars.end);
    CHECK(m->entity < doc->n_entities);
    CHECK_EQ(m->type, doc->entities[m->entity].type);
    for (size_t j = 0; j < i; ++j) {
      const IsnSpan before = doc->mentions[j].tokens;
      CHECK(before.begin < m->tokens.begin ||
            (before.begin == m->tokens.begin && before.end > m->tokens.end));
      CHECK(before.end <= m->tokens.begin || before.end >= m->tokens.end);
    }
  }
  for (size_t i = 0; i < doc->n_entities; ++i) {
    char id[24];
    snprintf(id, sizeof(id), "e%zu", i + 1);
    CHECK_STR(doc->entities[i].id, id);
    CHECK(doc->entities[i].label.n_bytes > 0);
  }
}

/// Each entity: label =key (aliases) and how often it is mentioned.
static inline void
write_entities(const IsnDocument* const doc)
{
  check_mentions(doc);
  for (size_t i = 0; i < doc->n_entities; ++i) {
    const IsnEntity* const e = &doc->entities[i];
    size_t n = 0;
    for (size_t m = 0; m < doc->n_mentions; ++m) {
      n += doc->mentions[m].entity == i;
    }
    append(i ? "; " : "");
    isn_buffer_append(&out, e->label);
    append(e->key.n_bytes ? "=" : "");
    isn_buffer_append(&out, e->key);
    for (size_t a = 0; a < e->n_aliases; ++a) {
      append(a ? ", " : " (");
      isn_buffer_append(&out, e->aliases[a]);
    }
    append(e->n_aliases ? ") " : " ");
    isn_buffer_append_number(&out, n);
  }
}

/// The words of each mention, and its entity's number.
static inline void
write_mentions(const IsnDocument* const doc)
{
  check_mentions(doc);
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    append(i ? "; " : "");
    isn_buffer_append(&out, isn_document_words(doc, doc->mentions[i].chars));
    isn_buffer_append_byte(&out, ' ');
    isn_buffer_append_number(&out, doc->mentions[i].entity + 1);
  }
}

#endif
