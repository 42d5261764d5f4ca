// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sentence.h Sentences as patterns see them, and patterns, over a small
/// data folder of the test's own.
#ifndef ISN_TESTS_SENTENCE_H
#define ISN_TESTS_SENTENCE_H

#include "extract/extractor.h"
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/lookup.h"
#include "extract/rules/rule.h"
#include "extract/rules/run.h"
#include "extract/rules/vocabulary.h"
#include "extract/tokenize/tokenize.h"
#include "extract/values/quantities.h"
#include "tests/unit/folder.h"

static const char names_tsv[] =
  "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"
  "فرنسا\tCountry\tfr\n"
  "الدوحة\tCity\tdoha\n"
  "شرطة فرنسا\tOrganization\torg:fr\n"
  "الإنتربول\tOrganization\torg:interpol\n"
  "محمد\tGivenName\tn:muhammad\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='meeting'><noun plural='اجتماعات'>اجتماع</noun></class>"
  "<class name='prep'><word>من قبل</word><word>في</word></class></lexicon>";

static IsnTokenizer* tokenizer;
static IsnMatcher* matcher;
static IsnImage image;
static IsnSurfaces surfaces;
static IsnArena arena;
static IsnBuffer out;
static IsnKinds kinds;

/// A text as patterns see it.
typedef struct {
  IsnDocument doc;
  IsnAnalysis analysis;
  IsnSigns signs;
  IsnAnnotated annotated;
} Sentence;

/// Make the folder, and of it all that sentences are read with.
static inline bool
sentences_begin(void)
{
  return make_data_folder(names_tsv, lexicon_xml) &&
         !isn_knowledge_compile(folder, path_of("image"), &sink) &&
         !isn_image_open(&image, path_of("image"), &sink) &&
         !isn_tokenizer_new(&tokenizer, &sink) && !isn_matcher_new(&matcher);
}

static inline void
sentences_end(void)
{
  isn_matcher_free(matcher);
  isn_tokenizer_free(tokenizer);
  isn_image_close(&image);
  isn_arena_clear(&arena);
  isn_surfaces_clear(&surfaces);
  isn_buffer_clear(&out);
  remove_folder();
}

static inline void
add_mention(IsnDocument* const doc,
            const IsnType type,
            const char* const kind,
            const IsnSpan tokens)
{
  doc->mentions[doc->n_mentions++] = (IsnMention){ .entity = ISN_NO_ENTITY,
                                                   .type = type,
                                                   .kind = isn_str(kind),
                                                   .tokens = tokens };
}

static inline void
annotate(Sentence* const s, const uint32_t except)
{
  const IsnAnnotationSource source = { &image, &s->doc, &s->analysis };
  const IsnSpan all = { 0, (uint32_t)s->doc.n_tokens };
  s->signs.kinds = &kinds;
  s->signs.first_kind = isn_classes_kind(&image, 0);
  s->annotated.signs = &s->signs;
  CHECK_EQ(isn_annotate(&s->annotated, &source, all, except), ISN_SUCCESS);
  CHECK(isn_annotated_text(&s->annotated));
}

/// Read `text`; what gazetteers know becomes a mention each.
static inline void
read_text(Sentence* const s, const char* const text)
{
  isn_arena_reset(&arena);
  isn_document_init(&s->doc, &arena);
  memset(&s->analysis, 0, sizeof(s->analysis));
  s->doc.text = isn_str(text);
  CHECK_EQ(isn_tokenize(tokenizer, &s->doc), ISN_SUCCESS);
  CHECK_EQ(isn_lookup(&image, &surfaces, &s->doc, &s->analysis), ISN_SUCCESS);
  CHECK_EQ(isn_quantities_find(&s->analysis, &s->doc), ISN_SUCCESS);
  s->doc.mentions = isn_arena_array(&arena, 64, sizeof(*s->doc.mentions));
  for (size_t i = 0; i < s->analysis.n_hits; ++i) {
    const IsnHit* const hit = &s->analysis.hits[i];
    const bool is_body = isn_str_is(hit->entry->type, "Organization");
    if (hit->entry->type.data[0] != '+') {
      add_mention(&s->doc,
                  is_body ? ISN_TYPE_ORGANIZATION : ISN_TYPE_PLACE,
                  is_body                           ? ""
                  : hit->entry->type.data[1] == 'o' ? "Country"
                                                    : "City",
                  hit->tokens);
    }
  }
}

static inline void
clear_sentence(Sentence* const s)
{
  isn_annotated_clear(&s->annotated);
  isn_signs_clear(&s->signs);
}

static const IsnDefine defines[] = {
  { { "gap", 3 }, { "(?: {any}){0,2}?", 16 } },
  { { "two", 3 }, { "{say}{gap}", 10 } },
  { { "loop", 4 }, { "x{loop}", 7 } },
  { { "either", 6 }, { "نعم|{say}", 13 } },
};

static const IsnPatternScope scope = { .image = &image,
                                       .defines = defines,
                                       .n_defines = N_OF(defines),
                                       .kinds = &kinds };

/// Translate and compile; NULL and a message in `said` if that fails.
static inline IsnRegex*
compile(const char* const pattern)
{
  IsnBuffer translated = { 0 };
  IsnRegex* regex = NULL;
  IsnNeeds needs = { 0 };
  const char* message = "";
  size_t offset = 0;
  IsnStatus st = isn_pattern_translate(
    &scope, isn_str(pattern), &translated, &needs, &arena, &message, &offset);
  if (st == ISN_SUCCESS) {
    st = isn_regex_new(
      &regex, isn_buffer_str(&translated), &arena, &message, &offset);
    offset = 0;
  }
  snprintf(said, sizeof(said), "%zu: %s", offset, st ? message : "");
  isn_buffer_clear(&translated);
  return regex;
}

#endif
