// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Where rules are tried: filters, nets, walks.
#include "extract/rules/starts.h"
#include "extract/rules/taken.h"
#include "extract/rules/walks.h"
#include "tests/unit/sentence.h"

/// Whether the rule is tried at all.
static bool
is_tried(Sentence* const s, IsnRule* const rule)
{
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const IsnSpan all = { 0, (uint32_t)s->doc.n_tokens };
  const IsnFilterRule only = {
    scope, rule->pattern, rule->has_trigger ? &rule->needs.needs[0] : NULL, 0
  };
  IsnFilter* const filter = isn_arena_alloc(&arena, sizeof(*filter));
  IsnSigns signs = { .sets.filter = filter };
  IsnAnnotated annotated = { .signs = &signs };
  CHECK(filter && !isn_filter_build(filter, &only, 1, &arena));
  CHECK(!isn_annotate(&annotated, &source, all, ISN_NO_MENTION));
  CHECK(!isn_starts_find(&annotated, 0, 1, 0));
  const bool is = annotated.n_starts;
  isn_annotated_clear(&annotated);
  isn_signs_clear(&signs);
  return is;
}

static void
rules_are_tried_where_they_can_match(void)
{
  static const struct {
    const char* pattern;
    const char* text;
    bool is_tried;
  } cases[] = {
    { "{say} {Country}", "قال فرنسا", true },
    { "{say} {Country}", "فرنسا نعم قال", false },
    { "{say} {Country}", "قال الدوحة", false },
    { "{say}{gap} {Country}", "قال نعم فرنسا", true },
    { "{say}{gap} {Country}", "فرنسا قال نعم", false },
    { "{say|meeting}", "اجتماع", true },
    { "{say}? نعم", "نعم", false },
    { "{say}? ?نعم", "نعم", true },
    { "{say}*{any}", "نعم", true },
    { "{say}{0,2}", "نعم", true },
    { "(?:{say} )?نعم", "نعم", true },
    { "(?!{say}){any} {City}", "نعم الدوحة", true },
    { "{say}|{Country}", "فرنسا", true },
    { "{say}|{Country}", "نعم", false },
    { "(?:نعم|لا)(?![ء-ي]) {any}", "نعما قال", false },
    { "(?:نعم|لا) {any}", "لا قال", true },
    { "(?:نع)(?:ما)? قال", "نعما قال", true },
    { "نع.*قال", "نعما ثم قال", true },
    { "^قال", "قال", true },
    { "^قال", "ثم قال", false },
    { "وـ{say}", "قال", false },
    { "[وف]ـ{say}", "وقال", true },
    { "(?:وـ)?{say}", "قال", true },
    { "{any} {any} {any}", "قال نعم", false },
    { "(?=نعم|{say}){any}", "ثم", false },
    { "(?<x>نعم|{say}) (?&x) {any}", "نعم نعم لا", true },
    { "(?<x>نعم|{say}) (?&x) {any}", "نعم لا لا", false },
    { "{say.pl}", "قال", false },
    { "{say.!pl}", "قال", true },
    { "{say.!pl}", "قالوا", false },
    { "[ء-ي]+ {City}", "نعم الدوحة", true },
    { "[^ ]+ {City}", "نعم الدوحة", true },
    { "[^،]+ {City}", "نعم ثم لا الدوحة", true },
    { "[وف]ـ?نعم", "لا", false },
    { "[وف]ـ?نعم", "ونعم", true },
    { "[وف]ـ?نعم", "فنعم", true },
    { "(?:[وف]ـ?)?نعم", "نعم", true },
    { "(?:وـ|و)?نعم", "لا", false },
    { "(?:وـ|و)?نعم", "نعم", true },
    { "(?:وـ|و)?نعم", "ونعم", true },
    { "(?:{any} ){0,3}نعم", "قال لا ثم", false },
    { "(?:{any} ){0,3}نعم", "قال لا نعم", true },
    { "(?:ال)?(?:ع)?لا", "العلا", true },
    { "(?:ال)?(?:ع)?لا(?![ء-ي])", "الم", false },
    { "(?:ثم(?<x> لا))?نعم(?&x)", "نعم لا", true },
    { "(?:(?<x>نعم)|لا) (?(x){say}|{City})", "نعم قال", true },
    { "(?:(?<x>نعم)|لا) (?(x){say}|{City})", "لا الدوحة", true },
    { "(?:(?<x>نعم)|لا) (?(x){say}|{City})", "لا فرنسا", false },
    { "(?:(?<x>نعم)|لا)(?(x) (?:{say}|{City}))", "لا", true },
    { "(?:(?<x>نعم)|لا)(?(x) (?:{say}|{City}))", "ثم", false },
    { "(?:ثم(?<x> لا))?نعم(?&x)", "نعم ثم", false },
    { "نعم(?= لا)", "نعم ثم لا", false },
    { "نعم(?= لا)", "نعم لا", true },
    { "(?:نعم(?= لا))? ?ثم", "ثم لا", true },
    { "(?:نعم(?= ثم) ?)+ثم", "نعم ثم", true },
    { "نعم(?= ثم) {any} لا", "نعم ثم لا", true },
    { "{say}{gap} لا{gap} {Country}|ثم{gap} لا{gap} {City}",
      "قال نعم لا نعم",
      false },
    { "{say}{gap} لا{gap} {Country}|ثم{gap} لا{gap} {City}",
      "قال نعم نعم ثم الدوحة",
      false },
    { "{say}{gap} لا{gap} {Country}|ثم{gap} لا{gap} {City}",
      "قال نعم ثم لا نعم فرنسا",
      true },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnRule rule = { .pattern = isn_str(cases[i].pattern) };
    read_text(&s, cases[i].text);
    CHECK_CASE(cases[i].pattern, is_tried(&s, &rule) == cases[i].is_tried);
  }
  clear_sentence(&s);
}

