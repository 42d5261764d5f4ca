// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Verbs with a weak radical, and those spelled out.
#include "tests/unit/inflection.h"

static const Entry hollow[] = {
  { "tenth_form_hollow",
    "<verb root='ض ي ف' form='10'/>",
    "perf: استضاف\n"
    "perf f: استضافت\n"
    "perf f obj: استضافته, استضافتها\n"
    "perf first: استضفت\n"
    "perf f pl: استضفن\n"
    "perf pass: استضيف\n"
    "perf pass f: استضيفت\n"
    "impf f obj: تستضيفه, تستضيفها\n"
    "impf: يستضيف, يستضف\n"
    "impf pass f: تستضاف\n"
    "masdar f: استضافة\n"
    "masdar f poss: استضافته, استضافتها\n"
    "ap f: مستضيفة\n"
    "pp: مستضاف\n"
    "no any: يستضيفن, استضافن\n" },
  { "first_form_hollow_w",
    "<verb root='ق و ل' form='1' masdar='قول' masdar-plural='أقوال'/>",
    "perf: قال\n"
    "perf f: قالت\n"
    "perf du: قالا\n"
    "perf f du: قالتا\n"
    "perf pl: قالوا\n"
    "perf f pl: قلن\n"
    "perf first: قلت\n"
    "perf pl first: قلنا\n"
    "perf pl obj: قالوه\n"
    "perf pass: قيل\n"
    "perf pass f: قيلت\n"
    "impf: يقول, يقل\n"
    "impf f: تقول, تقل\n"
    "impf du: يقولان, يقولا\n"
    "impf pl: يقولون, يقولوا\n"
    "impf f pl: يقلن\n"
    "impf pass: يقال\n"
    "impf pass f: تقال\n"
    "impf first: أقول\n"
    "impf pl first: نقول\n"
    "ap: قائل, قائلا\n"
    "ap f: قائلة\n"
    "ap pl: قائلون, قائلين\n"
    "masdar poss: قوله, قولها\n"
    "masdar pl: أقوال, أقوالا\n"
    "no any: أقل, نقل, قالن, قولت\n" },
  { "first_form_hollow_y",
    "<verb root='ز ي د' form='1' masdar='زيادة'/>",
    "perf: زاد\n"
    "perf first: زدت\n"
    "perf pass: زيد\n"
    "impf: يزيد, يزد\n"
    "impf pass: يزاد\n"
    "ap: زائد\n"
    "pp: مزيد\n"
    "masdar f: زيادة\n" },
  { "first_form_hollow_a",
    "<verb root='ن ي ل' form='1' vowels='a-a' masdar='نيل'/>",
    "perf: نال\n"
    "perf first: نلت\n"
    "impf: ينال, ينل\n"
    "impf f: تنال\n" },
  { "fourth_form_hollow",
    "<verb root='ش و ر' form='4'/>",
    "perf: أشار\n"
    "perf f: أشارت\n"
    "perf first: أشرت\n"
    "perf pl: أشاروا\n"
    "perf pass: أشير\n"
    "impf: يشير, يشر\n"
    "impf pass: يشار\n"
    "impf pl: يشيرون\n"
    "masdar f: إشارة\n"
    "masdar f pl: إشارات\n"
    "ap: مشير, مشيرا\n"
    "pp def: المشار\n"
    "no any: يشيرن, أشارن\n" },
  { "eighth_form_hollow",
    "<verb root='خ ي ر' form='8'/>",
    "perf: اختار\n"
    "perf f: اختارت\n"
    "perf first: اخترت\n"
    "perf obj: اختارها, اختارهم\n"
    "perf pass: اختير\n"
    "perf pass f: اختيرت\n"
    "impf: يختار, يختر\n"
    "masdar: اختيار\n"
    "ap: مختار\n"
    "no impf pass: يختار\n" },
  { "eighth_form_hollow_strong",
    "<verb root='ز و ج' form='8' weak='keep'/>",
    "perf: ازدوج\n"
    "impf: يزدوج\n"
    "masdar: ازدواج\n" },
  { "seventh_form_hollow",
    "<verb root='ح ي ز' form='7'/>",
    "perf: انحاز\n"
    "perf first: انحزت\n"
    "impf: ينحاز\n"
    "masdar: انحياز\n" },
  { "irregular_spelled_hollow",
    "<verb perfect='أراد' imperfect='يريد' passive='no'/>",
    "perf: أراد\n"
    "perf first: أردت\n"
    "impf: يريد, يرد\n" },
};

