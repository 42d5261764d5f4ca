// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file test_lexicon.c Inflection by every kind of root and ending, and what
/// the reader says of files that are wrong. Run from the repository's root.
#include "extract/base/buffer.h"
#include "extract/lexicon/lexicon.h"
#include "tests/unit/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static IsnBuffer forms; ///< "form\tfeatures\n" of the last entry, class "test"
static IsnDiag last;    ///< The last complaint; its strings are gone

static void
append_features(const IsnFeatures features)
{
  for (unsigned bit = 0; bit < ISN_N_FEATURES; ++bit) {
    if (features >> bit & 1u) {
      isn_buffer_append_byte(&forms, ' ');
      isn_buffer_append(&forms, isn_str(isn_feature_name(bit)));
    }
  }
}

static IsnStatus
collect(void* const handle, const IsnForm* const form)
{
  (void)handle;
  if (isn_str_is(form->class_name, "test")) {
    isn_buffer_append_byte(&forms, '\n');
    isn_buffer_append(&forms, form->form);
    isn_buffer_append_byte(&forms, '\t');
    append_features(form->features);
    isn_buffer_append_byte(&forms, '\n');
  }
  return ISN_SUCCESS;
}

static void
remember(void* const handle, const IsnDiag* const diag)
{
  (void)handle;
  last = *diag;
}

/// Read a lexicon file with this content; what it gives is in `forms`.
static IsnStatus
read_text(const char* const content)
{
  char path[] = "/tmp/isnad-lexicon-XXXXXX";
  const IsnSink sink = { remember, NULL };
  const int fd = mkstemp(path);
  FILE* const file = fd < 0 ? NULL : fdopen(fd, "w");
  last = (IsnDiag){ 0 };
  isn_buffer_empty(&forms);
  if (!file) {
    return ISN_ERR_OUTPUT;
  }
  fputs(content, file);
  fclose(file);
  const IsnStatus st =
    isn_lexicon_read(path, "schemas/lexicon.rng", collect, NULL, &sink);
  isn_buffer_append_byte(&forms, '\0');
  unlink(path);
  return st;
}

/// Read a file whose class "test" has this one entry.
static IsnStatus
read_entry(const char* const entry)
{
  char content[1024];
  snprintf(content,
           sizeof(content),
           "<lexicon>\n<class name='test'>\n%s\n</class>\n</lexicon>\n",
           entry);
  return read_text(content);
}

static void
inflect(const char* const entry)
{
  const IsnStatus st = read_entry(entry);
  CHECK_EQ(st, ISN_SUCCESS);
}

static bool
is_there(const char* const features, const char* const word)
{
  char line[256];
  // Without features, the word in any part of speech
  if (features[0]) {
    snprintf(line, sizeof(line), "\n%s\t %s\n", word, features);
  } else {
    snprintf(line, sizeof(line), "\n%s\t", word);
  }
  return forms.data && strstr(forms.data, line);
}

static void
expect(const char* const features, const char* const* words, const bool wanted)
{
  for (; *words; ++words) {
    ++check_n_made;
    if (is_there(features, *words) != wanted) {
      ++check_n_failed;
      printf(
        "  %s [%s] is %s\n", *words, features, wanted ? "missing" : "there");
    }
  }
}

static void
has(const char* const features, const char* const* const words)
{
  expect(features, words, true);
}

static void
lacks(const char* const features, const char* const* const words)
{
  expect(features, words, false);
}

static void
second_form_sound(void)
{
  inflect("<verb root='م و ل' form='2'/>");
  has("perf", (const char*[]){ "مول", NULL });
  has("perf f", (const char*[]){ "مولت", NULL });
  has("perf pl", (const char*[]){ "مولوا", NULL });
  has("perf f pl", (const char*[]){ "مولن", NULL });
  has("perf f du", (const char*[]){ "مولتا", NULL });
  has("perf obj",
      (const char*[]){ "موله",
                       "مولها",
                       "مولهم",
                       "مولهما",
                       "مولهن",
                       "مولني",
                       "مولنا",
                       "مولك",
                       "مولكم",
                       NULL });
  has("perf pl obj", (const char*[]){ "مولوه", "مولوها", NULL });
  has("perf first", (const char*[]){ "مولت", NULL });
  has("perf pl first", (const char*[]){ "مولنا", NULL });
  has("impf", (const char*[]){ "يمول", NULL });
  has("impf f", (const char*[]){ "تمول", NULL });
  has("impf pl", (const char*[]){ "يمولون", "يمولوا", NULL });
  has("impf du", (const char*[]){ "يمولان", "يمولا", NULL });
  has("impf f obj", (const char*[]){ "تموله", "تمولها", NULL });
  has("impf pl obj", (const char*[]){ "يمولونها", "يمولوها", NULL });
  has("impf first", (const char*[]){ "أمول", NULL });
  has("impf pl first", (const char*[]){ "نمول", NULL });
  has("masdar", (const char*[]){ "تمويل", "تمويلا", NULL });
  has("masdar def", (const char*[]){ "التمويل", NULL });
  has("masdar poss", (const char*[]){ "تمويله", "تمويلها", "تمويلهم", NULL });
  has("masdar pl", (const char*[]){ "تمويلات", NULL });
  has("ap", (const char*[]){ "ممول", NULL });
  has("ap f", (const char*[]){ "ممولة", NULL });
  has("ap pl", (const char*[]){ "ممولون", "ممولين", "ممولو", "ممولي", NULL });
  has("ap f pl", (const char*[]){ "ممولات", NULL });
  has("pp def", (const char*[]){ "الممول", NULL });
  has("pp f def", (const char*[]){ "الممولة", NULL });
  lacks("perf pass", (const char*[]){ "مول", NULL });
  lacks("", (const char*[]){ "مولواه", "يمولوناه", "تمويلة", NULL });
}

static void
third_form_sound(void)
{
  inflect("<verb root='ش ر ك' form='3'/>");
  has("perf", (const char*[]){ "شارك", NULL });
  has("perf pass", (const char*[]){ "شورك", NULL });
  has("perf pass f", (const char*[]){ "شوركت", NULL });
  has("impf pl", (const char*[]){ "يشاركون", NULL });
  has("masdar f", (const char*[]){ "مشاركة", NULL });
  has("masdar f poss", (const char*[]){ "مشاركته", "مشاركتها", NULL });
  has("masdar f pl", (const char*[]){ "مشاركات", NULL });
  has("ap pl def", (const char*[]){ "المشاركون", "المشاركين", NULL });
  has("ap f du",
      (const char*[]){ "مشاركتان", "مشاركتين", "مشاركتا", "مشاركتي", NULL });
  lacks("impf pass", (const char*[]){ "يشارك", NULL });
}

static void
fourth_form_sound(void)
{
  inflect("<verb root='ط ل ق' form='4'/>");
  has("perf", (const char*[]){ "أطلق", NULL });
  has("perf obj", (const char*[]){ "أطلقه", "أطلقها", NULL });
  has("perf f obj", (const char*[]){ "أطلقته", "أطلقتها", NULL });
  has("impf", (const char*[]){ "يطلق", NULL });
  has("impf first", (const char*[]){ "أطلق", NULL });
  has("masdar", (const char*[]){ "إطلاق", "إطلاقا", NULL });
  has("masdar poss", (const char*[]){ "إطلاقها", NULL });
  lacks("impf pass", (const char*[]){ "يطلق", NULL });
}

static void
fifth_form_sound(void)
{
  inflect("<verb root='ب ر ع' form='5' object='no'/>");
  has("perf", (const char*[]){ "تبرع", NULL });
  has("perf pl", (const char*[]){ "تبرعوا", NULL });
  has("impf", (const char*[]){ "يتبرع", NULL });
  has("impf f", (const char*[]){ "تتبرع", NULL });
  has("masdar", (const char*[]){ "تبرع", "تبرعا", NULL });
  has("masdar pl", (const char*[]){ "تبرعات", NULL });
  has("ap pl", (const char*[]){ "متبرعون", NULL });
  lacks("", (const char*[]){ "يتبرعه", "تبرعوها", "تتبرعها", NULL });
}

