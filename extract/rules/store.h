// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file store.h Rules as loaded, kept in a file beside the image.
///
/// Translating and compiling the patterns of all rules and working out their
/// nets takes longer than extracting from a short document. `isnad compile`
/// does it once; a run maps the file. It is good only for the very rules,
/// image and libraries that it was made from: else it is passed over, and the
/// rules are read from their files.
#ifndef ISN_RULES_STORE_H
#define ISN_RULES_STORE_H

#include "extract/rules/rule.h"

/// Where the rules of the image at `image_path` are kept.
IsnStr
isn_store_path(IsnArena* arena, const char* image_path);

/// Write `set`, loaded with `image`, to `path`.
IsnStatus
isn_store_write(const IsnRuleSet* set,
                const IsnImage* image,
                const char* path,
                const IsnSink* sink);

/// Load what is kept at `path` into the empty `set` if it was made from rules
/// with this checksum and from `image`; false if not. The set then refers to
/// the mapped file, as isn_rules_clear knows.
bool
isn_store_load(IsnRuleSet* set,
               const char* checksum,
               const IsnImage* image,
               const char* data_dir,
               const char* path);

/// Unmap the file of a set, if it has one.
void
isn_store_close(IsnRuleSet* set);

#endif
