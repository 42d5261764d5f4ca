// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Verbs whose radicals stay, are doubled, assimilated or hamza.
#include "tests/unit/inflection.h"

static const Entry sound[] = {
  { "second_form_sound",
    "<verb root='م و ل' form='2'/>",
    "perf: مول\n"
    "perf f: مولت\n"
    "perf pl: مولوا\n"
    "perf f pl: مولن\n"
    "perf f du: مولتا\n"
    "perf obj: موله, مولها, مولهم, مولهما, مولهن, مولني, مولنا, مولك, مولكم\n"
    "perf pl obj: مولوه, مولوها\n"
    "perf first: مولت\n"
    "perf pl first: مولنا\n"
    "impf: يمول\n"
    "impf f: تمول\n"
    "impf pl: يمولون, يمولوا\n"
    "impf du: يمولان, يمولا\n"
    "impf f obj: تموله, تمولها\n"
    "impf pl obj: يمولونها, يمولوها\n"
    "impf first: أمول\n"
    "impf pl first: نمول\n"
    "masdar: تمويل, تمويلا\n"
    "masdar def: التمويل\n"
    "masdar poss: تمويله, تمويلها, تمويلهم\n"
    "masdar pl: تمويلات\n"
    "ap: ممول\n"
    "ap f: ممولة\n"
    "ap pl: ممولون, ممولين, ممولو, ممولي\n"
    "ap f pl: ممولات\n"
    "pp def: الممول\n"
    "pp f def: الممولة\n"
    "no perf pass: مول\n"
    "no any: مولواه, يمولوناه, تمويلة\n" },
  { "third_form_sound",
    "<verb root='ش ر ك' form='3'/>",
    "perf: شارك\n"
    "perf pass: شورك\n"
    "perf pass f: شوركت\n"
    "impf pl: يشاركون\n"
    "masdar f: مشاركة\n"
    "masdar f poss: مشاركته, مشاركتها\n"
    "masdar f pl: مشاركات\n"
    "ap pl def: المشاركون, المشاركين\n"
    "ap f du: مشاركتان, مشاركتين, مشاركتا, مشاركتي\n"
    "no impf pass: يشارك\n" },
  { "fourth_form_sound",
    "<verb root='ط ل ق' form='4'/>",
    "perf: أطلق\n"
    "perf obj: أطلقه, أطلقها\n"
    "perf f obj: أطلقته, أطلقتها\n"
    "impf: يطلق\n"
    "impf first: أطلق\n"
    "masdar: إطلاق, إطلاقا\n"
    "masdar poss: إطلاقها\n"
    "no impf pass: يطلق\n" },
  { "fifth_form_sound",
    "<verb root='ب ر ع' form='5' object='no'/>",
    "perf: تبرع\n"
    "perf pl: تبرعوا\n"
    "impf: يتبرع\n"
    "impf f: تتبرع\n"
    "masdar: تبرع, تبرعا\n"
    "masdar pl: تبرعات\n"
    "ap pl: متبرعون\n"
    "no any: يتبرعه, تبرعوها, تتبرعها\n" },
  { "sixth_form_sound",
    "<verb root='ع و ن' form='6' object='no'/>",
    "perf: تعاون\n"
    "perf pass: تعوون\n"
    "impf pl: يتعاونون\n"
    "masdar def: التعاون\n"
    "masdar poss: تعاونها\n"
    "ap f: متعاونة\n" },
  { "seventh_form_sound",
    "<verb root='ع ق د' form='7'/>",
    "perf: انعقد\n"
    "perf f: انعقدت\n"
    "impf: ينعقد\n"
    "masdar: انعقاد\n"
    "masdar poss: انعقاده\n"
    "ap f def: المنعقدة\n"
    "no any: انعقده, انعقدها, ينعقدها\n"
    "no perf pass: انعقد\n" },
  { "eighth_form_sound",
    "<verb root='ح ض ن' form='8'/>",
    "perf f obj: احتضنته, احتضنتها\n"
    "impf f: تحتضن\n"
    "masdar: احتضان\n"
    "ap f def: المحتضنة\n" },
  { "tenth_form_sound",
    "<verb root='ح د ث' form='10'/>",
    "perf: استحدث\n"
    "impf: يستحدث\n"
    "masdar: استحداث\n"
    "ap: مستحدث\n" },
};