static void
sixth_form_sound(void)
{
  inflect("<verb root='ع و ن' form='6' object='no'/>");
  has("perf", (const char*[]){ "تعاون", NULL });
  has("perf pass", (const char*[]){ "تعوون", NULL });
  has("impf pl", (const char*[]){ "يتعاونون", NULL });
  has("masdar def", (const char*[]){ "التعاون", NULL });
  has("masdar poss", (const char*[]){ "تعاونها", NULL });
  has("ap f", (const char*[]){ "متعاونة", NULL });
}

static void
seventh_form_sound(void)
{
  inflect("<verb root='ع ق د' form='7'/>");
  has("perf", (const char*[]){ "انعقد", NULL });
  has("perf f", (const char*[]){ "انعقدت", NULL });
  has("impf", (const char*[]){ "ينعقد", NULL });
  has("masdar", (const char*[]){ "انعقاد", NULL });
  has("masdar poss", (const char*[]){ "انعقاده", NULL });
  has("ap f def", (const char*[]){ "المنعقدة", NULL });
  lacks("", (const char*[]){ "انعقده", "انعقدها", "ينعقدها", NULL });
  lacks("perf pass", (const char*[]){ "انعقد", NULL });
}

static void
eighth_form_sound(void)
{
  inflect("<verb root='ح ض ن' form='8'/>");
  has("perf f obj", (const char*[]){ "احتضنته", "احتضنتها", NULL });
  has("impf f", (const char*[]){ "تحتضن", NULL });
  has("masdar", (const char*[]){ "احتضان", NULL });
  has("ap f def", (const char*[]){ "المحتضنة", NULL });
}

static void
eighth_form_assimilates_w(void)
{
  inflect("<verb root='و ف ق' form='8' object='no'/>");
  has("perf", (const char*[]){ "اتفق", NULL });
  has("perf pl", (const char*[]){ "اتفقوا", NULL });
  has("impf", (const char*[]){ "يتفق", NULL });
  has("masdar", (const char*[]){ "اتفاق", "اتفاقا", NULL });
  has("masdar pl", (const char*[]){ "اتفاقات", NULL });
  has("ap pl", (const char*[]){ "متفقون", NULL });
  lacks("", (const char*[]){ "اوتفق", "ايتفاق", NULL });
}

static void
eighth_form_assimilates_d(void)
{
  inflect("<verb root='ض ل ع' form='8'/>");
  has("perf", (const char*[]){ "اضطلع", NULL });
  has("impf", (const char*[]){ "يضطلع", NULL });
  has("masdar", (const char*[]){ "اضطلاع", NULL });
}

static void
eighth_form_assimilates_s(void)
{
  inflect("<verb root='ص د م' form='8'/>");
  has("perf", (const char*[]){ "اصطدم", NULL });
  has("impf", (const char*[]){ "يصطدم", NULL });
  has("masdar", (const char*[]){ "اصطدام", NULL });
}

static void
eighth_form_assimilates_z(void)
{
  inflect("<verb root='ز ه ر' form='8'/>");
  has("perf", (const char*[]){ "ازدهر", NULL });
  has("impf", (const char*[]){ "يزدهر", NULL });
  has("masdar", (const char*[]){ "ازدهار", NULL });
}

static void
eighth_form_assimilates_defective_d(void)
{
  inflect("<verb root='د ع ي' form='8'/>");
  has("perf", (const char*[]){ "ادعى", NULL });
  has("perf f", (const char*[]){ "ادعت", NULL });
  has("perf pl", (const char*[]){ "ادعوا", NULL });
  has("impf", (const char*[]){ "يدعي", "يدع", NULL });
  has("masdar", (const char*[]){ "ادعاء", NULL });
  has("masdar pl", (const char*[]){ "ادعاءات", NULL });
  has("ap", (const char*[]){ "مدعي", "مدع", NULL });
  has("ap pl", (const char*[]){ "مدعون", "مدعين", NULL });
}

static void
eighth_form_with_hamza(void)
{
  inflect("<verb root='ل أ م' form='8' object='no' passive='no'/>");
  has("perf", (const char*[]){ "التأم", NULL });
  has("impf", (const char*[]){ "يلتئم", NULL });
  has("masdar", (const char*[]){ "التئام", NULL });
}

static void
eighth_form_begins_with_hamza(void)
{
  inflect("<verb root='أ ل ف' form='8'/>");
  has("perf", (const char*[]){ "ائتلف", NULL });
  has("impf", (const char*[]){ "يأتلف", NULL });
  has("masdar", (const char*[]){ "ائتلاف", NULL });
}

static void
tenth_form_sound(void)
{
  inflect("<verb root='ح د ث' form='10'/>");
  has("perf", (const char*[]){ "استحدث", NULL });
  has("impf", (const char*[]){ "يستحدث", NULL });
  has("masdar", (const char*[]){ "استحداث", NULL });
  has("ap", (const char*[]){ "مستحدث", NULL });
}

static void
tenth_form_hollow(void)
{
  inflect("<verb root='ض ي ف' form='10'/>");
  has("perf", (const char*[]){ "استضاف", NULL });
  has("perf f", (const char*[]){ "استضافت", NULL });
  has("perf f obj", (const char*[]){ "استضافته", "استضافتها", NULL });
  has("perf first", (const char*[]){ "استضفت", NULL });
  has("perf f pl", (const char*[]){ "استضفن", NULL });
  has("perf pass", (const char*[]){ "استضيف", NULL });
  has("perf pass f", (const char*[]){ "استضيفت", NULL });
  has("impf f obj", (const char*[]){ "تستضيفه", "تستضيفها", NULL });
  has("impf", (const char*[]){ "يستضيف", "يستضف", NULL });
  has("impf pass f", (const char*[]){ "تستضاف", NULL });
  has("masdar f", (const char*[]){ "استضافة", NULL });
  has("masdar f poss", (const char*[]){ "استضافته", "استضافتها", NULL });
  has("ap f", (const char*[]){ "مستضيفة", NULL });
  has("pp", (const char*[]){ "مستضاف", NULL });
  lacks("", (const char*[]){ "يستضيفن", "استضافن", NULL });
}

static void
tenth_form_doubled(void)
{
  inflect("<verb root='م ر ر' form='10'/>");
  has("perf", (const char*[]){ "استمر", NULL });
  has("perf f", (const char*[]){ "استمرت", NULL });
  has("perf first", (const char*[]){ "استمررت", NULL });
  has("impf", (const char*[]){ "يستمر", NULL });
  has("impf f pl", (const char*[]){ "يستمررن", NULL });
  has("masdar", (const char*[]){ "استمرار", NULL });
  has("ap f", (const char*[]){ "مستمرة", NULL });
}

static void
tenth_form_defective(void)
{
  inflect("<verb root='د ع ي' form='10'/>");
  has("perf", (const char*[]){ "استدعى", NULL });
  has("perf obj", (const char*[]){ "استدعاه", "استدعاها", NULL });
  has("perf pl", (const char*[]){ "استدعوا", NULL });
  has("perf pass", (const char*[]){ "استدعي", NULL });
  has("impf", (const char*[]){ "يستدعي", "يستدع", NULL });
  has("impf pass", (const char*[]){ "يستدعى", NULL });
  has("masdar", (const char*[]){ "استدعاء", NULL });
  has("masdar poss",
      (const char*[]){ "استدعاءه", "استدعاؤه", "استدعائه", "استدعائها", NULL });
}

