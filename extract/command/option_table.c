// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/options.h"

#include <stddef.h>

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
