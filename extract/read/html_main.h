// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file html_main.h The element of a page that holds its text.
#ifndef ISN_READ_HTML_MAIN_H
#define ISN_READ_HTML_MAIN_H

#include "extract/read/html_tree.h"

/// The element that says so by its name, class or role, else the one with most
/// text beside its links.
xmlNode*
isn_html_find_main(xmlNode* root);

/// A block that is little but links: a list of other pages.
bool
isn_html_is_link_list(const xmlNode* node);

#endif