static void
tenth_form_assimilated(void)
{
  inflect("<verb root='و ر د' form='10'/>");
  has("perf", (const char*[]){ "استورد", NULL });
  has("impf", (const char*[]){ "يستورد", NULL });
  has("masdar", (const char*[]){ "استيراد", NULL });
}

static void
first_form_hollow_w(void)
{
  inflect("<verb root='ق و ل' form='1' masdar='قول' masdar-plural='أقوال'/>");
  has("perf", (const char*[]){ "قال", NULL });
  has("perf f", (const char*[]){ "قالت", NULL });
  has("perf du", (const char*[]){ "قالا", NULL });
  has("perf f du", (const char*[]){ "قالتا", NULL });
  has("perf pl", (const char*[]){ "قالوا", NULL });
  has("perf f pl", (const char*[]){ "قلن", NULL });
  has("perf first", (const char*[]){ "قلت", NULL });
  has("perf pl first", (const char*[]){ "قلنا", NULL });
  has("perf pl obj", (const char*[]){ "قالوه", NULL });
  has("perf pass", (const char*[]){ "قيل", NULL });
  has("perf pass f", (const char*[]){ "قيلت", NULL });
  has("impf", (const char*[]){ "يقول", "يقل", NULL });
  has("impf f", (const char*[]){ "تقول", "تقل", NULL });
  has("impf du", (const char*[]){ "يقولان", "يقولا", NULL });
  has("impf pl", (const char*[]){ "يقولون", "يقولوا", NULL });
  has("impf f pl", (const char*[]){ "يقلن", NULL });
  has("impf pass", (const char*[]){ "يقال", NULL });
  has("impf pass f", (const char*[]){ "تقال", NULL });
  has("impf first", (const char*[]){ "أقول", NULL });
  has("impf pl first", (const char*[]){ "نقول", NULL });
  has("ap", (const char*[]){ "قائل", "قائلا", NULL });
  has("ap f", (const char*[]){ "قائلة", NULL });
  has("ap pl", (const char*[]){ "قائلون", "قائلين", NULL });
  has("masdar poss", (const char*[]){ "قوله", "قولها", NULL });
  has("masdar pl", (const char*[]){ "أقوال", "أقوالا", NULL });
  lacks("", (const char*[]){ "أقل", "نقل", "قالن", "قولت", NULL });
}

static void
first_form_hollow_y(void)
{
  inflect("<verb root='ز ي د' form='1' masdar='زيادة'/>");
  has("perf", (const char*[]){ "زاد", NULL });
  has("perf first", (const char*[]){ "زدت", NULL });
  has("perf pass", (const char*[]){ "زيد", NULL });
  has("impf", (const char*[]){ "يزيد", "يزد", NULL });
  has("impf pass", (const char*[]){ "يزاد", NULL });
  has("ap", (const char*[]){ "زائد", NULL });
  has("pp", (const char*[]){ "مزيد", NULL });
  has("masdar f", (const char*[]){ "زيادة", NULL });
}

static void
first_form_hollow_a(void)
{
  inflect("<verb root='ن ي ل' form='1' vowels='a-a' masdar='نيل'/>");
  has("perf", (const char*[]){ "نال", NULL });
  has("perf first", (const char*[]){ "نلت", NULL });
  has("impf", (const char*[]){ "ينال", "ينل", NULL });
  has("impf f", (const char*[]){ "تنال", NULL });
}

static void
first_form_hollow_final_hamza(void)
{
  inflect("<verb root='ج ي ء' form='1' masdar='مجيء'/>");
  has("perf", (const char*[]){ "جاء", NULL });
  has("perf f", (const char*[]){ "جاءت", NULL });
  has("perf pl", (const char*[]){ "جاؤوا", "جاءوا", NULL });
  has("perf first", (const char*[]){ "جئت", NULL });
  has("perf obj", (const char*[]){ "جاءه", "جاءها", "جاءني", NULL });
  has("impf", (const char*[]){ "يجيء", "يجئ", NULL });
  has("impf pl", (const char*[]){ "يجيئون", NULL });
  has("masdar", (const char*[]){ "مجيء", "مجيئا", NULL });
}

static void
fourth_form_hollow(void)
{
  inflect("<verb root='ش و ر' form='4'/>");
  has("perf", (const char*[]){ "أشار", NULL });
  has("perf f", (const char*[]){ "أشارت", NULL });
  has("perf first", (const char*[]){ "أشرت", NULL });
  has("perf pl", (const char*[]){ "أشاروا", NULL });
  has("perf pass", (const char*[]){ "أشير", NULL });
  has("impf", (const char*[]){ "يشير", "يشر", NULL });
  has("impf pass", (const char*[]){ "يشار", NULL });
  has("impf pl", (const char*[]){ "يشيرون", NULL });
  has("masdar f", (const char*[]){ "إشارة", NULL });
  has("masdar f pl", (const char*[]){ "إشارات", NULL });
  has("ap", (const char*[]){ "مشير", "مشيرا", NULL });
  has("pp def", (const char*[]){ "المشار", NULL });
  lacks("", (const char*[]){ "يشيرن", "أشارن", NULL });
}

static void
fourth_form_hollow_final_hamza(void)
{
  inflect("<verb root='س و ء' form='4'/>");
  has("perf", (const char*[]){ "أساء", NULL });
  has("perf first", (const char*[]){ "أسأت", NULL });
  has("perf f", (const char*[]){ "أساءت", NULL });
  has("impf", (const char*[]){ "يسيء", NULL });
  has("impf pl", (const char*[]){ "يسيئون", NULL });
  has("masdar f", (const char*[]){ "إساءة", NULL });
}

static void
eighth_form_hollow(void)
{
  inflect("<verb root='خ ي ر' form='8'/>");
  has("perf", (const char*[]){ "اختار", NULL });
  has("perf f", (const char*[]){ "اختارت", NULL });
  has("perf first", (const char*[]){ "اخترت", NULL });
  has("perf obj", (const char*[]){ "اختارها", "اختارهم", NULL });
  has("perf pass", (const char*[]){ "اختير", NULL });
  has("perf pass f", (const char*[]){ "اختيرت", NULL });
  has("impf", (const char*[]){ "يختار", "يختر", NULL });
  has("masdar", (const char*[]){ "اختيار", NULL });
  has("ap", (const char*[]){ "مختار", NULL });
  lacks("impf pass", (const char*[]){ "يختار", NULL });
}

static void
eighth_form_hollow_strong(void)
{
  inflect("<verb root='ز و ج' form='8' weak='keep'/>");
  has("perf", (const char*[]){ "ازدوج", NULL });
  has("impf", (const char*[]){ "يزدوج", NULL });
  has("masdar", (const char*[]){ "ازدواج", NULL });
}

static void
seventh_form_hollow(void)
{
  inflect("<verb root='ح ي ز' form='7'/>");
  has("perf", (const char*[]){ "انحاز", NULL });
  has("perf first", (const char*[]){ "انحزت", NULL });
  has("impf", (const char*[]){ "ينحاز", NULL });
  has("masdar", (const char*[]){ "انحياز", NULL });
}

static void
first_form_doubled(void)
{
  inflect("<verb root='ض م م' form='1' masdar='ضم'/>");
  has("perf", (const char*[]){ "ضم", NULL });
  has("perf f", (const char*[]){ "ضمت", NULL });
  has("perf first", (const char*[]){ "ضممت", NULL });
  has("perf f pl", (const char*[]){ "ضممن", NULL });
  has("perf pl", (const char*[]){ "ضموا", NULL });
  has("perf obj", (const char*[]){ "ضمه", "ضمها", NULL });
  has("impf", (const char*[]){ "يضم", NULL });
  has("impf f", (const char*[]){ "تضم", NULL });
  has("impf pl", (const char*[]){ "يضمون", "يضموا", NULL });
  has("impf f pl", (const char*[]){ "يضممن", NULL });
  has("ap", (const char*[]){ "ضام", NULL });
  has("pp", (const char*[]){ "مضموم", NULL });
  has("masdar", (const char*[]){ "ضم", "ضما", NULL });
  lacks("", (const char*[]){ "ضمن", NULL });
}

