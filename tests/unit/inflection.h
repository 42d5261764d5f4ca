// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file inflection.h Entries of the lexicon and the forms that they give. Run
/// from the repository's root.
#ifndef ISN_TESTS_INFLECTION_H
#define ISN_TESTS_INFLECTION_H

#include "extract/base/buffer.h"
#include "extract/lexicon/lexicon.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <unistd.h>

/// "\nform\tfeatures\n" of all that was read last in the class "test"
static IsnBuffer forms;
static IsnDiag complaint; ///< The last one; its strings are gone

static inline void
append_features(const IsnFeatures features)
{
  for (unsigned bit = 0; bit < ISN_N_FEATURES; ++bit) {
    if (features >> bit & 1u) {
      isn_buffer_append_byte(&forms, ' ');
      isn_buffer_append(&forms, isn_str(isn_feature_name(bit)));
    }
  }
}

static inline IsnStatus
collect(void* const handle, const IsnForm* const form)
{
  (void)handle;
  if (isn_str_is(form->class_name, "test")) {
    isn_buffer_append_byte(&forms, '\n');
    isn_buffer_append(&forms, form->form);
    isn_buffer_append_byte(&forms, '\t');
    append_features(form->features);
    isn_buffer_append_byte(&forms, '\n');
  }
  return ISN_SUCCESS;
}

static inline void
remember(void* const handle, const IsnDiag* const diag)
{
  (void)handle;
  complaint = *diag;
}

/// Read a lexicon file with this content; what it gives is in `forms`.
static inline IsnStatus
read_text(const char* const content)
{
  char path[] = "/tmp/isnad-lexicon-XXXXXX";
  const IsnSink sink = { remember, NULL };
  const int fd = mkstemp(path);
  FILE* const file = fd < 0 ? NULL : fdopen(fd, "w");
  complaint = (IsnDiag){ 0 };
  isn_buffer_empty(&forms);
  if (!file) {
    return ISN_ERR_OUTPUT;
  }
  fputs(content, file);
  fclose(file);
  const IsnStatus st =
    isn_lexicon_read(path, "schemas/lexicon.rng", collect, NULL, &sink);
  isn_buffer_append_byte(&forms, '\0');
  unlink(path);
  return st;
}

/// Read a file whose class "test" has this one entry.
static inline IsnStatus
read_entry(const char* const entry)
{
  char content[1024];
  snprintf(content,
           sizeof(content),
           "<lexicon>\n<class name='test'>\n%s\n</class>\n</lexicon>\n",
           entry);
  return read_text(content);
}

static inline bool
is_there(const IsnStr features, const IsnStr word)
{
  IsnBuffer line = { 0 };
  isn_buffer_append(&line, ISN_STR("\n"));
  isn_buffer_append(&line, word);
  isn_buffer_append(&line, ISN_STR("\t"));
  if (!isn_str_is(features, "any")) {
    isn_buffer_append(&line, ISN_STR(" "));
    isn_buffer_append(&line, features);
    isn_buffer_append(&line, ISN_STR("\n"));
  }
  isn_buffer_append_byte(&line, '\0');
  const bool is = forms.data && strstr(forms.data, line.data);
  isn_buffer_clear(&line);
  return is;
}

/// An entry and what it must give, a line for each set of features: a colon
/// behind them, words after commas. "no " before it if it must not give them,
/// "any" for features if they do not matter.
typedef struct {
  const char* name;
  const char* xml;
  const char* lines;
} Entry;

/// Cut off what is before `sign`, and the sign; all of it if there is none.
static inline IsnStr
cut(IsnStr* const rest, const char* const sign)
{
  const size_t n = strlen(sign);
  size_t at = 0;
  while (
    at < rest->n_bytes &&
    !isn_str_starts(isn_str_slice(*rest, at, rest->n_bytes), isn_str(sign))) {
    ++at;
  }
  const IsnStr before = isn_str_slice(*rest, 0, at);
  const size_t next = at + n < rest->n_bytes ? at + n : rest->n_bytes;
  *rest = isn_str_slice(*rest, next, rest->n_bytes);
  return before;
}

static inline void
check_line(IsnStr line)
{
  const bool is_wanted = !isn_str_starts(line, ISN_STR("no "));
  IsnStr words = isn_str_slice(line, is_wanted ? 0 : 3, line.n_bytes);
  const IsnStr features = cut(&words, ": ");
  if (!words.n_bytes) {
    CHECK_CASE("a line without words", false);
  }
  while (words.n_bytes) {
    const IsnStr word = cut(&words, ", ");
    ++check_n_made;
    if (is_there(features, word) != is_wanted) {
      ++check_n_failed;
      printf("  %.*s [%.*s] is %s\n",
             (int)word.n_bytes,
             word.data,
             (int)features.n_bytes,
             features.data,
             is_wanted ? "missing" : "there");
    }
  }
}

/// Each entry is a test of its own.
static inline void
run_entries(const Entry* const entries, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    check_begin();
    CHECK_EQ(read_entry(entries[i].xml), ISN_SUCCESS);
    IsnStr lines = isn_str(entries[i].lines);
    while (lines.n_bytes) {
      check_line(cut(&lines, "\n"));
    }
    check_tell(entries[i].name);
  }
}

#endif
