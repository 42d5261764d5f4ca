// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/mention_symbol.h"

static IsnSymbol
place_symbol(const IsnStr kind)
{
  if (isn_str_is(kind, "Country")) {
    return ISN_SYMBOL_COUNTRY;
  }
  if (isn_str_is(kind, "City")) {
    return ISN_SYMBOL_CITY;
  }
  return isn_str_is(kind, "Region") ? ISN_SYMBOL_REGION : ISN_SYMBOL_PLACE;
}

/// «هيئة», «شعبة», «الحرس»: what a state or a body has, by the head's class.
static bool
is_agency_head(const IsnImage* const image, const IsnWord* const word)
{
  static const char* const heads[] = { "agency-head",
                                       "police-head",
                                       "unit-head" };
  for (size_t h = 0; h < sizeof(heads) / sizeof(heads[0]); ++h) {
    const uint32_t number = isn_image_find_class(image, isn_str(heads[h]));
    if (isn_word_has_class(word, number)) {
      return true;
    }
  }
  return false;
}

/// Whether a mention that rules found is an agency that names no other body.
static bool
is_agency(const IsnAnnotationSource* const source,
          const IsnMention* const mention)
{
  const IsnDocument* const doc = source->doc;
  if (isn_str_is(mention->rule, "gazetteer") ||
      !is_agency_head(source->image,
                      &source->analysis->words[mention->tokens.begin])) {
    return false;
  }
  for (const IsnMention* m = mention + 1; m < doc->mentions + doc->n_mentions &&
                                          m->tokens.begin < mention->tokens.end;
       ++m) {
    if (m->type == ISN_TYPE_ORGANIZATION) {
      return false;
    }
  }
  return true;
}

/// Whether a body lends and gives money: a bank, a fund, a foundation, by what
/// a list calls it or by the mention's head («صندوق», «مصرف»).
static bool
is_lender(const IsnAnnotationSource* const source,
          const IsnMention* const mention,
          const IsnStr kind)
{
  static const char* const kinds[] = { "bank", "fund", "foundation" };
  for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); ++k) {
    if (isn_str_is(kind, kinds[k])) {
      return true;
    }
  }
  const uint32_t number =
    isn_image_find_class(source->image, ISN_STR("lender-head"));
  return !kind.n_bytes &&
         isn_word_has_class(&source->analysis->words[mention->tokens.begin],
                            number);
}

IsnSymbol
isn_mention_symbol(const IsnAnnotationSource* const source,
                   const IsnMention* const mention)
{
  const IsnDocument* const doc = source->doc;
  static const IsnSymbol symbols[ISN_N_TYPES] = {
    [ISN_TYPE_PERSON] = ISN_SYMBOL_PERSON,
    [ISN_TYPE_ORGANIZATION] = ISN_SYMBOL_ORGANIZATION,
    [ISN_TYPE_PLACE] = ISN_SYMBOL_PLACE,
    [ISN_TYPE_MEETING] = ISN_SYMBOL_MEETING,
    [ISN_TYPE_OPERATION] = ISN_SYMBOL_OPERATION,
    [ISN_TYPE_INITIATIVE] = ISN_SYMBOL_INITIATIVE,
    [ISN_TYPE_AGREEMENT] = ISN_SYMBOL_AGREEMENT,
  };
  const IsnStr kind = mention->entity < doc->n_entities
                        ? doc->entities[mention->entity].kind
                        : mention->kind;
  if (mention->type == ISN_TYPE_ORGANIZATION && isn_str_is(kind, "ministry")) {
    return ISN_SYMBOL_MINISTRY;
  }
  if (mention->type == ISN_TYPE_ORGANIZATION &&
      is_lender(source, mention, kind)) {
    return ISN_SYMBOL_LENDER;
  }
  if (mention->type == ISN_TYPE_ORGANIZATION && is_agency(source, mention)) {
    return ISN_SYMBOL_AGENCY;
  }
  return mention->type == ISN_TYPE_PLACE ? place_symbol(kind)
                                         : symbols[mention->type];
}
