// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Rule files: what is wrong with them, in which order they stand, what they
// warn of and how they run.
#include "extract/rules/literals.h"
#include "tests/unit/sentence.h"

/// Letters that are read with a proclitic apart are no word that a pattern can
/// meet, unless it has them apart too.
static void
joined_words_are_warned_of(void)
{
  static const struct {
    const char* pattern;
    size_t n;
  } cases[] = {
    { "اجتماع", 0 },
    { "باجتماع", 1 },
    { "{say} (?:في|باجتماع)(?![ء-ي]) {Country}", 1 },
    { "باجتماع|وفرنسا", 2 },
    { "للاجتماع", 1 },
    { "للاجتماع|لـالاجتماع", 0 },
    { "بـ?اجتماع", 0 },
    { "باجتماع|بـاجتماع", 0 },
    { "باجتماع|اجتماع", 0 },
    { "(?!باجتماع)(?:{any})", 1 },
    { "(?!{say})باجتماع", 1 },
    { "(?<x>باجتماع) في", 1 },
    { "ال(?:باجتماع)", 0 },
    { "باجتماعـ", 0 },
    { "باجتماع?", 0 },
    { "[باجتماع]", 0 },
    { "((((((باجتماع", 1 },
    { "\\( باجتماع \\)", 1 },
    { "باجتماع{1,2}", 0 },
    { "باجتماع))))", 1 },
    { "بز", 0 },
    { "", 0 },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    said[0] = 0;
    const size_t n = isn_literals_check_part("define",
                                             ISN_STR("d"),
                                             isn_str(cases[i].pattern),
                                             &image,
                                             &surfaces,
                                             &sink);
    CHECK_CASE(cases[i].pattern, n == cases[i].n);
  }
  const IsnRule rule = { .name = ISN_STR("r"),
                         .file = ISN_STR("f.xml"),
                         .line = 7,
                         .pattern = ISN_STR("{say} للاجتماع") };
  said[0] = 0;
  CHECK_EQ(isn_literals_check(&rule, &image, &surfaces, &sink), 1);
  CHECK_STR(isn_str(said),
            ":7: rule r: no text has «للاجتماع» in one: it is read as "
            "«لـالاجتماع»; write that, or «ـ?» for both\n");
}

static IsnStatus
load(IsnRuleSet* const set, const char* const* const files, const size_t n)
{
  said[0] = 0;
  return isn_rules_load(set, folder, "schemas", files, n, &image, NULL, &sink);
}

#define RULES(order)                                                           \
  "<rules xmlns='https://w3id.org/isnad/rules#' order='" order "'>\n"
#define ENTITY(name) "<entity name='" name "' type='Person'>\n<pattern>"
#define ENTITY_END "</pattern></entity>\n"
#define RELATION(name)                                                         \
  "<relation name='" name "' confidence='0.5'>\n<pattern>{say:x}</pattern>\n"

