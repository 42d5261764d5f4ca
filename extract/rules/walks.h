// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file walks.h Which starts of rules their nets have a way from.
#ifndef ISN_RULES_WALKS_H
#define ISN_RULES_WALKS_H

#include "extract/rules/annotate.h"
#include "extract/rules/nets.h"

/// Walk from the annotation's starts (see starts.h) through the nets of their
/// rules, and keep those starts from which a way leads to a net's end: that
/// costs less than matches that fail.
IsnStatus
isn_walks_keep_possible(IsnAnnotated* annotated, IsnNets* nets);

#endif
