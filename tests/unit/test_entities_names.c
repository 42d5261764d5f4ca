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
    // By the lineage alone, in either order, if one only has it
    { "حضر خالد بن محمد. ثم حضر خالد بن محمد منزلاوي",
      "خالد بن محمد (خالد بن محمد منزلاوي) 2" },
    { "حضر خالد بن محمد منزلاوي. ثم حضر خالد بن محمد",
      "خالد بن محمد منزلاوي (خالد بن محمد) 2" },
    { "حضر خالد بن محمد منزلاوي وخالد بن محمد شتوك ثم خالد بن محمد",
      "خالد بن محمد منزلاوي 1; خالد بن محمد شتوك 1; خالد بن محمد 1" },
    // The father is somebody else
    { "حضر خالد بن محمد منزلاوي ومحمد منزلاوي",
      "خالد بن محمد منزلاوي 1; محمد منزلاوي 1" },
    // A title of address tells of another; a ministry's name does not
    { "حضر السيد يورغن شتوك. حضرت السيدة شتوك", "يورغن شتوك 1; شتوك 1" },
    { "حضر السيد يورغن شتوك. قال السيد شتوك", "يورغن شتوك (شتوك) 2" },
    { "حضرت السيدة خالد شتوك. حضر السيد يورغن شتوك. ثم السيدة شتوك",
      "خالد شتوك (شتوك) 2; يورغن شتوك 1" },
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
    // Who was called by the family's name has another first name
    { "حضر محمد شتوك. قال شتوك. حضر يورغن شتوك",
      "محمد شتوك (شتوك) 2; يورغن شتوك 1" },
    // A name that goes on is another's, but who is addressed is meant
    { "حضر يورغن شتوك. ثم قال يورغن الأحمر", "يورغن شتوك 1; يورغن 1" },
    { "حضر يورغن شتوك. ثم قال يورغن صخر", "يورغن شتوك 1; يورغن 1" },
    { "حضر محمد شتوك. قال السيد محمد", "محمد شتوك (محمد) 2" },
    // A word before it is a name, but for a title or a verb of saying
    { "حضر محمد يزيد. ثم حضر يزيد", "محمد يزيد 1" },
    { "حضر محمد يزيد. ثم قال يزيد", "محمد يزيد (يزيد) 2" },
    { "حضر محمد يزيد. حضر السيد يزيد", "محمد يزيد (يزيد) 2" },
    // By the name in the middle, if it is of one only
    { "حضر يورغن شتوك صليبا ومحمد شتوك منزلاوي. حضرت السيدة شتوك",
      "يورغن شتوك صليبا 1; محمد شتوك منزلاوي 1; شتوك 1" },
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
    { "منظمة السلام ثم منظمة السلام الدولية",
      "منظمة السلام 1; منظمة السلام الدولية 1" },
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
    // One of several
    { "منظمة زالغون فرنسا ثم منظمة زالغون لوكسمبورغ ثم منظمة زالغون",
      "منظمة زالغون فرنسا 1; منظمة زالغون لوكسمبورغ 1; منظمة زالغون 1" },
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
    { "لقاء «درع محمد شتوك»", "محمد شتوك 1" },
    { "تمرين درع محمد شتوك", "محمد شتوك 1" },
    // Who fills the marks may be whose it is, unless it is called so
    { "تمرين «محمد شتوك»", "محمد شتوك 1" },
    { "تمرين باسم «محمد شتوك»", "" },
    // So far before the marks, or the word for what it is called
    { "تمرين ثم ثم ثم «درع محمد شتوك»", "" },
    { "تمرين ثم ثم ثم ثم «درع محمد شتوك»", "محمد شتوك 1" },
    { "تمرين ثم ثم ثم ثم ثم ثم ثم اسم «محمد شتوك»", "" },
    { "تمرين ثم ثم ثم ثم ثم ثم ثم ثم اسم «محمد شتوك»", "محمد شتوك 1" },
    // Of so many words
    { "تمرين «ثم ثم ثم محمد شتوك»", "" },
    { "تمرين «ثم ثم ثم ثم محمد شتوك»", "محمد شتوك 1" },
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
      "غرينبيس (منظمة السلام الأخضر) 2" },
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
    { "منظمة السلام الأخضر\nذهب.\nذهب.\n"
      "حضر خالد منزلاوي من منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر (المنظمة) 2; خالد منزلاوي 1; منظمة زالغون 1" },
    { "منظمة السلام الأخضر\nذهب.\n"
      "حضر خالد منزلاوي من منظمة زالغون.\nقالت المنظمة",
      "منظمة السلام الأخضر 1; خالد منزلاوي 1; منظمة زالغون (المنظمة) 2" },
    // A guest that is named again is none
    { "منظمة السلام الأخضر\nذهب.\nمنظمة السلام الأخضر.\nذهب.\n"
      "حضرت منظمة زالغون.\nثم منظمة زالغون.\nذهب.\nقالت المنظمة",
      "منظمة السلام الأخضر 2; منظمة زالغون (المنظمة) 3" },
  };
  CHECK_CASES(cases, write_entities);
}

