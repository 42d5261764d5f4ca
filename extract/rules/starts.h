// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file starts.h Where in an annotation which rules are worth a try.
#ifndef ISN_RULES_STARTS_H
#define ISN_RULES_STARTS_H

#include "extract/rules/annotate.h"

/// A rule and a unit where a match of it may begin: the rule's number in the
/// upper half, the unit's in the lower.
typedef uint64_t IsnStart;

static inline size_t
isn_start_rule(const IsnStart start)
{
  return start >> 32;
}

static inline uint32_t
isn_start_unit(const IsnStart start)
{
  return (uint32_t)start;
}

/// Find them for rules [begin, end) of a group: `annotated->starts` then holds
/// them, by rule and then by unit.
IsnStatus
isn_starts_find(IsnAnnotated* annotated,
                size_t begin,
                size_t end,
                unsigned group);

#endif
