// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file sides.h The entities that stand on one side of a fact.
#ifndef ISN_RELATIONS_SIDES_H
#define ISN_RELATIONS_SIDES_H

#include "extract/rules/run.h"

#define ISN_MAX_SIDE 64

/// Zero is valid: none.
typedef struct {
  uint32_t list[ISN_MAX_SIDE];
  size_t n;
} IsnSide;

static inline void
isn_side_add(IsnSide* const side, const uint32_t entity)
{
  if (entity != ISN_NO_ENTITY && side->n < ISN_MAX_SIDE) {
    side->list[side->n++] = entity;
  }
}

/// Add the entities of one of `types` that the groups of `ref` hold.
void
isn_side_add_group(const IsnAnnotationSource* source,
                   const IsnMatch* match,
                   const IsnRef* ref,
                   IsnTypeSet types,
                   IsnSide* side);

/// «وافق مجلس إدارة البنك على قرض»: put the body in the place of its board,
/// where a mention of the board names the body.
void
isn_side_replace_boards(const IsnDocument* doc, IsnSide* side);

/// «أطلقت الوزارة المرحلة الثانية من المشروع»: add the phase beside its
/// project, where the match names the project within the phase.
void
isn_side_add_phases(const IsnAnnotationSource* source,
                    const IsnMatch* match,
                    IsnSide* side);

#endif
