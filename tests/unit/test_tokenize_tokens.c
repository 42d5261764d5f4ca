// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Tokens of any text.
#include "tests/unit/tokens.h"

#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static void
words_are_cut(void)
{
  static const Case cases[] = {
    { "", "" },
    { " \n\t \u200F\u00A0", "" },
    { "قال محمد", "w:قال w:محمد" },
    { "قالَ مُحمّدٌ", "w:قالَ w:مُحمّدٌ" },
    { "الـ39 من", "w:الـ n:39 w:من" },
    { "ال81", "w:ال n:81" },
    { "2019م", "n:2019 w:م" },
    { "٢٠١٩م.", "n:٢٠١٩ w:م p:." },
    { "و.م.ع", "w:و.م.ع" },
    { "و.م.ع.", "w:و.م.ع p:." },
    { "الزراعيةأعلنّ", "w:الزراعية w:أعلنّ" }, // a blank forgotten
    { "مدرسةً", "w:مدرسةً" },
    { "مدرســـة", "w:مدرســـة" },
    { "للأممالمتحدة", "w:للأمم w:المتحدة" },
    { "والمتحدة", "w:والمتحدة" },
    { "(ق.ا.)", "p:( w:ق.ا p:. p:)" },
    { "المبادرة.وتمول", "w:المبادرة p:. w:وتمول" },
    { "كتابٌ.وقال", "w:كتابٌ p:. w:وقال" },
    { "قال:إن", "w:قال p:: w:إن" },
    { "د.محمد", "w:د p:. w:محمد" },
    { "قال'نعم'", "w:قال p:' w:نعم p:'" },
    { "قال’نعم", "w:قال p:’ w:نعم" },
    { "صباحا،مساء", "w:صباحا p:، w:مساء" },
    { "جان-لوك", "w:جان p:- w:لوك" },
    { "شباط/فبراير2022", "w:شباط p:/ w:فبراير n:2022" },
    { "كلمة\u202Fأخرى", "w:كلمة w:أخرى" },
    { "الأمن_السيبراني", "w:الأمن_السيبراني" },
    { "\u200Fالكلمة\u200F ثم", "w:الكلمة\u200F w:ثم" },
    { "ﷺ ﷲ", "w:ﷺ w:ﷲ" },
    { "ـ", "w:ـ" },
  };
  CHECK_CASES(cases, write_tokens);
}

static void
numbers_and_latin_are_cut(void)
{
  static const Case cases[] = {
    { "3.5 1,000 ٣٫٥ ۱۲", "n:3.5 n:1,000 n:٣٫٥ n:۱۲" },
    { "1.000.000,5.", "n:1.000.000,5 p:." },
    { "٣.٥", "n:٣.٥" },
    { "10:30", "n:10 p:: n:30" },
    { "20%", "n:20 p:%" },
    { "$500 €5", "s:$ n:500 s:€ n:5" },
    { "2016/10/08", "n:2016 p:/ n:10 p:/ n:08" },
    { "I-24/7", "l:I p:- n:24 p:/ n:7" },
    { "G20 COVID-19", "l:G20 l:COVID p:- n:19" },
    { "don't U.S. a.b", "l:don't l:U.S p:. l:a.b" },
    { "école Москва", "l:école w:Москва" },
    { "بـInterpol", "w:بـInterpol" },
    { "www.isnad.org/a_b", "l:www.isnad.org p:/ l:a_b" },
  };
  CHECK_CASES(cases, write_tokens);
}

static void
signs_are_cut(void)
{
  static const Case cases[] = {
    { "«نعم»؟!", "p:« w:نعم p:» p:؟ p:!" },
    { "a...", "l:a p:. p:. p:." },
    { "👍🏽👨‍👩‍👧🇲🇦",
      "s:👍🏽 s:👨‍👩‍👧 s:🇲🇦" },
    { "كتاب📖جديد", "w:كتاب s:📖 w:جديد" },
    { "+ = © ™", "s:+ s:= s:© s:™" },
    { "#هاشتاغ", "p:# w:هاشتاغ" },
    { "\uE000\U0001F4D6", "s:\uE000 s:\U0001F4D6" },
  };
  CHECK_CASES(cases, write_tokens);
}

/// Segments of UAX #29 by ICU itself that are no blanks.
static void
write_segments(const IsnStr text)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar units[256];
  char bytes[256];
  int32_t n = 0;
  u_strFromUTF8(units, 256, &n, text.data, (int32_t)text.n_bytes, &code);
  UBreakIterator* const breaks = ubrk_open(UBRK_WORD, "en", units, n, &code);
  for (int32_t at = 0, to = ubrk_next(breaks); to != UBRK_DONE;
       at = to, to = ubrk_next(breaks)) {
    int32_t n_bytes = 0;
    u_strToUTF8(bytes, 256, &n_bytes, units + at, to - at, &code);
    const IsnStr segment = { bytes, (size_t)n_bytes };
    if (!is_blank(segment)) {
      isn_buffer_append(&out, segment);
      isn_buffer_append_byte(&out, '|');
    }
  }
  CHECK(!U_FAILURE(code));
  ubrk_close(breaks);
}

