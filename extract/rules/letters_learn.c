// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/letters.h"

#include "extract/base/utf8.h"
#include "extract/rules/asked.h"
#include "extract/rules/cursor.h"
#include "extract/rules/literal.h"
#include "extract/rules/vocabulary.h"

#define MAX_DEPTH 48
#define WORD_ENDS "(?![ء-ي])"
#define WORD_ENDS_ALL "(?![ء-ي_])" // no more words of a class of several either
#define HAS_SEVERAL "[^ ]*_"       // words

/// A pattern that is walked through.
typedef struct {
  IsnLetters* letters;
  const IsnPatternScope* scope;
  IsnArena* arena;
  int depth;
  bool has_formula; ///< All up to here is in the formulas too
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
    n = n < ISN_MAX_LETTERS_COUNTED + 1 ? n : ISN_MAX_LETTERS_COUNTED + 1;
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

/// Closed lists of letters, noted in a pool; `*longest` in letters. NULL if
/// there are none.
static const IsnLiterals*
take_literals(const Walk* const w,
              Place* const p,
              IsnPool* const pool,
              size_t* const longest)
{
  IsnLiterals* const l = isn_arena_take(w->arena, sizeof(*l));
  *longest = 0;
  if (!l || !isn_literals_read(l, p->cursor.text, &p->cursor.at, w->arena)) {
    return NULL;
  }
  for (size_t i = 0; i < l->n; ++i) {
    const IsnStr s = l->list[i];
    for (size_t at = 0; at < s.n_bytes;) {
      const uint32_t c = isn_utf8_next(s.data, &at);
      if (!isn_letter_is(c) && c != '_') {
        return NULL;
      }
    }
    if (!s.n_bytes || (!isn_letters_have_several(s) &&
                       isn_pool_put(pool, s) == ISN_POOL_NONE)) {
      return NULL;
    }
    const size_t n = s.n_bytes / ISN_LETTER_BYTES;
    *longest = n > *longest ? n : *longest;
  }
  return l;
}

/// Numbers of letters, as proofs have them, `n` more than in `count`.
static IsnProof
prove_count(const uint32_t claim, const Count count, const size_t n)
{
  const size_t max = count.max == SIZE_MAX ? ISN_PROOF_ANY : count.max + n;
  return (IsnProof){ claim, 0, (uint16_t)(count.min + n), (uint16_t)max };
}

/// One of the strings, and `count` letters besides it, and `n` more.
static void
put_strings(const Walk* const w,
            const IsnStr* const strings,
            const size_t n_strings,
            const bool are_endings,
            const Count count,
            const size_t n)
{
  IsnFormulas* const f = &w->letters->formulas;
  const uint32_t claim = isn_formula_claim(f);
  const IsnPool* const pool =
    are_endings ? &w->letters->endings : &w->letters->begins;
  IsnProofLists* const lists = are_endings ? &f->endings : &f->begins;
  for (size_t i = 0; i < n_strings; ++i) {
    const uint32_t number = isn_pool_find(pool, strings[i]);
    if (number != ISN_POOL_NONE) { // several words are not read
      isn_formula_prove(f, lists, number, prove_count(claim, count, n));
    }
  }
  isn_formula_put(f, claim);
}

static void
put_begins(const Walk* const w, const IsnLiterals* const l, const Count count)
{
  put_strings(w, l->list, l->n, false, count, 0);
}

static void
put_count(const Walk* const w, const Count count)
{
  IsnFormulas* const f = &w->letters->formulas;
  const uint32_t claim = isn_formula_claim(f);
  isn_formula_prove(f, &f->counts, 0, prove_count(claim, count, 0));
  isn_formula_put(f, claim);
}

/// One of the strings of `begins` (NULL: nothing), `count` letters, and one of
/// the strings of `endings`.
static void
put_begins_and_endings(const Walk* const w,
                       const IsnLiterals* const begins,
                       const Count count,
                       const IsnLiterals* const endings)
{
  static const Count any = { 0, SIZE_MAX };
  if (!begins) {
    put_strings(w, endings->list, endings->n, true, count, 0);
    return;
  }
  IsnFormulas* const f = &w->letters->formulas;
  const size_t either = isn_formula_open(f, ISN_FORMULA_ANY);
  for (size_t i = 0; i < begins->n; ++i) {
    const IsnStr begin = begins->list[i];
    const size_t both = isn_formula_open(f, ISN_FORMULA_ALL);
    put_strings(w, &begin, 1, false, any, 0);
    put_strings(w,
                endings->list,
                endings->n,
                true,
                count,
                begin.n_bytes / ISN_LETTER_BYTES);
    isn_formula_close(f, both);
  }
  isn_formula_close(f, either);
}

/// Whether the count of a word's letters tells if `count` of them go with
/// `n_more`.
static bool
is_countable(const Count count, const size_t n_more, const bool ends)
{
  return count.min + n_more <= ISN_MAX_LETTERS_COUNTED &&
         (!ends || count.max == SIZE_MAX ||
          count.max + n_more < ISN_MAX_LETTERS_COUNTED);
}

/// «[ء-ي]{3}», «[ء-ي]+(?:ات|ين)(?![ء-ي])», behind one of `before`, of which the
/// longest has `n_before` letters (NULL, 0: behind nothing)
static bool
walk_any_letters(const Walk* const w,
                 Place* const p,
                 const IsnLiterals* const before,
                 const size_t n_before)
{
  Count count = { 0, 0 };
  size_t longest = 0;
  if (!take_any_letters(p, &count)) {
    return false;
  }
  const bool ends = take_end_of_word(p);
  if (ends || is_over(p)) {
    if (!is_countable(count, n_before, ends)) {
      return false;
    }
    count.max = ends ? count.max : SIZE_MAX;
    if (before) {
      put_begins(w, before, count);
    } else {
      put_count(w, count);
    }
    return true;
  }
  const IsnLiterals* const endings =
    take_literals(w, p, &w->letters->endings, &longest);
  if (!endings || !take_end_of_word(p) ||
      !is_countable(count, n_before + longest, true)) {
    return false;
  }
  put_begins_and_endings(w, before, count, endings);
  return true;
}

/// «(?:كبار|كبرى)(?![ء-ي])», «ت[ء-ي]{3,4}(?![ء-ي])», «ال»
static bool
walk_literals(const Walk* const w, Place* const p)
{
  size_t longest = 0;
  const IsnLiterals* const l =
    take_literals(w, p, &w->letters->begins, &longest);
  if (!l) {
    return false;
  }
  const bool ends = take_end_of_word(p);
  if (ends || is_over(p)) {
    put_begins(w, l, (Count){ 0, ends ? 0 : SIZE_MAX });
    return true;
  }
  return walk_any_letters(w, p, l, longest);
}

/// What a reference to classes asks of the word, for its formula.
static void
put_reference(Walk* const w, const IsnStr name)
{
  IsnFormulas* const f = &w->letters->formulas;
  if (isn_str_is(name, "any")) {
    isn_formula_close(f, isn_formula_open(f, ISN_FORMULA_ALL));
    return;
  }
  IsnOutliner m = { .tests = &f->tests, .scope = w->scope, .arena = w->arena };
  const uint32_t test = isn_asked_reference(&m, name);
  if (test == ISN_POOL_NONE) {
    w->has_formula = false;
  } else {
    isn_formula_put_test(f, test);
  }
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
  put_reference(w, name);
  return true; // marks tell it
}

/// « ل»: what no word has behind it, since nothing is there.
static bool
begins_next_word(const IsnStr body)
{
  size_t at = 1;
  const bool is_letter_next =
    body.n_bytes > 1 && isn_letter_is(isn_utf8_next(body.data, &at));
  return is_letter_next &&
         (at >= body.n_bytes || !strchr("?*{", body.data[at]));
}

/// «(?=…)», «(?!…)»; behind the word is always the same.
static bool
walk_lookahead(Walk* const w, Place* const p)
{
  IsnFormulas* const f = &w->letters->formulas;
  const bool is_not = isn_cursor_looks_at(&p->cursor, "(?!");
  const size_t end = isn_pattern_skip(p->cursor.text, p->cursor.at);
  const IsnStr body = isn_str_slice(p->cursor.text, p->cursor.at + 3, end - 1);
  p->cursor.at = end;
  if (body.n_bytes && body.data[0] == ' ') {
    w->has_formula = w->has_formula && is_not && begins_next_word(body);
    return !memchr(body.data, '|', body.n_bytes);
  }
  const size_t part =
    isn_formula_open(f, is_not ? ISN_FORMULA_NOT : ISN_FORMULA_ALL);
  const bool is_told = walk_alternatives(w, body, false);
  isn_formula_close(f, part);
  return is_told;
}

static void
put_never(const Walk* const w)
{
  IsnFormulas* const f = &w->letters->formulas;
  isn_formula_close(f, isn_formula_open(f, ISN_FORMULA_ANY));
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
    put_never(w);
    return is_over(p) && !p->is_bounded;
  }
  if (isn_cursor_peek(&p->cursor) == '[') {
    return walk_any_letters(w, p, NULL, 0);
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
  } else if (is_bounded) {
    put_never(w); // a word has letters
  }
  while (is_told && (isn_cursor_looks_at(&p.cursor, "(?= ") ||
                     isn_cursor_looks_at(&p.cursor, "(?! "))) {
    is_told = walk_lookahead(w, &p);
  }
  return is_told && is_over(&p);
}

