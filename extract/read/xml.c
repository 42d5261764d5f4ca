// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// The adapter to libxml2's streaming reader. Nothing is ever fetched: neither
// DTDs nor external entities are loaded, and the network is forbidden besides.
#include "extract/read/format.h"

#include "extract/read/date.h"
#include "extract/read/paragraphs.h"
#include "extract/read/xml_path.h"

#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <stdlib.h>
#include <strings.h>

#define HEAD_BYTES ((size_t)1024 * 1024)
#define MAX_NAMES 32
#define MAX_EXPANSION ((size_t)1024 * 1024)
#define MAX_ENTITY_DEPTH 20
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES)

typedef struct {
  IsnInput* input;
  xmlTextReaderPtr reader;
  IsnXmlPath records;
  bool is_whole; ///< The root is the one record
  bool is_over;
  bool is_behind_record;    ///< The reader stands at a record that was given
  xmlXPathContextPtr xpath; ///< For --text, else NULL
  xmlXPathCompExprPtr text;
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

/// Bytes to hand to the parser: up to a tag's end, since it runs ahead of the
/// reader by what it is given, and an error would take records before it along.
static int
piece_length(const IsnStr bytes, const int limit)
{
  const size_t n =
    bytes.n_bytes < (size_t)limit ? bytes.n_bytes : (size_t)limit;
  const char* const end = n ? memchr(bytes.data, '>', n) : NULL;
  return end ? (int)(end - bytes.data) + 1 : (int)n;
}

static int
on_read(void* const handle, char* const bytes, const int n_bytes)
{
  Xml* const xml = handle;
  IsnSource* const source = &xml->input->source;
  const IsnStr next = isn_source_peek(source, (size_t)n_bytes);
  const int n = piece_length(next, n_bytes);
  return n ? isn_source_take(source, bytes, n) : source->error ? -1 : 0;
}

/// The same for bytes in memory: an IsnStr of what is left.
static int
on_read_head(void* const handle, char* const bytes, const int n_bytes)
{
  IsnStr* const left = handle;
  const int n = piece_length(*left, n_bytes);
  memcpy(bytes, left->data, (size_t)n);
  *left = isn_str_slice(*left, (size_t)n, left->n_bytes);
  return n;
}

static int
on_close(void* const handle)
{
  (void)handle;
  return 0;
}

// Entities --------------------------------------------------------------------

/// Bytes to which an entity grows, or more than MAX_EXPANSION.
static size_t
expansion(const xmlEntity* const entity, xmlDoc* const doc, const int depth)
{
  if (depth > MAX_ENTITY_DEPTH) {
    return MAX_EXPANSION + 1;
  }
  const char* s = entity->content ? (const char*)entity->content : "";
  size_t n_bytes = strlen(s);
  while (n_bytes <= MAX_EXPANSION && (s = strchr(s, '&'))) {
    const size_t n = strcspn(++s, ";");
    xmlChar* const name = xmlStrndup((const xmlChar*)s, (int)n);
    const xmlEntity* const inner = name ? xmlGetDocEntity(doc, name) : NULL;
    xmlFree(name);
    if (inner && inner->etype == XML_INTERNAL_GENERAL_ENTITY) {
      n_bytes += expansion(inner, doc, depth + 1);
    }
  }
  return n_bytes;
}

static void
warn_of_external(const Xml* const xml, const xmlNode* const node)
{
  const IsnPlace place = { xml->input->path,
                           (size_t)xmlGetLineNo(node->parent),
                           0 };
  isn_warning(xml->input->sink,
              &place,
              "external entity '%s' is left out",
              (const char*)node->name);
}

/// Bytes to which the entities that `node` refers to grow.
static size_t
expansion_below(const Xml* const xml, const xmlNode* const node)
{
  if (node->type == XML_ENTITY_REF_NODE) {
    const xmlEntity* const entity = xmlGetDocEntity(node->doc, node->name);
    if (entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY) {
      return expansion(entity, node->doc, 0);
    }
    warn_of_external(xml, node);
    return 0;
  }
  size_t n_bytes = 0;
  if (node->type == XML_ELEMENT_NODE) {
    for (const xmlNode* n = node->children; n && n_bytes <= MAX_EXPANSION;
         n = n->next) {
      n_bytes += expansion_below(xml, n);
    }
    for (const xmlAttr* a = node->properties; a && n_bytes <= MAX_EXPANSION;
         a = a->next) {
      for (const xmlNode* n = a->children; n; n = n->next) {
        n_bytes += expansion_below(xml, n);
      }
    }
  }
  return n_bytes;
}

/// False for a record whose entities grow beyond measure.
static bool
are_entities_tame(Xml* const xml, const xmlNode* const record)
{
  const bool is_tame = expansion_below(xml, record) <= MAX_EXPANSION;
  if (!is_tame) {
    set_message(xml, isn_str("entities that grow beyond 1 MiB"));
    xml->line = (size_t)xmlGetLineNo(record);
  }
  return is_tame;
}

// Matching --------------------------------------------------------------------

/// The value of an attribute in any namespace, or NULL.
static const char*
attribute(const xmlNode* const node, const IsnStr name)
{
  for (const xmlAttr* a = node->properties; a; a = a->next) {
    if (isn_str_is(name, (const char*)a->name)) {
      return a->children && a->children->content
               ? (const char*)a->children->content
               : "";
    }
  }
  return NULL;
}

static bool
matches_step(const xmlNode* const node, const IsnXmlStep* const step)
{
  IsnStr name = step->name;
  const char* const colon = memchr(name.data, ':', name.n_bytes);
  if (colon) {
    const IsnStr prefix = { name.data, (size_t)(colon - name.data) };
    if (!node->ns || !node->ns->prefix ||
        !isn_str_is(prefix, (const char*)node->ns->prefix)) {
      return false;
    }
    name = isn_str_slice(name, prefix.n_bytes + 1, name.n_bytes);
  }
  if (!isn_str_is(name, "*") && !isn_str_is(name, (const char*)node->name)) {
    return false;
  }
  const char* const value =
    step->attribute.data ? attribute(node, step->attribute) : "";
  return value && (!step->value.data || isn_str_is(step->value, value));
}

static const xmlNode*
parent_of(const xmlNode* const node)
{
  const xmlNode* const parent = node->parent;
  return parent && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

/// Whether the first `n_steps` steps lead to `node`.
static bool
matches(const IsnXmlPath* const path, const size_t n_steps, const xmlNode* node)
{
  if (!n_steps) {
    return !node;
  }
  const IsnXmlStep* const step = &path->steps[n_steps - 1];
  if (!node || !matches_step(node, step)) {
    return false;
  }
  for (const xmlNode* up = parent_of(node);; up = parent_of(up)) {
    if (matches(path, n_steps - 1, up)) {
      return true;
    }
    if (!step->is_deep || !up) {
      return false;
    }
  }
}

// What the records are --------------------------------------------------------

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
  xmlTextReader* const reader = xmlReaderForIO(
    on_read_head, on_close, &left, NULL, input->options->encoding, OPTIONS);
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

/// Where --record is not given: what repeats below the root, or below its one
/// child (a feed's items); else the whole document.
static void
guess_records(Xml* const xml)
{
  const IsnStr head = isn_source_peek(&xml->input->source, HEAD_BYTES);
  Names* const names = calloc(2, sizeof(*names));
  xml->is_whole = true;
  if (!names) {
    return;
  }
  count_names(xml->input, head, names);
  const char* name = repeated_name(&names[0]);
  const size_t depth = name ? 1 : 2;
  if (!name && names[0].n_names == 1 && !is_part_name(names[0].names[0])) {
    name = repeated_name(&names[1]);
  }
  if (name) {
    static const IsnStr any = { "*", 1 };
    for (size_t i = 0; i < depth; ++i) {
      xml->records.steps[i].name = any;
    }
    xml->guessed_name = strdup(name);
    xml->records.steps[depth].name = isn_str(xml->guessed_name);
    xml->records.n_steps = depth + 1;
    xml->is_whole = !xml->guessed_name;
  }
  free(names);
}

// Metadata --------------------------------------------------------------------

static bool
is_named(const xmlNode* const node, const char* const* const names)
{
  for (size_t i = 0; names[i]; ++i) {
    if (!strcasecmp((const char*)node->name, names[i])) {
      return true;
    }
  }
  return false;
}

static const char* const id_names[] = { "id", "guid", NULL };
static const char* const title_names[] = { "title", "headline", NULL };
static const char* const date_names[] = { "date",          "pubDate",
                                          "published",     "datePublished",
                                          "publishedDate", NULL };
static const char* const url_names[] = { "url", "link", NULL };
static const char* const lang_names[] = { "lang", "language", NULL };

/// The child element with one of the names, or NULL.
static const xmlNode*
child_named(const xmlNode* const record, const char* const* const names)
{
  for (const xmlNode* n = record->children; n; n = n->next) {
    if (n->type == XML_ELEMENT_NODE && is_named(n, names)) {
      return n;
    }
  }
  return NULL;
}

/// The value of an attribute or child with one of the names; absent if none.
static IsnStr
value_named(IsnDocument* const doc,
            const xmlNode* const record,
            const char* const* const names)
{
  const char* value = NULL;
  for (size_t i = 0; names[i] && !value; ++i) {
    value = attribute(record, isn_str(names[i]));
  }
  xmlChar* content = NULL;
  const xmlNode* const child = value ? NULL : child_named(record, names);
  if (child) {
    const char* const target = attribute(child, ISN_STR("href"));
    content = target ? NULL : xmlNodeGetContent(child);
    value = target ? target : (const char*)content;
  }
  IsnStr clean = { NULL, 0 };
  if (value && *value) {
    clean = isn_paragraphs_clean(doc->arena, isn_str(value));
  }
  xmlFree(content);
  return clean.n_bytes ? clean : (IsnStr){ NULL, 0 };
}

static void
describe(IsnDocument* const doc, const xmlNode* const record)
{
  doc->title = value_named(doc, record, title_names);
  const IsnStr date = value_named(doc, record, date_names);
  char iso[11];
  if (date.data && (isn_date_take_iso(date, iso) || isn_date_find(date, iso))) {
    doc->date = isn_arena_copy(doc->arena, isn_str(iso));
  }
  const IsnStr url = value_named(doc, record, url_names);
  const char* const target = attribute(record, ISN_STR("href"));
  if (isn_str_starts(url, ISN_STR("http"))) {
    doc->url = url;
  } else if (target && !strncmp(target, "http", 4)) {
    doc->url = isn_arena_copy(doc->arena, isn_str(target));
  }
  doc->lang = value_named(doc, record, lang_names);
}

// Text ------------------------------------------------------------------------

/// Elements that stand within a paragraph.
static bool
is_inline(const xmlNode* const node)
{
  static const char* const names[] = {
    "b",    "i",        "em",        "strong",  "a",     "span",  "sub",
    "sup",  "u",        "q",         "cite",    "code",  "small", "font",
    "emph", "hi",       "ref",       "xref",    "abbr",  "bold",  "italic",
    "name", "persName", "placeName", "orgName", "num",   "w",     "s",
    "seg",  "term",     "foreign",   "mark",    "ulink", NULL,
  };
  return is_named(node, names);
}

static bool
is_metadata(const xmlNode* const node, const xmlNode* const record)
{
  return node->parent == record &&
         (is_named(node, id_names) || is_named(node, date_names) ||
          is_named(node, url_names) || is_named(node, lang_names));
}

static void
add_text(const xmlNode* const node,
         const xmlNode* const record,
         IsnParagraphs* const text)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    isn_paragraphs_add(text, isn_str((const char*)node->content));
    return;
  }
  if (node->type == XML_ENTITY_REF_NODE) {
    // Only what is tame is here; what is external has no content
    const xmlEntity* const entity = xmlGetDocEntity(node->doc, node->name);
    if (entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY) {
      xmlChar* const content = xmlNodeGetContent(node);
      isn_paragraphs_add(text, isn_str((const char*)content));
      xmlFree(content);
    }
    return;
  }
  if (node->type != XML_ELEMENT_NODE || is_metadata(node, record)) {
    return;
  }
  const bool is_block = !is_inline(node);
  if (is_block) {
    isn_paragraphs_end(text);
  }
  for (const xmlNode* n = node->children; n; n = n->next) {
    add_text(n, record, text);
  }
  if (is_block) {
    isn_paragraphs_end(text);
  }
}

