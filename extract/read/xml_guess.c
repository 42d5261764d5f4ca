// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_guess.h"

#include "extract/read/xml_bytes.h"

#include <stdlib.h>
#include <strings.h>

#define HEAD_BYTES ((size_t)1024 * 1024)
#define MAX_NAMES 32

/// Names of the elements at one depth, with how often they stand there.
typedef struct {
  char names[MAX_NAMES][64];
  size_t counts[MAX_NAMES];
  size_t n_names;
} Names;

static void
count_name(Names* const names, const char* const name)
{
  size_t i = 0;
  while (i < names->n_names && strcmp(names->names[i], name) != 0) {
    ++i;
  }
  if (i == names->n_names) {
    if (i == MAX_NAMES || strlen(name) >= sizeof(names->names[0])) {
      return;
    }
    memcpy(names->names[i], name, strlen(name) + 1);
    ++names->n_names;
  }
  ++names->counts[i];
}

/// Names of what is part of one text, never a record of its own.
static bool
is_part_name(const char* const name)
{
  static const char* const names[] = {
    "p",         "para",     "paragraph", "section", "sec",    "div",
    "block",     "li",       "item-list", "h1",      "h2",     "h3",
    "h4",        "line",     "lb",        "br",      "seg",    "s",
    "head",      "list",     "figure",    "image",   "img",    "media",
    "link",      "category", "tag",       "keyword", "author", "meta",
    "namespace", "table",    "tr",        "td",      "note",   "body",
    "title",     "subject",  "creator",   NULL,
  };
  for (size_t i = 0; names[i]; ++i) {
    if (!strcasecmp(name, names[i])) {
      return true;
    }
  }
  return false;
}

/// The name that stands most often, at least twice, or NULL.
static const char*
repeated_name(const Names* const names)
{
  const char* best = NULL;
  size_t n_best = 1;
  for (size_t i = 0; i < names->n_names; ++i) {
    if (names->counts[i] > n_best && !is_part_name(names->names[i])) {
      best = names->names[i];
      n_best = names->counts[i];
    }
  }
  return best;
}

static void
ignore_error(void* const handle, xmlError* const error)
{
  (void)handle;
  (void)error;
}

/// Count the names of the head's elements at depths 1 and 2.
static void
count_names(const IsnInput* const input, const IsnStr head, Names names[2])
{
  IsnStr left = head;
  xmlTextReader* const reader = xmlReaderForIO(isn_xml_read_memory,
                                               isn_xml_close_nothing,
                                               &left,
                                               NULL,
                                               input->options->encoding,
                                               ISN_XML_OPTIONS);
  if (!reader) {
    return;
  }
  xmlTextReaderSetStructuredErrorHandler(reader, ignore_error, NULL);
  while (xmlTextReaderRead(reader) == 1) {
    const int depth = xmlTextReaderDepth(reader);
    if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
        (depth == 1 || depth == 2)) {
      const xmlChar* const name = xmlTextReaderConstLocalName(reader);
      count_name(&names[depth - 1], (const char*)name);
    }
  }
  xmlFreeTextReader(reader);
}

bool
isn_xml_guess_records(IsnInput* const input,
                      IsnXmlPath* const records,
                      char** const name)
{
  const IsnStr head = isn_source_peek(&input->source, HEAD_BYTES);
  Names* const names = calloc(2, sizeof(*names));
  *name = NULL;
  if (!names) {
    return false;
  }
  count_names(input, head, names);
  const char* found = repeated_name(&names[0]);
  const size_t depth = found ? 1 : 2;
  if (!found && names[0].n_names == 1 && !is_part_name(names[0].names[0])) {
    found = repeated_name(&names[1]);
  }
  *name = found ? strdup(found) : NULL;
  if (*name) {
    static const IsnStr any = { "*", 1 };
    for (size_t i = 0; i < depth; ++i) {
      records->steps[i].name = any;
    }
    records->steps[depth].name = isn_str(*name);
    records->n_steps = depth + 1;
  }
  free(names);
  return *name != NULL;
}
