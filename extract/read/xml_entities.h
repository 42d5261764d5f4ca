// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_entities.h What a record's entities grow to.
#ifndef ISN_READ_XML_ENTITIES_H
#define ISN_READ_XML_ENTITIES_H

#include "extract/read/format.h"

#include <libxml/tree.h>

/// False for a record whose entities grow beyond 1 MiB or 20 levels. External
/// ones are left out, with a warning for each.
bool
isn_xml_entities_are_tame(const IsnInput* input, const xmlNode* record);

#endif