static void
second_form_doubled(void)
{
  inflect("<verb root='ش د د' form='2'/>");
  has("perf", (const char*[]){ "شدد", NULL });
  has("perf f", (const char*[]){ "شددت", NULL });
  has("impf", (const char*[]){ "يشدد", NULL });
  has("masdar", (const char*[]){ "تشديد", NULL });
  has("ap", (const char*[]){ "مشدد", "مشددا", NULL });
}

static void
fourth_form_doubled(void)
{
  inflect("<verb root='ع د د' form='4'/>");
  has("perf", (const char*[]){ "أعد", NULL });
  has("perf f", (const char*[]){ "أعدت", NULL });
  has("perf first", (const char*[]){ "أعددت", NULL });
  has("perf f obj", (const char*[]){ "أعدته", "أعدتها", NULL });
  has("impf", (const char*[]){ "يعد", NULL });
  has("impf pl", (const char*[]){ "يعدون", NULL });
  has("masdar", (const char*[]){ "إعداد", NULL });
  has("pp", (const char*[]){ "معد", NULL });
}

static void
seventh_form_doubled(void)
{
  inflect("<verb root='ض م م' form='7'/>");
  has("perf", (const char*[]){ "انضم", NULL });
  has("perf first", (const char*[]){ "انضممت", NULL });
  has("impf", (const char*[]){ "ينضم", NULL });
  has("masdar", (const char*[]){ "انضمام", NULL });
  has("ap pl", (const char*[]){ "منضمون", NULL });
}

static void
eighth_form_doubled(void)
{
  inflect("<verb root='م د د' form='8' object='no'/>");
  has("perf f", (const char*[]){ "امتدت", NULL });
  has("impf f", (const char*[]){ "تمتد", NULL });
  has("masdar", (const char*[]){ "امتداد", NULL });
}

static void
first_form_defective_y(void)
{
  inflect("<verb root='ر م ي' form='1' masdar='رمي'/>");
  has("perf", (const char*[]){ "رمى", NULL });
  has("perf f", (const char*[]){ "رمت", NULL });
  has("perf du", (const char*[]){ "رميا", NULL });
  has("perf pl", (const char*[]){ "رموا", NULL });
  has("perf f pl", (const char*[]){ "رمين", NULL });
  has("perf first", (const char*[]){ "رميت", NULL });
  has("perf obj", (const char*[]){ "رماه", "رماها", NULL });
  has("perf pass", (const char*[]){ "رمي", NULL });
  has("impf", (const char*[]){ "يرمي", "يرم", NULL });
  has("impf f", (const char*[]){ "ترمي", "ترم", NULL });
  has("impf du", (const char*[]){ "يرميان", NULL });
  has("impf pl", (const char*[]){ "يرمون", "يرموا", NULL });
  has("impf pass", (const char*[]){ "يرمى", NULL });
  has("ap", (const char*[]){ "رامي", "رام", "راميا", NULL });
  has("ap def", (const char*[]){ "الرامي", NULL });
  has("ap pl", (const char*[]){ "رامون", "رامين", NULL });
  has("pp", (const char*[]){ "مرمي", NULL });
  has("pp f", (const char*[]){ "مرمية", NULL });
  lacks("impf", (const char*[]){ "يرما", "يرميون", NULL });
  lacks("", (const char*[]){ "رميوا", NULL });
}

static void
first_form_defective_w(void)
{
  inflect("<verb root='د ع و' form='1' masdar='دعوة' masdar-plural='دعوات'/>");
  has("perf", (const char*[]){ "دعا", NULL });
  has("perf f", (const char*[]){ "دعت", NULL });
  has("perf du", (const char*[]){ "دعوا", NULL });
  has("perf pl", (const char*[]){ "دعوا", NULL });
  has("perf first", (const char*[]){ "دعوت", NULL });
  has("perf obj", (const char*[]){ "دعاه", "دعاها", NULL });
  has("perf pass", (const char*[]){ "دعي", NULL });
  has("perf pass f", (const char*[]){ "دعيت", NULL });
  has("impf", (const char*[]){ "يدعو", "يدع", NULL });
  has("impf f", (const char*[]){ "تدعو", NULL });
  has("impf pl", (const char*[]){ "يدعون", NULL });
  has("impf pass", (const char*[]){ "يدعى", NULL });
  has("impf obj", (const char*[]){ "يدعوه", "يدعوها", NULL });
  has("ap def", (const char*[]){ "الداعي", NULL });
  has("pp", (const char*[]){ "مدعو", NULL });
  has("pp pl", (const char*[]){ "مدعوون", "مدعوين", NULL });
  has("masdar f pl", (const char*[]){ "دعوات", NULL });
  lacks("", (const char*[]){ "دعى", NULL });
}

static void
first_form_defective_i(void)
{
  inflect("<verb root='ب ق ي' form='1' vowels='i-a' masdar='بقاء'/>");
  has("perf", (const char*[]){ "بقي", NULL });
  has("perf f", (const char*[]){ "بقيت", NULL });
  has("perf pl", (const char*[]){ "بقوا", NULL });
  has("perf first", (const char*[]){ "بقيت", NULL });
  has("impf", (const char*[]){ "يبقى", "يبق", NULL });
  has("impf pl", (const char*[]){ "يبقون", "يبقوا", NULL });
  has("impf du", (const char*[]){ "يبقيان", NULL });
  has("masdar", (const char*[]){ "بقاء", NULL });
}

static void
first_form_defective_a(void)
{
  inflect("<verb root='س ع ي' form='1' vowels='a-a' masdar='سعي'/>");
  has("perf", (const char*[]){ "سعى", NULL });
  has("impf", (const char*[]){ "يسعى", "يسع", NULL });
  has("impf pl", (const char*[]){ "يسعون", NULL });
  has("masdar", (const char*[]){ "سعي", "سعيا", NULL });
}

static void
first_form_first_and_last_weak(void)
{
  inflect("<verb root='و ف ي' form='1' masdar='وفاء'/>");
  has("perf", (const char*[]){ "وفى", NULL });
  has("impf", (const char*[]){ "يفي", "يف", NULL });
  has("impf pl", (const char*[]){ "يفون", NULL });
}

static void
middle_w_of_defective_stays(void)
{
  inflect("<verb root='ن و ي' form='1' masdar='نية'/>");
  has("perf", (const char*[]){ "نوى", NULL });
  has("perf f", (const char*[]){ "نوت", NULL });
  has("perf pl", (const char*[]){ "نووا", NULL });
  has("impf", (const char*[]){ "ينوي", NULL });
  has("impf pl", (const char*[]){ "ينوون", NULL });
  has("masdar f", (const char*[]){ "نية", NULL });
}

static void
second_form_defective(void)
{
  inflect("<verb root='س م ي' form='2'/>");
  has("perf", (const char*[]){ "سمى", NULL });
  has("perf f", (const char*[]){ "سمت", NULL });
  has("impf", (const char*[]){ "يسمي", NULL });
  has("impf pass", (const char*[]){ "يسمى", NULL });
  has("masdar f", (const char*[]){ "تسمية", NULL });
  has("ap def", (const char*[]){ "المسمي", NULL });
  has("pp", (const char*[]){ "مسمى", NULL });
  has("pp f", (const char*[]){ "مسماة", NULL });
}

static void
third_form_defective(void)
{
  inflect("<verb root='ن د ي' form='3'/>");
  has("perf", (const char*[]){ "نادى", NULL });
  has("perf pass", (const char*[]){ "نودي", NULL });
  has("impf", (const char*[]){ "ينادي", NULL });
  has("masdar f", (const char*[]){ "مناداة", NULL });
  has("masdar f poss", (const char*[]){ "مناداته", NULL });
}