/// A body of another country is another, as far as what stands behind its name
/// or heads its line tells.
static void
bodies_are_of_their_country(void)
{
  static const Case cases[] = {
    { "الأمانة العامة للإنتربول في تونس. ثم الأمانة العامة في تونس",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; الإنتربول=org:interpol 1; "
      "تونس=country:TN 2" },
    { "الأمانة العامة للإنتربول في تونس. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة للإنتربول 1; الإنتربول=org:interpol 1; تونس=country:TN "
      "1; الأمانة العامة 1; ليبيا=country:LY 1" },
    { "الأمانة العامة للإنتربول في تونس وتونس. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة للإنتربول 1; الإنتربول=org:interpol 1; تونس=country:TN "
      "2; الأمانة العامة 1; ليبيا=country:LY 1" },
    { "الأمانة العامة للإنتربول في تونس وليبيا. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; الإنتربول=org:interpol 1; "
      "تونس=country:TN 1; ليبيا=country:LY 2" },
    { "الأمانة العامة للإنتربول ثم ثم ثم ثم تونس. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة للإنتربول 1; الإنتربول=org:interpol 1; تونس=country:TN "
      "1; الأمانة العامة 1; ليبيا=country:LY 1" },
    { "الأمانة العامة للإنتربول ثم ثم ثم ثم ثم تونس. ثم الأمانة العامة في "
      "ليبيا",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; الإنتربول=org:interpol 1; "
      "تونس=country:TN 1; ليبيا=country:LY 1" },
    { "الأمانة العامة للإنتربول، تونس. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة للإنتربول (الأمانة العامة) 2; الإنتربول=org:interpol 1; "
      "تونس=country:TN 1; ليبيا=country:LY 1" },
    { "تونس: الأمانة العامة للإنتربول.\nليبيا: الأمانة العامة.",
      "تونس=country:TN 1; الأمانة العامة للإنتربول 1; الإنتربول=org:interpol "
      "1; ليبيا=country:LY 1; الأمانة العامة 1" },
    { "تونس: الأمانة العامة للإنتربول.\nتونس: الأمانة العامة.",
      "تونس=country:TN 2; الأمانة العامة للإنتربول (الأمانة العامة) 2; "
      "الإنتربول=org:interpol 1" },
    { "تونس: الأمانة العامة للإنتربول\n\nليبيا: الأمانة العامة",
      "تونس=country:TN 1; الأمانة العامة للإنتربول 1; الإنتربول=org:interpol "
      "1; ليبيا=country:LY 1; الأمانة العامة 1" },
    { "الأمانة العامة التونسية. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة التونسية 1; الأمانة العامة 1; ليبيا=country:LY 1" },
    { "الأمانة العامة التونسية. ثم الأمانة العامة في تونس",
      "الأمانة العامة التونسية (الأمانة العامة) 2; تونس=country:TN 1" },
    { "الأمانة العامة الليبية. ثم الأمانة العامة في ليبيا",
      "الأمانة العامة الليبية (الأمانة العامة) 2; ليبيا=country:LY 1" },
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

/// The feminine of a nation's adjective names no country behind a noun that it
/// agrees with, but one that begins a list or a line does.
static void
adjectives_are_no_countries(void)
{
  static const Case cases[] = {
    { "الأندية السعودية كثيرة", "" },
    { "الملاعب السعودية كثيرة", "" },
    { "زار الرئيس السعودية", "السعودية=country:SA 1" },
    { "الأندية والسعودية", "السعودية=country:SA 1" },
    { "الأندية\nالسعودية", "السعودية=country:SA 1" },
    { "الفرق القوية السعودية وليبيا",
      "السعودية=country:SA 1; ليبيا=country:LY 1" },
  };
  CHECK_CASES(cases, write_entities);
}

/// The other of two who are told by their surnames, though it is a word too.
static void
second_surnames_are_persons(void)
{
  static const Case cases[] = {
    { "محمد صليبا. خالد منزلاوي. قال منزلاوي وصليبا",
      "محمد صليبا (صليبا) 2; خالد منزلاوي (منزلاوي) 2" },
  };
  CHECK_CASES(cases, write_entities);
}

/// The words of each mention's own name.
static void
write_own_names(const IsnDocument* const doc)
{
  check_mentions(doc);
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    append(i ? "; " : "");
    isn_buffer_append(
      &out, isn_document_words(doc, m->name.end ? m->name : m->chars));
  }
}

/// What says only of what sort a place is belongs to no name.
static void
places_have_names_of_their_own(void)
{
  static const Case cases[] = {
    { "في محافظة البصرة ثم الدوحة", "البصرة; الدوحة" },
    { "ومحافظة الدوحة", "الدوحة" },
    { "شرطة فرنسا", "شرطة فرنسا" },
    { "في شمال فرنسا", "فرنسا" },
    { "في جنوب شرق فرنسا", "فرنسا" },
    { "في جنوب شرق آسيا", "آسيا" },
    { "في شمال الجسر", "شمال الجسر" },
    { "في العاصمة الفرنسية", "العاصمة الفرنسية" },
    { "في بلاد الروم", "بلاد الروم" },
  };
  CHECK_CASES(cases, write_own_names);
}

int
main(void)
{
  if (!entities_begin()) {
    return folder_failed();
  }
  RUN(persons_are_linked);
  RUN(places_have_names_of_their_own);
  RUN(gazetteer_names_are_linked);
  RUN(divisions_are_linked);
  RUN(epithets_are_linked);
  RUN(code_names_are_of_nobody);
  RUN(forms_are_linked);
  RUN(bodies_are_linked);
  RUN(bodies_are_of_their_country);
  RUN(clubs_are_told_apart);
  RUN(partners_are_not_taken_up);
  RUN(adjectives_are_no_countries);
  RUN(second_surnames_are_persons);
  extraction_end();
  return check_end();
}
