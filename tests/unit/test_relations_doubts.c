// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Facts that other things in their document speak against.
#include "extract/relations/doubts.h"
#include "extract/relations/sides.h"
#include "tests/unit/check.h"

static IsnArena arena;

enum { SUBJECT, OBJECT, OTHER, N_ENTITIES };

/// A document of ten sentences of ten tokens each, of three entities.
typedef struct {
  IsnDocument doc;
  IsnEntity entities[N_ENTITIES];
  IsnSentence sentences[10];
  IsnMention mentions[8];
  IsnFact facts[4];
} Made;

static void
make(Made* const m, const IsnType subject, const IsnType object)
{
  *m = (Made){ .entities = { { .type = subject },
                             { .type = object },
                             { .type = ISN_TYPE_ORGANIZATION } } };
  for (uint32_t i = 0; i < N_OF(m->sentences); ++i) {
    m->sentences[i].tokens = (IsnSpan){ 10 * i, 10 * i + 10 };
  }
  isn_arena_reset(&arena);
  isn_document_init(&m->doc, &arena);
  m->doc.entities = m->entities;
  m->doc.n_entities = N_ENTITIES;
  m->doc.sentences = m->sentences;
  m->doc.n_sentences = N_OF(m->sentences);
  m->doc.mentions = m->mentions;
  m->doc.facts = m->facts;
}

static void
mention(Made* const m, const uint32_t entity, const IsnSpan tokens)
{
  m->mentions[m->doc.n_mentions++] = (IsnMention){
    .entity = entity, .type = m->entities[entity].type, .tokens = tokens
  };
}

static IsnFact*
tell(Made* const m, const IsnProperty property, const uint32_t object)
{
  IsnFact* const fact = &m->facts[m->doc.n_facts++];
  *fact = (IsnFact){ .subject = SUBJECT,
                     .property = property,
                     .object = object,
                     .context = ISN_NO_ENTITY,
                     .confidence = 0.5 };
  return fact;
}

/// Of a press conference only those speak who are named near it.
static void
strangers_do_not_speak_at_press_conferences(void)
{
  static const struct {
    const char* label;
    uint32_t sentence; ///< Of the conference; the person is in the second
    bool is_doubted;
  } cases[] = {
    { "مؤتمر صحفي", 0, false },     { "مؤتمر صحفي", 1, false },
    { "مؤتمر صحفي", 3, false },     { "مؤتمر صحفي", 4, true },
    { "ندوة صحافية", 4, true },     { "المؤتمر الصحفي", 4, true },
    { "المؤتمر الدولي", 4, false },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    Made m;
    make(&m, ISN_TYPE_PERSON, ISN_TYPE_MEETING);
    m.entities[OBJECT].label = isn_str(cases[i].label);
    const uint32_t at = 10 * cases[i].sentence;
    if (at < 10) {
      mention(&m, OBJECT, (IsnSpan){ at, at + 2 });
    }
    mention(&m, SUBJECT, (IsnSpan){ 10, 12 });
    if (at >= 10) {
      mention(&m, OBJECT, (IsnSpan){ at + 3, at + 5 });
    }
    IsnFact* const fact = tell(&m, ISN_PROP_SPEAKS_AT, OBJECT);
    CHECK_CASE(cases[i].label,
               isn_doubts_has(&m.doc, fact) == cases[i].is_doubted);
    fact->rule = ISN_STR("speaks-there"); // as the sentence says
    CHECK(!isn_doubts_has(&m.doc, fact));
  }
}

/// Nobody has the word at a training camp or the round of an election.
static void
camps_have_no_speakers(void)
{
  static const struct {
    const char* label;
    bool is_doubted;
  } cases[] = {
    { "معسكره الإعدادي", true },
    { "المعسكر التدريبي", true },
    { "بطولة العالم", true },
    { "الدورة الثالثة للانتخابات البلدية", true },
    { "الدورة الثالثة للمجلس", false },
    { "المؤتمر الدولي", false },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    Made m;
    make(&m, ISN_TYPE_PERSON, ISN_TYPE_MEETING);
    m.entities[OBJECT].label = isn_str(cases[i].label);
    CHECK_CASE(cases[i].label,
               isn_doubts_has(&m.doc, tell(&m, ISN_PROP_SPEAKS_AT, OBJECT)) ==
                 cases[i].is_doubted);
    CHECK(!isn_doubts_has(&m.doc, tell(&m, ISN_PROP_ATTENDS, OBJECT)));
  }
}

/// «الدورة الثامنة» need be no meeting, if that is all there is of it.
static void
rounds_need_more_than_a_number(void)
{
  Made m;
  IsnStr alias = ISN_STR("الدورة");
  make(&m, ISN_TYPE_MEETING, ISN_TYPE_PLACE);
  m.entities[SUBJECT].label = ISN_STR("الدورة الثامنة");
  IsnFact* const fact = tell(&m, ISN_PROP_ORDINAL, ISN_NO_ENTITY);
  fact->value = ISN_STR("8");
  CHECK(isn_doubts_has(&m.doc, fact));
  m.doc.text = ISN_STR("الدورة الثامنة من مهرجان");
  CHECK(!isn_doubts_has(&m.doc, fact));
  m.doc.text = ISN_STR("الدورة الثامنة من نعم");
  CHECK(isn_doubts_has(&m.doc, fact));
  m.entities[SUBJECT].aliases = &alias;
  m.entities[SUBJECT].n_aliases = 1;
  CHECK(!isn_doubts_has(&m.doc, fact));
  m.entities[SUBJECT].n_aliases = 0;
  m.entities[SUBJECT].label = ISN_STR("الدورة الثامنة للمجلس");
  CHECK(!isn_doubts_has(&m.doc, fact));
  m.entities[SUBJECT].label = ISN_STR("الاجتماع الثامن");
  CHECK(!isn_doubts_has(&m.doc, fact));
  m.entities[SUBJECT].label = ISN_STR("الدورة الثامنة");
  tell(&m, ISN_PROP_HELD_IN, OBJECT);
  CHECK(!isn_doubts_has(&m.doc, fact));
}

