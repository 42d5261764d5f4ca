// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define BIT(command) (1u << ISN_COMMAND_##command)
#define ALL ((1u << ISN_N_COMMANDS) - 1u)
#define READERS (BIT(READ) | BIT(RUN) | BIT(CHECK) | BIT(EXPLAIN))
#define GRAPHS (BIT(RDF) | BIT(RUN))
#define KNOWERS                                                                \
  (BIT(ENTITIES) | BIT(RELATIONS) | BIT(RDF) | BIT(RUN) | BIT(CHECK) |         \
   BIT(EXPLAIN))
#define WRITERS (ALL & ~BIT(CHECK))
#define STAGES                                                                 \
  (BIT(READ) | BIT(TOKENIZE) | BIT(ENTITIES) | BIT(RELATIONS) | BIT(RDF) |     \
   BIT(RUN))
#define AT(member) offsetof(IsnOptions, member)

static const IsnCommand commands[ISN_N_COMMANDS] = {
  [ISN_COMMAND_READ] = { "read",
                         "[FILE|DIRECTORY|-]...",
                         "documents to records, one line of JSON each",
                         "",
                         true },
  [ISN_COMMAND_TOKENIZE] = { "tokenize",
                             "[FILE|-]...",
                             "records to records with sentences and tokens",
                             "",
                             true },
  [ISN_COMMAND_ENTITIES] = { "entities",
                             "[FILE|-]...",
                             "tokenized records to records with entities",
                             "",
                             true },
  [ISN_COMMAND_RELATIONS] = { "relations",
                              "[FILE|-]...",
                              "records with entities to records with facts",
                              "",
                              true },
  [ISN_COMMAND_RDF] = { "rdf",
                        "[FILE|-]...",
                        "records with facts to RDF",
                        "",
                        true },
  [ISN_COMMAND_RUN] = { "run",
                        "[FILE|DIRECTORY|-]...",
                        "all of these in one process",
                        "Gives, byte for byte, what the pipe gives:\n"
                        "  isnad read | isnad tokenize | isnad entities |\n"
                        "  isnad relations | isnad rdf\n",
                        true },
  [ISN_COMMAND_CHECK] = { "check",
                          "[RULES.xml]... | --coverage CORPUS...",
                          "validate rule files and run their examples",
                          "Without files: every rule file of the data.\n"
                          "With --coverage, the operands are documents, as "
                          "'isnad run' takes them:\n"
                          "each rule, those that cost most first, with its "
                          "milliseconds, share of all\n"
                          "rules' time, sentences it was tried on, "
                          "microseconds for one, sentences it\n"
                          "matched, matches, facts or mentions it could have "
                          "made, those that no other\n"
                          "rule could, and those that carry its name; then "
                          "rules that gave nothing, and\n"
                          "rules in the shadow of others.\n",
                          false },
  [ISN_COMMAND_COMPILE] = { "compile",
                            "",
                            "gazetteers and lexicon to the image",
                            "Writes to --output, else to where the other\n"
                            "commands look for the image.\n",
                            false },
  [ISN_COMMAND_EXPLAIN] = { "explain",
                            "[FILE|DIRECTORY|-]...",
                            "say why documents give the facts they give",
                            "Each fact with its rule, sentence, evidence and "
                            "what the pattern's groups\n"
                            "captured; offsets count code points. With --rule, "
                            "each sentence that has what\n"
                            "the rule needs: what it matched, or how near it "
                            "came.\n",
                            true },
  [ISN_COMMAND_DIFF] = { "diff",
                         "OLD NEW",
                         "compare the facts of two runs",
                         "OLD and NEW are records with facts (one line of JSON "
                         "each) or N-Quads.\n"
                         "Exit status: 0 the same facts, 1 others, 2 one could "
                         "not be read.\n",
                         false },
};

static const char* const stage_names[] = { "read",      "tokenize", "entities",
                                           "relations", "rdf",      NULL };

static const char* const input_formats[] = { [ISN_INPUT_AUTO] = "auto",
                                             [ISN_INPUT_TEXT] = "text",
                                             [ISN_INPUT_HTML] = "html",
                                             [ISN_INPUT_XML] = "xml",
                                             [ISN_INPUT_NDJSON] = "ndjson",
                                             [ISN_INPUT_JSON] = "json",
                                             NULL };

#define FLAG ISN_OPTION_FLAG
#define TEXT ISN_OPTION_TEXT
#define CHOICE ISN_OPTION_CHOICE
#define NUMBER ISN_OPTION_NUMBER

