// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file html_tree.h Elements of a page's tree, by name and attributes.
///
/// The tree is never deeper than the parser's own limit (256), so walking it
/// may recurse.
#ifndef ISN_READ_HTML_TREE_H
#define ISN_READ_HTML_TREE_H

#include <libxml/tree.h>

#include <stdbool.h>

/// The element's name; "" for what is no element.
const char*
isn_html_name_of(const xmlNode* node);

/// An attribute's value in the tree, or NULL.
const char*
isn_html_attribute(const xmlNode* node, const char* name);

/// Whether it has that value, in letters of either case.
bool
isn_html_attribute_is(const xmlNode* node, const char* name, const char* value);

bool
isn_html_is_element(const xmlNode* node, const char* name);

/// A picture's caption, or what holds one.
bool
isn_html_is_caption(const xmlNode* node);

/// Scripts, menus, what is hidden or stands beside the text.
bool
isn_html_is_dropped(const xmlNode* node);

/// The first element of `root`'s tree that is wanted, in the tree's order.
xmlNode*
isn_html_find(xmlNode* root,
              bool (*is_wanted)(const xmlNode*, const char*),
              const char* argument);

#endif
