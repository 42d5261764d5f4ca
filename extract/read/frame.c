// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/frame.h"

#include "extract/base/utf8.h"
#include "extract/read/fold.h"
#include "extract/word_lists.h"

#include <string.h>

/// No line of the frame is longer.
#define MAX_BYTES 400

typedef struct {
  size_t n_words;
  size_t n_arabic;
  size_t n_latin;
  size_t n_digits;
} Counts;

static Counts
count(const IsnStr line)
{
  Counts counts = { 0, 0, 0, 0 };
  bool is_in_word = false;
  for (size_t at = 0; at < line.n_bytes;) {
    const uint32_t c = isn_utf8_next(line.data, &at);
    const bool is_blank = isn_fold_is_blank(c);
    counts.n_words += !is_blank && !is_in_word;
    is_in_word = !is_blank;
    counts.n_digits += (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669);
    counts.n_arabic += (c >= 0x620 && c <= 0x64A) ||
                       (c >= 0x671 && c <= 0x6D3) ||
                       (c >= 0xFB50 && c <= 0xFEFC);
    counts.n_latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= 0xC0 && c <= 0x24F);
  }
  return counts;
}

/// Whether `folded` is «|»-separated words of `words` only.
static bool
is_list_of(const char* const folded, const IsnWords* const words)
{
  const char* s = folded;
  size_t n_found = 0;
  while (*s) {
    s += strspn(s, " |/>»«•·");
    size_t n = strcspn(s, "|/>");
    const size_t n_part = n;
    while (n && s[n - 1] == ' ') {
      --n;
    }
    if (n && !isn_words_has(words, (IsnStr){ s, n })) {
      return false;
    }
    n_found += n > 0;
    s += n_part;
  }
  return n_found > 0 || !*folded || strspn(folded, " |/>-") == strlen(folded);
}

/// "SITE NAME - محرر": a name in capitals, a dash, and who wrote it.
static bool
is_signed_site(const IsnStr line, const Counts* const counts)
{
  size_t n = 0;
  while (n < line.n_bytes && ((line.data[n] >= 'A' && line.data[n] <= 'Z') ||
                              line.data[n] == ' ')) {
    ++n;
  }
  return n >= 3 && n < line.n_bytes && line.data[n] == '-' &&
         counts->n_words <= 6;
}

/// "news.example", "www.example.org": Latin letters around a dot.
static bool
is_site_name(const char* const folded)
{
  const char* const dot = strchr(folded, '.');
  return dot && dot > folded && dot[-1] >= 'a' && dot[-1] <= 'z' &&
         dot[1] >= 'a' && dot[1] <= 'z' &&
         !memchr(folded, ' ', (size_t)(dot - folded));
}

bool
isn_frame_is_top(const IsnStr line)
{
  if (line.n_bytes > MAX_BYTES) {
    return false;
  }
  char folded[ISN_FOLD_SIZE];
  isn_fold(line, folded);
  const Counts counts = count(line);
  return (counts.n_words <= 8 && is_list_of(folded, &isn_words_page_tops)) ||
         (counts.n_words <= 12 && is_site_name(folded)) ||
         is_signed_site(line, &counts);
}

bool
isn_frame_is_byline(const IsnStr line)
{
  if (line.n_bytes > MAX_BYTES) {
    return false;
  }
  char folded[ISN_FOLD_SIZE];
  const size_t n = isn_fold(line, folded);
  const Counts counts = count(line);
  return isn_words_has(&isn_words_bylines, (IsnStr){ folded, n }) ||
         (counts.n_words <= 8 && !strncmp(folded, "بقلم", strlen("بقلم"))) ||
         (counts.n_words <= 3 && !counts.n_digits &&
          !strpbrk(folded, ".:!?\"") && !strstr(folded, "؟"));
}

/// «14:27 ت م»: the time at which an agency sent its report.
static bool
is_time(const char* const folded)
{
  const size_t n = strspn(folded, "0123456789:");
  return n >= 4 && n <= 8 && memchr(folded, ':', n) && strlen(folded + n) <= 16;
}

/// «- مل -», «/ م ع /»: the initials of who wrote it.
static bool
is_initials(const IsnStr line, const Counts* const counts)
{
  return line.n_bytes && strchr("-/*(", line.data[0]) &&
         strchr("-/*)", line.data[line.n_bytes - 1]) && counts->n_words <= 6 &&
         counts->n_arabic + counts->n_latin <= 8;
}

bool
isn_frame_is_end(const IsnStr line)
{
  if (line.n_bytes > MAX_BYTES) {
    return false;
  }
  char folded[ISN_FOLD_SIZE];
  size_t n = isn_fold(line, folded);
  const Counts counts = count(line);
  if (isn_words_begin(&isn_words_page_end_openings, isn_str(folded))) {
    return true;
  }
  if (counts.n_words > 8) {
    return false;
  }
  if (is_time(folded) || is_initials(line, &counts)) {
    return true;
  }
  if (!counts.n_arabic && !counts.n_latin) {
    return true; // "###", "* * *"
  }
  // What stands around the words: slashes, a count in brackets
  const char* s = folded;
  while (*s && strchr("/-*# .(", *s)) {
    ++s;
    --n;
  }
  while (n && strchr("/-*# .:()0123456789", s[n - 1])) {
    --n;
  }
  return isn_words_has(&isn_words_page_ends, (IsnStr){ s, n }) ||
         !strncmp(s, "المصدر:", strlen("المصدر:"));
}

bool
isn_frame_is_caption(const IsnStr line)
{
  if (line.n_bytes > MAX_BYTES) {
    return false;
  }
  char folded[ISN_FOLD_SIZE];
  isn_fold(line, folded);
  if (isn_words_begin(&isn_words_caption_openings, isn_str(folded))) {
    return true;
  }
  const Counts counts = count(line);
  return !counts.n_arabic && counts.n_latin && counts.n_words <= 20;
}
