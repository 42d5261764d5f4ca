// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/session.h"

#include "extract/word_lists.h"

/// Lower numbers are too common to tell meetings by: «الدورة الثانية للقمة»
/// and «القمة الثانية».
#define MIN_TELLING_ORDINAL 5

/// Nouns by which a council's sitting is told of.
static bool
is_sitting(const IsnStr noun)
{
  return isn_words_has(&isn_words_sitting_nouns, noun);
}

/// Adjectives that tell no sitting of a body from another.
static bool
is_usual(const IsnStr word)
{
  return isn_words_has(&isn_words_usual, word);
}

/// The first word behind the noun and its usual adjectives.
static size_t
body_of(const IsnName* const name)
{
  size_t i = 1;
  while (i < name->n && is_usual(name->words[i])) {
    ++i;
  }
  return i;
}

/// Whether both are of the same body, by the words behind noun and adjectives.
static bool
have_same_body(const IsnName* const a, const IsnName* const b)
{
  size_t i = body_of(a);
  size_t j = body_of(b);
  if (a->n < i + 2 || a->n - i != b->n - j) {
    return false; // «اجتماع المجلس»: of whichever council
  }
  for (; i < a->n; ++i, ++j) {
    if (!isn_str_equal(isn_name_untied(a->words[i]),
                       isn_name_untied(b->words[j]))) {
      return false;
    }
  }
  return true;
}

static bool
has_word(const IsnName* const name, const IsnStr word)
{
  for (size_t i = 1; i < name->n; ++i) {
    if (isn_str_equal(isn_name_untied(name->words[i]), word)) {
      return true;
    }
  }
  return false;
}

/// «الدورة السادسة للقمة» and «القمة السادسة»: one number, and the noun of one
/// among the words of the other.
static bool
have_telling_number(const IsnName* const a, const IsnName* const b)
{
  return a->ordinal >= MIN_TELLING_ORDINAL && a->ordinal == b->ordinal &&
         (has_word(a, b->words[0]) || has_word(b, a->words[0]));
}

/// Whether what follows says that another one is meant: «اجتماع المجلس المقبل».
static bool
is_of_other_time(const IsnLinker* const l)
{
  const uint32_t behind = l->mention->tokens.end;
  return behind < l->doc->n_tokens &&
         isn_words_has(&isn_words_other_times_planned,
                       l->analysis->words[behind].word);
}

static bool
is_same_sitting(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const IsnName* const other = node->name;
  return is_sitting(other->words[0]) && (have_same_body(&l->name, other) ||
                                         have_telling_number(&l->name, other));
}

static bool
is_of_other_number(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const int64_t ordinal = node->name->ordinal;
  return l->name.ordinal && ordinal && l->name.ordinal != ordinal &&
         is_same_sitting(l, node);
}

uint32_t
isn_session_find(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  if (type != ISN_TYPE_MEETING || l->name.n < 2 ||
      !is_sitting(l->name.words[0]) || is_of_other_time(l)) {
    return ISN_NO_ENTITY;
  }
  const uint32_t found = isn_linker_find_only(l, type, is_same_sitting);
  const bool is_other =
    isn_linker_find_only(l, type, is_of_other_number) != ISN_NO_ENTITY;
  return is_other ? ISN_NO_ENTITY : found;
}
