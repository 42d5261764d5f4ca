// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/lexicon.h"

#include "extract/lexicon/lexeme.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char* const feature_names[ISN_N_FEATURES] = {
  "perf", "impf", "pass", "masdar", "ap",  "pp",  "noun", "adj",
  "part", "f",    "du",   "pl",     "def", "obj", "poss", "first",
};

const char*
isn_feature_name(const unsigned bit)
{
  return bit < ISN_N_FEATURES ? feature_names[bit] : NULL;
}

/// Where libxml2's complaints go; the first is enough.
typedef struct {
  const char* path;
  const IsnSink* sink;
  IsnStatus status;
} Complaints;

/// libxml2 2.12 made the error const.
#if LIBXML_VERSION >= 21200
typedef const xmlError* XmlError;
#else
typedef xmlError* XmlError;
#endif

static void
complain(void* const handle, XmlError error)
{
  Complaints* const c = handle;
  if (c->status != ISN_SUCCESS || error->level == XML_ERR_WARNING) {
    return;
  }
  const char* const message = error->message ? error->message : "unknown";
  const IsnPlace place = { error->file ? error->file : c->path,
                           error->line > 0 ? (size_t)error->line : 0,
                           error->int2 > 0 ? (size_t)error->int2 : 0 };
  c->status = isn_error(c->sink,
                        ISN_ERR_RULES,
                        &place,
                        "%.*s",
                        (int)strcspn(message, "\n"),
                        message);
}

/// What `complaints` says, or `otherwise` with the file's name.
static IsnStatus
failure(const Complaints* const complaints, const char* const message)
{
  const IsnPlace place = { complaints->path, 0, 0 };
  return complaints->status
           ? complaints->status
           : isn_error(complaints->sink, ISN_ERR_RULES, &place, "%s", message);
}

static IsnStatus
validate(xmlDoc* const doc, const char* const schema, Complaints* const c)
{
  xmlRelaxNGParserCtxt* const parser = xmlRelaxNGNewParserCtxt(schema);
  xmlRelaxNG* const relaxng = parser ? xmlRelaxNGParse(parser) : NULL;
  xmlRelaxNGValidCtxt* const valid =
    relaxng ? xmlRelaxNGNewValidCtxt(relaxng) : NULL;
  const int result = valid ? xmlRelaxNGValidateDoc(valid, doc) : -1;
  xmlRelaxNGFreeValidCtxt(valid);
  xmlRelaxNGFree(relaxng);
  xmlRelaxNGFreeParserCtxt(parser);
  if (result < 0) {
    return failure(c, "the schema cannot be read");
  }
  return result ? failure(c, "not valid by the schema") : ISN_SUCCESS;
}

/// A copy of attribute or text, owned by the document's dictionary; frees
/// `value`.
static const char*
keep(xmlDoc* const doc, xmlChar* const value)
{
  const xmlChar* const kept =
    value && doc->dict ? xmlDictLookup(doc->dict, value, -1) : NULL;
  xmlFree(value);
  return (const char*)kept;
}

/// Add classes named in `names` (may be NULL), one blank between them.
static IsnStatus
add_classes(IsnLexeme* const lexeme, xmlDoc* const doc, const char* const names)
{
  for (const char* s = names ? names : ""; *s;) {
    const size_t n = strcspn(s, " ");
    if (lexeme->n_classes == ISN_LEXEME_MAX_CLASSES || n > INT_MAX) {
      return isn_error(
        lexeme->sink, ISN_ERR_LIMIT, &lexeme->place, "too many classes");
    }
    const xmlChar* const name =
      xmlDictLookup(doc->dict, (const xmlChar*)s, (int)n);
    if (!name) {
      return ISN_ERR_NO_MEMORY;
    }
    lexeme->classes[lexeme->n_classes++] = (const char*)name;
    s += n + (s[n] == ' ');
  }
  return ISN_SUCCESS;
}

