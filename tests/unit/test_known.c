// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/known.h"
#include "extract/gazetteer/lookup.h"
#include "extract/tokenize/tokenize.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <unistd.h>

static IsnImage image;
static IsnSurfaces surfaces;
static IsnTokenizer* tokenizer;
static IsnArena arena;

static bool
is_known(const char* const word)
{
  return isn_known_word(&image, isn_str(word));
}

/// The one token of `text`, looked up.
static IsnWord
look_up(const char* const text)
{
  static const IsnWord none = { .flags = 0 };
  IsnDocument doc;
  IsnAnalysis analysis = { .words = NULL };
  isn_arena_reset(&arena);
  isn_document_init(&doc, &arena);
  doc.text = isn_str(text);
  if (isn_tokenize(tokenizer, &doc) ||
      isn_lookup(&image, &surfaces, &doc, &analysis) || doc.n_tokens != 1) {
    return none;
  }
  return analysis.words[0];
}

static void
knows_listed_words(void)
{
  CHECK(is_known("سجون"));
  CHECK(is_known("السجون"));
  CHECK(is_known("مستوي"));
  CHECK(is_known("انتخابيه"));
  CHECK(is_known("مسوولون"));
  CHECK(is_known("يبحثون"));
  CHECK(is_known("استقبلت"));
  CHECK(is_known("الحب"));
}

static void
knows_words_with_pronouns(void)
{
  CHECK(is_known("سجونهم"));
  CHECK(is_known("مدرسته"));
  CHECK(is_known("اعضايها"));
  CHECK(is_known("اعضاوه"));
  CHECK(is_known("مستواه"));
  CHECK(is_known("استقبلوه"));
  CHECK(is_known("يستقبلني"));
}

static void
knows_no_foreign_names(void)
{
  static const char* const names[] = {
    "شتوك",      "فيرميولن", "ساوثوورث", "كيتاروفيتش", "ليدل",  "وايت", "ليمان",
    "لاغيرفيلد", "بيلان",    "غراين",    "شتوكه",      "فيرمي", "",     "ه",
  };
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    CHECK_CASE(names[i], !is_known(names[i]));
  }
}

static void
knows_verbs_from_nouns(void)
{
  CHECK(isn_known_flags(&image, ISN_STR("يستقبلون")) & ISN_IMAGE_VERB);
  CHECK(!(isn_known_flags(&image, ISN_STR("السجون")) & ISN_IMAGE_VERB));
  CHECK(!is_known("اليستقبل"));
  CHECK(!is_known("يستقبلي"));
}

static void
check_split(const char* const text,
            const char* const proclitics,
            const char* const rest)
{
  const IsnWord word = look_up(text);
  CHECK_STR(word.word, rest);
  CHECK_STR(((IsnStr){ word.proclitics, 2u * word.n_proclitics }), proclitics);
  CHECK(word.flags & ISN_WORD_KNOWN);
}

static void
splits_proclitics_off_words(void)
{
  check_split("لحقوق", "ل", "حقوق");
  check_split("والسجون", "و", "السجون");
  check_split("بشراهة", "ب", "شراهه");
  check_split("وبشراهة", "وب", "شراهه");
  check_split("للدموع", "ل", "الدموع");
  check_split("وللقرنية", "ول", "القرنيه");
  check_split("ليعرج", "ل", "يعرج");
  check_split("وزحفوا", "و", "زحفوا");
}

static void
leaves_foreign_names_whole(void)
{
  static const char* const names[] = {
    "شتوك", "فيرميولن", "ساوثوورث", "وينفري", "كيتاروفيتش"
  };
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    const IsnWord word = look_up(names[i]);
    CHECK_EQ(word.n_proclitics, 0);
    CHECK_STR(word.word, names[i]);
  }
  CHECK(!(look_up("ساوثوورث").flags & ISN_WORD_KNOWN));
  CHECK(!(look_up("فيرميولن").flags & ISN_WORD_KNOWN));
}

/// Compile the data of the source tree to a file that lives until opened.
static bool
open_image(void)
{
  char path[] = "/tmp/isnad-known-XXXXXX";
  const int fd = mkstemp(path);
  if (fd < 0 || close(fd)) {
    return false;
  }
  const bool is_open =
    !isn_gazetteer_compile("extract/data", "schemas", path, NULL) &&
    !isn_image_open(&image, path, NULL);
  unlink(path);
  return is_open;
}

int
main(void)
{
  if (!open_image() || isn_tokenizer_new(&tokenizer, NULL)) {
    printf("not ok open_image\n");
    return EXIT_FAILURE;
  }
  RUN(knows_listed_words);
  RUN(knows_words_with_pronouns);
  RUN(knows_no_foreign_names);
  RUN(knows_verbs_from_nouns);
  RUN(splits_proclitics_off_words);
  RUN(leaves_foreign_names_whole);
  isn_tokenizer_free(tokenizer);
  isn_image_close(&image);
  isn_arena_clear(&arena);
  isn_surfaces_clear(&surfaces);
  return check_end();
}