static void
fourth_form_defective(void)
{
  inflect("<verb root='ل ق ي' form='4'/>");
  has("perf", (const char*[]){ "ألقى", NULL });
  has("perf f", (const char*[]){ "ألقت", NULL });
  has("perf pl", (const char*[]){ "ألقوا", NULL });
  has("perf f du", (const char*[]){ "ألقتا", NULL });
  has("perf du", (const char*[]){ "ألقيا", NULL });
  has("perf first", (const char*[]){ "ألقيت", NULL });
  has("perf obj", (const char*[]){ "ألقاه", "ألقاها", NULL });
  has("perf f obj", (const char*[]){ "ألقته", "ألقتها", NULL });
  has("perf pass", (const char*[]){ "ألقي", NULL });
  has("perf pass f du", (const char*[]){ "ألقيتا", NULL });
  has("impf", (const char*[]){ "يلقي", "يلق", NULL });
  has("impf obj", (const char*[]){ "يلقيه", "يلقيها", NULL });
  has("impf pl", (const char*[]){ "يلقون", "يلقوا", NULL });
  has("impf pass", (const char*[]){ "يلقى", NULL });
  has("impf pass f", (const char*[]){ "تلقى", NULL });
  has("masdar", (const char*[]){ "إلقاء", NULL });
  has("masdar poss", (const char*[]){ "إلقائه", "إلقاؤها", NULL });
  has("ap", (const char*[]){ "ملقي", "ملق", "ملقيا", NULL });
  has("ap def", (const char*[]){ "الملقي", NULL });
  has("pp", (const char*[]){ "ملقى", NULL });
  has("pp f", (const char*[]){ "ملقاة", NULL });
  lacks("", (const char*[]){ "ألقىها", "ألقيوا", "ملقيون", NULL });
}

static void
fourth_form_defective_after_y(void)
{
  inflect("<verb root='ح ي ي' form='4'/>");
  has("perf", (const char*[]){ "أحيا", NULL });
  has("impf", (const char*[]){ "يحيي", NULL });
  has("impf pass", (const char*[]){ "يحيا", NULL });
  has("masdar", (const char*[]){ "إحياء", NULL });
}

static void
fifth_form_defective(void)
{
  inflect("<verb root='و ل ي' form='5'/>");
  has("perf", (const char*[]){ "تولى", NULL });
  has("perf f", (const char*[]){ "تولت", NULL });
  has("perf obj", (const char*[]){ "تولاه", "تولاها", NULL });
  has("impf", (const char*[]){ "يتولى", NULL });
  has("impf f", (const char*[]){ "تتولى", NULL });
  has("impf pl", (const char*[]){ "يتولون", NULL });
  has("masdar", (const char*[]){ "تولي", "تول", NULL });
  has("masdar def", (const char*[]){ "التولي", NULL });
  has("masdar poss", (const char*[]){ "توليه", NULL });
}

static void
eighth_form_defective(void)
{
  inflect("<verb root='ل ق ي' form='8'/>");
  has("perf", (const char*[]){ "التقى", NULL });
  has("perf f", (const char*[]){ "التقت", NULL });
  has("perf pl", (const char*[]){ "التقوا", NULL });
  has("impf", (const char*[]){ "يلتقي", NULL });
  has("masdar", (const char*[]){ "التقاء", NULL });
  has("pp", (const char*[]){ "ملتقى", NULL });
}

static void
first_form_assimilated(void)
{
  inflect("<verb root='و ص ل' form='1' masdar='وصول'/>");
  has("perf", (const char*[]){ "وصل", NULL });
  has("impf", (const char*[]){ "يصل", NULL });
  has("impf f", (const char*[]){ "تصل", NULL });
  has("impf pl", (const char*[]){ "يصلون", NULL });
  has("impf pass", (const char*[]){ "يوصل", NULL });
  has("ap", (const char*[]){ "واصل", NULL });
  has("pp", (const char*[]){ "موصول", NULL });
  lacks("impf", (const char*[]){ "يوصل", NULL });
}

static void
second_form_assimilated(void)
{
  inflect("<verb root='و ق ع' form='2'/>");
  has("perf", (const char*[]){ "وقع", NULL });
  has("perf pl", (const char*[]){ "وقعوا", NULL });
  has("perf obj", (const char*[]){ "وقعها", NULL });
  has("impf", (const char*[]){ "يوقع", NULL });
  has("masdar", (const char*[]){ "توقيع", NULL });
  has("masdar poss", (const char*[]){ "توقيعه", NULL });
}

static void
fourth_form_assimilated(void)
{
  inflect("<verb root='و ق ف' form='4'/>");
  has("perf", (const char*[]){ "أوقف", NULL });
  has("impf", (const char*[]){ "يوقف", NULL });
  has("masdar", (const char*[]){ "إيقاف", NULL });
  has("ap", (const char*[]){ "موقف", NULL });
}

static void
fourth_form_assimilated_y(void)
{
  inflect("<verb root='ي ق ظ' form='4'/>");
  has("perf", (const char*[]){ "أيقظ", NULL });
  has("impf", (const char*[]){ "يوقظ", NULL });
  has("masdar", (const char*[]){ "إيقاظ", NULL });
}

static void
first_form_first_hamza(void)
{
  inflect("<verb root='أ خ ذ' form='1' masdar='أخذ'/>");
  has("perf", (const char*[]){ "أخذ", NULL });
  has("impf", (const char*[]){ "يأخذ", NULL });
  has("impf first", (const char*[]){ "آخذ", NULL });
  has("ap", (const char*[]){ "آخذ", NULL });
  has("pp", (const char*[]){ "مأخوذ", NULL });
}

static void
fourth_form_first_hamza(void)
{
  inflect("<verb root='أ م ن' form='4'/>");
  has("perf", (const char*[]){ "آمن", NULL });
  has("impf", (const char*[]){ "يؤمن", NULL });
  has("impf first", (const char*[]){ "أومن", NULL });
  has("masdar", (const char*[]){ "إيمان", NULL });
  has("ap", (const char*[]){ "مؤمن", NULL });
}

static void
second_form_first_hamza(void)
{
  inflect("<verb root='أ ك د' form='2'/>");
  has("perf", (const char*[]){ "أكد", NULL });
  has("perf f", (const char*[]){ "أكدت", NULL });
  has("impf", (const char*[]){ "يؤكد", NULL });
  has("impf first", (const char*[]){ "أؤكد", NULL });
  has("impf f", (const char*[]){ "تؤكد", NULL });
  has("masdar", (const char*[]){ "تأكيد", NULL });
  has("ap", (const char*[]){ "مؤكد", "مؤكدا", NULL });
  has("pp f", (const char*[]){ "مؤكدة", NULL });
}

static void
tenth_form_first_hamza(void)
{
  inflect("<verb root='أ ن ف' form='10'/>");
  has("perf", (const char*[]){ "استأنف", NULL });
  has("impf", (const char*[]){ "يستأنف", NULL });
  has("masdar", (const char*[]){ "استئناف", NULL });
  has("perf pass", (const char*[]){ "استؤنف", NULL });
  has("perf pass f", (const char*[]){ "استؤنفت", NULL });
}

static void
fifth_form_middle_hamza(void)
{
  inflect("<verb root='ر أ س' form='5'/>");
  has("perf", (const char*[]){ "ترأس", NULL });
  has("perf f", (const char*[]){ "ترأست", NULL });
  has("perf obj", (const char*[]){ "ترأسه", "ترأسها", NULL });
  has("impf", (const char*[]){ "يترأس", NULL });
  has("impf obj", (const char*[]){ "يترأسها", NULL });
  has("masdar", (const char*[]){ "ترؤس", NULL });
  has("ap", (const char*[]){ "مترئس", NULL });
}

