// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Clubs and newspapers that have the name of a place or an ordinary word.
#include "tests/unit/entities.h"

static const char teams_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "ليون\tCity\tcity:lyon\n"
  "ليون\tOrganization\tclub:lyon\t\t\town\tkind=club|common\n"
  "باريس\tCity\tcity:paris\n"
  "ليون المتحد\tOrganization\tclub:united\t\t\town\tkind=club\n"
  "الهلال\tOrganization\tclub:hilal\t\t\town\tkind=club|common\n"
  "النصر\tOrganization\tclub:nassr\t\t\town\tkind=club|common\n"
  "الشرق\tCity\tcity:east\n"
  "الشرق\tOrganization\tpaper:east\t\t\town\tkind=media|common\n"
  "الوطن\tOrganization\tpaper:home\t\t\town\tkind=media|common\n";

static const char teams_xml[] =
  "<rules xmlns='https://w3id.org/isnad/rules#'>\n"
  "<entity name='team' type='Organization' kind='club'><pattern>لاعبا "
  "(?&lt;mention>{City}|{common-organization})</pattern></entity>\n"
  "<entity name='paper' type='Organization'><pattern>"
  "(?&lt;mention>جريدة (?:{def}|{City}))</pattern></entity>\n"
  "<entity name='firm' type='Organization'><pattern>"
  "(?&lt;alias>شركة (?&lt;mention>زولتك كوري))</pattern></entity></rules>";

#define GAME "مباراة دوري لاعب مدرب شوط. "

/// The town, until the text names its club; only in reports on sport.
static void
towns_are_clubs(void)
{
  static const Case cases[] = {
    { "زار لاعبا ليون. وخسر ليون", "ليون=club:lyon 1; ليون=city:lyon 1" },
    { GAME "وخسر ليون", "ليون=city:lyon 1" },
    { GAME "زار لاعبا ليون. وخسر ليون", "ليون=club:lyon 2" },
    { GAME "زار لاعبا ليون. وصل إلى ليون",
      "ليون=club:lyon 1; ليون=city:lyon 1" },
    { GAME "زار لاعبا ليون. وبقي في ليون",
      "ليون=club:lyon 1; ليون=city:lyon 1" },
    { GAME "زار لاعبا ليون. انتقاله إلى ليون", "ليون=club:lyon 2" },
    { GAME "زار لاعبا ليون. وخسر باريس",
      "ليون=club:lyon 1; باريس=city:paris 1" },
    { GAME "تعادل أمام ليون", "ليون=club:lyon 1" },
    { GAME "زار لاعبا ليون. وبقي بليون", "ليون=club:lyon 1; ليون=city:lyon 1" },
    // Of a club that no list knows
    { GAME "زار لاعبا باريس. وخسر باريس", "باريس 2" },
    // The beginning of a longer name, and what stands beside a club
    { GAME "فاز ليون المتحد. وخسر ليون",
      "ليون المتحد=club:united 1; ليون=club:lyon 1" },
    { GAME "ثم لعب ليون المتحد وليون",
      "ليون المتحد=club:united 1; ليون=club:lyon 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
words_are_clubs(void)
{
  static const Case cases[] = {
    { "ظهر الهلال", "" },
    { GAME "ظهر الهلال", "" },
    { GAME "تعادل أمام الهلال. ثم ظهر الهلال", "الهلال=club:hilal 1" },
    { GAME "زار لاعبا الهلال. ثم ظهر الهلال", "الهلال=club:hilal 2" },
    { GAME "زار لاعبا الهلال. ثم ظهر الهلال الكبير", "الهلال=club:hilal 1" },
    { GAME "زار لاعبا الهلال. ثم لعب الهلال والنصر", "الهلال=club:hilal 2" },
    { GAME "ثم لعب ليون المتحد والهلال",
      "ليون المتحد=club:united 1; الهلال=club:hilal 1" },
    { GAME "ثم لعب الهلال وليون المتحد",
      "الهلال=club:hilal 1; ليون المتحد=club:united 1" },
    { GAME "تحدث عن فوزه على الهلال", "الهلال=club:hilal 1" },
    { GAME "سلم على الهلال", "" },
    // What is victory too, only where a club's name stands
    { GAME "زار لاعبا النصر. ثم جاء النصر", "النصر=club:nassr 1" },
    { GAME "زار لاعبا النصر. ثم إدارة النصر", "النصر=club:nassr 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
quotations_are_papers(void)
{
  static const Case cases[] = {
    { "قال في «الشرق» ذلك", "الشرق=paper:east 1" },
    { "حصلت «الوطن» على نسخة", "الوطن=paper:home 1" },
    { "أحب «الوطن» كثيرا", "" },
    { "أحب «الشرق» كثيرا", "الشرق=city:east 1" },
    { "قال في «الشرق والغرب» ذلك", "الشرق=city:east 1" },
    { "كتب في الشرق", "الشرق=city:east 1" },
    { "كتب في جريدة الشرق", "الشرق=paper:east 1" },
    { "كتب في جريدة المساء", "المساء 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
foreign_names_are_known_again(void)
{
  static const Case cases[] = {
    { "أسس شركة زولتك كوري. وباعت زولتك كوري", "زولتك كوري 2" },
    { "أسس شركة زولتك كوري. وباعت زولتك وكوري", "زولتك كوري 1" },
    { "باعت زولتك كوري", "" },
  };
  CHECK_CASES(cases, write_entities);
}

int
main(void)
{
  const char* const files[] = { "rules/rules.xml", teams_xml };
  if (!extraction_begin(teams_tsv, lexicon_xml, files, N_OF(files))) {
    return folder_failed();
  }
  RUN(towns_are_clubs);
  RUN(words_are_clubs);
  RUN(quotations_are_papers);
  RUN(foreign_names_are_known_again);
  extraction_end();
  return check_end();
}
