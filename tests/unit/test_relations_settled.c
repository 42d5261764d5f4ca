// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Facts that are put together, and which of them stay in the end.
#include "extract/relations/facts.h"
#include "extract/relations/lengths.h"
#include "tests/unit/check.h"

static IsnArena arena;

/// What hand-made facts are of, by number.
static IsnEntity made_entities[] = {
  { .type = ISN_TYPE_MEETING },      { .type = ISN_TYPE_MEETING },
  { .type = ISN_TYPE_PERSON },       { .type = ISN_TYPE_ORGANIZATION },
  { .type = ISN_TYPE_PLACE },        { .type = ISN_TYPE_PLACE },
  { .type = ISN_TYPE_ORGANIZATION }, { .type = ISN_TYPE_AGREEMENT },
};

enum { MEETING, OTHER_MEETING, PERSON, BODY, TOWN, COUNTRY };

/// A fact, where it stands, and whether it is settled that it stays.
typedef struct {
  IsnProperty property;
  uint32_t subject;
  uint32_t object; ///< Or 0 and a value
  const char* value;
  char sort; ///< 'd' of default, 'p' planned, 'n' negated, else 's'
  double confidence;
  IsnSpan evidence;
  bool stays;
} MadeFact;

static void
check_settled(const char* const name, const MadeFact* const facts, size_t n)
{
  IsnDocument doc;
  IsnFactSet set;
  bool stays[8] = { false };
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  made_entities[TOWN].kind = ISN_STR("City");
  made_entities[COUNTRY].kind = ISN_STR("Country");
  made_entities[BODY].label = ISN_STR("بنك زولتك");
  doc.text = ISN_STR("بنك زولتك في تونس");
  doc.entities = made_entities;
  doc.n_entities = N_OF(made_entities);
  doc.date = ISN_STR("2016-10-12");
  CHECK(isn_facts_init(&set, &doc));
  for (size_t i = 0; i < n; ++i) {
    const MadeFact* const f = &facts[i];
    const IsnFact fact = { .subject = f->subject,
                           .property = f->property,
                           .object = f->value ? ISN_NO_ENTITY : f->object,
                           .value =
                             f->value ? isn_str(f->value) : (IsnStr){ NULL, 0 },
                           .context = (uint32_t)i, // tells them apart
                           .modality =
                             f->sort == 'n' ? ISN_NEGATED : ISN_ASSERTED,
                           .is_default = f->sort == 'd',
                           .is_planned = f->sort == 'p',
                           .confidence = f->confidence };
    CHECK(!isn_facts_add(&set, &doc, &fact, f->evidence));
  }
  CHECK(isn_facts_settle(&doc));
  for (size_t i = 0; i < doc.n_facts; ++i) {
    stays[doc.facts[i].context] = true;
  }
  for (size_t i = 0; i < n; ++i) {
    if (stays[i] != facts[i].stays) {
      printf("  fact %zu:\n", i);
    }
    CHECK_CASE(name, stays[i] == facts[i].stays);
  }
}

#define CHECK_SETTLED(name, ...)                                               \
  do {                                                                         \
    const MadeFact made[] = { __VA_ARGS__ };                                   \
    check_settled(name, made, N_OF(made));                                     \
  } while (0)

