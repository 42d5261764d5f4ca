// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/buffer.h"
#include "extract/base/utf8.h"
#include "extract/tokenize/marks.h"
#include "extract/tokenize/normal.h"
#include "extract/tokenize/sentences.h"
#include "extract/tokenize/tokenize.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>


/// A text and how what is found in it is written down.
typedef struct {
  const char* text;
  const char* expected;
} Case;

static IsnTokenizer* tokenizer;
static IsnArena arena;
static IsnBuffer out;

static IsnDocument
tokenize(const IsnStr text)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  doc.text = text;
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_SUCCESS);
  return doc;
}

static IsnStr
token_words(const IsnDocument* const doc, const size_t i)
{
  const IsnSpan bytes = doc->tokens[i].bytes;
  return isn_str_slice(doc->text, bytes.begin, bytes.end);
}

/// Whether nothing but blanks and controls lies in the bytes.
static bool
is_blank(const IsnStr s)
{
  for (size_t at = 0; at < s.n_bytes;) {
    const UChar32 c = (UChar32)isn_utf8_next(s.data, &at);
    const int8_t type = u_charType(c);
    if (!u_isUWhiteSpace(c) && type != U_CONTROL_CHAR &&
        type != U_FORMAT_CHAR && type != U_NON_SPACING_MARK) {
      return false;
    }
  }
  return true;
}

/// Offsets ascend, lie in the text, agree in both units and leave out only
/// blanks; sentences hold all tokens in order.
static void
check_offsets(const IsnDocument* const doc)
{
  IsnSpan end = { 0, 0 }; // in code points and bytes
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const IsnToken* const t = &doc->tokens[i];
    CHECK(t->bytes.begin >= end.end && t->bytes.end > t->bytes.begin);
    CHECK(t->bytes.end <= doc->text.n_bytes);
    const IsnStr gap = isn_str_slice(doc->text, end.end, t->bytes.begin);
    CHECK(is_blank(gap));
    CHECK_EQ(t->chars.begin, end.begin + isn_utf8_count(gap));
    CHECK_EQ(t->chars.end,
             t->chars.begin + isn_utf8_count(token_words(doc, i)));
    end = (IsnSpan){ t->chars.end, t->bytes.end };
  }
  CHECK(is_blank(isn_str_slice(doc->text, end.end, doc->text.n_bytes)));
  uint32_t next = 0;
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    const IsnSentence* const s = &doc->sentences[i];
    CHECK_EQ(s->tokens.begin, next);
    CHECK(s->tokens.end > next && s->tokens.end <= doc->n_tokens);
    CHECK_EQ(s->chars.begin, doc->tokens[next].chars.begin);
    next = s->tokens.end;
    CHECK_EQ(s->chars.end, doc->tokens[next - 1].chars.end);
  }
  CHECK_EQ(next, doc->n_tokens);
}

/// Tokens as «w:كلمة n:39», blanks between them.
static void
write_tokens(const IsnDocument* const doc)
{
  static const char letters[ISN_N_KINDS] = { 'w', 'n', 'p', 'l', 's' };
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const char kind[3] = { letters[doc->tokens[i].kind], ':', 0 };
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    isn_buffer_append(&out, isn_str(kind));
    isn_buffer_append(&out, token_words(doc, i));
  }
}

/// Sentences with | between them.
static void
write_sentences(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_sentences; ++i) {
    isn_buffer_append(&out, isn_str(i ? "|" : ""));
    isn_buffer_append(&out, isn_document_words(doc, doc->sentences[i].chars));
  }
}

/// One letter a token: Open, Close, quoted, bracketed (in brackets: o, c, Q).
static void
write_marks(const IsnDocument* const doc)
{
  uint8_t* const marks = isn_arena_alloc(&arena, doc->n_tokens);
  isn_marks_find(doc, marks);
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    const bool inside = marks[i] & ISN_MARK_BRACKETED;
    isn_buffer_append_byte(&out,
                           marks[i] & ISN_MARK_OPEN     ? "Oo"[inside]
                           : marks[i] & ISN_MARK_CLOSE  ? "Cc"[inside]
                           : marks[i] & ISN_MARK_QUOTED ? "qQ"[inside]
                                                        : ".b"[inside]);
  }
}

static void
check_cases(const Case* const cases,
            const size_t n,
            void (*write)(const IsnDocument*))
{
  for (size_t i = 0; i < n; ++i) {
    const IsnDocument doc = tokenize(isn_str(cases[i].text));
    check_offsets(&doc);
    write(&doc);
    CHECK_STR(isn_buffer_str(&out), cases[i].expected);
  }
}

#define CHECK_CASES(cases, write) check_cases((cases), N_OF(cases), (write))

typedef struct {
  const char* written;
  const char* full;
  const char* light;
} Fold;

static void
check_folds(const Fold* const folds, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const IsnStr s = isn_str(folds[i].written);
    isn_arena_reset(&arena);
    CHECK_STR(isn_normal_copy(&arena, s, ISN_FOLD_FULL), folds[i].full);
    CHECK_STR(isn_normal_copy(&arena, s, ISN_FOLD_LIGHT), folds[i].light);
  }
}

