// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/options.h"

#include <stdlib.h>
#include <string.h>

/// Where the parser stands.
typedef struct {
  IsnOptions* options;
  int argc;
  char** argv;
  int next; ///< Index of the argument to read next
  const IsnSink* sink;
} Parser;

/// The command, or "" before it is known.
static const char*
command_name(const IsnOptions* const options)
{
  return options->command < ISN_N_COMMANDS
           ? isn_command_info(options->command)->name
           : "";
}

static IsnStatus
store_choice(const Parser* const parser,
             const IsnOption* const option,
             const char* const value)
{
  for (int i = 0; option->choices[i]; ++i) {
    if (!strcmp(option->choices[i], value)) {
      *(int*)(void*)((char*)parser->options + option->offset) = i;
      return ISN_SUCCESS;
    }
  }
  return isn_error(parser->sink,
                   ISN_ERR_USAGE,
                   NULL,
                   "--%s cannot be '%s'; 'isnad %s --help' lists what it can",
                   option->name,
                   value,
                   command_name(parser->options));
}

static IsnStatus
store_number(const Parser* const parser,
             const IsnOption* const option,
             const char* const value)
{
  char* end = NULL;
  const long number = strtol(value, &end, 10);
  if (end == value || *end || number < 1 || number > ISN_MAX_NUMBER) {
    return isn_error(parser->sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--%s must be a number from 1 to %d, not '%s'",
                     option->name,
                     ISN_MAX_NUMBER,
                     value);
  }
  *(int*)(void*)((char*)parser->options + option->offset) = (int)number;
  return ISN_SUCCESS;
}

/// Store `value`, or the next argument where it is NULL and one is needed.
static IsnStatus
store(Parser* const parser, const IsnOption* const option, const char* value)
{
  void* const member = (char*)parser->options + option->offset;
  if (option->kind == ISN_OPTION_FLAG) {
    if (value) {
      return isn_error(parser->sink,
                       ISN_ERR_USAGE,
                       NULL,
                       "--%s takes no argument, but has '%s'",
                       option->name,
                       value);
    }
    *(bool*)member = true;
    return ISN_SUCCESS;
  }
  if (!value && parser->next < parser->argc) {
    value = parser->argv[parser->next++];
  }
  if (!value) {
    return isn_error(parser->sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--%s needs an argument: --%s %s",
                     option->name,
                     option->name,
                     option->argument);
  }
  if (option->kind == ISN_OPTION_CHOICE) {
    return store_choice(parser, option, value);
  }
  if (option->kind == ISN_OPTION_NUMBER) {
    return store_number(parser, option, value);
  }
  *(const char**)member = value;
  return ISN_SUCCESS;
}

static bool
is_named(const IsnOption* const option, const IsnStr name, const bool is_long)
{
  return is_long ? isn_str_is(name, option->name)
                 : option->letter && name.data[0] == option->letter;
}

/// Find the option for this command, or report why not.
static const IsnOption*
find(const Parser* const parser, const IsnStr name, const bool is_long)
{
  const IsnOptions* const options = parser->options;
  const bool known = options->command < ISN_N_COMMANDS;
  // Before the command, only what every command has
  const unsigned bit =
    known ? 1u << options->command : (1u << ISN_N_COMMANDS) - 1u;
  const char* const dashes = is_long ? "--" : "-";
  const IsnOption* option = NULL;
  for (size_t i = 0; (option = isn_option_info(i)); ++i) {
    if (is_named(option, name, is_long)) {
      if ((option->commands & bit) == bit) {
        return option;
      }
      isn_error(parser->sink,
                ISN_ERR_USAGE,
                NULL,
                known ? "option '%s%.*s' is not for 'isnad %s'; see 'isnad %s "
                        "--help'"
                      : "option '%s%.*s' must come after a command%s%s",
                dashes,
                (int)name.n_bytes,
                name.data,
                command_name(options),
                command_name(options));
      return NULL;
    }
  }
  isn_error(parser->sink,
            ISN_ERR_USAGE,
            NULL,
            "there is no option '%s%.*s'; see 'isnad %s%s--help'",
            dashes,
            (int)name.n_bytes,
            name.data,
            command_name(options),
            known ? " " : "");
  return NULL;
}

static IsnStatus
parse_long(Parser* const parser, const char* const argument)
{
  const char* const equals = strchr(argument, '=');
  const IsnStr name = { argument,
                        equals ? (size_t)(equals - argument)
                               : strlen(argument) };
  const IsnOption* const option = find(parser, name, true);
  return option ? store(parser, option, equals ? equals + 1 : NULL)
                : ISN_ERR_USAGE;
}

