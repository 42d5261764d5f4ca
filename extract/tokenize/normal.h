// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file normal.h The form of a word that matching compares.
///
/// The text itself is never changed; offsets always count its own code points.
/// Folded, because Arabic news spells them either way: hamza seats (أ إ آ ٱ →
/// ا, ؤ → و, ئ → ي), alef maqsura (ى → ي), ta marbuta (ة → ه), Persian kaf and
/// yeh, letters for foreign sounds (پ ڤ گ ڭ), presentation forms, all digits
/// to ASCII, ASCII capitals. Dropped: diacritics, tatweel, bidi controls.
#ifndef ISN_TOKENIZE_NORMAL_H
#define ISN_TOKENIZE_NORMAL_H

#include "extract/base/arena.h"
#include "extract/base/str.h"

/// How far to fold; lists and rules can ask for less.
typedef enum {
  ISN_FOLD_LIGHT, ///< Only drop diacritics, tatweel, controls; digits to ASCII
  ISN_FOLD_FULL,
} IsnFold;

/// Most bytes that folding `n_bytes` bytes can give.
#define ISN_FOLD_CAPACITY(n_bytes) ((n_bytes)*18u + 1u)

/// Fold valid UTF-8 `s` to `out`, returning its bytes.
///
/// Room: s.n_bytes suffices unless `s` has presentation forms, for which
/// ISN_FOLD_CAPACITY does; see isn_normal_is_plain.
size_t
isn_normal_fold(IsnStr s, IsnFold fold, char* out);

/// True if folding `s` cannot lengthen it.
bool
isn_normal_is_plain(IsnStr s);

/// Folded copy in the arena, `data` NULL without memory.
IsnStr
isn_normal_copy(IsnArena* arena, IsnStr s, IsnFold fold);

/// A folded word or name without the article that it begins with, if it does.
static inline IsnStr
isn_normal_without_article(const IsnStr s)
{
  const IsnStr article = ISN_STR("ال");
  return isn_str_starts(s, article)
           ? isn_str_slice(s, article.n_bytes, s.n_bytes)
           : s;
}

#endif
