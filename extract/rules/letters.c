// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/letters.h"

#include "extract/base/utf8.h"
#include "extract/rules/cursor.h"
#include "extract/rules/literal.h"
#include "extract/rules/vocabulary.h"

#define MAX_DEPTH 48
#define LETTER_BYTES 2u
#define WORD_ENDS "(?![ء-ي])"
#define WORD_ENDS_ALL "(?![ء-ي_])" // no more words of a class of several either
#define HAS_SEVERAL "[^ ]*_"       // words
/// A word's letters are counted up to here.
#define MAX_COUNT 9u

/// Letters that the patterns' ranges agree on.
static bool
is_letter(const uint32_t c)
{
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A);
}

/// Whether it is a class of several words, joined by _.
static bool
has_several(const IsnStr word)
{
  return word.n_bytes && memchr(word.data, '_', word.n_bytes);
}

// Patterns ------------------------------------------------------------------

/// A pattern that is walked through.
typedef struct {
  IsnLetters* letters;
  const IsnPatternScope* scope;
  IsnArena* arena;
  int depth;
} Walk;

typedef struct {
  IsnCursor cursor;
  bool is_bounded; ///< Behind the text, the word ends
} Place;

/// How many letters «[ء-ي]{3,5}» takes.
typedef struct {
  size_t min;
  size_t max; ///< SIZE_MAX: any number
} Count;

static bool
walk_alternatives(Walk* w, IsnStr text, bool is_bounded);

static bool
take(Place* const p, const char* const s)
{
  const bool is_there = isn_cursor_looks_at(&p->cursor, s);
  p->cursor.at += is_there ? strlen(s) : 0;
  return is_there;
}

static bool
is_over(const Place* const p)
{
  return p->cursor.at == p->cursor.text.n_bytes;
}

/// Whether the word ends here: the pattern says so, or what it stands in does.
static bool
take_end_of_word(Place* const p)
{
  return take(p, WORD_ENDS) || take(p, WORD_ENDS_ALL) ||
         (is_over(p) && p->is_bounded);
}

static size_t
take_number(Place* const p)
{
  size_t n = 0;
  while (isn_cursor_peek(&p->cursor) >= '0' &&
         isn_cursor_peek(&p->cursor) <= '9') {
    n = n * 10 + (size_t)(p->cursor.text.data[p->cursor.at++] - '0');
    n = n < MAX_COUNT + 1 ? n : MAX_COUNT + 1;
  }
  return n;
}

/// «[ء-ي]» with its quantifier; nothing else will do.
static bool
take_any_letters(Place* const p, Count* const count)
{
  if (!take(p, "[ء-ي]") && !take(p, "[ء-غف-ي]")) {
    return false;
  }
  *count = (Count){ 1, 1 };
  if (take(p, "+")) {
    count->max = SIZE_MAX;
  } else if (take(p, "*")) {
    *count = (Count){ 0, SIZE_MAX };
  } else if (take(p, "{")) {
    count->min = count->max = take_number(p);
    if (take(p, ",")) {
      count->max =
        isn_cursor_peek(&p->cursor) == '}' ? SIZE_MAX : take_number(p);
    }
    if (!take(p, "}")) {
      return false;
    }
  }
  return !strchr("?+*", isn_cursor_peek(&p->cursor)) || is_over(p);
}

/// Closed lists of letters, noted in a pool; `*longest` in letters.
static bool
take_literals(const Walk* const w,
              Place* const p,
              IsnPool* const pool,
              size_t* const longest)
{
  IsnLiterals* const l = isn_arena_take(w->arena, sizeof(*l));
  *longest = 0;
  if (!l || !isn_literals_read(l, p->cursor.text, &p->cursor.at, w->arena)) {
    return false;
  }
  for (size_t i = 0; i < l->n; ++i) {
    const IsnStr s = l->list[i];
    for (size_t at = 0; at < s.n_bytes;) {
      const uint32_t c = isn_utf8_next(s.data, &at);
      if (!is_letter(c) && c != '_') {
        return false;
      }
    }
    if (!s.n_bytes ||
        (!has_several(s) && isn_pool_put(pool, s) == ISN_POOL_NONE)) {
      return false;
    }
    const size_t n = s.n_bytes / LETTER_BYTES;
    *longest = n > *longest ? n : *longest;
  }
  return true;
}

/// Whether the count of a word's letters tells if `count` of them go with
/// `n_more`.
static bool
is_countable(const Count count, const size_t n_more, const bool ends)
{
  return count.min + n_more <= MAX_COUNT &&
         (!ends || count.max == SIZE_MAX || count.max + n_more < MAX_COUNT);
}

/// «[ء-ي]{3}», «[ء-ي]+(?:ات|ين)(?![ء-ي])», behind `n_before` letters
static bool
walk_any_letters(const Walk* const w, Place* const p, const size_t n_before)
{
  Count count = { 0, 0 };
  size_t longest = 0;
  if (!take_any_letters(p, &count)) {
    return false;
  }
  const bool ends = take_end_of_word(p);
  if (ends || is_over(p)) {
    return is_countable(count, n_before, ends);
  }
  return take_literals(w, p, &w->letters->endings, &longest) &&
         take_end_of_word(p) && is_countable(count, n_before + longest, true);
}

/// «(?:كبار|كبرى)(?![ء-ي])», «ت[ء-ي]{3,4}(?![ء-ي])», «ال»
static bool
walk_literals(const Walk* const w, Place* const p)
{
  size_t longest = 0;
  if (!take_literals(w, p, &w->letters->begins, &longest)) {
    return false;
  }
  return take_end_of_word(p) || is_over(p) || walk_any_letters(w, p, longest);
}

