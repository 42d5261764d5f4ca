// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/vocabulary.h"

#include "extract/lexicon/lexicon.h"

#define BIT(symbol) (1u << ISN_SYMBOL_##symbol)

uint32_t
isn_symbols_find(const IsnStr name)
{
  static const struct {
    const char* name;
    uint32_t set;
  } symbols[] = {
    { "Person", BIT(PERSON) },
    { "Organization",
      BIT(ORGANIZATION) | BIT(MINISTRY) | BIT(AGENCY) | BIT(LENDER) },
    { "Ministry", BIT(MINISTRY) },
    { "Agency", BIT(AGENCY) },
    { "Lender", BIT(LENDER) },
    { "Place", BIT(PLACE) | BIT(COUNTRY) | BIT(CITY) | BIT(REGION) },
    { "Country", BIT(COUNTRY) },
    { "City", BIT(CITY) },
    { "Region", BIT(REGION) },
    { "Meeting", BIT(MEETING) },
    { "Operation", BIT(OPERATION) },
    { "Initiative", BIT(INITIATIVE) },
    { "Agreement", BIT(AGREEMENT) },
    { "Event", BIT(MEETING) | BIT(OPERATION) },
    { "Undertaking", BIT(MEETING) | BIT(OPERATION) | BIT(INITIATIVE) },
    { "Body",
      BIT(ORGANIZATION) | BIT(MINISTRY) | BIT(AGENCY) | BIT(LENDER) |
        BIT(COUNTRY) },
    { "Number", BIT(NUMBER) },
    { "Ordinal", BIT(ORDINAL) },
    { "Date", BIT(DATE) },
    { "Duration", BIT(DURATION) },
    { "Money", BIT(MONEY) },
    { "Quote", BIT(QUOTE) },
  };
  for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); ++i) {
    if (isn_str_is(name, symbols[i].name)) {
      return symbols[i].set;
    }
  }
  return 0;
}

uint32_t
isn_classes_find(const IsnImage* const image, const IsnStr name)
{
  static const char* const shapes[ISN_N_SHAPES] = {
    "def", "unknown", "latin", "arabic", "nisba", "ta", "alef", "yeh"
  };
  for (int i = 0; i < ISN_N_SHAPES; ++i) {
    if (isn_str_is(name, shapes[i])) {
      return isn_classes_shape(image, (IsnShape)i);
    }
  }
  return isn_image_find_class(image, name);
}

int
isn_features_find(const IsnStr name)
{
  for (unsigned i = 0; i < ISN_N_FEATURES; ++i) {
    const char* const feature = isn_feature_name(i);
    if (feature && isn_str_is(name, feature)) {
      return (int)i;
    }
  }
  return -1;
}