static void
first_form_middle_hamza(void)
{
  inflect("<verb root='س أ ل' form='1' masdar='سؤال'/>");
  has("perf", (const char*[]){ "سأل", NULL });
  has("perf pass", (const char*[]){ "سئل", NULL });
  has("impf", (const char*[]){ "يسأل", NULL });
  has("ap", (const char*[]){ "سائل", NULL });
  has("pp", (const char*[]){ "مسؤول", NULL });
}

static void
sixth_form_middle_hamza(void)
{
  inflect("<verb root='س أ ل' form='6' object='no'/>");
  has("perf", (const char*[]){ "تساءل", NULL });
  has("impf", (const char*[]){ "يتساءل", NULL });
  has("masdar", (const char*[]){ "تساؤل", NULL });
  has("masdar pl", (const char*[]){ "تساؤلات", NULL });
  has("ap", (const char*[]){ "متسائل", NULL });
}

static void
first_form_final_hamza(void)
{
  inflect("<verb root='ب د أ' form='1' masdar='بدء|بداية'/>");
  has("perf", (const char*[]){ "بدأ", NULL });
  has("perf f", (const char*[]){ "بدأت", NULL });
  has("perf pl", (const char*[]){ "بدؤوا", "بدأوا", NULL });
  has("perf pass", (const char*[]){ "بدئ", NULL });
  has("impf", (const char*[]){ "يبدأ", NULL });
  has("impf pl", (const char*[]){ "يبدؤون", "يبدأون", NULL });
  has("impf du", (const char*[]){ "يبدآن", NULL });
  has("masdar", (const char*[]){ "بدء", "بدءا", NULL });
  has("masdar poss", (const char*[]){ "بدئه", "بدؤها", NULL });
  has("masdar f", (const char*[]){ "بداية", NULL });
  lacks("", (const char*[]){ "بدا", NULL });
}

static void
fourth_form_final_hamza(void)
{
  inflect("<verb root='ن ش أ' form='4'/>");
  has("perf", (const char*[]){ "أنشأ", NULL });
  has("perf f", (const char*[]){ "أنشأت", NULL });
  has("perf obj", (const char*[]){ "أنشأه", "أنشأها", NULL });
  has("perf f obj", (const char*[]){ "أنشأتها", NULL });
  has("perf pl", (const char*[]){ "أنشؤوا", "أنشأوا", NULL });
  has("perf pass", (const char*[]){ "أنشئ", NULL });
  has("perf pass f", (const char*[]){ "أنشئت", NULL });
  has("impf", (const char*[]){ "ينشئ", NULL });
  has("impf obj", (const char*[]){ "ينشئه", "ينشئها", NULL });
  has("impf pl", (const char*[]){ "ينشئون", NULL });
  has("impf pass", (const char*[]){ "ينشأ", NULL });
  has("masdar", (const char*[]){ "إنشاء", NULL });
  has("ap", (const char*[]){ "منشئ", NULL });
  has("pp", (const char*[]){ "منشأ", NULL });
  has("pp f", (const char*[]){ "منشأة", NULL });
}

static void
second_form_final_hamza(void)
{
  inflect("<verb root='ه ن أ' form='2'/>");
  has("perf", (const char*[]){ "هنأ", NULL });
  has("impf", (const char*[]){ "يهنئ", NULL });
  has("masdar f", (const char*[]){ "تهنئة", NULL });
}

static void
eighth_form_final_hamza(void)
{
  inflect("<verb root='ب د أ' form='8'/>");
  has("perf", (const char*[]){ "ابتدأ", NULL });
  has("impf", (const char*[]){ "يبتدئ", NULL });
  has("masdar", (const char*[]){ "ابتداء", NULL });
}

static void
hamza_between_radicals_and_n(void)
{
  inflect("<verb root='ع ي ن' form='2'/>");
  has("perf pl first", (const char*[]){ "عينا", NULL });
  has("perf f pl", (const char*[]){ "عين", NULL });
}

static void
four_radicals(void)
{
  inflect("<verb root='ت ر ج م' form='1'/>");
  has("perf", (const char*[]){ "ترجم", NULL });
  has("impf", (const char*[]){ "يترجم", NULL });
  has("masdar f", (const char*[]){ "ترجمة", NULL });
  has("ap", (const char*[]){ "مترجم", NULL });
}

static void
four_radicals_second(void)
{
  inflect("<verb root='د ه و ر' form='2' object='no'/>");
  has("perf", (const char*[]){ "تدهور", NULL });
  has("impf", (const char*[]){ "يتدهور", NULL });
  has("masdar", (const char*[]){ "تدهور", NULL });
}

static void
four_radicals_fourth(void)
{
  inflect("<verb root='ط م أ ن' form='4'/>");
  has("perf", (const char*[]){ "اطمأن", NULL });
  has("perf first", (const char*[]){ "اطمأننت", NULL });
  has("impf", (const char*[]){ "يطمئن", NULL });
  has("masdar", (const char*[]){ "اطمئنان", NULL });
}

static void
irregular_spelled(void)
{
  inflect("<verb perfect='رأى' imperfect='يرى' masdar='رؤية'/>");
  has("perf", (const char*[]){ "رأى", NULL });
  has("perf f", (const char*[]){ "رأت", NULL });
  has("perf obj", (const char*[]){ "رآه", "رآها", NULL });
  has("perf pl", (const char*[]){ "رأوا", NULL });
  has("impf", (const char*[]){ "يرى", "ير", NULL });
  has("impf obj", (const char*[]){ "يراه", NULL });
  has("masdar f", (const char*[]){ "رؤية", NULL });
  lacks("", (const char*[]){ "ترك", "رأاه", NULL });
}

static void
irregular_spelled_hollow(void)
{
  inflect("<verb perfect='أراد' imperfect='يريد' passive='no'/>");
  has("perf", (const char*[]){ "أراد", NULL });
  has("perf first", (const char*[]){ "أردت", NULL });
  has("impf", (const char*[]){ "يريد", "يرد", NULL });
}

static void
noun_regular(void)
{
  inflect("<noun plural='اجتماعات' nisba='yes'>اجتماع</noun>");
  has("noun", (const char*[]){ "اجتماع", "اجتماعا", NULL });
  has("noun def", (const char*[]){ "الاجتماع", NULL });
  has("noun du", (const char*[]){ "اجتماعان", "اجتماعين", "اجتماعا", NULL });
  has("noun du def", (const char*[]){ "الاجتماعان", "الاجتماعين", NULL });
  has("noun pl", (const char*[]){ "اجتماعات", NULL });
  has("noun pl def", (const char*[]){ "الاجتماعات", NULL });
  has("noun poss",
      (const char*[]){ "اجتماعه", "اجتماعها", "اجتماعهم", "اجتماعنا", NULL });
  has("noun pl poss", (const char*[]){ "اجتماعاته", NULL });
  lacks("", (const char*[]){ "اجتماعي", "اجتماعاتا", NULL });
}

static void
noun_feminine(void)
{
  inflect("<noun plural='مبادرات'>مبادرة</noun>");
  has("noun f", (const char*[]){ "مبادرة", NULL });
  has("noun f def", (const char*[]){ "المبادرة", NULL });
  has("noun f du",
      (const char*[]){ "مبادرتان", "مبادرتين", "مبادرتا", "مبادرتي", NULL });
  has("noun f pl", (const char*[]){ "مبادرات", NULL });
  has("noun f poss", (const char*[]){ "مبادرته", "مبادرتها", NULL });
  lacks("", (const char*[]){ "مبادرةا", "مبادرةه", NULL });
}

