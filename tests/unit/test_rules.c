// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Patterns, annotated sentences and rule files, over a small data folder of
// the test's own.
#define _XOPEN_SOURCE 700 // nftw, symlink
#include "extract/base/utf8.h"
#include "extract/extractor.h"
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/lookup.h"
#include "extract/rules/literals.h"
#include "extract/rules/rule.h"
#include "extract/rules/run.h"
#include "extract/rules/starts.h"
#include "extract/rules/symbols.h"
#include "extract/rules/vocabulary.h"
#include "extract/rules/walks.h"
#include "extract/tokenize/tokenize.h"
#include "extract/values/quantities.h"
#include "tests/unit/check.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char names_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "فرنسا\tCountry\tfr\n"
  "الدوحة\tCity\tdoha\n"
  "شرطة فرنسا\tOrganization\torg:fr\n"
  "الإنتربول\tOrganization\torg:interpol\n"
  "محمد\tGivenName\tn:muhammad\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='meeting'><noun plural='اجتماعات'>اجتماع</noun></class>"
  "<class name='prep'><word>من قبل</word><word>في</word></class></lexicon>";

static char folder[] = "/tmp/isnad-rules-XXXXXX";
static char said[4096]; // all messages since it was emptied
static IsnTokenizer* tokenizer;
static IsnMatcher* matcher;
static IsnImage image;
static IsnSurfaces surfaces;
static IsnArena arena;
static IsnBuffer out;
static IsnKinds kinds;
static IsnFilter
  kinds_filter; // as rules are run with, and sentences read without

/// A text as patterns see it.
typedef struct {
  IsnDocument doc;
  IsnAnalysis analysis;
  IsnSigns signs;
  IsnAnnotated annotated;
} Sentence;

static void
keep_message(void* const handle, const IsnDiag* const diag)
{
  const char* const slash = diag->source ? strrchr(diag->source, '/') : NULL;
  const size_t n = strlen(handle);
  snprintf((char*)handle + n,
           sizeof(said) - n,
           "%s:%zu: %s\n",
           slash ? slash + 1 : "",
           diag->line,
           diag->message);
}

static const IsnSink sink = { keep_message, said };

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
make_folder(void)
{
  static const char* const inner[] = { "gazetteers", "lexicon", "rules" };
  char schemas[4096];
  bool is_good = mkdtemp(folder) && realpath("schemas", schemas) &&
                 !symlink(schemas, path_of("schemas"));
  for (size_t i = 0; i < N_OF(inner); ++i) {
    is_good = is_good && !mkdir(path_of(inner[i]), 0700);
  }
  put("gazetteers/names.tsv", names_tsv);
  put("lexicon/words.xml", lexicon_xml);
  char image_path[256];
  snprintf(image_path, sizeof(image_path), "%s/image", folder);
  return is_good && !isn_knowledge_compile(folder, image_path, &sink) &&
         !isn_image_open(&image, image_path, &sink) &&
         !isn_tokenizer_new(&tokenizer, &sink) && !isn_matcher_new(&matcher);
}

static void
add_mention(IsnDocument* const doc,
            const IsnType type,
            const char* const kind,
            const IsnSpan tokens)
{
  doc->mentions[doc->n_mentions++] = (IsnMention){ .entity = ISN_NO_ENTITY,
                                                   .type = type,
                                                   .kind = isn_str(kind),
                                                   .tokens = tokens };
}

static void
annotate(Sentence* const s, const uint32_t except)
{
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const IsnSpan all = { 0, (uint32_t)s->doc.n_tokens };
  s->signs.kinds = &kinds;
  s->signs.first_kind = isn_classes_kind(&image, 0);
  s->annotated.signs = &s->signs;
  CHECK_EQ(isn_annotate(&s->annotated, &source, all, except), ISN_SUCCESS);
  CHECK(isn_annotated_text(&s->annotated));
}

