// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Names and words that are found in a text.
#include "tests/unit/gazetteers.h"

typedef struct {
  const char* text;
  const char* expected;
} Case;

static void
names_are_found(void)
{
  static const Case cases[] = {
    { "قال الإنتربول", "الإنتربول=org:interpol" },
    { "قال الانتربول", "الانتربول=org:interpol" },
    { "قال الإنـتـربولُ", "الإنـتـربولُ=org:interpol" },
    { "منظمة الشرطة الدولية", "منظمة الشرطة الدولية=org:interpol" },
    { "منظمة  الشرطة\u00A0الدولية", "منظمة  الشرطة\u00A0الدولية=org:interpol" },
    { "منظمة الشرطة\nالدولية", "" },
    { "منظمة الشرطة", "" },
    { "البنك الدولي", "البنك الدولي=org:bank" },
    { "البنك الدولي للإنشاء", "البنك الدولي=org:bank" },
    { "البنك الدولي للإنشاء والتعمير",
      "البنك الدولي للإنشاء والتعمير=org:ibrd" },
    { "طرابلس", "طرابلس=tripoli-lb طرابلس=tripoli-ly" },
    { "في كانون الأول", "كانون الأول=dec" },
    { "و.م.ع", "و.م.ع=org:map" },
    { "فرنساوي", "" },
    { "", "" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

static void
proclitics_stay_out_of_names(void)
{
  static const Case cases[] = {
    { "ولبنان", "لبنان=lb" },
    { "فلبنان", "لبنان=lb" },
    { "بلبنان", "لبنان=lb" },
    { "للبنان", "لبنان=lb" },
    { "وبلبنان", "لبنان=lb" },
    { "كفرنسا", "فرنسا=fr" },
    { "وَبِـفرنسا", "فرنسا=fr" },
    { "وللإنتربول", "لإنتربول=org:interpol" },
    { "للإنتربول", "لإنتربول=org:interpol" },
    { "والإنتربول", "الإنتربول=org:interpol" },
    { "بالإنتربول", "الإنتربول=org:interpol" },
    { "لمنظمة الشرطة الدولية", "منظمة الشرطة الدولية=org:interpol" },
    { "للبنك الدولي", "لبنك الدولي=org:bank" },
    { "سلبنان", "" },
    // Letters of the name itself
    { "وارسو وبريطانيا", "وارسو=waw بريطانيا=gb" },
    { "لبنان بريطانيا كندا فرنسا", "لبنان=lb بريطانيا=gb كندا=ca فرنسا=fr" },
    // Inside a name none is split off
    { "منظمة والشرطة الدولية", "" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

static void
strict_and_common_names(void)
{
  static const Case cases[] = {
    { "إب", "إب=ibb" },
    { "اب", "" },
    { "أب", "" },
    { "إِب", "إِب=ibb" },
    { "وإب", "إب=ibb" },
    { "واب", "" },
    { "الحديدة", "الحديدة~hodeida" },
    { "صور", "صور~tyre" },
    { "صور القديمة", "صور القديمة=tyre" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

/// Each word: proclitics, +, the rest, its classes in brackets.
static void
check_words(const char* const text, const char* const expected)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up(text, &a);
  for (size_t i = 0; i < doc.n_tokens; ++i) {
    const IsnWord* const w = &a.words[i];
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    write_str((IsnStr){ w->proclitics, 2u * w->n_proclitics });
    isn_buffer_append(&out, isn_str(w->n_proclitics ? "+" : ""));
    write_str(w->word);
    for (size_t c = 0; c < w->n_classes; ++c) {
      isn_buffer_append_byte(&out, c ? '|' : '[');
      write_str(isn_image_str(&image, image.class_names[w->classes[c] >> 16]));
    }
    isn_buffer_append(&out, isn_str(w->n_classes ? "]" : ""));
    isn_buffer_append(&out, isn_str(w->flags & ISN_WORD_KNOWN ? "" : "?"));
  }
  CHECK_STR(isn_buffer_str(&out), expected);
}

static void
words_are_read(void)
{
  static const Case cases[] = {
    { "قال محمد", "قال[say|verb] محمد[given-name]" },
    { "وقال فقالوا", "و+قال[say|verb] ف+قالوا[say|verb]" },
    { "سيقول وسيقول", "س+يقول[say|verb] وس+يقول[say|verb]" },
    { "سقال", "سقال?" },
    { "لمحمد ومحمد", "ل+محمد[given-name] و+محمد[given-name]" },
    { "المغربي مغربي", "المغربي[nationality] مغربي[nationality]" },
    { "العميد عميد", "العميد[rank] عميد[rank]" },
    { "للوزارة بوزارة", "ل+الوزاره[body] ب+وزاره[body]" },
    { "سلام", "سلام[common-family-name]" },
    { "كتاب وكتاب الكتاب", "كتاب و+كتاب الكتاب" },
    { "باخرة بباخرة", "باخره ب+باخره" },
    { "للكتاب", "ل+الكتاب" },
    // Whole, as lists have them, where the rest is a name, a town, a verb that
    // cannot stand there; two, where a hamza shows that the second begins
    { "كبير وبير كبيره", "كبير و+بير[given-name] كبيره" },
    { "بقال وقال", "بقال و+قال[say|verb]" },
    { "كتاب بتاب", "كتاب ب+تاب" },
    { "وأقول", "و+اقول[say|verb]" },
    // «و» written apart, never the word's first letter
    { "و قال و كتاب", "و+قال[say|verb] و+كتاب" },
    { "و لمحمد", "ول+محمد[given-name]" },
    { "و شتوك", "و+شتوك?" },
    { "يذهب ليذهب بيذهب", "يذهب ل+يذهب بيذهب?" },
    { "شتوك وشتوك", "شتوك? و+شتوك?" },
    // «و» begins a name before a vowel, and a verb is not told from one
    { "وليشتوك وتشتوك وشتوكت وشتو", "وليشتوك? وتشتوك? وشتوكت? وشتو?" },
    { "ـ x", "? x?" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_words(cases[i].text, cases[i].expected);
  }
}

static void
classes_of_several_words_are_hits(void)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up("من قبل عميد أول", &a);
  CHECK_EQ(doc.n_tokens, 4);
  CHECK_EQ(a.n_hits, 2);
  CHECK_STR(a.hits[0].entry->type, "+prep");
  CHECK_STR(a.hits[1].entry->type, "+rank");
  CHECK_STR(a.hits[1].entry->key, "512"); // ISN_FEAT_FEMININE
}

static void
word_flags_are_set(void)
{
  IsnAnalysis a;
  look_up("الوزارة « كتاب » ال", &a);
  CHECK(a.words[0].flags & ISN_WORD_ARTICLE);
  CHECK(!(a.words[4].flags & ISN_WORD_ARTICLE));
  CHECK(a.words[1].flags & ISN_WORD_OPEN);
  CHECK(a.words[2].flags & ISN_WORD_QUOTED);
  CHECK(a.words[3].flags & ISN_WORD_CLOSE);
}

static void
proclitics_of_acronyms_in_brackets_are_split_off(void)
{
  IsnAnalysis a;
  look_up("( زمترك ) لزمترك", &a);
  CHECK_STR(a.words[3].word, "زمترك");
  CHECK_EQ(a.words[3].n_proclitics, 1);
  look_up("زمترك لزمترك", &a);
  CHECK_STR(a.words[1].word, "لزمترك");
  CHECK_EQ(a.words[1].n_proclitics, 0);
}

static void
entries_go_there_and_back(void)
{
  IsnAnalysis a;
  look_up("الإنتربول", &a);
  CHECK_EQ(a.n_hits, 1);
  const IsnEntry* const entry = a.hits[0].entry;
  CHECK_STR(entry->type, "Organization");
  CHECK_STR(entry->name, "الإنتربول");
  CHECK_STR(entry->same_as, "http://x/1|http://x/2");
  CHECK_STR(entry->features, "kind=international");
  CHECK(isn_image_find_class(&image, ISN_STR("say")) != ISN_NO_CLASS);
  CHECK(isn_image_find_class(&image, ISN_STR("common-city")) != ISN_NO_CLASS);
  CHECK_EQ(isn_image_find_class(&image, ISN_STR("no")), ISN_NO_CLASS);
  CHECK_EQ(isn_image_find_class(&image, ISN_STR("")), ISN_NO_CLASS);
}

int
main(void)
{
  if (!gazetteers_begin()) {
    return folder_failed();
  }
  RUN(names_are_found);
  RUN(proclitics_stay_out_of_names);
  RUN(strict_and_common_names);
  RUN(words_are_read);
  RUN(classes_of_several_words_are_hits);
  RUN(word_flags_are_set);
  RUN(proclitics_of_acronyms_in_brackets_are_split_off);
  RUN(entries_go_there_and_back);
  gazetteers_end();
  return check_end();
}
