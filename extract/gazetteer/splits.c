// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/splits.h"

#include "extract/lexicon/lexicon.h"

#define FINITE (ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT)
#define NOMINAL                                                                \
  (ISN_FEAT_MASDAR | ISN_FEAT_ACTIVE_PART | ISN_FEAT_PASSIVE_PART |            \
   ISN_FEAT_NOUN | ISN_FEAT_ADJECTIVE | ISN_FEAT_PARTICLE)

static bool
is_name_class(const IsnImage* const image, const uint32_t number)
{
  static const char* const names[] = {
    "given-name",     "common-given-name",   "family-name",
    "arab-name",      "common-family-name",  "lone-name",
    "common-country", "common-city",         "common-region",
    "common-place",   "common-organization", "name-syllable"
  };
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (isn_image_find_class(image, isn_str(names[i])) == number) {
      return true;
    }
  }
  return false;
}

/// Whether a finite verb with these features can stand behind the proclitic:
/// any behind «و» and «ف», the imperfect behind «ل» and «س», none behind «ب»
/// and «ك». News seldom has «أحد» as a verb of the first person.
static bool
takes_verb(const IsnStr proclitic, const uint32_t features)
{
  if (features & ISN_FEAT_FIRST && !(features & ISN_FEAT_PERFECT)) {
    return false;
  }
  if (isn_str_is(proclitic, "و") || isn_str_is(proclitic, "ف")) {
    return true;
  }
  return features & ISN_FEAT_IMPERFECT &&
         (isn_str_is(proclitic, "ل") || isn_str_is(proclitic, "س"));
}

bool
isn_split_is_likely(const IsnImage* const image,
                    const IsnReading* const reading)
{
  const IsnImageWord* const rest = &image->words[reading->word];
  const IsnStr last = { reading->proclitics + (reading->n_proclitics - 1) * 2u,
                        2 };
  for (uint16_t i = 0; i < rest->n_classes; ++i) {
    const uint32_t mark = image->word_classes[rest->first_class + i];
    const uint32_t features = mark & 0xFFFFu;
    if (is_name_class(image, mark >> 16)) {
      continue;
    }
    const bool is_verb = features & FINITE && !(features & NOMINAL);
    if (is_verb ? takes_verb(last, features) : !isn_str_is(last, "س")) {
      return true;
    }
  }
  return false;
}