/// Each with what must be among the messages: file, line, words.
static void
wrong_rule_files_are_reported(void)
{
  static const struct {
    const char* text;
    const char* message;
  } cases[] = {
    { "", "a.xml:1: " },
    { "<rules>\n<define name='a'>x</rules>",
      "a.xml:2: Opening and ending tag mismatch" },
    { RULES("1") "&nothing;</rules>", "a.xml:2: Entity 'nothing' not defined" },
    { "<rules/>", "a.xml:1: " },
    { RULES("x") "</rules>", "a.xml:1: " },
    { RULES("1") "\n<event/></rules>", "a.xml:3: " },
    { RULES("1") "<entity name='a'><pattern>x</pattern></entity></rules>",
      "a.xml:2: " },
    { RULES("1") ENTITY("A b") "x" ENTITY_END "</rules>", "a.xml:2: " },
    { RULES("1") "<relation name='a'><pattern>x</pattern></relation></rules>",
      "a.xml:2: " },
    { RULES("1") "\n<relation name='a' confidence='2'><pattern>x</pattern>"
                 "<fact property='heldIn' object='@main'/></relation></rules>",
      "a.xml:3: " },
    { RULES("1") RELATION("a") "<fact property='goal' object='x' "
                               "constant='y'/></relation></rules>",
      "a.xml:4: " },
    { RULES("1") "<entity name='a' type='Town'>\n<pattern>x</pattern></entity>"
                 "</rules>",
      "a.xml:2: no such type; see" },
    { RULES("1") ENTITY("a") "{nothing}" ENTITY_END "</rules>",
      "a.xml:3: pattern of rule a, letter 1: no such class, type or "
      "definition: "
      "{nothing}" },
    { RULES("1") ENTITY("a") "(" ENTITY_END "</rules>",
      "a.xml:3: pattern of rule a: missing closing parenthesis" },
    { RULES("1") "<kind name='say'>x</kind></rules>",
      "a.xml:2: a class or kind of this name is there already" },
    { RULES("1") "<kind name='k'>x</kind>\n<kind name='k'>y</kind></rules>",
      "a.xml:3: a class or kind of this name is there already" },
    { RULES("1") "<kind name='k'>{l}</kind><kind name='l'>y</kind></rules>",
      "a.xml:2: pattern of kind k, letter 1: no such class, type or "
      "definition: {l}" },
    { RULES("1") RELATION("a") "<fact property='no' object='x'/></relation>"
                               "</rules>",
      "a.xml:4: no such property; see" },
    { RULES("1") RELATION("a") "<fact property='goal' object='y'/></relation>"
                               "</rules>",
      "a.xml:4: subject, object and context must name a group" },
    { RULES("1") RELATION("a") "<fact property='goal' subject='@Town' "
                               "object='x'/></relation></rules>",
      "a.xml:4: subject, object and context must name a group" },
    { RULES("1") RELATION("a") "<fact property='goal' object='x' "
                               "context='@'/></relation></rules>",
      "a.xml:4: subject, object and context must name a group" },
    { RULES("1") RELATION(
        "a") "<fact property='goal' object='x'/><example text='x'>\n<fact "
             "property='no' subject='a' "
             "object='b'/></example></relation></rules>",
      "a.xml:5: no such property; see" },
    { RULES("1") "<relation name='a' confidence='1' within='Town'>\n"
                 "<pattern>x</pattern><fact property='heldIn' object='@main'/>"
                 "</relation></rules>",
      "a.xml:2: no such type; see" },
    { RULES("1") "<relation name='a' confidence='1' trigger='say nothing'>\n"
                 "<pattern>x</pattern><fact property='heldIn' object='@main'/>"
                 "</relation></rules>",
      "a.xml:2: the trigger names an unknown class or type" },
    { RULES("1") ENTITY("a") "x" ENTITY_END ENTITY("a") "y" ENTITY_END
                                                        "</rules>",
      "/rules/a.xml:2 too; names must be unique" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnRuleSet set;
    put("rules/a.xml", cases[i].text);
    CHECK_EQ(load(&set, NULL, 0), ISN_ERR_RULES);
    CHECK_HAS(said, cases[i].message);
    isn_rules_clear(&set);
  }
}

static void
every_error_is_reported(void)
{
  IsnRuleSet set;
  put("rules/a.xml",
      RULES("1") ENTITY("a") "{no}" ENTITY_END ENTITY("b") "(" ENTITY_END
                                                           "</rules>");
  put("rules/b.xml", RULES("1") ENTITY("c") "{say" ENTITY_END "</rules>");
  CHECK_EQ(load(&set, NULL, 0), ISN_ERR_RULES);
  CHECK(strstr(said, "a.xml:3: pattern of rule a, letter 1: no such class"));
  CHECK(strstr(said, "a.xml:5: pattern of rule b: missing closing"));
  CHECK(strstr(said, "b.xml:3: pattern of rule c, letter 1: no } for this {"));
  isn_rules_clear(&set);
  remove(path_of("rules/b.xml"));
}

static void
folders_without_rules_are_reported(void)
{
  IsnRuleSet set;
  said[0] = 0;
  CHECK_EQ(
    isn_rules_load(&set, "schemas", "schemas", NULL, 0, &image, NULL, &sink),
    ISN_ERR_RULES);
  CHECK(strstr(said, ":0: no rule files there: rules/*.xml"));
  isn_rules_clear(&set);
  said[0] = 0;
  put("rules/a.xml", RULES("1") "</rules>");
  CHECK_EQ(isn_rules_load(&set, folder, "/none", NULL, 0, &image, NULL, &sink),
           ISN_ERR_RULES);
  CHECK(said[0]);
  isn_rules_clear(&set);
}

static void
check_names(const IsnRuleSet* const set, const char* const expected)
{
  isn_buffer_empty(&out);
  for (size_t i = 0; i < set->n_rules; ++i) {
    isn_buffer_append(&out, set->rules[i].name);
    isn_buffer_append_byte(&out, ' ');
  }
  CHECK_STR(isn_buffer_str(&out), expected);
}

/// Entities by order, file and line; relations behind; anaphors between.
static void
rules_are_in_order(void)
{
  IsnRuleSet set;
  put("rules/a.xml",
      RULES("20") ENTITY("late") "x" ENTITY_END
        RELATION("fact") "<fact property='goal' object='x'/></relation>" ENTITY(
          "later") "x" ENTITY_END "</rules>");
  put("rules/b.xml",
      RULES("5") "<anaphor name='again' type='Meeting'><pattern>x</pattern>"
                 "</anaphor>" ENTITY(
                   "early") "{use}" ENTITY_END
                            "<define name='use'>x</define></rules>");
  // A definition stands before its use
  CHECK_EQ(load(&set, NULL, 0), ISN_ERR_RULES);
  isn_rules_clear(&set);
  put("rules/b.xml",
      RULES("5") "<define name='use'>x</define><anaphor name='again' "
                 "type='Meeting'><pattern>x</pattern></anaphor>" ENTITY(
                   "early") "{use}" ENTITY_END "</rules>");
  CHECK_EQ(load(&set, NULL, 0), ISN_SUCCESS);
  check_names(&set, "early late later again fact ");
  char checksum[24];
  memcpy(checksum, set.checksum, sizeof(checksum));
  isn_rules_clear(&set);
  // A file stands in for its namesake
  put("b.xml", RULES("5") ENTITY("other") "x" ENTITY_END "</rules>");
  const char* const files[] = { path_of("b.xml") };
  CHECK_EQ(load(&set, files, 1), ISN_SUCCESS);
  check_names(&set, "other late later fact ");
  CHECK(strcmp(checksum, set.checksum) != 0);
  isn_rules_clear(&set);
  CHECK_EQ(load(&set, NULL, 0), ISN_SUCCESS);
  CHECK(!strcmp(checksum, set.checksum));
  isn_rules_clear(&set);
  remove(path_of("rules/b.xml"));
}

static void
attributes_are_read(void)
{
  IsnRuleSet set;
  put("rules/a.xml",
      RULES(
        "7") "<entity name='e' type='Organization' kind='bank' priority='-3'>"
             "<pattern>(?&lt;mention>x) (?&lt;nested>y)</pattern></entity>"
             "<relation name='r' confidence='0.25' within='Meeting' once='yes' "
             "default='yes' "
             "modality='announced'><pattern>{say:s}|(?&lt;s>x)</pattern>"
             "<fact property='quote' subject='@speaker' object='s' "
             "context='@Event'/>"
             "<fact property='goal' subject='@self' constant='k'/></relation>"
             "</rules>");
  CHECK_EQ(load(&set, NULL, 0), ISN_SUCCESS);
  CHECK_EQ(set.n_rules, 2);
  const IsnRule* const e = &set.rules[0];
  CHECK_EQ(e->order, 7);
  CHECK_EQ(e->priority, -3);
  CHECK_EQ(e->type, ISN_TYPE_ORGANIZATION);
  CHECK_STR(e->entity_kind, "bank");
  CHECK_EQ(e->mention.n_groups, 1);
  CHECK_EQ(e->nested.n_groups, 1);
  const IsnRule* const r = &set.rules[1];
  CHECK(r->confidence > 0.24 && r->confidence < 0.26);
  CHECK_EQ(r->within, ISN_TYPE_MEETING);
  CHECK(r->once && r->is_default);
  CHECK_EQ(r->accepts, ISN_ACCEPTS_ANNOUNCED);
  CHECK_EQ(r->n_facts, 2);
  CHECK_EQ(r->facts[0].subject.kind, ISN_REF_SPEAKER);
  CHECK_EQ(r->facts[0].object.n_groups, 2);
  CHECK_EQ(r->facts[0].context.kind, ISN_REF_LAST);
  CHECK_EQ(r->facts[0].context.types,
           ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION));
  CHECK_EQ(r->facts[1].subject.kind, ISN_REF_SELF);
  CHECK_STR(r->facts[1].constant, "k");
  isn_rules_clear(&set);
}

