// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file rule_xml.h One rule file, by libxml2.
#ifndef ISN_RULES_RULE_XML_H
#define ISN_RULES_RULE_XML_H

#include "extract/rules/rule.h"

/// Read and validate `path`, compile its patterns and add its rules.
IsnStatus
isn_rule_xml_read(IsnRuleSet* set,
                  const char* path,
                  const char* schema,
                  const IsnImage* image,
                  const IsnSink* sink);

#endif