static void
triggers_must_stand_somewhere(void)
{
  Sentence s = { .annotated = { .n_units = 0 } };
  IsnRule rule = { .pattern = ISN_STR("{any}"), .has_trigger = true };
  CHECK(isn_pattern_trigger(&scope, ISN_STR("say Country def"), &rule.needs));
  read_text(&s, "ثم فرنسا");
  CHECK(is_tried(&s, &rule));
  read_text(&s, "ثم نعم");
  CHECK(!is_tried(&s, &rule));
  static const char* const wrong[] = {
    "say nothing", "", "say  Country", "def ta latin nisba alef say meeting"
  };
  for (size_t i = 0; i < N_OF(wrong); ++i) {
    CHECK(!isn_pattern_trigger(&scope, isn_str(wrong[i]), &rule.needs));
  }
  clear_sentence(&s);
}

static void
check_taken(const IsnTaken* const taken, const char* const expected)
{
  isn_buffer_empty(&out);
  isn_buffer_append(&out, isn_str(taken ? "" : "unknown"));
  for (size_t i = 0; taken && i < taken->n; ++i) {
    isn_buffer_append(&out, taken->list[i]);
    isn_buffer_append_byte(&out, '|');
  }
  CHECK_STR(isn_buffer_str(&out), expected);
}

static void
taken_letters_are_kept_once(void)
{
  const IsnLiterals words = { { ISN_STR("و"), ISN_STR(""), ISN_STR("و") }, 3 };
  const IsnLiterals proclitics = { { ISN_STR("وب"), ISN_STR("") }, 2 };
  const IsnLiterals name = { { ISN_STR("قال") }, 1 };
  const IsnTaken* const of = isn_taken_of(&arena, &words);
  const IsnTaken* const more = isn_taken_of(&arena, &proclitics);
  IsnLiterals all = { .n = 0 };
  check_taken(&isn_taken_nothing, "|");
  check_taken(of, "و||");
  check_taken(isn_taken_join(&arena, of, more), "و||وب|");
  check_taken(isn_taken_join(&arena, of, NULL), "unknown");
  check_taken(isn_taken_join(&arena, NULL, NULL), "unknown");
  check_taken(isn_taken_tatweel(&arena, of), "|");
  check_taken(isn_taken_tatweel(&arena, more), "و||");
  check_taken(isn_taken_tatweel(&arena, NULL), "unknown");
  CHECK(isn_taken_is_nothing(&isn_taken_nothing));
  CHECK(!isn_taken_is_nothing(of) && !isn_taken_is_nothing(NULL));
  CHECK(isn_taken_words(&arena, more, &name, &all));
  CHECK_EQ(all.n, 2);
  CHECK_STR(all.list[0], "وبقال");
  CHECK_STR(all.list[1], "قال");
  // More than there is room for
  IsnLiterals many = { .n = ISN_MAX_TAKEN + 1 };
  for (size_t i = 0; i < many.n; ++i) {
    many.list[i] = isn_arena_print(&arena, "%zu", i);
  }
  check_taken(isn_taken_of(&arena, &many), "unknown");
  --many.n;
  CHECK(isn_taken_of(&arena, &many));
  many.n = ISN_MAX_LITERALS;
  for (size_t i = 0; i < many.n; ++i) {
    many.list[i] = ISN_STR("س");
  }
  CHECK(isn_taken_words(&arena, &isn_taken_nothing, &many, &all));
  CHECK(!isn_taken_words(&arena, more, &many, &all));
}

