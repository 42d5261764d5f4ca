// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Mentions, and documents of any kind and length.
#include "tests/unit/entities.h"

static void
mentions_hold_no_proclitic(void)
{
  static const Case cases[] = {
    { "وبفرنسا", "فرنسا 1" },
    { "ليورغن شتوك", "يورغن شتوك 1" },
    { "للمنظمة السلام الأخضر", "لمنظمة السلام الأخضر 1" },
    { "وَلِـفرنسا ثم والاجتماع الرابع", "فرنسا 1; الاجتماع الرابع 2" },
    { "قال شتوك، 📖 وبالاجتماع الرابع.", "شتوك 2; الاجتماع الرابع 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// What a later pass knows more of takes the place of the shorter.
static void
later_passes_know_more_of_a_person(void)
{
  static const Case cases[] = {
    { "عند يورغن شتوك صخر", "يورغن شتوك صخر 1" },
    { "قال يورغن شتوك صخر", "يورغن شتوك 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// A place that is part of a name is none; one that a rule keeps is. A
/// quotation inside one of other marks is none.
static void
mentions_nest(void)
{
  static const Case cases[] = {
    { "شرطة فرنسا", "شرطة فرنسا 1" },
    { "منظمة السلام لفرنسا", "منظمة السلام لفرنسا 1; فرنسا 2" },
    { "منظمة السلام ثم شرطة فرنسا", "منظمة السلام 1; شرطة فرنسا 2" },
    { "الأمانة العامة للإنتربول", "الأمانة العامة للإنتربول 1; لإنتربول 2" },
    { "قال «مبادرة \"نعم\" في فرنسا»", "فرنسا 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// Behind a number that is no year so many things are meant, not one.
static void
what_is_counted_is_no_mention(void)
{
  static const Case cases[] = {
    { "عند 32 الاجتماع الرابع", "" },
    { "عند 32 والاجتماع الرابع", "الاجتماع الرابع 1" },
    { "عند 2015 الاجتماع الرابع", "الاجتماع الرابع 1" },
    { "عند 7 الاجتماع الرابع", "الاجتماع الرابع 1" },
    { "عند 32 شرطة فرنسا", "شرطة فرنسا 1" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// A short name that is quoted behind the long one of the same body is of its
/// mention.
static void
short_names_behind_long_ones_are_no_mentions(void)
{
  static const Case cases[] = {
    { "المنظمة الدولية للشرطة الجنائية «الإنتربول»",
      "المنظمة الدولية للشرطة الجنائية «الإنتربول» 1" },
    { "المنظمة الدولية للشرطة الجنائية ثم «الإنتربول»",
      "المنظمة الدولية للشرطة الجنائية 1; الإنتربول 1" },
    { "المعهد الدولي، «الإنتربول»", "المعهد الدولي 1; الإنتربول 2" },
  };
  CHECK_CASES(cases, write_mentions);
}

/// «العملية» before which none was named is one if it led to arrests.
static void
operations_are_told_by_what_they_led_to(void)
{
  static const Case cases[] = {
    { "أسفرت العملية عن توقيف شخص", "العملية 1" },
    { "العملية ثم أفضت إلى ضبط شخص", "العملية 1" },
    { "توقيف شخص خلال العملية", "العملية 1" },
    { "أسفرت العملية عن شيء", "" },
    { "أسفرت العملية عن شيء. ثم توقيف شخص", "" },
    { "توقيف شخص ثم العملية", "" },
  };
  CHECK_CASES(cases, write_mentions);
}

static void
entities_say_what_the_gazetteer_knows(void)
{
  const IsnDocument doc = extract("الإنتربول في فرنسا. شرطة فرنسا");
  check_mentions(&doc);
  CHECK_EQ(doc.n_entities, 3);
  CHECK_STR(doc.entities[0].kind, "international");
  CHECK_EQ(doc.entities[0].n_same_as, 2);
  CHECK_STR(doc.entities[0].same_as[0], "http://x/1");
  CHECK_STR(doc.entities[0].same_as[1], "http://x/2");
  CHECK_STR(doc.entities[1].kind, "Country");
  CHECK_EQ(doc.entities[1].n_same_as, 0);
  CHECK(!doc.entities[2].key.data);
  CHECK_STR(doc.mentions[0].rule, "gazetteer");
  CHECK_STR(doc.mentions[2].rule, "police");
}

static void
documents_in_error_pass_untouched(void)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  doc.text = ISN_STR("يورغن شتوك");
  isn_document_fail(&doc, "read", "x");
  CHECK_EQ(isn_extract_tokens(extractor, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_extract_entities(extractor, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_extract_relations(extractor, &doc), ISN_SUCCESS);
  CHECK(!doc.tokens && !doc.entities && !doc.facts);
}

static void
long_documents_take_linear_time(void)
{
  static const char* const pieces[] = {
    "يورغن شتوك ",   "قال شتوك ",     "فرنسا ", "الاجتماع الرابع ",
    "اجتماع دولي\n", "منظمة السلام ", "«",      "هذا الاجتماع. "
  };
  check_time_is_linear(pieces, N_OF(pieces), 20000);
}

int
main(void)
{
  if (!entities_begin()) {
    return folder_failed();
  }
  RUN(mentions_hold_no_proclitic);
  RUN(later_passes_know_more_of_a_person);
  RUN(mentions_nest);
  RUN(what_is_counted_is_no_mention);
  RUN(short_names_behind_long_ones_are_no_mentions);
  RUN(operations_are_told_by_what_they_led_to);
  RUN(entities_say_what_the_gazetteer_knows);
  RUN(documents_in_error_pass_untouched);
  RUN(long_documents_take_linear_time);
  extraction_end();
  return check_end();
}
