// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_record.h"

#include "extract/read/date.h"
#include "extract/read/paragraphs.h"
#include "extract/read/xml_match.h"

#include <strings.h>

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
    value = isn_xml_attribute(record, isn_str(names[i]));
  }
  xmlChar* content = NULL;
  const xmlNode* const child = value ? NULL : child_named(record, names);
  if (child) {
    const char* const target = isn_xml_attribute(child, ISN_STR("href"));
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

IsnStr
isn_xml_record_id(IsnDocument* const doc, const xmlNode* const record)
{
  return value_named(doc, record, id_names);
}

void
isn_xml_describe(IsnDocument* const doc, const xmlNode* const record)
{
  doc->title = value_named(doc, record, title_names);
  const IsnStr date = value_named(doc, record, date_names);
  char iso[11];
  if (date.data && (isn_date_take_iso(date, iso) || isn_date_find(date, iso))) {
    doc->date = isn_arena_copy(doc->arena, isn_str(iso));
  }
  const IsnStr url = value_named(doc, record, url_names);
  const char* const target = isn_xml_attribute(record, ISN_STR("href"));
  if (isn_str_starts(url, ISN_STR("http"))) {
    doc->url = url;
  } else if (target && !strncmp(target, "http", 4)) {
    doc->url = isn_arena_copy(doc->arena, isn_str(target));
  }
  doc->lang = value_named(doc, record, lang_names);
}

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
add_chosen(const IsnXmlChoice* const choice,
           xmlNode* const record,
           IsnParagraphs* const text)
{
  choice->context->node = record;
  choice->context->doc = record->doc;
  xmlXPathObject* const found =
    xmlXPathCompiledEval(choice->expression, choice->context);
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

IsnStatus
isn_xml_make_text(const IsnXmlChoice* const choice,
                  IsnDocument* const doc,
                  xmlNode* const record)
{
  IsnParagraphs text = { 0 };
  if (choice->expression) {
    add_chosen(choice, record, &text);
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
