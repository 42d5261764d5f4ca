// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file html_describe.h What a page tells of its document.
#ifndef ISN_READ_HTML_DESCRIBE_H
#define ISN_READ_HTML_DESCRIBE_H

#include "extract/document.h"
#include "extract/read/html_tree.h"

/// Title, address, date and language, where the page `root`, whose text is
/// `main`, tells them.
void
isn_html_describe(IsnDocument* doc, xmlNode* root, xmlNode* main);

#endif