/// Add what --text chooses: nodes, each a paragraph, or a string.
static void
add_chosen(const Xml* const xml,
           xmlNode* const record,
           IsnParagraphs* const text)
{
  xml->xpath->node = record;
  xml->xpath->doc = record->doc;
  xmlXPathObject* const found = xmlXPathCompiledEval(xml->text, xml->xpath);
  const xmlNodeSet* const nodes =
    found && found->type == XPATH_NODESET ? found->nodesetval : NULL;
  for (int i = 0; nodes && i < nodes->nodeNr; ++i) {
    const xmlNode* const node = nodes->nodeTab[i];
    isn_paragraphs_end(text);
    if (node->type == XML_ATTRIBUTE_NODE) {
      xmlChar* const content = xmlNodeGetContent(node);
      isn_paragraphs_add(text, isn_str((const char*)content));
      xmlFree(content);
    } else {
      add_text(node, NULL, text);
    }
    isn_paragraphs_end(text);
  }
  if (found && found->type == XPATH_STRING) {
    isn_paragraphs_add(text, isn_str((const char*)found->stringval));
  }
  xmlXPathFreeObject(found);
}

/// Whether the text holds markup itself, as feeds' descriptions do.
static bool
holds_markup(const IsnStr text)
{
  static const char* const signs[] = { "</p>", "<br",     "</div>", "</a>",
                                       "<img", "</span>", NULL };
  for (size_t i = 0; signs[i]; ++i) {
    if (isn_paragraphs_has(text, isn_str(signs[i]))) {
      return true;
    }
  }
  return false;
}

