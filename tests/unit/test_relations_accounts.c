// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Which meeting a text tells of where somebody speaks.
#include "tests/unit/relations.h"

#define RULE(name, more, pattern)                                              \
  "<relation name='" name "' confidence='0.9' modality='any'" more             \
  "><pattern>" pattern "</pattern>"

static const char accounts_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#'>\n" RULE("turn", "", "أما {Meeting:account}") "</relation>" RULE("away", "", "(?&lt;away>هامش)") "</relation>" RULE(
    "elsewhere",
    "",
    "(?&lt;elsewhere>رسالة)") "</"
                              "relatio"
                              "n"
                              ">" RULE("dated", "", "كتب (?&lt;elsewhere>{Date})") "</relation>" RULE("undone", "", "تأجل {Meeting:unheld}") "</relation>" RULE(
                                "to-come",
                                " lead='yes'",
                                "{Meeting:unheld} قادم") "</relation>" RULE("sp"
                                                                            "ea"
                                                                            "k"
                                                                            "s",
                                                                            "",
                                                                            "{P"
                                                                            "er"
                                                                            "so"
                                                                            "n:"
                                                                            "p}"
                                                                            " م"
                                                                            "تح"
                                                                            "د"
                                                                            "ث") "<fact property='speaksAt' subject='p' object='@told'/></relation>" RULE("sits",
                                                                                                                                                          "",
                                                                                                                                                          "{Person:p} حاضر") "<fact property='attends' subject='p' object='@account'/></relation></rules>";

/// Where somebody speaks or sits.
static void
write_places(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const f = &doc->facts[i];
    if (f->property == ISN_PROP_SPEAKS_AT || f->property == ISN_PROP_ATTENDS) {
      isn_buffer_append(&out, doc->entities[f->object].label);
    }
  }
}

#define HELD "عقد الاجتماع الرابع أمس. "
#define SPEAKER "يورغن شتوك متحدث. "
#define SITS "يورغن شتوك حاضر. "
#define TEN "كلام طويل عن كل شيء كان هناك قبل هذا اليوم "
#define TALK TEN TEN TEN TEN TEN TEN "كله. "
#define FOURTH "الاجتماع الرابع"
#define FIFTH "المؤتمر الخامس"

static void
speakers_are_at_what_the_text_tells_of(void)
{
  static const Case cases[] = {
    { HELD SPEAKER, FOURTH },
    { SPEAKER HELD, "" },
    { HELD "أما المؤتمر الخامس. " SPEAKER, FIFTH },
    { HELD "أما المؤتمر الخامس فيه يورغن شتوك متحدث. ", FIFTH },
    { HELD SPEAKER "أما المؤتمر الخامس. ", FOURTH },
    { "قال يورغن شتوك إن الاجتماع الرابع. " SPEAKER, FOURTH },
    // Named once, and long before
    { HELD TALK TALK SPEAKER, FOURTH },
    { HELD TALK TALK TALK TALK TALK SPEAKER, "" },
    { HELD TALK TALK TALK TALK TALK "ثم الاجتماع الرابع. " SPEAKER, FOURTH },
  };
  CHECK_CASES(cases, write_places);
}

static void
texts_turn_away_from_a_meeting(void)
{
  static const Case cases[] = {
    // To the end of the paragraph
    { HELD "رسالة. " SPEAKER, "" },
    { HELD "رسالة.\n\n" SPEAKER, FOURTH },
    { HELD SPEAKER "رسالة.", FOURTH },
    // Until it is named again
    { HELD "هامش. " SPEAKER, "" },
    { HELD "هامش.\n\n" SPEAKER, "" },
    { HELD "هامش. ثم الاجتماع الرابع. " SPEAKER, FOURTH },
    // To what was said too long ago to be said there
    { HELD "كتب 28 سبتمبر 2016. " SPEAKER, "" },
    { HELD "كتب 29 سبتمبر 2016. " SPEAKER, FOURTH },
    { HELD "كتب 26 أكتوبر 2016. " SPEAKER, FOURTH },
    { HELD "كتب 27 أكتوبر 2015. " SPEAKER, "" },
    { HELD "كتب عام 2016. " SPEAKER, FOURTH },
    { HELD "كتب عام 2015. " SPEAKER, "" },
  };
  CHECK_CASES(cases, write_places);
}

static void
nobody_is_at_what_is_not_held(void)
{
  static const Case cases[] = {
    { HELD "تأجل الاجتماع الرابع. " SPEAKER, "" },
    { HELD "الاجتماع الرابع قادم. " SPEAKER, "" },
    { HELD SITS, FOURTH },
    { HELD "الاجتماع الرابع قادم. " SITS, FOURTH },
    { HELD "تأجل الاجتماع الرابع. " SITS, "" },
    // What was put off stays so
    { HELD "تأجل الاجتماع الرابع. ثم الاجتماع الرابع قادم. " SITS, "" },
  };
  CHECK_CASES(cases, write_places);
}

int
main(void)
{
  if (!relations_begin(accounts_xml)) {
    return folder_failed();
  }
  RUN(speakers_are_at_what_the_text_tells_of);
  RUN(texts_turn_away_from_a_meeting);
  RUN(nobody_is_at_what_is_not_held);
  extraction_end();
  return check_end();
}
