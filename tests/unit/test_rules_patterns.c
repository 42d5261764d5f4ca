// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What patterns match, and that they are tried wherever they may.
#include "tests/unit/sentence.h"

/// Append the words of a group: «whole» or «name=words».
static void
append_group(const Sentence* const s, IsnRegex* const regex, const uint32_t i)
{
  IsnSpan place;
  if (!isn_matcher_group(matcher, i, &place) || place.end == place.begin) {
    return;
  }
  const IsnSpan units = isn_annotated_units(&s->annotated, place);
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const bool at_word = place.begin > s->annotated.units[units.begin].begin;
  const IsnSpan chars = isn_match_chars(&source, &s->annotated, units, at_word);
  const char* const name = isn_regex_group_name(regex, i);
  isn_buffer_append(&out, isn_str(i ? "; " : ""));
  isn_buffer_append(&out, isn_str(name ? name : ""));
  isn_buffer_append(&out, isn_str(i ? "=" : ""));
  isn_buffer_append(&out, isn_document_words(&s->doc, chars));
}

typedef struct {
  const char* pattern;
  const char* text;
  const char* found; ///< Words of the match and its groups; "": none
} PatternCase;

static void
check_pattern(Sentence* const s, const PatternCase* const c)
{
  read_text(s, c->text);
  annotate(s, ISN_NO_MENTION);
  IsnRegex* const regex = compile(c->pattern);
  isn_buffer_empty(&out);
  CHECK_CASE(said, regex != NULL);
  if (!regex) {
    return;
  }
  isn_matcher_read(matcher, &s->annotated.text);
  const IsnStatus st = isn_matcher_try(matcher, regex, 0);
  for (uint32_t i = 0; !st && i < isn_regex_n_groups(regex); ++i) {
    append_group(s, regex, i);
  }
  CHECK_CASE(c->pattern, st == ISN_END || !st);
  CHECK_CASE_STR(c->pattern, isn_buffer_str(&out), c->found);
  isn_regex_free(regex);
}

static IsnFilter kinds_filter; // of `kinds`
static IsnLetters letters;     // likewise

/// Fill in the rule's needs and its two forms: to be searched for, and to be
/// tried where it may begin.
static void
make_rule(IsnRule* const rule, IsnRegex** const whole)
{
  IsnBuffer translated = { 0 };
  const char* message = NULL;
  size_t offset = 0;
  CHECK(!isn_pattern_translate(&scope,
                               rule->pattern,
                               &translated,
                               &rule->needs,
                               &arena,
                               &message,
                               &offset));
  const IsnStr code = isn_buffer_str(&translated);
  CHECK(!isn_regex_new(whole, code, &arena, &message, &offset));
  CHECK(!isn_regex_new_anchored(&rule->regex, code, &arena, &message, &offset));
  isn_buffer_clear(&translated);
}

/// Matches of a rule.
typedef struct {
  IsnSpan first;
  size_t n;
} Found;

static IsnStatus
keep_match(void* const handle, const IsnMatch* const match)
{
  Found* const found = handle;
  if (!found->n++) {
    isn_matcher_group(match->matcher, 0, &found->first);
  }
  return ISN_SUCCESS;
}

/// Run a rule over the sentence.
static void
run_rule(Sentence* const s, IsnRule* const rule, Found* const found)
{
  IsnRuleSet set = { .rules = rule, .n_rules = 1 };
  const IsnFilterRule only = {
    scope, rule->pattern, rule->has_trigger ? &rule->needs.needs[0] : NULL, 0
  };
  CHECK(!isn_filter_build(&set.filter, &only, 1, &arena));
  IsnRunner runner = { .image = &image, .rules = &set, .matcher = matcher };
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const IsnSpan all = { 0, (uint32_t)s->doc.n_tokens };
  runner.signs.sets.filter = &set.filter;
  runner.signs.kinds = &kinds;
  runner.signs.letters = &letters;
  runner.signs.first_kind = isn_classes_kind(&image, 0);
  runner.signs.kinds_filter = kinds.n ? &kinds_filter : NULL;
  runner.annotated.signs = &runner.signs;
  for (size_t i = 0; i < s->doc.n_tokens; ++i) {
    s->analysis.words[i].sign = NULL; // those of other rules
  }
  CHECK(!isn_annotate(&runner.annotated, &source, all, ISN_NO_MENTION));
  CHECK(
    !isn_rules_run(&runner, &s->doc, 0, 1, ISN_TYPE_NONE, keep_match, found));
  isn_annotated_clear(&runner.annotated);
  isn_signs_clear(&runner.signs);
}