static IsnStatus
read_attributes(IsnLexeme* const lexeme, xmlNode* const node)
{
  lexeme->n_attrs = 0;
  for (xmlAttr* a = node->properties; a; a = a->next) {
    if (lexeme->n_attrs == ISN_LEXEME_MAX_ATTRS) {
      return isn_error(
        lexeme->sink, ISN_ERR_LIMIT, &lexeme->place, "too many attributes");
    }
    const char* const value =
      keep(node->doc, xmlNodeListGetString(node->doc, a->children, 1));
    if (!value) {
      return ISN_ERR_NO_MEMORY;
    }
    lexeme->attrs[lexeme->n_attrs++] =
      (IsnLexemeAttr){ (const char*)a->name, value };
  }
  return ISN_SUCCESS;
}

/// Fill the lexeme from its element, and inflect it.
static IsnStatus
read_lexeme(IsnLexeme* const lexeme, xmlNode* const node)
{
  const size_t n_classes = lexeme->n_classes;
  IsnStatus st = ISN_SUCCESS;
  lexeme->element = (const char*)node->name;
  lexeme->place.line = (size_t)xmlGetLineNo(node);
  ISN_TRY(st, read_attributes(lexeme, node));
  lexeme->text =
    node->children ? keep(node->doc, xmlNodeGetContent(node)) : NULL;
  ISN_TRY(st, add_classes(lexeme, node->doc, isn_lexeme_get(lexeme, "also")));
  st = isn_lexeme_inflect(lexeme);
  lexeme->n_classes = n_classes;
  return st;
}

/// All entries of one <class>.
static IsnStatus
read_class(IsnLexeme* const lexeme, xmlNode* const node)
{
  IsnStatus st = ISN_SUCCESS;
  lexeme->n_classes = 0;
  lexeme->place.line = (size_t)xmlGetLineNo(node);
  ISN_TRY(st, read_attributes(lexeme, node));
  const char* const name = isn_lexeme_get(lexeme, "name");
  ISN_TRY(st, add_classes(lexeme, node->doc, name));
  ISN_TRY(st, add_classes(lexeme, node->doc, isn_lexeme_get(lexeme, "also")));
  lexeme->is_finite_only = !strcmp(name, "verb");
  for (xmlNode* n = node->children; n; n = n->next) {
    if (n->type == XML_ELEMENT_NODE) {
      ISN_TRY(st, read_lexeme(lexeme, n));
    }
  }
  return st;
}

static IsnStatus
read_classes(xmlDoc* const doc, IsnLexeme* const lexeme)
{
  IsnStatus st = ISN_SUCCESS;
  for (xmlNode* n = xmlDocGetRootElement(doc)->children; n; n = n->next) {
    if (n->type == XML_ELEMENT_NODE) {
      ISN_TRY(st, read_class(lexeme, n));
    }
  }
  return st;
}

static IsnStatus
read_document(xmlDoc* const doc,
              const IsnFormFunc func,
              void* const handle,
              const Complaints* const c)
{
  IsnArena arena = { 0 };
  IsnLexeme* const lexeme = calloc(1, sizeof(*lexeme));
  if (!lexeme) {
    return ISN_ERR_NO_MEMORY;
  }
  lexeme->place.source = c->path;
  lexeme->sink = c->sink;
  lexeme->arena = &arena;
  lexeme->func = func;
  lexeme->handle = handle;
  const IsnStatus st = read_classes(doc, lexeme);
  free(lexeme);
  isn_arena_clear(&arena);
  return st;
}

IsnStatus
isn_lexicon_read(const char* const path,
                 const char* const schema_path,
                 const IsnFormFunc func,
                 void* const handle,
                 const IsnSink* const sink)
{
  Complaints complaints = { path, sink, ISN_SUCCESS };
  xmlSetStructuredErrorFunc(&complaints, complain);
  xmlDoc* const doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
  IsnStatus st = doc ? validate(doc, schema_path, &complaints)
                     : failure(&complaints, "cannot be read");
  xmlSetStructuredErrorFunc(NULL, NULL);
  if (!st) {
    st = read_document(doc, func, handle, &complaints);
  }
  xmlFreeDoc(doc);
  return st;
}
