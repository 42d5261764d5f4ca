// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file regex.h PCRE2, the only place that knows it.
#ifndef ISN_RULES_REGEX_H
#define ISN_RULES_REGEX_H

#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/base/status.h"
#include "extract/base/wide.h"

/// A compiled pattern. Machine code is made of it once it has been used some
/// times, since of many patterns a short run uses few.
typedef struct IsnRegex IsnRegex;

/// What one worker needs to match: results, limits, the JIT's stack.
typedef struct IsnMatcher IsnMatcher;

/// Compile `pattern`, which is UTF-8. In its sets, a code point above U+FFFF is
/// two letters. On an error `*message` (in the arena) says what
/// is wrong and `*offset` where; ISN_ERR_LIMIT: it is too large.
IsnStatus
isn_regex_new(IsnRegex** regex,
              IsnStr pattern,
              IsnArena* arena,
              const char** message,
              size_t* offset);

/// The same, but to match only where the search begins.
IsnStatus
isn_regex_new_anchored(IsnRegex** regex,
                       IsnStr pattern,
                       IsnArena* arena,
                       const char** message,
                       size_t* offset);

/// Append the compiled pattern as bytes, good for this version of PCRE2 on this
/// kind of machine.
IsnStatus
isn_regex_write(const IsnRegex* regex, IsnBuffer* out);

/// The pattern of such bytes, which must stay where they are, aligned to 8; it
/// is read at its first use. NULL without memory.
IsnRegex*
isn_regex_stored(IsnStr bytes, uint32_t n_groups);

/// PCRE2's version, cut to `size` bytes.
void
isn_regex_version(char* out, size_t size);

void
isn_regex_free(IsnRegex* regex);

/// Capture groups, the whole match (0) included.
uint32_t
isn_regex_n_groups(const IsnRegex* regex);

/// Name of group `i` if it has one, else NULL.
const char*
isn_regex_group_name(IsnRegex* regex, uint32_t i);

IsnStatus
isn_matcher_new(IsnMatcher** matcher);

void
isn_matcher_free(IsnMatcher* matcher);

/// Take `subject` as what is matched from now on; it must stay as it is.
void
isn_matcher_read(IsnMatcher* matcher, const IsnWide* subject);

/// Search the subject from unit `from` on, where a code point begins.
///
/// ISN_SUCCESS: found, see isn_matcher_group. ISN_END: not found.
/// ISN_ERR_LIMIT: the pattern ran into a limit of PCRE2's.
IsnStatus
isn_matcher_try(IsnMatcher* matcher, IsnRegex* regex, size_t from);

/// Where group `i` stands in the subject after the last match, in units of
/// UTF-16; false if it took no part.
bool
isn_matcher_group(const IsnMatcher* matcher, uint32_t i, IsnSpan* place);

#endif
