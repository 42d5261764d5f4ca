// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_match.h Elements by their path and their attributes.
#ifndef ISN_READ_XML_MATCH_H
#define ISN_READ_XML_MATCH_H

#include "extract/read/xml_path.h"

#include <libxml/tree.h>

/// The value of an attribute in any namespace, or NULL.
const char*
isn_xml_attribute(const xmlNode* node, IsnStr name);

/// Whether the path leads to `node`; its ancestors are looked at, no siblings.
bool
isn_xml_matches(const IsnXmlPath* path, const xmlNode* node);

#endif