/// Read `text`; what gazetteers know becomes a mention each.
static void
read_text(Sentence* const s, const char* const text)
{
  isn_arena_reset(&arena);
  isn_document_init(&s->doc, &arena);
  memset(&s->analysis, 0, sizeof(s->analysis));
  s->doc.text = isn_str(text);
  CHECK_EQ(isn_tokenize(tokenizer, &s->doc), ISN_SUCCESS);
  CHECK_EQ(isn_lookup(&image, &surfaces, &s->doc, &s->analysis), ISN_SUCCESS);
  CHECK_EQ(isn_quantities_find(&s->analysis, &s->doc), ISN_SUCCESS);
  s->doc.mentions = isn_arena_array(&arena, 64, sizeof(*s->doc.mentions));
  for (size_t i = 0; i < s->analysis.n_hits; ++i) {
    const IsnHit* const hit = &s->analysis.hits[i];
    const bool is_body = isn_str_is(hit->entry->type, "Organization");
    if (hit->entry->type.data[0] != '+') {
      add_mention(&s->doc,
                  is_body ? ISN_TYPE_ORGANIZATION : ISN_TYPE_PLACE,
                  is_body                           ? ""
                  : hit->entry->type.data[1] == 'o' ? "Country"
                                                    : "City",
                  hit->tokens);
    }
  }
}

static void
clear_sentence(Sentence* const s)
{
  isn_annotated_clear(&s->annotated);
  isn_signs_clear(&s->signs);
}

/// The annotated text; symbols as ‹letter›, classes of the image as [name],
/// features and shapes left out.
static const char*
readable(const Sentence* const s)
{
  static const char* const symbols[ISN_N_SYMBOLS] = {
    "Person",    "Organization", "Ministry",  "Agency", "Lender",
    "Place",     "Country",      "City",      "Region", "Meeting",
    "Operation", "Initiative",   "Agreement", "Number", "Ordinal",
    "Date",      "Duration",     "Money",     "Quote"
  };
  isn_buffer_empty(&out);
  for (size_t at = 0; at < s->annotated.text.n; ++at) {
    uint32_t c = s->annotated.text.units[at];
    if (c >= 0xD800 && c < 0xDC00) { // the first half of a symbol
      c = (c << 10) + s->annotated.text.units[++at] - 0x35FDC00u;
    }
    if (c >= ISN_SYMBOL_FIRST && c < ISN_SYMBOL_FIRST + ISN_N_SYMBOLS) {
      isn_buffer_append(&out, ISN_STR("‹"));
      isn_buffer_append(&out, isn_str(symbols[c - ISN_SYMBOL_FIRST]));
      isn_buffer_append(&out, ISN_STR("›"));
    } else if (c >= ISN_CLASS_FIRST && c <= ISN_FEATURE_LAST) {
      const uint32_t number = c - ISN_CLASS_FIRST;
      if (number < isn_image_n_classes(&image)) {
        isn_buffer_append_byte(&out, '[');
        isn_buffer_append(&out,
                          isn_image_str(&image, image.class_names[number]));
        isn_buffer_append_byte(&out, ']');
      }
    } else {
      isn_buffer_append_char(&out, c);
    }
  }
  isn_buffer_append_byte(&out, 0);
  return out.data;
}

static void
sentences_are_annotated(void)
{
  static const struct {
    const char* text;
    const char* annotated;
  } cases[] = {
    { "", " " },
    { "قال شتوك", " قال[say][verb] شتوك " },
    { "وقال", " وـقال[say][verb] " },
    { "وسيقول", " وـسـيقول[say][verb] " },
    { "لمحمد", " لـمحمد[given-name] " },
    { "في الدوحة", " في[prep] ‹City› " },
    { "وبالدوحة للإنتربول", " وـبـ‹City› لـ‹Organization› " },
    { "شرطة فرنسا فرنسا", " ‹Organization› ‹Country› " },
    { "من قبل محمد", " من_قبل[prep] محمد[given-name] " },
    { "5 كتب يومين", " ‹Number› كتب ‹Duration› " },
    { "الاجتماع الرابع", " الاجتماع[meeting] ‹Ordinal› " },
    { "في 8 أكتوبر 2016.", " في[prep] ‹Number› اكتوبر ‹Number› . " },
    { "قال: «نعم، لا».", " قال[say][verb] : ‹Quote› . " },
    { "قال: «»", " قال[say][verb] : ‹Quote› " },
    { "قال ’’نعم لا‘‘ ثم", " قال[say][verb] ‹Quote› ثم " },
    { "قال «نعم", " قال[say][verb] « نعم " },
    { "قال (نعم)", " قال[say][verb] ( نعم ) " },
    { "ـ Interpol 📖", " _ interpol 📖 " },
    { "ﷺ", " صلي_الله_عليه_وسلم " },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    read_text(&s, cases[i].text);
    annotate(&s, ISN_NO_MENTION);
    CHECK_STR(isn_str(readable(&s)), cases[i].annotated);
  }
  clear_sentence(&s);
}

