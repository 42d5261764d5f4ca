// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/name.h"

#include "extract/word_lists.h"

static bool
is_pointer(const IsnStr word)
{
  return isn_words_has(&isn_words_pointers, word);
}

/// The quantity that begins at `token`, or NULL.
static const IsnQuantity*
quantity_at(const IsnAnalysis* const a, const uint32_t token)
{
  size_t low = 0;
  for (size_t high = a->n_quantities; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (a->quantities[middle].tokens.begin < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < a->n_quantities && a->quantities[low].tokens.begin == token
           ? &a->quantities[low]
           : NULL;
}

/// «صحافي» and «صحفي» are one.
static IsnStr
of_press(const IsnStr word)
{
  return isn_str_is(word, "صحافي")    ? ISN_STR("صحفي")
         : isn_str_is(word, "صحافيه") ? ISN_STR("صحفيه")
                                      : word;
}

static IsnStr
without_article(const IsnStr word)
{
  return isn_str_starts(word, ISN_STR("ال")) && word.n_bytes > 6
           ? isn_str_slice(word, 4, word.n_bytes)
           : word;
}

static bool
is_possessed(const IsnWord* const word)
{
  for (size_t i = 0; i < word->n_classes; ++i) {
    if (word->classes[i] & ISN_FEAT_POSSESSED) {
      return !(word->flags & ISN_WORD_TA);
    }
  }
  return false;
}

/// «تمرينا ميدانيا» is told of later as «التمرين»: the accusative's alef. Of
/// four letters only meetings have it for sure («يوما دراسيا», «حفلا»).
static IsnStr
without_alef(const IsnWord* const word, const IsnType type)
{
  const IsnStr s = word->word;
  const size_t shortest = type == ISN_TYPE_MEETING ? 8 : 10;
  return word->n_classes && isn_str_ends(s, ISN_STR("ا")) &&
             s.n_bytes >= shortest
           ? isn_str_slice(s, 0, s.n_bytes - 2)
           : s;
}

/// «دراسيا» of «يوما دراسيا», of which the adjective follows the noun.
static IsnStr
without_ending(const IsnStr word)
{
  return isn_str_ends(word, ISN_STR("ا")) && word.n_bytes >= 8
           ? isn_str_slice(word, 0, word.n_bytes - 2)
           : word;
}

/// What a pronoun has changed: «دورت|ها», «ملتقا|ه», «لقاي|ه», «لقاو|هم».
static void
restore_end(char* const data, const IsnStr bare)
{
  char* const last = data + bare.n_bytes - 2;
  if (isn_str_ends(bare, ISN_STR("ت"))) {
    memcpy(last, "ه", 2);
  } else if (isn_str_ends(bare, ISN_STR("اي")) ||
             isn_str_ends(bare, ISN_STR("او"))) {
    memcpy(last, "ء", 2);
  } else if (isn_str_ends(bare, ISN_STR("ا"))) {
    memcpy(last, "ي", 2);
  }
}

/// «دورتها» → «دوره», «اجتماعه» → «اجتماع», «ملتقاه» → «ملتقى», in the arena.
static IsnStr
without_pronoun(const IsnDocument* const doc, const IsnStr word)
{
  static const char* const pronouns[] = { "هما", "ها", "هم", "هن", "نا", "ه" };
  for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); ++i) {
    const IsnStr pronoun = isn_str(pronouns[i]);
    if (isn_str_ends(word, pronoun) && word.n_bytes > pronoun.n_bytes + 4) {
      const IsnStr bare = isn_arena_copy(
        doc->arena, isn_str_slice(word, 0, word.n_bytes - pronoun.n_bytes));
      if (bare.data) {
        restore_end((char*)(uintptr_t)bare.data, bare);
      }
      return bare.data ? bare : word;
    }
  }
  return word;
}

/// «عبدالرحمن» is «عبد الرحمن» too: put its first word, return the other.
static IsnStr
cut_servant(IsnName* const name, const IsnStr word)
{
  const size_t n_first = sizeof("عبد") - 1;
  if (!isn_str_starts(word, ISN_STR("عبدال")) ||
      word.n_bytes < 2 * n_first + 2 || name->n + 1 >= ISN_MAX_NAME_WORDS) {
    return word;
  }
  name->words[name->n++] = isn_str_slice(word, 0, n_first);
  return isn_str_slice(word, n_first, word.n_bytes);
}

