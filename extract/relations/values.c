// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/values.h"

#include "extract/lexicon/lexicon.h"
#include "extract/rules/vocabulary.h"
#include "extract/word_lists.h"

#include <inttypes.h>
#include <string.h>

/// The first quantity of one of two kinds among `units`, or NULL.
static const IsnQuantity*
find_quantity(const IsnAnnotationSource* const source,
              const IsnMatch* const match,
              const IsnSpan units,
              const IsnQuantityKind kind,
              const IsnQuantityKind or_kind)
{
  for (uint32_t u = units.begin; u < units.end; ++u) {
    const IsnUnit* const unit = &match->annotated->units[u];
    if (unit->kind == ISN_UNIT_QUANTITY) {
      const IsnQuantity* const q = &source->analysis->quantities[unit->index];
      if (q->kind == kind || q->kind == or_kind) {
        return q;
      }
    }
  }
  return NULL;
}

static bool
is_mark(const IsnDocument* const doc, const uint32_t token)
{
  return doc->tokens[token].kind == ISN_KIND_PUNCTUATION;
}

/// Whether «أن» or «:» stands before a quotation.
static bool
is_announced(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const word = &source->analysis->words[token];
  const uint32_t number =
    isn_classes_find(source->image, ISN_STR("complementizer"));
  if (isn_word_has_class(word, number)) {
    return true;
  }
  const IsnSpan bytes = doc->tokens[token].bytes;
  return isn_str_is(isn_str_slice(doc->text, bytes.begin, bytes.end), ":");
}

/// Whether the quotation from `token` on begins like a clause, as no name or
/// word held at arm's length does: «لم يُطرح», «يكلفهم صحتهم».
static bool
begins_clause(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnWord* const word = &source->analysis->words[token];
  const uint32_t negation =
    isn_classes_find(source->image, ISN_STR("negation"));
  bool is_finite = false;
  bool is_noun = false;
  if (isn_word_has_class(word, negation)) {
    return true;
  }
  for (size_t i = 0; i < word->n_classes; ++i) {
    const uint32_t features = word->classes[i] & 0xFFFFu;
    is_finite |= (features & (ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT)) != 0;
    is_noun |= (features & (ISN_FEAT_NOUN | ISN_FEAT_MASDAR)) != 0;
  }
  return is_finite && !is_noun;
}

/// «حول تطبيق المعايير»: what a lecture or a paper is called begins so.
static bool
begins_title(const IsnAnnotationSource* const source, const uint32_t token)
{
  const IsnStr word = source->analysis->words[token].whole;
  return isn_str_is(word, "حول") || isn_str_is(word, "بشان");
}

/// «أن «نجمة الواحة» تسير»: whether a few words are what the sentence goes on
/// to speak of.
static bool
is_subject(const IsnAnnotationSource* const source,
           const uint32_t before,
           const IsnSpan tokens,
           const uint32_t behind)
{
  const IsnStr that = source->analysis->words[before].word;
  return (isn_str_is(that, "ان") || isn_str_is(that, "بان")) &&
         behind < source->doc->n_tokens && !is_mark(source->doc, behind) &&
         !begins_clause(source, tokens.begin) && begins_clause(source, behind);
}

/// Whether the words of a quotation can be what somebody said: a few of them,
/// if nothing announces them, are a name or words held at arm's length
/// («بالجهد ’الجبّار‘»).
static bool
is_speech(const IsnAnnotationSource* const source,
          const IsnMatch* const match,
          const uint32_t unit,
          const IsnSpan tokens)
{
  size_t n_words = 0;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    n_words += !is_mark(source->doc, t);
  }
  if (n_words && begins_title(source, tokens.begin)) {
    return false;
  }
  if (n_words > 3 || !unit || !n_words) {
    return n_words > 3;
  }
  const IsnSpan before = match->annotated->units[unit - 1].tokens;
  const uint32_t last = before.end - 1;
  if (isn_words_has(&isn_words_titled_things,
                    source->analysis->words[last].word) ||
      is_subject(
        source, last, tokens, match->annotated->units[unit].tokens.end)) {
    return false;
  }
  return (n_words > 1 && begins_clause(source, tokens.begin)) ||
         (is_announced(source, last) &&
          (n_words > 1 || is_mark(source->doc, before.begin)));
}

