// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What the reader of the lexicon says of files, right and wrong.
#include "tests/unit/inflection.h"

#include <dirent.h>

static void
words_keep_their_features(void)
{
  CHECK_EQ(read_entry("<word>من أجل</word>"), ISN_SUCCESS);
  check_line(ISN_STR("part: من أجل"));
  CHECK_EQ(read_entry("<word features='noun f def'>المرأة</word>"),
           ISN_SUCCESS);
  check_line(ISN_STR("noun f def: المرأة"));
}

/// However often it comes about, and in each class of its entry.
static void
forms_are_given_once(void)
{
  CHECK_EQ(read_text("<lexicon><class name='test'>"
                     "<word>من</word></class></lexicon>"),
           ISN_SUCCESS);
  CHECK_STR(isn_str(forms.data), "\nمن\t part\n");
  CHECK_EQ(read_text("<lexicon><class name='other' also='test'>"
                     "<word>من</word></class></lexicon>"),
           ISN_SUCCESS);
  CHECK_STR(isn_str(forms.data), "\nمن\t part\n");
  CHECK_EQ(read_text("<lexicon><class name='other'><word also='test'>من</word>"
                     "<word>عن</word></class></lexicon>"),
           ISN_SUCCESS);
  CHECK_STR(isn_str(forms.data), "\nمن\t part\n");
  CHECK_EQ(read_entry("<verb root='م و ل' form='2' passive='no'/>"),
           ISN_SUCCESS);
  const char* const once = strstr(forms.data, "\nمول\t perf\n");
  CHECK(once && !strstr(once + 1, "\nمول\t perf\n"));
}

static void
bad_files_are_named_with_their_line(void)
{
  CHECK_EQ(read_entry("<verb root='ق ل' form='1'/>"), ISN_ERR_RULES);
  CHECK(complaint.line > 0); // libxml2 names the parent of a wrong first child
  CHECK_EQ(read_entry("<verb root='ق و ل' form='9'/>"), ISN_ERR_RULES);
  CHECK_EQ(read_entry("<verb root='ق و ل' form='1' colour='red'/>"),
           ISN_ERR_RULES);
  CHECK_EQ(read_entry("<noun>اجتمَاع</noun>"), ISN_ERR_RULES);
  CHECK_EQ(read_entry("<word features='nonsense'>من</word>"), ISN_ERR_RULES);
  CHECK_EQ(complaint.line, 3);
  CHECK_EQ(read_entry("<verb perfect='رأى' imperfect='رأى'/>"), ISN_ERR_RULES);
  CHECK_EQ(read_text("<lexicon>\n<class"), ISN_ERR_RULES);
  CHECK_EQ(complaint.line, 2);
  CHECK(complaint.column > 0);
  CHECK_EQ(read_text(""), ISN_ERR_RULES);
}

static void
missing_files_are_errors(void)
{
  const IsnSink sink = { remember, NULL };
  CHECK(isn_is_error(isn_lexicon_read(
    "/nonexistent.xml", "schemas/lexicon.rng", collect, NULL, &sink)));
  CHECK(isn_is_error(isn_lexicon_read("extract/data/lexicon/verbs-events.xml",
                                      "/nonexistent.rng",
                                      collect,
                                      NULL,
                                      &sink)));
}

static IsnStatus
stop(void* const handle, const IsnForm* const form)
{
  (void)form;
  ++*(unsigned*)handle;
  return ISN_END;
}

static void
reading_stops_when_told(void)
{
  unsigned n = 0;
  const IsnStatus st = isn_lexicon_read("extract/data/lexicon/verbs-events.xml",
                                        "schemas/lexicon.rng",
                                        stop,
                                        &n,
                                        NULL);
  CHECK_EQ(st, ISN_END);
  CHECK_EQ(n, 1);
}

static IsnStatus
count(void* const handle, const IsnForm* const form)
{
  CHECK(form->form.n_bytes > 0);
  CHECK(form->lemma.n_bytes > 0);
  ++*(unsigned*)handle;
  return ISN_SUCCESS;
}

static void
data_files_are_valid(void)
{
  static const char folder[] = "extract/data/lexicon";
  const IsnSink sink = { isn_diag_print, stdout };
  DIR* const dir = opendir(folder);
  const struct dirent* entry = NULL;
  while (dir && (entry = readdir(dir))) {
    if (isn_str_ends(isn_str(entry->d_name), ISN_STR(".xml"))) {
      char path[512];
      unsigned n = 0;
      snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
      const IsnStatus st =
        isn_lexicon_read(path, "schemas/lexicon.rng", count, &n, &sink);
      CHECK_EQ(st, ISN_SUCCESS);
      CHECK_CASE(path, n > 100);
    }
  }
  CHECK(dir && !closedir(dir));
}

static void
features_have_names(void)
{
  CHECK_STR(isn_str(isn_feature_name(0)), "perf");
  CHECK_STR(isn_str(isn_feature_name(15)), "first");
  CHECK(!isn_feature_name(16));
}

int
main(void)
{
  RUN(words_keep_their_features);
  RUN(forms_are_given_once);
  RUN(bad_files_are_named_with_their_line);
  RUN(missing_files_are_errors);
  RUN(reading_stops_when_told);
  RUN(data_files_are_valid);
  RUN(features_have_names);
  isn_buffer_clear(&forms);
  return check_end();
}
