// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file identity.h The same thing, the same IRI, in every run.
///
///   BASE document/ID
///   BASE country/AE            gazetteer key "country:AE"
///   BASE person/NAME           any other, by type and canonical name
///   BASE meeting/ID/NAME       events and agreements, by their document too
///   BASE quotation/DIGEST      nodes without a name, by what they are about
///
/// ID and NAME are segments: percent-encoded where an IRI wants it. A segment
/// of more than ISN_IDENTITY_MAX bytes is cut and gets the digest of the whole,
/// and is then always longer than any that was not cut.
#ifndef ISN_GRAPH_IDENTITY_H
#define ISN_GRAPH_IDENTITY_H

#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/document.h"

#define ISN_IDENTITY_MAX 120
#define ISN_IDENTITY_CUT 100

/// What IRIs of one document are made with.
typedef struct {
  const char* base;  ///< Ends in / or #
  IsnArena* arena;   ///< Where IRIs are put
  IsnBuffer scratch; ///< Owned; cleared by who made the struct
  IsnStr segment;    ///< The document's
} IsnIdentity;

/// IRI of the document; its segment is kept for the events in it. A document
/// without an id is known by its text.
IsnStr
isn_identity_document(IsnIdentity* identity, const IsnDocument* doc);

IsnStr
isn_identity_entity(IsnIdentity* identity, const IsnEntity* entity);

/// IRI of a node of `kind` that is the same wherever all `parts` are.
IsnStr
isn_identity_node(IsnIdentity* identity,
                  const char* kind,
                  const IsnStr* parts,
                  size_t n_parts);

/// `base` + `kind` + "/" + `name` as a segment.
IsnStr
isn_identity_named(IsnIdentity* identity, const char* kind, IsnStr name);

#endif
