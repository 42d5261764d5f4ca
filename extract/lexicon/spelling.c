// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/spelling.h"

#include <string.h>

typedef struct {
  char sound;
  const char* letter;
} Letter;

static const Letter letters[] = {
  { '\'', "ء" }, { 'b', "ب" }, { 't', "ت" }, { 'v', "ث" },  { 'j', "ج" },
  { 'H', "ح" },  { 'x', "خ" }, { 'd', "د" }, { '*', "ذ" },  { 'r', "ر" },
  { 'z', "ز" },  { 's', "س" }, { '$', "ش" }, { 'S', "ص" },  { 'D', "ض" },
  { 'T', "ط" },  { 'Z', "ظ" }, { 'E', "ع" }, { 'g', "غ" },  { 'f', "ف" },
  { 'q', "ق" },  { 'k', "ك" }, { 'l', "ل" }, { 'm', "م" },  { 'n', "ن" },
  { 'h', "ه" },  { 'w', "و" }, { 'y', "ي" }, { '\'', "أ" },
};

static const size_t n_letters = sizeof(letters) / sizeof(letters[0]);

static char
sound_of_letter(const char* const at)
{
  for (size_t i = 0; i < n_letters; ++i) {
    if (!strncmp(at, letters[i].letter, 2)) {
      return letters[i].sound;
    }
  }
  return 0;
}

static const char*
letter_of_sound(const char sound)
{
  for (size_t i = 0; i < n_letters; ++i) {
    if (letters[i].sound == sound) {
      return letters[i].letter;
    }
  }
  return "";
}

bool
isn_root_read(const IsnStr text, IsnRoot* const root)
{
  memset(root, 0, sizeof(*root));
  for (size_t i = 0; i < text.n_bytes;) {
    if (text.data[i] == ' ') {
      ++i;
      continue;
    }
    const char sound =
      i + 1 < text.n_bytes ? sound_of_letter(text.data + i) : '\0';
    if (!sound || root->n == 4) {
      return false;
    }
    root->radicals[root->n++] = sound;
    i += 2;
  }
  return root->n >= 3;
}

static bool
is_consonant(const char c)
{
  return c && (strchr("'btvjHxd*rzs$SDTZEgfqklmnhwy", c));
}

/// 'i', 'u' or 'a' for a vowel sound, 0 for no vowel.
static char
vowel_quality(const char c)
{
  switch (c) {
    case 'i':
    case 'I':
      return 'i';
    case 'u':
    case 'U':
      return 'u';
    case 'a':
    case 'A':
    case 'Y':
      return 'a';
    default:
      return 0;
  }
}

/// Apply what sounds do to each other before they are spelled.
///
/// A doubled letter is written once («عدّ»); i before a vowelless w is long
/// («إيقاف» from 'iwqAf), u before a vowelless y too.
static void
settle_sounds(const char* const sounds, char* const out)
{
  size_t n = 0;
  for (const char* s = sounds; *s; ++s) {
    if (is_consonant(*s) && s[1] == *s) {
      continue;
    }
    const bool closed = s[0] && s[1] && is_consonant(s[2]) && s[2] != s[1];
    if (closed && ((*s == 'i' && s[1] == 'w') || (*s == 'u' && s[1] == 'y'))) {
      out[n++] = *s == 'i' ? 'I' : 'U';
      ++s;
      continue;
    }
    out[n++] = *s;
  }
  out[n] = '\0';
}

/// The hamza at the beginning of a word and what it swallows.
///
/// Two hamzas, the second vowelless, become one and a long vowel («آخذ» from
/// 'a'xu*u, «إيمان» from 'i'mAn).
static const char*
initial_hamza(const char* const s, size_t* const n_read)
{
  const bool contracts = s[1] && s[2] == '\'' && is_consonant(s[3]);
  *n_read = contracts ? 3 : 1;
  switch (vowel_quality(s[1])) {
    case 'i':
      return contracts ? "إي" : "إ";
    case 'u':
      return contracts ? "أو" : "أ";
    default:
      if (s[1] == 'A') {
        *n_read = 2;
        return "آ";
      }
      return contracts ? "آ" : "أ";
  }
}

static bool
is_word_end(const char* s)
{
  while (*s && strchr("aiu", *s)) {
    ++s;
  }
  return !*s;
}

static const char*
final_hamza(const char before)
{
  switch (before) {
    case 'a':
      return "أ";
    case 'i':
      return "ئ";
    case 'u':
      return "ؤ";
    default:
      return "ء";
  }
}

