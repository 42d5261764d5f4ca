// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/buffer.h"
#include "extract/base/utf8.h"
#include "extract/tokenize/normal.h"
#include "extract/values/date_math.h"
#include "extract/values/hijri.h"
#include "extract/values/numbers.h"
#include "extract/values/quantities.h"
#include "extract/values/terms.h"
#include "tests/unit/check.h"

#include <inttypes.h>
#include <stdlib.h>

/// Text, publication date and what is expected: of each quantity its kind's
/// letter (Number, Ordinal, Date, Time span, Money), words in «», value, and
/// + for a minimum, ~ for "about", ? for a day reckoned from today only.
typedef struct {
  const char* text;
  const char* date;
  const char* expected;
} Case;

typedef struct {
  const char* name;
  const char* type;
  const char* key;
  const char* features;
} Name;

static const Name names[] = {
#define MONTH(name, number)                                                    \
  {                                                                            \
    name, "Month", "m", "month=" #number "|calendar=gregorian"                 \
  }
#define HIJRI(name, number)                                                    \
  {                                                                            \
    name, "Month", "m", "month=" #number "|calendar=islamic"                   \
  }
  MONTH("كانون الثاني", 1),
  MONTH("شباط", 2),
  MONTH("اذار", 3),
  MONTH("نيسان", 4),
  MONTH("ايار", 5),
  MONTH("حزيران", 6),
  MONTH("تموز", 7),
  MONTH("اب", 8),
  MONTH("ايلول", 9),
  MONTH("تشرين الاول", 10),
  MONTH("تشرين الثاني", 11),
  MONTH("كانون الاول", 12),
  MONTH("يناير", 1),
  MONTH("فبراير", 2),
  MONTH("مارس", 3),
  MONTH("ابريل", 4),
  MONTH("مايو", 5),
  MONTH("يونيو", 6),
  MONTH("يوليو", 7),
  MONTH("اغسطس", 8),
  MONTH("سبتمبر", 9),
  MONTH("اكتوبر", 10),
  MONTH("نوفمبر", 11),
  MONTH("ديسمبر", 12),
  MONTH("جانفي", 1),
  MONTH("فيفري", 2),
  MONTH("ففري", 2),
  MONTH("ماي", 5),
  MONTH("جوان", 6),
  MONTH("جويليه", 7),
  MONTH("اوت", 8),
  MONTH("غشت", 8),
  MONTH("يوليوز", 7),
  MONTH("شتنبر", 9),
  MONTH("نونبر", 11),
  MONTH("دجنبر", 12),
  MONTH("الصيف", 6),
  HIJRI("محرم", 1),
  HIJRI("ربيع الاول", 3),
  HIJRI("رمضان", 9),
  HIJRI("ذو القعده", 11),
  HIJRI("ذي الحجه", 12),
  { "درهم", "Currency", "currency:dirham", "" },
  { "درهم مغربي", "Currency", "currency:MAD", "" },
  { "دولار", "Currency", "currency:dollar", "" },
  { "دولار امريكي", "Currency", "currency:USD", "" },
  { "الدولارات", "Currency", "currency:dollar", "" },
  { "يورو", "Currency", "currency:EUR", "" },
  { "افغاني", "Currency", "currency:AFN", "" },
  { "افغاني", "Nationality", "afghan", "" },
  { "محمد", "GivenName", "n", "" },
  { "خالد", "GivenName", "n", "" },
  { "الحسن", "GivenName", "n", "" },
  { "حركه 20 فبراير", "Organization", "o", "" },
  { "مجموعه العشرين", "Organization", "o", "" },
};

enum { MAX_TOKENS = 200, N_NAMES = sizeof(names) / sizeof(names[0]) };

static IsnEntry entries[N_NAMES];

static IsnTokenKind
kind_of(const uint32_t c)
{
  if ((c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
      (c >= 0x6F0 && c <= 0x6F9)) {
    return ISN_KIND_NUMBER;
  }
  if ((c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D3)) {
    return ISN_KIND_WORD;
  }
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    return ISN_KIND_LATIN;
  }
  return c == '$' || c == 0x20AC || c == 0xA3 ? ISN_KIND_SYMBOL
                                              : ISN_KIND_PUNCTUATION;
}

/// Signs that part digits inside a number (UAX #29).
static bool
is_sign(const uint32_t c)
{
  return c == '.' || c == ',' || c == 0x60C || c == 0x66B || c == 0x66C;
}

/// The end of the token that begins at byte `begin`.
static size_t
token_end(const IsnStr s, const size_t begin, const IsnTokenKind kind)
{
  size_t end = begin;
  isn_utf8_next(s.data, &end);
  while (end < s.n_bytes && kind != ISN_KIND_PUNCTUATION &&
         kind != ISN_KIND_SYMBOL) {
    size_t next = end;
    const uint32_t c = isn_utf8_next(s.data, &next);
    size_t after = next;
    if (kind == ISN_KIND_NUMBER && is_sign(c) && next < s.n_bytes &&
        kind_of(isn_utf8_next(s.data, &after)) == ISN_KIND_NUMBER) {
      end = after;
    } else if (kind_of(c) == kind) {
      end = next;
    } else {
      break;
    }
  }
  return end;
}

static void
split(IsnDocument* const doc)
{
  const IsnStr s = doc->text;
  doc->tokens = isn_arena_array(doc->arena, MAX_TOKENS, sizeof(IsnToken));
  for (size_t at = 0; at < s.n_bytes && doc->n_tokens < MAX_TOKENS;) {
    size_t next = at;
    const uint32_t c = isn_utf8_next(s.data, &next);
    if (c == ' ' || c == 0xA0 || c == '\n') {
      at = next;
      continue;
    }
    const IsnTokenKind kind = kind_of(c);
    const size_t end = token_end(s, at, kind);
    doc->tokens[doc->n_tokens++] =
      (IsnToken){ .bytes = { (uint32_t)at, (uint32_t)end }, .kind = kind };
    at = end;
  }
  doc->sentences = isn_arena_array(doc->arena, 1, sizeof(IsnSentence));
  doc->sentences[0].tokens = (IsnSpan){ 0, (uint32_t)doc->n_tokens };
  doc->n_sentences = 1;
}

/// True for a term or a name, with or without the article.
static bool
is_known(const IsnTermIndex* const index, const IsnStr s)
{
  if (isn_term_find(index, s) ||
      (isn_str_starts(s, ISN_STR("ال")) && s.n_bytes > 4 &&
       isn_term_find(index, isn_str_slice(s, 4, s.n_bytes)))) {
    return true;
  }
  for (size_t i = 0; i < N_NAMES; ++i) {
    if (isn_str_is(s, names[i].name)) {
      return true;
    }
  }
  return false;
}

