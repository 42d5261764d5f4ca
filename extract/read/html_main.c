// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_main.h"

#include "extract/read/markup.h"

#include <string.h>
#include <strings.h>

#define MIN_MAIN_BYTES 200

/// How much text a part of the page has, and how much of it is links.
typedef struct {
  size_t n_bytes;
  size_t n_link_bytes;
  size_t n_links;
} Weight;

static void
weigh(const xmlNode* const node, const bool is_in_link, Weight* const weight)
{
  if (node->type == XML_TEXT_NODE && node->content) {
    const char* const text = (const char*)node->content;
    const size_t n = strlen(text) - strspn(text, " \t\r\n");
    weight->n_bytes += n;
    weight->n_link_bytes += is_in_link ? n : 0;
  }
  if (node->type != XML_ELEMENT_NODE) {
    return;
  }
  const bool is_link = isn_html_is_element(node, "a");
  weight->n_links += is_link;
  for (const xmlNode* n = node->children; n; n = n->next) {
    if (!isn_html_is_dropped(n)) {
      weigh(n, is_in_link || is_link, weight);
    }
  }
}

/// Bytes of text, less twice those of links.
static size_t
score(const xmlNode* const node)
{
  Weight weight = { 0, 0, 0 };
  weigh(node, false, &weight);
  return weight.n_bytes > 2 * weight.n_link_bytes
           ? weight.n_bytes - 2 * weight.n_link_bytes
           : 0;
}

static bool
has_item_property(const xmlNode* const node, const char* const name)
{
  return isn_html_attribute_is(node, "itemprop", name);
}

static bool
has_main_class(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_markup_is_main(isn_html_attribute(node, "class")) ||
         isn_markup_is_main(isn_html_attribute(node, "id"));
}

static bool
has_main_role(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_html_is_element(node, "main") ||
         isn_html_attribute_is(node, "role", "main");
}

/// Of the wanted elements that lie in no other, the one with the most text.
static void
find_best(xmlNode* const node,
          bool (*const is_wanted)(const xmlNode*, const char*),
          const char* const argument,
          xmlNode** const best,
          size_t* const best_score)
{
  if (node->type != XML_ELEMENT_NODE) {
    return;
  }
  if (is_wanted(node, argument)) {
    const size_t s = score(node);
    if (s > *best_score) {
      *best = node;
      *best_score = s;
    }
    return;
  }
  for (xmlNode* n = node->children; n; n = n->next) {
    if (!isn_html_is_dropped(n)) {
      find_best(n, is_wanted, argument, best, best_score);
    }
  }
}

/// From the page down into the block that holds almost all of its text.
static xmlNode*
find_densest(xmlNode* const root)
{
  xmlNode* node = root;
  size_t node_score = score(root);
  for (;;) {
    xmlNode* best = NULL;
    size_t best_score = 0;
    for (xmlNode* n = node->children; n; n = n->next) {
      if (n->type == XML_ELEMENT_NODE && !isn_html_is_dropped(n)) {
        const size_t s = score(n);
        best = s > best_score ? n : best;
        best_score = s > best_score ? s : best_score;
      }
    }
    const bool is_inside =
      best && isn_markup_is_block(isn_html_name_of(best)) &&
      !isn_html_is_element(best, "p") && best_score * 10 >= node_score * 7;
    if (!is_inside) {
      return node;
    }
    node = best;
    node_score = best_score;
  }
}

xmlNode*
isn_html_find_main(xmlNode* const root)
{
  static const struct {
    bool (*is_wanted)(const xmlNode*, const char*);
    const char* argument;
  } ways[] = {
    { has_item_property, "articleBody" },
    { has_main_class, NULL },
    { isn_html_is_element, "article" },
    { has_main_role, NULL },
  };
  for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); ++i) {
    xmlNode* best = NULL;
    size_t best_score = MIN_MAIN_BYTES;
    find_best(root, ways[i].is_wanted, ways[i].argument, &best, &best_score);
    if (best) {
      return best;
    }
  }
  return find_densest(root);
}

bool
isn_html_is_link_list(const xmlNode* const node)
{
  if (!isn_markup_is_block(isn_html_name_of(node))) {
    return false;
  }
  Weight weight = { 0, 0, 0 };
  weigh(node, false, &weight);
  return weight.n_links > 1 && weight.n_link_bytes * 10 > weight.n_bytes * 7;
}
