// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Names of persons, bodies and places that are one entity.
#include "tests/unit/entities.h"

static void
persons_are_linked(void)
{
  static const Case cases[] = {
    { "", "" },
    { "ذهب", "" },
    { "حضر يورغن شتوك", "يورغن شتوك 1" },
    { "حضر يورغن شتوك. وقال شتوك. قال شتوك", "يورغن شتوك (شتوك) 3" },
    // The short form before the long one
    { "قال شتوك. حضر يورغن شتوك", "يورغن شتوك (شتوك) 2" },
    { "قال شتوك. ثم قال شتوك", "شتوك 2" },
    // Two of one family stay two; who was named last is meant
    { "حضر محمد شتوك ويورغن شتوك", "محمد شتوك 1; يورغن شتوك 1" },
    { "حضر محمد شتوك ويورغن شتوك. قال شتوك",
      "محمد شتوك 1; يورغن شتوك (شتوك) 2" },
    // Named last, though the other was named between its first and last time
    { "حضر محمد شتوك ويورغن شتوك ثم محمد شتوك. قالت السيدة شتوك",
      "محمد شتوك (شتوك) 3; يورغن شتوك 1" },
    { "حضر خالد بن محمد منزلاوي وخالد منزلاوي",
      "خالد بن محمد منزلاوي (خالد منزلاوي) 2" },
    // The father is somebody else
    { "حضر خالد بن محمد منزلاوي ومحمد منزلاوي",
      "خالد بن محمد منزلاوي 1; محمد منزلاوي 1" },
    { "حضر خالد منزلاوي. قال شتوك", "خالد منزلاوي 1; شتوك 1" },
    // However they are spelled
    { "حضر عبد الله شتوك وعبدالله شتوك", "عبد الله شتوك (عبدالله شتوك) 2" },
    { "حضر عبدالله شتوك ثم عبد الله شتوك", "عبدالله شتوك (عبد الله شتوك) 2" },
    { "حضر يُورغن شتوك ويورغـن شتوك", "يورغن شتوك 2" },
    { "حضر يورغن  شتوك", "يورغن شتوك 1" },
    // Two surnames, called by the first
    { "حضر يورغن شتوك صليبا. حضرت السيدة شتوك", "يورغن شتوك صليبا (شتوك) 2" },
    { "حضر يورغن شتوك صليبا. قال شتوك", "يورغن شتوك صليبا 1; شتوك 1" },
    // By the first name alone, if one only has it and not everybody
    { "حضر يورغن شتوك. ثم قال يورغن", "يورغن شتوك (يورغن) 2" },
    { "حضر يورغن شتوك ويورغن صليبا. ثم قال يورغن",
      "يورغن شتوك 1; يورغن صليبا 1; يورغن 1" },
    { "حضر محمد شتوك. ثم قال محمد", "محمد شتوك 1; محمد 1" },
    // No ending is taken off a name
    { "حضر يورغن صليبا. قال صليبا", "يورغن صليبا (صليبا) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
gazetteer_names_are_linked(void)
{
  static const Case cases[] = {
    { "في فرنسا وبفرنسا", "فرنسا=fr 2" },
    { "الإنتربول والانتربول للإنتربول",
      "الإنتربول=org:interpol (الانتربول) 3" },
    { "المنظمة الدولية للشرطة الجنائية ثم الإنتربول",
      "الإنتربول=org:interpol (المنظمة الدولية للشرطة الجنائية) 2" },
    { "في سان خوسيه", "سان خوسيه=large 1" },
    { "في لوكسمبورغ", "لوكسمبورغ=lu 1" },
    { "القطعة الحديدة", "" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
divisions_are_linked(void)
{
  static const Case cases[] = {
    { "في البصرة ثم في محافظة البصرة", "البصرة=basra (محافظة البصرة) 2" },
    { "في محافظة البصرة ثم في البصرة", "محافظة البصرة (البصرة) 2" },
    // A town that is called so is not its division
    { "في مدينة البصرة ثم في محافظة البصرة",
      "البصرة=basra 1; محافظة البصرة 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
epithets_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة زالغون ثم منظمة زالغون الدولية",
      "منظمة زالغون (منظمة زالغون الدولية) 2" },
    { "منظمة زالغون الدولية ثم منظمة زالغون",
      "منظمة زالغون الدولية (منظمة زالغون) 2" },
    { "منظمة زالغون الموحدة ثم منظمة زالغون",
      "منظمة زالغون الموحدة 1; منظمة زالغون 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
forms_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة زالغون فرنسا ثم منظمة زالغون",
      "منظمة زالغون فرنسا (منظمة زالغون) 2" },
    // Listed in full only: the key is that of the list
    { "الأمانة العامة ثم الأمانة العامة للمعهد",
      "أمانة المعهد=org:secretariat (الأمانة العامة, الأمانة العامة للمعهد) "
      "2" },
    { "مدير الدفاع المدني ثم مديرية الدفاع المدني",
      "الدفاع المدني (مديرية الدفاع المدني) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
code_names_are_of_nobody(void)
{
  static const Case cases[] = {
    { "عملية «درع محمد شتوك»", "عملية «درع محمد شتوك» 1" },
    { "عملية أطلق عليها اسم «محمد شتوك»", "" },
    { "قال «محمد شتوك»", "محمد شتوك 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
bodies_are_linked(void)
{
  static const Case cases[] = {
    { "منظمة السلام الأخضر", "منظمة السلام الأخضر 1" },
    { "منظمة السلام الأخضر ثم لمنظمة السلام الأخضر", "منظمة السلام الأخضر 2" },
    // By the short name in quotation marks behind it
    { "غرينبيس. ثم منظمة السلام الأخضر «غرينبيس»",
      "غرينبيس (منظمة السلام الأخضر) 3" },
    // By the acronym beside it
    { "منظمة السلام الأخضر (غرينبيس). ثم غرينبيس",
      "منظمة السلام الأخضر (غرينبيس) 3" },
    { "غرينبيس ثم منظمة السلام", "غرينبيس 1; منظمة السلام 1" },
    // By its first words
    { "الأمانة العامة للإنتربول ثم الأمانة العامة",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; "
      "الإنتربول=org:interpol 1" },
    // By its common noun
    { "الإنتربول. قالت المنظمة", "الإنتربول=org:interpol (المنظمة) 2" },
    { "الإنتربول. هذه المنظمة", "الإنتربول=org:interpol (هذه المنظمة) 2" },
    { "منظمة السلام الأخضر. والمنظمة", "منظمة السلام الأخضر (المنظمة) 2" },
    { "المعهد الدولي. قالت المنظمة", "المعهد الدولي=org:institute 1" },
    { "الإنتربول. المعهد الدولي. قالت المنظمة",
      "الإنتربول=org:interpol (المنظمة) 2; المعهد الدولي=org:institute 1" },
    { "حضر خالد منزلاوي. قالت المنظمة", "خالد منزلاوي 1" },
    // The one that the text opens with, not one named once since
    { "منظمة السلام الأخضر\nذهب.\nذهب.\nذهب.\n"
      "حضر خالد منزلاوي من منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر (المنظمة) 2; خالد منزلاوي 1; منظمة زالغون 1" },
    { "منظمة السلام الأخضر\nذهب.\nحضرت منظمة السلام الأخضر.\nذهب.\n"
      "حضرت منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر (المنظمة) 3; منظمة زالغون 1" },
    { "منظمة السلام الأخضر\nذهب.\nحضرت منظمة السلام الأخضر.\nذهب.\n"
      "حضرت منظمة زالغون وقالت المنظمة",
      "منظمة السلام الأخضر 2; منظمة زالغون (المنظمة) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
clubs_are_told_apart(void)
{
  static const Case cases[] = {
    { "فاز الاتحاد", "الاتحاد=org:ittihad 1" },
    { "الاتحاد الأوروبي. قال الاتحاد", "الاتحاد الأوروبي=org:eu (الاتحاد) 2" },
    { "الاتحاد الأوروبي. فاز الاتحاد ثم الهلال",
      "الاتحاد الأوروبي=org:eu 1; الاتحاد=org:ittihad 1; الهلال=org:hilal 1" },
  };
  CHECK_CASES(cases, write_entities);
}

static void
partners_are_not_taken_up(void)
{
  static const Case cases[] = {
    { "نظمته منظمة الصحة مع منظمة العمل. ثم المنظمة",
      "منظمة الصحة 1; منظمة العمل (المنظمة) 2" },
    { "نظمته منظمة الصحة بالتعاون مع منظمة العمل. ثم المنظمة",
      "منظمة الصحة (المنظمة) 2; منظمة العمل 1" },
  };
  CHECK_CASES(cases, write_entities);
}

int
main(void)
{
  if (!entities_begin()) {
    return folder_failed();
  }
  RUN(persons_are_linked);
  RUN(gazetteer_names_are_linked);
  RUN(divisions_are_linked);
  RUN(epithets_are_linked);
  RUN(code_names_are_of_nobody);
  RUN(forms_are_linked);
  RUN(bodies_are_linked);
  RUN(clubs_are_told_apart);
  RUN(partners_are_not_taken_up);
  extraction_end();
  return check_end();
}
