// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/help.h"

#include <stdio.h>

#define TERM_COLUMNS 28 ///< Where explanations start

static void
append(IsnBuffer* const out, const char* const s)
{
  isn_buffer_append(out, isn_str(s));
}

/// `term` and what it means, lines of which may be several.
static void
append_entry(IsnBuffer* const out, const char* const term, const char* meaning)
{
  char line[160];
  snprintf(line, sizeof(line), "  %-*s ", TERM_COLUMNS - 3, term);
  append(out, line);
  for (; *meaning; ++meaning) {
    isn_buffer_append_byte(out, *meaning);
    if (*meaning == '\n') {
      snprintf(line, sizeof(line), "%*s", TERM_COLUMNS, "");
      append(out, line);
    }
  }
  isn_buffer_append_byte(out, '\n');
}

static void
append_choices(IsnBuffer* const out, const IsnOption* const option)
{
  char line[160];
  snprintf(line, sizeof(line), "%*sone of:", TERM_COLUMNS, "");
  append(out, line);
  for (size_t i = 0; option->choices[i]; ++i) {
    isn_buffer_append_byte(out, ' ');
    append(out, option->choices[i]);
  }
  isn_buffer_append_byte(out, '\n');
}

static void
append_option(IsnBuffer* const out, const IsnOption* const option)
{
  char letter[8] = "    ";
  if (option->letter) {
    snprintf(letter, sizeof(letter), "-%c, ", option->letter);
  }
  char term[80];
  snprintf(term,
           sizeof(term),
           "%s--%s%s%s",
           letter,
           option->name,
           option->argument ? " " : "",
           option->argument ? option->argument : "");
  append_entry(out, term, option->help);
  if (option->choices) {
    append_choices(out, option);
  }
}

static void
append_options(IsnBuffer* const out, const unsigned bits)
{
  append(out, "\nOptions:\n");
  const IsnOption* option = NULL;
  for (size_t i = 0; (option = isn_option_info(i)); ++i) {
    if ((option->commands & bits) == bits) {
      append_option(out, option);
    }
  }
}

static void
append_formats(IsnBuffer* const out, const IsnBackend* const backend)
{
  append(out, "\nFormats:\n");
  const char* name = NULL;
  const char* label = NULL;
  for (unsigned i = 0; backend->format(i, &name, &label); ++i) {
    append_entry(out, name, label);
  }
}

static void
append_all(IsnBuffer* const out)
{
  append(out,
         "usage: isnad COMMAND [OPTION]... [FILE]...\n\n"
         "Arabic news to a knowledge graph: who did what, and by which words "
         "that is known.\n\nCommands:\n");
  for (int i = 0; i < ISN_N_COMMANDS; ++i) {
    const IsnCommand* const info = isn_command_info((IsnCommandId)i);
    append_entry(out, info->name, info->summary);
  }
  append_options(out, (1u << ISN_N_COMMANDS) - 1u);
  append(out,
         "\n'isnad COMMAND --help' says more of a command. Options may stand "
         "before or\nafter files; '--' ends them; '-' is standard input, which "
         "is also the default.\n\nExit status:\n");
  append_entry(
    out, "0", "all went well, or the reader of the output closed it");
  append_entry(out, "1", "some records failed; the others are in the output");
  append_entry(out, "2", "the command line is wrong");
  append_entry(out, "3", "rules, gazetteers, lexicon or image are wrong");
  append_entry(out, "4", "some input could not be read at all");
  append_entry(out, "5", "the output could not be written");
  append_entry(out, "6", "out of memory, or a library failed");
  append(out,
         "\nEnvironment:\n"
         "  ISNAD_DATA             folder of the data, as by --data\n"
         "  ISNAD_IMAGE            the image, as by --image\n");
}

static void
append_command(IsnBuffer* const out,
               const IsnBackend* const backend,
               const IsnCommandId command)
{
  const IsnCommand* const info = isn_command_info(command);
  char line[160];
  snprintf(line,
           sizeof(line),
           "usage: isnad %s [OPTION]...%s%s\n\nisnad %s: ",
           info->name,
           info->operands[0] ? " " : "",
           info->operands,
           info->name);
  append(out, line);
  append(out, info->summary);
  append(out, ".\n");
  append(out, info->details);
  append_options(out, 1u << command);
  if (command == ISN_COMMAND_RDF || command == ISN_COMMAND_RUN) {
    append_formats(out, backend);
  }
  if (command == ISN_COMMAND_DIFF) {
    append(out, "\nFormats:\n");
    append_entry(out, "text", "for readers");
    append_entry(out, "json", "for programs: sums, and a list of changes");
  }
}

void
isn_help_write(const IsnBackend* const backend,
               const IsnCommandId command,
               IsnBuffer* const out)
{
  if (command == ISN_N_COMMANDS) {
    append_all(out);
  } else {
    append_command(out, backend, command);
  }
}
