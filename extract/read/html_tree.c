// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_tree.h"

#include "extract/read/markup.h"

#include <strings.h>

const char*
isn_html_name_of(const xmlNode* const node)
{
  return node->type == XML_ELEMENT_NODE ? (const char*)node->name : "";
}

const char*
isn_html_attribute(const xmlNode* const node, const char* const name)
{
  for (const xmlAttr* a = node->properties; a; a = a->next) {
    if (!strcasecmp((const char*)a->name, name)) {
      return a->children && a->children->content
               ? (const char*)a->children->content
               : "";
    }
  }
  return NULL;
}

bool
isn_html_attribute_is(const xmlNode* const node,
                      const char* const name,
                      const char* const value)
{
  const char* const found = isn_html_attribute(node, name);
  return found && !strcasecmp(found, value);
}

bool
isn_html_is_element(const xmlNode* const node, const char* const name)
{
  return !strcasecmp(isn_html_name_of(node), name);
}

bool
isn_html_is_caption(const xmlNode* const node)
{
  return isn_html_is_element(node, "figcaption") ||
         isn_html_is_element(node, "figure") ||
         isn_markup_is_caption(isn_html_attribute(node, "class"));
}

bool
isn_html_is_dropped(const xmlNode* const node)
{
  if (node->type != XML_ELEMENT_NODE) {
    return node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE;
  }
  const char* const role = isn_html_attribute(node, "role");
  return isn_markup_is_dropped(isn_html_name_of(node)) ||
         isn_markup_is_beside(isn_html_attribute(node, "class")) ||
         isn_markup_is_beside(isn_html_attribute(node, "id")) ||
         (role && isn_markup_is_role_beside(role)) ||
         isn_html_attribute(node, "hidden") ||
         isn_html_attribute_is(node, "aria-hidden", "true");
}

xmlNode*
isn_html_find(xmlNode* const root,
              bool (*const is_wanted)(const xmlNode*, const char*),
              const char* const argument)
{
  if (root->type != XML_ELEMENT_NODE) {
    return NULL;
  }
  xmlNode* found = is_wanted(root, argument) ? root : NULL;
  for (xmlNode* n = root->children; n && !found; n = n->next) {
    found = isn_html_find(n, is_wanted, argument);
  }
  return found;
}
