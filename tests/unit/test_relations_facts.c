// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Facts that rules find, and how they are kept.
#include "tests/unit/relations.h"

static void
facts_are_found(void)
{
  static const Case cases[] = {
    { "", "" },
    { "ذهب يورغن شتوك", "" },
    { "تمول فرنسا مبادرة «درب السلامة»", "فرنسا funds مبادرة «درب السلامة»" },
    // Each of a group's mentions, and each group of the name
    { "تمول فرنسا وكندا مبادرة «نعم»",
      "فرنسا funds مبادرة «نعم»; كندا funds مبادرة «نعم»" },
    { "مخدرات ثم مخدرات", "about drugs" },
    { "شرطة فرنسا", "شرطة فرنسا unitOf فرنسا" },
    { "يورغن شتوك خطأ الدوحة", "" },
    { "الإنتربول نفسها الإنتربول", "" },
    { "الإنتربول نفسها اليونسكو",
      "الإنتربول memberOf اليونسكو; اليونسكو memberOf الإنتربول" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
modality_is_judged(void)
{
  static const Case cases[] = {
    { "عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "لم يعقد اجتماع دولي في الدوحة", "negated: اجتماع دولي heldIn الدوحة" },
    { "ألغى يورغن شتوك ثم عقد اجتماع دولي في الدوحة",
      "اجتماع دولي heldIn الدوحة" },
    { "إذا عقد اجتماع دولي في الدوحة", "possible: اجتماع دولي heldIn الدوحة" },
    { "يعقد اجتماع دولي في الدوحة إذا شاء",
      "possible: اجتماع دولي heldIn الدوحة" },
    // What is announced counts only for rules that say so
    { "سيعقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "تنوي أن تعقد اجتماع دولي في الدوحة",
      "planned: اجتماع دولي heldIn الدوحة" },
    { "ستستضيف الدوحة الاجتماع الدولي",
      "planned: الاجتماع الدولي heldIn الدوحة" },
    { "تستضيف الدوحة الاجتماع الدولي", "الاجتماع الدولي heldIn الدوحة" },
    { "ستمول فرنسا مبادرة «نعم»", "planned: فرنسا funds مبادرة «نعم»" },
    { "لن تمول فرنسا مبادرة «نعم»", "negated: فرنسا funds مبادرة «نعم»" },
    // A purpose in front of the verb is part of the thing's name
    { "مبادرة «نعم» لتمويل السلام تمولها فرنسا", "فرنسا funds مبادرة «نعم»" },
    { "مبادرة «نعم» لتمويل السلام لن تمولها فرنسا",
      "negated: فرنسا funds مبادرة «نعم»" },
    // Another clause, or a rule that takes any
    { "لم يذهب، عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    { "لم يذهب أحد منهم أمس ثم غدا عقد اجتماع دولي في الدوحة",
      "اجتماع دولي heldIn الدوحة" },
    { "لم تكن مخدرات", "about drugs" },
    { "«لم يذهب» عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    // What is done is done, whatever comes behind; an aside is of its noun
    { "عقد اجتماع دولي في الدوحة إذا شاء", "اجتماع دولي heldIn الدوحة" },
    { "عقد اجتماع دولي، الذي لم يذهب إليه، في الدوحة",
      "اجتماع دولي heldIn الدوحة" },
    // The verb behind, unless it is of another
    { "تمويل فرنسا مبادرة «نعم»", "فرنسا funds مبادرة «نعم»" },
    { "تمويل فرنسا مبادرة «نعم» ألغي", "negated: فرنسا funds مبادرة «نعم»" },
    { "تمويل فرنسا مبادرة «نعم»، بينما ألغي الاجتماع",
      "فرنسا funds مبادرة «نعم»" },
    { "تمويل فرنسا مبادرة «نعم» وألغي الاجتماع", "فرنسا funds مبادرة «نعم»" },
    // «ما» denies the deed, but not its outcome
    { "نعم، ما عقد اجتماع دولي في الدوحة",
      "negated: اجتماع دولي heldIn الدوحة" },
    { "نعم، ما رفع عقد اجتماع دولي في الدوحة", "اجتماع دولي heldIn الدوحة" },
    // What is announced and called off in one breath
    { "سيعقد اجتماع دولي في الدوحة وألغي الاجتماع",
      "negated: اجتماع دولي heldIn الدوحة" },
    { "عقد اجتماع دولي في الدوحة وألغي الاجتماع", "اجتماع دولي heldIn الدوحة" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
default_facts_yield(void)
{
  static const Case cases[] = {
    { "الدوحة: نعم الاجتماع الدولي. حضره 40 خبيرا",
      "الاجتماع الدولي heldIn الدوحة; الاجتماع الدولي attendeeCount 40" },
    { "الدوحة: ثم تستضيف الدوحة الاجتماع الدولي",
      "الاجتماع الدولي heldIn الدوحة" },
    { "الدوحة: نعم\nلن تستضيف الدوحة الاجتماع الدولي. حضره 40 خبيرا",
      "الاجتماع الدولي heldIn الدوحة; "
      "negated: الاجتماع الدولي heldIn الدوحة; "
      "الاجتماع الدولي attendeeCount 40" },
    { "الرباط: ثم تستضيف الدوحة الاجتماع الدولي",
      "الاجتماع الدولي heldIn الدوحة" },
    { "الرباط: الاجتماع الدولي. حضره 40 خبيرا",
      "الاجتماع الدولي heldIn الرباط; الاجتماع الدولي attendeeCount 40" },
    // Nothing is told of it
    { "الرباط: الاجتماع الدولي", "" },
    // Once only
    { "الدوحة: الاجتماع الدولي.\nالدوحة: نعم. حضره 40 خبيرا",
      "الاجتماع الدولي heldIn الدوحة; الاجتماع الدولي attendeeCount 40" },
    { "الدوحة: نعم", "" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
evidence_is_merged(void)
{
  const IsnDocument doc =
    extract("تمول فرنسا مبادرة «نعم». ثم إن فرنسا تمول مبادرة «نعم». "
            "تمول فرنسا مبادرة «نعم». تمول فرنسا مبادرة «نعم». "
            "تمول فرنسا مبادرة «نعم». تمول فرنسا مبادرة «نعم».");
  CHECK_EQ(doc.n_facts, 1);
  const IsnFact* const f = &doc.facts[0];
  CHECK_EQ(f->n_evidence, 4); // no more of them are kept
  CHECK_STR(isn_document_words(&doc, f->evidence[0]),
            "تمول فرنسا مبادرة «نعم»");
  CHECK_STR(isn_document_words(&doc, f->evidence[1]),
            "فرنسا تمول مبادرة «نعم»");
  CHECK_STR(f->rule, "funds-surely");
  CHECK(f->confidence > 0.19);
}

static void
values_are_read(void)
{
  static const Case cases[] = {
    { "الاجتماع الرابع", "الاجتماع الرابع ordinal 4" },
    { "اجتماع دولي في 10-12 أكتوبر 2019", "اجتماع دولي startDate 2019-10-10" },
    { "اجتماع دولي في 8 أكتوبر 2019", "اجتماع دولي startDate 2019-10-08" },
    { "اجتماع دولي في أكتوبر 2019", "اجتماع دولي startDate 2019-10" },
    { "اجتماع دولي. دام ثلاثة أيام", "اجتماع دولي duration P3D" },
    { "اجتماع دولي. حضره 40 خبيرا", "اجتماع دولي attendeeCount 40" },
    { "اجتماع دولي. حضره أكثر من 40 خبيرا", "اجتماع دولي attendeeCount 40+" },
    { "حضره 40 خبيرا. ثم اجتماع دولي", "" },
    { "اليونسكو منحة 2,5 مليون يورو", "اليونسكو grant 2500000 EUR" },
    { "العميد محمد منزلاوي", "محمد منزلاوي rank العميد" },
    { "للعميد محمد منزلاوي", "محمد منزلاوي rank العميد" },
    { "اجتماع دولي لتعزيز التعاون.", "اجتماع دولي goal تعزيز التعاون" },
    // A group that begins with a blank holds nothing of the word before
    { "اجتماع دولي هدفه تعزيز التعاون. نعم", "اجتماع دولي goal تعزيز التعاون" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
quotations_lose_their_marks(void)
{
  static const Case cases[] = {
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.»",
      "يورغن شتوك quote هذا لقاء مهم جدا." },
    { "قال يورغن شتوك \"هذا لقاء مهم جدا\"",
      "يورغن شتوك quote هذا لقاء مهم جدا" },
    { "قال يورغن شتوك إن ’’هذا لقاء مهم جدا‘‘",
      "يورغن شتوك quote هذا لقاء مهم جدا" },
    { "قال يورغن شتوك: «قال \"نعم\" ثم عاد.»",
      "يورغن شتوك quote قال \"نعم\" ثم عاد." },
    { "قال يورغن شتوك: «»", "" },
    // Who spoke last goes on
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.» وأضاف: «إننا هنا اليوم معا.»",
      "يورغن شتوك quote هذا لقاء مهم جدا.; "
      "يورغن شتوك quote إننا هنا اليوم معا." },
    { "قال يورغن شتوك: «هذا لقاء مهم جدا.» قال شتوك: «نعم يا أيها الناس.»",
      "يورغن شتوك quote هذا لقاء مهم جدا.; "
      "يورغن شتوك quote نعم يا أيها الناس." },
    { "وأضاف: «إننا هنا اليوم معا.»", "" },
  };
  CHECK_CASES(cases, write_facts);
}

/// What is quoted is said by somebody, not by the text.
static void
facts_are_not_read_from_quotations(void)
{
  static const Case cases[] = {
    { "قال: «عقد اجتماع دولي في الدوحة»", "" },
    { "قال: «تمول فرنسا مبادرة \"نعم\"»", "" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
rules_of_once_fire_once(void)
{
  static const Case cases[] = {
    { "اجتماع دولي. يورغن شتوك نفسه. محمد منزلاوي نفسه",
      "يورغن شتوك attends اجتماع دولي" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
runs_are_alike(void)
{
  static const char text[] =
    "الدوحة: سيعقد الاجتماع الرابع في الدوحة. تمول فرنسا وكندا مبادرة «نعم». "
    "قال يورغن شتوك: «هذا لقاء مهم جدا.» وأضاف: «إننا هنا اليوم معا.»";
  IsnDocument doc = extract(text);
  write_facts(&doc);
  char first[2048];
  snprintf(first, sizeof(first), "%.*s", (int)out.n_bytes, out.data);
  CHECK(doc.n_facts > 5);
  doc = extract("اجتماع دولي. حضره 40 خبيرا");
  doc = extract(text);
  write_facts(&doc);
  CHECK_STR(isn_buffer_str(&out), first);
}

static void
long_documents_take_linear_time(void)
{
  static const char* const pieces[] = { "تمول فرنسا مبادرة «نعم». ",
                                        "تمول فرنسا ",
                                        "عقد اجتماع دولي في الدوحة ",
                                        "قال يورغن شتوك: «هذا لقاء مهم جدا.» ",
                                        "قال يورغن شتوك «نعم» " };
  check_time_is_linear(pieces, N_OF(pieces), 6000);
}

int
main(void)
{
  if (!relations_begin(NULL)) {
    return folder_failed();
  }
  RUN(facts_are_found);
  RUN(modality_is_judged);
  RUN(default_facts_yield);
  RUN(evidence_is_merged);
  RUN(values_are_read);
  RUN(quotations_lose_their_marks);
  RUN(facts_are_not_read_from_quotations);
  RUN(rules_of_once_fire_once);
  RUN(runs_are_alike);
  RUN(long_documents_take_linear_time);
  extraction_end();
  return check_end();
}
