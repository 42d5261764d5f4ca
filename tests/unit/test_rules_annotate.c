// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Sentences as patterns see them.
#include "extract/rules/symbols.h"
#include "tests/unit/sentence.h"

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

/// Of a phase and its project the project is shown.
static void
phases_show_their_project(void)
{
  Sentence s = { .annotated = { .n_units = 0 } };
  read_text(&s, "في المرحلة الثانية من مشروع شتوك");
  s.doc.n_mentions = 0;
  add_mention(&s.doc, ISN_TYPE_INITIATIVE, "", (IsnSpan){ 1, 6 });
  add_mention(&s.doc, ISN_TYPE_INITIATIVE, "", (IsnSpan){ 4, 6 });
  annotate(&s, ISN_NO_MENTION);
  CHECK_STR(isn_str(readable(&s)),
            " في[prep] المرحله ‹Ordinal› من ‹Initiative› ");
  annotate(&s, 1);
  CHECK_STR(isn_str(readable(&s)),
            " في[prep] المرحله ‹Ordinal› من مشروع شتوك ");
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

int
main(void)
{
  if (!sentences_begin()) {
    return folder_failed();
  }
  RUN(sentences_are_annotated);
  RUN(types_of_mentions_have_symbols);
  RUN(nested_mentions_are_shown_one_at_a_time);
  RUN(phases_show_their_project);
  RUN(stretches_are_sentences_and_quotations);
  RUN(long_sentences_are_cut);
  sentences_end();
  return check_end();
}
