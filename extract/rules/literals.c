// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/literals.h"

#include "extract/base/utf8.h"

#include <stdio.h>

#define LETTER_BYTES 2u // of every Arabic letter in UTF-8
#define MIN_BYTES (3 * LETTER_BYTES)
#define MAX_BYTES 128
#define MAX_DEPTH 64u
#define TATWEEL "\xD9\x80"

/// A pattern that is gone through for its words.
typedef struct {
  IsnStr text;
  size_t at;
  bool begins;             // a word can begin here
  bool outside[MAX_DEPTH]; // by group: where it opened
  bool is_look[MAX_DEPTH]; // by group: it only looks
  size_t depth;
} Walk;

static bool
is_letter(const uint32_t c)
{
  return c >= 0x0621 && c <= 0x064A && c != 0x0640;
}

static bool
looks_at(const Walk* const w, const char* const s)
{
  return isn_str_starts(isn_str_slice(w->text, w->at, w->text.n_bytes),
                        isn_str(s));
}

/// Behind the closing `mark` of what opens here.
static size_t
behind(const Walk* const w, const char mark)
{
  size_t at = w->at + 1;
  while (at < w->text.n_bytes && w->text.data[at] != mark) {
    at += w->text.data[at] == '\\' ? 2 : 1;
  }
  return at < w->text.n_bytes ? at + 1 : w->text.n_bytes;
}

/// Whether a word that ended here goes on, or is more than its letters.
static bool
goes_on(const Walk* const w)
{
  static const char* const more[] = { TATWEEL, "?", "*", "+", "{",
                                      "[",     "_", "-", "(" };
  for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); ++i) {
    if (looks_at(w, more[i]) && !looks_at(w, "(?!") && !looks_at(w, "(?=")) {
      return true;
    }
  }
  return false;
}

static void
open_group(Walk* const w)
{
  const bool is_look = looks_at(w, "(?=") || looks_at(w, "(?!") ||
                       looks_at(w, "(?<=") || looks_at(w, "(?<!");
  if (w->depth < MAX_DEPTH) {
    w->outside[w->depth] = w->begins;
    w->is_look[w->depth] = is_look;
  }
  ++w->depth;
  ++w->at;
  if (w->at < w->text.n_bytes && w->text.data[w->at] == '?') {
    static const char* const heads[] = { "?:", "?=", "?!", "?<=", "?<!" };
    size_t n = 0;
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); ++i) {
      n = looks_at(w, heads[i]) ? strlen(heads[i]) : n;
    }
    w->at = n ? w->at + n : looks_at(w, "?<") ? behind(w, '>') : w->at + 1;
  }
}

static void
close_group(Walk* const w)
{
  w->depth -= w->depth > 0;
  w->begins =
    w->depth < MAX_DEPTH && w->is_look[w->depth] && w->outside[w->depth];
  ++w->at;
}

/// The next word that a match would have to begin a text's word with; false at
/// the end.
static bool
next_word(Walk* const w, IsnStr* const word)
{
  while (w->at < w->text.n_bytes) {
    const char c = w->text.data[w->at];
    const size_t begin = w->at;
    if (c == '[' || c == '{') {
      w->at = behind(w, c == '[' ? ']' : '}');
      w->begins = false;
    } else if (c == '\\') {
      w->at += w->at + 1 < w->text.n_bytes ? 2 : 1;
      w->begins = false;
    } else if (c == '(') {
      open_group(w);
    } else if (c == ')') {
      close_group(w);
    } else if (c == '|') {
      ++w->at;
      w->begins =
        !w->depth || (w->depth <= MAX_DEPTH && w->outside[w->depth - 1]);
    } else if (!is_letter(isn_utf8_next(w->text.data, &w->at))) {
      w->begins = c == ' ' || c == '^';
    } else {
      size_t end = w->at;
      while (end < w->text.n_bytes &&
             is_letter(isn_utf8_next(w->text.data, &end))) {
        w->at = end;
      }
      const bool is_word = w->begins && !goes_on(w);
      w->begins = false;
      if (is_word && w->at - begin >= MIN_BYTES) {
        *word = isn_str_slice(w->text, begin, w->at);
        return true;
      }
    }
  }
  return false;
}

/// Whether the letters stand in the pattern as words or a word's rest too.
static bool
has_apart(const IsnStr pattern, const IsnStr rest)
{
  for (size_t at = 0; at + rest.n_bytes <= pattern.n_bytes; ++at) {
    if (memcmp(pattern.data + at, rest.data, rest.n_bytes)) {
      continue;
    }
    size_t before = at;
    while (before &&
           ((unsigned char)pattern.data[before - 1] & 0xC0u) == 0x80u) {
      --before;
    }
    before -= before > 0;
    size_t next = before;
    const uint32_t c = at ? isn_utf8_next(pattern.data, &next) : ' ';
    if (!is_letter(c)) {
      return true;
    }
  }
  return false;
}

static size_t
check(const char* const what,
      const IsnStr name,
      const IsnStr pattern,
      const IsnPlace* const place,
      const IsnImage* const image,
      IsnSurfaces* const surfaces,
      const IsnSink* const sink)
{
  Walk w = { .text = pattern, .begins = true };
  size_t n_dead = 0;
  for (IsnStr word; next_word(&w, &word);) {
    const IsnSurface* const s = isn_surfaces_get(surfaces, image, word);
    const IsnReading* const r = s ? &s->forms[s->plain].reading : NULL;
    if (!r || !r->n_proclitics) {
      continue;
    }
    const size_t n_off = r->n_letters * LETTER_BYTES;
    // «للعام» leaves «العام», whose alef is not written
    char with_article[MAX_BYTES];
    const int n_with = snprintf(with_article,
                                sizeof(with_article),
                                "ال%.*s",
                                (int)(word.n_bytes - n_off - LETTER_BYTES),
                                word.data + n_off + LETTER_BYTES);
    const IsnStr rest = r->cuts_article && n_with < MAX_BYTES
                          ? (IsnStr){ with_article, (size_t)n_with }
                          : isn_str_slice(word, n_off, word.n_bytes);
    if (has_apart(pattern, rest)) {
      continue;
    }
    ++n_dead;
    isn_warning(
      sink,
      place,
      "%s %.*s: no text has «%.*s» in one: it is read as «%.*s" TATWEEL
      "%.*s»; write that, or «" TATWEEL "?» for both",
      what,
      (int)name.n_bytes,
      name.data,
      (int)word.n_bytes,
      word.data,
      (int)n_off,
      word.data,
      (int)rest.n_bytes,
      rest.data);
  }
  return n_dead;
}

size_t
isn_literals_check(const IsnRule* const rule,
                   const IsnImage* const image,
                   IsnSurfaces* const surfaces,
                   const IsnSink* const sink)
{
  const IsnPlace place = { rule->file.data, rule->line, 0 };
  return check(
    "rule", rule->name, rule->pattern, &place, image, surfaces, sink);
}

size_t
isn_literals_check_part(const char* const what,
                        const IsnStr name,
                        const IsnStr pattern,
                        const IsnImage* const image,
                        IsnSurfaces* const surfaces,
                        const IsnSink* const sink)
{
  return check(what, name, pattern, NULL, image, surfaces, sink);
}