/// Open the folder's knowledge and extract from each text, up to NULL; the
/// mentions of all of them.
static IsnStatus
extract(const char* const* texts, size_t* const n_mentions)
{
  IsnKnowledge* knowledge = NULL;
  IsnExtractor* extractor = NULL;
  said[0] = 0;
  *n_mentions = 0;
  IsnStatus st =
    isn_knowledge_open(&knowledge, folder, path_of("image"), &sink);
  if (!st) {
    st = isn_extractor_new(&extractor, knowledge, &sink);
  }
  for (size_t i = 0; !st && texts[i]; ++i) {
    IsnDocument doc;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    doc.id = isn_arena_print(&arena, "d%zu", i + 1);
    doc.text = isn_str(texts[i]);
    st = isn_extract_relations(extractor, &doc);
    *n_mentions += doc.n_mentions;
  }
  isn_extractor_free(extractor);
  isn_knowledge_close(knowledge);
  return st;
}

#define SLOW "ذهب شتوك ثم عاد ثم نام ثم صحا ثم ذهب ثم عاد ثم نام"
#define FOUR SLOW ". " SLOW ". " SLOW ". " SLOW ". "

/// A pattern that does not end is passed over; the others run.
static void
catastrophic_rules_are_passed_over(void)
{
  size_t n_mentions = 0;
  put("rules/a.xml",
      RULES("1") ENTITY("slow") "(?:(?:[ء-ي]+ ?)+)+[0-9]" ENTITY_END ENTITY(
        "good") "شتوك" ENTITY_END "</rules>");
  CHECK_EQ(extract((const char*[]){ SLOW, NULL }, &n_mentions), ISN_SUCCESS);
  CHECK_EQ(n_mentions, 1);
  CHECK_STR(isn_str(said),
            "a.xml:2: rule slow ran into a limit of its pattern in 1 sentence "
            "of document d1 and was passed over there\n");
  // More and more often in one document, each counted anew
  CHECK_EQ(
    extract((const char*[]){ FOUR, FOUR FOUR SLOW, SLOW, NULL }, &n_mentions),
    ISN_SUCCESS);
  CHECK_EQ(n_mentions, 4 + 9 + 1);
  CHECK_STR(isn_str(said),
            "a.xml:2: rule slow ran into a limit of its pattern in 4 sentences "
            "of document d1 and was passed over there\n"
            "a.xml:2: rule slow ran into a limit of its pattern in 8 sentences "
            "of document d2 and was passed over there and from there on\n"
            "a.xml:2: rule slow ran into a limit of its pattern in 1 sentence "
            "of document d3 and was passed over there\n");
}