static const IsnOption options_table[] = {
  { "output",
    'o',
    "FILE",
    TEXT,
    AT(output),
    NULL,
    WRITERS,
    "write there, not to standard output" },
  { "format",
    'f',
    "NAME",
    TEXT,
    AT(format),
    NULL,
    GRAPHS | BIT(DIFF),
    "syntax of the output (default: the first below)" },
  { "base",
    'b',
    "IRI",
    TEXT,
    AT(base),
    NULL,
    GRAPHS,
    "what the IRIs of things start with\n"
    "(default https://w3id.org/isnad/id/)" },
  { "evidence",
    'e',
    NULL,
    FLAG,
    AT(evidence),
    NULL,
    GRAPHS,
    "say for each fact by which words, rule and\n"
    "confidence it is believed" },
  { "until",
    'u',
    "STAGE",
    CHOICE,
    AT(until),
    stage_names,
    BIT(RUN),
    "stop after this stage; before rdf, write records" },
  { "input-format",
    'i',
    "NAME",
    CHOICE,
    AT(input_format),
    input_formats,
    READERS,
    "of the documents (default auto: by name, then\nby content)" },
  { "encoding",
    0,
    "NAME",
    TEXT,
    AT(encoding),
    NULL,
    READERS,
    "of the documents (default: declared or detected)" },
  { "record",
    0,
    "XPATH",
    TEXT,
    AT(record),
    NULL,
    READERS,
    "XML: the elements that are documents" },
  { "text",
    0,
    "XPATH",
    TEXT,
    AT(text),
    NULL,
    READERS,
    "XML: their text, from the record's element" },
  { "text-field",
    0,
    "NAME",
    TEXT,
    AT(text_field),
    NULL,
    READERS,
    "JSON: the member with the text (default text)" },
  { "id-field",
    0,
    "NAME",
    TEXT,
    AT(id_field),
    NULL,
    READERS,
    "JSON: the member with the identifier (default id)" },
  { "jobs",
    'j',
    "N",
    NUMBER,
    AT(jobs),
    NULL,
    STAGES,
    "so many workers side by side (default 1); the\n"
    "output is the same for every N" },
  { "stats",
    0,
    "FILE",
    TEXT,
    AT(stats),
    NULL,
    STAGES,
    "write counts, times and memory there as JSON" },
  { "progress",
    0,
    NULL,
    FLAG,
    AT(progress),
    NULL,
    STAGES,
    "show progress, also where standard error is no\nterminal" },
  { "no-progress",
    0,
    NULL,
    FLAG,
    AT(no_progress),
    NULL,
    STAGES,
    "show none, also where it is one" },
  { "coverage",
    0,
    NULL,
    FLAG,
    AT(coverage),
    NULL,
    BIT(CHECK),
    "say what rules cost and give on documents" },
  { "rule",
    'r',
    "NAME",
    TEXT,
    AT(rule),
    NULL,
    BIT(EXPLAIN),
    "only this rule, also where it does not match" },
  { "mentions",
    'm',
    NULL,
    FLAG,
    AT(mentions),
    NULL,
    BIT(EXPLAIN),
    "mentions too, not only facts" },
  { "sentences",
    's',
    NULL,
    FLAG,
    AT(sentences),
    NULL,
    BIT(EXPLAIN),
    "not facts, but the sentences as rules see them:\n"
    "each word with its classes" },
  { "classes",
    'c',
    NULL,
    FLAG,
    AT(classes),
    NULL,
    BIT(EXPLAIN),
    "with --rule: the classes of each word" },
  { "data",
    0,
    "DIR",
    TEXT,
    AT(data),
    NULL,
    KNOWERS | BIT(COMPILE),
    "folder of rules, gazetteers and lexicon" },
  { "image",
    0,
    "FILE",
    TEXT,
    AT(image),
    NULL,
    KNOWERS,
    "compiled gazetteers and lexicon" },
  { "quiet",
    'q',
    NULL,
    FLAG,
    AT(quiet),
    NULL,
    ALL,
    "no warnings and no notes, only errors" },
  { "help", 'h', NULL, FLAG, AT(help), NULL, ALL, "show this and end" },
  { "version",
    'V',
    NULL,
    FLAG,
    AT(version),
    NULL,
    ALL,
    "show the version and end" },
};

#define N_OPTIONS (sizeof(options_table) / sizeof(options_table[0]))

const IsnCommand*
isn_command_info(const IsnCommandId command)
{
  return &commands[command];
}

const IsnOption*
isn_option_info(const size_t i)
{
  return i < N_OPTIONS ? &options_table[i] : NULL;
}

const char*
isn_stage_name(const IsnStage stage)
{
  return stage_names[stage];
}

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
  return options->command < ISN_N_COMMANDS ? commands[options->command].name
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
  const unsigned bit = known ? 1u << options->command : ALL;
  const char* const dashes = is_long ? "--" : "-";
  for (size_t i = 0; i < N_OPTIONS; ++i) {
    const IsnOption* const option = &options_table[i];
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
    if (!strcmp(commands[i].name, name)) {
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
  if (!commands[options->command].operands[0]) {
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
                     stage_names[options->until]);
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