static void
types_of_mentions_have_symbols(void)
{
  static const struct {
    IsnType type;
    const char* kind;
    const char* annotated;
  } cases[] = {
    { ISN_TYPE_PERSON, "", " ‹Person› " },
    { ISN_TYPE_ORGANIZATION, "union", " ‹Organization› " },
    { ISN_TYPE_ORGANIZATION, "bank", " ‹Lender› " },
    { ISN_TYPE_ORGANIZATION, "fund", " ‹Lender› " },
    { ISN_TYPE_ORGANIZATION, "ministry", " ‹Ministry› " },
    { ISN_TYPE_PLACE, "", " ‹Place› " },
    { ISN_TYPE_PLACE, "Country", " ‹Country› " },
    { ISN_TYPE_PLACE, "City", " ‹City› " },
    { ISN_TYPE_PLACE, "Region", " ‹Region› " },
    { ISN_TYPE_MEETING, "", " ‹Meeting› " },
    { ISN_TYPE_OPERATION, "", " ‹Operation› " },
    { ISN_TYPE_INITIATIVE, "", " ‹Initiative› " },
    { ISN_TYPE_AGREEMENT, "", " ‹Agreement› " },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    read_text(&s, "شتوك");
    add_mention(&s.doc, cases[i].type, cases[i].kind, (IsnSpan){ 0, 1 });
    annotate(&s, ISN_NO_MENTION);
    CHECK_STR(isn_str(readable(&s)), cases[i].annotated);
  }
  clear_sentence(&s);
}

/// The longest is shown, but not the one that is looked into, nor what holds
/// it.
static void
nested_mentions_are_shown_one_at_a_time(void)
{
  static const struct {
    uint32_t except;
    const char* annotated;
  } cases[] = {
    { ISN_NO_MENTION, " في[prep] ‹Meeting› " },
    { 0, " في[prep] اجتماع[meeting] ‹Organization› " },
    { 1, " في[prep] اجتماع[meeting] ‹Organization› " },
    { 2, " في[prep] اجتماع[meeting] شرطه ‹Country› " },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  read_text(&s, "في اجتماع شرطة فرنسا");
  s.doc.n_mentions = 0;
  add_mention(&s.doc, ISN_TYPE_MEETING, "", (IsnSpan){ 1, 4 });
  add_mention(&s.doc, ISN_TYPE_MEETING, "", (IsnSpan){ 1, 4 });
  add_mention(&s.doc, ISN_TYPE_ORGANIZATION, "", (IsnSpan){ 2, 4 });
  add_mention(&s.doc, ISN_TYPE_PLACE, "Country", (IsnSpan){ 3, 4 });
  for (size_t i = 0; i < N_OF(cases); ++i) {
    annotate(&s, cases[i].except);
    CHECK_STR(isn_str(readable(&s)), cases[i].annotated);
  }
  // A mention that ends behind the stretch is not of it
  const IsnAnnotationSource source = { &image, &s.doc, &s.analysis };
  isn_annotate(&s.annotated, &source, (IsnSpan){ 1, 3 }, ISN_NO_MENTION);
  isn_annotated_text(&s.annotated);
  CHECK_STR(isn_str(readable(&s)), " اجتماع[meeting] شرطه ");
  clear_sentence(&s);
}

static void
stretches_are_sentences_and_quotations(void)
{
  static const struct {
    const char* text;
    const char* stretches;
  } cases[] = {
    { "", "" },
    { "ذهب. عاد", "0-2 2-3 " },
    { "قال: «نعم لا» ثم.", "0-8 3-5 " },
    { "قال \"نعم\" و\"لا\"", "0-8 2-3 6-7 " },
  };
  Sentence s = { .annotated = { .n_units = 0 } };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnSpan* list = NULL;
    size_t n = 0;
    read_text(&s, cases[i].text);
    CHECK_EQ(isn_stretches_find(&s.doc, &s.analysis, &list, &n), ISN_SUCCESS);
    isn_buffer_empty(&out);
    for (size_t j = 0; j < n; ++j) {
      isn_buffer_append_number(&out, list[j].begin);
      isn_buffer_append_byte(&out, '-');
      isn_buffer_append_number(&out, list[j].end);
      isn_buffer_append_byte(&out, ' ');
    }
    CHECK_STR(isn_buffer_str(&out), cases[i].stretches);
  }
  clear_sentence(&s);
}