/// The seat between u sounds, where usage knows two spellings.
static const char*
hamza_by_u(const char before, const char after, const IsnSpelling spelling)
{
  if (before == 'U' && vowel_quality(after) == 'a') {
    return "ء";
  }
  const bool may_vary = vowel_quality(after) == 'u';
  if (spelling == ISN_SPELLING_OTHER && may_vary && before != 'u') {
    const bool joins = before != 'U' && !strchr("wrdz*", before);
    return before == 'a'             ? "أ"
           : before == 'A'           ? "ء"
           : (after == 'U' && joins) ? "ئ"
                                     : "ؤ";
  }
  return "ؤ";
}

/// The seat inside a word: i is stronger than u, u than a, a than none.
static const char*
medial_hamza(const char before,
             const char after,
             const IsnSpelling spelling,
             size_t* const n_read)
{
  const char b = before == 'y' ? 'i' : vowel_quality(before);
  const char a = vowel_quality(after);
  *n_read = 1;
  if (b == 'i' || a == 'i') {
    return "ئ";
  }
  if (b == 'u' || a == 'u') {
    return hamza_by_u(before, after, spelling);
  }
  if (before == 'A') {
    return "ء";
  }
  if (after == 'A') {
    *n_read = 2;
    return "آ";
  }
  return "أ";
}

static const char*
spell_hamza(const char* const all,
            const size_t at,
            const IsnSpelling spelling,
            size_t* const n_read)
{
  if (!at) {
    return initial_hamza(all, n_read);
  }
  *n_read = 1;
  const char before = all[at - 1];
  if (is_word_end(all + at + 1)) {
    return final_hamza(before);
  }
  return medial_hamza(before, all[at + 1], spelling, n_read);
}

static const char*
spell_other(const char* const s, const char* const written)
{
  const bool is_last = !s[1];
  switch (*s) {
    case 'a':
    case 'i':
    case 'u':
      return "";
    case 'L':
    case 'O':
    case 'A':
      return "ا";
    case 'I':
      return "ي";
    case 'U':
      return "و";
    case 'Y':
      return is_last && !isn_spelling_ends(written, "ي") ? "ى" : "ا";
    case 'p':
      return is_last ? "ة" : "ت";
    default:
      return letter_of_sound(*s);
  }
}

/// Append, an alef after «أ» becoming «آ».
static void
append(char* const out, const char* const letters_)
{
  const size_t n = strlen(out);
  if (!strcmp(letters_, "ا") && isn_spelling_ends(out, "أ")) {
    memcpy(out + n - 2, "آ", 2);
    return;
  }
  memcpy(out + n, letters_, strlen(letters_) + 1);
}

/// Inside a word Y is A, which the seat of a hamza before it must know.
static void
open_inner_alef(char* const s)
{
  for (size_t i = 0; s[i]; ++i) {
    if (s[i] == 'Y' && s[i + 1]) {
      s[i] = 'A';
    }
  }
}

const char*
isn_spelling_write(IsnArena* const arena,
                   const char* const sounds,
                   const IsnSpelling spelling)
{
  const size_t n = sounds ? strlen(sounds) : 0;
  char* const settled = isn_arena_alloc(arena, n + 4);
  char* const out = isn_arena_alloc(arena, 2 * n + 4);
  if (!sounds || !settled || !out) {
    return NULL;
  }
  settle_sounds(sounds, settled);
  open_inner_alef(settled);
  for (size_t i = 0; settled[i];) {
    if ((unsigned char)settled[i] >= 0x80) {
      const char letter[3] = { settled[i], settled[i + 1], 0 };
      append(out, letter);
      i += 2;
    } else if (settled[i] == '\'') {
      size_t n_read = 1;
      append(out, spell_hamza(settled, i, spelling, &n_read));
      i += n_read;
    } else {
      append(out, spell_other(settled + i, out));
      ++i;
    }
  }
  return out;
}

const char*
isn_spelling_join(IsnArena* const arena,
                  const char* const a,
                  const char* const b)
{
  if (!a || !b) {
    return NULL;
  }
  return isn_arena_print(arena, "%s%s", a, b).data;
}

const char*
isn_spelling_cut(IsnArena* const arena, const char* const text, unsigned n)
{
  const size_t n_bytes = text ? strlen(text) : 0;
  const size_t n_cut = 2u * (size_t)n;
  if (!text || n_bytes < n_cut) {
    return NULL;
  }
  return isn_arena_copy(arena, (IsnStr){ text, n_bytes - n_cut }).data;
}

bool
isn_spelling_ends(const char* const text, const char* const end)
{
  return text && isn_str_ends(isn_str(text), isn_str(end));
}