/// What matches nothing, or everything, comes to an end.
static void
patterns_of_nothing_end(void)
{
  static const char* const patterns[] = { "(?=نعم)", "نعم*",  "x{0}",
                                          "(?:)",    "{any}", "(?:{any} ?)+",
                                          "^",       "$" };
  for (size_t i = 0; i < N_OF(patterns); ++i) {
    char text[512];
    size_t n_mentions = 0;
    snprintf(text,
             sizeof(text),
             RULES("1") ENTITY("a") "%s" ENTITY_END "</rules>",
             patterns[i]);
    put("rules/a.xml", text);
    CHECK_EQ(extract((const char*[]){ "نعم نعم نعم نعم", NULL }, &n_mentions),
             ISN_SUCCESS);
    CHECK(n_mentions <= 4);
  }
}

static void
examples_are_checked(void)
{
  IsnKnowledge* knowledge = NULL;
  size_t n_passed = 0;
  size_t n_failed = 0;
  put("rules/a.xml", RULES("1") ENTITY("a") "شتوك|محمد" ENTITY_END "</rules>");
  put(
    "rules/b.xml",
    RULES("1") "<entity name='b' type='Meeting'><pattern>اجتماع</pattern>\n"
               "<example text='عقد اجتماع'><mention>اجتماع</mention></example>"
               "\n<example text='عقد لقاء'><mention>لقاء</mention></example>\n"
               "<counter text='عقد لقاء'/>\n<counter text='عقد اجتماع'/>"
               "</entity></rules>");
  said[0] = 0;
  CHECK_EQ(isn_knowledge_open(&knowledge, folder, path_of("image"), &sink),
           ISN_SUCCESS);
  CHECK_EQ(isn_knowledge_check(knowledge, NULL, 0, &sink, &n_passed, &n_failed),
           ISN_SUCCESS);
  CHECK_EQ(n_passed, 2);
  CHECK_EQ(n_failed, 2);
  CHECK_STR(isn_str(said),
            "b.xml:4: rule b: its example does not give the mention: لقاء\n"
            "b.xml:6: rule b: fires where it must not: عقد اجتماع\n");
  const char* const files[] = { path_of("rules/a.xml") };
  CHECK_EQ(
    isn_knowledge_check(knowledge, files, 1, &sink, &n_passed, &n_failed),
    ISN_SUCCESS);
  CHECK_EQ(n_passed + n_failed, 0);
  isn_knowledge_close(knowledge);
  remove(path_of("rules/b.xml"));
}

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(joined_words_are_warned_of);
  RUN(wrong_rule_files_are_reported);
  RUN(every_error_is_reported);
  RUN(folders_without_rules_are_reported);
  RUN(rules_are_in_order);
  RUN(attributes_are_read);
  RUN(catastrophic_rules_are_passed_over);
  RUN(patterns_of_nothing_end);
  RUN(examples_are_checked);
  sentences_end();
  return check_end();
}
