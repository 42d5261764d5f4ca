// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file clubs.h Clubs in reports on sport.
#ifndef ISN_ENTITIES_CLUBS_H
#define ISN_ENTITIES_CLUBS_H

#include "extract/analysis.h"
#include "extract/base/status.h"

/// In a document that reports on sport, let the names of clubs stand for clubs:
/// the city that gave its name to a club named elsewhere in the document («وخسر
/// ليون» beside «لاعب ليون», but not «وصل إلى ليون»), and the ordinary word
/// that is a club's name («الهلال»), where nothing speaks against it.
IsnStatus
isn_clubs_find(IsnDocument* doc, const IsnAnalysis* analysis);

#endif
