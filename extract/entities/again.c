// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/again.h"

#include "extract/entities/order.h"
#include "extract/word_lists.h"

#include <stdlib.h>

/// A name of fewer letters is too easily a word.
#define MIN_BYTES 6u

/// A word that can stand for a person, and where it does in a name.
typedef struct {
  IsnStr word;
  IsnSpan tokens; // of the name up to the word
  uint32_t end;   // token behind all of it
  bool is_word; // «الحدادين»: a name only where titled or who says something
} ShortName;

/// The last word of a person's full name.
typedef struct {
  IsnStr word;
  uint32_t end; // token behind it
} FullName;

typedef struct {
  IsnDocument* doc;
  const IsnAnalysis* analysis;
  FullName* ends; // sorted
  size_t n_ends;
  uint32_t given;        // class of given names that are no words
  uint32_t before[4];    // classes behind which a name can stand
  uint32_t styles[4];    // classes of what stands before a person's name
  uint32_t workers[4];   // classes of words for who does some work
  uint32_t family;       // class of family names that are no words
  uint32_t never[4];     // classes of words that are no names
  uint32_t words_too[4]; // classes of words that are names behind a title
  uint32_t names_too[4]; // classes of words that are names too
  uint32_t says[8];      // classes of verbs of saying
  uint32_t that;         // class of «أن» and «إن»
  uint32_t prep;         // class of prepositions
  ShortName* names;
  size_t n_names;
  size_t capacity;
} Again;

static bool
has_any(const IsnWord* const word, const uint32_t classes[4])
{
  for (size_t i = 0; i < 4; ++i) {
    if (classes[i] != ISN_NO_CLASS && isn_word_has_class(word, classes[i])) {
      return true;
    }
  }
  return false;
}

static int
compare_words(const IsnStr x, const IsnStr y)
{
  const size_t n = x.n_bytes < y.n_bytes ? x.n_bytes : y.n_bytes;
  const int order = memcmp(x.data, y.data, n);
  return order ? order : (x.n_bytes > y.n_bytes) - (x.n_bytes < y.n_bytes);
}

static int
compare_names(const void* const a, const void* const b)
{
  return compare_words(((const ShortName*)a)->word,
                       ((const ShortName*)b)->word);
}

/// «الثاني» of «عبد الله الثاني» is said of more than kings.
static bool
is_number(const IsnStr word)
{
  return isn_words_has(&isn_words_ordinals, word);
}

/// Whether the word is too short, or of a sort that stands for nobody.
static bool
is_no_name(const Again* const a, const IsnStr word, const IsnWord* const at)
{
  return word.n_bytes < MIN_BYTES || has_any(at, a->never) || is_number(word) ||
         isn_str_is(word, "الله") || isn_str_is(word, "الدين");
}

/// The word before `end` as a short name; `whole` is all of it.
static IsnStatus
add_name(Again* const a, const IsnSpan whole, const uint32_t end)
{
  const IsnWord* const word = &a->analysis->words[end - 1];
  if (is_no_name(a, word->word, word)) {
    return ISN_SUCCESS;
  }
  ShortName* const names = isn_arena_grow(
    a->doc->arena, a->names, a->n_names, &a->capacity, sizeof(*names));
  if (!names) {
    return ISN_ERR_NO_MEMORY;
  }
  a->names = names;
  a->names[a->n_names++] = (ShortName){
    word->word,
    { whole.begin, end },
    whole.end,
    has_any(word, a->words_too) ||
      (word->flags & ISN_WORD_KNOWN && !has_any(word, a->names_too)),
  };
  return ISN_SUCCESS;
}

