// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file literals.h Words of patterns that no text has as patterns see it.
#ifndef ISN_RULES_LITERALS_H
#define ISN_RULES_LITERALS_H

#include "extract/gazetteer/surfaces.h"
#include "extract/rules/rule.h"

/// Warn of the words in `rule`'s pattern that are read with a proclitic taken
/// off («بحضور» is «بـحضور»), if the pattern does not have them so as well:
/// they are never met. `surfaces` is scratch. Returns how many there are.
size_t
isn_literals_check(const IsnRule* rule,
                   const IsnImage* image,
                   IsnSurfaces* surfaces,
                   const IsnSink* sink);

/// The same of a definition's `pattern`, told as of `what` and `name`.
size_t
isn_literals_check_part(const char* what,
                        IsnStr name,
                        IsnStr pattern,
                        const IsnImage* image,
                        IsnSurfaces* surfaces,
                        const IsnSink* sink);

#endif