static void
noun_of_persons(void)
{
  inflect("<noun plural='رؤساء' feminine='رئيسة' nisba='yes'>رئيس</noun>");
  has("noun", (const char*[]){ "رئيس", "رئيسا", NULL });
  has("noun f", (const char*[]){ "رئيسة", NULL });
  has("noun pl", (const char*[]){ "رؤساء", NULL });
  has("noun pl poss", (const char*[]){ "رؤساؤه", "رؤسائها", "رؤساءهم", NULL });
  has("noun f pl", (const char*[]){ "رئيسات", NULL });
  has("noun du", (const char*[]){ "رئيسان", "رئيسين", NULL });
  lacks("", (const char*[]){ "رئيسي", "رؤساءا", NULL });
}

static void
noun_sound_plural(void)
{
  inflect("<noun plural='ممثلون' feminine='ممثلة'>ممثل</noun>");
  has("noun pl", (const char*[]){ "ممثلون", "ممثلين", "ممثلو", "ممثلي", NULL });
  has("noun pl def", (const char*[]){ "الممثلون", "الممثلين", NULL });
  has("noun pl poss", (const char*[]){ "ممثلوها", "ممثليها", NULL });
  has("noun f pl", (const char*[]){ "ممثلات", NULL });
}

static void
noun_defective(void)
{
  inflect(
    "<noun plural='محامون' defective='yes' feminine='محامية'>محامي</noun>");
  has("noun", (const char*[]){ "محام", "محامي", "محاميا", NULL });
  has("noun def", (const char*[]){ "المحامي", NULL });
  has("noun pl", (const char*[]){ "محامون", "محامين", "محامو", NULL });
  has("noun du", (const char*[]){ "محاميان", "محاميين", NULL });
  has("noun f", (const char*[]){ "محامية", NULL });
  lacks("", (const char*[]){ "المحام", NULL });
}

static void
noun_broken_like_sound(void)
{
  inflect("<noun plural='فنون' broken='yes'>فن</noun>");
  has("noun pl", (const char*[]){ "فنون", "فنونا", NULL });
  has("noun pl def", (const char*[]){ "الفنون", NULL });
  lacks("", (const char*[]){ "فنو", "فنونين", NULL });
}

static void
noun_diptote_plural(void)
{
  inflect("<noun plural='مكاتب'>مكتب</noun>");
  has("noun pl", (const char*[]){ "مكاتب", NULL });
  has("noun pl def", (const char*[]){ "المكاتب", NULL });
  lacks("", (const char*[]){ "مكاتبا", NULL });
}

static void
noun_defective_plural(void)
{
  inflect("<noun plural='أراضي'>أرض</noun>");
  has("noun pl", (const char*[]){ "أراضي", "أراض", NULL });
  has("noun pl def", (const char*[]){ "الأراضي", NULL });
  has("noun pl poss", (const char*[]){ "أراضيها", NULL });
}

static void
noun_in_aa(void)
{
  inflect("<noun plural='لقاءات'>لقاء</noun>");
  has("noun", (const char*[]){ "لقاء", NULL });
  has("noun du", (const char*[]){ "لقاءان", "لقاءين", NULL });
  has("noun pl", (const char*[]){ "لقاءات", NULL });
  has("noun poss", (const char*[]){ "لقاءه", "لقاؤه", "لقائه", NULL });
}

static void
noun_in_hamza(void)
{
  inflect("<noun plural='أجزاء'>جزء</noun>");
  has("noun", (const char*[]){ "جزء", "جزءا", NULL });
  has("noun poss", (const char*[]){ "جزءه", "جزئه", "جزؤه", NULL });
  has("noun pl", (const char*[]){ "أجزاء", NULL });
}

static void
noun_in_joined_hamza(void)
{
  inflect("<noun plural='أعباء'>عبء</noun>");
  has("noun", (const char*[]){ "عبء", "عبئا", NULL });
  has("noun du", (const char*[]){ "عبئان", "عبئين", NULL });
  has("noun poss", (const char*[]){ "عبئه", "عبؤه", NULL });
  lacks("", (const char*[]){ "عبءا", NULL });
}

static void
noun_in_hamza_on_alef(void)
{
  inflect("<noun plural='مبادئ'>مبدأ</noun>");
  has("noun", (const char*[]){ "مبدأ", NULL });
  has("noun du", (const char*[]){ "مبدآن", "مبدأين", NULL });
  has("noun pl", (const char*[]){ "مبادئ", NULL });
  lacks("", (const char*[]){ "مبدأا", NULL });
}

static void
noun_in_maqsura(void)
{
  inflect("<noun plural='منتديات'>منتدى</noun>");
  has("noun", (const char*[]){ "منتدى", NULL });
  has("noun def", (const char*[]){ "المنتدى", NULL });
  has("noun du",
      (const char*[]){ "منتديان", "منتديين", "منتديا", "منتديي", NULL });
  has("noun pl", (const char*[]){ "منتديات", NULL });
  has("noun poss", (const char*[]){ "منتداه", "منتداها", NULL });
  lacks("", (const char*[]){ "منتدىا", "منتداا", NULL });
}

static void
noun_plural_only(void)
{
  inflect("<noun singular='no'>محادثات</noun>");
  has("noun pl", (const char*[]){ "محادثات", NULL });
  has("noun pl def", (const char*[]){ "المحادثات", NULL });
  has("noun pl poss", (const char*[]){ "محادثاته", NULL });
  lacks("", (const char*[]){ "محادثاتان", NULL });
}

static void
noun_with_adjective(void)
{
  inflect("<noun plural='أمناء' feminine='أمينة' adjective='عام' "
          "human='yes'>أمين</noun>");
  has("noun", (const char*[]){ "أمين عام", "أمينا عاما", NULL });
  has("noun def", (const char*[]){ "الأمين العام", NULL });
  has("noun f def", (const char*[]){ "الأمينة العامة", NULL });
  has("noun poss", (const char*[]){ "أمينها العام", NULL });
  has("noun pl def",
      (const char*[]){ "الأمناء العامون", "الأمناء العامين", NULL });
  has("noun du def",
      (const char*[]){ "الأمينان العامان", "الأمينين العامين", NULL });
  has("noun f pl def", (const char*[]){ "الأمينات العامات", NULL });
  lacks("", (const char*[]){ "الأمين عام", "أمينة عام", NULL });
}

static void
noun_with_adjective_of_things(void)
{
  inflect("<noun plural='دورات' adjective='تدريبي'>دورة</noun>");
  has("noun f", (const char*[]){ "دورة تدريبية", NULL });
  has("noun f def", (const char*[]){ "الدورة التدريبية", NULL });
  has("noun f pl", (const char*[]){ "دورات تدريبية", NULL });
  has("noun f pl def", (const char*[]){ "الدورات التدريبية", NULL });
  has("noun f du",
      (const char*[]){ "دورتان تدريبيتان", "دورتين تدريبيتين", NULL });
}

static void
noun_with_second_term(void)
{
  inflect("<noun plural='مذكرات' of='تفاهم'>مذكرة</noun>");
  has("noun f", (const char*[]){ "مذكرة تفاهم", NULL });
  has("noun f def", (const char*[]){ "مذكرة التفاهم", NULL });
  has("noun f pl", (const char*[]){ "مذكرات تفاهم", NULL });
  has("noun f pl def", (const char*[]){ "مذكرات التفاهم", NULL });
  has("noun f du", (const char*[]){ "مذكرتا تفاهم", "مذكرتي تفاهم", NULL });
  lacks("", (const char*[]){ "المذكرة تفاهم", "مذكرته تفاهم", NULL });
}

static void
noun_with_long_second_term(void)
{
  inflect("<noun plural='نواب' of='رئيس وزراء'>نائب</noun>");
  has("noun", (const char*[]){ "نائب رئيس وزراء", NULL });
  has("noun def", (const char*[]){ "نائب رئيس الوزراء", NULL });
}

