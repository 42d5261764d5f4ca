// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/dateline.h"

#include "extract/read/date.h"
#include "extract/read/fold.h"
#include "extract/word_lists.h"

#define MAX_PLACE_WORDS 4
#define MAX_BARE_PLACE_WORDS 3
#define MAX_BRACKET_WORDS 8
#define MAX_WORDS 40
#define MIN_TEXT_WORDS 8

typedef enum {
  W_OTHER,
  W_NUMBER,
  W_DATE, ///< Months, eras and the words between dates
  W_DASH,
  W_SLASH,
  W_AGENCY,
} WordKind;

/// What stands between the place and the text.
typedef struct {
  IsnStr text;
  size_t at;       ///< Behind the last word read
  size_t n_closed; ///< Bytes up to the last dash or agency
  size_t n_words;
  bool has_bracket;
  bool has_date;
  bool has_agency;
  bool is_whole; ///< Nothing but the dateline stands in the paragraph
} Scan;

static bool
is_one_of(const char* const word, const char* const* const words)
{
  for (size_t i = 0; words[i]; ++i) {
    if (!strcmp(word, words[i])) {
      return true;
    }
  }
  return false;
}

/// `folded` without brackets, slashes and commas around it.
static const char*
strip(char* const folded)
{
  char* s = folded;
  while (*s && strchr("(/-[", *s)) {
    ++s;
  }
  size_t n = strlen(s);
  for (;;) {
    if (n && strchr(")/-],:", s[n - 1])) {
      --n;
    } else if (n >= 2 && !memcmp(s + n - 2, "،", 2)) {
      n -= 2;
    } else {
      break;
    }
  }
  s[n] = '\0';
  return s;
}

static bool
is_number(const char* const s)
{
  // A range or a numeric date counts too: 25-23, 2016/10/08
  return *s && strspn(s, "0123456789/-.") == strlen(s) &&
         strpbrk(s, "0123456789");
}

/// The national agencies of the Arab states and those that write Arabic.
static bool
is_agency(const char* const s)
{
  return isn_words_has(&isn_words_news_agencies, isn_str(s));
}

/// «/أثير/»: what stands so behind a date is an agency, known or not.
static bool
is_between_slashes(const IsnStr word)
{
  return word.n_bytes > 4 && isn_str_starts(word, ISN_STR("/")) &&
         isn_str_ends(word, ISN_STR("/")) &&
         !memchr(word.data + 1, '/', word.n_bytes - 2);
}

static WordKind
kind_of(const IsnStr word, const char** const stripped, char* const folded)
{
  isn_fold(word, folded);
  static const char* const dashes[] = {
    "-", "–", "—", "--", "―", "_", ":", NULL
  };
  static const char* const slashes[] = { "/", "//", "|", NULL };
  // Tatweel alone, which folding leaves out, serves as a dash
  if (!*folded || is_one_of(folded, dashes)) {
    return W_DASH;
  }
  if (is_one_of(folded, slashes)) {
    return W_SLASH;
  }
  const size_t n = strlen(folded);
  const bool is_slashed = n > 4 && folded[0] == '/' && folded[n - 1] == '/';
  *stripped = strip(folded);
  if (is_slashed && (unsigned char)**stripped >= 0x80) {
    return W_AGENCY; // «/أثير/»: one that nobody has listed
  }
  // A comma between blanks joins what it parts
  return !**stripped              ? W_DATE
         : is_number(*stripped)   ? W_NUMBER
         : is_agency(*stripped)   ? W_AGENCY
         : isn_date_is_word(word) ? W_DATE
                                  : W_OTHER;
}

/// Whether the word ends in "-" or ":-" as in «ليون (فرنسا)- ».
static bool
has_dash_at_end(const IsnStr word)
{
  return isn_str_ends(word, ISN_STR("-")) || isn_str_ends(word, ISN_STR("–")) ||
         isn_str_ends(word, ISN_STR("—"));
}

/// Whether an agency or a whole date has been read: then a colon or a slash
/// may close the dateline, «مسقط في 10 مارس 2024م / بدأت».
static bool
may_close(const Scan* const scan)
{
  char iso[11];
  return scan->has_agency ||
         isn_date_find(isn_str_slice(scan->text, 0, scan->at), iso);
}

/// Whether a colon parts the word from the text: «16 فبراير 2023: قال». What
/// it closes must have said a whole date, for verbs of speech have colons too.
static bool
has_colon_at_end(const Scan* const scan, const IsnStr word)
{
  return isn_str_ends(word, ISN_STR(":")) && may_close(scan);
}

/// Move behind the bracket that begins with `word`; false if it is too long.
static bool
skip_bracket(Scan* const scan, IsnStr word, const size_t begin)
{
  size_t n_words = 0;
  while (!memchr(word.data, ')', word.n_bytes)) {
    if (++n_words > MAX_BRACKET_WORDS ||
        !isn_fold_next_word(scan->text, &scan->at, &word)) {
      return false;
    }
  }
  char folded[ISN_FOLD_SIZE];
  isn_fold(isn_str_slice(scan->text, begin, scan->at), folded);
  char spaceless[ISN_FOLD_SIZE];
  size_t n = 0;
  for (const char* s = folded; *s; ++s) {
    if (!strchr(" ()-/:", *s)) {
      spaceless[n++] = *s;
    }
  }
  spaceless[n] = '\0';
  scan->has_agency = scan->has_agency || is_agency(spaceless);
  scan->has_bracket = true;
  if (has_dash_at_end(word) || has_colon_at_end(scan, word)) {
    scan->n_closed = scan->at;
  }
  return true;
}