/// Any set of atoms comes back as the tests that they pass, each its own here.
static void
atoms_are_packed_and_unpacked(void)
{
  enum { N_ATOMS = 40000 };
  uint32_t* const numbers =
    isn_arena_array(&arena, N_ATOMS + 2, sizeof(uint32_t));
  uint32_t* const atoms = isn_arena_array(&arena, N_ATOMS, sizeof(*atoms));
  CHECK(numbers && atoms);
  for (uint32_t i = 0; i < N_ATOMS + 2; ++i) {
    numbers[i] = i;
  }
  IsnFilter filter = { .atom_tests = { numbers, numbers } };
  filter.tests.tests.n_items = N_ATOMS;
  const size_t n_words = isn_filter_test_words(&filter);
  uint64_t* const in = isn_arena_array(&arena, n_words, sizeof(*in));
  uint64_t* const got = isn_arena_array(&arena, n_words, sizeof(*got));
  for (unsigned kind = 0; kind < 5; ++kind) {
    size_t n = 0;
    memset(in, 0, n_words * sizeof(*in));
    for (uint32_t i = 0; i < N_ATOMS; ++i) {
      const bool is = kind == 1   ? true
                      : kind == 2 ? i == N_ATOMS - 1
                      : kind == 3 ? i % 17000 == 127
                      : kind == 4 ? i % 128 < 2
                                  : false;
      if (is) {
        atoms[n++] = i;
        in[i / 64] |= (uint64_t)1 << i % 64;
      }
    }
    isn_buffer_empty(&out);
    isn_filter_pack_atoms(atoms, n, &out);
    isn_filter_unpack_tests(&filter, isn_buffer_str(&out), got);
    CHECK(!memcmp(in, got, n_words * sizeof(*in)));
  }
}

/// Steps that lie in one line of the cache are each their own, and what a line
/// has lost is worked out again.
static void
steps_are_told_apart(void)
{
  const IsnFilterRule rule = { scope, ISN_STR("{say} {Country}"), NULL, 0 };
  IsnFilter* const filter = isn_arena_alloc(&arena, sizeof(*filter));
  CHECK(filter && !isn_filter_build(filter, &rule, 1, &arena));
  IsnNets nets = { .filter = filter, .arena = &arena };
  const size_t n_atoms = filter->tests.atoms.n_items;
  uint32_t* const all = isn_arena_array(&arena, n_atoms, sizeof(*all));
  for (uint32_t i = 0; i < n_atoms; ++i) {
    all[i] = i;
  }
  isn_buffer_empty(&out);
  isn_filter_pack_atoms(all, n_atoms, &out);
  const IsnStr passed = isn_buffer_str(&out);
  const IsnStr none = { NULL, 0 };
  const uint32_t begin = isn_net_begin(&nets, 0);
  CHECK(begin >= ISN_NET_FIRST);
  size_t n_wrong = 0;
  for (int again = 0; again < 2; ++again) {
    for (uint32_t set = 0; set < 65000; ++set) { // more than the cache holds
      const bool passes = set % 3 == 0;
      const uint32_t to =
        isn_net_step(&nets, begin, passes ? &passed : &none, set);
      n_wrong += passes ? to < ISN_NET_FIRST : to != ISN_NET_FAILED;
    }
  }
  CHECK_EQ(n_wrong, 0);
}