/// The words between the marks of a quotation.
static IsnStr
read_quotation(const IsnAnnotationSource* const source,
               const IsnMatch* const match,
               const uint32_t unit)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const words = source->analysis->words;
  IsnSpan tokens = match->annotated->units[unit].tokens;
  while (tokens.begin < tokens.end &&
         words[tokens.begin].flags & ISN_WORD_OPEN) {
    ++tokens.begin;
  }
  while (tokens.end > tokens.begin &&
         words[tokens.end - 1].flags & ISN_WORD_CLOSE) {
    --tokens.end;
  }
  return is_speech(source, match, unit, tokens)
           ? isn_str_slice(doc->text,
                           doc->tokens[tokens.begin].bytes.begin,
                           doc->tokens[tokens.end - 1].bytes.end)
           : (IsnStr){ NULL, 0 };
}

/// Where the words begin: «والعميد» without the conjunction.
static uint32_t
words_begin(const IsnAnnotationSource* const source,
            const uint32_t token,
            const bool at_word)
{
  const IsnWord* const word = &source->analysis->words[token];
  const bool is_joined =
    word->n_proclitics == 1 &&
    (!memcmp(word->proclitics, "و", 2) || !memcmp(word->proclitics, "ف", 2));
  return at_word || is_joined ? word->byte_begin
                              : source->doc->tokens[token].bytes.begin;
}

/// «رئيس الاتحاد الدولي «الفيفا»»: where the full name ends in a mention that
/// takes in the short one, quoted behind; else its `end`.
static uint32_t
end_of_full_name(const IsnAnnotationSource* const source,
                 const size_t mention,
                 const uint32_t end)
{
  const IsnDocument* const doc = source->doc;
  const IsnMention* const m = &doc->mentions[mention];
  const IsnWord* const words = source->analysis->words;
  uint32_t open = end;
  while (words[end - 1].flags & ISN_WORD_CLOSE && open > m->tokens.begin + 1 &&
         !(words[open - 1].flags & ISN_WORD_OPEN)) {
    --open;
  }
  if (open == end || open <= m->tokens.begin + 1 || m->tokens.end != end ||
      m->entity == ISN_NO_ENTITY) {
    return end;
  }
  const IsnStr name = isn_str_slice(doc->text,
                                    doc->tokens[m->tokens.begin].bytes.begin,
                                    doc->tokens[open - 2].bytes.end);
  const IsnEntity* const entity = &doc->entities[m->entity];
  bool is_name = isn_str_equal(name, entity->label);
  for (size_t i = 0; !is_name && i < entity->n_aliases; ++i) {
    is_name = isn_str_equal(name, entity->aliases[i]);
  }
  return is_name ? open - 1 : end;
}

/// Words of the group; of a quotation those between its marks.
static IsnStr
read_words(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const bool at_word)
{
  const IsnDocument* const doc = source->doc;
  IsnSpan tokens = isn_match_tokens(match->annotated, units);
  if (match->annotated->units[units.begin].kind == ISN_UNIT_QUOTE) {
    return read_quotation(source, match, units.begin);
  }
  // «رئيس «تيار الأفق»»: a name's own marks stay
  const bool ends_in_name =
    match->annotated->units[units.end - 1].kind == ISN_UNIT_MENTION;
  while (!ends_in_name && tokens.end > tokens.begin + 1 &&
         is_mark(doc, tokens.end - 1)) {
    --tokens.end;
  }
  if (ends_in_name) {
    tokens.end = end_of_full_name(
      source, match->annotated->units[units.end - 1].index, tokens.end);
  }
  const IsnStr words = isn_str_slice(doc->text,
                                     words_begin(source, tokens.begin, at_word),
                                     doc->tokens[tokens.end - 1].bytes.end);
  // «للباحثة»: the article's alef again
  return at_word && source->analysis->words[tokens.begin].cuts_article
           ? isn_arena_print(
               doc->arena, "ا%.*s", (int)words.n_bytes, words.data)
           : words;
}