static void
adjective_sound(void)
{
  inflect("<adjective>أمني</adjective>");
  has("adj", (const char*[]){ "أمني", "أمنيا", NULL });
  has("adj f", (const char*[]){ "أمنية", NULL });
  has("adj def", (const char*[]){ "الأمني", NULL });
  has("adj f def", (const char*[]){ "الأمنية", NULL });
  has("adj pl def", (const char*[]){ "الأمنيون", "الأمنيين", NULL });
}

/// Form and features are handed out once, each in every class of its entry.
static void
words_keep_their_features(void)
{
  inflect("<word>من أجل</word>");
  has("part", (const char*[]){ "من أجل", NULL });
  inflect("<word features='noun f def'>المرأة</word>");
  has("noun f def", (const char*[]){ "المرأة", NULL });
}

static void
bad_files_are_named_with_their_line(void)
{
  CHECK_EQ(read_entry("<verb root='ق ل' form='1'/>"), ISN_ERR_RULES);
  CHECK(last.line > 0); // libxml2 names the parent of a wrong first child
  CHECK_EQ(read_entry("<verb root='ق و ل' form='9'/>"), ISN_ERR_RULES);
  CHECK_EQ(read_entry("<verb root='ق و ل' form='1' colour='red'/>"),
           ISN_ERR_RULES);
  CHECK_EQ(read_entry("<noun>اجتمَاع</noun>"), ISN_ERR_RULES);
  CHECK_EQ(read_entry("<word features='nonsense'>من</word>"), ISN_ERR_RULES);
  CHECK_EQ(last.line, 3);
  CHECK_EQ(read_entry("<verb perfect='رأى' imperfect='رأى'/>"), ISN_ERR_RULES);
  CHECK_EQ(read_text("<lexicon>\n<class"), ISN_ERR_RULES);
  CHECK_EQ(last.line, 2);
  CHECK(last.column > 0);
  CHECK_EQ(read_text(""), ISN_ERR_RULES);
}

static void
missing_files_are_errors(void)
{
  const IsnSink sink = { remember, NULL };
  CHECK(isn_is_error(isn_lexicon_read(
    "/nonexistent.xml", "schemas/lexicon.rng", collect, NULL, &sink)));
  CHECK(isn_is_error(isn_lexicon_read("extract/data/lexicon/verbs-events.xml",
                                      "/nonexistent.rng",
                                      collect,
                                      NULL,
                                      &sink)));
}

static IsnStatus
stop(void* const handle, const IsnForm* const form)
{
  (void)form;
  ++*(unsigned*)handle;
  return ISN_END;
}

static void
reading_stops_when_told(void)
{
  unsigned n = 0;
  const IsnStatus st = isn_lexicon_read("extract/data/lexicon/verbs-events.xml",
                                        "schemas/lexicon.rng",
                                        stop,
                                        &n,
                                        NULL);
  CHECK_EQ(st, ISN_END);
  CHECK_EQ(n, 1);
}

static IsnStatus
count(void* const handle, const IsnForm* const form)
{
  CHECK(form->form.n_bytes > 0);
  CHECK(form->lemma.n_bytes > 0);
  ++*(unsigned*)handle;
  return ISN_SUCCESS;
}

static void
data_files_are_valid(void)
{
  static const char* const paths[] = {
    "extract/data/lexicon/function-words.xml",
    "extract/data/lexicon/nouns-events.xml",
    "extract/data/lexicon/nouns-organizations.xml",
    "extract/data/lexicon/nouns-persons.xml",
    "extract/data/lexicon/verbs-events.xml",
    "extract/data/lexicon/verbs-general.xml",
    "extract/data/lexicon/verbs-speech.xml",
  };
  const IsnSink sink = { isn_diag_print, stdout };
  for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); ++i) {
    unsigned n = 0;
    const IsnStatus st =
      isn_lexicon_read(paths[i], "schemas/lexicon.rng", count, &n, &sink);
    CHECK_EQ(st, ISN_SUCCESS);
    CHECK(n > 500);
  }
}

static void
features_have_names(void)
{
  CHECK_STR(isn_str(isn_feature_name(0)), "perf");
  CHECK_STR(isn_str(isn_feature_name(15)), "first");
  CHECK(!isn_feature_name(16));
}

int
main(void)
{
  RUN(second_form_sound);
  RUN(third_form_sound);
  RUN(fourth_form_sound);
  RUN(fifth_form_sound);
  RUN(sixth_form_sound);
  RUN(seventh_form_sound);
  RUN(eighth_form_sound);
  RUN(eighth_form_assimilates_w);
  RUN(eighth_form_assimilates_d);
  RUN(eighth_form_assimilates_s);
  RUN(eighth_form_assimilates_z);
  RUN(eighth_form_assimilates_defective_d);
  RUN(eighth_form_with_hamza);
  RUN(eighth_form_begins_with_hamza);
  RUN(tenth_form_sound);
  RUN(tenth_form_hollow);
  RUN(tenth_form_doubled);
  RUN(tenth_form_defective);
  RUN(tenth_form_assimilated);
  RUN(first_form_hollow_w);
  RUN(first_form_hollow_y);
  RUN(first_form_hollow_a);
  RUN(first_form_hollow_final_hamza);
  RUN(fourth_form_hollow);
  RUN(fourth_form_hollow_final_hamza);
  RUN(eighth_form_hollow);
  RUN(eighth_form_hollow_strong);
  RUN(seventh_form_hollow);
  RUN(first_form_doubled);
  RUN(second_form_doubled);
  RUN(fourth_form_doubled);
  RUN(seventh_form_doubled);
  RUN(eighth_form_doubled);
  RUN(first_form_defective_y);
  RUN(first_form_defective_w);
  RUN(first_form_defective_i);
  RUN(first_form_defective_a);
  RUN(first_form_first_and_last_weak);
  RUN(middle_w_of_defective_stays);
  RUN(second_form_defective);
  RUN(third_form_defective);
  RUN(fourth_form_defective);
  RUN(fourth_form_defective_after_y);
  RUN(fifth_form_defective);
  RUN(eighth_form_defective);
  RUN(first_form_assimilated);
  RUN(second_form_assimilated);
  RUN(fourth_form_assimilated);
  RUN(fourth_form_assimilated_y);
  RUN(first_form_first_hamza);
  RUN(fourth_form_first_hamza);
  RUN(second_form_first_hamza);
  RUN(tenth_form_first_hamza);
  RUN(fifth_form_middle_hamza);
  RUN(first_form_middle_hamza);
  RUN(sixth_form_middle_hamza);
  RUN(first_form_final_hamza);
  RUN(fourth_form_final_hamza);
  RUN(second_form_final_hamza);
  RUN(eighth_form_final_hamza);
  RUN(hamza_between_radicals_and_n);
  RUN(four_radicals);
  RUN(four_radicals_second);
  RUN(four_radicals_fourth);
  RUN(irregular_spelled);
  RUN(irregular_spelled_hollow);
  RUN(noun_regular);
  RUN(noun_feminine);
  RUN(noun_of_persons);
  RUN(noun_sound_plural);
  RUN(noun_defective);
  RUN(noun_broken_like_sound);
  RUN(noun_diptote_plural);
  RUN(noun_defective_plural);
  RUN(noun_in_aa);
  RUN(noun_in_hamza);
  RUN(noun_in_joined_hamza);
  RUN(noun_in_hamza_on_alef);
  RUN(noun_in_maqsura);
  RUN(noun_plural_only);
  RUN(noun_with_adjective);
  RUN(noun_with_adjective_of_things);
  RUN(noun_with_second_term);
  RUN(noun_with_long_second_term);
  RUN(adjective_sound);
  RUN(words_keep_their_features);
  RUN(bad_files_are_named_with_their_line);
  RUN(missing_files_are_errors);
  RUN(reading_stops_when_told);
  RUN(data_files_are_valid);
  RUN(features_have_names);
  isn_buffer_clear(&forms);
  return check_end();
}