/// Each alternative is all of its parts.
static bool
walk_alternatives(Walk* const w, const IsnStr text, const bool is_bounded)
{
  IsnFormulas* const f = &w->letters->formulas;
  if (w->depth == MAX_DEPTH) {
    return false;
  }
  bool is_told = true;
  ++w->depth;
  const size_t any = isn_formula_open(f, ISN_FORMULA_ANY);
  for (size_t begin = 0; is_told && begin <= text.n_bytes;) {
    size_t end = begin;
    while (end < text.n_bytes && text.data[end] != '|') {
      end = isn_pattern_skip(text, end);
    }
    const IsnStr part = isn_str_slice(text, begin, end);
    const size_t all = isn_formula_open(f, ISN_FORMULA_ALL);
    is_told = walk_sequence(w, part, is_bounded);
    isn_formula_close(f, all);
    begin = end + 1;
  }
  isn_formula_close(f, any);
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
                  IsnArena* const arena,
                  uint32_t* const formula)
{
  IsnFormulas* const f = &letters->formulas;
  letters->begins.arena = letters->endings.arena = f->arena = arena;
  if (!f->tests.tests.arena) {
    isn_tests_init(&f->tests, arena);
  }
  Walk w = { letters, scope, arena, 0, true };
  isn_formula_begin(f);
  const bool is_told = walk_alternatives(&w, isn_pattern_trim(pattern), true);
  *formula = is_told && w.has_formula ? isn_formula_end(f) : ISN_NO_FORMULA;
  letters->max_begin = find_longest(&letters->begins);
  letters->max_ending = find_longest(&letters->endings);
  return is_told;
}
