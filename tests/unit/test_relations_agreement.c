// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Titles and verbs that agree in gender with whom or what they speak of.
#include "tests/unit/relations.h"

static const char agreement_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#'>\n"
  "<relation name='is' confidence='0.9'><pattern>{Person:p}(?: [،,])? "
  "(?&lt;t>(?:وزير|وزيرة) العدل)</pattern>"
  "<fact property='position' subject='p' object='t'/></relation>"
  "<relation name='aims' confidence='0.9' modality='any'><pattern>{Meeting:m}"
  "(?: {any}){0,3}? {aim:trigger} إلى (?&lt;g>{def})</pattern>"
  "<fact property='goal' subject='m' object='g'/></relation></rules>";

static void
titles_fit_who_bears_them(void)
{
  static const Case cases[] = {
    { "يورغن شتوك وزيرة العدل", "يورغن شتوك position وزيرة العدل" },
    { "السيد يورغن شتوك وزيرة العدل", "" },
    { "السيد يورغن شتوك وزير العدل", "يورغن شتوك position وزير العدل" },
    // Who is called a woman nearer is one; a mark parts words
    { "السيدة يورغن شتوك وزيرة العدل", "يورغن شتوك position وزيرة العدل" },
    { "السيد نعم السيدة يورغن شتوك وزيرة العدل",
      "يورغن شتوك position وزيرة العدل" },
    { "السيد، يورغن شتوك وزيرة العدل", "يورغن شتوك position وزيرة العدل" },
    { "المدير يورغن شتوك وزيرة العدل", "" },
    { "المديرة يورغن شتوك وزيرة العدل", "يورغن شتوك position وزيرة العدل" },
    { "السيد نعم المديرة يورغن شتوك وزيرة العدل",
      "يورغن شتوك position وزيرة العدل" },
    // Seven words between, eight
    { "السيد ثم ثم ثم ثم ثم ثم ثم يورغن شتوك وزيرة العدل", "" },
    { "السيد ثم ثم ثم ثم ثم ثم ثم ثم يورغن شتوك وزيرة العدل",
      "يورغن شتوك position وزيرة العدل" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
verbs_fit_what_they_are_said_of(void)
{
  static const Case cases[] = {
    { "مؤتمر دولي يهدف إلى السلام", "مؤتمر دولي goal السلام" },
    { "مؤتمر دولي ثم تهدف إلى السلام", "" },
    { "ندوة دولية تهدف إلى السلام", "ندوة دولية goal السلام" },
    { "ندوة دولية يهدف إلى السلام", "" },
    { "مؤتمر دولي هدفت إلى السلام", "" },
    { "ندوة دولية يهدفون إلى السلام", "ندوة دولية goal السلام" },
  };
  CHECK_CASES(cases, write_facts);
}

int
main(void)
{
  if (!relations_begin(agreement_xml)) {
    return folder_failed();
  }
  RUN(titles_fit_who_bears_them);
  RUN(verbs_fit_what_they_are_said_of);
  extraction_end();
  return check_end();
}