/// Normal forms; with `splits`, proclitics are split off known words.
static void
fill_words(IsnAnalysis* const analysis,
           const IsnDocument* const doc,
           const bool splits)
{
  static const char* const proclitics[] = { "و", "ب", "ل", "ف", "ك" };
  IsnTermIndex index;
  isn_term_index_init(&index);
  analysis->words =
    isn_arena_array(doc->arena, doc->n_tokens + 1, sizeof(IsnWord));
  for (size_t i = 0; i < doc->n_tokens; ++i) {
    IsnWord* const word = &analysis->words[i];
    const IsnSpan bytes = doc->tokens[i].bytes;
    word->whole = word->word =
      isn_normal_copy(doc->arena,
                      isn_str_slice(doc->text, bytes.begin, bytes.end),
                      ISN_FOLD_FULL);
    word->byte_begin = bytes.begin;
    for (size_t p = 0; p < 5 && splits && !is_known(&index, word->word); ++p) {
      const IsnStr rest = isn_str_slice(word->word, 2, word->word.n_bytes);
      if (isn_str_starts(word->word, isn_str(proclitics[p])) &&
          rest.n_bytes > 4 && is_known(&index, rest)) {
        word->word = rest;
        word->n_proclitics = 1;
        memcpy(word->proclitics, proclitics[p], 2);
        word->byte_begin += 2;
      }
    }
    if (isn_str_starts(word->word, ISN_STR("ال"))) {
      word->flags |= ISN_WORD_ARTICLE;
    }
  }
}

/// Tokens that `name` covers from token `at` on, 0 if it is not there.
static size_t
n_covered(const IsnAnalysis* const analysis,
          const size_t n_tokens,
          const size_t at,
          const char* const name)
{
  size_t n = 0;
  IsnStr rest = isn_str(name);
  while (rest.n_bytes) {
    if (at + n >= n_tokens) {
      return 0;
    }
    IsnStr word = analysis->words[at + n].word;
    if (!n && isn_str_starts(word, ISN_STR("ل")) && word.n_bytes > 4 &&
        !isn_str_starts(rest, word)) {
      word = isn_str_slice(word, 2, word.n_bytes);
    }
    if (!word.n_bytes || !isn_str_starts(rest, word)) {
      return 0;
    }
    rest = isn_str_slice(rest, word.n_bytes, rest.n_bytes);
    if (rest.n_bytes && rest.data[0] != ' ') {
      return 0;
    }
    rest = rest.n_bytes ? isn_str_slice(rest, 1, rest.n_bytes) : rest;
    ++n;
  }
  return n;
}

static void
fill_hits(IsnAnalysis* const analysis, const IsnDocument* const doc)
{
  analysis->hits =
    isn_arena_array(doc->arena, doc->n_tokens * 2 + 1, sizeof(IsnHit));
  for (size_t at = 0; at < doc->n_tokens; ++at) {
    size_t best = 0;
    for (size_t i = 0; i < N_NAMES; ++i) {
      const size_t n = n_covered(analysis, doc->n_tokens, at, names[i].name);
      best = n > best ? n : best;
    }
    for (size_t i = 0; i < N_NAMES && best; ++i) {
      if (n_covered(analysis, doc->n_tokens, at, names[i].name) == best) {
        entries[i] = (IsnEntry){ .type = isn_str(names[i].type),
                                 .key = isn_str(names[i].key),
                                 .features = isn_str(names[i].features) };
        analysis->hits[analysis->n_hits++] =
          (IsnHit){ .tokens = { (uint32_t)at, (uint32_t)(at + best) },
                    .entry = &entries[i],
                    .is_common = !strcmp(names[i].name, "الصيف") };
      }
    }
  }
}

static void
print_quantity(IsnBuffer* const out,
               const IsnDocument* const doc,
               const IsnAnalysis* const analysis,
               const IsnQuantity* const q)
{
  static const char letters[] = { 'N', 'O', 'D', 'T', 'M' };
  char number[32];
  snprintf(number, sizeof(number), "%" PRId64, q->number);
  const uint32_t begin = analysis->words[q->tokens.begin].byte_begin;
  const uint32_t end = doc->tokens[q->tokens.end - 1].bytes.end;
  if (out->n_bytes) {
    isn_buffer_append(out, ISN_STR(" "));
  }
  isn_buffer_append_byte(out, letters[q->kind]);
  isn_buffer_append(out, ISN_STR("«"));
  isn_buffer_append(out, isn_str_slice(doc->text, begin, end));
  isn_buffer_append(out, ISN_STR("»"));
  isn_buffer_append(out, q->begin.data ? q->begin : isn_str(number));
  if (q->end.data) {
    isn_buffer_append(out, ISN_STR("/"));
    isn_buffer_append(out, q->end);
  }
  isn_buffer_append(out, isn_str(q->is_minimum ? "+" : ""));
  isn_buffer_append(out, isn_str(q->is_about ? "~" : ""));
  isn_buffer_append(out, isn_str(q->has_weekday_only ? "?" : ""));
}

static void
check_case(const Case* const c, const bool splits)
{
  IsnArena arena = { 0 };
  IsnDocument doc = { .arena = &arena,
                      .text = isn_str(c->text),
                      .date = isn_str(c->date) };
  IsnAnalysis analysis = { 0 };
  split(&doc);
  fill_words(&analysis, &doc, splits);
  fill_hits(&analysis, &doc);
  CHECK_EQ(isn_quantities_find(&analysis, &doc), ISN_SUCCESS);
  IsnBuffer out = { 0 };
  isn_buffer_append(&out, ISN_STR(""));
  for (size_t i = 0; i < analysis.n_quantities; ++i) {
    print_quantity(&out, &doc, &analysis, &analysis.quantities[i]);
  }
  if (!isn_str_is(isn_buffer_str(&out), c->expected)) {
    printf("  in «%s»%s\n", c->text, splits ? " (proclitics split)" : "");
    CHECK_STR(isn_buffer_str(&out), c->expected);
  }
  isn_buffer_clear(&out);
  isn_arena_clear(&arena);
}

static void
check_cases(const Case* const cases, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    check_case(&cases[i], false);
    check_case(&cases[i], true);
  }
}

#define CHECK_CASES(cases) check_cases(cases, sizeof(cases) / sizeof(Case))

