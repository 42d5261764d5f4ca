// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_guess.h Which elements of a dump are its records.
#ifndef ISN_READ_XML_GUESS_H
#define ISN_READ_XML_GUESS_H

#include "extract/read/format.h"
#include "extract/read/xml_path.h"

/// Where --record is not given: what repeats below the root, or below its one
/// child (a feed's items), in the first MiB. False: the whole document is one
/// record. `*name` is owned by the caller; `records` points to it.
bool
isn_xml_guess_records(IsnInput* input, IsnXmlPath* records, char** name);

#endif
