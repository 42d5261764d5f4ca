// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_record.h From a record's element to a document.
#ifndef ISN_READ_XML_RECORD_H
#define ISN_READ_XML_RECORD_H

#include "extract/read/format.h"

#include <libxml/xpath.h>

/// What --text chooses of a record; all NULL without it.
typedef struct {
  xmlXPathContextPtr context;
  xmlXPathCompExprPtr expression;
} IsnXmlChoice;

/// The id that the record states as attribute or child; absent if none.
IsnStr
isn_xml_record_id(IsnDocument* doc, const xmlNode* record);

/// Title, date, address and language that it states so.
void
isn_xml_describe(IsnDocument* doc, const xmlNode* record);

/// Its text: what is chosen, or all but what describes it, by paragraphs.
IsnStatus
isn_xml_make_text(const IsnXmlChoice* choice,
                  IsnDocument* doc,
                  xmlNode* record);

#endif