/// A rule tried only where its filter lets it finds what a search of the whole
/// sentence does.
static void
check_run(Sentence* const s, const PatternCase* const c)
{
  IsnRule rule = { .kind = ISN_RULE_RELATION,
                   .name = ISN_STR("r"),
                   .pattern = isn_str(c->pattern) };
  IsnRegex* whole = NULL;
  IsnSpan wanted = { UINT32_MAX, 0 };
  Found found = { .first = { UINT32_MAX, 0 } };
  make_rule(&rule, &whole);
  if (whole && rule.regex) {
    isn_matcher_read(matcher, &s->annotated.text);
    if (!isn_matcher_try(matcher, whole, 0)) {
      isn_matcher_group(matcher, 0, &wanted);
    }
    run_rule(s, &rule, &found);
  }
  CHECK_CASE(c->pattern,
             found.first.begin == wanted.begin &&
               found.first.end == wanted.end);
  isn_regex_free(whole);
  isn_regex_free(rule.regex);
}

static void
check_patterns(const PatternCase* const cases, const size_t n)
{
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < n; ++i) {
    check_pattern(&s, &cases[i]);
    check_run(&s, &cases[i]);
  }
  clear_sentence(&s);
}

static void
patterns_match_words(void)
{
  static const PatternCase cases[] = {
    { "شتوك ذهب", "ثم شتوك  ذهب نعم", "شتوك  ذهب" },
    { "\n  شتوك\n\t ذهب  ", "شتوك ذهب", "شتوك ذهب" },
    { "شتو", "شتوك", "" },
    { "توك", "شتوك", "" },
    { "أکّد", "اكد", "اكد" },
    { "شَتُوك", "شتوك", "شتوك" },
    { "مدرسة", "مدرسه", "مدرسه" },
    { "شتوك|نعم", "لا نعم", "نعم" },
    { "(?:ذهب|عاد) شتوك", "عاد شتوك", "عاد شتوك" },
    { "ذهب(?: [^ ]+){1,2} لا", "ذهب ثم نعم لا", "ذهب ثم نعم لا" },
    { "[شس]توك", "شتوك", "شتوك" },
    { "[أإ]كد", "اكد", "اكد" },
    { "[$#]", "نعم $ لا", "$" },
    { "[a^]", "^ نعم", "^" },
    { "[^$a] [\\]x]", "$ x ب ]", "ب ]" },
    { "\\.", "نعم . لا", "." },
    { "\\{ \\( \\^", "{ ( ^", "{ ( ^" },
    { "(?!نعم){any} شتوك", "نعم شتوك لا شتوك", "لا شتوك" },
    { "^شتوك", "شتوك نعم", "شتوك" },
    { "^نعم", "شتوك نعم", "" },
    { "نعم$", "شتوك نعم", "نعم" },
    { "شتوك$", "شتوك نعم", "" },
    { "^{any}$", "نعم", "نعم" },
  };
  check_patterns(cases, N_OF(cases));
}

