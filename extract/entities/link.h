// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file link.h Mentions of one document to its entities.
///
/// One thing named twice is one entity: by gazetteer key, by its name, by a
/// shorter form of it («شتوك» after «يورغن شتوك»), by its acronym, by its head
/// noun («المؤتمر», «هذه المبادرة»), and events by head noun and number.
#ifndef ISN_ENTITIES_LINK_H
#define ISN_ENTITIES_LINK_H

#include "extract/analysis.h"
#include "extract/base/status.h"

/// Fill doc->entities and the mentions' entity.
IsnStatus
isn_entities_link(IsnDocument* doc, const IsnAnalysis* analysis);

/// Link the anaphors among the mentions, the others being linked; those that
/// refer to nothing are dropped.
IsnStatus
isn_anaphors_link(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