/// What belongs to a body belongs to no place besides.
static void
units_are_of_one_body(void)
{
  Made m;
  make(&m, ISN_TYPE_ORGANIZATION, ISN_TYPE_PLACE);
  IsnFact* const fact = tell(&m, ISN_PROP_UNIT_OF, OBJECT);
  CHECK(!isn_doubts_has(&m.doc, fact));
  IsnFact* const other = tell(&m, ISN_PROP_UNIT_OF, OTHER);
  CHECK(isn_doubts_has(&m.doc, fact));
  CHECK(!isn_doubts_has(&m.doc, other));
  other->is_default = true;
  CHECK(!isn_doubts_has(&m.doc, fact));
  other->is_default = false;
  other->modality = ISN_NEGATED;
  CHECK(!isn_doubts_has(&m.doc, fact));
  other->modality = ISN_ASSERTED;
  m.entities[SUBJECT].kind = ISN_STR("ministry");
  CHECK(!isn_doubts_has(&m.doc, fact));
  m.entities[SUBJECT].kind = ISN_STR("party");
  CHECK(isn_doubts_has(&m.doc, other));
}

/// «النقيب» of the bar, «العميد» of a team.
static void
ranks_are_of_officers(void)
{
  static const struct {
    const char* text;
    const char* rank;
    bool is_doubted;
  } cases[] = {
    { "قال النقيب", "النقيب", false },
    { "قال النقيب إن المحامين", "النقيب", true },
    { "قال العميد إن المحامين", "العميد", false },
    { "قال العميد بعد المباراة", "العميد", true },
    { "قال العقيد بعد المباراة", "العقيد", false },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    Made m;
    make(&m, ISN_TYPE_PERSON, ISN_TYPE_PLACE);
    m.doc.text = isn_str(cases[i].text);
    IsnFact* const fact = tell(&m, ISN_PROP_RANK, ISN_NO_ENTITY);
    fact->value = isn_str(cases[i].rank);
    CHECK_CASE(cases[i].text,
               isn_doubts_has(&m.doc, fact) == cases[i].is_doubted);
  }
}

/// A branch has no seat where it is named, nor what only a noun points to.
static void
branches_have_no_seat(void)
{
  static const struct {
    const char* text;
    const char* label;
    const char* kind;
    bool is_doubted;
  } cases[] = {
    { "بنك زولتك في تونس", "بنك زولتك", "", false },
    { "بنك زولتك (تونس)", "بنك زولتك", "", false },
    { "بنك زولتك وتونس", "بنك زولتك", "", true },
    { "بنك زولتك قال بنك زولتك في تونس", "بنك زولتك", "", false },
    { "بنك في تونس", "بنك", "", true },
    { "حزب زولتك في تونس", "حزب زولتك", "", true },
    { "بنك زولتك في تونس", "بنك زولتك", "police", true },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    Made m;
    make(&m, ISN_TYPE_ORGANIZATION, ISN_TYPE_PLACE);
    m.doc.text = isn_str(cases[i].text);
    m.entities[SUBJECT].label = isn_str(cases[i].label);
    m.entities[SUBJECT].kind = isn_str(cases[i].kind);
    IsnFact* const fact = tell(&m, ISN_PROP_HELD_IN, OBJECT);
    fact->is_default = true;
    CHECK_CASE(cases[i].text,
               isn_doubts_has(&m.doc, fact) == cases[i].is_doubted);
    fact->is_default = false;
    CHECK(!isn_doubts_has(&m.doc, fact));
  }
}

/// What a board does its body does.
static void
boards_act_for_their_body(void)
{
  static const struct {
    const char* label;
    IsnSpan inner; ///< The body's mention; the board's is of tokens 10 to 13
    uint32_t wanted;
  } cases[] = {
    { "مجلس إدارة البنك", { 12, 13 }, OTHER },
    { "مجلس محافظي البنك", { 12, 13 }, OTHER },
    { "مجلس إدارة البنك", { 12, 14 }, SUBJECT },
    { "مجلس إدارة البنك", { 13, 14 }, SUBJECT },
    { "مجلس البنك", { 12, 13 }, SUBJECT },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    Made m;
    IsnSide side = { .n = 0 };
    make(&m, ISN_TYPE_ORGANIZATION, ISN_TYPE_PLACE);
    m.entities[SUBJECT].label = isn_str(cases[i].label);
    mention(&m, SUBJECT, (IsnSpan){ 10, 13 });
    mention(&m, OTHER, cases[i].inner);
    isn_side_add(&side, SUBJECT);
    isn_side_replace_boards(&m.doc, &side);
    CHECK_EQ(side.n, 1);
    CHECK_EQ(side.list[0], cases[i].wanted);
  }
}

int
main(void)
{
  RUN(strangers_do_not_speak_at_press_conferences);
  RUN(camps_have_no_speakers);
  RUN(rounds_need_more_than_a_number);
  RUN(units_are_of_one_body);
  RUN(ranks_are_of_officers);
  RUN(branches_have_no_seat);
  RUN(boards_act_for_their_body);
  isn_arena_clear(&arena);
  return check_end();
}
