// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_entities.h"

#define MAX_EXPANSION ((size_t)1024 * 1024)
#define MAX_ENTITY_DEPTH 20

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
warn_of_external(const IsnInput* const input, const xmlNode* const node)
{
  const IsnPlace place = { input->path, (size_t)xmlGetLineNo(node->parent), 0 };
  isn_warning(input->sink,
              &place,
              "external entity '%s' is left out",
              (const char*)node->name);
}

/// Bytes to which the entities that `node` refers to grow.
static size_t
expansion_below(const IsnInput* const input, const xmlNode* const node)
{
  if (node->type == XML_ENTITY_REF_NODE) {
    const xmlEntity* const entity = xmlGetDocEntity(node->doc, node->name);
    if (entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY) {
      return expansion(entity, node->doc, 0);
    }
    warn_of_external(input, node);
    return 0;
  }
  size_t n_bytes = 0;
  if (node->type == XML_ELEMENT_NODE) {
    for (const xmlNode* n = node->children; n && n_bytes <= MAX_EXPANSION;
         n = n->next) {
      n_bytes += expansion_below(input, n);
    }
    for (const xmlAttr* a = node->properties; a && n_bytes <= MAX_EXPANSION;
         a = a->next) {
      for (const xmlNode* n = a->children; n; n = n->next) {
        n_bytes += expansion_below(input, n);
      }
    }
  }
  return n_bytes;
}

bool
isn_xml_entities_are_tame(const IsnInput* const input,
                          const xmlNode* const record)
{
  return expansion_below(input, record) <= MAX_EXPANSION;
}
