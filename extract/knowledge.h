// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file knowledge.h What extractor.h's knowledge is made of.
#ifndef ISN_KNOWLEDGE_H
#define ISN_KNOWLEDGE_H

#include "extract/extractor.h"
#include "extract/gazetteer/image.h"
#include "extract/rules/rule.h"

struct IsnKnowledge {
  IsnImage image;
  IsnRuleSet rules;
  char* data_dir;
};

/// Where the schemas lie, seen from the data: beside it when installed.
void
isn_knowledge_schema_dir(char* out, size_t size, const char* data_dir);

#endif
