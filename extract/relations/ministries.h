// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file ministries.h For which ministry a minister works.
#ifndef ISN_RELATIONS_MINISTRIES_H
#define ISN_RELATIONS_MINISTRIES_H

#include "extract/relations/facts.h"

/// «وزير العدل», where the text names «وزارة العدل» too: add that who holds
/// the post works there, if one ministry and one minister are so called.
IsnStatus
isn_ministries_fill(IsnFactSet* set, IsnDocument* doc);

#endif