static void
values_that_can_be_one_are(void)
{
  const IsnProperty begins = ISN_PROP_START_DATE;
  CHECK_SETTLED("the first of two",
                { begins, MEETING, 0, "2016-10-12", 's', 0.5, { 0, 1 }, true },
                { begins, MEETING, 0, "2016-10-13", 's', 0.5, { 1, 2 }, false },
                { begins, OTHER_MEETING, 0, "2015", 's', 0.1, { 1, 2 }, true });
  CHECK_SETTLED("the surer of two",
                { begins, MEETING, 0, "2016-10-12", 's', 0.5, { 0, 1 }, false },
                { begins, MEETING, 0, "2016-10-13", 's', 0.6, { 1, 2 }, true });
  CHECK_SETTLED("a day in the year",
                { begins, MEETING, 0, "2016", 's', 0.9, { 0, 1 }, false },
                { begins, MEETING, 0, "2016-10-13", 's', 0.5, { 1, 2 }, true });
  CHECK_SETTLED("what is not so",
                { begins, MEETING, 0, "2016-10-12", 's', 0.5, { 0, 1 }, true },
                { begins, MEETING, 0, "2016-10-13", 'n', 0.9, { 1, 2 }, true });
  CHECK_SETTLED(
    "persons come to many",
    { ISN_PROP_ATTENDS, PERSON, MEETING, NULL, 's', 0.5, { 0, 1 }, true },
    { ISN_PROP_ATTENDS,
      PERSON,
      OTHER_MEETING,
      NULL,
      's',
      0.5,
      { 0, 1 },
      true });
}

static void
counts_are_of_what_their_words_name(void)
{
  const IsnProperty people = ISN_PROP_ATTENDEE_COUNT;
  const IsnProperty countries = ISN_PROP_COUNTRY_COUNT;
  CHECK_SETTLED("the same words",
                { people, MEETING, 0, "280", 'd', 0.5, { 5, 9 }, false },
                { people, OTHER_MEETING, 0, "280", 's', 0.5, { 0, 6 }, true });
  CHECK_SETTLED(
    "counts of any sort",
    { people, MEETING, 0, "280", 'd', 0.5, { 5, 9 }, false },
    { countries, OTHER_MEETING, 0, "280", 's', 0.5, { 0, 6 }, true });
  CHECK_SETTLED("words behind",
                { people, MEETING, 0, "280", 'd', 0.5, { 6, 9 }, true },
                { people, OTHER_MEETING, 0, "280", 's', 0.5, { 0, 6 }, true });
  CHECK_SETTLED("words before",
                { people, MEETING, 0, "280", 'd', 0.5, { 0, 6 }, true },
                { people, OTHER_MEETING, 0, "280", 's', 0.5, { 6, 9 }, true });
  CHECK_SETTLED("another number",
                { people, MEETING, 0, "281", 'd', 0.5, { 5, 9 }, true },
                { people, OTHER_MEETING, 0, "280", 's', 0.5, { 0, 6 }, true });
}

static void
nobody_speaks_before_the_day(void)
{
  static const struct {
    const char* day;
    char sort;
    bool stays;
  } cases[] = {
    { "2016-10-11", 's', true },  { "2016-10-12", 's', true },
    { "2016-10-13", 's', false }, { "2016-10-13", 'p', true },
    { "2016-10-13", 'n', true },  { "2016-11", 's', true },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    CHECK_SETTLED(cases[i].day,
                  { ISN_PROP_START_DATE,
                    MEETING,
                    0,
                    cases[i].day,
                    's',
                    0.5,
                    { 0, 1 },
                    true },
                  { ISN_PROP_SPEAKS_AT,
                    PERSON,
                    MEETING,
                    NULL,
                    cases[i].sort,
                    0.5,
                    { 0, 1 },
                    cases[i].stays });
  }
}

static void
towns_stay_beside_their_country(void)
{
  const IsnProperty in = ISN_PROP_HELD_IN;
  CHECK_SETTLED("a country for sure",
                { in, MEETING, TOWN, NULL, 'd', 0.5, { 0, 1 }, true },
                { in, MEETING, COUNTRY, NULL, 's', 0.5, { 1, 2 }, true });
  CHECK_SETTLED("a town for sure",
                { in, MEETING, COUNTRY, NULL, 'd', 0.5, { 0, 1 }, false },
                { in, MEETING, TOWN, NULL, 's', 0.5, { 1, 2 }, true });
}

