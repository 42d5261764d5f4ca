// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What entities are linked with: names, nouns of kinds, an index.
#include "extract/entities/generic.h"
#include "extract/entities/index.h"
#include "extract/entities/name.h"
#include "extract/entities/person.h"
#include "tests/unit/check.h"

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
persons_are_no_sons_of_themselves(void)
{
  static const struct {
    const char* whole[5];
    const char* part[5];
    bool is_same;
  } cases[] = {
    { { "خالد", "منزلاوي" }, { "منزلاوي" }, true },
    { { "خالد", "بن", "محمد", "منزلاوي" }, { "خالد", "منزلاوي" }, true },
    { { "خالد", "بن", "محمد", "منزلاوي" }, { "محمد", "منزلاوي" }, false },
    { { "محمد", "بن", "سلمان", "بن", "خالد" },
      { "سلمان", "بن", "خالد" },
      false },
    { { "محمد", "بن", "سلمان" }, { "سلمان" }, false },
    { { "موسى", "بن", "رقوش" }, { "رقوش" }, true },
    { { "ابن", "سلمان" }, { "سلمان" }, true },
    { { "خالد", "منزلاوي" }, { "محمد", "منزلاوي" }, false },
    { { "خالد", "منزلاوي" }, { "خالد" }, false },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnName whole = { .n = 0 };
    IsnName part = { .n = 0 };
    for (size_t w = 0; w < 5 && cases[i].whole[w]; ++w) {
      whole.words[whole.n++] = isn_str(cases[i].whole[w]);
    }
    for (size_t w = 0; w < 5 && cases[i].part[w]; ++w) {
      part.words[part.n++] = isn_str(cases[i].part[w]);
    }
    CHECK_EQ(isn_person_same(&whole, &part), cases[i].is_same);
    CHECK_EQ(isn_person_same(&part, &whole), cases[i].is_same);
  }
}

static void
works_are_known_by_their_first_word(void)
{
  CHECK(isn_generic_builds(ISN_STR("بناء")));
  CHECK(isn_generic_builds(ISN_STR("محطه")));
  CHECK(!isn_generic_builds(ISN_STR("مشروع")));
  CHECK(!isn_generic_builds((IsnStr){ NULL, 0 }));
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
  IsnArena arena = { 0 };
  const IsnName name = name_of("شتوك", NULL, NULL);
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
  isn_arena_clear(&arena);
}

int
main(void)
{
  RUN(names_compare);
  RUN(persons_are_no_sons_of_themselves);
  RUN(works_are_known_by_their_first_word);
  RUN(generic_nouns_fit_kinds);
  RUN(meetings_are_told_of_by_other_nouns);
  RUN(index_gives_the_newest_first);
  return check_end();
}