/// The words of the names that can stand for a person, sorted: the last of a
/// full name, a given name that is no word, a lone one that nobody knows.
static IsnStatus
collect(Again* const a)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnDocument* const doc = a->doc;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_PERSON) {
      continue;
    }
    const uint32_t begin = m->tokens.begin;
    const IsnWord* const words = a->analysis->words;
    const bool is_full = m->tokens.end > begin + 1;
    if (is_full || !(words[begin].flags & ISN_WORD_KNOWN)) {
      ISN_TRY(st, add_name(a, m->tokens, m->tokens.end));
    }
    if (is_full && isn_word_has_class(&words[begin], a->given)) {
      ISN_TRY(st, add_name(a, m->tokens, begin + 1));
    }
  }
  if (a->n_names) {
    qsort(a->names, a->n_names, sizeof(*a->names), compare_names);
  }
  return st;
}

static int
compare_ends(const void* const a, const void* const b)
{
  const FullName* const x = a;
  const FullName* const y = b;
  const int order = compare_words(x->word, y->word);
  return order ? order : (x->end > y->end) - (x->end < y->end);
}

/// The last words of full names, sorted, where each ends.
static IsnStatus
collect_ends(Again* const a)
{
  const IsnDocument* const doc = a->doc;
  a->ends = isn_arena_array(doc->arena, doc->n_mentions + 1, sizeof(*a->ends));
  if (!a->ends) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type == ISN_TYPE_PERSON && m->tokens.end > m->tokens.begin + 1) {
      const IsnStr word = a->analysis->words[m->tokens.end - 1].word;
      a->ends[a->n_ends++] = (FullName){ word, m->tokens.end };
    }
  }
  if (a->n_ends) {
    qsort(a->ends, a->n_ends, sizeof(*a->ends), compare_ends);
  }
  return ISN_SUCCESS;
}

/// Whether a full name that ends before token `begin` ends in the word `word`.
static bool
ends_full_name(const Again* const a, const IsnStr word, const uint32_t begin)
{
  size_t low = 0;
  for (size_t high = a->n_ends; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (compare_words(a->ends[middle].word, word) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < a->n_ends && a->ends[low].end <= begin &&
         isn_str_equal(a->ends[low].word, word);
}

/// Whether the words in `tokens` are ordinary words, none of a name.
static bool
are_words(const Again* const a, const IsnSpan tokens)
{
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const IsnWord* const word = &a->analysis->words[t];
    if (a->doc->tokens[t].kind != ISN_KIND_WORD ||
        !(word->flags & ISN_WORD_KNOWN) || has_any(word, a->names_too)) {
      return false;
    }
  }
  return true;
}

/// «أكد السيد هوفستاد التزام بلاده»: ordinary words behind a surname that the
/// text gives in full, before or, behind a title, anywhere, are none of the
/// name.
static void
cut_objects(const Again* const a)
{
  IsnDocument* const doc = a->doc;
  const IsnWord* const words = a->analysis->words;
  bool is_cut = false;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    IsnMention* const m = &doc->mentions[i];
    const uint32_t begin = m->tokens.begin;
    const bool is_styled = begin && has_any(&words[begin - 1], a->styles);
    if (m->type != ISN_TYPE_PERSON || m->tokens.end < begin + 2 ||
        (m->tokens.end > begin + 2 && !is_styled) ||
        words[begin].flags & ISN_WORD_KNOWN ||
        has_any(&words[begin], a->names_too) ||
        !are_words(a, (IsnSpan){ begin + 1, m->tokens.end }) ||
        !ends_full_name(a, words[begin].word, is_styled ? UINT32_MAX : begin)) {
      continue;
    }
    m->tokens.end = begin + 1;
    m->chars.end = doc->tokens[begin].chars.end;
    is_cut = true;
  }
  if (is_cut) {
    isn_mentions_sort(doc, 0);
  }
}

