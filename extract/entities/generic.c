// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/generic.h"

#include "extract/word_lists.h"

/// Whether `noun` is one of the words of `nouns`, which have a blank around.
static bool
has_noun(const char* const nouns, const IsnStr noun)
{
  for (const char* p = nouns; p && p[1]; p = strchr(p + 1, ' ')) {
    if (!strncmp(p + 1, noun.data, noun.n_bytes) &&
        p[1 + noun.n_bytes] == ' ') {
      return true;
    }
  }
  return false;
}

bool
isn_generic_meets(const IsnStr head, const IsnStr noun)
{
  static const struct {
    const char* noun;
    const char* heads; // normal form; NULL: any
  } again[] = {
    { "لقاء",
      " اجتماع ملتقي منتدي موتمر ندوه ورشه قمه يوم مباحثات محادثات مشاورات "
      "خلوه حوار مايده جلسه استقبال مقابله " },
    { "استقبال", " لقاء مقابله " },
    { "مقابله", " لقاء استقبال " },
    { "اجتماع", " لقاء دوره قمه مشاورات مباحثات محادثات موتمر اجتماعات جلسه " },
    { "موتمر", " ملتقي منتدي ندوه قمه " },
    { "ندوه", " يوم ملتقي طاوله مايده حلقه لقاء " },
    { "ملتقي", " منتدي موتمر ندوه لقاء يوم " },
    { "منتدي", " ملتقي موتمر " },
    { "دوره", " تدريب برنامج اجتماع معرض مهرجان ملتقي منتدي موتمر ورشه " },
    { "ورشه", " حلقه دوره تدريب يوم لقاء " },
    { "حلقه", " ورشه " },
    { "تدريب", " دوره ورشه برنامج " },
    { "برنامج", " دوره تدريب ورشه " },
    { "قمه", " موتمر اجتماع " },
    { "جلسه", " مباحثات محادثات مشاورات اجتماع لقاء " },
    { "مباحثات", " محادثات مشاورات لقاء اجتماع جوله جلسه " },
    { "محادثات", " مباحثات مشاورات لقاء اجتماع جوله جلسه " },
    { "مشاورات", " مباحثات محادثات لقاء اجتماع جوله " },
    { "حفل", " احتفال احتفاليه مراسم " },
    { "احتفال", " حفل احتفاليه " },
    { "احتفاليه", " حفل احتفال " },
    { "فعاليه", NULL },
    { "تظاهره", NULL },
  };
  for (size_t i = 0; i < sizeof(again) / sizeof(again[0]); ++i) {
    if (isn_str_is(noun, again[i].noun)) {
      return !again[i].heads || has_noun(again[i].heads, head);
    }
  }
  return false;
}

bool
isn_generic_fits(const IsnStr kind, const IsnStr noun)
{
  static const struct {
    const char* kind;
    const char* nouns; // normal form
  } generics[] = {
    { "international", " منظمه هييه " },
    { "bank", " بنك مصرف " },
    { "fund", " صندوق " },
    { "foundation", " موسسه " },
    { "ministry", " وزاره " },
    { "university", " جامعه " },
    { "company", " شركه مجموعه " },
    { "party", " حزب " },
    { "club", " نادي فريق " },
    { "agency", " وكاله " },
    { "court", " محكمه " },
    { "parliament", " برلمان مجلس " },
    { "union", " اتحاد " },
    { "media", " قناه صحيفه جريده شبكه اذاعه " },
    { "armed", " حركه جماعه تنظيم " },
  };
  for (size_t i = 0; i < sizeof(generics) / sizeof(generics[0]); ++i) {
    if (isn_str_is(kind, generics[i].kind) &&
        has_noun(generics[i].nouns, noun)) {
      return true;
    }
  }
  return false;
}

bool
isn_generic_builds(const IsnStr head)
{
  return isn_words_has(&isn_words_works, head);
}