static void
numbers_in_digits(void)
{
  static const Case cases[] = {
    { "في 17 بلدا", NULL, "N«17»17" },
    { "١٤٠ متخصصا", NULL, "N«١٤٠»140" },
    { "۱۴۰ متخصصا", NULL, "N«۱۴۰»140" },
    { "شارك 1,500 شخص", NULL, "N«1,500»1500" },
    { "شارك 10.000 شخص", NULL, "N«10.000»10000" },
    { "شارك ١٠٬٠٠٠ شخص", NULL, "N«١٠٬٠٠٠»10000" },
    { "شارك 1 500 000 شخص", NULL, "N«1 500 000»1500000" },
    { "نسبة 3.5 نقطة", NULL, "" },
    { "نسبة 50% من البلدان", NULL, "" },
    { "نسبة 50 في المئة من البلدان", NULL, "" },
    { "نسبة 50 بالمئة", NULL, "" },
    { "نسبة خمسين في المائة", NULL, "" },
    { "منظومة I-24/7 العالمية", NULL, "" },
    { "جائحة كوفيد-19 العالمية", NULL, "" },
    { "هاتف 00212537 وصله", NULL, "" },
    { "قاعدة (S015) في", NULL, "" },
    { "نتيجة 123456789012345678901234567890 قطعة", NULL, "" },
    { "لجميع البلدان الأعضاء 190 دولة و3 مناطق", NULL, "N«190»190 N«3»3" },
    { "ل16 لائحة", NULL, "N«16»16" },
    { "الدورة 12 للمجلس", NULL, "N«12»12" },
  };
  CHECK_CASES(cases);
}

static void
numbers_in_words(void)
{
  static const Case cases[] = {
    { "ثلاثة محاور", NULL, "N«ثلاثة»3" },
    { "أربعة محاور", NULL, "N«أربعة»4" },
    { "الدول الخمس", NULL, "N«الخمس»5" },
    { "من إحدى عشرة دولة", NULL, "N«إحدى عشرة»11" },
    { "أحد عشر بلدا", NULL, "N«أحد عشر»11" },
    { "اثنتي عشرة دولة", NULL, "N«اثنتي عشرة»12" },
    { "ثمانية عشر مشتبها فيه", NULL, "N«ثمانية عشر»18" },
    { "خمسة وعشرون خبيرا", NULL, "N«خمسة وعشرون»25" },
    { "واحد وعشرين خبيرا", NULL, "N«واحد وعشرين»21" },
    { "إحدى وثمانين دولة", NULL, "N«إحدى وثمانين»81" },
    { "مئة وخمسة وعشرون خبيرا", NULL, "N«مئة وخمسة وعشرون»125" },
    { "مائة وتسعين دولة", NULL, "N«مائة وتسعين»190" },
    { "مئتا خبير", NULL, "N«مئتا»200" },
    { "مائتين وخمسين", NULL, "N«مائتين وخمسين»250" },
    { "ثلاثمئة جهاز", NULL, "N«ثلاثمئة»300" },
    { "ثلاثمائة وأربعة أجهزة", NULL, "N«ثلاثمائة وأربعة»304" },
    { "ثلاث مئة جهاز", NULL, "N«ثلاث مئة»300" },
    { "ألف شخص", NULL, "N«ألف»1000" },
    { "ألفا شخص", NULL, "N«ألفا»2000" },
    { "ألفين وثلاثمئة شخص", NULL, "N«ألفين وثلاثمئة»2300" },
    { "خمسة آلاف ملف", NULL, "N«خمسة آلاف»5000" },
    { "خمسة عشر ألفا ومئتين", NULL, "N«خمسة عشر ألفا ومئتين»15200" },
    { "مليون ومئتا ألف وخمسون", NULL, "N«مليون ومئتا ألف وخمسون»1200050" },
    { "ثلاثة ملايين نسمة", NULL, "N«ثلاثة ملايين»3000000" },
    { "مليوني نسمة", NULL, "N«مليوني»2000000" },
    { "مليون ونصف المليون نسمة", NULL, "N«مليون ونصف المليون»1500000" },
    { "نصف مليون نسمة", NULL, "N«نصف مليون»500000" },
    { "مليار نسمة", NULL, "N«مليار»1000000000" },
    { "أحد المشاركين وإحدى الدول", NULL, "" },
    { "آلاف الملفات وملايين البشر", NULL, "" },
    { "لست مشاركا", NULL, "" },
    { "في المنطقة الواحدة", NULL, "" },
    { "قمة مجموعة العشرين", NULL, "" },
  };
  CHECK_CASES(cases);
}

static void
numbers_mixed_and_modified(void)
{
  static const Case cases[] = {
    { "بأكثر من 9 آلاف ملف", NULL, "N«أكثر من 9 آلاف»9000+" },
    { "114 ألف و593 ناخبا", NULL, "N«114 ألف و593»114593" },
    { "114 ألفا و 593 ناخبا", NULL, "N«114 ألفا و 593»114593" },
    { "حوالي 187 ألف و808 نسمة", NULL, "N«حوالي 187 ألف و808»187808~" },
    { "2,5 مليون شخص", NULL, "N«2,5 مليون»2500000" },
    { "1.250 مليون شخص", NULL, "N«1.250 مليون»1250000" },
    { "مئة و25 شخصا", NULL, "N«مئة و25»125" },
    { "نحو 140 متخصصا", NULL, "N«نحو 140»140~" },
    { "زهاء 300 جهاز", NULL, "N«زهاء 300»300~" },
    { "قرابة 30 بلدا", NULL, "N«قرابة 30»30~" },
    { "ما يقارب ثلاثين بلدا", NULL, "N«ما يقارب ثلاثين»30~" },
    { "ما يقرب من 30 بلدا", NULL, "N«ما يقرب من 30»30~" },
    { "30 تقريبا", NULL, "N«30 تقريبا»30~" },
    { "أزيد من 40 خبيرا", NULL, "N«أزيد من 40»40+" },
    { "ما يفوق 200 شخص", NULL, "N«ما يفوق 200»200+" },
    { "ما يزيد على 200 شخص", NULL, "N«ما يزيد على 200»200+" },
    { "ما يزيد عن مئتي شخص", NULL, "N«ما يزيد عن مئتي»200+" },
    { "ما لا يقل عن 12 شخصا", NULL, "N«ما لا يقل عن 12»12+" },
    { "لا يقل عن 12 شخصا", NULL, "N«لا يقل عن 12»12+" },
    { "بما لا يقل عن نحو 12", NULL, "N«بما لا يقل عن نحو 12»12+~" },
    { "لا يتجاوز 90 شخصا", NULL, "N«لا يتجاوز 90»90~" },
    { "خمسة وثلاثة", NULL, "N«خمسة»5 N«ثلاثة»3" },
    { "40 على الأقل من", NULL, "N«40 على الأقل»40+" },
    { "أكثر من بلد", NULL, "" },
    { "نحو مئة خبير", NULL, "N«نحو مئة»100~" },
    { "ألف ومئتا مشارك", NULL, "N«ألف ومئتا»1200" },
    { "مئتا خبير", NULL, "N«مئتا»200" },
    { "عشرات الخبراء", NULL, "" },
    { "زهاء خمسين خبيرا", NULL, "N«زهاء خمسين»50~" },
    { "شارك ثلاثون ضابطة", NULL, "N«ثلاثون»30" },
    { "ما تقدمونه نحو الأمن لا يكفي", NULL, "" },
  };
  // A proclitic that is not split off stays in the words: only the split way.
  for (size_t i = 0; i < sizeof(cases) / sizeof(Case); ++i) {
    check_case(&cases[i], true);
  }
}