/// «كواسي-براو»: what a hyphen without blanks joins to a name belongs to it,
/// but two names («ترامب-بوتين») are two persons.
static void
join_hyphens(Again* const a)
{
  IsnDocument* const doc = a->doc;
  const IsnToken* const tokens = doc->tokens;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    IsnMention* const m = &doc->mentions[i];
    const uint32_t end = m->tokens.end;
    if (m->type != ISN_TYPE_PERSON || end < m->tokens.begin + 2 ||
        end + 1 >= doc->n_tokens || tokens[end + 1].kind != ISN_KIND_WORD ||
        doc->text.data[tokens[end].bytes.begin] != '-' ||
        tokens[end].bytes.begin != tokens[end - 1].bytes.end ||
        tokens[end + 1].bytes.begin != tokens[end].bytes.end ||
        a->analysis->words[end + 1].flags & ISN_WORD_ARTICLE ||
        (i + 1 < doc->n_mentions &&
         doc->mentions[i + 1].tokens.begin <= end + 1)) {
      continue;
    }
    m->tokens.end = end + 2;
    m->chars.end = tokens[end + 1].chars.end;
  }
}

/// Whether a name can stand at `token`, whatever its word means elsewhere;
/// `person_end` is where the last person named ends.
static bool
is_place_of_name(const Again* const a,
                 const uint32_t token,
                 const uint32_t person_end)
{
  const IsnWord* const word = &a->analysis->words[token];
  const IsnWord* const before =
    token && a->doc->tokens[token - 1].kind == ISN_KIND_WORD
      ? &a->analysis->words[token - 1]
      : NULL;
  if (!(word->flags & ISN_WORD_KNOWN) || isn_word_has_class(word, a->given)) {
    return true;
  }
  if (word->n_proclitics && token == person_end) {
    return true; // «عبد الغني والعنزي»
  }
  if (word->flags & ISN_WORD_ARTICLE) {
    // «الحكيم» behind «الطبيب» is its adjective, behind «رأي» it is a name,
    // and so behind «الدكتور»
    // and «الإبياري» behind «المنتج»
    return !before || !(before->flags & ISN_WORD_ARTICLE) ||
           has_any(before, a->styles) ||
           (has_any(before, a->workers) && isn_word_has_class(word, a->family));
  }
  return !word->n_proclitics && before && has_any(before, a->before);
}

/// Whether a title of a person stands before `token`.
static bool
is_titled(const Again* const a, const uint32_t token)
{
  return token && a->doc->tokens[token - 1].kind == ISN_KIND_WORD &&
         !a->analysis->words[token].n_proclitics &&
         has_any(&a->analysis->words[token - 1], a->styles);
}

/// Whether `token` ends what stands before it: a mark, «أن» or a preposition.
static bool
is_end_of_subject(const Again* const a, const uint32_t token)
{
  if (token >= a->doc->n_tokens ||
      a->doc->tokens[token].kind != ISN_KIND_WORD) {
    return true;
  }
  const IsnWord* const word = &a->analysis->words[token];
  return word->n_proclitics ||
         (a->that != ISN_NO_CLASS && isn_word_has_class(word, a->that)) ||
         (a->prep != ISN_NO_CLASS && isn_word_has_class(word, a->prep));
}

/// «وأشارت الراوي إلى», «ورأت الكتبي أن»: behind a verb of saying a definite
/// word with which a full name ends is that person.
static bool
is_who_says(const Again* const a, const uint32_t token)
{
  const IsnWord* const words = a->analysis->words;
  if (!token || a->doc->tokens[token - 1].kind != ISN_KIND_WORD ||
      words[token].n_proclitics || !(words[token].flags & ISN_WORD_ARTICLE) ||
      !is_end_of_subject(a, token + 1)) {
    return false;
  }
  for (size_t i = 0; i < 8; ++i) {
    if (a->says[i] != ISN_NO_CLASS &&
        isn_word_has_class(&words[token - 1], a->says[i])) {
      return true;
    }
  }
  return false;
}

