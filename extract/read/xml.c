// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// The adapter to libxml2's streaming reader. Nothing is ever fetched: neither
// DTDs nor external entities are loaded, and the network is forbidden besides.
#include "extract/read/format.h"

#include "extract/read/xml_bytes.h"
#include "extract/read/xml_entities.h"
#include "extract/read/xml_guess.h"
#include "extract/read/xml_match.h"
#include "extract/read/xml_record.h"

#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <stdlib.h>
#include <strings.h>

typedef struct {
  IsnInput* input;
  xmlTextReaderPtr reader;
  IsnXmlPath records;
  bool is_whole; ///< The root is the one record
  bool is_over;
  bool is_behind_record; ///< The reader stands at a record that was given
  IsnXmlChoice choice;
  size_t n_records;
  char* guessed_name; ///< That `records` ends in without --record

  char message[256]; ///< Of the first error
  size_t line;
  size_t column;
} Xml;

// Errors ----------------------------------------------------------------------

static void
set_message(Xml* const xml, const IsnStr words)
{
  const size_t n = words.n_bytes < sizeof(xml->message) - 1
                     ? words.n_bytes
                     : sizeof(xml->message) - 1;
  memcpy(xml->message, words.data, n);
  xml->message[n] = '\0';
}

static void
on_error(void* const handle, xmlError* const error)
{
  Xml* const xml = handle;
  if (error->level == XML_ERR_FATAL && !xml->message[0]) {
    const bool is_cut = error->code == XML_ERR_DOCUMENT_END &&
                        xmlTextReaderDepth(xml->reader) > 0;
    const char* const words = is_cut ? "the file ends within an element"
                              : error->message ? error->message
                                               : "not XML";
    set_message(xml, (IsnStr){ words, strcspn(words, "\n") });
    xml->line = error->line > 0 ? (size_t)error->line : 0;
    xml->column = error->int2 > 0 ? (size_t)error->int2 : 0;
  }
}

/// The document that stands for what cannot be read; the last one.
static IsnStatus
fail(Xml* const xml, IsnDocument* const doc, const IsnStatus status)
{
  xml->is_over = true;
  if (xml->input->source.error) {
    return isn_input_fail_source(xml->input, doc, ISN_ERR_INPUT, 0);
  }
  IsnStatus st = ISN_SUCCESS;
  const IsnStr id =
    xml->n_records
      ? isn_input_record_id(xml->input, doc, (IsnRecordPlace){ xml->line, 0 })
      : isn_str(xml->input->path);
  ISN_TRY(st, isn_input_name(xml->input, doc, id));
  doc->origin_line = xml->line;
  return isn_input_fail(xml->input,
                        doc,
                        status,
                        xml->line,
                        xml->column,
                        "%s",
                        xml->message[0] ? xml->message : "not XML");
}

// Bytes -----------------------------------------------------------------------

static int
on_read(void* const handle, char* const bytes, const int n_bytes)
{
  Xml* const xml = handle;
  IsnSource* const source = &xml->input->source;
  const IsnStr next = isn_source_peek(source, (size_t)n_bytes);
  const int n = isn_xml_piece_length(next, n_bytes);
  return n ? isn_source_take(source, bytes, n) : source->error ? -1 : 0;
}

// Records ---------------------------------------------------------------------

static IsnStatus
read_record(Xml* const xml, IsnDocument* const doc, xmlNode* const record)
{
  IsnStatus st = ISN_SUCCESS;
  IsnStr id = isn_xml_record_id(doc, record);
  ++xml->n_records;
  if (!id.data) {
    id = xml->is_whole
           ? isn_str(xml->input->path)
           : isn_arena_print(
               doc->arena, "%s#%zu", xml->input->path, xml->n_records);
  }
  ISN_TRY(st, isn_input_name(xml->input, doc, id.data ? id : ISN_STR("")));
  doc->origin_line = (size_t)xmlGetLineNo(record);
  if (!xml->is_whole && strcmp(xml->input->path, "-") != 0) {
    doc->source = doc->origin;
  }
  isn_xml_describe(doc, record);
  ISN_TRY(st, isn_xml_make_text(&xml->choice, doc, record));
  if (!doc->text.n_bytes) {
    doc->text = (IsnStr){ NULL, 0 };
    return isn_input_fail(xml->input,
                          doc,
                          ISN_ERR_SYNTAX,
                          doc->origin_line,
                          0,
                          "no text in <%s>",
                          (const char*)record->name);
  }
  return ISN_SUCCESS;
}