static const Entry assimilated[] = {
  { "eighth_form_assimilates_w",
    "<verb root='و ف ق' form='8' object='no'/>",
    "perf: اتفق\n"
    "perf pl: اتفقوا\n"
    "impf: يتفق\n"
    "masdar: اتفاق, اتفاقا\n"
    "masdar pl: اتفاقات\n"
    "ap pl: متفقون\n"
    "no any: اوتفق, ايتفاق\n" },
  { "eighth_form_assimilates_d",
    "<verb root='ض ل ع' form='8'/>",
    "perf: اضطلع\n"
    "impf: يضطلع\n"
    "masdar: اضطلاع\n" },
  { "eighth_form_assimilates_s",
    "<verb root='ص د م' form='8'/>",
    "perf: اصطدم\n"
    "impf: يصطدم\n"
    "masdar: اصطدام\n" },
  { "eighth_form_assimilates_z",
    "<verb root='ز ه ر' form='8'/>",
    "perf: ازدهر\n"
    "impf: يزدهر\n"
    "masdar: ازدهار\n" },
  { "tenth_form_assimilated",
    "<verb root='و ر د' form='10'/>",
    "perf: استورد\n"
    "impf: يستورد\n"
    "masdar: استيراد\n" },
  { "first_form_assimilated",
    "<verb root='و ص ل' form='1' masdar='وصول'/>",
    "perf: وصل\n"
    "impf: يصل\n"
    "impf f: تصل\n"
    "impf pl: يصلون\n"
    "impf pass: يوصل\n"
    "ap: واصل\n"
    "pp: موصول\n"
    "no impf: يوصل\n" },
  { "second_form_assimilated",
    "<verb root='و ق ع' form='2'/>",
    "perf: وقع\n"
    "perf pl: وقعوا\n"
    "perf obj: وقعها\n"
    "impf: يوقع\n"
    "masdar: توقيع\n"
    "masdar poss: توقيعه\n" },
  { "fourth_form_assimilated",
    "<verb root='و ق ف' form='4'/>",
    "perf: أوقف\n"
    "impf: يوقف\n"
    "masdar: إيقاف\n"
    "ap: موقف\n" },
  { "fourth_form_assimilated_y",
    "<verb root='ي ق ظ' form='4'/>",
    "perf: أيقظ\n"
    "impf: يوقظ\n"
    "masdar: إيقاظ\n" },
};

static const Entry doubled[] = {
  { "tenth_form_doubled",
    "<verb root='م ر ر' form='10'/>",
    "perf: استمر\n"
    "perf f: استمرت\n"
    "perf first: استمررت\n"
    "impf: يستمر\n"
    "impf f pl: يستمررن\n"
    "masdar: استمرار\n"
    "ap f: مستمرة\n" },
  { "first_form_doubled",
    "<verb root='ض م م' form='1' masdar='ضم'/>",
    "perf: ضم\n"
    "perf f: ضمت\n"
    "perf first: ضممت\n"
    "perf f pl: ضممن\n"
    "perf pl: ضموا\n"
    "perf obj: ضمه, ضمها\n"
    "impf: يضم\n"
    "impf f: تضم\n"
    "impf pl: يضمون, يضموا\n"
    "impf f pl: يضممن\n"
    "ap: ضام\n"
    "pp: مضموم\n"
    "masdar: ضم, ضما\n"
    "no any: ضمن\n" },
  { "second_form_doubled",
    "<verb root='ش د د' form='2'/>",
    "perf: شدد\n"
    "perf f: شددت\n"
    "impf: يشدد\n"
    "masdar: تشديد\n"
    "ap: مشدد, مشددا\n" },
  { "fourth_form_doubled",
    "<verb root='ع د د' form='4'/>",
    "perf: أعد\n"
    "perf f: أعدت\n"
    "perf first: أعددت\n"
    "perf f obj: أعدته, أعدتها\n"
    "impf: يعد\n"
    "impf pl: يعدون\n"
    "masdar: إعداد\n"
    "pp: معد\n" },
  { "seventh_form_doubled",
    "<verb root='ض م م' form='7'/>",
    "perf: انضم\n"
    "perf first: انضممت\n"
    "impf: ينضم\n"
    "masdar: انضمام\n"
    "ap pl: منضمون\n" },
  { "eighth_form_doubled",
    "<verb root='م د د' form='8' object='no'/>",
    "perf f: امتدت\n"
    "impf f: تمتد\n"
    "masdar: امتداد\n" },
};