static void
long_sentences_are_cut(void)
{
  Sentence s = { .annotated = { .n_units = 0 } };
  IsnBuffer text = { 0 };
  IsnSpan* list = NULL;
  size_t n = 0;
  for (int i = 0; i < 1000; ++i) {
    isn_buffer_append(&text, ISN_STR("كلمة "));
  }
  isn_buffer_append_byte(&text, 0);
  read_text(&s, text.data);
  CHECK_EQ(isn_stretches_find(&s.doc, &s.analysis, &list, &n), ISN_SUCCESS);
  CHECK_EQ(n, 3);
  CHECK_EQ(list[n - 1].end, s.doc.n_tokens);
  for (size_t i = 1; i < n; ++i) {
    CHECK_EQ(list[i].begin, list[i - 1].end);
  }
  isn_buffer_clear(&text);
  clear_sentence(&s);
}

static const IsnDefine defines[] = {
  { { "gap", 3 }, { "(?: {any}){0,2}?", 16 } },
  { { "two", 3 }, { "{say}{gap}", 10 } },
  { { "loop", 4 }, { "x{loop}", 7 } },
  { { "either", 6 }, { "نعم|{say}", 13 } },
};

static const IsnPatternScope scope = { .image = &image,
                                       .defines = defines,
                                       .n_defines = N_OF(defines),
                                       .kinds = &kinds };

/// Translate and compile; NULL and a message in `said` if that fails.
static IsnRegex*
compile(const char* const pattern)
{
  IsnBuffer translated = { 0 };
  IsnRegex* regex = NULL;
  IsnNeeds needs = { 0 };
  const char* message = "";
  size_t offset = 0;
  IsnStatus st = isn_pattern_translate(
    &scope, isn_str(pattern), &translated, &needs, &arena, &message, &offset);
  if (st == ISN_SUCCESS) {
    st = isn_regex_new(
      &regex, isn_buffer_str(&translated), &arena, &message, &offset);
    offset = 0;
  }
  snprintf(said, sizeof(said), "%zu: %s", offset, st ? message : "");
  isn_buffer_clear(&translated);
  return regex;
}

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
  if (!regex) {
    printf("  %s: %s\n", c->pattern, said);
    CHECK(false);
    return;
  }
  isn_matcher_read(matcher, &s->annotated.text);
  const IsnStatus st = isn_matcher_try(matcher, regex, 0);
  for (uint32_t i = 0; !st && i < isn_regex_n_groups(regex); ++i) {
    append_group(s, regex, i);
  }
  CHECK(st == ISN_END || !st);
  if (!isn_str_is(isn_buffer_str(&out), c->found)) {
    printf("  %s\n", c->pattern);
  }
  CHECK_STR(isn_buffer_str(&out), c->found);
  isn_regex_free(regex);
}

/// Keep where the first match begins.
static IsnStatus
keep_first(void* const handle, const IsnMatch* const match)
{
  IsnSpan* const first = handle;
  if (first->begin == UINT32_MAX) {
    isn_matcher_group(match->matcher, 0, first);
  }
  return ISN_SUCCESS;
}

