// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/generic.h"

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
    if (isn_str_is(kind, generics[i].kind)) {
      const char* const found = strstr(generics[i].nouns, " ");
      for (const char* p = found; p && p[1]; p = strchr(p + 1, ' ')) {
        if (!strncmp(p + 1, noun.data, noun.n_bytes) &&
            p[1 + noun.n_bytes] == ' ') {
          return true;
        }
      }
    }
  }
  return false;
}
