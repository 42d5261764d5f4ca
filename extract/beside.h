// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file beside.h Meetings beside which something else happens.
#ifndef ISN_BESIDE_H
#define ISN_BESIDE_H

#include "extract/analysis.h"

/// «على هامش أعمال القمة», «في إطار مشاركته في القمة»: whether the meeting
/// named at token `token` is only where those were of whom the text tells.
bool
isn_beside_is(const IsnDocument* doc,
              const IsnAnalysis* analysis,
              uint32_t token);

#endif