/// «وزارة العدل - المكتب الصحفي»: a letterhead, no place.
static bool
is_office(const char* const word)
{
  return isn_words_has(&isn_words_issuing_offices, isn_str(word));
}

/// The words of the place: letters only. False if there are none or too many.
static bool
scan_place(Scan* const scan)
{
  size_t n_words = 0;
  for (;;) {
    const size_t before = scan->at;
    IsnStr word;
    if (!isn_fold_next_word(scan->text, &scan->at, &word)) {
      return false;
    }
    char folded[ISN_FOLD_SIZE];
    const char* stripped = "";
    const WordKind kind = kind_of(word, &stripped, folded);
    const bool is_open = word.data[0] == '(' || word.data[0] == '/';
    if (kind != W_OTHER || is_open) {
      scan->at = before;
      break;
    }
    if ((!n_words && is_office(stripped)) || ++n_words > MAX_PLACE_WORDS ||
        (unsigned char)*stripped < 0x80 ||
        strpbrk(stripped, ".:\"!?0123456789") || strstr(stripped, "؟")) {
      return false;
    }
    if (has_dash_at_end(word)) {
      scan->n_closed = scan->at;
      break;
    }
  }
  scan->n_words = n_words;
  return n_words > 0;
}

/// Dates, agencies, brackets and dashes, up to the first word of the text.
static void
scan_rest(Scan* const scan)
{
  bool is_after_sign = scan->n_closed;
  for (size_t i = 0; i < MAX_WORDS; ++i) {
    const size_t before = scan->at;
    IsnStr word;
    if (!isn_fold_next_word(scan->text, &scan->at, &word)) {
      scan->is_whole = true;
      return;
    }
    char folded[ISN_FOLD_SIZE];
    const char* stripped = "";
    const bool is_signed = scan->has_date && is_between_slashes(word);
    const WordKind read = kind_of(word, &stripped, folded);
    const WordKind kind = is_signed && read == W_OTHER ? W_AGENCY : read;
    const size_t begin = (size_t)(word.data - scan->text.data);
    if (word.data[0] == '(') {
      // Behind a dash a bracket is the text's, unless it names the agency
      if (!skip_bracket(scan, word, begin)) {
        return;
      }
      if (scan->has_agency) {
        scan->n_closed = scan->at;
      }
      continue;
    }
    // «وفا» and «معا» are words too: an agency follows a date or a sign
    const bool is_word = kind == W_AGENCY && !scan->has_date &&
                         !is_after_sign && word.data[0] != '/';
    if (kind == W_OTHER || is_word) {
      scan->at = before;
      return;
    }
    is_after_sign = kind == W_DASH || kind == W_SLASH;
    scan->has_date = scan->has_date || kind == W_NUMBER;
    scan->has_agency = scan->has_agency || kind == W_AGENCY;
    const bool is_colon = isn_str_is(word, ":");
    const bool is_closing = (kind == W_DASH && !is_colon) || kind == W_AGENCY ||
                            (kind == W_SLASH && may_close(scan)) ||
                            has_dash_at_end(word) ||
                            has_colon_at_end(scan, word);
    if (is_closing) {
      scan->n_closed = scan->at;
    }
  }
}

/// Whether the paragraph begins with a day: «14 مايو 2019، جنيف -».
static bool
begins_with_date(const IsnStr paragraph)
{
  size_t at = 0;
  IsnStr word;
  char iso[11];
  for (size_t i = 0; i < 6 && isn_fold_next_word(paragraph, &at, &word); ++i) {
    if (!isn_date_is_word(word)) {
      break;
    }
    if (isn_date_find(isn_str_slice(paragraph, 0, at), iso)) {
      return true;
    }
  }
  return false;
}

/// Whether a sentence may follow: else it is a date line, «3 يونيو 2018 -
/// بيان».
static bool
has_text_behind(const Scan* const scan)
{
  size_t at = scan->n_closed;
  size_t n_words = 0;
  for (IsnStr word; n_words < MIN_TEXT_WORDS &&
                    isn_fold_next_word(scan->text, &at, &word);) {
    ++n_words;
  }
  return n_words == MIN_TEXT_WORDS;
}

/// Behind a date that comes first: a place, if a dash follows it.
static size_t
scan_date_first(Scan* const scan)
{
  scan_rest(scan);
  // cppcheck-suppress duplicateExpression ; scan_place may close it
  if (!scan->n_closed && !scan->is_whole && scan_place(scan) &&
      !scan->n_closed) {
    scan_rest(scan);
  }
  return scan->n_closed && has_text_behind(scan) ? scan->n_closed : 0;
}

size_t
isn_dateline_find(const IsnStr paragraph)
{
  Scan scan = { .text = paragraph };
  if (begins_with_date(paragraph)) {
    return scan_date_first(&scan);
  }
  if (!scan_place(&scan)) {
    return 0;
  }
  if (!scan.n_closed || scan.at < paragraph.n_bytes) {
    scan_rest(&scan);
  }
  if (scan.is_whole && scan.n_closed && (scan.has_date || scan.has_agency)) {
    return paragraph.n_bytes;
  }
  if (scan.is_whole && scan.has_date && scan.has_agency) {
    return paragraph.n_bytes;
  }
  const bool is_marked = scan.has_bracket || scan.has_date || scan.has_agency;
  return !is_marked && scan.n_words > MAX_BARE_PLACE_WORDS ? 0 : scan.n_closed;
}
