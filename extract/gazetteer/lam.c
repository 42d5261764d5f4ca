// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/lam.h"

#include "extract/lexicon/lexicon.h"

/// Whether the word has a class of that name, or one with these features.
static bool
has_class(const IsnImage* const image,
          const uint32_t word,
          const IsnStr name,
          const uint32_t features)
{
  const IsnImageWord* const w = &image->words[word];
  for (uint32_t i = 0; i < w->n_classes; ++i) {
    const uint32_t packed = image->word_classes[w->first_class + i];
    if (packed & features ||
        isn_str_equal(isn_image_str(image, image->class_names[packed >> 16]),
                      name)) {
      return true;
    }
  }
  return false;
}

/// A feminine adjective with its article: «الفنية», «العليا», «المشتركة»; of
/// nouns, «التنمية» and «الحماية» end like one.
static bool
is_adjective(const IsnImage* const image, const IsnSurface* const s)
{
  const IsnSurfaceForm* const form = &s->forms[0];
  if (!form->has_article) {
    return false;
  }
  const uint32_t word = form->reading.word;
  return has_class(image, word, ISN_STR("name-adjective"), 0) ||
         (isn_str_ends(form->reading.rest, ISN_STR("يه")) &&
          !has_class(
            image, word, ISN_STR(""), ISN_FEAT_NOUN | ISN_FEAT_MASDAR));
}

uint8_t
isn_lam_plain(const IsnImage* const image,
              const IsnSurface* const surface,
              const IsnSurface* const next)
{
  if (!surface->shares_lam || !next || !is_adjective(image, next)) {
    return surface->plain;
  }
  const IsnReading* const plain = &surface->forms[surface->plain].reading;
  for (uint8_t i = 0; i < surface->n_forms; ++i) {
    const IsnReading* const r = &surface->forms[i].reading;
    if (r->shares_lam && r->n_proclitics == plain->n_proclitics) {
      return i;
    }
  }
  return surface->plain;
}
