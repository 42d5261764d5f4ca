// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_match.h"

const char*
isn_xml_attribute(const xmlNode* const node, const IsnStr name)
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
    step->attribute.data ? isn_xml_attribute(node, step->attribute) : "";
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

bool
isn_xml_matches(const IsnXmlPath* const path, const xmlNode* const node)
{
  return matches(path, path->n_steps, node);
}