static const Entry with_hamza[] = {
  { "eighth_form_with_hamza",
    "<verb root='ل أ م' form='8' object='no' passive='no'/>",
    "perf: التأم\n"
    "impf: يلتئم\n"
    "masdar: التئام\n" },
  { "eighth_form_begins_with_hamza",
    "<verb root='أ ل ف' form='8'/>",
    "perf: ائتلف\n"
    "impf: يأتلف\n"
    "masdar: ائتلاف\n" },
  { "first_form_hollow_final_hamza",
    "<verb root='ج ي ء' form='1' masdar='مجيء'/>",
    "perf: جاء\n"
    "perf f: جاءت\n"
    "perf pl: جاؤوا, جاءوا\n"
    "perf first: جئت\n"
    "perf obj: جاءه, جاءها, جاءني\n"
    "impf: يجيء, يجئ\n"
    "impf pl: يجيئون\n"
    "masdar: مجيء, مجيئا\n" },
  { "fourth_form_hollow_final_hamza",
    "<verb root='س و ء' form='4'/>",
    "perf: أساء\n"
    "perf first: أسأت\n"
    "perf f: أساءت\n"
    "impf: يسيء\n"
    "impf pl: يسيئون\n"
    "masdar f: إساءة\n" },
  { "first_form_first_hamza",
    "<verb root='أ خ ذ' form='1' masdar='أخذ'/>",
    "perf: أخذ\n"
    "impf: يأخذ\n"
    "impf first: آخذ\n"
    "ap: آخذ\n"
    "pp: مأخوذ\n" },
  { "fourth_form_first_hamza",
    "<verb root='أ م ن' form='4'/>",
    "perf: آمن\n"
    "impf: يؤمن\n"
    "impf first: أومن\n"
    "masdar: إيمان\n"
    "ap: مؤمن\n" },
  { "second_form_first_hamza",
    "<verb root='أ ك د' form='2'/>",
    "perf: أكد\n"
    "perf f: أكدت\n"
    "impf: يؤكد\n"
    "impf first: أؤكد\n"
    "impf f: تؤكد\n"
    "masdar: تأكيد\n"
    "ap: مؤكد, مؤكدا\n"
    "pp f: مؤكدة\n" },
  { "tenth_form_first_hamza",
    "<verb root='أ ن ف' form='10'/>",
    "perf: استأنف\n"
    "impf: يستأنف\n"
    "masdar: استئناف\n"
    "perf pass: استؤنف\n"
    "perf pass f: استؤنفت\n" },
  { "fifth_form_middle_hamza",
    "<verb root='ر أ س' form='5'/>",
    "perf: ترأس\n"
    "perf f: ترأست\n"
    "perf obj: ترأسه, ترأسها\n"
    "impf: يترأس\n"
    "impf obj: يترأسها\n"
    "masdar: ترؤس\n"
    "ap: مترئس\n" },
  { "first_form_middle_hamza",
    "<verb root='س أ ل' form='1' masdar='سؤال'/>",
    "perf: سأل\n"
    "perf pass: سئل\n"
    "impf: يسأل\n"
    "ap: سائل\n"
    "pp: مسؤول\n" },
  { "sixth_form_middle_hamza",
    "<verb root='س أ ل' form='6' object='no'/>",
    "perf: تساءل\n"
    "impf: يتساءل\n"
    "masdar: تساؤل\n"
    "masdar pl: تساؤلات\n"
    "ap: متسائل\n" },
  { "first_form_final_hamza",
    "<verb root='ب د أ' form='1' masdar='بدء|بداية'/>",
    "perf: بدأ\n"
    "perf f: بدأت\n"
    "perf pl: بدؤوا, بدأوا\n"
    "perf pass: بدئ\n"
    "impf: يبدأ\n"
    "impf pl: يبدؤون, يبدأون\n"
    "impf du: يبدآن\n"
    "masdar: بدء, بدءا\n"
    "masdar poss: بدئه, بدؤها\n"
    "masdar f: بداية\n"
    "no any: بدا\n" },
  { "fourth_form_final_hamza",
    "<verb root='ن ش أ' form='4'/>",
    "perf: أنشأ\n"
    "perf f: أنشأت\n"
    "perf obj: أنشأه, أنشأها\n"
    "perf f obj: أنشأتها\n"
    "perf pl: أنشؤوا, أنشأوا\n"
    "perf pass: أنشئ\n"
    "perf pass f: أنشئت\n"
    "impf: ينشئ\n"
    "impf obj: ينشئه, ينشئها\n"
    "impf pl: ينشئون\n"
    "impf pass: ينشأ\n"
    "masdar: إنشاء\n"
    "ap: منشئ\n"
    "pp: منشأ\n"
    "pp f: منشأة\n" },
  { "second_form_final_hamza",
    "<verb root='ه ن أ' form='2'/>",
    "perf: هنأ\n"
    "impf: يهنئ\n"
    "masdar f: تهنئة\n" },
  { "eighth_form_final_hamza",
    "<verb root='ب د أ' form='8'/>",
    "perf: ابتدأ\n"
    "impf: يبتدئ\n"
    "masdar: ابتداء\n" },
  { "hamza_between_radicals_and_n",
    "<verb root='ع ي ن' form='2'/>",
    "perf pl first: عينا\n"
    "perf f pl: عين\n" },
};

static const Entry four_radicals[] = {
  { "four_radicals",
    "<verb root='ت ر ج م' form='1'/>",
    "perf: ترجم\n"
    "impf: يترجم\n"
    "masdar f: ترجمة\n"
    "ap: مترجم\n" },
  { "four_radicals_second",
    "<verb root='د ه و ر' form='2' object='no'/>",
    "perf: تدهور\n"
    "impf: يتدهور\n"
    "masdar: تدهور\n" },
  { "four_radicals_fourth",
    "<verb root='ط م أ ن' form='4'/>",
    "perf: اطمأن\n"
    "perf first: اطمأننت\n"
    "impf: يطمئن\n"
    "masdar: اطمئنان\n" },
};

int
main(void)
{
  run_entries(sound, N_OF(sound));
  run_entries(assimilated, N_OF(assimilated));
  run_entries(doubled, N_OF(doubled));
  run_entries(with_hamza, N_OF(with_hamza));
  run_entries(four_radicals, N_OF(four_radicals));
  isn_buffer_clear(&forms);
  return check_end();
}