/// What a text only mentions need not be where the text was written.
static void
meetings_are_at_the_dateline_if_told_of(void)
{
  const IsnProperty in = ISN_PROP_HELD_IN;
  CHECK_SETTLED("mentioned",
                { in, MEETING, TOWN, NULL, 'd', 0.5, { 0, 1 }, false });
  CHECK_SETTLED(
    "told of",
    { in, MEETING, TOWN, NULL, 'd', 0.5, { 0, 1 }, true },
    { ISN_PROP_ORGANIZES, BODY, MEETING, NULL, 's', 0.5, { 1, 2 }, true });
  CHECK_SETTLED("another is told of",
                { in, MEETING, TOWN, NULL, 'd', 0.5, { 0, 1 }, false },
                { ISN_PROP_ORGANIZES,
                  BODY,
                  OTHER_MEETING,
                  NULL,
                  's',
                  0.5,
                  { 1, 2 },
                  true });
  CHECK_SETTLED(
    "it is not so",
    { in, MEETING, TOWN, NULL, 'd', 0.5, { 0, 1 }, false },
    { ISN_PROP_ORGANIZES, BODY, MEETING, NULL, 'n', 0.5, { 1, 2 }, true });
}

static void
meetings_last_a_month_at_most(void)
{
  const IsnProperty lasts = ISN_PROP_DURATION;
  static const struct {
    const char* value;
    bool stays;
  } cases[] = {
    { "P3D", true }, { "P1M", true }, { "P2M", false }, { "P1Y", false }
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    CHECK_SETTLED(cases[i].value,
                  { lasts,
                    MEETING,
                    0,
                    cases[i].value,
                    's',
                    0.5,
                    { 0, 1 },
                    cases[i].stays });
  }
}

/// The first day, of the last one and the number of days.
static void
days_are_counted_back(void)
{
  static const struct {
    const char* end;
    const char* length;
    const char* other; ///< Another begin or end, or NULL
    IsnModality modality;
    const char* begin; ///< NULL: none is worked out
  } cases[] = {
    { "2016-10-12", "P3D", NULL, ISN_ASSERTED, "2016-10-10" },
    { "2016-10-12", "P1D", NULL, ISN_ASSERTED, "2016-10-12" },
    { "2016-10-12", "P7D", NULL, ISN_ASSERTED, "2016-10-06" },
    { "2016-03-01", "P2D", NULL, ISN_ASSERTED, "2016-02-29" },
    { "2016-10-12", "P8D", NULL, ISN_ASSERTED, NULL },
    { "2016-10-12", "P0D", NULL, ISN_ASSERTED, NULL },
    { "2016-10-12", "P1M", NULL, ISN_ASSERTED, NULL },
    { "2016-10", "P3D", NULL, ISN_ASSERTED, NULL },
    { "2016-10-12", "P3D", NULL, ISN_NEGATED, NULL },
    { "2016-10-12", "P3D", "begin", ISN_ASSERTED, NULL },
    { "2016-10-12", "P3D", "end", ISN_ASSERTED, NULL },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnDocument doc;
    IsnFactSet set;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    doc.entities = made_entities;
    doc.n_entities = N_OF(made_entities);
    CHECK(isn_facts_init(&set, &doc));
    IsnFact fact = { .subject = MEETING,
                     .object = ISN_NO_ENTITY,
                     .context = ISN_NO_ENTITY,
                     .confidence = 0.9 };
    fact.property = ISN_PROP_END_DATE;
    fact.value = isn_str(cases[i].end);
    fact.modality = cases[i].modality;
    CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ 0, 1 }));
    fact.modality = ISN_ASSERTED;
    if (cases[i].other) {
      fact.property =
        strcmp(cases[i].other, "end") ? ISN_PROP_START_DATE : ISN_PROP_END_DATE;
      fact.value = ISN_STR("2015-01-01");
      CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ 0, 1 }));
    }
    fact.property = ISN_PROP_DURATION;
    fact.value = isn_str(cases[i].length);
    fact.confidence = 0.5;
    CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ 2, 3 }));
    const size_t n = doc.n_facts;
    CHECK(!isn_lengths_fill(&set, &doc));
    CHECK_EQ(doc.n_facts, n + (cases[i].begin != NULL));
    if (doc.n_facts > n) {
      const IsnFact* const begin = &doc.facts[n];
      CHECK_EQ(begin->property, ISN_PROP_START_DATE);
      CHECK_STR(begin->value, cases[i].begin);
      CHECK_EQ(begin->n_evidence, 2);
      CHECK(begin->confidence < 0.6); // of what is less sure
    }
  }
}

