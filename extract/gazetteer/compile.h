// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file compile.h Gazetteers and lexicon to an image.
///
/// Rows of an entity type (Country, City, Region, Place, Organization) and of
/// Month and Currency become names the trie accepts. Those of other types
/// (GivenName, FamilyName, Rank, Honorific, Nationality, …) become lexical
/// classes (given-name, …), so that patterns can ask for them. A row with the
/// flag `common` is a name only in context: class common-city and so on.
#ifndef ISN_GAZETTEER_COMPILE_H
#define ISN_GAZETTEER_COMPILE_H

#include "extract/base/diag.h"

/// Compile `data_dir`/gazetteers/*.tsv, /lexicon/*.xml and /words/*.txt.
IsnStatus
isn_gazetteer_compile(const char* data_dir,
                      const char* schema_dir,
                      const char* image_path,
                      const IsnSink* sink);

#endif