/// Whether the reader stands at the beginning of a record.
static bool
is_at_record(const Xml* const xml)
{
  if (xmlTextReaderNodeType(xml->reader) != XML_READER_TYPE_ELEMENT) {
    return false;
  }
  const xmlNode* const node = xmlTextReaderCurrentNode(xml->reader);
  return xml->is_whole ? xmlTextReaderDepth(xml->reader) == 0
                       : isn_xml_matches(&xml->records, node);
}

static IsnStatus
next_xml(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  Xml* const xml = state;
  while (!xml->is_over) {
    // Behind a record its tree is passed by and freed
    const int more = xml->is_behind_record ? xmlTextReaderNext(xml->reader)
                                           : xmlTextReaderRead(xml->reader);
    xml->is_behind_record = false;
    if (more < 0 || (more == 0 && xml->message[0])) {
      return fail(xml, doc, ISN_ERR_SYNTAX);
    }
    if (more == 0) {
      break;
    }
    const bool is_element =
      xmlTextReaderNodeType(xml->reader) == XML_READER_TYPE_ELEMENT;
    if (is_element && is_at_record(xml)) {
      xmlNode* const record = xmlTextReaderExpand(xml->reader);
      xml->is_behind_record = true;
      if (!record || xml->message[0]) {
        return fail(xml, doc, ISN_ERR_SYNTAX);
      }
      if (!isn_xml_entities_are_tame(input, record)) {
        set_message(xml, isn_str("entities that grow beyond 1 MiB"));
        xml->line = (size_t)xmlGetLineNo(record);
        return fail(xml, doc, ISN_ERR_LIMIT);
      }
      return read_record(xml, doc, record);
    }
  }
  const bool is_nothing = !xml->is_over && !xml->n_records;
  xml->is_over = true;
  if (is_nothing) {
    set_message(xml, isn_str("no records in this file"));
    return fail(xml, doc, ISN_ERR_SYNTAX);
  }
  return ISN_END;
}

// Opening and closing ---------------------------------------------------------

static void
close_xml(void* const state)
{
  Xml* const xml = state;
  if (!xml) {
    return;
  }
  xmlXPathFreeCompExpr(xml->choice.expression);
  xmlXPathFreeContext(xml->choice.context);
  xmlFreeTextReader(xml->reader);
  free(xml->guessed_name);
  free(xml);
}

static void
ignore_error(void* const handle, xmlError* const error)
{
  (void)handle;
  (void)error;
}

static IsnStatus
compile_text(Xml* const xml, const char* const expression)
{
  IsnBuffer local = { 0 };
  isn_xml_path_to_local(isn_str(expression), &local);
  isn_buffer_append_byte(&local, '\0');
  IsnStatus st = local.failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
  IsnXmlChoice* const choice = &xml->choice;
  choice->context = st ? NULL : xmlXPathNewContext(NULL);
  if (choice->context) {
    choice->context->error = ignore_error;
    choice->expression =
      xmlXPathCtxtCompile(choice->context, (const xmlChar*)local.data);
    st = choice->expression ? ISN_SUCCESS : ISN_ERR_USAGE;
  }
  isn_buffer_clear(&local);
  return st == ISN_ERR_USAGE
           ? isn_error(xml->input->sink,
                       st,
                       NULL,
                       "--text '%s' is not an XPath expression",
                       expression)
           : st;
}

static IsnStatus
choose_records(Xml* const xml)
{
  const char* const expression = xml->input->options->record_xpath;
  if (!expression) {
    xml->is_whole =
      !isn_xml_guess_records(xml->input, &xml->records, &xml->guessed_name);
    return ISN_SUCCESS;
  }
  return isn_xml_path_parse(&xml->records, isn_str(expression))
           ? ISN_SUCCESS
           : isn_error(xml->input->sink,
                       ISN_ERR_USAGE,
                       NULL,
                       "--record '%s' is not a path of names that a stream "
                       "can be matched with, such as //item[@lang='ar']",
                       expression);
}

static IsnStatus
open_xml(void** const state, IsnInput* const input)
{
  Xml* const xml = calloc(1, sizeof(*xml));
  if (!xml) {
    return ISN_ERR_NO_MEMORY;
  }
  xml->input = input;
  const IsnReadOptions* const options = input->options;
  IsnStatus st = choose_records(xml);
  if (!st && options->text_xpath) {
    st = compile_text(xml, options->text_xpath);
  }
  if (!st) {
    xml->reader = xmlReaderForIO(on_read,
                                 isn_xml_close_nothing,
                                 xml,
                                 NULL,
                                 options->encoding,
                                 ISN_XML_OPTIONS);
    st = xml->reader ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  if (st) {
    close_xml(xml);
    return st;
  }
  xmlTextReaderSetStructuredErrorHandler(xml->reader, on_error, xml);
  *state = xml;
  return ISN_SUCCESS;
}

const IsnFormat isn_format_xml = { open_xml, next_xml, close_xml };
