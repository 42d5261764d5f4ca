// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Sentences, and marks that belong together.
#include "extract/tokenize/sentences.h"
#include "tests/unit/tokens.h"

static void
sentences_end(void)
{
  static const Case cases[] = {
    { "", "" },
    { " \n ", "" },
    { "نعم", "نعم" },
    { "ذهب. عاد.", "ذهب.|عاد." },
    { "ذهب.عاد", "ذهب.|عاد" },
    { "هل ذهب؟ نعم! عاد.", "هل ذهب؟|نعم!|عاد." },
    { "حقا؟! نعم… لا.", "حقا؟!|نعم… لا." },
    { "عنوان\nذهب. عاد\n\n  ثم نام", "عنوان|ذهب.|عاد|ثم نام" },
    { "عنوان\r\nذهب\rعاد", "عنوان|ذهب|عاد" },
    { "بلغ 3.5 مليون. ثم", "بلغ 3.5 مليون.|ثم" },
    { "في عام 5. ثم", "في عام 5.|ثم" },
    { "Yes. No.", "Yes.|No." },
    // The number of a line is none
    { "1. ذهب. عاد\n2. نام", "1. ذهب.|عاد|2. نام" },
    { "بلغ 5. ذهب\n2019. نام\n3.\nعاد", "بلغ 5.|ذهب|2019.|نام|3.|عاد" },
  };
  CHECK_CASES(cases, write_sentences);
}

static void
sentences_go_on_after_initials(void)
{
  static const Case cases[] = {
    { "قال رونالد ك. نوبل. ثم ذهب.", "قال رونالد ك. نوبل.|ثم ذهب." },
    { "حضر د. محمد. عاد.", "حضر د. محمد.|عاد." },
    { "حضر أ.د. محمد. عاد.", "حضر أ.د. محمد.|عاد." },
    { "حضر سامر، ود. محمد. عاد.", "حضر سامر، ود. محمد.|عاد." },
    { "كتب J. Smith. عاد.", "كتب J. Smith.|عاد." },
    { "حضر ك.\u200F نوبل. عاد.", "حضر ك.\u200F نوبل.|عاد." },
    { "حضر د.\nمحمد", "حضر د.|محمد" },
    { "هل هو ك؟ نعم", "هل هو ك؟|نعم" },
    { "وصل ك . ثم عاد", "وصل ك .|ثم عاد" },
  };
  CHECK_CASES(cases, write_sentences);
}

static void
sentences_hold_quotations_and_brackets(void)
{
  static const Case cases[] = {
    { "قال: «نعم. لا» ثم. عاد.", "قال: «نعم. لا» ثم.|عاد." },
    { "قال: «نعم. لا.» عاد.", "قال: «نعم. لا.»|عاد." },
    { "قال: «نعم. لا». عاد.", "قال: «نعم. لا».|عاد." },
    { "قال \"نعم. لا\" ثم. عاد.", "قال \"نعم. لا\" ثم.|عاد." },
    { "قال “نعم. لا” ثم. عاد.", "قال “نعم. لا” ثم.|عاد." },
    { "قال ”نعم. لا“ ثم. عاد.", "قال ”نعم. لا“ ثم.|عاد." },
    { "قال ’’نعم. لا‘‘ ثم. عاد.", "قال ’’نعم. لا‘‘ ثم.|عاد." },
    { "قال ‘نعم! لا’ ثم. عاد.", "قال ‘نعم! لا’ ثم.|عاد." },
    { "قال (نعم. لا) ثم. عاد.", "قال (نعم. لا) ثم.|عاد." },
    { "قال «ذهب \"نعم. لا.\" ثم. نام» ثم. عاد.",
      "قال «ذهب \"نعم. لا.\" ثم. نام» ثم.|عاد." },
    { "قال «نعم. لا. عاد.", "قال «نعم.|لا.|عاد." },
    { "قال «نعم.\nلا» عاد.", "قال «نعم.|لا» عاد." },
    { "قال (نعم. لا", "قال (نعم.|لا" },
  };
  CHECK_CASES(cases, write_sentences);
}

static void
marks_are_paired(void)
{
  static const Case cases[] = {
    { "", "" },
    { "قال نعم", ".." },
    { "قال « نعم لا » ثم", ".OqqC." },
    { "قال \" نعم \" ثم \" لا \"", ".OqC.OqC" },
    { "“ نعم ” و ” لا “ و „ كلا “", "OqC.OqC.OqC" },
    { "’’ نعم ‘‘ و ‘ لا ’", "OOqCC.OqC" },
    { "’’ قال ‘ نعم ’ ثم ‘‘", "OOqqqqqCC" },
    { "‹ نعم ›", "OqC" },
    { "«»", "OC" },
    { "( نعم ) [ لا ]", ".b..b." },
    { "( قال « نعم » ثم )", ".boQcb." },
    { "« قال ( نعم ) »", "OqqqqC" },
  };
  CHECK_CASES(cases, write_marks);
}

/// Inside a quotation only its own family closes; others are only quoted.
static void
marks_are_nested(void)
{
  static const Case cases[] = {
    { "« قال « نعم » ثم » لا", "OqqqqqC." },
    { "« قال \" نعم » ثم \" لا", "OqqqC..." },
    { "\" قال « نعم \" ثم »", "OqqqC.." },
    { "“ قال « نعم » ثم ”", "OqqqqqC" },
    { "\"قال \"نعم لا\" ثم\" لا", "OqqqqqqC." },
    { "قال \"نعم\" ثم \"لا\"", ".OqC.OqC" },
    { "(( نعم ) ثم )", ".bbbb." },
  };
  CHECK_CASES(cases, write_marks);
}

/// What is not closed in its paragraph opens nothing, and hides nothing.
static void
marks_alone_open_nothing(void)
{
  static const Case cases[] = {
    { "« نعم", ".." },
    { "نعم »", ".." },
    { "» نعم «", "..." },
    { "« نعم\nلا »", "...." },
    { "\" نعم\n\" لا \"", "..OqC" },
    { "« قال « نعم » ثم", "..OqC." },
    { "( قال ( نعم ) ثم", "...b.." },
    { "« قال \" نعم \" ثم", "..OqC." },
    { "( قال « نعم » ثم", "..OqC." },
    { "’’ نعم", "..." },
    { "’ نعم", ".." },
    { "don’t و ’ نعم", "...." },
  };
  CHECK_CASES(cases, write_marks);
}

static void
sentence_tokens_are_found_again(void)
{
  IsnDocument doc = tokenize(isn_str("ذهب. عاد.\nنام"));
  IsnSpan wanted[3];
  CHECK_EQ(doc.n_sentences, 3);
  for (size_t i = 0; i < 3; ++i) {
    wanted[i] = doc.sentences[i].tokens;
    doc.sentences[i].tokens = (IsnSpan){ 77, 99 };
  }
  isn_sentences_index(&doc);
  for (size_t i = 0; i < 3; ++i) {
    CHECK_EQ(doc.sentences[i].tokens.begin, wanted[i].begin);
    CHECK_EQ(doc.sentences[i].tokens.end, wanted[i].end);
  }
}

int
main(void)
{
  if (!tokens_begin()) {
    printf("not ok isn_tokenizer_new\n");
    return EXIT_FAILURE;
  }
  RUN(sentences_end);
  RUN(sentences_go_on_after_initials);
  RUN(sentences_hold_quotations_and_brackets);
  RUN(marks_are_paired);
  RUN(marks_are_nested);
  RUN(marks_alone_open_nothing);
  RUN(sentence_tokens_are_found_again);
  tokens_end();
  return check_end();
}
