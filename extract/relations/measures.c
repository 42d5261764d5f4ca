// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/measures.h"

#include "extract/word_lists.h"

/// «النسخة الأولى من العملية»: whether what stands at `token` is an edition's
/// or a stage's.
static bool
is_edition_before(const IsnAnnotationSource* const source, const uint32_t token)
{
  for (uint32_t t = token; t > 0 && token - t < 3; --t) {
    const IsnStr word = source->analysis->words[t - 1].word;
    if (isn_words_has(&isn_words_edition_nouns, word)) {
      return true;
    }
  }
  return false;
}

/// What is counted of an edition is not the whole event's; the event may be
/// named in the match or last before it.
static bool
is_of_edition(const IsnAnnotationSource* const source,
              const IsnMatch* const match,
              const IsnRef* const ref)
{
  IsnSpan units;
  bool at_word = false;
  if (ref->kind == ISN_REF_GROUP) {
    return isn_match_units(match, ref, 0, &units, &at_word) &&
           is_edition_before(source,
                             match->annotated->units[units.begin].tokens.begin);
  }
  const IsnUnit* const all = match->annotated->units;
  const uint32_t token = all[match->units.begin].tokens.begin;
  for (size_t i = isn_focus_mentions_before(source->doc, token);
       ref->kind == ISN_REF_LAST && i > 0 &&
       source->doc->mentions[i - 1].tokens.begin >= all[0].tokens.begin;
       --i) {
    if (ISN_TYPES(source->doc->mentions[i - 1].type) & ref->types) {
      return is_edition_before(source,
                               source->doc->mentions[i - 1].tokens.begin);
    }
  }
  return false;
}

/// «• في نيجيريا، … أوقفت تسعة أشخاص», «كوت ديفوار: توقيف 58 شخصا»: a part of
/// those whom the operation led to, told by country.
static bool
is_by_country(const IsnAnnotationSource* const source,
              const IsnMatch* const match)
{
  const IsnUnit* const units = match->annotated->units;
  uint32_t u = match->units.begin;
  const size_t s = isn_document_sentence_at(source->doc, units[u].tokens.begin);
  const uint32_t begin =
    s < source->doc->n_sentences ? source->doc->sentences[s].tokens.begin : 0;
  while (u > 0 && units[u - 1].tokens.begin >= begin) {
    --u;
  }
  while (u < match->units.begin &&
         source->doc->tokens[units[u].tokens.begin].kind ==
           ISN_KIND_PUNCTUATION) {
    ++u;
  }
  const bool is_in = isn_words_has(
    &isn_words_in_where, source->analysis->words[units[u].tokens.begin].word);
  const bool has_colon =
    u + 1 < match->units.begin &&
    source->doc->text
        .data[source->doc->tokens[units[u + 1].tokens.begin].bytes.begin] ==
      ':';
  if (has_colon && units[u].kind == ISN_UNIT_MENTION) {
    return source->doc->mentions[units[u].index].type == ISN_TYPE_PLACE;
  }
  return is_in && u + 1 < match->units.begin &&
         units[u + 1].kind == ISN_UNIT_MENTION &&
         source->doc->mentions[units[u + 1].index].type == ISN_TYPE_PLACE;
}

/// «شاركت فيها قوات من تسع دول»: how many and how long is told of the event
/// named last, or of one that the sentence goes on to name.
static bool
is_of_account(const IsnAnnotationSource* const source,
              const IsnMatch* const match,
              const IsnFocus* const focus)
{
  static const IsnTypeSet events =
    ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION);
  const IsnUnit* const units = match->annotated->units;
  const uint32_t end = units[match->units.end - 1].tokens.end;
  const uint32_t last = isn_focus_last(source->doc, events, end);
  return last == ISN_NO_ENTITY || last == focus->account ||
         (isn_focus_last(source->doc, events, units[0].tokens.begin) == last &&
          isn_focus_has_account(
            focus, end, units[match->annotated->n_units - 1].tokens.end));
}

bool
isn_measures_are_others(const IsnAnnotationSource* const source,
                        const IsnMatch* const match,
                        const IsnRuleFact* const fact,
                        const IsnFocus* const focus)
{
  return (fact->property != ISN_PROP_ORDINAL &&
          is_of_edition(source, match, &fact->subject)) ||
         (fact->subject.kind == ISN_REF_ACCOUNT &&
          !is_of_account(source, match, focus)) ||
         (fact->property == ISN_PROP_ARREST_COUNT &&
          fact->subject.kind == ISN_REF_LAST && is_by_country(source, match));
}