/// Run a rule over the sentence; `*got` tells where its first match is.
static void
run_rule(Sentence* const s, IsnRule* const rule, IsnSpan* const got)
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
  runner.signs.first_kind = isn_classes_kind(&image, 0);
  runner.signs.kinds_filter = kinds.n ? &kinds_filter : NULL;
  runner.annotated.signs = &runner.signs;
  for (size_t i = 0; i < s->doc.n_tokens; ++i) {
    s->analysis.words[i].sign = NULL; // those of other rules
  }
  CHECK(!isn_annotate(&runner.annotated, &source, all, ISN_NO_MENTION));
  CHECK(!isn_rules_run(&runner, &s->doc, 0, 1, ISN_TYPE_NONE, keep_first, got));
  isn_annotated_clear(&runner.annotated);
  isn_signs_clear(&runner.signs);
}

/// A rule tried only where its filter lets it finds what a search of the whole
/// sentence does.
static void
check_run(Sentence* const s, const PatternCase* const c)
{
  IsnBuffer translated = { 0 };
  const char* message = NULL;
  size_t offset = 0;
  IsnRule rule = { .kind = ISN_RULE_RELATION,
                   .name = ISN_STR("r"),
                   .pattern = isn_str(c->pattern) };
  IsnRegex* whole = NULL;
  IsnSpan wanted = { UINT32_MAX, 0 };
  IsnSpan got = { UINT32_MAX, 0 };
  CHECK(!isn_pattern_translate(
    &scope, rule.pattern, &translated, &rule.needs, &arena, &message, &offset));
  const IsnStr code = isn_buffer_str(&translated);
  CHECK(!isn_regex_new(&whole, code, &arena, &message, &offset));
  CHECK(!isn_regex_new_anchored(&rule.regex, code, &arena, &message, &offset));
  if (whole && rule.regex) {
    isn_matcher_read(matcher, &s->annotated.text);
    if (!isn_matcher_try(matcher, whole, 0)) {
      isn_matcher_group(matcher, 0, &wanted);
    }
    run_rule(s, &rule, &got);
  }
  if (got.begin != wanted.begin || got.end != wanted.end) {
    printf("  %s: not found where it may begin\n", c->pattern);
    CHECK(false);
  }
  isn_regex_free(whole);
  isn_regex_free(rule.regex);
  isn_buffer_clear(&translated);
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
  kinds = (IsnKinds){ places, 0, N_OF(places) };
  for (size_t i = 0; i < n; ++i) {
    IsnBuffer translated = { 0 };
    IsnNeeds needs = { 0 };
    IsnRegex* regex = NULL;
    const char* message = NULL;
    size_t offset = 0;
    CHECK(!isn_pattern_translate(&scope,
                                 isn_str(list[i].pattern),
                                 &translated,
                                 &needs,
                                 &arena,
                                 &message,
                                 &offset));
    CHECK(!isn_regex_new_anchored(
      &regex, isn_buffer_str(&translated), &arena, &message, &offset));
    kinds.list[kinds.n++] = (IsnKind){
      .name = isn_str(list[i].name),
      .pattern = isn_str(list[i].pattern),
      .regex = regex,
    };
    isn_buffer_clear(&translated);
  }
  IsnFilterRule rules[N_OF(places)];
  for (size_t i = 0; i < n; ++i) {
    rules[i] = (IsnFilterRule){ scope, kinds.list[i].pattern, NULL, 0 };
  }
  CHECK(!isn_filter_build(&kinds_filter, rules, n, &kinds_arena));
}

