// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Mentions and entities, over a small data folder of the test's own.
#define _XOPEN_SOURCE 700 // nftw, symlink
#include "extract/base/buffer.h"
#include "extract/entities/generic.h"
#include "extract/entities/index.h"
#include "extract/entities/name.h"
#include "extract/extractor.h"
#include "tests/unit/check.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

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
  { "entity", "titled", "Person", "السيدة (?&lt;mention>{family-name})" },
  { "entity", "family", "Person", "{say} (?&lt;mention>{family-name})" },
  { "entity",
    "body",
    "Organization",
    "(?&lt;mention>{head} {def}(?: {def})?"
    "(?: لـ(?&lt;nested>{Organization|Place}))?)"
    "(?: \\( (?&lt;alias>{any}) \\))?" },
  { "entity", "foreign", "Organization", "منظمة زالغون(?: {def}| {Country})?" },
  { "entity", "division", "Place", "محافظة {City}" },
  { "entity", "police", "Organization", "شرطة {Country}" },
  { "entity", "acronym", "Organization", "غرينبيس" },
  { "entity", "meeting", "Meeting", "{meet}(?: {Ordinal}| {nisba}){1,2}" },
  { "entity",
    "meeting-of",
    "Meeting",
    "(?&lt;mention>{meet}(?: {Ordinal}| {nisba}){0,2}"
    " (?:لـ)?{Organization:nested})" },
  { "entity", "initiative", "Initiative", "مبادرة {Quote}" },
  { "entity", "operation", "Operation", "عملية {Quote}" },
  { "entity", "force", "Organization", "(?:مديرية )?الدفاع المدني" },
  { "anaphor", "meeting-again", "Meeting", "(?:{this} )?{meet.def}" },
  { "anaphor", "body-again", "Organization", "(?:{this} )?{head.def}" },
  { "anaphor", "initiative-again", "Initiative", "(?:{this} )?المبادرة" },
  { "anaphor", "only-this", "Agreement", "(?&lt;mention>{this}) ؟" },
};

static char folder[] = "/tmp/isnad-entities-XXXXXX";
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
put_rules(void)
{
  FILE* const file = fopen(path_of("rules/rules.xml"), "wb");
  CHECK(file != NULL);
  fputs("<rules xmlns='https://w3id.org/isnad/rules#'>\n", file);
  for (size_t i = 0; i < N_OF(rules); ++i) {
    fprintf(file,
            "<%s name='%s' type='%s'><pattern>%s</pattern></%s>\n",
            rules[i].element,
            rules[i].name,
            rules[i].type,
            rules[i].pattern,
            rules[i].element);
  }
  fputs("</rules>", file);
  CHECK(!fclose(file));
}

/// A rule of a later pass: a name's word that is no name elsewhere.
static void
put_later_rule(void)
{
  put("rules/later.xml",
      "<rules xmlns='https://w3id.org/isnad/rules#' order='33'>\n"
      "<entity name='longer' type='Person'><pattern>عند "
      "(?&lt;mention>{Person} صخر)</pattern></entity></rules>");
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
  put_rules();
  put_later_rule();
  snprintf(image, sizeof(image), "%s/image", folder);
  return is_good && !isn_knowledge_compile(folder, image, sink) &&
         !isn_knowledge_open(&knowledge, folder, image, sink) &&
         !isn_extractor_new(&extractor, knowledge, sink);
}

/// Mentions are in order, in the text, nested or apart, and of an entity.
static void
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

static IsnDocument
extract(const char* const text)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  doc.text = isn_str(text);
  // Anaphors are found with the relations
  CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
  check_mentions(&doc);
  return doc;
}

static void
append(const char* const s)
{
  isn_buffer_append(&out, isn_str(s));
}

/// Each entity: label =key (aliases) and how often it is mentioned.
static void
write_entities(const IsnDocument* const doc)
{
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
static void
write_mentions(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    append(i ? "; " : "");
    isn_buffer_append(&out, isn_document_words(doc, doc->mentions[i].chars));
    isn_buffer_append_byte(&out, ' ');
    isn_buffer_append_number(&out, doc->mentions[i].entity + 1);
  }
}