/// Where nothing is Arabic, words are those of UAX #29.
static void
an_and_apart_is_no_word(void)
{
  static const Case cases[] = {
    { "العدل و الإحسان", "w:العدل w:و الإحسان" },
    { "ﻭ ﺍﻟﺨﻄﺎﺏ", "w:ﻭ ﺍﻟﺨﻄﺎﺏ" },
    { "و م ع", "w:و w:م w:ع" },
    { "و في", "w:و w:في" },
    { "3 و 5", "n:3 w:و n:5" },
    { "قال و  ثم", "w:قال w:و w:ثم" },
    { "قال و\nالعدل", "w:قال w:و w:العدل" },
    { "و «العدل»", "w:و p:« w:العدل p:»" },
    { "هو الذي", "w:هو w:الذي" },
  };
  CHECK_CASES(cases, write_tokens);
}

static void
words_without_arabic_are_those_of_icu(void)
{
  static const char* const pieces[] = { "a", "B", "é",  "0", "7", ".",
                                        ",", ":", ";",  "'", "’", "-",
                                        "_", "/", " ",  "(", "%", "\n",
                                        "👍", "é", "\"", "日" };
  uint32_t random = 1;
  for (int round = 0; round < 3000; ++round) {
    IsnBuffer text = { 0 };
    for (int i = 0; i < 20; ++i) {
      random = random * 1664525u + 1013904223u;
      isn_buffer_append(&text, isn_str(pieces[(random >> 16) % N_OF(pieces)]));
    }
    const IsnDocument doc = tokenize(isn_buffer_str(&text));
    check_offsets(&doc);
    IsnBuffer ours = { 0 };
    for (size_t i = 0; i < doc.n_tokens; ++i) {
      isn_buffer_append(&ours, token_words(&doc, i));
      isn_buffer_append_byte(&ours, '|');
    }
    write_segments(isn_buffer_str(&text));
    CHECK(isn_str_equal(isn_buffer_str(&ours), isn_buffer_str(&out)));
    isn_buffer_clear(&ours);
    isn_buffer_clear(&text);
  }
}

/// Any mixture keeps its offsets.
static void
offsets_lie_in_any_text(void)
{
  static const char* const pieces[] = {
    "ا",      "ل",      "وال", "َ",       "ّ",       "ـ", " ",  "\n",     ".",
    "،",      "؟",      "«",   "»",      "\"",     "'", "’’", "(",      ")",
    "\u200F", "\u202B", "39",  "٣",      "٫",      "x", "📖",  "\u202F", "ﷺ",
    "د.",     ":",      "…",   "\u2069", "\u00A0", "[", "]",  "“",      "”"
  };
  uint32_t random = 7;
  for (int round = 0; round < 3000; ++round) {
    IsnBuffer text = { 0 };
    for (int i = 0; i < 30; ++i) {
      random = random * 1664525u + 1013904223u;
      isn_buffer_append(&text, isn_str(pieces[(random >> 16) % N_OF(pieces)]));
    }
    const IsnDocument doc = tokenize(isn_buffer_str(&text));
    check_offsets(&doc);
    write_marks(&doc);
    isn_buffer_clear(&text);
  }
}

static void
layers_of_an_empty_text_are_there(void)
{
  const IsnDocument none = tokenize((IsnStr){ NULL, 0 });
  CHECK(none.tokens && none.sentences);
  CHECK_EQ(none.n_tokens + none.n_sentences, 0);
  const IsnDocument blank = tokenize(isn_str(" \n\u00A0\t"));
  CHECK(blank.tokens && blank.sentences);
  CHECK_EQ(blank.n_tokens + blank.n_sentences, 0);
}

static void
wrong_texts_are_refused(void)
{
  IsnDocument doc = tokenize(isn_str("x"));
  doc.text = ISN_STR("ab\xFF");
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_ERR_ENCODING);
  doc.text.n_bytes = (size_t)INT32_MAX;
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_ERR_LIMIT);
  doc.text = ISN_STR("a\0b");
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_SUCCESS);
  CHECK_EQ(doc.n_tokens, 2);
}

/// Growth with the square would take minutes for each of these.
static void
long_texts_take_linear_time(void)
{
  static const Case pieces[] = {
    { "(", ")" },          { "« ", " »" },    { "« ", "" },     { "", "» " },
    { "( ", "" },          { "’’ ’ ", "" },   { "‘", "" },      { "\" ", "" },
    { "كلمة ", "" },       { "كلمة", "" },    { "و.", "" },     { "َ", "" },
    { "كلمة. ", "جمل\n" }, { "1,", "" },      { "(« ", " »)" }, { "[\" ", "" },
    { "ك. ", "" },         { "a.b:c'd ", "" }
  };
  enum { N = 60000 };
  for (size_t i = 0; i < N_OF(pieces); ++i) {
    IsnBuffer text = { 0 };
    for (int n = 0; n < 2 * N; ++n) {
      isn_buffer_append(&text,
                        isn_str(n < N ? pieces[i].text : pieces[i].expected));
    }
    const clock_t begin = clock();
    const IsnDocument doc = tokenize(isn_buffer_str(&text));
    write_marks(&doc);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 10) {
      printf("  %s…%s: %f s\n", pieces[i].text, pieces[i].expected, seconds);
    }
    CHECK(seconds < 10);
    isn_buffer_clear(&text);
  }
}

int
main(void)
{
  if (!tokens_begin()) {
    printf("not ok isn_tokenizer_new\n");
    return EXIT_FAILURE;
  }
  RUN(words_are_cut);
  RUN(numbers_and_latin_are_cut);
  RUN(signs_are_cut);
  RUN(an_and_apart_is_no_word);
  RUN(words_without_arabic_are_those_of_icu);
  RUN(offsets_lie_in_any_text);
  RUN(layers_of_an_empty_text_are_there);
  RUN(wrong_texts_are_refused);
  RUN(long_texts_take_linear_time);
  tokens_end();
  return check_end();
}