static void
patterns_match_classes(void)
{
  static const PatternCase cases[] = {
    { "{say}", "ثم قال", "قال" },
    { "{say}", "وقال", "وقال" },
    { "{say}", "ذهب", "" },
    { "{say} {given-name}", "فقال محمد", "فقال محمد" },
    { "{say|given-name}", "ثم محمد", "محمد" },
    { "{say.perf}", "يقول قال", "قال" },
    { "{say.!perf}", "قال يقول", "يقول" },
    { "{say.impf.f}", "يقول تقول", "تقول" },
    { "{say.perf.!f|meeting.pl}", "قالت اجتماعات", "اجتماعات" },
    { "{meeting.def}", "اجتماع الاجتماع", "الاجتماع" },
    { "{say}؟", "قال ؟", "" },
    { "{prep} {given-name}", "من قبل محمد", "من قبل محمد" },
    { "{def}", "كتاب الكتاب", "الكتاب" },
    { "{unknown}", "قال شتوك", "شتوك" },
    { "{latin}", "قال Interpol", "Interpol" },
    { "{arabic}", "Interpol قال", "قال" },
    { "{nisba}", "قال مغربي", "مغربي" },
    { "{ta}", "قال مدرسة", "مدرسة" },
    { "{alef}", "قال كتابا", "كتابا" },
    { "لـ{given-name}", "محمد لمحمد", "لمحمد" },
    { "{given-name}", "لمحمد", "محمد" },
    { "(?![لب]ـ){given-name}", "لمحمد محمد", "محمد" },
    { "(?!{given-name}){any} نعم", "محمد نعم لمحمد نعم", "لمحمد نعم" },
  };
  check_patterns(cases, N_OF(cases));
}

typedef struct {
  const char* name;
  const char* pattern;
} KindCase;

static IsnArena kinds_arena; // outlives the sentences, unlike `arena`

/// Make the kinds of `list`.
static void
make_kinds(const KindCase* const list, const size_t n)
{
  static IsnKind places[8];
  CHECK(n <= N_OF(places));
  kinds = (IsnKinds){ .list = places, .capacity = N_OF(places) };
  for (size_t i = 0; i < n; ++i) {
    IsnRule rule = { .pattern = isn_str(list[i].pattern) };
    IsnRegex* whole = NULL;
    make_rule(&rule, &whole);
    isn_regex_free(whole);
    uint32_t formula = 0;
    const bool is_told =
      isn_letters_learn(&letters, &scope, rule.pattern, &kinds_arena, &formula);
    kinds.have_formulas =
      formula != ISN_NO_FORMULA && (kinds.have_formulas || !i);
    kinds.list[kinds.n++] = (IsnKind){ .name = isn_str(list[i].name),
                                       .pattern = rule.pattern,
                                       .regex = rule.regex,
                                       .is_told = is_told,
                                       .formula = formula };
  }
  IsnFilterRule rules[N_OF(places)];
  for (size_t i = 0; i < n; ++i) {
    rules[i] = (IsnFilterRule){ scope, kinds.list[i].pattern, NULL, 0 };
  }
  CHECK(!isn_filter_build(&kinds_filter, rules, n, &kinds_arena));
}

static void
clear_kinds(void)
{
  for (size_t i = 0; i < kinds.n; ++i) {
    isn_regex_free(kinds.list[i].regex);
  }
  kinds = (IsnKinds){ 0 };
  letters = (IsnLetters){ .max_begin = 0 };
  isn_arena_clear(&kinds_arena);
}

static void
patterns_match_kinds(void)
{
  static const KindCase list[] = {
    { "no-name", "{say|prep}|نعم" },
    { "name", "(?!{no-name}){given-name|unknown}" },
    { "long", "(?=[ء-ي]{5})(?:{arabic})" },
    { "short", "قا" },
    { "six", "[ء-ي]{6}" },
    { "ends", "[ء-ي]+نا(?![ء-ي])" },
    { "other", "ش[^ت][ء-ي]+" }, // which no look tells
  };
  static const PatternCase cases[] = {
    { "{name}", "قال نعم شتوك", "شتوك" },
    { "{name}", "في الدوحة محمد", "محمد" },
    { "{no-name} {name}", "ثم قال محمد نعم", "قال محمد" },
    { "{name|say}", "في قال", "قال" },
    { "(?!{name}){any} {long}", "محمد مدرسة نعم مدرسة", "نعم مدرسة" },
    // Of the word without its proclitics, and as a class is behind و
    { "{name}", "لمحمد", "محمد" },
    { "لـ{name}", "لمحمد", "لمحمد" },
    { "{name}", "نعم ومحمد", "ومحمد" },
    // Of whole words, and of words alone
    { "{short}", "قال قالت", "" },
    { "{long}", "فرنسا", "" },
    // Of words that look alike but for their letters
    { "{six}", "شتوكن شتوكرا شتوكري", "شتوكرا" },
    { "{ends}", "شتوكرا شتوكني شتوكنا", "شتوكنا" },
    { "{name:x} {long:y}", "محمد كتابات", "محمد كتابات; x=محمد; y=كتابات" },
    { "{other} {other}", "شتوكن شبوكن شتوكر شبوكر شنوكر", "شبوكر شنوكر" },
  };
  make_kinds(list, N_OF(list));
  CHECK(!kinds.have_formulas);
  check_patterns(cases, N_OF(cases));
  clear_kinds();
  // All but the last kind are the same by their formulas
  make_kinds(list, N_OF(list) - 1);
  CHECK(kinds.have_formulas);
  check_patterns(cases, N_OF(cases) - 1);
  clear_kinds();
}

