// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Nouns and adjectives.
#include "tests/unit/inflection.h"

static const Entry nouns[] = {
  { "noun_regular",
    "<noun plural='اجتماعات' nisba='yes'>اجتماع</noun>",
    "noun: اجتماع, اجتماعا\n"
    "noun def: الاجتماع\n"
    "noun du: اجتماعان, اجتماعين, اجتماعا\n"
    "noun du def: الاجتماعان, الاجتماعين\n"
    "noun pl: اجتماعات\n"
    "noun pl def: الاجتماعات\n"
    "noun poss: اجتماعه, اجتماعها, اجتماعهم, اجتماعنا\n"
    "noun pl poss: اجتماعاته\n"
    "no any: اجتماعي, اجتماعاتا\n" },
  { "noun_feminine",
    "<noun plural='مبادرات'>مبادرة</noun>",
    "noun f: مبادرة\n"
    "noun f def: المبادرة\n"
    "noun f du: مبادرتان, مبادرتين, مبادرتا, مبادرتي\n"
    "noun f pl: مبادرات\n"
    "noun f poss: مبادرته, مبادرتها\n"
    "no any: مبادرةا, مبادرةه\n" },
  { "noun_of_persons",
    "<noun plural='رؤساء' feminine='رئيسة' nisba='yes'>رئيس</noun>",
    "noun: رئيس, رئيسا\n"
    "noun f: رئيسة\n"
    "noun pl: رؤساء\n"
    "noun pl poss: رؤساؤه, رؤسائها, رؤساءهم\n"
    "noun f pl: رئيسات\n"
    "noun du: رئيسان, رئيسين\n"
    "no any: رئيسي, رؤساءا\n" },
  { "noun_sound_plural",
    "<noun plural='ممثلون' feminine='ممثلة'>ممثل</noun>",
    "noun pl: ممثلون, ممثلين, ممثلو, ممثلي\n"
    "noun pl def: الممثلون, الممثلين\n"
    "noun pl poss: ممثلوها, ممثليها\n"
    "noun f pl: ممثلات\n" },
  { "noun_defective",
    "<noun plural='محامون' defective='yes' feminine='محامية'>محامي</noun>",
    "noun: محام, محامي, محاميا\n"
    "noun def: المحامي\n"
    "noun pl: محامون, محامين, محامو\n"
    "noun du: محاميان, محاميين\n"
    "noun f: محامية\n"
    "no any: المحام\n" },
  { "noun_broken_like_sound",
    "<noun plural='فنون' broken='yes'>فن</noun>",
    "noun pl: فنون, فنونا\n"
    "noun pl def: الفنون\n"
    "no any: فنو, فنونين\n" },
  { "noun_diptote_plural",
    "<noun plural='مكاتب'>مكتب</noun>",
    "noun pl: مكاتب\n"
    "noun pl def: المكاتب\n"
    "no any: مكاتبا\n" },
  { "noun_defective_plural",
    "<noun plural='أراضي'>أرض</noun>",
    "noun pl: أراضي, أراض\n"
    "noun pl def: الأراضي\n"
    "noun pl poss: أراضيها\n" },
  { "noun_in_aa",
    "<noun plural='لقاءات'>لقاء</noun>",
    "noun: لقاء\n"
    "noun du: لقاءان, لقاءين\n"
    "noun pl: لقاءات\n"
    "noun poss: لقاءه, لقاؤه, لقائه\n" },
  { "noun_in_hamza",
    "<noun plural='أجزاء'>جزء</noun>",
    "noun: جزء, جزءا\n"
    "noun poss: جزءه, جزئه, جزؤه\n"
    "noun pl: أجزاء\n" },
  { "noun_in_joined_hamza",
    "<noun plural='أعباء'>عبء</noun>",
    "noun: عبء, عبئا\n"
    "noun du: عبئان, عبئين\n"
    "noun poss: عبئه, عبؤه\n"
    "no any: عبءا\n" },
  { "noun_in_hamza_on_alef",
    "<noun plural='مبادئ'>مبدأ</noun>",
    "noun: مبدأ\n"
    "noun du: مبدآن, مبدأين\n"
    "noun pl: مبادئ\n"
    "no any: مبدأا\n" },
  { "noun_in_maqsura",
    "<noun plural='منتديات'>منتدى</noun>",
    "noun: منتدى\n"
    "noun def: المنتدى\n"
    "noun du: منتديان, منتديين, منتديا, منتديي\n"
    "noun pl: منتديات\n"
    "noun poss: منتداه, منتداها\n"
    "no any: منتدىا, منتداا\n" },
  { "noun_plural_only",
    "<noun singular='no'>محادثات</noun>",
    "noun pl: محادثات\n"
    "noun pl def: المحادثات\n"
    "noun pl poss: محادثاته\n"
    "no any: محادثاتان\n" },
  { "noun_with_adjective",
    "<noun plural='أمناء' feminine='أمينة' adjective='عام' "
    "human='yes'>أمين</noun>",
    "noun: أمين عام, أمينا عاما\n"
    "noun def: الأمين العام\n"
    "noun f def: الأمينة العامة\n"
    "noun poss: أمينها العام\n"
    "noun pl def: الأمناء العامون, الأمناء العامين\n"
    "noun du def: الأمينان العامان, الأمينين العامين\n"
    "noun f pl def: الأمينات العامات\n"
    "no any: الأمين عام, أمينة عام\n" },
  { "noun_with_adjective_of_things",
    "<noun plural='دورات' adjective='تدريبي'>دورة</noun>",
    "noun f: دورة تدريبية\n"
    "noun f def: الدورة التدريبية\n"
    "noun f pl: دورات تدريبية\n"
    "noun f pl def: الدورات التدريبية\n"
    "noun f du: دورتان تدريبيتان, دورتين تدريبيتين\n" },
  { "noun_with_second_term",
    "<noun plural='مذكرات' of='تفاهم'>مذكرة</noun>",
    "noun f: مذكرة تفاهم\n"
    "noun f def: مذكرة التفاهم\n"
    "noun f pl: مذكرات تفاهم\n"
    "noun f pl def: مذكرات التفاهم\n"
    "noun f du: مذكرتا تفاهم, مذكرتي تفاهم\n"
    "no any: المذكرة تفاهم, مذكرته تفاهم\n" },
  { "noun_with_long_second_term",
    "<noun plural='نواب' of='رئيس وزراء'>نائب</noun>",
    "noun: نائب رئيس وزراء\n"
    "noun def: نائب رئيس الوزراء\n" },
  { "adjective_sound",
    "<adjective>أمني</adjective>",
    "adj: أمني, أمنيا\n"
    "adj f: أمنية\n"
    "adj def: الأمني\n"
    "adj f def: الأمنية\n"
    "adj pl def: الأمنيون, الأمنيين\n" },
};

int
main(void)
{
  run_entries(nouns, N_OF(nouns));
  isn_buffer_clear(&forms);
  return check_end();
}
