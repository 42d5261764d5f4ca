// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/values/terms.h"

#define UNIT ISN_TERM_UNIT
#define TAIL ISN_TERM_TAIL
#define TENS ISN_TERM_TENS
#define HUNDRED ISN_TERM_HUNDRED
#define SCALE ISN_TERM_SCALE
#define FRACTION ISN_TERM_FRACTION
#define ORDINAL ISN_TERM_ORDINAL
#define WEEKDAY ISN_TERM_WEEKDAY
#define RELDAY ISN_TERM_RELDAY
#define DAY ISN_TERM_DAY
#define DAYS ISN_TERM_DAYS
#define MONTH ISN_TERM_MONTH
#define YEAR ISN_TERM_YEAR
#define RELATIVE ISN_TERM_RELATIVE
#define TIME ISN_TERM_TIME
#define LASTING ISN_TERM_LASTING
#define TO ISN_TERM_TO
#define FROM ISN_TERM_FROM
#define BETWEEN ISN_TERM_BETWEEN
#define MATCHING ISN_TERM_MATCHING
#define THIS ISN_TERM_THIS
#define IN ISN_TERM_IN
#define ERA ISN_TERM_ERA
#define CLOCK ISN_TERM_CLOCK
#define MODIFIER ISN_TERM_MODIFIER
#define PREP ISN_TERM_PREP
#define ALMOST ISN_TERM_ALMOST
#define NOTDAY ISN_TERM_NOTDAY
#define OF_IT ISN_TERM_OF_IT
#define WHOLE ISN_TERM_WHOLE
#define AHEAD ISN_TERM_AHEAD

#define T(form, roles, value, unit, shape)                                     \
  { { (form), sizeof(form) - 1 }, (roles), (value), (unit), (shape) },

