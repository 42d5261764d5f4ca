// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file gazetteers.h Gazetteers over a small data folder of the test's own.
#ifndef ISN_TESTS_GAZETTEERS_H
#define ISN_TESTS_GAZETTEERS_H

#include "extract/base/buffer.h"
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/image.h"
#include "extract/gazetteer/lookup.h"
#include "extract/tokenize/tokenize.h"
#include "tests/unit/folder.h"

#define HEADER "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"

static const char names_tsv[] =
  "# Names of a test\n\n" HEADER
  "الإنتربول\tOrganization\torg:interpol\tمنظمة الشرطة الدولية\thttp://x/1|"
  "http://x/2\town\tkind=international\n"
  "البنك الدولي\tOrganization\torg:bank\t\t\town\n"
  "البنك الدولي للإنشاء والتعمير\tOrganization\torg:ibrd\t\t\town\n"
  "لبنان\tCountry\tlb\n"
  "وارسو\tCity\twaw\n"
  "بريطانيا\tCountry\tgb\tالمملكة المتحدة\n"
  "فرنسا\tCountry\tfr\n"
  "كندا\tCountry\tca\n"
  "إب\tCity\tibb\t\t\town\tstrict\n"
  "الحديدة\tCity\thodeida\t\t\town\tcommon\n"
  "صور\tCity\ttyre\tصور القديمة\t\town\tcommon=صور\n"
  "طرابلس\tCity\ttripoli-lb\n"
  "طرابلس\tCity\ttripoli-ly\n"
  "و.م.ع\tOrganization\torg:map\n"
  "كانون الأول\tMonth\tdec\t\t\town\tmonth=12\n"
  "عميد\tRank\trank:amid\tعميد أول\t\town\tf\n"
  "محمد\tGivenName\tn:muhammad\n"
  "بير\tGivenName\tn:bir\n"
  "تاب\tCity\ttab\n"
  "مغربي\tNationality\tma\n"
  "سلام\tFamilyName\tf:salam\t\t\town\tcommon\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='body'><noun>وزارة</noun></class>"
  "<class name='prep'><word>من قبل</word></class></lexicon>";

static IsnTokenizer* tokenizer;
static IsnImage image;
static IsnSurfaces surfaces;
static IsnArena arena;
static IsnBuffer out;

static inline IsnStatus
compile(const char* const name)
{
  return isn_gazetteer_compile(folder, "schemas", path_of(name), &sink);
}

static inline bool
gazetteers_begin(void)
{
  static const char* const inner[] = { "gazetteers", "lexicon", "words", NULL };
  const bool is_made = make_folder(inner);
  put("gazetteers/names.tsv", names_tsv);
  put("lexicon/words.xml", lexicon_xml);
  put("words/words.txt", "# ordinary\nكتاب\nباخرة\nلجنة\nكبير\nبقال\nوأقول\n");
  put("words/verbs.txt", "يذهب\n");
  return is_made && !compile("image") &&
         !isn_image_open(&image, path_of("image"), &sink) &&
         !isn_tokenizer_new(&tokenizer, &sink);
}

static inline void
gazetteers_end(void)
{
  isn_image_close(&image);
  isn_tokenizer_free(tokenizer);
  isn_arena_clear(&arena);
  isn_surfaces_clear(&surfaces);
  isn_buffer_clear(&out);
  remove_folder();
}

static inline void
write_str(const IsnStr s)
{
  isn_buffer_append(&out, s);
}

static inline IsnDocument
look_up(const char* const text, IsnAnalysis* const analysis)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  memset(analysis, 0, sizeof(*analysis));
  doc.text = isn_str(text);
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_lookup(&image, &surfaces, &doc, analysis), ISN_SUCCESS);
  return doc;
}

/// Each hit: its words without proclitics, =, its key; ~ where common.
static inline void
check_hits(const char* const text, const char* const expected)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up(text, &a);
  for (size_t i = 0; i < a.n_hits; ++i) {
    const IsnHit* const hit = &a.hits[i];
    const IsnSpan chars = { a.words[hit->tokens.begin].char_begin,
                            doc.tokens[hit->tokens.end - 1].chars.end };
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    write_str(isn_document_words(&doc, chars));
    isn_buffer_append_byte(&out, hit->is_common ? '~' : '=');
    write_str(hit->entry->key);
  }
  CHECK_CASE_STR(text, isn_buffer_str(&out), expected);
}

#endif
