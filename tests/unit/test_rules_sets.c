// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Sets of atoms, and signs that look alike.
#include "tests/unit/sentence.h"

/// Signs of a filter of one rule.
static void
make_signs(IsnSigns* const signs, const char* const pattern)
{
  const IsnFilterRule rule = { scope, isn_str(pattern), NULL, 0 };
  IsnFilter* const filter = isn_arena_alloc(&arena, sizeof(*filter));
  CHECK(filter && !isn_filter_build(filter, &rule, 1, &arena));
  *signs = (IsnSigns){ .sets.filter = filter };
}

/// Whether rule 0 can begin with a unit of the set, as its row says.
static bool
can_begin(const IsnSets* const sets, const uint32_t set)
{
  const IsnRow* const row = &sets->rows[set];
  return isn_sets_cell(sets->bits, row->cells, 0)[0] & 1u;
}

static void
words_of_the_same_atoms_have_one_set(void)
{
  IsnSigns signs;
  make_signs(&signs, "نعم|لا");
  IsnSets* const sets = &signs.sets;
  const uint32_t yes = isn_sets_find(sets, ISN_STR("نعم"));
  const uint32_t other = isn_sets_find(sets, ISN_STR("كتاب"));
  CHECK(yes != other);
  CHECK_EQ(isn_sets_find(sets, ISN_STR("نعم")), yes);
  CHECK_EQ(isn_sets_find(sets, ISN_STR("شتوك")), other);
  CHECK(can_begin(sets, yes));
  CHECK(!can_begin(sets, other));
  isn_signs_clear(&signs);
}

/// Where no cell is left, a rule is tried too often, and never too rarely.
static void
rows_without_a_cell_leave_all_open(void)
{
  IsnSigns signs;
  make_signs(&signs, "نعم|لا");
  IsnSets* const sets = &signs.sets;
  CHECK(isn_sets_find(sets, ISN_STR("نعم")) != ISN_NO_SET);
  const size_t n_cells = sets->cells.n_items;
  sets->cells.n_items = (size_t)UINT16_MAX + 1; // as if they were all taken
  const uint32_t other = isn_sets_find(sets, ISN_STR("كتاب"));
  sets->cells.n_items = n_cells;
  CHECK(other != ISN_NO_SET);
  CHECK(can_begin(sets, other));
  const uint64_t* const cell =
    isn_sets_cell(sets->bits, sets->rows[other].cells, 0);
  for (size_t i = 0; i < ISN_FILTER_PARTS; ++i) {
    CHECK(cell[i] == ~(uint64_t)0);
  }
  isn_signs_clear(&signs);
}

/// Signs may be forgotten without the sets; what is found again is the same.
static void
sets_outlive_signs(void)
{
  IsnSigns signs;
  make_signs(&signs, "نعم|لا");
  const uint32_t set = isn_signs_get(&signs, ISN_STR("نعم"))->n_set;
  char word[32];
  size_t n_gone = 0;
  for (int i = 0; i < 60000 && !n_gone; ++i) {
    snprintf(word, sizeof(word), "كتاب%d", i);
    CHECK(isn_signs_get(&signs, isn_str(word)));
    const size_t n_before = signs.texts.n_items;
    isn_signs_trim(&signs);
    n_gone = n_before - signs.texts.n_items;
  }
  CHECK(n_gone > 1000);
  CHECK_EQ(signs.sets.passed.n_items, 2);
  CHECK_EQ(isn_signs_get(&signs, ISN_STR("نعم"))->n_set, set);
  isn_signs_clear(&signs);
}

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(words_of_the_same_atoms_have_one_set);
  RUN(rows_without_a_cell_leave_all_open);
  RUN(sets_outlive_signs);
  sentences_end();
  return check_end();
}