static IsnStatus
make_text(const Xml* const xml, IsnDocument* const doc, xmlNode* const record)
{
  IsnParagraphs text = { 0 };
  if (xml->text) {
    add_chosen(xml, record, &text);
  } else {
    add_text(record, record, &text);
  }
  IsnStatus st = text.text.failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
  const IsnStr words =
    text.text.n_bytes ? isn_buffer_str(&text.text) : ISN_STR("");
  if (!st && holds_markup(words)) {
    st = isn_html_to_text(doc->arena, words, &doc->text);
  } else if (!st) {
    doc->text = isn_arena_copy(doc->arena, words);
    st = doc->text.data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  isn_paragraphs_clear(&text);
  return st;
}

// Records ---------------------------------------------------------------------

static IsnStatus
read_record(Xml* const xml, IsnDocument* const doc, xmlNode* const record)
{
  IsnStatus st = ISN_SUCCESS;
  IsnStr id = value_named(doc, record, id_names);
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
  describe(doc, record);
  ISN_TRY(st, make_text(xml, doc, record));
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
                       : matches(&xml->records, xml->records.n_steps, node);
}

static IsnStatus
next_xml(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  Xml* const xml = state;
  (void)input;
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
      return are_entities_tame(xml, record) ? read_record(xml, doc, record)
                                            : fail(xml, doc, ISN_ERR_LIMIT);
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
  xmlXPathFreeCompExpr(xml->text);
  xmlXPathFreeContext(xml->xpath);
  xmlFreeTextReader(xml->reader);
  free(xml->guessed_name);
  free(xml);
}

static IsnStatus
compile_text(Xml* const xml, const char* const expression)
{
  IsnBuffer local = { 0 };
  isn_xml_path_to_local(isn_str(expression), &local);
  isn_buffer_append_byte(&local, '\0');
  IsnStatus st = local.failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
  xml->xpath = st ? NULL : xmlXPathNewContext(NULL);
  if (xml->xpath) {
    xml->xpath->error = ignore_error;
    xml->text = xmlXPathCtxtCompile(xml->xpath, (const xmlChar*)local.data);
    st = xml->text ? ISN_SUCCESS : ISN_ERR_USAGE;
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
    guess_records(xml);
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
    xml->reader =
      xmlReaderForIO(on_read, on_close, xml, NULL, options->encoding, OPTIONS);
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