/// «رئيسا», «مديرا عاما» as a title words it: «رئيس», «مدير عام».
static IsnStr
without_tanwin(IsnArena* const arena, const IsnStr words)
{
  char* const out = isn_arena_alloc(arena, words.n_bytes + 1);
  if (!out) {
    return (IsnStr){ NULL, 0 };
  }
  size_t n = 0;
  for (size_t i = 0; i < words.n_bytes; ++i) {
    const IsnStr rest = isn_str_slice(words, i, words.n_bytes);
    const size_t n_cut = isn_str_starts(rest, ISN_STR("\xD9\x8Bا"))   ? 4
                         : isn_str_starts(rest, ISN_STR("ا\xD9\x8B")) ? 4
                         : isn_str_starts(rest, ISN_STR("ا"))         ? 2
                                                                      : 0;
    if (n_cut && i &&
        (i + n_cut == words.n_bytes || words.data[i + n_cut] == ' ')) {
      i += n_cut - 1;
    } else {
      out[n++] = words.data[i];
    }
  }
  return (IsnStr){ out, n };
}

static bool
states_begin(const IsnRule* const rule)
{
  for (size_t i = 0; i < rule->n_facts; ++i) {
    if (rule->facts[i].property == ISN_PROP_START_DATE) {
      return true;
    }
  }
  return false;
}

static bool
read_units(const IsnAnnotationSource* const source,
           const IsnMatch* const match,
           const IsnSpan units,
           const bool at_word,
           IsnFact* const fact)
{
  const IsnQuantity* q = NULL;
  switch (isn_property_info(fact->property)->value) {
    case ISN_VALUE_TEXT:
    case ISN_VALUE_CONCEPT:
      fact->value = read_words(source, match, units, at_word);
      return fact->value.n_bytes;
    case ISN_VALUE_DATE:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_DATE, ISN_QUANTITY_DATE);
      if (q) {
        fact->value = fact->property == ISN_PROP_END_DATE ? q->end : q->begin;
      }
      // «اختتم أمس»: a rule that only knows the end means the one day
      if (q && !fact->value.n_bytes && !states_begin(match->rule)) {
        fact->value = q->begin;
      }
      return q && fact->value.n_bytes;
    case ISN_VALUE_DURATION:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_DURATION, ISN_QUANTITY_DURATION);
      break;
    case ISN_VALUE_MONEY:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_MONEY, ISN_QUANTITY_MONEY);
      break;
    case ISN_VALUE_INTEGER:
      q = find_quantity(
        source, match, units, ISN_QUANTITY_NUMBER, ISN_QUANTITY_ORDINAL);
      if (q) {
        fact->is_minimum = q->is_minimum;
        fact->value =
          isn_arena_print(source->doc->arena, "%" PRId64, q->number);
      }
      return q && fact->value.n_bytes;
    case ISN_VALUE_ENTITY:
      return false;
  }
  if (q) {
    fact->value = q->begin;
  }
  return q && fact->value.n_bytes;
}

bool
isn_values_read(const IsnAnnotationSource* const source,
                const IsnMatch* const match,
                const IsnRef* const ref,
                IsnFact* const fact)
{
  IsnSpan units;
  bool at_word = false;
  for (size_t g = 0; g < ref->n_groups; ++g) {
    if (isn_match_units(match, ref, g, &units, &at_word) &&
        read_units(source, match, units, at_word, fact)) {
      if (isn_str_is(ref->name, "accusative")) {
        fact->value = without_tanwin(source->doc->arena, fact->value);
      } else if (isn_str_is(ref->name, "for") &&
                 isn_str_starts(fact->value, ISN_STR("ل"))) {
        const bool has_article = isn_str_starts(fact->value, ISN_STR("لل"));
        fact->value = isn_str_slice(fact->value, 2, fact->value.n_bytes);
        // «للنظر في»: the article's alef again
        fact->value = has_article ? isn_arena_print(source->doc->arena,
                                                    "ا%.*s",
                                                    (int)fact->value.n_bytes,
                                                    fact->value.data)
                                  : fact->value;
      }
      return fact->value.n_bytes;
    }
  }
  return false;
}
