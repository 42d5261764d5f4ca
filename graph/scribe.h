// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file scribe.h What the writing of one document's statements needs.
///
///   document ──statements──▶ run, article, entities
///            ──facts───────▶ facts, their nodes   ──▶ scribe ──▶ writer
///            ──evidence────▶ why they are believed
#ifndef ISN_GRAPH_SCRIBE_H
#define ISN_GRAPH_SCRIBE_H

#include "graph/graph.h"
#include "graph/identity.h"
#include "graph/seen.h"
#include "graph/writer.h"

typedef struct {
  const IsnGraphOptions* options;
  const IsnSink* sink;
  const IsnDocument* doc;
  IsnWriter* writer;
  IsnArena* arena; ///< Reset between documents
  IsnIdentity* identity;
  IsnStr iri;                       ///< Of the document
  IsnStr* entities;                 ///< IRIs, one for each of doc->entities
  IsnSeen facts;                    ///< Written already
  const struct IsnOffsets* offsets; ///< Of the text; NULL until wanted
  IsnStatus status; ///< The first failure; later statements do nothing
} IsnScribe;

/// Write a statement whose terms are good. Keeps the first failure, so that a
/// series needs one check at its end.
void
isn_scribe_write(IsnScribe* scribe,
                 IsnStr subject,
                 IsnName predicate,
                 IsnNode object);

/// A warning with the document's name and place.
void
isn_scribe_warn(const IsnScribe* scribe, const char* what, IsnStr value);

/// Record that memory ran out.
void
isn_scribe_no_memory(IsnScribe* scribe);

/// Check `*text` as a literal, cleaning it if need be; false: leave it out.
bool
isn_scribe_check_text(IsnScribe* scribe, IsnStr* text, const char* what);

/// Check `*iri`, repairing it if need be; false: leave it out.
bool
isn_scribe_check_iri(IsnScribe* scribe, IsnStr* iri, const char* what);

/// A literal of checked `text`: in Arabic if any letter is, else plain.
IsnNode
isn_scribe_text(IsnStr text);

/// Write `text`, if it is absent or bad not at all.
void
isn_scribe_write_text(IsnScribe* scribe,
                      IsnStr subject,
                      IsnName predicate,
                      IsnStr text);

#endif
