// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Meetings, operations and initiatives, and what refers to them.
#include "tests/unit/entities.h"

static void
meetings_are_linked(void)
{
  static const Case cases[] = {
    { "الاجتماع الرابع. ثم الاجتماع", "الاجتماع الرابع (الاجتماع) 2" },
    { "الاجتماع الرابع. وفي هذا الاجتماع", "الاجتماع الرابع (هذا الاجتماع) 2" },
    { "الاجتماع الرابع. عقد الاجتماع الـ4",
      "الاجتماع الرابع (الاجتماع ال4) 2" },
    // Two stay two; the last one is meant
    { "ذهب. ثم. الاجتماع الرابع والاجتماع الخامس",
      "الاجتماع الرابع 1; الاجتماع الخامس 1" },
    { "ذهب. ثم. الاجتماع الرابع والاجتماع الخامس. ثم الاجتماع",
      "الاجتماع الرابع 1; الاجتماع الخامس (الاجتماع) 2" },
    { "ذهب. ثم. الاجتماع الرابع والمؤتمر الخامس. ثم الاجتماع",
      "الاجتماع الرابع (الاجتماع) 2; المؤتمر الخامس 1" },
    // Of another noun only where it is pointed at
    { "الاجتماع الرابع. ثم المؤتمر", "الاجتماع الرابع 1" },
    { "الاجتماع الرابع. هذا المؤتمر", "الاجتماع الرابع (هذا المؤتمر) 2" },
    // Without antecedent: nothing, but for the verb that «this» points to
    { "ناقش الاجتماع", "" },
    { "اجتمع خبراء. في هذا الاجتماع", "هذا الاجتماع 1" },
    // It does not refer to what comes only later
    { "ناقش الاجتماع. ثم مؤتمر دولي", "مؤتمر دولي 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
sittings_of_bodies_are_linked(void)
{
  static const Case cases[] = {
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي. ثم مؤتمر المعهد الدولي",
      "الاجتماع السابع للمعهد الدولي (مؤتمر المعهد الدولي) 2; "
      "المعهد الدولي=org:institute 2" },
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي. ثم مؤتمر المعهد الدولي المقبل",
      "الاجتماع السابع للمعهد الدولي 1; المعهد الدولي=org:institute 2; "
      "مؤتمر المعهد الدولي 1" },
    // One of several, or of what is no name of a body
    { "ذهب. ثم. الاجتماع السابع للمعهد الدولي والاجتماع الثامن للمعهد الدولي. "
      "ثم مؤتمر المعهد الدولي",
      "الاجتماع السابع للمعهد الدولي 1; المعهد الدولي=org:institute 3; "
      "الاجتماع الثامن للمعهد الدولي 1; مؤتمر المعهد الدولي 1" },
    { "ذهب. ثم. الاجتماع السابع للإنتربول. ثم مؤتمر الإنتربول",
      "الاجتماع السابع للإنتربول 1; الإنتربول=org:interpol 2; "
      "مؤتمر الإنتربول 1" },
    // What comes next is only named
    { "ذهب. ثم. الاجتماع الدولي. قبل اجتماع عربي. ثم الاجتماع",
      "الاجتماع الدولي 1; اجتماع عربي (الاجتماع) 2" },
    { "ذهب. ثم. الاجتماع الدولي. قبل الاجتماع العربي المقبل. ثم الاجتماع",
      "الاجتماع الدولي (الاجتماع) 2; الاجتماع العربي 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
events_of_headlines_are_told_again(void)
{
  static const Case cases[] = {
    // Two dots end no sentence
    { "برئاسة فرنسا.. اجتماع إقليمي\nعقد الاجتماع الدولي اليوم.",
      "فرنسا=fr 1; اجتماع إقليمي (الاجتماع الدولي) 2" },
    { "اجتماع إقليمي\nعقد الاجتماع الدولي اليوم.",
      "اجتماع إقليمي (الاجتماع الدولي) 2" },
    { "اجتماع إقليمي\nالاجتماع الدولي. الاجتماع العربي",
      "اجتماع إقليمي (الاجتماع الدولي) 2; الاجتماع العربي 1" },
    { "الاجتماع الرابع\nعقد الاجتماع الخامس اليوم.",
      "الاجتماع الرابع 1; الاجتماع الخامس 1" },
    { "اجتماع إقليمي\nعقد المؤتمر الدولي اليوم.",
      "اجتماع إقليمي 1; المؤتمر الدولي 1" },
    // No headline; another name in quotation marks
    { "انتهى الاجتماع الإقليمي أمس. وعقد الاجتماع الدولي اليوم.",
      "الاجتماع الإقليمي 1; الاجتماع الدولي 1" },
    { "عملية «درب السلامة»\nوانتهت عملية «برق» اليوم.",
      "عملية «درب السلامة» 1; عملية «برق» 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
initiatives_are_linked(void)
{
  static const Case cases[] = {
    { "مبادرة «درب السلامة». هذه المبادرة. المبادرة",
      "مبادرة «درب السلامة» (هذه المبادرة, المبادرة) 3" },
    { "ثم المبادرة", "" },
    { "مبادرة «نعم لا» ثم مبادرة «كلا بلى»",
      "مبادرة «نعم لا» 1; مبادرة «كلا بلى» 1" },
    // What is quoted in its name is said again, but for speech
    { "مبادرة «درب السلامة». ثم «درب السلامة» و«درب آخر»",
      "مبادرة «درب السلامة» 2" },
    { "«درب السلامة» ثم مبادرة «درب السلامة»", "مبادرة «درب السلامة» 1" },
  };
  CHECK_CASES(cases, write_entities);
}

/// An anaphor that has no noun refers to nothing, and costs no document.
static void
anaphors_without_noun_are_dropped(void)
{
  static const Case cases[] = {
    { "ما هذا؟", "" },
    { "حضر يورغن شتوك. ما هذا؟ قال شتوك", "يورغن شتوك (شتوك) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

int
main(void)
{
  if (!entities_begin()) {
    return folder_failed();
  }
  RUN(meetings_are_linked);
  RUN(sittings_of_bodies_are_linked);
  RUN(events_of_headlines_are_told_again);
  RUN(initiatives_are_linked);
  RUN(anaphors_without_noun_are_dropped);
  extraction_end();
  return check_end();
}