static void
patterns_match_placeholders(void)
{
  static const PatternCase cases[] = {
    { "{Country}", "الدوحة فرنسا", "فرنسا" },
    { "{Place}", "ثم الدوحة", "الدوحة" },
    { "{Country|Organization}", "الدوحة الإنتربول", "الإنتربول" },
    { "{Body}", "الدوحة فرنسا", "فرنسا" },
    { "{Person}", "قال محمد", "" },
    { "{Organization}", "قال شرطة فرنسا", "شرطة فرنسا" },
    { "لـ{Country}", "فرنسا لفرنسا", "لفرنسا" },
    { "{Country}", "وبفرنسا", "فرنسا" },
    { "وـبـ{Country}", "وبفرنسا", "وبفرنسا" },
    { "في {City}", "في الدوحة", "في الدوحة" },
    { "{Number} {any}", "نحو 5 كتب", "نحو 5 كتب" },
    { "{Duration}", "لمدة يومين", "يومين" },
    { "{say} : {Quote}", "قال: «نعم لا»", "قال: «نعم لا»" },
    { "{any} {any}", "قال : فرنسا", "قال :" },
    { "{say:verb} {given-name:who}",
      "قال محمد",
      "قال محمد; verb=قال; who=محمد" },
    { "{gap:x} شتوك", "قال شتوك", "" },
    { "{say}{gap:x} شتوك", "قال نعم لا شتوك", "قال نعم لا شتوك; x=نعم لا" },
    { "{two} شتوك", "قال نعم شتوك", "قال نعم شتوك" },
    { "{either} شتوك", "ثم نعم شتوك", "نعم شتوك" },
    { "(?<x>{say})?+ ?شتوك", "شتوك", "شتوك" },
    { "(?:(?<x>نعم)|(?<x>لا)) شتوك", "لا شتوك", "لا شتوك; x=لا" },
    { "{Country:x}(?: {City:y})?", "لفرنسا نعم", "فرنسا; x=فرنسا" },
  };
  check_patterns(cases, N_OF(cases));
}