// In the order of bytes, which the unit test checks. Folded as the normal form
// is: «مئة» stands as «ميه», «الأولى» as «اولي».
// clang-format off
const IsnTerm isn_terms[] = {
  T("اثنا", UNIT, 2, 0, 'c')
  T("اثنان", UNIT, 2, 0, 0)
  T("اثنتا", UNIT, 2, 0, 'c')
  T("اثنتان", UNIT, 2, 0, 0)
  T("اثنتي", UNIT, 2, 0, 'c')
  T("اثنتين", UNIT, 2, 0, 0)
  T("اثني", UNIT, 2, 0, 'c')
  T("اثنين", UNIT | WEEKDAY, 2, 0, 0)
  T("احد", UNIT | WEEKDAY, 1, 0, 'c')
  T("احدي", UNIT, 1, 0, 'c')
  T("اخير", NOTDAY, 0, 0, 0)
  T("اربع", UNIT, 4, 0, 0)
  T("اربعاء", WEEKDAY, 4, 0, 0)
  T("اربعمايه", HUNDRED, 400, 0, 0)
  T("اربعميه", HUNDRED, 400, 0, 0)
  T("اربعه", UNIT, 4, 0, 0)
  T("اربعون", TENS, 40, 0, 0)
  T("اربعين", TENS, 40, 0, 0)
  T("ازيد", MODIFIER, ISN_MODIFIER_MORE, 0, 0)
  T("اسابيع", TIME, 0, 'W', 'p')
  T("اسبوع", TIME, 0, 'W', 's')
  T("اسبوعا", TIME, 0, 'W', 'a')
  T("اسبوعان", TIME, 0, 'W', 'd')
  T("اسبوعين", TIME, 0, 'W', 'd')
  T("اشهر", TIME, 0, 'M', 'p')
  T("اعلامي", NOTDAY, 0, 0, 0)
  T("اعوام", TIME, 0, 'Y', 'p')
  T("افتتاحي", NOTDAY, 0, 0, 0)
  T("افريقي", NOTDAY, 0, 0, 0)
  T("اقل", MODIFIER, ISN_MODIFIER_LESS, 0, 0)
  T("اقليمي", NOTDAY, 0, 0, 0)
  T("اكثر", MODIFIER, ISN_MODIFIER_MORE, 0, 0)
  T("الاف", SCALE, 1000, 0, 'p')
  T("الف", SCALE, 1000, 0, 's')
  T("الفا", SCALE, 1000, 0, 'a')
  T("الفان", SCALE, 2000, 0, 'd')
  T("الفي", SCALE, 2000, 0, 'd')
  T("الفين", SCALE, 2000, 0, 'd')
  T("الي", TO, 0, 0, 0)
  T("امس", RELDAY, -1, 0, 0)
  T("اوائل", IN, 0, 0, 0)
  T("اواخر", IN, 0, 0, 0)
  T("اواسط", IN, 0, 0, 0)
  T("اوايل", IN, 0, 0, 0)
  T("اوروبي", NOTDAY, 0, 0, 0)
  T("اول", ORDINAL, 1, 0, 0)
  T("اولي", ORDINAL, 1, 0, 0)
  T("ايام", DAYS | TIME, 0, 'D', 'p')
  T("بارحه", RELDAY, -1, 0, 0)
  T("بدايه", IN, 0, 0, 0)
  T("بعد", IN, 2, 0, 0)
  T("بلايين", SCALE, 1000000000, 0, 'p')
  T("بليون", SCALE, 1000000000, 0, 's')
  T("بليونا", SCALE, 1000000000, 0, 'a')
  T("بليونان", SCALE, 2000000000, 0, 'd')
  T("بليوني", SCALE, 2000000000, 0, 'd')
  T("بليونين", SCALE, 2000000000, 0, 'd')
  T("بما", MODIFIER, ISN_MODIFIER_WHAT, 0, 0)
  T("بين", BETWEEN, 0, 0, 0)
  T("تاسع", ORDINAL, 9, 0, 0)
  T("تاسعه", ORDINAL, 9, 0, 0)
  T("تالي", NOTDAY, 0, 0, 0)
  T("تبدا", AHEAD, 0, 0, 0)
  T("تتجاوز", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تتعدي", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تتواصل", AHEAD, 0, 0, 0)
  T("تجاوز", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تحتضن", AHEAD, 0, 0, 0)
  T("تحسيسي", NOTDAY, 0, 0, 0)
  T("تختتم", AHEAD, 0, 0, 0)
  T("تدوم", AHEAD, 0, 0, 0)
  T("تربو", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("ترليون", SCALE, INT64_C(1000000000000), 0, 's')
  T("ترليونا", SCALE, INT64_C(1000000000000), 0, 'a')
  T("ترليونان", SCALE, INT64_C(2000000000000), 0, 'd')
  T("ترليوني", SCALE, INT64_C(2000000000000), 0, 'd')
  T("ترليونين", SCALE, INT64_C(2000000000000), 0, 'd')
  T("تريليون", SCALE, INT64_C(1000000000000), 0, 's')
  T("تريليونا", SCALE, INT64_C(1000000000000), 0, 'a')
  T("تريليونات", SCALE, INT64_C(1000000000000), 0, 'p')
  T("تريليونان", SCALE, INT64_C(2000000000000), 0, 'd')
  T("تريليوني", SCALE, INT64_C(2000000000000), 0, 'd')
  T("تريليونين", SCALE, INT64_C(2000000000000), 0, 'd')
  T("تزيد", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تستضيف", AHEAD, 0, 0, 0)
  T("تستكمل", AHEAD, 0, 0, 0)
  T("تستمر", AHEAD, 0, 0, 0)
  T("تسع", UNIT, 9, 0, 0)
  T("تسعمايه", HUNDRED, 900, 0, 0)
  T("تسعميه", HUNDRED, 900, 0, 0)
  T("تسعه", UNIT, 9, 0, 0)
  T("تسعون", TENS, 90, 0, 0)
  T("تسعين", TENS, 90, 0, 0)
  T("تعقد", AHEAD, 0, 0, 0)
  T("تفتتح", AHEAD, 0, 0, 0)
  T("تفوق", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تقارب", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("تقريبا", ALMOST, 0, 0, 0)
  T("تقل", MODIFIER, ISN_MODIFIER_UNDER, 0, 0)
  T("تلتيم", AHEAD, 0, 0, 0)
  T("تلك", THIS, 0, 0, 0)
  T("تمتد", AHEAD, 0, 0, 0)
  T("تناهز", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("تنتهي", AHEAD, 0, 0, 0)
  T("تنطلق", AHEAD, 0, 0, 0)
  T("تنظم", AHEAD, 0, 0, 0)
  T("تنعقد", AHEAD, 0, 0, 0)
  T("تنيف", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("تواصلي", NOTDAY, 0, 0, 0)
  T("ثالث", ORDINAL, 3, 0, 0)
  T("ثالثه", ORDINAL, 3, 0, 0)
  T("ثامن", ORDINAL, 8, 0, 0)
  T("ثامنه", ORDINAL, 8, 0, 0)
  T("ثان", ORDINAL, 2, 0, 0)
  T("ثاني", ORDINAL, 2, 0, 0)
  T("ثانيتان", TIME, 0, 'S', 'd')
  T("ثانيتين", TIME, 0, 'S', 'd')
  T("ثانيه", ORDINAL | TIME, 2, 'S', 's')
  T("ثلاث", UNIT, 3, 0, 0)
  T("ثلاثا", UNIT, 3, 0, 0)
  T("ثلاثاء", WEEKDAY, 3, 0, 0)
  T("ثلاثمايه", HUNDRED, 300, 0, 0)
  T("ثلاثميه", HUNDRED, 300, 0, 0)
  T("ثلاثه", UNIT, 3, 0, 0)
  T("ثلاثون", TENS, 30, 0, 0)
  T("ثلاثين", TENS, 30, 0, 0)
  T("ثمان", UNIT, 8, 0, 0)
  T("ثمانمايه", HUNDRED, 800, 0, 0)
  T("ثمانميه", HUNDRED, 800, 0, 0)
  T("ثمانون", TENS, 80, 0, 0)
  T("ثماني", UNIT, 8, 0, 0)
  T("ثمانيا", UNIT, 8, 0, 0)
  T("ثمانيمايه", HUNDRED, 800, 0, 0)
  T("ثمانيميه", HUNDRED, 800, 0, 0)
  T("ثمانين", TENS, 80, 0, 0)
  T("ثمانيه", UNIT, 8, 0, 0)
  T("ثوان", TIME, 0, 'S', 'p')
  T("ثواني", TIME, 0, 'S', 'p')
  T("جار", RELATIVE, 0, 0, 0)
  T("جاري", RELATIVE, 0, 0, 0)
  T("جاريه", RELATIVE, 0, 0, 0)
  T("جاريين", RELATIVE, 0, 0, 0)
  T("جمعه", WEEKDAY, 6, 0, 0)
  T("حادي", ORDINAL, 1, 0, 'c')
  T("حاديه", ORDINAL, 1, 0, 'c')
  T("حالي", RELATIVE, 0, 0, 0)
  T("حاليه", RELATIVE, 0, 0, 0)
  T("حاليين", RELATIVE, 0, 0, 0)
  T("حتي", TO, 0, 0, 0)
  T("حوالي", MODIFIER, ISN_MODIFIER_NEARLY, 0, 0)
  T("خامس", ORDINAL, 5, 0, 0)
  T("خامسه", ORDINAL, 5, 0, 0)
  T("ختامي", NOTDAY, 0, 0, 0)
  T("خلال", IN, 0, 0, 0)
  T("خمس", UNIT, 5, 0, 0)
  T("خمسمايه", HUNDRED, 500, 0, 0)
  T("خمسميه", HUNDRED, 500, 0, 0)
  T("خمسه", UNIT, 5, 0, 0)
  T("خمسون", TENS, 50, 0, 0)
  T("خمسين", TENS, 50, 0, 0)
  T("خميس", WEEKDAY, 5, 0, 0)
  T("دراسي", NOTDAY, 0, 0, 0)
  T("دقايق", TIME, 0, 'N', 'p')
  T("دقيقتان", TIME, 0, 'N', 'd')
  T("دقيقتين", TIME, 0, 'N', 'd')
  T("دقيقه", TIME, 0, 'N', 's')
  T("دولي", NOTDAY, 0, 0, 0)
  T("ذات", THIS, 0, 0, 0)
  T("ذاته", NOTDAY, 0, 0, 's')
  T("ذاتها", NOTDAY, 0, 0, 's')
  T("ذلك", THIS, 0, 0, 0)
  T("رابع", ORDINAL, 4, 0, 0)
  T("رابعه", ORDINAL, 4, 0, 0)
  T("ربع", FRACTION, 25, 0, 0)
  T("زهاء", MODIFIER, ISN_MODIFIER_NEARLY, 0, 0)
  T("سابع", ORDINAL, 7, 0, 0)
  T("سابعه", ORDINAL, 7, 0, 0)
  T("سابق", NOTDAY, 0, 0, 0)
  T("سادس", ORDINAL, 6, 0, 0)
  T("سادسه", ORDINAL, 6, 0, 0)
  T("ساعات", TIME, 0, 'H', 'p')
  T("ساعتان", TIME, 0, 'H', 'd')
  T("ساعتين", TIME, 0, 'H', 'd')
  T("ساعه", TIME, 0, 'H', 's')
  T("سبت", WEEKDAY, 7, 0, 0)
  T("سبع", UNIT, 7, 0, 0)
  T("سبعمايه", HUNDRED, 700, 0, 0)
  T("سبعميه", HUNDRED, 700, 0, 0)
  T("سبعه", UNIT, 7, 0, 0)
  T("سبعون", TENS, 70, 0, 0)
  T("سبعين", TENS, 70, 0, 0)
  T("ست", UNIT, 6, 0, 0)
  T("ستمايه", HUNDRED, 600, 0, 0)
  T("ستميه", HUNDRED, 600, 0, 0)
  T("سته", UNIT, 6, 0, 0)
  T("ستون", TENS, 60, 0, 0)
  T("ستين", TENS, 60, 0, 0)
  T("سنتان", TIME, 0, 'Y', 'd')
  T("سنتي", YEAR, 0, 0, 'd')
  T("سنتين", TIME, 0, 'Y', 'd')
  T("سنه", YEAR | TIME, 0, 'Y', 's')
  T("سنوات", TIME, 0, 'Y', 'p')
  T("سنين", TIME, 0, 'Y', 'p')
  T("شهر", MONTH | TIME, 0, 'M', 's')
  T("شهرا", TIME, 0, 'M', 'a')
  T("شهران", TIME, 0, 'M', 'd')
  T("شهري", MONTH, 0, 0, 'd')
  T("شهرين", TIME, 0, 'M', 'd')
  T("شهور", TIME, 0, 'M', 'p')
  T("صباحا", CLOCK, 0, 0, 0)
  T("طوال", LASTING, 0, 0, 0)
  T("طيله", LASTING, 0, 0, 0)
  T("ظهرا", CLOCK, 0, 0, 0)
  T("عاشر", ORDINAL, 10, 0, 0)
  T("عاشره", ORDINAL, 10, 0, 0)
  T("عالمي", NOTDAY, 0, 0, 0)
  T("عام", YEAR | TIME, 0, 'Y', 's')
  T("عاما", TIME, 0, 'Y', 's')
  T("عامان", TIME, 0, 'Y', 'd')
  T("عامي", YEAR, 0, 0, 'd')
  T("عامين", TIME, 0, 'Y', 'd')
  T("عربي", NOTDAY, 0, 0, 0)
  T("عشر", UNIT | TAIL, 10, 0, 0)
  T("عشره", UNIT | TAIL, 10, 0, 0)
  T("عشرون", TENS, 20, 0, 0)
  T("عشرين", TENS, 20, 0, 0)
  T("عصرا", CLOCK, 0, 0, 0)
  T("علي", PREP, 0, 0, 0)
  T("عن", PREP, 0, 0, 0)
  T("عينه", NOTDAY, 0, 0, 's')
  T("غايه", TO, 0, 0, 0)
  T("غد", RELDAY, 1, 0, 'c')
  T("غدا", RELDAY, 1, 0, 0)
  T("غضون", IN, 0, 0, 0)
  T("فاتح", ORDINAL, 1, 0, 'm')
  T("فاق", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("فايت", RELATIVE, -1, 0, 0)
  T("فايته", RELATIVE, -1, 0, 0)
  T("في", IN, 0, 0, 0)
  T("قادم", RELATIVE, 1, 0, 0)
  T("قادمان", RELATIVE, 1, 0, 0)
  T("قادمه", RELATIVE, 1, 0, 0)
  T("قادمين", RELATIVE, 1, 0, 0)
  T("قارب", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("قبل", IN, 0, 0, 0)
  T("قرابه", MODIFIER, ISN_MODIFIER_NEARLY, 0, 0)
  T("قومي", NOTDAY, 0, 0, 0)
  T("كاملا", WHOLE, 0, 0, 'a')
  T("لا", MODIFIER, ISN_MODIFIER_NOT, 0, 0)
  T("لغايه", TO, 0, 0, 0)
  T("لم", MODIFIER, ISN_MODIFIER_NOT, 0, 0)
  T("ليلا", CLOCK, 0, 0, 0)
  T("م", ERA, 0, 0, 0)
  T("ما", MODIFIER, ISN_MODIFIER_WHAT, 0, 0)
  T("ماضي", RELATIVE, -1, 0, 0)
  T("ماضيان", RELATIVE, -1, 0, 0)
  T("ماضيه", RELATIVE, -1, 0, 0)
  T("ماضيين", RELATIVE, -1, 0, 0)
  T("مايتا", HUNDRED, 200, 0, 0)
  T("مايتان", HUNDRED, 200, 0, 0)
  T("مايتي", HUNDRED, 200, 0, 0)
  T("مايتين", HUNDRED, 200, 0, 0)
  T("مايه", HUNDRED, 100, 0, 0)
  T("مدار", LASTING, 0, 0, 0)
  T("مده", LASTING, 0, 0, 0)
  T("مدي", LASTING, 0, 0, 0)
  T("مساء", CLOCK, 0, 0, 0)
  T("مصادف", MATCHING, 0, 0, 0)
  T("مطلع", IN, 0, 0, 0)
  T("مغاربي", NOTDAY, 0, 0, 0)
  T("مفتوح", NOTDAY, 0, 0, 0)
  T("مقبل", RELATIVE, 1, 0, 0)
  T("مقبلان", RELATIVE, 1, 0, 0)
  T("مقبله", RELATIVE, 1, 0, 0)
  T("مقبلين", RELATIVE, 1, 0, 0)
  T("ملايين", SCALE, 1000000, 0, 'p')
  T("مليار", SCALE, 1000000000, 0, 's')
  T("مليارا", SCALE, 1000000000, 0, 'a')
  T("مليارات", SCALE, 1000000000, 0, 'p')
  T("ملياران", SCALE, 2000000000, 0, 'd')
  T("ملياري", SCALE, 2000000000, 0, 'd')
  T("مليارين", SCALE, 2000000000, 0, 'd')
  T("مليون", SCALE, 1000000, 0, 's')
  T("مليونا", SCALE, 1000000, 0, 'a')
  T("مليونان", SCALE, 2000000, 0, 'd')
  T("مليوني", SCALE, 2000000, 0, 'd')
  T("مليونين", SCALE, 2000000, 0, 'd')
  T("مما", MODIFIER, ISN_MODIFIER_WHAT, 0, 0)
  T("من", FROM | PREP, 0, 0, 0)
  T("منتصف", IN, 0, 0, 0)
  T("منذ", IN, 0, 0, 0)
  T("منصرم", RELATIVE, -1, 0, 0)
  T("منصرمه", RELATIVE, -1, 0, 0)
  T("منصرمين", RELATIVE, -1, 0, 0)
  T("منه", OF_IT, 0, 0, 0)
  T("موافق", MATCHING, 0, 0, 0)
  T("موافقه", MATCHING, 0, 0, 0)
  T("موافقين", MATCHING, 0, 0, 0)
  T("موالي", NOTDAY, 0, 0, 0)
  T("ميتا", HUNDRED, 200, 0, 0)
  T("ميتان", HUNDRED, 200, 0, 0)
  T("ميتي", HUNDRED, 200, 0, 0)
  T("ميتين", HUNDRED, 200, 0, 0)
  T("ميلادي", ERA, 0, 0, 0)
  T("ميلاديه", ERA, 0, 0, 0)
  T("ميه", HUNDRED, 100, 0, 0)
  T("ناهز", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("نحو", MODIFIER, ISN_MODIFIER_NEARLY, 0, 0)
  T("نصف", FRACTION, 50, 0, 0)
  T("نفس", THIS, 0, 0, 0)
  T("نفسه", NOTDAY, 0, 0, 's')
  T("نفسها", NOTDAY, 0, 0, 's')
  T("نهايه", IN, 0, 0, 0)
  T("ه", ERA, 1, 0, 0)
  T("هجري", ERA, 1, 0, 0)
  T("هجريه", ERA, 1, 0, 0)
  T("هذا", THIS, 1, 0, 0)
  T("هذه", THIS, 1, 0, 0)
  T("واحد", UNIT, 1, 0, 0)
  T("واحدا", UNIT, 1, 0, 0)
  T("واحده", UNIT, 1, 0, 0)
  T("وطني", NOTDAY, 0, 0, 0)
  T("يبدا", AHEAD, 0, 0, 0)
  T("يتجاوز", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يتعدي", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يتواصل", AHEAD, 0, 0, 0)
  T("يحتضن", AHEAD, 0, 0, 0)
  T("يختتم", AHEAD, 0, 0, 0)
  T("يدوم", AHEAD, 0, 0, 0)
  T("يربو", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يزيد", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يستضيف", AHEAD, 0, 0, 0)
  T("يستكمل", AHEAD, 0, 0, 0)
  T("يستمر", AHEAD, 0, 0, 0)
  T("يعقد", AHEAD, 0, 0, 0)
  T("يفتتح", AHEAD, 0, 0, 0)
  T("يفوق", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يقارب", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("يقرب", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("يقل", MODIFIER, ISN_MODIFIER_UNDER, 0, 0)
  T("يلتيم", AHEAD, 0, 0, 0)
  T("يمتد", AHEAD, 0, 0, 0)
  T("يناهز", MODIFIER, ISN_MODIFIER_CLOSE, 0, 0)
  T("ينتهي", AHEAD, 0, 0, 0)
  T("ينطلق", AHEAD, 0, 0, 0)
  T("ينظم", AHEAD, 0, 0, 0)
  T("ينعقد", AHEAD, 0, 0, 0)
  T("ينيف", MODIFIER, ISN_MODIFIER_OVER, 0, 0)
  T("يوم", DAY | TIME, 0, 'D', 's')
  T("يوما", TIME, 0, 'D', 's')
  T("يومان", TIME, 0, 'D', 'd')
  T("يومي", DAYS, 0, 0, 'd')
  T("يومين", TIME, 0, 'D', 'd')
};
// clang-format on

const size_t isn_n_terms = sizeof(isn_terms) / sizeof(isn_terms[0]);

/// A number for an Arabic letter (U+0600 to U+067F), or N for all else.
static size_t
letter_of(const IsnStr form)
{
  if (form.n_bytes < 2) {
    return ISN_N_TERM_LETTERS;
  }
  const unsigned lead = (unsigned char)form.data[0];
  const unsigned trail = (unsigned char)form.data[1];
  return (lead == 0xD8 || lead == 0xD9)
           ? (size_t)(((lead & 1u) << 6) | (trail & 0x3Fu))
           : ISN_N_TERM_LETTERS;
}

static uint32_t
length_bit(const size_t n_bytes)
{
  return n_bytes / 2 < 32 ? UINT32_C(1) << (n_bytes / 2) : 0;
}

static uint64_t
last_bit(const IsnStr form)
{
  return UINT64_C(1) << ((unsigned char)form.data[form.n_bytes - 1] & 0x3Fu);
}

void
isn_term_index_init(IsnTermIndex* const index)
{
  memset(index, 0, sizeof(*index));
  size_t letter = 0;
  for (size_t i = 0; i < isn_n_terms; ++i) {
    const size_t next = letter_of(isn_terms[i].form);
    for (; letter < next; ++letter) {
      index->begin[letter + 1] = (uint16_t)i;
    }
    index->lengths[letter] |= length_bit(isn_terms[i].form.n_bytes);
    index->lasts[letter] |= last_bit(isn_terms[i].form);
  }
  for (; letter < ISN_N_TERM_LETTERS; ++letter) {
    index->begin[letter + 1] = (uint16_t)isn_n_terms;
  }
}

static int
compare(const IsnStr a, const IsnStr b)
{
  const size_t n = a.n_bytes < b.n_bytes ? a.n_bytes : b.n_bytes;
  const int order = memcmp(a.data, b.data, n);
  return order ? order : (a.n_bytes > b.n_bytes) - (a.n_bytes < b.n_bytes);
}

const IsnTerm*
isn_term_find(const IsnTermIndex* const index, const IsnStr form)
{
  const size_t letter = letter_of(form);
  if (letter == ISN_N_TERM_LETTERS ||
      !(index->lengths[letter] & length_bit(form.n_bytes)) ||
      !(index->lasts[letter] & last_bit(form))) {
    return NULL;
  }
  size_t begin = index->begin[letter];
  size_t end = index->begin[letter + 1];
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    const int order = compare(form, isn_terms[middle].form);
    if (!order) {
      return &isn_terms[middle];
    }
    if (order < 0) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return NULL;
}