static void
ordinals(void)
{
  static const Case cases[] = {
    { "الاجتماع الرابع", NULL, "O«الرابع»4" },
    { "الدورة الأولى", NULL, "O«الأولى»1" },
    { "الندوة الثامنة", NULL, "O«الثامنة»8" },
    { "الاجتماع الحادي عشر", NULL, "O«الحادي عشر»11" },
    { "الدورة الثانية عشرة", NULL, "O«الثانية عشرة»12" },
    { "المؤتمر التاسع عشر", NULL, "O«التاسع عشر»19" },
    { "المؤتمر العشرين", NULL, "O«العشرين»20" },
    { "المؤتمر الأربعين لقادة", NULL, "O«الأربعين»40" },
    { "الاجتماع التاسع والثلاثين", NULL, "O«التاسع والثلاثين»39" },
    { "الدورة الحادية والثمانون", NULL, "O«الحادية والثمانون»81" },
    { "الدورة المئة للجمعية", NULL, "O«المئة»100" },
    { "الدورة المائة والخامسة", NULL, "O«المائة والخامسة»105" },
    { "الدورة الخامسة بعد المئة", NULL, "O«الخامسة بعد المئة»105" },
    { "الاجتماع الـ 39 لفريق", NULL, "O«الـ 39»39" },
    { "الاجتماع الـ39 لفريق", NULL, "O«الـ39»39" },
    { "الدورة ال81 للجمعية", NULL, "O«ال81»81" },
    { "الدورة ال(16) للجمعية", NULL, "O«ال(16)»16" },
    { "الدورة الـ (120) للجمعية", NULL, "O«الـ (120)»120" },
    { "رابع اجتماع", NULL, "O«رابع»4" },
    { "ثاني أكبر دولة", NULL, "O«ثاني»2" },
    { "أول سيدة", NULL, "O«أول»1" },
    { "مرة ثانية", NULL, "" },
    { "الملك محمد السادس", NULL, "" },
    { "الساعة العاشرة صباحا", NULL, "" },
    { "الساعة الثانية عشرة", NULL, "" },
    { "في العاشرة صباحا", NULL, "" },
    { "تشرين الأول الحار", NULL, "" },
    { "مبلغ الـ 200 مليون دولار",
      NULL,
      "M«الـ 200 مليون دولار»200000000 dollar" },
  };
  CHECK_CASES(cases);
}

