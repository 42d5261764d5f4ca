// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Statuses, names of things, and diagnostics.
#include "extract/base/diag.h"
#include "extract/document.h"
#include "tests/unit/check.h"

#include <stdlib.h>

static void
statuses_have_names(void)
{
  for (int i = 0; i <= ISN_ERR_FOREIGN; ++i) {
    const char* const name = isn_status_name((IsnStatus)i);
    CHECK(name && *name && strcmp(name, "unknown status") != 0);
    for (int j = 0; j < i; ++j) {
      CHECK(strcmp(name, isn_status_name((IsnStatus)j)) != 0);
    }
    CHECK_EQ(isn_is_error((IsnStatus)i), i >= ISN_ERR_NO_MEMORY);
  }
  CHECK_STR(isn_str(isn_status_name((IsnStatus)(ISN_ERR_FOREIGN + 1))),
            "unknown status");
  CHECK_STR(isn_str(isn_status_name((IsnStatus)-1)), "unknown status");
}

static IsnStatus
try_twice(const IsnStatus first, const IsnStatus second, int* const n_tried)
{
  IsnStatus st = ISN_SUCCESS;
  *n_tried = 1;
  ISN_TRY(st, first);
  *n_tried = 2;
  ISN_TRY(st, second);
  *n_tried = 3;
  return st;
}

static void
any_status_but_success_is_passed_up(void)
{
  int n = 0;
  CHECK_EQ(try_twice(ISN_ERR_LIMIT, ISN_SUCCESS, &n), ISN_ERR_LIMIT);
  CHECK_EQ(n, 1);
  CHECK_EQ(try_twice(ISN_SUCCESS, ISN_END, &n), ISN_END);
  CHECK_EQ(n, 2);
  CHECK_EQ(try_twice(ISN_SUCCESS, ISN_SUCCESS, &n), ISN_SUCCESS);
  CHECK_EQ(n, 3);
}

static void
names_of_kinds_and_modalities(void)
{
  static const char* const kinds[] = {
    "word", "number", "punctuation", "latin", "symbol"
  };
  static const char* const modalities[] = {
    "asserted", "planned", "negated", "possible"
  };
  for (int i = 0; i < ISN_N_KINDS; ++i) {
    CHECK_STR(isn_str(isn_kind_name((IsnTokenKind)i)), kinds[i]);
  }
  for (int i = 0; i < ISN_N_MODALITIES; ++i) {
    CHECK_STR(isn_str(isn_modality_name((IsnModality)i)), modalities[i]);
  }
}

/// Names lead to their number and back; what is none leads to NONE.
static void
vocabulary_goes_there_and_back(void)
{
  for (int i = 1; i < ISN_N_TYPES; ++i) {
    CHECK_EQ(isn_type_find(isn_str(isn_type_name((IsnType)i))), i);
  }
  for (int i = 1; i < ISN_N_PROPERTIES; ++i) {
    const IsnPropertyInfo* const info = isn_property_info((IsnProperty)i);
    CHECK_EQ(isn_property_find(isn_str(info->name)), i);
    CHECK_EQ(info->objects != 0, info->value == ISN_VALUE_ENTITY);
    CHECK_EQ(info->subjects != 0, i != ISN_PROP_ABOUT);
  }
  static const char* const none[] = { "", "person", "Persons", "funds " };
  for (size_t i = 0; i < N_OF(none); ++i) {
    CHECK_EQ(isn_type_find(isn_str(none[i])), ISN_TYPE_NONE);
    CHECK_EQ(isn_property_find(isn_str(none[i])), ISN_PROP_NONE);
  }
  CHECK_STR(isn_str(isn_type_name(ISN_N_TYPES)), "");
  CHECK_STR(isn_str(isn_property_info(ISN_N_PROPERTIES)->name), "");
  CHECK_EQ(isn_type_find((IsnStr){ NULL, 0 }), ISN_TYPE_NONE);
}

static void
keep_message(void* const handle, const IsnDiag* const diag)
{
  snprintf(handle,
           64,
           "%s:%zu:%zu %d %d %.30s",
           diag->source ? diag->source : "-",
           diag->line,
           diag->column,
           (int)diag->severity,
           (int)diag->status,
           diag->message);
}

static void
errors_reach_the_sink(void)
{
  char said[64] = "";
  const IsnSink sink = { keep_message, said };
  const IsnSink deaf = { NULL, said };
  const IsnPlace place = { "x", 7, 2 };
  CHECK_EQ(isn_error(&sink, ISN_ERR_INPUT, &place, "no %s", "file"),
           ISN_ERR_INPUT);
  CHECK_STR(isn_str(said), "x:7:2 0 5 no file");
  isn_warning(&sink, NULL, "%d left", 3);
  CHECK_STR(isn_str(said), "-:0:0 1 0 3 left");
  CHECK_EQ(isn_error(NULL, ISN_ERR_INPUT, NULL, "unheard"), ISN_ERR_INPUT);
  CHECK_EQ(isn_error(&deaf, ISN_ERR_LIMIT, NULL, "unheard"), ISN_ERR_LIMIT);
  isn_warning(NULL, &place, "unheard");
  CHECK_STR(isn_str(said), "-:0:0 1 0 3 left");
}

static void
keep_length(void* const handle, const IsnDiag* const diag)
{
  *(size_t*)handle = strlen(diag->message);
}

static void
long_messages_are_cut(void)
{
  char message[5000];
  size_t n = 0;
  const IsnSink sink = { keep_length, &n };
  memset(message, 'x', sizeof(message) - 1);
  message[sizeof(message) - 1] = 0;
  isn_error(&sink, ISN_ERR_INPUT, NULL, "%s", message);
  CHECK(n > 500 && n < sizeof(message));
}

static void
diagnostics_are_printed(void)
{
  static const struct {
    IsnDiag diag;
    const char* printed;
  } cases[] = {
    { { ISN_ERR_INPUT, ISN_ERROR, "a.xml", 3, 14, "no" },
      "a.xml:3:14: error: no\n" },
    { { ISN_SUCCESS, ISN_WARNING, "a.xml", 3, 0, "نعم" },
      "a.xml:3: warning: نعم\n" },
    { { ISN_SUCCESS, ISN_NOTE, "a.xml", 0, 9, "x" }, "a.xml: note: x\n" },
    { { ISN_ERR_USAGE, ISN_ERROR, NULL, 0, 0, "x" }, "isnad: error: x\n" },
    { { ISN_ERR_USAGE, ISN_ERROR, "%s", 1, 1, "%d" }, "%s:1:1: error: %d\n" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    char* data = NULL;
    size_t n = 0;
    FILE* const out = open_memstream(&data, &n);
    isn_diag_print(out, &cases[i].diag);
    fclose(out);
    CHECK_STR(((IsnStr){ data, n }), cases[i].printed);
    free(data);
  }
}

int
main(void)
{
  RUN(statuses_have_names);
  RUN(any_status_but_success_is_passed_up);
  RUN(names_of_kinds_and_modalities);
  RUN(vocabulary_goes_there_and_back);
  RUN(errors_reach_the_sink);
  RUN(long_messages_are_cut);
  RUN(diagnostics_are_printed);
  return check_end();
}