/// Whether a verb of saying stands before `token`.
static bool
is_behind_saying(const Again* const a, const uint32_t token)
{
  if (!token || a->doc->tokens[token - 1].kind != ISN_KIND_WORD ||
      a->analysis->words[token].n_proclitics) {
    return false;
  }
  for (size_t i = 0; i < 8; ++i) {
    if (a->says[i] != ISN_NO_CLASS &&
        isn_word_has_class(&a->analysis->words[token - 1], a->says[i])) {
      return true;
    }
  }
  return false;
}

/// «نظام مكافحة المخدرات», «حسن الجوار», «أن يزيد السعر»: the word itself, and
/// no short name, where neither a title nor a verb of saying leads to it.
static bool
is_plain_word(const Again* const a, const uint32_t token)
{
  const IsnStr word = a->analysis->words[token].word;
  const bool is_fair = // «حسن الجوار»
    isn_str_is(word, "حسن") && token + 1 < a->doc->n_tokens &&
    a->doc->tokens[token + 1].kind == ISN_KIND_WORD &&
    a->analysis->words[token + 1].flags & ISN_WORD_ARTICLE;
  return (is_fair || isn_words_has(&isn_words_words_rather_than_names, word)) &&
         !is_titled(a, token) && !is_behind_saying(a, token);
}

/// Where the name begins that `name` ends at `token`: «فيلار مير» again.
static uint32_t
find_begin(const Again* const a, const ShortName* const name, uint32_t token)
{
  const IsnWord* const words = a->analysis->words;
  for (uint32_t i = name->tokens.end - 1;
       i > name->tokens.begin && token && !words[token].n_proclitics &&
       isn_str_equal(words[i - 1].word, words[token - 1].word);
       --i) {
    --token;
  }
  return token;
}

/// Where the name ends of which `name` is the beginning at `token`: all of
/// «عباس شجرة» again, though no rule would take its second word for a name.
static uint32_t
find_end(const Again* const a,
         const ShortName* const name,
         const uint32_t token)
{
  const IsnWord* const words = a->analysis->words;
  uint32_t end = token + 1;
  for (uint32_t i = name->tokens.end; i < name->end; ++i, ++end) {
    if (end >= a->doc->n_tokens || words[end].n_proclitics ||
        !isn_str_equal(words[i].word, words[end].word)) {
      return token + 1;
    }
  }
  return end;
}

static IsnStatus
add(Again* const a, const IsnSpan tokens)
{
  return isn_mentions_add(a->doc,
                          a->analysis,
                          tokens,
                          ISN_TYPE_PERSON,
                          ISN_STR(""),
                          ISN_STR("name-again"));
}

/// «وقالت فالكنبرغ» where «إنغريد فالكنبرغ» was named: a town's or body's name
/// of one word behind a verb or title is that person.
static void
take_over(const Again* const a, IsnMention* const mention)
{
  const uint32_t t = mention->tokens.begin;
  const IsnWord* const words = a->analysis->words;
  if ((mention->type != ISN_TYPE_PLACE &&
       mention->type != ISN_TYPE_ORGANIZATION) ||
      !isn_str_is(mention->rule, "gazetteer") || mention->tokens.end != t + 1 ||
      !t || words[t].n_proclitics || words[t].word.n_bytes < MIN_BYTES ||
      !(is_titled(a, t) || (a->before[0] != ISN_NO_CLASS &&
                            a->doc->tokens[t - 1].kind == ISN_KIND_WORD &&
                            isn_word_has_class(&words[t - 1], a->before[0])))) {
    return;
  }
  // «عاد الرويشد» only where «عبدالله الرويشد» was named before
  if (!ends_full_name(
        a, words[t].word, words[t].flags & ISN_WORD_ARTICLE ? t : UINT32_MAX)) {
    return;
  }
  mention->type = ISN_TYPE_PERSON;
  mention->kind = ISN_STR("");
  mention->rule = ISN_STR("name-again");
}