/// «{verb.perf|office}», «{define}»
static bool
walk_reference(Walk* const w, Place* const p)
{
  const size_t end = isn_pattern_skip(p->cursor.text, p->cursor.at);
  const IsnStr name = isn_str_slice(p->cursor.text, p->cursor.at + 1, end - 1);
  p->cursor.at = end;
  const bool is_bounded = take_end_of_word(p);
  if (memchr(name.data, ':', name.n_bytes)) {
    return false; // captures are of no use to kinds
  }
  for (size_t i = w->scope->n_defines; i > 0; --i) {
    const IsnDefine* const define = &w->scope->defines[i - 1];
    if (isn_str_equal(define->name, name)) {
      return walk_alternatives(
        w, isn_pattern_trim(define->pattern), is_bounded);
    }
  }
  return true; // marks tell it
}

/// «(?=…)», «(?!…)»; behind the word is always the same.
static bool
walk_lookahead(Walk* const w, Place* const p)
{
  const size_t end = isn_pattern_skip(p->cursor.text, p->cursor.at);
  const IsnStr body = isn_str_slice(p->cursor.text, p->cursor.at + 3, end - 1);
  p->cursor.at = end;
  if (body.n_bytes && body.data[0] == ' ') {
    return !memchr(body.data, '|', body.n_bytes);
  }
  return walk_alternatives(w, body, false);
}

/// What takes the word, or part of it.
static bool
walk_taking(Walk* const w, Place* const p)
{
  Place literals = *p;
  if (walk_literals(w, &literals)) {
    *p = literals;
    return true;
  }
  if (take(p, HAS_SEVERAL)) {
    return is_over(p) && !p->is_bounded;
  }
  if (isn_cursor_peek(&p->cursor) == '[') {
    return walk_any_letters(w, p, 0);
  }
  if (isn_cursor_peek(&p->cursor) == '{') {
    return walk_reference(w, p);
  }
  if (!isn_cursor_looks_at(&p->cursor, "(?:")) {
    return false;
  }
  const size_t end = isn_pattern_skip(p->cursor.text, p->cursor.at);
  const IsnStr body = isn_str_slice(p->cursor.text, p->cursor.at + 3, end - 1);
  p->cursor.at = end;
  const bool is_bounded = take_end_of_word(p);
  return walk_alternatives(w, body, is_bounded);
}

/// Lookaheads, behind them one thing that takes letters, and what is said of
/// the next word.
static bool
walk_sequence(Walk* const w, const IsnStr text, const bool is_bounded)
{
  Place p = { { text, 0 }, is_bounded };
  bool is_told = true;
  while (is_told && (isn_cursor_looks_at(&p.cursor, "(?=") ||
                     isn_cursor_looks_at(&p.cursor, "(?!"))) {
    is_told = walk_lookahead(w, &p);
  }
  if (is_told && !is_over(&p)) {
    is_told = walk_taking(w, &p);
  }
  while (is_told && (isn_cursor_looks_at(&p.cursor, "(?= ") ||
                     isn_cursor_looks_at(&p.cursor, "(?! "))) {
    is_told = walk_lookahead(w, &p);
  }
  return is_told && is_over(&p);
}

static bool
walk_alternatives(Walk* const w, const IsnStr text, const bool is_bounded)
{
  if (w->depth == MAX_DEPTH) {
    return false;
  }
  bool is_told = true;
  ++w->depth;
  for (size_t begin = 0; is_told && begin <= text.n_bytes;) {
    size_t end = begin;
    while (end < text.n_bytes && text.data[end] != '|') {
      end = isn_pattern_skip(text, end);
    }
    const IsnStr part = isn_str_slice(text, begin, end);
    is_told = walk_sequence(w, part, is_bounded);
    begin = end + 1;
  }
  --w->depth;
  return is_told;
}

static size_t
find_longest(const IsnPool* const pool)
{
  size_t longest = 0;
  for (size_t i = 0; i < pool->n_items; ++i) {
    const size_t n = pool->items[i].n_bytes;
    longest = n > longest ? n : longest;
  }
  return longest;
}

bool
isn_letters_learn(IsnLetters* const letters,
                  const IsnPatternScope* const scope,
                  const IsnStr pattern,
                  IsnArena* const arena)
{
  letters->begins.arena = letters->endings.arena = arena;
  Walk w = { letters, scope, arena, 0 };
  const bool is_told = walk_alternatives(&w, isn_pattern_trim(pattern), true);
  letters->max_begin = find_longest(&letters->begins);
  letters->max_ending = find_longest(&letters->endings);
  return is_told;
}

// Words ---------------------------------------------------------------------

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
    if (!is_letter(isn_utf8_next(word.data, &at))) {
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
  if (is_odd(word, n) || has_several(word)) {
    isn_buffer_append(out, word); // like no other
    return;
  }
  const uint32_t count = (uint32_t)(n / LETTER_BYTES);
  put_number(out, count < MAX_COUNT ? count : MAX_COUNT);
  put_number(out, n == word.n_bytes);
  const size_t longest = n < letters->max_begin ? n : letters->max_begin;
  for (size_t end = LETTER_BYTES; end <= longest; end += LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->begins, isn_str_slice(word, 0, end));
    if (number != ISN_POOL_NONE) {
      put_number(out, number << 1 | (end == n));
    }
  }
  put_number(out, ISN_POOL_NONE);
  size_t begin = n > letters->max_ending ? n - letters->max_ending : 0;
  for (; begin < n; begin += LETTER_BYTES) {
    const uint32_t number =
      isn_pool_find(&letters->endings, isn_str_slice(word, begin, n));
    if (number != ISN_POOL_NONE) {
      put_number(out, number);
    }
  }
}