static void
patterns_match_kinds(void)
{
  static const KindCase list[] = {
    { "no-name", "{say|prep}|نعم" },
    { "name", "(?!{no-name}){given-name|unknown}" },
    { "long", "(?=[ء-ي]{5})(?:{arabic})" },
    { "short", "قا" },
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
    { "{name:x} {long:y}", "محمد كتابات", "محمد كتابات; x=محمد; y=كتابات" },
  };
  make_kinds(list, N_OF(list));
  check_patterns(cases, N_OF(cases));
  for (size_t i = 0; i < kinds.n; ++i) {
    isn_regex_free(kinds.list[i].regex);
  }
  kinds = (IsnKinds){ 0 };
  isn_arena_clear(&kinds_arena);
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

static void
wrong_patterns_are_reported(void)
{
  static const struct {
    const char* pattern;
    const char* message;
  } cases[] = {
    { "{nothing}", "0: no such class, type or definition: {nothing}" },
    { "نعم {say|nothing}",
      "7: no such class, type or definition: {say|nothing}" },
    { "{Person|say}", "0: no such class, type or definition: {Person|say}" },
    { "{}", "0: no such class, type or definition: {}" },
    { "{say|}", "0: no such class, type or definition: {say|}" },
    { "{say.nofeature}", "0: no such feature: {say.nofeature}" },
    { "{say.}", "0: no such feature: {say.}" },
    { "{say.!}", "0: no such feature: {say.!}" },
    { "ab {say", "3: no } for this {" },
    { "ab {loop}", "3: definitions nested too deep: {loop}" },
    { "{loop:x}", "0: definitions nested too deep: {loop}" },
    { "(نعم", "0: missing closing parenthesis" },
    { "نعم)", "0: unmatched closing parenthesis" },
    { "[نعم", "0: no ] for this [" },
    { "{say:}", "0: subpattern name expected" },
    { "{say:1}", "0: subpattern name must start with a non-digit" },
    { "نعم\\", "0: missing closing parenthesis" },
    { "\\C", "0: using \\C is disabled by the application" },
    { "(?<=نعم+)", "0: lookbehind assertion is not fixed length" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    CHECK(!compile(cases[i].pattern));
    CHECK_STR(isn_str(said), cases[i].message);
  }
}

static void
groups_are_limited(void)
{
  char pattern[256] = "";
  for (int i = 0; i < 63; ++i) {
    strcat(pattern, "(a)");
  }
  IsnRegex* const regex = compile(pattern);
  CHECK(regex && isn_regex_n_groups(regex) == 64);
  CHECK(regex && !isn_regex_group_name(regex, 64));
  isn_regex_free(regex);
  strcat(pattern, "(a)");
  CHECK(!compile(pattern));
  CHECK_STR(isn_str(said), "0: too many groups");
}

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
    if (is_tried(&s, &rule) != cases[i].is_tried) {
      printf("  %s, %s\n", cases[i].pattern, cases[i].text);
      CHECK(false);
    }
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
expressions_are_matched_within_limits(void)
{
  static const struct {
    const char* pattern;
    const char* subject;
    IsnStatus status;
  } cases[] = {
    { "a+", "xaab", ISN_SUCCESS },
    { "[ن-ي]", "نص", ISN_SUCCESS },
    { "b+", "xaa", ISN_END },
    { "", "", ISN_SUCCESS },
    { "(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
    { "(?:a|aa)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
    { "(a?){30}a{30}$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", ISN_ERR_LIMIT },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    IsnRegex* regex = NULL;
    const char* message = NULL;
    size_t offset = 0;
    CHECK_EQ(isn_regex_new(
               &regex, isn_str(cases[i].pattern), &arena, &message, &offset),
             ISN_SUCCESS);
    IsnWide subject = { 0 };
    isn_wide_append(&subject, isn_str(cases[i].subject));
    isn_matcher_read(matcher, &subject);
    CHECK_EQ(isn_matcher_try(matcher, regex, 0), cases[i].status);
    IsnSpan place;
    CHECK(!isn_matcher_group(matcher, 99, &place));
    isn_wide_clear(&subject);
    isn_regex_free(regex);
  }
}

/// Nesting that only ends with the subject needs memory, which is limited.
static void
expressions_do_not_exhaust_the_stack(void)
{
  IsnWide subject = { 0 };
  IsnRegex* regex = NULL;
  const char* message = NULL;
  size_t offset = 0;
  for (int i = 0; i < 2000000; ++i) {
    isn_wide_append(&subject, ISN_STR("("));
  }
  CHECK_EQ(
    isn_regex_new(&regex, ISN_STR("(\\((?1)*\\))"), &arena, &message, &offset),
    ISN_SUCCESS);
  isn_matcher_read(matcher, &subject);
  const IsnStatus st = isn_matcher_try(matcher, regex, 0);
  CHECK(st == ISN_END || st == ISN_ERR_LIMIT);
  isn_regex_free(regex);
  isn_wide_clear(&subject);
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
    if (n != cases[i].n) {
      printf("  %s\n", cases[i].pattern);
    }
    CHECK_EQ(n, cases[i].n);
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
    if (!strstr(said, cases[i].message)) {
      printf("  case %zu: wanted «%s» in:\n%s", i, cases[i].message, said);
      CHECK(false);
    }
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

/// Open the folder's knowledge and extract from `text`.
static IsnStatus
extract(const char* const text, size_t* const n_mentions)
{
  IsnKnowledge* knowledge = NULL;
  IsnExtractor* extractor = NULL;
  IsnDocument doc;
  char image_path[256];
  snprintf(image_path, sizeof(image_path), "%s/image", folder);
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  doc.id = ISN_STR("d1");
  doc.text = isn_str(text);
  said[0] = 0;
  IsnStatus st = isn_knowledge_open(&knowledge, folder, image_path, &sink);
  if (!st) {
    st = isn_extractor_new(&extractor, knowledge, &sink);
  }
  if (!st) {
    st = isn_extract_relations(extractor, &doc);
  }
  *n_mentions = doc.n_mentions;
  isn_extractor_free(extractor);
  isn_knowledge_close(knowledge);
  return st;
}

/// A pattern that does not end is passed over; the others run.
static void
catastrophic_rules_are_passed_over(void)
{
  size_t n_mentions = 0;
  put("rules/a.xml",
      RULES("1") ENTITY("slow") "(?:(?:[ء-ي]+ ?)+)+[0-9]" ENTITY_END ENTITY(
        "good") "شتوك" ENTITY_END "</rules>");
  CHECK_EQ(
    extract("ذهب شتوك ثم عاد ثم نام ثم صحا ثم ذهب ثم عاد ثم نام", &n_mentions),
    ISN_SUCCESS);
  CHECK_EQ(n_mentions, 1);
  CHECK_STR(isn_str(said),
            "a.xml:2: rule slow ran into a limit of its pattern in 1 sentence "
            "of document d1 and was passed over there\n");
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
    CHECK_EQ(extract("نعم نعم نعم نعم", &n_mentions), ISN_SUCCESS);
    CHECK(n_mentions <= 4);
  }
}

static void
examples_are_checked(void)
{
  IsnKnowledge* knowledge = NULL;
  char image_path[256];
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
  snprintf(image_path, sizeof(image_path), "%s/image", folder);
  said[0] = 0;
  CHECK_EQ(isn_knowledge_open(&knowledge, folder, image_path, &sink),
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
  if (!make_folder()) {
    printf("not ok make_folder: %s\n", said);
    return EXIT_FAILURE;
  }
  RUN(sentences_are_annotated);
  RUN(types_of_mentions_have_symbols);
  RUN(nested_mentions_are_shown_one_at_a_time);
  RUN(stretches_are_sentences_and_quotations);
  RUN(long_sentences_are_cut);
  RUN(patterns_match_words);
  RUN(patterns_match_classes);
  RUN(patterns_match_kinds);
  RUN(patterns_match_placeholders);
  RUN(patterns_are_tried_where_they_can_begin);
  RUN(wrong_patterns_are_reported);
  RUN(groups_are_limited);
  RUN(rules_are_tried_where_they_can_match);
  RUN(atoms_are_packed_and_unpacked);
  RUN(steps_are_told_apart);
  RUN(walks_keep_what_can_match);
  RUN(joined_words_are_warned_of);
  RUN(triggers_must_stand_somewhere);
  RUN(expressions_are_matched_within_limits);
  RUN(expressions_do_not_exhaust_the_stack);
  RUN(wrong_rule_files_are_reported);
  RUN(every_error_is_reported);
  RUN(folders_without_rules_are_reported);
  RUN(rules_are_in_order);
  RUN(attributes_are_read);
  RUN(catastrophic_rules_are_passed_over);
  RUN(patterns_of_nothing_end);
  RUN(examples_are_checked);
  isn_matcher_free(matcher);
  isn_tokenizer_free(tokenizer);
  isn_image_close(&image);
  isn_arena_clear(&arena);
  isn_surfaces_clear(&surfaces);
  isn_buffer_clear(&out);
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return check_end();
}