void
isn_name_read(IsnName* const name,
              const IsnDocument* const doc,
              const IsnAnalysis* const analysis,
              const IsnType type,
              const IsnSpan tokens)
{
  const bool is_proper = type == ISN_TYPE_PERSON || type == ISN_TYPE_PLACE;
  bool is_accusative = false;
  *name = (IsnName){ .n = 0 };
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const IsnTokenKind kind = doc->tokens[t].kind;
    const IsnQuantity* const q = quantity_at(analysis, t);
    if (q && q->kind == ISN_QUANTITY_ORDINAL && q->tokens.end <= tokens.end) {
      name->ordinal = q->number;
      t = q->tokens.end - 1;
      continue;
    }
    const IsnStr word = analysis->words[t].word;
    if (kind == ISN_KIND_PUNCTUATION || kind == ISN_KIND_SYMBOL ||
        !word.n_bytes) {
      continue;
    }
    if (is_pointer(word)) {
      name->is_pointed = name->is_pointed || !name->n;
      continue;
    }
    if (name->n < 2) { // «ورشة العمل»: the construct is definite by its end
      name->is_definite =
        name->is_definite || analysis->words[t].flags & ISN_WORD_ARTICLE;
    }
    if (name->n < ISN_MAX_NAME_WORDS) {
      is_accusative |= !name->n && isn_str_ends(word, ISN_STR("ا"));
      const IsnStr rest = cut_servant(name, word);
      name->words[name->n] =
        name->n && is_accusative && !is_proper && type != ISN_TYPE_ORGANIZATION
          ? without_article(without_ending(rest))
        : name->n || is_proper              ? without_article(rest)
        : is_possessed(&analysis->words[t]) ? without_pronoun(doc, word)
        : analysis->words[t].flags & ISN_WORD_ARTICLE
          ? without_article(rest)
          : without_alef(&analysis->words[t], type);
      if (type == ISN_TYPE_MEETING) {
        name->words[name->n] = of_press(name->words[name->n]);
      }
      ++name->n;
    }
  }
}

/// «عبد الله» and «عبدالله» are one name: compare without blanks.
static bool
equal_joined(const IsnName* const a, const IsnName* const b)
{
  size_t i = 0;
  size_t j = 0;
  size_t in_i = 0;
  size_t in_j = 0;
  while (i < a->n && j < b->n) {
    const size_t left = a->words[i].n_bytes - in_i;
    const size_t right = b->words[j].n_bytes - in_j;
    const size_t n = left < right ? left : right;
    if (memcmp(a->words[i].data + in_i, b->words[j].data + in_j, n)) {
      return false;
    }
    in_i += n;
    in_j += n;
    if (in_i == a->words[i].n_bytes) {
      ++i;
      in_i = 0;
    }
    if (in_j == b->words[j].n_bytes) {
      ++j;
      in_j = 0;
    }
  }
  return i == a->n && j == b->n;
}

IsnStr
isn_name_untied(const IsnStr word)
{
  return isn_str_starts(word, ISN_STR("لل")) && word.n_bytes > 8
           ? isn_str_slice(word, 4, word.n_bytes)
           : word;
}

bool
isn_name_equal(const IsnName* const a, const IsnName* const b)
{
  return a->n && b->n && a->ordinal == b->ordinal && equal_joined(a, b);
}

static bool
matches_at(const IsnName* const whole,
           const IsnName* const part,
           const size_t offset)
{
  for (size_t i = 0; i < part->n; ++i) {
    if (!isn_str_equal(whole->words[offset + i], part->words[i])) {
      return false;
    }
  }
  return true;
}

bool
isn_name_ends(const IsnName* const whole, const IsnName* const part)
{
  return part->n && part->n < whole->n &&
         matches_at(whole, part, whole->n - part->n);
}

bool
isn_name_begins(const IsnName* const whole, const IsnName* const part)
{
  return part->n && part->n < whole->n && matches_at(whole, part, 0);
}

bool
isn_name_covers(const IsnName* const whole, const IsnName* const part)
{
  for (size_t i = 1; i < part->n; ++i) {
    bool is_found = false;
    for (size_t j = 0; j < whole->n && !is_found; ++j) {
      is_found = isn_str_equal(whole->words[j], part->words[i]);
    }
    if (!is_found) {
      return false;
    }
  }
  return true;
}