static void
dates_with_year(void)
{
  static const Case cases[] = {
    { "20 ديسمبر، 2019", NULL, "D«20 ديسمبر، 2019»2019-12-20" },
    { "٢٠ ديسمبر، ٢٠١٩", NULL, "D«٢٠ ديسمبر، ٢٠١٩»2019-12-20" },
    { "21 أكتوبر 2011 - Media", NULL, "D«21 أكتوبر 2011»2011-10-21" },
    { "(10-12 كانون الأول/ديسمبر 2019)",
      NULL,
      "D«10-12 كانون الأول/ديسمبر 2019»2019-12-10/2019-12-12" },
    { "(9 - 6 آذار/مارس 2023)",
      NULL,
      "D«9 - 6 آذار/مارس 2023»2023-03-06/2023-03-09" },
    { "من 28 يناير إلى 2 فبراير 2020",
      NULL,
      "D«من 28 يناير إلى 2 فبراير 2020»2020-01-28/2020-02-02" },
    { "من 28 ديسمبر إلى 2 يناير 2020",
      NULL,
      "D«من 28 ديسمبر إلى 2 يناير 2020»2019-12-28/2020-01-02" },
    { "بين 30 تشرين الثاني/نوفمبر و2 كانون الأول/ديسمبر 2019",
      NULL,
      "D«بين 30 تشرين الثاني/نوفمبر و2 كانون الأول/ديسمبر "
      "2019»2019-11-30/2019-12-02" },
    { "28 يناير - 2 فبراير 2020",
      NULL,
      "D«28 يناير - 2 فبراير 2020»2020-01-28/2020-02-02" },
    { "يوم السبت 8 أكتوبر 2016 في",
      NULL,
      "D«يوم السبت 8 أكتوبر 2016»2016-10-08" },
    { "الثلاثاء (5 مارس 2019) في",
      NULL,
      "D«الثلاثاء (5 مارس 2019)»2019-03-05" },
    { "يوم الأحد الموافق 9 نوفمبر 2019 م",
      NULL,
      "D«يوم الأحد الموافق 9 نوفمبر 2019 م»2019-11-09" },
    { "الأول من كانون الأول/ديسمبر 2019",
      NULL,
      "D«الأول من كانون الأول/ديسمبر 2019»2019-12-01" },
    { "في الثامن والعشرين من فبراير 2020",
      NULL,
      "D«الثامن والعشرين من فبراير 2020»2020-02-28" },
    { "فاتح ماي 2015", NULL, "D«فاتح ماي 2015»2015-05-01" },
    { "كانون الأول (ديسمبر) 2019",
      NULL,
      "D«كانون الأول (ديسمبر) 2019»2019-12" },
    { "نوفمبر 2018", NULL, "D«نوفمبر 2018»2018-11" },
    { "منذ نوفمبر 2018 م مشروعا", NULL, "D«نوفمبر 2018 م»2018-11" },
    { "في غشت 2010.", NULL, "D«غشت 2010»2010-08" },
    { "الجماعية لأكتوبر 2015", NULL, "D«أكتوبر 2015»2015-10" },
    { "من مارس إلى يونيو 2019",
      NULL,
      "D«من مارس إلى يونيو 2019»2019-03/2019-06" },
    { "في شهر ماي 2019", NULL, "D«شهر ماي 2019»2019-05" },
    { "في ديسمبر من عام 2019", NULL, "D«ديسمبر من عام 2019»2019-12" },
    { "في عام 2014.", NULL, "D«عام 2014»2014" },
    { "الممتد من 2025 إلى 2028.", NULL, "D«من 2025 إلى 2028»2025/2028" },
    { "حتى نهاية 2024.", NULL, "D«2024»2024" },
    { "أنفق من 2000 شخص.", NULL, "N«2000»2000" },
    { "سنة 1975", NULL, "D«سنة 1975»1975" },
    { "للعام 2016", NULL, "D«للعام 2016»2016" },
    { "عامي 2018 و2019", NULL, "D«عامي 2018 و2019»2018/2019" },
    { "بين عامي 2010 و2015", NULL, "D«بين عامي 2010 و2015»2010/2015" },
    { "منذ عام 1957، تتصدر", NULL, "D«عام 1957»1957" },
    { "منذ 1957", NULL, "N«1957»1957" },
    { "31 فبراير 2019", NULL, "" },
    { "في 16-17 شباط/فبراير2022",
      NULL,
      "D«16-17 شباط/فبراير2022»2022-02-16/2022-02-17" },
    { "حركة 20 فبراير", "2019-01-01", "" },
    { "عام / ورشة عمل", NULL, "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(Case); ++i) {
    check_case(&cases[i], true);
  }
}

static void
dates_in_digits(void)
{
  static const Case cases[] = {
    { "2016/10/08", NULL, "D«2016/10/08»2016-10-08" },
    { "08/10/2016", NULL, "D«08/10/2016»2016-10-08" },
    { "8-10-2016", NULL, "D«8-10-2016»2016-10-08" },
    { "2016-10-08", NULL, "D«2016-10-08»2016-10-08" },
    { "8.10.2016", NULL, "D«8.10.2016»2016-10-08" },
    { "10/28/2016", NULL, "D«10/28/2016»2016-10-28" },
    { "8/10/16", NULL, "D«8/10/16»2016-10-08" },
    { "خلال الفترة 23 - 25 /5/2022 م.",
      NULL,
      "D«23 - 25 /5/2022 م»2022-05-23/2022-05-25" },
    { "23-25/5/2022", NULL, "D«23-25/5/2022»2022-05-23/2022-05-25" },
    { "من 23 إلى 25/5/2022",
      NULL,
      "D«من 23 إلى 25/5/2022»2022-05-23/2022-05-25" },
    { "23/5/2022 - 2/6/2022",
      NULL,
      "D«23/5/2022 - 2/6/2022»2022-05-23/2022-06-02" },
    { "(2022/5/25-23)", NULL, "D«2022/5/25-23»2022-05-23/2022-05-25" },
    { "14:27 ت م", NULL, "" },
    { "الساعة 10 صباحا", NULL, "" },
    { "الساعة 10:30", NULL, "" },
    { "موسم 2010/2011", NULL, "" },
    { "40/13/2016", NULL, "" },
  };
  CHECK_CASES(cases);
}

static void
dates_without_year(void)
{
  static const Case cases[] = {
    { "بين 18 و20 تشرين الأول/أكتوبر",
      "2011-10-21",
      "D«بين 18 و20 تشرين الأول/أكتوبر»2011-10-18/2011-10-20" },
    { "(4 – 3 شباط/فبراير)",
      "2020-02-12",
      "D«4 – 3 شباط/فبراير»2020-02-03/2020-02-04" },
    { "من 17 إلى 19 حزيران/يونيو",
      "2011-06-20",
      "D«من 17 إلى 19 حزيران/يونيو»2011-06-17/2011-06-19" },
    { "يومي 7 و8 ديسمبر",
      "2016-12-07",
      "D«يومي 7 و8 ديسمبر»2016-12-07/2016-12-08" },
    { "أيام 3 و4 و5 ماي",
      "2016-05-07",
      "D«أيام 3 و4 و5 ماي»2016-05-03/2016-05-05" },
    { "أيام 3، 4 و5 ماي",
      "2016-05-07",
      "D«أيام 3، 4 و5 ماي»2016-05-03/2016-05-05" },
    { "من 5 إلى 8 نونبر الجاري",
      "2012-11-09",
      "D«من 5 إلى 8 نونبر الجاري»2012-11-05/2012-11-08" },
    { "عقد في 5 أبريل 2019 واختتم في 3 مايو",
      NULL,
      "D«5 أبريل 2019»2019-04-05 D«3 مايو»2019-05-03" },
    { "عقد في 5 أبريل 2019 وفي 7 يونيو 2020 واختتم في 3 مايو",
      NULL,
      "D«5 أبريل 2019»2019-04-05 D«7 يونيو 2020»2020-06-07" },
    { "لسابع أكتوبر المقبل", "2016-09-21", "D«سابع أكتوبر المقبل»2016-10-07" },
    { "28 ديسمبر", "2020-01-05", "D«28 ديسمبر»2019-12-28" },
    { "3 يناير", "2019-12-20", "D«3 يناير»2020-01-03" },
    { "3 يناير الماضي", "2019-12-20", "D«3 يناير الماضي»2019-01-03" },
    { "5 ديسمبر المقبل", "2019-12-20", "D«5 ديسمبر المقبل»2020-12-05" },
    { "بين 1 و28 شباط/فبراير بتنسيق",
      "2023-03-09",
      "D«بين 1 و28 شباط/فبراير»2023-02-01/2023-02-28" },
    { "في أوت الماضي", "2016-12-07", "D«أوت الماضي»2016-08" },
    { "في جويلية", "2016-12-07", "D«جويلية»2016-07" },
    { "تشرين الثاني/نوفمبر من العام الماضي",
      "2019-05-07",
      "D«تشرين الثاني/نوفمبر من العام الماضي»2018-11" },
    { "12 من الشهر الجاري", "2019-05-07", "D«12 من الشهر الجاري»2019-05-12" },
    { "يوم 15 الجاري", "2019-05-20", "D«يوم 15 الجاري»2019-05-15" },
    { "الشهر المقبل", "2019-12-20", "D«الشهر المقبل»2020-01" },
    { "العام الماضي", "2019-12-20", "D«العام الماضي»2018" },
    { "الأمين العام الحالي", "2019-12-20", "" },
    { "7 ديسمبر", NULL, "" },
    { "مارس ضغوطا", "2019-12-20", "" },
    { "في الصيف الماضي", "2019-12-20", "" },
    { "1 الصيف 2009", "2019-12-20", "D«1 الصيف 2009»2009-06-01" },
    { "الأسبوع الأول من أكتوبر 2016", NULL, "O«الأول»1 D«أكتوبر 2016»2016-10" },
    { "من 10 إلى 15 بلدا", NULL, "N«10»10 N«15»15" },
    { "يومي الاثنين والثلاثاء 7 و8 ديسمبر",
      "2015-12-07",
      "D«يومي الاثنين والثلاثاء 7 و8 ديسمبر»2015-12-07/2015-12-08" },
    { "من 31 يناير حتى 2 فبراير",
      "2020-02-03",
      "D«من 31 يناير حتى 2 فبراير»2020-01-31/2020-02-02" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(Case); ++i) {
    check_case(&cases[i], true);
  }
}

static void
days_from_today(void)
{
  static const Case cases[] = {
    // 2016-10-12 was a Wednesday
    { "مساء الأربعاء بكلميم", "2016-10-13", "D«الأربعاء»2016-10-12?" },
    { "اليوم عن تقديره", "2016-12-07", "D«اليوم»2016-12-07?" },
    { "أمس الخميس، أول", "2012-11-09", "D«أمس الخميس»2012-11-08? O«أول»1" },
    { "أول أمس", "2016-10-12", "D«أول أمس»2016-10-10?" },
    { "أمس الأول", "2016-10-12", "D«أمس الأول»2016-10-10?" },
    { "غدا في الدوحة", "2016-12-31", "D«غدا»2017-01-01?" },
    { "يوم غد", "2016-12-31", "D«يوم غد»2017-01-01?" },
    { "بعد غد", "2016-12-31", "D«بعد غد»2017-01-02?" },
    { "إلى غاية الأمس", "2012-11-09", "D«الأمس»2012-11-08?" },
    { "السبت الماضي", "2016-10-12", "D«السبت الماضي»2016-10-08?" },
    { "الأربعاء الماضي", "2016-10-12", "D«الأربعاء الماضي»2016-10-05?" },
    { "الأربعاء المقبل", "2016-10-12", "D«الأربعاء المقبل»2016-10-19?" },
    { "يوم الأحد القادم", "2016-10-12", "D«يوم الأحد القادم»2016-10-16?" },
    { "يومي السبت والأحد الماضيين",
      "2016-10-12",
      "D«يومي السبت والأحد الماضيين»2016-10-08/2016-10-09?" },
    { "من الأحد إلى الخميس المقبلين",
      "2019-05-01",
      "D«من الأحد إلى الخميس المقبلين»2019-05-05/2019-05-09?" },
    { "غدا الخميس", "2019-06-19", "D«غدا الخميس»2019-06-20?" },
    { "سهرة غد الخميس", "2019-06-19", "D«غد الخميس»2019-06-20?" },
    { "مساء غد", "2019-06-19", "D«غد»2019-06-20?" },
    { "يوم غد الخميس", "2019-06-19", "D«يوم غد الخميس»2019-06-20?" },
    { "أمس الأربعاء", "2019-06-20", "D«أمس الأربعاء»2019-06-19?" },
    { "الاثنين القادم", "2019-06-19", "D«الاثنين القادم»2019-06-24?" },
    { "الاثنين الماضي", "2019-06-19", "D«الاثنين الماضي»2019-06-17?" },
    { "اليوم الأربعاء", "2016-10-12", "D«اليوم الأربعاء»2016-10-12?" },
    { "افتتح اليوم الأمين العام", "2016-10-12", "D«اليوم»2016-10-12?" },
    { "افتتح اليوم أول مؤتمر", "2016-10-12", "D«اليوم»2016-10-12? O«أول»1" },
    { "اليوم العالمي للأحياء البرية", "2016-03-03", "" },
    { "في اليوم الثاني", "2016-03-03", "O«الثاني»2" },
    { "حتى اليوم", "2016-03-03", "" },
    { "خالد الخميس", "2016-03-03", "" },
    { "أمس", NULL, "" },
    { "شباب الغد", "2016-03-03", "" },
  };
  CHECK_CASES(cases);
}

/// Days whose month or year another date has told.
static void
dates_told_back(void)
{
  static const Case cases[] = {
    { "عقدت اللجنة اجتماعها في 3 مايو 2019 ثم عادت في 14 منه إلى العمل",
      NULL,
      "D«3 مايو 2019»2019-05-03 D«14 منه»2019-05-14" },
    { "عقد في 3 مارس 2015 وعاد في الـ14 منه",
      NULL,
      "D«3 مارس 2015»2015-03-03 D«الـ14 منه»2015-03-14" },
    { "بدأت في 3 مايو 2019 وانتهت في السابع عشر منه",
      NULL,
      "D«3 مايو 2019»2019-05-03 D«السابع عشر منه»2019-05-17" },
    { "عقد يومي 3 و4 مارس 2015 وفي الفترة من 7 إلى 9 منه",
      NULL,
      "D«يومي 3 و4 مارس 2015»2015-03-03/2015-03-04 "
      "D«من 7 إلى 9 منه»2015-03-07/2015-03-09" },
    { "بدأت في 3 مايو 2019 وانتهت يوم 17 من الشهر نفسه",
      NULL,
      "D«3 مايو 2019»2019-05-03 D«يوم 17 من الشهر نفسه»2019-05-17" },
    { "بدأت في 3 مايو 2019 وانتهت يوم 17 من الشهر ذاته",
      NULL,
      "D«3 مايو 2019»2019-05-03 D«يوم 17 من الشهر ذاته»2019-05-17" },
    { "بدأت في 3 مايو 2019 وانتهت في 17 من نفس الشهر",
      NULL,
      "D«3 مايو 2019»2019-05-03 D«17 من نفس الشهر»2019-05-17" },
    { "ابتداء من 3 مايو وحتى 5 منه",
      "2019-05-20",
      "D«من 3 مايو وحتى 5 منه»2019-05-03/2019-05-05" },
    { "بين 3 مايو و5 منه",
      "2019-05-20",
      "D«بين 3 مايو و5 منه»2019-05-03/2019-05-05" },
    { "عقد في 14 مارس 2015 وانتهى في 3 أبريل من العام نفسه",
      "2019-05-01",
      "D«14 مارس 2015»2015-03-14 D«3 أبريل من العام نفسه»2015-04-03" },
    { "عقد في 14 مارس 2015 وانتهى في 3 أبريل من نفس العام",
      "2019-05-01",
      "D«14 مارس 2015»2015-03-14 D«3 أبريل من نفس العام»2015-04-03" },
    // Without a date to point back to there is none.
    { "في 14 مارس من العام نفسه", "2019-05-01", "" },
    { "في 3 من الشهر نفسه", "2019-05-01", "" },
    { "وفي 7 ديسمبر ثم في 14 منه", NULL, "N«14»14" },
    // Things are counted, or the day lies before.
    { "عقد في 14 مارس 2015 وتلف 16 منه",
      NULL,
      "D«14 مارس 2015»2015-03-14 N«16»16" },
    { "عقد في 14 مارس 2015 وفي 9 منه",
      NULL,
      "D«14 مارس 2015»2015-03-14 N«9»9" },
    { "في 3 مايو 2019 حضر 14 منهم", NULL, "D«3 مايو 2019»2019-05-03 N«14»14" },
    { "الأمين العام نفسه", "2019-05-01", "" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(Case); ++i) {
    check_case(&cases[i], true);
  }
}

/// Ranges and months as the Arab calendars and their papers word them.
static void
dates_in_many_wordings(void)
{
  static const Case cases[] = {
    { "من 21 إلى 23 مارس",
      "2019-06-20",
      "D«من 21 إلى 23 مارس»2019-03-21/2019-03-23" },
    { "بين 5 و7 أبريل 2019",
      NULL,
      "D«بين 5 و7 أبريل 2019»2019-04-05/2019-04-07" },
    { "ما بين 6 و10 أكتوبر",
      "2019-10-20",
      "D«بين 6 و10 أكتوبر»2019-10-06/2019-10-10" },
    { "يومي 24 و25 أيار/مايو",
      "2019-06-20",
      "D«يومي 24 و25 أيار/مايو»2019-05-24/2019-05-25" },
    { "6-10 أيار", "2019-06-20", "D«6-10 أيار»2019-05-06/2019-05-10" },
    { "في الفترة من 10 إلى 12 مايو 2023",
      NULL,
      "D«من 10 إلى 12 مايو 2023»2023-05-10/2023-05-12" },
    { "من 28 مارس إلى 2 أبريل",
      "2019-06-20",
      "D«من 28 مارس إلى 2 أبريل»2019-03-28/2019-04-02" },
    { "من 28 مارس ولغاية 2 أبريل 2019",
      NULL,
      "D«من 28 مارس ولغاية 2 أبريل 2019»2019-03-28/2019-04-02" },
    { "من الاثنين 3 إلى الخميس 6 يونيو 2019",
      NULL,
      "D«من الاثنين 3 إلى الخميس 6 يونيو 2019»2019-06-03/2019-06-06" },
    { "الاثنين 14 والثلاثاء 15 مارس 2015",
      NULL,
      "D«الاثنين 14 والثلاثاء 15 مارس 2015»2015-03-14/2015-03-15" },
    { "ما بين الثالث والسادس من مايو 2019",
      NULL,
      "D«بين الثالث والسادس من مايو 2019»2019-05-03/2019-05-06" },
    { "من 12 إلى 14 من الشهر الحالي",
      "2019-06-20",
      "D«من 12 إلى 14 من الشهر الحالي»2019-06-12/2019-06-14" },
    { "يوم 12 من الشهر المقبل",
      "2019-06-20",
      "D«يوم 12 من الشهر المقبل»2019-07-12" },
    { "يوم 12 من الشهر الماضي",
      "2019-06-20",
      "D«يوم 12 من الشهر الماضي»2019-05-12" },
    { "في 12 من هذا الشهر", "2019-06-20", "D«12 من هذا الشهر»2019-06-12" },
    { "السابع عشر من شباط/فبراير 2024",
      NULL,
      "D«السابع عشر من شباط/فبراير 2024»2024-02-17" },
    { "5 شتنبر 2018", NULL, "D«5 شتنبر 2018»2018-09-05" },
    { "5 غشت 2018", NULL, "D«5 غشت 2018»2018-08-05" },
    { "5 دجنبر 2018", NULL, "D«5 دجنبر 2018»2018-12-05" },
    { "5 نونبر 2018", NULL, "D«5 نونبر 2018»2018-11-05" },
    { "5 يوليوز 2018", NULL, "D«5 يوليوز 2018»2018-07-05" },
    { "5 ففري 2018", NULL, "D«5 ففري 2018»2018-02-05" },
    { "5 جانفي 2018", NULL, "D«5 جانفي 2018»2018-01-05" },
    { "5 جوان 2018", NULL, "D«5 جوان 2018»2018-06-05" },
    { "5 أوت 2018", NULL, "D«5 أوت 2018»2018-08-05" },
    { "مطلع مارس 2018", NULL, "D«مارس 2018»2018-03" },
    { "أواخر مارس 2018", NULL, "D«مارس 2018»2018-03" },
    { "العام المقبل", "2019-06-19", "D«العام المقبل»2020" },
    { "العام الماضي", NULL, "" },
    { "في 3 مايو 2019 وفي 2 من الشهر الجاري",
      NULL,
      "D«3 مايو 2019»2019-05-03" },
    { "من 2 من الشهر الماضي إلى 3 مايو 2019 وفي الفاتح من الشهر المقبل",
      NULL,
      "" },
    { "عقد في 20 ديسمبر 2019 ويعقد في 5 يناير",
      NULL,
      "D«20 ديسمبر 2019»2019-12-20" },
    { "عقد في 20 ديسمبر 2019 بعد يوم 5 مايو الماضي",
      NULL,
      "D«20 ديسمبر 2019»2019-12-20" },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(Case); ++i) {
    check_case(&cases[i], true);
  }
}

static void
hijri_dates(void)
{
  static const Case cases[] = {
    { "القاهرة 28 ذو القعدة 1432 هـ الموافق 26 أكتوبر 2011 م واس",
      NULL,
      "D«28 ذو القعدة 1432 هـ الموافق 26 أكتوبر 2011 م»2011-10-26" },
    { "12 ربيع الأول 1441 هـ الموافق 9 نوفمبر 2019 م",
      NULL,
      "D«12 ربيع الأول 1441 هـ الموافق 9 نوفمبر 2019 م»2019-11-09" },
    { "12 ربيع الأول 1441 هـ", NULL, "D«12 ربيع الأول 1441 هـ»2019-11-09" },
    { "1 محرم 1440", NULL, "D«1 محرم 1440»2018-09-11" },
    { "12/3/1441هـ", NULL, "D«12/3/1441هـ»2019-11-09" },
    { "9 نوفمبر 2019 م الموافق 12 ربيع الأول 1441 هـ",
      NULL,
      "D«9 نوفمبر 2019 م الموافق 12 ربيع الأول 1441 هـ»2019-11-09" },
    { "عام 1441 هـ", NULL, "" },
    { "في رمضان", "2019-05-07", "" },
    { "في رمضان 2019", "2019-05-07", "" },
  };
  CHECK_CASES(cases);
}

static void
durations(void)
{
  static const Case cases[] = {
    { "استغرق ثلاثة أيام (10-12 كانون الأول/ديسمبر 2019)",
      NULL,
      "T«ثلاثة أيام»P3D "
      "D«10-12 كانون الأول/ديسمبر 2019»2019-12-10/2019-12-12" },
    { "على مدى يومين", NULL, "T«يومين»P2D" },
    { "لمدة أسبوع", NULL, "T«أسبوع»P7D" },
    { "خمسة أيام", NULL, "T«خمسة أيام»P5D" },
    { "أسبوعين", NULL, "T«أسبوعين»P14D" },
    { "3 أشهر", NULL, "T«3 أشهر»P3M" },
    { "سنتين", NULL, "T«سنتين»P2Y" },
    { "أربع سنوات", NULL, "T«أربع سنوات»P4Y" },
    { "يوما واحدا", NULL, "T«يوما واحدا»P1D" },
    { "ساعتين", NULL, "T«ساعتين»PT2H" },
    { "48 ساعة", NULL, "T«48 ساعة»PT48H" },
    { "90 دقيقة", NULL, "T«90 دقيقة»PT90M" },
    { "30 ثانية", NULL, "T«30 ثانية»PT30S" },
    { "بين 14 و17 عاما", NULL, "N«14»14 T«17 عاما»P17Y" },
    { "أكثر من ثلاثة أيام", NULL, "T«أكثر من ثلاثة أيام»P3D+" },
    { "الأيام الثلاثة الماضية", NULL, "T«الأيام الثلاثة»P3D" },
    { "الساعات الـ24 الماضية", NULL, "T«الساعات الـ24»PT24H" },
    { "40 بلدا عام 2010", NULL, "N«40»40 D«عام 2010»2010" },
    { "أسبوع كامل", NULL, "" },
    { "استغرقت الدورة أسبوعا", NULL, "T«أسبوعا»P7D" },
    { "أسبوعا كاملا", NULL, "T«أسبوعا كاملا»P7D" },
    { "استمرت شهرا", NULL, "T«شهرا»P1M" },
    { "لمدة يوم واحد", NULL, "T«يوم واحد»P1D" },
    { "سنة واحدة", NULL, "T«سنة واحدة»P1Y" },
    { "عامين", NULL, "T«عامين»P2Y" },
    { "نصف يوم", NULL, "" },
    { "أسبوعا ونصف", NULL, "" },
    { "أسبوعا بعد أسبوع", NULL, "" },
    { "ستة أشهر وأسبوعا", NULL, "T«ستة أشهر»P6M" },
    { "قضاها ثلاثة أشهر ونصف", NULL, "T«ثلاثة أشهر»P3M" },
  };
  CHECK_CASES(cases);
}

static void
money(void)
{
  static const Case cases[] = {
    { "قيمتها 376 مليون درهم، يسهم",
      NULL,
      "M«376 مليون درهم»376000000 dirham" },
    { "32 مليون درهم مغربي", NULL, "M«32 مليون درهم مغربي»32000000 MAD" },
    { "2,5 مليون يورو", NULL, "M«2,5 مليون يورو»2500000 EUR" },
    { "مليوني دولار أمريكي", NULL, "M«مليوني دولار أمريكي»2000000 USD" },
    { "بلغ 12.75 يورو", NULL, "M«12.75 يورو»12.75 EUR" },
    { "1,234.50 يورو", NULL, "M«1,234.50 يورو»1234.5 EUR" },
    { "5 ملايين من الدولارات", NULL, "M«5 ملايين من الدولارات»5000000 dollar" },
    { "أوقف 40 أفغاني في", NULL, "N«40»40" },
    { "$ 500", NULL, "M«$ 500»500 USD" },
    { "500€", NULL, "M«500€»500 EUR" },
    { "£2.5 مليون", NULL, "M«£2.5 مليون»2500000 GBP" },
    { "أكثر من 10 آلاف دولار", NULL, "M«أكثر من 10 آلاف دولار»10000 dollar+" },
    { "نحو 1,1 مليار دولار", NULL, "M«نحو 1,1 مليار دولار»1100000000 dollar~" },
    { "مليار ونصف مليار دولار",
      NULL,
      "M«مليار ونصف مليار دولار»1500000000 dollar" },
  };
  CHECK_CASES(cases);
}

static void
terms_are_sorted(void)
{
  IsnTermIndex index;
  isn_term_index_init(&index);
  for (size_t i = 0; i < isn_n_terms; ++i) {
    CHECK(i == 0 ||
          strcmp(isn_terms[i - 1].form.data, isn_terms[i].form.data) < 0);
    CHECK(isn_term_find(&index, isn_terms[i].form) == &isn_terms[i]);
  }
  CHECK(!isn_term_find(&index, ISN_STR("الإنتربول")));
  CHECK(!isn_term_find(&index, ISN_STR("")));
  CHECK(!isn_term_find(&index, ISN_STR("x")));
}

static void
days_and_numbers_are_inverse(void)
{
  for (int64_t n = -200000; n < 200000; n += 7) {
    const IsnDay day = isn_day_from_number(n);
    CHECK(isn_day_is_valid(day));
    CHECK_EQ(isn_day_to_number(day), n);
  }
  CHECK_EQ(isn_day_weekday((IsnDay){ 2016, 10, 8 }), 7);
  IsnDay day;
  CHECK(!isn_day_parse(ISN_STR("2019-02-29"), &day));
  CHECK(isn_day_parse(ISN_STR("2020-02-29T10:00:00Z"), &day));
  CHECK(!isn_hijri_to_gregorian((IsnDay){ 1441, 13, 1 }, &day));
}

int
main(void)
{
  RUN(terms_are_sorted);
  RUN(days_and_numbers_are_inverse);
  RUN(numbers_in_digits);
  RUN(numbers_in_words);
  RUN(numbers_mixed_and_modified);
  RUN(ordinals);
  RUN(dates_with_year);
  RUN(dates_in_digits);
  RUN(dates_without_year);
  RUN(days_from_today);
  RUN(dates_told_back);
  RUN(dates_in_many_wordings);
  RUN(hijri_dates);
  RUN(durations);
  RUN(money);
  return check_end();
}
