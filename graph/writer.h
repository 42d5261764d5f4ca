// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file writer.h Where statements go: one interface, two ways behind it.
///
///   nquads.c     N-Quads and N-Triples, straight into the buffer
///   serialise.c  every other syntax, through raptor2
///
/// Writers check nothing: every term has passed terms.h before.
#ifndef ISN_GRAPH_WRITER_H
#define ISN_GRAPH_WRITER_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "graph/names.h"

typedef enum {
  ISN_NODE_NAME,    ///< IRI of a vocabulary: `name`
  ISN_NODE_IRI,     ///< Any other: `value`
  ISN_NODE_LITERAL, ///< `value` with `language`, or datatype `name`, or plain
} IsnNodeKind;

/// The object of a statement. Views; nothing is owned.
typedef struct {
  IsnNodeKind kind;
  IsnName name;
  IsnStr value;
  const char* language;
} IsnNode;

static inline IsnNode
isn_node_name(const IsnName name)
{
  return (IsnNode){ ISN_NODE_NAME, name, { NULL, 0 }, NULL };
}

static inline IsnNode
isn_node_iri(const IsnStr iri)
{
  return (IsnNode){ ISN_NODE_IRI, ISN_NAME_NONE, iri, NULL };
}

static inline IsnNode
isn_node_typed(const IsnStr lexical, const IsnName datatype)
{
  return (IsnNode){ ISN_NODE_LITERAL, datatype, lexical, NULL };
}

/// `language` may be NULL: a plain string.
static inline IsnNode
isn_node_text(const IsnStr text, const char* const language)
{
  return (IsnNode){ ISN_NODE_LITERAL, ISN_NAME_NONE, text, language };
}

typedef struct IsnWriter IsnWriter;

/// What a writer can do; `self` begins with an IsnWriter.
struct IsnWriter {
  /// A document begins; its statements lie in the graph `iri`.
  IsnStatus (*begin)(IsnWriter* self, IsnStr iri);

  IsnStatus (*write)(IsnWriter* self,
                     IsnStr subject,
                     IsnName predicate,
                     const IsnNode* object);

  IsnStatus (*end)(IsnWriter* self);

  /// Finish the output and free.
  IsnStatus (*close)(IsnWriter* self);
};

/// `has_graph`: N-Quads, else N-Triples.
IsnWriter*
isn_nquads_open(IsnBuffer* out, bool has_graph);

/// ISN_ERR_USAGE if raptor2 has no serializer `name`.
IsnStatus
isn_serialise_open(IsnWriter** writer,
                   const char* name,
                   const char* base,
                   IsnBuffer* out,
                   const IsnSink* sink);

#endif
