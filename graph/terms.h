// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file terms.h What may be a term; raptor2 does not ask.
///
/// One bad term stops a Jena load and breaks indices elsewhere, so all that
/// comes from outside passes here before it is written. Sources: RFC 3987
/// (IRIs), RDF 1.1 Concepts, XML 1.0 section 2.2 (characters), XML Schema 1.0
/// part 2 (lexical forms), BCP 47.
#ifndef ISN_GRAPH_TERMS_H
#define ISN_GRAPH_TERMS_H

#include "extract/base/arena.h"
#include "graph/names.h"

/// What became of a term.
typedef enum {
  ISN_TERM_GOOD,     ///< It is as it came
  ISN_TERM_REPAIRED, ///< Another spelling of the same
  ISN_TERM_CLEANED,  ///< Characters that no text has were taken out
  ISN_TERM_BAD,      ///< Nothing can be written
} IsnTermState;

/// Text as a literal: valid UTF-8 without C0 controls (but tab, line feed and
/// carriage return) and without U+FFFE and U+FFFF. Controls are taken out;
/// invalid UTF-8 is bad. `*text` is moved to the arena only if changed.
IsnTermState
isn_term_text(IsnArena* arena, IsnStr* text);

/// An absolute IRI. Blanks around it go; illegal characters inside, a % that
/// begins no escape and a second # are percent-encoded. A relative reference
/// is bad, and so is http(s) without a host.
IsnTermState
isn_term_iri(IsnArena* arena, IsnStr* iri);

/// A language tag in the shape of BCP 47, lower case, hyphens.
IsnTermState
isn_term_language(IsnArena* arena, IsnStr* tag);

/// True if some letter of valid UTF-8 `text` is Arabic.
bool
isn_term_is_arabic(IsnStr text);

#endif
