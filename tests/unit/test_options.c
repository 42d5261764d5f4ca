// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/options.h"
#include "tests/unit/check.h"

#define MAX_ARGS 12

static IsnOptions options;
static char* arguments[MAX_ARGS];

/// Parse words that blanks separate.
static IsnStatus
parse(const char* const line)
{
  static char copy[256];
  snprintf(copy, sizeof(copy), "isnad %s", line);
  int argc = 0;
  for (char* at = copy; at && argc < MAX_ARGS;) {
    arguments[argc++] = at;
    at = strchr(at, ' ');
    if (at) {
      *at++ = '\0';
    }
  }
  return isn_options_parse(&options, argc, arguments, NULL);
}

static void
operands_and_options_mix(void)
{
  CHECK_EQ(parse("run a -o out b --evidence -- -c"), ISN_SUCCESS);
  CHECK_EQ(options.command, ISN_COMMAND_RUN);
  CHECK_EQ(options.n_paths, 3);
  CHECK_STR(isn_str(options.paths[0]), "a");
  CHECK_STR(isn_str(options.paths[1]), "b");
  CHECK_STR(isn_str(options.paths[2]), "-c");
  CHECK_STR(isn_str(options.output), "out");
  CHECK(options.evidence);
  CHECK_EQ(options.until, ISN_STAGE_RDF);
}

static void
arguments_join(void)
{
  CHECK_EQ(parse("run --format=turtle -oout -qe -"), ISN_SUCCESS);
  CHECK_STR(isn_str(options.format), "turtle");
  CHECK_STR(isn_str(options.output), "out");
  CHECK(options.quiet && options.evidence);
  CHECK_EQ(options.n_paths, 1);
  CHECK_STR(isn_str(options.paths[0]), "-");
}

static void
choices_are_numbers(void)
{
  CHECK_EQ(parse("run --until entities -i ndjson"), ISN_SUCCESS);
  CHECK_EQ(options.until, ISN_STAGE_ENTITIES);
  CHECK_EQ(options.input_format, ISN_INPUT_NDJSON);
}

static void
help_needs_nothing_else(void)
{
  CHECK_EQ(parse("--help"), ISN_SUCCESS);
  CHECK_EQ(options.command, ISN_N_COMMANDS);
  CHECK_EQ(parse("read --text x --help"), ISN_SUCCESS);
  CHECK_EQ(options.command, ISN_COMMAND_READ);
}

static void
wrong_lines_are_usage_errors(void)
{
  static const char* const lines[] = { "",
                                       "--output x",
                                       "run -o",
                                       "run --no",
                                       "run --evidence=1",
                                       "run -ez",
                                       "run --until",
                                       "frob",
                                       "run --until frob",
                                       "compile x",
                                       "tokenize -e",
                                       "run -eu read",
                                       "read --text body",
                                       "check -o x" };
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    CHECK_CASE(lines[i], parse(lines[i]) == ISN_ERR_USAGE);
  }
  CHECK_EQ(parse("run --"), ISN_SUCCESS);
}

static void
letters_and_names_are_unique(void)
{
  const IsnOption* a = NULL;
  for (size_t i = 0; (a = isn_option_info(i)); ++i) {
    const IsnOption* b = NULL;
    for (size_t j = i + 1; (b = isn_option_info(j)); ++j) {
      CHECK(strcmp(a->name, b->name) != 0);
      CHECK(!a->letter || a->letter != b->letter);
    }
    CHECK((a->kind == ISN_OPTION_FLAG) == !a->argument);
    CHECK((a->kind == ISN_OPTION_CHOICE) == (a->choices != NULL));
  }
}

int
main(void)
{
  RUN(operands_and_options_mix);
  RUN(arguments_join);
  RUN(choices_are_numbers);
  RUN(help_needs_nothing_else);
  RUN(wrong_lines_are_usage_errors);
  RUN(letters_and_names_are_unique);
  return check_end();
}