/// The last day, of the first one and the number of days.
static void
days_are_counted_on(void)
{
  static const struct {
    const char* begin;
    const char* length;
    const char* end; ///< NULL: none is worked out
  } cases[] = {
    { "2016-10-10", "P3D", "2016-10-12" },
    { "2016-10-10", "P1D", "2016-10-10" },
    { "2016-02-29", "P2D", "2016-03-01" },
    { "2016-10-10", "P8D", NULL },
    { "2016-10", "P3D", NULL },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnDocument doc;
    IsnFactSet set;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    doc.entities = made_entities;
    doc.n_entities = N_OF(made_entities);
    CHECK(isn_facts_init(&set, &doc));
    IsnFact fact = { .subject = MEETING,
                     .object = ISN_NO_ENTITY,
                     .context = ISN_NO_ENTITY,
                     .confidence = 0.9 };
    fact.property = ISN_PROP_START_DATE;
    fact.value = isn_str(cases[i].begin);
    fact.modality = ISN_ASSERTED;
    CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ 0, 1 }));
    fact.property = ISN_PROP_DURATION;
    fact.value = isn_str(cases[i].length);
    CHECK(!isn_facts_add(&set, &doc, &fact, (IsnSpan){ 2, 3 }));
    const size_t n = doc.n_facts;
    CHECK(!isn_lengths_fill(&set, &doc));
    CHECK_EQ(doc.n_facts, n + (cases[i].end != NULL));
    if (doc.n_facts > n) {
      CHECK_EQ(doc.facts[n].property, ISN_PROP_END_DATE);
      CHECK_STR(doc.facts[n].value, cases[i].end);
    }
  }
}

/// Told again, a fact is all that it was said to be.
static void
facts_told_again_are_joined(void)
{
  IsnDocument doc;
  IsnFactSet set;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  CHECK(isn_facts_init(&set, &doc));
  const IsnFact first = { .subject = PERSON,
                          .property = ISN_PROP_SPEAKS_AT,
                          .object = MEETING,
                          .rule = ISN_STR("first"),
                          .context = ISN_NO_ENTITY,
                          .is_default = true,
                          .confidence = 0.5 };
  IsnFact again = first;
  again.rule = ISN_STR("again");
  again.is_default = false;
  again.is_planned = again.is_minimum = true;
  CHECK(!isn_facts_add(&set, &doc, &first, (IsnSpan){ 0, 1 }));
  CHECK(!isn_facts_add(&set, &doc, &again, (IsnSpan){ 0, 1 }));
  CHECK_EQ(doc.n_facts, 1);
  const IsnFact* const f = &doc.facts[0];
  CHECK(!f->is_default && f->is_planned && f->is_minimum);
  CHECK_EQ(f->n_evidence, 1); // of the same words
  CHECK_STR(f->rule, "first");
  CHECK(!isn_facts_add(&set, &doc, &first, (IsnSpan){ 0, 2 }));
  CHECK_EQ(f->n_evidence, 2);
  CHECK(!f->is_default && f->is_planned && f->is_minimum);
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

int
main(void)
{
  RUN(default_facts_give_way_to_others);
  RUN(default_towns_are_not_abroad);
  RUN(facts_are_kept_apart);
  RUN(facts_told_again_are_joined);
  RUN(values_that_can_be_one_are);
  RUN(counts_are_of_what_their_words_name);
  RUN(nobody_speaks_before_the_day);
  RUN(towns_stay_beside_their_country);
  RUN(meetings_are_at_the_dateline_if_told_of);
  RUN(meetings_last_a_month_at_most);
  RUN(days_are_counted_back);
  RUN(days_are_counted_on);
  isn_arena_clear(&arena);
  return check_end();
}
