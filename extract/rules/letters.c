// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/letters.h"

#include "extract/base/utf8.h"
#include "extract/rules/passes.h"
#include "extract/rules/symbols.h"

static void
put_number(IsnBuffer* const out, const uint32_t number)
{
  isn_buffer_append(out, (IsnStr){ (const char*)&number, sizeof(number) });
}

/// Bytes of the letters that a word begins with.
static size_t
count_letters(const IsnStr word)
{
  size_t n = 0;
  for (size_t at = 0; at < word.n_bytes; n = at) {
    if (!isn_letter_is(isn_utf8_next(word.data, &at))) {
      break;
    }
  }
  return n;
}

/// Whether letters follow, at `at`, that not all ranges have.
static bool
is_odd(const IsnStr word, size_t at)
{
  if (at >= word.n_bytes) {
    return false;
  }
  const uint32_t c = isn_utf8_next(word.data, &at);
  return c >= 0x0621 && c <= 0x064A;
}

void
isn_letters_describe(const IsnLetters* const letters,
                     const IsnStr word,
                     IsnBuffer* const out)
{
  const size_t n = count_letters(word);
  if (is_odd(word, n) || isn_letters_have_several(word)) {
    isn_buffer_append(out, word); // like no other
    return;
  }
  const uint32_t count = (uint32_t)(n / ISN_LETTER_BYTES);
  put_number(out,
             count < ISN_MAX_LETTERS_COUNTED ? count : ISN_MAX_LETTERS_COUNTED);
  put_number(out, n == word.n_bytes);
  const size_t longest = n < letters->max_begin ? n : letters->max_begin;
  for (size_t end = ISN_LETTER_BYTES; end <= longest; end += ISN_LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->begins, isn_str_slice(word, 0, end));
    if (number != ISN_POOL_NONE) {
      put_number(out, number << 1 | (end == n));
    }
  }
  put_number(out, ISN_POOL_NONE);
  size_t begin = n > letters->max_ending ? n - letters->max_ending : 0;
  for (; begin < n; begin += ISN_LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->endings, isn_str_slice(word, begin, n));
    if (number != ISN_POOL_NONE) {
      put_number(out, number);
    }
  }
}

/// The letters that the word begins and ends with, and how many there are.
static void
prove_letters(const IsnLetters* const letters,
              const IsnStr word,
              IsnProven* const proven)
{
  const IsnFormulas* const f = &letters->formulas;
  const size_t n = word.n_bytes;
  const size_t longest = n < letters->max_begin ? n : letters->max_begin;
  isn_proven_add(proven, &f->counts, 0, n / ISN_LETTER_BYTES);
  for (size_t end = ISN_LETTER_BYTES; end <= longest; end += ISN_LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->begins, isn_str_slice(word, 0, end));
    isn_proven_add(proven, &f->begins, number, (n - end) / ISN_LETTER_BYTES);
  }
  size_t begin = n > letters->max_ending ? n - letters->max_ending : 0;
  for (; begin < n; begin += ISN_LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->endings, isn_str_slice(word, begin, n));
    isn_proven_add(proven, &f->endings, number, begin / ISN_LETTER_BYTES);
  }
}

/// The classes among the marks of a sign, from `at` on.
static void
prove_classes(const IsnStr sign, size_t at, IsnProven* const proven)
{
  while (at < sign.n_bytes) {
    const uint32_t c = isn_utf8_next(sign.data, &at);
    if (c >= ISN_CLASS_FIRST && c <= ISN_CLASS_LAST) {
      const unsigned features = isn_passes_features(sign, &at);
      isn_proven_add_class(proven, c - ISN_CLASS_FIRST, features);
    }
  }
}

bool
isn_letters_read(const IsnLetters* const letters,
                 const IsnStr sign,
                 const IsnSpan place,
                 IsnProven* const proven)
{
  const IsnStr word = isn_str_slice(sign, place.begin, place.end);
  if (!word.n_bytes || count_letters(word) != word.n_bytes) {
    return false;
  }
  isn_proven_forget(proven);
  prove_letters(letters, word, proven);
  prove_classes(sign, place.end, proven);
  return true;
}
