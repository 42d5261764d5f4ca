// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Letters that are folded to a normal form.
#include "extract/base/utf8.h"
#include "extract/tokenize/normal.h"
#include "tests/unit/check.h"

static IsnArena arena;

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

int
main(void)
{
  RUN(letters_are_folded);
  RUN(marks_and_controls_are_dropped);
  RUN(digits_become_ascii);
  RUN(presentation_forms_are_taken_apart);
  RUN(folding_keeps_its_promises);
  isn_arena_clear(&arena);
  return check_end();
}