static IsnStatus
scan(Again* const a)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = a->doc;
  const size_t n_before = doc->n_mentions;
  size_t next = 0; // first mention that has not begun
  uint32_t covered = 0;
  uint32_t person_end = 0;
  for (uint32_t t = 0; t < doc->n_tokens; ++t) {
    for (; next < n_before && doc->mentions[next].tokens.begin <= t; ++next) {
      take_over(a, &doc->mentions[next]);
      const uint32_t end = doc->mentions[next].tokens.end;
      const IsnType type = doc->mentions[next].type;
      const bool is_name = type == ISN_TYPE_PERSON || type == ISN_TYPE_PLACE ||
                           type == ISN_TYPE_ORGANIZATION;
      covered = is_name && end > covered ? end : covered;
      person_end = type == ISN_TYPE_PERSON ? end : person_end;
    }
    const IsnWord* const word = &a->analysis->words[t];
    if (t < covered || doc->tokens[t].kind != ISN_KIND_WORD ||
        word->word.n_bytes < MIN_BYTES) {
      continue;
    }
    const ShortName wanted = { .word = word->word };
    const ShortName* const name =
      bsearch(&wanted, a->names, a->n_names, sizeof(*a->names), compare_names);
    if (!name || (name->is_word && !is_titled(a, t) && !is_who_says(a, t))) {
      continue;
    }
    const uint32_t begin = find_begin(a, name, t);
    if (name->is_word || begin < t ||
        (is_place_of_name(a, t, person_end) && !is_plain_word(a, t))) {
      uint32_t end = find_end(a, name, t);
      if (next < n_before && doc->mentions[next].tokens.begin < end) {
        end = t + 1;
      }
      ISN_TRY(st, add(a, (IsnSpan){ begin < covered ? t : begin, end }));
      covered = end;
    }
  }
  if (doc->n_mentions > n_before) {
    isn_mentions_sort(doc, 0);
  }
  return st;
}

IsnStatus
isn_again_find(IsnDocument* const doc,
               const IsnAnalysis* const analysis,
               const IsnImage* const image)
{
  IsnStatus st = ISN_SUCCESS;
  Again a = { .doc = doc, .analysis = analysis };
  static const char* const before[] = {
    "verb", "prep", "complementizer", "conj"
  };
  static const char* const styles[] = {
    "honorific", "rank", "title-stop", "common-rank"
  };
  static const char* const workers[] = { "occupation", "people-noun", "", "" };
  static const char* const never[] = { "office", "org-head", "", "" };
  static const char* const words_too[] = {
    "nationality", "people-noun", "", ""
  };
  static const char* const names_too[] = {
    "family-name", "common-family-name", "given-name", "common-given-name"
  };
  static const char* const says[] = { "say",    "stress", "add-say", "announce",
                                      "praise", "warn",   "deny",    "ask" };
  a.given = isn_image_find_class(image, ISN_STR("given-name"));
  a.family = isn_image_find_class(image, ISN_STR("family-name"));
  a.that = isn_image_find_class(image, ISN_STR("complementizer"));
  a.prep = isn_image_find_class(image, ISN_STR("prep"));
  for (size_t i = 0; i < 8; ++i) {
    a.says[i] = isn_image_find_class(image, isn_str(says[i]));
  }
  for (size_t i = 0; i < 4; ++i) {
    a.names_too[i] = isn_image_find_class(image, isn_str(names_too[i]));
    a.before[i] = isn_image_find_class(image, isn_str(before[i]));
    a.styles[i] = isn_image_find_class(image, isn_str(styles[i]));
    a.workers[i] = isn_image_find_class(image, isn_str(workers[i]));
    a.never[i] = isn_image_find_class(image, isn_str(never[i]));
    a.words_too[i] = isn_image_find_class(image, isn_str(words_too[i]));
  }
  ISN_TRY(st, collect_ends(&a));
  cut_objects(&a);
  join_hyphens(&a);
  ISN_TRY(st, collect(&a));
  return a.n_names ? scan(&a) : st;
}