/// How a pattern may begin.
static void
patterns_are_tried_where_they_can_begin(void)
{
  static const PatternCase cases[] = {
    { "(?:ال)?كتاب", "قال الكتاب", "الكتاب" },
    { "(?:ال)?كتاب", "قال كتاب", "كتاب" },
    { "كتا?ب", "قال كتب", "كتب" },
    { "كت?اب", "قال كاب", "كاب" },
    { "ك(?:ت|ل)اب", "قال كلاب", "كلاب" },
    { "كِتاب", "قال كتاب", "كتاب" },
    { "أ|ب", "قال ب", "ب" },
    { "(?:{say}|{City})? ?كتاب", "قال كتاب", "قال كتاب" },
    { "(?:{say} )?{City}", "نعم الدوحة", "الدوحة" },
    { "(?:بـ|في ){City}", "نعم بالدوحة", "بالدوحة" },
    { "(?:بـ|في ){City}", "نعم في الدوحة", "في الدوحة" },
    { "[وف]ـ(?:{say}|كتاب)", "نعم وقال", "وقال" },
    { "[وف]?ـ?كتاب", "نعم كتاب", "كتاب" },
    { "(?!قال)(?:{say})", "قال يقول", "يقول" },
    { "(?=قا)(?:{say}|{City})", "يقول قال", "قال" },
    { "(?<!بـ)(?:{given-name})", "بمحمد محمد", "محمد" },
    { "{say}{0,2} ?كتاب", "نعم كتاب", "كتاب" },
    { "(?:{any}{gap} )?كتاب", "نعم كتاب", "نعم كتاب" },
    { "(?(DEFINE)(?<s>{say}))(?&s) كتاب", "نعم قال كتاب", "قال كتاب" },
    { "\\( كتاب", "نعم (كتاب)", "(كتاب" },
    { "(?:\\(|:) {say}", "نعم: قال", ": قال" },
    { ".{4,6}(?= {say})", "نعم قال", "نعم" },
    { "5 كتاب|{Number} كتاب", "نعم 5 كتاب", "5 كتاب" },
    { "{any} {City}", "نعم 📖 الدوحة", "📖 الدوحة" },
    { "^(?:{say}|نعم)", "نعم قال", "نعم" },
    { "(?i)interpol", "قال Interpol", "Interpol" },
    { "{unknown}|{latin}", "قال Interpol", "Interpol" },
  };
  check_patterns(cases, N_OF(cases));
}

/// Of a relation the next match may begin inside the one before.
static void
matches_overlap_or_lie_apart(void)
{
  static const struct {
    const char* pattern;
    const char* text;
    size_t n_overlapping;
    size_t n_apart;
  } cases[] = {
    { "{any} {any}", "نعم لا ثم", 2, 1 },
    { "{any} {any}", "نعم لا ثم نعم", 3, 2 },
    { "نعم", "نعم نعم", 2, 2 },
    { "(?=نعم)", "نعم نعم", 0, 0 },
    { "لا", "نعم", 0, 0 },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    for (int way = 0; way < 3; ++way) {
      IsnRule rule = { .kind = way == 2 ? ISN_RULE_ENTITY : ISN_RULE_RELATION,
                       .name = ISN_STR("r"),
                       .apart = way == 1,
                       .pattern = isn_str(cases[i].pattern) };
      IsnRegex* whole = NULL;
      Found found = { .n = 0 };
      read_text(&s, cases[i].text);
      make_rule(&rule, &whole);
      run_rule(&s, &rule, &found);
      CHECK_EQ(found.n, way ? cases[i].n_apart : cases[i].n_overlapping);
      isn_regex_free(whole);
      isn_regex_free(rule.regex);
    }
  }
  clear_sentence(&s);
}

/// Of a kind is no word that is too long for one, nor one of which that takes
/// too long to find out.
static void
kinds_have_limits(void)
{
  static const KindCase list[] = {
    { "letters", "[ء-ي]+" },
    { "slow", "(?:[ء-ي]+)+[0-9]" },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  make_kinds(list, N_OF(list));
  for (size_t n_letters = 256; n_letters <= 257; ++n_letters) {
    IsnBuffer word = { 0 };
    for (size_t i = 0; i < n_letters; ++i) {
      isn_buffer_append(&word, ISN_STR("س"));
    }
    isn_buffer_append_byte(&word, 0);
    const char* const found = n_letters == 256 ? word.data : "";
    check_pattern(&s, &(PatternCase){ "{letters}", word.data, found });
    check_pattern(&s, &(PatternCase){ "{slow}", word.data, "" });
    isn_buffer_clear(&word);
  }
  clear_sentence(&s);
  clear_kinds();
}

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(patterns_match_words);
  RUN(patterns_match_classes);
  RUN(patterns_match_kinds);
  RUN(patterns_match_placeholders);
  RUN(kinds_have_limits);
  RUN(patterns_are_tried_where_they_can_begin);
  RUN(matches_overlap_or_lie_apart);
  sentences_end();
  return check_end();
}