typedef struct {
  const char* text;
  const char* expected;
} Case;

static void
check_cases(const Case* const cases,
            const size_t n,
            void (*write_all)(const IsnDocument*))
{
  for (size_t i = 0; i < n; ++i) {
    const IsnDocument doc = extract(cases[i].text);
    write_all(&doc);
    CHECK_STR(isn_buffer_str(&out), cases[i].expected);
  }
}

#define CHECK_CASES(cases, write_all)                                          \
  check_cases((cases), N_OF(cases), (write_all))

static void
persons_are_linked(void)
{
  static const Case cases[] = {
    { "", "" },
    { "ذهب", "" },
    { "حضر يورغن شتوك", "يورغن شتوك 1" },
    { "حضر يورغن شتوك. وقال شتوك. قال شتوك", "يورغن شتوك (شتوك) 3" },
    // The short form before the long one
    { "قال شتوك. حضر يورغن شتوك", "يورغن شتوك (شتوك) 2" },
    { "قال شتوك. ثم قال شتوك", "شتوك 2" },
    // Two of one family stay two; who was named last is meant
    { "حضر محمد شتوك ويورغن شتوك", "محمد شتوك 1; يورغن شتوك 1" },
    { "حضر محمد شتوك ويورغن شتوك. قال شتوك",
      "محمد شتوك 1; يورغن شتوك (شتوك) 2" },
    // Named last, though the other was named between its first and last time
    { "حضر محمد شتوك ويورغن شتوك ثم محمد شتوك. قالت السيدة شتوك",
      "محمد شتوك (شتوك) 3; يورغن شتوك 1" },
    { "حضر خالد بن محمد منزلاوي وخالد منزلاوي",
      "خالد بن محمد منزلاوي (خالد منزلاوي) 2" },
    // By the lineage alone, in either order, if one only has it
    { "حضر خالد بن محمد. ثم حضر خالد بن محمد منزلاوي",
      "خالد بن محمد (خالد بن محمد منزلاوي) 2" },
    { "حضر خالد بن محمد منزلاوي. ثم حضر خالد بن محمد",
      "خالد بن محمد منزلاوي (خالد بن محمد) 2" },
    { "حضر خالد بن محمد منزلاوي وخالد بن محمد شتوك ثم خالد بن محمد",
      "خالد بن محمد منزلاوي 1; خالد بن محمد شتوك 1; خالد بن محمد 1" },
    // The father is somebody else
    { "حضر خالد بن محمد منزلاوي ومحمد منزلاوي",
      "خالد بن محمد منزلاوي 1; محمد منزلاوي 1" },
    { "حضر خالد منزلاوي. قال شتوك", "خالد منزلاوي 1; شتوك 1" },
    // However they are spelled
    { "حضر عبد الله شتوك وعبدالله شتوك", "عبد الله شتوك (عبدالله شتوك) 2" },
    { "حضر عبدالله شتوك ثم عبد الله شتوك", "عبدالله شتوك (عبد الله شتوك) 2" },
    { "حضر يُورغن شتوك ويورغـن شتوك", "يورغن شتوك 2" },
    { "حضر يورغن  شتوك", "يورغن شتوك 1" },
    // Two surnames, called by the first
    { "حضر يورغن شتوك صليبا. حضرت السيدة شتوك", "يورغن شتوك صليبا (شتوك) 2" },
    { "حضر يورغن شتوك صليبا. قال شتوك", "يورغن شتوك صليبا 1; شتوك 1" },
    // By the first name alone, if one only has it and not everybody
    { "حضر يورغن شتوك. ثم قال يورغن", "يورغن شتوك (يورغن) 2" },
    { "حضر يورغن شتوك ويورغن صليبا. ثم قال يورغن",
      "يورغن شتوك 1; يورغن صليبا 1; يورغن 1" },
    { "حضر محمد شتوك. ثم قال محمد", "محمد شتوك 1; محمد 1" },
    // No ending is taken off a name
    { "حضر يورغن صليبا. قال صليبا", "يورغن صليبا (صليبا) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
gazetteer_names_are_linked(void)
{
  static const Case cases[] = {
    { "في فرنسا وبفرنسا", "فرنسا=fr 2" },
    { "الإنتربول والانتربول للإنتربول",
      "الإنتربول=org:interpol (الانتربول) 3" },
    { "المنظمة الدولية للشرطة الجنائية ثم الإنتربول",
      "الإنتربول=org:interpol (المنظمة الدولية للشرطة الجنائية) 2" },
    { "في سان خوسيه", "سان خوسيه=large 1" },
    { "في لوكسمبورغ", "لوكسمبورغ=lu 1" },
    { "القطعة الحديدة", "" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
divisions_are_linked(void)
{
  static const Case cases[] = {
    { "في البصرة ثم في محافظة البصرة", "البصرة=basra (محافظة البصرة) 2" },
    { "في محافظة البصرة ثم في البصرة", "محافظة البصرة (البصرة) 2" },
    // A town that is called so is not its division
    { "في مدينة البصرة ثم في محافظة البصرة",
      "البصرة=basra 1; محافظة البصرة 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
epithets_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة زالغون ثم منظمة زالغون الدولية",
      "منظمة زالغون (منظمة زالغون الدولية) 2" },
    { "منظمة زالغون الدولية ثم منظمة زالغون",
      "منظمة زالغون الدولية (منظمة زالغون) 2" },
    { "منظمة زالغون الموحدة ثم منظمة زالغون",
      "منظمة زالغون الموحدة 1; منظمة زالغون 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
forms_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة زالغون فرنسا ثم منظمة زالغون",
      "منظمة زالغون فرنسا (منظمة زالغون) 2" },
    // Listed in full only: the key is that of the list
    { "الأمانة العامة ثم الأمانة العامة للمعهد",
      "أمانة المعهد=org:secretariat (الأمانة العامة, الأمانة العامة للمعهد) "
      "2" },
    { "مدير الدفاع المدني ثم مديرية الدفاع المدني",
      "الدفاع المدني (مديرية الدفاع المدني) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
code_names_are_of_nobody(void)
{
  static const Case cases[] = {
    { "عملية «درع محمد شتوك»", "عملية «درع محمد شتوك» 1" },
    { "عملية أطلق عليها اسم «محمد شتوك»", "" },
    { "قال «محمد شتوك»", "محمد شتوك 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
bodies_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة السلام الأخضر", "منظمة السلام الأخضر 1" },
    { "منظمة السلام الأخضر ثم لمنظمة السلام الأخضر", "منظمة السلام الأخضر 2" },
    // By the short name in quotation marks behind it
    { "غرينبيس. ثم منظمة السلام الأخضر «غرينبيس»",
      "غرينبيس (منظمة السلام الأخضر) 3" },
    // By the acronym beside it
    { "منظمة السلام الأخضر (غرينبيس). ثم غرينبيس",
      "منظمة السلام الأخضر (غرينبيس) 3" },
    { "غرينبيس ثم منظمة السلام", "غرينبيس 1; منظمة السلام 1" },
    // By its first words
    { "الأمانة العامة للإنتربول ثم الأمانة العامة",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; "
      "الإنتربول=org:interpol 1" },
    // By its common noun
    { "الإنتربول. قالت المنظمة", "الإنتربول=org:interpol (المنظمة) 2" },
    { "الإنتربول. هذه المنظمة", "الإنتربول=org:interpol (هذه المنظمة) 2" },
    { "منظمة السلام الأخضر. والمنظمة", "منظمة السلام الأخضر (المنظمة) 2" },
    { "المعهد الدولي. قالت المنظمة", "المعهد الدولي=org:institute 1" },
    { "الإنتربول. المعهد الدولي. قالت المنظمة",
      "الإنتربول=org:interpol (المنظمة) 2; المعهد الدولي=org:institute 1" },
    { "حضر خالد منزلاوي. قالت المنظمة", "خالد منزلاوي 1" },
    // The one that the text opens with, not one named once since
    { "منظمة السلام الأخضر\nذهب.\nذهب.\nذهب.\n"
      "حضر خالد منزلاوي من منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر (المنظمة) 2; خالد منزلاوي 1; منظمة زالغون 1" },
    { "منظمة السلام الأخضر\nذهب.\nحضرت منظمة السلام الأخضر.\nذهب.\n"
      "حضرت منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر (المنظمة) 3; منظمة زالغون 1" },
    { "منظمة السلام الأخضر\nذهب.\nحضرت منظمة السلام الأخضر.\nذهب.\n"
      "حضرت منظمة زالغون وقالت المنظمة",
      "منظمة السلام الأخضر 2; منظمة زالغون (المنظمة) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
clubs_are_told_apart(void)
{
  static const Case cases[] = {
    { "فاز الاتحاد", "الاتحاد=org:ittihad 1" },
    { "الاتحاد الأوروبي. قال الاتحاد", "الاتحاد الأوروبي=org:eu (الاتحاد) 2" },
    { "الاتحاد الأوروبي. فاز الاتحاد ثم الهلال",
      "الاتحاد الأوروبي=org:eu 1; الاتحاد=org:ittihad 1; الهلال=org:hilal 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
meetings_are_linked(void)
{
  static const Case cases[] = {
    { "الاجتماع الرابع. ثم الاجتماع", "الاجتماع الرابع (الاجتماع) 2" },
    { "الاجتماع الرابع. وفي هذا الاجتماع", "الاجتماع الرابع (هذا الاجتماع) 2" },
    { "الاجتماع الرابع. عقد الاجتماع الـ4",
      "الاجتماع الرابع (الاجتماع ال4) 2" },
    // Two stay two; the last one is meant
    { "ذهب. ثم. الاجتماع الرابع والاجتماع الخامس",
      "الاجتماع الرابع 1; الاجتماع الخامس 1" },
    { "ذهب. ثم. الاجتماع الرابع والاجتماع الخامس. ثم الاجتماع",
      "الاجتماع الرابع 1; الاجتماع الخامس (الاجتماع) 2" },
    { "ذهب. ثم. الاجتماع الرابع والمؤتمر الخامس. ثم الاجتماع",
      "الاجتماع الرابع (الاجتماع) 2; المؤتمر الخامس 1" },
    // Of another noun only where it is pointed at
    { "الاجتماع الرابع. ثم المؤتمر", "الاجتماع الرابع 1" },
    { "الاجتماع الرابع. هذا المؤتمر", "الاجتماع الرابع (هذا المؤتمر) 2" },
    // Without antecedent: nothing, but for the verb that «this» points to
    { "ناقش الاجتماع", "" },
    { "اجتمع خبراء. في هذا الاجتماع", "هذا الاجتماع 1" },
    // It does not refer to what comes only later
    { "ناقش الاجتماع. ثم مؤتمر دولي", "مؤتمر دولي 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
sittings_of_bodies_are_linked(void)
{
  static const Case cases[] = {
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي. ثم مؤتمر المعهد الدولي",
      "الاجتماع السابع للمعهد الدولي (مؤتمر المعهد الدولي) 2; "
      "المعهد الدولي=org:institute 2" },
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي. ثم مؤتمر المعهد الدولي المقبل",
      "الاجتماع السابع للمعهد الدولي 1; المعهد الدولي=org:institute 2; "
      "مؤتمر المعهد الدولي 1" },
    // One of several, or of what is no name of a body
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي والاجتماع الثامن للمعهد الدولي. "
      "ثم مؤتمر المعهد الدولي",
      "الاجتماع السابع للمعهد الدولي 1; المعهد الدولي=org:institute 3; "
      "الاجتماع الثامن للمعهد الدولي 1; مؤتمر المعهد الدولي 1" },
    { "ذهب. ثم. الاجتماع السابع للإنتربول. ثم مؤتمر الإنتربول",
      "الاجتماع السابع للإنتربول 1; الإنتربول=org:interpol 2; "
      "مؤتمر الإنتربول 1" },
    // What comes next is only named
    { "ذهب. ثم. الاجتماع الدولي. قبل اجتماع عربي. ثم الاجتماع",
      "الاجتماع الدولي 1; اجتماع عربي (الاجتماع) 2" },
    { "ذهب. ثم. الاجتماع الدولي. قبل الاجتماع العربي المقبل. ثم الاجتماع",
      "الاجتماع الدولي (الاجتماع) 2; الاجتماع العربي 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
partners_are_not_taken_up(void)
{
  static const Case cases[] = {
    { "نظمته منظمة الصحة مع منظمة العمل. ثم المنظمة",
      "منظمة الصحة 1; منظمة العمل (المنظمة) 2" },
    { "نظمته منظمة الصحة بالتعاون مع منظمة العمل. ثم المنظمة",
      "منظمة الصحة (المنظمة) 2; منظمة العمل 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
events_of_headlines_are_told_again(void)
{
  static const Case cases[] = {
    // Two dots end no sentence
    { "برئاسة فرنسا.. اجتماع إقليمي\nعقد الاجتماع الدولي اليوم.",
      "فرنسا=fr 1; اجتماع إقليمي (الاجتماع الدولي) 2" },
    { "اجتماع إقليمي\nعقد الاجتماع الدولي اليوم.",
      "اجتماع إقليمي (الاجتماع الدولي) 2" },
    { "اجتماع إقليمي\nالاجتماع الدولي. الاجتماع العربي",
      "اجتماع إقليمي (الاجتماع الدولي) 2; الاجتماع العربي 1" },
    { "الاجتماع الرابع\nعقد الاجتماع الخامس اليوم.",
      "الاجتماع الرابع 1; الاجتماع الخامس 1" },
    { "اجتماع إقليمي\nعقد المؤتمر الدولي اليوم.",
      "اجتماع إقليمي 1; المؤتمر الدولي 1" },
    // No headline; another name in quotation marks
    { "انتهى الاجتماع الإقليمي أمس. وعقد الاجتماع الدولي اليوم.",
      "الاجتماع الإقليمي 1; الاجتماع الدولي 1" },
    { "عملية «درب السلامة»\nوانتهت عملية «برق» اليوم.",
      "عملية «درب السلامة» 1; عملية «برق» 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
initiatives_are_linked(void)
{
  static const Case cases[] = {
    { "مبادرة «درب السلامة». هذه المبادرة. المبادرة",
      "مبادرة «درب السلامة» (هذه المبادرة, المبادرة) 3" },
    { "ثم المبادرة", "" },
    { "مبادرة «نعم لا» ثم مبادرة «كلا بلى»",
      "مبادرة «نعم لا» 1; مبادرة «كلا بلى» 1" },
    // What is quoted in its name is said again, but for speech
    { "مبادرة «درب السلامة». ثم «درب السلامة» و«درب آخر»",
      "مبادرة «درب السلامة» 2" },
    { "«درب السلامة» ثم مبادرة «درب السلامة»", "مبادرة «درب السلامة» 1" },
  };
  CHECK_CASES(cases, write_entities);
}

/// An anaphor that has no noun refers to nothing, and costs no document.
static void
anaphors_without_noun_are_dropped(void)
{
  static const Case cases[] = {
    { "ما هذا؟", "" },
    { "حضر يورغن شتوك. ما هذا؟ قال شتوك", "يورغن شتوك (شتوك) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
mentions_hold_no_proclitic(void)
{
  static const Case cases[] = {
    { "وبفرنسا", "فرنسا 1" },
    { "ليورغن شتوك", "يورغن شتوك 1" },
    { "للمنظمة السلام الأخضر", "لمنظمة السلام الأخضر 1" },
    { "وَلِـفرنسا ثم والاجتماع الرابع", "فرنسا 1; الاجتماع الرابع 2" },
    { "قال شتوك، 📖 وبالاجتماع الرابع.", "شتوك 2; الاجتماع الرابع 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// What a later pass knows more of takes the place of the shorter.
static void
later_passes_know_more_of_a_person(void)
{
  static const Case cases[] = {
    { "عند يورغن شتوك صخر", "يورغن شتوك صخر 1" },
    { "قال يورغن شتوك صخر", "يورغن شتوك 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// A place that is part of a name is none; one that a rule keeps is. A
/// quotation inside one of other marks is none.
static void
mentions_nest(void)
{
  static const Case cases[] = {
    { "شرطة فرنسا", "شرطة فرنسا 1" },
    { "منظمة السلام لفرنسا", "منظمة السلام لفرنسا 1; فرنسا 2" },
    { "منظمة السلام ثم شرطة فرنسا", "منظمة السلام 1; شرطة فرنسا 2" },
    { "الأمانة العامة للإنتربول", "الأمانة العامة للإنتربول 1; لإنتربول 2" },
    { "قال «مبادرة \"نعم\" في فرنسا»", "فرنسا 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

static void
entities_say_what_the_gazetteer_knows(void)
{
  const IsnDocument doc = extract("الإنتربول في فرنسا. شرطة فرنسا");
  CHECK_EQ(doc.n_entities, 3);
  CHECK_STR(doc.entities[0].kind, "international");
  CHECK_EQ(doc.entities[0].n_same_as, 2);
  CHECK_STR(doc.entities[0].same_as[0], "http://x/1");
  CHECK_STR(doc.entities[0].same_as[1], "http://x/2");
  CHECK_STR(doc.entities[1].kind, "Country");
  CHECK_EQ(doc.entities[1].n_same_as, 0);
  CHECK(!doc.entities[2].key.data);
  CHECK_STR(doc.mentions[0].rule, "gazetteer");
  CHECK_STR(doc.mentions[2].rule, "police");
}

static void
documents_in_error_pass_untouched(void)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  doc.text = ISN_STR("يورغن شتوك");
  isn_document_fail(&doc, "read", "x");
  CHECK_EQ(isn_extract_tokens(extractor, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_extract_entities(extractor, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
  CHECK(!doc.tokens && !doc.entities && !doc.facts);
}

/// Growth with the square would take minutes.
static void
long_documents_take_linear_time(void)
{
  static const char* const pieces[] = {
    "يورغن شتوك ",   "قال شتوك ",     "فرنسا ", "الاجتماع الرابع ",
    "اجتماع دولي\n", "منظمة السلام ", "«",      "هذا الاجتماع. "
  };
  for (size_t i = 0; i < N_OF(pieces); ++i) {
    IsnBuffer text = { 0 };
    for (int n = 0; n < 20000; ++n) {
      isn_buffer_append(&text, isn_str(pieces[i]));
    }
    IsnDocument doc;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    doc.text = isn_buffer_str(&text);
    const clock_t begin = clock();
    CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 10) {
      printf("  %s: %f s\n", pieces[i], seconds);
    }
    CHECK(seconds < 10);
    isn_buffer_clear(&text);
  }
}

static IsnName
name_of(const char* const a, const char* const b, const char* const c)
{
  const char* const words[] = { a, b, c };
  IsnName name = { .n = 0 };
  for (size_t i = 0; i < N_OF(words); ++i) {
    if (words[i]) {
      name.words[name.n++] = isn_str(words[i]);
    }
  }
  return name;
}

static void
names_compare(void)
{
  const IsnName joined = name_of("عبدالله", "شتوك", NULL);
  const IsnName apart = name_of("عبد", "الله", "شتوك");
  const IsnName longer = name_of("عبد", "الله", "شتوكي");
  const IsnName last = name_of("شتوك", NULL, NULL);
  const IsnName first = name_of("عبد", "الله", NULL);
  const IsnName none = name_of(NULL, NULL, NULL);
  IsnName fourth = apart;
  fourth.ordinal = 4;
  CHECK(isn_name_equal(&joined, &apart) && isn_name_equal(&apart, &joined));
  CHECK(!isn_name_equal(&apart, &longer) && !isn_name_equal(&longer, &apart));
  CHECK(!isn_name_equal(&apart, &fourth));
  CHECK(!isn_name_equal(&none, &none));
  CHECK(isn_name_ends(&apart, &last) && !isn_name_ends(&last, &apart));
  CHECK(!isn_name_ends(&apart, &apart) && !isn_name_ends(&apart, &none));
  CHECK(isn_name_begins(&apart, &first) && !isn_name_begins(&apart, &last));
  CHECK(isn_name_covers(&apart, &joined) && !isn_name_covers(&apart, &longer));
}

static void
generic_nouns_fit_kinds(void)
{
  static const struct {
    const char* kind;
    const char* noun;
    bool fits;
  } cases[] = {
    { "international", "منظمه", true },
    { "international", "هييه", true },
    { "international", "منظم", false },
    { "international", "بنك", false },
    { "bank", "بنك", true },
    { "company", "مجموعه", true },
    { "nothing", "بنك", false },
    { "", "بنك", false },
    { "bank", "", false },
    { "bank", " ", false },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    CHECK_EQ(isn_generic_fits(isn_str(cases[i].kind), isn_str(cases[i].noun)),
             cases[i].fits);
  }
  CHECK(!isn_generic_fits((IsnStr){ NULL, 0 }, ISN_STR("بنك")));
}

static void
meetings_are_told_of_by_other_nouns(void)
{
  static const struct {
    const char* head;
    const char* noun;
    bool meets;
  } cases[] = {
    { "لقاء", "استقبال", true },     { "استقبال", "لقاء", true },
    { "لقاء", "مقابله", true },      { "جلسه", "مباحثات", true },
    { "احتفاليه", "حفل", true },     { "اجتماع", "استقبال", false },
    { "مباحثات", "استقبال", false }, { "موتمر", "حفل", false },
    { "استقبالات", "لقاء", false },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    CHECK_EQ(isn_generic_meets(isn_str(cases[i].head), isn_str(cases[i].noun)),
             cases[i].meets);
  }
}

static void
index_gives_the_newest_first(void)
{
  IsnIndex index;
  const IsnName name = name_of("شتوك", NULL, NULL);
  isn_arena_reset(&arena);
  CHECK(isn_index_init(&index, &arena, 1));
  for (uint32_t i = 0; i < 1000; ++i) {
    CHECK(isn_index_add(&index, i % 7, i, &name));
  }
  const IsnIndexNode* node = NULL;
  uint32_t wanted = 997; // the last with 997 % 7 == 3
  while ((node = isn_index_next(&index, 3, node))) {
    CHECK_EQ(node->entity, wanted);
    wanted -= 7;
  }
  CHECK_EQ(wanted, 3u - 7u);
  CHECK(!isn_index_next(&index, 3 + index.n_slots, NULL));
  // The same again is no node more, and no name more
  const size_t n = index.n_nodes;
  CHECK(isn_index_add(&index, 999 % 7, 999, &name) && index.n_nodes == n);
  CHECK(isn_index_add(&index, 999 % 7, 998, &name) && index.n_nodes == n + 1);
  const IsnName other = name_of("شتوك", "الأحمر", NULL);
  const IsnName* const kept = isn_index_keep(&index, 50, &other);
  CHECK(kept && kept != &other && isn_name_equal(kept, &other));
  CHECK(isn_index_add(&index, 50, 1, kept));
  CHECK(isn_index_keep(&index, 50, &other) == kept);
  CHECK(isn_index_keep(&index, 50, &name) != kept);
  CHECK(isn_index_keep(&index, 51, &other) != kept);
}

int
main(void)
{
  const IsnSink sink = { isn_diag_print, stdout };
  if (!make_folder(&sink)) {
    printf("not ok make_folder\n");
    return EXIT_FAILURE;
  }
  RUN(persons_are_linked);
  RUN(gazetteer_names_are_linked);
  RUN(divisions_are_linked);
  RUN(epithets_are_linked);
  RUN(code_names_are_of_nobody);
  RUN(forms_are_linked);
  RUN(bodies_are_linked);
  RUN(clubs_are_told_apart);
  RUN(meetings_are_linked);
  RUN(sittings_of_bodies_are_linked);
  RUN(partners_are_not_taken_up);
  RUN(events_of_headlines_are_told_again);
  RUN(initiatives_are_linked);
  RUN(anaphors_without_noun_are_dropped);
  RUN(mentions_hold_no_proclitic);
  RUN(later_passes_know_more_of_a_person);
  RUN(mentions_nest);
  RUN(entities_say_what_the_gazetteer_knows);
  RUN(documents_in_error_pass_untouched);
  RUN(long_documents_take_linear_time);
  RUN(names_compare);
  RUN(generic_nouns_fit_kinds);
  RUN(meetings_are_told_of_by_other_nouns);
  RUN(index_gives_the_newest_first);
  isn_extractor_free(extractor);
  isn_knowledge_close(knowledge);
  isn_arena_clear(&arena);
  isn_buffer_clear(&out);
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return check_end();
}