static const Entry defective[] = {
  { "eighth_form_assimilates_defective_d",
    "<verb root='د ع ي' form='8'/>",
    "perf: ادعى\n"
    "perf f: ادعت\n"
    "perf pl: ادعوا\n"
    "impf: يدعي, يدع\n"
    "masdar: ادعاء\n"
    "masdar pl: ادعاءات\n"
    "ap: مدعي, مدع\n"
    "ap pl: مدعون, مدعين\n" },
  { "tenth_form_defective",
    "<verb root='د ع ي' form='10'/>",
    "perf: استدعى\n"
    "perf obj: استدعاه, استدعاها\n"
    "perf pl: استدعوا\n"
    "perf pass: استدعي\n"
    "impf: يستدعي, يستدع\n"
    "impf pass: يستدعى\n"
    "masdar: استدعاء\n"
    "masdar poss: استدعاءه, استدعاؤه, استدعائه, استدعائها\n" },
  { "first_form_defective_y",
    "<verb root='ر م ي' form='1' masdar='رمي'/>",
    "perf: رمى\n"
    "perf f: رمت\n"
    "perf du: رميا\n"
    "perf pl: رموا\n"
    "perf f pl: رمين\n"
    "perf first: رميت\n"
    "perf obj: رماه, رماها\n"
    "perf pass: رمي\n"
    "impf: يرمي, يرم\n"
    "impf f: ترمي, ترم\n"
    "impf du: يرميان\n"
    "impf pl: يرمون, يرموا\n"
    "impf pass: يرمى\n"
    "ap: رامي, رام, راميا\n"
    "ap def: الرامي\n"
    "ap pl: رامون, رامين\n"
    "pp: مرمي\n"
    "pp f: مرمية\n"
    "no impf: يرما, يرميون\n"
    "no any: رميوا\n" },
  { "first_form_defective_w",
    "<verb root='د ع و' form='1' masdar='دعوة' masdar-plural='دعوات'/>",
    "perf: دعا\n"
    "perf f: دعت\n"
    "perf du: دعوا\n"
    "perf pl: دعوا\n"
    "perf first: دعوت\n"
    "perf obj: دعاه, دعاها\n"
    "perf pass: دعي\n"
    "perf pass f: دعيت\n"
    "impf: يدعو, يدع\n"
    "impf f: تدعو\n"
    "impf pl: يدعون\n"
    "impf pass: يدعى\n"
    "impf obj: يدعوه, يدعوها\n"
    "ap def: الداعي\n"
    "pp: مدعو\n"
    "pp pl: مدعوون, مدعوين\n"
    "masdar f pl: دعوات\n"
    "no any: دعى\n" },
  { "first_form_defective_i",
    "<verb root='ب ق ي' form='1' vowels='i-a' masdar='بقاء'/>",
    "perf: بقي\n"
    "perf f: بقيت\n"
    "perf pl: بقوا\n"
    "perf first: بقيت\n"
    "impf: يبقى, يبق\n"
    "impf pl: يبقون, يبقوا\n"
    "impf du: يبقيان\n"
    "masdar: بقاء\n" },
  { "first_form_defective_a",
    "<verb root='س ع ي' form='1' vowels='a-a' masdar='سعي'/>",
    "perf: سعى\n"
    "impf: يسعى, يسع\n"
    "impf pl: يسعون\n"
    "masdar: سعي, سعيا\n" },
  { "first_form_first_and_last_weak",
    "<verb root='و ف ي' form='1' masdar='وفاء'/>",
    "perf: وفى\n"
    "impf: يفي, يف\n"
    "impf pl: يفون\n" },
  { "middle_w_of_defective_stays",
    "<verb root='ن و ي' form='1' masdar='نية'/>",
    "perf: نوى\n"
    "perf f: نوت\n"
    "perf pl: نووا\n"
    "impf: ينوي\n"
    "impf pl: ينوون\n"
    "masdar f: نية\n" },
  { "second_form_defective",
    "<verb root='س م ي' form='2'/>",
    "perf: سمى\n"
    "perf f: سمت\n"
    "impf: يسمي\n"
    "impf pass: يسمى\n"
    "masdar f: تسمية\n"
    "ap def: المسمي\n"
    "pp: مسمى\n"
    "pp f: مسماة\n" },
  { "third_form_defective",
    "<verb root='ن د ي' form='3'/>",
    "perf: نادى\n"
    "perf pass: نودي\n"
    "impf: ينادي\n"
    "masdar f: مناداة\n"
    "masdar f poss: مناداته\n" },
  { "fourth_form_defective",
    "<verb root='ل ق ي' form='4'/>",
    "perf: ألقى\n"
    "perf f: ألقت\n"
    "perf pl: ألقوا\n"
    "perf f du: ألقتا\n"
    "perf du: ألقيا\n"
    "perf first: ألقيت\n"
    "perf obj: ألقاه, ألقاها\n"
    "perf f obj: ألقته, ألقتها\n"
    "perf pass: ألقي\n"
    "perf pass f du: ألقيتا\n"
    "impf: يلقي, يلق\n"
    "impf obj: يلقيه, يلقيها\n"
    "impf pl: يلقون, يلقوا\n"
    "impf pass: يلقى\n"
    "impf pass f: تلقى\n"
    "masdar: إلقاء\n"
    "masdar poss: إلقائه, إلقاؤها\n"
    "ap: ملقي, ملق, ملقيا\n"
    "ap def: الملقي\n"
    "pp: ملقى\n"
    "pp f: ملقاة\n"
    "no any: ألقىها, ألقيوا, ملقيون\n" },
  { "fourth_form_defective_after_y",
    "<verb root='ح ي ي' form='4'/>",
    "perf: أحيا\n"
    "impf: يحيي\n"
    "impf pass: يحيا\n"
    "masdar: إحياء\n" },
  { "fifth_form_defective",
    "<verb root='و ل ي' form='5'/>",
    "perf: تولى\n"
    "perf f: تولت\n"
    "perf obj: تولاه, تولاها\n"
    "impf: يتولى\n"
    "impf f: تتولى\n"
    "impf pl: يتولون\n"
    "masdar: تولي, تول\n"
    "masdar def: التولي\n"
    "masdar poss: توليه\n" },
  { "eighth_form_defective",
    "<verb root='ل ق ي' form='8'/>",
    "perf: التقى\n"
    "perf f: التقت\n"
    "perf pl: التقوا\n"
    "impf: يلتقي\n"
    "masdar: التقاء\n"
    "pp: ملتقى\n" },
};

static const Entry irregular[] = {
  { "irregular_spelled",
    "<verb perfect='رأى' imperfect='يرى' masdar='رؤية'/>",
    "perf: رأى\n"
    "perf f: رأت\n"
    "perf obj: رآه, رآها\n"
    "perf pl: رأوا\n"
    "impf: يرى, ير\n"
    "impf obj: يراه\n"
    "masdar f: رؤية\n"
    "no any: ترك, رأاه\n" },
};

int
main(void)
{
  run_entries(hollow, N_OF(hollow));
  run_entries(defective, N_OF(defective));
  run_entries(irregular, N_OF(irregular));
  isn_buffer_clear(&forms);
  return check_end();
}