/// Letters after one dash: flags together, an argument joined or after it.
static IsnStatus
parse_letters(Parser* const parser, const char* letters)
{
  for (; *letters; ++letters) {
    const IsnOption* const option = find(parser, (IsnStr){ letters, 1 }, false);
    if (!option) {
      return ISN_ERR_USAGE;
    }
    const bool is_flag = option->kind == ISN_OPTION_FLAG;
    const char* const rest = is_flag || !letters[1] ? NULL : letters + 1;
    IsnStatus st = ISN_SUCCESS;
    ISN_TRY(st, store(parser, option, rest));
    if (!is_flag) {
      break;
    }
  }
  return ISN_SUCCESS;
}

static IsnStatus
parse_command(Parser* const parser, const char* const name)
{
  for (int i = 0; i < ISN_N_COMMANDS; ++i) {
    if (!strcmp(isn_command_info((IsnCommandId)i)->name, name)) {
      parser->options->command = (IsnCommandId)i;
      return ISN_SUCCESS;
    }
  }
  return isn_error(parser->sink,
                   ISN_ERR_USAGE,
                   NULL,
                   "there is no command '%s'; see 'isnad --help'",
                   name);
}

/// One argument that is no option: the command, then operands.
static IsnStatus
parse_operand(Parser* const parser, char* const argument)
{
  IsnOptions* const options = parser->options;
  if (options->command == ISN_N_COMMANDS) {
    return parse_command(parser, argument);
  }
  if (!isn_command_info(options->command)->operands[0]) {
    return isn_error(parser->sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "'isnad %s' takes no operands, but has '%s'",
                     command_name(options),
                     argument);
  }
  // Operands move to the front of argv, over arguments that have been read.
  parser->argv[1 + options->n_paths++] = argument;
  return ISN_SUCCESS;
}

static IsnStatus
parse_all(Parser* const parser)
{
  bool only_operands = false;
  while (parser->next < parser->argc) {
    IsnStatus st = ISN_SUCCESS;
    char* const argument = parser->argv[parser->next++];
    if (only_operands || argument[0] != '-' || !argument[1]) {
      st = parse_operand(parser, argument);
    } else if (!strcmp(argument, "--")) {
      only_operands = true;
    } else if (argument[1] == '-') {
      st = parse_long(parser, argument + 2);
    } else {
      st = parse_letters(parser, argument + 1);
    }
    if (st) {
      return st;
    }
  }
  return ISN_SUCCESS;
}

static IsnStatus
validate_diff(const IsnOptions* const options, const IsnSink* const sink)
{
  if (options->n_paths != 2) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "'isnad diff' takes two operands, OLD and NEW; see 'isnad "
                     "diff --help'");
  }
  const IsnStr format = isn_str(options->format);
  if (format.data && !isn_str_is(format, "text") &&
      !isn_str_is(format, "json")) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--format cannot be '%s'; 'isnad diff --help' lists what "
                     "it can",
                     format.data);
  }
  return ISN_SUCCESS;
}

/// Options that need one another.
static IsnStatus
validate(const IsnOptions* const options, const IsnSink* const sink)
{
  if (options->command == ISN_N_COMMANDS) {
    return isn_error(
      sink, ISN_ERR_USAGE, NULL, "a command is missing; see 'isnad --help'");
  }
  if (options->until != ISN_STAGE_RDF &&
      (options->format || options->base || options->evidence)) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--format, --base and --evidence are about the graph, "
                     "which '--until %s' does not make; leave one out",
                     isn_stage_name(options->until));
  }
  if (options->command == ISN_COMMAND_DIFF) {
    return validate_diff(options, sink);
  }
  if (options->coverage && !options->n_paths) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--coverage needs documents to try the rules on");
  }
  if (options->progress && options->no_progress) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--progress and --no-progress exclude each other");
  }
  if (options->text && !options->record) {
    return isn_error(sink,
                     ISN_ERR_USAGE,
                     NULL,
                     "--text needs --record: the elements it starts from");
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_options_parse(IsnOptions* const options,
                  const int argc,
                  char** const argv,
                  const IsnSink* const sink)
{
  *options = (IsnOptions){ .command = ISN_N_COMMANDS,
                           .until = ISN_STAGE_RDF,
                           .jobs = 1 };
  Parser parser = { options, argc, argv, 1, sink };
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, parse_all(&parser));
  options->paths = (const char**)(void*)(argv + 1);
  if (options->help || options->version) {
    return ISN_SUCCESS;
  }
  return validate(options, sink);
}
