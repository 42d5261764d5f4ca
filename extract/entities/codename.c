// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/codename.h"

#include "extract/entities/linker.h"
#include "extract/word_lists.h"

/// Words of a code name, its marks among them.
#define MAX_WORDS 7u

/// How far before the quotation the noun stands that it is the name of, and how
/// far where «باسم» stands between.
#define MAX_BACK 4u
#define MAX_BACK_CALLED 9u

/// The quotation of a few words around the tokens, with its marks; empty if
/// there is none.
static IsnSpan
quotation_around(const IsnDocument* const doc,
                 const IsnWord* const words,
                 IsnSpan tokens)
{
  while (tokens.begin && tokens.end - tokens.begin < MAX_WORDS &&
         !(words[tokens.begin].flags & ISN_WORD_OPEN)) {
    --tokens.begin;
  }
  while (tokens.end < doc->n_tokens && tokens.end - tokens.begin < MAX_WORDS &&
         !(words[tokens.end - 1].flags & ISN_WORD_CLOSE)) {
    ++tokens.end;
  }
  return words[tokens.begin].flags & ISN_WORD_OPEN &&
             words[tokens.end - 1].flags & ISN_WORD_CLOSE
           ? tokens
           : (IsnSpan){ 0, 0 };
}

static bool
is_called(const IsnWord* const words, const uint32_t open)
{
  return open && isn_words_has(&isn_words_called, words[open - 1].word);
}

/// Whether the words before the quotation say that it is a code name:
/// «التمرين المشترك «…»», «عملية أطلق عليها اسم «…»».
static bool
names_operation(const IsnWord* const words, const uint32_t open)
{
  const uint32_t back = is_called(words, open) ? MAX_BACK_CALLED : MAX_BACK;
  for (uint32_t t = open; t && open - t < back; --t) {
    if (isn_words_has(&isn_words_operation_nouns, words[t - 1].word)) {
      return true;
    }
  }
  return false;
}

/// «دورة «إدارة الأزمات»», «ورشة عمل بعنوان «…»»: whether the quotation is what
/// people are taught or talk about there.
static bool
names_subject(const IsnWord* const words, const uint32_t open)
{
  uint32_t t = open;
  while (t && open - t < MAX_BACK &&
         isn_words_has(&isn_words_between_lesson_and_name, words[t - 1].word)) {
    --t;
  }
  return t && isn_words_has(&isn_words_lesson_nouns, words[t - 1].word);
}

/// «حملة «اليونيسف»»: what fills the quotation may be whose it is.
static bool
fills(const IsnWord* const words, const IsnMention* const m, const IsnSpan all)
{
  return !is_called(words, all.begin) && m->tokens.begin == all.begin + 1 &&
         m->tokens.end + 1 == all.end;
}

void
isn_codename_drop(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  const IsnWord* const words = analysis->words;
  size_t n = 0;
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    const bool is_thing = m->type == ISN_TYPE_PERSON ||
                          m->type == ISN_TYPE_PLACE ||
                          m->type == ISN_TYPE_ORGANIZATION;
    const IsnSpan quotation =
      is_thing ? quotation_around(doc, words, m->tokens) : (IsnSpan){ 0, 0 };
    if (quotation.begin < quotation.end && !fills(words, m, quotation) &&
        names_operation(words, quotation.begin)) {
      continue;
    }
    // «دورة «اليونيسف»» may be its own
    if (quotation.begin < quotation.end && m->type == ISN_TYPE_ORGANIZATION &&
        !isn_linker_entry(analysis, m) &&
        names_subject(words, quotation.begin)) {
      continue;
    }
    doc->mentions[n++] = *m;
  }
  doc->n_mentions = n;
}