/// The starts of rules in a sentence, those from which a net has a way:
/// "rule:unit" each, rules counted from `first`; in the arena.
static IsnStr
possible_starts(const char* const* const patterns,
                const size_t n,
                const size_t first,
                Sentence* const s)
{
  read_text(s, "قال نعم ثم لا قال فرنسا نعم قال لا الدوحة");
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const IsnSpan all = { 0, (uint32_t)s->doc.n_tokens };
  IsnFilterRule rules[16];
  for (size_t i = 0; i < n; ++i) {
    rules[i] = (IsnFilterRule){ scope, isn_str(patterns[i]), NULL, 0 };
  }
  IsnFilter* const filter = isn_arena_alloc(&arena, sizeof(*filter));
  IsnSigns signs = { .sets.filter = filter };
  IsnAnnotated annotated = { .signs = &signs };
  CHECK(filter && !isn_filter_build(filter, rules, n, &arena));
  CHECK(!isn_annotate(&annotated, &source, all, ISN_NO_MENTION));
  CHECK(!isn_starts_find(&annotated, 0, n, 0));
  CHECK(!isn_walks_keep_possible(&annotated, &signs.sets.nets));
  isn_buffer_empty(&out);
  for (size_t i = 0; i < annotated.n_starts; ++i) {
    char one[64];
    snprintf(one,
             sizeof(one),
             "%zu:%u ",
             first + isn_start_rule(annotated.starts[i]),
             isn_start_unit(annotated.starts[i]));
    isn_buffer_append(&out, isn_str(one));
  }
  isn_annotated_clear(&annotated);
  isn_signs_clear(&signs);
  return isn_arena_copy(&arena, isn_buffer_str(&out));
}

/// What of all that may begin has a way to its end; however many rules walk at
/// once, each walks as if it were alone.
static void
walks_keep_what_can_match(void)
{
  static const char* const patterns[] = {
    "{say}(?: نعم| ثم){0,3} لا {City}",
    "{say}{gap} {Country}",
    "{any} {any} {Country}",
    "نعم (?:ثم|قال) لا",
    "(?:{any} ){1,4}نعم قال",
    "{say} {say}|{say} لا",
    "لا (?!{say}){any}",
    "(?:نعم|لا)(?: {any}){0,9} {City}",
    "{any}{gap} فرنسا {say}",
    "{Country} {any} {say}",
    "(?:{any} ){2,}{City}",
    "(?:نعم(?= لا)|{Country})(?! {City})",
    "(?!{say}|(?:نعم|ثم)(?![ء-ي])){any} {say.!pl}",
    "لا (?!{Person|City}|{say.!pl}){any}",
    "(?!{say.pl}|(?:{Country}|نعم)){any} نعم",
  };
  static const struct {
    size_t rule;
    const char* starts;
  } known[] = {
    { 0, "0:7 " }, { 1, "1:0 1:4 " }, { 2, "2:3 " }, { 3, "3:1 3:6 " },
    { 5, "5:7 " }, { 8, "" },         { 9, "9:5 " }, { 11, "11:5 " },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  IsnBuffer alone = { 0 };
  for (size_t i = 0; i < N_OF(patterns); ++i) {
    isn_buffer_append(&alone, possible_starts(patterns + i, 1, i, &s));
  }
  const IsnStr together = possible_starts(patterns, N_OF(patterns), 0, &s);
  CHECK(isn_str_equal(together, isn_buffer_str(&alone)));
  for (size_t i = 0; i < N_OF(known); ++i) {
    const size_t r = known[i].rule;
    CHECK_STR(possible_starts(patterns + r, 1, r, &s), known[i].starts);
  }
  isn_buffer_clear(&alone);
  clear_sentence(&s);
}

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(rules_are_tried_where_they_can_match);
  RUN(taken_letters_are_kept_once);
  RUN(atoms_are_packed_and_unpacked);
  RUN(steps_are_told_apart);
  RUN(walks_keep_what_can_match);
  RUN(triggers_must_stand_somewhere);
  sentences_end();
  return check_end();
}
