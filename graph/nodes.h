// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file nodes.h Nodes that facts need beside their entities.
///
/// What a node is about makes its IRI, so that two documents that report the
/// same quotation, post or grant share the node.
#ifndef ISN_GRAPH_NODES_H
#define ISN_GRAPH_NODES_H

#include "graph/scribe.h"

/// schema:Quotation of `text` by `speaker`; its IRI, absent on failure.
IsnStr
isn_nodes_write_quotation(IsnScribe* scribe,
                          IsnStr speaker,
                          const IsnNode* text,
                          IsnStr event);

/// isn:Position `title` of `holder`; `organization` may be absent.
void
isn_nodes_write_position(IsnScribe* scribe,
                         IsnStr holder,
                         const IsnNode* title,
                         IsnStr organization);

/// schema:MonetaryGrant; its IRI. `funded` may be absent.
IsnStr
isn_nodes_write_grant(IsnScribe* scribe,
                      IsnStr funder,
                      IsnStr funded,
                      IsnStr money);

/// isn:Claim: what is planned, possible or denied, said without the fact's
/// own property; its IRI. `context` may be absent.
IsnStr
isn_nodes_write_claim(IsnScribe* scribe,
                      IsnModality modality,
                      IsnStr subject,
                      IsnName predicate,
                      const IsnNode* object,
                      IsnStr context);

/// The individual of isn:Modality; ISN_NAME_NONE for an asserted fact.
IsnName
isn_nodes_modality(IsnModality modality);

#endif