static void
letters_are_folded(void)
{
  static const Fold folds[] = {
    { "", "", "" },
    { "آأإٱا", "ااااا", "آأإٱا" },
    { "مؤتمر", "موتمر", "مؤتمر" },
    { "هيئة", "هييه", "هيئة" },
    { "مستشفى", "مستشفي", "مستشفى" },
    { "ایران", "ايران", "ایران" },
    { "ہھ", "هه", "ہھ" },
    { "کڭگ", "ككك", "کڭگ" },
    { "پڤچ", "بفج", "پڤچ" },
    { "ءژ", "ءژ", "ءژ" },
    { "InterPol Z", "interpol z", "InterPol Z" },
    { "ÉCOLE", "École", "ÉCOLE" },
    { "📖 ‹x›…", "📖 ‹x›…", "📖 ‹x›…" },
  };
  check_folds(folds, N_OF(folds));
}

static void
marks_and_controls_are_dropped(void)
{
  static const Fold folds[] = {
    { "مُحَمَّدٌ", "محمد", "محمد" },
    { "هٰذا", "هذا", "هذا" },
    { "كتابًا", "كتابا", "كتابا" },
    { "مـــحـمد", "محمد", "محمد" },
    { "ـ", "", "" },
    { "قَالَۖ ؐ", "قال ", "قال " },
    { "\u200Fمحمد\u200E", "محمد", "محمد" },
    { "\u202Bمحمد\u202C", "محمد", "محمد" },
    { "\u2067محمد\u2069\u061C", "محمد", "محمد" },
    { "؛", "؛", "؛" }, // a mark among signs that are dropped
    { "مي\u200Cخواهم\u200D\u200B", "ميخواهم", "ميخواهم" },
    { "\uFEFFمح\u00ADمد\u2060", "محمد", "محمد" },
    { "10\u00A0000\u202F000\u2009x", "10 000 000 x", "10 000 000 x" },
  };
  check_folds(folds, N_OF(folds));
}

static void
digits_become_ascii(void)
{
  static const Fold folds[] = {
    { "0123456789", "0123456789", "0123456789" },
    { "٠١٢٣٤٥٦٧٨٩", "0123456789", "0123456789" },
    { "۰۱۲۳۴۵۶۷۸۹", "0123456789", "0123456789" },
    { "٣٫٥", "3٫5", "3٫5" },
    { "１９", "19", "19" },
  };
  check_folds(folds, N_OF(folds));
}

static void
presentation_forms_are_taken_apart(void)
{
  static const Fold folds[] = {
    { "ﺍﻟﻌﺮﺏ", "العرب", "العرب" },
    { "ﻷ", "لا", "لأ" },
    { "ﻻﻵﻹﻼ", "لالالالا", "لالآلإلا" },
    { "ﷲ", "الله", "الله" },
    { "ﷺ", "صلي الله عليه وسلم", "صلى الله عليه وسلم" },
    { "ﯾﮏﭘ", "يكب", "یکپ" },
    { "ﺓ", "ه", "ة" },
    { "ＡＢ", "ab", "AB" },
    { "𝐀𞸁", "aب", "Aب" },
    // Vowel signs standing alone have a blank or tatweel in their definition
    { "محمﱠد", "محمد", "محمد" },
    { "ﹰﹷﹹ", "", "" },
  };
  check_folds(folds, N_OF(folds));
}

/// Of every code point: room as stated, valid, and folding again no change.
static void
folding_keeps_its_promises(void)
{
  size_t n_wrong = 0;
  for (uint32_t c = 0; c <= 0x10FFFF; ++c) {
    char in[4];
    char once[ISN_FOLD_CAPACITY(4)];
    char twice[ISN_FOLD_CAPACITY(sizeof(once))];
    const IsnStr s = { in, isn_utf8_encode(c, in) };
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    const size_t n = isn_normal_fold(s, ISN_FOLD_FULL, once);
    const IsnStr folded = { once, n };
    n_wrong += n > (isn_normal_is_plain(s) ? s.n_bytes
                                           : ISN_FOLD_CAPACITY(s.n_bytes) - 1);
    n_wrong += isn_utf8_valid_prefix(folded) != n;
    n_wrong += !isn_str_equal(
      (IsnStr){ twice, isn_normal_fold(folded, ISN_FOLD_FULL, twice) }, folded);
  }
  CHECK_EQ(n_wrong, 0);
}

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
  if (isn_tokenizer_new(&tokenizer, NULL)) {
    printf("not ok isn_tokenizer_new\n");
    return EXIT_FAILURE;
  }
  RUN(letters_are_folded);
  RUN(marks_and_controls_are_dropped);
  RUN(digits_become_ascii);
  RUN(presentation_forms_are_taken_apart);
  RUN(folding_keeps_its_promises);
  RUN(words_are_cut);
  RUN(numbers_and_latin_are_cut);
  RUN(signs_are_cut);
  RUN(an_and_apart_is_no_word);
  RUN(words_without_arabic_are_those_of_icu);
  RUN(offsets_lie_in_any_text);
  RUN(sentences_end);
  RUN(sentences_go_on_after_initials);
  RUN(sentences_hold_quotations_and_brackets);
  RUN(marks_are_paired);
  RUN(marks_are_nested);
  RUN(marks_alone_open_nothing);
  RUN(sentence_tokens_are_found_again);
  RUN(layers_of_an_empty_text_are_there);
  RUN(wrong_texts_are_refused);
  RUN(long_texts_take_linear_time);
  isn_tokenizer_free(tokenizer);
  isn_buffer_clear(&out);
  isn_arena_clear(&arena);
  return check_end();
}
